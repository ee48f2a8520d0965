// Somebody at the firm's desk works through claims: finds them, sees whose they are with a reason,
// begins the review, and reads what is not for them.

import { BOTH_WAYS, DESK, KOREAN, expect, signIn, test } from "../fixtures.js";
import { choose, fill, follow, press, refuses, says } from "../steps.js";

const CASE = "/staff/cases/kakao-2022";
const REASON = "증빙과 손해액을 확인합니다";

/** The numbers in the table, from its top. */
const numbers = (page) => page.locator("tbody th a").allTextContents();

/** Claims of merchants of their own, with what shows who looked at them. */
async function handedIn(registry, name, count) {
  const one = async () => {
    const merchant = await registry.claimant();
    const id = await registry.submitted(merchant, name);
    const token = await registry.session(merchant);
    const { number } = await registry.api(`claims/${id}`, token);
    const seen = () => registry.api(`claims/${id}/disclosures`, token);
    return { id, number, seen };
  };
  const claims = [];
  while (claims.length < count) claims.push(await one());
  return claims;
}

async function narrowsTheTable(page, claims) {
  await follow(page, "신청 목록");
  await page.getByText("조건으로 찾기").click();
  await page.getByLabel("상태").selectOption("접수됨");
  await page.getByLabel("지역").selectOption("제주");
  await press(page, "조건 적용");
  await says(page, "찾은 신청 0건");
  await page.getByLabel("지역").selectOption("서울");
  await fill(page, { "접수일(부터)": "어제" });
  await press(page, "조건 적용");
  await refuses(page, "날짜를 연도부터");
  await fill(page, { "접수일(부터)": "2022-10-15" });
  await press(page, "조건 적용");
  await follow(page, "최근 접수순");
  const newest = await numbers(page);
  expect(newest).toEqual([...newest].sort().reverse());
  expect(newest).toEqual(expect.arrayContaining(claims.map(({ number }) => number)));
  // the filter stays in the address, and with it in the page
  await expect(page.getByLabel("지역")).toHaveValue("seoul");
}

async function findsByNumber(page, { number }) {
  await follow(page, "신청 목록");
  await fill(page, { "신청 번호": number });
  await press(page, "번호로 찾기");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
}

async function opensWithAReason(page, name, { seen }) {
  await says(page, "신원은 닫혀 있습니다");
  await expect(page.locator("main")).not.toContainText(name);
  await fill(page, { 사유: "그냥" });
  await press(page, "신원 열기");
  await refuses(page, "10자 이상");
  await fill(page, { 사유: REASON });
  await press(page, "신원 열기");
  await says(page, name, "010-1234-5678");
  expect(await seen()).toMatchObject([{ reason: REASON }]);
}

async function readsWhatWasListedAndSigned(page) {
  await says(page, "service-use.txt", "1".repeat(64), "주말 예약을 받지 못했습니다");
  const mandate = page.getByText("서명한 내용 보기(제1판) (소송위임 (제1심))");
  await mandate.click();
  await expect(page.getByText("위임받는 사람:")).toBeVisible();
}

async function beginsTheReview(page) {
  await follow(page, "검토 시작");
  await says(page, "신청인이 읽을 내용", "검토 중");
  await press(page, "검토 시작");
  await says(page, "검토를 시작했습니다");
}

for (const { scripts, way, settings } of BOTH_WAYS) {
  test(`a paralegal works through claims, ${way}`, async ({ visitor, registry }) => {
    // nobody else finds them
    const name = scripts ? "노을비" : "노을숲";
    const claims = await handedIn(registry, name, 3);
    const [first, second, third] = claims;
    const page = await visitor(DESK, KOREAN, settings);
    await signIn(page, await registry.staff("paralegal"));
    await says(page, "날짜별 접수", "네일·미용실");
    await narrowsTheTable(page, claims);
    await findsByNumber(page, first);
    await opensWithAReason(page, name, first);
    await readsWhatWasListedAndSigned(page);
    await beginsTheReview(page);

    // the next one is opened with the same words
    await findsByNumber(page, second);
    await press(page, "신원 열기");
    await says(page, name);
    expect(await second.seen()).toMatchObject([{ reason: REASON }]);
    await beginsTheReview(page);

    await follow(page, "사람 찾기");
    await fill(page, { 사유: "" });
    await press(page, "찾기");
    await refuses(page, "골라 주십시오");
    await choose(page, "무엇으로 찾으십니까?", "이름");
    await fill(page, { "찾으실 값": name, 사유: "전화로 문의한 신청인을 찾습니다" });
    await press(page, "찾기");
    await expect(page.locator("tbody tr")).toHaveCount(3);
    await follow(page, third.number);
    await says(page, name);

    // what is a lawyer's is said, here and at its own address
    await says(page, "승인: 변호사만 할 수 있습니다");
    await page.goto(`/staff/claims/${first.id}/decisions/accept`);
    await says(page, "역할로는 볼 수 없는 화면입니다");
    await follow(page, "나의 화면");
    await follow(page, "내보내기");
    await says(page, "담당 변호사에게 요청해 주십시오");
    await page.goto(`${CASE}/holds`);
    await says(page, "역할로는 볼 수 없는 화면입니다");
  });
}
