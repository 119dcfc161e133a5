/**
 * Everyday verbs in any of their forms: 빌리려면, 빌려서, 빌릴 are all 빌리다. Twin of
 * `search/verbs.py`; both are tested with one table.
 */

import { isHangul, jamo, syllable } from "./korean.js";

/**
 * A stem's last vowel with 어 or 아: 빌리어 → 빌려, 배우어 → 배워, 모으아 → 모아.
 * @type {Record<string, string>}
 */
const CONTRACTED = { "ㅣ": "ㅕ", "ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅚ": "ㅙ", "ㅡ": "ㅓㅏ" };
/** ㄴ ㄹ ㅁ ㅂ ㅆ melt into the stem: 빌린, 빌릴, 빌림, 빌립니다, 빌렸다. */
const FINALS = "[\u11ab\u11af\u11b7\u11b8\u11bb]?";
const LINKS = "(?:으|어|아)?(?:시)?";
const ENDINGS = ("고 고자 고는 고싶은 고싶은데 고싶다 고싶어 고싶어요 고싶습니다 기 기가 기를 기위해 기위한 게 게요 "
  + "지 지만 자 는 는데 는지 는법 는곳 나요 나 니 니까 네요 도록 러 려 려고 려고요 려는 려는데 려면 면 며 "
  + "면서 세요 습니다 습니까 니다 은 을 을까 을까요 을수 데 데요 까 까요 수 때 다 던 요 서 야 야해요 "
  + "야하나요 도 주는 주나요 주세요 주고 줄 줘 줘요 볼 보고 보려고").split(" ");
const REST = new RegExp(`^(?:${`${FINALS}${LINKS}(?:${ENDINGS.join("|")})?`.normalize("NFD")})$`, "u");

/** Whether a vocabulary gives the word as a verb: one word, in Hangul, ending in 다. */
export function isVerb(/** @type {string} */ word) {
  return word.length > 1 && word.endsWith("다") && [...word].every(isHangul);
}

/** What a form of the verb may begin with, decomposed: its stem, its contracted stem. */
export function bases(/** @type {string} */ verb) {
  const stem = verb.slice(0, -1);
  const head = stem.slice(0, -1);
  const [first, vowel, final] = jamo(stem.slice(-1));
  const found = [stem];
  if (!final) found.push(...[...CONTRACTED[vowel] ?? ""].map((joint) => head + syllable(first, joint)));
  if (stem.endsWith("하")) found.push(`${head}해`);
  const open = head + syllable(first, vowel);
  if (final === "ㄹ") found.push(open);
  if (final === "ㄷ") found.push(head + syllable(first, vowel, "ㄹ"));
  if (final === "ㅂ") found.push(`${open}우`, `${open}워`, `${open}와`);
  return found.map((base) => base.normalize("NFD"));
}

/** Those of the verbs of which the word is a form; a bare stem is none (배우 is an actor). */
export function verbsOf(/** @type {string} */ word, /** @type {string[]} */ verbs) {
  if (word.length < 2 || !isHangul(word.slice(-1))) return [];
  const plain = word.normalize("NFD");
  return verbs.filter((verb) => {
    const starts = bases(verb);
    return plain !== starts[0]
      && starts.some((base) => plain.startsWith(base) && REST.test(plain.slice(base.length)));
  });
}
