"""The tool bar: search, what figures are shown as, print and theme."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from cqviewer.ui.search.search import Search
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.buttons import ChoiceButton, quiet_button
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.style.tooltips import tell_key

HEIGHT, _FIELD_WIDTH, _FIELD_HEIGHT = 44, 268, 30
_ICON, _BESIDE = 16, 8  # px of the glass, and before it
_NARROW = 900
"""Width in px below which Print and Theme are icons alone."""


class SearchField(QLineEdit):
    """Where the reader writes what is looked for; Enter goes to the next hit."""

    next_wanted = Signal()
    previous_wanted = Signal()

    def __init__(self, look: Look) -> None:
        """Make an empty field."""
        super().__init__()
        self._look = look
        self.setFixedHeight(look.px(_FIELD_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(self.tr("Search figures and statements"))
        self.setAccessibleName(self.tr("Search figures and statements"))
        self.clear_button = QToolButton(self)
        self.clear_button.setObjectName("clear")
        self.clear_button.setIcon(look.icon("close"))
        self.clear_button.setIconSize(QSize(look.px(_ICON), look.px(_ICON)))
        self.clear_button.setAccessibleName(self.tr("Clear the search"))
        self.clear_button.setToolTip(self.tr("Clear the search"))
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc clears as well
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        beside = look.px(_ICON) + look.px(_BESIDE)
        self.setTextMargins(beside, 0, beside, 0)
        self.textChanged.connect(self._on_text_changed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_FIELD_WIDTH), self._look.px(_FIELD_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(90), self._look.px(_FIELD_HEIGHT))

    def _on_text_changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.rect().adjusted(0, 2, -2, -2)
        width = self._look.px(_ICON) + 2 * self._look.px(_BESIDE)
        self.clear_button.setGeometry(inside.right() + 1 - width, 2, width, inside.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size, left = self._look.px(_ICON), self._look.px(_BESIDE) + 1
        place = QRect(left, (self.height() - size) // 2, size, size)
        token = "ink" if self.hasFocus() else "ink3"
        self._look.icon("search", token).paint(QPainter(self), place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous_wanted.emit()
        else:
            self.next_wanted.emit()


class MainToolBar(QToolBar):
    """The bar below the menu."""

    print_wanted = Signal()
    theme_wanted = Signal()

    def __init__(self, store: Store, search: Search, look: Look) -> None:
        """Build the bar for a store and the search of its window."""
        super().__init__()
        self._store = store
        self._search = search
        self._look = look
        self.setWindowTitle(self.tr("Tools"))
        self.setAccessibleName(self.tr("Tools"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFixedHeight(look.px(HEIGHT))
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(row)
        self._row.setContentsMargins(look.px(16), 0, look.px(20), 0)
        self._row.setSpacing(look.px(8))
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(row)
        self.field = SearchField(look)
        self.field.setText(store.view.search)
        self.field.textChanged.connect(self._on_text)
        self.field.next_wanted.connect(search.go_next)
        self.field.previous_wanted.connect(search.go_previous)
        self._row.addWidget(self.field)
        self._add_segment()
        self._add_walk()
        self._row.addStretch(1)
        self._at_right = [
            quiet_button(self.tr("Print"), "print", look),
            quiet_button(self.tr("Theme"), "theme", look),
        ]
        for button, signal in zip(
            self._at_right, (self.print_wanted, self.theme_wanted), strict=True
        ):
            button.clicked.connect(signal)
            button.setToolTip(button.text())
            self._row.addWidget(button)
        self.refresh()

    def tell_keys(self, actions: Mapping[str, QAction]) -> None:
        """Name the keys of the window's actions, given by name, at what does the same."""
        print_button, _ = self._at_right
        for widget, name in (
            (self.field, "find"),
            (self.charts, "table"),
            (self.table, "table"),
            (self.previous, "find_previous"),
            (self.next, "find_next"),
            (print_button, "print"),
        ):
            tell_key(widget, actions[name])

    def _add_segment(self) -> None:
        """Add the two joined buttons that say what figures are shown as."""
        part = QWidget()
        layout = QHBoxLayout(part)
        layout.setContentsMargins(self._look.px(8), 0, self._look.px(8), 0)
        layout.setSpacing(0)
        self.charts = self._segment_button(self.tr("Charts"), "chart", "segmentLeft")
        self.table = self._segment_button(self.tr("Table"), "table", "segmentRight")
        group = QButtonGroup(part)
        for button in (self.charts, self.table):
            group.addButton(button)
            layout.addWidget(button)
            button.clicked.connect(self._on_segment)
        self._row.addWidget(part)

    def _segment_button(self, text: str, icon: str, name: str) -> QToolButton:
        button = quiet_button(text, icon, self._look, kind=ChoiceButton)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setFixedHeight(self._look.px(_FIELD_HEIGHT))
        return button

    def _add_walk(self) -> None:
        """Add the count of hits and the buttons that walk through them."""
        look = self._look
        self._walk = QWidget()
        layout = QHBoxLayout(self._walk)
        layout.setContentsMargins(look.px(4), 0, 0, 0)
        layout.setSpacing(look.px(2))
        self.count = TextBlock("", look, "body", "ink2", most_lines=1)
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.previous = quiet_button(self.tr("Previous hit"), "up", look, icon_only=True)
        self.next = quiet_button(self.tr("Next hit"), "down", look, icon_only=True)
        self.previous.clicked.connect(self._search.go_previous)
        self.next.clicked.connect(self._search.go_next)
        for part in (self.count, self.previous, self.next):
            layout.addWidget(part)
        self._row.addWidget(self._walk)

    def refresh(self) -> None:
        """Show the view's search text, the count of its hits and what figures are shown as."""
        view, search = self._store.view, self._search
        if self.field.text() != view.search:
            self.field.setText(view.search)
        self.charts.setChecked(not view.is_table)
        self.table.setChecked(view.is_table)
        for button, icon in ((self.charts, "chart"), (self.table, "table")):
            button.setIcon(self._look.icon(icon, "accent" if button.isChecked() else "ink2"))
        self.count.setText(search.count_text)
        self.count.setFixedWidth(self.count.sizeHint().width())
        self._walk.setVisible(bool(search.text))
        for button in (self.previous, self.next):
            button.setEnabled(bool(search.hits))

    def start_search(self) -> None:
        """Focus the search field and select its text."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_text(self, text: str) -> None:
        self._store.look(search=text)

    def _on_segment(self) -> None:
        self._store.look(is_table=self.table.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = event.size().width() < self._look.px(_NARROW)
        for button in self._at_right:
            style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if is_narrow else style)
        super().resizeEvent(event)
