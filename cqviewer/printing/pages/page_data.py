"""What the print template reads: the words, strips and charts of the pages, nothing computed.

Lengths are the template's own business; here stand only shares of the text's width and the px that
a chart was drawn in (760 px fill the 174 mm of text).
"""

import msgspec

from cqviewer.model.text import Language

Months = str
"""Twelve letters, a month each: c covered, p not covered, n not stated; '' for no strip."""


class Passage(msgspec.Struct, frozen=True):
    """A text in another language than the pages around it."""

    text: str
    lang: Language


Said = str | Passage
"""A text in the pages' language, or a passage in another."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A worded value: 'about', the number, and the unit beside it; each may be empty."""

    about: str
    number: str
    unit: str


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A worded reference period with its strip of months."""

    text: str
    months: Months
    is_stated: bool


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A key figure."""

    value: Value
    label: Said
    when: When


class Strip(msgspec.Struct, frozen=True, kw_only=True):
    """A picture, or a strip of one: the SVG's name, and its height in px."""

    file: str
    height: int


class ChartBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A chart with the words around it; `share` is its part of the row's width.

    It has several strips where it is too tall to stay whole: they stand below one another, and
    where they go on on another page, below the title `continued` and the strip `head` once more. A
    chart that could not be drawn has none; `fault` says why. `width` is the content's in px; the
    picture bleeds by 8 px on either side.
    """

    title: Said
    continued: Said
    subtitle: str
    source: str
    share: float
    strips: list[Strip]
    head: Strip | None = None
    width: int = 0
    fault: str = ""


class ChartSection(msgspec.Struct, frozen=True, kw_only=True):
    """A section's lead and charts, in rows of one or two; either may be missing."""

    title: Said
    lead: Said
    rows: list[list[ChartBlock]]


class FigureRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table of all figures."""

    name: Said
    value: Value
    when: When
    status: str
    origin: str
    place: str


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A note under a table: the number that rows refer to it by, as words, and what it says."""

    number: str
    text: Said


class SeriesRow(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of several periods: its unit stands beside its name, a value in each column."""

    name: Said
    unit: str
    status: str
    origin: str
    values: list[Value]


class SeriesTable(msgspec.Struct, frozen=True, kw_only=True):
    """Series that have the same periods, which head the columns."""

    periods: list[str]
    rows: list[SeriesRow]


class FigureGroup(msgspec.Struct, frozen=True, kw_only=True):
    """A section's figures of one period, a row each, and its series."""

    title: Said
    rows: list[FigureRow]
    series: list[SeriesTable]


class FigureTable(msgspec.Struct, frozen=True, kw_only=True):
    """The table of all figures; `has_sources` where several sources must be told apart.

    Its notes say where a series is stated that has values from several places.
    """

    label: str
    title: str
    heads: list[str]
    groups: list[FigureGroup]
    has_sources: bool
    notes: list[Note]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A plan, voice, statement or open question: what it is called, what it says, and more."""

    name: Said = ""
    about: Said = ""
    text: Said = ""
    more: str = ""


class EntryList(msgspec.Struct, frozen=True, kw_only=True):
    """A titled list of entries: half a row."""

    title: str
    entries: list[Entry]


class TraceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the annex: a figure and all that is known about where it comes from.

    The `value` of a series is the count of its values.
    """

    name: Said
    measure: str
    value: Value
    period: str
    origin: str
    lines: list[Said]


class GoalRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the annex: a goal, where it is named, and what bears on it."""

    name: Said
    place: str
    figures: str
    plans: str
    link: str


class SourceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A source in the annex, with its credits and its address ('' if none)."""

    title: Said
    lines: list[str]
    url: str


class Annex(msgspec.Struct, frozen=True, kw_only=True):
    """The annex: every figure with its source, paragraph and working; the goals; the sources.

    What is to be known of several figures is in its notes.
    """

    label: str
    title: str
    heads: list[str]
    rows: list[TraceRow]
    notes: list[Note]
    goals_title: str
    goals_heads: list[str]
    goals: list[GoalRow]
    sources: list[SourceEntry]


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """All pages in one language."""

    lang: Language
    kicker: str
    dated: str
    title: Said
    standfirst: Said
    provenance: str
    key: list[When]
    cards_title: str
    cards: list[Card]
    sections: list[ChartSection]
    table: FigureTable | None
    lists: list[EntryList]
    notes_title: str
    notes: list[Said]
    sources_title: str
    sources: list[SourceEntry]
    """The sources of pages without an annex, which has them otherwise."""
    annex: Annex | None
    footer: str
    page: list[str]
    """The words before, between and after page number and page count."""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """The document's metadata; `date` is year, month and day, `options` what was asked for.

    `warnings` are for who prints: what the pages lack.
    """

    title: str
    subject: str
    keywords: list[str]
    date: list[int]
    paper: str
    lang: Language
    attachment: str
    options: str
    warnings: list[str]
    alts: dict[str, str]
