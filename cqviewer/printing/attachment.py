"""Opening sheets: from YAML, or from a PDF that carries the YAML it was printed from."""

import sys
from pathlib import Path

from cqviewer.load import read_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.problems import Problem, SheetError
from cqviewer.model.reading.plain_file import Limits, open_file, read_file, unreadable
from cqviewer.printing.options import Attached
from cqviewer.printing.processes import Processes

if sys.platform != "win32":
    import resource

_MARK = b"%PDF-"
_MOST_MEMORY = 600_000_000
_MOST_SECONDS = 5
"""Bytes and seconds of a processor that reading a PDF may take."""


def open_sheet(path: Path, limits: Limits | None = None) -> Sheet:
    """Return the sheet in a YAML file or in a PDF that cqviewer printed; SheetError if it is bad.

    Lines and columns are those of the YAML, attached or not.
    """
    limits = limits or Limits()
    if not is_pdf(path):
        return read_sheet(read_file(path, limits), str(path), limits)
    attached = find_attached(path, limits)
    return read_sheet(attached.data, str(path / attached.name), limits)


def extract_yaml(path: Path, limits: Limits | None = None) -> bytes:
    """Return the YAML attached to a PDF, byte for byte; SheetError if there is none."""
    return find_attached(path, limits or Limits()).data


def is_pdf(path: Path) -> bool:
    """Return whether a file begins as a PDF; SheetError if there is no file to be read."""
    with open_file(path) as file:
        try:
            return file.read(len(_MARK)) == _MARK
        except OSError as error:
            raise unreadable(path, error) from None


def find_attached(path: Path, limits: Limits) -> Attached:
    """Return the sheet that a PDF carries; SheetError if there is none.

    It is read in a process of its own, which ends where that takes too much: a PDF can ask for
    more in so many ways that qpdf's own limits do not cover them all.
    """
    if not is_pdf(path):
        raise _error(path, "this is no PDF", "name a PDF that cqviewer printed")
    with Processes(1) as beside:
        try:
            found = beside.submit(_search, path, limits).result()
        except ChildProcessError:
            reason = "this PDF takes too much time or memory to be read"
            raise _error(path, reason, "only a PDF that cqviewer printed is sure to open") from None
    if isinstance(found, Problem):
        raise SheetError([found])
    return found


def _search(path: Path, limits: Limits) -> Attached | Problem:
    """Return the same from a process that can take no more memory and time than that may."""
    from cqviewer.printing.attached import search  # pikepdf, which only this process needs

    _limit_this_process()
    return search(path, limits)


def _limit_this_process() -> None:
    """Limit the memory and time that the system gives this process, where it can."""
    if sys.platform == "win32":
        return
    for kind, most in (
        (resource.RLIMIT_AS, _MOST_MEMORY),
        (resource.RLIMIT_CPU, _MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hardest = resource.getrlimit(kind)
        if hardest in (resource.RLIM_INFINITY, -1) or hardest > most:
            resource.setrlimit(kind, (most, hardest))


def _error(path: Path, message: str, hint: str) -> SheetError:
    return SheetError([Problem(message=message, help=hint, file=str(path))])
