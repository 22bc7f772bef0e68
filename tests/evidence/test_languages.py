"""Sources in other languages and scripts are read as their readers read them."""

from pathlib import Path

import openpyxl
import pytest
import typst

from cqviewer.evidence.document import Document, EvidenceError
from cqviewer.evidence.mentions import mentions
from cqviewer.evidence.places import Finder, places, traces
from cqviewer.evidence.reading import read_document
from cqviewer.evidence.unused import review
from cqviewer.model.facts import Sheet
from cqviewer.paths import resources_folder
from tests.evidence.sources import citing
from tests.model.sheets import figure


def read(folder: Path, text: str, made: Sheet) -> Document:
    (folder / "report.txt").write_text(text, "utf-8")
    return read_document(folder / "report.txt", made)


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("de", "Es entstanden 1.200 Stellen.", "1200", "Stellen"),
        ("de", "Der Umsatz stieg um 5,2 Prozent auf 1,25 Mrd Euro.", "5.2", "'%'"),
        ("de", "Der Umsatz stieg um 5,2 Prozent auf 1,25 Mrd Euro.", "1.25", "bn euro"),
        ("fr", "Ont été créés 1\u202f200 emplois.", "1200", "emplois"),
        ("fr", "Une hausse de 5,2 pour cent", "5.2", "'%'"),
        ("es", "Subió un 5,2 por ciento", "5.2", "'%'"),
        ("ar", "وظيفة ١٢٠٠", "1200", "jobs"),
        ("hi", "१२,३४,५६७ लोग", "1234567", "people"),
        ("zh", "新增就业１，２００个", "1200", "个"),
        ("zh", "新增就业一千二百个", "1200", "个"),
        ("zh", "零售额６９０亿元，增长百分之五点二", "69", "bn yuan"),
        ("zh", "零售额６９０亿元，增长百分之五点二", "5.2", "'%'"),
    ],
)
def test_a_figure_is_found_in_a_source_of_its_language(
    tmp_path: Path, language: str, text: str, value: str, unit: str
) -> None:
    indicator = figure(value=value, unit=unit, measure="level")
    made = citing(f"a: {indicator}", head=f"languages: [{language}]\n")
    document = read(tmp_path, text, made)
    finder = Finder(document)
    found = traces(made, "report", finder, places(made, "report", finder))["a", 0]
    assert (found.state, found.places[0].is_cited) == ("found", True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am 3. März 2024"),
        ("fr", "Depuis le 3 mars 2024"),
        ("es", "En marzo 2024"),
        ("zh", "二〇二四年十二月二十三日"),
        ("zh", "２０２４年１２月２３日"),
    ],
)
def test_dates_are_set_aside_by_the_names_of_their_months(
    tmp_path: Path, language: str, text: str
) -> None:
    made = citing(f"a: {figure(value=5)}", head=f"languages: [{language}]\n")
    found = review(made, "report", Finder(read(tmp_path, text, made)))
    assert not found.unused
    assert {one.reason for one in found.aside} == {"date"}


def test_lines_of_a_chinese_page_are_joined_and_the_number_is_boxed(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    page = '#set page(width: 60mm, height: 80mm, margin: 8mm)\n#set text(font: "Noto Sans SC")\n'
    text = "二〇二四年一月至十一月全市新增就业一千二百个，其中青年四百五十个。"
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(resources_folder() / "fonts")],
    )
    path.write_bytes(typst.compile(f"{page}{text}".encode(), font_paths=fonts))
    made = citing(f"a: {figure(value=1200, source='report p. 1')}", "report.pdf")
    document = read_document(path, made)
    assert [one.text for one in document.parts] == [text]
    (place,) = places(made, "report", Finder(document))
    assert text[place.start : place.end] == "一千二百"
    assert place.boxes


def test_digits_of_every_script_are_read_and_keep_their_span() -> None:
    text = "૧૨૦૦ or 𝟏𝟐𝟎𝟎 or ١٢٠٠"
    found = mentions(text, has_comma=False)
    assert [int(one.amount) for one in found] == [1200] * 3
    assert [text[one.start : one.end] for one in found] == ["૧૨૦૦", "𝟏𝟐𝟎𝟎", "١٢٠٠"]


def test_each_worksheet_of_a_workbook_is_told_apart(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, value in (("2023", 1100), ("2024", 1200)):
        made = book.create_sheet(name)
        made.append(["Area", "Jobs"])
        made.append(["Springfield", value])
    book.save(tmp_path / "report.xlsx")
    cited = figure(value=1200, source="\"report sheet '2024' B2\"")
    sheet = citing(f"a: {cited}", "report.xlsx")
    document = read_document(tmp_path / "report.xlsx", sheet)
    assert [one.name for one in document.tables] == ["2023", "2024"]
    (place,) = places(sheet, "report", Finder(document))
    assert (document.parts[place.part].sheet, document.parts[place.part].cell) == ("2024", "B2")


@pytest.mark.parametrize("name", ["report.xlsx", "report.csv"])
def test_a_table_that_is_none_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 no workbook xl/")
    with pytest.raises(EvidenceError, match=f"{name} cannot be read: the workbook"):
        read_document(tmp_path / name, citing(f"a: {figure(value=1)}"))
