"""The texts around a chart: subtitle, source line, and a description for screen readers."""

from cqviewer.charts.contents import kind_of
from cqviewer.charts.kind import Kind, Medium
from cqviewer.charts.kinds.series import SeriesKind
from cqviewer.model.facts import Chart, Observation, Sheet
from cqviewer.model.judging.verdict import target_citations
from cqviewer.model.provenance import cited_for
from cqviewer.model.wording.chinese_scale import common_scale
from cqviewer.model.wording.wording import Wording


def chart_scale(chart: Chart, sheet: Sheet) -> int | None:
    """Return the power of ten of a chart's sums of money in Chinese; None if it has none."""
    return common_scale(kind_of(chart, sheet).measured)


def fitted(kind: Kind, wording: Wording) -> Wording:
    """Return a wording in the chart's own scale."""
    return wording.in_scale(common_scale(kind.measured))


def subtitle(chart: Chart, sheet: Sheet, wording: Wording, *, medium: Medium) -> str:
    """Return what is measured, in which unit, for which period, and what the marks mean.

    A subtitle that the sheet gives wins. What a reader chose to see stands last.
    """
    if chart.subtitle is not None:
        return wording.text(chart.subtitle)
    kind = kind_of(chart, sheet)
    return wording.sentences([kind.subtitle(fitted(kind, wording), medium), chart.chosen])


def description(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    """Return a sentence with all names and values of a chart, for screen readers."""
    kind = kind_of(chart, sheet)
    return kind.description(fitted(kind, wording))


def source_note(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    """Return the sources, then what a reader must know, then the chart's own note."""
    kind = kind_of(chart, sheet)
    parts = [_sources(kind, sheet, wording), *kind.notes(wording)]
    if any(one.latest.status == "derived" for one in kind.hollow()):
        parts.append(wording.say("hollow_mark"))
    return wording.sentences([*parts, wording.text(chart.note)])


def _sources(kind: Kind, sheet: Sheet, wording: Wording) -> str:
    """Return the names of the sources of figures, of the inputs of derived ones, and of targets.

    Where targets are drawn, only the observations drawn beside them count.
    """
    figures = kind.figures()
    ids = dict.fromkeys([*kind.cites, *(one.id for one in figures)])
    known = [one for one in ids if one in sheet.indicators]
    cited = [row.citation for one in known for row in _cited(one, kind)]
    derived = (sheet.indicators[one.id] for one in figures if one.derivation)
    cited += [citation for one in derived for _, citation in cited_for(one, sheet)]
    aims = [one for target in kind.targets() for one in target_citations(target)]
    return wording.source_names(cited, aims, sheet)


def _cited(key: str, kind: Kind) -> list[Observation]:
    """Return the observations of a figure whose sources are named."""
    rows = list(kind.sheet.indicators[key].observations)
    if not kind.targets() or isinstance(kind, SeriesKind) or key not in kind.chart.of:
        return rows
    drawn = kind.observations()
    return [one for one in rows if one in drawn]
