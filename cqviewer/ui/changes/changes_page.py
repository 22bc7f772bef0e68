"""The list of what changed since an earlier edition, in the place of a section's page."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from cqviewer.model.reporting.edition_words import Changes, Group
from cqviewer.ui.changes.change_row import BLEED, ChangeRow
from cqviewer.ui.page.page import LEAD_WIDEST, WIDEST
from cqviewer.ui.state.focus import FocusRing
from cqviewer.ui.state.scroll_place import scroll_by
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import column, flatten, line
from cqviewer.ui.style.buttons import link_button, link_inset
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.heard import Heard, name_choice
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import bring_into_sight
from cqviewer.ui.style.text_block import TextBlock

_MARGIN, _TOP = 32, 22


class GroupRows(QWidget):
    """Changes of one kind below their heading."""

    def __init__(self, group: Group, store: Store, look: Look) -> None:
        """Show a group of changes, with their count."""
        super().__init__()
        self._title = store.wording.join([group.title, f"{len(group.rows):,}"])
        heading = TextBlock(self._title, look, "heading")
        meaning = TextBlock(group.meaning, look, "body", "ink2")
        margins = (look.px(BLEED), 0, look.px(BLEED), look.px(6))
        self.rows = [ChangeRow(row, store, look) for row in group.rows]
        column(column(heading, meaning, margins=margins), *self.rows, of=self)

    def heard(self) -> Heard:
        """Return the list of the changes."""
        return Heard("List", self._title)


class ChangesPage(QScrollArea):
    """What changed, by kinds; Up and Down walk the changes."""

    source_wanted = Signal()
    """The user pressed Enter on a change."""
    another_wanted = Signal()
    """The user asked for another edition to compare with."""

    def __init__(self, changes: Changes, store: Store, look: Look) -> None:
        """Show what changed since the store's earlier edition."""
        super().__init__()
        self._look = look
        self.setAccessibleName(self.tr("What changed"))
        flatten(self)
        body = QWidget()
        body.setObjectName("page")
        side, upright = look.px(_MARGIN - BLEED), look.px(_TOP)
        layout = column(of=body, margins=(side, upright, side, upright))
        lead = TextBlock(changes.lead, look, "lead")
        lead.setMaximumWidth(look.px(LEAD_WIDEST))
        another = link_button(self.tr("Compare with another edition…"))
        another.clicked.connect(self.another_wanted)
        parts: list[tuple[QWidget, int]] = [(lead, 0)]
        if len(store.editions) > 1:
            parts.append((self._beside(store, look), 0))
        for part, inset in (*parts, (another, link_inset(look))):
            margins = (look.px(BLEED) - inset, 0, look.px(BLEED), look.px(8))
            layout.addLayout(column(part, margins=margins))
        self.groups = [GroupRows(group, store, look) for group in changes.groups]
        for group in self.groups:
            layout.addSpacing(look.px(18))
            layout.addWidget(group)
        layout.addStretch(1)
        body.setMaximumWidth(look.px(WIDEST + 2 * _MARGIN))
        self.rows = [row for group in self.groups for row in group.rows]
        for row in self.rows:
            row.source_wanted.connect(self.source_wanted)
        self.setWidget(body)
        self._ring = FocusRing(self, look)

    def _beside(self, store: Store, look: Look) -> QWidget:
        """Return the line that names this edition, and a list of the others that are known."""
        beside, wording = QWidget(), store.wording
        row = line(of=beside, gap=look.px(10))
        text = self.tr("This edition, {date}, beside")
        text = text.format(date=wording.date(store.sheet.date))
        said = TextBlock(text, look, "body")
        said.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(said, 0, Qt.AlignmentFlag.AlignVCenter)
        self.editions = Choice()
        name_choice(self.editions, self.tr("Edition to compare with"))
        self.editions.setFixedHeight(look.px(30))
        self.editions.setMinimumWidth(look.px(100))  # else a long name would widen the page
        for one in store.editions:
            date = wording.date(one.date) if one.date else ""
            self.editions.addItem(wording.join([date, one.path.name]), one.path)
        self.editions.activated.connect(partial(self._on_edition, store))
        row.addWidget(self.editions)
        row.addStretch(1)
        return beside

    def _on_edition(self, store: Store, index: int) -> None:
        if index:
            store.edition_wanted.emit(store.editions[index].path)

    @property
    def shows_focus(self) -> bool:
        """Return whether the page has a focus ring when it is focused."""
        return self._ring.is_wanted

    def heard(self) -> Heard:
        """Return the page of a tab; of a group all words would be read."""
        return Heard("Section")

    def on_selection(self) -> None:
        """Show the new selection in the rows."""
        for row in self.rows:
            row.on_selection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        at = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        if at is not None and step:
            row = self.rows[max(0, min(len(self.rows) - 1, at + step))]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            QTimer.singleShot(0, row, partial(bring_into_sight, row))
        elif not scroll_by(self, event):
            super().keyPressEvent(event)
