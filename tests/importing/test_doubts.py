"""What was once wrong without a word: codes, scales, months, weeks, marks without a unit."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from cqviewer.importing.making import open_data
from cqviewer.model.reading.import_format import ImportEntry
from tests.importing.tables import file_of, read, sheet_of, values, written


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (("5", "-999", "7"), "unknown"),
        (("5", "-99.0", "7"), "unknown"),
        (("5", "-666666666", "7"), "unknown"),
        (("-5", "-999", "7"), None),
        (("5", "-9", "7"), None),
        (("5", "999", "7"), None),
        (("5", "-998", "7"), None),
    ],
)
def test_the_one_negative_number_of_nines_is_asked(
    tmp_path: Path, column: tuple[str, ...], expected: str | None
) -> None:
    text = "Year,Income\n" + "".join(f"{2020 + at},{one}\n" for at, one in enumerate(column))
    found = read(tmp_path, text)
    assert ("unknown" in {one.kind for one in found.found}) == (expected is not None)
    assert values(found)["Income"][1] == column[1]


def test_a_column_of_codes_is_read_once_for_all_of_them(tmp_path: Path) -> None:
    def calls(number: int) -> int:
        rows = "".join(f"{1000 + at},-999\n" for at in range(number))
        opened = open_data(file_of(tmp_path, f"Year,Income\n999,5\n{rows}"))
        events: Counter[str] = Counter()
        sys.setprofile(lambda _frame, event, _argument: events.update([event]))
        try:
            opened.recognise(ImportEntry())
        finally:
            sys.setprofile(None)
        return events.total()

    calls(50)
    assert calls(400) < 2.2 * calls(200)


def test_it_can_be_said_to_be_a_number_after_all(tmp_path: Path) -> None:
    found = read(tmp_path, "Year,Income\n2020,5\n2021,-999\n", missing={"-999": "-999"})
    assert values(found)["Income"] == ["5", "-999"]
    assert not any(one.is_open and one.kind == "unknown" for one in found.found)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.2M", "1200000"),
        ("900K", "900000"),
        ("900k", "900000"),
        ("3bn", "3000000000"),
        ("(2M)", "-2000000"),
    ],
)
def test_a_scale_right_after_a_number_is_no_flag(tmp_path: Path, cell: str, number: str) -> None:
    found = read(tmp_path, f"Year,Revenue\n2022,{cell}\n2023,5\n")
    assert values(found)["Revenue"][0] == number
    assert found.figures[0].values[0].amount.status == ()
    assert "power of ten" in {one.kind for one in found.found}


def test_a_letter_after_a_space_stays_a_flag(tmp_path: Path) -> None:
    found = read(tmp_path, "Year,Revenue\n2022,388 b\n2023,12p\n")
    assert [one.amount.status for one in found.figures[0].values] == [(), ("provisional",)]
    assert values(found)["Revenue"] == ["388", "12"]


def test_months_in_rows_below_years_are_months_of_these(tmp_path: Path) -> None:
    text = "Month,2022,2023\nJanuary,10,12\nFebruary,11,13\n"
    [figure] = read(tmp_path, text).figures
    said = {one.period: one.amount.text for one in figure.values}
    assert said == {"2022-01": "10", "2022-02": "11", "2023-01": "12", "2023-02": "13"}


def test_weeks_have_seven_days(tmp_path: Path) -> None:
    found = read(tmp_path, "Week ending,Deaths\n5 January 2024,12\n12 January 2024,13\n")
    periods = [one.period for one in found.figures[0].values]
    assert periods == ["2023-12-30/2024-01-05", "2024-01-06/2024-01-12"]
    assert "period" in {one.kind for one in found.found}


def test_a_mark_without_a_unit_belongs_to_the_figure_that_has_one(tmp_path: Path) -> None:
    found = read(tmp_path, "Council,2022,2023\nNorth,45%,46%\nSouth,39%,[c]\n")
    assert [(str(one.name), one.unit) for one in found.figures] == [("North", "%"), ("South", "%")]
    assert values(found)["South"] == ["39", "suppressed"]


def test_codes_of_one_length_that_begin_with_zeros_are_no_values(tmp_path: Path) -> None:
    found = read(tmp_path, "Area,Year,fips,Jobs\nA,2022,01,5\nB,2022,02,6\n")
    assert found.roles == ["place", "period", "ignore", "value"]
    found = read(tmp_path, "Area,Year,share,Jobs\nA,2022,0.1,5\nB,2022,02,6\n")
    assert found.roles[2] == "value"


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Change (percentage points)", "percentage points"),
        ("Change (pp)", "percentage points"),
        ("变化（个百分点）", "percentage points"),
        ("Share (percentage)", "%"),
        ("Share (as a percentage of all)", "%"),
    ],
)
def test_points_are_no_per_cent(tmp_path: Path, head: str, unit: str) -> None:
    assert {one.unit for one in read(tmp_path, f"Year,{head}\n2022,1\n2023,2\n").figures} == {unit}


def test_a_line_right_below_the_heads_names_a_group(tmp_path: Path) -> None:
    text = "Housing,,\n,Owned,Rented\nUrban,,\nNorth,10,20\nRural,,\nNorth,5,2\n"
    assert values(read(tmp_path, text)) == {
        "Owned, Urban": ["10"],
        "Owned, Rural": ["5"],
        "Rented, Urban": ["20"],
        "Rented, Rural": ["2"],
    }


@pytest.mark.parametrize(
    ("year", "cell"),
    [("٢٠٢٢", "١٢٫٥"), ("२०२२", "१२.५"), ("２０２２", "１２.５"), ("۲۰۲۲", "۱۲٫۵")],
)
def test_digits_of_other_scripts_are_read_and_said(tmp_path: Path, year: str, cell: str) -> None:
    found = read(tmp_path, f"Year,Births\n{year},{cell}\n2023,7\n")
    assert [one.period for one in found.figures[0].values] == ["2022", "2023"]
    assert values(found)["Births"] == ["12.5", "7"]
    assert "digits" in {one.kind for one in found.found}


def test_years_at_a_day_are_said_to_be_read_as_whole_ones(tmp_path: Path) -> None:
    found = read(tmp_path, "As at 31 March,Stock\n2022,100\n2023,105\n")
    assert "own years" in {one.kind for one in found.found}


def test_a_number_among_the_flags_is_a_code_and_never_the_value(tmp_path: Path) -> None:
    text = "Year,Value,Flag\n2021,5,\n2022,,1\n2023,7,\n"
    found = read(tmp_path, text, roles={"C": "flag"})
    assert values(found) == {"data": ["5", "7"]}
    assert [one.written for one in found.found if one.kind == "unknown flag"] == ["1"]
    said = read(tmp_path, text, roles={"C": "flag"}, flags={"1": "suppressed"})
    assert values(said) == {"data": ["5", "suppressed", "7"]}
    assert not any(one.kind == "unknown flag" for one in said.found)


@pytest.mark.parametrize(
    ("head", "cell", "unit", "value"),
    [
        ("GDP (US$ bn)", "$1.2bn", "US$ billion", "1.2"),
        ("GDP (US$ bn)", "$1,200mn", "US$ billion", "1.2"),
        ("GDP (£ million)", "< 1.2bn", "£ million", "below 1200"),
        ("GDP", "$1.2bn", "$", "1200000000"),
    ],
)
def test_a_scale_in_the_cell_and_in_its_head_counts_once(
    tmp_path: Path, head: str, cell: str, unit: str, value: str
) -> None:
    found = read(tmp_path, f"Year;{head}\n2022;{cell}\n2023;{cell}\n")
    [figure] = found.figures
    assert (figure.unit, figure.values[0].amount.text) == (unit, value)
    [told] = [one.read for one in found.found if one.kind == "power of ten"]
    assert told == value


def test_heads_of_the_world_bank_and_dates_with_points_are_periods(tmp_path: Path) -> None:
    text = "Country Name;2020 [YR2020];2021 [YR2021]\nChad;-2.1;3\nMali;-1.2;3.1\n"
    found = read(tmp_path, text)
    assert values(found) == {"data, Chad": ["-2.1", "3"], "data, Mali": ["-1.2", "3.1"]}
    text = "Region;Stand 31.12.2023;Stand 31.12.2024\nNord;12;13\nMitte;14;15\n"
    [nord, _] = read(tmp_path, text).figures
    assert [one.period for one in nord.values] == ["2023-12-31", "2024-12-31"]


def test_a_flag_of_no_number_beside_a_number_is_asked(tmp_path: Path) -> None:
    for text in (
        "Year,Births (%),Status\n2022,5,Q\n2023,7,\n",
        "Year,Births (%)\n2022,5 c\n2023,7\n2024,8\n",
    ):
        flag = "Q" if "Q" in text else "c"
        found = read(tmp_path, text).found
        assert [one.written for one in found if one.is_open] == [flag]
        for said, first in (("suppressed", "suppressed"), ("estimated", "5")):
            made = read(tmp_path, text, flags={flag: said})
            assert not any(one.is_open for one in made.found)
            assert values(made)["Births"][0] == first
            sheet_of(written(tmp_path, text, flags={flag: said}))
