"""Whether a sheet has to be printed again."""

from pathlib import Path

from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.problems import SheetError
from cqviewer.printing.attachment import extract_yaml, find_attached, is_pdf
from cqviewer.printing.finish import PROGRAM
from cqviewer.printing.options import PrintOptions


def is_up_to_date(sheet: Path, target: Path, options: PrintOptions) -> bool:
    """Return whether a PDF carries this very sheet, printed by this program with these options."""
    try:
        yaml = extract_yaml(sheet) if is_pdf(sheet) else read_file(sheet, Limits())
        found = find_attached(target, Limits())
        return (found.data, found.program, found.options) == (yaml, PROGRAM, options.text)
    except (SheetError, OSError):
        return False
