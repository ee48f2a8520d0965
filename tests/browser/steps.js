// What people do on pages and see there, in the words of a story.

import { leadsToFields } from "./checks.js";
import { expect } from "./fixtures.js";

/** Presses the button of that name. */
export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Follows the first link of that name. */
export const follow = (page, name) =>
  page.getByRole("link", { name, exact: true }).first().click();

/** Fills in fields by what they are called. */
export async function fill(page, fields) {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** Makes a choice in the group of that name. */
export const choose = (page, group, choice) =>
  page.getByRole("group", { name: group }).getByLabel(choice).check();

/** The page says all of this. */
export async function says(page, ...all) {
  for (const words of all) await expect(page.locator("main")).toContainText(words);
}

/** Nothing was taken: title and summary say why, and lead to the field. */
export async function refuses(page, words) {
  await expect(page).toHaveTitle(/^(오류:|Error:) /);
  await expect(page.locator(".govuk-error-summary")).toContainText(words);
  await leadsToFields(page);
}
