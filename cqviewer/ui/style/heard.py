"""What assistive technology meets in place of Qt's own guess: roles, levels, states and parts.

A widget with a method `heard` says there how it is to be read out. Nothing of it is asked, and no
interface made, while no assistive technology runs.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Literal, Protocol, cast, runtime_checkable

import msgspec
from PySide6.QtCore import QLocale, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAccessibleWidget,
    QApplication,
    QWidget,
)

from cqviewer.model.text import HAN

RoleName = Literal[
    "Chart", "Document", "Grouping", "Heading", "Link", "List", "ListItem", "Paragraph",
    "RadioButton", "StaticText",
]  # fmt: skip
_WORDS = ("Heading", "Link", "StaticText")
_NOTHING = QAccessibleActionInterface.__new__(QAccessibleActionInterface)
"""What PySide turns into a null pointer, having no C++ object yet; None becomes an address."""


class Part(msgspec.Struct, frozen=True):
    """Something within a widget that is no widget: a mark of a chart, a page of a document.

    `box` gives its place in px of the widget; `choose` does what a click on the part does, and
    `describe` gives what is said after the name. Each is called when it is asked for.
    """

    name: Callable[[], str]
    box: Callable[[], QRect]
    choose: Callable[[], object] | None = None
    describe: Callable[[], str] = str


class Heard(msgspec.Struct, frozen=True):
    """How a widget is read out; what is left out is as Qt has it.

    `level` is that of a heading, from 1. `is_chosen` is None for what cannot be chosen. `at` is the
    number of the part that the keyboard is on, -1 for none.
    """

    role: RoleName
    name: str = ""
    describe: Callable[[], str] | None = None
    level: int = 0
    is_chosen: bool | None = None
    press: Callable[[], object] | None = None
    parts: Sequence[Part] = ()
    part_role: RoleName = "ListItem"
    at: int = -1


@runtime_checkable
class Audible(Protocol):
    """A widget that says how it is read out."""

    def heard(self) -> Heard:
        """Return how the widget is read out at present."""
        ...


def heard_of(widget: object) -> Heard | None:
    """Return how a widget is read out; None where that is left to Qt."""
    return widget.heard() if isinstance(widget, Audible) else None


def words_in(widget: QWidget) -> list[str]:
    """Return the texts and names of all that says how it is read out in a widget, in order."""
    found = []
    for one in widget.findChildren(QWidget):
        heard = heard_of(one)
        name = (heard.name or one.accessibleName()) if heard and heard.role in _WORDS else ""
        found += [name] if name else []
    return found


def tells_of_choice(widget: QWidget | None) -> bool:
    """Return whether what is chosen in a widget that has the focus is read out by itself."""
    heard = heard_of(widget)
    chosen = heard is not None and (heard.is_chosen is not None or bool(heard.parts))
    return chosen or isinstance(widget, QAbstractItemView)


def install() -> None:
    """Have Qt ask here for what assistive technology meets, before it has met anything."""
    QAccessible.installFactory(_interface_of)


def tell_focus(widget: QWidget) -> None:
    """Tell assistive technology that the keyboard is on another part of a widget."""
    if QAccessible.isActive():
        part: QAccessibleInterface | None
        part = QAccessible.queryAccessibleInterface(widget).focusChild()
        if part is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))


def tell_chosen(widget: QWidget, *, is_chosen: bool) -> None:
    """Tell assistive technology that a widget is chosen now, or another one instead of it."""
    if QAccessible.isActive():
        kinds = QAccessible.Event
        kind = kinds.SelectionAdd if is_chosen else kinds.SelectionRemove
        QAccessible.updateAccessibility(QAccessibleEvent(widget, kind))


def tell_name(widget: QWidget) -> None:
    """Tell assistive technology that a widget is named and described anew."""
    if QAccessible.isActive():
        for kind in (QAccessible.Event.NameChanged, QAccessible.Event.DescriptionChanged):
            QAccessible.updateAccessibility(QAccessibleEvent(widget, kind))


def locale_of(text: str, around: QLocale) -> QLocale:
    """Return the language of a text: Chinese by its characters, else that of what is around it."""
    is_chinese = around.language() == QLocale.Language.Chinese
    if HAN.search(text):
        return around if is_chinese else QLocale(QLocale.Language.Chinese)
    return QLocale(QLocale.Language.English) if is_chinese and text.isascii() else around


def _interface_of(_class_name: str, one: QObject) -> QAccessibleInterface | None:
    """Return the interface of a widget that says how it is read out; None leaves it to Qt."""
    widget = one if isinstance(one, QWidget) else None
    heard = heard_of(widget)
    return _Widget(widget, heard) if widget is not None and heard is not None else None


class _Attributes(QAccessibleAttributesInterface):
    """The level and the language of a widget."""

    def __init__(self, owner: "_Widget") -> None:
        super().__init__()
        self._owner = owner

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        key = QAccessible.Attribute
        return [key.Locale, *([key.Level] if self._owner.heard.level else [])]

    def attributeValue(self, key: QAccessible.Attribute) -> int | QLocale | None:
        if key == QAccessible.Attribute.Level:
            return self._owner.heard.level
        if key == QAccessible.Attribute.Locale:
            name = self._owner.text(QAccessible.Text.Name)
            return locale_of(name, self._owner.widget().locale())
        return None


class _Actions(QAccessibleActionInterface):
    """What can be done with a widget or a part, by the names that Qt has for it."""

    def __init__(self, actions: Callable[[], Mapping[str, Callable[[], object]]]) -> None:
        super().__init__()
        self._actions = actions

    def actionNames(self) -> list[str]:
        return list(self._actions())

    def doAction(self, name: str) -> None:
        if action := self._actions().get(name):
            action()

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []


def _pressing(press: Callable[[], object] | None) -> dict[str, Callable[[], object]]:
    """Return an action that presses something, by its name; none if it cannot be pressed."""
    return {} if press is None else {QAccessibleActionInterface.pressAction(): press}


class _Widget(QAccessibleWidget):
    """A widget as it says it is read out.

    PySide keeps each one until the program ends, so that it holds nothing but what it is asked for.
    """

    def __init__(self, widget: QWidget, heard: Heard) -> None:
        super().__init__(widget, QAccessible.Role[heard.role])
        self._sides: dict[QAccessible.InterfaceType, object] = {}
        self._parts: list[_Part] = []

    @property
    def heard(self) -> Heard:
        """Return how the widget is read out at present."""
        return heard_of(self.widget()) or Heard("Grouping")

    def actions(self) -> dict[str, Callable[[], object]]:
        """Return what can be done with the widget."""
        found, widget = _pressing(self.heard.press), self.widget()
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            found[QAccessibleActionInterface.setFocusAction()] = widget.setFocus
        return found

    def text(self, kind: QAccessible.Text) -> str:
        heard, own = self.heard, ""
        if kind == QAccessible.Text.Name:
            own = heard.name
        elif kind == QAccessible.Text.Description and heard.describe:
            own = heard.describe()
        return own or super().text(kind)

    def state(self) -> QAccessible.State:
        state, heard = super().state(), self.heard
        if heard.is_chosen is not None:
            is_radio = heard.role == "RadioButton"
            state.selectable = not is_radio
            state.selected = heard.is_chosen and not is_radio
            state.checkable = is_radio
            state.checked = heard.is_chosen and is_radio
        state.readOnly = state.linked = heard.role == "Link"
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind not in self._sides:
            if kind == QAccessible.InterfaceType.AttributesInterface:
                self._sides[kind] = _Attributes(self)
            elif kind == QAccessible.InterfaceType.ActionInterface:
                self._sides[kind] = _Actions(self.actions)
        return cast("int", self._sides.get(kind, _NOTHING))

    # Parts

    def childCount(self) -> int:
        return len(self.heard.parts) or super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        count = len(self.heard.parts)
        if not count:
            return super().child(index)
        if not self._parts:
            self.widget().destroyed.connect(partial(_forget, self._parts))
        while len(self._parts) < count:
            self._parts.append(_Part(self, len(self._parts)))
            QAccessible.registerAccessibleInterface(self._parts[-1])
        return self._parts[index] if 0 <= index < count else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, _Part) else super().indexOfChild(child)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        heard = self.heard
        if 0 <= heard.at < len(heard.parts):
            return self.child(heard.at)
        return super().focusChild()

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        place = self.widget().mapFromGlobal(QPoint(x, y))
        hits = (at for at, one in enumerate(self.heard.parts) if one.box().contains(place))
        hit = next(hits, None)
        return super().childAt(x, y) if hit is None else self.child(hit)


def _forget(parts: "list[_Part]", *_destroyed: object) -> None:
    """Take the parts of a widget that is gone from what Qt keeps."""
    for part in parts:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
    parts.clear()


class _Part(QAccessibleInterface):
    """A part of a widget, by its number."""

    def __init__(self, owner: _Widget, index: int) -> None:
        super().__init__()
        self._owner = owner
        self.index = index
        self._actions = _Actions(self.actions)

    @property
    def _part(self) -> Part | None:
        parts = self._owner.heard.parts
        return parts[self.index] if self.index < len(parts) else None

    def actions(self) -> dict[str, Callable[[], object]]:
        """Return what can be done with the part."""
        return _pressing(self._part.choose if self._part else None)

    def isValid(self) -> bool:
        return self._part is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return self._owner

    def window(self) -> QWindow:
        return self._owner.window()

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def relations(self, match: Any = None) -> list[Any]:  # noqa: ANN401, ARG002
        return []

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        pass

    def text(self, kind: QAccessible.Text) -> str:
        if self._part and kind == QAccessible.Text.Description:
            return self._part.describe()
        return self._part.name() if self._part and kind == QAccessible.Text.Name else ""

    def rect(self) -> QRect:
        if self._part is None:
            return QRect()
        widget, box = self._owner.widget(), self._part.box()
        return QRect(widget.mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role[self._owner.heard.part_role]

    def state(self) -> QAccessible.State:
        state, is_at = QAccessible.State(), self._owner.heard.at == self.index
        state.focusable = state.selectable = True
        state.selected = is_at
        state.focused = is_at and QApplication.focusWidget() is self._owner.widget()
        return state

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        is_action = kind == QAccessible.InterfaceType.ActionInterface
        return cast("int", self._actions if is_action else _NOTHING)
