"""What can be wrong with a fact sheet, and where: findings, problems and their error."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from cqviewer.model.messages import reworded, say

Severity = Literal["error", "warning", "note"]
"""How much a problem matters; a note announces what the sheet will say of itself."""
Place = tuple[int, int]
"""A line and a column, from 1."""
Path = tuple[str | int, ...]

MOST_FINDINGS = 1000
"""Findings that are kept of one file; more are counted."""

MOST_PLACES = 10
"""Places that are listed of a repeated mistake."""

MOST_SUGGESTIONS = 100
"""Findings of one file for which similar words are looked up."""


class Misread(ValueError):
    """A piece of text that is not what it should be; `help` says what to write instead.

    `fix` is the right text, where that is certain.
    """

    def __init__(self, message: str, help: str = "", fix: str | None = None) -> None:  # noqa: A002
        """Store the message, its help and the right text."""
        super().__init__(message)
        self.help = help
        self.fix = fix


class Offer(msgspec.Struct, frozen=True):
    """A text for a path that would end a problem, but changes a fact: a person has to take it.

    The text None offers to delete what is at the path. `says` is what a button shows instead of a
    text that says little by itself.
    """

    path: Path
    text: str | None
    says: str = ""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong in one file; `line` and `column` count from 1.

    `count` says how often it is repeated, `also` at which places, the first of them. `fix` is
    what has to stand at each of the `paths`, where that is certain. `offers` are for the first.
    """

    severity: Severity = "error"
    message: str
    help: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None
    count: int = 1
    also: tuple[Place, ...] = ()
    paths: tuple[Path, ...] = ()
    fix: str | None = None
    offers: tuple[Offer, ...] = ()

    def sentence(self) -> str:
        """Return the problem on one line, as `FILE:LINE:COLUMN: error: sentence (help)`."""
        hint = say(" ({})", self.help) if self.help else ""
        return f"{self.headline()}{hint}"

    def said(self, *, with_help: bool = True) -> str:
        """Return what is wrong, and what to write instead, in the current language."""
        if with_help and self.help:
            return say("{} ({})", self.message, self.help)
        return reworded(self.message)

    def headline(self) -> str:
        """Return the problem on one line without its help."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        times = say(" ({:,} times)", self.count) if self.count > 1 else ""
        return f"{place}: {say(self.severity)}: {reworded(self.message)}{times}"


class Finding(msgspec.Struct, kw_only=True):
    """A problem before its places are looked up.

    `path` leads to it from the top of the file; '?name' as its last part means the key itself.
    `also` leads to some of the other places of the same mistake, `count` counts them all. `fix` is
    the right text, where that is certain: never a guess, and never another fact. `offers` are
    other facts that the sheet itself gives reason for, by the path of what they would end.
    """

    path: Path
    also: list[Path] = []
    count: int = 1
    message: str
    help: str = ""
    severity: Severity = "error"
    fix: str | None = None
    offers: dict[Path, list[Offer]] = {}


class Places:
    """Maps paths in a sheet as it is read, with short forms written out, to paths in its file."""

    def __init__(self) -> None:
        """Start with the same paths in both."""
        self.inherited: dict[Path, Path] = {}
        """Keys that an indicator leaves out, with the path that their value is taken from."""
        self.kept: dict[Path, list[int]] = {}
        """Lists from which faulty items were dropped, with the indexes in the file of the rest."""
        self.keyed: Mapping[Path, Mapping[str, object]] = {}
        """Lists that the file writes as a mapping, with that mapping."""
        self.moved: Mapping[Path, Path] = {}
        """Values that the file writes in a short form, with their path there."""

    def in_file(self, path: Path) -> Path | None:
        """Return a path as the file has it; None for an item that replaces faulty ones."""
        if not (self.inherited or self.kept or self.keyed or self.moved):
            return path
        found: Path = ()
        for part in _moved(path, self.inherited):
            indexes = self.kept.get(found) if isinstance(part, int) else None
            if indexes is not None and isinstance(part, int):
                if part >= len(indexes):
                    return None
                part = indexes[part]
            found = (*found, part)
        return _moved(self._by_key(found), self.moved)

    def _by_key(self, path: Path) -> Path:
        """Return a path into a list that the file writes as a mapping: by key, not by index."""
        for end, part in enumerate(path):
            values = self.keyed.get(path[:end]) if isinstance(part, int) else None
            if values is None or not isinstance(part, int):
                continue
            key, value = list(values.items())[part]
            inner = path[end + 1 :]
            if inner and str(inner[0]).removeprefix("?") == "period":
                return (*path[:end], f"?{key}")
            return (*path[:end], key, *(inner if isinstance(value, dict) else ()))
        return path


def _moved(path: Path, places: Mapping[Path, Path]) -> Path:
    """Return a path whose longest beginning that is among `places` is replaced, repeatedly."""
    end = len(path) if places else 0
    while end:
        begin = _bare(path[:end])
        if begin in places:
            is_key = end == len(path) and begin != path
            path = (*places[begin], *path[end:])
            path = (*path[:-1], f"?{path[-1]}") if is_key else path
            end = len(path)
        else:
            end -= 1
    return path


class Findings:
    """Collects findings in stages, so that a fault is not reported again as its own consequence.

    A finding at a place where an earlier stage found a fault is dropped.
    """

    def __init__(self) -> None:
        """Start without findings."""
        self.all: list[Finding] = []
        self.not_kept = 0
        self.has_errors = False
        self.places = Places()
        self._number = 0
        self._same: dict[tuple[str, str, str], Finding] = {}
        self._last: list[Offer] = []
        self._at: set[Path] = set()
        self._around: set[Path] = set()
        self._settled_at: frozenset[Path] = frozenset()

    @property
    def are_many(self) -> bool:
        """Return whether so much is wrong that looking for what was meant takes too long."""
        return self._number >= MOST_SUGGESTIONS

    def add(
        self,
        path: Path,
        message: str,
        hint: str = "",
        severity: Severity = "error",
        *,
        is_harmless: bool = False,
        fix: str | None = None,
    ) -> None:
        """Report that something is wrong.

        The parts around a harmless fault still count as sound. The same fault at another place is
        counted with the first one.
        """
        self._last = []
        in_file = self.places.in_file(path)
        if in_file is None:
            return
        place = _bare(in_file)
        if place in self._settled_at:
            return
        self.has_errors = self.has_errors or severity == "error"
        self._mark(place, is_harmless=is_harmless or severity != "error")
        self._number += 1
        same = self._same.get((severity, message, hint))
        if same and in_file in (same.path, *same.also):
            return
        if same:
            same.count += 1
            if len(same.also) < MOST_PLACES - 1:
                same.also.append(in_file)
                same.offers[in_file] = self._last
        elif len(self.all) < MOST_FINDINGS:
            one = Finding(path=in_file, message=message, help=hint, severity=severity, fix=fix)
            one.offers[in_file] = self._last
            self._same[severity, message, hint] = one
            self.all.append(one)
        else:
            self.not_kept += 1

    def offer(self, path: Path, text: str | None, says: str = "") -> None:
        """Offer a text for a path that would end the finding added last.

        Where the value comes from the sheet's defaults, the text is for the indicator itself.
        """
        in_file = self.places.in_file(path)
        if in_file is not None:
            own = path if in_file[:1] == ("defaults",) and text is not None else in_file
            self._last.append(Offer(own, text, says))

    def excuse(self, path: Path, *, is_harmless: bool = True) -> None:
        """Mark a path as already reported; the parts around a harmless fault count as sound."""
        self.has_errors = True
        in_file = self.places.in_file(path)
        if in_file is not None:
            self._mark(_bare(in_file), is_harmless=is_harmless)

    def _mark(self, place: Path, *, is_harmless: bool) -> None:
        """Mark a place as faulty, and all parts around it unless that is harmless."""
        self._at.add(place)
        if not is_harmless:
            self._around.update(place[:end] for end in range(1, len(place) + 1))

    def settle(self) -> None:
        """End a stage: further findings at the places found so far are dropped."""
        self._settled_at = frozenset(self._at)

    def has(self, path: Path) -> bool:
        """Return whether something was found wrong at exactly this place."""
        in_file = self.places.in_file(path)
        return in_file is None or _bare(in_file) in self._at

    def is_sound(self, path: Path) -> bool:
        """Return whether there is no error at this place or inside."""
        if not self._around:
            return True
        in_file = self.places.in_file(path)
        return in_file is not None and in_file not in self._around


def _bare(path: Path) -> Path:
    """Return a path without the '?' that marks the key itself in its last part."""
    if path and isinstance(path[-1], str):
        return (*path[:-1], path[-1].removeprefix("?"))
    return path


class SheetError(Exception):
    """A file that is no readable fact sheet; `problems` says why, in the order of the file."""

    def __init__(self, problems: list[Problem]) -> None:
        """Store the problems; the message is the first of them."""
        super().__init__(problems[0].sentence())
        self.problems = problems

    @classmethod
    def of(cls, file: object, message: str, hint: str = "") -> "SheetError":
        """Return the error of a file that has one problem."""
        return cls([Problem(message=message, help=hint, file=str(file))])

    def __reduce__(self) -> tuple[type, tuple[list[Problem]], dict[str, object]]:
        """Return how to unpickle the error: from its problems; its text is not enough."""
        return type(self), (self.problems,), self.__dict__
