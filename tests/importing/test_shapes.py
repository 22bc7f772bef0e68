"""Tables of other shapes: what would be wrong without a word must be right, or asked."""

from pathlib import Path

import pytest

from tests.importing.tables import read, sheet_of, values, written
from tests.importing.test_offices import kinds, taken

SDG = (
    "SeriesDescription,GeoAreaName,TimePeriod,Value,[Nature],[Units]\n"
    "Poor,Chad,2019,3,C,PERCENT\nPoor,Chad,2020,2,E,PERCENT\nPoor,Mali,2019,5,C,PERCENT\n"
)
SDMX = (
    "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value\n"
    "dataflow,X:Y,I,FR: France,2021,1\ndataflow,X:Y,I,DE: Germany,2021,2\n"
    "dataflow,X:Y,D,IT: Italy,2021,3\n"
)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (  # numbers that could be years are none beside a unit, and no months
            "地区,人口(万人),面积(km2)\n重庆,3212.4,2019\n成都,2126.8,2020\n",
            {"人口, 重庆": ["3212.4"], "面积, 重庆": ["2019"], "人口, 成都": ["2126.8"]},
        ),
        (  # commas within heads and numbers, between semicolons
            "Регион;2021, тыс. человек;2022, тыс. человек\nМосква;12,6;13,1\nОмск;1,1;1,2\n",
            {"data, Москва": ["12.6", "13.1"], "data, Омск": ["1.1", "1.2"]},
        ),
        (  # the base of an index is no period
            "Index (2015=100),2021,2022\nFood,110.5,120.1\nEnergy,130.2,150.7\n",
            {"Food": ["110.5", "120.1"], "Energy": ["130.2", "150.7"]},
        ),
        (  # a row of units below the heads holds no values
            "Year,GDP,Population\n,mn EUR,1000\n2021,100.5,1200\n2022,110.5,1210\n",
            {"GDP": ["100.5", "110.5"], "Population": ["1200", "1210"]},
        ),
        (  # parts of two wholes have the same names
            "Item,2021,2022\nExports,9,8\n of which: oil,6,7\nImports,5,4\n of which: oil,3,2\n",
            {"Exports, of which: oil": ["6", "7"], "Imports, of which: oil": ["3", "2"]},
        ),
        (  # indented items too
            "Item,2021,2022\nMen,9,8\n  young,6,7\nWomen,5,4\n  young,3,2\n",
            {"Men, young": ["6", "7"], "Women, young": ["3", "2"]},
        ),
        (  # what stands beside the years is measured, and rows say where
            "Post,Municipality,Births 2022,Births 2023\n1010,Wien,1,2\n4020,Linz,3,4\n",
            {"Births, Wien": ["1", "2"], "Births, Linz": ["3", "4"]},
        ),
        (  # classes that are numbers name their rows
            "Grade,2021,2022\n1,10,11\n2,20,21\n",
            {"data, 1": ["10", "11"], "data, 2": ["20", "21"]},
        ),
        (  # merged cells say the same of all rows beside them
            "Region,Sex,2021\nNorth,Men,1\n,Women,2\nSouth,Men,3\n,Women,4\n",
            {"data, North, Women": ["2"], "data, South, Women": ["4"]},
        ),
        (  # margins of error are no values
            "Area,Jobs,Margin of error\nA,100,±10\nB,200,±20\n",
            {"Jobs, A": ["100"], "Jobs, B": ["200"]},
        ),
        (  # comments are no title
            "# Source: x\n# Updated: 2024\nState,Year,Deaths\nOhio,2021,1\nUtah,2021,2\n",
            {"Deaths, Ohio": ["1"], "Deaths, Utah": ["2"]},
        ),
        (
            "数据库：分省年度数据\n指标：生产总值(亿元)\n地区,2023年,2022年\n北京市,2,1\n天津市,4,3\n",
            {"生产总值, 北京市": ["1", "2"], "生产总值, 天津市": ["3", "4"]},
        ),
        (  # a title may have a colon, which a line on the source has too
            "Table 1: Births\nSource: Office\nRegion,2021,2022\nNorth,1,2\nSouth,3,4\n",
            {"Table 1: Births, North": ["1", "2"], "Table 1: Births, South": ["3", "4"]},
        ),
        (
            SDG,
            {"Poor, Chad": ["3", "2"], "Poor, Mali": ["5"]},
        ),
        (
            SDMX,
            {"data, France": ["1"], "data, Germany": ["2"]},
        ),
    ],
)
def test_values_are_those_of_their_names(
    tmp_path: Path, text: str, figures: dict[str, list[str]]
) -> None:
    found = values(read(tmp_path, text))
    assert {name: found.get(name) for name in figures} == figures
    assert "Italy" not in str(found)


def test_quarters_below_years_are_quarters(tmp_path: Path) -> None:
    text = ",2022,,2023,\nRegion,Q1,Q2,Q1,Q2\nA,1,2,3,4\nB,5,6,7,8\n"
    assert taken(read(tmp_path, text))[0] == (
        "data, A",
        "",
        {"2022-Q1": "1", "2022-Q2": "2", "2023-Q1": "3", "2023-Q2": "4"},
    )


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("GDP (EUR million)", "EUR million"),
        ("GDP (Mio. EUR)", "EUR million"),
        ("GDP in 1000 EUR", "EUR thousand"),
        ("GDP (Rs. crore)", "Rs. crore"),
        ("ВВП, млрд рублей", "billion рублей"),
        ("Population (en milliers)", "thousand"),
        ("人口（千人）", "千人"),
    ],
)
def test_a_scale_in_a_head_is_part_of_the_unit(tmp_path: Path, head: str, unit: str) -> None:
    found = read(tmp_path, f"Year;{head}\n2021;12,5\n2022;13,1\n")
    assert [one.unit for one in found.figures] == [unit]


def test_signs_of_notes_are_no_part_of_names_and_years(tmp_path: Path) -> None:
    text = "Region,2021,2022 1),2023*\nNorth 1),1,2,3\nTotal²,5,7,9\n"
    text += "1) Without the port\n* Early\n² Estimate\n"
    north, total = read(tmp_path, text).figures
    assert (north.items, total.items) == (("North",), ("Total",))
    assert [one.note for one in north.values][:2] == ["Without the port"] * 2
    assert [one.note for one in total.values] == [
        "Estimate",
        "Without the port Estimate",
        "Early Estimate",
    ]


def test_a_sign_that_nothing_explains_is_asked(tmp_path: Path) -> None:
    text = "Year,Value\n2020*,2.5\n2021 (p),3.5\n2022e,4.5\n"
    found = read(tmp_path, text)
    assert [one.amount.status for one in found.figures[0].values] == [
        ("*",),
        ("provisional",),
        ("estimated",),
    ]
    assert kinds(found.found) >= {"unknown flag"}
    assert "unknown flag" not in kinds(read(tmp_path, text, flags={"*": "revised"}).found)


def test_years_that_may_not_be_those_of_the_calendar_are_said(tmp_path: Path) -> None:
    text = "Year ended June,Rate\n2021,1.5\n2022,1.7\n"
    assert "own years" in kinds(read(tmp_path, text).found)
    [figure] = read(tmp_path, text, periods={"2021": "2020-07/2021-06"}, name="Rate").figures[:1]
    assert "2020-07/2021-06" in [one.period for one in figure.values]
    assert "own years" not in kinds(read(tmp_path, "Year,Rate\n2021,1.5\n").found)


def test_final_and_forecast_have_one_letter_which_is_asked(tmp_path: Path) -> None:
    found = read(tmp_path, "Period,Data_value,STATUS\n2011.06,80,F\n2011.09,78,F\n")
    assert [one.written for one in found.found if one.is_open] == ["F"]


def test_days_that_are_counted_and_what_is_no_period_are_asked(tmp_path: Path) -> None:
    text = "Date,Rate\n44927,3.4\n44958,3.6\n"
    assert kinds([one for one in read(tmp_path, text).found if one.is_open]) == {"serial"}
    [figure] = read(tmp_path, text, dates="serial").figures
    assert [one.period for one in figure.values] == ["2023-01-01", "2023-02-01"]
    text = "Period,Value\nlast winter,3.4\n2022,3\n"
    found = read(tmp_path, text).found
    assert kinds([one for one in found if one.is_open]) == {"unknown period"}
    for said, periods in (("2021-12/2022-02", ["2021-12/2022-02", "2022"]), ("omit", ["2022"])):
        figures = read(tmp_path, text, periods={"last winter": said}).figures
        assert sorted(one.period for figure in figures for one in figure.values) == periods


@pytest.mark.parametrize(
    ("low", "high", "interval"),
    [
        ("Lower 95% CI", "Upper 95% CI", "95 % confidence interval"),
        ("conf_low", "conf_high", "confidence interval"),
        ("LCL", "UCL", "confidence interval"),
        ("Credible interval (90%), low", "Credible interval (90%), high", "90 % credible interval"),
    ],
)
def test_limits_go_beside_their_value(tmp_path: Path, low: str, high: str, interval: str) -> None:
    text = f'Year,Rate (%),"{low}","{high}"\n2021,10.5,9.1,11.9\n2022,20.5,,\n'
    figure = sheet_of(written(tmp_path, text)).indicators["rate"]
    ends = [(str(one.low), str(one.high)) for one in figure.observations]
    assert (ends, figure.interval) == ([("9.1", "11.9"), ("None", "None")], interval)


def test_limits_without_a_number_are_not_explained(tmp_path: Path) -> None:
    path = written(tmp_path, "Year,Rate (%),Lower 95% CI,Upper 95% CI\n2021,10.5,,\n2022,20.5,,\n")
    assert sheet_of(path).indicators["rate"].interval is None


def test_limits_in_one_column_and_by_a_role(tmp_path: Path) -> None:
    text = "Area,Rate (%),95% CI\nA,10.5,9.1-11.9\nB,20.5,(18.1 to 22.9)\n"
    ends = [one.values[0].ends for one in read(tmp_path, text).figures]
    assert ends == [("9.1", "11.9"), ("18.1", "22.9")]
    text = "Year,Value,LowerBound,UpperBound\n2021,10.5,9.1,11.9\n"
    found = read(tmp_path, text)
    assert {one.written for one in found.found if one.kind == "left out"} == {
        "LowerBound",
        "UpperBound",
    }
    [figure] = read(tmp_path, text, roles={"C": "low", "D": "high"}).figures
    assert (figure.values[0].ends, figure.interval) == (
        ("9.1", "11.9"),
        "LowerBound to UpperBound",
    )


def test_limits_of_several_values_are_those_right_of_each(tmp_path: Path) -> None:
    text = "Year,Men,Men lower CI,Men upper CI,Women,Women lower CI,Women upper CI\n"
    found = read(tmp_path, text + "2021,5,4,6,8,7,9\n")
    assert [one.values[0].ends for one in found.figures] == [("4", "6"), ("7", "9")]


def test_a_limit_without_the_other_is_left_out_and_said(tmp_path: Path) -> None:
    found = read(tmp_path, "Year,Rate,Lower 95% CI\n2021,10.5,9.1\n")
    assert found.figures[0].values[0].ends is None
    assert [one.written for one in found.found if one.kind == "left out"] == ["Lower 95% CI"]
