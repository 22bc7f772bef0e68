"""The manuscript: all files that typst sets one PDF from, by the names the template reads."""

import json
from pathlib import Path

from cqviewer.model.facts import Sheet
from cqviewer.paths import resources_folder
from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.document import compose


def manuscript(sheet: Sheet, options: PrintOptions) -> dict[str, bytes]:
    """Write a sheet's manuscript; PrintError if a section that is asked for does not exist."""
    document = compose(sheet, options)
    return {
        "main.typ": (resources_folder() / "print" / "sheet.typ").read_bytes(),
        "data.json": document.data,
        **document.pictures,
        **_attached(sheet.yaml),
    }


def manuscript_of(path: Path, options: PrintOptions) -> dict[str, bytes]:
    """Write the manuscript of a sheet's file; SheetError says why it cannot be read."""
    return manuscript(open_sheet(path), options)


def _attached(yaml: bytes) -> dict[str, bytes]:
    """Give the sheet's own bytes as a virtual file, which has to be text; others as numbers."""
    try:
        yaml.decode()
    except UnicodeDecodeError:
        return {"attached.json": json.dumps(list(yaml)).encode(), "attached.yaml": b""}
    return {"attached.json": b"[]", "attached.yaml": yaml}
