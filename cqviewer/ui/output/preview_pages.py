"""Thumbnails of a PDF's pages, and the bar with zoom, search and page number."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QKeySequence, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QToolButton,
    QWidget,
)

from cqviewer.ui.output.page_view import ZOOMS, PageView
from cqviewer.ui.search.announcer import REST_MS
from cqviewer.ui.search.search_field import SearchField
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.style.access_keys import without_key
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.buttons import QuietButton
from cqviewer.ui.style.choices import ZoomField
from cqviewer.ui.style.look import Look

THUMBNAIL_WIDTH = 96


class PageList(QListWidget):
    """Thumbnails of the pages, drawn one at a time while the window is idle."""

    def __init__(self, look: Look) -> None:
        """Create an empty list."""
        super().__init__()
        self._look = look
        self._document: QPdfDocument | None = None
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setSpacing(look.px(8))
        self.setFixedWidth(look.px(THUMBNAIL_WIDTH + 48))
        self.setAccessibleName(self.tr("Pages"))
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._draw_one)

    def show_document(self, document: QPdfDocument) -> None:
        """List the pages of another document; the current row stays."""
        row = max(0, self.currentRow())
        self._document = document
        self.blockSignals(True)  # the user has chosen no page
        self.clear()
        width = self._look.px(THUMBNAIL_WIDTH)
        for number in range(document.pageCount()):
            points = document.pagePointSize(number)
            height = round(width * points.height() / max(1.0, points.width()))
            self.setIconSize(QSize(width, height))
            item = QListWidgetItem(_blank(width, height), str(number + 1), self)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                self.tr("Page {number}").format(number=number + 1),
            )
        self.setCurrentRow(min(row, self.count() - 1))
        self.blockSignals(False)
        self._next = 0
        self._idle.start()

    def _draw_one(self) -> None:
        if self._document is None or self._next >= self.count():
            self._idle.stop()
            return
        ratio = self.devicePixelRatioF()
        page = self._document.render(self._next, self.iconSize() * ratio)
        picture = QImage(page.size(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.drawImage(0, 0, page)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        icon = QIcon(QPixmap.fromImage(picture))
        icon.addPixmap(QPixmap.fromImage(picture), QIcon.Mode.Selected)  # else Qt tints it
        self.item(self._next).setIcon(icon)
        self._next += 1


def _blank(width: int, height: int) -> QIcon:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.white)
    return QIcon(pixmap)


class PageBar(QWidget):
    """The bar of a page view: buttons to fit and zoom, the page number, and a search field."""

    page_wanted = Signal(int)
    """Carries the number of a page, from 0."""

    def __init__(self, view: PageView, look: Look) -> None:
        """Create the bar of a view."""
        super().__init__()
        self._view = view
        self._rest = single_shot(self, REST_MS, self._tell_hit)
        fits, zooms, place = groups = [line(gap=look.px(8)) for _ in range(3)]
        around = (look.px(16), look.px(6), look.px(16), look.px(6))
        self.groups = line(*groups, of=self, gap=look.px(8), margins=around)
        """Buttons to fit, buttons to zoom, and the page number; a column if narrow."""
        for one in groups:
            self.groups.setAlignment(one, Qt.AlignmentFlag.AlignLeft)
        self.groups.insertStretch(2, 1)
        self._modes = QButtonGroup(self)
        for text, handler in (
            (self.tr("Fit &width"), view.fit_width),
            (self.tr("Fit pa&ge"), view.fit_page),
        ):
            button = _button(text, look)
            button.setCheckable(True)
            button.clicked.connect(handler)
            self._modes.addButton(button)
            fits.addWidget(button)
        self._modes.buttons()[0].setChecked(True)
        self.zoom = ZoomField(ZOOMS, look)
        self.zoom.picked.connect(view.zoom_to)
        self.zoom.picked.connect(self._on_zoomed)
        view.zoomed.connect(self.zoom.show_zoom)
        for text, name, keys, handler in (
            ("−", self.tr("Zoom out"), "Ctrl+-", view.zoom_out),
            ("+", self.tr("Zoom in"), "Ctrl++", view.zoom_in),
        ):
            button = _button(text, look)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setShortcut(keys)
            button.clicked.connect(handler)
            button.clicked.connect(self._on_zoomed)
            zooms.addWidget(button)
        zooms.insertWidget(1, self.zoom)
        self.search = self._build_search(view, look)
        """The search field with the count of hits, to be placed beside the pages."""
        place.addWidget(QLabel(self.tr("Page")))
        self._number = QSpinBox()
        self._number.setAccessibleName(self.tr("Page number"))
        self._number.setKeyboardTracking(False)
        self._number.valueChanged.connect(self._on_number)
        place.addWidget(self._number)
        self._of = QLabel()
        place.addWidget(self._of)

    def _build_search(self, view: PageView, look: Look) -> QWidget:
        search = QWidget()
        self.field = SearchField(self.tr("Search the pages"), look)
        self.field.setMinimumWidth(look.px(90))
        self.field.textChanged.connect(view.search)
        self.field.next_wanted.connect(partial(view.go_to_hit, 1))
        self.field.previous_wanted.connect(partial(view.go_to_hit, -1))
        view.found.connect(self._on_found)
        self._hits = QLabel()
        around = (look.px(16), look.px(8), look.px(16), 0)
        column(self.field, self._hits, of=search, gap=look.px(2), margins=around)
        return search

    def _on_found(self, number: int, count: int) -> None:
        """Show the number of the current hit and the count of all."""
        text = self.tr("{number} of {all}").format(number=number, all=count)
        none = self.tr("No hits") if self.field.text().strip() else ""
        self._hits.setText(text if count else none)
        self._rest.start()

    def _tell_hit(self) -> None:
        """Announce the current hit with its page and the text around it."""
        said, (page, words) = self._hits.text(), self._view.hit_words
        if words and page >= 0:
            said = self.tr("{count}, page {page}: {words}").format(
                count=said, page=page + 1, words=words
            )
        if said:
            announce(self, said)

    def show_place(self, page: int, count: int) -> None:
        """Show the number of the visible page, given from 0, and the count of pages."""
        self._number.blockSignals(True)  # the user has not asked for this page
        self._number.setRange(1, max(1, count))
        self._number.setValue(page + 1)
        self._number.blockSignals(False)
        self._of.setText(self.tr("of {count}").format(count=count))

    def _on_number(self, number: int) -> None:
        self.page_wanted.emit(number - 1)

    def _on_zoomed(self) -> None:
        self._modes.setExclusive(False)
        for button in self._modes.buttons():
            button.setChecked(False)
        self._modes.setExclusive(True)


def _button(text: str, look: Look) -> QToolButton:
    button = QuietButton(look)
    button.setText(without_key(text))  # Qt cuts off Chinese texts with a visible access key
    button.setShortcut(QKeySequence.mnemonic(text))
    button.setAccessibleName(without_key(text))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
