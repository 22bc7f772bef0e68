"""The key figures on their cards."""

import msgspec

from cqviewer.charts.sparkline import has_sparkline
from cqviewer.model.changes import NoChange, change_of
from cqviewer.model.facts import Indicator, KeyFigure
from cqviewer.model.numbers.period import Period
from cqviewer.printing.pages.page_data import Card
from cqviewer.printing.pages.paper_charts import Pictures, draw_course
from cqviewer.printing.pages.scope import Scope
from cqviewer.printing.pages.series import spans


def cards(scope: Scope, pictures: Pictures) -> list[Card]:
    """Return the key figures, each with all that is said of its value, its change and course."""
    return [_card(key, scope, pictures) for key in scope.key_figures()]


def _card(key: KeyFigure, scope: Scope, pictures: Pictures) -> Card:
    wording, figure = scope.wording, scope.sheet.indicators[key.indicator]
    change = change_of(figure, against=key.against)
    is_alone = isinstance(change, NoChange) and change.reason == "alone"
    latest = figure.latest
    remarks = wording.remarks(figure, latest)
    course, span = None, ""
    if has_sparkline(figure):
        first, last = (figure.observations[at].period for at in (0, -1))
        span = wording.say("print_span", first=wording.period(first), last=wording.period(last))
        course = draw_course(figure, span, scope, pictures)
    if course is None:
        remarks.append(wording.unstated_after(figure))
    when = scope.when(latest.period, after=wording.join(remarks))
    if course and not remarks and latest is figure.last:
        when = msgspec.structs.replace(when, text="")  # the span and the change say it
    return Card(
        value=scope.value(figure, latest),
        label=scope.said(key.label or figure.name),
        when=when,
        course=course,
        span=span if course else "",
        gaps=_gaps(figure, scope) if course else "",
        change="" if is_alone else wording.change(figure, change),
    )


def _gaps(figure: Indicator, scope: Scope) -> str:
    """Return where a series breaks, and which of its periods have no value and why."""
    wording = scope.wording
    found: dict[str, list[Period]] = {}
    for one in figure.observations:
        if "break" in one.marks:
            found.setdefault(wording.say("mark_break"), []).append(one.period)
        if not one.is_known:
            found.setdefault(wording.inside(wording.no_number(one)), []).append(one.period)
    worded = (
        wording.named(wording.join(spans(periods, wording)), why) for why, periods in found.items()
    )
    return wording.join(worded, "semicolon")
