"""Why something is not written, in a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cqviewer.model.editing.parts import Part
from cqviewer.model.problems import Problem
from cqviewer.ui.editing.words import named

translate = QCoreApplication.translate


def why(problem: Problem | str, *, has_fix: bool = False) -> str:
    """Return why nothing was written; a help is left out where a fix says the same."""
    said = problem if isinstance(problem, str) else problem.message
    if isinstance(problem, Problem) and problem.help and not has_fix:
        said = f"{said} ({problem.help})"
    return translate("SheetForm", "Not saved yet: {why}.").format(why=said.rstrip("."))


def missing(part: Part | None, refused: Sequence[Problem]) -> str:
    """Return which fields of a part, or of what it lists, are still to be filled; '' if none."""
    lists = {one.path for one in part.groups} if part else set()
    wrong = [one.paths[0] for one in refused if one.paths]
    own = part.path if part else ()
    keys = [str(one[-1]) for one in wrong if one[:-1] == own or one[:-2] in lists]
    names = [named(one[1:]) for one in dict.fromkeys(keys) if one.startswith("?")]
    said = translate("SheetForm", "Not saved yet. Still to be filled: {fields}")
    return said.format(fields=", ".join(names)) if names else ""
