"""The options of the print preview: sections, paper, language, foot, and kinds of print."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from cqviewer.model.facts import Sheet
from cqviewer.model.localized import language_name
from cqviewer.model.text import Language
from cqviewer.printing.options import PrintOptions
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.access_keys import name_row, without_key
from cqviewer.ui.style.boxes import column
from cqviewer.ui.style.buttons import link_button
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.tooltips import plain_tooltip

LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "zh": "简体中文"}
_GAP = 6
_LONGEST_FOOTER = 84  # characters that fit beside the page's number


class PreviewOptions(QWidget):
    """Check boxes for sections and annex, lists for paper and language."""

    changed = Signal()

    def __init__(self, store: Store, options: PrintOptions, *, is_whole_sheet: bool = True) -> None:
        """Offer the options of the store's sheet; `options` are chosen at first.

        Without `is_whole_sheet`, for a comparison, only paper and language are offered.
        """
        super().__init__()
        self._store = store
        sheet = store.sheet
        tabs = self._tabs(options)
        layout = column(tabs, of=self, gap=_GAP, margins=(16, 16, 16, 16))
        form = QFormLayout()
        form.setContentsMargins(0, 12, 0, 12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._paper = self._list({"a4": "A4", "letter": self.tr("Letter")}, options.paper)
        form.addRow(self.tr("Paper si&ze"), self._paper)
        self._language = self._list(self._languages(sheet), options.language or "en")
        form.addRow(self.tr("&Language"), self._language)
        self._footer = self._field(options.footer)
        form.addRow(self.tr("Te&xt at the foot"), self._footer)
        for field in (self._paper, self._language, self._footer):
            name_row(form, field)
        layout.addLayout(form)
        self._add_boxes(layout, options)
        layout.addStretch(1)
        if not is_whole_sheet:
            for part in (tabs, *self._boxes):
                part.hide()
            form.setRowVisible(self._footer, False)
            if (both := self._language.findData("both")) >= 0:
                self._language.removeItem(both)
        for box in (*self._sections.values(), *self._boxes):
            box.toggled.connect(self._on_changed)
        for choice in (self._paper, self._language):
            choice.currentIndexChanged.connect(self._on_changed)

    def _tabs(self, options: PrintOptions) -> QWidget:
        """Return a box for each section below their heading, and links that check them."""
        part, wording = QWidget(), self._store.wording
        heading = QLabel(self.tr("Sections"))
        heading.setObjectName("previewHeading")
        group = QGroupBox()
        group.setObjectName("sections")
        group.setAccessibleName(heading.text())
        boxes = column(of=group, gap=_GAP)
        layout = column(heading, group, of=part, gap=_GAP)
        self._sections: dict[str, QCheckBox] = {}
        for section in self._store.sheet.sections:
            title = wording.text(section.title)
            box = QCheckBox(title.replace("&", "&&"))
            box.setAccessibleName(title)
            box.setChecked(not options.sections or section.id in options.sections)
            self._sections[section.id] = box
            boxes.addWidget(box)
        for text, slot in (
            (self.tr("This tab only"), self._on_this_tab),
            (self.tr("All tabs"), self._on_all_tabs),
        ):
            button = link_button(text)
            button.clicked.connect(slot)
            layout.addWidget(button)
        return part

    def _add_boxes(self, layout: QBoxLayout, options: PrintOptions) -> None:
        """Add the check boxes for annexes and kinds of print."""
        self._annex = self._box(self.tr("With the &annex"), is_checked=options.annex)
        self._annex.setToolTip(self.tr("Every figure with its source, paragraph and working"))
        self._draft = self._box(self.tr("Stamped as a &draft"), is_checked=options.is_draft)
        changes = self._store.changes
        self._changes = self._box(self.tr("With what &changed"), is_checked=bool(options.before))
        self._changes.setToolTip(plain_tooltip(changes.title) if changes else "")
        self._leaflet = self._box(self.tr("As a lea&flet"), is_checked=options.is_leaflet)
        self._leaflet.setToolTip(
            self.tr("Key figures, leads, charts and sources, as far as two pages hold them")
        )
        self._large = self._box(self.tr("&In large print"), is_checked=options.is_large)
        self._large.setToolTip(self.tr("18 points, with charts to match"))
        self._boxes = (self._annex, self._changes, self._draft, self._leaflet, self._large)
        for box in self._boxes:
            layout.addWidget(box)
        self._changes.setVisible(self._store.before is not None)
        for box in (self._annex, self._changes):  # a leaflet has neither
            box.setDisabled(options.is_leaflet)
            self._leaflet.toggled.connect(box.setDisabled)

    def _languages(self, sheet: Sheet) -> dict[str, str]:
        offered = dict.fromkeys((*sheet.languages, *LANGUAGE_NAMES))
        names = {one: LANGUAGE_NAMES.get(one) or language_name(one) for one in offered}
        if len(sheet.languages) > 1:
            names["both"] = self.tr("Both")
        return names

    def _box(self, text: str, *, is_checked: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setAccessibleName(without_key(text))
        box.setChecked(is_checked)
        return box

    def _field(self, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setMaxLength(_LONGEST_FOOTER)
        field.setPlaceholderText(self.tr("The title"))
        # Not editingFinished: a click on a button does not end it.
        field.textEdited.connect(self._on_changed)
        return field

    def _list(self, names: dict[str, str], chosen: str) -> QComboBox:
        box = Choice()
        for key, name in names.items():
            box.addItem(name, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def options(self) -> PrintOptions | None:
        """Return the chosen options; None if no section is chosen."""
        chosen = tuple(key for key, box in self._sections.items() if box.isChecked())
        if not chosen:
            return None
        is_leaflet = self._leaflet.isChecked()
        return PrintOptions(
            sections=() if len(chosen) == len(self._sections) else chosen,
            paper=self._paper.currentData(Qt.ItemDataRole.UserRole),
            language=self._language.currentData(Qt.ItemDataRole.UserRole),
            annex=self._annex.isChecked(),
            before=self._store.before if self._changes.isChecked() and not is_leaflet else None,
            is_draft=self._draft.isChecked(),
            is_leaflet=is_leaflet,
            is_large=self._large.isChecked(),
            footer=self._footer.text().strip(),
        )

    def _on_this_tab(self) -> None:
        self._choose({self._store.view.section})

    def _on_all_tabs(self) -> None:
        self._choose(set(self._sections))

    def _choose(self, sections: set[str]) -> None:
        """Choose some sections and no other."""
        for key, box in self._sections.items():
            box.blockSignals(True)  # to emit `changed` once, not for each box
            box.setChecked(key in sections)
            box.blockSignals(False)
        self.changed.emit()

    def _on_changed(self) -> None:
        self.changed.emit()
