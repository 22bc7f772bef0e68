"""Key-figure cards: a rule, the value with its unit and marks, a label, and the foot below."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from cqviewer.charts.drawing import Mark
from cqviewer.charts.layout import SPARKLINE
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Indicator, KeyFigure
from cqviewer.model.judging.verdict import target_citations, verdict_of
from cqviewer.model.numbers.period import Period
from cqviewer.model.provenance import citations_of
from cqviewer.model.wording.courses import course_phrase
from cqviewer.ui.page.card_foot import CardFoot
from cqviewer.ui.page.value_line import ValueLine
from cqviewer.ui.page.verdict_mark import paint_tick
from cqviewer.ui.state.focus import PaintsRing, is_enter
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.heard import Heard, tell_chosen
from cqviewer.ui.style.lines import Lines, Wrapped
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.pixel_edges import frame_inside
from cqviewer.ui.style.tooltips import plain_tooltip

INSET = 8
MOST_LABEL_LINES = 3
_VALUE_TOP, _VALUE_HEIGHT, _LABEL_TOP, _TARGET_LINE = 10, 36, 48, 18
_RING = 2
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def source_of(fact_id: str, store: Store, period: Period | None = None) -> str:
    """Return a sentence that names the source of a figure or goal; empty if it has none.

    With a period, the source of the figure's observation of that period.
    """
    fact = store.fact(fact_id, period)
    return _named(citations_of(fact, store.sheet) if fact else [], store)


def source_of_mark(mark: Mark, store: Store) -> str:
    """Return a sentence with the sources of a chart's mark; of a target also where that is set."""
    figure = store.sheet.indicators.get(mark.figure)
    if figure is None or mark.target is None:
        return source_of(mark.figure, store, mark.period)
    cited = []
    for target in figure.targets:
        if target.period == mark.target:
            outturn = verdict_of(figure, target).outturn
            fact = store.fact(figure.id, outturn.period) if outturn else None
            cited += [*target_citations(target), *(citations_of(fact, store.sheet) if fact else ())]
    return _named(cited, store)


def _named(cited: Iterable[Citation], store: Store) -> str:
    wording = store.wording
    names = dict.fromkeys(wording.cited(one, store.sheet) for one in cited)
    return wording.sources_named(names, len(names))


class FigureCard(PaintsRing, QAbstractButton):
    """One key figure; a click or Space selects it."""

    source_wanted = Signal()
    """The user pressed Enter to see the source of the figure, which has been selected."""

    def __init__(self, figure: KeyFigure, store: Store, look: Look) -> None:
        """Show a key figure of the store's sheet."""
        super().__init__()
        self._store = store
        self._look = look
        self.indicator: Indicator = store.sheet.indicators[figure.indicator]
        wording = store.wording
        self._figure = figure
        self._foot = CardFoot(figure, store, look)
        self._course: QImage | None = None
        self.label = wording.text(figure.label) or wording.name(self.indicator)
        room = look.px(SPARKLINE[0])
        whole = ValueLine(self.indicator, wording, look, room, label=figure.label, is_whole=True)
        self._moves_unit = self.has_course and whole.width > room and bool(whole.parts.unit)
        if self._moves_unit:
            name = wording.text(figure.label) or wording.short_name(self.indicator)
            self.label = wording.join([name, whole.parts.unit])
        self._label_lines, self._is_aimed = 1, self.has_target
        font = look.font("body")
        # Names that begin alike end otherwise: 'Births: North', 'Births: South'.
        self._wrapped = Wrapped(
            self.label, font, self._label_line, MOST_LABEL_LINES, keeps_end=True
        )
        self._is_pointed_at = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(wording.figure_phrase(self.indicator, figure.label))
        self._seen_as = self.is_selected, self._is_input
        self.clicked.connect(self._select)

    @property
    def has_course(self) -> bool:
        """Return whether the card has room for a sparkline."""
        return self._foot.has_course

    def show_course(self, image: QImage) -> None:
        """Show a sparkline, which has the size that the design gives it."""
        self._course = image
        self.update()

    @property
    def is_selected(self) -> bool:
        """Return whether this figure is the selected one."""
        return self._store.view.selected == self.indicator.id

    @property
    def _is_input(self) -> bool:
        """Return whether the selected figure is derived from this one."""
        selected = self._store.selected_fact()
        derivation = selected.derivation if isinstance(selected, Indicator) else None
        return derivation is not None and self.indicator.id in derivation.inputs

    def _press(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)  # as a click does
        self._select()

    def _select(self) -> None:
        self._store.select(self.indicator.id)

    def on_selection(self) -> None:
        """Show the new selection."""
        was_selected, was_input = self._seen_as
        self._seen_as = is_selected, is_input = self.is_selected, self._is_input
        if (is_selected, is_input) != (was_selected, was_input):
            self.update()
        if is_selected != was_selected:
            tell_chosen(self, is_chosen=is_selected)

    def heard(self) -> Heard:
        """Return an item of the list of key figures, with its source."""
        return Heard(
            "ListItem",
            describe=self._describe,
            is_chosen=self.is_selected,
            press=self._press,
            is_whole=True,
        )

    def _describe(self) -> str:
        """Return the course of a series and its change, then the source."""
        said = [source_of(self.indicator.id, self._store)]
        if self.has_course:
            wording = self._store.wording
            change = self._foot.change
            said = [course_phrase(self.indicator, wording), wording.ended(change), *said]
        said.insert(0, self._store.wording.ended(self._foot.edition))
        return self._store.wording.sentences(said)

    @property
    def at_hand(self) -> tuple[str, Period | None]:
        """Return the id of the figure; without a period, for the selected observation stays so."""
        return self.indicator.id, None

    def fact_at(self, _place: QPoint | None) -> str | None:
        """Return the id of the figure, wherever the card is pointed at."""
        return self.indicator.id

    def fact_box(self, _fact_id: str) -> QRect:
        """Return the rectangle of the whole card."""
        return self.rect()

    def label_lines(self, width: int) -> int:
        """Return the number of lines of the label in a card of a width, three at most."""
        return min(MOST_LABEL_LINES, self._label_in(width).count)

    @property
    def has_target(self) -> bool:
        """Return whether there is a target below the value."""
        return bool(self._foot.target)

    def set_label_lines(self, count: int, *, is_aimed: bool = False) -> None:
        """Reserve room for label lines, and for a target, so that the cards of a row align."""
        self._label_lines, self._is_aimed = count, is_aimed or self.has_target
        self.setFixedHeight(self.height_with(count))

    @property
    def _label_top(self) -> int:
        """Return where the label begins: below the value, or below the target."""
        return self._look.px(_LABEL_TOP + (_TARGET_LINE if self._is_aimed else 0))

    def height_with(self, lines: int, width: int = 0, *, is_aimed: bool | None = None) -> int:
        """Return the height of a card with room for label lines in a width, and for a target."""
        shifts = self._is_aimed if is_aimed is None else is_aimed
        above = _LABEL_TOP + (_TARGET_LINE if shifts else 0)
        above = self._look.px(above) + lines * self._label_line
        return above + self._foot.height((width or self.width()) - 2 * self._look.px(INSET))

    @property
    def _label_line(self) -> int:
        return self._look.px(20 if self._look.language == "zh" else 18)

    def _label_in(self, width: int) -> Lines:
        return self._wrapped.broken(width - 2 * self._look.px(INSET))

    def sizeHint(self) -> QSize:
        width = self._look.px(166)
        return QSize(width, self.height_with(self._label_lines, width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._select()
            self.source_wanted.emit()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._is_pointed_at:
            self._is_pointed_at = True
            self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._is_pointed_at = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        surface = self._surface()
        if surface != "page":
            painter.fillRect(self.rect(), self._look.color(surface))
            if self._look.theme.is_high_contrast:
                self._paint_frame(painter, surface)
        self._paint_rule(painter)
        label = self._label_in(self.width())
        self.setToolTip(plain_tooltip(self.label) if label.elided else "")
        painter.setPen(self._look.color("ink2"))
        corner, query = (self._look.px(INSET), self._label_top), self._store.view.search
        if query:
            label.paint_found(painter, *corner, query, self._look)
        label.draw(painter, *corner)
        self._paint_value(painter)
        self._paint_target(painter)
        top = self._label_top + self._label_lines * self._label_line
        left = self._look.px(INSET)
        box = QRectF(left, top, self.width() - 2 * left, self.height() - top)
        self._foot.paint(painter, box, surface, self._course)
        if self._foot.is_cut(box.width()):
            self.setToolTip(plain_tooltip(self.accessibleName()))
        if self.shows_focus and self.hasFocus():
            frame_inside(painter, self.rect(), self._look.color("ink"))

    def _surface(self) -> str:
        if self.is_selected:
            return "tint"
        return "panel" if self._is_pointed_at and self.underMouse() else "page"

    def _paint_frame(self, painter: QPainter, surface: str) -> None:
        """Draw a frame inside the focus ring, for themes whose surfaces have one colour."""
        painter.setPen(QPen(self._look.color("accent" if surface == "tint" else "line"), 2))
        painter.drawRect(QRectF(self.rect()).adjusted(4, 1, -4, -4))

    def _paint_rule(self, painter: QPainter) -> None:
        look, status = self._look, self.indicator.latest.status
        left, right = look.px(INSET), self.width() - look.px(INSET)
        has_ring = self.shows_focus and self.hasFocus()
        top = _RING if has_ring else 0  # below the ring, which would cover it
        if self.is_selected:
            painter.fillRect(QRect(left, top, right - left, look.px(3)), look.color("accent"))
        elif self._is_input:
            painter.fillRect(QRect(left, top, right - left, look.px(2)), look.color("accent"))
        elif status != "derived":
            token = "ink" if self.indicator.latest.is_known else "hair"
            painter.fillRect(QRect(left, 0, right - left, look.px(2)), look.color(token))
        else:
            pen = QPen(look.color("line"), look.px(2))
            pen.setDashPattern([2, 1])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(left, top + look.px(1), right, top + look.px(1))

    def _paint_value(self, painter: QPainter) -> None:
        look = self._look
        room = self.width() - 2 * look.px(INSET)
        line = ValueLine(
            self.indicator,
            self._store.wording,
            look,
            room,
            label=self._figure.label,
            has_unit=not self._moves_unit,
        )
        middle = look.px(_VALUE_TOP) + look.px(_VALUE_HEIGHT) / 2
        line.draw(painter, look.px(INSET), round(middle + 0.357 * look.px(28)))
        if line.is_cut:
            self.setToolTip(plain_tooltip(self.accessibleName()))

    def _paint_target(self, painter: QPainter) -> None:
        look, left = self._look, self._look.px(INSET)
        if not self.has_target:
            return
        middle = look.px(_LABEL_TOP) + look.px(_TARGET_LINE) / 2
        paint_tick(painter, left + look.px(2), middle, look)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        start = left + look.px(8)
        box = QRectF(start, look.px(_LABEL_TOP), self.width() - left - start, look.px(_TARGET_LINE))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(self._foot.target, Qt.TextElideMode.ElideRight, box.width())
        if text != self._foot.target:
            self.setToolTip(plain_tooltip(self.accessibleName()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
