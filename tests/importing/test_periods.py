"""Periods as heads and cells write them."""

import pytest

from cqviewer.importing.periods import are_fiscal, in_time, period_within, read_period


@pytest.mark.parametrize(
    ("written", "begins", "period"),
    [
        ("2024", None, "2024"),
        ("2024.0", None, "2024"),
        ("3100", None, None),
        ("2024Q3", None, "2024-Q3"),
        ("2024M07", None, "2024-07"),
        ("2023/24", None, "2023/24"),
        ("2001/2002", "4", "2001/02"),
        ("2023 to 2024", "4", "2023/24"),
        ("2001/2002", "calendar", "2001-01/2002-12"),
        ("2009-10", None, "2009-10"),
        ("North", None, None),
    ],
)
def test_a_period_is_written_as_a_sheet_writes_it(
    written: str, begins: str | None, period: str | None
) -> None:
    assert read_period(written, begins) == period


def test_a_year_beside_its_like_is_no_month() -> None:
    assert are_fiscal(["2009-10", "2010-11"])
    assert not are_fiscal(["2009-10", "2009-11"])
    assert read_period("2009-10", "4", is_fiscal=True) == "2009/10"


def test_a_head_may_hold_a_period_and_more() -> None:
    assert period_within("2023 to 2024 budget £m", "4") == ("2023/24", "budget £m")
    assert period_within("Population (2021)", None) == ("2021", "Population")
    assert period_within("value", None) is None


def test_periods_are_sorted_by_their_days() -> None:
    assert sorted(["2024-Q1", "2023", "2023/24"], key=in_time) == ["2023", "2023/24", "2024-Q1"]
