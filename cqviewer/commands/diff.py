"""`cqviewer diff`: what changed from one edition of a sheet to the next, for people or tools."""

import argparse
from collections.abc import Iterator

import msgspec

from cqviewer.commands.output import fail, write_made
from cqviewer.model.facts import Sheet
from cqviewer.model.problems import SheetError
from cqviewer.model.provenance import own_files
from cqviewer.model.reporting.edition_rows import EditionRow
from cqviewer.model.reporting.edition_words import ChangeGroup, edition_groups
from cqviewer.model.text import readable_name
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.typeset import make_pdf
from cqviewer.standard_output import EXIT_USAGE, write_data, write_lines


def run(chosen: argparse.Namespace) -> int:
    """Compare two editions and write what changed; return the exit status."""
    try:
        before, now = open_sheet(chosen.old), open_sheet(chosen.new)
    except SheetError as error:
        fail(*(problem.sentence() for problem in error.problems))
        return EXIT_USAGE
    wording = Wording(chosen.language or now.first_language)
    groups = edition_groups(before, now, wording)
    if chosen.output is not None:
        return _print(chosen, before, now, wording) or int(bool(groups))
    if chosen.format == "json":
        write_data(_as_json(groups))
    else:
        names = (readable_name(chosen.old), readable_name(chosen.new))
        write_lines(*as_text(groups, *names, wording))
    return int(bool(groups))


def _print(chosen: argparse.Namespace, before: Sheet, now: Sheet, wording: Wording) -> int:
    """Write what changed as PDF; return the exit status, which is 2 where that fails."""
    options = PrintOptions(before=before, changes_alone=True, language=wording.language)
    inputs = [*own_files(before, chosen.old), *own_files(now, chosen.new)]
    name = f"{chosen.new.stem}-changes.pdf"
    failed = write_made(inputs, chosen.output, name, lambda: make_pdf(now, options))
    return EXIT_USAGE if failed else 0


def as_text(groups: list[ChangeGroup], old: str, new: str, wording: Wording) -> Iterator[str]:
    """Yield the lines for people: each group with its rows, and why where that is known."""
    between = wording.say("edition_from_to", first=old, last=new)
    if not groups:
        yield wording.named(between, wording.say("edition_nothing"))
    else:
        changes = sum(len(one.rows) for one in groups if one.kind != "stale")
        yield wording.named(between, wording.counted("edition_count", changes, number=changes))
    for group in groups:
        yield ""
        yield wording.named(f"{group.title} ({len(group.rows)})", group.meaning)
        for row in group.rows:
            yield f"  {row.sentence(wording)}"
            if row.reason:
                yield f"    {row.reason}"


_TOLD = [one for one in EditionRow.__struct_fields__ if one != "period"]
"""Fields of a row in the output for tools; `when` has its period in words."""


def _as_json(groups: list[ChangeGroup]) -> bytes:
    """Return the changes for tools: a list, each with its kind."""
    changes = [
        {"kind": group.kind, **{key: getattr(row, key) for key in _TOLD}}
        for group in groups
        for row in group.rows
    ]
    return msgspec.json.format(msgspec.json.encode({"changes": changes}), indent=2) + b"\n"
