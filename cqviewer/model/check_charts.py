"""Check that each chart of a sheet fits its figures, and that its figures go together."""

from collections.abc import Iterable, Sequence

from cqviewer.model.choices import ChartKind
from cqviewer.model.facts import Chart, Indicator, Observation, Sheet
from cqviewer.model.format import ChartEntry, SheetEntry
from cqviewer.model.problems import Findings, Path
from cqviewer.model.square import square_value
from cqviewer.model.text import LANGUAGES, in_language
from cqviewer.model.unit import Unit

MOST_SQUARES_DRAWN = 5000
"""Squares of one figure in a unit chart."""
_MANY_LINES = 6
"""Lines of one chart that ask for another."""

_OPTIONS: dict[str, tuple[ChartKind, ...]] = {
    "change": ("slope", "units"),
    "per": ("units",),
    "square": ("units",),
    "beside": ("units",),
    "index": ("units",),
}
"""Which kinds of chart read a field of a chart."""


_MEASURES = {
    "growth": "a rate of change",
    "share": "a share",
    "index": "an index",
    "level": "in per cent",
    "count": "in per cent",
}


def check_charts(sheet: Sheet, entry: SheetEntry, findings: Findings) -> None:
    """Report charts whose kind does not fit their figures or whose figures do not go together."""
    for number, (section, written) in enumerate(zip(sheet.sections, entry.sections, strict=True)):
        for place, (chart, one) in enumerate(zip(section.charts, written.charts, strict=True)):
            path: Path = ("sections", number, "charts", place)
            if not findings.is_sound((*path, "kind")):
                continue
            _warn_of_unread(one, path, findings)
            are_known = len(chart.of) == len(one.of)
            is_fit = are_known and _fits_one_scale(chart, sheet, path, findings)
            if is_fit and all(_is_sound(name, findings) for name in chart.figures):
                _check_chart(chart, sheet, path, findings)


def _is_sound(name: str, findings: Findings) -> bool:
    """Tell whether nothing is wrong with what a chart reads of an indicator."""
    fields = ("unit", "measure", "value", "observations", "derived")
    return all(findings.is_sound(("indicators", name, field)) for field in fields)


def _fits_one_scale(chart: Chart, sheet: Sheet, path: Path, findings: Findings) -> bool:
    """Report figures of different units on one scale; False where it cannot be told, too."""
    if any(findings.has(("indicators", name, "unit")) for name in chart.of):
        return False
    units = {_unit_name(sheet.indicators[name].unit): name for name in chart.of}
    if chart.kind == "goals" or len(units) < 2:
        return True
    if chart.kind == "units" and all(
        sheet.indicators[name].unit.kind != "money" for name in chart.of
    ):
        return True  # countries and ports are counted in the same squares
    (first, its), (other, others) = list(units.items())[:2]
    message = f"the chart mixes units: '{its}' is in `{first}`, '{others}' in `{other}`"
    hint = f"a {chart.kind} chart has one scale; make a chart for each unit"
    findings.add((*path, "of"), message, hint)
    return False


def _warn_of_unread(entry: ChartEntry, path: Path, findings: Findings) -> None:
    """Warn of fields that this kind of chart does not read."""
    for name, kinds in _OPTIONS.items():
        if getattr(entry, name) and entry.kind not in kinds:
            message = f"a {entry.kind} chart does not use `{name}`"
            hint = f"delete it, or write kind: {kinds[0]}"
            findings.add((*path, f"?{name}"), message, hint, "warning")
    if entry.kind == "goals" and entry.of:
        hint = "delete `of`: this chart shows the figures that `goals` name"
        findings.add((*path, "?of"), "a goals chart does not use `of`", hint, "warning")


def _check_chart(chart: Chart, sheet: Sheet, path: Path, findings: Findings) -> None:
    if chart.kind == "goals":
        if sheet.goals is None and not findings.has(("goals",)):
            hint = "add `goals:` to the sheet, or take another kind"
            findings.add((*path, "kind"), "the sheet has no goals to draw", hint)
        return
    of: Path = (*path, "of")
    figures = [sheet.indicators[one] for one in chart.of]
    if not figures:
        hint = "add `of: [ID, ID]`"
        findings.add((*path, "?of"), f"a {chart.kind} chart needs figures", hint)
        return
    if not any(_values(figures)):
        findings.add(of, "no figure of the chart has a stated value", "a card shows that better")
        return
    if chart.kind == "units":
        _check_units(chart, sheet, figures, path, findings)
    elif chart.kind == "slope":
        _check_slope(figures, of, findings)
    elif chart.kind in ("line", "columns"):
        _check_series(chart, figures, of, findings)
    if chart.kind != "units":
        _warn_of_unlike(chart, figures, of, findings)
    if chart.change and sheet.indicators[chart.change].measure != "growth":
        message = f"'{chart.change}' is no growth rate"
        findings.add((*path, "change"), message, "name an indicator with measure: growth")


def _values(figures: Iterable[Indicator]) -> list[Observation]:
    """Give all observations that have a value."""
    return [one for part in figures for one in part.observations if one.value is not None]


def _unit_name(unit: Unit) -> str:
    """Write a unit so that units that differ in any language differ here."""
    return " / ".join(dict.fromkeys(in_language(unit.text, language) for language in LANGUAGES))


def _check_slope(figures: Sequence[Indicator], of: Path, findings: Findings) -> None:
    is_series = len(figures) == 1 and figures[0].is_series
    if not is_series and len(figures) != 2:
        hint = "write of: [EARLIER, LATER], or name one time series"
        findings.add(of, "a slope leads from one figure to another", hint)
        return
    ends = (
        (figures[0].observations[0], figures[0].last)
        if is_series
        else tuple(one.latest for one in figures)
    )
    if any(one.value is None for one in ends):
        findings.add(of, "an end of the slope has no stated value", "a card shows that better")


def _check_series(chart: Chart, figures: Sequence[Indicator], of: Path, findings: Findings) -> None:
    if chart.kind == "line" and len(figures) >= _MANY_LINES:
        message = f"{len(figures)} lines in one chart are hard to tell apart"
        hint = "draw fewer, or make several charts; columns stand in a row each"
        findings.add(of, message, hint, "warning")
    for place, one in enumerate(figures):
        if (number := len(_values([one]))) < 2:
            has = "fewer than two observations"
            hint = "add `observations:`, or take kind: bars"
            if one.is_series:
                has = f"{'one' if number else 'no'} stated value among its observations"
                hint = "a card shows that better, or take kind: bars"
            message = f"'{one.id}' has {has} to draw as {_article(chart.kind)}"
            findings.add((*of, place), message, hint)
        elif not all(part.period.is_stated for part in one.observations):
            message = f"'{one.id}' has an observation without a stated period"
            hint = "it has no place in time: state its period, or leave it out"
            findings.add((*of, place), message, hint)
        elif len({part.period.grain for part in one.observations}) > 1:
            message = f"'{one.id}' mixes days, months, quarters or years"
            findings.add((*of, place), message, "make an indicator of each", "warning")


def _article(kind: ChartKind) -> str:
    return "columns" if kind == "columns" else f"a {kind}"


def _check_units(
    chart: Chart, sheet: Sheet, figures: Sequence[Indicator], path: Path, findings: Findings
) -> None:
    """Report what squares cannot count: rates, debts, and too many."""
    for place, one in enumerate(figures):
        value = one.latest.value
        if one.measure not in ("count", "level") or one.unit.kind == "percent":
            message = f"squares count things, but '{one.id}' is {_MEASURES[one.measure]}"
            findings.add((*path, "of", place), message, "take kind: bars")
            return
        if value is not None and value < 0:
            message = f"squares cannot show {value:f}"
            findings.add((*path, "of", place), message, "take kind: bars")
            return
    per = square_value(chart, figures)
    most = max((one.latest.value for one in figures if one.latest.value is not None), default=per)
    if most > MOST_SQUARES_DRAWN * per:
        message = f"that makes {int(most / per):,} squares; {MOST_SQUARES_DRAWN:,} can be drawn"
        hint = "write a larger `per`, or leave it out"
        findings.add((*path, "per"), message, hint)
    if chart.index and sheet.indicators[chart.index].measure != "index":
        hint = "name an indicator with measure: index"
        findings.add((*path, "index"), f"'{chart.index}' is no index", hint)


def _warn_of_unlike(
    chart: Chart, figures: Sequence[Indicator], of: Path, findings: Findings
) -> None:
    """Warn of figures that can be drawn together but hardly compared; the chart says so itself."""
    stated = [one for one in figures if one.latest.value is not None]
    measures = dict.fromkeys(one.measure for one in stated)
    if len(measures) > 1:
        message = f"the chart mixes measures: {', '.join(measures)}"
        findings.add(of, message, "a reader compares what stands side by side", "warning")
    prices = {one.prices for one in stated if one.measure == "growth" and one.prices}
    if len(prices) > 1:
        hint = "the line under the chart will say which is which"
        findings.add(of, "real and nominal rates stand side by side", hint, "note")
    periods = {(one.latest.period.start, one.latest.period.end) for one in stated}
    if chart.kind == "bars" and len(periods) > 1:
        hint = "each period stands beside its bar, and rates are called not comparable"
        findings.add(of, "the figures cover different periods", hint, "note")
