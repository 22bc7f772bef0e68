"""Read a fact sheet from a file: facts, or an error that lists all that is wrong."""

from pathlib import Path

import msgspec

from cqviewer.model.facts import Sheet
from cqviewer.model.format import SheetEntry
from cqviewer.model.problems import Finding, Problem, SheetError
from cqviewer.model.resolve import Resolver
from cqviewer.model.shape import fit_shape
from cqviewer.model.yaml_tree import Limits, decode, locate, parse_yaml


def load_sheet(path: Path, limits: Limits | None = None) -> Sheet:
    """Read the fact sheet in a file; SheetError if it cannot be read or anything is wrong."""
    return read_sheet(read_file(path, limits or Limits()), str(path), limits)


def read_file(path: Path, limits: Limits) -> bytes:
    """Read a file's bytes; SheetError if it is missing, no file, or larger than the limit."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        reason = {
            FileNotFoundError: "there is no such file",
            IsADirectoryError: "this is a folder; name a fact sheet in it",
            PermissionError: "the file may not be read",
        }.get(type(error), f"the file cannot be read: {error.strerror or error}")
        raise SheetError([Problem(message=reason, file=str(path))]) from None
    except ValueError:
        raise SheetError([Problem(message="this is no file name", file=repr(str(path)))]) from None
    if len(data) > limits.file_bytes:
        message = f"the file is larger than {limits.file_bytes:,} bytes"
        raise SheetError([Problem(message=message, file=str(path))])
    return data


def read_sheet(data: bytes, file: str, limits: Limits | None = None) -> Sheet:
    """Read a fact sheet from a file's bytes; `file` is its name in messages.

    SheetError carries every problem found, ordered by line.
    """
    text = decode(data, file)
    tree = parse_yaml(text, file, limits or Limits())
    entry, dropped, findings = fit_shape(tree)
    if entry is None:
        raise SheetError(place(findings, text, file))
    resolver = Resolver(entry, dropped)
    sheet = resolver.resolve(data, Path(file).name)
    findings = [*findings, *resolver.findings]
    if any(one.severity == "error" for one in findings):
        raise SheetError(place(findings, text, file))
    return sheet


def place(findings: list[Finding], text: str, file: str) -> list[Problem]:
    """Turn findings into problems with line and column, in the order of the file."""
    places = locate(text, [one.path for one in findings])
    problems = [
        Problem(
            severity=one.severity,
            message=one.message,
            help=one.help,
            file=file,
            line=places[one.path][0],
            column=places[one.path][1],
        )
        for one in findings
    ]
    return sorted(problems, key=lambda one: (one.line or 0, one.column or 0))
