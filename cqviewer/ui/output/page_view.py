"""The view of a PDF's pages in one column, with zoom, search and selection of text."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QTransform,
)
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel, QPdfSelection
from PySide6.QtPdfWidgets import QPdfView

from cqviewer.ui.style.buttons import pop_up
from cqviewer.ui.style.heard import Heard, HeardPart, tell_focus

ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 5.0)
_STEP = 1.25
_TINT = 0.3  # opacity of the selection's colour over the text


class PageView(QPdfView):
    """The pages in one column."""

    zoomed = Signal(float)
    """Carries the zoom, 1.0 for the size on paper."""
    found = Signal(int, int)
    """Carries the number of the current hit, from 1, and of all hits; 0 if there are none."""

    def __init__(self) -> None:
        """Create a view that fits the width of a page."""
        super().__init__()
        self._selected: tuple[int, QPdfSelection] | None = None
        self._texts: dict[int, str] = {}
        self._letters: dict[int, list[QRectF]] = {}
        self._from: tuple[int, QPointF] | None = None
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setAccessibleName(self.tr("The pages as they will be printed"))
        self._search = QPdfSearchModel(self)
        self._search.countChanged.connect(self._on_count)
        self.setSearchModel(self._search)
        self.pageNavigator().currentPageChanged.connect(self._on_page)
        self.zoomModeChanged.connect(self._on_zoomed)
        self.zoomFactorChanged.connect(self._on_zoomed)

    @property
    def page(self) -> int:
        """Return the number of the page in view, from 0."""
        return self.pageNavigator().currentPage()

    def show_document(self, document: QPdfDocument) -> None:
        """Show another document; the scroll position stays."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._selected = None
        self._texts.clear()
        self._letters.clear()
        self.setDocument(document)
        self._search.setDocument(document)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)
        self._on_zoomed()

    def heard(self) -> Heard:
        """Return a document whose parts are the pages, each read out as its text."""
        parts = tuple(
            HeardPart(
                partial(self._text_of, page), partial(self._box_of, page), partial(self.go_to, page)
            )
            for page in range(self._pages())
        )
        return Heard("Document", parts=parts, part_role="Paragraph", at=self.page)

    def _text_of(self, page: int) -> str:
        """Return the number and text of a page, to be read out."""
        if page not in self._texts:
            number = self.tr("Page {number}").format(number=page + 1)
            self._texts[page] = f"{number}. {self.document().getAllText(page).text()}"
        return self._texts[page]

    def _on_page(self) -> None:
        """Notify assistive technology of the new page, if the keyboard turned to it."""
        if self.hasFocus():
            tell_focus(self)

    def _pages(self) -> int:
        """Return the number of pages; 0 while there is no document."""
        document: QPdfDocument | None = self.document()
        return document.pageCount() if document is not None else 0

    # Pages

    def go_to(self, page: int) -> None:
        """Scroll to a page, from 0."""
        self.pageNavigator().jump(page, QPointF(), 0)

    def turn(self, key: int) -> bool:
        """Go to the next, previous, first or last page; return whether `key` does that."""
        last = self._pages() - 1
        pages = {
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        page = pages.get(Qt.Key(key))
        if page is None or last < 0:
            return False
        self.go_to(max(0, min(last, page)))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.modifiers() or not self.turn(event.key()):
            super().keyPressEvent(event)

    # Zoom

    def fit_width(self) -> None:
        """Zoom to the width of a page."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """Zoom to a whole page, and scroll to its top."""
        page, bar = self.page, self.verticalScrollBar()
        self.setZoomMode(QPdfView.ZoomMode.FitInView)
        if self._pages():
            bar.setValue(bar.value() + self._box_of(page).top() - self.documentMargins().top())

    def zoom_in(self) -> None:
        """Zoom in by a step."""
        self.zoom_to(self.present_zoom * _STEP)

    def zoom_out(self) -> None:
        """Zoom out by a step."""
        self.zoom_to(self.present_zoom / _STEP)

    def zoom_to(self, zoom: float) -> None:
        """Zoom to a factor, 1.0 for the size on paper, within the range of the levels."""
        zoom = min(ZOOMS[-1], max(ZOOMS[0], zoom))
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(zoom)

    @property
    def present_zoom(self) -> float:
        """Return the zoom factor; Qt knows it in custom mode only."""
        if self.zoomMode() == QPdfView.ZoomMode.Custom or not self._pages():
            return self.zoomFactor()
        page = max(0, self.page)
        return self._size_of(page).width() / (self.document().pagePointSize(page).width() * _dots())

    def _on_zoomed(self) -> None:
        self.zoomed.emit(self.present_zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.zoomMode() != QPdfView.ZoomMode.Custom:
            self._on_zoomed()

    # Search

    def search(self, text: str) -> None:
        """Highlight a text, and go to its first hit from this page on."""
        self._search.setSearchString(text.strip())
        self.setCurrentSearchResultIndex(-1)
        self._on_count()

    def go_to_hit(self, step: int) -> None:
        """Go to the next hit (step 1) or the previous one (−1), after the last to the first."""
        count = self._search.count()
        if count:
            self._show_hit((self.currentSearchResultIndex() + step) % count)

    def _on_count(self) -> None:
        """Show the first hit, or the count, while the search proceeds from page to page."""
        count = self._search.count()
        if count and self.currentSearchResultIndex() < 0:
            self._show_hit(0)
        else:
            self.found.emit(self.currentSearchResultIndex() + 1 if count else 0, count)

    def _show_hit(self, index: int) -> None:
        self.setCurrentSearchResultIndex(index)
        self._bring_into_sight(index)
        self.found.emit(index + 1, self._search.count())

    @property
    def hit_words(self) -> tuple[int, str]:
        """Return the page (from 0) of the current hit, and the text around it."""
        link = self._search.resultAtIndex(self.currentSearchResultIndex())
        words = f"{link.contextBefore()}{self._search.searchString()}{link.contextAfter()}"
        return link.page(), " ".join(words.replace("\N{RETURN SYMBOL}", " ").split())  # line breaks

    def hit_box(self, index: int) -> QRect:
        """Return the rectangle in the viewport of a hit, by its index from 0."""
        link = self._search.resultAtIndex(index)
        return self._to_screen(link.page()).mapRect(link.rectangles()[0]).toAlignedRect()

    def _bring_into_sight(self, index: int) -> None:
        """Scroll a hit to the middle unless it is visible; Qt only scrolls to its page."""
        box, seen = self.hit_box(index), self.viewport().rect()
        if not seen.contains(box):
            move = box.center() - seen.center()
            for bar, by in (
                (self.horizontalScrollBar(), move.x()),
                (self.verticalScrollBar(), move.y()),
            ):
                bar.setValue(bar.value() + by)

    # Text

    @property
    def selected_text(self) -> str:
        """Return the text that is selected."""
        return self._selected[1].text() if self._selected else ""

    def copy(self) -> None:
        """Copy the selected text, if there is any."""
        if self.selected_text:
            _clip(self.selected_text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._selected = self._at(event.position().toPoint()), None
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.cursor().shape() != Qt.CursorShape.PointingHandCursor:  # Qt's cursor over links
            is_text = self._is_letter(event.position().toPoint())
            self.setCursor(Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor)
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        page, begin = self._from
        box, end = self._box_of(page), event.position().toPoint()
        inside = QPoint(
            min(max(end.x(), box.left()), box.right()), min(max(end.y(), box.top()), box.bottom())
        )
        place = self._to_screen(page).inverted()[0].map(QPointF(inside))
        selection = self.document().getSelection(page, begin, place)
        if selection.isValid():  # invalid where there is no letter: then the last one stays
            self._selected = (page, selection)
        self.viewport().update()

    def _is_letter(self, place: QPoint) -> bool:
        """Return whether a place of the viewport is on letters."""
        at = self._at(place)
        if at is None:
            return False
        page, point = at
        if page not in self._letters:
            bounds = self.document().getAllText(page).bounds()
            self._letters[page] = [one.boundingRect() for one in bounds]
        return any(one.contains(point) for one in self._letters[page])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._from = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the selection, or else the text of the page."""
        copy = {self.tr("Copy"): self.copy} if self.selected_text else {}
        if self._pages() and not copy:
            text = self.document().getAllText(max(0, self.page)).text()
            copy[self.tr("Copy the text of the page")] = lambda: _clip(text)
        pop_up(copy, event.globalPos(), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._selected is None:
            return
        page, selection = self._selected
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().highlight())
        painter.setOpacity(_TINT)
        to_screen = self._to_screen(page)
        for bound in selection.bounds():
            painter.drawPolygon(to_screen.map(QPolygonF(bound)))

    # The layout of the pages, which Qt does not expose (QPdfViewPrivate::calculateDocumentLayout)

    def _size_of(self, page: int) -> QSize:
        """Return the size of a page in px."""
        points, margins = self.document().pagePointSize(page), self.documentMargins()
        if self.zoomMode() == QPdfView.ZoomMode.Custom:
            return (points * _dots() * self.zoomFactor()).toSize()
        size, room = (points * _dots()).toSize(), self.viewport().size()
        wide = room.width() - margins.left() - margins.right()
        if self.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            return size * (wide / size.width())
        high = room.height() - self.pageSpacing()
        return size.scaled(QSize(wide, high), Qt.AspectRatioMode.KeepAspectRatio)

    def _box_of(self, page: int) -> QRect:
        """Return the rectangle of a page in the viewport."""
        margins = self.documentMargins()
        sizes = [self._size_of(number) for number in range(self._pages())]
        whole = max(size.width() for size in sizes) + margins.left() + margins.right()
        left = (max(whole, self.viewport().width()) - sizes[page].width()) // 2
        above = sum(size.height() + self.pageSpacing() for size in sizes[:page])
        scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRect(QPoint(left, margins.top() + above) - scrolled, sizes[page])

    def _to_screen(self, page: int) -> QTransform:
        """Return the transform from points of a page to px of the viewport."""
        box, points = self._box_of(page), self.document().pagePointSize(page)
        move = QTransform.fromTranslate(box.x(), box.y())
        return move.scale(box.width() / points.width(), box.height() / points.height())

    def _at(self, place: QPoint) -> tuple[int, QPointF] | None:
        """Return the page at a place of the viewport, and the place on it in points; else None."""
        for page in range(self._pages()):
            if self._box_of(page).contains(place):
                return page, self._to_screen(page).inverted()[0].map(QPointF(place))
        return None


def _clip(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _dots() -> float:
    """Return the px per point, as QPdfView does."""
    return QGuiApplication.primaryScreen().logicalDotsPerInch() / 72
