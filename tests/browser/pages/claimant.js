// A claim: of somebody who is still writing it (`drafter`), and of somebody who has handed it in.

const claim = async (page) => {
  await page.goto("/claims");
  await page.locator(".govuk-task-list__link").first().click();
  await page.waitForURL("**/claims/*");
  return new URL(page.url()).pathname;
};
const below = (path) => async (page) => page.goto((await claim(page)) + path);
const sent = (path, fill = async () => {}) => async (page) => {
  await below(path)(page);
  await fill(page);
  await page.locator("main form button[type=submit]").last().click();
  await page.locator(".govuk-error-summary").waitFor();
};

/** Begins an identification by a provider. */
const provider = async (page) => {
  await below("/signatories")(page);
  await page.locator('form[action$="/identity"] button').click();
  await page.waitForURL("**/identity/*");
};

/** Sends no code. */
const wrongCode = async (page) => {
  await below("/phone-code")(page);
  await page.locator("main form button[type=submit]").first().click();
  await page.locator(".govuk-error-summary").waitFor();
};

export const claimant = [
  { name: "task list", who: "drafter", open: claim, measured: true },
  { name: "businesses", who: "drafter", open: below("/businesses") },
  { name: "a business", who: "drafter", open: below("/businesses/new") },
  { name: "losses, none", who: "drafter", open: below("/losses") },
  { name: "kinds of loss", who: "drafter", open: below("/losses/new") },
  { name: "sales", who: "drafter", open: below("/losses/new/sales") },
  { name: "sales, faulty", who: "drafter", open: sent("/losses/new/sales") },
  { name: "compensation", who: "drafter", open: below("/losses/new/compensation_received") },
  { name: "evidence, none", who: "drafter", open: below("/evidence") },
  { name: "kinds of evidence", who: "drafter", open: below("/evidence/new") },
  { name: "files", who: "drafter", open: below("/evidence/new/service-use"), extra: true },
  { name: "consents", who: "drafter", open: below("/consents") },
  { name: "consent", who: "drafter", open: below("/consents/third_party_court") },
  { name: "consent, faulty", who: "drafter", open: sent("/consents/mandate") },
  { name: "check, incomplete", who: "drafter", open: below("/check") },
  { name: "giving a draft up", who: "drafter", open: below("/withdrawal") },
  { name: "my claim", who: "claimant", open: claim },
  { name: "submission", who: "claimant", open: below("/submission") },
  { name: "what the claim says", who: "claimant", open: below("/record") },
  { name: "receipts", who: "claimant", open: below("/receipts") },
  { name: "evidence", who: "claimant", open: below("/evidence") },
  { name: "losses", who: "claimant", open: below("/losses") },
  { name: "who signs", who: "drafter", open: below("/signatories") },
  { name: "a code to the telephone", who: "drafter", open: below("/phone-code") },
  { name: "a code to the telephone, faulty", who: "drafter", open: wrongCode },
  { name: "the way to an identity provider", who: "drafter", open: provider },
  { name: "signing again", who: "claimant", open: below("/reaffirmation") },
  { name: "special powers", who: "claimant", open: below("/powers") },
  { name: "a special power", who: "claimant", open: below("/powers/appeal") },
  { name: "taking a consent back", who: "claimant", open: below("/consents/mandate/withdrawal") },
  { name: "withdrawal", who: "claimant", open: below("/withdrawal") },
  { name: "erasure", who: "claimant", open: below("/erasure") },
  { name: "check code", path: "/verify/number" },
  { name: "an address for an account", who: "claimant", path: "/account/address" },
  { name: "password", who: "claimant", path: "/account/password" },
  { name: "erasing the account", who: "claimant", path: "/account/erasure" },
];
