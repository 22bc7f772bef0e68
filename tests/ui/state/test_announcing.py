"""What changes elsewhere than where the reader is, is said in words."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.announcing import CopiedText, look_change
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.state.store import View
from tests.ui.conftest import OpenWindow


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"theme": "dark"}, "Dark"),
        ({"zoom": 1.25}, "125\u202f%"),
        ({"contrast": "high"}, "High contrast"),
        ({"language_choice": "en", "zoom": 0.8}, "English 80\u202f%"),
        ({"search": "ports"}, ""),
    ],
)
def test_a_new_look_is_said(change: dict[str, object], said: str, open_window: OpenWindow) -> None:
    actions = open_window().actions_by_name
    assert look_change(View(), View(**change), actions) == said  # type: ignore[arg-type]


def test_chinese_words_are_said_without_the_letters_of_their_keys(open_window: OpenWindow) -> None:
    window = open_window(language="zh", language_choice="zh")
    said = look_change(View(), View(theme="dark"), window.actions_by_name)
    install_translators("en")
    assert said == "深色"


def test_copied_stands_on_a_button_for_a_while(qtbot: QtBot) -> None:
    button = QPushButton("Copy")
    qtbot.addWidget(button)
    button.setAccessibleName("Copy the figure")
    copied = CopiedText(button)
    copied.show()
    copied.show()  # once more, before the first is over
    assert (button.text(), button.accessibleName()) == ("Copied", "Copy the figure")
    qtbot.waitUntil(lambda: button.text() == "Copy")
    assert button.accessibleName() == "Copy the figure"


def test_the_end_of_copied_leaves_a_button_that_was_named_since(qtbot: QtBot) -> None:
    button = QPushButton("Copy")
    qtbot.addWidget(button)
    copied = CopiedText(button)
    copied.show()
    copied.end()
    button.setText("Copy the change")
    copied.end()
    assert button.text() == "Copy the change"
