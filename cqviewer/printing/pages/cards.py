"""The key figures on their cards."""

import msgspec

from cqviewer.charts.layout import has_sparkline
from cqviewer.model.changes import NoChange, change_of
from cqviewer.model.facts import KeyFigure
from cqviewer.model.judging.verdict import chief_target, verdict_of
from cqviewer.model.wording.courses import lacks, span
from cqviewer.printing.pages.page_data import Card
from cqviewer.printing.pages.paper_charts import Pictures, draw_course
from cqviewer.printing.pages.scope import Scope


def cards(scope: Scope, pictures: Pictures) -> list[Card]:
    """Return the key figures, each with all that is said of its value, its change and course."""
    return [card(key, scope, pictures) for key in scope.key_figures()]


def card(key: KeyFigure, scope: Scope, pictures: Pictures) -> Card:
    """Return a key figure with all that is said of its value, its change and course."""
    wording, figure = scope.wording, scope.sheet.indicators[key.indicator]
    change = change_of(figure, against=key.against)
    is_alone = isinstance(change, NoChange) and change.reason == "alone"
    latest = figure.latest
    remarks = wording.remarks(figure, latest)
    course, between = None, ""
    if has_sparkline(figure):
        between = span(figure, wording)
        course = draw_course(figure, between, scope, pictures)
    when = scope.when(latest.period, after=wording.join(remarks))
    if course is None:
        when = msgspec.structs.replace(when, text=wording.with_later(when.text, figure))
    if course and not remarks and latest is figure.last:
        when = msgspec.structs.replace(when, text="")  # the span and the change say it
    target = chief_target(figure)
    verdict = verdict_of(figure, target) if target else None
    has_mark = verdict and (verdict.is_known or verdict.difference is not None)
    return Card(
        value=scope.value(figure, latest),
        label=scope.said(key.label or figure.name),
        when=when,
        course=course,
        span=between if course else "",
        gaps=wording.join(lacks(figure, wording), "semicolon") if course else "",
        change="" if is_alone else wording.change(figure, change),
        target=wording.target_line(figure, target) if target else "",
        verdict=wording.verdict_told(figure, verdict) if verdict else "",
        verdict_status="stated" if verdict and verdict.is_stated else "derived" if has_mark else "",
    )
