// What scripts add to pages. The pages are those of docs/interface.md.

import { createHash } from "node:crypto";
import { DESK, KOREAN, PHONE, expect, test } from "./fixtures.js";
import { block, framed, show } from "./patterns.js";

const question = framed(block('id="amount-hint" class="govuk-hint">원 단위'));
const files = framed(block("data-module=\"app-files"), "evidence.js");

// what a form sent, as the names and values of its fields
const sent = (request) => [...new URLSearchParams(request.postData())];

const posted = (page, path) =>
  page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith(path));

test("an amount is grouped while it is typed and sent as digits", async ({ visitor }) => {
  const page = await visitor(PHONE, KOREAN);
  await show(page, question);
  const amount = page.getByLabel("줄어든 매출");
  await amount.pressSequentially("1200000");
  await expect(amount).toHaveValue("1,200,000");
  // the caret stays where somebody mends a digit in the middle
  await amount.press("Home");
  await amount.press("ArrowRight");
  await amount.pressSequentially("5");
  await expect(amount).toHaveValue("15,200,000");
  await amount.pressSequentially("6");
  await expect(amount).toHaveValue("156,200,000");
  await amount.fill("３００００원 아님");
  await expect(amount, "what is no amount is the server's to judge").toHaveValue("３００００원 아님");
  await amount.fill("1,500");
  const request = posted(page, "/pattern");
  await page.getByRole("button", { name: "저장하고 계속" }).click();
  expect(sent(await request)).toEqual([["amount", "1500"]]);
});

test("what a week lost is told while its sales are typed", async ({ member }) => {
  const page = await member("drafter", PHONE, KOREAN);
  await page.goto("/claims");
  await page.locator(".govuk-task-list__link").first().click();
  await page.waitForURL("**/claims/*");
  await page.goto(`${page.url()}/losses/new/sales`);
  const week = (name) => page.locator(`[name="weeks.${name}.sales_krw"]`);
  const told = page.locator("output");
  await week("compared").pressSequentially("2000000");
  await expect(told, "half of it says nothing").toBeHidden();
  await week("outage").pressSequentially("800000");
  await expect(told).toContainText("1,200,000 원");
  await week("compared").fill("");
  await expect(told).toBeHidden();
  await page.locator("summary").last().click();
  await page.locator('[name="weeks.compared.days_krw[0]"]').fill("500000");
  await page.locator('[name="weeks.compared.days_krw[6]"]').fill("400000");
  await expect(told, "day by day").toContainText("100,000 원");
  await week("compared").fill("1");
  await expect(told, "week and days contradict each other").toBeHidden();
});

test("a form is sent once, and shows that it is on its way", async ({ visitor }) => {
  const page = await visitor(DESK, KOREAN);
  await show(page, question);
  let posts = 0;
  await page.route("**/pattern", (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    posts += 1;
    // the page stays where it is, as while a slow answer is on its way
    return route.fulfill({ status: 204 });
  });
  const button = page.getByRole("button", { name: "저장하고 계속" });
  await button.dblclick();
  await expect(button).toHaveClass(/app-busy/);
  await button.press("Enter");
  await expect(page.locator("main form")).toHaveAttribute("aria-busy", "true");
  expect(posts).toBe(1);
});

test("an error takes the focus and leads to its field", async ({ visitor }) => {
  const page = await visitor(PHONE, KOREAN);
  await show(page, framed(block('<div class="govuk-error-summary"')));
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const field = page.locator("#amount");
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/원 단위.*오류:.*0보다 큰/);
});

test("letters are counted and a password is shown in the language of the page", async ({ visitor }) => {
  const page = await visitor(PHONE, KOREAN);
  await show(page, framed(block("govuk-character-count")));
  await page.getByLabel("어떻게 된 일인가요?").fill("가".repeat(480));
  await expect(page.locator(".govuk-character-count__status")).toHaveText("20자 더 쓸 수 있습니다");
  const password = page.getByLabel("비밀번호", { exact: true });
  await password.fill("비밀");
  await page.getByRole("button", { name: "비밀번호 보기" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(page.getByRole("button", { name: "비밀번호 숨기기" })).toHaveText("숨기기");
});

test("before a session ends every page of it asks, and one answer is enough", async ({ visitor }) => {
  const page = await visitor(PHONE, KOREAN);
  const other = await page.context().newPage();
  const html = framed(block("app-session-end"));
  for (const each of [page, other]) {
    await each.clock.install();
    await each.route("**/account", (route) => route.fulfill({ body: html, contentType: "text/html" }));
    await show(each, html);
    await each.clock.runFor("12:59");
  }
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeHidden();
  for (const each of [page, other]) {
    await each.clock.runFor("00:02");
    await expect(each.getByRole("dialog")).toContainText("로그아웃되는 시각:");
  }
  await page.getByRole("button", { name: "계속하기" }).click();
  await expect(dialog).toBeHidden();
  await expect(other.getByRole("dialog")).toBeHidden();

  await page.clock.runFor("15:01");
  await expect(dialog).toContainText("쓰시던 내용은 이 화면에 그대로");
  await dialog.getByRole("button", { name: "닫기" }).click();
  await expect(dialog).toBeHidden();
});

test("every page of somebody who signed in says when the session ends", async ({ member }) => {
  const page = await member("lawyer", DESK, KOREAN);
  await page.clock.install();
  await page.goto("/staff");
  await expect(page.getByText("로그아웃되는 시각:").first()).toContainText("(한국 시각)");
  await page.clock.runFor("13:01");
  await page.getByRole("button", { name: "계속하기" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.clock.runFor("13:01");
  await expect(page.getByRole("dialog")).toContainText("(한국 시각)");
});

test("what was copied is said", async ({ visitor }) => {
  const page = await visitor(DESK, KOREAN, { permissions: ["clipboard-read", "clipboard-write"] });
  const html = `<h1 class="govuk-heading-l">확인 번호</h1><p class="app-copy"><span id="code"> 4829 1170 </span>
    <button type="button" class="govuk-button" data-module="app-copy" data-copies="code" data-copied="복사했습니다">복사</button></p>`;
  await show(page, framed(html));
  await page.getByRole("button", { name: "복사" }).click();
  await expect(page.getByRole("status")).toHaveText("복사했습니다");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("4829 1170");
});

test("twenty files are hashed here, and only what is known of them is sent", async ({ visitor }) => {
  const page = await visitor(PHONE, KOREAN);
  await show(page, files);
  const chosen = [...Array(20).keys()].map((n) => ({
    name: `매출 ${n}.txt`,
    mimeType: n ? "text/plain" : "",
    buffer: Buffer.alloc(n * 1000, n),
  }));
  await page.getByLabel("파일").setInputFiles(chosen);
  const items = page.locator(".app-files__item");
  await expect(items).toHaveCount(20);
  await expect(items.getByText("준비되었습니다")).toHaveCount(20);
  const request = posted(page, "/claim/evidence");
  await page.getByRole("button", { name: "증거로 등록" }).click();
  const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");
  expect(sent(await request)).toEqual(
    chosen.flatMap(({ name, mimeType, buffer }) => [
      ["file_name", name],
      ["media_type", mimeType || expect.any(String)],
      ["size_bytes", `${buffer.length}`],
      ["sha256", hash(buffer)],
    ]),
  );
});

test("a file is given up, tried again and taken away", async ({ visitor }) => {
  const page = await visitor(PHONE, KOREAN);
  await show(page, files);
  const send = page.getByRole("button", { name: "증거로 등록" });
  await send.click();
  await expect(page.getByRole("alert").filter({ hasText: "파일을 골라 주세요" })).toBeVisible();
  // the first one keeps the worker while the second waits, until the worker has its script
  let begin;
  const begun = new Promise((resolve) => (begin = resolve));
  await page.route("**/hash*.js", (route) => begun.then(() => route.continue()));
  await page.getByLabel("파일").setInputFiles([
    { name: "녹화.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(1000) },
    { name: "장부.txt", mimeType: "text/plain", buffer: Buffer.from("a ledger") },
  ]);
  const [film, ledger] = await page.locator(".app-files__item").all();
  await ledger.getByRole("button", { name: "장부.txt: 그만두기" }).click();
  await expect(ledger).toContainText("그만두었습니다");
  await expect(ledger.getByRole("button", { name: "다시 하기" })).toBeFocused();
  await send.click();
  await expect(page.getByText("아직 읽지 않은 파일이 있습니다")).toBeVisible();
  begin();
  await ledger.getByRole("button", { name: "다시 하기" }).click();
  await expect(ledger).toContainText(createHash("sha256").update("a ledger").digest("hex"));
  await expect(film).toContainText("준비되었습니다");
  await film.getByRole("button", { name: "녹화.mp4: 빼기" }).click();
  await expect(page.locator(".app-files__item")).toHaveCount(1);
  await expect(page.getByLabel("파일")).toBeFocused();
});
