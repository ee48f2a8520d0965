// An administrator brings somebody in, changes what they may do, and shuts them out again, without
// ever seeing a claim.

import { randomUUID } from "node:crypto";
import { BOTH_WAYS, DESK, KOREAN, expect, signIn, test } from "../fixtures.js";
import { PASSWORD } from "../registry.js";
import { choose, fill, follow, press, refuses, says } from "../steps.js";

const CASE = "카카오 서비스 장애 손해배상 청구 (2022년 10월)";

async function invites(page, email) {
  await follow(page, "직원 계정");
  await follow(page, "직원 초대");
  await fill(page, { "이메일 주소": email, 이름: "이새벽" });
  await press(page, "초대하기");
  await refuses(page, "골라 주십시오");
  await expect(page.getByLabel("이메일 주소")).toHaveValue(email);
  await choose(page, "역할", "사무직원");
  await press(page, "초대하기");
  await says(page, "이새벽", email);
}

for (const { way, settings } of BOTH_WAYS) {
  test(`an administrator invites and shuts out, ${way}`, async ({ visitor, registry }) => {
    const page = await visitor(DESK, KOREAN, settings);
    await signIn(page, await registry.staff("administrator"));
    await says(page, "데이터베이스", "정상", "신청은 보이지 않습니다");
    const email = `newcomer-${randomUUID()}@example.com`;
    await invites(page, email);

    const theirs = await visitor(DESK, KOREAN, settings);
    const { link, subject } = await registry.mail(email);
    expect(subject).toBe("직원 계정이 만들어졌습니다");
    await theirs.goto(link);
    await fill(theirs, { "새 비밀번호": "파란책7" });
    await press(theirs, "비밀번호 정하기");
    await refuses(theirs, "12자 이상");
    await fill(theirs, { "새 비밀번호": PASSWORD });
    await press(theirs, "비밀번호 정하기");
    await says(theirs, "아직 배정된 사건이 없습니다");

    await press(page, `배정하기 (${CASE})`);
    await says(page, "배정됨");
    await theirs.reload();
    await says(theirs, "접수된 신청");
    await follow(theirs, "내보내기");
    await says(theirs, "담당 변호사에게 요청해 주십시오");

    // whoever becomes somebody else signs in anew, and comes back to where they were
    await choose(page, "역할", "변호사");
    await press(page, "역할 바꾸기");
    await theirs.reload();
    await fill(theirs, { "이메일 주소": email, 비밀번호: PASSWORD });
    await press(theirs, "로그인");
    await says(theirs, "지금까지의 내보내기");

    await press(page, "로그인 모두 끝내기");
    await follow(theirs, "신청 목록");
    await fill(theirs, { "이메일 주소": email, 비밀번호: PASSWORD });
    await press(theirs, "로그인");
    await expect(theirs).toHaveURL(/\/claims$/);
    await press(page, `사건에서 빼기 (${CASE})`);
    await theirs.reload();
    await expect(theirs).toHaveTitle(/^로그인/);

    await press(page, "사용 중지");
    await says(page, "다시 사용하게 하면");
    await fill(theirs, { "이메일 주소": email, 비밀번호: PASSWORD });
    await press(theirs, "로그인");
    await refuses(theirs, "이메일 주소나 비밀번호가 맞지 않습니다");
    await expect(theirs.getByLabel("이메일 주소")).toHaveValue(email);
    await press(page, "다시 사용");
    await says(page, "사용 중");

    await follow(page, "열쇠");
    await says(page, "개인정보 봉인", "지금 서명하는 열쇠");
    await page.goto("/staff/cases/kakao-2022/claims");
    await says(page, "역할로는 볼 수 없는 화면입니다");
    await follow(page, "나의 화면");
    await says(page, "등록부의 상태");
  });
}
