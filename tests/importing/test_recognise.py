"""From tables to figures."""

from pathlib import Path

import pytest

from cqviewer.importing.found import sentence
from cqviewer.importing.recognise import Recognised
from cqviewer.model.problems import SheetError
from tests.importing.tables import LONG, WIDE, read, values


def kinds(one: Recognised) -> dict[str, int]:
    return {found.kind: found.count for found in one.found}


def test_a_long_table_gives_a_figure_for_each_measure_and_item(tmp_path: Path) -> None:
    found = read(tmp_path, LONG)
    assert found.roles == ["indicator", "place", "period", "value", "unit", "flag"]
    assert values(found) == {
        "Waste per person, North": ["418.5", "409.3"],
        "Waste per person, Harbour": ["371.2", "366.1"],
        "Recycled share, North": ["41.9"],
        "Recycled share, Harbour": ["below 5"],
    }
    assert {one.unit for one in found.figures} == {"kg", "%"}
    assert found.figures[0].values[1].amount.status == ("provisional",)
    assert kinds(found) == {"float noise": 1, "bound": 1}


def test_a_wide_table_has_its_periods_and_unit_in_the_heads(tmp_path: Path) -> None:
    found = read(tmp_path, WIDE, "data.tsv", year_begins="4", missing={"n/a": "not_applicable"})
    assert values(found)["Reserves"] == ["0.349", "-11.018"]
    assert values(found)["Grants"] == ["not_applicable", "-3.040"]
    assert [one.period for one in found.figures[0].values] == ["2023/24", "2024/25"]
    assert {one.unit for one in found.figures} == {"£ million"}
    said = {"delimiter": 1, "unit in the head": 8, "brackets": 2, "mark": 1, "total": 2}
    assert kinds(found) == said


def test_what_nobody_says_stays_open(tmp_path: Path) -> None:
    found = read(tmp_path, WIDE, "data.tsv")
    still = [one.kind for one in found.found if one.is_open]
    assert still == ["which year", "unknown"]
    assert values(found)["Grants"][0] == "n/a"
    assert "--missing='n/a=" in " ".join(sentence(found.found[1]))


def test_names_in_several_languages_stand_side_by_side(tmp_path: Path) -> None:
    text = "Область,Items,2023,2024\nБаткен,Batken,1,2\nНарын,Naryn,3,4\n"
    found = read(tmp_path, text)
    assert found.roles == ["indicator:ru", "indicator:en", "value", "value"]
    assert found.figures[0].name == {"ru": "Баткен", "en": "Batken"}


def test_codes_and_constant_columns_are_passed_over(tmp_path: Path) -> None:
    text = "freq,Country Name,Country Code,Year,Value\nA,Chad,TCD,2023,1\nA,Mali,MLI,2023,2\n"
    assert read(tmp_path, text).roles == ["ignore", "place", "ignore", "period", "value"]


def test_an_empty_cell_of_a_breakdown_is_not_broken_down(tmp_path: Path) -> None:
    found = read(tmp_path, "Year,Sex,Value\n2023,,3\n2023,men,1\n2023,women,2\n")
    assert [one.items for one in found.figures] == [("All",), ("men",), ("women",)]
    assert kinds(found)["not broken down"] == 1


def test_a_flag_tells_why_there_is_no_value(tmp_path: Path) -> None:
    text = (
        "Year,Value,Observation status\n2022,,Missing value; suppressed\n2023,4,Low reliability\n"
    )
    [figure] = read(tmp_path, text).figures
    assert [one.amount.missing for one in figure.values] == ["suppressed", ""]
    assert figure.values[1].amount.status == ("low_reliability",)


def test_a_multiplier_scales_the_unit(tmp_path: Path) -> None:
    text = "TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n2022,3.5,USD,6\n2023,4,USD,6\n"
    assert read(tmp_path, text).figures[0].unit == "USD million"


def test_roles_can_be_said(tmp_path: Path) -> None:
    text = "what,n,k\nSchools,3,1\nParks,4,2\n"
    said = {"A": "indicator", "B": "value 2024", "C": "ignore"}
    found = read(tmp_path, text, roles=said, unit="sites")
    assert values(found) == {"Schools": ["3"], "Parks": ["4"]}
    assert found.figures[0].values[0].period == "2024"
    with pytest.raises(SheetError) as error:
        read(tmp_path, text, roles={"Z": "value"})
    assert "`Z=value` is no column with a role" in str(error.value)


def test_some_rows_are_chosen(tmp_path: Path) -> None:
    found = read(tmp_path, LONG, only={"B": "Harbour"})
    assert list(values(found)) == ["Waste per person", "Recycled share"]


def test_of_two_values_for_one_period_someone_says_which(tmp_path: Path) -> None:
    text = "Year,Value\n2022,7\n2022,7\n2023,1\n2023,2\n"
    found = read(tmp_path, text)
    is_open = {one.kind: one.is_open for one in found.found}
    assert (is_open["twice"], is_open["which of two"]) == (False, True)
    for said, value in (("first", "1"), ("last", "2")):
        found = read(tmp_path, text, twice=said)
        assert values(found) == {"data": ["7", value]}
        assert not any(one.is_open for one in found.found)


def test_more_than_a_sheet_takes_is_said_with_a_way_to_choose(tmp_path: Path) -> None:
    rows = "".join(f"region {at},2023,{at}\n" for at in range(500))
    with pytest.raises(SheetError) as error:
        read(tmp_path, f"region,Year,Value\n{rows}")
    assert "more than the 400 figures" in str(error.value)
    assert "--only 'A=region 0'" in error.value.problems[0].help


def test_each_way_has_a_sentence(tmp_path: Path) -> None:
    text = "Year,Value\n2021,1 e\n2022,:\n2023,1.5E+3\n2024,\n"
    said = [sentence(one) for one in read(tmp_path, text).found]
    assert len(said) == 5
    assert all("{" not in part for pair in said for part in pair)


def test_heads_in_two_rows_set_figures_apart(tmp_path: Path) -> None:
    found = read(
        tmp_path, ",Men,,Women,\nRegion,2022,2023,2022,2023\nNorth,1,2,3,4\nSouth,5,6,7,8\n"
    )
    assert values(found) == {
        "data, North, Men": ["1", "2"],
        "data, North, Women": ["3", "4"],
        "data, South, Men": ["5", "6"],
        "data, South, Women": ["7", "8"],
    }
    assert found.by == ["Region", "group"]


def test_an_indicator_that_all_rows_have_is_named_and_pairs_above_are_no_title(
    tmp_path: Path,
) -> None:
    text = "Data Source,World\n\nCountry Name,Indicator Name,2022,2023\n"
    text += "Chad,Births,1,2\nMali,Births,3,4\n"
    assert list(values(read(tmp_path, text))) == ["Births, Chad", "Births, Mali"]


def test_a_date_that_may_begin_with_either_is_asked_for(tmp_path: Path) -> None:
    text = "Date,Value\n01/02/2024,3\n13/02/2024,4\n"
    assert kinds(read(tmp_path, text))["which date"] == 1
    [figure] = read(tmp_path, text, dates="day").figures
    assert [one.period for one in figure.values] == ["2024-02-01", "2024-02-13"]
    assert read(tmp_path, text, dates="month").figures[0].values[0].period == "2024-01-02"


def test_a_break_before_all_values_is_left_out_and_said(tmp_path: Path) -> None:
    found = read(tmp_path, "Year,Value,Flag\n2022,1,b\n2023,2,b\n")
    assert [one.amount.status for one in found.figures[0].values] == [(), ("break",)]
    assert kinds(found)["first break"] == 1


def test_more_rows_than_a_sheet_takes_are_refused_unless_they_say_the_same(tmp_path: Path) -> None:
    def rows(number: int) -> str:
        lines = (f"Area {at % 400},{1900 + at // 400},7\n" for at in range(number))
        return "".join(["Area,Year,Value\n", *lines])

    with pytest.raises(SheetError) as error:
        read(tmp_path, rows(20_001))
    assert "20,000 values that a sheet takes" in str(error.value)
    assert "--only 'A=Area 0'" in error.value.problems[0].help
    twice = read(tmp_path, rows(10_400) + rows(10_400).partition("\n")[2])
    assert sum(len(one.values) for one in twice.figures) == 10_400


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ({"D": "ignore"}, "has numbers to take for values"),
        ({"D": "ignore", "B": "value"}, "has no values"),
    ],
)
def test_a_table_without_values_is_refused_with_what_to_say(
    tmp_path: Path, roles: dict[str, str], said: str
) -> None:
    text = "Year,Empty,Name,Value\n2022,,a,3\n2023,,b,4\n"
    with pytest.raises(SheetError, match=said) as error:
        read(tmp_path, text, roles=roles)
    assert "--role C=value" in str(error.value)


def test_what_a_third_column_says_stands_in_the_name(tmp_path: Path) -> None:
    rows = [
        f"{area},{sex},{age},2023,{number}"
        for number, (area, sex, age) in enumerate(
            (one, two, three) for one in "NS" for two in "MW" for three in ("young", "old")
        )
    ]
    found = read(tmp_path, "\n".join(["Area,Sex,Age,Year,Jobs", *rows]), unit="jobs")
    assert found.by == ["Area", "Sex"]
    assert {str(one.name) for one in found.figures} == {"Jobs, young", "Jobs, old"}
    assert values(found)["Jobs, old, S, W"] == ["7"]


def test_the_second_of_two_values_is_pointed_at(tmp_path: Path) -> None:
    found = read(tmp_path, "Year,Value\n2022,7\n2022,7\n2023,1\n2023,2\n").found
    places = {one.kind: (one.read, one.cells) for one in found}
    assert places["twice"] == ("first", ((2, 1),))
    assert places["which of two"] == ("B4, B5", ((4, 1),))


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        ("3", "5", ("3", "5")),
        ("< 3", "5", None),
        ("3", "c", None),
        ("", "5", None),
    ],
)
def test_an_interval_has_two_ends_that_are_numbers(
    tmp_path: Path, low: str, high: str, ends: tuple[str, str] | None
) -> None:
    text = f"Year,Value,Lower 95% CI,Upper 95% CI\n2022,4,{low},{high}\n2023,4,3,5\n"
    [figure] = read(tmp_path, text).figures
    assert [one.ends for one in figure.values] == [ends, ("3", "5")]


def test_a_unit_that_is_written_otherwise_is_said(tmp_path: Path) -> None:
    text = "Year,Units,Value\n2022,£m,7\n2023,£m,8\n"
    found = read(tmp_path, text)
    assert [one.unit for one in found.figures] == ["£ million"]
    assert ("unit", "£m", "£ million") in {(one.kind, one.written, one.read) for one in found.found}


def test_a_month_without_a_value_keeps_its_reason_or_is_counted(tmp_path: Path) -> None:
    rows = "Pay,2024-01,,c\nPay,2024-02,5,\nPay,2024-03,,\nPay,2024-04,6,p\nPay,2024-05,,m\n"
    found = read(tmp_path, f"series,month,value,flag\n{rows}")
    assert values(found) == {"Pay": ["suppressed", "5", "6", "not_applicable"]}
    assert {(one.kind, one.count) for one in found.found} >= {
        ("flag for no value", 1),
        ("empty", 1),
    }


def test_what_is_no_number_has_no_interval(tmp_path: Path) -> None:
    text = "Year,Value,Lower 95% CI,Upper 95% CI\n2022,< 4,3,5\n2023,4,3,5\n2024,:,3,5\n"
    [figure] = read(tmp_path, text, missing={":": "suppressed"}).figures
    assert [one.ends for one in figure.values] == [None, ("3", "5"), None]


def test_the_unit_of_the_title_right_above_a_table_counts(tmp_path: Path) -> None:
    text = "Budget in £ million\nShares, %\n\nItem,2022,2023\nSchools,3,4\nParks,5,6\n"
    assert {one.unit for one in read(tmp_path, text).figures} == {"%"}
