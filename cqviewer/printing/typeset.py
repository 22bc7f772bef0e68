"""Typesetting: the document through typst to a PDF that is accessible (UA-1) and archival (A-3a).

The template and the data are handed over as virtual files, the data as JSON: no text of a sheet is
ever part of the template. typst sees the template's folder, no system fonts and no packages.
"""

import functools
from typing import TYPE_CHECKING, Literal

import typst

from cqviewer.model.fonts import font_folders
from cqviewer.model.messages import say
from cqviewer.paths import resources_folder
from cqviewer.printing.finish import finish
from cqviewer.printing.options import PrintOptions, TypesetError

if TYPE_CHECKING:
    from cqviewer.model.facts import Sheet

STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]


def make_pdf(sheet: "Sheet", options: PrintOptions | None = None) -> bytes:
    """Return a sheet as the bytes of a PDF; the same sheet and options give the same bytes.

    PrintError if a section that is asked for does not exist.
    """
    from cqviewer.printing.typst_input import typst_input  # matplotlib, without which pages are set

    return set_pages(typst_input(sheet, options or PrintOptions()))


def set_pages(files: dict[str, bytes]) -> bytes:
    """Return the PDF of the files in `typst_input`; TypesetError if that fails or a text is lost.

    Charts and sheet need not be imported for it, which are most of what a print takes of memory.
    """
    compiler = typst.Compiler(root=resources_folder() / "print", font_paths=_fonts(font_folders()))
    try:
        pdf, warnings = compiler.compile_with_warnings(  # type: ignore[type-var] # a dict will do
            files,
            format="pdf",
            pdf_standards=list(STANDARDS),
        )
    except typst.TypstError as error:
        raise TypesetError(say("the pages could not be set: {}", error.message)) from error
    if warnings or not isinstance(pdf, bytes):  # a warning means lost text
        raise TypesetError(say("the pages could not be set: {}", warnings[0].message))
    return finish(pdf, files["data.json"])


@functools.cache
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """Return the bundled fonts and those of some folders, and no others."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(resources_folder() / "fonts"), *folders],
    )
