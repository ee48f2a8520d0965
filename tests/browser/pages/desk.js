// The pages of those who work at a desk.

const CASE = "/staff/cases/kakao-2022";

/** Opens the first claim of the table, and a page of it. */
const ofClaim = (of = "") => async (page) => {
  await page.goto(`${CASE}/claims`);
  const first = page.locator("tbody a").first();
  const [claim] = (await first.getAttribute("href")).split("?");
  await page.goto(claim + of);
};

/** Opens the assessment of the first loss of a claim, and sends it with nothing in it. */
const ofLoss = (sent) => async (page) => {
  await ofClaim()(page);
  await page.locator('#losses ~ .govuk-summary-card a[href*="/assessment"]').first().click();
  await page.waitForURL("**/assessment*");
  if (sent) await page.locator("main form button").first().click();
};

/** Opens the page on which that is put on record of the first file of a claim, and sends it empty. */
const ofFile = (finding, sent) => async (page) => {
  await ofClaim()(page);
  await page.locator(`#evidence ~ .govuk-summary-card a[href*="/checks/${finding}"]`).first().click();
  await page.waitForURL(`**/checks/${finding}*`);
  if (sent) await page.locator("main form button").first().click();
};

/** Sends the form of a page with nothing in it. */
const faulty = (path) => async (page) => {
  await page.goto(path);
  await page.locator("main form button").first().click();
};

/** Writes a message and asks whom it reaches. */
const message = (title, body) => async (page) => {
  await page.goto(`${CASE}/messages/new`);
  for (const language of ["ko", "en"]) {
    await page.locator(`#title-${language}`).fill(title);
    if (body) await page.locator(`#body-${language}`).fill(body);
  }
  await page.locator("main form button").first().click();
};

/** Opens the draft that waits for its slip, and a page of it. */
const entered = (of = "") => async (page) => {
  await page.goto(`${CASE}/entered`);
  const draft = page.locator('tbody a[href^="/claims/"]').first();
  const path = await draft.getAttribute("href");
  await page.goto(of ? `/staff${path}${of}` : path);
};

export const desk = [
  { name: "how a case stands", path: CASE, who: "paralegal", measured: true },
  { name: "claims", path: `${CASE}/claims`, who: "lawyer", measured: true },
  { name: "claims, a filter that is none", path: `${CASE}/claims?submitted_from=soon`, who: "lawyer" },
  { name: "claims, none", path: `${CASE}/claims?submitted_until=2001-01-01`, who: "paralegal" },
  { name: "a claim", open: ofClaim(), who: "lawyer" },
  { name: "an identification", open: ofClaim("/identifications"), who: "paralegal" },
  { name: "a lost mailbox", open: ofClaim("/recovery"), who: "paralegal" },
  { name: "an assessment", open: ofLoss(), who: "paralegal" },
  { name: "a file that was received", open: ofFile("received"), who: "paralegal" },
  { name: "a file that was seen", open: ofFile("seen"), who: "paralegal" },
  { name: "a file that was seen, faulty", open: ofFile("seen", true), who: "lawyer" },
  { name: "an assessment, faulty", open: ofLoss(true), who: "lawyer" },
  { name: "a legal hold", open: ofClaim("/hold"), who: "lawyer" },
  { name: "entered for others", path: `${CASE}/entered`, who: "paralegal" },
  { name: "enter a claim", path: `${CASE}/entered/new`, who: "paralegal" },
  { name: "enter a claim, faulty", open: faulty(`${CASE}/entered/new`), who: "lawyer" },
  { name: "a claim that staff enter", open: entered(), who: "paralegal" },
  { name: "signed papers", open: entered("/papers"), who: "paralegal" },
  { name: "a signed paper", open: entered("/papers/mandate"), who: "paralegal", extra: true },
  { name: "before a slip", open: entered("/slip"), who: "lawyer" },
  {
    name: "a printed slip",
    open: async (page) => {
      await entered("/slip")(page);
      await page.locator("main form button").click();
      await page.locator(".app-check-code").waitFor();
    },
    who: "lawyer",
  },
  { name: "find a person", path: `${CASE}/search`, who: "paralegal" },
  { name: "find a person, faulty", open: faulty(`${CASE}/search`), who: "paralegal" },
  { name: "exports", path: `${CASE}/exports`, who: "lawyer" },
  { name: "exports, for whom they are not", path: `${CASE}/exports`, who: "paralegal" },
  { name: "a new export", path: `${CASE}/exports/new`, who: "lawyer" },
  {
    name: "a new export, counted",
    path: `${CASE}/exports/new?profile=full&format=csv&standing=any`,
    who: "lawyer",
  },
  { name: "messages", path: `${CASE}/messages`, who: "lawyer" },
  { name: "a new message", path: `${CASE}/messages/new?region=seoul`, who: "lawyer" },
  { name: "a new message, faulty", open: message("보낼 글"), who: "lawyer" },
  { name: "a new message, counted", open: message("보낼 글", "text"), who: "lawyer" },
  { name: "who saw whom", path: `${CASE}/disclosures`, who: "lawyer" },
  { name: "legal holds", path: `${CASE}/holds`, who: "lawyer" },
  { name: "the log", path: "/audit", who: "auditor" },
  { name: "entries", path: "/audit/entries", who: "auditor" },
  { name: "an entry", path: "/audit/entries/0", who: "auditor" },
  { name: "ask for a verification", path: "/audit/verification", who: "auditor" },
  { name: "verify it yourself", path: "/audit/downloads", who: "auditor" },
  { name: "staff", path: "/administration/accounts", who: "administrator" },
  { name: "health", path: "/administration", who: "administrator" },
  { name: "invite somebody", path: "/administration/accounts/new", who: "administrator" },
  {
    name: "invite somebody, faulty",
    open: faulty("/administration/accounts/new"),
    who: "administrator",
  },
  {
    name: "an account",
    open: async (page) => {
      await page.goto("/administration/accounts");
      await page.locator("tbody a").first().click();
    },
    who: "administrator",
  },
  { name: "mails", path: "/administration/mails", who: "administrator" },
  { name: "settings", path: "/administration/settings", who: "administrator" },
  { name: "keys", path: "/administration/keys", who: "administrator" },
];
