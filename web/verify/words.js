/** Words of a language, and what is put into them as a reader may see it. */

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

/** A code in the words of that language, where it has some for it. */
export function named(words, of, code) {
  return words[`receipt-${of}-${code}`] ?? harmless(code);
}
