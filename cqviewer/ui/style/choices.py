"""Drop-down lists, and an editable one for the zoom."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from cqviewer.ui.style.look import Look

_WIDTH, _HEIGHT = 84, 30
_OPENS = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down)
_NUMBER = re.compile(r"\s*(\d{1,4})(?:[.,]\d*)?\s*%?\s*")


class Choice(QComboBox):
    """A drop-down list that ignores the wheel, which neither changes nor focuses it.

    A reader who scrolls past it means neither to choose nor to leave the field being edited.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create an empty list."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Keep Alt+Down, which opens the list, from what the window has that key for."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.keyCombination() == _OPENS:
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ZoomField(Choice):
    """Shows a zoom in per cent and offers levels; others within their range can be typed."""

    picked = Signal(float)
    """Carries the zoom that was chosen or typed, 1.0 for 100 %."""

    def __init__(self, levels: Sequence[float], look: Look) -> None:
        """Offer zoom levels, given in ascending order."""
        super().__init__()
        self._look = look
        self._levels = levels
        self._zoom = 1.0
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none; its hints do not say so
        self.setMaxVisibleItems(len(levels))
        for level in levels:
            self.addItem(zoom_in_words(level), level)
        self.setFixedHeight(look.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Zoom"))
        self.setToolTip(self.tr("Zoom (Ctrl+0: actual size)"))
        self.activated.connect(self._on_activated)
        edit = self.lineEdit()
        assert edit is not None
        edit.setAccessibleName(self.tr("Zoom"))
        edit.editingFinished.connect(self._on_written)
        self.show_zoom(1.0)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_zoom(self, zoom: float) -> None:
        """Show a zoom without emitting `picked`."""
        self._zoom = zoom
        self.setCurrentIndex(self._levels.index(zoom) if zoom in self._levels else -1)
        self.setEditText(zoom_in_words(zoom))

    def _on_activated(self, index: int) -> None:
        self._pick(self._levels[index])

    def _on_written(self) -> None:
        """Apply the typed zoom, limited to the range; restore the text if it is not a number."""
        written = _NUMBER.fullmatch(self.currentText())
        if written is None or self.currentText() == zoom_in_words(self._zoom):
            self.show_zoom(self._zoom)
            return
        self._pick(min(max(int(written[1]) / 100, self._levels[0]), self._levels[-1]))

    def _pick(self, zoom: float) -> None:
        is_new = zoom != self._zoom
        self.show_zoom(zoom)
        if is_new:
            self.picked.emit(zoom)


def zoom_in_words(zoom: float) -> str:
    """Return a zoom in per cent, as the language of the window writes it."""
    pattern = QCoreApplication.translate("ZoomField", "{number} %")
    return pattern.format(number=round(zoom * 100)).replace(" ", "\N{NARROW NO-BREAK SPACE}")
