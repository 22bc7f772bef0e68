"""A page comes back to where the reader was, and then leaves the reader alone."""

from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.scroll_place import scroll_share
from tests.ui.conftest import OpenWindow


def test_a_share_is_told_of_any_area(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    assert scroll_share(area) == 0
    inner = QWidget()
    inner.setFixedSize(100, 5000)
    area.setWidget(inner)
    area.resize(200, 200)
    area.verticalScrollBar().setRange(0, 4800)
    area.verticalScrollBar().setValue(1200)
    assert scroll_share(area) == 0.25


def test_the_place_is_kept_while_the_page_grows_until_the_reader_scrolls(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    page = window.stage.page
    bar = page.verticalScrollBar()
    page.restore_scroll(0.5)
    window.resize(1100, 600)
    qtbot.waitUntil(lambda: bar.maximum() > 0 and abs(scroll_share(page) - 0.5) < 0.01)
    before = bar.maximum()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: bar.maximum() != before)
    assert abs(scroll_share(page) - 0.5) < 0.01
    bar.setValue(10)
    before = bar.maximum()
    window.resize(900, 560)
    qtbot.waitUntil(lambda: bar.maximum() != before)
    assert bar.value() == 10
