"""What was typed and what was meant: stems, keyboards, unfinished syllables, slips.

Twin of the second half of `assets/search/korean.js`; both are tested with one table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dure.korean.hangul import FINALS, LEADS, compose, decompose, strip_particle
from dure.search.letters import is_hangul

if TYPE_CHECKING:
    from collections.abc import Mapping

CLUSTERS = {
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
DIPHTHONGS = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ",
}  # fmt: skip
_ROWS = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
KEYS = dict(zip("qwertyuiopasdfghjklzxcvbnm", _ROWS, strict=True))
"""The two-set keyboard, letter by letter."""
SHIFTED = {"Q": "ㅃ", "W": "ㅉ", "E": "ㄸ", "R": "ㄲ", "T": "ㅆ", "O": "ㅒ", "P": "ㅖ"}
_STRUCK = {letter: key.lower() for key, letter in {**KEYS, **SHIFTED}.items()}
_PAIRS = {two: one for one, two in {**CLUSTERS, **DIPHTHONGS}.items()}
_SYLLABLE = re.compile("([ㄱ-ㅎ])(ㅗ[ㅏㅐㅣ]|ㅜ[ㅓㅔㅣ]|ㅡㅣ|[ㅏ-ㅣ])([ㄱ-ㅎ]{0,2}(?![ㅏ-ㅣ]))?")
_VERB = re.compile(
    "(.*?)(?:(?:하|되|받|시키)(?:는|은|을|고|기|면|며|여|지|게|자|는데|려면|려는데|려고|려는|나요|는지|을까"
    "|고싶은|고싶어요|고싶은데|도록|시는|세요|는법|는곳|을수|기위한|기위해)?"
    "|(?:할|한|해|될|된|돼|했|됐|하려|되려)(?:까|지|수|때|요|서|야|다|나요|주는|주세요|도|는|면)?)"
)
_COPULA = re.compile("(.{2,}?)(?:인데요?|입니다|입니까|이에요|예요|인가요|인지|일까요?|이라서)")
_ENGLISH = re.compile("([a-z]{3,}?)(?:ies|ings|ing|ed|ers|er|es|s|y|e)")
_HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_NARROW = "ㅑㅕㅖㅛㅠㅣ"


def _apart(text: str) -> list[str]:
    """Letters as they are shown: 관 → ㄱ ㅘ ㄴ."""
    return [letter for c in text for letter in (decompose(c) if is_hangul(c) else (c,)) if letter]


def letters(text: str) -> str:
    """Letters one by one, as keys are struck: 관 → ㄱㅗㅏㄴ."""
    return "".join(CLUSTERS.get(c) or DIPHTHONGS.get(c) or c for c in _apart(text))


def sounds(text: str) -> str:
    """Letters by sound, for comparing spellings: 퇴 is one vowel away from 태."""
    return "".join(CLUSTERS.get(c, c) for c in _apart(text))


def typed_initials(text: str) -> str:
    """Typed consonants as the index holds them (ㄴㄴ → ᄂᄂ); empty for anything else."""
    single = "".join(CLUSTERS.get(c, c) for c in text)
    if not single or any(c not in LEADS for c in single):
        return ""
    return "".join(chr(0x1100 + LEADS.index(c)) for c in single)


def unfinished(word: str) -> str:
    """What the last, unfinished syllable may become: 실태좃 → 실태조ᄉ, 상생ㅅ → 상생ᄉ."""
    stem, last = word[:-1], word[-1:]
    if last and last in LEADS:
        return stem + typed_initials(last)
    if not is_hangul(last):
        return ""
    first, vowel, final = decompose(last)
    two = CLUSTERS.get(final, final)
    if not two or two[-1] not in LEADS:
        return ""
    return stem + compose(first, vowel, two[:-1]) + typed_initials(two[-1])


def put_together(text: str) -> str:
    """Letters put together as an input method does; empty when some do not fit."""
    row = "".join(DIPHTHONGS.get(c, c) for c in text)
    out, used = "", 0
    for found in _SYLLABLE.finditer(row):
        first, vowel, tail = found[1], found[2], found[3] or ""
        final = _PAIRS.get(tail, tail)
        if found.start() != used or final not in FINALS or first not in LEADS:
            return ""
        out += compose(first, _PAIRS.get(vowel, vowel), final)
        used = found.end()
    return out if used == len(row) else ""


def from_english_keys(text: str) -> str:
    """What was meant when the keyboard stood on English: dkssud → 안녕; empty if nothing."""
    if not re.fullmatch("[A-Za-z]+", text):
        return ""
    return put_together("".join(SHIFTED.get(c) or KEYS[c.lower()] for c in text))


def from_korean_keys(text: str) -> str:
    """What was meant when the keyboard stood on Korean: ㅊㅐㅐㅔ → coop; empty if nothing."""
    if not re.fullmatch("[가-힣ㄱ-ㅣ]+", text):
        return ""
    return "".join(_STRUCK.get(c, "") for c in letters(text))


def is_hanja(text: str) -> bool:
    """Whether any character is Chinese."""
    return _HAN.search(text) is not None


def from_hanja(text: str, readings: Mapping[str, str]) -> str:
    """Hanja as they are read, the first by the rule for beginnings (勞動 노동); else empty."""
    out: list[str] = []
    for c in text:
        read = readings.get(c, c)
        begins = read != c and not (out and is_hangul(out[-1]))
        out.append(_as_beginning(read) if begins else read)
    word = "".join(out)
    return word if is_hanja(text) and not is_hanja(word) else ""


def _as_beginning(read: str) -> str:
    """ㄹ and ㄴ soften at the beginning of a word: 로 → 노, 력 → 역, 녀 → 여."""
    first, vowel, final = decompose(read)
    if first in "ㄹㄴ" and vowel in _NARROW:
        return compose("ㅇ", vowel, final)
    return compose("ㄴ", vowel, final) if first == "ㄹ" else read


def without_particle(word: str) -> str:
    """A noun without its particle; empty when there is none."""
    return (strip_particle(word) or "") if is_hangul(word[-1:]) else ""


def without_copula(word: str) -> str:
    """A noun without 이다: 청년인데 → 청년; empty when it has none."""
    found = _COPULA.fullmatch(word)
    return found[1] if found else ""


def verb_stem(word: str) -> str | None:
    """The noun before 하다, 되다, 받다; None when the word is no such verb, empty when bare."""
    found = _VERB.fullmatch(word)
    return None if found is None or len(found[1]) == 1 else found[1]


def english_stem(word: str) -> str:
    """An English word without its ending, as a prefix for its family; empty if it has none."""
    found = _ENGLISH.fullmatch(word)
    return found[1] if found else ""


def distance(a: str, b: str, most: int) -> int:
    """Letters that must change to make one word the other (neighbours may swap), up to `most`."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, c in enumerate(a, 1):
        following = [i]
        for j, d in enumerate(b, 1):
            step = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (c != d))
            if i > 1 and j > 1 and c == b[j - 2] and a[i - 2] == d:
                step = min(step, before[j - 2] + 1)
            following.append(step)
        before, row = row, following
        if min(row) > most:
            return most + 1
    return row[-1]
