"""Units as heads and columns of units write them."""

import pytest

from cqviewer.importing.units import in_head, is_other_unit, plain_unit, scaled


@pytest.mark.parametrize(
    ("head", "unit", "rest"),
    [
        ("budget £m", "£ million", "budget"),
        ("Waste (kg)", "kg", "Waste"),
        ("Rate, per cent", "%", "Rate"),
        ("(as a per cent to number of population)", "%", ""),
        ("GDP (US$ million)", "US$ million", "GDP"),
        ("Members (all ages)", "", "Members (all ages)"),
    ],
)
def test_a_head_may_end_with_a_unit(head: str, unit: str, rest: str) -> None:
    assert in_head(head) == (unit, rest)


@pytest.mark.parametrize(
    ("written", "unit"), [("Percentage (%)", "%"), ("£bn", "£ billion"), ("ports", "ports")]
)
def test_a_unit_is_written_as_sheets_write_it(written: str, unit: str) -> None:
    assert plain_unit(written) == unit


def test_a_multiplier_stands_where_the_unit_has_its_scale() -> None:
    assert scaled("USD", "6") == "USD million"
    assert scaled("persons", "Thousands") == "thousand persons"
    assert scaled("%", "3") == "%"
    assert scaled("USD", "0") == "USD"


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("%", "%", True),
        ("US$ million", "million US$", True),
        ("US$ million", "US$ billion", False),
        ("thousand persons", "persons", False),
        ("万吨", "吨", False),
        ("kg", "t", False),
        ("kg", "kilograms", True),
        ("people", "persons", True),
        ("£ million", "€ million", False),
        ("index 2015 = 100", "index 2020 = 100", False),
        ("index", "index 2020 = 100", True),
        ("per 100,000 people", "per 1,000 people", False),
        ("per 1,000 people", "per 1000 people", True),
        ("%", "jobs", False),
    ],
)
def test_units_are_alike_where_their_numbers_mean_the_same(
    one: str, other: str, is_alike: bool
) -> None:
    assert is_other_unit(one, other) is not is_alike
