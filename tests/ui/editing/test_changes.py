"""What is written into the file can be taken back, which is heard."""

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.window.window import MainWindow
from tests.ui.editing.writing import rest, write


def test_what_is_taken_back_is_heard_and_no_longer_said_to_be_saved(
    form: SheetForm, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    name = "cqviewer.ui.editing.changes.announce"
    monkeypatch.setattr(name, lambda _window, text: heard.append(text))
    write(qtbot, form, "value", "13")
    assert form.message.text.startswith("Saved to ")
    for action in ("undo", "redo"):
        window.actions_by_name[action].trigger()
        rest(qtbot)
        assert (form.message.text, form.message.isVisible()) == ("", False)
    assert heard == ["Taken back.", "Made again."]
