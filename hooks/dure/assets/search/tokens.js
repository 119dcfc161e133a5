/**
 * The places of a text where a reader may begin. Twin of `search/terms.py`: what the index holds
 * and what is checked here must be the same.
 */

import { chunks, decompose, isHangul, joined, withoutLegalForm, withoutLegalWords } from "./korean.js";

const LONGEST = 30;
const LONGEST_INITIALS = 12;
const SHORTEST_INSIDE = 2;
/** Between a product's name and its maker's, in a title. */
const MAKER = " — ";
export const END = "zz";

/**
 * @typedef {import("./types.js").Token} Token
 * @typedef {import("./types.js").Others} Others
 */

/** Every token of a text: word starts, marks, and each Hangul syllable inside. */
export function tokens(/** @type {string} */ text) {
  return chunks(text).flatMap(ofChunk);
}

/** @param {string[]} parts */
function ofChunk(parts) {
  const word = parts.join("");
  let at = 0;
  const firsts = new Map(parts.map((part) => [(at += part.length) - part.length, part]));
  /** @type {Token[]} */
  const found = [];
  for (let i = 0; i < word.length; i += 1) {
    const first = firsts.has(i);
    const inside = word.length - i >= SHORTEST_INSIDE && (isHangul(word[i]) || isHangul(word[i - 1]));
    if (first || inside) {
      const text = decompose(word.slice(i, i + LONGEST));
      found.push({ text, first, part: decompose(firsts.get(i) ?? "") });
    }
  }
  return found;
}

/** A product's title without its maker's name, which is found as the maker's own. */
function ownTitle(/** @type {import("./types.js").SearchRecord} */ { title, kind }) {
  return kind === "product" ? title.split(MAKER)[0] : title;
}

/** The titles' whole names, with and without legal form, closed so that only all of it matches. */
export function wholeTitles(/** @type {string} */ title) {
  return [...new Set([joined(title), joined(withoutLegalForm(title))])]
    .map((name) => decompose(name) + END);
}

/** 초성 from every syllable of the title on, across its spaces. */
export function titleInitials(/** @type {string} */ title) {
  const words = chunks(title).map((parts) => parts.join(""));
  const name = words.join("");
  let at = 0;
  const starts = new Set(words.map((word) => (at += word.length) - word.length));
  /** @type {Token[]} */
  const found = [];
  for (let i = 0; i < name.length - 1; i += 1) {
    if (!isHangul(name[i])) continue;
    const text = firstConsonants(name.slice(i, i + LONGEST_INITIALS));
    found.push({ text, first: starts.has(i), part: "" });
  }
  return found;
}

/** @param {string} text */
function firstConsonants(text) {
  return [...text].map((c) => (
    isHangul(c) ? String.fromCharCode(0x1100 + Math.floor((c.charCodeAt(0) - 0xac00) / 588)) : c
  )).join("");
}

/** Forms of a phone number: as given, and its last four digits. */
export function phoneTokens(/** @type {string[]} */ phones) {
  return [...new Set(phones.flatMap((digits) => [digits, digits.slice(-4)]))];
}

/** @type {WeakMap<import("./types.js").SearchRecord, import("./types.js").Fields>} */
const KNOWN = new WeakMap();

/** A record's tokens by field; a record is read once. */
export function fieldsOf(/** @type {import("./types.js").SearchRecord} */ record) {
  const fields = KNOWN.get(record) ?? fieldsRead(record);
  KNOWN.set(record, fields);
  return fields;
}

/**
 * A record with its tokens by field.
 * @param {import("./types.js").SearchRecord} record
 * @returns {import("./types.js").Fields}
 */
function fieldsRead(record) {
  const plain = (/** @type {string} */ text) => ({ text, first: true, part: text });
  return {
    t: [...tokens(withoutLegalWords(record.title)), ...wholeTitles(ownTitle(record)).map(plain)],
    f: [record.subtitle, ...record.facts].flatMap(tokens),
    b: tokens(record.content),
    n: phoneTokens(record.phones).map(plain),
    c: titleInitials(ownTitle(record)),
  };
}

/** Short word → longer words that begin with it and mean something else. */
export function otherWords(/** @type {string[]} */ longer) {
  /** @type {Others} */
  const found = new Map();
  for (const word of longer) {
    const short = decompose(word.slice(0, -1));
    found.set(short, [...found.get(short) ?? [], decompose(word)]);
  }
  return found;
}

/** Whether a text that begins with a word begins another word: 청소 in 청소년, 시 in 신협. */
export function isOther(/** @type {string} */ text, /** @type {string} */ word, /** @type {Others} */ others) {
  const following = text[word.length];
  if (following >= "\u11a8" && following <= "\u11ff") return true;
  return others.get(word)?.some((longer) => text.startsWith(longer)) ?? false;
}
