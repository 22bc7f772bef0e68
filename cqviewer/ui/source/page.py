"""A page of a source's PDF, drawn by the worker, with a box around the number."""

from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from cqviewer.charts.theme import LIGHT
from cqviewer.evidence.document import Box, PagePicture
from cqviewer.evidence.places import Place
from cqviewer.ui.source.seen import Seen, select_at
from cqviewer.ui.source.words import marked_text
from cqviewer.ui.state.focus import FocusRing
from cqviewer.ui.state.scroll_place import scroll_by
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.state.worker_client import Call, worker
from cqviewer.ui.style.heard import Heard, HeardPart
from cqviewer.ui.style.look import Look
from cqviewer.worker import evidence

PageZoom = Literal["width", "page", "actual"]
_AROUND, _OUTSIDE, _STROKE, _BAR = 14, 3, 2, 4
_DOTS = 96 / 72  # px per point at 100 %
_REST_MS = 80
_MOST_KEPT, _WIDEST = 8, 4000
_NOTCH = 120  # Qt's angle delta of one step of a mouse wheel


class _Asked(NamedTuple):
    """A picture of a source's page, with its width in device pixels."""

    source: str
    page: int
    width: int


class SourcePage(QScrollArea):
    """Shows the page of a place, white in all themes.

    Scrolling beyond its ends turns the page.
    """

    turned = Signal(int)
    """Carries the page that the reader turned to."""

    def __init__(self, store: Store, folder: Callable[[], Path], look: Look) -> None:
        """Begin without a page; `folder` returns the folder of the sheet's evidence."""
        super().__init__()
        self.store = store
        self._folder = folder
        self._look = look
        self._seen = Seen()
        self._turned = 0
        self.others: list[Place] = []
        """The numbers of other figures on the page."""
        self._zoom: PageZoom = "width"
        self._kept: dict[_Asked, QImage] = {}
        self._call: Call | None = None
        self._asked: _Asked | None = None
        self._settle = single_shot(self, _REST_MS, self._request)
        self.paper = _Paper(self, look)
        self.setWidget(self.paper)
        self.setObjectName("sourcePage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Page of the source"))
        FocusRing(self, look)

    def heard(self) -> Heard:
        """Return a document whose parts are the paragraphs of the page."""
        document, page = self._seen.document, self.page
        every = document.parts if document else ()
        first = bisect_left(every, page, key=lambda one: one.page)
        rest = (every[at] for at in range(first, len(every)))
        found = list(takewhile(lambda one: one.page == page, rest))
        shown = self._seen.part
        boxed = [(one, one.box) for one in found if one.box is not None]
        at = next((at for at, (one, _) in enumerate(boxed) if one == shown), -1)
        parts = tuple(
            HeardPart(
                partial(str, marked_text(self._seen) if number == at else one.text),
                partial(self._box_of, box),
            )
            for number, (one, box) in enumerate(boxed)
        )
        return Heard("Document", self.accessibleName(), parts=parts, part_role="Paragraph", at=at)

    def _box_of(self, box: Box) -> QRect:
        place = self.paper.rect_of(box).toAlignedRect()
        return place.translated(self.paper.pos() + self.viewport().pos())

    @property
    def page(self) -> int:
        """Return the number of the page, from 1; 0 before there is one."""
        return self._turned or self._page_of_place

    @property
    def _page_of_place(self) -> int:
        part, document = self._seen.part, self._seen.document
        if part is not None:
            return part.page
        return document.pages[0] if document is not None and document.pages else 0

    @property
    def seen(self) -> Seen:
        """Return the place that is shown."""
        return self._seen

    @property
    def is_drawn(self) -> bool:
        """Return whether the page is drawn at the present size."""
        return self._wanted in self._kept

    def show_seen(self, seen: Seen) -> None:
        """Show the page of a place, scrolled to it."""
        self._seen, self._turned = seen, 0
        self._list_others()
        self._fit()
        self._center()

    def turn(self, by: int) -> bool:
        """Turn to the top of the next page (1) or the end of the previous one (-1), if any."""
        document, page = self._seen.document, self.page + by
        if document is None or not 1 <= page <= len(document.sizes):
            return False
        self._turned = page
        self._list_others()
        self._fit()
        bar = self.verticalScrollBar()
        bar.setValue(bar.minimum() if by > 0 else bar.maximum())
        self.turned.emit(page)
        return True

    def _list_others(self) -> None:
        parts = self._seen.document.parts if self._seen.document else ()
        self.others = [one for one in self._seen.others if parts[one.part].page == self.page]

    def set_zoom(self, zoom: PageZoom) -> None:
        """Fit the page's width or the whole page, or show the page at its size on paper."""
        self._zoom = zoom
        self._fit()
        self._center()

    def forget(self) -> None:
        """Clear the cache of pictures, since the file may have changed."""
        self._kept.clear()

    # Size

    @property
    def _points(self) -> tuple[float, float]:
        document = self._seen.document
        return document.sizes[self.page - 1] if document and self.page else (595.0, 842.0)

    def _fit(self) -> None:
        """Set the size of the page, and request its picture once the size is settled."""
        wide, high = self._points
        around = 2 * self._look.px(_AROUND)
        room = self.viewport().size() - QSize(around, around)
        scale = room.width() / wide
        if self._zoom == "page":
            scale = min(scale, room.height() / high)
        elif self._zoom == "actual":
            scale = _DOTS * self._look.zoom
        size = QSize(max(1, round(wide * scale)), max(1, round(high * scale)))
        self.paper.resize(size + QSize(around, around))
        self.paper.update()
        if not self.is_drawn:
            self._settle.start()

    def _center(self) -> None:
        if (box := self.paper.place) is not None:
            middle = box.center().toPoint()
            rest = self.viewport().size() / 2
            self.ensureVisible(middle.x(), middle.y(), rest.width(), rest.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._center()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        before = bar.value()
        if not scroll_by(self, event):
            super().keyPressEvent(event)
        elif bar.value() == before and event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(1 if event.key() == Qt.Key.Key_PageDown else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar, down = self.verticalScrollBar(), event.angleDelta().y()
        is_end = bar.value() == (bar.minimum() if down > 0 else bar.maximum())
        if not (is_end and abs(down) >= _NOTCH and self.turn(-1 if down > 0 else 1)):
            super().wheelEvent(event)

    # The picture

    @property
    def _wanted(self) -> _Asked:
        wide = self.paper.box.width() * self.devicePixelRatioF()
        return _Asked(self._seen.source, self.page, min(_WIDEST, round(wide)))

    @property
    def picture(self) -> QImage | None:
        """Return the picture of the page; until it is drawn, one of another size, if any."""
        wanted = self._wanted
        if wanted in self._kept:
            return self._kept[wanted]
        alike = (one for key, one in reversed(self._kept.items()) if key[:2] == wanted[:2])
        return next(alike, None)

    def _request(self) -> None:
        wanted = self._wanted
        if self.is_drawn or not wanted.page or not self.isVisible() or wanted == self._asked:
            return
        if self._call is not None:
            self._call.drop()
        self._asked = wanted
        of = self.store.sheet, self._folder(), wanted.source
        self._call = worker().call(self, evidence.draw_page, *of, wanted.page, wanted.width)
        self._call.done.connect(partial(self._on_drawn, wanted))
        self._call.failed.connect(self._on_failed)

    def _on_drawn(self, wanted: _Asked, picture: PagePicture) -> None:
        self._call = self._asked = None
        high, line = picture.height, 4 * picture.width
        kind = QImage.Format.Format_RGBX8888
        image = QImage(picture.data, picture.width, high, line, kind).copy()
        self._kept[wanted] = image
        while len(self._kept) > _MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        self.paper.update()
        if not self.is_drawn:
            self._settle.start()

    def _on_failed(self, _error: Exception) -> None:
        """Leave the page white; the message on the source says what is wrong."""
        self._call = self._asked = None


class _Paper(QWidget):
    """The page on its background, with marks."""

    def __init__(self, view: SourcePage, look: Look) -> None:
        super().__init__()
        self._view = view
        self._look = look
        self.setMouseTracking(True)

    @property
    def box(self) -> QRectF:
        """Return the rectangle of the page in px."""
        around = self._look.px(_AROUND)
        return QRectF(self.rect()).adjusted(around, around, -around, -around)

    def rect_of(self, box: Box) -> QRectF:
        """Return the rectangle in px of a box, which has shares of the page."""
        page = self.box
        left, top = page.left() + box.left * page.width(), page.top() + box.top * page.height()
        wide, high = (box.right - box.left) * page.width(), (box.bottom - box.top) * page.height()
        return QRectF(left, top, wide, high)

    @property
    def place(self) -> QRectF | None:
        """Return the rectangle of the shown number or paragraph, if it is on this page."""
        seen, part = self._view.seen, self._view.seen.part
        if part is None or part.page != self._view.page or part.box is None:
            return None
        boxes = seen.place.boxes if seen.place is not None else ()
        return self.rect_of(next(iter(boxes), part.box))

    def other_at(self, point: QPointF) -> Place | None:
        """Return the number of another figure that lies at a point."""
        found = (one for one in self._view.others for box in one.boxes if self._hits(box, point))
        return next(found, None)

    def _hits(self, box: Box, point: QPointF) -> bool:
        return self.rect_of(box).adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE).contains(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shape = Qt.CursorShape
        is_link = self.other_at(event.position()) is not None
        self.setCursor(shape.PointingHandCursor if is_link else shape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (place := self.other_at(event.position())) is not None:
            select_at(place, self._view.store)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, page = self._look, QPainter(self), self.box
        painter.fillRect(self.rect(), look.color("chrome"))
        painter.fillRect(page, Qt.GlobalColor.white)
        if (image := self._view.picture) is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, image)
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))
        seen = self._view.seen
        accent = Look(LIGHT).color("accent")  # the page is white whatever the theme
        for box in (box for one in self._view.others for box in one.boxes):
            line = self.rect_of(box).adjusted(0, 0, 0, 2)
            line.setTop(line.bottom() - look.px(_STROKE))
            painter.fillRect(line, Look(LIGHT).color("line"))
        if seen.part is not None and self.place is not None and seen.part.box is not None:
            bar = self.rect_of(seen.part.box)
            bar.setLeft(page.left())
            bar.setWidth(look.px(_BAR))
            painter.fillRect(bar, accent)
        outside = look.px(_OUTSIDE)
        for number in seen.own:
            part = seen.document.parts[number.part] if seen.document else None
            if part is None or part.page != self._view.page:
                continue
            is_shown = number == seen.place
            painter.setPen(QPen(accent, look.px(_STROKE) if is_shown else 1))
            for box in number.boxes:
                around = self.rect_of(box).adjusted(-outside, -outside, outside, outside)
                painter.drawRect(around)
