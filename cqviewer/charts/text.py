"""What is written around a chart: subtitle, source line, and a description for who hears it."""

from cqviewer.charts.contents import as_shown
from cqviewer.charts.kind import Kind, Medium
from cqviewer.charts.kinds import KINDS
from cqviewer.charts.kinds.series import SeriesKind
from cqviewer.model.facts import Chart, Observation, Sheet
from cqviewer.model.judging.verdict import target_citations
from cqviewer.model.provenance import cited_for
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

    A subtitle that the sheet gives wins. What a reader chose to see stands last.
    """
    if chart.subtitle is not None:
        return wording.text(chart.subtitle)
    fitted, kind = _fitted(chart, sheet, wording), KINDS[chart.kind]
    line = kind.subtitle(chart, as_shown(chart, sheet), fitted, medium)
    return wording.sentences([line, chart.chosen])


def description(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    """Return a sentence with all names and values of a chart, for those who hear it."""
    fitted, kind = _fitted(chart, sheet, wording), KINDS[chart.kind]
    return kind.description(chart, as_shown(chart, sheet), fitted)


def source_note(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    """Return the sources, then what a reader must know, then the chart's own note."""
    kind, shown = KINDS[chart.kind], as_shown(chart, sheet)
    parts = [_sources(chart, sheet, shown, wording), *kind.notes(chart, shown, wording)]
    if any(one.latest.status == "derived" for one in kind.hollow(chart, shown)):
        parts.append(wording.say("hollow_mark"))
    return wording.sentences([*parts, wording.text(chart.note)])


def _sources(chart: Chart, sheet: Sheet, shown: Sheet, wording: Wording) -> str:
    """Return the sources of the figures, of all from which derived ones follow, and of targets.

    Where targets are drawn, the sources of figures are those of what stands beside them.
    """
    kind = KINDS[chart.kind]
    figures = kind.figures(chart, shown)
    ids = dict.fromkeys([*kind.cites, *(one.id for one in figures)])
    known = [one for one in ids if one in shown.indicators]
    cited = [row.citation for one in known for row in _cited(one, kind, chart, shown)]
    derived = (sheet.indicators[one.id] for one in figures if one.derivation)
    cited += [citation for one in derived for _, citation in cited_for(one, sheet)]
    aims = [one for target in kind.targets(chart, shown) for one in target_citations(target)]
    return wording.source_names(cited, aims, sheet)


def _cited(key: str, kind: Kind, chart: Chart, shown: Sheet) -> list[Observation]:
    """Return the observations of a figure whose sources are named."""
    rows = list(shown.indicators[key].observations)
    if not kind.targets(chart, shown) or isinstance(kind, SeriesKind) or key not in chart.of:
        return rows
    drawn = kind.observations(chart, shown)
    return [one for one in rows if one in drawn]
