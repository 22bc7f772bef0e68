"""Sentences on why a change was not written, and what can be done."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from cqviewer.model.editing.parts import Part
from cqviewer.model.problems import Offer, Problem
from cqviewer.ui.editing.words import named, offered

translate = QCoreApplication.translate
Ways = tuple[tuple[str, Callable[[], object]], ...]
"""The texts of links and their handlers."""


def ways_out(
    problem: Problem, write: Callable[[str], object], take: Callable[[Offer], object]
) -> Ways:
    """Return links that end a problem: its certain fix, or else its offers."""
    if problem.fix is not None:
        text = translate("SheetForm", "Fix: write {text}").format(text=problem.fix)
        return ((text, partial(write, problem.fix)),)
    return tuple((offered(one), partial(take, one)) for one in problem.offers)


def why(problem: Problem | str, *, has_fix: bool = False) -> str:
    """Return why nothing was written; with `has_fix` without help, since a link says the same."""
    said = problem if isinstance(problem, str) else problem.said(with_help=not has_fix)
    return translate("SheetForm", "Not saved yet: {why}.").format(why=said.rstrip("."))


def missing(part: Part | None, refused: Sequence[Problem]) -> str:
    """Return which fields of a part or its lists are still to be filled in; '' if none."""
    lists = {one.path for one in part.groups} if part else set()
    wrong = [one.paths[0] for one in refused if one.paths]
    own = part.path if part else ()
    filled = {f"?{one.key}" for one in part.fields if one.text} if part else set()
    wrong = [one for one in wrong if one[:-1] != own or one[-1] not in filled]
    keys = [str(one[-1]) for one in wrong if one[:-1] == own or one[:-2] in lists]
    names = [named(one[1:]) for one in dict.fromkeys(keys) if one.startswith("?")]
    said = translate("SheetForm", "Not saved yet. Still to be filled: {fields}")
    return said.format(fields=", ".join(names)) if names else ""
