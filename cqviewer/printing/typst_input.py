"""The files that typst sets a PDF from, by the names that the template reads them by."""

import json
from pathlib import Path

from cqviewer.model.facts import Sheet
from cqviewer.paths import resources_folder
from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.document import compose


def typst_input(sheet: Sheet, options: PrintOptions) -> dict[str, bytes]:
    """Return the files for a sheet; PrintError if a section that is asked for does not exist."""
    document = compose(sheet, options)
    return {
        "main.typ": (resources_folder() / "print" / "sheet.typ").read_bytes(),
        "data.json": document.data,
        **document.pictures,
        **_attached(sheet.yaml),
    }


def typst_input_of(path: Path, options: PrintOptions) -> dict[str, bytes]:
    """Return the files for a sheet's file; SheetError says why it cannot be read."""
    return typst_input(open_sheet(path), options)


def _attached(yaml: bytes) -> dict[str, bytes]:
    """Return the sheet's own bytes as a virtual file; what is not UTF-8 as a list of numbers."""
    try:
        yaml.decode()
    except UnicodeDecodeError:
        return {"attached.json": json.dumps(list(yaml)).encode(), "attached.yaml": b""}
    return {"attached.json": b"[]", "attached.yaml": yaml}
