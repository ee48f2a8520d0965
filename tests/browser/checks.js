// What holds on every page. Each check says what it found, so that a failure is read without a
// browser.

import { brotliCompressSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import { expect } from "./fixtures.js";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // the form of the source, not of the page
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "void-style": "off",
    "doctype-style": "off",
    "long-title": "off",
    // its own origin alone
    "require-sri": "off",
    // a list of boxes has one name, as its answer is one list
    "form-dup-name": ["error", { shared: ["radio", "submit", "button", "reset", "checkbox"] }],
    "no-inline-style": ["error", { allowedProperties: [] }],
  },
});

/** WCAG 2.2, levels A and AA. */
export const isAccessible = (page) =>
  axe(
    page,
    new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      // the way back stands before the landmark of the contents
      .disableRules(["region"]),
  );

/** What other colours can change of that. */
export const isReadable = (page) => axe(page, new AxeBuilder({ page }).withRules("color-contrast"));

async function axe(page, rules) {
  const found = await rules.analyze();
  const said = found.violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    at: nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`),
  }));
  expect(said, page.url()).toEqual([]);
}

/** As the server sent it: what a browser mends is a mistake all the same. */
export async function isValid(html, of) {
  const { results } = await validator.validateString(html);
  const said = results.flatMap(({ messages }) => messages);
  expect(
    said.map(({ ruleId, message, line, selector }) => `${line}: ${ruleId}: ${message} (${selector})`),
    of,
  ).toEqual([]);
}

/** 320 px, and letters of twice the size: nothing is cut off, nobody scrolls sideways. */
export async function fits(page) {
  const before = page.viewportSize();
  for (const [width, letters] of [
    [320, "100%"],
    [320, "200%"],
    [before.width, "200%"],
  ]) {
    await page.setViewportSize({ width, height: before.height });
    const wide = await page.evaluate((letters) => {
      document.documentElement.style.fontSize = letters;
      const limit = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= limit) return [];
      return [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > limit + 0.5)
        .map((element) => element.outerHTML.slice(0, 160));
    }, letters);
    expect(wide, `${page.url()}: wider than ${width} px with letters of ${letters}`).toEqual([]);
  }
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  await page.setViewportSize(before);
}

/**
 * From the top with Tab alone: everything that can be used is reached in the order of the page,
 * is on the screen, and looks different from before.
 */
export async function isOperable(page) {
  await page.evaluate(() => {
    // Tab goes on from where the focus was last
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
  });
  const reached = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    if (!stop || reached.length > 200) break;
    expect(stop.shown, `off the screen: ${stop.is}`).toBe(true);
    expect(stop.before, `looks the same with the focus: ${stop.is}`).not.toBe(stop.after);
    reached.push(stop.is);
  }
  const usable = await page.evaluate(tabbable);
  expect(reached.length, `reached ${reached.join("\n")}`).toBeGreaterThanOrEqual(usable);
}

// in the page: where the focus is, how that looks, and how it looks without
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  // the box of a radio button is drawn beside it
  const looks = () =>
    [
      [element, null],
      [element.nextElementSibling ?? element, "::before"],
      [element.querySelector(".govuk-details__summary-text") ?? element, null],
    ]
      .map(([part, pseudo]) => getComputedStyle(part, pseudo))
      .map((s) => [s.outline, s.boxShadow, s.backgroundColor, s.border, s.textDecoration].join())
      .join();
  const box = element.getBoundingClientRect();
  const shown =
    box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const after = looks();
  element.blur();
  const before = looks();
  element.focus({ focusVisible: true });
  return { is: element.outerHTML.slice(0, 120), shown, before, after };
}

// in the page: how many stops there are at least; of a group of radio buttons one
function tabbable() {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  const usable = all.filter(
    (element) =>
      !element.disabled && element.type !== "hidden" && element.checkVisibility({ visibilityProperty: true }),
  );
  const stops = usable.map((element) => (element.type === "radio" ? `radio ${element.name}` : element));
  return new Set(stops).size;
}

/** Each error of the summary leads to its field, which takes the focus and says the same. */
export async function leadsToFields(page) {
  for (const link of await page.locator(".govuk-error-summary a[href^='#']").all()) {
    await link.press("Enter");
    const words = await link.textContent();
    const field = page.locator(`[id="${(await link.getAttribute("href")).slice(1)}"]`);
    await expect(field, words).toBeFocused();
    // what is wrong with a choice is said of the whole group
    const tied = await field.evaluate((element) => {
      const ids = element.closest("[aria-describedby]")?.getAttribute("aria-describedby") ?? "";
      return ids.split(" ").map((id) => document.getElementById(id)?.textContent).join(" ");
    });
    expect(tied, `of ${await field.getAttribute("name")}`).toContain(words);
  }
}

/** What a first visit may cost, in bytes as they travel. */
const BUDGETS = { html: 12_000, css: 14_000, js: 9_000, all: 45_000, requests: 6 };

/** Hears what a page does from its first request on. */
export class Listener {
  #page;
  #wrong = [];
  #answers = [];

  constructor(page, origin) {
    this.#page = page;
    page.on("pageerror", (error) => this.#wrong.push(`script: ${error.message}`));
    page.on("console", (message) => {
      if (/Content.Security.Policy|violates/i.test(message.text())) this.#wrong.push(message.text());
    });
    page.on("request", (request) => {
      const { origin: asked, protocol } = new URL(request.url());
      if (asked !== origin && !["data:", "blob:"].includes(protocol)) {
        this.#wrong.push(`asked elsewhere: ${request.url()}`);
      }
    });
    // what was asked for before the page that is looked at is another page's
    page.on("response", (answer) => {
      const begins = answer.request().isNavigationRequest() && answer.frame() === page.mainFrame();
      this.#answers = begins ? [answer] : [...this.#answers, answer];
    });
  }

  /** The page as the server sent it. */
  async html() {
    const pages = this.#answers.filter(
      (answer) => answer.request().isNavigationRequest() && !(answer.status() >= 300 && answer.status() < 400),
    );
    return pages.at(-1).text();
  }

  /** No script failed, nothing was against the policy, and nobody else was asked. */
  isQuiet() {
    expect(this.#wrong, this.#page.url()).toEqual([]);
  }

  /** Pages are compressed by the proxy, so that is done here. */
  async isSmall() {
    await this.#page.waitForLoadState("load");
    const spent = { html: 0, css: 0, js: 0, all: 0, requests: this.#answers.length };
    for (const answer of this.#answers) {
      const kind = answer.headers()["content-type"] ?? "";
      const html = kind.startsWith("text/html");
      const bytes = html
        ? brotliCompressSync(await answer.body()).length
        : (await answer.request().sizes()).responseBodySize;
      if (html) spent.html += bytes;
      if (kind.startsWith("text/css")) spent.css += bytes;
      if (kind.startsWith("text/javascript")) spent.js += bytes;
      spent.all += bytes;
    }
    const over = Object.keys(BUDGETS).filter((what) => spent[what] > BUDGETS[what]);
    expect(over, `${this.#page.url()} costs ${JSON.stringify(spent)}`).toEqual([]);
  }
}
