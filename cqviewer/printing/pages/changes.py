"""The pages of what changed since the edition before."""

from cqviewer.model.facts import Sheet
from cqviewer.model.reporting.edition_rows import EditionRow
from cqviewer.model.reporting.edition_words import edition_changes
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.pages.page_data import ChangePages, PrintedChange, PrintedChangeGroup


def change_pages(before: Sheet, now: Sheet, wording: Wording) -> ChangePages:
    """Return what changed from one edition to the next, as it is printed."""
    say, changes = wording.say, edition_changes(before, now, wording)
    seen = {row.mark for group in changes.groups for row in group.rows}
    marks = [one for one in ("revised", "follows", "new", "gone", "wording") if one in seen]
    heads = ("print_head_figure", *(f"edition_head_{one}" for one in _HEADS))
    first, last = (wording.join([one.file_name, wording.date(one.date)]) for one in (before, now))
    return ChangePages(
        label=say("edition_label"),
        title=changes.title,
        standfirst=changes.lead,
        key=[[one, say(f"edition_mark_{one}")] for one in marks],
        heads=[say(one) for one in heads],
        groups=[
            PrintedChangeGroup(
                title=wording.join([group.title, str(len(group.rows))]),
                meaning=group.meaning,
                rows=[_row(one, wording) for one in group.rows],
            )
            for group in changes.groups
        ],
        foot=say("edition_compared", before=first, now=last),
    )


_HEADS = ("before", "now", "difference", "why")


def _row(row: EditionRow, wording: Wording) -> PrintedChange:
    say = wording.say
    cited = row.cited_before if row.cited_before != row.cited_now else ""
    return PrintedChange(
        mark=row.mark,
        name=row.name,
        when=row.when,
        before=row.before or (say("edition_not_in_it_short") if row.mark == "new" else ""),
        now=row.now or (say("edition_mark_gone") if row.mark == "gone" else ""),
        is_struck=bool(row.before) and row.mark in ("revised", "follows", "gone"),
        is_text=row.mark == "wording",
        difference=row.difference,
        lines=[
            row.reason,
            row.cited_now,
            say("edition_cited_before", source=cited) if cited else "",
        ],
    )
