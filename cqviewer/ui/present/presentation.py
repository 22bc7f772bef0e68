"""Presenting to an audience: the tab over the full screen, enlarged, or one chart alone."""

from collections.abc import Callable
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QKeySequence, QShortcut, QWindowStateChangeEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QMainWindow, QScrollArea, QWidget

from cqviewer.model.facts import Chart
from cqviewer.ui.page.page import PageHolder
from cqviewer.ui.present.chart_show import ChartShow
from cqviewer.ui.present.show_bar import ShowBar
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.appearance import MOST_ZOOM, Appearance
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.focus import has_focus_within, is_within, last_focus, let_go
from cqviewer.ui.state.focus_restorer import FocusKeeper
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import ANY_SIZE, Look
from cqviewer.ui.style.sight import bring_into_sight

DESIGN_WIDTH = 1180
"""Width in px of the design's window, which is zoomed to the screen when a tab is presented."""
_POINTER_MS = 150
_NEAR = 24
_SYSTEMS_SIZE = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


class _Before(NamedTuple):
    """The state of the window before a tab was presented."""

    state: Qt.WindowState
    place: QRect
    zoom: float
    is_panel_open: bool
    section: str
    scroll: float


class Presentation(QObject):
    """Presents what a window shows, and restores the window afterwards."""

    keeper: FocusKeeper
    """Remembers the focus on the page; set by the window."""
    panel_wanted = Signal()
    """The Source panel should be opened for a figure of a presented chart."""
    source_wanted = Signal()
    """The user pressed Enter on a figure of a presented chart; the window is active again."""

    def __init__(
        self, window: QMainWindow, store: Store, drawer: Drawer, appearance: Appearance
    ) -> None:
        """Begin without presenting; `place` must be called before that."""
        super().__init__(window)
        self._window = window
        self._store = store
        self._drawer = drawer
        self._appearance = appearance
        self._toolbar: QWidget
        self._content: PageHolder
        self._before: _Before | None = None
        self._has_bars = True
        self._is_at_top = False
        self._wants_source = False
        self._show: ChartShow | None = None
        self._bar: ShowBar | None = None
        self._pointer_at = QPoint()
        self._shared = [
            self._shortcut("Right", self.next_tab),
            self._shortcut("Left", self.previous_tab),
            self._shortcut("Space", self.step_on),
            self._shortcut("Backspace", self.step_back),
        ]
        self._keys = [
            self._shortcut("PgDown", self.step_on),
            self._shortcut("PgUp", self.step_back),
            *self._shared,
        ]
        self._pointer = QTimer(self)
        self._pointer.setInterval(_POINTER_MS)
        self._pointer.timeout.connect(self._on_pointer)

    def place(self, toolbar: QWidget, content: PageHolder, look: Look) -> None:
        """Use newly built parts of the window and their look."""
        self._toolbar, self._content, self._look_of_bar = toolbar, content, look
        self._drop_bar()
        self._arrange()

    def _drop_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None

    def _show_bar(self) -> None:
        """Show for a while the bar with buttons for the pointer."""
        if self._bar is None:
            previous, following = self.tr("Previous tab"), self.tr("Next tab")
            self._bar = ShowBar(self._look_of_bar, self._window, previous, following)
            self._bar.previous.clicked.connect(self.previous_tab)
            self._bar.next.clicked.connect(self.next_tab)
            self._bar.leave.clicked.connect(self.leave)
        ids = [section.id for section in self._store.sheet.sections]
        at = ids.index(self._store.view.section)
        place = self.tr("{number} of {count}").format(number=at + 1, count=len(ids))
        self._bar.show_place(place, has_previous=at > 0, has_next=at + 1 < len(ids))
        self._bar.appear()

    def _shortcut(self, key: str, slot: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.activated.connect(slot)
        shortcut.setEnabled(False)
        return shortcut

    @property
    def is_on(self) -> bool:
        """Return whether a tab is presented."""
        return self._before is not None

    @property
    def show(self) -> ChartShow | None:
        """Return the window that presents one chart, if there is one."""
        return self._show

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action does, by its name."""
        return {"present": self.toggle, "present_chart": self.present_chart}

    # A tab over the full screen

    def toggle(self) -> None:
        """Present the tab over the full screen, or leave that."""
        if self.is_on:
            self.leave()
        else:
            self._enter()

    def _enter(self) -> None:
        window, view = self._window, self._store.view
        self._before = _Before(
            window.windowState(),
            window.geometry(),
            view.zoom,
            view.is_panel_open,
            view.section,
            self._content.page.share,
        )
        self._has_bars = False
        self._pointer_at = QCursor.pos()
        self._is_at_top = True  # a pointer that is already there does not show the bars
        for key in self._keys:
            key.setEnabled(True)
        window.installEventFilter(self)
        app().focusChanged.connect(self._on_focus_changed)
        self._pointer.start()
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        wide = window.screen().size().width() / DESIGN_WIDTH
        scale = self._appearance.text_scale
        # The enlargement by the system's font is limited; beyond that limit the zoom alone counts.
        fitting = round(wide if wide > MOST_ZOOM else wide / scale, 2)
        self.keeper.keep()
        let_go(window)  # otherwise it would be read out again after the rebuild
        self._look(max(view.zoom, fitting), is_panel_open=False)
        announce(
            window,
            self.tr("Presentation. Page Up and Page Down step through it, Esc leaves it."),
        )

    def leave(self) -> None:
        """Restore zoom, panel, place and window, if a tab is presented."""
        before = self._stop()
        if before is None:
            return
        self._look(before.zoom, is_panel_open=before.is_panel_open)
        self.keeper.give_back()
        if self._store.view.section == before.section:
            self._content.page.restore_scroll(before.scroll)

    def _stop(self) -> _Before | None:
        """Leave the full screen; return the state before, or None if nothing was presented."""
        before, self._before = self._before, None
        if before is not None:
            self._drop_bar()
            self._pointer.stop()
            app().focusChanged.disconnect(self._on_focus_changed)
            self._window.removeEventFilter(self)
            for key in self._keys:
                key.setEnabled(False)
            self._window.setWindowState(before.state)
            if not before.state & _SYSTEMS_SIZE:
                self._window.setGeometry(before.place)
        return before

    def end(self) -> None:
        """Restore the view of a closing window, without rebuilding its parts."""
        if self._show is not None:
            self._show.close()
        before = self._stop()
        if before is not None:
            self._store.blockSignals(True)
            self._store.look(zoom=before.zoom, is_panel_open=before.is_panel_open)
            self._store.blockSignals(False)

    def _look(self, zoom: float, *, is_panel_open: bool) -> None:
        """Set zoom and panel, and show or hide the bars."""
        self._store.look(zoom=zoom, is_panel_open=is_panel_open)
        self._arrange()

    def escape(self) -> bool:
        """Hide the bars or leave the full screen; return whether there was anything to leave."""
        if self.is_on and self._has_bars:
            self.show_bars(are_shown=False)
        elif self.is_on:
            self.leave()
        elif self._window.isFullScreen():  # by the system, not by us
            self._window.showNormal()
        else:
            return False
        return True

    def show_bars(self, *, are_shown: bool = True) -> None:
        """Show or hide menus and tool bar over a presented tab."""
        if self.is_on:
            self._has_bars = are_shown
            self._arrange()

    def _arrange(self) -> None:
        """Hide menus and tool bar while a tab is presented, unless they are wanted."""
        has_bars = self._has_bars or not self.is_on
        # Not hidden: the keys of a menu that is hidden do nothing.
        self._window.menuBar().setMaximumHeight(ANY_SIZE if has_bars else 0)
        if not has_bars:
            self._take_focus()  # before the tool bar is hidden, or Qt would move it elsewhere
        self._toolbar.setVisible(has_bars)

    def _take_focus(self) -> None:
        # Without a ring: around the whole page it would tell nothing.
        self._content.page.setFocus(Qt.FocusReason.MouseFocusReason)

    # Stepping

    def step_on(self) -> None:
        """Scroll down by a screen, from the end of the page to the next tab."""
        bar = self._content.page.verticalScrollBar()
        if bar.value() < bar.maximum():
            bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
        elif self._step_tab(1):
            self._content.page.verticalScrollBar().setValue(0)

    def step_back(self) -> None:
        """Scroll up by a screen, from the start of the page to the end of the tab before."""
        bar = self._content.page.verticalScrollBar()
        if bar.value() > 0:
            bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
        elif self._step_tab(-1):
            bar = self._content.page.verticalScrollBar()
            bar.setValue(bar.maximum())

    def next_tab(self) -> None:
        """Go to the next tab, if there is one."""
        self._step_tab(1)

    def previous_tab(self) -> None:
        """Go to the tab before, if there is one."""
        self._step_tab(-1)

    def _step_tab(self, step: int) -> bool:
        ids = [section.id for section in self._store.sheet.sections]
        at = ids.index(self._store.view.section) + step
        if not 0 <= at < len(ids):
            return False
        self._store.look(section=ids[at])
        self._take_focus()
        return True

    # Events

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if self._wants_source and event.type() == QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self, self._enter_source)
        if isinstance(event, QWindowStateChangeEvent):
            was_full = event.oldState() & Qt.WindowState.WindowFullScreen
            if was_full and not self._window.isFullScreen():
                QTimer.singleShot(0, self, self.leave)
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Disable the shortcuts of arrow keys and Space while a focused widget uses these keys."""
        has_none = new is None or isinstance(new, (QScrollArea, QMainWindow))
        for key in self._shared:
            key.setEnabled(self.is_on and has_none)

    def _on_pointer(self) -> None:
        """Show menus and tool bar when the pointer reaches the top, until it moves below them."""
        window = self._window
        pointer = QCursor.pos()
        place = window.mapFromGlobal(pointer)
        was_at_top, self._is_at_top = self._is_at_top, place.y() <= 1
        if not window.isActiveWindow() or app().activePopupWidget() is not None:
            return
        before, self._pointer_at = self._pointer_at, pointer
        if pointer != before and window.rect().contains(place):
            self._show_bar()
        is_below = place.y() > self._toolbar.geometry().bottom() + _NEAR
        has_come = self._is_at_top and not was_at_top and window.rect().contains(place)
        if has_come and not self._has_bars:
            self.show_bars()
        elif self._has_bars and is_below and not has_focus_within(self._toolbar):
            self.show_bars(are_shown=False)

    # One chart alone

    def present_chart(self) -> None:
        """Present the chart at hand, or activate the window that presents one."""
        if self._show is not None:
            self._show.activateWindow()
            return
        chart = self.chart_at_hand()
        if chart is None:
            return
        window = self._window
        show = ChartShow(chart, self._store, self._drawer, self._appearance, window)
        show.closed.connect(self._on_show_closed)
        show.source_wanted.connect(self._on_source_wanted)
        self._show = show
        show.setGeometry(window.screen().geometry())
        show.showFullScreen()

    def chart_at_hand(self) -> Chart | None:
        """Return the chart with the focus, or the selection, or nearest the top; else the first."""
        page = self._content.page
        focused = last_focus(page)
        selected = self._store.view.selected
        with_focus = [one.chart for one in page.chart_cards if is_within(focused, one)]
        with_selection = [one.chart for one in page.chart_cards if selected in one.facts]
        nearest = [one.chart for one in sorted(page.chart_cards, key=self._distance)]
        return next(iter([*with_focus, *with_selection, *nearest, *self._store.charts]), None)

    def _distance(self, card: QWidget) -> int:
        viewport = self._content.page.viewport()
        return abs(card.mapTo(viewport, QPoint(0, 0)).y())

    def _on_show_closed(self, chart_id: str) -> None:
        """Go to the page of the chart that was presented last, and focus the chart."""
        self._show = None
        for section in self._store.sheet.sections:
            if chart_id in [one.id for one in section.charts]:
                self._store.look(section=section.id)
        for card in self._content.page.chart_cards:
            if card.chart.id == chart_id:
                bring_into_sight(card)
                card.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_source_wanted(self) -> None:
        """Close the chart, and go to its selected figure's source once the window is active."""
        if self._show is not None:
            self._show.close()
        self.panel_wanted.emit()
        if self._window.isActiveWindow():
            self.source_wanted.emit()
            return
        # Only an active window has the focus, to which Esc then leads back from the source.
        self._wants_source = True
        self._window.installEventFilter(self)
        self._window.activateWindow()

    def _enter_source(self) -> None:
        self._wants_source = False
        if not self.is_on:
            self._window.removeEventFilter(self)
        self.source_wanted.emit()


def app() -> QApplication:
    """Return Qt's application object, which exists wherever there is a window."""
    return cast(QApplication, QApplication.instance())
