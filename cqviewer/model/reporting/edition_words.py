"""What changed between two editions of a sheet, in words: groups of rows, and stale texts."""

from collections.abc import Iterable
from functools import cached_property

import msgspec

from cqviewer.model.comparing.editions import compare_editions
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.reporting.edition_rows import EditionRow, EditionRows
from cqviewer.model.wording.wording import Wording


class ChangeGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of one kind, with a line on what they mean."""

    kind: str
    title: str
    meaning: str
    rows: tuple[EditionRow, ...]


class EditionChanges(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All that changed since an edition, in words.

    `strip` is the line that the window shows below its tabs. `count` leaves out stale texts.
    """

    title: str
    lead: str
    strip: str
    count: int
    groups: tuple[ChangeGroup, ...]

    @cached_property
    def _by_figure(self) -> dict[str, list[EditionRow]]:
        """Return the rows of each figure, collected once."""
        found: dict[str, list[EditionRow]] = {}
        for row in (row for group in self.groups for row in group.rows):
            found.setdefault(row.figure, []).append(row)
        return found

    def of_figure(self, figure: str, period: Period | None = None) -> EditionRow | None:
        """Return the row of a figure and period, or else the figure's first one, or None."""
        found = self._by_figure.get(figure, [])
        of_period = (row for row in found if row.period is not None and row.period == period)
        return next(of_period, found[0] if found else None)


def edition_changes(before: Sheet, now: Sheet, wording: Wording) -> EditionChanges:
    """Return what changed from one edition to the next, with the words around it.

    The edition before is named by its date, or by its file where that is the same.
    """
    groups = edition_groups(before, now, wording)
    is_dated = before.date != now.date
    edition = wording.date(before.date) if is_dated else before.file_name
    count = sum(len(one.rows) for one in groups if one.kind != "stale")
    changed = {row.figure for group in groups for row in group.rows}
    figures = [one for one in now.indicators.values() if not one.is_counted_here]
    say = wording.say
    unchanged = sum(one.id not in changed for one in figures)
    since = wording.counted("edition_since", count, edition=edition, number=count)
    strip = since if groups else say("edition_nothing_since", edition=edition)
    kept = say("edition_unchanged", number=unchanged, all=len(figures))
    return EditionChanges(
        title=say("edition_title", edition=edition),
        lead=wording.sentences([f"{strip}{say('stop')}", kept]),
        strip=strip,
        count=count,
        groups=tuple(groups),
    )


def edition_groups(before: Sheet, now: Sheet, wording: Wording) -> list[ChangeGroup]:
    """Return all that changed from one edition to the next, in groups that are not empty.

    The order is: revised values, what follows from them, new observations, new and gone figures,
    wording and sources, stale texts and verdicts.
    """
    editions = compare_editions(before, now)
    rows = EditionRows(before, now, wording, editions)
    groups = [
        ("revised", [rows.revised(one) for one in editions.revised]),
        ("follows", [rows.revised(one) for one in editions.follows] + rows.verdicts()),
        (
            "arrived",
            [rows.arrived(one) for one in editions.arrived]
            + [rows.left(one) for one in editions.left],
        ),
        ("figures", rows.figures()),
        (
            "wording",
            [rows.altered(one) for one in editions.altered]
            + rows.texts(editions.reworded)
            + rows.citations(editions.recited),
        ),
        ("stale", rows.stale()),
    ]
    return [_group(kind, found, wording) for kind, found in groups if found]


def _group(kind: str, rows: Iterable[EditionRow], wording: Wording) -> ChangeGroup:
    title, meaning = (wording.say(f"edition_{part}_{kind}") for part in ("title", "meaning"))
    return ChangeGroup(kind=kind, title=title, meaning=meaning, rows=tuple(rows))
