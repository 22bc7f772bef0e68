"""The corpus of faulty sheets: each case is `base.yaml` with a few pieces of text replaced.

A case begins with `== what is done`. Lines with `- ` are looked up in the base together, those
with `+ ` take their place, and lines with `> ` are the problems that must be found, all of them.
Run as a program, it writes what is found now into the files, to be read before it is kept.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cqviewer.load import examine_sheet

FOLDER = Path(__file__).resolve().parent
FILES = ("yaml", "shape", "values", "marks", "links", "breakdowns", "charts", "formulas", "targets")


class Case(msgspec.Struct, frozen=True):
    """One faulty sheet: what is done to the base, its text, and the problems expected."""

    name: str
    text: str
    expected: list[str]


def found(text: str) -> list[str]:
    """Return the problems of a sheet, one line each."""
    problems = examine_sheet(text.encode(), "f").problems
    return [one.sentence().removeprefix("f:") for one in problems]


def cases(file: str) -> Iterator[Case]:
    """Read the cases of one file."""
    base = (FOLDER / "base.yaml").read_text("utf-8")
    for block in re.split(r"^== ", (FOLDER / f"{file}.txt").read_text("utf-8"), flags=re.M)[1:]:
        name, *lines = block.rstrip("\n").split("\n")
        text = base
        for old, new in _edits(lines):
            if old not in text:
                raise ValueError(f"{name}: not in the base: {old}")
            text = text.replace(old, new, 1)
        yield Case(name, text, [line[2:] for line in lines if line.startswith("> ")])


def _edits(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what is replaced by what."""
    old: list[str] = []
    new: list[str] = []
    for line in [*lines, "-"]:
        if line.startswith("-") and new:
            yield "\n".join(old), "\n".join(new)
            old, new = [], []
        if line.startswith("- "):
            old.append(line[2:])
        elif line.startswith("+"):
            new.append(line[2:])
    if old:
        yield "\n".join(old) + "\n", ""


def _write_what_is_found() -> None:
    """Put the problems that are found now into the files."""
    for file in FILES:
        path = FOLDER / f"{file}.txt"
        blocks = path.read_text("utf-8").rstrip("\n").split("\n== ")
        for index, case in enumerate(cases(file)):
            kept = [one for one in blocks[index].rstrip("\n").split("\n") if one[:2] != "> "]
            blocks[index] = "\n".join([*kept, *(f"> {one}" for one in found(case.text))]) + "\n"
        path.write_text("\n== ".join(blocks), "utf-8")


if __name__ == "__main__":
    _write_what_is_found()
