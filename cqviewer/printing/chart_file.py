"""The file of one chart that leaves the window: a picture, or its figures as a table."""

from typing import cast

from cqviewer.charts.contents import as_shown, chart_facts
from cqviewer.charts.framed import PictureFormat, chart_picture
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.export import HEADS, ExportTable, figure_rows, to_csv, to_xlsx
from cqviewer.printing.options import CsvStyle


def chart_file(
    chart: Chart, sheet: Sheet, language: Language, suffix: str, style: CsvStyle | None = None
) -> bytes:
    """Return the bytes of a .png, .svg, .pdf, .csv or .xlsx; ChartError says why they cannot be."""
    if suffix in (".csv", ".xlsx"):
        shown = as_shown(chart, sheet)
        rows = figure_rows(chart_facts(chart, sheet), shown, Wording.of(sheet, language))
        if suffix == ".csv":
            return to_csv(HEADS, rows, style)
        return to_xlsx({"Figures": ExportTable(HEADS, rows)})
    return chart_picture(chart, sheet, language, cast("PictureFormat", suffix[1:]))
