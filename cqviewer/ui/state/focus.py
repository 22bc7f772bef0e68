"""The keyboard focus: its stops by Tab, its ring, and the figure that it is on."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeGuard, cast, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from cqviewer.model.numbers.period import Period
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.pixel_edges import frame_inside
from cqviewer.ui.style.sight import bring_into_sight, in_reading_order
from cqviewer.ui.style.tooltips import put_away_tooltip

_Reason = Qt.FocusReason
_BY_KEYBOARD = (_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason)
_FOR_A_WHILE = (
    _Reason.ActiveWindowFocusReason,
    _Reason.PopupFocusReason,
    _Reason.MenuBarFocusReason,
)
"""Reasons of a focus that soon returns, from a menu or another window; the ring then stays."""


if TYPE_CHECKING:
    _Widget = QWidget  # whose handlers a mixin calls
else:
    _Widget = object


@runtime_checkable
class Ringed(Protocol):
    """A widget that paints its own focus ring, and only where the keyboard brought the focus."""

    @property
    def shows_focus(self) -> bool:
        """Return whether there is a ring while the widget has the focus."""
        ...


class PaintsRing(_Widget):
    """A mixin before a class of Qt's: keeps `shows_focus`, by which the widget paints its ring."""

    shows_focus = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.shows_focus = shows_ring(event, self.shows_focus)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.shows_focus = shows_ring(event, self.shows_focus)
        super().focusOutEvent(event)


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
    """A widget that shows figures or goals, one of which the keyboard can be on."""

    @property
    def at_hand(self) -> tuple[str, Period | None] | None:
        """Return the id of what the keyboard is on and its period (None: the latest), else None."""
        ...


def at_hand(window: QWidget) -> tuple[str, Period | None] | None:
    """Return the figure or goal that a window's keyboard is on, selected or not; else None.

    A click selects what it hits, so only after keys can this differ from the selection.
    """
    focused = last_focus(window)
    shown: object = focused if focused is not None and has_ring(focused) else None
    return shown.at_hand if isinstance(shown, WithFigures) else None


def on_no_figure(window: QWidget) -> QWidget | None:
    """Return the focused widget if it shows figures but the keyboard is on none; else None."""
    focused = last_focus(window)
    shown: object = focused
    return focused if isinstance(shown, WithFigures) and shown.at_hand is None else None


def select_at_hand(window: QWidget, store: Store) -> None:
    """Select the figure that a window's keyboard is on, so that a command acts on that one."""
    found = at_hand(window)
    if found is not None and (found[1] is not None or found[0] != store.view.selected):
        store.select(*found)


def give_focus(widget: QWidget, *, with_ring: bool) -> None:
    """Focus a widget, with a focus ring or, as after a click, without."""
    widget.setFocus(_Reason.TabFocusReason if with_ring else _Reason.OtherFocusReason)


def let_go(*parts: QWidget) -> bool:
    """Clear the focus if it is within parts that are about to be hidden; return whether it was.

    Otherwise Qt moves it to the next field, mostly the search, which a screen reader reads out.
    """
    focused = QApplication.focusWidget()
    if focused is None or not any(is_within(focused, one) for one in parts):
        return False
    focused.clearFocus()
    return True


def is_within(widget: QWidget | None, part: QWidget) -> bool:
    """Return whether a widget is a part of a window, or lies in that part."""
    return widget is not None and (widget is part or part.isAncestorOf(widget))


def has_focus_within(part: QWidget) -> bool:
    """Return whether the keyboard is in a part of a window."""
    return is_within(QApplication.focusWidget(), part)


def is_alive(widget: QWidget | None) -> TypeGuard[QWidget]:
    """Return whether Qt still has a widget; Python may hold one that Qt has deleted."""
    return any(one is widget for one in QApplication.allWidgets())


def last_focus(part: QWidget) -> QWidget | None:
    """Return the widget of a part that has or last had the focus, also while a menu has it."""
    return cast("QWidget | None", part.focusWidget())


def is_enter(event: QKeyEvent) -> bool:
    """Return whether a key is Enter, be it that of the number pad."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_focused(window: QWidget) -> bool:
    """Press the button that a window's keyboard is on; return whether it is on one."""
    focused = window.focusWidget()
    if not isinstance(focused, QAbstractButton):
        return False
    focused.click()
    return True


def tab_stops(root: QWidget, also: QWidget | None = None) -> list[QWidget]:
    """Return the widgets within `root` that Tab stops at, and `also`, in reading order.

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
    window: QWidget, *, forwards: bool, is_skipped: Callable[[QWidget], bool] = lambda _: False
) -> bool:
    """Move a window's focus to the next stop or the one before; return whether there is any.

    A text that has the caret is no stop itself, but the move begins there. Stops for which
    `is_skipped` returns true are left out.
    """
    focused = window.focusWidget()
    stops = [one for one in tab_stops(window, focused) if one is focused or not is_skipped(one)]
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
    """A dialog in which Tab follows the reading order and Enter presses only the focused button.

    Qt's own dialog presses its first button from any field, and Esc closes it under a tooltip.
    """

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return move_focus(self, forwards=forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            press_focused(self)
        elif event.key() != Qt.Key.Key_Escape or not put_away_tooltip():
            super().keyPressEvent(event)


class TextField(QLineEdit):
    """A field that ignores letters pressed with Alt, which are the access keys of buttons.

    It is scrolled into sight when an access key focuses it; Qt does that for Tab alone.
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
    """A ring inside the edge of a widget, shown while that has the focus by the keyboard."""

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
        frame_inside(QPainter(self), self.rect(), self._look.color("ink"))
