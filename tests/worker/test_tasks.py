"""What the worker process is asked for gives what the layers below give."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cqviewer.charts.draw import draw_chart, to_rgba
from cqviewer.charts.drawing import DrawOptions
from cqviewer.charts.theme import LIGHT
from cqviewer.load import load_sheet
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.files.plain_file import state_of
from cqviewer.model.fonts import VARIABLE, font_folders
from cqviewer.paths import data_folder, resources_folder
from cqviewer.printing import typeset
from cqviewer.printing.options import CsvStyle, PrintOptions
from cqviewer.worker import tasks
from cqviewer.worker.pictures import Courses
from cqviewer.worker.wanting import wanted
from tests.checkout import CHECKOUT, run_python

SHEETS = [
    data_folder() / "chongqing-2024.yaml",
    CHECKOUT / "tests" / "data" / "harbour-town.yaml",
]
CHARTS = [
    pytest.param(chart, sheet, id=f"{sheet.file_name}-{chart.id}")
    for sheet in map(load_sheet, SHEETS)
    for section in sheet.sections
    for chart in section.charts
]
LOOK = DrawOptions(theme=LIGHT, width=816, language="en")


@pytest.mark.parametrize(("chart", "sheet"), CHARTS)
def test_the_part_of_a_sheet_draws_the_same_chart(chart: Chart, sheet: Sheet) -> None:
    pixels = tasks.draw(wanted(chart, sheet, LOOK, 1.0), "0" * 64)
    whole = draw_chart(chart, sheet, LOOK)
    assert (pixels.data, pixels.width, pixels.height) == to_rgba(whole)
    assert (pixels.chart_height, pixels.marks) == (whole.height, whole.marks)


def test_the_part_of_a_sheet_is_small() -> None:
    sheet = load_sheet(SHEETS[0])
    chart = sheet.sections[0].charts[0]
    part = wanted(chart, sheet, LOOK, 1.0).sheet
    assert set(part.indicators) == set(chart.figures)
    assert part.yaml == b""


def test_a_file_is_read_and_printed() -> None:
    sheet = tasks.read(SHEETS[1])
    assert sheet == load_sheet(SHEETS[1])
    options = PrintOptions(sections=(sheet.sections[0].id,), annex=False)
    assert tasks.make_pdf(sheet, options) == typeset.make_pdf(sheet, options)


@pytest.mark.parametrize(
    ("suffix", "start"),
    [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF-"), (".csv", b"\xef\xbb\xbf")],
)
def test_a_chart_leaves_in_every_format(suffix: str, start: bytes) -> None:
    sheet = load_sheet(SHEETS[0])
    chart = sheet.sections[0].charts[0]
    assert tasks.make_chart_file(chart, sheet, "en", suffix).startswith(start)


def test_sparklines_are_drawn_one_below_the_other_and_found_again() -> None:
    sheet = load_sheet(data_folder() / "chongqing-by-year.yaml")
    figures = tuple(sheet.indicators[one] for one in ("gdp", "trade"))
    look = msgspec.structs.replace(LOOK, width=184)
    both, second = (tasks.draw(Courses(of, look, 2.0), "0" * 64) for of in (figures, figures[1:]))
    assert (both.width, both.height, both.chart_height, both.marks) == (400, 160, 80, ())
    assert both.data[len(both.data) // 2 :] == second.data
    tasks.keep_picture(Courses(figures, look, 2.0), "0" * 64, both)
    found = tasks.draw(Courses(figures, look, 2.0), "0" * 64)
    assert found.is_kept
    assert found.data == both.data


def test_asking_for_something_imports_nothing_slow() -> None:
    code = (
        "import sys; import cqviewer.worker.tasks, cqviewer.worker.process\n"
        "slow = {'matplotlib', 'numpy', 'typst', 'yaml', 'babel.dates'} & set(sys.modules)\n"
        "sys.exit(' '.join(slow) or 0)"
    )
    ended = run_python(code)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_first_window_waits_neither_for_babel_nor_for_yaml_nor_for_matplotlib() -> None:
    code = (
        "import sys; from pathlib import Path; import cqviewer.commands.window\n"
        "import cqviewer.ui.start.run\n"
        "from cqviewer.ui.start.application import make_application\n"
        "from cqviewer.paths import bundled_sheet; from cqviewer.ui.start.opening import Opening\n"
        "app = make_application(['cqviewer'])\n"
        "opening = Opening(None, bundled_sheet())\n"
        "from cqviewer.ui.start.app import Session\n"
        "window = Session(opening.settings, opening.bundled).open_first(opening)\n"
        "for _ in range(20): app.processEvents()\n"
        "assert window.content.page.cards\n"
        "slow = {'matplotlib', 'numpy', 'typst', 'yaml', 'babel'} & set(sys.modules)\n"
        "from cqviewer.ui.state.worker_client import worker; worker().stop()\n"
        "print(*slow, flush=True); import os; os._exit(0)"
    )
    ended = run_python(code)
    said = ended.stderr.replace("This plugin does not support propagateSizeHints()\n", "")
    assert (ended.stdout, said) == ("\n", "")


def test_the_figures_of_a_chart_are_written_in_a_style() -> None:
    sheet = tasks.read(SHEETS[1])
    style = CsvStyle(";", ",")
    assert b"section;id;name" in tasks.make_chart_file(
        sheet.sections[0].charts[0], sheet, "en", ".csv", style
    )


def test_titles_are_those_of_the_sheets_that_can_be_read(tmp_path: Path) -> None:
    paths = (*SHEETS, tmp_path / "none.yaml")
    assert tasks.titles(paths) == {one: tasks.read(one).title for one in SHEETS}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder of one font beside a sheet; there are no others before and after."""
    monkeypatch.setenv(VARIABLE, "")
    shutil.copy(data_folder() / "starter.yaml", tmp_path / "sheet.yaml")
    (tmp_path / "fonts").mkdir()
    shutil.copy(resources_folder() / "fonts" / "NotoSans-Regular.ttf", tmp_path / "fonts/one.ttf")
    yield tmp_path / "fonts"
    os.environ[VARIABLE] = ""


def test_reading_a_sheet_takes_the_fonts_beside_it(folder: Path) -> None:
    path = folder.parent / "sheet.yaml"
    shutil.copy(data_folder() / "starter.yaml", path)
    sheet, files, why, seen = tasks.read_with_fonts(path)
    assert seen == state_of(path)
    assert (sheet, why) == (load_sheet(path), "")
    assert files == (str(folder / "one.ttf"),)
    assert font_folders() == (str(folder),)


def test_fonts_beside_a_sheet_that_cannot_be_used_are_said_and_the_sheet_is_read(
    folder: Path,
) -> None:
    path = folder.parent / "sheet.yaml"
    shutil.copy(data_folder() / "starter.yaml", path)
    (folder / "more").mkdir()
    sheet, files, why, seen = tasks.read_with_fonts(path)
    assert seen == state_of(path)
    assert (sheet, files) == (load_sheet(path), ())
    assert "it holds folders" in why


def test_what_is_no_file_is_missing_whatever_is_wrong_with_its_path(tmp_path: Path) -> None:
    there = tmp_path / "there.yaml"
    there.write_text("", "utf-8")
    wrong = [tmp_path, tmp_path / "gone.yaml", there / "in-a-file", Path("a" * 5000)]
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    wrong.append(tmp_path / "loop")
    assert tasks.missing((there, *wrong)) == frozenset(wrong)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_looked_at_with_its_target_and_their_folders(tmp_path: Path) -> None:
    target, link = tmp_path / "far" / "sheet.yaml", tmp_path / "near" / "link.yaml"
    for one in (target, link):
        one.parent.mkdir()
    link.symlink_to(target)
    folders = {str(tmp_path / "far"), str(tmp_path / "near"), str(tmp_path)}
    assert tasks.look_at(link) == (None, frozenset(folders))
    target.write_text("one", "utf-8")
    state, there = tasks.look_at(link)
    assert state == state_of(target)
    assert there == {str(target), str(link), *folders}


def test_of_a_folder_that_is_gone_the_nearest_ones_are_looked_at(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "deeper" / "sheet.yaml"
    assert tasks.look_at(gone) == (None, frozenset({str(tmp_path), str(tmp_path.parent)}))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_itself_is_as_a_file_that_is_gone(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(link)
    assert tasks.look_at(link)[0] is None
