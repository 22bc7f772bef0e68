"""What is written around a chart: subtitle, source line, and a description for who hears it."""

from cqviewer.charts.contents import as_shown
from cqviewer.charts.kind import Medium
from cqviewer.charts.kinds import KINDS
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.wording.chinese_scale import common_scale
from cqviewer.model.wording.wording import Wording


def chart_scale(chart: Chart, sheet: Sheet) -> int | None:
    """Return the power of ten of a chart's sums of money in Chinese; None if it has none."""
    return common_scale(KINDS[chart.kind].measured(chart, as_shown(chart, sheet)))


def _fitted(chart: Chart, sheet: Sheet, wording: Wording) -> Wording:
    """Return a wording in the chart's own scale."""
    return wording.in_scale(chart_scale(chart, sheet))


def subtitle(chart: Chart, sheet: Sheet, wording: Wording, *, medium: Medium) -> str:
    """Return what is measured, in which unit, for which period, and what the marks mean.

    A subtitle that the sheet gives wins.
    """
    if chart.subtitle is not None:
        return wording.text(chart.subtitle)
    fitted, kind = _fitted(chart, sheet, wording), KINDS[chart.kind]
    return kind.subtitle(chart, as_shown(chart, sheet), fitted, medium)


def description(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    """Return a sentence with all names and values of a chart, for those who hear it."""
    fitted, kind = _fitted(chart, sheet, wording), KINDS[chart.kind]
    return kind.description(chart, as_shown(chart, sheet), fitted)


def source_note(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    """Return the sources, then what a reader must know, then the chart's own note."""
    kind, sheet = KINDS[chart.kind], as_shown(chart, sheet)
    parts = [_sources(chart, sheet, wording), *kind.notes(chart, sheet, wording)]
    if any(one.latest.status == "derived" for one in kind.hollow(chart, sheet)):
        parts.append(wording.say("hollow_mark"))
    return wording.sentences([*parts, wording.text(chart.note)])


def _sources(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    """Return the sources of the figures and of the figures from which derived ones follow."""
    kind = KINDS[chart.kind]
    figures = kind.figures(chart, sheet)
    inputs = [name for one in figures if one.derivation for name in one.derivation.inputs]
    ids = dict.fromkeys([*kind.cites, *(one.id for one in figures), *inputs])
    return wording.source_line([one for one in ids if one in sheet.indicators], sheet)
