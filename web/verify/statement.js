/**
 * What a verified receipt proves and what it does not, in the words of a language, line by line:
 * the same lines that `claimant-registry verify receipt` prints.
 */
import { isText, readObject } from "./json.js";
import { canonical, linesOf, listOf, valueIn } from "./parts.js";
import { answered, forParty, identified, signedLines, statedLines } from "./signed.js";
import { harmless, named, say } from "./words.js";

/** Korea keeps one time all year. */
const KOREA = 9 * 60 * 60 * 1000;

/** Tells whether a line stands below another: a value shown, or one thing that is not proven. */
export function isBelow(key) {
  return /^receipt-(value|line|handed-in-|signed-|not-(?!proven))/.test(key);
}

/** Everything that a receipt proves, and what it does not: each line as its key and values. */
export function statement(words, proven) {
  const { before, entry, row, closed, text, manifest } = proven;
  const signed = signedStatement(proven);
  const name = signedName(signed, proven);
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
    [entry.actor ? "receipt-whom" : "receipt-whom-none",
      { role: named(words, "role", entry.role), account: harmless(entry.actor) }],
    name === undefined ? ["receipt-name-none"] : ["receipt-name", { name: harmless(name) }],
    typeof number === "string"
      ? ["receipt-number", { number: harmless(number) }] : ["receipt-number-none"],
    ["receipt-claim", { claim: harmless(entry.subject) }],
    ...signedLines(words, signed),
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
  "v", "claim", "case", "number", "version", "party", "identity", "businesses", "signatories", "identification",
  "losses", "sum_krw", "evidence", "consents", "powers",
];
/** What a business is said to be. */
const OF_BUSINESS = ["industry", "region"];
/** What a loss is said to be beside the words of its line. */
const OF_LOSS = ["business", "form", "implausible", "method", "release", "service"];

/** What was handed in: who, what was lost, on which evidence, and what was agreed to by whom. */
function handedIn(words, manifest) {
  const { said, opened, closed } = manifest;
  const values = (commitments) => Object.keys(commitments).sort()
    .filter((field) => Object.hasOwn(opened, commitments[field]))
    .map((field) => shown(field, opened[commitments[field]]));
  const written = (value) => (isText(value) ? value : canonical(value));
  const valuesOf = (one, keys) => keys.filter((key) => valueIn(one, key) !== undefined)
    .map((key) => shown(key, written(one[key])));
  const known = (signatory) => listOf(said, "identification")
    .filter((one) => valueIn(one, "signatory") === signatory)
    .flatMap((one) => [...identified(words, one), ...values(one.commitments)]);
  return [
    ["receipt-handed-in", { version: said.version }],
    ...Object.keys(said).sort().filter((name) => !SAID.includes(name))
      .map((name) => shown(name, written(said[name]))),
    forParty(words, said.party, nameIn(manifest, said.identity)),
    ...values(said.identity),
    ...known(undefined),
    ...listOf(said, "signatories").flatMap(({ id, capacity, own, commitments }) => [
      [own ? "receipt-signed-here" : "receipt-signed-link",
        { capacity: named(words, "capacity", capacity) }],
      ...values(commitments),
      ...known(id),
    ]),
    ...listOf(said, "businesses").flatMap((business) => [
      ["receipt-handed-in-business", { id: harmless(business.id) }],
      ...valuesOf(business, OF_BUSINESS),
      ...values(business.commitments),
    ]),
    ...said.losses.flatMap((loss) => [
      ["receipt-handed-in-loss", {
        head: named(words, "head", loss.head),
        class: named(words, "class", loss.class),
        krw: grouped(loss.krw),
        from: harmless(loss.from),
        until: harmless(loss.until),
      }],
      ...valuesOf(loss, OF_LOSS),
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
      ...answered(words, consent, signerOf(manifest, consent)),
      ...values(consent.commitments),
    ]),
    ...listOf(said, "powers").flatMap((stated) => [
      ...statedLines(words, stated),
      ...values(stated.commitments),
    ]),
    ...(closed ? [["receipt-handed-in-closed", { count: closed }]] : []),
  ];
}

/** Who gave an answer, by the name that is shown or else an id; nobody in older manifests. */
function signerOf(manifest, consent) {
  const { said } = manifest;
  if (!Object.hasOwn(consent, "signatory")) return undefined;
  const signatory = listOf(said, "signatories").find(({ id }) => id === consent.signatory);
  const { id, capacity, commitments } = signatory
    ?? { id: said.claim, capacity: "self", commitments: said.identity };
  return { name: nameIn(manifest, commitments) ?? id, capacity };
}

/** The name among these commitments, where it is shown. */
function nameIn({ opened }, commitments) {
  const name = valueIn(commitments, "name");
  return name !== undefined && Object.hasOwn(opened, name) ? opened[name] : undefined;
}

/** An amount with commas between thousands. */
function grouped(number) {
  return String(number).replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
}

/** What was done, in the words of that language. */
function whatWasDone(words, { entry: { action, op, table }, row, text }) {
  const answers = new Map([[true, "consent-agreed"], [false, "consent-refused"]]);
  const papers = new Map([[true, "paper-agreed"], [false, "paper-refused"]]);
  const stated = new Map([[true, "power-given"], [false, "power-taken"]]);
  const code = (key) => (isText(row[key]) ? row[key] : "");
  // the title that was signed says more than the code
  const item = text?.namesTitle ? harmless(text.title) : named(words, "item", code("item"));
  const kind = table === "loss" ? named(words, "head", code("kind")) : harmless(code("kind"));
  const done = {
    "claim.submit claim": "claim-submit",
    "claim.submit manifest": "claim-submit",
    "claim.withdraw claim": "claim-withdraw",
    "consent.answer consent": answers.get(row.agreed),
    "consent.paper consent": papers.get(row.agreed),
    "consent.withdraw consent": "consent-withdraw",
    "power.state power_statement": stated.get(row.granted),
    "consent.reaffirm reaffirmation": "consent-reaffirm",
    "evidence.add evidence": "evidence-add",
    "evidence.replace evidence": "evidence-replace",
    "evidence.remove evidence": "evidence-remove",
    "loss.add loss": "loss-add",
    "loss.replace loss": "loss-replace",
  }[`${action} ${table}`] ?? "other";
  const power = named(words, "power", code("power"));
  const values = { item, kind, power, action: harmless(action), op, table: harmless(table) };
  return say(words, `receipt-action-${done}`, values);
}

/** What was signed: the statement of a consent or on a power; nothing where none is shown. */
function signedStatement({ fields }) {
  try {
    return readObject(fields.statement);
  } catch {
    // no statement is shown, or it is a text of another kind
    return {};
  }
}

/** The name that was signed: in the statement, or that of the claim. */
function signedName({ signed_name: name }, { fields, manifest }) {
  if (isText(name)) return name;
  return (manifest && nameIn(manifest, manifest.said.identity)) ?? fields.name;
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
