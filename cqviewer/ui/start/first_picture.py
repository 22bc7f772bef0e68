"""A cached picture of the window, which the next start shows while the window is being built."""

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cqviewer.ui.state.store import View
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.window.window import MainWindow
from cqviewer.worker import tasks
from cqviewer.worker.cache import SheetCache, WindowPicture, digest, sheet_key

MOST_PIXELS = 6_000_000
"""The largest picture that is kept; to read a larger one takes longer than to build the window."""


class FirstPicture(QObject):
    """The picture of a window whose sheet is looked at in one view, scrolled to one share."""

    def __init__(self, window: MainWindow, view: View, scroll: float, place: str) -> None:
        """Identify the picture by what it shows, and by what decides how that looks.

        `place` is the remembered geometry of the window; with the screen's size it stands for the
        window's own, which Qt knows only when it is shown.
        """
        super().__init__(window)
        self._window = window
        self._view = view
        self._scroll = scroll
        self._key = sheet_key(window.store.sheet.content)
        self._ratio = window.devicePixelRatioF()
        self._cover: QLabel | None = None
        room = window.screen().availableSize().toTuple()
        look = (window.appearance.theme, window.appearance.text_scale, self._ratio)
        self._shown = digest(msgspec.msgpack.encode((view, scroll, place, room, *look)))

    def show(self) -> bool:
        """Show the cached picture over the window, if there is one; return whether there is."""
        kept = SheetCache(self._key).find_window(self._shown)
        if kept is None:
            return False
        width, height = kept.width, kept.height
        # A copy, since the bytes go with what was kept.
        image = QImage(kept.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
        image.setDevicePixelRatio(self._ratio)
        self._cover = QLabel(self._window)
        self._cover.setPixmap(QPixmap.fromImage(image))
        self._cover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cover.adjustSize()
        return True

    def raise_(self) -> None:
        """Keep the picture above the parts that were built below it."""
        if self._cover is not None:
            self._cover.raise_()

    def take_away(self) -> None:
        """Remove the picture, so that the window itself is seen."""
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()

    def keep(self) -> None:
        """Cache the picture if the window now looks as it will at the next start."""
        window, size = self._window, self._window.size() * self._ratio
        if size.width() * size.height() > MOST_PIXELS or not self._is_as_at_start():
            return
        image = QImage(size, QImage.Format.Format_RGB32)  # without alpha: as text is on screen
        image.setDevicePixelRatio(self._ratio)
        _leave_all(window)
        window.render(image)
        pixels = bytes(image.constBits())
        kept = WindowPicture(self._shown, image.width(), image.height(), pixels)
        worker().later(tasks.keep_window, kept, self._key, self._view.language)

    def _is_as_at_start(self) -> bool:
        """Return whether a start of this sheet would come to show just this."""
        window = self._window
        page = window.content.page
        return (
            window.store.view == self._view
            and window.content.is_at_rest
            and round(page.share, 6) == self._scroll
            and window.notices.shown is None
            and window.focusWidget() in (window.toolbar, page)
            and not page.shows_focus
            and not window.isFullScreen()
        )


def _leave_all(window: QWidget) -> None:
    """Send a Leave event to the widgets below the pointer, which the next start has elsewhere."""
    for one in window.findChildren(QWidget):
        if one.underMouse():
            QApplication.sendEvent(one, QEvent(QEvent.Type.Leave))
