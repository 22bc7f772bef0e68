"""The fields for what a data file may lack: title, place, source, name and unit."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from cqviewer.importing.writing import Heading
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.ui.state.focus import TextField
from cqviewer.ui.style.access_keys import name_row


class SaidFields(QWidget):
    """The form of these fields."""

    written = Signal()
    """The text of a field has changed."""
    left = Signal()
    """A field was left, or Enter was pressed in it."""

    def __init__(self) -> None:
        """Begin with empty fields."""
        super().__init__()
        self.setObjectName("page")
        form = QFormLayout(self)
        self._fields: dict[str, TextField] = {}
        for name, text in (
            ("title", self.tr("T&itle")),
            ("place", self.tr("&Place")),
            ("source", self.tr("S&ource")),
            ("name", self.tr("M&easured")),
            ("unit", self.tr("&Unit")),
        ):
            field = self._fields[name] = TextField()
            field.textChanged.connect(self.written)
            field.editingFinished.connect(self.left)
            form.addRow(text, field)
            name_row(form, field)

    def filled(self) -> dict[str, str]:
        """Return the texts of the fields that are not empty, by the fields' names."""
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        return {name: text for name, text in texts.items() if text}

    def heading(self) -> Heading:
        """Return title, place and source."""
        said = self.filled()
        return Heading(said.get("title", ""), said.get("place", ""), said.get("source", ""))

    def options(self, options: ImportEntry) -> ImportEntry:
        """Return options with the name and unit from the fields."""
        said = self.filled()
        return msgspec.structs.replace(options, name=said.get("name"), unit=said.get("unit"))

    def suggest(self, title: str, place: str, source: str) -> None:
        """Show in empty fields what the file itself says, as placeholders."""
        for name, text in (("title", title), ("place", place), ("source", source)):
            self._fields[name].setPlaceholderText(text)

    def take_place(self, place: str) -> None:
        """Write a place into its field."""
        self._fields["place"].setText(place)

    def enter(self, name: str) -> None:
        """Move the focus to a field."""
        self._fields[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
