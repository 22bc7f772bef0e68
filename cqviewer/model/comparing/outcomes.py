"""Verdicts on targets that changed between two editions, or that were given on another value."""

from collections.abc import Iterator

import msgspec

from cqviewer.model.comparing.editions import Editions
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.judging.verdict import Verdict, verdicts


class Rejudged(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict on a figure's target for one period, in the edition before and now.

    It `is_stale` if it is the source's own and the same as before, although the value on which it
    was given has changed.
    """

    figure: Indicator
    old: Indicator
    before: Verdict
    now: Verdict
    is_stale: bool


def rejudged(before: Sheet, now: Sheet, editions: Editions) -> Iterator[Rejudged]:
    """Yield the verdicts that changed, and those of sources that are stale."""
    old_ids = {one.now.id: one.before.id for one in editions.renamed}
    for figure in now.indicators.values():
        old = before.indicators.get(old_ids.get(figure.id, figure.id))
        if old is None or not figure.targets or old == figure:
            continue
        known = {one.target.period: one for one in verdicts(old)}
        for new in verdicts(figure):
            was = known.get(new.target.period)
            if was is None:
                continue
            is_stale = (
                new.is_stated
                and new.target.result == was.target.result
                and was.value is not None
                and was.value != new.value
            )
            if is_stale or (was.outcome, was.reason) != (new.outcome, new.reason):
                yield Rejudged(figure=figure, old=old, before=was, now=new, is_stale=is_stale)
