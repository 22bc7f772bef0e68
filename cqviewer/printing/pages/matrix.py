"""Values in tables: with marks, interval and footnotes, the periods of series as columns."""

from collections.abc import Sequence

import msgspec

from cqviewer.charts.words import footnote_number, unit_beside
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import Text, capitalised
from cqviewer.model.wording.marks import letters, mark_words
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.pages.page_data import Note, PrintedMark, Said, SeriesRow, WordedValue
from cqviewer.printing.pages.scope import Scope
from cqviewer.printing.pages.series import origins_of


class Notes:
    """Texts that stand once under a table, numbered in the order in which they are added."""

    def __init__(self) -> None:
        """Start with no texts."""
        self.texts: list[Said] = []

    def number(self, text: Said) -> int:
        """Return the number of a text, which is added if it is new."""
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text) + 1


class Below:
    """What stands below a table: the legend of the marks in it, and its footnotes."""

    def __init__(self, scope: Scope) -> None:
        """Begin with nothing."""
        self._scope = scope
        self._words: dict[str, str] = {}
        self._notes = Notes()

    def marks(self, figure: Indicator, observation: Observation) -> list[PrintedMark]:
        """Return the marks of a value, and the numbers of the footnotes on it."""
        scope, wording, count = self._scope, self._scope.wording, len(observation.marks)
        signs = letters(observation)[-count:] if count else ()
        found = dict(zip(signs, mark_words(observation, wording), strict=True))
        for letter, mark in zip(signs, observation.marks, strict=True):
            self._words[letter] = wording.say(f"mark_{mark}")
        marks = [
            PrintedMark(text=f"[{one}]", spoken=scope.spoken(word)) for one, word in found.items()
        ]
        was = ""
        if observation.was is not None:
            was = wording.say("revised_from", value=wording.bare_number(figure, observation.was))
            was = scope.sentence(capitalised(was))
        if observation.note:
            said = scope.said(
                observation.note,
                lambda note: wording.sentences([scope.sentence(note) if was else note, was]),
            )
            marks.append(self.footnote(said))
        elif was:
            marks.append(self.footnote(was))
        return marks

    def footnote(self, text: Said) -> PrintedMark:
        """Return the raised number of a footnote."""
        number = self._notes.number(text)
        words = self._scope.wording.say("print_note_number", number=number)
        spoken = self._scope.spoken(self._scope.wording.inside(words))
        return PrintedMark(text=footnote_number(number), spoken=spoken)

    def legend(self) -> list[Note]:
        """Return the marks with their words, in the order of the alphabet."""
        return [
            Note(number=f"[{letter}]", text=words) for letter, words in sorted(self._words.items())
        ]

    def notes(self) -> list[Note]:
        """Return the footnotes with their numbers."""
        return [
            Note(number=footnote_number(number), text=text)
            for number, text in enumerate(self._notes.texts, 1)
        ]


def series_row(
    figure: Indicator,
    name: Text,
    columns: Sequence[Period],
    scope: Scope,
    below: Below,
    scale: int | None,
) -> SeriesRow:
    """Return the row of a figure with a value for each column; sums of money in a scale."""
    wording = scope.wording.in_scale(scale)
    origins = origins_of(figure, scope, is_short=True)
    marks = []
    if len(origins) > 1:
        marks.append(below.footnote(wording.join(origins, "semicolon")))
    statuses = {one.status for one in figure.observations if one.value is not None}
    unit = "" if figure.breakdown else unit_beside(figure, wording)
    found = {one.period: one for one in figure.observations}
    has_interval = any(wording.interval(figure, one) for one in figure.observations)
    return SeriesRow(
        figure=figure.id,
        name=scope.said(name),
        unit=wording.say("comma") + unit if unit else "",
        marks=marks,
        is_total=any(item.is_total for _, item in scope.sheet.items_of(figure)),
        status=statuses.pop() if len(statuses) == len(origins) == 1 else "",
        origin=origins[0] if len(origins) == 1 else "",
        interval=scope.said(figure.interval) if has_interval else "",
        values=[_value(figure, found.get(one), wording, below) for one in columns],
    )


def common_origin(rows: list[SeriesRow]) -> tuple[str, str, list[SeriesRow]]:
    """Return the status and origin that all rows share, if they do, and the rows without them."""
    first = rows[0]
    if len(rows) == 1 or {(one.status, one.origin) for one in rows} != {
        (first.status, first.origin)
    }:
        return "", "", rows
    bare = [msgspec.structs.replace(one, status="", origin="") for one in rows]
    return first.status, first.origin, bare


def _value(
    figure: Indicator, observation: Observation | None, wording: Wording, below: Below
) -> WordedValue:
    """Return a value without the unit, which stands beside the series' name."""
    if observation is None:
        absent = wording.inside(wording.say("not_in_sheet"))
        return WordedValue(about="", number=absent, unit="", is_number=False)
    about = wording.parts(figure, observation).about
    return WordedValue(
        about=about,
        number=wording.bare(figure, observation).removeprefix(about).lstrip(),
        unit="",
        is_number=observation.is_known,
        marks=below.marks(figure, observation),
        interval=wording.interval(figure, observation),
    )
