"""The list of what was found in a table."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cqviewer.importing.found import Found
from cqviewer.ui.importing.found_row import FoundRow
from cqviewer.ui.importing.words import found_key


class FoundList(QScrollArea):
    """Lists findings with how they are read; those that can be read otherwise have a button."""

    option_said = Signal(str, str, str)
    """Carries an option, the text that it is about, and its value; "" removes it."""
    field_wanted = Signal(str)
    """Carries the name of the field that answers a finding."""
    column_wanted = Signal(int)
    """Carries the column whose role answers a finding."""
    place_said = Signal(str)
    """Carries the place that was offered."""

    def __init__(self, *, has_fields: bool, place: str = "") -> None:
        """Begin empty; with `has_fields` a finding can lead to a field of the dialog.

        `place` is offered if the file names none.
        """
        super().__init__()
        self._has_fields = has_fields
        self._place = place
        self._rows: dict[tuple[str, str], FoundRow] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setObjectName("page")
        self._layout = QVBoxLayout(body)
        self._layout.addStretch(1)
        self.setWidget(body)

    def __len__(self) -> int:
        return len(self._rows)

    def show_found(self, every: Iterable[Found], answer: Callable[[Found], str]) -> None:
        """Show findings; answered ones stay, even if they are found no longer.

        While a button of the list has the focus, no row is removed or moved, so that nothing
        changes under the pointer; otherwise questions are sorted first.
        """
        is_used = any(one.hasFocus() for one in self.findChildren(QWidget))
        found = {found_key(one): one for one in every}
        for key, row in list(self._rows.items()):
            said = answer(row.found)
            if key in found or said or is_used:
                row.show_found(found.get(key), said)
            else:
                del self._rows[key]
                row.hide()
                row.deleteLater()
        for key, one in found.items():
            if key not in self._rows:
                self._rows[key] = row = self._row(one)
                self._layout.insertWidget(self._layout.count() - 1, row)
                row.show_found(one, answer(one))
        if not is_used:
            rows = sorted(self._rows.values(), key=lambda row: not row.is_question)
            for at, row in enumerate(rows):
                self._layout.insertWidget(at, row)

    def _row(self, one: Found) -> FoundRow:
        row = FoundRow(one, has_fields=self._has_fields, place=self._place)
        row.answered.connect(self.option_said)
        row.field_wanted.connect(self.field_wanted)
        row.column_wanted.connect(self.column_wanted)
        row.place_said.connect(self.place_said)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self._rows.values():
            row.setMinimumHeight(0)
