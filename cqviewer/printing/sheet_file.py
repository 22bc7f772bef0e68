"""The file of a whole sheet that leaves the window: the PDF or the page."""

from cqviewer.model.facts import Sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.typeset import make_pdf
from cqviewer.printing.web.page import make_page


def sheet_file(sheet: Sheet, options: PrintOptions | None) -> bytes:
    """Return a sheet's PDF as the options ask for it, or without them its HTML page.

    PrintError or TypesetError say why it cannot be printed.
    """
    return make_pdf(sheet, options) if options else make_page(sheet)
