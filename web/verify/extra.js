/** What a receipt adds to its proof, of the first version and of the second ("Receipts"). */
import { isObject, isText, readObject } from "./json.js";
import { decodeBase64, expect } from "./note.js";

// limits of the second version
const LONGEST = 16 * 1024 * 1024;
const MOST_PARTS = 32;
const MOST = 64;
const MOST_OPENINGS = 10_000;
const NAME_OF_PART = /^[a-z0-9-]{1,40}$/;

const isTexts = (value) => Array.isArray(value) && value.every(isText);
const isSalt = (bytes) => {
  // a fixed length: otherwise a byte could be moved from the salt to the value
  const form = new RegExp(`^[0-9a-f]{${2 * bytes}}$`);
  return (value) => isText(value) && form.test(value);
};
const isOpening = (value) => isObject(value) && hasForm(value, { salt: isSalt(16), value: isText });
const areOpenings = (value) => isObject(value) && Object.values(value).every(isOpening);
const isSignedText = (value) => isObject(value)
  && hasForm(value, { language: isText, title: isText, body: isText });

/** The keys of both versions; what the first may have beside them, and the second has. */
const EXTRA = { entry: isText, salt: isSalt(32), row: isText, fields: areOpenings };
const FIRST = { key: isText, time_stamps: isTexts, successions: isTexts };
const SECOND = { v: (value) => value === 2, parts: isObject };
/** The parts that are known, and what each holds. */
const PARTS = new Map(Object.entries({
  key: isText,
  successions: isTexts,
  "time-stamps": isTexts,
  text: isSignedText,
  manifest: areOpenings,
}));

/** Tells whether an object has these keys, and no others but these optional ones. */
function hasForm(object, required, optional = {}) {
  const forms = new Map(Object.entries({ ...required, ...optional }));
  const holds = ([key, value]) => forms.has(key) && forms.get(key)(value);
  const keys = Object.keys(object);
  return Object.keys(required).every((key) => keys.includes(key))
    && Object.entries(object).every(holds);
}

/** Reads it, whatever its version, and what else it brings: `unknown` are names of parts. */
export function readExtra(encoded) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const bytes = decodeBase64(encoded);
  const extra = readObject(decoder.decode(bytes));
  const { entry, salt, row, fields } = extra;
  if (!Object.hasOwn(extra, "v")) {
    expect(hasForm(extra, EXTRA, FIRST), "extra is not of the form of a receipt");
    const { key, successions = [], time_stamps: timeStamps = [] } = extra;
    return { entry, salt, row, fields, key, successions, timeStamps, unknown: [] };
  }
  expect(hasForm(extra, { ...EXTRA, ...SECOND }), "extra is not of the form of a receipt");
  const parts = new Map(Object.entries(extra.parts));
  const isPart = ([name, part]) => NAME_OF_PART.test(name) && part !== null
    && (PARTS.get(name)?.(part) ?? true);
  expect([...parts].every(isPart), "a part is not of its form");
  const [successions, timeStamps] = ["successions", "time-stamps"]
    .map((name) => parts.get(name) ?? []);
  const [text, manifest] = [parts.get("text"), parts.get("manifest")];
  const lengths = [Object.keys(fields), successions, timeStamps].map(({ length }) => length);
  expect(bytes.length <= LONGEST && parts.size <= MOST_PARTS
    && Math.max(...lengths) <= MOST && Object.keys(manifest ?? {}).length <= MOST_OPENINGS,
  "this is more than a receipt holds");
  const unknown = [...parts.keys()].filter((name) => !PARTS.has(name)).sort();
  return {
    entry, salt, row, fields, key: parts.get("key"), successions, timeStamps, text, manifest,
    unknown,
  };
}
