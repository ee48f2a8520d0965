// Tests that every page passes, whoever it is for. `open` brings a page of a browser there.

import { DESK, ENGLISH, KOREAN, PHONE, SILENT, test } from "./fixtures.js";
import { fits, isAccessible, isOperable, isSmall, isValid, listen } from "./checks.js";

const LANGUAGES = { ko: KOREAN, en: ENGLISH };

/**
 * `who`: a role of the demonstration, or nobody. `languages`: where it is not in both. `extra`: where
 * its scripts or its requests are more than those of an ordinary page.
 */
export function walk({ name, open, who, languages = ["ko", "en"], extra = false }) {
  const visit = (member, visitor, ...options) =>
    who ? member(who, ...options) : visitor(...options);

  for (const language of languages) {
    for (const [device, size] of Object.entries({ phone: PHONE, desk: DESK })) {
      test(`${name}, ${device}, ${language}`, async ({ member, visitor, baseURL }) => {
        const page = await visit(member, visitor, size, LANGUAGES[language]);
        const heard = listen(page, baseURL);
        await open(page);
        await isAccessible(page);
        await fits(page);
        if (device === "desk") await isOperable(page);
        await page.emulateMedia({ colorScheme: "dark" });
        await isAccessible(page);
        heard.quiet();
      });
    }

    test(`${name}, without script, ${language}`, async ({ member, visitor, baseURL }) => {
      const page = await visit(member, visitor, PHONE, LANGUAGES[language], SILENT);
      const heard = listen(page, baseURL);
      let html;
      page.on("response", async (answer) => {
        if (answer.request().isNavigationRequest()) html = answer.text();
      });
      await open(page);
      await isValid(await html, page.url());
      heard.quiet();
    });
  }

  if (!extra) {
    test(`${name}: what a first visit costs`, async ({ member, visitor }) => {
      await isSmall(await visit(member, visitor, PHONE, KOREAN), open);
    });
  }
}
