/**
 * Signed notes (c2sp.org/signed-note), and what the log says in them: checkpoints
 * (c2sp.org/tlog-checkpoint) and successions. Quoted titles are sections of audit-log.md.
 */

/** Above it, programs that keep numbers as floating point would round. */
export const LARGEST_NUMBER = 2n ** 53n;
/** Prime of the field of Ed25519 (RFC 8032, section 5.1). */
const P = 2n ** 255n - 19n;
/**
 * y of the points of small order. Under such a key somebody else's signature verifies over any
 * text, so that whoever publishes one can disown what it signed ("Tree and checkpoints").
 */
const SMALL_ORDER = [
  0n, 1n, P - 1n,
  littleEndian("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
  littleEndian("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
];
const MOST_SIGNATURES = 64;

const NUMBER = /^(?:0|[1-9][0-9]{0,15})$/;
const CONTROL_CHARACTER = /[\x00-\x09\x0b-\x1f]/;
// the name of a key has no white space, no control character and no +
const VKEY = /^([^\x00-\x20+\p{White_Space}]+)\+([0-9a-f]{8})\+(.+)$/u;
const SIGNATURE_LINE = /^\u2014 ([^\x00-\x20+\p{White_Space}]+) ([A-Za-z0-9+/]{7,}={0,2})$/u;
const SUCCESSION = new RegExp([
  "^claimant-registry/succession/v1", "old ([^\n]+)", "new ([^\n]+)", "size ([^\n]+)",
  "root ([^\n]+)", "reason [^\n]*", "$",
].join("\n"));

/** A check that failed: which, and why. Any other error: it could not be checked. */
export class Refusal extends Error {
  constructor(check, what) {
    super(what);
    this.check = check;
  }
}

/** Goes on only if this holds. */
export function demand(holds, check, what) {
  if (!holds) throw new Refusal(check, what);
}

/** Goes on only if the file has the form of a receipt: otherwise nothing can be verified. */
export function expect(hasForm, what) {
  if (!hasForm) throw new Error(what);
}

export function toBytes(text) {
  return new TextEncoder().encode(text);
}

export function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes that an even number of hexadecimal digits stands for. */
export function fromHex(digits) {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function littleEndian(digits) {
  return BigInt("0x" + toHex(fromHex(digits).reverse()));
}

/** SHA-256 of these bytes, one after the other. */
export async function sha256(...parts) {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** The commitment SHA-256(salt, text) ("Payloads and commitments"). */
export async function commit(salt, text) {
  return toHex(await sha256(fromHex(salt), toBytes(text)));
}

/** What is read of a part that the log's key has signed: a fault there refuses the receipt. */
export function required(check, read) {
  try {
    return read();
  } catch (error) {
    throw new Refusal(check, error.message);
  }
}

/** Decodes base64 in its one form (RFC 4648, section 4); atob would take others. */
export function decodeBase64(text) {
  const decoded = atob(text);
  expect(btoa(decoded) === text, "this is not base64 in its one form");
  return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
}

/** Reads a hash in base64. */
export function readHash(text) {
  const hash = decodeBase64(text);
  expect(hash.length === 32, "this is not a hash");
  return hash;
}

/** Reads a size or the number of an entry (N in "An entry"). */
export function readNumber(text) {
  expect(NUMBER.test(text) && BigInt(text) <= LARGEST_NUMBER, "this is not a number of entries");
  return BigInt(text);
}

/** Reads the key of a log ("Tree and checkpoints"). */
export async function readVkey(text) {
  const [, name, id, encoded] = text.match(VKEY) ?? [];
  expect(name, "this is not a vkey");
  const typed = decodeBase64(encoded);
  const idOfKey = toHex(await sha256(toBytes(`${name}\n`), typed)).slice(0, 8);
  expect(typed.length === 33 && typed[0] === 1 && id === idOfKey,
    "the vkey is not of type 1, or its key id is not that of its name and key");
  const key = typed.slice(1);
  const y = littleEndian(toHex(key)) % 2n ** 255n;
  expect(y < P && !SMALL_ORDER.includes(y),
    "this vkey holds no public key that only its owner can sign with");
  return { text, name, id, key };
}

/** Reads the key that somebody typed or pasted. */
export function readTypedVkey(text) {
  return readVkey(text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, ""));
}

/** SHA-256 of a vkey as text, in hexadecimal digits: what people compare. */
export async function fingerprint(vkey) {
  return toHex(await sha256(toBytes(vkey.text)));
}

/** Reads a note: a text, an empty line, signature lines. */
export function readNote(note) {
  const end = note.lastIndexOf("\n\n");
  expect(end >= 0 && note.endsWith("\n") && !CONTROL_CHARACTER.test(note),
    "this is not a signed note");
  const lines = note.slice(end + 2, -1).split("\n");
  expect(lines.length <= MOST_SIGNATURES, "a note of more than 64 signatures is not read");
  const signatures = lines.map((line) => {
    const [, name, encoded] = line.match(SIGNATURE_LINE) ?? [];
    expect(name, "this is not a signature line");
    const signature = decodeBase64(encoded);
    return { name, id: toHex(signature.slice(0, 4)), signature: signature.slice(4) };
  });
  return { text: note.slice(0, end + 1), signatures };
}

/** Reads what a note says of a tree. Further lines are passed over, but none is empty. */
export function readCheckpoint(note) {
  const lines = note.text.slice(0, -1).split("\n");
  const [origin, size, root] = lines;
  expect(lines.length >= 3 && lines.every((line) => line !== ""), "this is not a checkpoint");
  return { origin, size: readNumber(size), root: readHash(root) };
}

/** Reads a note by which a key names the one that follows it ("Successions"). */
export async function readSuccession(text) {
  const note = readNote(text);
  const [, older, newer, size, root] = note.text.match(SUCCESSION) ?? [];
  expect(older, "this is not a succession");
  readNumber(size);
  readHash(root);
  return { note, older: await readVkey(older), newer: await readVkey(newer) };
}

/**
 * Checks that a note is signed by the key. At least one signature has to be of this key, and
 * every one that is has to be valid; those of other keys are passed over.
 */
export async function checkSigned(note, vkey, check) {
  const own = note.signatures.filter(({ name, id }) => name === vkey.name && id === vkey.id);
  demand(own.length > 0, check, `the note is not signed by ${vkey.text}`);
  for (const { signature } of own) {
    const isValid = await isSignature(signature, vkey.key, toBytes(note.text));
    demand(isValid, check, `a signature of ${vkey.name} is not valid`);
  }
}

/** This key and those that it leads to, each signed by the one before ("Successions"). */
export async function follow(vkey, successions, check) {
  const trusted = [vkey];
  for (const { note, older, newer } of successions) {
    const last = trusted[trusted.length - 1];
    if (older.text !== last.text) continue;
    await checkSigned(note, last, check);
    trusted.push(newer);
  }
  return trusted;
}

/** Tells whether this is the key's signature of the bytes (RFC 8032, section 5.1.7). */
async function isSignature(signature, key, bytes) {
  try {
    const publicKey = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", publicKey, signature, bytes);
  } catch {
    // nobody signs with what is no point of the curve, which some browsers refuse to import
    return false;
  }
}

/**
 * Tells whether this browser can verify: it has Ed25519, and finds the signature of RFC 8032
 * (section 7.1, test 2) valid, but not over another text.
 */
export async function canVerify() {
  const key = fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const signature = fromHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  return await isSignature(signature, key, Uint8Array.of(0x72))
    && !await isSignature(signature, key, Uint8Array.of(0x73));
}
