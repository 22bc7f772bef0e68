"""Closing a window asks first where something that was asked for would be lost without a word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.store import Store
from cqviewer.ui.state.unfinished import Unfinished
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, until_idle
from tests.worker import calls

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
Answer = Callable[[QMessageBox.StandardButton], list[str]]
YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Return a function that answers each question by a button, and lists the questions."""

    def begin(button: QMessageBox.StandardButton) -> list[str]:
        asked: list[str] = []

        def question(
            _parent: object, _title: str, text: str, _buttons: object, default: object
        ) -> QMessageBox.StandardButton:
            assert default == NO
            asked.append(text)
            return button

        monkeypatch.setattr(QMessageBox, "question", question)
        return asked

    return begin


class Work(QObject):
    """Some work that ends when a test says so."""

    ended = Signal()


@pytest.mark.parametrize(("button", "may_close"), [(YES, True), (NO, False)])
def test_the_reader_is_asked_while_work_goes_on_and_not_after(
    button: QMessageBox.StandardButton, may_close: bool, answer: Answer, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    unfinished, works = Unfinished(window), [Work(), Work()]
    asked = answer(button)
    assert unfinished.may_close()
    assert asked == []
    for number, work in enumerate(works):
        unfinished.add(f"{number}.pdf has not been saved yet.", work.ended)
    assert unfinished.may_close() == may_close
    works[0].ended.emit()
    assert unfinished.may_close() == may_close
    works[1].ended.emit()
    assert unfinished.may_close()
    question = "Shall the window be closed all the same?"
    assert asked == [
        f"0.pdf has not been saved yet.\n1.pdf has not been saved yet.\n{question}",
        f"1.pdf has not been saved yet.\n{question}",
    ]


def keep_busy(folder: Path) -> Path:
    """Keep the worker process busy until there is a file."""
    worker().call(worker(), calls.wait_for, folder / "go on")
    return folder / "go on"


@pytest.mark.parametrize("what", ["pdf", "data", "chart"])
def test_a_window_that_saves_is_closed_only_after_a_question(
    what: str, open_window: OpenWindow, answer: Answer, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    go_on = keep_busy(tmp_path)
    path = tmp_path / "out.pdf"
    if what == "pdf":
        window.output.save_pdf(path)
    elif what == "data":
        window.output.save_data(path, b"the bytes")
    else:
        window.exports.save(window.content.page.chart_cards[0].chart, path)
    asked = answer(NO)
    assert not window.close()
    assert window.isVisible()
    assert asked == ["out.pdf has not been saved yet.\nShall the window be closed all the same?"]
    go_on.touch()
    qtbot.waitUntil(path.exists)
    until_idle(qtbot)
    assert window.close()
    assert len(asked) == 1


def test_a_window_that_is_closed_all_the_same_saves_nothing(
    store: Store, answer: Answer, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(store)
    window.show()
    go_on = keep_busy(tmp_path)
    window.output.save_pdf(tmp_path / "out.pdf")
    asked = answer(YES)
    assert window.close()
    assert len(asked) == 1
    window.deleteLater()
    go_on.touch()
    until_idle(qtbot)
    assert not (tmp_path / "out.pdf").exists()


def test_a_picture_that_is_copied_and_a_sheet_that_is_read_ask_nothing(
    open_window: OpenWindow, answer: Answer, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    go_on = keep_busy(tmp_path)
    window.exports.copy_picture(window.content.page.chart_cards[0].chart)
    window.open_path(tmp_path / "other.yaml")
    asked = answer(NO)
    assert window.close()
    assert asked == []
    go_on.touch()
    until_idle(qtbot)
