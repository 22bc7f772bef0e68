"""The text of a source: the number of the selected figure boxed, those of others underlined."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from cqviewer.evidence.document import Document, DocumentPart
from cqviewer.evidence.places import Place
from cqviewer.ui.source.seen import Seen, select_at
from cqviewer.ui.source.words import short_place
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.lines import units, x_of
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.pixel_edges import frame_inside
from cqviewer.ui.style.tooltips import plain_tooltip

_TEXT, _SIDE, _NUMBER, _BLEED, _RULE = 55, 20, 44, 8, 3
"""px of the design: margins left and right of the text, right edge of the paragraph numbers, margin
of the tint, and width of its rule."""
_LINE, _APART, _AROUND, _BOX = 21, 18, 9, 2
_PLAIN = {
    **dict.fromkeys(map(ord, "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " "),
    **dict.fromkeys([0, 0xFFFC, *range(0xFDD0, 0xFDF0)], "\ufffd"),
}
"""Replaces characters that Qt takes for paragraph breaks, objects, or edges of frames."""
MOST_SHOWN, _MOST_LETTERS = 1000, 40_000
"""Most paragraphs, and characters, that are laid out at once, around the place."""
_WHOLE_LINE = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class _Span(NamedTuple):
    """A number in the text: the index of its part, and start and end in UTF-16 code units."""

    part: int
    start: int
    end: int


class SourceText(QTextBrowser):
    """Shows a document's paragraphs; the numbers of other figures are links."""

    def __init__(self, store: Store, look: Look) -> None:
        """Begin without a document."""
        super().__init__()
        self._store = store
        self._look = look
        self._document: Document | None = None
        self._seen = Seen()
        self._linked: list[_Span] = []
        self._bold: _Span | None = None
        self.shown = range(0)
        """The indexes of the parts of the document that are laid out."""
        self.setObjectName("sourceText")
        self.setAccessibleName(self.tr("Text of the source"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.anchorClicked.connect(self._on_link)

    def show_seen(self, seen: Seen) -> None:
        """Show a document, with the place of a figure in the middle."""
        document = seen.document
        if document is None:
            return
        at = seen.part_at or 0
        is_other = document is not self._document or at not in self.shown
        if is_other:
            self._document, self.shown = document, _around(document.parts, at)
            self._fill(document)
        if is_other or seen.step != self._seen.step:
            self._link_others(seen)
        self._seen = seen
        self._mark_place()
        self._center()
        self.viewport().update()

    def _fill(self, document: Document) -> None:
        look = self._look
        self._bold, self._linked = None, []
        text = self.document()
        text.setUndoRedoEnabled(False)
        text.setDocumentMargin(0)
        text.setDefaultFont(look.font("body"))
        self.setPlainText("\n".join(_plain(document.parts[at].text) for at in self.shown))
        block = QTextBlockFormat()
        block.setLeftMargin(look.px(_TEXT))
        block.setRightMargin(look.px(_SIDE))
        block.setTopMargin(look.px(_APART))
        block.setLineHeight(look.px(_LINE), _WHOLE_LINE)
        cursor = QTextCursor(text)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)

    def _block(self, part: int) -> QTextBlock:
        """Return the block of a part, by the index of the part."""
        return self.document().findBlockByNumber(part - self.shown.start)

    def _cursor(self, span: _Span) -> QTextCursor:
        """Return a cursor that selects a number."""
        start = self._block(span.part).position()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start + span.start)
        cursor.setPosition(start + span.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _span(self, place: Place) -> _Span:
        assert self._document is not None
        text = self._document.parts[place.part].text
        return _Span(place.part, units(text[: place.start]), units(text[: place.end]))

    def _link_others(self, seen: Seen) -> None:
        """Turn the numbers of all figures but the shown one into links."""
        assert seen.opened is not None
        plain = QTextCharFormat()
        for span in self._linked:
            self._cursor(span).setCharFormat(plain)
        self._linked = []
        for place in (one for one in seen.others if one.part in self.shown):
            linked = QTextCharFormat()
            linked.setAnchor(True)
            linked.setAnchorHref(_address(place))
            figure = self._store.sheet.indicators[place.figure]
            linked.setToolTip(plain_tooltip(self._store.wording.figure_phrase(figure)))
            span = self._span(place)
            self._cursor(span).setCharFormat(linked)
            self._linked.append(span)
        self._bold = None

    def _mark_place(self) -> None:
        """Show the number in bold, and its paragraph in the darkest colour."""
        bold = QTextCharFormat()
        if self._bold is not None:
            bold.setFontWeight(QFont.Weight.Normal)
            self._cursor(self._bold).mergeCharFormat(bold)
        self._bold = self._span(self._seen.place) if self._seen.place else None
        if self._bold is not None:
            bold.setFontWeight(QFont.Weight.Bold)
            self._cursor(self._bold).mergeCharFormat(bold)
        self.setExtraSelections([])
        if (at := self._seen.part_at) is not None:
            shown = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._block(at))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            shown.cursor = cursor
            shown.format.setForeground(self._look.color("ink"))
            self.setExtraSelections([shown])

    def _center(self) -> None:
        """Scroll until the place is in the middle."""
        at = self._seen.part_at
        if at is None:
            return
        box = self._block_box(self._block(at))
        if self._bold is not None and box.height() > self.viewport().height():
            box = next((one for one, _, _ in self._boxes(self._bold)), box)
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + box.center().y() - self.viewport().height() / 2))

    def _on_link(self, url: QUrl) -> None:
        named = (one for one in self._seen.others if _address(one) == url.toString())
        if (place := next(named, None)) is not None:
            select_at(place, self._store)

    # Painting

    def _block_box(self, block: QTextBlock) -> QRectF:
        """Return the rectangle of a paragraph's lines, in px of the viewport."""
        box = self.document().documentLayout().blockBoundingRect(block)
        down = self.verticalScrollBar().value()
        return box.translated(-self.horizontalScrollBar().value(), -down)

    def _boxes(self, span: _Span) -> Iterator[tuple[QRectF, bool, bool]]:
        """Yield the rectangle of a number in each line, and whether it begins and ends there."""
        block = self._block(span.part)
        corner, layout = self._block_box(block).topLeft(), block.layout()
        # Qt's rectangle of a block is inside its margins; lines are relative to its corner.
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(span.start, line.textStart())
            end = min(span.end, line.textStart() + line.textLength())
            if start < end:
                left, right = x_of(line, start), x_of(line, end)
                box = QRectF(left, line.y(), right - left, line.height())
                yield box.translated(corner), start == span.start, end == span.end

    def _shown_blocks(self) -> Iterator[QTextBlock]:
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.isValid() and self._block_box(block).top() < self.viewport().height():
            yield block
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint_below(painter)
        painter.end()
        super().paintEvent(event)
        self._paint_above(QPainter(self.viewport()))

    def _paint_below(self, painter: QPainter) -> None:
        look, at = self._look, self._seen.part_at
        if at is None or self._document is None:
            return
        box = self._block_box(self._block(at))
        around, bleed = look.px(_AROUND), look.px(_BLEED)
        tint = QRectF(
            bleed,
            box.top() - around,
            self.viewport().width() - 2 * bleed,
            box.height() + 2 * around,
        )
        painter.fillRect(tint, look.color("tint"))
        if look.theme.is_high_contrast:
            frame_inside(painter, tint, look.color("accent"))
        tint.setWidth(look.px(_RULE))
        painter.fillRect(tint, look.color("accent"))
        if self._bold is not None:
            for ground, _, _ in self._boxes(self._bold):
                painter.fillRect(ground.adjusted(-3, -1, 3, 1), look.color("page"))

    def _paint_above(self, painter: QPainter) -> None:
        if not self.shown:  # a page that is a picture has no paragraph
            return
        look, shown = self._look, set[int]()
        for block in self._shown_blocks():
            number = block.blockNumber() + self.shown.start
            shown.add(number)
            self._paint_number(painter, block, is_shown=number == self._seen.part_at)
        for span in self._linked:
            if span.part in shown:
                for box, _, _ in self._boxes(span):
                    line = QRectF(box.left(), box.bottom() - 2, box.width(), max(2, look.px(2)))
                    painter.fillRect(line, look.color("line"))
        for place in self._seen.own:
            if place.part in shown and place != self._seen.place:
                self._paint_box(painter, self._span(place), look.color("line"), 1)
        if self._bold is not None and self._bold.part in shown:
            self._paint_box(painter, self._bold, look.color("accent"), look.px(_BOX))

    def _paint_number(self, painter: QPainter, block: QTextBlock, *, is_shown: bool) -> None:
        """Paint a paragraph's number at its left; of paged documents the page, once per page."""
        assert self._document is not None
        look, at = self._look, block.blockNumber() + self.shown.start
        part = self._document.parts[at]
        if part.page and at and self._document.parts[at - 1].page == part.page:
            return
        corner = self._block_box(block).topLeft()
        box = QRectF(0, corner.y(), look.px(_NUMBER), look.px(_LINE))
        painter.setFont(look.font("caption", "bold" if is_shown else None))
        painter.setPen(look.color("accent" if is_shown else "ink3"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side, short_place(part))

    def _paint_box(self, painter: QPainter, span: _Span, color: QColor, width: int) -> None:
        """Paint a box around a number; at a line break the boxes are open."""
        painter.setPen(QPen(color, width))
        half = width / 2
        for box, begins, ends in self._boxes(span):
            outer = box.adjusted(-2 - half, -half, 2 + half, half)
            corners = (outer.topLeft(), outer.topRight(), outer.bottomRight(), outer.bottomLeft())
            sides: list[tuple[QPointF, QPointF, bool]] = [
                (corners[0], corners[1], True),
                (corners[3], corners[2], True),
                (corners[0], corners[3], begins),
                (corners[1], corners[2], ends),
            ]
            for first, last, is_closed in sides:
                if is_closed:
                    painter.drawLine(first, last)


def _address(place: Place) -> str:
    return f"{place.figure}#{'' if place.observation is None else place.observation}"


def _plain(text: str) -> str:
    """Return a text of the same length without characters that are special to Qt."""
    text = text.translate(_PLAIN)
    return text.encode("utf-16-le", "replace").decode("utf-16-le")


def _around(parts: Sequence[DocumentPart], at: int) -> range:
    """Return the indexes of a part and of those around it, within the limits of the layout."""
    first, last, letters = at, at, 0
    while last - first < MOST_SHOWN and letters < _MOST_LETTERS:
        before, after = first, last
        if last < len(parts):
            letters += len(parts[last].text)
            last += 1
        if first and last - first < MOST_SHOWN:
            first -= 1
            letters += len(parts[first].text)
        if (first, last) == (before, after):
            break
    return range(first, last)
