// What docs/interface.md shows to whoever writes pages passes what pages have to pass.

import { KOREAN, PHONE, expect, test } from "./fixtures.js";
import { block, framed, patterns, show } from "./patterns.js";
import { walk } from "./walk.js";

for (const [n, html] of patterns.entries()) {
  const name = `${n + 1}, ${html.match(/class="([a-z_-]+)/)[1]}`;
  const extra = html.includes("app-files");
  const scripts = extra ? ["evidence.js"] : [];
  walk({
    name: `pattern ${name}`,
    languages: ["ko"],
    extra,
    open: (page) => show(page, framed(html, ...scripts)),
  });
}

test("what a consent is about stands out, on the screen and on paper", async ({ visitor }) => {
  const page = await visitor(PHONE, KOREAN);
  await show(page, framed(block("app-consent__key")));
  const points = (selector) =>
    page
      .locator(selector)
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize) * 0.75);
  for (const media of ["screen", "print"]) {
    await page.emulateMedia({ media });
    const key = await points(".app-consent__key");
    expect(key).toBeGreaterThanOrEqual(9);
    expect(key).toBeGreaterThanOrEqual(1.2 * (await points(".app-consent .govuk-body")));
  }
});
