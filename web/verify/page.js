/**
 * The page around the verification: a file is chosen or dropped, and what it proves is said in
 * the language of the page. Nothing is sent anywhere.
 */
import { canVerify, fingerprint, readTypedVkey, sha256, toHex } from "./note.js";
import { verify } from "./receipt.js";
import { isBelow, statement } from "./statement.js";
import { harmless, pieces } from "./words.js";

/** Longest file that is read at once; a browser's SHA-256 takes no pieces. */
const LARGEST_FILE = 512 * 1024 * 1024;
/** What people paste as a SHA-256: its digits, perhaps with a name around. */
const SUM = /^\s*(?:sha-?256\s*[:=]?)?\s*((?:[0-9a-f]\s*){64})(?:[*\s].*)?$/is;

const page = document.querySelector("[data-verify]");
const part = (name) => page.querySelector(`[data-part="${name}"]`);
const field = (name) => document.getElementById(`verify-${name}`);
/** What is said, by language and key: the page brings the words of the languages that it has. */
const WORDS = JSON.parse(part("words").content.textContent);
const words = () => WORDS[document.documentElement.lang];

/** What was last looked at: the file, the key, and what was found. */
let seen = {};

/** Puts a sentence into an element, the values in it set off. */
function put(element, key, values) {
  element.replaceChildren(...pieces(words(), key, values).map((piece, n) => {
    if (n % 2 === 0) return piece;
    const value = document.createElement("strong");
    value.className = "verify-value";
    value.textContent = piece;
    return value;
  }));
  return element;
}

/** Says where the verification stands: aloud, and in sight unless a result below says it too. */
function announce(key, isShownBelow) {
  part("status").textContent = key ? words()[key] : "";
  part("status").classList.toggle("govuk-visually-hidden", Boolean(isShownBelow));
}

/** Looks at a file, unless another one is chosen or another key given meanwhile. */
async function look(file) {
  const vkey = field("vkey").value;
  // what was found of the same file stays in sight, and keeps the focus that is in it
  const isNew = seen.file !== file;
  seen = isNew ? { file, vkey } : { ...seen, vkey };
  if (isNew) show();
  announce("verify-reading", !isNew);
  const looking = seen;
  const found = await find(file, vkey);
  if (seen !== looking) return;
  seen = { file, vkey, ...found };
  show();
  if (isNew && seen.atKey) field("vkey").focus();
}

/** What a file is, and what was found of it: of a receipt the verdict, of another its SHA-256. */
async function find(file, vkey) {
  if (file.size > LARGEST_FILE) return { trouble: "verify-too-large" };
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { trouble: "verify-unreadable" };
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 100));
  if (!file.name.endsWith(".tlog-proof") && !start.startsWith("c2sp.org/tlog-proof")) {
    return { sum: toHex(await sha256(bytes)) };
  }
  try {
    await readTypedVkey(vkey);
  } catch {
    return { trouble: "verify-vkey-wrong", atKey: true };
  }
  if (!await canVerify()) return { trouble: "verify-unable" };
  const begun = performance.now();
  const receipt = await verify(bytes, vkey);
  page.dataset.took = performance.now() - begun;
  return { receipt };
}

/** Shows what was last looked at, in the language of the page. */
function show() {
  const { trouble, atKey, receipt, sum } = seen;
  const found = (receipt && `verify-${receipt.verdict}`) ?? (sum && "verify-list");
  announce(trouble ?? found, found ?? atKey);
  part("receipt").hidden = !receipt;
  part("list").hidden = !sum;
  showKeyError(atKey ? trouble : undefined);
  if (receipt) showReceipt(receipt);
  if (sum) put(part("sum"), "verify-list-sum", { sum });
  compare();
}

function showKeyError(key) {
  field("vkey-error").hidden = !key;
  field("vkey-error").textContent = key ? words()[key] : "";
  field("vkey").setAttribute("aria-invalid", Boolean(key));
  part("key").open ||= Boolean(key);
}

function showReceipt(receipt) {
  const { verdict } = receipt;
  part("receipt").className = `verify-result verify-${verdict}`;
  field("verdict").textContent = words()[`verify-${verdict}`];
  part("fingerprint").hidden = verdict !== "holds";
  const lines = verdict === "holds" ? statement(words(), receipt) : [
    [`receipt-${verdict}`, { reason: words()[`receipt-check-${receipt.check}`] }],
    ["receipt-detail", { what: harmless(receipt.what) }],
    ["verify-refused-next"],
  ];
  part("statement").replaceChildren();
  for (const [key, values] of lines) addLine(part("statement"), key, values);
}

/** Adds a line to the statement, or to the list below the line before. */
function addLine(statement, key, values) {
  if (!isBelow(key)) {
    const line = document.createElement("p");
    line.className = "govuk-body";
    statement.append(put(line, key, values));
    return;
  }
  if (statement.lastElementChild.tagName !== "UL") {
    const list = document.createElement("ul");
    list.className = "govuk-list govuk-list--bullet";
    statement.append(list);
  }
  statement.lastElementChild.append(put(document.createElement("li"), key, values));
}

/** Holds what was pasted beside what was found, and says whether it is the same. */
function compare() {
  const { receipt, sum } = seen;
  const { key, before, text } = receipt ?? {};
  const keys = key && [key, ...before, ...(text?.keys ?? [])];
  compareWith(field("fingerprint"), keys, "verify-fingerprint");
  compareWith(field("sum"), sum && [sum], "verify-list");
}

function compareWith(input, found, key) {
  const said = document.getElementById(`${input.id}-said`);
  const isWritten = found && input.value.trim() !== "";
  const [, digits] = (isWritten && input.value.match(SUM)) || [];
  const pasted = digits?.replace(/\s/g, "").toLowerCase();
  const verdict = found?.includes(pasted) ? `${key}-same` : `${key}-other`;
  said.textContent = isWritten ? words()[pasted ? verdict : "verify-sum-form"] : "";
  input.setAttribute("aria-invalid", Boolean(isWritten && !pasted));
}

/** Says everything in another language. */
function speak(language) {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-words]")) {
    element.textContent = words()[element.dataset.words];
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", button.dataset.language === language);
  }
  show();
}

/** A file may be dropped anywhere: beside the frame, a browser would leave the page and open it. */
function takeDrops() {
  const over = (isOver) => part("drop").classList.toggle("verify-over", isOver);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  document.addEventListener("dragleave", () => over(false));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    field("file").files = event.dataTransfer.files;
    look(file);
  });
}

/** Where the page has both languages: the one that the reader's browser prefers, else Korean. */
function offerLanguages() {
  const buttons = [...document.querySelectorAll("[data-language]")];
  if (buttons.length === 0) return;
  buttons[0].parentElement.hidden = false;
  document.querySelector("[data-without-script]").hidden = true;
  for (const button of buttons) {
    button.addEventListener("click", () => speak(button.dataset.language));
  }
  const preferred = navigator.languages.map((tag) => tag.split("-")[0]);
  const language = preferred.find((tag) => tag in WORDS);
  if (language) speak(language);
}

async function begin() {
  offerLanguages();
  if (!globalThis.crypto?.subtle) return;
  part("unable").hidden = await canVerify();
  part("form").hidden = false;
  // the same file, fetched again, counts as chosen again
  field("file").addEventListener("click", () => {
    field("file").value = "";
  });
  field("file").addEventListener("change", () => {
    const [file] = field("file").files;
    if (file) look(file);
  });
  field("vkey").addEventListener("change", () => {
    if (seen.file && seen.vkey !== field("vkey").value) look(seen.file);
  });
  field("fingerprint").addEventListener("input", compare);
  field("sum").addEventListener("input", compare);
  takeDrops();
}

begin();
