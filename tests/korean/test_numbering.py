"""The numbering plan puts the hyphens where Koreans expect them."""

from __future__ import annotations

import pytest

from dure.korean.numbering import PhoneError, group_digits

AREAS = ["02", *(f"0{n}" for n in (31, 32, 33, 41, 42, 43, 44, 51, 52, 53, 54, 55, 61, 62, 63, 64))]


@pytest.mark.parametrize("area", AREAS)
def test_every_area_takes_three_or_four_digits_before_the_last_four(area: str) -> None:
    """02-xxx-xxxx and 02-xxxx-xxxx, 0xx-xxx-xxxx and 0xx-xxxx-xxxx."""
    assert (area, "234", "5678") == group_digits(f"{area}2345678")
    assert (area, "2345", "6789") == group_digits(f"{area}23456789")


@pytest.mark.parametrize("code", ["034", "040", "045", "050", "056", "060", "065", "090", "012"])
def test_a_code_outside_the_plan_is_unknown(code: str) -> None:
    """Codes nobody was given are refused, however well the rest looks."""
    with pytest.raises(PhoneError) as caught:
        group_digits(f"{code}2345678")

    assert caught.value.reason in {"unknown-area", "too-short"}


@pytest.mark.parametrize("code", ["1522", "1644", "1899"])
def test_representative_numbers_are_four_and_four(code: str) -> None:
    """15xx, 16xx and 18xx numbers have no area code and eight digits."""
    assert (code, "0561") == group_digits(f"{code}0561")


@pytest.mark.parametrize("digits", ["110", "120", "1350", "1399"])
def test_special_numbers_stay_whole(digits: str) -> None:
    """Hotlines of three digits, and of four from 1300, have no hyphen."""
    assert (digits,) == group_digits(digits)
