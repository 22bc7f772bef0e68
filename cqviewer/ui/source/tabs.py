"""The tabs of the view of a source, and the buttons to the previous and next place."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSizePolicy, QToolButton, QWidget

from cqviewer.ui.state.store import SourceTab
from cqviewer.ui.style.boxes import line
from cqviewer.ui.style.buttons import joined_buttons, quiet_button
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.heard import name_choice
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tooltips import tell_key

_HEIGHT, _STEP = 30, 28
_LETTERS = 5  # least number of visible letters of the list


class SourceTabs(QWidget):
    """Four joined buttons, or a list if there is no room, and two buttons at the right."""

    picked = Signal(str)
    """Carries the SourceTab that the reader chose."""

    def __init__(self, look: Look) -> None:
        """Create the tabs and buttons."""
        super().__init__()
        self._look = look
        self._has_pages = False
        self.choice = Choice()
        """The drop-down list, for narrow panels."""
        name_choice(self.choice, self.tr("What is shown of the source"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.choice.setSizeAdjustPolicy(policy)  # it may be cut off, the buttons beside it not
        self.choice.setMinimumContentsLength(_LETTERS)
        names: dict[SourceTab, str] = {
            "facts": self.tr("Facts"),
            "text": self.tr("Text"),
            "page": self.tr("Page"),
            "unused": self.tr("Unused numbers"),
        }
        # The hidden buttons must not keep the panel from becoming narrower.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        buttons = joined_buttons([*names.values()], look, _HEIGHT, self)
        self._buttons: dict[SourceTab, QToolButton] = dict(zip(names, buttons, strict=True))
        for button in buttons:
            button.clicked.connect(self._on_button)
        row = self.row = line(*buttons, of=self)
        self.choice.activated.connect(self._on_choice)
        row.addWidget(self.choice, 1)
        row.addStretch(1)
        self.previous = quiet_button(self.tr("Previous place"), "up", look, icon_only=True)
        self.next = quiet_button(self.tr("Next place"), "down", look, icon_only=True)
        for step in (self.previous, self.next):
            step.setObjectName("step")
            step.setFixedSize(look.px(_STEP), look.px(_STEP))
            row.addWidget(step)
        row.insertSpacing(row.indexOf(self.next), look.px(6))

    def link_to(self, actions: Mapping[str, QAction]) -> None:
        """Connect the buttons to the window's actions, given by name."""
        for button, name in ((self.previous, "previous_place"), (self.next, "next_place")):
            button.clicked.connect(actions[name].trigger)
            tell_key(button, actions[name])

    def show_tab(self, tab: SourceTab, *, is_table: bool, has_pages: bool, count: int) -> None:
        """Check a tab; only a PDF has the tab 'Page', and only several places enable the steps."""
        text = self.tr("Table") if is_table else self.tr("Text")
        self._buttons["text"].setText(text)
        self._buttons["text"].setAccessibleName(text)
        self._buttons["page"].setVisible(has_pages)
        self._has_pages = has_pages
        self.choice.clear()
        for name, button in self._offered.items():
            button.setChecked(name == tab)
            self.choice.addItem(button.text(), name)
        self.choice.setCurrentIndex(self.choice.findData(tab))
        for step in (self.previous, self.next):
            step.setVisible(tab in ("text", "page"))
            step.setEnabled(count > 1)
        self._fit(self.width())

    @property
    def _offered(self) -> dict[SourceTab, QToolButton]:
        """Return the buttons of the tabs that the source has."""
        every = self._buttons.items()
        return {name: one for name, one in every if name != "page" or self._has_pages}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Show the buttons, or the list if there is no room for them."""
        shown = self._offered.values()
        wide = sum(one.sizeHint().width() for one in shown) + 3 * self._look.px(_STEP)
        is_list = wide > width
        chosen = next((one for one in shown if one.isChecked()), None)
        stop = self.choice if is_list or chosen is None else chosen
        stop.show()
        if QApplication.focusWidget() in (self.choice, *shown):
            stop.setFocus()  # before the focused one is hidden: Qt would focus the search
        for one in shown:
            one.setVisible(not is_list)
        self.choice.setVisible(is_list)
        self.setFocusProxy(stop)

    def _on_button(self) -> None:
        self.picked.emit(next(tab for tab, one in self._buttons.items() if one.isChecked()))

    def _on_choice(self) -> None:
        self.picked.emit(self.choice.currentData())
