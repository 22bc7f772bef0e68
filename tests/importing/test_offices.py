"""Files as offices publish them, cut short: what would be wrong without a word must not be."""

from pathlib import Path

import pytest

from cqviewer.importing.found import Found
from cqviewer.importing.making import open_data
from cqviewer.importing.recognise import Recognised
from cqviewer.importing.writing import Heading
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.import_format import ImportEntry
from tests.importing.tables import TODAY, file_of, read, sheet_of, written

ONS = (
    '"Title","CPIH"\n"CDID","L55O"\n"PreUnit",""\n"Unit","%"\n"Release date","19-06-2024"\n'
    '"Next release","17 July 2024"\n"Important notes",\n'
    '"2022","7.9"\n"2023","6.8"\n"2022 Q1","5.5"\n"2022 JAN","4.9"\n'
)
BLS = (
    "Series Id:,LNS1\nSeries title:,Unemployment\nYears:,2022 to 2023\n\n"
    "Year,Jan,Feb,May\n2022,4.0,3.8,3.6\n2023,3.4,3.6,3.6(P)\n"
)
INSEE = (
    '"Libellé";"idBank";"Dernière mise à jour";"2023-T1";"2023-T2"\n'
    '"Chômage";"001688526";"13/02/2024 08:45";"7,1";"7,2"\n'
    '"Hommes";"001688527";"13/02/2024 08:45";"7,0";"7,3"\n'
)
STATCAN = (
    "REF_DATE,GEO,DGUID,UOM,SCALAR_FACTOR,VECTOR,VALUE,STATUS,DECIMALS\n"
    "2022,Canada,2016A000011124,Dollars,millions ,v1,104,,0\n"
    "2023,Canada,2016A000011124,Dollars,millions ,v1,,..,0\n"
    "2022,Quebec,2016A000224,Dollars,millions ,v2,33,,0\n"
)
NBS = (
    "数据库：年度数据\n指标,2023年,2022年\n生产总值(亿元),12.1,10.0\n"
    "人均(元),89358,85310\n数据来源：统计局\n"
)
NORDIC = "region;quarter;value\nOslo;2023K1;1,5\nOslo;2023K2;1,75\nBergen;2023K1;2,5\n"
WORLD_BANK = (
    "Country,Indicator Name,2022,2023\nAruba,GDP (current US$),5,6\nKenya,GDP (current US$),7,8\n"
)


def taken(one: Recognised) -> list[tuple[str, str, dict[str, str]]]:
    """Return the name with items, the unit, and the values of each figure by their periods."""
    return [
        (
            ", ".join([str(figure.name), *map(str, figure.items)]),
            figure.unit,
            {value.period: value.amount.text or value.amount.missing for value in figure.values},
        )
        for figure in one.figures
    ]


def kinds(found: list[Found]) -> set[str]:
    return {one.kind for one in found}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            ONS,
            [
                ("CPIH, by year", "%", {"2022": "7.9", "2023": "6.8"}),
                ("CPIH, by quarter", "%", {"2022-Q1": "5.5"}),
                ("CPIH, by month", "%", {"2022-01": "4.9"}),
            ],
        ),
        (
            BLS,
            [
                (
                    "Unemployment",
                    "",
                    {
                        "2022-01": "4.0",
                        "2022-02": "3.8",
                        "2022-05": "3.6",
                        "2023-01": "3.4",
                        "2023-02": "3.6",
                        "2023-05": "3.6",
                    },
                )
            ],
        ),
        (
            "series_id,year,period,value,footnote_codes\nL,2023,M01,3.4,\nL,2023,M02,3.6,P\n",
            [("data", "", {"2023-01": "3.4", "2023-02": "3.6"})],
        ),
        (
            "Year,Month,Value\n2023.0,11,3\n2023.0,12,4\n2024.0,1,5\n",
            [("data", "", {"2023-11": "3", "2023-12": "4", "2024-01": "5"})],
        ),
        (
            "Jahr;Quartal;Wert\n2023;1;3,5\n2023;2;4,25\n",
            [("data", "", {"2023-Q1": "3.5", "2023-Q2": "4.25"})],
        ),
        (
            "Jahr;März;Oktober\n2023;3,5;4,25\n2024;3,75;4,5\n",
            [
                (
                    "data",
                    "",
                    {"2023-03": "3.5", "2023-10": "4.25", "2024-03": "3.75", "2024-10": "4.5"},
                )
            ],
        ),
        (
            INSEE,
            [
                ("Chômage", "", {"2023-Q1": "7.1", "2023-Q2": "7.2"}),
                ("Hommes", "", {"2023-Q1": "7.0", "2023-Q2": "7.3"}),
            ],
        ),
        (
            STATCAN,
            [
                ("data, Canada", "million Dollars", {"2022": "104", "2023": ".."}),
                ("data, Quebec", "million Dollars", {"2022": "33"}),
            ],
        ),
        (
            NBS,
            [
                ("生产总值", "亿元", {"2022": "10.0", "2023": "12.1"}),
                ("人均", "元", {"2022": "85310", "2023": "89358"}),
            ],
        ),
        (
            NORDIC,
            [
                ("data, Oslo", "", {"2023-Q1": "1.5", "2023-Q2": "1.75"}),
                ("data, Bergen", "", {"2023-Q1": "2.5"}),
            ],
        ),
        (
            "sep=;\nRegion;2022;2023\nNord;1,5;1,7\nSüd;2,5;2,25\n",
            [
                ("data, Nord", "", {"2022": "1.5", "2023": "1.7"}),
                ("data, Süd", "", {"2022": "2.5", "2023": "2.25"}),
            ],
        ),
        (
            "Region,2021,2022ᵖ,2023 (p)\nA,1.5,2.5,3.5\n",
            [("data", "", {"2021": "1.5", "2022": "2.5", "2023": "3.5"})],
        ),
        (
            "Region,2022 (000s),2023 (000s)\nA,15,–12\n",
            [("data", "thousand", {"2022": "15", "2023": "-12"})],
        ),
        (
            'Region,"Population\n(thousands)"\nNorth,12.5\nSouth,13.1\n',
            [
                ("Population, North", "thousand", {"not stated": "12.5"}),
                ("Population, South", "thousand", {"not stated": "13.1"}),
            ],
        ),
        (
            WORLD_BANK,
            [
                ("GDP (current US$), Aruba", "US$", {"2022": "5", "2023": "6"}),
                ("GDP (current US$), Kenya", "US$", {"2022": "7", "2023": "8"}),
            ],
        ),
        (
            ",2022,,2023,\nRegion,Number,%,Number,%\nNorth,100,10.5,120,11.5\n",
            [
                ("data, Number", "", {"2022": "100", "2023": "120"}),
                ("data, %", "%", {"2022": "10.5", "2023": "11.5"}),
            ],
        ),
    ],
)
def test_periods_units_and_names_are_those_of_the_file(
    tmp_path: Path, text: str, figures: list[tuple[str, str, dict[str, str]]]
) -> None:
    assert taken(read(tmp_path, text)) == figures


def test_a_row_without_a_number_is_not_lost_and_names_no_others(tmp_path: Path) -> None:
    found = taken(read(tmp_path, "Year,Value\n2021,1\n2022,\n2023,3\n2024,\n"))
    assert found == [("data", "", {"2021": "1", "2023": "3"})]
    read_so = read(tmp_path, "Region,2022,2023\nA,1,2\nB,low,none\nC,3,4\nE,5,6\nD,low,none\n")
    assert [values for _, _, values in taken(read_so)][1::3] == [
        {"2022": "low", "2023": "none"}
    ] * 2
    assert {one.written for one in read_so.found if one.kind == "unknown"} == {"low", "none"}


def test_a_head_that_is_repeated_is_no_row(tmp_path: Path) -> None:
    text = "Region,2022,Kind\nA,1,x\nRegion,Kind,Kind\nB,3,y\n"
    assert {value for _, _, one in taken(read(tmp_path, text)) for value in one.values()} == {
        "1",
        "3",
    }


def test_lines_that_group_rows_are_said(tmp_path: Path) -> None:
    one = read(tmp_path, "Sector,2022,2023\nFarms,,\nCrops,10,11\nCattle,20,21\n")
    assert "'Farms'" in one.block.remarks[-1].written


def test_a_mark_over_a_year_is_the_status_of_its_values(tmp_path: Path) -> None:
    one = read(tmp_path, "Region,2022,2023 (p)\nA,1.5,2.5\n")
    assert [value.amount.status for value in one.figures[0].values] == [(), ("provisional",)]
    noted = read(tmp_path, "Region,2022,2023 (p)\nA,1.5,2.5\n\n(p) Of the port alone\n")
    assert [value.amount.status for value in noted.figures[0].values] == [(), ()]
    assert noted.figures[0].values[1].note == "Of the port alone"


def test_confidential_beside_an_empty_cell_is_a_reason(tmp_path: Path) -> None:
    text = "geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\nFR,2022,7.3,p,\nFR,2023,,,C\n"
    assert taken(read(tmp_path, text))[0][2] == {"2022": "7.3", "2023": "suppressed"}


def test_columns_that_are_left_out_are_said(tmp_path: Path) -> None:
    text = "Year,Area,Sex,Value,Lower CI\n2021,X,Women,18.1,16.2\n2021,Y,Women,17.5,15.5\n"
    found = read(tmp_path, text).found
    assert ("same in all", "Women") in {(one.kind, one.written) for one in found}
    assert ("left out", "Lower CI") in {(one.kind, one.written) for one in found}
    assert "left out" not in kinds(read(tmp_path, "DECIMALS,geo,Value\n1,A,2\n2,B,3\n").found)


def test_where_all_points_may_be_either_sign_someone_has_to_say(tmp_path: Path) -> None:
    text = "Region;2022;2023\nA;1.234;2.345\n"
    assert "either decimal" in kinds(read(tmp_path, text).found)
    opened = open_data(file_of(tmp_path, text))
    with pytest.raises(SheetError, match="either sign"):
        opened.make(ImportEntry(), Heading(), TODAY)
    for sign, value in ((".", "1.234"), (",", "1234")):
        assert taken(read(tmp_path, text, decimal=sign))[0][2]["2022"] == value
    # Within commas, 1.234 can only be a decimal.
    assert "either decimal" not in kinds(read(tmp_path, text.replace(";", ",")).found)


def test_a_unit_that_is_said_keeps_the_scale_of_the_file(tmp_path: Path) -> None:
    assert taken(read(tmp_path, STATCAN, unit="C$"))[0][1] == "C$ million"
    assert taken(read(tmp_path, STATCAN, unit="C$ million"))[0][1] == "C$ million"


def test_names_in_three_languages_are_one_name(tmp_path: Path) -> None:
    text = "Көрсөткүч,Показатель,Indicator,2020\n"
    text += "Туулгандар,Родившиеся,Births,1\nӨлгөндөр,Умершие,Deaths,2\n"
    names = {"ky": "Туулгандар", "ru": "Родившиеся", "en": "Births"}
    assert read(tmp_path, text).figures[0].name == names


def test_a_number_beyond_all_measure_is_asked(tmp_path: Path) -> None:
    one = read(tmp_path, f"Year,Month,Value\n2022,{'9' * 5000},1\n2023,1,{'9' * 5000}\n")
    assert "9" * 5000 in {found.written for found in one.found if found.kind == "unknown"}


def test_a_unit_that_is_said_leaves_those_of_the_file(tmp_path: Path) -> None:
    text = "Region,2022 Number,2022 %\nNorth,100,10.5\nSouth,200,20.1\n"
    units = [(one.items[-1], one.unit) for one in read(tmp_path, text, unit="persons").figures]
    assert units == [("Number", "persons"), ("%", "%")] * 2
    assert {one.unit for one in read(tmp_path, "Year,Rate %\n2022,1\n", unit="‰").figures} == {"‰"}


def test_years_quarters_and_months_have_charts_of_their_own(tmp_path: Path) -> None:
    more = '"2024","6.1"\n"2022 Q2","5.7"\n"2022 FEB","5.0"\n'
    text = written(tmp_path, ONS + more)
    sheet = sheet_of(text)
    assert [len(one.figures) for one in sheet.sections[0].charts] == [1, 1, 1]
