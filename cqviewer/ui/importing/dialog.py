"""The dialog in which a data file becomes a sheet."""

from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cqviewer.importing.found import Found
from cqviewer.importing.preview import Bringing, Preview, look_at, look_into, make_yaml
from cqviewer.model.messages import say
from cqviewer.model.problems import SheetError
from cqviewer.model.text import Language
from cqviewer.ui.importing.answers import Answers
from cqviewer.ui.importing.data_file import ask_for_data_file
from cqviewer.ui.importing.data_table import DataTable, table_name
from cqviewer.ui.importing.fields import SaidFields
from cqviewer.ui.importing.found_list import FoundList
from cqviewer.ui.importing.found_row import plain_label
from cqviewer.ui.importing.given_table import GivenTable
from cqviewer.ui.importing.reading_bar import ReadingBar
from cqviewer.ui.importing.words import FIELDS, decimals, found_words
from cqviewer.ui.output.saving import ask_where_to_save
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.focus import FormDialog
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.style.access_keys import without_key
from cqviewer.ui.style.boxes import column, line, turn
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.sight import resize_on_screen
from cqviewer.worker import tasks
from cqviewer.worker.rewrites import Restore

_NARROW, _NARROWEST = 42, 26  # widths in lines of text: of the dialog, of its foot


class ImportDialog(FormDialog):
    """Shows how a data file is read, takes the reader's answers, and makes the sheet."""

    made = Signal(object)
    """Carries the Path of a sheet that was made and should be opened."""
    brought = Signal(object, object)
    """Carries the Path of the data file, and the Restore that writes its data into the sheet."""

    placed = Signal(str, object)
    """Carries the place of a sheet that was made, and its Path unless it should be opened."""

    def __init__(
        self,
        path: Path,
        window: QWidget,
        sheet: Path | None = None,
        language: Language = "en",
        place: str = "",
    ) -> None:
        """Read a data file for a window; with a sheet, to bring its values into that one.

        `language` is that of the list of changes; `place` is offered if the file names none.
        """
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        into = sheet and self.tr("Bring newer data into {sheet}").format(sheet=sheet.name)
        self.setWindowTitle(into or self.tr("New sheet from data"))
        self._path = path
        self._sheet = sheet
        self._language = language
        self._last_place = place
        self._change = Restore(b"", b"")
        self._left: list[Found] = []
        self._answers = Answers()
        self._preview: Preview | None = None
        self._build()
        resize_on_screen(self, 1040, 728)
        self._table.setFocus()
        self._read()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        body = QWidget()
        body.setObjectName("page")
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(body)
        outer.addWidget(scrolled, 1)
        self._fields = SaidFields()
        self._fields.setVisible(self._sheet is None)
        self._fields.written.connect(self._on_text)
        self._fields.left.connect(self._on_field)
        self._table = DataTable()
        self._table.role_chosen.connect(partial(self._say_option, "roles"))
        self._middle = column(self._table, self._build_found(), gap=-1)
        self._below = column(self._build_figures(), self._fields, gap=-1)
        every = column(self._build_top(), self._middle, self._below, of=body, gap=-1)
        for box, shares in ((self._middle, (3, 2)), (self._below, (3, 2)), (every, (0, 3, 2))):
            for at, share in enumerate(shares):
                box.setStretch(at, share)
        for part, least in ((self._table, 200), (self._found, 150)):
            part.setMinimumHeight(least)
        self._said = plain_label()
        self._said.setWordWrap(True)
        outer.addWidget(self._said)
        outer.addLayout(self._build_foot())

    def _build_foot(self) -> QBoxLayout:
        self._reading = ReadingBar()
        self._reading.stopped.connect(self._on_stop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self._save = QPushButton(self.tr("&Save as YAML …"))
        self._save.setHidden(self._sheet is not None)
        make = self.tr("&Bring in") if self._sheet else self.tr("&Make the sheet")
        self._make = buttons.addButton(make, role)
        self._make.setObjectName("primary")
        self._save.clicked.connect(partial(self._write, is_opened=False))
        self._make.clicked.connect(self._on_make)
        buttons.rejected.connect(self.reject)
        # The progress is beside the buttons, where it moves nothing below the pointer.
        self._foot = column(self._reading, gap=-1)
        self._foot.setStretchFactor(self._reading, 1)
        self._foot.addStretch()
        for button in (self._save, buttons):
            self._foot.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        return self._foot

    def _build_figures(self) -> QBoxLayout:
        self._gives = plain_label(is_bold=True)
        self._figures, self._changes = GivenTable(), QListWidget()
        self._figures.currentItemChanged.connect(self._on_figure)
        self._changes.setWordWrap(True)
        self._changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._changes.setResizeMode(QListWidget.ResizeMode.Adjust)
        for part, is_shown in ((self._figures, not self._sheet), (self._changes, self._sheet)):
            part.setVisible(bool(is_shown))
            part.setMinimumHeight(120)
        self._new = QCheckBox(self.tr("&Add figures that the sheet does not have"))
        self._new.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._new.hide()
        self._new.toggled.connect(self._read)
        return column(self._gives, self._figures, self._changes, self._new, gap=-1)

    def _build_top(self) -> QBoxLayout:
        self._file = plain_label()
        self._file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        other = QPushButton(self.tr("&Choose another"))
        other.clicked.connect(self._on_other)
        self._tables, self._decimals = Choice(), Choice()
        self._tables.activated.connect(self._on_table)
        self._decimals.activated.connect(self._on_decimal)
        for sign, name in decimals().items():
            self._decimals.addItem(name, sign)
        file = line(self._file, other, gap=-1)
        file.setStretchFactor(self._file, 1)
        self._top = column(file, gap=-1)
        self._top.setStretchFactor(file, 1)
        for text, combo in (
            (self.tr("&Table"), self._tables),
            (self.tr("&Decimals"), self._decimals),
        ):
            label = QLabel(text)
            label.setBuddy(combo)
            for one in (label, combo):
                one.setAccessibleName(without_key(text))
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            row = line(label, combo, gap=-1)
            row.addStretch()
            self._top.addLayout(row)
        return self._top

    def _build_found(self) -> QBoxLayout:
        self._found_title = plain_label(is_bold=True)
        self._found = FoundList(has_fields=self._sheet is None, place=self._last_place)
        self._found.option_said.connect(self._say_option)
        self._found.field_wanted.connect(self._fields.enter)
        self._found.place_said.connect(self._fields.take_place)
        self._found.column_wanted.connect(self._table.open_role)
        return column(self._found_title, self._found, gap=-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self.width() / self.fontMetrics().height()
        for row in (self._top, self._middle, self._below, self._foot):
            least = _NARROWEST if row is self._foot else _NARROW
            turn(row, is_column=lines < least)

    def done(self, result: int) -> None:
        """Close the dialog, and cancel the reading."""
        self._reading.cancel()
        super().done(result)

    def reject(self) -> None:
        """Close the dialog without a sheet, after a question if there are answers."""
        is_said = bool(self._answers) or self._fields.filled()
        discard, cancel = QMessageBox.StandardButton.Discard, QMessageBox.StandardButton.Cancel
        said = self.windowTitle(), self.tr("Shall what you answered be discarded?")
        if not is_said or QMessageBox.question(self, *said, discard | cancel, cancel) == discard:
            super().reject()

    # Reading

    def _read(self, *, can_make: bool = False) -> None:
        """Read the file with the present answers, in place of an earlier request."""
        self._file.setText(self._path.name)
        self._file.setToolTip(self._path.name)
        if self._sheet is None:
            call = worker().call(self, look_at, self._path, self._answers.options)
            call.done.connect(self._on_preview)
        else:
            asked = self._path, self._answers.options, self._sheet, self._language
            is_new, is_sure = self._new.isChecked(), self._answers.is_sure
            call = worker().call(self, look_into, *asked, with_new=is_new, is_sure=is_sure)
            call.done.connect(self._on_changes)
        if self._preview is not None:  # else how things stand is read out with the dialog
            call.done.connect(self._announce)
        call.failed.connect(self._on_failed)
        self._reading.follow(call)
        self._say(self.tr("Reading {file} …").format(file=self._path.name), can_make=can_make)

    def _on_stop(self) -> None:
        said = self.tr("Reading was stopped. Choose another file, or change something.")
        self._say(said, can_make=False)
        self._table.setFocus()
        self._announce()

    def _announce(self) -> None:
        announce(self, self._said.text())

    def _on_failed(self, error: Exception) -> None:
        said = str(error)
        if isinstance(error, SheetError):
            one = error.problems[0]
            said = say("{}; {}", one.message, one.help) if one.help else one.message
        self._say(said, can_make=False)
        self._announce()

    def _on_preview(self, preview: Preview) -> None:
        self._preview = preview
        self._tables.clear()
        for one in preview.tables:
            self._tables.addItem(table_name(one, preview.tables), one)
        self._tables.setCurrentIndex(self._tables.findData(preview.table))
        self._decimals.setCurrentIndex(self._decimals.findData(preview.decimal))
        self._table.show_preview(preview)
        self._fields.suggest(preview.title, preview.place, preview.title or self._path.name)
        if self._sheet is None:
            self._show_figures(preview)
        self._show_left(preview)

    def _show_left(self, preview: Preview) -> None:
        """Show what was found, and what must still be answered before the sheet can be made."""
        self._left = self._still(preview)
        kinds = {one.kind for one in preview.found}
        every = [*preview.found, *(one for one in preview.still if one.kind not in kinds)]
        self._found.show_found(every, self._answer)
        title = self.tr("What was found in the table, {n}")
        self._found_title.setText(title.format(n=len(self._found)))
        if self._left:
            said = self.tr("Left to be said before the sheet can be opened: {what}.")
            said = said.format(what=self.tr("; ").join(found_words(one)[0] for one in self._left))
        else:
            said = self.tr("The data file stays as it is. Nothing is written before this is done.")
        self._say(said, can_make=not self._left)

    def _still(self, preview: Preview) -> list[Found]:
        """Return what must still be answered, without what the fields answer."""
        filled = self._fields.filled()
        return [one for one in preview.still if FIELDS.get(one.kind) not in filled]

    def _answer(self, one: Found) -> str:
        """Return the answer to something found; "" if there is none."""
        return self._answers.to(one) or self._fields.filled().get(FIELDS.get(one.kind, ""), "")

    def _on_changes(self, bringing: Bringing) -> None:
        """Show what would change in the sheet."""
        self._on_preview(bringing.preview)
        self._change = Restore(bringing.seen, bringing.wanted)
        many = len(bringing.changes)
        self._gives.setText(self.tr("What changes in the sheet, {n}").format(n=many))
        self._changes.setAccessibleName(self._gives.text())
        self._changes.clear()
        self._changes.addItems(bringing.changes)
        new = self.tr("&Add figures that the sheet does not have, {n}: {names}")
        n, names = len(bringing.unknown), self.tr("; ").join(bringing.unknown[:9])
        names += " …" if n > 9 else ""
        self._new.setText(new.format(n=n, names=names))
        self._new.setVisible(n > 0)
        if not bringing.preview.still:
            some = self.tr("Nothing is written before this is done, and it can be undone.")
            none = self.tr("This file changes nothing in the sheet.")
            self._say(some if many else none, can_make=bool(many))

    def _say(self, text: str, *, can_make: bool) -> None:
        """Show the state in a sentence, and enable the buttons."""
        self._said.setText(text)
        self._make.setEnabled(can_make)
        self._save.setEnabled(self._preview is not None and not self._reading.is_reading)
        self._make.setAccessibleDescription("" if can_make else text)

    def _show_figures(self, preview: Preview) -> None:
        gives = self.tr("Figures it gives: {figures}. Values: {values}")
        self._gives.setText(gives.format(values=preview.values, figures=len(preview.figures)))
        self._figures.setAccessibleName(self._gives.text())
        self._figures.show_given(preview.figures)

    # Answers

    def _say_option(self, option: str, written: str, value: str) -> None:
        """Read the file again with an option changed; "" removes it."""
        self._answers.say(option, written, value)
        self._read()

    def _on_table(self) -> None:
        self._answers.options = msgspec.structs.replace(self._answers.options, roles={})
        self._say_option("table", "", self._tables.currentData())

    def _on_decimal(self) -> None:
        self._say_option("decimal", "", self._decimals.currentData())

    def _on_text(self) -> None:
        """Enable making the sheet once the fields answer what is left, and announce that once."""
        preview, before = self._preview, self._left
        if preview is None or self._reading.is_reading:
            return
        self._show_left(preview)
        if before != self._left:
            self._announce()

    def _on_field(self) -> None:
        options = self._fields.options(self._answers.options)
        if options != self._answers.options:
            self._answers.options = options
            self._read(can_make=self._make.isEnabled())  # which may be being pressed

    def _on_figure(self) -> None:
        row = self._figures.currentIndex().row()
        if self._preview is not None and 0 <= row < len(self._preview.figures):
            self._table.show_cell(*self._preview.figures[row].place)

    def _on_other(self) -> None:
        if path := ask_for_data_file(self, self.windowTitle(), self._path.parent):
            self._path, self._answers, self._preview = path, Answers(), None
            self._answers.options = self._fields.options(self._answers.options)
            self._found.show_found((), lambda _: "")
            self._read()

    def _on_make(self) -> None:
        if self._sheet is None:
            self._write(is_opened=True)
        else:
            self.brought.emit(self._path, self._change)
            self.accept()

    def _write(self, *, is_opened: bool) -> None:
        """Ask for a name, and write the sheet."""
        kinds = {self.tr("Fact sheets (*.yaml)"): ".yaml"}
        suggested = self._path.with_suffix(".yaml")
        if target := ask_where_to_save(self, self.windowTitle(), suggested, kinds):
            said = self._fields.heading()
            call = worker().call(self, make_yaml, self._path, self._answers.options, said)
            call.done.connect(partial(self._on_made, target.path, is_opened))
            call.failed.connect(self._on_failed)

    def _on_made(self, target: Path, is_opened: bool, data: bytes) -> None:
        call = worker().call(self, tasks.save, data, target, (self._path,))
        call.done.connect(partial(self._on_saved, target, is_opened))
        call.failed.connect(self._on_failed)

    def _on_saved(self, target: Path, is_opened: bool, _digest: str) -> None:
        self.placed.emit(self._fields.heading().place, None if is_opened else target)
        if is_opened:
            self.made.emit(target)
        self.accept()
