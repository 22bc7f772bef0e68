"""The side buttons of the mouse walk through places; files that are dropped are told of."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import OpenWindow, settle


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
    table = window.content.page.table
    assert table is not None
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
