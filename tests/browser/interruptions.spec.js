// What happens in the middle of something: another window, the back button, a second click, a session
// that ends, a tunnel. Nothing that was typed is lost, and nothing is made twice.

import { createHash } from "node:crypto";
import { BOTH_WAYS, DESK, KOREAN, PHONE, SILENT, expect, signIn, test } from "./fixtures.js";
import { choose, fill, follow, press, refuses, says } from "./steps.js";

const SAVE = "저장하고 계속";

/** Somebody with a draft: a browser that has signed in, and the path of the claim. */
async function drafting({ registry, visitor }, ...settings) {
  const person = await registry.claimant();
  const claim = `/claims/${await registry.draft(person)}`;
  const page = await visitor(PHONE, KOREAN, ...settings);
  await signIn(page, person);
  return { person, claim, page };
}

/** Ends the sessions of that person, as from another device. */
async function endSessions(registry, person) {
  const headers = { authorization: `Bearer ${await registry.session(person)}` };
  const answer = await fetch(`${registry.url}/api/v1/sessions`, { method: "DELETE", headers });
  expect(answer.status).toBe(204);
}

async function signsInAgain(page, { email, password }) {
  await says(page, "시간이 지나 로그아웃되었습니다", "입력하신 내용은 그대로 있습니다");
  await fill(page, { "이메일 주소": email, 비밀번호: password });
  await press(page, "로그인");
  await says(page, "다시 로그인되었습니다");
  await press(page, "계속");
}

/** Every request of that page that sends a form. */
function posts(page) {
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  return sent;
}

const file = (name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(`this is ${name}`) });

for (const { scripts, way, settings } of BOTH_WAYS) {
  test(`two browsers on one draft see both answers, ${way}`, async ({ visitor, registry }) => {
    const { person, claim, page: phone } = await drafting({ visitor, registry }, settings);
    const desk = await visitor(DESK, KOREAN, settings);
    await signIn(desk, person);
    for (const page of [phone, desk]) await page.goto(`${claim}/questions/address`);
    await fill(phone, { 주소: "서울시 마포구 1" });
    await press(phone, SAVE);
    await fill(desk, { 주소: "부산시 중구 2" });
    await press(desk, SAVE);
    await refuses(desk, "그사이에 내용이 바뀌었습니다");
    await says(desk, "다른 기기나 창에서", "서울시 마포구 1");
    await expect(desk.getByLabel("주소", { exact: true })).toHaveValue("부산시 중구 2");
    await press(desk, SAVE);
    await phone.goto(`${claim}/check`);
    await says(phone, "부산시 중구 2");

    await phone.goto(`${claim}/businesses`);
    await phone.getByRole("link", { name: /^고치기/ }).click();
    await desk.goto(phone.url());
    await phone.getByLabel("영업하시는 지역").selectOption("제주");
    await press(phone, SAVE);
    await desk.getByLabel("영업하시는 지역").selectOption("부산");
    await press(desk, SAVE);
    // as it is called, and not as it is stored
    await expect(desk.locator(".govuk-inset-text")).toContainText("제주");
  });

  test(`a session that ends in the middle of a form loses nothing, ${way}`, async ({
    visitor,
    registry,
  }) => {
    const { person, claim, page } = await drafting({ visitor, registry }, settings);
    await page.goto(`${claim}/losses/new/other`);
    await fill(page, { "손해 금액": "70,000", 설명: "예약금을 돌려주지 못해 \"항의\"를 받았습니다" });
    await choose(page, "금액을 어떻게 정하셨습니까?", "어림잡은 금액");
    await choose(page, "어느 쪽에 가깝습니까?", /통상손해/);
    await endSessions(registry, person);
    await press(page, "저장하기");
    await signsInAgain(page, person);
    await says(page, "70,000원", "\"항의\"를 받았습니다");

    await page.goto(`${claim}/evidence/new/service-use`);
    const chosen = file("채널 관리자.txt");
    await page.getByLabel("파일", { exact: true }).setInputFiles(chosen);
    if (scripts) await expect(page.getByText("준비되었습니다")).toHaveCount(1);
    await endSessions(registry, person);
    await press(page, "목록에 적기");
    await signsInAgain(page, person);
    await says(page, chosen.name, createHash("sha256").update(chosen.buffer).digest("hex"));
  });

  test(`whoever goes back after sending goes on from there, ${way}`, async ({
    visitor,
    registry,
  }) => {
    const { claim, page } = await drafting({ visitor, registry }, settings);
    await page.goto(`${claim}/losses/new/other`);
    await fill(page, { "손해 금액": "70,000" });
    await choose(page, "금액을 어떻게 정하셨습니까?", "어림잡은 금액");
    await choose(page, "어느 쪽에 가깝습니까?", /통상손해/);
    await press(page, "저장하기");
    await says(page, "70,000원");
    await page.goBack();
    await expect(page.getByLabel("손해 금액")).toBeVisible();
    await page.goForward();
    await expect(page.locator(".govuk-summary-card")).toHaveCount(1);

    await page.goto(`${claim}/questions/address`);
    await fill(page, { 주소: "서울시 마포구 1" });
    await press(page, SAVE);
    await expect(page).not.toHaveURL(/\/address$/);
    await page.goBack();
    await fill(page, { 주소: "부산시 중구 2" });
    await press(page, SAVE);
    await page.goto(`${claim}/check`);
    await says(page, "부산시 중구 2");
  });

  test(`twenty files go on the list at once, ${way}`, async ({ visitor, registry }) => {
    const { claim, page } = await drafting({ visitor, registry }, settings);
    await page.goto(`${claim}/evidence/new/sales-loss`);
    const chosen = [...Array(20).keys()].map((n) => file(`매출 ${n}.txt`));
    chosen[7].buffer = Buffer.alloc(0);
    await page.getByLabel("파일", { exact: true }).setInputFiles(chosen);
    if (scripts) await expect(page.getByText("준비되었습니다")).toHaveCount(20);
    const sent = posts(page);
    await press(page, "목록에 적기");
    // one of them is empty: it is named, and the others wait
    await refuses(page, "매출 7.txt: 파일 크기는");
    await press(page, "목록에 적기");
    await expect(page.locator(".govuk-summary-card")).toHaveCount(19);
    const listed = chosen.filter((_, n) => n !== 7);
    await says(page, ...listed.map(({ name }) => name));
    expect(sent).toHaveLength(2);
  });
}

test("a claim that was handed in is not written on by going back", async ({ visitor, registry }) => {
  const person = await registry.claimant();
  const claim = `/claims/${await registry.submitted(person)}`;
  const page = await visitor(PHONE, KOREAN);
  await signIn(page, person);
  for (const path of ["check", "questions/name", "losses/new/other"]) {
    await page.goto(`${claim}/${path}`);
    await says(page, "지금은 할 수 없습니다", "제출됨");
    await expect(page.locator("body")).not.toContainText("아직 제출하지 않았습니다");
  }
  await follow(page, "나의 화면");
  await says(page, "접수됨: 검토 전");
});

test("a form that is sent twice makes one thing", async ({ visitor, registry }) => {
  const { claim, page } = await drafting({ visitor, registry }, SILENT);
  await page.goto(`${claim}/losses/new/other`);
  await fill(page, { "손해 금액": "70,000" });
  await choose(page, "금액을 어떻게 정하셨습니까?", "어림잡은 금액");
  await choose(page, "어느 쪽에 가깝습니까?", /통상손해/);
  const fields = page.locator("main form");
  const form = Object.fromEntries(await fields.evaluate((form) => [...new FormData(form)]));
  const send = () => page.request.post(page.url(), { form });
  for (const answer of await Promise.all([send(), send()])) {
    expect(answer.url()).toMatch(/\/losses$/);
    expect(await answer.text()).toContain("70,000원");
  }
  await page.goto(`${claim}/losses`);
  await expect(page.locator(".govuk-summary-card")).toHaveCount(1);
});

test("a loss that two browsers correct is lost in neither", async ({ visitor, registry }) => {
  const { person, claim, page: phone } = await drafting({ visitor, registry });
  await registry.api(`${claim.slice(1)}/losses`, await registry.session(person), {
    kind: "other",
    class: "ordinary",
    method: "estimate",
    amount_krw: 70_000,
    from_on: "2022-10-15",
    until_on: "2022-10-15",
  });
  const desk = await visitor(DESK, KOREAN, SILENT);
  await signIn(desk, person);
  for (const page of [phone, desk]) {
    await page.goto(`${claim}/losses`);
    await follow(page, "고치기 (그 밖의 손해 1)");
  }
  await fill(phone, { "손해 금액": "80,000" });
  await press(phone, "저장하기");
  await fill(desk, { "손해 금액": "90,000" });
  await press(desk, "저장하기");
  await refuses(desk, "그사이에 내용이 바뀌었습니다");
  await says(desk, "다른 기기나 창에서 이 손해를", "80,000원");
  await expect(desk.getByLabel("손해 금액")).toHaveValue("90,000");
  await press(desk, "저장하기");
  await says(desk, "80,000원", "90,000원", "170,000원");
});

test("what was typed in a tunnel is sent once outside", async ({ visitor, registry }) => {
  const { claim, page } = await drafting({ visitor, registry });
  await page.goto(`${claim}/losses/new/other`);
  await fill(page, { "손해 금액": "70,000", 설명: "예약금을 돌려드렸습니다" });
  await choose(page, "금액을 어떻게 정하셨습니까?", "어림잡은 금액");
  await choose(page, "어느 쪽에 가깝습니까?", /통상손해/);
  await page.context().setOffline(true);
  await press(page, "저장하기");
  const said = page.getByRole("alert").getByText("인터넷에 연결되어 있지 않습니다");
  await expect(said).toBeVisible();
  await expect(page.getByRole("button", { name: "저장하기" })).toBeFocused();
  await expect(page.getByLabel("설명")).toHaveValue("예약금을 돌려드렸습니다");
  await page.context().setOffline(false);
  await expect(said).toBeHidden();
  await press(page, "저장하기");
  await expect(page.locator(".govuk-summary-card")).toHaveCount(1);
});

test("without scripts the browser's own page sends it again", async ({ visitor, registry }) => {
  const { claim, page } = await drafting({ visitor, registry }, SILENT);
  await page.goto(`${claim}/losses/new/other`);
  await fill(page, { "손해 금액": "70,000" });
  await choose(page, "금액을 어떻게 정하셨습니까?", "어림잡은 금액");
  await choose(page, "어느 쪽에 가깝습니까?", /통상손해/);
  await page.context().setOffline(true);
  await press(page, "저장하기");
  await page.context().setOffline(false);
  await page.reload();
  await says(page, "70,000원");
  await expect(page.locator(".govuk-summary-card")).toHaveCount(1);
});
