// What every page has to pass, whoever it is for. `open` brings the page of a browser there.

import { DESK, ENGLISH, KOREAN, PHONE, test } from "./fixtures.js";
import {
  Listener,
  fits,
  isAccessible,
  isOperable,
  isReadable,
  isValid,
  leadsToFields,
} from "./checks.js";

/**
 * `who`: a role, or nobody. `languages`: where it is not in both. `extra`: its
 * scripts or its requests are more than those of an ordinary page.
 */
export function walk({ name, open, who, languages = ["ko", "en"], extra = false }) {
  for (const language of languages) {
    test(`${name}, ${language}`, async ({ member, visitor, baseURL }) => {
      const first = language === languages[0];
      const options = [PHONE, language === "ko" ? KOREAN : ENGLISH];
      const page = await (who ? member(who, ...options) : visitor(...options));
      const heard = new Listener(page, baseURL);
      await open(page);
      if (!extra) await heard.isSmall();
      await isValid(await heard.html(), page.url());
      await isAccessible(page);
      await fits(page);
      // what does not depend on the language is looked at once
      if (first) {
        await page.setViewportSize(DESK.viewport);
        await isAccessible(page);
        await isOperable(page);
        await leadsToFields(page);
        await page.emulateMedia({ colorScheme: "dark" });
        await isReadable(page);
      }
      heard.isQuiet();
    });
  }
}
