"""The part of a card below its label: months or sparkline, period, change, missing periods."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from cqviewer.charts.layout import SPARKLINE, has_sparkline
from cqviewer.model.changes import NoChange, change_of
from cqviewer.model.facts import Indicator, KeyFigure
from cqviewer.model.judging.verdict import chief_target, verdict_of
from cqviewer.model.wording.courses import lacks
from cqviewer.model.wording.marks import bracketed
from cqviewer.ui.page.strip import has_strip, paint_strip
from cqviewer.ui.page.verdict_mark import paint_verdict_mark
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.change_marks import SIZE, paint_change_mark
from cqviewer.ui.style.lines import Wrapped
from cqviewer.ui.style.look import Look

_LINE, _STRIP, _BELOW_STRIP, _BELOW, _END = 18, 7, 17, 1, 9
"""px of the design: a line, the strip's top, the text below it, or without it, and the end."""
_COURSE, _DATES = 4, 46
"""px of the design: the top of a sparkline, and of the line with its first and last period."""
_MOST_LINES = 4
_AFTER_MARK = 18
"""px of the design from the mark of a change to its words."""
_MARK, _ABOVE_VERDICT = 17, 4  # px of the design: from a verdict's mark to its word; above both


class CardFoot:
    """The lower part of the card of a key figure."""

    def __init__(self, key: KeyFigure, store: Store, look: Look) -> None:
        """Prepare the texts; the picture of a sparkline is passed to `paint`."""
        self._look = look
        self._wording = store.wording
        self._figure: Indicator = store.sheet.indicators[key.indicator]
        self.has_course = has_sparkline(self._figure)
        latest = self._figure.latest
        is_hidden = latest.missing == "suppressed"  # a value exists for these months
        has_months = (latest.is_known or is_hidden) and has_strip(latest.period)
        self.has_strip = has_months and not self.has_course and not self._figure.is_counted_here
        change = change_of(self._figure, against=key.against)
        is_alone = isinstance(change, NoChange) and change.reason == "alone"
        seen = self._figure.id, self._figure.latest.period
        self.edited = store.change_of(*seen)
        """The change since an earlier edition, or None while changes are not shown."""
        brief = self.edition = store.change_words(*seen)
        """The same in a few words, or ''."""
        self._brief = Wrapped(brief, look.font("caption"), look.px(_LINE), _MOST_LINES)
        self.change = "" if is_alone else self._wording.change(self._figure, change)
        """The change to the latest value in words, or why there is none; '' for a single value."""
        brief = "" if is_alone else self._wording.change(self._figure, change, is_brief=True)
        self._paragraphs = [
            (Wrapped(text, look.font("caption"), look.px(_LINE), most), token)
            for text, token, most in self._texts(store, brief)
            if text
        ]
        target = chief_target(self._figure)
        self.target = self._wording.target_line(self._figure, target) if target else ""
        self._verdict = None if target is None else verdict_of(self._figure, target)
        line = self._wording.verdict_told(self._figure, self._verdict) if self._verdict else ""
        self._judged = Wrapped(line, look.font("caption"), look.px(_LINE), 2)

    def _texts(self, store: Store, change: str) -> list[tuple[str, str, int]]:
        """Return the paragraphs, each with its colour and its greatest number of lines."""
        wording, figure, latest = self._wording, self._figure, self._figure.latest
        if figure.is_counted_here:
            working = wording.working(figure, store.sheet)
            text = wording.say("derived_by", working=working) if working else wording.origin(latest)
            return [(text, "ink2", 1)]
        if latest.status == "not stated":
            return []
        remarks = wording.remarks(figure, latest, is_brief=True)
        has_later = not self.has_course and figure.last is not latest
        when = wording.period(latest.period)
        if latest.note and (latest.missing or latest.bound):
            note = wording.unended(wording.text(latest.note))
            when = wording.named(when, note)
        if latest.status == "derived":
            when = wording.join([wording.origin(latest), when])
        when = wording.join([when, *remarks])
        if has_later:
            when = wording.with_later(when, figure)
        if latest.missing:
            when = f"{when} {bracketed(latest)}".rstrip()
        is_said = self.has_course and not any(remarks) and latest is figure.last
        token = "ink2" if latest.period.is_stated else "ink3"
        gaps = wording.join(lacks(figure, wording), "semicolon") if self.has_course else ""
        return [
            ("" if is_said else when, token, _MOST_LINES if any(remarks) or has_later else 1),
            (change, "ink", _MOST_LINES),
            (gaps, "ink3", _MOST_LINES),
        ]

    @property
    def words(self) -> list[str]:
        """Return the paragraphs, and the verdict last."""
        return [*(words.text for words, _ in self._paragraphs), *filter(None, [self._judged.text])]

    @property
    def _top(self) -> int:
        """Return where the paragraphs begin, in px."""
        if self.has_course:
            return self._look.px(_DATES + _LINE)
        is_low = not self._figure.is_counted_here
        return self._look.px(_BELOW_STRIP if is_low else _BELOW)

    def height(self, room: float) -> int:
        """Return the height in px at a width; without any text that of one line."""
        lines = sum(one.height(room) for one, _ in self._paragraphs) or self._look.px(_LINE)
        if self._brief.text:
            lines += self._brief.height(room - self._look.px(_AFTER_MARK))
        return self._top + lines + self._verdict_height(room) + self._look.px(_END)

    def _verdict_height(self, room: float) -> int:
        """Return the height in px of the verdict with the room above it; 0 without a target."""
        if self._verdict is None:
            return 0
        return self._look.px(_ABOVE_VERDICT) + self._judged.height(room - self._look.px(_MARK))

    def is_cut(self, room: float) -> bool:
        """Return whether some of the words do not fit into a width."""
        verdict = self._judged.broken(room - self._look.px(_MARK))
        every = [verdict, *(one.broken(room) for one, _ in self._paragraphs)]
        return any(one.elided for one in every)

    def paint(self, painter: QPainter, box: QRectF, surface: str, course: QImage | None) -> None:
        """Paint into a box, on a token's colour, with the sparkline if it is drawn already."""
        look, left, top = self._look, round(box.left()), round(box.top())
        if self.has_strip:
            paint_strip(
                painter, left, top + look.px(_STRIP), self._figure.latest.period, look, surface
            )
        if self.has_course:
            if course is not None:
                painter.drawImage(left - look.px(8), top + look.px(_COURSE), course)
            painter.setFont(look.font("caption"))
            painter.setPen(look.color("ink3"))
            dates = QRectF(left, top + look.px(_DATES), look.px(SPARKLINE[0]), look.px(_LINE))
            for at, side in ((0, Qt.AlignmentFlag.AlignLeft), (-1, Qt.AlignmentFlag.AlignRight)):
                text = self._wording.period(self._figure.observations[at].period)
                painter.drawText(dates, side | Qt.AlignmentFlag.AlignVCenter, text)
        y = top + self._top
        for words, token in self._paragraphs:
            painter.setPen(look.color(token))
            words.broken(box.width()).draw(painter, left, y)
            y += words.height(box.width())
        y = self._paint_verdict(painter, left, y, box.width())
        if self.edited and self._brief.text:
            middle = QPointF(left + look.px(SIZE) / 2, y + look.px(_LINE) / 2)
            paint_change_mark(painter, self.edited.mark, middle, look)
            painter.setPen(look.color("ink"))
            beside = look.px(_AFTER_MARK)
            self._brief.broken(box.width() - beside).draw(painter, left + beside, y)

    def _paint_verdict(self, painter: QPainter, left: int, y: int, room: float) -> int:
        """Paint the verdict after its mark; return the y below it, in px."""
        if self._verdict is None:
            return y
        look, mark = self._look, self._look.px(_MARK)
        top = y + look.px(_ABOVE_VERDICT)
        center = left + look.px(5), top + look.px(_LINE) / 2
        paint_verdict_mark(painter, center, self._verdict, look)
        painter.setPen(look.color("ink"))
        self._judged.broken(room - mark).draw(painter, left + mark, top)
        return y + self._verdict_height(room)
