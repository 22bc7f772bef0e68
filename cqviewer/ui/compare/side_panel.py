"""The panel beside a comparison: the selected value beside the others, and its source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from cqviewer.model.comparing.side_by_side import Cell, ComparedRow
from cqviewer.model.provenance import cited_for
from cqviewer.model.wording.side_words import SideWording
from cqviewer.ui.compare.comparison import Comparison
from cqviewer.ui.page.links import add_in_line
from cqviewer.ui.panel.origin_tag import OriginTag
from cqviewer.ui.panel.panel_facts import PanelRow
from cqviewer.ui.style.boxes import column
from cqviewer.ui.style.buttons import primary_button
from cqviewer.ui.style.heard import Heard, tell_name
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

_SIDE = 16


class SidePanel(QFrame):
    """Compares the selected cell with the others of its row, and counts the rows."""

    copy_wanted = Signal()
    """The button that copies the row was pressed."""

    def __init__(self, comparison: Comparison, look: Look) -> None:
        """Follow a comparison; `refresh` is called when another cell is selected."""
        super().__init__()
        self.setObjectName("panel")
        self._comparison = comparison
        self._look = look
        self._scroll = QScrollArea()
        self._scroll.setObjectName("panelScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its texts and links take it
        # Its height is the room that is left, whatever its content.
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        foot = QWidget()
        foot.setObjectName("panelFoot")
        self.copy = primary_button(self.tr("Copy with citations"), "copy", look)
        self.copy.setFixedHeight(look.px(34))
        self.copy.clicked.connect(self.copy_wanted)
        text = self.tr("Copies the row: all values, periods, ranks and sources.")
        copies, around = TextBlock(text, look, "caption", "ink3"), (look.px(20), look.px(14)) * 2
        column(self.copy, copies, of=foot, gap=-1, margins=around)
        column(self._scroll, foot, of=self).setStretchFactor(self._scroll, 1)
        self.refresh()

    def heard(self) -> Heard:
        """Return a group named by the selected cell."""
        chosen = self._comparison.chosen
        said = self._comparison.words().phrase(*chosen) if chosen else self.tr("Nothing selected")
        return Heard("Grouping", said)

    def refresh(self) -> None:
        """Show the selected cell and the present counts."""
        look = self._look
        body = QWidget()
        body.setObjectName("panelBody")
        margins = (look.px(_SIDE), look.px(12), look.px(_SIDE), look.px(16))
        layout = column(of=body, margins=margins)
        chosen, words = self._comparison.chosen, self._comparison.words()
        self.copy.setEnabled(chosen is not None)
        rows: list[PanelRow] = []
        if chosen is None:
            text = self.tr("Select a value to see how it stands to the others.")
            add_in_line(layout, TextBlock(text, look, "body", "ink2"), look)
        else:
            row, at = chosen
            self._add_head(layout, row, at, words)
            rows += self._facts(row, at, words)
        rows.append(self._counts())
        if chosen is not None and (cell := chosen[0].cells[chosen[1]]) is not None:
            rows += self._source(cell, chosen[1], words)
        for one in rows:
            layout.addWidget(one)
        layout.addStretch(1)
        self._scroll.setWidget(body)
        tell_name(self)

    def _add_head(self, layout: QBoxLayout, row: ComparedRow, at: int, words: SideWording) -> None:
        look, cell = self._look, row.cells[at]
        caption = self.tr("Selected figure, in {sheet}").format(sheet=words.names[at])
        name = words.name(row) if cell is None else words.wordings[at].name(cell.figure)
        add_in_line(layout, TextBlock(caption, look, "caption", "ink3"), look)
        add_in_line(layout, TextBlock(name, look, "name"), look)
        role = "value" if cell is not None and cell.observation.is_known else "statement"
        value = words.value(row, at)
        add_in_line(layout, TextBlock(value, look, role), look)  # type: ignore[arg-type]
        if cell is not None:
            remarks = words.wordings[at].remarks(cell.figure, cell.observation)
            if said := words.wording.join([*remarks, words.period(row, at)]):
                add_in_line(layout, TextBlock(said, look, "body", "ink2"), look)
            origin = words.wordings[at].origin(cell.observation, long=True)
            add_in_line(layout, OriginTag(origin, look, cell.observation.status), look)
        layout.addSpacing(look.px(10))

    def _facts(self, row: ComparedRow, at: int, words: SideWording) -> list[PanelRow]:
        """Return differences to the others, and why values can be compared or not."""
        rows = []
        differences = [
            words.wording.named(words.names[other], said)
            for other in range(len(row.cells))
            if other != at and (said := words.difference(row, at, other))
        ]
        if differences:
            tag = OriginTag(self.tr("Derived for this view"), self._look, "derived")
            rows.append(self._row(self.tr("Beside the others"), differences, tag))
        if why := words.why(row):
            rows.append(self._row(self.tr("Why they can be compared"), why))
        if reasons := words.reasons(row):
            rows.append(self._row(self.tr("What keeps values apart"), reasons))
        return rows

    def _counts(self) -> PanelRow:
        """Count the rows by what can be compared in them."""
        counts = self._comparison.counts
        lines = (
            (counts["all"], self.tr("{number} with all sheets compared")),
            (counts["some"], self.tr("{number} with some sheets compared")),
            (counts["nothing"], self.tr("{number} with nothing that compares")),
            (counts["single"], self.tr("{number} in one sheet only")),
        )
        said = [text.format(number=number) for number, text in lines if number]
        return self._row(self.tr("Rows of this comparison"), said or [self.tr("None yet")])

    def _source(self, cell: Cell, at: int, words: SideWording) -> list[PanelRow]:
        wording, sheet = words.wordings[at], words.sheets[at]
        one = cell.observation.citation
        cited = [one] if one else [place for _, place in cited_for(cell.figure, sheet)]
        lines = []
        for place in cited:
            source = sheet.sources[place.source]
            lines += [wording.cited(place, sheet), wording.publication(source), source.url or ""]
        lines = [line for line in dict.fromkeys(lines) if line]
        return [self._row(self.tr("Source"), lines)] if lines else []

    def _row(self, caption: str, lines: list[str], *more: QWidget) -> PanelRow:
        texts = [TextBlock(line, self._look, "body") for line in lines]
        wording = self._comparison.words().wording
        return PanelRow(caption, [*texts, *more], self._look, wording)
