// An amount in whole won: separated by thousands while it is typed, sent as digits.

export const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",");
const digitsOf = (text) => text.normalize("NFKC").replace(/\D/g, "");

// what is no amount, such as "1.5" or "-3", stays as it is typed: the server says what is wrong
const isAmount = (text) => /^[\d,\s]+$/.test(text.normalize("NFKC"));

/** The amount that was typed; NaN where it is none. */
export const amountOf = (text) => (isAmount(text) ? Number(digitsOf(text)) : NaN);

export function moneyInput(input) {
  const show = () => {
    if (!isAmount(input.value)) return;
    const after = digitsOf(input.value.slice(input.selectionEnd)).length;
    const text = grouped(digitsOf(input.value));
    if (text === input.value) return;
    input.value = text;
    if (document.activeElement !== input) return;
    // the caret keeps the digits that stood behind it
    let place = text.length;
    for (let left = after; left > 0; place -= 1) if (text[place - 1] !== ",") left -= 1;
    input.setSelectionRange(place, place);
  };
  input.addEventListener("input", (event) => event.isComposing || show());
  input.addEventListener("compositionend", show);
  input.form?.addEventListener("formdata", ({ formData }) => {
    if (isAmount(input.value)) formData.set(input.name, digitsOf(input.value));
  });
  show();
}
