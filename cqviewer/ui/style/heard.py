"""How widgets are read out, in place of Qt's defaults: roles, levels, states and parts.

A widget with a method `heard` returns that there. The method is not called, and no accessible
interface is created, while no assistive technology runs.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, Protocol, runtime_checkable

import msgspec
from PySide6.QtCore import QEvent, QLocale, QObject, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QStackedWidget, QWidget

from cqviewer.model.text import HAN

RoleName = Literal[
    "Chart", "Document", "Grouping", "Heading", "Link", "List", "ListItem", "Paragraph",
    "RadioButton", "Section", "Splitter", "StaticText",
]  # fmt: skip
_WORDS = ("Heading", "Link", "StaticText")


class HeardPart(msgspec.Struct, frozen=True):
    """A part of a widget that is no widget itself: a mark of a chart, a page of a document.

    `box` returns its rectangle in px of the widget, `describe` the text that is read out after the
    name, and `choose` does what a click on the part does. Each is called only when needed.
    """

    name: Callable[[], str]
    box: Callable[[], QRect]
    choose: Callable[[], object] | None = None
    describe: Callable[[], str] = str


class Heard(msgspec.Struct, frozen=True):
    """How a widget is read out; fields that are left out keep Qt's defaults.

    `level` is that of a heading, from 1. `is_chosen` is None for a widget that cannot be chosen.
    `at` is the index of the part that the keyboard is on, -1 for none. `caret` is the offset of the
    caret in a text, and `letter` maps an offset to a rectangle in px of the widget. With `is_whole`
    the widgets inside are hidden from assistive technology: keys do the same as they do, and they
    would be read out with each item.
    """

    role: RoleName
    name: str = ""
    describe: Callable[[], str] | None = None
    level: int = 0
    is_chosen: bool | None = None
    press: Callable[[], object] | None = None
    parts: Sequence[HeardPart] = ()
    part_role: RoleName = "ListItem"
    at: int = -1
    caret: int = 0
    letter: Callable[[int], QRect] | None = None
    is_whole: bool = False


@runtime_checkable
class Audible(Protocol):
    """A widget that says how it is read out."""

    def heard(self) -> Heard:
        """Return how the widget is read out at present."""
        ...


def heard_of(widget: object) -> Heard | None:
    """Return how a widget is read out; None where that is left to Qt."""
    if isinstance(widget, QStackedWidget):
        return Heard("Grouping")  # Qt's role is read out as "layered pane" at each entry
    return widget.heard() if isinstance(widget, Audible) else None


def words_in(widget: QWidget) -> list[str]:
    """Return the names of the headings, links and texts within a widget, in order."""
    found = []
    for one in widget.findChildren(QWidget):
        heard = heard_of(one)
        name = (heard.name or one.accessibleName()) if heard and heard.role in _WORDS else ""
        found += [name] if name else []
    return found


def tells_of_choice(widget: QWidget | None) -> bool:
    """Return whether screen readers announce a new choice in a widget by themselves."""
    heard = heard_of(widget)
    chosen = heard is not None and (heard.is_chosen is not None or bool(heard.parts))
    return chosen or isinstance(widget, QAbstractItemView)


def tell_focus(widget: QWidget) -> None:
    """Notify assistive technology that the focus is on another part of a widget."""
    if QAccessible.isActive():
        part: QAccessibleInterface | None
        part = QAccessible.queryAccessibleInterface(widget).focusChild()
        if part is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))


def tell_caret(widget: QWidget) -> None:
    """Notify assistive technology where the caret is in a text."""
    heard = heard_of(widget) if QAccessible.isActive() else None
    if heard is not None:
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(widget, heard.caret))


def tell_chosen(widget: QWidget, *, is_chosen: bool) -> None:
    """Notify assistive technology that a widget is now chosen, or no longer."""
    if QAccessible.isActive():
        kinds = QAccessible.Event
        kind = kinds.SelectionAdd if is_chosen else kinds.SelectionRemove
        QAccessible.updateAccessibility(QAccessibleEvent(widget, kind))


def tell_name(widget: QWidget) -> None:
    """Notify assistive technology that a widget's name and description have changed."""
    if QAccessible.isActive():
        for kind in (QAccessible.Event.NameChanged, QAccessible.Event.DescriptionChanged):
            QAccessible.updateAccessibility(QAccessibleEvent(widget, kind))


class _Unseen(QLabel):
    """A hidden label that names a widget for screen readers; it stays a sibling of the widget."""

    def __init__(self, name: str, of: QWidget) -> None:
        super().__init__(name, of)
        self.setBuddy(of)
        self.hide()
        of.installEventFilter(self)

    def eventFilter(self, of: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(of, QWidget):
            self.setParent(of.parentWidget() or of)
        return False


def name_choice(choice: QComboBox, name: str) -> None:
    """Set the accessible name of a drop-down list that has no visible label.

    On Linux Qt reports the chosen text as its name unless there is a label.
    """
    choice.setAccessibleName(name)
    _Unseen(name, choice)


def tell_cell(_before: QWidget | None, now: QWidget | None) -> None:
    """Notify assistive technology of the current cell or item of a view that got the focus."""
    if isinstance(now, QAbstractItemView):
        QTimer.singleShot(0, now, partial(tell_focus, now))  # after Qt's for the view itself


def locale_of(text: str, around: QLocale) -> QLocale:
    """Return the locale of a text: Chinese if it has Chinese characters, else that around it."""
    is_chinese = around.language() == QLocale.Language.Chinese
    if re.search(HAN, text):
        return around if is_chinese else QLocale(QLocale.Language.Chinese)
    return QLocale(QLocale.Language.English) if is_chinese and text.isascii() else around
