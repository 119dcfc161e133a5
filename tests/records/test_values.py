"""The small values: what is taken as written, and what is refused."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from dure.korean.periods import Day, Period
from dure.korean.phones import parse_phones
from dure.records.base import Id, Line, Name, Number, Prose, Text, Web, Whole
from dure.records.reading import Unsound, plain, valid
from dure.records.reference import Row
from dure.records.site import Site
from dure.records.values import ADate, APeriod, APhone, Money
from dure.suspect import MIDDLE_DOTS
from tests import sample

if TYPE_CHECKING:
    from dure.records import Model


def _read(annotation: Any, value: object) -> Any:
    return valid(annotation, value)


def _refused(annotation: Any, value: object) -> str:
    with pytest.raises(Unsound) as refused:
        _read(annotation, value)
    return refused.value.found[0].key


@pytest.mark.parametrize(
    ("annotation", "text", "value"),
    [
        (Whole, "0", 0),
        (Whole, "1896530", 1896530),
        (Whole, "-5", -5),
        (Whole, 7, 7),
        (Number, "2.50", Decimal("2.50")),
        (Number, "-0.5", Decimal("-0.5")),
        (Number, Decimal(3), Decimal(3)),
        (ADate, "2022", Day(2022)),
        (ADate, "2022-04", Day(2022, 4)),
        (ADate, Day(2022, 4, 5), Day(2022, 4, 5)),
        (APeriod, "2022-04", Period(Day(2022, 4), Day(2022, 4))),
        (APeriod, "2021/2022-04-05", Period(Day(2021), Day(2022, 4, 5))),
        (APhone, "031-555-0110~2", parse_phones("031-555-0110~2")),
        (Id, "gaon-centre-2", "gaon-centre-2"),
        (Id, "8536", "8536"),
        (Prose, "  두\n줄 ", "두\n줄"),
        (Line, "가·나", "가·나"),
        (Web, "www.a-b.or.kr", "www.a-b.or.kr"),
        (Web, "http://a.kr:8080/가/나?b=1&c=2#d", "http://a.kr:8080/가/나?b=1&c=2#d"),
    ],
)
def test_a_value_is_read_as_written(annotation: Any, text: object, value: object) -> None:
    """Texts of a data file become what they mean; what already means it stays."""
    assert _read(annotation, text) == value


@pytest.mark.parametrize(
    ("annotation", "text", "kind"),
    [
        (Whole, "0110", "expected_whole_number"),
        (Whole, "1_000", "expected_whole_number"),
        (Whole, "1,000", "expected_whole_number"),
        (Whole, "+5", "expected_whole_number"),
        (Whole, "2.0", "expected_whole_number"),
        (Whole, " 5", "expected_whole_number"),
        (Whole, "５", "expected_whole_number"),
        (Whole, "9" * 30, "expected_whole_number"),
        (Number, "1e9", "expected_number"),
        (Number, "NaN", "expected_number"),
        (Number, "Infinity", "expected_number"),
        (Number, ".5", "expected_number"),
        (Number, "5.", "expected_number"),
        (ADate, "2022-4-5", "bad_day"),
        (ADate, "2022-13", "bad_day"),
        (ADate, "2021-02-29", "bad_day"),
        (ADate, "22-04-05", "bad_day"),
        (ADate, ["2022"], "bad_day"),
        (APeriod, "2022-04~2022-06", "bad_period"),
        (APeriod, "/2022", "bad_period"),
        (APeriod, "2022/", "bad_period"),
        (APeriod, "2022/2023/2024", "bad_period"),
        (APeriod, "2022-06/2022-04", "ends_before_start"),
        (APhone, "12-34", "bad_phone"),
        (Id, "Goyang", "bad_id"),
        (Id, "고양", "bad_id"),
        (Id, "a--b", "bad_id"),
        (Id, "-a", "bad_id"),
        (Id, "a\n", "bad_id"),
        (Id, "a" * 81, "too_long"),
        (Prose, "", "too_short"),
        (Prose, " \n ", "too_short"),
        (Prose, unicodedata.normalize("NFD", "가"), "not_nfc"),
        (Prose, "a\u200bb", "control_character"),
        (Prose, "a\u202eb", "control_character"),
        (Prose, "a\ufeffb", "control_character"),
        (Prose, "a\u2028b", "control_character"),
        (Prose, "a\ue000b", "control_character"),
        (Prose, "가\u3164나", "control_character"),
        (Prose, "a\x07b", "control_character"),
        (Prose, "a\xadb", "control_character"),
        (Line, "a\nb", "one_line"),
        (Web, "javascript:alert(1)", "bad_web"),
        (Web, "JavaScript:alert(1)//a.kr/", "bad_web"),
        (Web, "data:text/html,x", "bad_web"),
        (Web, "//a.kr", "bad_web"),
        (Web, "http://a.kr/\"onclick=", "bad_web"),
        (Web, "http://a.kr/<b>", "bad_web"),
        (Web, "http://user@a.kr", "bad_web"),
        (Web, "a.kr/ b", "bad_web"),
        (Web, "a.kr\n", "bad_web"),
    ],
)  # fmt: skip
def test_a_doubtful_value_is_refused(annotation: Any, text: object, kind: str) -> None:
    """Each by the rule it breaks."""
    assert _refused(annotation, text) == kind


@pytest.mark.parametrize("dot", MIDDLE_DOTS)
def test_every_look_alike_of_the_middle_dot_is_refused(dot: str) -> None:
    """Two spellings of one name are two names to a search; NFC alone does not join them."""
    assert _refused(Prose, f"가{dot}나") in {"wrong_dot", "not_nfc"}


@pytest.mark.parametrize(
    ("value", "fine"),
    [
        ({"krw": "5"}, True),
        ({"krw": "5", "to_krw": "6"}, True),
        ({"krw": "5", "to_krw": "5"}, False),
        ({"krw": "6", "to_krw": "5"}, False),
    ],
)
def test_a_range_of_money_goes_up(value: dict[str, str], *, fine: bool) -> None:
    """A range that does not is a slip."""
    if fine:
        assert valid(Money, value).krw == 5
    else:
        assert _refused(Money, value) == "range_backwards"


@pytest.mark.parametrize("blank", ["", "-"])
def test_a_blank_cell_is_no_figure(blank: str) -> None:
    """Nothing printed is not zero."""
    row = {"id": "a", "label": {"ko": "가"}, "values": ["0", blank]}
    assert valid(Row, row).values == (Decimal(0), None)


@pytest.mark.parametrize("model", [Text, Name])
def test_english_may_be_missing_but_korean_may_not(model: type[Model]) -> None:
    """Pages then show the Korean and say so."""
    assert plain(valid(model, {"ko": "가"})) == {"ko": "가"}
    assert _refused(model, {"en": "a"}) == "missing"


@pytest.mark.parametrize(
    ("field", "text", "fine"),
    [
        ("url", "https://example.org/", True),
        ("url", "http://localhost:8000/dure/", True),
        ("url", "https://example.org/dure", False),
        ("url", "javascript://example.org/", False),
        ("url", "https://example.org/?a=b/", False),
        ("report_url", "mailto:a@example.org", True),
        ("report_url", "https://example.org/report?x=1", True),
        ("report_url", "javascript:alert(1)", False),
        ("report_url", "mailto:a@b\"onclick='", False),
    ],
)
def test_addresses_of_the_site_are_addresses(field: str, text: str, *, fine: bool) -> None:
    """They are written into every page: a scheme that runs code is refused."""
    value = plain(sample.catalogue().site) | {field: text}
    if fine:
        assert getattr(valid(Site, value), field) == text
    else:
        assert _refused(Site, value) == "bad_url"
