"""The commands that print, extract and export; what they need is imported when they run."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cqviewer.paths import data_folder

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from cqviewer.printing.many import Printed
    from cqviewer.printing.options import PrintLanguage, PrintOptions

EXIT_PROBLEM = 1
EXIT_INTERRUPTED = 130
_BUNDLED = "chongqing-2024.yaml"


def add_parsers(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Describe the arguments of `print`, `extract` and `export`."""
    _add_print(subparsers)
    extract = subparsers.add_parser(
        "extract", help="write the fact sheet that a PDF carries", description=_extract.__doc__
    )
    extract.add_argument("file", type=Path, metavar="SHEET.pdf", help="a PDF that cqviewer printed")
    extract.add_argument("-o", "--output", type=Path, help="the YAML file to write; - for stdout")
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
    export.add_argument("-o", "--output", type=Path, help="the file to write")
    export.set_defaults(run=_export)


def _add_print(subparsers: "argparse._SubParsersAction[Any]") -> None:
    parser = subparsers.add_parser(
        "print", help="print fact sheets to PDF", description=_print.__doc__
    )
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="fact sheets, or a folder of them"
    )
    parser.add_argument("-o", "--output", type=Path, help="the PDF, or the folder for several")
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
    output: Path | None = None,
    *,
    sections: tuple[str, ...] = (),
    paper: Literal["a4", "letter"] = "a4",
    language: "PrintLanguage | None" = None,
    annex: bool = True,
    jobs: int | None = None,
    update: bool = False,
) -> int:
    """Print sheets as `cqviewer print` does; give the exit status."""
    from cqviewer.printing.many import sheets_in
    from cqviewer.printing.options import PrintOptions

    options = PrintOptions(sections=sections, paper=paper, language=language, annex=annex)
    files = files or [data_folder() / _BUNDLED]
    if len(files) == 1 and not files[0].is_dir():
        return _print_one(files[0], output, options, update=update)
    folder = output or Path()
    try:
        sheets = [sheet for one in files for sheet in (sheets_in(one) if one.is_dir() else [one])]
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}")
    if not sheets:
        return _fail(f"{files[0]}: there is no fact sheet (.yaml) in this folder")
    return _print_several(sheets, folder, options, jobs=jobs, update=update)


def _print_one(file: Path, output: Path | None, options: "PrintOptions", *, update: bool) -> int:
    """Print one sheet under the name asked for, or its own in the folder asked for."""
    from cqviewer.printing.many import Printed, is_up_to_date, print_file

    target = output or Path(f"{file.stem}.pdf")
    if output and (output.is_dir() or str(output).endswith(("/", os.sep))):
        target = output / f"{file.stem}.pdf"
    if update and is_up_to_date(file, target, options):
        return _tell(Printed(sheet=file, target=target, skipped=True))
    return _tell(print_file(file, target, options, is_alone=True))


def _print_several(
    sheets: list[Path], folder: Path, options: "PrintOptions", *, jobs: int | None, update: bool
) -> int:
    """Print sheets with a progress bar on a terminal and plain lines elsewhere."""
    from tqdm import tqdm

    from cqviewer.printing.many import print_many

    tqdm.monitor_interval = 0  # its thread would keep `_executor` from copying this process
    status = 0
    done = 0
    is_terminal = sys.stderr.isatty()
    with (
        tqdm(total=len(sheets), unit="sheet", disable=not is_terminal) as bar,
        _executor(jobs or os.cpu_count() or 1, len(sheets)) as executor,
    ):
        results = print_many(sheets, folder, options=options, update=update, executor=executor)
        try:
            for printed in results:
                with bar.external_write_mode(sys.stderr):
                    status = max(status, _tell(printed, is_quiet=is_terminal))
                done += not printed.problems
                bar.update()
        except KeyboardInterrupt:
            results.close()
            status = EXIT_INTERRUPTED
    if status == EXIT_INTERRUPTED:
        sys.stderr.write(f"stopped; {done} of {len(sheets)} sheets are printed\n")
    return status


@contextmanager
def _executor(jobs: int, sheets: int) -> "Iterator[Executor | None]":
    """Give as many processes as are of use; None where this one suffices."""
    workers = min(jobs, sheets)
    if workers < 2:
        yield None
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    from cqviewer.printing.apart import can_be_copied

    way = "spawn" if sys.platform in ("win32", "darwin") else "forkserver"
    if can_be_copied():
        way = "fork"  # which begins to work a tenth of a second sooner
    context = multiprocessing.get_context(way)
    with ProcessPoolExecutor(workers, context, initializer=_begin_worker) as executor:
        yield executor


def _begin_worker() -> None:
    """Prepare a worker: one thread of typst's each, for the processes share the processors.

    After Ctrl+C it finishes its sheet; the parent hands it no other.
    """
    import signal

    os.environ["RAYON_NUM_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _tell(printed: "Printed", *, is_quiet: bool = False) -> int:
    """Say what came of a sheet; give the exit status."""
    from cqviewer.model.standard_output import write_text

    for sentence in (*printed.problems, *(f"{printed.sheet}: {one}" for one in printed.warnings)):
        sys.stderr.write(f"{sentence}\n")
    if not printed.problems and not is_quiet:
        note = " is up to date" if printed.skipped else ""
        write_text(f"{printed.target}{note}\n")
    return EXIT_PROBLEM if printed.problems else 0


def run_extract(file: Path, output: Path | None = None) -> int:
    """Write the YAML that a PDF carries as `cqviewer extract` does; give the exit status."""
    from cqviewer.model.problems import SheetError
    from cqviewer.model.standard_output import write_bytes, write_text
    from cqviewer.printing.attachment import extract_yaml
    from cqviewer.printing.save import SaveError, save_bytes

    try:
        data = extract_yaml(file)
        if output == Path("-"):
            write_bytes(data)
            return 0
        target = output or Path(f"{file.stem}.yaml")
        if output is None and target.exists() and target.read_bytes() != data:
            return _fail(f"{target} exists and differs; name the file to write with -o")
        save_bytes(data, target)
    except SheetError as error:
        return _fail(*(problem.sentence() for problem in error.problems))
    except (SaveError, OSError) as error:
        return _fail(str(error))
    write_text(f"{target}\n")
    return 0


def run_export(
    file: Path | None,
    form: Literal["csv", "xlsx", "json"],
    output: Path | None = None,
    language: Literal["en", "zh"] | None = None,
    *,
    delimiter: str | None = None,
    decimal: str | None = None,
) -> int:
    """Write a sheet's facts as `cqviewer export` does; give the exit status."""
    if (delimiter or decimal) and form != "csv":
        return _fail(f"--delimiter and --decimal are for CSV, not for {form.upper()}")
    from cqviewer.model.problems import SheetError
    from cqviewer.model.standard_output import write_text
    from cqviewer.printing.attachment import open_sheet
    from cqviewer.printing.export import CsvStyle, export_sheet
    from cqviewer.printing.save import SaveError, save_bytes

    path = file or data_folder() / _BUNDLED
    target = output or Path(f"{path.stem}.{form}")
    try:
        sheet = open_sheet(path)
        marks = {"tab": "\t", None: ";" if decimal == "," else ","}
        style = CsvStyle(marks.get(delimiter, delimiter or ""), decimal or ".")
        data = export_sheet(sheet, form, language or (sheet.languages or ("en",))[0], style)
        save_bytes(data, target)
    except SheetError as error:
        return _fail(*(problem.sentence() for problem in error.problems))
    except SaveError as error:
        return _fail(str(error))
    write_text(f"{target}\n")
    return 0


def _fail(*sentences: str) -> int:
    """Say what is wrong on stderr; give the exit status."""
    sys.stderr.write("".join(f"{one}\n" for one in sentences))
    return EXIT_PROBLEM
