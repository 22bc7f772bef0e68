"""A look at a data file before a sheet is made of it."""

from pathlib import Path

from cqviewer.importing.preview import look_at, look_into, make_yaml
from cqviewer.importing.writing import Heading
from cqviewer.model.reading.import_format import ImportEntry
from tests.importing.tables import LONG, WIDE, file_of, written


def test_a_look_shows_rows_roles_and_figures(tmp_path: Path) -> None:
    seen = look_at(file_of(tmp_path, LONG), ImportEntry())
    assert (seen.tables, seen.letters, seen.of) == (["Table 1"], list("ABCDEF"), 7)
    assert seen.rows[0].cells[0] == "measure"
    assert seen.marked == {(2, 3), (6, 3)}
    assert seen.figures[0].name == "Waste per person, North"
    assert (seen.figures[0].value, seen.figures[0].cell) == ("409.3 kg", "D3")
    assert [one.kind for one in seen.still] == ["no place"]


def test_nothing_is_left_once_all_is_said(tmp_path: Path) -> None:
    said = ImportEntry(year_begins="4", missing={"n/a": "omit"})
    path = file_of(tmp_path, WIDE, "data.tsv")
    assert [one.kind for one in look_at(path, said).still] == ["no place"]
    text = make_yaml(path, said, Heading("A title", "Springfield", "An office")).decode()
    assert "title: A title\nplace: Springfield\n" in text
    assert "    title: An office\n" in text


def test_figures_are_named_as_their_language_joins_names(tmp_path: Path) -> None:
    text = "年份,地区,单位,就业\n2024,北区,人,4\n2024,南区,人,5\n"
    seen = look_at(file_of(tmp_path, text), ImportEntry())
    assert [one.name for one in seen.figures] == ["就业，北区", "就业，南区"]


def test_what_is_gone_from_the_file_is_named_as_the_sheet_names_it(tmp_path: Path) -> None:
    text = "Year,Series,Units,Value\n2023,Births,people,30\n2023,Deaths,people,20\n"
    made = written(tmp_path, text).replace("name: Deaths", "name: Deaths in all")
    sheet = file_of(tmp_path, made, "sheet.yaml")
    newer = file_of(tmp_path, text.replace("2023,Deaths,people,20\n", ""), "newer.csv")
    seen = look_into(newer, ImportEntry(), sheet, "en", with_new=False)
    gone = [(one.written, one.read) for one in seen.preview.found if one.kind == "gone figure"]
    assert gone == [("Deaths in all", "")]
    assert seen.changes == []
