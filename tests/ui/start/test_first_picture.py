"""A start shows the window as it was left, at once, until the window itself is there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect
from PySide6.QtGui import QEnterEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.paths import bundled_sheet, sheets_folder
from cqviewer.ui.start.app import Session
from cqviewer.ui.start.first_picture import FirstPicture
from cqviewer.ui.start.opening import Opening
from cqviewer.ui.state.drawer import Drawer, Picture
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.window.window import MainWindow
from tests.checkout import run_python
from tests.ui.conftest import settle, until_idle
from tests.worker import calls

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


class Start:
    """One run of the program: its window, and what was seen of it before it was built."""

    def __init__(self, qtbot: QtBot, named: Path | None = None) -> None:
        """Start; the window is shown, and nothing has been painted yet."""
        self._qtbot = qtbot
        opening = Opening(named, bundled_sheet())
        self.session = Session(opening.settings, bundled_sheet())
        self.window: MainWindow = self.session.open_first(opening)
        self.was_built = self.window.is_built

    def cover(self) -> QImage | None:
        """Return the picture that lies over the window, if one does."""
        covers = [
            one
            for one in self.window.findChildren(QLabel)
            if one.parent() is self.window and not one.isHidden() and not one.pixmap().isNull()
        ]
        if not covers:
            return None
        return covers[0].pixmap().toImage().convertToFormat(QImage.Format.Format_RGB32)

    def settle(self) -> None:
        """Wait until all pages are there, and what is kept of them lies on the disk."""
        self._qtbot.waitUntil(lambda: self.window.is_built)
        with self._qtbot.waitSignal(self.window.content.prepared):
            pass
        until_idle(self._qtbot)

    def end(self) -> None:
        """Close all windows."""
        for window in list(self.session.windows):
            window.close()
        until_idle(self._qtbot)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Start]]:  # noqa: ARG001
    """Yield a function that starts the program; each start is ended after the test."""
    starts: list[Start] = []

    def begin(named: Path | None = None) -> Start:
        starts.append(Start(qtbot, named))
        return starts[-1]

    yield begin
    for one in starts:
        one.end()


def pixels(window: MainWindow) -> QImage:
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_start_shows_at_once_what_the_one_before_it_came_to_show(
    start: Callable[..., Start],
) -> None:
    first = start()
    assert first.cover() is None
    first.settle()
    first.window.resize(780, 600)  # the screen of these tests is small
    first.window.store.select("industry")  # which the next start will not show
    first.end()

    second = start()
    assert second.cover() is None
    second.settle()
    seen = pixels(second.window)

    third = start()
    assert not third.was_built
    assert third.cover() == seen
    third.settle()
    assert third.cover() is None
    assert pixels(third.window) == seen


def test_the_picture_is_of_the_tab_the_place_and_the_size_that_were_left(
    start: Callable[..., Start], qtbot: QtBot
) -> None:
    first = start()
    first.settle()
    first.window.resize(790, 700)
    first.window.store.look(section="trade", theme="dark")
    bar = first.window.content.page.verticalScrollBar()
    qtbot.waitUntil(lambda: first.window.content.is_at_rest and bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    until_idle(qtbot)
    settle()  # what is laid out late may move the page by a pixel
    place = bar.value()
    first.end()

    second = start()
    cover = second.cover()
    assert cover is not None
    second.settle()
    assert second.window.content.page.verticalScrollBar().value() == place
    assert pixels(second.window) == cover


@pytest.mark.parametrize(
    "change", [{"selected": "industry"}, {"search": "trade"}, {"is_table": True}]
)
def test_what_the_next_start_will_not_show_is_not_kept(
    start: Callable[..., Start], change: dict[str, object]
) -> None:
    first = start()
    first.settle()
    first.window.resize(780, 600)
    first.window.store.look(**change)
    first.end()
    assert start().cover() is None


def test_a_changed_sheet_is_not_covered_by_its_old_picture(
    start: Callable[..., Start], tmp_path: Path
) -> None:
    path = tmp_path / "sheet.yaml"
    path.write_bytes(bundled_sheet().read_bytes())
    first = start(path)
    first.settle()
    first.end()
    assert start(path).cover() is not None
    text = path.read_text("utf-8")
    path.write_text(text.replace("2024", "2023"), "utf-8")
    assert start(path).cover() is None


def test_a_damaged_picture_is_as_none(start: Callable[..., Start]) -> None:
    first = start()
    first.settle()
    first.end()
    for kept in sheets_folder().glob("*/*"):
        kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    assert start().cover() is None


def scrolled(first: Start, qtbot: QtBot) -> float:
    """Scroll the first start's window half way down another tab; give the share."""
    first.window.store.look(section="trade")
    page = first.window.content.page
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: first.window.content.is_at_rest and bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    return page.share


def test_a_window_closed_before_it_is_built_remembers_as_any(
    start: Callable[..., Start], qtbot: QtBot
) -> None:
    first = start()
    first.settle()
    share = scrolled(first, qtbot)
    first.end()
    second = start()
    assert not second.was_built
    second.end()
    assert not second.window.is_built
    remembered = Settings().remembered
    assert remembered.section == "trade"
    assert remembered.scroll == pytest.approx(share, abs=1e-5)


def test_a_window_closed_before_its_pages_have_heights_remembers_as_any(
    start: Callable[..., Start], qtbot: QtBot
) -> None:
    first = start()
    first.settle()
    share = scrolled(first, qtbot)
    first.end()
    (kept,) = sheets_folder().glob("*/window")
    before = kept.read_bytes()
    second = start()
    qtbot.waitUntil(lambda: second.window.is_built)
    second.end()
    assert Settings().remembered.scroll == pytest.approx(share, abs=1e-5)
    assert kept.read_bytes() == before


def test_what_the_reader_writes_meanwhile_goes_to_the_search(
    start: Callable[..., Start], qtbot: QtBot
) -> None:
    one = start()
    qtbot.waitUntil(lambda: one.window.is_built)
    one.window.actions_by_name["find"].trigger()
    one.settle()
    assert one.window.focusWidget() is one.window.toolbar.field


def test_a_panel_that_lies_over_the_page_is_not_kept(start: Callable[..., Start]) -> None:
    first = start()
    first.settle()
    first.window.resize(790, 600)
    first.window.content.open_panel()
    first.end()
    assert start().cover() is None


def test_of_a_sheet_that_is_read_anew_each_time_no_picture_is_kept(
    start: Callable[..., Start], tmp_path: Path
) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(bundled_sheet().read_bytes() + b"# a long comment\n" * 300_000)
    first = start(path)
    first.settle()
    first.end()
    assert not list(sheets_folder().glob("*/window"))


def test_a_notice_comes_without_a_picture_over_it(
    start: Callable[..., Start], tmp_path: Path
) -> None:
    path = tmp_path / "sheet.yaml"
    path.write_bytes(bundled_sheet().read_bytes())
    for named in (path, None):
        one = start(named)
        one.settle()
        one.end()
    path.unlink()
    last = start()
    assert last.cover() is None
    assert last.window.notices.shown is not None


def test_what_the_pointer_is_on_is_kept_as_if_it_were_elsewhere(
    start: Callable[..., Start],
) -> None:
    first = start()
    first.settle()
    place = QPointF(5, 5)
    for one in (first.window.content.page.cards[0], first.window.toolbar.charts):
        QApplication.sendEvent(one, QEnterEvent(place, place, place))
        assert one.underMouse()
    first.end()
    second = start()
    cover = second.cover()
    assert cover is not None
    second.settle()
    assert pixels(second.window) == cover


def has_matplotlib(qtbot: QtBot) -> bool:
    """Return whether the worker process has imported matplotlib."""
    call = worker().call(worker(), calls.has_imported, "matplotlib")
    with qtbot.waitSignal(call.done) as done:
        pass
    assert done.args
    return bool(done.args[0])


def keep_all(start: Callable[..., Start], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start twice, and end each run when the pictures of all of its charts are kept."""
    kept: list[Picture] = []
    keep = Drawer.keep

    def keep_and_list(drawer: Drawer, picture: Picture, sheet: Sheet) -> None:
        kept.append(picture)
        keep(drawer, picture, sheet)

    def all_are_kept() -> bool:
        return len(kept) >= len(one.window.store.charts)

    monkeypatch.setattr(Drawer, "keep", keep_and_list)
    for _ in range(2):  # the second is as large as the first was left
        kept.clear()
        one = start()
        one.settle()
        qtbot.waitUntil(all_are_kept)
        one.window.resize(780, 600)
        assert has_matplotlib(qtbot)
        one.end()
    worker().stop()


def test_after_a_start_whose_charts_are_all_kept_matplotlib_waits_for_one_that_is_not(
    start: Callable[..., Start], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_all(start, qtbot, monkeypatch)
    later = start()
    later.settle()
    assert not has_matplotlib(qtbot)
    later.window.store.select("industry")  # no picture with a selection is kept
    until_idle(qtbot)
    assert has_matplotlib(qtbot)


def test_the_charts_have_their_places_before_the_picture_is_taken_away(
    start: Callable[..., Start], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def places(window: MainWindow) -> list[QRect]:
        cards = window.content.page.chart_cards
        return [QRect(one.mapTo(window, QPoint()), one.size()) for one in cards]

    seen: list[list[QRect]] = []
    take_away = FirstPicture.take_away

    def note_and_take_away(picture: FirstPicture) -> None:
        seen.append(places(later.window))
        take_away(picture)

    keep_all(start, qtbot, monkeypatch)
    monkeypatch.setattr(FirstPicture, "take_away", note_and_take_away)
    later = start()
    assert later.cover() is not None
    later.settle()
    assert seen == [places(later.window)]
    assert len(seen[0]) == 2


def test_the_picture_waits_for_no_part_of_the_window_and_for_no_chart() -> None:
    code = (
        "import sys, cqviewer.ui.start.run\n"
        "late = 'cqviewer.ui.page', 'cqviewer.charts.kinds', 'cqviewer.search'\n"
        "late += 'cqviewer.model.comparing', 'cqviewer.model.reporting'\n"
        "late += 'cqviewer.importing', 'cqviewer.evidence'\n"
        "late += 'cqviewer.ui.start.crash_dialog', 'cqviewer.ui.window.ready'\n"
        "late += 'cqviewer.ui.state.announcing', 'cqviewer.ui.style.choices'\n"
        "late += 'cqviewer.ui.style.heard', 'cqviewer.ui.style.lines'\n"
        "print([one for one in sys.modules if one.startswith(late)])"
    )
    said = run_python(code)
    assert said.stdout == "[]\n"


def test_the_picture_waits_for_no_pattern_of_all_chinese_characters() -> None:
    code = (
        "import re\n"
        "made, before = [], re.compile\n"
        "re.compile = lambda one, flags=0: made.append(one) or before(one, flags)\n"
        "import cqviewer.ui.start.run\n"
        "print(len(made) > 20, [one for one in made if '\u9fff' in str(one)])"
    )
    assert run_python(code).stdout == "True []\n"
