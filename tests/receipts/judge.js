/**
 * Judges receipts as the page does, many in one process. Each receipt and its key come in after
 * their lengths; what the page finds goes out, a line of JSON each. With words and a language,
 * each line is the statement that the page shows.
 */
import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";
import { verify } from "../../web/verify/receipt.js";
import { isBelow, statement } from "../../web/verify/statement.js";
import { say } from "../../web/verify/words.js";

// Node 18 has what browsers call crypto, but not under that name
globalThis.crypto ??= webcrypto;

const [words, language] = process.argv.slice(2);
const spoken = words && JSON.parse(readFileSync(words, "utf8"))[language];
const input = readFileSync(0);
let at = 0;

function part() {
  const end = at + 4 + input.readUInt32BE(at);
  const bytes = input.subarray(at + 4, end);
  at = end;
  return bytes;
}

function said({ row, ...found }) {
  // a row as deep as it may be is too deep for a reader when it lies in another object
  if (!spoken || found.verdict !== "holds") return found;
  return statement(spoken, { row, ...found })
    .map(([key, values]) => `${isBelow(key) ? "  " : ""}${say(spoken, key, values)}\n`)
    .join("");
}

const receipts = [];
while (at < input.length) receipts.push([part(), part().toString()]);
// side by side: each waits for another thread at every hash
const found = await Promise.all(receipts.map(([file, vkey]) => verify(file, vkey)));
process.stdout.write(found.map((one) => `${JSON.stringify(said(one))}\n`).join(""));
