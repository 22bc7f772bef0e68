"""What each command takes on the command line; the module of a command's name runs it."""

import argparse
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cqviewer.model.text import LANGUAGES, TAG_PATTERN

_SIZES = {"": 1, "k": 10**3, "kb": 10**3, "m": 10**6, "mb": 10**6, "g": 10**9, "gb": 10**9}


class Command(NamedTuple):
    """A command: the sentence that says what it does, and what adds its arguments to a parser."""

    description: str
    add_arguments: Callable[[argparse.ArgumentParser], None]


def _print(parser: argparse.ArgumentParser) -> None:
    add_fonts(parser)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="fact sheets, or a folder of them"
    )
    _add_output(parser, "the PDF to write")
    parser.add_argument("--sections", default="", metavar="ID,ID", help="print only these sections")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    words = "a language such as en, zh or fr, or 'both' for those of the sheet; else its first one"
    parser.add_argument("--language", type=_language_or_both, metavar="TAG", help=words)
    parser.add_argument("--no-annex", action="store_true", help="leave out the annex")
    parser.add_argument("--draft", action="store_true", help="stamp each page as a draft")
    words = "print an extract of two pages: key figures, leads and the first charts, with sources"
    parser.add_argument("--leaflet", action="store_true", help=words)
    words = "print in 18 points, with charts to match"
    parser.add_argument("--large-print", action="store_true", help=words)
    words = "words for the foot of each page, in place of the title"
    parser.add_argument("--footer", default="", metavar="TEXT", help=words)
    parser.add_argument(
        "--changes", type=Path, metavar="OLD", help="add what changed since an earlier edition"
    )
    parser.add_argument("--jobs", type=_count, metavar="N", help="sheets to print at a time")
    parser.add_argument(
        "--update", action="store_true", help="skip what is printed already, in the same way"
    )


def _extract(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="SHEET.pdf", help="a PDF or HTML page that cqviewer made"
    )
    _add_output(parser, "the YAML file to write, with phrases and logo in a folder")


def _export(parser: argparse.ArgumentParser) -> None:
    add_fonts(parser)
    parser.add_argument("file", nargs="?", type=Path, help="a fact sheet; else the bundled one")
    parser.add_argument("--format", choices=("csv", "xlsx", "json", "html"), required=True)
    parser.add_argument(
        "--language", type=_language, metavar="TAG", help="of names and texts; else of HTML all"
    )
    parser.add_argument(
        "--delimiter", choices=(",", ";", "tab"), help="between the cells of CSV; else a comma"
    )
    parser.add_argument(
        "--decimal", choices=(".", ","), help="decimal mark in CSV; ',' is delimited by ';'"
    )
    _add_output(parser, "the file to write")


def _check(parser: argparse.ArgumentParser) -> None:
    add_fonts(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a fact sheet (.yaml)")
    parser.add_argument("--strict", action="store_true", help="take warnings for errors")
    parser.add_argument(
        "--fix",
        action="store_true",
        help="write the right text where it is certain: spellings of periods, numbers, ids, keys",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--evidence",
        action="store_true",
        help="look the stated numbers up in the sources themselves (text, PDF, CSV, XLSX): the"
        " files that a sheet names, or the one in the variable CQVIEWER_EVIDENCE; count what"
        " these say and no figure uses",
    )
    parser.add_argument(
        "--max-size",
        type=_size,
        metavar="BYTES",
        help="the largest file to read, such as 50MB (10MB)",
    )


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", type=Path, metavar="OLD", help="a fact sheet, or its PDF")
    parser.add_argument("new", type=Path, metavar="NEW", help="the edition after it")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--language", type=_language, metavar="TAG", help="of names and words")
    _add_output(parser, "the PDF to write what changed into")


def _compare(parser: argparse.ArgumentParser) -> None:
    add_fonts(parser)
    words = "a fact sheet, or its PDF; two to six of them, the open one first"
    parser.add_argument("files", nargs="+", type=Path, metavar="SHEET", help=words)
    words = "the PDF, CSV or XLSX to write, by its ending; without it a window opens"
    parser.add_argument("-o", "--output", metavar="NAME", help=words)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    parser.add_argument("--language", type=_language, metavar="TAG", help="of names and words")


def _schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reference", action="store_true", help="print the reference page (Markdown) instead"
    )
    words = "of the reference page; else English"
    parser.add_argument("--language", choices=LANGUAGES, default="en", help=words)
    parser.add_argument(
        "--phrases",
        action="store_true",
        help="print the English phrases instead, to be translated for a sheet",
    )


def _new(parser: argparse.ArgumentParser) -> None:
    words = "the new file; - for standard output"
    parser.add_argument("file", type=Path, metavar="FILE.yaml", help=words)


def _import(parser: argparse.ArgumentParser) -> None:
    words = "a data file: CSV, TSV, XLSX, ODS, XLS, JSON-stat, SDMX or datapackage.json"
    parser.add_argument("file", type=Path, metavar="FILE", help=words)
    _add_output(parser, "the fact sheet to write")
    words = "bring the file's values into a sheet made of an earlier edition, or exported to it"
    parser.add_argument("--into", type=Path, metavar="SHEET.yaml", help=words)
    words = "with --into, also add the figures that the sheet does not have"
    parser.add_argument("--add", action="store_true", help=words)
    parser.add_argument("--yes", action="store_true", help="write what --into shows")
    words = "with --into, take numbers in another unit or of another size than the sheet's"
    parser.add_argument("--other-size", action="store_true", help=words)
    _add_reading(parser)
    for name, words in (
        ("name", "what is measured, where the file does not say"),
        ("unit", "the unit, where the file does not say"),
        ("title", "the sheet's title"),
        ("place", "the place that the sheet is about"),
        ("source", "the title of the source"),
    ):
        parser.add_argument(f"--{name}", metavar="TEXT", help=words)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """Add how a data file is to be read, where that is not as found."""
    words = "what a column is: indicator, place, group, period, value …"
    _add_pairs(parser, "--role", "COLUMN=ROLE", "C=place", words)
    words = "what a mark means: suppressed, not_collected, omit, 0 …"
    _add_pairs(parser, "--missing", "MARK=REASON", ":=suppressed", words)
    words = "what a flag beside a value means: provisional, estimated …"
    _add_pairs(parser, "--flag", "FLAG=STATUS", "p=provisional", words)
    words = "what a period is that the file words in its own way, or omit"
    _add_pairs(parser, "--period", "TEXT=PERIOD", "last winter=2023-12/2024-02", words)
    words = "read only the rows with this text in the column"
    _add_pairs(parser, "--only", "COLUMN=TEXT", "C=Wales", words)
    parser.add_argument("--table", metavar="NAME", help="the table to read, if there are several")
    parser.add_argument("--decimal", choices=(".", ","), help="the decimal sign, if not as found")
    parser.add_argument(
        "--year-begins",
        choices=(*map(str, range(2, 13)), "calendar"),
        metavar="MONTH",
        help="the month in which years such as 2001/02 begin; 'calendar' for two whole years",
    )
    words = "what stands first in dates such as 01/02/2024; 'serial' for days as 45292"
    parser.add_argument("--dates", choices=("day", "month", "serial"), help=words)
    words = "which of two values for one period counts"
    parser.add_argument("--twice", choices=("first", "last"), help=words)
    words = "the encoding of a text, if not as found: cp1250, euc_kr …"
    parser.add_argument("--encoding", metavar="NAME", help=words)
    words = "what sets the cells of a text apart, if not as found"
    parser.add_argument("--delimiter", choices=(",", ";", "|", "tab"), help=words)
    parser.add_argument(
        "--digits", choices=("all",), help="keep more than the 15 digits that a computer holds"
    )


def _add_pairs(
    parser: argparse.ArgumentParser, option: str, kind: str, example: str, words: str
) -> None:
    """Add an option that takes a pair of texts, and may be given several times."""
    read = partial(_pair, example)
    parser.add_argument(option, action="append", type=read, default=[], metavar=kind, help=words)


def _pair(example: str, text: str) -> tuple[str, str]:
    """Read two texts with = between them; the first may be empty."""
    first, sign, second = text.rpartition("=")
    if not sign or not second:
        raise argparse.ArgumentTypeError(f"'{text[:40]}' is no pair such as {example}")
    return first, second


def _add_output(parser: argparse.ArgumentParser, what: str) -> None:
    words = f"{what}, or the folder for it; - for standard output"
    parser.add_argument("-o", "--output", metavar="NAME", help=words)


def _language(text: str) -> str:
    """Read a language."""
    if not re.fullmatch(TAG_PATTERN, text):
        message = f"'{text[:20]}' is no language such as en, fr, pt-BR or zh-Hant"
        raise argparse.ArgumentTypeError(message)
    return text


def _language_or_both(text: str) -> str:
    """Read a language, or the word for all those of a sheet."""
    return text if text == "both" else _language(text)


def add_fonts(parser: argparse.ArgumentParser) -> None:
    """Add the option that names a folder of fonts."""
    words = "a folder of fonts for letters that the bundled ones lack; else `fonts` beside a sheet"
    parser.add_argument("--fonts", type=Path, metavar="FOLDER", help=words)


def _count(text: str) -> int:
    """Read a number of processes."""
    if not text.isdecimal() or not 1 <= int(text) <= 1024:
        raise argparse.ArgumentTypeError(f"'{text[:20]}' is no number from 1 to 1024")
    return int(text)


def _size(text: str) -> int:
    """Read a size such as 50MB."""
    match = re.fullmatch(r"(\d{1,12})\s*([kmg]?b?)", text.strip().lower())
    if match is None or match[2] == "b" or not int(match[1]):
        raise argparse.ArgumentTypeError(f"'{text}' is no size such as 500000 or 50MB")
    return int(match[1]) * _SIZES[match[2]]


COMMANDS = {
    "print": Command("Print fact sheets to PDF; without a name, the bundled one.", _print),
    "extract": Command(
        "Write the fact sheet that a PDF or HTML page carries, byte for byte.", _extract
    ),
    "export": Command(
        "Write a sheet as one HTML page, or each observation of it: a table (CSV, XLSX), or JSON.",
        _export,
    ),
    "check": Command("Say what is wrong in fact sheets.", _check),
    "diff": Command(
        "Say what changed from one edition of a fact sheet to the next: exit status 0 where nothing"
        " did, 1 where something did, 2 where one of them cannot be read.",
        _diff,
    ),
    "compare": Command(
        "Show two to six fact sheets side by side: which of their figures can be compared, and what"
        " keeps the others from it.",
        _compare,
    ),
    "import": Command(
        "Make a fact sheet from a data file, or bring its values into one (--into).", _import
    ),
    "schema": Command("Print the format's JSON Schema.", _schema),
    "new": Command("Write a fact sheet to begin with.", _new),
}
"""All commands by their names, which are those of their modules too."""
