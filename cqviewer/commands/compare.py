"""`cqviewer compare`: sheets side by side, in a window or as a PDF, CSV or XLSX."""

import argparse
from pathlib import Path

from cqviewer.commands.output import fail, write_made
from cqviewer.commands.window import run as open_window
from cqviewer.model.comparing.side_by_side import MOST_SHEETS
from cqviewer.model.provenance import own_files
from cqviewer.printing.attachment import open_sheet
from cqviewer.standard_output import EXIT_USAGE
from cqviewer.stopping import end_at_signals
from cqviewer.worker.tasks import make_comparison

_SUFFIXES = (".pdf", ".csv", ".xlsx")


def run(chosen: argparse.Namespace) -> int:
    """Compare the sheets; return the exit status."""
    files: list[Path] = chosen.files
    if not 2 <= len(files) <= MOST_SHEETS:
        fail(f"from 2 to {MOST_SHEETS} fact sheets can be compared, not {len(files)}")
        return EXIT_USAGE
    if chosen.output is None:
        end_at_signals()
        first, *others = files
        shown = argparse.Namespace(file=first, beside=tuple(others), section="", from_desktop=False)
        status = open_window(shown)
        return fail("Name a file to write instead, with -o.") if status is None else status
    suffix = Path(chosen.output).suffix.lower()
    if suffix not in _SUFFIXES:
        fail(f"{chosen.output}: name a file that ends with .pdf, .csv or .xlsx")
        return EXIT_USAGE
    sheets = [open_sheet(one) for one in files]
    inputs = [
        one for sheet, file in zip(sheets, files, strict=True) for one in own_files(sheet, file)
    ]

    def make() -> bytes:
        language = chosen.language or sheets[0].first_language
        return make_comparison(sheets, language, suffix, chosen.paper)

    return write_made(inputs, chosen.output, chosen.output, make)
