"""Shows the form beside the page, at what the reader looks at."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cqviewer.model.problems import Path
from cqviewer.ui.editing.changes import Changes
from cqviewer.ui.editing.inputs import focus_again, marked_in
from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.chart_card import ChartCard
from cqviewer.ui.page.rows import Row, RowList
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.focus import give_focus, let_go
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.look import Look


class Editing(QObject):
    """Keeps the form of a window while the parts around it are rebuilt."""

    page_wanted = Signal()
    """The keyboard was in the form that has closed, and where it came from is gone."""

    def __init__(self, store: Store, changes: Changes, window: QWidget) -> None:
        """Begin without a form."""
        super().__init__(window)
        self._store = store
        self._changes = changes
        self._window = window
        self.form: SheetForm | None = None
        """The form, while the sheet is edited."""
        self._focused: QWidget | None = None
        self._marked = (-1, 0)
        self._came_from: QWidget | None = None
        store.view_changed.connect(self._on_view)
        changes.left.connect(self._on_left)
        changes.made.connect(self._on_made)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action does, by its name."""
        return {"edit_part": self.edit}

    # The form in a window that is rebuilt

    def detach(self) -> None:
        """Remember the field that the keyboard is in, before the parts around the form go.

        What is selected there stays so, or what is typed next would be added to it.
        """
        if self.form is not None:
            focused = QApplication.focusWidget()
            has_focus = focused is not None and self.form.isAncestorOf(focused)
            self._focused = focused if has_focus else None
            self._marked = marked_in(self._focused)

    def place(self, show: Callable[[QWidget | None], None], look: Look) -> None:
        """Show the form, if there is one, by what shows it in the panel; None takes it away."""
        self._show, self._look = show, look
        if self.form is None:
            return
        if self.form.look is not look and not _is_alike(self.form.look, look):
            self.form.dress(look)
            self._focused = self.form if self._focused else None
        show(self.form)

    def restore_focus(self) -> None:
        """Return the keyboard to the field that had it."""
        focused, self._focused = self._focused, None
        if focused is self.form and self.form is not None:
            self.form.take_focus()
        elif focused is not None:
            focus_again(focused, self._marked)

    # What the reader does

    def edit(self) -> None:
        """Show the form at what the keyboard or the selection is on.

        Of a file that is not the reader's a copy is offered instead.
        """
        path = self.path_at_hand()
        self.edit_at(path)
        if self.form is not None and path == ("sections", self._section()):
            said = self.tr("Select a figure, a chart or a statement first to edit that.")
            announce(self._window, said)

    def edit_part(self, part: QWidget) -> None:
        """Show the form at a card, a chart or a row of words."""
        if isinstance(part, FigureCard):
            self.edit_at(_path_of(part.indicator.id))
        elif isinstance(part, ChartCard | Row):
            self.edit_at(("sections", self._section(), *self.place_of(part)))

    def follow(self, path: Path) -> None:
        """Show a path in the form, if there is one."""
        if self.form is not None and path:
            self.form.show_part(path, with_focus=False)

    def edit_at(self, path: Path) -> None:
        """Show the form at a path, if the file is the reader's own."""
        if (form := self._opened()) is not None:
            form.show_part(path)

    def add_figure(self, values: Mapping[str, str], section: str = "") -> None:
        """Open the form for a new figure with some values, by the format's keys.

        It is shown in a section, or in the one on screen; what is still missing is filled in the
        form, and it is written as soon as it is valid.
        """
        places = [one.id for one in self._store.sheet.sections]
        if (form := self._opened()) is not None:
            form.add_figure(values, places.index(section) if section in places else None)

    def _opened(self) -> SheetForm | None:
        if not self._changes.is_own:
            self._changes.offer_copy()
            return None
        if self.form is None:
            self._came_from = QApplication.focusWidget()
            self.form = SheetForm(self._changes, self._look, self._section)
            self.form.close_wanted.connect(self.close)
            self._show(self.form)
            self._changes.check()
        return self.form

    def _section(self) -> int:
        store = self._store
        return [one.id for one in store.sheet.sections].index(store.view.section)

    def path_at_hand(self) -> Path:
        """Return the path of what the keyboard is on, else of what is selected or the section."""
        place: Path = ("sections", self._section())
        sheet, view = self._store.sheet, self._store.view
        focused: QWidget | None = QApplication.focusWidget()
        while focused is not None and focused is not self._window:
            if isinstance(focused, ChartCard | Row):
                return (*place, *self.place_of(focused))
            focused = focused.parentWidget()
        if view.selected in sheet.indicators:
            return _path_of(str(view.selected))
        named = [one.id for one in sheet.named_goals]
        return ("goals", "named", named.index(view.selected)) if view.selected in named else place

    def place_of(self, part: ChartCard | Row) -> Path:
        """Return where a chart or a row of words stands in its section."""
        if isinstance(part, ChartCard):
            return ("charts", [one.id for one in self._store.section.charts].index(part.chart.id))
        holder = part.parentWidget()
        return (holder.kind, holder.rows.index(part)) if isinstance(holder, RowList) else ()

    @property
    def has_focus(self) -> bool:
        """Return whether the keyboard is in the form."""
        return self.form is not None and self.form.has_focus

    def escape(self) -> bool:
        """Discard what is not saved, or else close the form; return whether either was done."""
        if self.form is None or not self.has_focus:
            return False
        if self.form.is_unsaved:
            self.form.take_back()
        else:
            self.close()
        return True

    def close(self) -> None:
        """Close the form; the keyboard goes back to where it was."""
        form, self.form = self.form, None
        if form is None:
            return
        had_focus = form.has_focus
        let_go(form)
        self._show(None)
        form.hide()
        form.deleteLater()
        if had_focus:
            origin = self._came_from
            known = any(one is origin for one in QApplication.allWidgets())
            if origin is not None and known and origin.isVisible():
                give_focus(origin, with_ring=True)
            else:  # it was built anew
                self.page_wanted.emit()

    def _on_left(self) -> None:
        """Close the form of a file that is no more open; what is not saved stays to be taken."""
        if self.form is not None and not self.form.is_unsaved:
            self.close()

    def _on_made(self) -> None:
        """Show the form of a sheet that was saved to be edited: of an empty one, its title."""
        self.edit_at(self.path_at_hand() if self._store.sheet.indicators else ())

    def _on_view(self, old: View, new: View) -> None:
        """Follow the selection, unless something is being written."""
        if self.form is not None and new.selected is not None and old.selected != new.selected:
            selected = new.selected in self._store.sheet.indicators
            if selected and not self.form.is_unsaved:
                self.form.show_part(_path_of(new.selected), with_focus=False)


def _path_of(figure: str) -> Path:
    """Return where a figure stands, or the part of it that is named as in `waste.north`."""
    whole, *items = figure.split(".")
    return ("indicators", whole, *(("items", *items) if items else ()))


def _is_alike(one: Look, other: Look) -> bool:
    return (one.theme, one.zoom, one.language) == (other.theme, other.zoom, other.language)
