"""The buttons above the fields: add, the menu of the part, undo and redo."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from cqviewer.ui.editing.changes import Changes
from cqviewer.ui.style.boxes import line
from cqviewer.ui.style.buttons import QuietButton, attach_menu, quiet_button
from cqviewer.ui.style.look import Look

_NATIVE = QKeySequence.SequenceFormat.NativeText
_LARGE = 1.5
"""The zoom above which no button shows text."""


class Doing(Protocol):
    """The commands of the buttons."""

    def additions(self) -> list[tuple[str, Callable[[], object]]]:
        """Return the names of what can be added, with their handlers."""
        ...

    def duplicate(self) -> None:
        """Duplicate the shown part."""
        ...

    def remove_part(self) -> None:
        """Remove the shown part."""
        ...

    def move_part(self, by: int) -> None:
        """Move the shown part up (-1) or down (1) in its list."""
        ...


class FormButtons(QWidget):
    """A row of buttons with menus."""

    def __init__(self, look: Look, changes: Changes, doing: Doing) -> None:
        """Create the buttons, which call the methods of `doing`."""
        super().__init__()
        self._changes = changes
        self._doing = doing
        row = line(of=self)
        self.add_menu, self.part_menu = QMenu(self), QMenu(self)
        self.add_menu.aboutToShow.connect(self._fill_additions)
        for text, keys, done in (
            (self.tr("&Duplicate"), "Ctrl+D", doing.duplicate),
            (self.tr("&Remove"), "", doing.remove_part),
            (self.tr("Move &up"), "Ctrl+Shift+Up", partial(doing.move_part, -1)),
            (self.tr("Move d&own"), "Ctrl+Shift+Down", partial(doing.move_part, 1)),
        ):
            shown = f"{text}\t{QKeySequence(keys).toString(_NATIVE)}" if keys else text
            self.part_menu.addAction(shown).triggered.connect(done)
        for text, icon, menu, is_short in (
            (self.tr("Add"), "plus", self.add_menu, look.zoom > _LARGE),
            (self.tr("This part"), "more", self.part_menu, True),
        ):
            button = quiet_button(text, icon, look, icon_only=is_short)
            attach_menu(button, menu)
            button.setPopupMode(QuietButton.ToolButtonPopupMode.InstantPopup)
            row.addWidget(button)
        self.undo = quiet_button(self.tr("Undo"), "undo", look, icon_only=True)
        self.redo = quiet_button(self.tr("Redo"), "redo", look, icon_only=True)
        self.undo.clicked.connect(changes.undo)
        self.redo.clicked.connect(changes.redo)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        changes.changed.connect(self._on_steps)
        self._on_steps()

    def _fill_additions(self) -> None:
        self.add_menu.clear()
        for name, done in self._doing.additions():
            self.add_menu.addAction(name).triggered.connect(done)

    def _on_steps(self) -> None:
        self.undo.setEnabled(self._changes.can_undo)
        self.redo.setEnabled(self._changes.can_redo)
