// How much less the week of the outage sold, told while the sales are typed. The button beside it
// fills in the amount; whether it is one the server says.

import { amountOf, grouped } from "./money.js";

export function weeksDifference(output) {
  const { form } = output;
  const typed = (name) => form.elements[name].value.trim();
  // by the week, or day by day; undefined where what was typed says nothing yet
  const sales = (week) => {
    const days = [0, 1, 2, 3, 4, 5, 6].map((day) => typed(`weeks.${week}.days_krw[${day}]`)).filter(Boolean);
    const sum = days.map(amountOf).reduce((sum, day) => sum + day, 0);
    const whole = typed(`weeks.${week}.sales_krw`);
    if (whole && days.length) return sum === amountOf(whole) ? sum : undefined;
    return whole || days.length ? (whole ? amountOf(whole) : sum) : undefined;
  };
  const show = () => {
    const lost = sales("compared") - sales("outage");
    output.hidden = !(lost > 0);
    if (lost > 0) output.querySelector("strong").textContent = grouped(lost.toString());
  };
  form.addEventListener("input", show);
  show();
}
