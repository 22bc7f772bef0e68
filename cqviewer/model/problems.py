"""What can be wrong with a fact sheet, and where: findings, problems and their error."""

from typing import Literal

import msgspec

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]

MOST_FINDINGS = 1000
"""Findings that are kept of one file; more are counted."""

MOST_SUGGESTIONS = 100
"""Findings for which a word that may have been meant is looked for."""


class Misread(ValueError):
    """A piece of text that is not what it should be; `help` says what to write instead."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002
        """Keep both."""
        super().__init__(message)
        self.help = help


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong, at one place of one file; `line` and `column` count from 1."""

    severity: Severity = "error"
    message: str
    help: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None

    def sentence(self) -> str:
        """Word the problem on one line, as `FILE:LINE:COLUMN: error: sentence (help)`."""
        hint = f" ({self.help})" if self.help else ""
        return f"{self.headline()}{hint}"

    def headline(self) -> str:
        """Word the problem on one line without its help."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.severity}: {self.message}"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A problem before its place is looked up.

    `path` leads to it from the top of the file; '?name' as its last part means the key itself.
    """

    path: Path
    message: str
    help: str = ""
    severity: Severity = "error"


class Findings:
    """Collects findings in stages, so that no fault is reported again as another one.

    What lies where an earlier stage found a fault is not reported a second time.
    """

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self.all: list[Finding] = []
        self.not_kept = 0
        self.has_errors = False
        self.moved: dict[Path, list[int]] = {}
        """Of each list that items were left out of: the items' places in the file."""
        self._at: set[Path] = set()
        self._around: set[Path] = set()
        self._settled_at: frozenset[Path] = frozenset()

    @property
    def are_many(self) -> bool:
        """Tell whether so much is wrong that looking for what was meant takes too long."""
        return len(self.all) >= MOST_SUGGESTIONS

    def add(
        self,
        path: Path,
        message: str,
        hint: str = "",
        severity: Severity = "error",
        *,
        is_harmless: bool = False,
    ) -> None:
        """Note that something is wrong; a harmless fault leaves what it lies in sound."""
        path = self._in_file(path)
        place = _bare(path)
        if place in self._settled_at:
            return
        self.has_errors = self.has_errors or severity == "error"
        self._at.add(place)
        if severity == "error" and not is_harmless:
            self._around.update(place[:end] for end in range(1, len(place) + 1))
        if len(self.all) < MOST_FINDINGS:
            self.all.append(Finding(path=path, message=message, help=hint, severity=severity))
        else:
            self.not_kept += 1

    def excuse(self, path: Path) -> None:
        """Take something for faulty that another finding speaks of already."""
        self._at.add(_bare(self._in_file(path)))

    def settle(self) -> None:
        """End a stage."""
        self._settled_at = frozenset(self._at)

    def has(self, path: Path) -> bool:
        """Tell whether something was found wrong at exactly this place."""
        return _bare(self._in_file(path)) in self._at

    def is_sound(self, path: Path) -> bool:
        """Tell whether there is no error at this place or inside."""
        return not self._around or self._in_file(path) not in self._around

    def _in_file(self, path: Path) -> Path:
        """Give a path as the file has it, counting the items that were left out."""
        if not self.moved:
            return path
        found: Path = ()
        for part in path:
            is_moved = isinstance(part, int) and found in self.moved
            found = (*found, self.moved[found][part] if is_moved else part)  # type: ignore[index]
        return found


def _bare(path: Path) -> Path:
    """Give the path of a value for that of its key."""
    if path and isinstance(path[-1], str):
        return (*path[:-1], path[-1].removeprefix("?"))
    return path


class SheetError(Exception):
    """A file that is no readable fact sheet; `problems` says why, in the order of the file."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems and word the first of them."""
        super().__init__(problems[0].sentence())
        self.problems = problems

    def __reduce__(self) -> tuple[type, tuple[list[Problem]], dict[str, object]]:
        """Let it be sent to another process, which an exception is not by its text alone."""
        return type(self), (self.problems,), self.__dict__
