// The page that verifies receipts, as the one file that is saved from the registry and opened
// from a disk: no network, and no registry any more.

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fits, isAccessible, isOperable, isValid } from "./checks.js";
import { expect, KOREAN, SILENT, test } from "./fixtures.js";

const data = (name) => readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8");
const receipt = data("receipt.tlog-proof");
const vkey = data("receipt.vkey").trim();
const vectors = JSON.parse(data("receipts-v2.json"));
const fingerprint = createHash("sha256").update(vkey).digest("hex");
const list = "\ufeff번호,이름\r\nKKO-000123-X,김하늘\r\n";
const folder = mkdtempSync(join(tmpdir(), "verify-"));
const file = join(folder, "verify.html");

/** A file as a browser gets it that is chosen. */
const named = (name, text) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text),
});

test.use(KOREAN);

test.beforeAll(async ({ registry }) => {
  const saved = await fetch(`${registry.url}/log/verify.html`);
  writeFileSync(file, await saved.text());
});

/** Opens the file; returns what demands that the browser complained of nothing and asked nobody. */
async function opened(page) {
  const [complaints, asked] = [[], []];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => asked.push(request.url()));
  const address = pathToFileURL(file).href;
  await page.goto(address);
  return () => {
    expect(complaints).toEqual([]);
    expect(asked).toEqual([address]);
  };
}

/** Puts in the key that signed the receipt of the tests. */
async function trust(page) {
  await page.getByText("어느 열쇠로 확인하나요?").click();
  await page.getByLabel("기록의 열쇠").fill(vkey);
}

const verdict = (page) => page.locator("#verify-verdict");
const choose = (page, name, text) => page.getByLabel("확인할 파일").setInputFiles(named(name, text));

async function isClean(page) {
  await isAccessible(page);
  await fits(page);
}

test("a receipt says what was done, when and by whom, in both languages", async ({ page }) => {
  const isQuiet = await opened(page);
  await trust(page);
  await choose(page, "receipt.tlog-proof", receipt);
  await expect(verdict(page)).toHaveText("접수증이 맞습니다.");
  await expect(page.getByRole("status").first()).toHaveText("접수증이 맞습니다.");
  for (const line of [
    "한 일: '소송 위임' 항목에 동의했습니다",
    "때: 한국 시각(KST) 2026-11-24 01:02:03.000004, 협정 세계시(UTC) 2026-11-23 16:02:03.000004.",
    "한 사람: 신청인, 계정 0193",
    "서명한 이름: 김하늘",
    "신청 번호: KKO-000123-X",
    "나중에 철회처럼 이를 바꾸는 일이 없었는지",
    `열쇠의 지문: ${fingerprint}.`,
  ]) {
    await expect(page.getByText(line)).toBeVisible();
  }
  const known = page.getByLabel("동의서에 적힌 열쇠의 지문");
  await known.fill(` SHA256: ${fingerprint.toUpperCase().replace(/.{4}/g, "$& ")}`);
  await expect(page.getByText("지문이 같습니다.")).toBeVisible();
  await known.fill(fingerprint.replace(/^./, "f"));
  await expect(page.getByText("지문이 다릅니다.")).toBeVisible();
  await known.fill(fingerprint.slice(1));
  await expect(known).toHaveAttribute("aria-invalid", "true");
  await isClean(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page).toHaveTitle("Verify a receipt or a list");
  await expect(verdict(page)).toHaveText("This receipt holds.");
  await expect(page.getByText("By whom: claimant, account 0193")).toBeVisible();
  await isClean(page);
  isQuiet();
});

test("the words that were signed, what was handed in and what is not checked stand on the page", async ({ page }) => {
  const isQuiet = await opened(page);
  await page.getByText("어느 열쇠로 확인하나요?").click();
  const show = async (what) => {
    const vector = vectors.find((one) => one.what === what);
    await page.getByLabel("기록의 열쇠").fill(vector.vkey);
    await choose(page, "receipt.tlog-proof", vector.receipt);
    await expect(verdict(page)).toHaveText("접수증이 맞습니다.");
    return createHash("sha256").update(vector.vkey).digest("hex");
  };
  const first = await show("a consent to words that name the first key");
  await expect(page.getByText("| 변호사에게 소송을 맡깁니다.")).toBeVisible();
  await expect(page.getByText(`문구에 적힌 열쇠는 ${first}이며`)).toBeVisible();
  await page.getByLabel("동의서에 적힌 열쇠의 지문").fill(first);
  await expect(page.getByText("지문이 같습니다.")).toBeVisible();
  await isClean(page);
  await show("a manifest");
  await expect(page.getByText("받은 보상을 뺀 손해 합계: 1,150,000원")).toBeVisible();
  await expect(page.getByText("file_name: 매출.pdf")).toBeVisible();
  await isClean(page);
  await show("parts that nobody knows");
  await expect(page.getByText("확인하지 않음: video-call")).toBeVisible();
  isQuiet();
});

test("a receipt that was damaged is refused when it is dropped", async ({ page }) => {
  const isQuiet = await opened(page);
  await trust(page);
  const drop = async (name, text) => {
    const dropped = await page.evaluateHandle(([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      return transfer;
    }, [name, text]);
    await page.dispatchEvent("main", "drop", { dataTransfer: dropped });
  };
  await drop("receipt.tlog-proof", receipt.replace("index 1", "index 2"));
  await expect(verdict(page)).toHaveText("접수증이 맞지 않습니다.");
  await expect(page.getByText("항목이 바뀌었거나 다른 항목의 증명입니다.")).toBeVisible();
  await expect(page.getByLabel("동의서에 적힌 열쇠의 지문")).toBeHidden();
  await drop("receipt.tlog-proof", receipt.slice(1));
  await expect(verdict(page)).toHaveText("접수증을 확인하지 못했습니다.");
  // found by what stands in it, whatever its name
  await drop("접수증.txt", receipt);
  await expect(verdict(page)).toHaveText("접수증이 맞습니다.");
  const key = page.getByLabel("기록의 열쇠");
  await key.fill(vkey.slice(0, -4));
  await key.blur();
  await expect(key).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#verify-vkey-error")).toContainText("열쇠의 형식이 아닙니다.");
  await drop("receipt.tlog-proof", receipt);
  await expect(key).toBeFocused();
  await isClean(page);
  isQuiet();
});

test("a list is compared with the record of its export", async ({ page }) => {
  const isQuiet = await opened(page);
  await choose(page, "원고 명단.csv", list);
  const sum = createHash("sha256").update(list).digest("hex");
  await expect(page.getByText(`이 파일의 SHA-256: ${sum}`)).toBeVisible();
  const recorded = page.getByLabel("내보내기 기록에 적힌 SHA-256");
  await recorded.fill(sum);
  await expect(page.getByText("같습니다. 내보낸 그대로의 파일입니다.")).toBeVisible();
  // as a spreadsheet program saves it again: without the mark, and with other line ends
  await choose(page, "원고 명단.csv", list.slice(1).replaceAll("\r\n", "\n"));
  await expect(page.getByText("내보낸 뒤에 바뀌었거나 다시 저장된 파일입니다.")).toBeVisible();
  await expect(page.locator("main")).not.toContainText("위조");
  await recorded.fill("63자리");
  await expect(recorded).toHaveAttribute("aria-invalid", "true");
  await isClean(page);
  isQuiet();
});

test("the keyboard is enough", async ({ page }) => {
  await opened(page);
  await isOperable(page);
  await trust(page);
  const input = page.getByLabel("확인할 파일");
  for (let steps = 0; steps < 10; steps += 1) {
    await page.keyboard.press("Shift+Tab");
    if (await input.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(input).toBeFocused();
  const chosen = page.waitForEvent("filechooser");
  await page.keyboard.press("Space");
  const chooser = await chosen;
  await chooser.setFiles(named("receipt.tlog-proof", receipt));
  await expect(verdict(page)).toHaveText("접수증이 맞습니다.");
});

test("a browser without Ed25519 names the other ways, and compares lists", async ({ page }) => {
  await page.addInitScript(() => {
    crypto.subtle.importKey = () => Promise.reject(new DOMException("", "NotSupportedError"));
  });
  await opened(page);
  await expect(page.getByText("claimant-registry verify receipt FILE --vkey VKEY")).toBeVisible();
  await expect(page.getByText("python3 verify.py receipt FILE --vkey VKEY")).toBeVisible();
  await trust(page);
  await choose(page, "receipt.tlog-proof", receipt);
  const unable = "이 브라우저에서는 접수증을 확인할 수 없습니다.";
  await expect(page.getByRole("status").first()).toHaveText(unable);
  await expect(verdict(page)).toBeHidden();
  await choose(page, "list.csv", list);
  await expect(page.getByText("이 파일의 SHA-256:")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use(SILENT);

  test("the page names the other ways, and offers nothing that does not work", async ({ page }) => {
    await opened(page);
    await isValid(readFileSync(file, "utf8"), file);
    await expect(page.getByText("이 브라우저에서는 접수증을 확인할 수 없습니다.")).toBeVisible();
    await expect(page.getByText("This browser cannot verify receipts.")).toBeVisible();
    await expect(page.getByText("python3 verify.py receipt FILE --vkey VKEY")).toBeVisible();
    await expect(page.getByLabel("확인할 파일")).toBeHidden();
    await expect(page.getByRole("button")).toHaveCount(0);
  });
});
