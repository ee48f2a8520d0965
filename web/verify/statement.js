/**
 * What a verified receipt proves and what it does not, in the words of a language, line by line:
 * the same lines that `claimant-registry verify receipt` prints.
 */
import { isText, readObject } from "./json.js";
import { canonical, linesOf } from "./parts.js";

/** Korea keeps one time all year. */
const KOREA = 9 * 60 * 60 * 1000;

/** Control characters, and marks that reorder or hide what stands beside them. */
const HIDES = new RegExp("[\\p{Cc}\\xad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f"
  + "\\ufe00-\\ufe0f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}]", "gu");

/** A text from outside as a reader may see it: what hides is escaped, as JSON writes it too. */
export function harmless(text) {
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text.replace(HIDES, (character) => character.split("").map(escape).join(""));
}

/**
 * A sentence as its pieces: what stands there in the language, and between two such pieces a
 * value that was put in.
 */
export function pieces(words, key, values = {}) {
  const name = /\{ \$([a-z]+) \}/;
  return words[key].split(name).map((piece, n) => (n % 2 ? values[piece] : piece));
}

export function say(words, key, values) {
  return pieces(words, key, values).join("");
}

/** Tells whether a line stands below another: a value shown, or one thing that is not proven. */
export function isBelow(key) {
  return /^receipt-(value|line|handed-in-|not-(?!proven))/.test(key);
}

/** Everything that a receipt proves, and what it does not: each line as its key and values. */
export function statement(words, proven) {
  const { before, entry, row, closed, text, manifest } = proven;
  const name = signedName(proven);
  // a manifest is said in words
  const fields = Object.entries(proven.fields)
    .filter(([field]) => !(manifest && field === "manifest"));
  const { number } = row;
  return [
    ["receipt-holds", { log: harmless(proven.log), index: proven.index, size: proven.size }],
    ["receipt-key", { fingerprint: proven.key }],
    ...(before.length ? [["receipt-key-before", { keys: before.join(", ") }]] : []),
    ["receipt-done", { what: whatWasDone(words, proven) }],
    ["receipt-when", times(entry.at)],
    ["receipt-whom", {
      role: words[`receipt-role-${entry.role}`] ?? harmless(entry.role),
      account: harmless(entry.actor),
    }],
    name === undefined ? ["receipt-name-none"] : ["receipt-name", { name: harmless(name) }],
    typeof number === "string"
      ? ["receipt-number", { number: harmless(number) }] : ["receipt-number-none"],
    ["receipt-claim", { claim: harmless(entry.subject) }],
    ...(text ? wordsSigned(text) : []),
    ...(manifest ? handedIn(words, manifest) : []),
    [fields.length ? "receipt-opened" : "receipt-opened-none"],
    ...fields.map(([field, value]) => shown(field, value)),
    ...(closed.length ? [["receipt-closed", { names: harmless(closed.join(", ")) }]] : []),
    ["receipt-not-proven"],
    ["receipt-not-true"],
    ["receipt-not-later"],
    ["receipt-not-clock", { stamps: proven.timeStamps }],
    // only the log's own signature was checked
    ["receipt-not-witnessed", { signatures: proven.signatures - 1 }],
    ...proven.notChecked.map((part) => ["receipt-not-checked", { name: part }]),
  ];
}

function shown(name, value) {
  return ["receipt-value", { name: harmless(name), value: harmless(value) }];
}

/** The words that were signed, and the key of the log that they name. */
function wordsSigned({ title, language, body, keys, namesTitle }) {
  const [named, ...followed] = keys;
  const key = followed.length ? ["receipt-text-key-followed", { named, followed: followed.join(", ") }]
    : [named ? "receipt-text-key-same" : "receipt-text-key-none"];
  return [
    [namesTitle ? "receipt-text" : "receipt-text-untitled",
      { title: harmless(title), language: harmless(language) }],
    ...linesOf(body).map((line) => ["receipt-line", { line: harmless(line) }]),
    key,
  ];
}

/** What is said of a manifest in a line of its own, or was said before. */
const SAID = [
  "v", "claim", "case", "number", "version", "identity", "losses", "sum_krw", "evidence",
  "consents",
];

/** What was handed in: who, what was lost, on which evidence, and what was agreed to. */
function handedIn(words, { said, opened, closed }) {
  const values = (commitments) => Object.keys(commitments).sort()
    .filter((field) => Object.hasOwn(opened, commitments[field]))
    .map((field) => shown(field, opened[commitments[field]]));
  const written = (value) => (isText(value) ? value : canonical(value));
  return [
    ["receipt-handed-in", { version: said.version }],
    ...Object.keys(said).sort().filter((name) => !SAID.includes(name))
      .map((name) => shown(name, written(said[name]))),
    ...values(said.identity),
    ...said.losses.flatMap((loss) => [
      ["receipt-handed-in-loss", {
        head: named(words, "head", loss.head),
        class: named(words, "class", loss.class),
        krw: grouped(loss.krw),
        from: harmless(loss.from),
        until: harmless(loss.until),
      }],
      ...values(loss.commitments),
    ]),
    ["receipt-handed-in-sum", { krw: grouped(said.sum_krw) }],
    ...said.evidence.flatMap((file) => [
      ["receipt-handed-in-file", {
        kind: harmless(file.kind), size: grouped(file.size), sum: harmless(file.sha256),
      }],
      ...values(file.commitments),
    ]),
    ...said.consents.flatMap((consent) => [
      [consent.agreed ? "receipt-handed-in-agreed" : "receipt-handed-in-refused", {
        title: harmless(consent.title),
        item: harmless(consent.item),
        version: consent.version,
        language: harmless(consent.language),
        sum: harmless(consent.text_sha256),
      }],
      ...values(consent.commitments),
    ]),
    ...(closed ? [["receipt-handed-in-closed", { count: closed }]] : []),
  ];
}

/** A code in the words of that language, where it has some for it. */
function named(words, of, code) {
  return words[`receipt-${of}-${code}`] ?? harmless(code);
}

/** An amount with commas between thousands. */
function grouped(number) {
  return String(number).replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
}

/** What was done, in the words of that language. */
function whatWasDone(words, { entry: { action, op, table }, row, text }) {
  const { agreed } = row;
  const answers = new Map([[true, "consent-agreed"], [false, "consent-refused"]]);
  const code = (key) => (isText(row[key]) ? row[key] : "");
  // the title that was signed says more than the code
  const item = text?.namesTitle ? harmless(text.title) : named(words, "item", code("item"));
  const kind = table === "loss" ? named(words, "head", code("kind")) : harmless(code("kind"));
  const done = {
    "claim.submit claim": "claim-submit",
    "claim.submit manifest": "claim-submit",
    "claim.withdraw claim": "claim-withdraw",
    "consent.answer consent": answers.get(agreed),
    "consent.withdraw consent": "consent-withdraw",
    "evidence.add evidence": "evidence-add",
    "evidence.replace evidence": "evidence-replace",
    "evidence.remove evidence": "evidence-remove",
    "loss.add loss": "loss-add",
    "loss.replace loss": "loss-replace",
  }[`${action} ${table}`] ?? "other";
  const values = { item, kind, action: harmless(action), op, table: harmless(table) };
  return say(words, `receipt-action-${done}`, values);
}

/** The name that was signed: in the statement of a consent, or that of the claim. */
function signedName({ fields, manifest }) {
  try {
    const { signed_name: name } = readObject(fields.statement);
    if (typeof name === "string") return name;
  } catch {
    // no statement is shown, or it is a text of another kind
  }
  const handedIn = manifest?.said.identity.name;
  const isShown = handedIn !== undefined && Object.hasOwn(manifest.opened, handedIn);
  return isShown ? manifest.opened[handedIn] : fields.name;
}

/** The time of an entry in UTC and in Korea; as it stands where no calendar has it. */
export function times(at) {
  const [seconds, micros] = [at.slice(0, 19), at.slice(19, 26)];
  const utc = Date.parse(`${seconds}Z`);
  const written = (time) => new Date(time).toISOString().slice(0, -5);
  if (Number.isNaN(utc) || written(utc) !== seconds) return { utc: at, korea: at };
  const spelt = (time) => written(time).replace("T", " ").replace(/^\+0?/, "+") + micros;
  return { utc: spelt(utc), korea: spelt(utc + KOREA) };
}
