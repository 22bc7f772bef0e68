"""The files that typst sets a PDF from, by the names that the template reads them by."""

import json
from collections.abc import Mapping, Sequence

from cqviewer.model.facts import Sheet
from cqviewer.model.text import Language
from cqviewer.paths import resources_folder
from cqviewer.printing.attachment import beside
from cqviewer.printing.options import Paper, PrintOptions
from cqviewer.printing.pages.comparison import compose_comparison
from cqviewer.printing.pages.document import PrintedDocument, compose


def typst_input(sheet: Sheet, options: PrintOptions) -> dict[str, bytes]:
    """Return the files for a sheet; PrintError if a section that is asked for does not exist."""
    return _files(compose(sheet, options), sheet.yaml, beside(sheet))


def comparison_input(sheets: Sequence[Sheet], language: Language, paper: Paper) -> dict[str, bytes]:
    """Return the files for sheets side by side."""
    return _files(compose_comparison(sheets, language, paper), b"", {})


def _files(document: PrintedDocument, yaml: bytes, others: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        "main.typ": (resources_folder() / "print" / "sheet.typ").read_bytes(),
        "data.json": document.data,
        **dict(_picture(name, one) for name, one in document.pictures.items()),
        **_attached(yaml),
        "beside.json": json.dumps({name: list(one) for name, one in others.items()}).encode(),
    }


def _picture(name: str, data: bytes) -> tuple[str, bytes]:
    """Return a picture as a virtual file, which has to be text; pixels as a list of numbers."""
    return (
        (f"{name}.json", json.dumps(list(data)).encode()) if name.endswith(".png") else (name, data)
    )


def _attached(yaml: bytes) -> dict[str, bytes]:
    """Return the sheet's own bytes as a virtual file; what is not UTF-8 as a list of numbers."""
    try:
        yaml.decode()
    except UnicodeDecodeError:
        return {"attached.json": json.dumps(list(yaml)).encode(), "attached.yaml": b""}
    return {"attached.json": b"[]", "attached.yaml": yaml}
