"""Context menus of what is below the pointer, or of the focused widget."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from cqviewer.ui.page.chart_card import ChartCard
from cqviewer.ui.page.rows import Row
from cqviewer.ui.panel.source_panel import SourcePanel
from cqviewer.ui.state.focus import select_at_hand
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.selectable import SelectableText
from cqviewer.ui.table.table_view import FigureTable
from cqviewer.ui.window.actions import add_actions

Thing = Literal["figure", "chart", "row", "page"]
MENUS: dict[Thing, tuple[str, ...]] = {
    "figure": (
        *("copy_value", "copy", "copy_apa", "copy_bibtex", "-"),
        *("show_source", "show_in_source", "open_source", "-", "edit_part"),
    ),
    "chart": ("chart_table", "chart_copy", "chart_save", "present_chart", "-", "edit_part"),
    "row": ("edit_part",),
    "page": ("back", "forward", "-", "table", "panel", "find", "-", "present"),
}
"""The actions of each kind of thing; texts, rows and tables add their own."""
_IN = QPoint(8, -4)
"""px from a figure's lower left corner to a menu opened by key, so that it hides no value."""


@runtime_checkable
class WithFacts(Protocol):
    """A widget that shows figures and goals."""

    def fact_at(self, place: QPoint | None) -> str | None:
        """Return the id of the figure or goal at a place, or of the one the keyboard is on."""
        ...

    def fact_box(self, fact_id: str) -> QRect:
        """Return the rectangle of a figure or goal in the widget."""
        ...


class ContextMenus(QObject):
    """Shows one menu for the widget at a place and all widgets around it."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        store: Store,
        refresh: Callable[[], None],
        parent: QWidget,
    ) -> None:
        """Offer a window's actions, by name; `refresh` enables and disables them."""
        super().__init__(parent)
        self._actions = actions
        self._store = store
        self._refresh = refresh
        self._window = parent

    def show_by_key(self, event: QKeyEvent) -> bool:
        """Show the menu of the focused widget for Shift+F10; return whether that was pressed.

        Qt itself handles only the menu key.
        """
        focused = QApplication.focusWidget()
        has_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if focused is None or not has_shift or event.key() != Qt.Key.Key_F10:
            return False
        place = focused.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        asking = QContextMenuEvent(reason, place, focused.mapToGlobal(place))
        QApplication.sendEvent(focused, asking)  # it is passed on to the widgets around it
        return True

    def show(self, event: QContextMenuEvent, area: QWidget) -> None:
        """Show the menu for an event in an area.

        A figure is selected and a chart focused first, since the actions apply to these.
        """
        place = event.globalPos()
        is_by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        if is_by_keys:
            select_at_hand(self._window, self._store)
        inside = area.childAt(area.mapFromGlobal(place))
        start = QApplication.focusWidget() if is_by_keys else inside
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        things: list[Thing] = []  # from the inside out; empty for the page
        for widget in _upwards(start, area):
            if isinstance(widget, WithFacts):
                fact_id = widget.fact_at(None if is_by_keys else widget.mapFromGlobal(place))
                if fact_id is not None:
                    # Selecting it again would deselect its observation.
                    if fact_id != self._store.view.selected:
                        self._store.select(fact_id)
                    things.append("figure")
                    if is_by_keys:
                        place = widget.mapToGlobal(widget.fact_box(fact_id).bottomLeft() + _IN)
            elif isinstance(widget, SourcePanel) and self._store.selected_fact() is not None:
                widget.take_focus()  # the actions then apply to the panel's figure
                things.append("figure")
            elif isinstance(widget, ChartCard):
                widget.take_focus()
                things.append("chart")
            elif isinstance(widget, Row):
                widget.setFocus()  # so that this row is edited
                things.append("row")
            self._add_own(menu, widget)
        self._refresh()
        for thing in things or ["page"]:
            menu.addSeparator()
            can_be_done = [
                name for name in MENUS[thing] if name == "-" or self._actions[name].isEnabled()
            ]
            add_actions(menu, can_be_done, self._actions)
        menu.popup(place)

    def _add_own(self, menu: QMenu, widget: QWidget) -> None:
        """Add the entries that a text, a row of words or a table has of its own."""
        if isinstance(widget, SelectableText):
            copied = widget.selected_text or widget.text()
            self._add_copy(menu, self.tr("Copy te&xt"), copied)
        elif isinstance(widget, Row) and widget.citing:
            self._add_copy(menu, self.tr("Copy with so&urce"), widget.citing)
        elif isinstance(widget, FigureTable):
            widget.add_to(menu)

    def _add_copy(self, menu: QMenu, text: str, copied: str) -> None:
        clipboard = QGuiApplication.clipboard()
        menu.addAction(text).triggered.connect(lambda: clipboard.setText(copied))


def _upwards(start: QWidget | None, area: QWidget) -> Iterator[QWidget]:
    """Yield a widget and its ancestors within an area; nothing if it lies elsewhere."""
    one = start if start is not None and area.isAncestorOf(start) else None
    while one is not None and one is not area:
        yield one
        one = one.parentWidget()
