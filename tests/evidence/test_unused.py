"""Numbers of a source in no figure are listed; dates, years and the like are set aside."""

from pathlib import Path

import pytest

from cqviewer.evidence.document import Document
from cqviewer.evidence.places import Finder
from cqviewer.evidence.reading import read_document
from cqviewer.evidence.unused import Review, Unused, citation_of, put_aside, review, take_back
from cqviewer.load import examine_sheet, read_sheet
from cqviewer.model.editing.edit import edit_file
from cqviewer.model.facts import Sheet
from tests.evidence.sources import citing, write_pdf
from tests.model.sheets import figure

JOBS = f"a: {figure(value=1200)}"


def reviewed(sheet: Sheet, path: Path) -> tuple[Document, Review]:
    document = read_document(path, sheet)
    return document, review(sheet, "report", Finder(document))


def of_text(folder: Path, text: str, head: str = "") -> Review:
    (folder / "report.txt").write_text(text, "utf-8")
    return reviewed(citing(JOBS, head=head), folder / "report.txt")[1]


def test_a_number_has_its_clause_without_the_rest_of_the_sentence(tmp_path: Path) -> None:
    found = of_text(tmp_path, "Jobs came to 1,200. Of these, 450 went to the young, as hoped.")
    assert found.used == 1
    (one,) = found.unused
    assert (one.clause, one.written) == ("450 went to the young", "450")
    assert one.clause[one.clause_start : one.clause_end] == "450"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It began on 23 December 2024.", "date"),
        ("It began on December 23rd, 2024.", "date"),
        ("Since March 2024 it grew.", "date"),
        ("Stand: 3. März 2024", "date"),
        ("2024-12-31", "date"),
        ("31/12/2024", "date"),
        ("2024年12月23日", "date"),
        ("二〇二四年", "date"),
        ("12月底", "date"),
        ("2024年1—9月", "date"),
        ("1至11月", "date"),
        ("前11个月", "date"),
        ("前三季度", "date"),
        ("一至三季度", "date"),
        ("三季度当季", "date"),
        ("The city's 2024 outlook", "year"),
        ("In 2023/24 it fell.", "year"),
        ("The 14th plan", "ordinal"),
        ("第14个规划", "ordinal"),
        ("3.2 Trade", "numbering"),
        ("4. Trade", "numbering"),
        ("三、就业", "numbering"),
        ("See table 3.1 for all.", "numbering"),
        ("one of them", "word"),
    ],
)
def test_what_is_no_quantity_is_set_aside_with_the_reason(
    tmp_path: Path, text: str, reason: str
) -> None:
    found = of_text(tmp_path, text, "languages: [en, de]\n")
    assert not found.unused
    assert {one.reason for one in found.aside} == {reason}


def test_a_number_on_a_page_with_letters_for_its_number_is_set_aside(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", '#set page(numbering: "i")\n5 apples\n')
    made = citing(f"a: {figure(value=1)}", "a.pdf")
    document = read_document(path, made)
    entry = "{source: " + citation_of("report", document, 0) + ", number: '5'}"
    made = citing(f"a: {figure(value=1)}", "a.pdf", f"set_aside: [{entry}]\n")
    found = review(made, "report", Finder(document))
    assert (found.unused, [one.entry for one in found.aside if one.entry is not None]) == ((), [0])
    assert not found.stale


@pytest.mark.parametrize(
    "text",
    ["2,024 jobs", "7.6 per cent", "3 apples", "2024 %", "四千人", "5 of 9", "前三名", "三个港口"],
)
def test_what_may_be_a_quantity_is_not_set_aside(tmp_path: Path, text: str) -> None:
    assert "".join(one.written for one in of_text(tmp_path, text).unused[:1])


def test_a_year_that_a_figure_uses_is_used(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("There were 2024 jobs in 2023.")
    made = citing(f"a: {figure(value=2024)}")
    _, found = reviewed(made, tmp_path / "report.txt")
    assert (found.used, [one.written for one in found.aside]) == (1, ["2023"])


def test_the_number_of_a_page_is_set_aside(tmp_path: Path) -> None:
    markup = '#set page(numbering: "1 of 1")\n5 apples\n'
    document, found = reviewed(citing(JOBS, "a.pdf"), write_pdf(tmp_path / "a.pdf", markup))
    assert [one.written for one in found.unused] == ["5"]
    assert {one.reason for one in found.aside} == {"page number"}
    assert citation_of("report", document, found.unused[0].part) == "report p. 1"


def test_a_cell_is_cited_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Year,Jobs\n2024,450\n")
    document, found = reviewed(citing(JOBS, "a.csv"), tmp_path / "a.csv")
    (one,) = found.unused
    assert citation_of("report", document, one.part) == "report sheet 'Table 1' B2"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text("The '33618' system has 450 parts,\n7 of them new.")
    return tmp_path


def edited(sheet: Sheet, *numbers: str, folder: Path) -> Sheet:
    """Set numbers aside, one after the other, in the file of a sheet; it has to stay sound."""
    for number in numbers:
        document, found = reviewed(sheet, folder / "report.txt")
        one = next(one for one in found.unused if one.written == number)
        data = edit_file(sheet.yaml, put_aside(sheet, "report", document, [one]))
        assert not [p for p in examine_sheet(data, "f").problems if p.severity == "error"]
        sheet = read_sheet(data, "sheet.yaml")
    return sheet


def aside(sheet: Sheet, folder: Path) -> tuple[Unused, ...]:
    return reviewed(sheet, folder / "report.txt")[1].aside


def test_a_number_is_set_aside_in_the_file_and_taken_back_byte_for_byte(folder: Path) -> None:
    first = citing(JOBS)
    one = edited(first, "33618", folder=folder)
    two = edited(one, "7", folder=folder)
    assert [(each.number, each.citation.where) for each in two.set_aside] == [
        ("33618", "1"),
        ("7", "2"),
    ]
    assert [(each.written, each.entry) for each in aside(two, folder)] == [("33618", 0), ("7", 1)]
    back = edit_file(two.yaml, [take_back(two, aside(two, folder)[1])])
    assert back == one.yaml
    assert edit_file(back, [take_back(one, aside(one, folder)[0])]) == first.yaml


def test_what_is_set_aside_by_itself_cannot_be_taken_back(folder: Path) -> None:
    (folder / "report.txt").write_text("In 2024")
    made = citing(JOBS)
    with pytest.raises(ValueError, match="does not set this number aside"):
        take_back(made, aside(made, folder)[0])


def test_a_whole_place_may_be_set_aside(folder: Path) -> None:
    made = citing(JOBS, head="set_aside: [{source: report par. 1}]\n")
    _, found = reviewed(made, folder / "report.txt")
    assert [one.written for one in found.unused] == ["7"]
    assert [one.written for one in found.aside] == ["33618", "450"]


def test_an_entry_that_the_source_does_not_bear_out_is_stale(folder: Path) -> None:
    head = "set_aside: [{source: report par. 1, number: '7'}, {source: report, number: '7'}]\n"
    _, found = reviewed(citing(JOBS, head=head), folder / "report.txt")
    assert found.stale == (0,)


def test_an_entry_of_a_source_that_the_sheet_has_not_is_an_error() -> None:
    text = citing(JOBS).yaml.replace(b"indicators:", b"set_aside: [{source: book}]\nindicators:")
    (said,) = [one.message for one in examine_sheet(text, "f").problems if one.severity == "error"]
    assert "book" in said
