"""The request for a chart's picture; a module of its own, for the cache needs no charts."""

from cqviewer.charts.contents import chart_part
from cqviewer.charts.drawing import DrawOptions
from cqviewer.model.facts import Chart, Sheet
from cqviewer.worker.pictures import Wanted


def wanted(chart: Chart, sheet: Sheet, look: DrawOptions, ratio: float) -> Wanted:
    """Return what a picture of a chart is drawn from, so that no more need be sent."""
    return Wanted(chart, chart_part(chart, sheet), look, ratio)
