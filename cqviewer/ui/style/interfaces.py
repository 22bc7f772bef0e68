"""The accessible interfaces that pass what `heard` returns on to assistive technology."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QLocale, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleTextInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

from cqviewer.ui.style.heard import Heard, HeardPart, heard_of, locale_of
from cqviewer.ui.style.lines import slice_units, units

_TEXTS = ("Heading", "StaticText")
_NOTHING = QAccessibleActionInterface.__new__(QAccessibleActionInterface)
"""Stands for a null pointer, which PySide makes of an object without a C++ part, not of None."""


def install() -> None:
    """Register the factory of these interfaces, before assistive technology has asked for any."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, one: QObject) -> QAccessibleInterface | None:
    """Return the interface of a widget that has a method `heard`; None leaves it to Qt."""
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
            is_list = self._owner.heard.role == "List"  # whose name is in the window's language
            around = QLocale() if is_list else self._owner.widget().locale()
            return locale_of(self._owner.text(QAccessible.Text.Name), around)
        return None


class _Actions(QAccessibleActionInterface):
    """The actions of a widget or a part, by Qt's names for them."""

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


class _Text(QAccessibleTextInterface):
    """The characters of a text; offsets are in UTF-16 code units, as in Qt.

    PySide cannot report the attributes of a part of a text, such as its language.
    """

    def __init__(self, owner: "_Widget") -> None:
        super().__init__()
        self._owner = owner

    def characterCount(self) -> int:
        return units(self._owner.heard.name)

    def text(self, start: int, end: int) -> str:
        return slice_units(self._owner.heard.name, start, end)

    def cursorPosition(self) -> int:
        return self._owner.heard.caret

    def characterRect(self, place: int) -> QRect:
        widget, letter = self._owner.widget(), self._owner.heard.letter
        box = letter(place) if letter else widget.rect()
        return QRect(widget.mapToGlobal(box.topLeft()), box.size())

    def offsetAtPoint(self, _point: QPoint) -> int:
        return -1

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, start: int, end: int) -> None:
        pass

    def removeSelection(self, index: int) -> None:
        pass

    def setSelection(self, index: int, start: int, end: int) -> None:
        pass

    def setCursorPosition(self, place: int) -> None:
        pass

    def scrollToSubstring(self, start: int, end: int) -> None:
        pass


def _pressing(press: Callable[[], object] | None) -> dict[str, Callable[[], object]]:
    """Return the press action by Qt's name for it; empty if there is nothing to press."""
    return {} if press is None else {QAccessibleActionInterface.pressAction(): press}


class _Widget(QAccessibleWidget):
    """The interface of a widget, with what its `heard` returns.

    PySide keeps each interface until the program ends, so it must hold no data of its own.
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
        elif kind == QAccessible.Text.Description:  # Qt's is the tooltip, which may be HTML
            return heard.describe() if heard.describe else self.widget().accessibleDescription()
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
            elif kind == QAccessible.InterfaceType.TextInterface and self.heard.role in _TEXTS:
                self._sides[kind] = _Text(self)
        return cast("int", self._sides.get(kind, _NOTHING))

    # Parts

    def childCount(self) -> int:
        heard = self.heard
        return len(heard.parts) or (0 if heard.is_whole else super().childCount())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        count = len(self.heard.parts)
        if not count:
            return super().child(index)
        if not self._parts:
            self.widget().destroyed.connect(partial(_forget, self._parts))
        while len(self._parts) < count:
            self._parts.append(_Part(self, len(self._parts)))
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
        if hit is not None:
            return self.child(hit)
        return None if self.heard.is_whole else super().childAt(x, y)


def _forget(parts: "list[_Part]", *_destroyed: object) -> None:
    """Delete the interfaces of the parts of a widget that is gone."""
    for part in parts:
        part.owner = None  # first: Qt asks a part whether it is valid before it deletes it
        QAccessible.deleteAccessibleInterface(part.number)
    parts.clear()


class _Part(QAccessibleInterface):
    """The interface of the part of a widget with an index."""

    def __init__(self, owner: _Widget, index: int) -> None:
        super().__init__()
        self.owner: _Widget | None = owner
        self.index = index
        self._actions = _Actions(self.actions)
        self.number = QAccessible.registerAccessibleInterface(self)

    @property
    def _heard(self) -> Heard:
        return self.owner.heard if self.owner else Heard("Grouping")

    @property
    def _part(self) -> HeardPart | None:
        parts = self._heard.parts
        return parts[self.index] if self.index < len(parts) else None

    def actions(self) -> dict[str, Callable[[], object]]:
        """Return what can be done with the part."""
        return _pressing(self._part.choose if self._part else None)

    def isValid(self) -> bool:
        return self._part is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.owner

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self.owner.window() if self.owner else None

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
        if self._part is None or self.owner is None:
            return QRect()
        widget, box = self.owner.widget(), self._part.box()
        return QRect(widget.mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role[self._heard.part_role]

    def state(self) -> QAccessible.State:
        state, is_at = QAccessible.State(), self._heard.at == self.index
        state.focusable = state.selectable = True
        state.selected = is_at
        has_focus = self.owner is not None and QApplication.focusWidget() is self.owner.widget()
        state.focused = is_at and has_focus
        return state

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        is_action = kind == QAccessible.InterfaceType.ActionInterface
        return cast("int", self._actions if is_action else _NOTHING)
