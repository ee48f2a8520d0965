// What takes minutes; `script/test all` runs it.

import { execFileSync } from "node:child_process";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { KOREAN, PHONE, eventually, expect, test } from "./fixtures.js";
import { pages } from "./pages.js";
import { block, framed, show } from "./patterns.js";

// memory of the processes that run pages and their workers, in bytes
async function memory(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const kilobytes = ({ id }) => {
    const status = readFileSync(`/proc/${id}/status`, "utf8");
    return Number(status.match(/^RssAnon:\s+(\d+)/m)[1]);
  };
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  return renderers.map(kilobytes).reduce((sum, kb) => sum + kb, 0) * 1024;
}

test("a file of 2 GB is hashed in little memory and not much slower than elsewhere @long", async ({
  browser,
  visitor,
}) => {
  const path = test.info().outputPath("녹화.mp4");
  writeFileSync(path, "a film");
  truncateSync(path, 2_000_000_000);
  const begun = performance.now();
  const digest = execFileSync("openssl", ["dgst", "-sha256", "-r", path], { encoding: "utf8" });
  const elsewhere = performance.now() - begun;

  const page = await visitor(PHONE, KOREAN);
  await show(page, framed(block('data-module="app-files'), "evidence.js"));
  const session = await browser.newBrowserCDPSession();
  const before = await memory(session);
  const here = performance.now();
  await page.getByLabel("파일").setInputFiles(path);
  let most = 0;
  const state = page.locator(".app-files__item");
  await eventually(async () => {
    most = Math.max(most, (await memory(session)) - before);
    return (await state.textContent()).includes("준비되었습니다");
  });
  const took = performance.now() - here;
  await expect(state).toContainText(digest.slice(0, 64));
  expect(most, "memory").toBeLessThan(100 * 1024 * 1024);
  expect(elsewhere / took, "speed against openssl").toBeGreaterThan(0.05);
});

test("a receipt out of the registry is verified in the browser in 50 ms @long", async ({ member }) => {
  const page = await member("claimant", PHONE, KOREAN);
  await page.goto("/claims");
  await page.locator(".govuk-task-list__link").first().click();
  await page.waitForURL("**/claims/*");
  const link = page.locator('a[href*="/receipts/"]').first();
  const receipt = await page.request.get(await link.getAttribute("href"));
  const buffer = Buffer.from(await receipt.body());

  await page.goto("/verify");
  const took = [];
  for (let round = 0; round < 9; round += 1) {
    const name = `${round}.tlog-proof`;
    await page
      .getByLabel("확인할 파일")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    // hidden while a file is looked at
    await expect(page.getByRole("heading", { name: "접수증이 맞습니다." })).toBeVisible();
    took.push(Number(await page.locator("[data-verify]").getAttribute("data-took")));
  }
  const median = took.sort((a, b) => a - b)[4];
  console.log(`${buffer.length} bytes: ${median.toFixed(1)} ms, at most ${took.at(-1).toFixed(1)} ms`);
  expect(median).toBeLessThanOrEqual(50);
});

for (const { name, path, who, open } of pages.filter(({ measured }) => measured)) {
  test(`${name}: Lighthouse @long`, async ({ member, visitor, signedIn, launchOptions }) => {
    const page = await (who ? member(who, PHONE, KOREAN) : visitor(PHONE, KOREAN));
    await (open ? open(page) : page.goto(path));
    const address = page.url();
    const { cookies } = who ? await signedIn(who) : { cookies: [] };
    const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const port = 9300 + test.info().parallelIndex;
    const args = [...launchOptions.args, `--remote-debugging-port=${port}`];
    const browser = await chromium.launch({ ...launchOptions, args });
    const runs = [];
    for (let n = 0; n < 5; n += 1) {
      const onlyCategories = ["performance", "accessibility"];
      const settings = { port, onlyCategories, ...(Cookie && { extraHeaders: { Cookie } }) };
      const { lhr } = await lighthouse(address, settings);
      runs.push(lhr);
    }
    await browser.close();
    const median = (of) => runs.map(of).sort((a, b) => a - b)[2];
    expect(median((run) => run.categories.performance.score)).toBeGreaterThanOrEqual(0.95);
    expect(median((run) => run.categories.accessibility.score)).toBe(1);
    expect(
      median((run) => run.audits["largest-contentful-paint"].numericValue),
    ).toBeLessThanOrEqual(2000);
  });
}
