"""The buttons at the foot of a chart card: its table, its picture, its files."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.style.buttons import quiet_button
from cqviewer.ui.style.look import Look

TEXT_FROM = 600
"""Width in px of a card from which its buttons have text."""

COPIED_MS = 2000


class ChartButtons(QWidget):
    """Table or chart, copy, save; icons alone where the card is narrow."""

    table_toggled = Signal()
    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, look: Look, title: str) -> None:
        """Make the buttons of the chart with a title."""
        super().__init__()
        self._look = look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)  # their own edges, seen under the pointer, keep texts apart
        self._is_narrow = False
        self._copied = single_shot(self, COPIED_MS, self._say)
        self.table = quiet_button(self.tr("Table"), "table", look)
        self.copy = quiet_button(self.tr("Copy"), "copy", look)
        self.save = quiet_button(self.tr("Save"), "save", look)
        self.table.clicked.connect(self.table_toggled)
        self.copy.clicked.connect(self.copy_wanted)
        self.save.clicked.connect(self.save_wanted)
        for button in (self.table, self.copy, self.save):
            layout.addWidget(button)
            button.setAccessibleDescription(title)
        self._say()

    def set_table(self, *, is_table: bool) -> None:
        """Offer the chart where the table is shown, else the table."""
        self.table.setText(self.tr("Chart") if is_table else self.tr("Table"))
        self.table.setIcon(self._look.icon("chart" if is_table else "table"))
        self._say()

    def set_width(self, card_width: int) -> None:
        """Show text where the card is wide enough."""
        is_narrow = card_width < self._look.px(TEXT_FROM)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._say()

    def _say(self) -> None:
        """Name the buttons in full; their tooltips say it where no text does."""
        names = {
            self.table: self.tr("Show the figures of this chart as a table"),
            self.copy: self.tr("Copy this chart as a picture"),
            self.save: self.tr("Save this chart or its figures"),
        }
        if self.table.text() == self.tr("Chart"):
            names[self.table] = self.tr("Show the chart again")
        for button, name in names.items():
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setToolButtonStyle(self._style())
        is_copied = self._copied.isActive()
        self.copy.setText(self.tr("Copied") if is_copied else self.tr("Copy"))
        if is_copied:
            self.copy.setAccessibleName(self.tr("Copied"))

    def show_copied(self) -> None:
        """Say for two seconds on the button that the picture was copied."""
        self._copied.start()
        self._say()

    def _style(self) -> Qt.ToolButtonStyle:
        if self._is_narrow:
            return Qt.ToolButtonStyle.ToolButtonIconOnly
        return Qt.ToolButtonStyle.ToolButtonTextBesideIcon

    def buttons(self) -> list[QToolButton]:
        """Return the buttons from left to right."""
        return [self.table, self.copy, self.save]
