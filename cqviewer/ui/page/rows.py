"""Rows of words: statements, plans, voices, and what the source leaves open."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cqviewer.model.citation import Citation
from cqviewer.model.facts import Section
from cqviewer.search import Kind
from cqviewer.ui.page.links import FactLinks, add_in_line
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.pixel_edges import fill_crisply
from cqviewer.ui.style.text_block import TextBlock

_WHO, _LINK, _DOT = 188, 176, 24
_STACK_BELOW = 520
_ANY_WIDTH = (1 << 24) - 1  # Qt's own greatest (QWIDGETSIZE_MAX)


class RowWords(NamedTuple):
    """The window's own words in these lists, translated by the page."""

    statements: str
    plans: str
    plans_note: str
    voices: str
    open: str
    no_figure: str
    no_goal: str


class Row(QWidget):
    """One row: dot, who or what, text, and links at the right."""

    def __init__(
        self,
        look: Look,
        who: list[QWidget],
        text: list[QWidget],
        links: list[QWidget] | None,
        *,
        is_open: bool,
    ) -> None:
        """Lay out a row; the dot is hollow where something is left open."""
        super().__init__()
        self._look = look
        self._is_open = is_open
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(look.px(_DOT), look.px(9), 0, look.px(9))
        self._layout.setSpacing(look.px(16))
        self._sides = [(_column(who), _WHO)]
        self._layout.addWidget(self._sides[0][0])
        self._layout.addWidget(_column(text), 1)
        if links is not None:
            self._sides.append((_column(links, look), _LINK))
            self._layout.addWidget(self._sides[1][0])
        self._fit(is_narrow=False)
        self.is_last = False

    def _fit(self, *, is_narrow: bool) -> None:
        """Put the columns side by side, or one under the other."""
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self._layout.setSpacing(self._look.px(2 if is_narrow else 16))
        for column, width in self._sides:
            column.setMinimumWidth(0 if is_narrow else self._look.px(width))
            column.setMaximumWidth(_ANY_WIDTH if is_narrow else self._look.px(width))

    def minimumSizeHint(self) -> QSize:
        """Do with little width."""
        return QSize(self._look.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the columns where the page is narrow."""
        is_narrow = event.size().width() < self._look.px(_STACK_BELOW)
        if is_narrow != (self._layout.direction() == QBoxLayout.Direction.TopToBottom):
            self._fit(is_narrow=is_narrow)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot and the hairline below."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, top = look.px(8), look.px(9) + look.line_height("body") / 2 - look.px(4)
        if self._is_open:
            painter.setPen(QPen(look.color("line"), 1.2))
            painter.drawEllipse(QRectF(0.6, top + 0.6, size - 1.2, size - 1.2))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("ink2"))
            painter.drawEllipse(QRectF(0, top, size, size))
        if not self.is_last:
            line = QRectF(0, self.height() - 1, self.width(), 1)
            fill_crisply(painter, line, look.color("hair"))


def _column(parts: list[QWidget], look_of_links: Look | None = None) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        if look_of_links:
            add_in_line(layout, part, look_of_links)
        else:
            layout.addWidget(part)
    layout.addStretch(1)
    column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return column


class RowList(QWidget):
    """A headed list of rows."""

    def __init__(self, kind: Kind, title: str, subtitle: str, rows: list[Row], look: Look) -> None:
        """Show rows of a kind below a title and, if there is one, a subtitle."""
        super().__init__()
        self.kind = kind
        self.rows = rows
        self._look = look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.px(13), 0, 0)
        layout.setSpacing(0)
        layout.addWidget(TextBlock(title, look, "heading"))
        if subtitle:
            layout.addWidget(TextBlock(subtitle, look, "body", "ink2"))
        layout.addSpacing(look.px(2 if subtitle else 5))
        for row in rows:
            row.is_last = row is rows[-1]
            layout.addWidget(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline on top."""
        line = QRectF(0, 0, self.width(), 1)
        fill_crisply(QPainter(self), line, self._look.color("hair"))


class RowLists:
    """Makes the lists of a section."""

    def __init__(self, store: Store, look: Look) -> None:
        """Make rows in a look."""
        self._store = store
        self._look = look
        self._links = FactLinks(store, look)

    def of(self, section: Section, words: RowWords) -> list[RowList]:
        """Give the lists that a section has, in the design's order."""
        made: tuple[tuple[Kind, str, str, list[Row]], ...] = (
            ("statements", words.statements, "", self._statements(section)),
            ("plans", words.plans, words.plans_note, self._plans(section, words)),
            ("voices", words.voices, "", self._voices(section)),
            ("open", words.open, "", self._open(section)),
        )
        return [
            RowList(kind, title, note, rows, self._look) for kind, title, note, rows in made if rows
        ]

    def _body(self, text: str, token: str = "ink") -> TextBlock:
        return TextBlock(text, self._look, "body", token)

    def _statement(self, text: str) -> TextBlock:
        return TextBlock(text, self._look, "statement")

    def _source(self, citation: Citation | None) -> list[QWidget]:
        if citation is None:
            return []
        place = self._store.wording.place_in_source(citation)
        place = place or self._store.wording.source_name(self._store.sheet.sources[citation.source])
        return [TextBlock(place[:1].upper() + place[1:], self._look, "caption", "ink3")]

    def _statements(self, section: Section) -> list[Row]:
        text = self._store.wording.text
        return [
            Row(
                self._look,
                [self._body(text(one.about))],
                [self._statement(text(one.text)), *self._source(one.citation)],
                None,
                is_open=False,
            )
            for one in section.statements
        ]

    def _voices(self, section: Section) -> list[Row]:
        text = self._store.wording.text
        rows = []
        for one in section.voices:
            who: list[QWidget] = [TextBlock(text(one.who), self._look, "body", weight="bold")]
            if one.office:
                who.append(TextBlock(text(one.office), self._look, "caption", "ink3"))
            said = [self._statement(text(one.text)), *self._source(one.citation)]
            rows.append(Row(self._look, who, said, None, is_open=False))
        return rows

    def _open(self, section: Section) -> list[Row]:
        text = self._store.wording.text
        return [
            Row(
                self._look,
                [self._body(text(one.about))],
                [self._statement(text(one.text))],
                None,
                is_open=True,
            )
            for one in section.open
        ]

    def _plans(self, section: Section, words: RowWords) -> list[Row]:
        wording, sheet = self._store.wording, self._store.sheet
        rows = []
        for plan in section.plans:
            figures = [sheet.indicators[one] for one in plan.figures]
            named = (wording.named(wording.brief_name(one), wording.value(one)) for one in figures)
            behind = wording.join(named, "semicolon") or words.no_figure
            prefix = f"{wording.year(sheet.year)}{wording.say('colon')}" if sheet.year else ""
            about: list[QWidget] = [self._statement(wording.text(plan.text))]
            about.append(TextBlock(prefix + behind, self._look, "caption", "ink3"))
            links: list[QWidget] = [self._goal_link(one) for one in plan.goals]
            if not links:
                links = [self._body(words.no_goal, "ink3")]
            name = self._body(wording.text(plan.name))
            rows.append(
                Row(self._look, [name, *self._source(plan.citation)], about, links, is_open=False)
            )
        return rows

    def _goal_link(self, goal_id: str) -> QWidget:
        goal = self._store.sheet.goal(goal_id)
        return self._links.make(goal_id, self._store.wording.text(goal.name if goal else ""))
