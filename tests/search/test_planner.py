"""Answers over a small made-up index; the browser runs the same table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dure.search.answer import NoSearchIndex, answer, read_index
from dure.search.pagefind import build_index
from dure.search.planner import answer as planned
from tests.search.corpus import entry, few, words

if TYPE_CHECKING:
    from dure.search.planner import Index

CASES: dict[str, Any] = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with nothing but its search."""
    folder = tmp_path_factory.mktemp("site")
    build_index(few(), folder / "pagefind", words())
    return folder


@pytest.mark.parametrize(
    ("lang", "query", "expected"),
    [(lang, *case) for lang, cases in CASES["answers"].items() for case in cases],
)
def test_the_first_answer_is_the_one_in_the_shared_table(
    site: Path, lang: Any, query: str, expected: str
) -> None:
    """Particles, inner words, spacing, slips, keyboards, initials, phones, Hanja, synonyms."""
    hits = answer(query, lang, site).hits
    assert (f"{hits[0].kind} {hits[0].id}" if hits else "") == expected


def test_a_site_without_search_says_what_to_do(tmp_path: Path) -> None:
    """Staff may ask before they build."""
    with pytest.raises(NoSearchIndex, match="build the site first"):
        answer("가상", "ko", tmp_path)


def index_of(tmp_path: Path, *entries: Any) -> Index:
    """An index of some entries."""
    build_index(entries, tmp_path / "pagefind", words())
    return read_index("ko", tmp_path)


def keys(index: Index, query: str) -> list[str]:
    """Names of the records with all words, in order."""
    return [index.records[key]["id"] for key in planned(index, query).keys]


def test_a_title_outranks_a_fact_and_a_fact_the_text(tmp_path: Path) -> None:
    """A record about a thing comes before one that mentions it."""
    index = index_of(
        tmp_path,
        entry("centre", "text", "가상 하나", body="그네를 만듭니다."),
        entry("centre", "fact", "가상 둘", facts=("그네",)),
        entry("centre", "title", "그네 셋"),
    )
    assert keys(index, "그네") == ["title", "fact", "text"]


def test_the_newer_of_two_like_programs_comes_first(tmp_path: Path) -> None:
    """Last year's round is old news."""
    index = index_of(
        tmp_path,
        entry("program", "old", "가상 그네", sort={"name": "가", "year": "2019"}),
        entry("program", "new", "가상 그네", sort={"name": "가", "year": "2022"}),
    )
    assert keys(index, "그네") == ["new", "old"]


def test_a_whole_title_comes_before_everything(tmp_path: Path) -> None:
    """Who types a name wants that record, however old."""
    index = index_of(
        tmp_path,
        entry("program", "longer", "그네 지원 그네", sort={"name": "가", "year": "2022"}),
        entry("program", "exact", "그네 지원", sort={"name": "나", "year": "2010"}),
    )
    assert keys(index, "그네지원")[0] == "exact"


def test_one_syllable_inside_a_word_is_a_weak_match(tmp_path: Path) -> None:
    """A cooperative named after a flower does not sell any."""
    index = index_of(
        tmp_path,
        entry("enterprise", "name", "가상바늘꽃협동조합"),
        entry("enterprise", "sells", "가상농원", facts=("꽃·화분",)),
    )
    assert keys(index, "꽃")[0] == "sells"


def test_unknown_words_of_a_sentence_do_not_empty_the_answer(tmp_path: Path) -> None:
    """Records with the known words are offered as partial answers."""
    index = index_of(tmp_path, entry("program", "loan", "가상 융자"))
    found = planned(index, "융자를 어처구니 받으려면")

    assert found.keys == ()
    assert found.partial == ("programs/loan/",)


def test_what_was_looked_for_besides_is_told(tmp_path: Path) -> None:
    """The reader sees why a record without the word is here."""
    index = index_of(tmp_path, entry("program", "loan", "가상 융자"))

    assert planned(index, "대출").also == ("융자",)
    assert planned(index, "dbdwk").meant == "융자"


def test_a_word_in_no_record_is_never_looked_up(tmp_path: Path) -> None:
    """Every lookup may load a chunk; the plan leaves such words out."""
    index = index_of(tmp_path, entry("program", "loan", "가상 융자"))

    groups = index.plan["groups"]
    assert [group["find"] for group in groups] == [["융자"]]
    assert "대출" in groups[0]["for"]


def test_the_beginning_of_another_word_is_a_weak_match(tmp_path: Path) -> None:
    """Who looks for cleaning wants cleaners and disinfection, not programs for the young."""
    index = index_of(
        tmp_path,
        entry("enterprise", "youth", "가상 청소년 교육"),
        entry("enterprise", "cleans", "가상크린", facts=("청소·방역",)),
        entry("enterprise", "hires", "가상환경", body="청소용역을 합니다."),
        entry("enterprise", "teens", "청소년 상상"),
    )
    assert keys(index, "청소")[:2] == ["cleans", "hires"]
    assert keys(index, "청소년") == ["teens", "youth"]


def test_a_verb_leads_to_the_words_of_its_group(tmp_path: Path) -> None:
    """People write sentences: 빌리고 싶어요 is a loan."""
    index = index_of(
        tmp_path,
        entry("program", "loan", "가상 융자"),
        entry("program", "other", "가상 상담", body="장난감을 빌리고 돌려줍니다."),
    )
    assert keys(index, "돈을 빌리고 싶어요")[0] == "loan"


def test_a_rare_word_outranks_what_only_means_something_alike(tmp_path: Path) -> None:
    """A fair named in one record is nearer than all that help to sell."""
    sales = [entry("centre", f"sales-{n}", f"가상 {n}", facts=("판로",)) for n in range(8)]
    fair = entry("centre", "fair", "가상 홍보", body="취업박람회에 나갑니다.")
    index = index_of(tmp_path, *sales, fair)

    assert keys(index, "박람회")[0] == "fair"
    assert len(keys(index, "박람회")) == 9


def test_a_word_of_running_text_does_not_outweigh_the_subject(tmp_path: Path) -> None:
    """Everyday words are rare in a catalogue; that makes them no subjects."""
    index = index_of(
        tmp_path,
        *(entry("centre", f"wages-{n}", f"가상 {n}", facts=("인건비",)) for n in range(5)),
        entry("centre", "text", "가상 글", body="흔쾌히 씁니다."),
    )
    found = planned(index, "월급을 흔쾌히 주는 사업")

    assert found.keys == ()
    assert [index.records[key]["id"] for key in found.partial][-1] == "text"
