"""Finding in a sheet: an index over all that it says, in every language and spelling."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

import msgspec

from cqviewer.charts.contents import chart_facts, section_facts
from cqviewer.charts.text import chart_scale
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Indicator, Observation, Section, Sheet
from cqviewer.model.numbers.amount import own_digits
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Goal
from cqviewer.model.text import LANGUAGES, Text, every_text
from cqviewer.model.wording.wording import Wording
from cqviewer.query import LONGEST, Word, normal, ungrouped

Kind = Literal["lead", "figure", "goal", "chart", "statements", "plans", "voices", "open", "source"]
_SCALES: dict[int, tuple[str, ...]] = {
    3: ("thousand", "千"),
    4: ("万",),
    6: ("m", "million", "百万"),
    8: ("亿",),
    9: ("bn", "billion", "十亿"),
    12: ("trn", "trillion", "万亿"),
}
_MOST_DIGITS = 4  # decimals of a value that is written in another scale


class Hit(msgspec.Struct, frozen=True, gc=False):
    """Something found: the section whose page shows it, its kind, and which one it is.

    `key` is the id of a figure, goal, chart or source, or the place of a row of words in its
    list, from 0; nothing for a lead. `observation` is the period of the observation of a series
    that has the words, where that is not the latest.
    """

    section: str
    kind: Kind
    key: str = ""
    observation: Period | None = None


def words_at(hit: Hit, sheet: Sheet, wording: Wording) -> str:
    """Return the words of a hit, as they are read out; nothing for figures and goals."""
    section = next(one for one in sheet.sections if one.id == hit.section)
    texts: tuple[Text | None, ...] = ()
    if hit.kind == "source":
        return wording.source_name(sheet.sources[hit.key])
    if hit.kind == "chart":
        texts = tuple(one.title for one in section.charts if one.id == hit.key)
    elif hit.kind == "lead":
        texts = (section.title, section.lead)
    else:
        texts = next((row.texts[:2] for row in _rows(section) if row.hit == hit), ())
    return wording.join(map(wording.text, texts), "colon")


class _Row(NamedTuple):
    """A row of words on a page: what it says first and then, and where in the source."""

    hit: Hit
    texts: tuple[Text | None, ...]
    citation: Citation | None = None


def _rows(section: Section) -> Iterator[_Row]:
    """Yield the rows of words in the order of the page."""
    for number, one in enumerate(section.statements):
        hit = Hit(section.id, "statements", str(number))
        yield _Row(hit, (one.about, one.text), one.citation)
    for number, plan in enumerate(section.plans):
        yield _Row(Hit(section.id, "plans", str(number)), (plan.name, plan.text), plan.citation)
    for number, voice in enumerate(section.voices):
        texts = (voice.who, voice.text, voice.office)
        yield _Row(Hit(section.id, "voices", str(number)), texts, voice.citation)
    for number, question in enumerate(section.open):
        yield _Row(Hit(section.id, "open", str(number)), (question.about, question.text))


class _Said(msgspec.Struct, frozen=True, gc=False):
    """Some texts, ready to be searched.

    `text` has them as written and with ungrouped numbers, `squeezed` without spaces.
    """

    text: str
    squeezed: str


def _said(texts: list[str]) -> _Said:
    written = [normal(one) for one in texts]
    text = "\n".join(dict.fromkeys([*written, *map(ungrouped, written)]))
    return _Said(text, "\n".join(one.replace(" ", "") for one in written))


class _Entry(msgspec.Struct, frozen=True, gc=False):
    """The texts of one place; `rows` are those of each observation of a series."""

    hit: Hit
    said: _Said
    rows: tuple[tuple[Period | None, _Said], ...]

    def find(self, words: "list[Word]", whole: "Word | None") -> Hit | None:
        """Return the hit if all words are here, or the whole query without its spaces."""
        rest = [word for word in words if not word.is_in(self.said.text)]
        if not rest or (whole and whole.is_in(self.said.squeezed)):
            return self.hit
        for period, said in self.rows:
            is_here = all(word.is_in(said.text) for word in rest)
            if is_here or (whole and whole.is_in(said.squeezed)):
                return msgspec.structs.replace(self.hit, observation=period)
        found = (any(word.is_in(said.text) for _, said in self.rows) for word in rest)
        return self.hit if all(found) else None


class SearchIndex:
    """All that one sheet says, ready to be searched.

    Hits come in the order of the pages; last come figures and goals that are on no page.
    """

    def __init__(self, sheet: Sheet) -> None:
        """Read a sheet into the index."""
        places = _Places(sheet)
        self._entries = [
            _Entry(hit, _said(texts), tuple((one, _said(of)) for one, of in places.rows(hit)))
            for hit, texts in places.all()
        ]

    def find(self, query: str) -> tuple[Hit, ...]:
        """Return the hits that have all words of a query, or a value written like it.

        A series is found once: at the newest observation that has what is not said of them all.

        Case, width, accents and the look of dashes and quotes do not count. A number is found by
        its first digits: 7.6 finds 7.6 and 7.65, but not 577.6.
        """
        query = query[:LONGEST]
        words = [Word(ungrouped(word)) for word in normal(query).split()]
        if not words:
            return ()
        squeezed = normal(query).replace(" ", "")
        whole = Word(squeezed) if any(map(str.isdigit, query)) else None
        found = (entry.find(words, whole) for entry in self._entries)
        return tuple(hit for hit in found if hit is not None)


class _Places:
    """Collects the texts of a sheet by their places."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        spoken = dict.fromkeys((*LANGUAGES, *sheet.languages))
        self._wordings = [Wording.of(sheet, language) for language in spoken]
        self._charts = [chart for section in sheet.sections for chart in section.charts]

    def all(self) -> Iterator[tuple[Hit, list[str]]]:
        """Yield each place of the pages with its texts; a figure or goal has one place only."""
        homes = self._homes()
        labels = self._labels()
        done: set[str] = set()

        def facts(section: Section, names: Iterable[str]) -> Iterator[tuple[Hit, list[str]]]:
            for name in names:
                if homes[name] == section.id and name not in done:
                    done.add(name)
                    yield self._fact(section.id, name, labels.get(name, []))

        for section in self._sheet.sections:
            yield Hit(section.id, "lead"), every_text(section.title, section.lead)
            yield from facts(section, [one.indicator for one in section.figures])
            for chart in section.charts:
                texts = every_text(chart.title, chart.subtitle, chart.note, chart.square)
                yield Hit(section.id, "chart", chart.id), texts
                yield from facts(section, chart_facts(chart, self._sheet))
            for row in _rows(section):
                places = (text for one in self._wordings for text in self._place(row.citation, one))
                yield row.hit, [*every_text(*row.texts), *places]
        for key in self._sheet.sources:
            yield Hit(self._source_home(key, homes), "source", key), self._source(key)
        # Figures and goals that no page shows are in the Source panel only.
        yield from facts(self._sheet.sections[0], list(homes))

    def _homes(self) -> dict[str, str]:
        """Return the section of each figure and goal: with its card, or the first to show it."""
        sheet = self._sheet
        cards = [(one.indicator, part.id) for part in sheet.sections for one in part.figures]
        shown = [(one, part.id) for part in sheet.sections for one in section_facts(part, sheet)]
        goals = [goal.id for goal in sheet.named_goals]
        rest = [(one, sheet.sections[0].id) for one in [*sheet.indicators, *goals]]
        homes: dict[str, str] = {}
        for name, section in [*cards, *shown, *rest]:
            homes.setdefault(name, section)
        return homes

    def _labels(self) -> dict[str, list[str]]:
        labels: dict[str, list[str]] = {}
        for section in self._sheet.sections:
            for one in section.figures:
                labels.setdefault(one.indicator, []).extend(every_text(one.label))
        return labels

    def _source_home(self, key: str, homes: dict[str, str]) -> str:
        cited = (
            homes[name]
            for name, one in self._sheet.indicators.items()
            if one.latest.citation and one.latest.citation.source == key
        )
        return next(cited, self._sheet.sections[0].id)

    def _fact(self, section: str, name: str, labels: list[str]) -> tuple[Hit, list[str]]:
        goal = self._sheet.goal(name)
        if goal is not None:
            return Hit(section, "goal", name), self._goal(goal)
        indicator = self._sheet.indicators[name]
        return Hit(section, "figure", name), [*labels, *self._figure(indicator)]

    # The texts of each

    def rows(self, hit: Hit) -> list[tuple[Period | None, list[str]]]:
        """Return what is said of each observation of a series at a hit, newest first.

        The period of the latest one, which a figure stands for, is None.
        """
        one = self._sheet.indicators.get(hit.key) if hit.kind == "figure" else None
        if one is None or not one.is_series:
            return []
        scaled = self._scaled(one)
        return [
            (None if row is one.latest else row.period, self._observation(one, row, scaled))
            for row in reversed(one.observations)
        ]

    def _figure(self, one: Indicator) -> list[str]:
        """Return what is said of a figure; of a series without what `rows` gives."""
        texts = every_text(one.name, one.short, one.brief, one.note, *self._items(one))
        for wording in self._wordings:
            texts += [wording.measure(one), wording.working(one, self._sheet)]
            texts.append(wording.assumption(one))
        if not one.is_series:
            texts += self._observation(one, one.latest, self._scaled(one))
        return texts

    def _items(self, one: Indicator) -> Iterator[Text]:
        """Yield the names of the places or things that a figure is broken down to."""
        for dimension, item in self._sheet.items_of(one):
            yield from (dimension.name, item.name)

    def _scaled(self, one: Indicator) -> list[Wording]:
        """Return the wordings of charts, which word their sums in scales of their own."""
        charts = (chart for chart in self._charts if one.id in chart.of)
        scales = dict.fromkeys(chart_scale(chart, self._sheet) for chart in charts)
        return [Wording("zh", scale=scale) for scale in scales if scale is not None]

    def _observation(self, one: Indicator, row: Observation, scaled: list[Wording]) -> list[str]:
        """Return what is said of an observation: value, period, marks in words, note, place."""
        texts = [*every_text(row.note), *(wording.value(one, row) for wording in scaled)]
        for wording in self._wordings:
            texts += [wording.value(one, row), wording.value(one, row, short=True)]
            texts += [wording.period(row.period), wording.period(row.period, long=True)]
            texts += [wording.origin(row, long=True), *wording.remarks(one, row)]
            texts += self._place(row.citation, wording)
        if row.value is not None:
            texts += spellings(row.value, one.unit.exponent)
            if one.unit.kind == "percent":
                texts += [f"{row.value:f} %", f"{row.value:f} per cent"]
        return texts

    def _goal(self, goal: Goal) -> list[str]:
        year = str(self._sheet.goals.year) if self._sheet.goals else ""
        places = (text for one in self._wordings for text in self._place(goal.citation, one))
        return [*every_text(goal.name), year, *places]

    @staticmethod
    def _place(citation: Citation | None, wording: Wording) -> list[str]:
        return [wording.place_in_source(citation)] if citation else []

    def _source(self, key: str) -> list[str]:
        source = self._sheet.sources[key]
        texts = every_text(
            source.title, source.short, source.publisher, source.graphics, source.photos
        )
        for wording in self._wordings:
            texts += [wording.source_name(source), wording.publication(source)]
        return [*texts, source.url or ""]


def spellings(value: Decimal, exponent: int) -> Iterable[str]:
    """Yield the ways to write a value in a unit of 10 to an exponent that people may look for."""
    yield f"{value:f}"
    whole = value.scaleb(exponent)
    if own_digits(whole) > 0 and exponent == 0:
        return
    yield f"{whole:f}"
    yield f"{whole:,f}"
    for power, words in _SCALES.items():
        scaled = whole.scaleb(-power).normalize()
        if whole and own_digits(scaled) <= _MOST_DIGITS:
            yield from (f"{scaled:f} {word}" for word in words)
