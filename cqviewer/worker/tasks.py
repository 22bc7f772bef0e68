"""The calls of the worker process.

The window imports it for the names of its functions. So they import inside what is slow, and what
only the worker needs: what reads YAML, draws and prints.
"""

import contextlib
import gc
import os
from collections.abc import Sequence
from pathlib import Path

from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.files.plain_file import FileState, state_of
from cqviewer.model.fonts import BESIDE, extra_fonts, use_fonts
from cqviewer.model.localized import BabelCache, babel_cache
from cqviewer.model.problems import SheetError
from cqviewer.model.text import Language, Text
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.options import CsvStyle, Paper, PrintOptions
from cqviewer.save import Inputs, save_bytes
from cqviewer.worker.cache import SheetCache, WindowPicture, Worded, digest, sheet_key
from cqviewer.worker.pictures import Asked, Courses, Pixels
from cqviewer.worker.rewrites import Change, Checked

MOST_KEPT = 4_000_000
"""Bytes of the largest sheet that is kept as it was read."""


def read(path: Path) -> Sheet:
    """Read a sheet, from YAML or from what carries it; SheetError says what is wrong."""
    from cqviewer.printing.attachment import open_sheet  # YAML

    return open_sheet(path)


def read_with_fonts(path: Path) -> tuple[Sheet, tuple[str, ...], str, FileState | None]:
    """Read a sheet as `read` does, and use the fonts beside it for all that is drawn from now on.

    Returns the sheet, the files of all fonts in use, why those beside it cannot be used, or '', and
    the state that the sheet's file was in before it was read.
    """
    seen = state_of(path)
    sheet, folder = read(path), path.parent / BESIDE
    why = use_fonts(folder) if folder.is_dir() else ""
    return sheet, tuple(one.file for one in extra_fonts()), why, seen


def look_at(path: Path) -> tuple[FileState | None, frozenset[str]]:
    """Return the state of a file, and the paths through which the system tells of its changes.

    These are of the file and, for a symbolic link, of its target: itself, and the two nearest of
    its folders, as far as they are there.
    """
    there: set[str] = set()
    # Path's own questions raise where a folder is shut, or a link leads to itself.
    for one in {path.absolute(), Path(os.path.realpath(path))}:
        folders = [str(folder) for folder in one.parents if os.path.isdir(folder)]  # noqa: PTH112
        there.update(folders[:2], [str(one)] if os.path.isfile(one) else [])  # noqa: PTH113
    return state_of(path), frozenset(there)


def missing(paths: tuple[Path, ...]) -> frozenset[Path]:
    """Return the files that are not there, or whose folder is shut."""
    return frozenset(one for one in paths if not os.path.isfile(one))  # noqa: PTH113 - no error


def titles(paths: tuple[Path, ...]) -> dict[Path, Text]:
    """Return the titles of the sheets that can be read."""
    found: dict[Path, Text] = {}
    for path in paths:
        with contextlib.suppress(SheetError):
            found[path] = read(path).title
    return found


def check(path: Path, change: Change | None = None, *, by_evidence: bool = False) -> Checked:
    """Check a sheet's file, after a change if one is asked for; SaveError says why it cannot be.

    With `by_evidence` its numbers are only looked up in the sources themselves.
    """
    from cqviewer.worker import rewriting  # YAML

    return rewriting.confirmed(path) if by_evidence else rewriting.checked(path, change)


def read_first(path: Path, language: Language) -> tuple[Sheet, BabelCache]:
    """Read a sheet as `read` does, with Babel's numbers and months for it in a language.

    So the window, which waits for its first sheet, need not wait for Babel too. Both are cached for
    the next start.
    """
    from cqviewer.worker.wording_ahead import word_ahead  # all kinds of charts

    sheet = read(path)
    word_ahead(sheet, Wording.of(sheet, sheet.only_language or language))
    if len(sheet.content) <= MOST_KEPT:
        SheetCache(sheet_key(sheet.content)).keep_sheet(Worded(sheet, babel_cache()), language)
    return sheet, babel_cache()


def draw(wanted: Asked, key: str) -> Pixels:
    """Draw a chart or the sparklines of cards for a screen, or find what was kept of the sheet.

    ChartError says why it cannot be drawn.
    """
    if wanted.look.selected is None:  # no others are kept
        kept = SheetCache(key).find_picture(wanted)
        if kept is not None:
            return kept
    from cqviewer.charts.draw import draw_chart, draw_sparkline, to_rgba  # matplotlib

    if isinstance(wanted, Courses):
        drawings = [draw_sparkline(one, wanted.look) for one in wanted.figures]
    else:
        drawings = [draw_chart(wanted.chart, wanted.sheet, wanted.look)]
    parts = [to_rgba(one, wanted.ratio) for one in drawings]
    return Pixels(
        data=b"".join(data for data, _, _ in parts),
        width=parts[0][1],
        height=sum(height for _, _, height in parts),
        chart_height=sum(one.height for one in drawings),
        marks=drawings[0].marks,
    )


def keep_picture(wanted: Asked, key: str, pixels: Pixels) -> None:
    """Keep a picture for the next start."""
    SheetCache(key).keep_picture(wanted, pixels)


def keep_window(picture: WindowPicture, key: str, language: Language) -> None:
    """Keep how a window looks, if the next start will find its sheet."""
    cache = SheetCache(key)
    if cache.has_sheet(language):
        cache.keep_window(picture)


def make_pdf(sheet: Sheet, options: PrintOptions) -> bytes:
    """Print a sheet to the bytes of a PDF; PrintError or TypesetError say why not."""
    from cqviewer.printing import typeset  # typst, pikepdf

    return typeset.make_pdf(sheet, options)


def make_page(sheet: Sheet) -> bytes:
    """Make the HTML page of a sheet, in all of its languages."""
    from cqviewer.printing.web import page  # matplotlib, fontTools

    return page.make_page(sheet)


def make_chart_file(
    chart: Chart, sheet: Sheet, language: Language, suffix: str, style: CsvStyle | None = None
) -> bytes:
    """Make the file of a chart that leaves the window: a picture, or its figures as a table.

    `suffix` is .png, .svg, .pdf, .csv or .xlsx. ChartError says why it cannot be drawn.
    """
    from cqviewer.printing.chart_file import chart_file  # matplotlib

    return chart_file(chart, sheet, language, suffix, style)


def make_comparison(
    sheets: Sequence[Sheet], language: Language, suffix: str, paper: Paper = "a4"
) -> bytes:
    """Make the file of sheets side by side: .pdf, .csv or .xlsx; TypesetError says why not."""
    from cqviewer.printing.comparison_file import comparison_file  # typst, pikepdf

    return comparison_file(sheets, language, suffix, paper)


def make_dragged(chart: Chart, sheet: Sheet, language: Language, path: Path) -> tuple[bytes, bytes]:
    """Make a chart's PNG and SVG, and write the PNG to a path, for what takes files."""
    png, svg = (make_chart_file(chart, sheet, language, suffix) for suffix in (".png", ".svg"))
    save_bytes(png, path)
    return png, svg


def save(data: bytes, path: Path, inputs: tuple[Path, ...] = ()) -> str:
    """Save a file whole or not at all, but never over one of the inputs; SaveError says why not.

    Return the SHA-256 of its bytes.
    """
    Inputs(inputs).refuse(path)
    save_bytes(data, path)
    return digest(data)


def prepare_to_draw() -> None:
    """Import what draws charts on the screen."""
    import cqviewer.charts.draw  # noqa: F401 - matplotlib

    gc.freeze()  # modules stay; garbage is found sooner where it is not looked for in them
