// What everybody sees, and the own account.

const CASE = "/cases/kakao-2022";

const faulty = (path) => async (page) => {
  await page.goto(path);
  await page.locator("main form button[type=submit]").last().click();
  await page.locator(".govuk-error-summary").waitFor();
};

export const open = [
  { name: "front page", path: "/" },
  { name: "case", path: CASE, measured: true },
  { name: "checklist", path: `${CASE}/checklist` },
  { name: "letter", path: `${CASE}/letter` },
  { name: "texts", path: `${CASE}/texts` },
  {
    name: "a text by its hash",
    open: async (page) => {
      await page.goto(`${CASE}/texts`);
      await page.locator('main a[href^="/texts/"]').first().click();
      await page.locator(".app-consent").waitFor();
    },
  },
  { name: "the public log", path: "/log" },
  { name: "accessibility", path: "/accessibility" },
  { name: "verify", path: "/verify", extra: true },
  { name: "sign in", path: "/sign-in" },
  { name: "sign in, faulty", open: faulty("/sign-in") },
  { name: "registration", path: "/registration" },
  { name: "registration, faulty", open: faulty("/registration") },
  { name: "code of a slip", path: "/slip" },
  { name: "code of a slip, faulty", open: faulty("/slip") },
  { name: "forgotten password", path: "/password-reset" },
  { name: "not there", path: "/nowhere" },
  { name: "claims of an account", who: "claimant", path: "/claims" },
  { name: "sessions", who: "claimant", path: "/account" },
];
