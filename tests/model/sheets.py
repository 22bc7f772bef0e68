"""Small sheets for tests of the model."""

from cqviewer.load import examine_sheet, read_sheet
from cqviewer.model.facts import Sheet

HEAD = """\
cqviewer: 1
title: Springfield in figures
place: Springfield
date: 2025-03-01
"""
SOURCES = "sources: {report: {title: Report, short: Rep, date: 2025-02-14, publisher: City}}\n"
SECTIONS = "sections: [{id: one, title: One}]\n"


def sheet_text(indicators: str, *, head: str = "", rest: str = SECTIONS) -> str:
    """Write a sheet with these indicators, each one a line `id: {…}`."""
    lines = "".join(f"  {line}\n" for line in indicators.splitlines())
    return f"{HEAD}{head}{SOURCES}indicators:\n{lines}{rest}"


def sheet(indicators: str, *, head: str = "", rest: str = SECTIONS) -> Sheet:
    """Read a sheet with these indicators."""
    return read_sheet(sheet_text(indicators, head=head, rest=rest).encode(), "sheet.yaml")


def problems(text: str) -> list[str]:
    """Return what is found wrong with a sheet, without the places.

    That figures have the same name is left out, since `figure` names them all alike.
    """
    found = examine_sheet(text.encode(), "f").problems
    said = [f"{one.severity}: {one.message}" for one in found]
    return [one for one in said if "has the same name" not in one]


def figure(**fields: object) -> str:
    """Write an indicator on one line; `value` and others as they shall stand there."""
    given = {
        "name": "Jobs",
        "unit": "jobs",
        "measure": "count",
        "period": "2024",
        "source": "report par. 1",
    }
    pairs = {**given, **fields}
    texts = {key: str(one) for key, one in pairs.items() if one is not None}
    quoted = {
        key: repr(one) if one[0] in "%?" or key == "derived" else one for key, one in texts.items()
    }
    inner = ", ".join(f"{key}: {one}" for key, one in quoted.items())
    return f"{{{inner}}}"


def plain(text: str) -> str:
    """Return a text with plain spaces in place of narrow and unbreakable ones."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
