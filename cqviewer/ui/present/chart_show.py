"""A full-screen presentation of single charts, each as large as the screen allows."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHoverEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from cqviewer.model.facts import Chart
from cqviewer.ui.present.show_bar import ShowBar
from cqviewer.ui.present.slide import Slide, most_zoom
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.appearance import Appearance
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.focus import move_focus
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.style import style_sheet

_SETTLE_MS, _SLOW_MS = 50, 300
_BAR_HEIGHT = 560
"""Height in px of a screen on which the bar has the design's size."""
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Backspace: -1,
}
_LEAVING = ("Esc", "F11", "Ctrl+Shift+F", "Ctrl+W")


class ChartShow(QWidget):
    """A window that shows the charts of all tabs one by one.

    A slide is built and drawn while hidden, rebuilt smaller until it fits, and then shown. The
    slides before and after the shown one are built ahead.
    """

    closed = Signal(str)
    """Carries the id of the last chart that was shown."""
    source_wanted = Signal()
    """The user pressed Enter on a mark."""

    def __init__(
        self, chart: Chart, store: Store, drawer: Drawer, appearance: Appearance, parent: QWidget
    ) -> None:
        """Begin with a chart of the store's sheet."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._store = store
        self._drawer = drawer
        self._appearance = appearance
        self._charts = store.charts
        self._at = [one.id for one in self._charts].index(chart.id)
        self._slides: dict[int, Slide] = {}
        self._fitting: set[int] = set()
        self._shown: Slide | None = None
        self._bar: ShowBar | None = None
        self._pointer = QPointF()
        self._settle = single_shot(self, _SETTLE_MS, self._begin)
        self._check = single_shot(self, 0, self._on_check)
        self._slow = single_shot(self, _SLOW_MS, self._on_slow)
        store.view_changed.connect(self._on_view_changed)
        store.sheet_changed.connect(self._on_sheet_changed)
        appearance.changed.connect(self._begin)

    @property
    def chart(self) -> Chart:
        """Return the chart that is shown or about to be."""
        return self._charts[self._at]

    @property
    def slide(self) -> Slide | None:
        """Return the slide that is shown, if any."""
        return self._shown

    @property
    def bar(self) -> ShowBar | None:
        """Return the bar with the buttons, once it is built."""
        return self._bar

    @property
    def place(self) -> str:
        """Return the number of the chart and the count of all, in words."""
        return self._place(self._at)

    def _place(self, at: int) -> str:
        return self.tr("{number} of {count}").format(number=at + 1, count=len(self._charts))

    # Slides

    def _begin(self) -> None:
        """Rebuild all slides, for another size, theme, language or sheet."""
        for slide in self._slides.values():
            slide.deleteLater()
        self._slides = {}
        self._fitting = set()
        self._shown = None
        look = self._look(max(1.0, self.height() / _BAR_HEIGHT))
        self.setStyleSheet(style_sheet(look))
        if self._bar is not None:
            self._bar.deleteLater()
        bar = self._bar = ShowBar(look, self, self.tr("Previous chart"), self.tr("Next chart"))
        bar.previous.clicked.connect(self.show_previous)
        bar.next.clicked.connect(self.show_next)
        bar.leave.clicked.connect(self.close)
        self.update()
        self._go(self._at)

    def _look(self, zoom: float) -> Look:
        return Look(self._appearance.theme, zoom, self._store.view.language)

    def show_next(self) -> None:
        """Go to the next chart, if there is one."""
        self._go(self._at + 1)

    def show_previous(self) -> None:
        """Go to the chart before, if there is one."""
        self._go(self._at - 1)

    def _go(self, at: int) -> None:
        if not 0 <= at < len(self._charts) or self._bar is None:
            return
        self._at = at
        title = self._store.wording.text(self.chart.title)
        self.setWindowTitle(title)
        self._bar.show_place(self.place, has_previous=at > 0, has_next=at + 1 < len(self._charts))
        announce(self, f"{self.place}: {title}")
        self._make(at)
        if at in self._fitting:
            self._slow.start()
        else:
            self._show_slide()

    def _make(self, at: int, zoom: float | None = None) -> None:
        """Build a chart's slide and request its picture, unless done; `zoom` rebuilds it."""
        if zoom is None and at in self._slides:
            return
        chart = self._charts[at]
        if zoom is None:
            zoom = most_zoom(chart, self.width(), self.height())
        section = next(
            one for one in self._store.sheet.sections if chart.id in [own.id for own in one.charts]
        )
        place = f"{self._store.wording.text(section.title)} · {self._place(at)}"
        slide = Slide(chart, place, self._store, self._drawer, self._look(zoom), self)
        slide.drawn.connect(self._on_drawn)
        slide.view.installEventFilter(self)
        slide.view.source_wanted.connect(self.source_wanted)
        self._slides[at] = slide
        self._fitting.add(at)
        slide.prepare()

    def _on_drawn(self) -> None:
        self._check.start()

    def _on_check(self) -> None:
        """Rebuild drawn slides that do not fit smaller, and show the current one if it fits."""
        for at in sorted(self._fitting):
            slide = self._slides[at]
            if not slide.is_ready:
                continue
            zoom = slide.fitting_zoom()
            if zoom == slide.look.zoom:
                self._fitting.discard(at)
                continue
            if self._shown is slide:
                self._shown = None
            slide.deleteLater()
            self._make(at, zoom)
        if self._at not in self._fitting:
            self._show_slide()

    def _on_slow(self) -> None:
        """Show that the chart is being drawn."""
        slide = self._slides.get(self._at)
        if slide is not None and slide is not self._shown:
            self._bring_to_front(slide)

    def _show_slide(self) -> None:
        slide = self._slides[self._at]
        self._slow.stop()
        if slide is not self._shown:
            self._bring_to_front(slide)
        for at in (self._at + 1, self._at - 1):
            if 0 <= at < len(self._charts):
                self._make(at)
        for at in [one for one in self._slides if abs(one - self._at) > 1]:
            self._fitting.discard(at)
            self._slides.pop(at).deleteLater()

    def _bring_to_front(self, slide: Slide) -> None:
        before, self._shown = self._shown, slide
        slide.on_selection()
        slide.show()
        slide.raise_()
        if self._bar is not None:
            self._bar.raise_()
            if not any(one.hasFocus() for one in self._bar.buttons):
                # Without a ring: around the only part it would tell nothing.
                slide.view.setFocus(Qt.FocusReason.MouseFocusReason)
        if before is not None:
            before.hide()

    # What the store says

    def _on_view_changed(self, old: View, new: View) -> None:
        if not new.is_drawn_as(old):
            self._begin()
        elif (old.selected, old.observation) != (new.selected, new.observation):
            for slide in self._slides.values():
                slide.on_selection()

    def _on_sheet_changed(self) -> None:
        """Stay at the chart if the sheet still has it, or else at its number."""
        before = self.chart.id
        if not self._store.charts:
            self.close()
            return
        self._charts = self._store.charts
        ids = [one.id for one in self._charts]
        self._at = ids.index(before) if before in ids else min(self._at, len(ids) - 1)
        self._begin()

    # Keys and pointer

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._step(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._step(event):
            super().keyPressEvent(event)

    def _step(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if QKeySequence(event.keyCombination()).toString() in _LEAVING:
            self.close()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        elif key in _STEPS:
            self._go(self._at + _STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self._charts) - 1)
        else:
            return False
        return True

    def focusNextPrevChild(self, forwards: bool) -> bool:
        if self._bar is not None:
            self._bar.appear()
        return move_focus(self, forwards=forwards)

    def event(self, event: QEvent) -> bool:
        """Show the bar when the pointer moves."""
        if isinstance(event, QHoverEvent):
            place = event.globalPosition()
            has_moved = event.type() == QEvent.Type.HoverMove and place != self._pointer
            self._pointer = place
            if has_moved and self._bar is not None:
                self._bar.appear()
        return super().event(event)

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look(1.0).color("page"))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit(self.chart.id)
        super().closeEvent(event)
