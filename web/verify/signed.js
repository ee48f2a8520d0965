/**
 * Who signed, for whom, in which capacity, how they were identified, and which powers that gives:
 * as a signed statement says it, and as a manifest does.
 */
import { isObject, isText } from "./json.js";
import { harmless, named } from "./words.js";

/** What lies under that key, where the value is an object that has it. */
function under(value, key) {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What lies in the list under that key; nothing where there is no list. */
function eachUnder(value, key) {
  const list = under(value, key);
  return Array.isArray(list) ? list : [];
}

/** What a signed statement says. What is not there, as in older ones, is passed over. */
export function signedLines(words, said) {
  const [party, signatory, mandate] = ["party", "signatory", "mandate"]
    .map((key) => under(said, key));
  const text = (value, key, line) => {
    const found = under(value, key);
    return isText(found) ? line(found) : [];
  };
  const lines = [
    ...text(party, "kind", (kind) => [forParty(words, kind, under(party, "name"))]),
    ...text(signatory, "capacity", (capacity) => [
      ["receipt-signed-capacity", { capacity: named(words, "capacity", capacity) }]]),
    ...text(signatory, "office", (office) => [
      ["receipt-signed-office", { office: harmless(office) }]]),
    ...text(signatory, "share", (share) => [["receipt-signed-share", { share: harmless(share) }]]),
    ...eachUnder(said, "identification").flatMap((one) => identified(words, one)),
    ...onPaper(under(said, "paper")),
    ...eachUnder(mandate, "counsel").flatMap((counsel) => counselLine(counsel)),
    ...text(mandate, "instance", (instance) => [
      ["receipt-signed-instance", { instance: named(words, "instance", instance) }]]),
    ...powerLines(words, under(mandate, "powers")),
    ...text(said, "power", (power) => powerLine(words, power, under(said, "granted"))),
  ];
  return lines.length ? [["receipt-signed"], ...lines] : [];
}

/** Whom a statement or a manifest is for. */
export function forParty(words, kind, name) {
  const party = named(words, "party", kind);
  return isText(name) ? ["receipt-signed-party", { name: harmless(name), party }]
    : ["receipt-signed-party-unnamed", { party }];
}

/** How somebody was identified, and when. */
export function identified(words, one) {
  const [method, on] = ["method", "on"].map((key) => under(one, key));
  if (!isText(method) || !isText(on)) return [];
  return [["receipt-signed-identified",
    { method: named(words, "identified", method), on: harmless(on) }]];
}

/** On which paper somebody signed, and who put it on record. */
function onPaper(paper) {
  const [on, scan, by] = ["signed_on", "scan_sha256", "recorded_by"].map((key) => under(paper, key));
  if (![on, scan, by].every(isText)) return [];
  return [["receipt-signed-paper", { on: harmless(on), scan: harmless(scan), by: harmless(by) }]];
}

function counselLine(counsel) {
  const [name, registration] = ["name", "registration"].map((key) => under(counsel, key));
  if (!isText(name) || !isText(registration)) return [];
  return [["receipt-signed-counsel",
    { name: harmless(name), registration: harmless(registration) }]];
}

/** Each power with yes or no. */
function powerLines(words, powers) {
  if (!isObject(powers)) return [];
  return Object.keys(powers).sort().flatMap((power) => powerLine(words, power, powers[power]));
}

function powerLine(words, power, given) {
  if (typeof given !== "boolean") return [];
  return [[given ? "receipt-signed-power-yes" : "receipt-signed-power-no",
    { power: named(words, "power", power) }]];
}

/** Who gave an answer that a manifest names, and the powers that counsel has by it. */
export function answered(words, consent, signer) {
  const by = signer && ["receipt-signed-by",
    { name: harmless(signer.name), capacity: named(words, "capacity", signer.capacity) }];
  return [...(by ? [by] : []), ...powerLines(words, under(consent, "powers"))];
}

/** What was stated on a power after the mandate. */
export function statedLines(words, { power, granted }) {
  return [[granted ? "receipt-signed-given" : "receipt-signed-taken",
    { power: named(words, "power", power) }]];
}
