"""The picture of one chart, whose marks can be pointed at, clicked and reached by arrow keys."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy

from cqviewer.charts.contents import chart_facts
from cqviewer.charts.drawing import DrawOptions, Mark
from cqviewer.model.facts import Chart, Indicator
from cqviewer.model.numbers.period import Period
from cqviewer.ui.page.card import source_of_mark
from cqviewer.ui.page.chart_stops import next_stop, stops_of
from cqviewer.ui.state.drawer import Drawer, Picture
from cqviewer.ui.state.focus import PaintsRing, is_enter
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.state.worker_client import Call, Urgency
from cqviewer.ui.style.heard import Heard, HeardPart, tell_focus
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.pixel_edges import frame_inside
from cqviewer.ui.style.tooltips import MarkTip

BLEED, TARGET = 8, 24
"""px by which a chart is wider than its text; least px of a target (WCAG 2.2, 2.5.8)."""
_SLOW_MS, _REST_MS = 300, 300


class ChartView(PaintsRing, QLabel):
    """The drawn part of a chart card.

    It is a QLabel with a pixmap, so that assistive technology treats it as a picture; it paints
    itself.
    """

    drawn = Signal()
    """The requested picture is shown, or the chart has failed."""
    failed = Signal(str)
    """Carries the sentence that says why the chart could not be drawn."""
    source_wanted = Signal()
    """The user pressed Enter on a mark."""
    drag_wanted = Signal()
    """The user began to drag the chart."""

    def __init__(self, chart: Chart, store: Store, drawer: Drawer, look: Look) -> None:
        """Show a chart of the store's sheet; it is drawn when it is first shown or prepared."""
        super().__init__()
        self.chart = chart
        self._store = store
        self._sheet = store.sheet  # of this chart, also after another one has been opened
        self._drawer = drawer
        self._look = look
        self._picture = drawer.latest(chart, look)
        self._plain: Picture | None = None
        """The last picture without a selection, which is shown again once nothing is selected."""
        self._wanted: DrawOptions | None = None
        self._is_behind = False
        self._call: Call | None = None  # which draws the requested picture
        self._is_slow = False
        self._pressed_at: QPoint | None = None
        self._stop = ""  # text of the mark that the keys are at
        self._tip = MarkTip(self)
        self.setPixmap(QPixmap(1, 1))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        height = self._picture.height * look.zoom / self._picture.look.zoom if self._picture else 0
        self.setFixedHeight(round(height) or look.px(200))
        self._settle = single_shot(self, 0, self.request)
        self._rest = single_shot(self, _REST_MS, self._on_rest)
        self._slow = single_shot(self, _SLOW_MS, self._on_slow)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the marks of the picture that is shown."""
        return self._picture.marks if self._picture else ()

    @property
    def is_drawn(self) -> bool:
        """Return whether the requested picture is shown."""
        shown = self._picture
        return shown is not None and (shown.chart, shown.look) == (self.chart, self._wanted)

    def request(self) -> None:
        """Request the picture for the present width, theme and selection."""
        options = DrawOptions(
            theme=self._look.theme,
            width=max(100, self.width() - 2 * self._look.px(BLEED)),
            language=self._store.view.language,
            zoom=self._look.zoom,
            selected=self._relevant(self._store.view.selected),
            before=self._store.old_values(chart_facts(self.chart, self._sheet)),
        )
        if options == self._wanted:
            return
        self._wanted = options
        self._is_behind = False
        if self._call is not None:
            self._call.drop()
            self._call = None
        if self._plain is not None and options == self._plain.look:
            self._show(self._plain)
            return
        if self._picture is None:
            self._slow.start()
        ratio = self.devicePixelRatioF()
        call = self._drawer.draw(self.chart, self._sheet, options, ratio, self, self._on_drawn)
        if call is not None and self.visibleRegion().isEmpty():  # hidden, or scrolled out
            call.urgency = Urgency.SOON
        self._call = call

    def show_chart(self, chart: Chart) -> None:
        """Show another chart of the same sheet; the present picture stays until that is drawn."""
        self.chart = chart
        self._plain = self._wanted = None
        self.setVisible(True)  # the one before may have failed
        self._settle.start()

    def on_selection(self) -> None:
        """Show the new selection: first as a tint, then in a new picture."""
        self.update()
        if self._wanted is not None and self.isVisible():  # a hidden view requests it in showEvent
            self.request()

    def _relevant(self, selected: str | None) -> str | None:
        """Return the selected id if the chart shows it; other selections need no new picture."""
        shown = {mark.figure for mark in self.marks}.union(chart_facts(self.chart, self._sheet))
        return selected if selected in shown else None

    def _on_drawn(self, picture: Picture) -> None:
        self._call = None
        self._show(picture)
        if self._is_behind:
            self.request()
        self.drawn.emit()

    def _show(self, picture: Picture) -> None:
        self._slow.stop()
        self._is_slow = False
        self._picture = picture
        if picture.error:
            self.failed.emit(picture.error)
            return
        if picture.look.selected is None:
            self._plain = picture
        self.setFixedHeight(picture.height)
        self.update()
        self._rest.start()

    def _on_rest(self) -> None:
        """Cache the picture for the next start, once it has been shown for a while."""
        if self._picture is not None and self.is_drawn and not self._is_behind:
            self._drawer.keep(self._picture, self._sheet)

    def _on_slow(self) -> None:
        self._is_slow = True
        self.update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is None or self._picture.image is None:
            if self._is_slow:
                self._paint_loading(painter)
            return
        selected = self._store.view.selected
        if self._picture.look.selected != self._relevant(selected):
            for mark in self.marks:
                if mark.figure == selected:
                    self._paint_chosen(painter, self._box(mark))
        if self._scale() == (1.0, 1.0):
            painter.drawImage(0, 0, self._picture.image)
        else:  # scaled, until the picture for the new size has been drawn
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._picture.image)
        self._paint_observation(painter)
        if self.shows_focus and self.hasFocus():
            focused, whole = self._focused_mark(), QRectF(self.rect())
            ring = whole if focused is None else self._box(focused).intersected(whole)
            frame_inside(painter, ring, self._look.color("ink"))

    def _paint_chosen(self, painter: QPainter, box: QRectF) -> None:
        """Tint the selected mark, or frame it in themes of high contrast."""
        if self._look.theme.is_high_contrast:
            frame_inside(painter, box, self._look.color("accent"))
        else:
            painter.fillRect(box, self._look.color("tint"))

    def _paint_observation(self, painter: QPainter) -> None:
        """Frame the selected observation if it is not the latest of its figure."""
        at = (self._store.view.selected, self._store.view.observation)
        for mark in self.marks:
            if mark.period is not None and (mark.figure, mark.period) == at:
                box = self._box(mark).intersected(QRectF(self.rect()))
                frame_inside(painter, box, self._look.color("accent"))

    def _paint_loading(self, painter: QPainter) -> None:
        look, left = self._look, self._look.px(BLEED)
        for index, share in enumerate((0.85, 0.6, 0.42, 0.17)):
            wide = (self.width() - 2 * left) * share
            bar = QRectF(left, look.px(8 + 24 * index), wide, look.px(14))
            painter.fillRect(bar, look.color("hair"))
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink3"))
        painter.drawText(left, look.px(122), self.tr("Drawing the chart …"))

    # Pointing, clicking, keys

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the mark at a point of the widget: the smallest, or of these the nearest."""

        def rank(mark: Mark) -> tuple[float, float]:
            off = self._box(mark).center() - QPointF(x, y)
            return mark.width * mark.height, off.x() ** 2 + off.y() ** 2

        hit = [mark for mark in self.marks if self._target(mark).contains(x, y)]
        return min(hit, key=rank, default=None)

    @property
    def at_hand(self) -> tuple[str, Period | None] | None:
        """Return the figure and period that the keyboard is on, also before they are drawn."""
        mark, view = self._focused_mark(), self._store.view
        if mark is not None:
            return mark.figure, mark.period
        selected = None if self.marks else self._relevant(view.selected)
        return (selected, view.observation) if selected else None

    def fact_at(self, place: QPoint | None) -> str | None:
        """Return the id of the mark at a place, or of the one that the keyboard is on."""
        mark = self._focused_mark() if place is None else self.mark_at(place.x(), place.y())
        return mark.figure if mark else None

    def fact_box(self, fact_id: str) -> QRect:
        """Return the box of a figure's first mark, or of the whole chart if it has none."""
        boxes = (self._place(mark) for mark in self.marks if mark.figure == fact_id)
        return next(boxes, self.rect())

    def marks_box(self, fact_id: str, period: Period | None) -> QRect:
        """Return the box of all marks of a figure, or of a period; else of the whole chart."""
        boxes = QRectF()
        for mark in self.marks:
            if mark.figure == fact_id and period in (None, mark.period):
                boxes |= self._box(mark)
        return boxes.toRect() if boxes.isValid() else self.rect()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed_at is not None:
            way = event.position().toPoint() - self._pressed_at
            if way.manhattanLength() >= QApplication.startDragDistance():
                self._pressed_at = None
                self.drag_wanted.emit()
            return
        mark = self.mark_at(event.position().x(), event.position().y())
        if mark is None:
            self.unsetCursor()
            self._tip.leave()
            return
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        others = [self._place(one) for one in self.marks if one != mark]
        box = self._target(mark).toRect()
        self._tip.tell(mark.text, event.position().toPoint(), box, others)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position().x(), event.position().y())
        if mark and event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._go_to(mark)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        stops = [] if with_control else self.stops
        following = next_stop(stops, self.at, event.key())
        if following is not None:
            self._go_to(stops[following])
        elif is_enter(event) and self.at_hand:
            self.source_wanted.emit()
        else:
            super().keyPressEvent(event)

    @property
    def stops(self) -> list[Mark]:
        """Return the marks that the arrow keys stop at."""
        return stops_of(self.marks)

    @property
    def at(self) -> int:
        """Return the index of the stop that the keys are at; -1 if its figure is not selected."""
        stops, seen = self.stops, self._store.seen_fact()
        period = seen.latest.period if isinstance(seen, Indicator) else None
        own = [at for at, one in enumerate(stops) if seen is not None and one.figure == seen.id]
        shown = [at for at in own if stops[at].period in (period, None)]
        same = [at for at in shown if stops[at].text.casefold() == self._stop]
        return next(iter([*same, *shown, *own]), -1)

    def _go_to(self, stop: Mark) -> None:
        """Select the figure of a stop, and notify assistive technology of the mark."""
        self._stop = stop.text.casefold()
        self._store.select(stop.figure, stop.period)
        self.update()
        tell_focus(self)

    def _press(self, stop: Mark) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)  # as a click does
        self._go_to(stop)

    def heard(self) -> Heard:
        """Return a chart whose parts are the stops of the keys."""
        parts = tuple(
            HeardPart(
                partial(str, one.text),
                partial(self._place, one),
                partial(self._press, one),
                partial(source_of_mark, one, self._store),
            )
            for one in self.stops
        )
        return Heard("Chart", parts=parts, at=self.at, is_whole=True)

    def _focused_mark(self) -> Mark | None:
        return self.stops[self.at] if self.at >= 0 else None

    # Events

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(100), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted is None or event.size().width() == event.oldSize().width():
            return
        self._is_behind = self._call is not None  # requested again once that is drawn
        if not self._is_behind:
            self.request()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._call is not None:
            self._call.urgency = Urgency.NOW
        if self._wanted is None:
            self._settle.start()
        else:
            self.request()

    def event(self, event: QEvent) -> bool:
        """Draw again when the window moves to a screen of another pixel density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._wanted is not None:
            self._wanted = None
            self._settle.start()
        return super().event(event)

    def _scale(self) -> tuple[float, float]:
        """Return the factors by which the picture is scaled until the next one is drawn."""
        picture = self._picture
        if picture is None or picture.image is None:
            return 1.0, 1.0
        size = picture.image.deviceIndependentSize()
        wide = self.width() / size.width() if abs(self.width() - size.width()) >= 1 else 1.0
        return wide, self.height() / picture.height

    def _place(self, mark: Mark) -> QRect:
        """Return the rectangle of a mark in whole px."""
        return self._box(mark).toRect()

    def _target(self, mark: Mark) -> QRectF:
        """Return the rectangle in which a mark is hit, enlarged to the least size of a target."""
        box, least = self._box(mark), self._look.px(TARGET)
        wide, high = max(0, least - box.width()) / 2, max(0, least - box.height()) / 2
        return box.adjusted(-wide, -high, wide, high)

    def _box(self, mark: Mark) -> QRectF:
        wide, high = self._scale()
        return QRectF(mark.x * wide, mark.y * high, mark.width * wide, mark.height * high)
