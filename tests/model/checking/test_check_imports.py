"""Whether what `imports` says of a data file can be understood."""

import pytest

from cqviewer.load import examine_sheet
from tests.model.sheets import figure, sheet_text


def problems(said: str, source: str = "report") -> list[tuple[int, str, str]]:
    """Return the line, the message and the help of all that is wrong with an import."""
    text = sheet_text(f"jobs: {figure(value=1200)}", head=f"imports:\n  {source}: {said}\n")
    first = text.splitlines().index("imports:") + 1
    return [
        (one.line - first, one.message, one.help)
        for one in examine_sheet(text.encode(), "sheet.yaml").problems
        if one.line in (first, first + 1)
    ]


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ("{file: a, roles: {A: perod}}", "'perod' is no role", "period"),
        ("{file: a, roles: {A: group 2024}}", "'group 2024' is no role", "value 2024"),
        ("{file: a, roles: {A: value soon}}", "'value soon' is no role", "value 2024"),
        ("{file: a, roles: {A: 'group:1'}}", "'1' is no language", "indicator:ky"),
        ("{file: a, roles: {3: place}}", "`3` is no column", "its letters"),
        ("{file: a, only: {region: Wales}}", "`region` is no column", "its letters"),
        ("{file: a, missing: {':': supressed}}", "'supressed' is no reason", "suppressed"),
        ("{file: a, flags: {p: preliminary}}", "'preliminary' is no status", "provisional"),
        ("{file: a, decimal: comma}", "`decimal` cannot be comma", "write '.' or ','"),
        ("{file: a, digits: 3}", "`digits` cannot be 3", "write 'all'"),
        ("{table: a}", "nothing says which data file was read", "`file:`"),
        ("{file: a, role: {A: place}}", "the key `role` is not known here", "roles"),
    ],
)
def test_what_is_faulty_is_said_with_line_and_help(said: str, message: str, hint: str) -> None:
    [(line, told, help_)] = problems(said)
    assert (line, told) == (1, message)
    assert hint in help_


def test_what_import_writes_is_sound() -> None:
    assert problems("{file: a, roles: {A: 'indicator:ky', B: value 2024}, missing: {':': 0}}") == []
    assert problems("{file: a, flags: {p: provisional}, decimal: ',', digits: all}") == []


def test_a_source_that_is_not_there_is_said() -> None:
    [(_, told, _hint)] = problems("{file: a}", "reprt")
    assert told == "there is no source `reprt`"
