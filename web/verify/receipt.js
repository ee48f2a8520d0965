/**
 * Verifies a receipt in a browser: bytes and a key go in, a verdict and what is proven come out.
 * It needs no network and stores nothing. The rules stand in audit-log.md, whose sections are
 * quoted here; the program and verify.py follow the same ones, and tests hold the three against
 * each other.
 */
import { readExtra } from "./extra.js";
import { isText, readObject } from "./json.js";
import {
  checkSigned, commit, decodeBase64, demand, expect, fingerprint, follow, LARGEST_NUMBER,
  readCheckpoint, readHash, readNote, readNumber, readSuccession, readTypedVkey, Refusal, required,
  sha256, toBytes, toHex,
} from "./note.js";
import { checkManifest, checkText } from "./parts.js";

/** Longest line of an entry, in bytes ("An entry"). */
const LONGEST_ENTRY = 65535;
/** Hashes that a proof can have: a tree has at most 63 levels. */
const DEEPEST_TREE = 63;

// The forms S, H, N and that of a time ("An entry").
const S = "[A-Za-z0-9_.:/+-]*";
const H = "[0-9a-f]{64}";
const N = "(?:0|[1-9][0-9]{0,15})";
const TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z";
const OPERATION = "INSERT|UPDATE|DELETE|TRUNCATE|SNAPSHOT";
/** An entry has one form, byte for byte; it is JSON, but is not read as such. */
const ENTRY = new RegExp(
  `^\\{"action":"${S}","actor":"${S}","at":"${TIME}","case":"${S}","key":"${S}","log":"${S}",`
  + `"op":"(?<op>${OPERATION})","prev":"${H}","request":"${S}","role":"${S}",`
  + `"row":"(?<row>${H}|)","seq":(?<seq>${N}),"subject":"${S}","table":"${S}",`
  + `"tx":(?<tx>${N}),"v":1\\}$`);

/**
 * Verifies a receipt with the key of the log, or an earlier one that leads to it. The verdict is
 * `holds`, with what is proven; `refused`, with the check that failed; or `unverified`.
 */
export async function verify(file, vkey) {
  try {
    return { verdict: "holds", ...await check(await read(file, vkey)) };
  } catch (error) {
    const isRefused = error instanceof Refusal;
    return {
      verdict: isRefused ? "refused" : "unverified",
      check: isRefused ? error.check : "form",
      what: error.message,
    };
  }
}

/** Reads all of a receipt before anything is judged: what is malformed is never called false. */
async function read(file, vkey) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file);
  const end = text.indexOf("\n\n");
  const [first, encoded, index, ...proof] = text.slice(0, Math.max(end, 0)).split("\n");
  expect(first === "c2sp.org/tlog-proof@v1", "the first line is not that of a receipt");
  expect(encoded?.startsWith("extra "), "there is no line `extra`");
  expect(index?.startsWith("index "), "there is no line `index`");
  expect(proof.length <= DEEPEST_TREE, "the proof has too many lines");
  const extra = readExtra(encoded.slice("extra ".length));
  const note = readNote(text.slice(end + 2));
  return {
    vkey: await readTypedVkey(vkey),
    index: readNumber(index.slice("index ".length)),
    proof: proof.map(readHash),
    extra,
    timeStamps: extra.timeStamps.map(decodeBase64),
    successions: await Promise.all(extra.successions.map(readSuccession)),
    note,
    checkpoint: readCheckpoint(note),
  };
}

/** The checks, in their order ("Receipts"). */
async function check({ vkey, index, proof, extra, timeStamps, successions, note, checkpoint }) {
  // 1. The checkpoint is signed by the key that the given one leads to.
  const trusted = await follow(vkey, successions, "succession");
  const signer = trusted[trusted.length - 1];
  demand(checkpoint.origin === signer.name, "signature",
    `the checkpoint is of ${checkpoint.origin}, the key of ${signer.name}`);
  await checkSigned(note, signer, "signature");
  const keys = await Promise.all(trusted.map(fingerprint));
  const key = keys[keys.length - 1];
  demand((extra.key ?? key) === key, "signature",
    "the fingerprint that the receipt gives is not that of the key");

  // 2. The entry is one, and has the number that is to be proven.
  const entry = parseEntry(extra.entry);
  demand(entry?.seq === index, "entry", `this is not entry ${index}`);

  // 3. The checkpoint covers the entry.
  const leaf = await sha256(Uint8Array.of(0), toBytes(extra.entry));
  demand(await provesInclusion(proof, leaf, index, checkpoint), "inclusion",
    `entry ${index} does not lead to the root that was signed`);

  // 4. The entry commits to the row.
  demand(await commit(extra.salt, extra.row) === entry.row, "row",
    "this is not the row that the entry was made for");
  const row = required("row", () => readObject(extra.row));

  // 5. The row commits to each field that is shown.
  const { fields, closed } = await openFields(row, extra.fields);

  // 6. The words are those that were signed.
  const said = JSON.parse(extra.entry);
  const text = extra.text && await checkText(extra.text, fields, successions, signer);

  // 7. The manifest is that of the claim.
  const manifest = extra.manifest && await checkManifest(extra.manifest, said, row, fields);
  return {
    log: checkpoint.origin, key, before: keys.slice(0, -1),
    size: Number(checkpoint.size), index: Number(index),
    entry: said, row, fields, closed, text, manifest,
    timeStamps: timeStamps.length, signatures: note.signatures.length,
    notChecked: [...extra.unknown, ...(text && !text.namesTitle ? ["text.title"] : [])],
  };
}

/** The parts of an entry that are looked at, or nothing for any other line ("An entry"). */
function parseEntry(line) {
  const { op, row, seq, tx } = line.length <= LONGEST_ENTRY && line.match(ENTRY)?.groups || {};
  if (!op || (op === "DELETE" || op === "TRUNCATE") !== (row === "")) return undefined;
  const isTooLarge = [seq, tx].some((number) => BigInt(number) > LARGEST_NUMBER);
  return isTooLarge ? undefined : { row, seq: BigInt(seq) };
}

/**
 * Tells whether a proof leads from the leaf at this index to the root of a checkpoint. The steps
 * are those of RFC 9162, section 2.1.3.2; `at` and `last` are its fn and sn.
 */
async function provesInclusion(proof, leaf, index, checkpoint) {
  let [at, last, node] = [index, checkpoint.size - 1n, leaf];
  if (at > last) return false;
  for (const sibling of proof) {
    if (last === 0n) return false;
    if (at & 1n || at === last) {
      node = await sha256(Uint8Array.of(1), sibling, node);
      while (at && !(at & 1n)) [at, last] = [at >> 1n, last >> 1n];
    } else {
      node = await sha256(Uint8Array.of(1), node, sibling);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  return last === 0n && toHex(node) === toHex(checkpoint.root);
}

/** The values that open their commitments, and the names of those that stay closed. */
async function openFields(row, openings) {
  const stated = Object.hasOwn(row, "commitments") ? row.commitments : "{}";
  const commitments = new Map(required("field", () => {
    expect(isText(stated), "the commitments of the row are not a text");
    const pairs = Object.entries(readObject(stated));
    expect(pairs.every(([, commitment]) => isText(commitment)), "a commitment is not a text");
    return pairs;
  }));
  const fields = [];
  for (const [name, { salt, value }] of Object.entries(openings)) {
    demand(commitments.get(name) === await commit(salt, value), "field",
      `${name} is not what was sealed`);
    commitments.delete(name);
    fields.push([name, value]);
  }
  fields.sort(([name], [other]) => (name < other ? -1 : 1));
  return { fields: Object.fromEntries(fields), closed: [...commitments.keys()].sort() };
}
