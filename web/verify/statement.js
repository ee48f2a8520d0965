/**
 * What a verified receipt proves and what it does not, in the words of a language, line by line:
 * the same lines that `claimant-registry verify receipt` prints.
 */
import { readObject } from "./json.js";

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
  return /^receipt-(value|not-(?!proven))/.test(key);
}

/** Everything that a receipt proves, and what it does not: each line as its key and values. */
export function statement(words, proven) {
  const { entry, row, fields, closed } = proven;
  const name = signedName(fields);
  const { number } = row;
  return [
    ["receipt-holds", { log: harmless(proven.log), index: proven.index, size: proven.size }],
    ["receipt-key", { fingerprint: proven.key }],
    ["receipt-done", { what: whatWasDone(words, entry, row) }],
    ["receipt-when", times(entry.at)],
    ["receipt-whom", {
      role: words[`receipt-role-${entry.role}`] ?? harmless(entry.role),
      account: harmless(entry.actor),
    }],
    name === undefined ? ["receipt-name-none"] : ["receipt-name", { name: harmless(name) }],
    typeof number === "string"
      ? ["receipt-number", { number: harmless(number) }] : ["receipt-number-none"],
    ["receipt-claim", { claim: harmless(entry.subject) }],
    [Object.keys(fields).length ? "receipt-opened" : "receipt-opened-none"],
    ...Object.entries(fields).map(([field, value]) =>
      ["receipt-value", { name: harmless(field), value: harmless(value) }]),
    ...(closed.length ? [["receipt-closed", { names: harmless(closed.join(", ")) }]] : []),
    ["receipt-not-proven"],
    ["receipt-not-true"],
    ["receipt-not-later"],
    ["receipt-not-clock", { stamps: proven.timeStamps }],
    // only the log's own signature was checked
    ["receipt-not-witnessed", { signatures: proven.signatures - 1 }],
  ];
}

/** What was done, in the words of that language. */
function whatWasDone(words, { action, op, table }, { item, agreed }) {
  const answers = new Map([[true, "consent-agreed"], [false, "consent-refused"]]);
  const named = typeof item === "string" ? words[`receipt-item-${item}`] ?? harmless(item) : "";
  const done = {
    "claim.submit claim": "claim-submit",
    "claim.withdraw claim": "claim-withdraw",
    "consent.answer consent": answers.get(agreed),
    "consent.withdraw consent": "consent-withdraw",
  }[`${action} ${table}`] ?? "other";
  const values = { item: named, action: harmless(action), op, table: harmless(table) };
  return say(words, `receipt-action-${done}`, values);
}

/** The name that was signed: in the statement of a consent, or that of the claim. */
function signedName(fields) {
  try {
    const { signed_name: name } = readObject(fields.statement);
    if (typeof name === "string") return name;
  } catch {
    // no statement is shown, or it is a text of another kind
  }
  return fields.name;
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
