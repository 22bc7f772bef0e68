"""The form in which a sheet is edited, part by part, beside the page that follows it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

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
from cqviewer.ui.state.focus import has_focus_within
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.buttons import quiet_button
from cqviewer.ui.style.heard import Heard
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.worker.rewrites import Change, Checked, NewId, Write

_SIDE = 20  # px of the design beside the fields, as in the Source panel


class _Task(NamedTuple):
    """A change to write: its edits, the part to show then, and the edited field with its text."""

    edits: tuple[Edit, ...]
    path: Path | None = None
    field: Field | None = None
    text: str = ""
    begins: bool = False


class SheetForm(QWidget):
    """Edits one file; a text is saved when its field is left, and the page follows.

    A new entry is kept here until it is valid, with all edits made meanwhile, so that the file
    never contains half a figure.
    """

    close_wanted = Signal()

    def __init__(self, changes: Changes, look: Look, section: Callable[[], int]) -> None:
        """Show nothing until the file is read; `section` returns the index of the one on screen."""
        super().__init__()
        self.setObjectName("panelBody")
        self._changes = changes
        self._section = section
        self._seen: Checked | None = None
        self._tree: object = None
        self._outlined: tuple[object, Outline] = (None, Outline(None))  # with its arguments
        self._pending: list[Edit] = []
        self._draft: Path = ()
        self._wanted: Path = ()
        self._wants_focus = self._is_busy = False
        self._tasks: list[_Task] = []
        self._first: Callable[[], object] = bool
        self._problems: Sequence[Problem] = ()
        self.part: Part | None = None
        """The part that is shown."""
        self._column = column(of=self)
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
        """Return a group named by the title."""
        return Heard("Grouping", self._title.text())

    # Parts of the form

    def dress(self, look: Look) -> None:
        """Rebuild the form for a look; unsaved texts stay."""
        texts = self.form.unsaved() if self._body is not None else None
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self.look = look
        self._body = body = QWidget()
        self._column.addWidget(body)
        self.form = PartForm(look, self)
        self.form.left.connect(self._on_left)
        self.form.typed.connect(self._on_typed)
        self.form.opened.connect(self.show_part)
        self.form.added.connect(self._on_added)
        self.form.removed.connect(self.remove)
        self.form.taken.connect(self._on_offer)
        self.message = Message(look, self, "caption")
        self.message.setContentsMargins(*(look.px(one) for one in (_SIDE, 6, _SIDE, 8)))
        self.message.hide()
        layout = column(self._head(), self.form, self.message, of=body)
        layout.setStretchFactor(self.form, 1)
        self._show()
        if texts is not None:
            self.form.put_back(texts)

    def _head(self) -> QBoxLayout:
        look = self.look
        head = line(gap=-1, margins=(look.px(_SIDE), look.px(10), look.px(10), look.px(4)))
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

    # Showing the file

    def show_part(self, path: Path, *, with_focus: bool = True) -> None:
        """Show a part once the file is read, and with `with_focus` focus its first field.

        If there are unsaved texts, these are written first, and the part is not changed.
        """
        if self.form.is_unsaved and not self._is_busy:
            self._write_field()
            return
        self._wanted, self._wants_focus = path, with_focus
        if self._seen is None:
            self._changes.check()
        self._show()

    def _on_checked(self, checked: Checked) -> None:
        """Show the file as it is now; unsaved texts stay.

        While the file cannot be read, its last readable state stays.
        """
        self._seen = checked
        first, self._first = self._first, bool
        if not self._pending and (checked.tree is not None or self._tree is None):
            self._tree, self._problems = checked.tree, checked.problems
        self._show()
        first()
        self._next()

    def _show(self, *, is_renamed: bool = False) -> None:
        """Show the wanted part, or the nearest existing part around it."""
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

    # Writing

    def _ask(self, task: _Task) -> None:
        """Queue a task; each is written into the result of the one before."""
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
        """Return a task with the id adapted that a new, unsaved entry gets by its fields."""
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
        """Show that a task was saved, or why not; a new entry is kept until it is valid."""
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
        """Show why a text was not saved below its field; return whether that is shown."""
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
        """Check a text that is being typed, without writing it."""
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
        """Write an offered text into a field."""
        match self.form.box_of(field):
            case FieldBox() as box:
                box.put(text)
                self._on_left(field, text)
            case GroupBox() as box:
                box.put(text, field)

    def _on_offer(self, offer: Offer, field: Field | None = None, text: str = "") -> None:
        """Write an offer, together with the text of another field that it makes valid."""
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
        """Return whether there are unsaved texts or a new entry."""
        return bool(self._pending) or self.form.is_unsaved

    def take_back(self) -> None:
        """Discard unsaved texts and new entries."""
        self._wants_focus = bool(self._pending) and self.has_focus  # it was in the discarded entry
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
        return has_focus_within(self)

    # Whole parts

    def additions(self) -> list[tuple[str, Callable[[], object]]]:
        """Return the names of what can be added to sheet or section, with their handlers."""
        section: Path = ("sections", self._section())
        return [
            (named("indicator"), partial(self.add_figure, {})),
            (named("chart"), partial(self.add, (*section, "charts"))),
            (named("statement"), partial(self.add, (*section, "statements"))),
            (named("section"), partial(self.add, ("sections",))),
            (named("source"), partial(self.add, ("sources",))),
        ]

    def add_figure(self, values: Mapping[str, str], section: int | None = None) -> None:
        """Begin a figure with some values in a section, by default the one on screen."""
        place = self._section() if section is None else section
        if self._seen is None:  # the ids of the other figures are not known yet
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
        """Duplicate the shown part, right after itself."""
        if self.part is not None:
            edits, path = additions.duplication(self._outline, self.part.path)
            if edits:
                self._ask(_Task(tuple(edits), path))

    def remove_part(self) -> None:
        """Remove the shown part; refused if the sheet still refers to it."""
        if self.part is not None and self.part.path:
            self.remove(self.part.path)

    def remove(self, path: Path) -> None:
        """Remove the entry at a path."""
        self._ask(_Task((additions.removal(self._outline, path),)))

    def move_part(self, by: int) -> None:
        """Move the shown part, or the current row, up (-1) or down (1) in its list."""
        if self.part is not None:
            path = self.form.path_at_hand or self.part.path
            edits, new = additions.movement(self._outline, path, by)
            if edits:
                self._ask(_Task(tuple(edits), new if path == self.part.path else None))
