"""The sheets that tables make: sound, with each value led to its cell."""

from pathlib import Path

from tests.importing.tables import LONG, WIDE, sheet_of, written


def test_a_long_table_makes_a_sound_sheet(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path, LONG))
    figure = sheet.indicators["waste_per_person.north"]
    assert [str(one.value) for one in figure.observations] == ["418.5", "409.3"]
    cells = [
        (one.citation.sheet, one.citation.where) for one in figure.observations if one.citation
    ]
    assert cells == [("Table 1", "D2"), ("Table 1", "D3")]
    assert [one.title for one in sheet.sections] == ["Waste per person", "Recycled share"]
    assert sheet.sections[0].charts[0].title == "Waste per person by district, 2023 to 2024"


def test_a_wide_table_makes_a_sound_sheet(tmp_path: Path) -> None:
    said = {"year_begins": "4", "missing": {"n/a": "not_applicable"}}
    sheet = sheet_of(written(tmp_path, WIDE, "data.tsv", **said))
    assert sheet.indicators["schools"].latest.citation is not None
    assert sheet.indicators["schools"].latest.citation.where == "C2"
    assert sheet.indicators["grants"].observations[0].missing == "not_applicable"
    assert "imports:\n  data:\n    file: data.tsv\n" in sheet.content.decode()


def test_a_sheet_of_chinese_figures_is_chinese(tmp_path: Path) -> None:
    text = "年份,地区,单位,数值\n2023,北区,人,4\n2024,北区,人,5\n2023,南区,人,3\n2024,南区,人,2\n"
    sheet = sheet_of(written(tmp_path, text, name="常住人口"))
    assert sheet.languages == ("zh",)
    assert sheet.sections[0].title == "数据"
    assert "languages" not in sheet_of(written(tmp_path, LONG)).content.decode()


def test_one_series_is_a_line(tmp_path: Path) -> None:
    sheet = sheet_of(
        written(tmp_path, "Year,Series,Units,Value\n2022,Growth,%,3\n2023,Growth,%,-1\n")
    )
    assert [one.kind for one in sheet.sections[0].charts] == ["line"]
    assert sheet.indicators["growth"].measure == "growth"


def test_one_year_over_places_is_ranked_bars(tmp_path: Path) -> None:
    text = "region,Year,Units,Value\nNorth,2023,t,3\nSouth,2023,t,4\nTotal,2023,t,12\n"
    sheet = sheet_of(written(tmp_path, text))
    assert [one.kind for one in sheet.sections[0].charts] == ["bars"]
    assert not sheet.breakdowns["data"].adds_up


def test_what_really_adds_up_is_a_stacked_bar(tmp_path: Path) -> None:
    text = "region,Year,Units,Value\nNorth,2023,t,3\nSouth,2023,t,4\nTotal,2023,t,7\n"
    sheet = sheet_of(written(tmp_path, text))
    assert sheet.breakdowns["data"].adds_up
    assert [one.kind for one in sheet.sections[0].charts] == ["stacked"]


def test_five_to_twelve_series_are_panels(tmp_path: Path) -> None:
    rows = [f"r{at},{year},t,{at}" for at in range(6) for year in (2022, 2023)]
    sheet = sheet_of(written(tmp_path, "\n".join(["region,Year,Units,Value", *rows])))
    assert [one.kind for one in sheet.sections[0].charts] == ["panels", "bars"]


def test_rows_that_alternate_have_their_own_cells(tmp_path: Path) -> None:
    text = "region,Year,Units,Value\nN,2022,t,3\nS,2022,t,4\nN,2023,t,5\nS,2023,t,6\n"
    sheet = sheet_of(written(tmp_path, text))
    [first, second] = sheet.indicators["data.n"].observations
    assert first.citation is not None
    assert second.citation is not None
    assert (first.citation.where, second.citation.where) == ("D2", "D4")


def test_odd_texts_are_quoted(tmp_path: Path) -> None:
    row = '"a: #b {c}, [d] ""e""",t'
    text = f"Year,Series,Units,Value\n2023,{row},3\n2024,{row},4\n"
    sheet = sheet_of(written(tmp_path, text))
    assert next(iter(sheet.indicators.values())).name == 'a: #b {c}, [d] "e"'


def test_ids_are_unlike(tmp_path: Path) -> None:
    text = "Year,A b,A-b,北京\n2023,1,2,3\n2024,1,2,3\n"
    sheet = sheet_of(written(tmp_path, text, unit="t"))
    assert list(sheet.indicators) == ["a_b", "a_b_2", "figure"]


def test_a_sheet_of_several_figures_is_called_as_its_file(tmp_path: Path) -> None:
    text = "Year,Jobs,Homes\n2023,1,2\n2024,3,4\n"
    assert sheet_of(written(tmp_path, text, "city.csv", unit="t")).title == "city"
    alone = text.replace(",Homes", "").replace(",2\n", "\n").replace(",4\n", "\n")
    assert sheet_of(written(tmp_path, alone, "city.csv", unit="t")).title == "Jobs"
