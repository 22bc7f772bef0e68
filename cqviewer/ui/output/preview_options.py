"""What is to be printed, chosen at the side of the preview."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from cqviewer.model.facts import Sheet
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.options import PrintOptions
from cqviewer.ui.style.access_keys import without_key

LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "zh": "简体中文"}


class PreviewOptions(QWidget):
    """Check boxes for sections and annex, lists for paper and language."""

    changed = Signal()

    def __init__(self, sheet: Sheet, wording: Wording, options: PrintOptions) -> None:
        """Offer what a sheet can be printed with, as the options have it at first."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(6)
        heading = QLabel(self.tr("Sections"))
        heading.setObjectName("previewHeading")
        layout.addWidget(heading)
        group = QGroupBox()
        group.setObjectName("sections")
        group.setAccessibleName(heading.text())
        boxes = QVBoxLayout(group)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(6)
        layout.addWidget(group)
        self._sections: dict[str, QCheckBox] = {}
        for section in sheet.sections:
            title = wording.text(section.title)
            box = QCheckBox(title.replace("&", "&&"))
            box.setAccessibleName(title)
            box.setChecked(not options.sections or section.id in options.sections)
            self._sections[section.id] = box
            boxes.addWidget(box)
        form = QFormLayout()
        form.setContentsMargins(0, 12, 0, 12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._paper = self._list({"a4": "A4", "letter": self.tr("Letter")}, options.paper)
        form.addRow(self.tr("Paper si&ze"), self._paper)
        self._language = self._list(self._languages(sheet), options.language or "en")
        form.addRow(self.tr("&Language"), self._language)
        layout.addLayout(form)
        self._annex = QCheckBox(self.tr("With the &annex"))
        self._annex.setAccessibleName(without_key(self._annex.text()))
        self._annex.setToolTip(self.tr("Every figure with its source, paragraph and working"))
        self._annex.setChecked(options.annex)
        layout.addWidget(self._annex)
        layout.addStretch(1)
        for box in (*self._sections.values(), self._annex):
            box.toggled.connect(self._on_changed)
        for choice in (self._paper, self._language):
            choice.currentIndexChanged.connect(self._on_changed)

    def _languages(self, sheet: Sheet) -> dict[str, str]:
        names: dict[str, str] = {one: LANGUAGE_NAMES[one] for one in LANGUAGE_NAMES}
        if len(sheet.languages) > 1:
            names["both"] = QCoreApplication.translate("PreviewOptions", "Both")
        return names

    def _list(self, names: dict[str, str], chosen: str) -> QComboBox:
        box = QComboBox()
        for key, name in names.items():
            box.addItem(name, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def options(self) -> PrintOptions | None:
        """Return what is chosen; None if no section is."""
        chosen = tuple(key for key, box in self._sections.items() if box.isChecked())
        if not chosen:
            return None
        return PrintOptions(
            sections=() if len(chosen) == len(self._sections) else chosen,
            paper=self._paper.currentData(Qt.ItemDataRole.UserRole),
            language=self._language.currentData(Qt.ItemDataRole.UserRole),
            annex=self._annex.isChecked(),
        )

    def _on_changed(self) -> None:
        self.changed.emit()
