"""The keyboard focus: the stops of Tab, a ring around a page, and the figure that it is on."""

from collections.abc import Callable
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from cqviewer.model.numbers.period import Period
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import bring_into_sight, in_reading_order
from cqviewer.ui.style.tooltips import put_away_tooltip

_RING = 2
_Reason = Qt.FocusReason
_BY_KEYBOARD = (_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason)
_FOR_A_WHILE = (
    _Reason.ActiveWindowFocusReason,
    _Reason.PopupFocusReason,
    _Reason.MenuBarFocusReason,
)
"""The window or a menu takes the focus and gives it back: the ring is then as it was before."""


@runtime_checkable
class Ringed(Protocol):
    """A widget that paints the ring of its focus itself, where the keyboard brought it."""

    @property
    def shows_focus(self) -> bool:
        """Return whether there is a ring while the widget has the focus."""
        ...


def shows_ring(event: QFocusEvent, before: bool) -> bool:
    """Return whether a widget has a ring after it has got or lost the focus."""
    if event.reason() in _FOR_A_WHILE:
        return before
    return event.gotFocus() and event.reason() in _BY_KEYBOARD


def has_ring(widget: QWidget) -> bool:
    """Return whether a widget that has the focus shows a ring; buttons and fields always do."""
    return not isinstance(widget, Ringed) or widget.shows_focus


@runtime_checkable
class WithFigures(Protocol):
    """A widget on whose figures and goals the keyboard can be."""

    @property
    def at_hand(self) -> tuple[str, Period | None] | None:
        """Return the id that the keyboard is on, and of which period, if it is on one."""
        ...


def at_hand(window: QWidget) -> tuple[str, Period | None] | None:
    """Return the figure or goal that a window's keyboard is on, selected or not; else None.

    A click selects what it meets, so that only what the keyboard has come to may be another one.
    """
    focused = last_focus(window)
    shown: object = focused if focused is not None and has_ring(focused) else None
    return shown.at_hand if isinstance(shown, WithFigures) else None


def on_no_figure(window: QWidget) -> QWidget | None:
    """Return what shows figures and has a window's focus, but on none of them, if it is so."""
    focused = last_focus(window)
    shown: object = focused
    return focused if isinstance(shown, WithFigures) and shown.at_hand is None else None


def select_at_hand(window: QWidget, store: Store) -> None:
    """Select the figure that a window's keyboard is on, as keys act on it and not on another."""
    found = at_hand(window)
    if found is not None and (found[1] is not None or found[0] != store.view.selected):
        store.select(*found)


def give_focus(widget: QWidget, *, with_ring: bool) -> None:
    """Focus a widget, with a focus ring or, as after a click, without."""
    widget.setFocus(_Reason.TabFocusReason if with_ring else _Reason.OtherFocusReason)


def let_go(*parts: QWidget) -> bool:
    """Clear the focus if it is in one of some parts to be hidden; return whether it was.

    Else Qt itself moves it to the next field, the search mostly, which is read out.
    """
    focused = QApplication.focusWidget()
    if focused is None or not any(one is focused or one.isAncestorOf(focused) for one in parts):
        return False
    focused.clearFocus()
    return True


def last_focus(part: QWidget) -> QWidget | None:
    """Return what had the focus last in a part of a window, also while a menu has it."""
    return cast("QWidget | None", part.focusWidget())


def press_focused(window: QWidget) -> bool:
    """Press the button that a window's keyboard is on; return whether it is on one."""
    focused = window.focusWidget()
    if not isinstance(focused, QAbstractButton):
        return False
    focused.click()
    return True


def tab_stops(root: QWidget, also: QWidget | None = None) -> list[QWidget]:
    """Return the widgets below one that Tab stops at, and one more, in reading order.

    Qt's own order is that of creation, in which parts that were rebuilt come last.
    """
    found = []
    for child in in_reading_order(root):
        if not child.isEnabled():
            continue
        is_stop = child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None
        if is_stop or child is also:
            found.append(child)
        found += tab_stops(child, also)
    return found


def move_focus(
    window: QWidget, *, forwards: bool, passes: Callable[[QWidget], bool] = lambda _: False
) -> bool:
    """Move a window's focus to the next stop or the one before; return whether there is any.

    From a text with the caret, which is no stop, it goes on from where that stands. Stops that
    `passes` says so of are passed by.
    """
    focused = window.focusWidget()
    stops = [one for one in tab_stops(window, focused) if one is focused or not passes(one)]
    if not stops:
        return False
    if focused in stops:
        following = stops.index(focused) + (1 if forwards else -1)
    else:
        following = 0 if forwards else -1
    target = stops[following % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    bring_into_sight(target)
    return True


class FormDialog(QDialog):
    """A dialog that Tab walks as it is read, and in which Enter presses only what has the focus.

    Qt's own would press its first button from any field, and close at Esc below a tooltip.
    """

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return move_focus(self, forwards=forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_focused(self)
        elif event.key() != Qt.Key.Key_Escape or not put_away_tooltip():
            super().keyPressEvent(event)


class TextField(QLineEdit):
    """A field that writes no letter that is pressed with Alt, as for a button that is disabled.

    A key that leads to it brings it into sight; Qt does so for Tab alone.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            bring_into_sight(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alone = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alone and event.text().isascii() and event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)


class FocusRing(QWidget):
    """A ring that lies over a widget, inside its edge, while the keyboard has brought the focus."""

    def __init__(self, around: QWidget, look: Look) -> None:
        """Create the ring as a child of a widget, which it covers."""
        super().__init__(around)
        self._look = look
        self.is_wanted = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        around.installEventFilter(self)

    def eventFilter(self, around: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.is_wanted = shows_ring(event, self.is_wanted)
            self.setVisible(self.is_wanted and event.gotFocus())
            self.raise_()
        if isinstance(around, QWidget) and self.size() != around.size():
            self.resize(around.size())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("ink"), _RING))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
