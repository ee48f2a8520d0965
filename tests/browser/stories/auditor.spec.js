// An auditor looks through the log, has the live tables verified, and verifies the log on a computer
// of their own. None of it names anybody.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BOTH_WAYS, DESK, KOREAN, eventually, expect, signIn, test } from "../fixtures.js";
import { fill, follow, press, refuses, says } from "../steps.js";

// one verification of a registry waits at a time
test.describe.configure({ mode: "serial" });

async function looksAnEntryUp(page, claim) {
  await follow(page, "기록 항목");
  await page.getByLabel("한 일").selectOption("claim.submit");
  await fill(page, { "신청이나 계정": claim, "날짜(부터)": "그제" });
  await press(page, "조건 적용");
  await refuses(page, "날짜를 연도부터");
  await fill(page, { "날짜(부터)": "2022-10-15" });
  await eventually(async () => {
    await press(page, "조건 적용");
    return page.locator("tbody a").first().isVisible();
  });
  await page.locator("tbody a").first().click();
  await says(page, "claim.submit", claim);
  await eventually(async () => {
    await page.reload();
    return page.getByText("RFC 6962").isVisible();
  });
  const proof = page.getByRole("link", { name: /^\/log\/proofs\/inclusion\// });
  const answer = await page.request.get(await proof.getAttribute("href"));
  const { root, proof: hashes } = await answer.json();
  await says(page, root, ...hashes);
}

async function asksForAVerification(page, registry) {
  await follow(page, "검증 요청");
  await press(page, "검증 요청하기");
  await says(page, "요청하신 검증을 기다리고 있습니다", "진행 중");
  await registry.command("verify", "asked");
  await follow(page, "새로 고침");
  await says(page, "이상 없음", "intact");
  await page.getByText("결과 전문").first().click();
  await expect(page.locator("details pre").first()).toBeVisible();
}

/** The commands that a page prints. */
const commands = (page, program) =>
  page.locator(".app-command").filter({ hasText: program }).allTextContents();

async function verifiesElsewhere(page, registry, folder) {
  await follow(page, "직접 검증하기");
  const [mirror] = await commands(page, "claimant-registry mirror");
  await registry.paste(mirror, folder);
  // the next day it finds that the log goes on
  await registry.paste(mirror, folder);
  const kit = join(folder, "kit");
  await registry.command("export", "kit", kit);
  const [verify] = await commands(page, "python3 verify.py");
  const said = await registry.paste(verify, kit);
  expect(said).toContain("intact");
}

for (const { way, settings } of BOTH_WAYS) {
  test(`an auditor verifies, ${way}`, async ({ visitor, registry }) => {
    const folder = await mkdtemp(join(tmpdir(), "auditor-"));
    const page = await visitor(DESK, KOREAN, settings);
    await signIn(page, await registry.staff("auditor"));
    await says(page, "적어 둘 값", "서명된 체크포인트", "증인", "지문");
    const claim = await registry.submitted(await registry.claimant());
    await looksAnEntryUp(page, claim);
    await asksForAVerification(page, registry);
    await verifiesElsewhere(page, registry, folder);
    for (const path of ["/audit", "/audit/entries", "/audit/verification", "/audit/downloads"]) {
      await page.goto(path);
      await expect(page.locator("main")).not.toContainText("김하늘");
    }
    await page.goto(`/staff/claims/${claim}`);
    await says(page, "역할로는 볼 수 없는 화면입니다");
    await rm(folder, { recursive: true });
  });
}
