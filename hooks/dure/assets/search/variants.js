/**
 * The ways a word may be said: itself, its stem, synonyms; and when nothing is found, what may
 * have been meant. Twin of `search/variants.py`.
 *
 * @typedef {import("./types.js").Term} Term
 * @typedef {import("./types.js").Variant} Variant
 * @typedef {import("./types.js").Way} Way
 */

import { close, known } from "./groups.js";
import { both, kept, merged, strengths, weighed } from "./hits.js";
import {
  decompose, englishStem, fromEnglishKeys, fromHanja, fromKoreanKeys, initials, isHangul, normalise,
  unfinished, verbStem, withoutCopula, withoutParticle,
} from "./korean.js";
import { nearest, slips } from "./spelling.js";
import { verbsOf } from "./verbs.js";

const STEM = 0.92;
/** An English stem is a wide prefix: `market` of marketing finds every market. */
const ENGLISH_STEM = 0.7;
/** A word of a facet is one thing of a kind: records of the kind answer, but below the thing. */
const TAG = 0.65;
const SYNONYM = 0.6;
const NEAR = 0.7;
const SHORTEST_GUESSED = 3;
/** A word is cut into at most this many known parts. */
const MOST_PARTS = 4;

/** Looks words up and gathers the variants that are found. */
export class Variants {
  /**
   * @param {import("./types.js").Backend} backend
   * @param {import("./types.js").Plan} plan
   */
  constructor(backend, plan) {
    this.backend = backend;
    this.plan = plan;
    const { groups, verbs } = known(plan);
    this.groups = groups;
    this.verbs = verbs;
  }

  /** A telephone number, in any of its forms. */
  async number(/** @type {string} */ digits) {
    return this.term(digits, [await this.find(digits, 1, "word", { only: "n" })]);
  }

  /** The terms a word stands for: one, or its parts when it is several words in one. */
  async resolve(/** @type {string} */ word) {
    for (const way of [this.direct, this.typed]) {
      const found = await way.call(this, word);
      if (found.length) return [this.term(word, found)];
    }
    const parts = await this.split(word);
    if (parts.length) return parts;
    const near = await this.near(word);
    if (near.length) return [this.term(word, near)];
    const slipped = await this.slipped(word);
    return slipped.length ? slipped : [this.term(word, [])];
  }

  /** The word, its stem, its right spelling and their synonyms. */
  async direct(/** @type {string} */ word) {
    const consonants = initials(word);
    if (consonants.length > 1) {
      return kept([await this.find(word, 1, "typing", { words: [consonants], only: "c" })]);
    }
    const ways = await this.ways(word);
    const verbs = verbsOf(word, this.verbs);
    const [found, told] = await Promise.all([
      Promise.all(ways.map((way) => this.find(...way))),
      Promise.all(this.synonyms([...ways.map(([text]) => text), ...verbs])),
    ]);
    const synonyms = kept(told);
    return verbs.length && synonyms.length ? synonyms : kept([...found, ...synonyms]);
  }

  /** The word in all its forms. */
  async ways(/** @type {string} */ word) {
    /** @type {Way[]} */
    const ways = [[word, 1, "word"], ...stems(word), ...this.single(word)];
    const read = /\p{Script=Han}/u.test(word) ? fromHanja(word, await this.backend.hanja()) : "";
    const right = this.plan.spellings[word];
    if (read) ways.push([read, 1, "reading"], ...stems(read));
    if (right) ways.push([right, 1, "spelling"], ...stems(right));
    return ways;
  }

  /** Whether the word is a form of a verb of the vocabularies. */
  isForm(/** @type {string} */ word) {
    return verbsOf(word, this.verbs).length > 0;
  }

  /**
   * One syllable and a particle, where the vocabularies know the syllable: 돈을.
   * @returns {Way[]}
   */
  single(/** @type {string} */ word) {
    const known = word.length === 2 && "을를이가은는에".includes(word[1]) && this.groups.has(word[0]);
    return known ? [[word[0], STEM, "stem"]] : [];
  }

  /** Other words of the groups one of these words belongs to: a facet's label, or all. */
  synonyms(/** @type {string[]} */ texts) {
    const asked = new Set(texts.map(close));
    const groups = new Set([...asked].flatMap((word) => this.groups.get(word) ?? []));
    return this.plan.groups.filter((group) => groups.has(group))
      .flatMap(({ find, tag }) => find.filter((word) => !asked.has(close(word))).map((word) => (
        this.find(word, tag ? TAG : SYNONYM, "synonym", tag ? { only: "f" } : {})
      )));
  }

  /**
   * A syllable not finished, or a keyboard in the other language.
   * @returns {Promise<Variant[]>}
   */
  async typed(/** @type {string} */ word) {
    const open = unfinished(word);
    if (open) {
      const more = { words: [decompose(open)], shown: open.slice(0, -1) };
      const found = await this.find(word, 1, "typing", more);
      if (found.hits.size) return [found];
    }
    for (const other of [fromEnglishKeys(word), fromKoreanKeys(word)].filter(Boolean)) {
      const found = await this.direct(other);
      if (found.length) return found.map((v) => (v.why === "word" ? { ...v, why: "keyboard" } : v));
    }
    return [];
  }

  /**
   * Known parts from left to right, each as long as possible; empty when a rest remains.
   * @param {string} word @returns {Promise<Term[]>}
   */
  async split(word, most = MOST_PARTS) {
    if (most === 0 || word.length < 4 || !/[가-힣a-z]/u.test(word)) return [];
    for (let at = word.length - 2; at >= 2; at -= 1) {
      const head = await this.direct(word.slice(0, at));
      if (!head.length) continue;
      const rest = word.slice(at);
      const tail = await this.direct(rest);
      const others = tail.length ? [this.term(rest, tail)] : await this.split(rest, most - 1);
      if (others.length) return [this.term(word.slice(0, at), head), ...others];
    }
    return [];
  }

  /** Two parts, one of them misspelt: 자활쎈터. */
  async slipped(/** @type {string} */ word) {
    if (word.length < 4 || !/[가-힣]/u.test(word)) return [];
    for (let at = word.length - 2; at >= 2; at -= 1) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const [known, end] = await Promise.all([this.direct(head), this.direct(tail)]);
      if (!known.length === !end.length) continue;
      const guess = await this.near(known.length ? tail : head, 2);
      if (!guess.length) continue;
      return [this.term(head, known.length ? known : guess), this.term(tail, end.length ? end : guess)];
    }
    return [];
  }

  /** Words of the catalogue one slip away, two from five syllables on; short ones are not guessed. */
  async near(/** @type {string} */ word, shortest = SHORTEST_GUESSED) {
    const asked = [word, ...stems(word).map(([stem]) => stem)]
      .filter((one) => slips(one) > 0 && one.length >= shortest);
    if (!asked.length) return [];
    const found = nearest(asked, await this.backend.lexicon());
    return kept(await Promise.all(found.map((known) => this.find(known, NEAR, "near"))));
  }

  /** Neighbours as one word, and synonyms of them together. */
  async together(/** @type {string[]} */ words) {
    const one = words.join("");
    const ways = [one, ...stems(one).map(([text]) => text)];
    const found = await Promise.all([this.find(one, 1, "word"), ...this.synonyms(ways)]);
    return weighed(kept(found), this.plan.total);
  }

  /**
   * A term with the best strength of each record.
   * @param {string} word @param {Variant[]} variants @returns {Term}
   */
  term(word, variants) {
    const found = weighed(kept(variants), this.plan.total);
    return { word, variants: found, hits: merged(found), rarity: 1, weight: 1 };
  }

  /**
   * One variant with its hits; several words must all be in a record.
   * @param {string} text @param {number} weight @param {import("./types.js").Why} why
   * @param {{words?: string[], only?: string, shown?: string}} more
   * @returns {Promise<Variant>}
   */
  async find(text, weight, why, more = {}) {
    const { words, only = "", shown } = more;
    const parts = words ?? normalise(text).split(" ").map(decompose);
    const found = await Promise.all(parts.map((part) => this.backend.lookup(part)));
    const hits = found.map((one) => strengths(one, weight, only)).reduce(both);
    return { text: shown ?? text, words: parts, weight, only, why, hits, rarity: 1 };
  }
}

/**
 * A noun without its particle, a verb's noun, an English word's family.
 * @returns {Way[]}
 */
function stems(/** @type {string} */ word) {
  if (!isHangul(word.at(-1) ?? "")) {
    const stem = englishStem(word);
    return stem ? [[stem, ENGLISH_STEM, "stem"]] : [];
  }
  const noun = withoutParticle(word);
  const found = new Set([noun, verbStem(word), noun && verbStem(noun), withoutCopula(word)]);
  return [...found].flatMap((stem) => (stem && stem !== word ? [[stem, STEM, "stem"]] : []));
}
