"""The targets of a sheet as a table for other programs, each with its verdict and working."""

import datetime
from decimal import Decimal

from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.judging.verdict import Verdict, shown_outturn, target_citations, verdicts
from cqviewer.model.wording.wording import Wording

Cell = str | Decimal | None
"""What a cell of a table for other programs holds."""
TARGET_HEADS = (
    *("id", "name", "for", "for_start", "for_end", "kind", "target", "allowance", "base"),
    *("outturn", "outturn_period", "difference", "verdict", "verdict_words", "verdict_origin"),
    *("provisional", "method", "working", "result", "source", "place", "url"),
)


def iso_date(day: datetime.date | None) -> str:
    """Return a day as ISO 8601 writes it, '2024-12-31'; '' for none."""
    return day.isoformat() if day else ""


def verdict_origin(one: Verdict) -> str:
    """Return whose a verdict is: 'stated' by the source, or 'derived'; '' where there is none."""
    return "stated" if one.is_stated else "derived" if one.is_known else ""


def target_rows(sheet: Sheet, wording: Wording) -> list[list[Cell]]:
    """Return the rows of all targets under `TARGET_HEADS`."""
    return [
        _row(figure, one, sheet, wording)
        for figure in sheet.indicators.values()
        for one in verdicts(figure)
    ]


def _row(figure: Indicator, one: Verdict, sheet: Sheet, wording: Wording) -> list[Cell]:
    target, outturn = one.target, one.outturn
    cited = target_citations(target)
    places = [wording.place_in_source(it) for it in cited]
    return [
        figure.id,
        wording.name(figure),
        wording.period(target.period),
        iso_date(target.period.start),
        iso_date(target.period.end),
        target.kind if target.value is not None else "",
        target.value,
        target.allowance,
        wording.period(target.base) if target.base else "",
        shown_outturn(figure, one),
        wording.period(outturn.period) if outturn else "",
        one.difference,
        one.outcome,
        wording.verdict_line(figure, one),
        verdict_origin(one),
        "provisional" if one.is_provisional else "",
        one.method if one.is_known and not one.is_stated else "",
        wording.join([*wording.judgement(figure, one), *wording.others(figure, one)], "semicolon"),
        wording.text(target.result.text) if target.result else "",
        wording.join((wording.text(sheet.sources[it.source].title) for it in cited), "semicolon"),
        wording.join(places, "semicolon"),
        wording.join((sheet.sources[it.source].url or "" for it in cited), "semicolon"),
    ]
