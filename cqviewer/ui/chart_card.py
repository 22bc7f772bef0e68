"""Chart cards: hairline, finding, subtitle, chart, source line and the chart's buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cqviewer.model.chart_text import description, source_note, subtitle
from cqviewer.model.facts import Chart
from cqviewer.ui.buttons import link_button
from cqviewer.ui.chart_view import BLEED, ChartView
from cqviewer.ui.drawer import Drawer
from cqviewer.ui.look import Look
from cqviewer.ui.store import Store
from cqviewer.ui.text_block import TextBlock

STACK_BELOW = 640
"""Content width in px below which two charts that stand side by side are stacked."""

_SHARES = {"full": 816, "wide": 450, "half": 390, "narrow": 330}


class ChartCard(QWidget):
    """One chart with all that belongs to it."""

    table_wanted = Signal(object)
    """Carries the Chart whose figures are to be read as a table."""

    def __init__(self, chart: Chart, store: Store, drawer: Drawer, look: Look) -> None:
        """Show a chart of the store's sheet."""
        super().__init__()
        self.chart = chart
        self._look = look
        self._store = store
        wording, sheet = store.wording, store.sheet
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        title = wording.text(chart.title)
        self._layout = QVBoxLayout(self)
        bleed = look.px(BLEED)
        self._layout.setContentsMargins(0, look.px(13), 0, 0)
        self._layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(bleed, 0, bleed, 0)
        head.addWidget(TextBlock(title, look, "heading"))
        head.addWidget(
            TextBlock(subtitle(chart, sheet, wording, medium="screen"), look, "body", "ink2")
        )
        self._layout.addLayout(head)
        self._layout.addSpacing(look.px(12))
        self.view = ChartView(chart, store, drawer, look)
        self.view.setAccessibleName(title)
        self.view.setAccessibleDescription(description(chart, sheet, wording))
        self.view.failed.connect(self._on_failed)
        self._chart = QVBoxLayout()
        self._chart.addWidget(self.view)
        self._layout.addLayout(self._chart)
        self._layout.addSpacing(look.px(10))
        self._footer = QHBoxLayout()
        self._footer.setContentsMargins(bleed, 0, bleed, 0)
        self._footer.setSpacing(look.px(16))
        note = TextBlock(source_note(chart, sheet, wording), look, "caption", "ink3")
        self._footer.addWidget(note, 1)
        self._layout.addLayout(self._footer)

    def add_button(self, button: QWidget) -> None:
        """Put a button at the right of the source line."""
        self._footer.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _on_failed(self, reason: str) -> None:
        """Say in the chart's place that it could not be drawn, and why."""
        if self.view.isHidden():
            return
        self.view.hide()
        look = self._look
        self._chart.setContentsMargins(look.px(BLEED), 0, look.px(BLEED), 0)
        self._chart.addWidget(TextBlock(self.tr("This chart could not be drawn"), look, "heading"))
        text = f"{reason} " + self.tr("Its figures are safe and can be read as a table.")
        self._chart.addWidget(TextBlock(text, look, "body", "ink2"))
        button = link_button(self.tr("Show as table"), look)
        button.clicked.connect(self._on_table)
        self._chart.addWidget(button)

    def _on_table(self) -> None:
        self.table_wanted.emit(self.chart)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline on top."""
        painter = QPainter(self)
        bleed = self._look.px(BLEED)
        painter.fillRect(bleed, 0, self.width() - 2 * bleed, 1, self._look.color("hair"))


class ChartRow(QWidget):
    """Charts side by side where there is room, one under the other where there is not."""

    def __init__(self, cards: list[ChartCard], look: Look) -> None:
        """Place cards in proportion to their widths."""
        super().__init__()
        self._look = look
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.px(36 - 2 * BLEED) if len(cards) > 1 else 0)
        for card in cards:
            self._layout.addWidget(card, _SHARES[card.chart.width])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the cards where the content is narrow."""
        narrow = event.size().width() < self._look.px(STACK_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)
            self._layout.setSpacing(self._look.px(28 if narrow else 36 - 2 * BLEED))
        super().resizeEvent(event)


def rows_of(charts: tuple[Chart, ...]) -> list[list[Chart]]:
    """Put charts into rows: two in a row that are not full stand side by side."""
    rows: list[list[Chart]] = []
    for chart in charts:
        last = rows[-1] if rows else []
        pairs = len(last) == 1 and last[0].width != "full" and chart.width != "full"
        if pairs:
            last.append(chart)
        else:
            rows.append([chart])
    return rows
