"""The side buttons of the mouse walk through places; files that are dropped are told of."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import OpenWindow, settle
from tests.ui.tables import shown_table


def press(widget: QWidget, button: Qt.MouseButton) -> None:
    """Press a button of the mouse over a widget."""
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        QPointF(9, 9),
        QPointF(widget.mapToGlobal(QPoint(9, 9))),
        button,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)  # which hands it up to what it lies in


def test_the_side_buttons_walk_wherever_the_pointer_is(open_window: OpenWindow) -> None:
    window = open_window(is_table=True)
    table = shown_table(window.content.page)
    settle()
    press(table.viewport(), Qt.MouseButton.BackButton)
    window.store.look(section="trade")
    press(window.content.panel, Qt.MouseButton.BackButton)
    assert window.store.view.section == "growth"
    press(table.viewport(), Qt.MouseButton.ForwardButton)
    assert window.store.view.section == "trade"
    window.store.look(is_table=False)
    press(window.content.page.chart_cards[0].view, Qt.MouseButton.BackButton)
    assert window.store.view.section == "growth"
    press(window.content.page.cards[0], Qt.MouseButton.ForwardButton)
    assert window.store.view.section == "trade"


class OwnDrop(QDropEvent):
    """A drop of what was dragged from a window of the program itself."""

    def source(self) -> QObject:
        return QObject()


@pytest.mark.parametrize(("kind", "is_taken"), [(QDropEvent, True), (OwnDrop, False)])
def test_a_chart_that_is_dropped_on_a_window_of_ours_is_not_opened(
    kind: type[QDropEvent], is_taken: bool, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window()
    dropped: list[object] = []
    window.files_dropped.disconnect()
    window.files_dropped.connect(dropped.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "chart.png"))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(kind(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))
    assert bool(dropped) == is_taken
