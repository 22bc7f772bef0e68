"""Whether a sheet has to be printed again."""

from pathlib import Path

from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.problems import SheetError
from cqviewer.printing.attachment import beside, extract_yaml, find_attached, is_pdf, open_sheet
from cqviewer.printing.finish import PROGRAM
from cqviewer.printing.options import PrintOptions


def is_up_to_date(sheet: Path, target: Path, options: PrintOptions) -> bool:
    """Return whether a PDF carries this very sheet, printed by this program with these options.

    What lies beside the sheet is part of it: its phrases and its logo.
    """
    try:
        yaml = extract_yaml(sheet) if is_pdf(sheet) else read_file(sheet, Limits())
        found = find_attached(target, Limits())
        is_same = (found.data, found.program, found.options) == (yaml, PROGRAM, options.text)
        return is_same and found.beside == beside(open_sheet(sheet))
    except (SheetError, OSError):
        return False
