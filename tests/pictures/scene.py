"""One window over the bundled sheet, whose picture is to be taken."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget

import cqviewer.ui  # noqa: F401 - before anything of PySide6
from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.window.window import MainWindow
from tests import patience
from tests.ui.conftest import settle

SHEET = data_folder() / "chongqing-2024.yaml"


class Scene:
    """One window over the bundled sheet, and what a state does with it."""

    def __init__(self, size: tuple[int, int], **view: object) -> None:
        """Show the window; its charts are drawn when this returns."""
        self.window = MainWindow(Store(load_sheet(SHEET), View(**view)), SHEET)  # type: ignore[arg-type]
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        until(self.window.isActiveWindow)
        _ = self.window.content.page  # in use it follows the first painting
        self.window.prepare()

    def settle(self) -> None:
        """Wait until all charts of the page on screen are drawn and painted, nothing pointed at."""
        QTest.mouseMove(self.window, QPoint(2, 2))
        cards = self.window.content.page.chart_cards
        until(lambda: all(one.view.isHidden() or one.view.is_drawn for one in cards))
        settle()

    def close(self) -> None:
        """Close the window and what was opened from it."""
        QTest.mouseMove(self.window, QPoint(2, 2))  # where the next window has nothing to hover
        for one in (*self.dialogs(), *self.window.findChildren(QMenu), self.window):
            one.close()
        settle()

    def dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open."""
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

    def card(self, index: int = 1) -> FigureCard:
        """Return a key-figure card of the page."""
        return self.window.content.page.findChildren(FigureCard)[index]

    def copy_button(self) -> QPushButton:
        """Return the panel's primary button."""
        return next(
            one
            for one in self.window.content.panel.findChildren(QPushButton)
            if one.objectName() == "primary"
        )

    def link(self) -> QPushButton:
        """Return the first link of the panel."""
        return next(
            one
            for one in self.window.content.panel.findChildren(QPushButton)
            if one.objectName() == "link" and one.isVisible()
        )

    def grab(self, part: QWidget | None) -> QPixmap:
        """Take the picture of a part with what is around it, or of the whole window."""
        if part is None or part.isWindow():
            return (part or self.window).grab()
        top = part.window()
        box = QRect(part.mapTo(top, QPoint(0, 0)), part.size()).adjusted(-24, -20, 24, 20)
        return top.grab(box.intersected(top.rect()))


def until(is_so: Callable[[], bool]) -> None:
    """Run the window until something is so; TimeoutError if that takes too long."""
    patience.until(is_so, QApplication.processEvents)
