// A lawyer decides, tells everybody, takes a file to court, and keeps from erasure what a court asks
// for. Whoever brought the claim sees all of it.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { BOTH_WAYS, DESK, KOREAN, PHONE, eventually, expect, signIn, test } from "../fixtures.js";
import { choose, fill, follow, press, refuses, says } from "../steps.js";

const WHY = "매출 자료를 한 달치 더 올려 주십시오";
const REASON = "서울중앙지방법원에 원고 명단을 냅니다";
const ORDER = "서울중앙지방법원의 보전 명령";

/** A claim of its own merchant that is under review. */
async function underReview(registry, paralegal) {
  const merchant = await registry.claimant();
  const id = await registry.submitted(merchant);
  await registry.api(`claims/${id}/reviews`, paralegal, { decision: "start" });
  const { number } = await registry.api(`claims/${id}`, paralegal);
  return { merchant, id, number };
}

async function decides(page, { id }, decision) {
  await page.goto(`/staff/claims/${id}`);
  await follow(page, decision);
  if (decision === "반려") {
    await press(page, decision);
    await refuses(page, "10자 이상");
    await fill(page, { "신청인에게 알릴 이유": WHY });
  }
  await press(page, decision);
}

/** Writes a notice, publishes it, sees what everybody sees, and takes it down. */
async function tellsEverybody(page, title) {
  await follow(page, "공지");
  await fill(page, {
    "제목 (한국어)": title,
    "제목 (영어)": `${title} (English)`,
    "내용 (한국어)": "12월 8일 오후 2시에 설명회를 엽니다",
    "내용 (영어)": "We explain the case on 8 December at 2 pm",
    "첫날": "오늘",
    "마지막 날": "2027-11-01",
  });
  await press(page, "저장하기");
  await refuses(page, "날짜를 연도부터");
  await expect(page.getByLabel("제목 (한국어)")).toHaveValue(title);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());
  await fill(page, { "첫날": today });
  await press(page, "저장하기");
  await says(page, "초안");
  await press(page, "게시하기");
  await says(page, "게시 중");
  const own = page.url();
  const shown = async (there) => {
    await page.goto("/cases/kakao-2022");
    return (await page.getByRole("heading", { name: title }).count()) > 0 === there;
  };
  await eventually(() => shown(true));
  await page.goto(own);
  await press(page, "알림 내리기");
  await says(page, "끝남");
  await eventually(() => shown(false));
}

/** Takes a file of that claim out, and reads in the history what left. */
async function exports(page, { number }) {
  await page.goto("/staff/cases/kakao-2022/claims?order=newest");
  await page.getByLabel(`${number} 선택`).check();
  await press(page, "선택한 신청 내보내기");
  await press(page, "몇 건인지 세어 보기");
  await refuses(page, "골라 주십시오");
  await choose(page, "용도", "법원에 낼 원고 명단");
  await choose(page, "파일 형식", "CSV");
  await press(page, "몇 건인지 세어 보기");
  await says(page, "신청 1건이 담깁니다", "생년월일");
  await press(page, "파일 만들기");
  await refuses(page, "필수 항목입니다");
  await fill(page, { 사유: REASON });
  await press(page, "파일 만들기");
  await says(page, REASON, "아직 내려받지 않았습니다");
  const downloaded = page.waitForEvent("download");
  await press(page, "파일 내려받기");
  const file = readFileSync(await (await downloaded).path());
  expect(file.toString()).toContain("김하늘");
  await eventually(async () => {
    await follow(page, "새로 고침");
    return page.getByText("끝까지 보냄").isVisible();
  });
  await says(page, createHash("sha256").update(file).digest("hex"));
}

for (const { way, settings } of BOTH_WAYS) {
  test(`a lawyer decides and takes a file to court, ${way}`, async ({ visitor, registry }) => {
    const paralegal = await registry.session(registry.people.paralegal);
    const accepted = await underReview(registry, paralegal);
    const rejected = await underReview(registry, paralegal);
    const page = await visitor(DESK, KOREAN, settings);
    await signIn(page, await registry.staff("lawyer"));

    await decides(page, accepted, "승인");
    await says(page, "승인했습니다");
    await decides(page, rejected, "반려");
    await says(page, "반려했습니다", WHY);
    const decided = ({ subject }) => subject === "참여 신청에 대한 결정이 있습니다";
    const mail = await registry.mail(rejected.merchant.email, decided);
    expect(mail.text).toContain(rejected.number);
    const phone = await visitor(PHONE, KOREAN, settings);
    await signIn(phone, rejected.merchant);
    await phone.goto(mail.link);
    await says(phone, "받지 못함", WHY);

    await tellsEverybody(page, `설명회 ${accepted.number}`);
    await exports(page, accepted);

    await page.goto(`/staff/claims/${rejected.id}`);
    await follow(page, "이 신청 보존하기");
    await press(page, "이 신청 보존하기");
    await refuses(page, "필수 항목입니다");
    await fill(page, { 사유: ORDER });
    await press(page, "이 신청 보존하기");
    await says(page, `보존 중입니다. 사유: ${ORDER}`);
    await follow(phone, "이 신청의 개인정보 파기하기");
    await press(phone, "영원히 파기하기");
    await refuses(phone, ORDER);
    await press(page, "보존 해제");
    await says(page, "따로 보존하고 있지 않습니다");

    await follow(page, "열람 기록");
    await says(page, "법원에 낼 원고 명단", REASON);
    const theirs = await visitor(PHONE, KOREAN, settings);
    await signIn(theirs, accepted.merchant);
    await follow(theirs, new RegExp(accepted.number));
    await says(theirs, "확인됨", "파일로 내려받음", "시험 lawyer (변호사)", REASON, "내려받음:");
  });
}
