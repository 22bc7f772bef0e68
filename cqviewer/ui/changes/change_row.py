"""A row of the list of changes: mark, figure, period, both values, difference and reason."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cqviewer.model.facts import Indicator
from cqviewer.model.numbers.period import Period
from cqviewer.model.reporting.edition_rows import EditionRow
from cqviewer.ui.state.focus import is_enter
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import is_column, line, stacked, turn
from cqviewer.ui.style.change_marks import SIZE, ChangeMark, Struck
from cqviewer.ui.style.heard import Heard, tell_chosen
from cqviewer.ui.style.look import ANY_SIZE, Look
from cqviewer.ui.style.pixel_edges import fill_on_pixels, frame_inside
from cqviewer.ui.style.text_block import TextBlock

BLEED = 8
"""px of the design from the edge of a selected row's tint to its text."""
NARROW = 640
"""px of the design: width of a row below which its columns are stacked."""
_NAME, _DIFFERENCE, _GAP, _UPRIGHT, _SHORT = 196, 130, 12, 11, 20


class ChangeRow(QWidget):
    """One change; a click or Space selects its figure."""

    source_wanted = Signal()
    """The user pressed Enter to see the source of the figure, which has been selected."""

    def __init__(self, row: EditionRow, store: Store, look: Look) -> None:
        """Show a change of the store's sheet."""
        super().__init__()
        self.row = row
        self._store = store
        self._look = look
        self._was_selected = self.is_selected
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if row.figure in store.sheet.indicators:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        side, upright = look.px(BLEED), look.px(_UPRIGHT)
        layout = line(of=self, gap=look.px(_GAP), margins=(side, upright, side, upright))
        mark = ChangeMark(row.mark, look, look.line_height("body"))
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        name = TextBlock(row.name, look, "body")
        when = [TextBlock(row.when, look, "caption", "ink3")] if row.when else []
        self._parts: list[tuple[QWidget, int]] = [(stacked(name, *when), look.px(_NAME))]
        self._parts.append((self._values(), 0))
        told = [TextBlock(row.difference, look, "body")] if row.difference else []
        self._parts.append((stacked(*told), look.px(_DIFFERENCE)))
        why = [TextBlock(row.reason, look, "body", "ink2")] if row.reason else []
        self._parts.append((stacked(*why), 0))
        self._columns = line()
        for part, width in self._parts:
            self._columns.addWidget(part, 0 if width else 1)
        layout.addLayout(self._columns, 1)
        self._fit(is_narrow=False)
        for text in self.findChildren(TextBlock):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            text.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _values(self) -> QWidget:
        """Return both values: side by side with an arrow, or stacked if they are long."""
        look, row = self._look, self.row
        is_text = row.mark == "wording"
        parts: list[QWidget] = []
        if row.before:
            plain = TextBlock(row.before, look, "body", "ink3")
            parts.append(plain if is_text or row.mark == "new" else Struck(row.before, look))
        if row.now:
            parts.append(TextBlock(row.now, look, "body", weight=None if is_text else "bold"))
        if len(parts) < 2 or len(row.before) + len(row.now) > _SHORT:
            return stacked(*parts)
        arrow, box = QLabel(), QWidget()
        arrow.setFixedHeight(look.line_height("body"))
        arrow.setPixmap(look.icon("arrow-right", "ink2").pixmap(look.px(SIZE), look.px(SIZE)))
        values = line(of=box, gap=look.px(8))
        for part in (parts[0], arrow, parts[1]):
            part.setMinimumWidth(part.sizeHint().width())  # so that no number wraps
            part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
            values.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        values.addStretch(1)
        return stacked(box)

    @property
    def is_selected(self) -> bool:
        """Return whether the selected figure, in its selected period, has this change."""
        seen = self._store.seen_fact()
        if not isinstance(seen, Indicator) or seen.id != self.row.figure:
            return False
        return self.row.period is None or self.row.period == seen.latest.period

    @property
    def at_hand(self) -> tuple[str, Period | None] | None:
        """Return the id of the figure and the period of the change, if the sheet has the figure."""
        has_it = self.row.figure in self._store.sheet.indicators
        return (self.row.figure, self.row.period) if has_it else None

    def select(self) -> None:
        """Select the figure in the change's period, if the sheet has it."""
        if self.at_hand is not None:
            self._store.select(*self.at_hand)

    @property
    def selected_text(self) -> str:
        """Return the text that Ctrl+C copies: the change with its sources."""
        return self.row.text(self._store.wording)

    def on_selection(self) -> None:
        """Show the new selection."""
        self.update()
        if self.is_selected != self._was_selected:
            self._was_selected = self.is_selected
            tell_chosen(self, is_chosen=self.is_selected)

    def heard(self) -> Heard:
        """Return an item of a list: the change in one phrase, and why."""
        wording, row = self._store.wording, self.row
        name = wording.sentences([wording.ended(row.sentence(wording)), row.reason])
        chosen, press = self.is_selected, self.select
        return Heard("ListItem", name, is_chosen=chosen, press=press, is_whole=True)

    def _fit(self, *, is_narrow: bool) -> None:
        """Put the columns side by side, or one below the other."""
        turn(self._columns, is_column=is_narrow)
        self._columns.setSpacing(self._look.px(2 if is_narrow else _GAP))
        for part, width in self._parts:
            part.setMinimumWidth(0 if is_narrow else width)
            part.setMaximumWidth(ANY_SIZE if is_narrow or not width else width)
            part.setVisible(bool(part.findChildren(TextBlock)) or not is_narrow)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = event.size().width() < self._look.px(NARROW)
        if is_narrow != is_column(self._columns):
            self._fit(is_narrow=is_narrow)
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.select()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.select()
            self.source_wanted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.select()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        if self.is_selected:
            painter.fillRect(self.rect(), look.color("tint"))
            painter.fillRect(0, 0, look.px(3), self.height(), look.color("accent"))
            if look.theme.is_high_contrast:
                painter.setPen(QPen(look.color("accent"), 2))
                painter.drawRect(QRectF(self.rect()).adjusted(3, 3, -3, -3))
        side = look.px(BLEED)
        rule = QRectF(side, self.height() - 1, self.width() - 2 * side, 1)
        fill_on_pixels(painter, rule, look.color("hair"))
        if self.hasFocus():
            frame_inside(painter, self.rect(), look.color("ink"))
