"""Citations name a source and a place in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.load import examine_sheet
from cqviewer.model.citation import Citation, letters_of, place_of
from cqviewer.model.problems import Misread
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, problems, sheet, sheet_text


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("report", Citation("report")),
        ("report par. 4", Citation("report", "paragraph", "4")),
        ("report p. 12", Citation("report", "page", "12")),
        ("report_2 table 3", Citation("report_2", "table", "3")),
        ("report figure 2a", Citation("report", "figure", "2a")),
        ("report section 1.5", Citation("report", "section", "1.5")),
    ],
)
def test_a_citation_is_read(text: str, citation: Citation) -> None:
    assert Citation.parse(text) == citation


@pytest.mark.parametrize(
    "text", ["", "Report", "report 4", "report par 4", "report par.", "report par. ", "p. 4", None]
)
def test_anything_else_is_refused_with_an_example(text: object) -> None:
    with pytest.raises(Misread, match=r"cites no source|is not understood") as caught:
        Citation.parse(text)
    assert "report par. 4" in caught.value.help


def test_a_place_that_is_not_understood_is_told_from_no_source() -> None:
    with pytest.raises(Misread, match="the place 'chapter 4' in 'report' is not understood"):
        Citation.parse("report chapter 4")
    with pytest.raises(Misread, match="'Report' cites no source"):
        Citation.parse("Report")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("report page 4", "report p. 4"),
        ("report p 4", "report p. 4"),
        ("report p.4", "report p. 4"),
        ("report pp. 4-6", "report p. 4-6"),
        ("report par 4", "report par. 4"),
        ("report Paragraph 4", "report par. 4"),
        ("report paras 4, 6", "report par. 4, 6"),
        ("report Table 3", "report table 3"),
        ("report chapter 4", None),
        ("report p12", "report p. 12"),
        ("report pressure", None),
        ("report 4", None),
        ("Report page 4", None),
        ("page 4", None),
    ],
)
def test_a_place_that_is_spelled_otherwise_is_certain(text: str, right: str | None) -> None:
    with pytest.raises(Misread) as caught:
        Citation.parse(text)
    assert caught.value.fix == right
    assert right is None or Citation.parse(right).source == "report"


@pytest.mark.parametrize("is_only", [True, False])
def test_a_place_alone_is_of_the_one_source_that_there_is(is_only: bool) -> None:
    more = "" if is_only else "other: {title: Other}, "
    text = sheet_text(f"jobs: {figure(source='page 4', value=1)}")
    text = text.replace("sources: {", f"sources: {{{more}")
    found = next(one for one in examine_sheet(text.encode(), "f").problems if one.help)
    assert found.fix == ("report p. 4" if is_only else None)


@pytest.mark.parametrize(
    ("where", "numbers"),
    [
        ("4", (4,)),
        ("17, 18", (17, 18)),
        ("3-5", (3, 4, 5)),
        ("3–4, 9", (3, 4, 9)),
        ("5-3", (5,)),
        ("1-999999", (1,)),
        ("iv", ()),
    ],
)
def test_the_numbers_of_a_place_are_read(where: str, numbers: tuple[int, ...]) -> None:
    assert Citation.parse(f"report par. {where}").numbers == numbers


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("data sheet 'Table 1' C7", "sheet ‘Table 1’, cell C7", "工作表“Table 1”C7 单元格"),
        ("data sheet T1 AB12", "sheet ‘T1’, cell AB12", "工作表“T1”AB12 单元格"),
        ("data sheet T1 C2:C4", "sheet ‘T1’, cells C2:C4", "工作表“T1”C2:C4 单元格"),
        ("data row 12", "row 12", "第 12 行"),
        ("data column E", "column E", "E 列"),
        ("data series N3Y6", "series N3Y6", "序列 N3Y6"),
        ('report "chapter on the port"', "“chapter on the port”", "“chapter on the port”"),
    ],
)
def test_places_in_data_and_words_are_cited(text: str, en: str, zh: str) -> None:
    citation = Citation.parse(text)
    assert Wording("en").place_in_source(citation) == en
    assert Wording("zh").place_in_source(citation) == zh


@pytest.mark.parametrize(
    ("cells", "each"),
    [("C2:C4", ["C2", "C3", "C4"]), ("Y3:AB3", ["Y3", "Z3", "AA3", "AB3"]), ("A1:A1", ["A1"])],
)
def test_a_range_has_a_cell_for_each_observation(cells: str, each: list[str]) -> None:
    found = Citation.parse(f"data sheet T1 {cells}").each_cell()
    assert [one.where for one in found] == each
    assert {(one.source, one.part, one.sheet) for one in found} == {("data", "cell", "T1")}


@pytest.mark.parametrize("cells", ["B2:C4", "C4:C2", "A1:A99999", "c2", "C0", "C2:C"])
def test_a_range_that_is_no_row_or_column_is_refused(cells: str) -> None:
    with pytest.raises(Misread):
        Citation.parse(f"data sheet T1 {cells}")


def test_a_range_counts_along_with_the_observations() -> None:
    line = "a: " + figure(
        value=None,
        period=None,
        source="report sheet T1 C2:C3",
        observations="{2022: 5, 2023: {value: 6, source: report p. 4}}",
    )
    one = sheet(line).indicators["a"]
    assert [seen.citation.where for seen in one.observations if seen.citation] == ["C2", "4"]
    found = problems(sheet_text(line.replace("C2:C3", "C2:C9")))
    assert "error: the range C2:C9 has 8 cells, but there are 2 observations" in found


@given(st.integers(1, 18278), st.integers(1, 9999999))
def test_a_column_is_named_as_worksheets_name_it(column: int, row: int) -> None:
    letters = letters_of(column)
    assert place_of(f"{letters}{row}") == (column, row)
    assert 1 <= len(letters) <= 3


@given(st.integers(1, 700), st.integers(1, 9999), st.integers(0, 40), st.booleans())
def test_a_range_counts_each_of_its_cells_once_in_order(
    column: int, row: int, more: int, is_row: bool
) -> None:
    end = (column + more, row) if is_row else (column, row + more)
    where = f"{letters_of(column)}{row}:{letters_of(end[0])}{end[1]}"
    cited = Citation.parse(f"report sheet 'A b' {where}")
    cells = cited.each_cell()
    assert {(one.source, one.part, one.sheet) for one in cells} == {("report", "cell", "A b")}
    steps = [(column + at, row) if is_row else (column, row + at) for at in range(more + 1)]
    assert [place_of(one.where) for one in cells] == steps
    if more and len(cells) > 1:
        turned = ":".join(reversed(where.split(":")))
        with pytest.raises(Misread, match="no part of one row or column"):
            Citation.parse(f"report sheet x {turned}")
