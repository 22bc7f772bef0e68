"""The dialog in which a sheet is edited: its parts, and the fields of the one that is chosen."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cqviewer.model.editing import outline
from cqviewer.model.editing.edits import Edit, Named, Put, Remove
from cqviewer.model.editing.outline import Field, Kind, Part
from cqviewer.model.problems import Path
from cqviewer.ui.editing.changes import Changes
from cqviewer.ui.editing.form import PartForm
from cqviewer.ui.editing.message import Message
from cqviewer.ui.editing.words import named
from cqviewer.ui.style.look import Look
from cqviewer.worker.rewrites import Change, Checked, NewId, Write

_WIDTH, _HEIGHT, _NARROW = 860, 640, 700  # px of the design
_GROUPS: tuple[Kind, ...] = ("section", "figure", "source")
_WITHIN: dict[Kind, tuple[Kind, ...]] = {
    "section": ("chart", "statement", "plan", "voice"),
    "figure": ("observation",),
}
"""What can be added to a kind of part."""


class SheetEditor(QDialog):
    """Edits one file; a text is written when its field is left, and the page follows."""

    def __init__(self, changes: Changes, look: Look, parent: QWidget) -> None:
        """Show nothing until the file is read."""
        super().__init__(parent)
        self._changes = changes
        self._look = look
        self._language = look.language
        self._seen: Checked | None = None
        self._parts: list[Part] = []
        self._wanted: Path = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Edit the sheet"))
        self._build()
        changes.checked.connect(self._on_checked)
        changes.changed.connect(self._on_steps)
        room = parent.size()
        width = min(look.px(_WIDTH), room.width())
        self._arrange(width)
        self.resize(width, min(look.px(_HEIGHT), room.height()))

    # Parts of the dialog

    def _build(self) -> None:
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Parts of the sheet"))
        self.tree.currentItemChanged.connect(self._on_chosen)
        self.form = PartForm(self._look)
        self.form.left.connect(self._on_left)
        self.form.conflicted.connect(self._on_conflict)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll it
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self.tree, 2)
        self._body.addWidget(scroll, 3)
        self.message = Message(self._look, self)
        column = QVBoxLayout(self)
        column.addLayout(self._body, 1)
        column.addWidget(self.message)
        column.addLayout(self._buttons())
        for keys, done in (
            ("Ctrl+Return", self._write_field),
            ("Ctrl+D", self.duplicate),
            ("Alt+Up", partial(self.move_part, -1)),
            ("Alt+Down", partial(self.move_part, 1)),
            ("Ctrl+Z", self._changes.undo),
            ("Ctrl+Shift+Z", self._changes.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(done)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._add_menu, self._part_menu = QMenu(self), QMenu(self)
        self._add_menu.aboutToShow.connect(self._fill_additions)
        for text, done in (
            (self.tr("&Duplicate"), self.duplicate),
            (self.tr("&Remove"), self.remove),
            (self.tr("Move &up"), partial(self.move_part, -1)),
            (self.tr("Move d&own"), partial(self.move_part, 1)),
            (self.tr("Re&name the id …"), self._ask_for_id),
        ):
            self._part_menu.addAction(text).triggered.connect(done)
        for text, menu in ((self.tr("&Add"), self._add_menu), (self.tr("&Part"), self._part_menu)):
            button = self._button(row, text)
            button.setMenu(menu)
        self.undo = self._button(row, self.tr("&Undo"), self._changes.undo)
        self.redo = self._button(row, self.tr("Red&o"), self._changes.redo)
        row.addStretch(1)
        self._button(row, self.tr("&Close"), self.close)
        self._on_steps()
        return row

    def _button(
        self, row: QHBoxLayout, text: str, done: Callable[[], object] | None = None
    ) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)  # Enter in a field writes it, and does nothing else
        if done is not None:
            button.clicked.connect(done)
        row.addWidget(button)
        return button

    def _on_steps(self) -> None:
        self.undo.setEnabled(self._changes.can_undo)
        self.redo.setEnabled(self._changes.can_redo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        """Put the parts beside their fields, or above them; undo then is done by keys alone."""
        is_narrow = width < self._look.px(_NARROW)
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self._body.setStretch(0, 1 if is_narrow else 2)
        for button in (self.undo, self.redo):
            button.setHidden(is_narrow)

    # What the file says

    def show_part(self, path: Path) -> None:
        """Choose a part once the file is read; the first field gets the keyboard."""
        self._wanted = path
        self._changes.check()

    def _on_checked(self, checked: Checked) -> None:
        """Show the file as it is now; what is being written in a field stays there."""
        is_first = self._seen is None
        self._seen = checked
        self._parts = outline.parts(checked.tree, self._language)
        self._fill_tree()
        self._show_fields()
        if is_first and self.form.lines:
            self.form.lines[0].show()  # what the layout shows later cannot be relied on for focus
            self.form.lines[0].setFocus()

    def _fill_tree(self) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        items: dict[Path, QTreeWidgetItem] = {}
        for number, part in enumerate(self._parts):
            above = items.get(part.within) if part.within else None
            item = QTreeWidgetItem([f"{named(part.kind)}: {part.title}"])
            item.setData(0, Qt.ItemDataRole.UserRole, number)
            if above is None:
                self.tree.addTopLevelItem(item)
            else:
                above.addChild(item)
            items[part.path] = item
        near = self._wanted
        while near not in items and near:
            near = near[:-1]
        if near in items:
            self.tree.setCurrentItem(items[near])
        self.tree.blockSignals(False)

    @property
    def part(self) -> Part | None:
        """Return the part that is chosen."""
        item = self.tree.currentItem()
        return self._parts[int(item.data(0, Qt.ItemDataRole.UserRole))] if item else None

    def _on_chosen(self, item: QTreeWidgetItem | None, _old: QTreeWidgetItem | None) -> None:
        if item is not None and self.part is not None:
            self._wanted = self.part.path
            self.message.clear()
            self._show_fields()

    def _show_fields(self) -> None:
        part = self.part
        tree = self._seen.tree if self._seen else None
        self.form.show_fields(outline.fields(tree, part) if part else [])
        for before, line in pairwise([self.tree, *self.form.lines]):
            self.setTabOrder(before, line)

    # What the reader writes

    def _ask(self, change: Change, field: Field | None = None) -> None:
        call = self._changes.make(change)
        if call is None:
            self.message.say(self.tr("Not saved yet: this file is not changed here."))
            return
        call.done.connect(partial(self._on_written, field))
        call.failed.connect(self._on_failed)

    def _write(self, edits: Sequence[Edit], path: Path | None = None) -> None:
        """Make some edits, and then choose the part at a path."""
        if edits and self._seen is not None:
            self._wanted = path if path is not None else self._wanted
            self._ask(Write(tuple(edits), self._seen.data))

    def _on_left(self, field: Field, text: str) -> None:
        if self._seen is not None:
            self._ask(Write((field.edit(text),), self._seen.data), field)

    def _write_field(self) -> None:
        self.form.write_current()

    def _on_written(self, field: Field | None, checked: Checked) -> None:
        """Say that it is saved, or why not; a text that is certain is offered."""
        if not checked.refused:
            what = named(field.key, field.language) if field else ""
            self.message.say(self.tr("Saved. {what}").format(what=what).strip())
            return
        first = checked.refused[0]
        is_certain = field is not None and first.fix is not None and field.path in first.paths
        said = first.message if is_certain or not first.help else f"{first.message} ({first.help})"
        self.message.say(self.tr("Not saved yet: {why}.").format(why=said.rstrip(".")))
        if is_certain and field is not None and first.fix is not None:
            text = self.tr("Fix: write {text}").format(text=first.fix)
            self.message.offer(text, partial(self._take, field, first.fix))

    def _take(self, field: Field, text: str) -> None:
        """Write a text that was offered."""
        self.form.put(field, text)
        self._on_left(field, text)

    def _on_failed(self, error: Exception) -> None:
        self.message.say(self.tr("Not saved yet: {why}.").format(why=str(error).rstrip(".")))
        self._changes.check()

    def _on_conflict(self, field: Field, mine: str) -> None:
        """Ask which text counts where a field was changed here and outside."""
        said = self.tr("{field} was changed outside cqviewer meanwhile: {text}")
        name = named(field.key, field.language)
        self.message.say(said.format(field=name, text=field.text or "–"))
        self.message.offer(self.tr("Take the file’s"), self.form.take_back)
        self.message.offer(self.tr("Keep mine"), partial(self._on_left, field, mine))

    # What is done to whole parts

    def _fill_additions(self) -> None:
        """Offer what can be added to the sheet, and to the part that is chosen."""
        self._add_menu.clear()
        holder = self._holder()
        kinds = (*_GROUPS, *(_WITHIN.get(holder.kind, ()) if holder else ()))
        for kind in kinds:
            self._add_menu.addAction(named(kind)).triggered.connect(partial(self.add, kind))

    def _holder(self) -> Part | None:
        """Return the section or the figure that is chosen, or that holds what is."""
        part = self.part
        if part is None or part.kind in _WITHIN:
            return part
        return next((one for one in self._parts if one.path == part.within), None)

    def add(self, kind: Kind) -> None:
        """Add an empty part of a kind, and choose it."""
        holder = self._holder()
        if self._seen is not None:
            within = holder.path if holder and kind not in _GROUPS else ()
            self._write(*outline.addition(self._seen.tree, kind, within))

    def duplicate(self) -> None:
        """Repeat the chosen part right after itself."""
        if self.part is not None and self._seen is not None:
            self._write(outline.duplication(self._seen.tree, self.part))

    def remove(self) -> None:
        """Take the chosen part away, unless the sheet still refers to it."""
        if self.part is not None and self.part.path:
            self._write([Remove(self.part.path)])

    def move_part(self, by: int) -> None:
        """Move the chosen part among its neighbours."""
        if self.part is not None and self._seen is not None:
            self._write(*outline.movement(self._seen.tree, self.part, by))

    def _ask_for_id(self) -> None:
        part = self.part
        if part is None or part.kind not in ("figure", "source", "section"):
            self.message.say(self.tr("Figures, sources and sections have an id."))
            return
        old = outline.id_of(self._seen.tree if self._seen else None, part)
        title = self.tr("Rename the id everywhere")
        new, is_given = QInputDialog.getText(self, title, self.tr("Id"), text=old)
        if is_given and new and new != old:
            self.rename(new.strip())

    def rename(self, new: str) -> None:
        """Give the chosen part another id, wherever the sheet refers to it."""
        part = self.part
        if part is None or self._seen is None:
            return
        if part.kind == "section":
            self._write([Put((*part.path, "id"), new)])
        elif part.kind in ("figure", "source"):
            kind: Named = "indicator" if part.kind == "figure" else "source"
            self._wanted = (*part.path[:-1], new)
            old = str(part.path[-1])
            self._ask(NewId(kind, old, new, self._seen.data))

    def reject(self) -> None:
        """Take back what is not saved, if anything is; else close."""
        if self.form.is_unsaved:
            self.form.take_back()
            self.message.say(self.tr("Taken back. Esc again closes."))
        else:
            super().reject()
