"""What the print template reads: the words, strips and charts of the pages, nothing computed.

Lengths are the template's own business; here stand only shares of the text's width and the px that
a chart was drawn in (760 px fill the 174 mm of text).
"""

import msgspec

from cqviewer.charts.theme import PRINT
from cqviewer.model.text import Language

FULL_WIDTH = 760
"""px that a chart across the whole text is drawn in; they fill 174 mm."""
Months = str
"""Twelve letters, a month each: c covered, p not covered, n not stated; '' for no strip."""


class Passage(msgspec.Struct, frozen=True):
    """A text in another language than the pages around it."""

    text: str
    lang: Language


Said = str | Passage
"""A text in the pages' language, or a passage in another."""


class PrintedMark(msgspec.Struct, frozen=True, kw_only=True):
    """What stands small beside a value or name: '[p]', or the number of a footnote.

    `spoken` is what is read aloud instead: in print a code (`scope.Spoken`), or '' for the text.
    """

    text: str
    spoken: str


class WordedValue(msgspec.Struct, frozen=True, kw_only=True):
    """A worded value: 'about', the number, and the unit beside it; each may be empty.

    Words that stand instead of a number have no `is_number`. `interval` is its ends, or ''.
    """

    about: str
    number: str
    unit: str
    is_number: bool = True
    marks: list[PrintedMark] = []
    interval: str = ""


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A worded reference period with its strip of months."""

    text: str
    months: Months
    is_stated: bool


class Strip(msgspec.Struct, frozen=True, kw_only=True):
    """A picture, or a strip of one: the SVG's name, and its height in px."""

    file: str
    height: int


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A key figure; `change` is its change, or why there is none, or '' for a figure alone.

    A series has its `course` as a picture, the `span` of it in words, and the `gaps` in it or ''.
    `target` and `verdict` are '' for a figure without; `verdict_status` is whose the verdict is.
    """

    value: WordedValue
    label: Said
    when: When
    course: Strip | None
    span: str
    gaps: str
    change: str
    target: str = ""
    verdict: str = ""
    verdict_status: str = ""


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
    """A row of the table of all figures: a figure of one period; `figure` is its id."""

    figure: str
    name: Said
    value: WordedValue
    when: When
    status: str
    origin: str
    place: str


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A note under a table: what rows refer to it by, and what it says."""

    number: str
    text: Said


class SeriesRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a matrix: a figure, its unit beside its name, and a value in each column.

    `figure` is its id; `interval` says what the ends below its values are.
    """

    figure: str
    name: Said
    unit: str
    marks: list[PrintedMark]
    is_total: bool
    status: str
    origin: str
    interval: Said
    values: list[WordedValue]


class RowGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Rows under the title of their section, which is '' where one goes on or needs none."""

    title: Said
    rows: list[FigureRow] | list[SeriesRow]


class FigurePart(msgspec.Struct, frozen=True, kw_only=True):
    """One table: a matrix with `periods` as columns, or figures of one period each with none.

    `head` names what the rows are. `status` and `origin` are those of all rows of a matrix, which
    then have none of their own. The legend and the notes are those of all of its marks.
    """

    head: Said
    periods: list[str]
    groups: list[RowGroup]
    status: str
    origin: str
    legend: list[Note]
    notes: list[Note]


class PrintedFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The tables of all figures; `has_sources` where several sources must be told apart.

    `semicolon` stands between the words of a legend.
    """

    label: str
    title: str
    heads: list[str]
    parts: list[FigurePart]
    has_sources: bool
    semicolon: str


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
    value: WordedValue
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


class PrintedSource(msgspec.Struct, frozen=True, kw_only=True):
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
    sources: list[PrintedSource]


class SideCell(msgspec.Struct, frozen=True, kw_only=True):
    """A value among those of other sheets: its rank, its period and the numbers of its sources.

    The `bar` begins and ends at shares of its column's width; without one it is empty.
    """

    value: WordedValue
    rank: str = ""
    bar: list[float] = []
    is_derived: bool = False
    when: When | None = None
    sources: str = ""


class SideRow(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in all sheets that are compared, and why some values are not."""

    name: Said
    measure: str
    cells: list[SideCell]
    reasons: list[str]


class PrintedComparison(msgspec.Struct, frozen=True, kw_only=True):
    """Sheets side by side: a head and a column for each, with the date that it bears."""

    title: str
    figure: str
    heads: list[str]
    dates: list[str]
    rows: list[SideRow]


class PrintedChange(msgspec.Struct, frozen=True, kw_only=True):
    """A change: what it is marked with, what it is of, and both values; '' for none.

    `is_struck` says that the value before no longer holds, `is_text` that both are
    words; `lines` say why, and where.
    """

    mark: str
    name: str
    when: str
    before: str
    now: str
    is_struck: bool
    is_text: bool
    difference: str
    lines: list[str]


class PrintedChangeGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of one kind under a title, with what they mean."""

    title: str
    meaning: str
    rows: list[PrintedChange]


class ChangePages(msgspec.Struct, frozen=True, kw_only=True):
    """What changed since the edition before; `key` has each mark that occurs, with its word."""

    label: str
    title: str
    standfirst: str
    key: list[list[str]]
    heads: list[str]
    groups: list[PrintedChangeGroup]
    foot: str


class LanguagePages(msgspec.Struct, frozen=True, kw_only=True):
    """All pages in one language, or of its `changes` alone."""

    lang: Language
    is_right_to_left: bool
    kicker: str
    dated: str
    title: Said
    standfirst: Said
    provenance: str
    key: list[When] = []
    verdict_key: list[list[str]] = []
    """The marks of targets and verdicts on the cards, each with its word."""
    cards_title: str = ""
    cards: list[Card] = []
    sections: list[ChartSection] = []
    table: PrintedFigures | None = None
    lists: list[EntryList] = []
    notes_title: str = ""
    notes: list[Said] = []
    sources_title: str
    sources: list[PrintedSource]
    """The sources of pages without an annex, which has them otherwise."""
    annex: Annex | None = None
    comparison: PrintedComparison | None = None
    changes: ChangePages | None = None
    is_changes_alone: bool = False
    imprint_title: str = ""
    imprint: list[Said] = []
    """Who answers for the sheet."""
    logo: str = ""
    """The picture in the head, or ''."""
    judged_title: str = ""
    judged: list[Said] = []
    """How verdicts on targets were reached, a paragraph for each figure."""
    stamp: str = ""
    """What stands large across each page, or ''."""
    contents_title: str = ""
    extract: str = ""
    """What a leaflet is an extract of; '' for pages that are none."""
    footer: str
    page: list[str]
    """The words before, between and after page number and page count."""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """The document's metadata; `date` is year, month and day, `options` what was asked for.

    `attachment` and `supplement` describe the sheet that the PDF carries, and what comes with it.
    `author`, `publisher` and `licence` are '' where the sheet names none; `warnings` are for who
    prints: what the pages lack. Large print is enlarged by `scale` when its pages are set; px of
    `chart_width` fill their width. There may be `most_pages`, or with 0 any number.
    """

    title: str
    subject: str
    author: str = ""
    publisher: str = ""
    licence: str = ""
    accent: str = PRINT.accent
    keywords: list[str] = []
    date: list[int]
    paper: str
    is_wide: bool = False
    scale: float = 1.0
    chart_width: int = FULL_WIDTH
    most_pages: int = 0
    lang: Language
    fonts: list[str]
    attachment: str = ""
    supplement: str = ""
    options: str
    warnings: list[str] = []
    alts: dict[str, str] = {}
    spoken: list[str] = []
    """What is read aloud instead of a mark, by the places of the codes."""
