"""The commands that print, extract and export; what they need is imported when they run."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cqviewer.paths import data_folder
from cqviewer.standard_output import write_data, write_errors, write_lines
from cqviewer.stopping import when_stopped

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from cqviewer.printing.batch import Printed
    from cqviewer.printing.options import PrintLanguage, PrintOptions

EXIT_PROBLEM = 1
_BUNDLED = "chongqing-2024.yaml"
_STANDARD_OUTPUT = "-"


def add_parsers(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Describe the arguments of `print`, `extract` and `export`."""
    _add_print(subparsers)
    extract = subparsers.add_parser(
        "extract", help="write the fact sheet that a PDF carries", description=_extract.__doc__
    )
    extract.add_argument("file", type=Path, metavar="SHEET.pdf", help="a PDF that cqviewer printed")
    _add_output(extract, "the YAML file to write")
    extract.set_defaults(run=_extract)
    export = subparsers.add_parser(
        "export", help="write a sheet's figures as a table or as JSON", description=_export.__doc__
    )
    export.add_argument("file", nargs="?", type=Path, help="a fact sheet; else the bundled one")
    export.add_argument("--format", choices=("csv", "xlsx", "json"), required=True)
    export.add_argument("--language", choices=("en", "zh"), help="of names and texts in tables")
    export.add_argument(
        "--delimiter", choices=(",", ";", "tab"), help="between the cells of CSV; else a comma"
    )
    export.add_argument(
        "--decimal", choices=(".", ","), help="decimal mark in CSV; ',' is delimited by ';'"
    )
    _add_output(export, "the file to write")
    export.set_defaults(run=_export)


def _add_output(parser: argparse.ArgumentParser, what: str) -> None:
    words = f"{what}, or the folder for it; {_STANDARD_OUTPUT} for standard output"
    parser.add_argument("-o", "--output", metavar="NAME", help=words)


def _add_print(subparsers: "argparse._SubParsersAction[Any]") -> None:
    parser = subparsers.add_parser(
        "print", help="print fact sheets to PDF", description=_print.__doc__
    )
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="fact sheets, or a folder of them"
    )
    _add_output(parser, "the PDF to write")
    parser.add_argument("--sections", default="", metavar="ID,ID", help="print only these sections")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    parser.add_argument("--language", choices=("en", "zh", "both"))
    parser.add_argument("--no-annex", action="store_true", help="leave out the annex")
    parser.add_argument("--jobs", type=_count, metavar="N", help="sheets to print at a time")
    parser.add_argument(
        "--update", action="store_true", help="skip what is printed already, in the same way"
    )
    parser.set_defaults(run=_print)


def _count(text: str) -> int:
    """Read a number of processes."""
    if not text.isdecimal() or not 1 <= int(text) <= 1024:
        raise argparse.ArgumentTypeError(f"'{text[:20]}' is no number from 1 to 1024")
    return int(text)


def _print(chosen: argparse.Namespace) -> int:
    """Print fact sheets to PDF; without a name, the bundled one."""
    # One thread for linear algebra: charts need none, and idle ones spin for a tenth second.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return run_print(
        chosen.files,
        chosen.output,
        sections=tuple(one.strip() for one in chosen.sections.split(",") if one.strip()),
        paper=chosen.paper,
        language=chosen.language,
        annex=not chosen.no_annex,
        jobs=chosen.jobs,
        update=chosen.update,
    )


def _extract(chosen: argparse.Namespace) -> int:
    """Write the fact sheet that a PDF carries, byte for byte."""
    return run_extract(chosen.file, chosen.output)


def _export(chosen: argparse.Namespace) -> int:
    """Write a sheet's figures as a table for spreadsheets, or all of its facts as JSON."""
    return run_export(
        chosen.file,
        chosen.format,
        chosen.output,
        chosen.language,
        delimiter=chosen.delimiter,
        decimal=chosen.decimal,
    )


def run_print(
    files: list[Path],
    output: str | None = None,
    *,
    sections: tuple[str, ...] = (),
    paper: Literal["a4", "letter"] = "a4",
    language: "PrintLanguage | None" = None,
    annex: bool = True,
    jobs: int | None = None,
    update: bool = False,
) -> int:
    """Print sheets as `cqviewer print` does; return the exit status."""
    from cqviewer.printing.batch import sheets_in
    from cqviewer.printing.options import PrintOptions

    options = PrintOptions(sections=sections, paper=paper, language=language, annex=annex)
    files = files or [data_folder() / _BUNDLED]
    if len(files) == 1 and not files[0].is_dir():
        return _print_one(files[0], output, options, update=update)
    try:
        sheets = [sheet for one in files for sheet in (sheets_in(one) if one.is_dir() else [one])]
        folder = _folder(output)
    except (OSError, ValueError) as error:
        return _fail(_reason(error))
    if not sheets:
        return _fail(f"{files[0]}: there is no fact sheet (.yaml) in this folder")
    return _print_several(sheets, folder, options, jobs=jobs, update=update)


def _print_one(file: Path, output: str | None, options: "PrintOptions", *, update: bool) -> int:
    """Print one sheet."""
    from cqviewer.printing.batch import Printed, is_up_to_date, print_file

    if output == _STANDARD_OUTPUT:
        printed = print_file(
            file, Path(output), options, lambda data, _: write_data(data), is_drawn_apart=True
        )
        return _tell(printed, is_quiet=True)
    try:
        target = _target(output, f"{file.stem}.pdf")
    except OSError as error:
        return _fail(_reason(error))
    if update and is_up_to_date(file, target, options):
        return _tell(Printed(sheet=file, target=target, skipped=True))
    return _tell(print_file(file, target, options, is_drawn_apart=True))


def _target(output: str | None, name: str) -> Path:
    """Return the file that is asked for: in a folder, or where nothing is, of a name of its own."""
    if output is None:
        return Path(name)
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
        return _folder(output) / name
    return Path(output)


def _folder(output: str | None) -> Path:
    """Return the folder for several files, which is made; ValueError if none can be meant."""
    folder = Path(output or ".")
    is_meant = output is None or output.endswith(("/", os.sep)) or folder.is_dir()
    if output == _STANDARD_OUTPUT:
        raise ValueError("several sheets cannot be written to standard output; name a folder")
    if not is_meant and (folder.exists() or folder.suffix.lower() == ".pdf"):
        raise ValueError(f"{output}: several sheets are printed into a folder; this is no folder")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _reason(error: OSError | ValueError) -> str:
    """Word why a folder cannot be used."""
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}"
    return str(error)


def _print_several(
    sheets: list[Path], folder: Path, options: "PrintOptions", *, jobs: int | None, update: bool
) -> int:
    """Print sheets with a progress bar on a terminal and plain lines elsewhere."""
    from tqdm import tqdm

    from cqviewer.printing.batch import print_batch

    status = 0
    done = 0
    is_terminal = sys.stderr is not None and sys.stderr.isatty()

    def say_how_many() -> None:
        write_errors(f"stopped; {done} of {len(sheets)} sheets are printed")

    with (
        when_stopped(say_how_many),
        tqdm(total=len(sheets), unit="sheet", disable=not is_terminal) as bar,
        _executor(jobs or os.cpu_count() or 1, len(sheets)) as executor,
        closing(
            print_batch(sheets, folder, options=options, update=update, executor=executor)
        ) as results,
    ):
        for printed in results:
            with bar.external_write_mode(sys.stderr):
                status = max(status, _tell(printed, is_quiet=is_terminal))
            done += not printed.problems
            bar.update()
    return status


@contextmanager
def _executor(jobs: int, sheets: int) -> "Iterator[Executor | None]":
    """Give as many processes as are of use; None where this one suffices."""
    workers = min(jobs, sheets)
    if workers < 2:
        yield None
        return
    from cqviewer.printing.processes import Processes

    with Processes(workers) as executor, when_stopped(executor.end):
        yield executor


def _tell(printed: "Printed", *, is_quiet: bool = False) -> int:
    """Say what came of a sheet; return the exit status."""
    write_errors(*printed.problems, *(f"{printed.sheet}: {one}" for one in printed.warnings))
    if not printed.problems and not is_quiet:
        write_lines(f"{printed.target}{' is up to date' if printed.skipped else ''}")
    return EXIT_PROBLEM if printed.problems else 0


def run_extract(file: Path, output: str | None = None) -> int:
    """Write the YAML that a PDF carries as `cqviewer extract` does; return the exit status."""
    from cqviewer.printing.attachment import extract_yaml

    return _write(file, output, f"{file.stem}.yaml", lambda: extract_yaml(file), is_old_kept=True)


def run_export(
    file: Path | None,
    form: Literal["csv", "xlsx", "json"],
    output: str | None = None,
    language: Literal["en", "zh"] | None = None,
    *,
    delimiter: str | None = None,
    decimal: str | None = None,
) -> int:
    """Write a sheet's facts as `cqviewer export` does; return the exit status."""
    if (delimiter or decimal) and form != "csv":
        return _fail(f"--delimiter and --decimal are for CSV, not for {form.upper()}")
    from cqviewer.printing.attachment import open_sheet
    from cqviewer.printing.export import CsvStyle, export_sheet

    path = file or data_folder() / _BUNDLED
    marks = {"tab": "\t", None: ";" if decimal == "," else ","}
    style = CsvStyle(marks.get(delimiter, delimiter or ""), decimal or ".")

    def make() -> bytes:
        sheet = open_sheet(path)
        return export_sheet(sheet, form, language or (sheet.languages or ("en",))[0], style)

    return _write(path, output, f"{path.stem}.{form}", make)


def _write(
    file: Path,
    output: str | None,
    name: str,
    make: "Callable[[], bytes]",
    *,
    is_old_kept: bool = False,
) -> int:
    """Write what is made of a file where it is asked for; return the exit status.

    With `is_old_kept` another file is not replaced under a name that nobody asked for.
    """
    from cqviewer.model.problems import SheetError
    from cqviewer.printing.save import Inputs, SaveError, save_bytes

    try:
        if output == _STANDARD_OUTPUT:
            write_data(make())
            return 0
        target = _target(output, name)
        Inputs([file]).refuse(target)
        data = make()
        if is_old_kept and output is None and target.is_file() and target.read_bytes() != data:
            return _fail(f"{target} exists and differs; name the file to write with -o")
        save_bytes(data, target)
    except SheetError as error:
        return _fail(*(problem.sentence() for problem in error.problems))
    except (SaveError, OSError) as error:
        return _fail(str(error))
    write_lines(str(target))
    return 0


def _fail(*sentences: str) -> int:
    """Say what is wrong; return the exit status."""
    write_errors(*sentences)
    return EXIT_PROBLEM
