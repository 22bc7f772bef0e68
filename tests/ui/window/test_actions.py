"""Menus: every choice has its own access key, and ticks say what is on."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from cqviewer.model.text import Language
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.window.actions import KEYS
from cqviewer.ui.window.context_menus import MENUS
from tests.ui.conftest import OpenWindow, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
ACCESS = re.compile(r"(?<!&)&([^&])")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """Leave the program in English for the tests after."""
    yield
    install_translators("en")


def doubled(texts: list[str]) -> list[str]:
    """Return the access keys that several texts share."""
    keys = Counter(key.upper() for text in texts for key in ACCESS.findall(text))
    return [key for key, count in keys.items() if count > 1]


def menus(window: QWidget) -> dict[str, list[str]]:
    """Return the texts of all menus in a window, by their titles."""
    return {
        one.title(): [action.text() for action in one.actions()]
        for one in window.findChildren(QMenu)
    }


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_choices_of_a_menu_share_an_access_key(
    language: Language, open_window: OpenWindow
) -> None:
    window = open_window(language=language, language_choice=language)
    settle()
    window.recent_menu.refresh()
    found = menus(window)
    assert len(found) >= 8
    assert {title: doubled(texts) for title, texts in found.items() if doubled(texts)} == {}
    assert not doubled([menu.text() for menu in window.menuBar().actions()])
    translate = QCoreApplication.translate
    of_texts = [translate("ContextMenus", one) for one in ("Copy te&xt", "Copy with so&urce")]
    of_tables = [translate("FigureTable", one) for one in ("Copy rows with hea&ders", "Sort b&y")]
    named = {
        thing: [window.actions_by_name[one].text() for one in names if one != "-"]
        for thing, names in MENUS.items()
    }
    both = dict.fromkeys([*named["figure"], *named["chart"]])  # an action stands there once
    assert not doubled([*of_texts, *of_tables, *both])
    assert not doubled([*of_texts, *named["page"]])


def test_shared_access_keys_are_found() -> None:
    assert doubled(["&Copy", "关闭(&c)", "A && B", "&Back"]) == ["C"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_parts_of_the_preview_share_an_access_key(
    language: Language, open_window: OpenWindow
) -> None:
    window = open_window(language=language, language_choice=language)
    window.output.preview()
    preview = next(one for one in window.findChildren(QDialog) if one.isVisible())
    texts = [
        text
        for one in preview.findChildren(QWidget)
        if isinstance(text := getattr(one, "text", lambda: "")(), str)
    ]
    assert any(ACCESS.search(text) for text in texts)
    assert not doubled(texts)


def test_ticks_say_what_is_on(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    actions = window.actions_by_name

    def ticked() -> set[str]:
        for menu in window.menuBar().findChildren(QMenu):
            menu.aboutToShow.emit()
        return {name for name in ("table", "panel", "present") if actions[name].isChecked()}

    assert ticked() == {"panel"}
    actions["table"].trigger()
    actions["panel"].trigger()
    assert ticked() == {"table"}
    actions["table"].trigger()
    actions["present"].trigger()
    assert ticked() == {"present"}
    actions["present"].trigger()
    assert ticked() == set(), "the panel is as collapsed as before"


def test_the_tab_that_is_shown_is_ticked(open_window: OpenWindow) -> None:
    window = open_window()
    titles = {one.data(): one for one in window.actions() if one.data()}
    assert len(titles) > 1
    for section_id in titles:
        window.store.look(section=section_id)
        assert [one for one in titles if titles[one].isChecked()] == [section_id]


def test_each_key_beside_the_actions_is_one_that_qt_knows() -> None:
    keys = [key for _, several in KEYS for key in several.split("; ")]
    assert keys
    assert all(QKeySequence(key).toString() == key for key in keys)
