"""The focus leaves what is to be hidden; Qt does not move it meanwhile to what comes next."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.focus import let_go
from tests.ui.conftest import OpenWindow, bring_to_front, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def met_by(act: Callable[[], object]) -> list[str]:
    """Return the accessible names of what gets the focus while something is done."""
    met: list[str] = []

    def keep(_old: QWidget | None, new: QWidget | None) -> None:
        met.extend([new.accessibleName()] if new is not None else [])

    QApplication.instance().focusChanged.connect(keep)  # type: ignore[union-attr]
    act()
    settle()
    QApplication.instance().focusChanged.disconnect(keep)  # type: ignore[union-attr]
    return met


def test_what_is_hidden_gives_the_focus_to_nothing_else(qtbot: QtBot) -> None:
    top, search, part = QWidget(), QLineEdit(), QWidget()
    qtbot.addWidget(top)
    column, field = QVBoxLayout(top), QLineEdit(part)
    column.addWidget(search)
    column.addWidget(part)
    top.show()
    bring_to_front(top, qtbot)
    field.setFocus()
    assert not let_go(search)
    assert field.hasFocus()
    assert let_go(part)
    part.hide()
    assert QApplication.focusWidget() is None


def test_the_comparison_and_the_problems_are_entered_and_left_without_the_search(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    bring_to_front(window, qtbot)
    window.content.page.setFocus()
    search = window.toolbar.field.accessibleName()
    for name in ("compare", "compare", "next_problem", "deselect"):
        met = met_by(window.actions_by_name[name].trigger)
        assert met
        assert search not in met, name
