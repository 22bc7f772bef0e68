"""Typesetting: the document through typst to a PDF that is accessible (UA-1) and archival (A-3a).

The template and the data are handed over as virtual files, the data as JSON: no text of a sheet is
ever part of the template. typst sees an empty folder, no system fonts and no packages.
"""

import functools
import json
import tempfile
from pathlib import Path
from typing import Literal

import typst

from cqviewer.model.facts import Sheet
from cqviewer.paths import resources_folder
from cqviewer.printing.document import compose
from cqviewer.printing.options import PrintOptions, TypesetError
from cqviewer.printing.save import save_bytes

STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]


def make_pdf(sheet: Sheet, options: PrintOptions | None = None) -> bytes:
    """Print a sheet to the bytes of a PDF; the same sheet and options give the same bytes.

    PrintError if a section that is asked for does not exist.
    """
    document = compose(sheet, options or PrintOptions())
    template = (resources_folder() / "print" / "sheet.typ").read_bytes()
    files = {
        "main.typ": template,
        "data.json": document.data,
        **document.pictures,
        **_attached(sheet.yaml),
    }
    with tempfile.TemporaryDirectory(prefix="cqviewer-") as empty:
        return _compile(files, empty)


def save_pdf(sheet: Sheet, path: Path, options: PrintOptions | None = None) -> bytes:
    """Print a sheet to a PDF file, whole or not at all; give its bytes.

    SaveError says why the file could not be written, PrintError why nothing can be printed.
    """
    data = make_pdf(sheet, options)
    save_bytes(data, path)
    return data


def _attached(yaml: bytes) -> dict[str, bytes]:
    """Give the sheet's own bytes as a virtual file, which has to be text; others as numbers."""
    try:
        yaml.decode()
    except UnicodeDecodeError:
        return {"attached.json": json.dumps(list(yaml)).encode(), "attached.yaml": b""}
    return {"attached.json": b"[]", "attached.yaml": yaml}


def _compile(files: dict[str, bytes], empty: str) -> bytes:
    """Set the pages; TypesetError if typst fails or warns, for a warning means lost text."""
    compiler = typst.Compiler(root=empty, font_paths=_fonts())
    try:
        pdf, warnings = compiler.compile_with_warnings(  # type: ignore[type-var] # a dict will do
            files,
            format="pdf",
            pdf_standards=list(STANDARDS),
        )
    except typst.TypstError as error:
        raise TypesetError(f"the pages could not be set: {error.message}") from error
    if warnings or not isinstance(pdf, bytes):
        raise TypesetError(f"the pages could not be set: {warnings[0].message}")
    return pdf


@functools.cache
def _fonts() -> typst.Fonts:
    """Find the bundled fonts, and no others."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(resources_folder() / "fonts")],
    )
