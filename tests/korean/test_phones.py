"""Printed telephone entries become numbers to dial, show and search."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dure.korean.phones import Phone, PhoneError, parse_phones, search_forms

PRINTED = [
    ("031-8008-3428", "031-8008-3428", ["03180083428"]),
    ("02-353-3553", "02-353-3553", ["023533553"]),
    ("02-6713-7500", "02-6713-7500", ["0267137500"]),
    ("02-2600-6503, 6506", "02-2600-6503, 6506", ["0226006503", "0226006506"]),
    ("070-5029-4693, 4969", "070-5029-4693, 4969", ["07050294693", "07050294969"]),
    ("031-8008-3421, 3417", "031-8008-3421, 3417", ["03180083421", "03180083417"]),
    ("031-850-5842~4", "031-850-5842~4", ["0318505842", "0318505843", "0318505844"]),
    ("031-940-5086~7", "031-940-5086~7", ["0319405086", "0319405087"]),
    ("070-4432-3792~4", "070-4432-3792~4", ["07044323792", "07044323793", "07044323794"]),
    ("02-2600-6509~11", "02-2600-6509~11", ["0226006509", "0226006510", "0226006511"]),
    ("1522-0561", "1522-0561", ["15220561"]),
    ("15220561", "1522-0561", ["15220561"]),
    ("110", "110", ["110"]),
    ("1350", "1350", ["1350"]),
    ("031-120", "031-120", ["031120"]),
    ("010-1234-5678", "010-1234-5678", ["01012345678"]),
    ("011-234-5678", "011-234-5678", ["0112345678"]),
    ("019-234-5678", "019-234-5678", ["0192345678"]),
    ("0505-123-4567", "0505-123-4567", ["05051234567"]),
    ("0502-1234-5678", "0502-1234-5678", ["050212345678"]),
    ("080-500-5000", "080-500-5000", ["0805005000"]),
    (
        "031-8008-3590 / 031-8008-3593",
        "031-8008-3590, 031-8008-3593",
        ["03180083590", "03180083593"],
    ),
    ("031-729-4957, 729-4958", "031-729-4957, 031-729-4958", ["0317294957", "0317294958"]),
    ("031-729-4957, 1522-0561", "031-729-4957, 1522-0561", ["0317294957", "15220561"]),
    ("110, 1350", "110, 1350", ["110", "1350"]),
    ("031-729-4957, 110", "031-729-4957, 110", ["0317294957", "110"]),
    (
        "031-850-5842~3, 5850~1",
        "031-850-5842~3, 5850~1",
        ["0318505842", "0318505843", "0318505850", "0318505851"],
    ),
    ("02-353-3553, 3553", "02-353-3553, 3553", ["023533553"]),
]

OTHER_SPELLINGS = [
    ("031)729-4957", "031-729-4957"),
    ("(02) 353-3553", "02-353-3553"),
    ("(031)-729-4957", "031-729-4957"),
    ("032.668.8545", "032-668-8545"),
    ("0326688545", "032-668-8545"),
    ("032 668 8545", "032-668-8545"),
    ("032-6688545", "032-668-8545"),
    ("032 - 668 - 8545", "032-668-8545"),
    ("032–668–8545", "032-668-8545"),
    ("０３２－６６８－８５４５", "032-668-8545"),
    ("+82-31-8008-3428", "031-8008-3428"),
    ("+82 (0)31-8008-3428", "031-8008-3428"),
    ("+82-2-353-3553", "02-353-3553"),
    ("+82 10 1234 5678", "010-1234-5678"),
    ("  031-8008-3428\n", "031-8008-3428"),
    ("031-850-5842～4", "031-850-5842~4"),
    ("031-850-5842 ~ 4", "031-850-5842~4"),
    ("02-2600-6503,6506", "02-2600-6503, 6506"),
]

WRONG = [
    ("", "empty"),
    ("  ", "empty"),
    ("없음", "not-a-number"),
    ("031-8008-342x", "not-a-number"),
    ("031-8008-3428 (내선 3)", "not-a-number"),
    ("031-8008-342②", "not-a-number"),
    ("031-8008-3428,", "not-a-number"),
    ("031--------8008-3428", "not-a-number"),
    ("02-353-355", "too-short"),
    ("010-123-4567", "too-short"),
    ("070-123-4567", "too-short"),
    ("1522-056", "too-short"),
    ("12", "too-short"),
    ("031-8008-34281", "too-long"),
    ("1522-05610", "too-long"),
    ("031-8008-3590 031-8008-3593", "too-long"),
    ("0" * 1000, "too-long"),
    ("729-4957", "unknown-area"),
    ("034-729-4957", "unknown-area"),
    ("+81-3-1234-5678", "not-a-number"),
    ("031-129-4957", "unknown-exchange"),
    ("031-000-0000", "unknown-exchange"),
    ("031-850-5842-4", "odd-grouping"),
    ("0318-008-3428", "odd-grouping"),
    ("031-8008-3428~7", "range-backwards"),
    ("031-8008-3428~8", "range-backwards"),
    ("031-8008-3428~48", "range-too-long"),
    ("031-8008-3428~", "bad-ending"),
    ("031-8008-3428~32~34", "bad-ending"),
    ("031-120, 3421", "too-short"),
    ("110~0115", "bad-ending"),
    ("3421", "too-short"),
    ("02-353-3553, 35", "too-short"),
]


@pytest.mark.parametrize(("text", "display", "digits"), PRINTED)
def test_a_printed_entry_is_every_number_it_stands_for(
    text: str, display: str, digits: list[str]
) -> None:
    """Ranges and shortened endings are expanded, in printed order, each number once."""
    entry = parse_phones(text)

    assert display == entry.display
    assert digits == [phone.digits for phone in entry.phones]


@pytest.mark.parametrize(("text", "display"), OTHER_SPELLINGS)
def test_spellings_of_one_number_are_shown_alike(text: str, display: str) -> None:
    """Brackets, dots, spaces, full-width digits and +82 are the same number with hyphens."""
    assert display == parse_phones(text).display


def test_twenty_numbers_are_the_longest_range() -> None:
    """A longer one is a typing error: offices print seven at most."""
    assert len(parse_phones("031-8008-3428~47").phones) == 20


def test_a_long_range_has_all_its_numbers() -> None:
    """032-625-2992~6 is five numbers, each shown in full."""
    entry = parse_phones("032-625-2992~6")

    assert entry.display == "032-625-2992~6"
    assert [f"032-625-299{n}" for n in (2, 3, 4, 5, 6)] == [p.display for p in entry.phones]


@pytest.mark.parametrize(
    ("text", "tel", "area"),
    [
        ("031-8008-3428", "tel:+82-31-8008-3428", "031"),
        ("02-353-3553", "tel:+82-2-353-3553", "02"),
        ("070-4168-8323", "tel:+82-70-4168-8323", "070"),
        ("0505-123-4567", "tel:+82-505-123-4567", "0505"),
        ("1522-0561", "tel:1522-0561", ""),
        ("1350", "tel:1350", ""),
        ("031-120", "tel:+82-31-120", "031"),
    ],
)
def test_a_number_can_be_dialled(text: str, tel: str, area: str) -> None:
    """Only numbers with an area or service code take +82 in place of its 0."""
    (phone,) = parse_phones(text).phones

    assert (tel, area) == (phone.tel, phone.area)


@pytest.mark.parametrize(("text", "reason"), WRONG)
def test_anything_else_is_refused_with_its_reason(text: str, reason: str) -> None:
    """A mistake has a name that messages and tests can rely on."""
    with pytest.raises(PhoneError) as caught:
        parse_phones(text)

    assert reason == caught.value.reason


def test_a_refusal_quotes_the_value_but_not_all_of_a_long_one() -> None:
    """The editor sees what was read; a pasted page does not flood the report."""
    with pytest.raises(PhoneError, match="expected a Korean telephone number, got '없음'"):
        parse_phones("없음")
    with pytest.raises(PhoneError) as caught:
        parse_phones("9" * 100_000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("031-8008-3428", ("03180083428", "80083428")),
        ("02-2600-6503, 6506", ("0226006503", "0226006506", "26006503", "26006506")),
        ("1522-0561", ("15220561",)),
    ],
)
def test_people_find_a_number_with_or_without_its_area_code(
    text: str, forms: tuple[str, ...]
) -> None:
    """Every number of the entry is found by all its digits and by the local ones."""
    assert forms == search_forms(parse_phones(text))


PHONE_LIKE = st.text(alphabet="0123456789-~,/()+. 82０②٣∼·", max_size=40)


@given(st.text() | PHONE_LIKE)
@example("\ud800")
@example("()")
@example("+82")
def test_hostile_text_gives_numbers_or_a_phone_error_and_nothing_else(text: str) -> None:
    """Whatever was typed, the caller has one kind of exception to catch."""
    try:
        entry = parse_phones(text)
    except PhoneError:
        return
    assert entry == parse_phones(entry.display)


@st.composite
def _entries(draw: st.DrawFn) -> str:
    code = draw(st.sampled_from(["02", "031", "064", "070", "010", "0505"]))
    head = f"{code}-{draw(st.integers(2000, 9999))}"
    first = draw(st.integers(1000, 9000))
    items = [f"{head}-{first}"]
    items += [str(n) for n in draw(st.lists(st.integers(1000, 9999), max_size=3))]
    if draw(st.booleans()):
        last = int(items[-1][-4:]) // 10 * 10 + 9
        items[-1] = f"{items[-1][:-1]}0~{last % 10}"
    return ", ".join(items)


@given(_entries())
def test_what_is_shown_is_read_back_as_the_same_entry(text: str) -> None:
    """The display loses nothing, so it can be stored and edited in place of the original."""
    entry = parse_phones(text)

    assert text == entry.display
    assert entry == parse_phones(entry.display)


@given(_entries())
def test_each_number_of_an_entry_stands_on_its_own(text: str) -> None:
    """A number shown alone, or dialled through its link, is the same number."""
    for phone in parse_phones(text).phones:
        assert (phone,) == parse_phones(phone.display).phones
        assert (phone,) == parse_phones(phone.tel.removeprefix("tel:")).phones


def test_phones_are_values() -> None:
    """Two readings of one number are equal and can be members of a set."""
    assert {Phone("110", "110")} == set(parse_phones("110").phones)


@given(st.from_regex("0[0-9]{1,3}-[0-9]{3,4}-[0-9]{4}", fullmatch=True))
@example("02-1234-5678")
@example("03-1180-0834")
@example("070-400-0010")
def test_a_number_written_as_usual_is_read_like_any_other(text: str) -> None:
    """The short way and the long one, which a blank leads to, end at the same number."""
    assert _outcome(text) == _outcome(f"{text} ")


def _outcome(text: str) -> object:
    try:
        return parse_phones(text)
    except PhoneError as error:
        return str(error)
