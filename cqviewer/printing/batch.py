"""Printing many sheets, in this process or through any `concurrent.futures.Executor`.

    with Processes(4) as executor:
        for printed in print_batch(paths, Path("pages"), executor=executor):
            print(printed.target, printed.problems)

A cluster's executor serves as well, such as Dask's `client.get_executor()`.
"""

import os
import unicodedata
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, as_completed
from pathlib import Path

import msgspec

from cqviewer.model.problems import SheetError
from cqviewer.model.provenance import own_files
from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.options import PrintError, PrintOptions, TypesetError
from cqviewer.processes import Processes
from cqviewer.save import Inputs, SaveError, save_bytes
from cqviewer.stopping import when_stopped

SHEETS = (".yaml", ".yml")


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """The result for one sheet: `problems` is empty if it was printed or `skipped`.

    `warnings` are sentences on what the pages lack.
    """

    sheet: Path
    target: Path
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    skipped: bool = False


def sheets_in(folder: Path) -> list[Path]:
    """Return the YAML files of a folder by name, without those of its folders."""
    return sorted(one for one in folder.iterdir() if one.suffix.lower() in SHEETS and one.is_file())


def print_batch(
    sheets: Iterable[Path],
    folder: Path,
    *,
    options: PrintOptions | None = None,
    update: bool = False,
    executor: Executor | None = None,
    kept: Iterable[Path] = (),
) -> Generator[Printed]:
    """Print sheets into a folder, each under its own name; yield each result as it is ready.

    No sheet and no file in `kept` is overwritten. With `update`, PDFs that were printed from the
    same sheet with the same options are skipped. Without an executor the sheets are printed one
    after the other in this process. A bad sheet does not stop the rest.
    """
    chosen = options or PrintOptions()
    sheets = list(dict.fromkeys(sheets))
    inputs = Inputs([*sheets, *kept])
    taken: dict[str, Path] = {}
    due: list[tuple[Path, Path]] = []
    for sheet in sheets:
        target = folder / f"{sheet.stem}.pdf"
        first = taken.setdefault(_compared(target), sheet)
        try:
            inputs.refuse(target)
            if first != sheet:
                raise SaveError(f"{sheet}: not printed, for {first} is printed to {target} already")
        except SaveError as error:
            yield Printed(sheet=sheet, target=target, problems=(str(error),))
            continue
        due.append((sheet, target))
    if executor is None:
        for sheet, target in due:
            yield print_file(sheet, target, chosen, is_update=update)
    else:
        yield from _through(executor, due, chosen, is_update=update)


def _through(
    executor: Executor, due: list[tuple[Path, Path]], options: PrintOptions, *, is_update: bool
) -> Iterator[Printed]:
    """Print through an executor; what has not begun is dropped if the caller stops early."""
    futures: dict[Future[Printed], tuple[Path, Path]] = {
        executor.submit(print_file, *pair, options, is_update=is_update): pair for pair in due
    }
    try:
        for future in as_completed(futures):
            sheet, target = futures[future]
            error = future.exception()
            if error is None:
                yield future.result()
            else:
                problem = f"{sheet}: not printed: {type(error).__name__} {error}"
                yield Printed(sheet=sheet, target=target, problems=(problem,))
    finally:
        for future in futures:
            future.cancel()


def _compared(target: Path) -> str:
    """Return a key that is the same for paths that some file system takes for one file."""
    return unicodedata.normalize("NFC", os.path.realpath(target)).casefold()


def print_file(
    sheet: Path,
    target: Path,
    options: PrintOptions,
    save: Callable[[bytes, Path], None] = save_bytes,
    *,
    is_update: bool = False,
    is_drawn_apart: bool = False,
    kept: Iterable[Path] = (),
) -> Printed:
    """Print one sheet's file to one PDF file; return what goes wrong, without raising it.

    Neither the sheet nor a file in `kept` is overwritten. With `is_update` a PDF that is up to date
    is skipped. With `is_drawn_apart` the charts are drawn in a process that ends before the pages
    are set, so that the memory for both is never needed at once.
    """
    if is_update:
        from cqviewer.printing.up_to_date import is_up_to_date  # what reads a PDF, 60 ms

        if is_up_to_date(sheet, target, options):
            return Printed(sheet=sheet, target=target, skipped=True)
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    try:
        Inputs([sheet, *kept]).refuse(target)
        draw = _drawn_apart if is_drawn_apart else _drawn
        files = draw(sheet, target, options)
        from cqviewer.printing.typeset import set_pages  # a first process of many needs none

        save(set_pages(files), target)
        warnings = tuple(msgspec.json.decode(files["data.json"])["about"]["warnings"])
    except SheetError as error:
        problems = tuple(problem.sentence() for problem in error.problems)
    except (PrintError, TypesetError) as error:
        problems = (f"{sheet}: {error}",)
    except SaveError as error:
        problems = (str(error),)
    except OSError as error:  # no room for temporary files, or the fonts are gone
        problems = (f"{sheet}: not printed: {error}",)
    return Printed(sheet=sheet, target=target, problems=problems, warnings=warnings)


def _drawn(sheet: Path, target: Path, options: PrintOptions) -> dict[str, bytes]:
    """Return the files that a sheet's pages are set from; errors say what is wrong."""
    from cqviewer.printing.typst_input import typst_input  # matplotlib; maybe not here at all

    opened = open_sheet(sheet)
    Inputs(own_files(opened, sheet)).refuse(target)
    return typst_input(opened, options)


def _drawn_apart(sheet: Path, target: Path, options: PrintOptions) -> dict[str, bytes]:
    """Return the files as `_drawn` does, from a process of its own that has ended by then."""
    with Processes(1) as processes, when_stopped(processes.end):
        return processes.submit(_drawn, sheet, target, options).result()
