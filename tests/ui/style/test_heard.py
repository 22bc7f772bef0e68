"""Assistive technology meets roles, levels, languages, choices and the parts of widgets."""

import re
from collections.abc import Callable
from functools import partial

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cqviewer.model.text import HAN
from cqviewer.ui.editing.part_form import PartForm
from cqviewer.ui.editing.rows import GroupBox
from cqviewer.ui.page.chart_card import ChartCard
from cqviewer.ui.page.links import Link
from cqviewer.ui.page.page import SectionPage
from cqviewer.ui.panel.source_panel import SourcePanel
from cqviewer.ui.style import heard
from cqviewer.ui.style.heard import (
    Heard,
    HeardPart,
    RoleName,
    locale_of,
    name_choice,
    tell_cell,
    tell_chosen,
    tell_focus,
    tell_name,
    tells_of_choice,
    words_in,
)
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.table.table_cells import TableRing
from cqviewer.ui.window.content_area import ContentArea
from tests.ui.conftest import OpenWindow, accessible, bring_to_front, focused, name_of, settle

ENGLISH, CHINESE = QLocale(QLocale.Language.English), QLocale(QLocale.Language.Chinese)


class Played(QWidget):
    """A widget that is read out as a test wants it."""

    def __init__(self, how: Heard, parent: QWidget | None = None) -> None:
        """Begin with how it is read out."""
        super().__init__(parent)
        self.how = how

    def heard(self) -> Heard:
        """Return how the test wants it."""
        return self.how


@pytest.fixture
def played(qtbot: QtBot) -> Callable[[Heard], Played]:
    """Return a function that makes a widget of how it is read out."""

    def make(how: Heard) -> Played:
        widget = Played(how)
        qtbot.addWidget(widget)
        return widget

    return make


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[QAccessible.Event, str]]:
    """Return the events that assistive technology is told of, with the names of their nodes."""
    found: list[tuple[QAccessible.Event, str]] = []

    def keep(event: QAccessibleEvent) -> None:
        found.append((event.type(), name_of(event.accessibleInterface())))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", keep)
    return found


def node_of(widget: QWidget) -> QAccessibleInterface:
    """Return what assistive technology meets in place of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


@pytest.mark.parametrize(
    ("role", "level"), [("Heading", 1), ("Heading", 3), ("StaticText", 0), ("List", 0), ("Link", 0)]
)
def test_a_role_a_level_and_a_language_are_exposed(
    role: RoleName, level: int, played: Callable[[Heard], Played]
) -> None:
    widget = played(Heard(role, "重庆", level=level))
    widget.setLocale(ENGLISH)
    node, key = node_of(widget), QAccessible.Attribute
    attributes = node.attributesInterface()
    assert (node.role(), name_of(node)) == (QAccessible.Role[role], "重庆")
    assert attributes.attributeValue(key.Locale).language() == QLocale.Language.Chinese
    assert attributes.attributeKeys() == [key.Locale, *([key.Level] if level else [])]
    assert attributes.attributeValue(key.Level) == level
    letters = node.textInterface()
    assert (letters is None) == (role not in ("Heading", "StaticText"))
    if letters is not None:
        assert (letters.characterCount(), letters.text(1, 2)) == (2, "庆")


@pytest.mark.parametrize(
    ("text", "around", "language"),
    [
        ("Port", ENGLISH, "en"),
        ("重庆 2024", ENGLISH, "zh"),
        ("重庆", CHINESE, "zh"),
        ("Plain words", CHINESE, "en"),
        ("São Paulo", ENGLISH, "en"),
    ],
)
def test_the_language_of_a_text_is_told_by_its_letters(
    text: str, around: QLocale, language: str
) -> None:
    assert locale_of(text, around).name().partition("_")[0] == language


@pytest.mark.parametrize("role", ["ListItem", "RadioButton"])
def test_what_can_be_chosen_says_so_and_can_be_pressed(
    role: RoleName, played: Callable[[Heard], Played]
) -> None:
    pressed: list[int] = []
    widget = played(Heard(role, is_chosen=False, press=lambda: pressed.append(1)))
    node, is_radio = node_of(widget), role == "RadioButton"
    assert (node.state().checkable, node.state().selectable) == (is_radio, not is_radio)
    assert not node.state().checked
    node.actionInterface().doAction(node.actionInterface().actionNames()[0])
    assert pressed == [1]
    widget.how = Heard(role, is_chosen=True)
    assert (node.state().checked, node.state().selected) == (is_radio, not is_radio)
    assert node.actionInterface().actionNames() == []


def test_what_takes_keys_can_be_given_the_focus_and_is_not_pressed_by_that(
    played: Callable[[Heard], Played],
) -> None:
    pressed: list[int] = []
    widget = played(Heard("ListItem", press=lambda: pressed.append(1)))
    actions = node_of(widget).actionInterface()
    assert actions.actionNames() == ["Press"]
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert actions.actionNames() == ["Press", "Set Focus"]
    actions.doAction("Set Focus")
    actions.doAction("Toggle")
    assert (widget.focusWidget(), pressed) == (widget, [])


def with_parts(at: int, chosen: list[str]) -> Heard:
    """Return a chart of two marks, of which one is the present."""
    boxes = (QRect(0, 0, 10, 10), QRect(20, 0, 10, 10))
    parts = [
        HeardPart(
            partial(str, name), partial(QRect, box), partial(chosen.append, name), lambda: "Source"
        )
        for name, box in zip(("One", "Two"), boxes, strict=True)
    ]
    return Heard("Chart", "Ports", parts=parts, at=at)


def test_parts_are_children_with_a_place_a_state_and_an_action(
    played: Callable[[Heard], Played],
) -> None:
    chosen: list[str] = []
    widget = played(with_parts(1, chosen))
    node = node_of(widget)
    marks = [node.child(at) for at in range(node.childCount())]
    assert [name_of(one) for one in marks] == ["One", "Two"]
    assert [one.text(QAccessible.Text.Description) for one in marks] == ["Source", "Source"]
    assert [one.role() for one in marks] == 2 * [QAccessible.Role.ListItem]
    assert [one.state().selected for one in marks] == [False, True]
    assert [node.indexOfChild(one) for one in marks] == [0, 1]
    assert name_of(marks[0].parent()) == "Ports"
    assert name_of(node.focusChild()) == "Two"
    corner = widget.mapToGlobal(QPoint(21, 1))
    assert name_of(node.childAt(corner.x(), corner.y())) == "Two"
    assert marks[1].rect().topLeft() == widget.mapToGlobal(QPoint(20, 0))
    marks[0].actionInterface().doAction("Press")
    assert chosen == ["One"]
    widget.how = Heard("Chart", "Ports")
    assert not marks[1].isValid()
    assert name_of(marks[1]) == ""


def test_what_has_no_parts_has_its_widgets_as_children(played: Callable[[Heard], Played]) -> None:
    widget = played(Heard("Grouping", "Period"))
    label = QLabel("2024")
    QVBoxLayout(widget).addWidget(label)
    node = node_of(widget)
    assert [name_of(node.child(at)) for at in range(node.childCount())] == ["2024"]
    assert node.indexOfChild(node.child(0)) == 0


def test_what_is_whole_is_met_without_the_widgets_within(
    played: Callable[[Heard], Played],
) -> None:
    widget = played(Heard("ListItem", "Ports", is_whole=True))
    label = QLabel("Edit", widget)
    widget.show()
    node, place = node_of(widget), label.mapToGlobal(label.rect().center())
    assert node.childCount() == 0
    assert node.childAt(place.x(), place.y()) is None
    widget.how = msgspec.structs.replace(with_parts(0, []), is_whole=True)
    assert node.childCount() == 2, "its parts are no widgets"
    widget.how = Heard("ListItem", "Ports")
    assert name_of(node.childAt(place.x(), place.y())) == "Edit"


def test_the_present_part_and_what_is_chosen_are_told(
    played: Callable[[Heard], Played], told: list[tuple[QAccessible.Event, str]]
) -> None:
    widget = played(with_parts(0, []))
    tell_focus(widget)
    tell_chosen(widget, is_chosen=True)
    tell_chosen(widget, is_chosen=False)
    tell_name(widget)
    kinds = QAccessible.Event
    assert told == [
        (kinds.Focus, "One"), (kinds.SelectionAdd, "Ports"), (kinds.SelectionRemove, "Ports"),
        (kinds.NameChanged, "Ports"), (kinds.DescriptionChanged, "Ports"),
    ]  # fmt: skip


def test_nothing_is_told_where_nobody_listens(
    played: Callable[[Heard], Played],
    told: list[tuple[QAccessible.Event, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    widget = played(with_parts(0, []))
    tell_focus(widget)
    tell_chosen(widget, is_chosen=True)
    tell_name(widget)
    assert told == []


def test_a_widget_takes_its_parts_along(played: Callable[[Heard], Played]) -> None:
    for _ in range(50):
        widget = played(with_parts(1, []))
        mark = node_of(widget).child(1)
        number = QAccessible.uniqueId(mark)
        assert QAccessible.accessibleInterface(number) is not None
        widget.deleteLater()
        settle()
        assert QAccessible.accessibleInterface(number) is None


def test_h_walks_the_headings_of_a_window_by_the_caret(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    window.content.page.setFocus()
    window.actions_by_name["select_text"].trigger()
    heads = []
    for key in ("h", "h", "h", "H"):
        QTest.keyClicks(focused(), key)
        heads.append(node_of(focused()).text(QAccessible.Text.Name))
    headings = [
        name_of(one) for one in accessible(window) if one.role() == QAccessible.Role.Heading
    ]
    assert heads[:3] == headings[1:4]
    assert heads[3] == heads[1]


def test_a_text_is_read_letter_by_letter_at_the_caret(
    look: Look, qtbot: QtBot, told: list[tuple[QAccessible.Event, str]]
) -> None:
    text = TextBlock("A 🌊 wave", look, "body")
    qtbot.addWidget(text)
    text.spoken = "Sea: A 🌊 wave"
    bring_to_front(text, qtbot)
    text.enter()
    told.clear()
    QTest.keyClick(text, Qt.Key.Key_Right)
    QTest.keyClick(text, Qt.Key.Key_Right)
    letters = node_of(text).textInterface()
    assert [kind for kind, _ in told] == 2 * [QAccessible.Event.TextCaretMoved]
    assert letters.cursorPosition() == len("Sea: A ")
    assert letters.text(7, 9) == "🌊"
    assert letters.characterCount() == 14
    left, right = letters.characterRect(5), letters.characterRect(11)
    assert text.mapToGlobal(QPoint(0, 0)).x() <= left.x() < right.x()


@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
def test_the_language_of_a_text_is_chinese_by_its_characters(text: str) -> None:
    has_han = re.search(HAN, text) is not None
    for around in (ENGLISH, CHINESE):
        is_chinese = locale_of(text, around).language() == QLocale.Language.Chinese
        assert is_chinese or not has_han
        if text.isascii():
            assert locale_of(text, around).language() == QLocale.Language.English


def test_words_of_a_part_are_headings_texts_and_links_in_their_order(
    look: Look, qtbot: QtBot
) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    column = QVBoxLayout(part)
    silent = TextBlock("said elsewhere", look, "body")
    silent.spoken = ""
    for one in (TextBlock("Trade", look, "heading"), TextBlock("It grew.", look, "body"), silent):
        column.addWidget(one)
    column.addWidget(Link("R & D", look))
    column.addWidget(QLabel("Qt's own"))
    assert words_in(part) == ["Trade", "It grew.", "R & D"]


def test_what_is_chosen_is_told_by_lists_cards_and_charts_themselves(
    played: Callable[[Heard], Played], qtbot: QtBot
) -> None:
    listed, plain = QListWidget(), QWidget()
    for one in (listed, plain):
        qtbot.addWidget(one)
    assert tells_of_choice(listed)
    assert tells_of_choice(played(Heard("ListItem", is_chosen=False)))
    part = HeardPart(partial(str, "one"), QRect)
    assert tells_of_choice(played(Heard("Chart", parts=(part,))))
    assert not tells_of_choice(played(Heard("Grouping")))
    assert not tells_of_choice(plain)
    assert not tells_of_choice(None)


@pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")
def test_a_list_of_choices_is_named_by_a_label_that_is_not_seen(qtbot: QtBot) -> None:
    choice, window = QComboBox(), QWidget()
    qtbot.addWidget(window)
    name_choice(choice, "Size of the page")
    QVBoxLayout(window).addWidget(choice)
    window.show()
    related = QAccessible.queryAccessibleInterface(choice).relations()
    labels = [one for one, flag in related if flag == QAccessible.RelationFlag.Label]
    assert [name_of(one) for one in labels] == ["Size of the page"]
    assert choice.accessibleDescription() == "", "or it would be said twice"
    assert not any(one.isVisible() for one in window.findChildren(QLabel))


def test_the_cell_that_the_keyboard_is_on_is_told_whenever_it_comes_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[QWidget] = []
    monkeypatch.setattr(heard, "tell_focus", told.append)
    listed, plain = QListWidget(), QLabel()
    qtbot.addWidget(listed)
    qtbot.addWidget(plain)
    tell_cell(None, plain)
    tell_cell(plain, listed)
    qtbot.waitUntil(lambda: told == [listed])


def test_every_view_of_the_program_is_followed(
    open_in_front: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[QWidget] = []
    monkeypatch.setattr(heard, "tell_focus", told.append)
    window = open_in_front(is_table=True)
    table = next(one for one in window.findChildren(QAbstractItemView) if one.isVisible())
    window.toolbar.field.setFocus()
    table.setFocus()
    qtbot.waitUntil(lambda: table in told)


@pytest.mark.parametrize(
    ("kind", "slots"),
    [
        (ChartCard, "_on_drag"),
        (ContentArea, "open_panel"),
        (GroupBox, "take_back"),
        (PartForm, "_on_add _toggle_full"),
        (SectionPage, "_on_range_changed _on_scrolled"),
        (SourcePanel, "_on_chosen show_copied"),
        (TableRing, "_on_moved"),
    ],
)
def test_what_is_connected_once_a_part_is_known_is_declared(kind: type, slots: str) -> None:
    """A slot that Qt meets first then makes another object of the part to assistive technology."""
    assert all(hasattr(getattr(kind, slot), "_slots") for slot in slots.split())
