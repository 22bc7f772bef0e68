"""Keeps how a window looks, and shows that at the next start while its parts are being built."""

from functools import partial

from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from cqviewer.ui.cache import SheetCache, window_name
from cqviewer.ui.store import View
from cqviewer.ui.window import MainWindow

MOST_PIXELS = 6_000_000
"""The largest picture that is kept; to read a larger one takes longer than to build the window."""


class FirstPicture(QObject):
    """The picture of a window whose sheet is looked at in one view, scrolled to one share."""

    def __init__(self, window: MainWindow, view: View, scroll: float, place: str) -> None:
        """Name the picture by what it shows, and by what decides how that looks.

        `place` is the remembered geometry of the window; with the screen's size it stands for the
        window's own, which Qt knows only when it is shown.
        """
        super().__init__(window)
        self._window = window
        self._view = view
        self._scroll = scroll
        self._cache = SheetCache(window.store.sheet.yaml)
        self._ratio = window.devicePixelRatioF()
        self._cover: QLabel | None = None
        room = window.screen().availableSize().toTuple()
        look = (window.appearance.theme, window.appearance.text_scale, self._ratio)
        self._name = window_name((view, scroll, place, room, *look))

    def show(self) -> bool:
        """Lay the picture over the window if it is kept; tell whether it is."""
        image = self._cache.find_image(self._name)
        if image is None:
            return False
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
        """Let the window itself be seen."""
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()

    def keep(self) -> None:
        """Write the picture down if the window now looks as it will at the next start."""
        bar = self._window.stage.page.verticalScrollBar()
        window, size = self._window, self._window.size() * self._ratio
        if (
            window.store.view != self._view
            or bar.value() != round(self._scroll * bar.maximum())
            or window.notices.shown is not None
            or window.focusWidget() is not window.toolbar
            or window.isFullScreen()
            or size.width() * size.height() > MOST_PIXELS
        ):
            return
        image = QImage(size, QImage.Format.Format_RGB32)  # without alpha: as text is on screen
        image.setDevicePixelRatio(self._ratio)
        window.render(image)
        QThreadPool.globalInstance().start(partial(self._cache.keep_image, self._name, image))
