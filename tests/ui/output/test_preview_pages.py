"""The preview in a narrow window: all of it can be reached, and read at 250 %."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cqviewer.ui.output.preview import PrintPreview
from tests.ui.conftest import Hear, OpenWindow, bring_to_front, focused

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def button(preview: PrintPreview, text: str) -> QPushButton:
    found = (one for one in preview.findChildren(QPushButton) if text in one.text())
    return next(found)


@pytest.fixture
def large(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Iterator[PrintPreview]:
    """Yield the preview of a window at 250 %, on a screen of 760 × 560."""
    window = open_window(path=tmp_path / "sheet.yaml", zoom=2.5)
    window.actions_by_name["preview"].trigger()
    qtbot.waitUntil(lambda: window.findChild(PrintPreview) is not None)
    preview = window.findChild(PrintPreview)
    assert isinstance(preview, PrintPreview)
    qtbot.waitUntil(lambda: bool(preview.data))
    preview.resize(744, 512)
    yield preview
    preview.close()


def test_at_250_per_cent_all_is_in_the_width_of_a_small_screen(
    large: PrintPreview, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not large.pages.isVisible())
    assert (large.width(), large.height()) == (744, 512)
    kinds = (QPushButton, QToolButton, QCheckBox, QComboBox, QSpinBox, QLineEdit, QPdfView)
    shown = [one for kind in kinds for one in large.findChildren(kind) if one.isVisible()]
    assert len(shown) > 15

    def reach(one: QWidget) -> tuple[int, int]:
        left = one.mapTo(large, QPoint(0, 0)).x()
        return left, left + one.width()

    qtbot.waitUntil(lambda: all(0 <= left < right <= 744 for left, right in map(reach, shown)))
    assert large.view.height() > 500


def test_at_250_per_cent_the_focus_scrolls_what_it_meets_into_view(
    large: PrintPreview, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not large.pages.isVisible())
    bring_to_front(large, qtbot)
    met = set()
    for _ in range(40):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        one = focused()
        if isinstance(one, QPushButton | QCheckBox | QComboBox):
            met.add(one)
            top = one.mapTo(large, QPoint(0, 0)).y()
            assert 0 <= top < top + one.height() <= large.height()
    assert {button(large, "Save PDF"), button(large, "Print")} <= met


def test_with_room_again_thumbnails_and_options_stand_beside_the_pages(
    large: PrintPreview, qtbot: QtBot
) -> None:
    preview = large
    for width in (744, 2600):
        preview.resize(width, 600)
        qtbot.waitUntil(lambda: preview.pages.isVisible() == (width > 744))  # noqa: B023
    save = button(preview, "Save PDF")
    assert (
        save.mapTo(preview, QPoint(0, 0)).x() > preview.view.mapTo(preview, QPoint(0, 0)).x() + 300
    )


def test_a_hit_in_the_pages_is_said_with_its_page_and_the_words_around_it(
    large: PrintPreview, qtbot: QtBot, hear: Hear
) -> None:
    heard = hear("output.preview_pages")
    large.bar.field.setText("described as stable")
    qtbot.waitUntil(lambda: bool(heard))
    assert re.match(r"1 of \d+, page \d+: .*described as stable", heard[-1])
    assert "\N{RETURN SYMBOL}" not in heard[-1], "Qt has it for the end of a line"
    heard.clear()
    large.bar.field.setText("nothing of the kind")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["No hits"]
