"""One chart as a slide: title, subtitle, chart, the selected figure in words, source line."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QWidget

from cqviewer.charts.contents import chart_facts
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.model.facts import Chart
from cqviewer.ui.page.chart_view import BLEED, ChartView
from cqviewer.ui.panel.citing import fact_phrase
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import column, flatten, line
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

LEAST_ZOOM = 1.0
"""A chart that is too tall even at this zoom scrolls."""
_WIDTHS = {"full": 720, "wide": 480, "half": 440, "narrow": 400}
"""Width on a slide, in px of the design, for each width of charts."""
_LINES = 26
"""The least number of lines of body text that a slide is high."""
_MARGIN = 0.035  # of the slide's width
_PHRASE_LINES = 2
_SMALLER = 0.97  # greatest factor from one attempt to the next


def most_zoom(chart: Chart, width: int, height: int) -> float:
    """Return the zoom to try first for a chart's slide of a size in px."""
    room = width * (1 - 2 * _MARGIN)
    return max(LEAST_ZOOM, min(room / _WIDTHS[chart.width], height / (_LINES * 13)))


class Slide(QWidget):
    """Shows one chart as large as its look says; it is drawn by `prepare`."""

    drawn = Signal()
    """The chart's picture is shown, or drawing has failed."""

    def __init__(
        self, chart: Chart, place: str, store: Store, drawer: Drawer, look: Look, parent: QWidget
    ) -> None:
        """Fill a parent with a chart of the store's sheet; `place` names its section and number."""
        super().__init__(parent)
        self.hide()
        self.chart = chart
        self.look = look
        self._store = store
        self._facts = set(chart_facts(chart, store.sheet))
        wording, sheet = store.wording, store.sheet
        self.setGeometry(parent.rect())
        title = TextBlock(wording.text(chart.title), look, "lead", weight="bold")
        below = TextBlock(subtitle(chart, sheet, wording, medium="screen"), look, "body", "ink2")
        margin = round(parent.width() * _MARGIN)
        side = margin - look.px(BLEED)
        margins = (side, margin, side, margin * 2 // 3)
        layout = column(self._inset(title, below), of=self, gap=look.px(4), margins=margins)
        self.view = ChartView(chart, store, drawer, look)
        self.view.setAccessibleName(description(chart, sheet, wording))
        self.view.failed.connect(self._on_failed)
        self.view.drawn.connect(self.drawn)
        self._area = self._scrolling(self.view)
        layout.addWidget(self._area, 1)
        self._phrase = TextBlock("", look, "statement", most_lines=_PHRASE_LINES)
        self._phrase.setFixedHeight(_PHRASE_LINES * look.line_height("statement"))
        foot = line(gap=look.px(24))
        foot.addWidget(TextBlock(source_note(chart, sheet, wording), look, "caption", "ink3"), 1)
        count = TextBlock(place, look, "caption", "ink2", most_lines=1)
        count.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        foot.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._inset(self._phrase, foot))
        for block in self.findChildren(TextBlock):
            block.make_unselectable()  # the keys belong to the chart
        self.on_selection()

    def _inset(self, *parts: QWidget | QBoxLayout) -> QBoxLayout:
        """Return a column of texts, aligned with the text of the chart."""
        bleed = self.look.px(BLEED)
        return column(*parts, gap=self.look.px(4), margins=(bleed, 0, bleed, 0))

    def _scrolling(self, view: ChartView) -> QScrollArea:
        body = QWidget()
        body.setObjectName("page")
        self._column = column(of=body)
        self._column.addStretch(1)
        self._column.addWidget(view)
        self._column.addStretch(2)
        area = QScrollArea()
        area.setWidget(body)
        flatten(area)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chart has the keyboard
        return area

    def prepare(self) -> None:
        """Request the chart's picture, even while the slide is hidden."""
        self.grab(QRect(0, 0, 1, 1))  # lays the slide out, so that widths are known
        self.view.request()

    @property
    def is_ready(self) -> bool:
        """Return whether the chart is drawn, or drawing has failed."""
        return self.view.is_drawn

    def fitting_zoom(self) -> float:
        """Return a smaller zoom to try next, or the present one if the chart fits or cannot."""
        zoom = self.look.zoom
        taller = self.view.height() - self._area.viewport().height()
        if taller <= 0 or zoom <= LEAST_ZOOM or self.view.isHidden():
            return zoom
        share = self.height() / (self.height() + taller)
        return max(LEAST_ZOOM, zoom * min(share, _SMALLER))

    def on_selection(self) -> None:
        """Show the selected figure in the chart and in words, if the chart has it."""
        self.view.on_selection()
        fact = self._store.seen_fact()
        is_here = fact is not None and fact.id in self._facts
        self._phrase.setText(fact_phrase(fact, self._store) if fact and is_here else "")
        if fact is not None:
            self._bring_into_sight(fact.id)

    def _bring_into_sight(self, fact_id: str) -> None:
        marks = [mark for mark in self.view.marks if mark.figure == fact_id]
        if marks:
            top = self.view.y() + min(mark.y for mark in marks)
            bottom = self.view.y() + max(mark.y + mark.height for mark in marks)
            middle, half = round((top + bottom) / 2), round((bottom - top) / 2)
            self._area.ensureVisible(0, middle, 0, half + self.look.px(8))

    def _on_failed(self, reason: str) -> None:
        """Show in the chart's place that it could not be drawn, and why."""
        if self.view.isHidden():
            return
        self.view.hide()
        title = TextBlock(self.tr("This chart could not be drawn"), self.look, "heading")
        for at, block in enumerate((title, TextBlock(reason, self.look, "body", "ink2")), 1):
            self._column.insertWidget(at, block)
            block.show()  # Qt itself would show it only when idle

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.color("page"))
