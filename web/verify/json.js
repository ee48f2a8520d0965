/** JSON as two programs cannot read it differently ("Receipts" in audit-log.md). */

/** Deeper JSON than this is not read, because other programs do not either. */
const DEEPEST = 127;

/** What matters in valid JSON: a string, with the colon behind a key; brackets; a number. */
const TOKENS = /("[^"\\]*(?:\\.[^"\\]*)*")\s*(:)?|([[{])|([\]}])|-?[0-9][-+.0-9Ee]*/g;

/** Matches half of a surrogate pair, which is not Unicode. */
const HALF_PAIR = /\p{Surrogate}/u;

/**
 * Reads a JSON text. JSON.parse knows the grammar, but takes the last of two equal keys, and
 * Infinity for a number that is too large: so the tokens are looked at once more.
 */
export function readJson(text) {
  const value = JSON.parse(text);
  // the keys of each object around the token; those of a list stay empty
  const around = [];
  for (const [token, string, colon, opening, closing] of text.matchAll(TOKENS)) {
    if (string) {
      const read = JSON.parse(string);
      if (HALF_PAIR.test(read)) throw new Error("half of a surrogate pair is not Unicode");
      if (colon) addOnce(around[around.length - 1], read);
    } else if (opening) {
      if (around.push(new Set()) > DEEPEST) throw new Error("this JSON is too deep");
    } else if (closing) {
      around.pop();
    } else if (!Number.isFinite(Number(token))) {
      throw new Error("this number is too large");
    }
  }
  return value;
}

function addOnce(keys, key) {
  if (keys.has(key)) throw new Error("a key stands in this JSON twice");
  keys.add(key);
}

export function isText(value) {
  return typeof value === "string";
}

export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads a JSON object: a list in its place would be read by one program and not by another. */
export function readObject(text) {
  const value = readJson(text);
  if (!isObject(value)) throw new Error("this is not a JSON object");
  return value;
}
