"""`cqviewer export`: a sheet as an HTML page, or each of its observations as CSV, XLSX or JSON."""

import argparse

from cqviewer.commands.output import fail, write_made
from cqviewer.model.provenance import own_files
from cqviewer.paths import bundled_sheet
from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.export import export_sheet
from cqviewer.printing.options import CsvStyle


def run(chosen: argparse.Namespace) -> int:
    """Write a sheet's facts; return the exit status."""
    form, delimiter, decimal = chosen.format, chosen.delimiter, chosen.decimal
    if (delimiter or decimal) and form != "csv":
        return fail(f"--delimiter and --decimal are for CSV, not for {form.upper()}")
    path = chosen.file or bundled_sheet()
    marks = {"tab": "\t", None: ";" if decimal == "," else ","}
    style = CsvStyle(marks.get(delimiter, delimiter or ""), decimal or ".")
    sheet = open_sheet(path)

    def make() -> bytes:
        if form == "html":
            from cqviewer.printing.web.page import make_page  # matplotlib, which tables need not

            return make_page(sheet, chosen.language)
        return export_sheet(sheet, form, chosen.language or sheet.first_language, style)

    return write_made(own_files(sheet, path), chosen.output, f"{path.stem}.{form}", make)
