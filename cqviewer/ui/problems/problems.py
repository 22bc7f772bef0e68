"""The problems of the sheet's file in a window: listed, gone through and fixed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from cqviewer.model.problems import Offer, Problem
from cqviewer.ui.editing.changes import Changes
from cqviewer.ui.problems.problem_list import ProblemList, worded
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.focus import give_focus, has_focus_within, has_ring, is_alive, let_go
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.worker.rewrites import Checked


class Problems(QObject):
    """Keeps the list of problems up to date while it is open."""

    went = Signal(object)
    """Carries the path of a problem whose place is shown."""
    covered = Signal(bool)
    """Carries whether the list is shown in place of the page."""

    def __init__(
        self,
        store: Store,
        files: Files,
        changes: Changes,
        follow: Callable[[str], None],
        window: QWidget,
    ) -> None:
        """Begin closed; `follow` shows a figure by its id."""
        super().__init__(window)
        self._store = store
        self._files = files
        self._changes = changes
        self._follow = follow
        self._window = window
        self._found: list[Problem] = []
        self._seen = b""
        self._row = 0
        self._is_open = False
        self._is_first = self._had_ring = False
        self._came_from: QWidget | None = None
        files.read_again.connect(self._on_read)
        files.problems_wanted.connect(self.go_next)
        changes.listed.connect(self._on_listed)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action does, by its name."""
        return {
            "next_problem": self.go_next,
            "previous_problem": self.go_previous,
            "fix_problem": self.fix,
        }

    def place(self, column: QBoxLayout, page: tuple[QWidget, ...], look: Look) -> None:
        """Add the list below the parts of the page in a newly built column."""
        self._page, self._hides_page = page, False
        self.list = ProblemList(look)
        """The widget, hidden while the list is closed."""
        self.list.fix_wanted.connect(self._on_fix)
        self.list.fix_all_wanted.connect(self._on_fix_all)
        self.list.offer_wanted.connect(self._on_offer)
        self.list.go_wanted.connect(self._on_go)
        self.list.close_wanted.connect(self.close)
        self.list.list.currentRowChanged.connect(self._on_row)
        self.list.show_problems(self._found, self._row)
        column.addWidget(self.list)

    def fit(self) -> None:
        """Show the list and the page, or in a low window the list alone."""
        self.list.fit(self._window.size())
        self.list.setVisible(self._is_open)
        if self._hides_page != (self._is_open and self.list.is_alone):
            self._hides_page = not self._hides_page
            for part in self._page:
                part.setVisible(not self._hides_page)
            self.covered.emit(self._hides_page)

    def go_next(self) -> None:
        """Open the list, or go to the next problem."""
        self._go(1)

    def go_previous(self) -> None:
        """Open the list, or go to the previous problem."""
        self._go(-1)

    def _go(self, by: int) -> None:
        if not self._is_open:
            self._is_open = self._is_first = True
            self._row = 0
            self._came_from = QApplication.focusWidget()
            self._had_ring = self._came_from is not None and has_ring(self._came_from)
            self.fit()
            self._changes.check(self._files.faulty)
        else:
            before = self.list.chosen
            self.list.step(by)
            if self.list.chosen is before and self.has_focus:
                self._tell()
        self.list.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close(self) -> bool:
        """Close the list and return the focus to where it was; return whether it was open."""
        was_open, self._is_open = self._is_open, False
        had_focus = let_go(self.list)
        self.fit()
        if had_focus:
            target = self._came_from if is_alive(self._came_from) else self._window
            give_focus(target, with_ring=self._had_ring)
        return was_open

    @property
    def has_focus(self) -> bool:
        """Return whether the list has the focus."""
        return has_focus_within(self.list)

    def fix(self) -> None:
        """Fix the current problem, or focus its offers."""
        chosen = self.list.chosen
        if self._is_open and chosen is not None and chosen.fix is not None:
            self._on_fix(chosen)
        elif self._is_open and not self.list.offer.isHidden():
            self.list.offer.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_fix(self, problem: Problem) -> None:
        if problem.fix is not None:
            self._changes.fix(dict.fromkeys(problem.paths, problem.fix))
            self._leave_button()

    def _on_offer(self, offer: Offer) -> None:
        self._changes.take(offer, self._seen)
        self._leave_button()

    def _on_fix_all(self) -> None:
        self._changes.fix()
        self._leave_button()

    def _leave_button(self) -> None:
        """Move the focus to the list, since the pressed button now is about another problem."""
        self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self) -> None:
        if self._is_open:
            self._changes.check(self._files.faulty)

    def _on_listed(self, path: Path, checked: Checked) -> None:
        if path != self._files.faulty:
            return
        self._found, self._seen = checked.problems, checked.data
        self.list.file_name = path.name if self._files.unread else ""
        self.list.remark = self._remark()
        self.list.show_problems(self._found, self._row)
        if self._is_open and self._is_first:
            self._is_first = False
            if self.list.chosen is None:
                self._tell()

    def _remark(self) -> str:
        """Return what the list may still lack, so that an empty list is not misleading."""
        if self._changes.confirming.is_busy:
            return self.tr("numbers are being looked up in the sources")
        failed = self.tr("numbers could not be looked up in the sources")
        return failed if self._changes.confirming.has_failed else ""

    def _on_row(self, row: int) -> None:
        self._row = max(0, row)

    def _tell(self) -> None:
        """Announce the current problem, or the title, where Qt announces no change."""
        chosen = self.list.chosen
        announce(self._window, worded(chosen) if chosen else self.list.title)

    def _on_go(self, problem: Problem) -> None:
        """Show the figure or section of a problem."""
        if self.list.is_alone:
            self.close()
        path = problem.paths[0] if problem.paths and not self._files.unread else ()
        sections = self._store.sheet.sections
        match path[:2]:
            case ["indicators", str(figure)]:
                self._follow_figure(figure.removeprefix("?"))
            case ["sections", int(place)] if place < len(sections):
                self._store.look(section=sections[place].id)

        self.went.emit(path)

    def _follow_figure(self, figure: str) -> None:
        """Show a figure, or the first part of one that is broken down."""
        parts = [one for one in self._store.sheet.indicators if one.startswith(f"{figure}.")]
        for one in (figure, *parts[:1]):
            if self._store.fact(one) is not None:
                self._follow(one)
                return
