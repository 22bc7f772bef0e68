"""Sheets and sources that the tests of evidence share."""

from pathlib import Path

import typst

from cqviewer.load import read_sheet
from cqviewer.model.facts import Sheet
from tests.model.sheets import SECTIONS, sheet_text

TEXT = "Jobs came to 1,200.\nSales rose 5.2 %, after 4 % a year earlier.\nNothing here.\n"


def citing(indicators: str, evidence: str = "report.txt", head: str = "") -> Sheet:
    """Read a sheet whose source names a file beside it as its evidence."""
    text = sheet_text(indicators, head=head, rest=SECTIONS)
    text = text.replace("title: Report", f"title: Report, evidence: '{evidence}'")
    return read_sheet(text.encode(), "sheet.yaml")


def write_pdf(path: Path, markup: str, width: str = "120mm", height: str = "160mm") -> Path:
    """Set pages by typst, in its own font."""
    page = f"#set page(width: {width}, height: {height}, margin: 10mm)\n#set text(size: 9pt)\n"
    path.write_bytes(typst.compile((page + markup).encode()))
    return path
