/**
 * The parts of a receipt that are held against what the log's key signed: the words of a consent,
 * and the manifest of what was handed in ("Receipts" and "Manifests").
 */
import { isObject, isText, readObject } from "./json.js";
import {
  commit, demand, fingerprint, follow, required, sha256, toBytes, toHex,
} from "./note.js";

const FINGERPRINT = /^[0-9a-f]{64}$/;
const PLAIN_KEY = /^[a-z][a-z0-9_]*$/;

const isInteger = (value) => Number.isSafeInteger(value);
const isFlag = (value) => typeof value === "boolean";
/** What is read of a manifest: of itself, and of the objects in its lists. */
const MANIFEST = {
  v: (value) => value === 1, claim: isText, number: isText, version: isInteger,
  party: isText, sum_krw: isInteger, identity: isObject,
};
const LISTS = {
  losses: {
    id: isText, head: isText, class: isText, krw: isInteger, from: isText, until: isText,
    commitments: isObject,
  },
  evidence: { id: isText, kind: isText, size: isInteger, sha256: isText, commitments: isObject },
  consents: {
    id: isText, item: isText, title: isText, agreed: isFlag, text_sha256: isText,
    version: isInteger, language: isText, commitments: isObject,
  },
};
/** Lists that manifests did not have from the beginning. */
const ADDED = {
  businesses: { id: isText, commitments: isObject },
  signatories: { id: isText, capacity: isText, own: isFlag, commitments: isObject },
  identification: { id: isText, method: isText, on: isText, commitments: isObject },
  powers: { id: isText, mandate: isText, power: isText, granted: isFlag, commitments: isObject },
};

/**
 * Checks that the words are those that were signed, and returns them with the fingerprints from
 * the key that they name to the one that signed the checkpoint.
 */
export async function checkText(text, fields, successions, signer) {
  const statement = required("text", () => readObject(fields.statement));
  const named = new Map(Object.entries(statement));
  const digest = toHex(await sha256(toBytes(text.body)));
  demand(named.get("text_sha256") === digest && named.get("language") === text.language,
    "text", "the statement names another text");
  const namesTitle = named.has("title");
  demand(!namesTitle || named.get("title") === text.title, "text",
    "the statement names another title");
  return { ...text, keys: await keysFrom(text.body, successions, signer), namesTitle };
}

async function keysFrom(body, successions, signer) {
  const last = linesOf(body).pop();
  if (!FINGERPRINT.test(last)) return [];
  if (last === await fingerprint(signer)) return [last];
  let key;
  for (const { older } of successions) {
    if (!key && await fingerprint(older) === last) key = older;
  }
  demand(key, "text", "nothing leads from the key that the text names to the one that signed");
  const followed = await follow(key, successions, "text");
  demand(followed[followed.length - 1].text === signer.text, "text",
    "the key that the text names leads to another one");
  return Promise.all(followed.map(fingerprint));
}

/** The lines of a text, without the line feed at its end. */
export function linesOf(text) {
  return text.replace(/\n$/, "").split("\n");
}

/** Checks a manifest, and returns it with the values of its commitments that are opened. */
export async function checkManifest(openings, entry, row, fields) {
  const refuse = (holds, what) => demand(holds, "manifest", what);
  const said = required("manifest", () => readObject(fields.manifest));
  refuse(isPlain(said) && canonical(said) === fields.manifest && isManifest(said),
    "this is not a manifest");
  const { claim, number, version } = said;
  refuse(entry.table === "manifest" && claim === entry.subject
    && Object.hasOwn(row, "number") && number === row.number
    && Object.hasOwn(row, "claim_version") && version === row.claim_version,
  "this is the manifest of another claim");
  const sum = said.losses.reduce((total, { krw }) => total + BigInt(krw), 0n);
  refuse(BigInt(said.sum_krw) === sum, "the sum is not that of the losses");
  const named = new Set(commitmentsOf(said));
  const opened = new Map();
  for (const [commitment, { salt, value }] of Object.entries(openings)) {
    refuse(named.has(commitment) && await commit(salt, value) === commitment,
      "a value is not what the manifest commits to");
    opened.set(commitment, value);
  }
  return { said, opened: Object.fromEntries(opened), closed: named.size - opened.size };
}

function isManifest(said) {
  const has = (value, forms) => isObject(value) && Object.entries(forms)
    .every(([key, is]) => Object.hasOwn(value, key) && is(value[key]));
  const areOf = (list, forms) => Array.isArray(list) && list.every((one) => has(one, forms));
  return has(said, MANIFEST)
    && Object.entries(LISTS).every(([name, forms]) => Object.hasOwn(said, name)
      && areOf(said[name], forms))
    && Object.entries(ADDED).every(([name, forms]) => !Object.hasOwn(said, name)
      || areOf(said[name], forms))
    && listed(said).every((one) => signs(said, one) && answers(one))
    && commitmentsOf(said).every(isText);
}

/** The objects of a list in a manifest; none where there is no such list. */
export function listOf(said, name) {
  return Object.hasOwn(said, name) ? said[name] : [];
}

/** What an object of a manifest has under that key; nothing where it has null. */
export function valueIn(one, key) {
  return Object.hasOwn(one, key) ? one[key] ?? undefined : undefined;
}

function listed(said) {
  return [...Object.keys(LISTS), ...Object.keys(ADDED)].flatMap((name) => listOf(said, name));
}

/** Tells whether the signatory of an object, where it has one, is among those who sign. */
function signs(said, one) {
  const signatory = valueIn(one, "signatory");
  return signatory === undefined || listOf(said, "signatories").some(({ id }) => id === signatory);
}

/** Tells whether the powers in an object, where it has some, are each yes or no. */
function answers(one) {
  const powers = valueIn(one, "powers");
  return powers === undefined || (isObject(powers) && Object.values(powers).every(isFlag));
}

/** Every commitment that a manifest names. */
function commitmentsOf(said) {
  return [said.identity, ...listed(said).map(({ commitments }) => commitments)]
    .flatMap((commitments) => Object.values(commitments));
}

/** Tells whether every program writes a value the same way. */
function isPlain(value) {
  if (Array.isArray(value)) return value.every(isPlain);
  if (isObject(value)) {
    return Object.entries(value).every(([key, one]) => PLAIN_KEY.test(key) && isPlain(one));
  }
  return value === null || isText(value) || isFlag(value) || isInteger(value);
}

/** Writes JSON in its canonical form (RFC 8785), which plain values have. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const pairs = Object.keys(value).sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${pairs.join(",")}}`;
}
