"""Rows of words: statements, plans, voices, and what the source leaves open."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cqviewer.model.citation import Citation
from cqviewer.model.facts import Section, Statement, Voice
from cqviewer.model.text import Text, capitalised, is_chinese
from cqviewer.search import Kind
from cqviewer.ui.page.links import Link, add_in_line
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import column, is_column, line, turn
from cqviewer.ui.style.heard import Heard, words_in
from cqviewer.ui.style.look import ANY_SIZE, Look, Role
from cqviewer.ui.style.pixel_edges import Ruled, fill_on_pixels
from cqviewer.ui.style.text_block import TextBlock, own_words

translate = QCoreApplication.translate

_WHO, _LINK, _DOT = 188, 176, 24
_STACK_BELOW = 520


class Row(QWidget):
    """A row: a dot, who or what it is about, its text, and links at the right."""

    def __init__(
        self,
        look: Look,
        who: list[QWidget],
        text: list[QWidget],
        links: list[QWidget] | None = None,
        *,
        is_open: bool = False,
        citing: str = "",
    ) -> None:
        """Lay out a row; with `is_open` its dot is hollow."""
        super().__init__()
        self.citing = citing
        """The row in one line with its source, to be copied; empty without a source."""
        self._look = look
        self._is_open = is_open
        self._layout = line(of=self, margins=(look.px(_DOT), look.px(9), 0, look.px(9)))
        self._sides = [(_column(who), _WHO)]
        self._layout.addWidget(self._sides[0][0])
        self._layout.addWidget(_column(text), 1)
        if links is not None:
            self._sides.append((_column(links, look), _LINK))
            self._layout.addWidget(self._sides[1][0])
        self._fit(is_narrow=False)
        self.is_last = False

    def heard(self) -> Heard:
        """Return an item of a list with all its texts in one phrase."""
        stop, between = ("。", "") if is_chinese(self._look.language) else (".", " ")
        said = (one.rstrip(".。") + stop for one in words_in(self))
        return Heard("ListItem", between.join(said))

    def _fit(self, *, is_narrow: bool) -> None:
        """Put the columns side by side, or one below the other."""
        turn(self._layout, is_column=is_narrow)
        self._layout.setSpacing(self._look.px(2 if is_narrow else 16))
        for side, width in self._sides:
            side.setMinimumWidth(0 if is_narrow else self._look.px(width))
            side.setMaximumWidth(ANY_SIZE if is_narrow else self._look.px(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = event.size().width() < self._look.px(_STACK_BELOW)
        if is_narrow != is_column(self._layout):
            self._fit(is_narrow=is_narrow)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
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
            fill_on_pixels(painter, line, look.color("hair"))


def _column(parts: list[QWidget], look_of_links: Look | None = None) -> QWidget:
    made = QWidget()
    layout = column(of=made)
    for part in parts:
        if look_of_links:
            add_in_line(layout, part, look_of_links)
        else:
            layout.addWidget(part)
    layout.addStretch(1)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


class RowList(Ruled):
    """A headed list of rows."""

    def __init__(self, kind: Kind, title: str, subtitle: str, rows: list[Row], look: Look) -> None:
        """Show rows of a kind below a title and, if there is one, a subtitle."""
        super().__init__(look)
        self.kind = kind
        self._title = title
        self.rows = rows
        heading = own_words(title, look, "heading")
        layout = column(heading, of=self, margins=(0, look.px(13), 0, 0))
        if subtitle:
            layout.addWidget(own_words(subtitle, look, "body", "ink2"))
        layout.addSpacing(look.px(2 if subtitle else 5))
        for row in rows:
            row.is_last = row is rows[-1]
            layout.addWidget(row)

    def heard(self) -> Heard:
        """Return the list of the rows."""
        return Heard("List", self._title)


def goal_word(store: Store) -> str:
    """Return what the sheet calls one of its goals, or else the window's own word for that."""
    goals = store.sheet.goals
    own = store.wording.text(goals.one) if goals and goals.one else ""
    return own or translate("SectionPage", "goal")


def no_goal(store: Store) -> str:
    """Return that no goal of the sheet is linked."""
    return translate("SectionPage", "No named {goal}").format(goal=goal_word(store))


class RowLists:
    """Makes the lists of a section."""

    def __init__(self, section: Section, store: Store, look: Look) -> None:
        """Prepare to make the lists of a section of the store's sheet."""
        self._section = section
        self._store = store
        self._look = look

    def make(self) -> list[RowList]:
        """Return the lists that the section has, in the design's order."""
        goals = self._store.sheet.goals
        plans = translate("SectionPage", "Plans")
        if goals:
            plans = translate("SectionPage", "Plans for {year}").format(year=goals.year)
        plans_note = translate(
            "SectionPage",
            "Plans as the source reports them. Links to figures are made for this sheet.",
        )
        made: tuple[tuple[Kind, str, str, list[Row]], ...] = (
            ("statements", translate("SectionPage", "Statements"), "", self._statements()),
            ("plans", plans, plans_note, self._plans()),
            ("voices", translate("SectionPage", "Voices"), "", self._voices()),
            ("open", translate("SectionPage", "What the source leaves open"), "", self._open()),
        )
        return [
            RowList(kind, title, note, rows, self._look) for kind, title, note, rows in made if rows
        ]

    def _text(self, text: Text | None, role: Role = "body") -> QWidget:
        return TextBlock(self._store.wording.text(text), self._look, role)

    def _caption(self, text: str) -> QWidget:
        return TextBlock(text, self._look, "caption", "ink3")

    def _source(self, citation: Citation | None) -> list[QWidget]:
        if citation is None:
            return []
        place = self._store.wording.place_in_source(citation)
        place = place or self._store.wording.source_name(self._store.sheet.sources[citation.source])
        return [self._caption(capitalised(place))]

    def _citing(self, about: Text | None, text: Text | None, citation: Citation | None) -> str:
        wording = self._store.wording
        if citation is None:
            return ""
        said = wording.join([wording.text(about), wording.text(text)], "colon")
        source = wording.cited(citation, self._store.sheet)
        return wording.say("in_brackets", text=said, inner=source)

    def _statements(self) -> list[Row]:
        said = self._section.statements
        return [self._said([self._text(one.about)], one, one.about) for one in said]

    def _voices(self) -> list[Row]:
        text = self._store.wording.text
        rows = []
        for one in self._section.voices:
            who: list[QWidget] = [TextBlock(text(one.who), self._look, "body", weight="bold")]
            if one.office:
                who.append(self._caption(text(one.office)))
            rows.append(self._said(who, one, one.who))
        return rows

    def _said(self, who: list[QWidget], one: Statement | Voice, about: Text | None) -> Row:
        """Return the row of a statement or a voice; `who` shows who said it or what it is about."""
        said = [self._text(one.text, "statement"), *self._source(one.citation)]
        return Row(self._look, who, said, citing=self._citing(about, one.text, one.citation))

    def _open(self) -> list[Row]:
        rows = []
        for one in self._section.open:
            said = self._text(one.text, "statement")
            rows.append(Row(self._look, [self._text(one.about)], [said], is_open=True))
        return rows

    def _plans(self) -> list[Row]:
        wording, sheet = self._store.wording, self._store.sheet
        rows = []
        for plan in self._section.plans:
            figures = [sheet.indicators[one] for one in plan.figures]
            named = (wording.named(wording.brief_name(one), wording.value(one)) for one in figures)
            behind = wording.join(named, "semicolon")
            behind = behind or translate("SectionPage", "no figure in the source")
            prefix = f"{wording.year(sheet.year)}{wording.say('colon')}" if sheet.year else ""
            about = [self._text(plan.text, "statement"), self._caption(prefix + behind)]
            links = [self._goal_link(one) for one in plan.goals]
            who = [self._text(plan.name), *self._source(plan.citation)]
            links = links or [TextBlock(no_goal(self._store), self._look, "body", "ink3")]
            citing = self._citing(plan.name, plan.text, plan.citation)
            rows.append(Row(self._look, who, about, links, citing=citing))
        return rows

    def _goal_link(self, goal_id: str) -> QWidget:
        goal = self._store.sheet.goal(goal_id)
        return Link(self._store.wording.text(goal.name if goal else ""), self._look, goal_id)
