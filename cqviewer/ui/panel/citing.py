"""Citing the selected figure or goal: copying it in three forms, and opening its source."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from cqviewer.model.citing import CitationStyle, address_of, cite
from cqviewer.model.facts import Indicator
from cqviewer.model.target import Goal
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.banner import Copying
from cqviewer.ui.state.notices import Notice, Notices
from cqviewer.ui.state.store import Store


@runtime_checkable
class WithText(Protocol):
    """A widget in which text can be selected."""

    @property
    def selected_text(self) -> str:
        """Return the selected text; empty if nothing is selected."""
        ...


def fact_phrase(fact: Indicator | Goal, store: Store) -> str:
    """Return a figure or goal in one phrase, for screen readers."""
    if isinstance(fact, Indicator):
        return store.wording.figure_phrase(fact)
    return store.wording.join([store.wording.text(fact.name), store.wording.say("named_in_source")])


class Citations(QObject):
    """Copies the selected figure or goal with its source, and opens the source's address."""

    copied = Signal()
    """A figure or goal was copied with its citation."""

    def __init__(self, store: Store, notices: Notices, window: QWidget) -> None:
        """Cite what is selected in a store, for a window."""
        super().__init__(window)
        self._store = store
        self._notices = notices
        self._window = window
        self._question: QMessageBox | None = None

    def copy_value(self) -> None:
        """Copy the selected text, or else the selected figure's value or goal's name."""
        focused: object = QApplication.focusWidget()
        text = focused.selected_text if isinstance(focused, WithText) else ""
        fact, wording = self._store.seen_fact(), self._store.wording
        if text:
            self._put(text)
        elif fact is not None:
            said = isinstance(fact, Indicator) and wording.value(fact)
            self._put(said or wording.text(fact.name), of=fact)

    def copy(self, style: CitationStyle) -> None:
        """Copy with a citation in a style; in 'plain', a revised value has both sources."""
        fact = self._store.seen_fact()
        if fact is None:
            return
        change = self._store.revision if style == "plain" else None
        wording = self._store.wording
        text = change.text(wording) if change else cite(fact, self._store.sheet, wording, style)
        self._put(text, of=fact)
        self.copied.emit()

    def _put(self, text: str, *, of: Indicator | Goal | None = None) -> None:
        """Copy a text, and announce what it is of, since that need not have the focus."""
        QGuiApplication.clipboard().setText(text)
        of_what = fact_phrase(of, self._store) if of else ""
        announce(self._window, self._store.wording.join([self.tr("Copied"), of_what], "colon"))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        return {
            "copy_value": self.copy_value,
            "copy": partial(self.copy, "plain"),
            "copy_apa": partial(self.copy, "apa"),
            "copy_bibtex": partial(self.copy, "bibtex"),
            "open_source": self.open_source,
        }

    def address(self) -> str:
        """Return the address of the selected figure's source; empty if there is none."""
        fact = self._store.seen_fact()
        return "" if fact is None else address_of(fact, self._store.sheet)

    def open_source(self) -> None:
        """Ask whether to open the address of the source in the browser."""
        address = self.address()
        if not address:
            return
        question = QMessageBox(self._window)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Open the source"))
        question.setText(self.tr("Open this address in the browser?"))
        question.setInformativeText(address)
        opens = question.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(opens)
        question.accepted.connect(self._on_accepted)
        self._question = question
        question.open()

    def _on_accepted(self) -> None:
        if self._question is None:
            return
        address = self._question.informativeText()
        self._question = None
        if not QDesktopServices.openUrl(QUrl(address)):
            links = ((self.tr("Copy the address"), Copying(address)),)
            title = self.tr("No browser could be opened")
            self._notices.show(Notice(title, address, topic="writing", links=links))
