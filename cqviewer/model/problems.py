"""What can be wrong with a fact sheet, and where: problems and the error that carries them."""

from typing import Literal

import msgspec

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]


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
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        hint = f" ({self.help})" if self.help else ""
        return f"{place}: {self.severity}: {self.message}{hint}"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A problem before its place is looked up: `path` leads to it, '?name' as last part to a key."""

    path: Path
    message: str
    help: str = ""
    severity: Severity = "error"


class SheetError(Exception):
    """A file that is no readable fact sheet; `problems` says why, the first one first."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems and word the first of them."""
        super().__init__(problems[0].sentence())
        self.problems = problems
