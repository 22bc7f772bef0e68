"""Calls of the worker process about earlier editions of a sheet."""

from pathlib import Path

from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import lies_in
from cqviewer.model.messages import say
from cqviewer.model.problems import SheetError
from cqviewer.model.reporting.edition_words import EditionChanges, edition_changes, edition_groups
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from cqviewer.worker.tasks import read


def changes_since(
    path: Path, sheet: Sheet, language: Language, folder: Path | None = None
) -> tuple[Sheet, EditionChanges]:
    """Read an edition and say in a language what changed since; SheetError says why it cannot.

    With a folder the file has to lie in it: a sheet may name nothing elsewhere.
    """
    if folder is not None and not lies_in(path, folder):
        message = say("the edition before does not lie in the sheet's own folder")
        raise SheetError.of(path, message)
    before = read(path)
    return before, edition_changes(before, sheet, Wording.of(sheet, language))


def stale_texts(before: Sheet, now: Sheet, language: Language) -> list[str]:
    """Return in a language which texts of a sheet say what was right before, each with why."""
    wording = Wording.of(now, language)
    groups = edition_groups(before, now, wording) if before != now else []
    rows = [row for group in groups if group.kind == "stale" for row in group.rows]
    return [wording.named(row.name, row.reason) for row in rows]
