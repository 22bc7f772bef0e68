"""Data files as tests write them, and what is made of them."""

import datetime
from pathlib import Path

from cqviewer.importing.editions.merging import bring_in, imported_as
from cqviewer.importing.making import open_data
from cqviewer.importing.recognise import Recognised
from cqviewer.importing.writing import Heading
from cqviewer.load import examine_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.reading.import_format import ImportEntry

TODAY = datetime.date(2026, 1, 31)
LONG = """\
measure,district,year,value,unit,flag
Waste per person,North,2023,418.5,kg,
Waste per person,North,2024,409.30000000000001,kg,p
Waste per person,Harbour,2023,371.2,kg,
Waste per person,Harbour,2024,366.1,kg,p
Recycled share,North,2023,41.9,%,
Recycled share,Harbour,2023,< 5,%,
"""
WIDE = "item\t2023 to 2024 budget £m\t2024 to 2025 budget £m\nSchools\t2.722\t3.426\n"
WIDE += "Reserves\t0.349\t(11.018)\nGrants\tn/a\t(3.040)\nTotal\t3.071\t-10.632\n"


def file_of(folder: Path, text: str | bytes, name: str = "data.csv") -> Path:
    """Write a data file."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read(folder: Path, text: str | bytes, name: str = "data.csv", **said: object) -> Recognised:
    """Return what is recognised in a data file, with options."""
    options = ImportEntry(**said)  # type: ignore[arg-type]
    return open_data(file_of(folder, text, name), options).recognise(options)


def written(folder: Path, text: str | bytes, name: str = "data.csv", **said: object) -> str:
    """Return the sheet that a data file makes."""
    options = ImportEntry(**said)  # type: ignore[arg-type]
    opened = open_data(file_of(folder, text, name), options)
    return opened.make(options, Heading(place="Springfield"), TODAY)[0].text


def sheet_of(text: str) -> Sheet:
    """Return a sheet in which not even a warning is found."""
    examined = examine_sheet(text.encode(), "sheet.yaml")
    assert [one for one in examined.problems if one.severity != "note"] == []
    assert examined.sheet is not None
    return examined.sheet


def values(one: Recognised) -> dict[str, list[str]]:
    """Return the values of each figure, by its name and items."""
    return {
        ", ".join([str(figure.name), *map(str, figure.items)]): [
            value.amount.text or value.amount.missing for value in figure.values
        ]
        for figure in one.figures
    }


def brought(
    folder: Path, sheet: str, text: str, name: str = "data.csv", *, with_new: bool = False
) -> tuple[str, list[str]]:
    """Return a sheet with the values of a file, and what was not in it."""
    opened = open_data(file_of(folder, text, name))
    path = folder / "sheet.yaml"
    options = imported_as(sheet.encode(), path, ImportEntry())
    made = bring_in(opened, sheet.encode(), path, options, with_new=with_new)
    return made.data.decode(), list(made.unknown)
