"""Charts of the page: each drawn for wide and for narrow screens, with its words and its table."""

from xml.etree.ElementTree import Element

from cqviewer.charts.drawing import BLEED
from cqviewer.charts.layout import WIDTHS, chart_rows
from cqviewer.charts.svg import to_svg
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.model.facts import Chart, Section
from cqviewer.printing.pages.paper_charts import drawn
from cqviewer.printing.pages.scope import Scope
from cqviewer.printing.web.markup import make, make_if, text_of
from cqviewer.printing.web.tables import twin
from cqviewer.printing.web.vectors import COLOURS, inline

_WIDE, _NARROW, _GAP = 880, 326, 36
"""px that charts are drawn in for the page at its widest and for a phone, and between two of them;
the style says below which width the narrow ones are shown."""


def charts(scope: Scope, section: Section, prefix: str) -> list[Element]:
    """Return the charts of a section, in rows of one or two; `prefix` begins their ids."""
    rows = []
    number = 0
    for row in chart_rows(section.charts):
        weights = [WIDTHS[one.width].screen for one in row]
        room = _WIDE - _GAP * (len(row) - 1)
        figures = []
        for chart, weight in zip(row, weights, strict=True):
            number += 1
            share = weight / sum(weights)
            figure = _figure(chart, scope, f"{prefix}-chart-{number}", round(room * share))
            figure.set("style", f"--share:{share:.3f}")
            figures.append(figure)
        rows.append(make("div.row", *figures))
    return rows


def _figure(chart: Chart, scope: Scope, name: str, width: int) -> Element:
    """Return a chart with the words around it and its table."""
    wording, sheet = scope.wording, scope.sheet
    above = subtitle(chart, sheet, wording, medium="screen")
    note = source_note(chart, sheet, wording)
    tables = twin(scope, chart)
    return make(
        "div.chart",
        make("h3", scope.said(chart.title), id=f"{name}-title"),
        make_if("p.subtitle", above),
        _picture(chart, scope, f"{name}-wide", width),
        _picture(chart, scope, f"{name}-narrow", _NARROW),
        make_if("p.source", note),
        make("details", make("summary", wording.say("web_table")), *tables) if tables else None,
        id=name,
        role="group",
        aria_labelledby=f"{name}-title",
    )


def _picture(chart: Chart, scope: Scope, name: str, width: int) -> Element:
    """Return a chart drawn at a width in px, or the sentence that says why it cannot be."""
    kind = name.rpartition("-")[2]
    drawing = drawn(chart, width, scope, COLOURS)
    if isinstance(drawing, str):
        return make(f"p.{kind}", drawing)
    title = text_of(scope.said(chart.title))
    words = description(chart, scope.sheet, scope.wording)
    picture = inline(to_svg(drawing), f"{name}-", title=title, words=words)
    bleed = f"{BLEED / drawing.width:.2%}"
    return make(
        f"div.picture.{kind}", picture, style=f"--bleed:-{bleed};--most:{drawing.width * 1.4:.0f}px"
    )
