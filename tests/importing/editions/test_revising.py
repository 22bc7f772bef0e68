"""What the next edition says of a value that the sheet has: number, marks, limits, period, cell."""

from pathlib import Path

import pytest

from cqviewer.load import read_sheet
from tests.importing.editions.test_merging import AREAS, SERIES, kinds_of, numbers
from tests.importing.tables import brought, sheet_of, written

RATES = "Year,Rate (%),Lower 95% CI,Upper 95% CI\n2022,10.5,9,12\n2023,11.5,10,13\n"
RATES += "2024,12,11,14\n"
OTHERS = [("11.5", "10", "13", "None"), ("12", "11", "14", "None")]


def limits(sheet: str) -> list[tuple[str, str, str, str]]:
    """Return value, limits and value before of each observation of the rate."""
    return [
        (str(one.value), str(one.low), str(one.high), str(one.was))
        for one in sheet_of(sheet).indicators["rate"].observations
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2022,14,,", ("14", "None", "None", "10.5")),  # those of another value are none of its own
        ("2022,14,13,15", ("14", "13", "15", "10.5")),
        ("2022,14,9,15", ("14", "9", "15", "10.5")),
        ("2022,10.5,,", ("10.5", "9", "12", "None")),
        ("2022,10.5,9.0,12", ("10.5", "9", "12", "None")),
    ],
)
def test_limits_belong_to_their_value(
    tmp_path: Path, row: str, expected: tuple[str, str, str, str]
) -> None:
    before = written(tmp_path, RATES)
    now, _ = kinds_of(tmp_path, before, RATES.replace("2022,10.5,9,12", row))
    assert limits(now) == [expected, *OTHERS]


def test_a_value_that_is_lacking_now_has_neither_limits_nor_one_before(tmp_path: Path) -> None:
    before = written(tmp_path, RATES)
    meant = {":": "suppressed"}
    now, _ = kinds_of(tmp_path, before, RATES.replace("2022,10.5,9,12", "2022,:,,"), missing=meant)
    first, *_ = sheet_of(now).indicators["rate"].observations
    assert (first.value, first.missing, first.low, first.was) == (None, "suppressed", None, None)
    again, _ = kinds_of(tmp_path, now, RATES)
    assert limits(again) == [("10.5", "9", "12", "None"), *OTHERS]


def test_years_that_begin_in_april_are_the_same_in_the_next_edition(tmp_path: Path) -> None:
    text = "Year,Jobs\n2021/22,10\n2022/23,11\n"
    before = written(tmp_path, text, unit="jobs", year_begins="4")
    now, found = kinds_of(tmp_path, before, text.replace(",11", ",12") + "2023/24,13\n")
    assert numbers(now) == {"jobs": ["10", "12", "13"]}
    assert "gone" not in found
    periods = [one.period.start for one in sheet_of(now).indicators["jobs"].observations]
    assert [(one.year, one.month) for one in periods if one] == [(2021, 4), (2022, 4), (2023, 4)]


def test_a_period_that_someone_wrote_otherwise_is_the_same_and_stays_so(tmp_path: Path) -> None:
    text = "Month,Jobs\n2022-01,10\n2022-02,11\n"
    before = written(tmp_path, text, unit="jobs")
    for old, new in (("2022-01:", "2022-01-01/2022-01-31:"), ("2022-02:", '"2022-02":')):
        assert old in before
        before = before.replace(old, new)
    now, _ = kinds_of(tmp_path, before, text.replace(",10", ",9") + "2022-03,12\n2021-12,8\n")
    assert "2022-01-01/2022-01-31: {value: 9" in now
    rows = read_sheet(now.encode(), "sheet.yaml").indicators["jobs"].observations
    assert [str(one.value) for one in rows] == ["8", "9", "11", "12"]
    assert [one.citation.where for one in rows if one.citation] == ["B5", "B2", "B3", "B4"]


def test_figures_of_one_name_in_two_units_keep_their_own_values(tmp_path: Path) -> None:
    text = "Year,Series,Units,Value\n2022,Waste,t,30\n2022,Waste,%,4\n"
    before = written(tmp_path, text)
    keys = [*sheet_of(before).indicators]
    later = "Year,Series,Units,Value\n2022,Waste,%,5\n2022,Waste,t,31\n2023,Waste,%,6\n"
    now, unknown = brought(tmp_path, before, later)
    assert unknown == []
    assert numbers(now) == dict(zip(keys, (["31"], ["5", "6"]), strict=True))
    assert {str(one.unit): key for key, one in sheet_of(now).indicators.items()} == {
        str(one.unit): key for key, one in sheet_of(before).indicators.items()
    }


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        ("A,30", "P,30", ("provisional",)),
        ("A,30", "A,29", ("revised",)),
        ("A,30", "P,29", ("provisional", "revised")),
        ("A,30", "A,30.0", ()),
    ],
)
def test_marks_are_those_of_the_file_now(
    tmp_path: Path, old: str, new: str, marks: tuple[str, ...]
) -> None:
    now, _ = brought(tmp_path, written(tmp_path, SERIES), SERIES.replace(old, new))
    first = sheet_of(now).indicators["births"].observations[0]
    assert (set(first.marks), first.was is not None) == (set(marks), "revised" in marks)
    assert sheet_of(now).indicators["births"].observations[1].marks == ("provisional",)


def test_an_edition_brought_in_after_another_has_the_value_that_stood_there(
    tmp_path: Path,
) -> None:
    sheet = written(tmp_path, AREAS, unit="jobs")
    for value, before in (("12", "10"), ("13", "12"), ("13", "12"), ("10", "13")):
        sheet, _ = kinds_of(tmp_path, sheet, AREAS.replace("2022,10", f"2022,{value}"))
        first = sheet_of(sheet).indicators["jobs.north"].observations[0]
        assert (str(first.value), str(first.was)) == (value, before)
