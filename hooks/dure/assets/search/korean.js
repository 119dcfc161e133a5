/**
 * Korean letters: comparing, taking apart, putting together. Twin of `search/letters.py` and
 * `search/typing.py`; both are tested with the same table. No DOM, no state.
 */

const CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
/** @type {Record<string, string>} */
const CLUSTERS = {
  "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ",
  "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
};
/** @type {Record<string, string>} */
const DIPHTHONGS = {
  "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
};
/** @type {Record<string, string>} */
const KEYS = Object.fromEntries([
  ..."qㅂwㅈeㄷrㄱtㅅyㅛuㅕiㅑoㅐpㅔaㅁsㄴdㅇfㄹgㅎhㅗjㅓkㅏlㅣzㅋxㅌcㅊvㅍbㅠnㅜmㅡ".matchAll(/(.)(.)/gu),
].map(([, key, letter]) => [key, letter]));
/** @type {Record<string, string>} */
const SHIFTED = { Q: "ㅃ", W: "ㅉ", E: "ㄸ", R: "ㄲ", T: "ㅆ", O: "ㅒ", P: "ㅖ" };
const LETTER_KEYS = Object.fromEntries(
  [...Object.entries(KEYS), ...Object.entries(SHIFTED)].map(([key, letter]) => [letter, key]),
);
const PAIRS = Object.fromEntries(
  [...Object.entries(CLUSTERS), ...Object.entries(DIPHTHONGS)].map(([one, two]) => [two, one]),
);
const FORMS = "주식회사|유한회사|농업회사법인|영농조합법인|사단법인|재단법인";
const LEGAL = new RegExp(`\\((?:주|유|사|재|합)\\)|${FORMS}`, "gu");
const LEGAL_APART = new RegExp(`\\((?:주|유|사|재|합)\\)|(?<!\\S)(?:${FORMS})(?!\\S)`, "gu");
/** Particles by what may stand before them: the rule of `korean/hangul.py`. */
const AFTER_FINAL = "은 이 을 과 이나 이란 이라도 이라는".split(" ");
const AFTER_VOWEL = "는 가 를 와 란 라도 라는".split(" ");
const AFTER_VOWEL_OR_RIEUL = "로 로는 로도 로서 로써 로부터 로의".split(" ");
const AFTER_ANYTHING = ("의 에 에는 에도 에의 에서 에서는 에서도 에서의 에서부터 에게 에게는 에게도 에게서 "
  + "께 께서 한테 도 만 만을 만의 까지 까지는 까지의 부터 부터는 마다 마저 조차 밖에 보다 처럼 하고 와의 과의 "
  + "으로 으로는 으로도 으로서 으로써 으로부터 으로의").split(" ");
const PARTICLES = [...AFTER_FINAL, ...AFTER_VOWEL, ...AFTER_VOWEL_OR_RIEUL, ...AFTER_ANYTHING]
  .sort((a, b) => b.length - a.length);
const VERB = new RegExp(
  "^(.*?)(?:(?:하|되|받|시키)(?:는|은|을|고|기|면|며|여|지|게|자|는데|려면|려는데|려고|려는|나요|는지|을까"
    + "|고싶은|고싶어요|고싶은데|도록|시는|세요|는법|는곳|을수|기위한|기위해)?"
    + "|(?:할|한|해|될|된|돼|했|됐|하려|되려)(?:까|지|수|때|요|서|야|다|나요|주는|주세요|도|는|면)?)$", "u",
);
const COPULA = /^(.{2,}?)(?:인데요?|입니다|입니까|이에요|예요|인가요|인지|일까요?|이라서)$/u;
const ENGLISH = /^(.{3,}?)(?:ies|ings|ing|ed|ers|er|es|s|y|e)$/u;

/** One form for every way of typing a character; a lone jamo stays as typed. */
export function fold(/** @type {string} */ text) {
  return text.replace(/[\u318d\u119e]/gu, " ")
    .replace(/[^\u3131-\u318c]+/gu, (part) => part.normalize("NFKC")).toLowerCase();
}

/** Words apart by single spaces: lower case, no marks. */
export function normalise(/** @type {string} */ text) {
  return fold(text).replace(/['\u2018\u2019\u02bc]/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** A company's name without ㈜ and the like, unless that is all it says. */
export function withoutLegalForm(/** @type {string} */ text) {
  return without(LEGAL, text);
}

/** The same, but a form written together with the name stays: 경기도주식회사. */
export function withoutLegalWords(/** @type {string} */ text) {
  return without(LEGAL_APART, text);
}

/** @param {RegExp} pattern @param {string} text */
function without(pattern, text) {
  const bare = fold(text).replace(pattern, " ");
  return normalise(bare) ? bare : fold(text);
}

/** Words as written between spaces, each cut at its marks: `시·군 나눔` → [[시, 군], [나눔]]. */
export function chunks(/** @type {string} */ text) {
  return fold(text).split(/\s+/u).map((part) => normalise(part).split(" ").filter(Boolean))
    .filter((parts) => parts.length);
}

/** All words as one. */
export function joined(/** @type {string} */ text) {
  return chunks(text).flat().join("");
}

/** @param {string} character */
export function isHangul(character) {
  return character >= "가" && character <= "힣";
}

/** Syllables taken apart, so that a half-typed one is a prefix of the whole. */
export function decompose(/** @type {string} */ text) {
  return text.normalize("NFD");
}

/** A syllable's letters as they are shown. */
export function jamo(/** @type {string} */ character) {
  const code = character.charCodeAt(0) - 0xac00;
  return [CONSONANTS[Math.floor(code / 588)], VOWELS[Math.floor((code % 588) / 28)],
    FINALS[code % 28]];
}

/** Letters one by one, as keys are struck: 관 → ㄱㅗㅏㄴ. */
export function letters(/** @type {string} */ text) {
  const single = (/** @type {string} */ letter) => CLUSTERS[letter] ?? DIPHTHONGS[letter] ?? letter;
  return [...text].flatMap((c) => (isHangul(c) ? jamo(c) : [c])).map(single).join("");
}

/** Typed consonants as the index holds them (ㄴㄴ → ᄂᄂ); empty for anything else. */
export function initials(/** @type {string} */ text) {
  const single = [...text].map((c) => CLUSTERS[c] ?? c).join("");
  if (!single || [...single].some((c) => !CONSONANTS.includes(c))) return "";
  return [...single].map((c) => String.fromCharCode(0x1100 + CONSONANTS.indexOf(c))).join("");
}

/** What the last, unfinished syllable may become: 실태좃 → 실태조ᄉ, 상생ㅅ → 상생ᄉ. */
export function unfinished(/** @type {string} */ word) {
  const last = word.at(-1) ?? "";
  const stem = word.slice(0, -1);
  if (CONSONANTS.includes(last)) return stem + initials(last);
  if (!isHangul(last)) return "";
  const [first, vowel, final] = jamo(last);
  const two = CLUSTERS[final] ?? final;
  const moved = two.at(-1);
  if (!moved || !CONSONANTS.includes(moved)) return "";
  return stem + syllable(first, vowel, two.slice(0, -1)) + initials(moved);
}

/** The syllable of these letters. */
export function syllable(/** @type {string} */ first, /** @type {string} */ vowel, final = "") {
  return String.fromCharCode(0xac00 + CONSONANTS.indexOf(first) * 588
    + VOWELS.indexOf(vowel) * 28 + FINALS.indexOf(final));
}

/** Letters put together as an input method does; null when some do not fit. */
export function compose(/** @type {string} */ text) {
  const row = text.replace(/[ㄱ-ㅣ]/gu, (c) => DIPHTHONGS[c] ?? c);
  const C = "[ㄱ-ㅎ]";
  const V = "(?:ㅗ[ㅏㅐㅣ]|ㅜ[ㅓㅔㅣ]|ㅡㅣ|[ㅏ-ㅣ])";
  const whole = new RegExp(`(${C})(${V})((?:${C}{0,2})(?!${V}))?`, "gu");
  let used = 0;
  const out = row.replace(whole, (all, first, vowel, tail = "", at) => {
    const final = PAIRS[tail] ?? tail;
    if (at !== used || !FINALS.includes(final) || !CONSONANTS.includes(first)) return all;
    used += all.length;
    return syllable(first, PAIRS[vowel] ?? vowel, final);
  });
  return used === row.length && used ? out : null;
}

/** What was meant when the keyboard stood on English: dkssud → 안녕; empty when it cannot be. */
export function fromEnglishKeys(/** @type {string} */ text) {
  if (!/^[a-z]+$/iu.test(text)) return "";
  return compose([...text].map((c) => SHIFTED[c] ?? KEYS[c.toLowerCase()]).join("")) ?? "";
}

/** What was meant when the keyboard stood on Korean: ㅊㅐㅐㅔ → coop; empty when it cannot be. */
export function fromKoreanKeys(/** @type {string} */ text) {
  if (!/^[가-힣ㄱ-ㅣ]+$/u.test(text)) return "";
  return [...letters(text)].map((c) => LETTER_KEYS[c] ?? "").join("").toLowerCase();
}

/** A noun without its particle, at least two syllables long; empty when there is none. */
export function withoutParticle(/** @type {string} */ word) {
  if (!isHangul(word.at(-1) ?? "")) return "";
  const particle = PARTICLES.find((p) => (
    word.endsWith(p) && word.length - p.length >= 2 && canFollow(word.at(-1 - p.length) ?? "", p)
  ));
  return particle ? word.slice(0, -particle.length) : "";
}

/** 전문가 keeps its 가: it never follows a final consonant. */
function canFollow(/** @type {string} */ last, /** @type {string} */ particle) {
  if (!isHangul(last)) return true;
  const final = jamo(last)[2];
  if (AFTER_FINAL.includes(particle)) return final !== "";
  if (AFTER_VOWEL.includes(particle)) return final === "";
  return !AFTER_VOWEL_OR_RIEUL.includes(particle) || final === "" || final === "ㄹ";
}

/** The noun before 하다, 되다, 받다; null when the word is no such verb, empty when bare. */
export function verbStem(/** @type {string} */ word) {
  const found = VERB.exec(word);
  if (!found || found[1].length === 1) return null;
  return found[1];
}

/** A noun without 이다: 청년인데 → 청년; empty when it has none. */
export function withoutCopula(/** @type {string} */ word) {
  return COPULA.exec(word)?.[1] ?? "";
}

/** An English word without its ending, as a prefix for its family; empty when there is none. */
export function englishStem(/** @type {string} */ word) {
  return /^[a-z]+$/u.test(word) ? ENGLISH.exec(word)?.[1] ?? "" : "";
}

/** Letters by sound, for comparing spellings: 퇴 is one vowel away from 태. */
export function sounds(/** @type {string} */ text) {
  return [...text].flatMap((c) => (isHangul(c) ? jamo(c) : [c])).map((c) => CLUSTERS[c] ?? c).join("");
}

/** Reading → its characters, turned round. */
export function readings(/** @type {Record<string, string>} */ table) {
  return Object.fromEntries(Object.entries(table).flatMap(([read, all]) => [...all].map((c) => [c, read])));
}

/** Hanja as they are read, the first by the rule for beginnings (勞動 노동); empty for other words. */
export function fromHanja(/** @type {string} */ text, /** @type {Record<string, string>} */ readings) {
  if (!/\p{Script=Han}/u.test(text)) return "";
  let before = "";
  const out = [...text].map((c) => {
    const read = readings[c] ?? c;
    const first = c !== read && !isHangul(before);
    before = read;
    return first ? asBeginning(read) : read;
  }).join("");
  return /\p{Script=Han}/u.test(out) ? "" : out;
}

/** ㄹ and ㄴ soften at the beginning of a word: 로 → 노, 력 → 역, 녀 → 여. */
function asBeginning(/** @type {string} */ read) {
  const [first, vowel, final] = jamo(read);
  const narrow = "ㅑㅕㅖㅛㅠㅣ".includes(vowel);
  if ((first === "ㄹ" || first === "ㄴ") && narrow) return syllable("ㅇ", vowel, final);
  return first === "ㄹ" ? syllable("ㄴ", vowel, final) : read;
}

/** Letters that must change to make one word the other (neighbours may swap), up to `most`. */
export function distance(/** @type {string} */ a, /** @type {string} */ b, /** @type {number} */ most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
    if (Math.min(...row) > most) return most + 1;
  }
  return row[b.length];
}
