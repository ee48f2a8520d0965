// What tests ask for by name: the registry, and people who have signed in on a device.

import { test as base } from "@playwright/test";
import { Registry } from "./registry.js";

export { expect } from "@playwright/test";
export { eventually } from "./registry.js";

export const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true };
export const DESK = { viewport: { width: 1280, height: 900 } };
export const KOREAN = { locale: "ko-KR" };
export const ENGLISH = { locale: "en-US" };
export const SILENT = { javaScriptEnabled: false };
/** A story is told both ways. */
export const BOTH_WAYS = [
  { scripts: true, way: "with scripts", settings: {} },
  { scripts: false, way: "without scripts", settings: SILENT },
];

/** Signs in on the page for it. */
export async function signIn(page, { email, password }) {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("main form button:not([type=button])").first().click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

export const test = base.extend({
  registry: [
    // Playwright wants the braces, although there is nothing in them
    async ({}, use) => use(new Registry(JSON.parse(process.env.REGISTRY))),
    { scope: "worker" },
  ],
  baseURL: async ({ registry }, use) => use(registry.url),

  /** A browser of one's own: `await visitor(PHONE, KOREAN)` is a page in a new one. */
  visitor: async ({ browser, baseURL }, use) => {
    const contexts = [];
    await use(async (...options) => {
      const settings = Object.assign({ baseURL, timezoneId: "Asia/Seoul" }, ...options);
      const context = await browser.newContext(settings);
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  /** As `visitor`, signed in as somebody of that role: `await member("lawyer", DESK)`. */
  member: async ({ visitor, signedIn }, use) => {
    await use(async (role, ...options) =>
      visitor({ storageState: await signedIn(role) }, ...options),
    );
  },

  // one sign-in a role and worker, whose cookies all its pages share
  signedIn: [
    async ({ browser, registry }, use) => {
      const states = new Map();
      await use(async (role) => {
        if (!states.has(role)) {
          const context = await browser.newContext({ baseURL: registry.url });
          await signIn(await context.newPage(), registry.people[role]);
          states.set(role, await context.storageState());
          await context.close();
        }
        return states.get(role);
      });
    },
    { scope: "worker" },
  ],
});
