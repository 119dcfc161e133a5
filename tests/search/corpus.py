"""Made-up entries with names nobody could take for real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dure.search.entries import SearchEntry
from dure.search.words import SynonymData, SynonymGroup

if TYPE_CHECKING:
    from dure.search.entries import Kind, Language


def entry(kind: Kind, name: str, title: str, lang: Language = "ko", **more: Any) -> SearchEntry:
    """One entry with the keys every entry carries."""
    url = f"{'en/' if lang == 'en' else ''}{kind}s/{name}/"
    values = {"sort": {"name": title}, "filters": {"region": ("gasang",)}, **more}
    return SearchEntry(url=url, lang=lang, kind=kind, id=name, title=title, **values)


def words() -> SynonymData:
    """Synonyms as a vocabulary would give them."""
    return SynonymData(
        groups=(
            SynonymGroup(("협동조합", "協同組合"), ("cooperative", "co-op")),
            SynonymGroup(
                ("인건비", "월급", "급여"),
                ("wages", "salary"),
                tag=True,
                links=("programs/?support=wages", "en/programs/?support=wages"),
            ),
            SynonymGroup(("융자", "대출", "빌리다", "돈"), ("loan",)),
            SynonymGroup(
                ("판로", "박람회"),
                ("sales", "fair"),
                tag=True,
                links=("programs/?support=market", "en/programs/?support=market"),
            ),
            SynonymGroup(("청소·방역", "청소"), ("cleaning",), tag=True),
            SynonymGroup(("청소년", "십대"), ("teenagers",)),
        ),
        spellings={"프렌차이즈": "프랜차이즈"},
    )


def few() -> list[SearchEntry]:
    """Enough to see every kind and both languages."""
    return [
        entry("program", "market", "가상 시·군 나눔장터 운영", body="주말마다 장터를 엽니다."),
        entry("program", "advice", "가상 협동조합 상담지원", phones=("15880000",)),
        entry("program", "survey", "2022년 가상도 사회적경제실태조사"),
        entry("program", "wages", "(예비)가상기업 일자리 창출 지원", facts=("인건비",)),
        entry("enterprise", "care", "㈜가상돌봄센터", filters={"region": ("sangsang",)}),
        entry("centre", "centre", "가상시마을•사회적경제지원센터", phones=("0310000001",)),
        entry(
            "program", "advice", "Imaginary co-op advice", "en", facts=("가상 협동조합 상담지원",)
        ),
        entry("enterprise", "care", "Imaginary Care Centre", "en"),
    ]


def many(count: int) -> list[SearchEntry]:
    """Entries whose words all begin alike, so that one prefix spans several chunks."""
    syllables = [chr(0xAC00 + 588 * (i % 19) + 28 * (i % 21)) for i in range(399)]
    return [
        entry(
            "enterprise",
            f"made-{i:05}",
            f"상상기업 {i}호 {syllables[i % 399]}{syllables[i * 7 % 399]}상점",
            body=" ".join(f"상상{syllables[(i + 31 * n) % 399]}물건" for n in range(12)),
        )
        for i in range(count)
    ]
