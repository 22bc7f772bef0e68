"""The pages of a PDF, thumbnails of them, and a bar to zoom and to change the page."""

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QToolButton,
    QWidget,
)

from cqviewer.ui.style.access_keys import without_key
from cqviewer.ui.style.look import Look

ZOOM_STEP, LEAST_ZOOM, MOST_ZOOM = 1.25, 0.25, 5.0
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
        self.blockSignals(True)  # the user has not chosen another page
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
        icon.addPixmap(QPixmap.fromImage(picture), QIcon.Mode.Selected)  # or Qt would tint it
        self.item(self._next).setIcon(icon)
        self._next += 1


def _blank(width: int, height: int) -> QIcon:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.white)
    return QIcon(pixmap)


class PageView(QPdfView):
    """The pages in one column."""

    def __init__(self) -> None:
        """Create a view that fits the width of a page."""
        super().__init__()
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setAccessibleName(self.tr("The pages as they will be printed"))

    @property
    def page(self) -> int:
        """Return the number of the page in view, from 0."""
        return self.pageNavigator().currentPage()

    def show_document(self, document: QPdfDocument) -> None:
        """Show another document; the scroll position stays."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.setDocument(document)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def go_to(self, page: int) -> None:
        """Scroll to a page, from 0."""
        self.pageNavigator().jump(page, QPointF(), 0)

    def fit_width(self) -> None:
        """Zoom to the width of a page."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """Zoom to a whole page."""
        self.setZoomMode(QPdfView.ZoomMode.FitInView)

    def zoom_in(self) -> None:
        """Zoom in by a step."""
        self._zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out by a step."""
        self._zoom_by(1 / ZOOM_STEP)

    def _zoom_by(self, step: float) -> None:
        factor = min(MOST_ZOOM, max(LEAST_ZOOM, self._present_zoom() * step))
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(factor)

    def _present_zoom(self) -> float:
        """Return the zoom factor; Qt knows it in custom mode only."""
        document = self.document()
        if self.zoomMode() == QPdfView.ZoomMode.Custom or document.pageCount() == 0:
            return self.zoomFactor()
        points = document.pagePointSize(max(0, self.page))
        dots = self.logicalDpiX() / 72
        margins = self.documentMargins()
        room = self.viewport().size()
        wide = (room.width() - margins.left() - margins.right()) / (points.width() * dots)
        if self.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            return wide
        return min(wide, (room.height() - self.pageSpacing()) / (points.height() * dots))


class PageBar(QWidget):
    """Buttons to fit and zoom, and 'page x of y'."""

    page_wanted = Signal(int)
    """Carries the number of a page, from 0."""

    def __init__(self, view: PageView, look: Look) -> None:
        """Create the bar of a view."""
        super().__init__()
        self._view = view
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        layout.setSpacing(look.px(8))
        self._modes = QButtonGroup(self)
        for text, handler in (
            (self.tr("Fit &width"), view.fit_width),
            (self.tr("Fit pa&ge"), view.fit_page),
        ):
            button = _button(text)
            button.setCheckable(True)
            button.clicked.connect(handler)
            self._modes.addButton(button)
            layout.addWidget(button)
        self._modes.buttons()[0].setChecked(True)
        for text, name, keys, handler in (
            ("−", self.tr("Zoom out"), "Ctrl+-", view.zoom_out),
            ("+", self.tr("Zoom in"), "Ctrl++", view.zoom_in),
        ):
            button = _button(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setShortcut(keys)
            button.clicked.connect(handler)
            button.clicked.connect(self._on_zoomed)
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(QLabel(self.tr("Page")))
        self._number = QSpinBox()
        self._number.setAccessibleName(self.tr("Page number"))
        self._number.setKeyboardTracking(False)
        self._number.valueChanged.connect(self._on_number)
        layout.addWidget(self._number)
        self._of = QLabel()
        layout.addWidget(self._of)

    def show_place(self, page: int, count: int) -> None:
        """Show the number of the page in view (from 0), and how many there are."""
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


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(without_key(text))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
