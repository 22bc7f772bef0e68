"""The form in which a sheet is edited, part by part, beside the page that follows it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from cqviewer.model.editing import additions
from cqviewer.model.editing.edits import Edit, taken
from cqviewer.model.editing.outline import Outline
from cqviewer.model.editing.parts import Field, Group, Part
from cqviewer.model.problems import Offer, Path, Problem
from cqviewer.ui.editing.changes import Changes
from cqviewer.ui.editing.field_box import FieldBox
from cqviewer.ui.editing.form_buttons import FormButtons
from cqviewer.ui.editing.message import Message
from cqviewer.ui.editing.part_form import PartForm
from cqviewer.ui.editing.refusals import missing, ways_out, why
from cqviewer.ui.editing.rows import GroupBox
from cqviewer.ui.editing.words import named
from cqviewer.ui.style import boxes
from cqviewer.ui.style.buttons import quiet_button
from cqviewer.ui.style.heard import Heard
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.worker.rewrites import Change, Checked, NewId, Write

_SIDE = 20  # px beside the fields, as in the Source panel


class _Task(NamedTuple):
    """What is to be written: some edits, the part that is shown then, and the field it is of."""

    edits: tuple[Edit, ...]
    path: Path | None = None
    field: Field | None = None
    text: str = ""
    begins: bool = False


class SheetForm(QWidget):
    """Edits one file; a text is written when its field is left, and the page follows.

    What is added is kept here until it is valid, with all that is written meanwhile: the file
    never holds half a figure.
    """

    close_wanted = Signal()

    def __init__(self, changes: Changes, look: Look, section: Callable[[], int]) -> None:
        """Show nothing until the file is read; `section` is the place of the one on screen."""
        super().__init__()
        self.setObjectName("panelBody")
        self._changes = changes
        self._section = section
        self._seen: Checked | None = None
        self._tree: object = None
        self._outlined: tuple[object, Outline] = (None, Outline(None))  # and of what
        self._pending: list[Edit] = []
        self._draft: Path = ()
        self._wanted: Path = ()
        self._wants_focus = self._is_busy = False
        self._tasks: list[_Task] = []
        self._first: Callable[[], object] = bool
        self._problems: Sequence[Problem] = ()
        self.part: Part | None = None
        """The part that is shown."""
        self._column = boxes.column(of=self)
        self._body: QWidget | None = None
        self.form: PartForm
        """The fields of the part that is shown."""
        self.dress(look)
        changes.checked.connect(self._on_checked)
        changes.restored.connect(self._say)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, done in (
            ("Ctrl+Return", self._write_field),
            ("Ctrl+D", self.duplicate),
            ("Ctrl+Shift+Up", partial(self.move_part, -1)),
            ("Ctrl+Shift+Down", partial(self.move_part, 1)),
        ):
            QShortcut(QKeySequence(keys), self, done, context=within)

    def heard(self) -> Heard:
        """Return a group with a name."""
        return Heard("Grouping", self._title.text())

    # Parts of the form

    def dress(self, look: Look) -> None:
        """Rebuild the form for a look; what is being written stays."""
        texts = self.form.unsaved() if self._body is not None else None
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self.look = look
        self._body = body = QWidget()
        self._column.addWidget(body)
        column = boxes.column(of=body)
        column.addLayout(self._head())
        self.form = PartForm(look, self)
        self.form.left.connect(self._on_left)
        self.form.typed.connect(self._on_typed)
        self.form.opened.connect(self.show_part)
        self.form.added.connect(self._on_added)
        self.form.removed.connect(self.remove)
        self.form.taken.connect(self._on_offer)
        column.addWidget(self.form, 1)
        self.message = Message(look, self, "caption")
        self.message.setContentsMargins(*(look.px(one) for one in (_SIDE, 6, _SIDE, 8)))
        self.message.hide()
        column.addWidget(self.message)
        self._show()
        if texts is not None:
            self.form.put_back(texts)

    def _head(self) -> QHBoxLayout:
        look = self.look
        head = QHBoxLayout()
        head.setContentsMargins(*(look.px(one) for one in (_SIDE, 10, 10, 4)))
        self._title = TextBlock(self.tr("Edit"), look, "statement", weight="bold")
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        self.buttons = FormButtons(look, self._changes, self)
        head.addWidget(self.buttons)
        close = quiet_button(
            self.tr("Done: close the form"), "panel-collapse", look, icon_only=True
        )
        close.clicked.connect(self.close_wanted)
        head.addWidget(close)
        return head

    # What the file says

    def show_part(self, path: Path, *, with_focus: bool = True) -> None:
        """Show a part once the file is read; its first field gets the keyboard, if that is asked.

        What is being written and not valid stays in sight instead.
        """
        if self.form.is_unsaved and not self._is_busy:
            self._write_field()
            return
        self._wanted, self._wants_focus = path, with_focus
        if self._seen is None:
            self._changes.check()
        self._show()

    def _on_checked(self, checked: Checked) -> None:
        """Show the file as it is now; what is being written in a field stays there.

        While the file cannot be read, what it said last stays.
        """
        self._seen = checked
        first, self._first = self._first, bool
        if not self._pending and (checked.tree is not None or self._tree is None):
            self._tree, self._problems = checked.tree, checked.problems
        self._show()
        first()
        self._next()

    def _show(self, *, is_renamed: bool = False) -> None:
        """Show the part that is wanted, or the nearest around it that is there."""
        if self._seen is None:
            return
        self.part = part = self._outline.part(self._wanted)
        self._wanted = part.path
        self._title.setText(self.tr("Edit: {part}").format(part=named(part.kind)))
        line, focus = self._seen.lines.get(part.path), self._wants_focus
        self.form.show_part(part, self._problems, line, is_focused=focus, is_renamed=is_renamed)
        self._wants_focus = False

    @property
    def _outline(self) -> Outline:
        of = (self._tree, self.look.language, self._seen.kinds if self._seen else ())
        if of != self._outlined[0]:
            self._outlined = of, Outline(*of)  # type: ignore[arg-type]
        return self._outlined[1]

    # What the reader writes

    def _ask(self, task: _Task) -> None:
        """Write something once all before it is written: each is made in what that has left."""
        self._tasks.append(task)
        self._next()

    def _next(self) -> None:
        if self._is_busy or not self._tasks or self._seen is None:
            return
        task = self._in_draft(self._tasks.pop(0))
        call = self._changes.make(self._change(task, self._seen.data))
        if call is None:
            self._tasks.clear()
            self._say(self.tr("Not saved yet: this file is not changed here."))
            return
        self._is_busy = True
        call.done.connect(partial(self._on_written, task))
        call.failed.connect(partial(self._on_failed, task))

    def _change(self, task: _Task, seen: bytes) -> Change:
        field = task.field
        if field is not None and field.named and not self._pending:
            kind = "" if field.named != "item" else f"{field.path[1]}."
            return NewId(field.named, f"{kind}{field.text}", f"{kind}{task.text}", seen)
        return Write((*self._pending, *task.edits), seen)

    def _on_left(self, field: Field, text: str) -> None:
        path = (*field.path[:-1], text) if field.is_key else None
        self._ask(_Task((field.edit(text),), path, field, text))

    def _in_draft(self, task: _Task) -> _Task:
        """Return what is written of a new entry that is not in the file: its id still changes."""
        field = task.field
        if field is None or not self._pending or field.path[:2] != self._draft:
            return task
        old = str(self._draft[1])
        new = additions.id_of_new(self._outline, self._draft, field, task.text)
        if new == old:
            return task
        self._pending = additions.with_id(self._pending, old, new)
        edits = () if field.is_key else tuple(additions.with_id(task.edits, old, new))
        self._draft = (self._draft[0], new)
        path = tuple(new if one == old else one for one in self._wanted)
        return task._replace(edits=edits, path=path)

    def _on_written(self, task: _Task, checked: Checked) -> None:
        """Show that it is saved, or why not; what is added is kept until it is valid."""
        self._is_busy = False
        if not checked.refused:
            self._pending = []
            self._tree, self._problems = checked.tree, checked.problems
        elif checked.tried is not None and (task.begins or self._pending):
            self._pending += task.edits
            self._draft = task.path[:2] if task.begins and task.path else self._draft
            self._tree, self._problems = checked.tried, checked.refused
        if task.path is not None and (not checked.refused or self._pending):
            self._wanted, self._wants_focus = task.path, task.begins
        self._show(is_renamed=task.field is not None and self._wanted == task.path)
        if not checked.refused:
            self._say_saved(task)
        elif self._pending or task.field is None or not self._say_below(task, checked.refused):
            is_said = self.form.tells_of(first := checked.refused[0])
            below = self.tr("Not saved yet.") if is_said else why(first)
            self._say(missing(self.part, checked.refused) or below)
            if self._pending:
                self.message.offer(self.tr("Take back"), partial(self.take_back))
        self._next()

    def _say_saved(self, task: _Task) -> None:
        what = named(task.field.key, task.field.language) if task.field else ""
        said = self.tr("Saved to {file}: {what}") if what else self.tr("Saved to {file}")
        self._say(said.format(file=self._changes.file_name, what=what))
        self.message.offer(self.tr("Undo"), self._changes.undo)

    def _say_below(self, task: _Task, refused: Sequence[Problem]) -> bool:
        """Show below its field why a text is not written; return whether the field is shown."""
        field = task.field
        box = self.form.box_of(field) if field else None
        if field is None or box is None:
            return False
        first = next((one for one in refused if field.path in one.paths), refused[0])
        is_of_it = first.fix is None or field.path in first.paths
        write = partial(self._take, field)
        take = partial(self._on_offer, field=field, text=task.text)
        ways = ways_out(first, write, take) if is_of_it else ()
        box.say(why(first, has_fix=first.fix is not None and is_of_it), ways)
        self._say("")
        return True

    def _say(self, text: str = "", *, is_quiet: bool = False) -> None:
        self.message.say(text, is_quiet=is_quiet)
        self.message.setVisible(bool(text))

    def _on_typed(self, field: Field, text: str) -> None:
        """Look at a text that is being written, and write nothing."""
        if self._seen is None or self._is_busy or field.is_key:
            return
        edits = (*self._pending, field.edit(text))
        call = self._changes.make(Write(edits, self._seen.data, is_trial=True))
        if call is not None:
            call.done.connect(partial(self._on_tried, field, text))

    def _on_tried(self, field: Field, text: str, checked: Checked) -> None:
        box = self.form.box_of(field)
        if not isinstance(box, FieldBox) or box.text != text:
            return
        of_it = [one for one in checked.refused if field.path in one.paths or not self._pending]
        if of_it:
            self._say_below(_Task((), field=field, text=text), of_it)
        else:
            box.say("")

    def _take(self, field: Field, text: str) -> None:
        """Write a text that was offered."""
        match self.form.box_of(field):
            case FieldBox() as box:
                box.put(text)
                self._on_left(field, text)
            case GroupBox() as box:
                box.put(text, field)

    def _on_offer(self, offer: Offer, field: Field | None = None, text: str = "") -> None:
        """Write what was offered, and with it the text of another field that it makes valid."""
        if field is not None and field.path == offer.path and offer.text is not None:
            self._take(field, offer.text)
            return
        edits = (taken(offer),) if field is None else (field.edit(text), taken(offer))
        self._ask(_Task(edits, None, field, text))

    def _on_failed(self, task: _Task, error: Exception) -> None:
        self._is_busy = False
        self._say(why(str(error)), is_quiet=True)  # a notice says it
        if task.field is not None:
            self.message.offer(self.tr("Write it again"), partial(self._ask, task))
        self._changes.check()

    def _write_field(self) -> None:
        self.form.leave_current()

    @property
    def is_unsaved(self) -> bool:
        """Return whether something that is written here is not in the file."""
        return bool(self._pending) or self.form.is_unsaved

    def take_back(self) -> None:
        """Discard all that is not saved."""
        self._wants_focus = bool(self._pending) and self.has_focus  # which goes with what was added
        self._tasks, self._pending = [], []
        if self._seen is not None:
            self._tree, self._problems = self._seen.tree, self._seen.problems
        self.form.take_back()
        self._show()
        self._say(self.tr("Taken back. Esc again closes."))

    def take_focus(self) -> None:
        """Focus the first field."""
        self.form.take_focus()

    @property
    def has_focus(self) -> bool:
        """Return whether the keyboard is in the form."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # What is done to whole parts

    def additions(self) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be added to the sheet and to the section on screen, by name."""
        section: Path = ("sections", self._section())
        return [
            (named("indicator"), partial(self.add_figure, {})),
            (named("chart"), partial(self.add, (*section, "charts"))),
            (named("statement"), partial(self.add, (*section, "statements"))),
            (named("section"), partial(self.add, ("sections",))),
            (named("source"), partial(self.add, ("sources",))),
        ]

    def add_figure(self, values: Mapping[str, str], section: int | None = None) -> None:
        """Begin a figure with some values, shown in a section or in the one on screen."""
        place = self._section() if section is None else section
        if self._seen is None:  # where it stands among the others is not known yet
            self._first = partial(self.add_figure, values, place)
            return
        edits, path = additions.new_figure(self._outline, values, place)
        self._ask(_Task(tuple(edits), path, begins=True))

    def _on_added(self, group: Group, text: str) -> None:
        self.add(group.path, text)

    def add(self, path: Path, text: str = "") -> None:
        """Begin an entry of the list at a path; `text` is its period, if known."""
        edits, new = additions.addition(self._outline, path, text)
        if edits:
            self._ask(_Task(tuple(edits), None if text else new, begins=True))

    def duplicate(self) -> None:
        """Repeat the part that is shown right after itself."""
        if self.part is not None:
            edits, path = additions.duplication(self._outline, self.part.path)
            if edits:
                self._ask(_Task(tuple(edits), path))

    def remove_part(self) -> None:
        """Remove the part that is shown, unless the sheet still refers to it."""
        if self.part is not None and self.part.path:
            self.remove(self.part.path)

    def remove(self, path: Path) -> None:
        """Remove the entry at a path."""
        self._ask(_Task((additions.removal(self._outline, path),)))

    def move_part(self, by: int) -> None:
        """Move the part that is shown, or the row that the keyboard is on, among its neighbours."""
        if self.part is not None:
            path = self.form.path_at_hand or self.part.path
            edits, new = additions.movement(self._outline, path, by)
            if edits:
                self._ask(_Task(tuple(edits), new if path == self.part.path else None))
