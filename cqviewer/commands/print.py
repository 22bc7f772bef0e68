"""`cqviewer print`: fact sheets to PDF, one alone or many at a time."""

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from pathlib import Path

from cqviewer.commands.output import STANDARD_OUTPUT, fail, target_file, target_folder
from cqviewer.paths import bundled_sheet
from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.batch import Printed, print_batch, print_file, sheets_in
from cqviewer.printing.options import PrintOptions
from cqviewer.processes import Processes
from cqviewer.standard_output import EXIT_PROBLEM, write_data, write_errors, write_lines
from cqviewer.stopping import when_stopped


def run(chosen: argparse.Namespace) -> int:
    """Print the sheets; return the exit status."""
    sections = tuple(one.strip() for one in chosen.sections.split(",") if one.strip())
    options = PrintOptions(
        before=open_sheet(chosen.changes) if chosen.changes else None,
        sections=sections,
        paper=chosen.paper,
        language=chosen.language,
        annex=not chosen.no_annex,
        is_draft=chosen.draft,
        footer=chosen.footer,
        is_leaflet=chosen.leaflet,
        is_large=chosen.large_print,
    )
    files, kept = chosen.files or [bundled_sheet()], [chosen.changes] if chosen.changes else []
    if len(files) == 1 and not files[0].is_dir():
        return _print_one(files[0], chosen.output, options, kept, update=chosen.update)
    try:
        sheets = [sheet for one in files for sheet in (sheets_in(one) if one.is_dir() else [one])]
        folder = target_folder(chosen.output)
    except (OSError, ValueError) as error:
        return fail(_reason(error))
    if not sheets:
        return fail(f"{files[0]}: there is no fact sheet (.yaml) in this folder")
    return _print_several(sheets, folder, options, kept, jobs=chosen.jobs, update=chosen.update)


def _print_one(
    file: Path, output: str | None, options: PrintOptions, kept: list[Path], *, update: bool
) -> int:
    """Print one sheet; return the exit status."""
    if output == STANDARD_OUTPUT:
        printed = print_file(
            file, Path(output), options, lambda data, _: write_data(data), is_drawn_apart=True
        )
        return _report(printed, is_quiet=True)
    try:
        target = target_file(output, f"{file.stem}.pdf")
    except OSError as error:
        return fail(_reason(error))
    return _report(
        print_file(file, target, options, is_drawn_apart=True, is_update=update, kept=kept)
    )


def _reason(error: OSError | ValueError) -> str:
    """Return in words why a folder cannot be used."""
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}"
    return str(error)


def _print_several(
    sheets: list[Path],
    folder: Path,
    options: PrintOptions,
    kept: list[Path],
    *,
    jobs: int | None,
    update: bool,
) -> int:
    """Print sheets, on a terminal with a progress bar; return the exit status."""
    from tqdm import tqdm  # one sheet needs no progress bar

    status = 0
    done = 0
    is_terminal = sys.stderr is not None and sys.stderr.isatty()

    def write_how_many() -> None:
        write_errors(f"stopped; {done} of {len(sheets)} sheets are printed")

    with (
        when_stopped(write_how_many),
        tqdm(total=len(sheets), unit="sheet", disable=not is_terminal) as bar,
        _executor(jobs or os.cpu_count() or 1, len(sheets)) as executor,
        closing(
            print_batch(
                sheets, folder, options=options, update=update, executor=executor, kept=kept
            )
        ) as results,
    ):
        for printed in results:
            with bar.external_write_mode(sys.stderr):
                status = max(status, _report(printed, is_quiet=is_terminal))
            done += not printed.problems
            bar.update()
    return status


@contextmanager
def _executor(jobs: int, sheets: int) -> Iterator[Executor | None]:
    """Yield at most `jobs` processes for some sheets; None if this process is enough."""
    workers = min(jobs, sheets)
    if workers < 2:
        yield None
        return
    with Processes(workers) as executor, when_stopped(executor.end):
        yield executor


def _report(printed: Printed, *, is_quiet: bool = False) -> int:
    """Write the problems or the file of a printed sheet; return the exit status."""
    write_errors(*printed.problems, *(f"{printed.sheet}: {one}" for one in printed.warnings))
    if not printed.problems and not is_quiet:
        write_lines(f"{printed.target}{' is up to date' if printed.skipped else ''}")
    return EXIT_PROBLEM if printed.problems else 0
