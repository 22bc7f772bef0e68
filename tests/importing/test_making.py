"""From a data file and what someone said of it to a sheet."""

import datetime
from pathlib import Path

import pytest

from cqviewer.importing.found import Found
from cqviewer.importing.making import left_open, open_data
from cqviewer.importing.writing import Heading
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.import_format import ImportEntry
from tests.importing.tables import file_of, sheet_of, values

TWO = (
    "Jobs,,\nArea,2023,2024\nNorth,4,5\nSouth,5,6\n\n"
    "Homes,,\nArea,2023,2024\nNorth,7,8\nSouth,8,9\n"
)
ONE = "Area,Year,Jobs\nNorth,2023,4\nSouth,2023,5\n"
TODAY = datetime.date(2026, 1, 1)


def refused(file: Path, **said: object) -> tuple[str, str | None]:
    """Return why a file is not read so, and what to do instead."""
    options = ImportEntry(**said)  # type: ignore[arg-type]
    with pytest.raises(SheetError) as error:
        open_data(file, options).make(options, Heading(), TODAY)
    (problem,) = error.value.problems
    return problem.message, problem.help


def test_of_several_tables_the_first_is_read_unless_another_is_asked_for(tmp_path: Path) -> None:
    opened = open_data(file_of(tmp_path, TWO))
    names = [one.name for one in opened.blocks]
    assert names == ["Table 1", "Table 1, row 7"]
    first, second = (opened.recognise(ImportEntry(table=one)) for one in (None, names[1]))
    assert [values(one) for one in (first, second)] == [
        {"Jobs, North": ["4", "5"], "Jobs, South": ["5", "6"]},
        {"Homes, North": ["7", "8"], "Homes, South": ["8", "9"]},
    ]


def test_the_table_that_was_read_is_remembered_where_there_are_several(tmp_path: Path) -> None:
    opened = open_data(file_of(tmp_path, TWO))
    made, _ = opened.make(ImportEntry(), Heading(place="Wales"), TODAY)
    assert "    table: Table 1\n" in made.text
    alone, _ = open_data(file_of(tmp_path, ONE)).make(ImportEntry(), Heading(), TODAY)
    assert "    table:" not in alone.text


def test_a_table_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    file = file_of(tmp_path, TWO)
    assert refused(file, table="Table 9") == (
        "there is no table 'Table 9'",
        "the file has: 'Table 1', 'Table 1, row 7'",
    )


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"missing": {"-": "lost"}}, "`-=lost`: 'lost' is not known as `missing`"),
        ({"flags": {"p": "maybe"}}, "`p=maybe`: 'maybe' is not known as `status`"),
    ],
)
def test_a_meaning_that_the_format_has_no_word_for_is_refused(
    tmp_path: Path, said: dict[str, object], message: str
) -> None:
    found, hint = refused(file_of(tmp_path, ONE), **said)
    assert found == message
    assert hint is not None
    assert hint.startswith("write ")


@pytest.mark.parametrize(
    "said", [{"missing": {"-": "omit", ":": "0"}}, {"flags": {"p": "suppressed", "r": "revised"}}]
)
def test_words_of_the_format_and_numbers_are_meanings(
    tmp_path: Path, said: dict[str, object]
) -> None:
    options = ImportEntry(**said)  # type: ignore[arg-type]
    read = open_data(file_of(tmp_path, ONE), options).recognise(options)
    assert values(read) == {"Jobs, North": ["4"], "Jobs, South": ["5"]}


def test_a_file_without_a_number_has_no_table(tmp_path: Path) -> None:
    message, hint = refused(file_of(tmp_path, "a,b\nc,d\n"))
    assert (message, hint) == (
        "there is no number in this file",
        "name a file with a table of values",
    )


def test_what_nobody_says_is_left_open(tmp_path: Path) -> None:
    read = open_data(file_of(tmp_path, ONE)).recognise(ImportEntry())
    without = Found("no unit", 2, "", "")
    assert left_open(read, Heading()) == [without, Found("no place", 1, "", "")]
    assert left_open(read, Heading(place="Wales")) == [without]
    said = open_data(file_of(tmp_path, ONE)).recognise(ImportEntry(unit="people"))
    assert left_open(said, Heading(place="Wales")) == []


def test_what_is_said_makes_a_sound_sheet(tmp_path: Path) -> None:
    options = ImportEntry(unit="people")
    heading = Heading(title="Jobs of Wales", place="Wales", source="A count")
    made, read = open_data(file_of(tmp_path, ONE), options).make(options, heading, TODAY)
    sheet = sheet_of(made.text)
    assert (sheet.title, sheet.place, sheet.date) == ("Jobs of Wales", "Wales", TODAY)
    assert [one.title for one in sheet.sources.values()] == ["A count"]
    assert list(made.ids) == ["jobs.north", "jobs.south"]
    assert read.by == ["Area"]


def test_digits_of_another_script_are_read_and_said(tmp_path: Path) -> None:
    opened = open_data(file_of(tmp_path, "Area,Year,Jobs\nNorth,٢٠٢٣,٤\nSouth,٢٠٢٣,٥\n"))
    assert opened.tables.remarks == [Found("digits", 1, "٢٠٢٣", "0 … 9")]
    assert values(opened.recognise(ImportEntry())) == {"Jobs, North": ["4"], "Jobs, South": ["5"]}
