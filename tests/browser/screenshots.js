// The pictures of the README: the demonstration as a claimant, a lawyer and an auditor see it.

import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import config from "./config.js";
import { DESK, ENGLISH, KOREAN, PHONE, signIn } from "./fixtures.js";
import { Registry } from "./registry.js";

const images = resolve(import.meta.dirname, "../../docs/images");
const first = (links) => async (page) => {
  await page.locator(links).first().click();
  await page.waitForLoadState();
};

const pictures = [
  {
    who: "claimant",
    on: [PHONE, KOREAN, { deviceScaleFactor: 2 }],
    path: "/claims",
    go: first(".govuk-task-list__link"),
  },
  { who: "lawyer", on: [DESK, ENGLISH], path: "/staff/cases/kakao-2022" },
  { who: "auditor", on: [DESK, ENGLISH], path: "/audit" },
];

const { registry, stop } = await Registry.demonstration();
const browser = await chromium.launch(config.use.launchOptions);
try {
  await mkdir(images, { recursive: true });
  for (const { who, on, path, go } of pictures) {
    const settings = Object.assign({ baseURL: registry.url, timezoneId: "Asia/Seoul" }, ...on);
    const page = await (await browser.newContext(settings)).newPage();
    await signIn(page, registry.people[who]);
    await page.goto(path);
    await go?.(page);
    await page.screenshot({ path: join(images, `${who}.png`) });
  }
} finally {
  await browser.close();
  await stop();
}
