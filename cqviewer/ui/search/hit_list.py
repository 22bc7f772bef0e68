"""The drop-down list of hits below the search field."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cqviewer.ui.search.search import Search
from cqviewer.ui.state.focus import is_enter
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tooltips import plain_tooltip

MOST = 200
"""The number of hits that are listed at most."""
_WIDTH, _ROWS = 460, 9  # px of the design; rows that are visible without scrolling


class HitList(QListWidget):
    """Lists the hits, each with its tab; a click or an arrow key in the field goes to one."""

    def __init__(self, search: Search, field: QWidget, parent: QWidget, look: Look) -> None:
        """Create the list, hidden, over the top of `parent`, which is below the field."""
        super().__init__(parent)
        self._search = search
        self._field = field
        self._look = look
        self._is_walked = False  # whether arrow keys were used since it was last shown
        self.setObjectName("hits")
        self.setAccessibleName(self.tr("Hits"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the focus
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.hide()
        self.itemClicked.connect(self._on_clicked)
        search.changed.connect(self._on_changed)
        field.installEventFilter(self)

    def _on_changed(self) -> None:
        """List the hits again if they have changed, and mark the current one."""
        search, is_same = self._search, self.count() == len(self._search.hits[:MOST])
        texts = [search.phrase(hit) for hit in search.hits[:MOST]]
        if not is_same or texts != [self.item(row).text() for row in range(self.count())]:
            self.clear()
            self.addItems(texts)
            for row, text in enumerate(texts):
                self.item(row).setToolTip(plain_tooltip(text))
            if self._field.hasFocus():
                self._appear()
        self.setCurrentRow(search.position if search.position < self.count() else -1)
        if not texts:
            self.hide()

    def _appear(self) -> None:
        """Show the list below the field, as high as needed."""
        parent = self.parentWidget()
        if not self.count() or parent is None:
            return
        left = max(0, parent.mapFromGlobal(self._field.mapToGlobal(QPoint(0, 0))).x())
        width = min(self._look.px(_WIDTH), parent.width() - left)
        rows = min(self.count(), _ROWS) * self.sizeHintForRow(0)
        height = min(rows + 2 * self.frameWidth() + 2, parent.height())
        self.setGeometry(left, 0, width, height)
        self.show()
        self.raise_()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tooltips only for hits that are cut off: a tooltip covers the next rows."""
        if isinstance(event, QHelpEvent):
            wide = self.sizeHintForIndex(self.indexAt(event.pos())).width()
            if wide <= self.viewport().width():
                return True
        return super().viewportEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            return super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.count():
            is_seen, step = self.isVisible(), 1 if event.key() == Qt.Key.Key_Down else -1
            self._appear()
            if is_seen:
                self._search.go_to(self._search.position + step)
            self._is_walked = True
            return True
        is_end = is_enter(event)
        is_chosen = is_end and self.isVisible() and self._is_walked
        if is_end or event.key() == Qt.Key.Key_Escape:
            self.hide()  # it would cover the hit
        self._is_walked = False
        return is_chosen  # Enter then stays at the hit chosen by arrow keys

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._search.go_to(self.row(item))
        self.hide()
