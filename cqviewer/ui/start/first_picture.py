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
"""The largest picture that is cached; reading a larger one takes longer than building."""


class FirstPicture(QObject):
    """The cached picture of a window with one view of its sheet and one scroll position."""

    def __init__(self, window: MainWindow, view: View, scroll: float, place: str) -> None:
        """Compute the key of the picture from everything that decides what it shows.

        `place` is the remembered geometry; with the size of the screen it determines the window's
        size, which Qt knows only once the window is shown.
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
        # A copy, since `kept` is freed.
        image = QImage(kept.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
        image.setDevicePixelRatio(self._ratio)
        self._cover = QLabel(self._window)
        self._cover.setPixmap(QPixmap.fromImage(image))
        self._cover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cover.adjustSize()
        return True

    def raise_(self) -> None:
        """Raise the picture above newly built parts."""
        if self._cover is not None:
            self._cover.raise_()

    def take_away(self) -> None:
        """Remove the picture, so that the window itself is visible."""
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()

    def keep(self) -> None:
        """Cache a picture of the window if it looks as it will at the next start."""
        window, size = self._window, self._window.size() * self._ratio
        if size.width() * size.height() > MOST_PIXELS or not self._is_as_at_start():
            return
        image = QImage(size, QImage.Format.Format_RGB32)  # no alpha: text looks as on screen
        image.setDevicePixelRatio(self._ratio)
        _leave_all(window)
        window.render(image)
        pixels = bytes(image.constBits())
        kept = WindowPicture(self._shown, image.width(), image.height(), pixels)
        worker().later(tasks.keep_window, kept, self._key, self._view.language)

    def _is_as_at_start(self) -> bool:
        """Return whether a start with this sheet would show exactly this."""
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
    """Send Leave events, since at the next start the pointer is elsewhere."""
    for one in window.findChildren(QWidget):
        if one.underMouse():
            QApplication.sendEvent(one, QEvent(QEvent.Type.Leave))
