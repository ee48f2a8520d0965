// Somebody who lost money joins the suit: from the page of the case to a receipt that holds, and out
// of it again.

import { createHash, randomUUID } from "node:crypto";
import { BOTH_WAYS, ENGLISH, KOREAN, eventually, expect, signIn, test } from "../fixtures.js";
import { PASSWORD } from "../registry.js";
import { choose, fill, follow, press, refuses, says } from "../steps.js";

const SMALL = { viewport: { width: 320, height: 640 }, hasTouch: true };
const SAVE = "저장하고 계속";

const file = (name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(`this is ${name}`) });
const hash = ({ buffer }) => createHash("sha256").update(buffer).digest("hex");

/** By the link of the mail, or by its code where the page was left open. */
async function registers(page, registry, byLink) {
  await page.goto("/cases/kakao-2022");
  await follow(page, "참여 신청하기");
  const address = page.getByLabel("이메일 주소");
  await address.fill("나의 주소");
  await press(page, "확인 메일 받기");
  await refuses(page, "name@example.com처럼");
  await expect(address).toHaveValue("나의 주소");
  const email = `merchant-${randomUUID()}@example.com`;
  await address.fill(email);
  await press(page, "확인 메일 받기");
  await says(page, "메일을 확인해 주십시오", email);
  const { link, code } = await registry.mail(email);
  if (byLink) {
    await page.goto(link);
    await fill(page, { "새 비밀번호": "짧다" });
    await press(page, "비밀번호 정하기");
    await refuses(page, "8자 이상");
    await fill(page, { "새 비밀번호": PASSWORD });
    await press(page, "비밀번호 정하기");
  } else {
    const wrong = String((Number(code) + 1) % 1e6).padStart(6, "0");
    await fill(page, { "여섯 자리 번호": wrong, "새 비밀번호": PASSWORD });
    await press(page, "계정 만들기");
    await refuses(page, "확인 번호가 맞지 않거나");
    await fill(page, { "여섯 자리 번호": code, "새 비밀번호": PASSWORD });
    await press(page, "계정 만들기");
  }
  return email;
}

async function saysWhoTheyAre(page) {
  await follow(page, "신청인");
  await fill(page, { 이름: "김하늘", 생년월일: "80년생" });
  await press(page, SAVE);
  await refuses(page, "날짜를 연도부터");
  await expect(page.getByLabel("이름", { exact: true })).toHaveValue("김하늘");
  await fill(page, { 생년월일: "1980. 5. 5." });
  await press(page, SAVE);
  await fill(page, { 전화번호: "010" });
  await press(page, SAVE);
  await refuses(page, "전화번호의 자릿수");
  await fill(page, { 전화번호: "010 1234 5678" });
  await press(page, SAVE);
  await fill(page, { 주소: "서울특별시 마포구 가상로 1" });
  await press(page, SAVE);
}

async function describesTheBusiness(page) {
  await follow(page, "사업체");
  await follow(page, "사업체 더하기");
  await fill(page, { 상호: "하늘네일", 사업자등록번호: "123-45-67890" });
  await press(page, SAVE);
  await refuses(page, "사업자등록번호가 맞지 않습니다");
  await expect(page.getByLabel("상호")).toHaveValue("하늘네일");
  await fill(page, { 사업자등록번호: "123-45-67891" });
  await page.getByLabel("영업하시는 지역").selectOption("서울");
  await page.getByLabel("업종").selectOption("네일·미용실");
  await press(page, SAVE);
  // a second shop, which turns out to be somebody else's
  await follow(page, "다른 사업체 더하기");
  await fill(page, { 상호: "하늘네일 2호점", 사업자등록번호: "220-81-62517" });
  await press(page, SAVE);
  await page.getByRole("link", { name: /빼기 \(사업체 2\)/ }).click();
  await press(page, "사업체 빼기");
  await follow(page, "할 일 목록으로");
  await follow(page, "이용한 서비스");
  await choose(page, "이용하신 서비스", /카카오톡 채널/);
  await choose(page, "이용하신 서비스", "카카오 로그인");
  await choose(page, "그 가운데 유료로 쓰신 것", /카카오톡 채널/);
  await press(page, SAVE);
}

async function statesTwoLosses(page) {
  await follow(page, "손해");
  await follow(page, "손해 더하기");
  await follow(page, "줄어든 매출");
  await fill(page, { "장애가 있던 주의 매출 합계": "500,000", "비교할 주의 매출 합계": "2,000,000" });
  await page.getByLabel("비교할 주", { exact: true }).selectOption({ index: 2 });
  await press(page, "차이 계산하기");
  await says(page, "금액은 1,500,000원입니다");
  await press(page, "저장하기");
  await refuses(page, "하나를 골라");
  await expect(page.getByLabel("줄어든 매출")).toHaveValue(/^1,?500,?000$/);
  await choose(page, "어느 쪽에 가깝습니까?", /특별손해/);
  await fill(page, {
    "상대방이 그 사정을 알 수 있었습니까?": "채널 소개에 예약제로만 운영한다고 적어 두었습니다",
  });
  await press(page, "저장하기");
  await follow(page, "다른 손해 더하기");
  await follow(page, "손님께 돌려드린 돈");
  await fill(page, { "돌려드린 금액": "1,200억" });
  await choose(page, "금액을 어떻게 정하셨습니까?", /영수증/);
  await choose(page, "어느 쪽에 가깝습니까?", /통상손해/);
  await press(page, "저장하기");
  await refuses(page, "금액이 맞습니까?");
  await expect(page.getByLabel("네, 금액이 맞습니다")).not.toBeChecked();
  await fill(page, { "돌려드린 금액": "12만" });
  await press(page, "저장하기");
  await says(page, "1,500,000원", "120,000원", "1,620,000원");
  await follow(page, "할 일 목록으로");
}

/** With scripts only fingerprints are sent; without them the files are, and are not kept. */
async function listsFiles(page, scripts) {
  await follow(page, "증거");
  const chosen = [file("채널 관리자.txt"), file("알림톡 내역.txt")];
  await follow(page, "파일 더하기 (서비스 이용 증빙)");
  const list = () => press(page, "목록에 적기");
  await list();
  if (scripts) {
    await expect(page.getByRole("alert").getByText("파일을 골라 주십시오")).toBeVisible();
  } else {
    await refuses(page, "파일을 골라 주십시오");
  }
  await page.getByLabel("파일", { exact: true }).setInputFiles(chosen);
  if (scripts) await expect(page.getByText("준비되었습니다")).toHaveCount(2);
  await list();
  await says(page, ...chosen.map(({ name }) => name), ...chosen.map(hash));
  await follow(page, "파일 더하기 (매출 손실 증빙)");
  await page.getByLabel("파일", { exact: true }).setInputFiles(file("카드 매출.txt"));
  if (scripts) await expect(page.getByText("준비되었습니다")).toHaveCount(1);
  await list();
  await follow(page, "할 일 목록으로");
}

/** Answers each special power of the mandate by itself: nothing is chosen before. */
async function answersEachPower(page, yes, no, needed) {
  const powers = page.locator("fieldset", { has: page.locator("[name^='powers.']") });
  await expect(powers).toHaveCount(9);
  for (const power of await powers.all()) {
    const name = (await power.locator("legend").textContent()).trim();
    await power.getByLabel(needed.includes(name) ? yes : no).check();
  }
}

async function answersEachConsent(page) {
  await follow(page, "동의와 위임");
  await follow(page, "공동소송 참여 동의");
  await fill(page, { 서명: "김하늘" });
  await press(page, "서명하고 답하기");
  await refuses(page, "동의하시는지 골라 주십시오");
  await expect(page.getByLabel("서명", { exact: true })).toHaveValue("김하늘");
  await choose(page, "동의하십니까?", "동의합니다");
  await press(page, "서명하고 답하기");
  for (const [title, answer] of [
    ["소송위임 (제1심)", "동의합니다"],
    ["위임계약 (비용과 보수)", "동의합니다"],
    ["개인정보 수집·이용 동의 (필수)", "동의합니다"],
    ["개인정보 제3자 제공 동의: 법원 (필수)", "동의합니다"],
    ["개인정보 제3자 제공 동의: 상대방 (필수)", "동의합니다"],
    ["후속 소송 안내를 위한 개인정보 이용 동의 (선택)", "동의하지 않습니다"],
  ]) {
    await follow(page, title);
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await choose(page, "동의하십니까?", answer);
    await fill(page, { 서명: "김하늘" });
    if (title.startsWith("소송위임")) {
      await press(page, "서명하고 답하기");
      await refuses(page, "‘예’나 ‘아니요’로");
      const needed = ["화해", "복대리인의 선임"];
      await answersEachPower(page, "예, 이 권한을 줍니다", "아니요, 주지 않습니다", needed);
    }
    await press(page, "서명하고 답하기");
  }
  await says(page, "동의하지 않으셨습니다");
  await follow(page, "할 일 목록으로");
}

/** Hands in; returns number and check code. */
async function handsIn(page) {
  await expect(page.getByText("다 적으셨습니다")).toHaveCount(8);
  await follow(page, "확인하고 제출하기");
  await says(page, "1980년 5월 5일", "123-45-67891", "1,620,000원", "동의하지 않으셨습니다");
  await press(page, "확인했습니다. 제출합니다");
  await says(page, "제출하셨습니다");
  const number = await page.locator(".govuk-panel strong").textContent();
  const code = await page.locator(".app-check-code").textContent();
  expect(number).toMatch(/^KKO-\d{6}-/);
  expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
  return { number, code };
}

/** Downloads the receipt, once it is made, and returns where it lies. */
async function keepsTheReceipt(page) {
  const link = page.getByRole("link", { name: "접수증 파일 내려받기" });
  const address = await link.getAttribute("href");
  await eventually(async () => {
    const answer = await page.request.get(address);
    return answer.headers()["content-disposition"];
  });
  const downloaded = page.waitForEvent("download");
  await link.click();
  return (await downloaded).path();
}

async function verifiesIt(page, registry, receipt, scripts) {
  await follow(page, "접수증 확인");
  if (scripts) {
    await page.getByLabel("확인할 파일").setInputFiles(receipt);
    await says(page, "접수증이 맞습니다", "참여 신청서를 제출했습니다", "신청인");
    return;
  }
  await says(page, "이 브라우저에서는 접수증을 확인할 수 없습니다");
  const printed = await page.getByText(/^claimant-registry verify receipt receipt/).textContent();
  const said = await registry.paste(printed.replace("receipt.tlog-proof", receipt));
  expect(said).toContain("접수증이 맞습니다");
}

async function asksByNumber(page, { number, code }) {
  await page.goto("/verify");
  await follow(page, "접수 번호와 확인 번호로 확인하기");
  await fill(page, { "접수 번호": number, "확인 번호": "0000 0000 0000 0000" });
  await press(page, "확인하기");
  await refuses(page, "서로 맞지 않습니다");
  await fill(page, { "확인 번호": code });
  await press(page, "확인하기");
  await says(page, "접수되었습니다", "공개 기록에 들어 있습니다");
  await expect(page.locator("main")).not.toContainText("김하늘");
}

async function takesTheOptionalConsentBack(page) {
  const title = "후속 소송 안내를 위한 개인정보 이용 동의 (선택)";
  await follow(page, `보기 (${title})`);
  await choose(page, "동의하십니까?", "동의합니다");
  await fill(page, { 서명: "김하늘" });
  await press(page, "서명하고 답하기");
  await follow(page, title);
  await follow(page, "이 동의 철회하기");
  await says(page, "이 항목의 동의만 철회됩니다");
  await press(page, "동의 철회하기");
  await follow(page, "나의 신청으로");
  await says(page, "접수됨: 검토 전", "동의를 철회하셨습니다");
}

for (const { scripts, way, settings } of BOTH_WAYS) {
  test(`a merchant joins, ${way}`, async ({ visitor, registry }) => {
    const page = await visitor(SMALL, KOREAN, settings);
    const email = await registers(page, registry, scripts);
    await says(page, "아직 시작하신 신청이 없습니다");
    await press(page, "참여 신청 시작");
    await expect(page.locator(".app-standing")).toContainText("아직 제출하지 않았습니다");
    await saysWhoTheyAre(page);
    await describesTheBusiness(page);
    await statesTwoLosses(page);
    await listsFiles(page, scripts);
    await answersEachConsent(page);
    const told = await handsIn(page);
    const mail = await registry.mail(email);
    expect(mail.text).toContain(told.number);
    const receipt = await keepsTheReceipt(page);
    await verifiesIt(page, registry, receipt, scripts);
    await asksByNumber(page, told);

    await page.goto(mail.link);
    await says(page, told.number, "접수됨: 검토 전", "법률사무소의 차례입니다", "아직 아무도");
  });

  test(`a merchant takes consents back and leaves, ${way}`, async ({ visitor, registry }) => {
    const merchant = await registry.claimant();
    const claim = await registry.submitted(merchant);
    const page = await visitor(SMALL, KOREAN, settings);
    await signIn(page, merchant);
    await page.goto(`/claims/${claim}`);
    await takesTheOptionalConsentBack(page);
    if (scripts) {
      await follow(page, "보기 (소송위임 (제1심))");
      await follow(page, "이 동의 철회하기");
      await says(page, "신청이 진행 중이면 함께 철회됩니다");
      await press(page, "동의를 철회하고 신청도 철회하기");
      await follow(page, "나의 신청으로");
    } else {
      await follow(page, "신청 철회하기");
      await says(page, "KKO-", "되돌릴 수 없습니다");
      await press(page, "신청 철회하기");
    }
    await says(page, "이 신청은 철회되었습니다", "더 진행되는 일은 없습니다");
    const withdrawn = ({ subject }) => subject === "참여 신청이 철회되었습니다";
    expect((await registry.mail(merchant.email, withdrawn)).text).toContain("KKO-");
  });

  test(`a driver without a business joins, ${way}`, async ({ visitor, registry }) => {
    const page = await visitor(SMALL, ENGLISH, settings);
    await signIn(page, await registry.claimant());
    await press(page, "Begin a claim");
    const save = () => press(page, "Save and continue");
    await follow(page, "About you");
    await fill(page, { Name: "John Park", "Birth date": "1975-03-01" });
    await save();
    await fill(page, { "Telephone number": "+44 20 7946 0958" });
    await save();
    await fill(page, { Address: "12 Gasang-ro, Gangneung" });
    await save();
    await follow(page, "Business");
    await says(page, "without a registered business", "give line of business and region");
    await follow(page, "Add a business");
    await page.getByLabel("Where your business is").selectOption("Gangwon");
    await page.getByLabel("Line of business").selectOption("Regional taxi driver");
    await save();
    await follow(page, "Back to the list");
    await follow(page, "Services");
    await choose(page, "Services that you used", /Kakao T \(taxi/);
    await save();
    await follow(page, "Losses");
    await follow(page, "Add a loss");
    await follow(page, "Cancelled orders and bookings");
    await fill(page, { "Amount cancelled": "340,000" });
    await choose(page, "How did you arrive at the amount?", "An estimate");
    await choose(page, "Which comes closer?", /ordinary damage/);
    await press(page, "Save");
    await follow(page, "Back to the list");
    await follow(page, "Evidence");
    for (const kind of ["Proof of service use", "Proof of sales loss"]) {
      await follow(page, `Add files (${kind})`);
      await page.getByLabel("Files", { exact: true }).setInputFiles(file(`${kind}.txt`));
      if (scripts) await expect(page.getByText("Ready", { exact: true })).toHaveCount(1);
      await press(page, "Put them on the list");
    }
    await follow(page, "Back to the list");
    await follow(page, "Consents and mandate");
    for (const title of [
      "Consent to join the suit",
      "Mandate to counsel (first instance)",
      "Fee contract",
      "Collection and use of personal data (required)",
      "Provision of personal data: the court (required)",
      "Provision of personal data: the opposing party (required)",
    ]) {
      await follow(page, title);
      await choose(page, "Do you agree?", "I agree");
      if (title.startsWith("Mandate")) {
        const needed = ["Settlement", "Appointing sub-counsel"];
        await answersEachPower(page, "Yes, I give this power", "No, I do not", needed);
      }
      await fill(page, { Signature: "John Park" });
      await press(page, "Sign and answer");
    }
    await follow(page, "Back to the list");
    // what is optional can stay unanswered
    await follow(page, "Check and hand in");
    await says(page, "KRW 340,000", "To be answered");
    await press(page, "I have checked it: hand it in");
    await says(page, "It is handed in", "KKO-");
  });
}
