"""The list of changes since an earlier edition, shown in place of a section's page."""

import itertools
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from cqviewer.model.reporting.edition_words import ChangeGroup, EditionChanges
from cqviewer.ui.changes.change_row import BLEED, ChangeRow
from cqviewer.ui.page.page import LEAD_WIDEST, WIDEST
from cqviewer.ui.state.focus import FocusRing
from cqviewer.ui.state.scroll_place import scroll_by
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.style.boxes import column, flatten, line
from cqviewer.ui.style.buttons import link_button, link_inset
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.heard import Heard, name_choice
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import bring_into_sight
from cqviewer.ui.style.text_block import TextBlock

_MARGIN, _TOP = 32, 22
MOST_ROWS = 300
"""Most changes that are shown, since a row has a dozen widgets; the print has all."""
AT_ONCE, _NEXT = 40, 8
"""Rows that are built with the page, and those that are added at each idle moment."""


class GroupRows(QWidget):
    """Changes of one kind below their heading."""

    def __init__(self, group: ChangeGroup, store: Store, look: Look) -> None:
        """Show a group of changes, with their count."""
        super().__init__()
        self.group = group
        self._title = store.wording.say(
            "counted_title", title=group.title, number=f"{len(group.rows):,}"
        )
        heading = TextBlock(self._title, look, "heading")
        meaning = TextBlock(group.meaning, look, "body", "ink2")
        margins = (look.px(BLEED), 0, look.px(BLEED), look.px(6))
        self.rows: list[ChangeRow] = []
        self._column = column(column(heading, meaning, margins=margins), of=self)

    def add(self, row: ChangeRow) -> None:
        """Add a change below the others."""
        self.rows.append(row)
        self._column.addWidget(row)

    def heard(self) -> Heard:
        """Return the list of the changes."""
        return Heard("List", self._title)


class ChangesPage(QScrollArea):
    """The changes by kind; Up and Down go from row to row."""

    source_wanted = Signal()
    """The user pressed Enter on a change."""
    another_wanted = Signal()
    """The user asked for another edition to compare with."""

    def __init__(self, changes: EditionChanges, store: Store, look: Look) -> None:
        """Show what changed since the store's earlier edition."""
        super().__init__()
        self._store, self._look = store, look
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
        self.groups: list[GroupRows] = []
        self._layout = layout
        self._count = sum(len(group.rows) for group in changes.groups)
        self._waiting = iter([(group, row) for group in changes.groups for row in group.rows])
        self._next = single_shot(self, 0, partial(self._add_rows, _NEXT))
        self._add_rows(AT_ONCE)
        body.setMaximumWidth(look.px(WIDEST + 2 * _MARGIN))
        self.setWidget(body)
        self._ring = FocusRing(self, look)

    @property
    def rows(self) -> list[ChangeRow]:
        """Return the rows that are built, from the top."""
        return [row for group in self.groups for row in group.rows]

    def build(self, number: int) -> None:
        """Build up to `number` rows now."""
        if len(self.rows) < min(number, self._count, MOST_ROWS):
            self._add_rows(number - len(self.rows))
            for part in (*self.groups, *self.rows):
                part.show()  # a hidden widget cannot be focused

    def _add_rows(self, most: int) -> None:
        """Build more rows; the others follow when idle, so that the window stays responsive."""
        look = self._look
        most = min(most, MOST_ROWS - len(self.rows))
        for group, change in itertools.islice(self._waiting, most):
            if not self.groups or self.groups[-1].group is not group:
                self.groups.append(GroupRows(group, self._store, look))
                self._layout.addSpacing(look.px(18))
                self._layout.addWidget(self.groups[-1])
            row = ChangeRow(change, self._store, look)
            row.source_wanted.connect(self.source_wanted)
            self.groups[-1].add(row)
        shown = len(self.rows)
        if shown < min(self._count, MOST_ROWS):
            self._next.start()
            return
        if shown < self._count:
            text = self.tr("The first {shown} of {count} changes; the print has all of them.")
            text = text.format(shown=f"{shown:,}", count=f"{self._count:,}")
            rest = TextBlock(text, look, "body", "ink2")
            self._layout.addLayout(column(rest, margins=(look.px(BLEED), look.px(18), 0, 0)))
        self._layout.addStretch(1)

    def _beside(self, store: Store, look: Look) -> QWidget:
        """Return the line with this edition's date and the list of known earlier editions."""
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
        self.editions.setMinimumWidth(look.px(100))  # otherwise a long name would widen the page
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
        """Return a section; of a group all texts would be read out."""
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
