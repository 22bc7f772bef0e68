"""Shows the form beside the page, at the part that the reader is at."""

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
from cqviewer.ui.state.focus import give_focus, is_alive, let_go
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.look import Look


class Editing(QObject):
    """Holds the form of a window, also while the window's parts are rebuilt."""

    page_wanted = Signal()
    """The form has closed with the focus in it, and the widget that led to it is gone."""

    def __init__(self, store: Store, changes: Changes, window: QWidget) -> None:
        """Begin without a form."""
        super().__init__(window)
        self._store = store
        self._changes = changes
        self._window = window
        self.form: SheetForm | None = None
        """The form; None while the sheet is not edited."""
        self._focused: QWidget | None = None
        self._marked = (-1, 0)
        self._came_from: QWidget | None = None
        store.view_changed.connect(self._on_view)
        changes.left.connect(self._on_left)
        changes.made.connect(self._on_made)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action does, by its name."""
        return {"edit_part": self.edit}

    # Rebuilding the window

    def detach(self) -> None:
        """Remember the focused field and its selection, before the parts around it are replaced.

        Without the selection the next letters would be added to the text instead of replacing it.
        """
        if self.form is not None:
            self._focused = QApplication.focusWidget() if self.form.has_focus else None
            self._marked = marked_in(self._focused)

    def place(self, show: Callable[[QWidget | None], None], look: Look) -> None:
        """Show the form, if there is one, in a rebuilt panel; `show(None)` removes it."""
        self._show, self._look = show, look
        if self.form is None:
            return
        if self.form.look is not look and not _is_alike(self.form.look, look):
            self.form.dress(look)
            self._focused = self.form if self._focused else None
        show(self.form)

    def restore_focus(self) -> None:
        """Focus the field that was remembered."""
        focused, self._focused = self._focused, None
        if focused is self.form and self.form is not None:
            self.form.take_focus()
        elif focused is not None:
            focus_again(focused, self._marked)

    # Opening and closing

    def edit(self) -> None:
        """Show the form at the part with the focus or the selection.

        If the file is not the reader's to change, a copy is offered instead.
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
        """Show a path in the form, if it is open."""
        if self.form is not None and path:
            self.form.show_part(path, with_focus=False)

    def edit_at(self, path: Path) -> None:
        """Show the form at a path, if the file may be changed."""
        if (form := self._opened()) is not None:
            form.show_part(path)

    def add_figure(self, values: Mapping[str, str], section: str = "") -> None:
        """Open the form for a new figure with some values, by the format's keys.

        The figure is added to a section, by default the one on screen. It is written once all
        required fields are filled in.
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
        """Return the path of the focused part, else of the selection, else of the section."""
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
        """Return the path of a chart or a row of words within its section."""
        if isinstance(part, ChartCard):
            return ("charts", [one.id for one in self._store.section.charts].index(part.chart.id))
        holder = part.parentWidget()
        return (holder.kind, holder.rows.index(part)) if isinstance(holder, RowList) else ()

    @property
    def has_focus(self) -> bool:
        """Return whether the keyboard is in the form."""
        return self.form is not None and self.form.has_focus

    def escape(self) -> bool:
        """Discard unsaved texts, or else close the form; return whether the form had the focus."""
        if self.form is None or not self.has_focus:
            return False
        if self.form.is_unsaved:
            self.form.take_back()
        else:
            self.close()
        return True

    def close(self) -> None:
        """Close the form, and return the focus to where it was before."""
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
            if is_alive(origin) and origin.isVisible():
                give_focus(origin, with_ring=True)
            else:  # it was rebuilt
                self.page_wanted.emit()

    def _on_left(self) -> None:
        """Close the form of the file before, unless it has unsaved texts."""
        if self.form is not None and not self.form.is_unsaved:
            self.close()

    def _on_made(self) -> None:
        """Show the form of a sheet that was saved to be edited: of an empty one, its title."""
        self.edit_at(self.path_at_hand() if self._store.sheet.indicators else ())

    def _on_view(self, old: View, new: View) -> None:
        """Follow the selection, unless there are unsaved texts."""
        if self.form is not None and new.selected is not None and old.selected != new.selected:
            selected = new.selected in self._store.sheet.indicators
            if selected and not self.form.is_unsaved:
                self.form.show_part(_path_of(new.selected), with_focus=False)


def _path_of(figure: str) -> Path:
    """Return the path of a figure, or of a part such as `waste.north`."""
    whole, *items = figure.split(".")
    return ("indicators", whole, *(("items", *items) if items else ()))


def _is_alike(one: Look, other: Look) -> bool:
    return (one.theme, one.zoom, one.language) == (other.theme, other.zoom, other.language)
