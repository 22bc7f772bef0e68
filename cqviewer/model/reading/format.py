"""The fact sheet as it is written: the shape of the YAML file, field by field.

The JSON Schema and the reference page are made from these types and their descriptions.
"""

import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from cqviewer.model.choices import Against, LinkMaker, Measure, Medium, Order, Prices, Width
from cqviewer.model.reading.scalars import (
    AmountText,
    ChartKind,
    CitationText,
    Digits,
    FileName,
    FormulaText,
    Id,
    Line,
    PeriodText,
    Positive,
    Reference,
    Tag,
    Text,
    Url,
    Year,
)

VERSION = 1
"""The newest version of the format that this program reads."""


def _said(description: str) -> Meta:
    """Return what the JSON Schema and the reference page say of a key."""
    return Meta(description=description)


class SourceEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A publication that figures and statements are taken from."""

    title: Annotated[Text, _said("The full title, as a reader would look it up.")]
    short: Annotated[Text | None, _said("A shorter title for source lines under charts.")] = None
    publisher: Annotated[Text | None, _said("Who published it.")] = None
    date: Annotated[
        datetime.date | None, _said("The date that the source bears: of its event or issue.")
    ] = None
    published: Annotated[
        datetime.date | None, _said("The day it was published, where that differs from `date`.")
    ] = None
    url: Annotated[Url | None, _said("Its address, with https:// or http://.")] = None
    graphics: Annotated[Text | None, _said("Who made the graphics.")] = None
    photos: Annotated[Text | None, _said("Who took the photographs.")] = None
    evidence: Annotated[
        FileName | None,
        _said(
            "A text file beside the sheet with the source's text, one paragraph a"
            " line; `cqviewer check --evidence` looks the stated numbers up in it."
        ),
    ] = None


class ObservationEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """One value of an indicator, for one reference period."""

    period: Annotated[PeriodText, _said("The time that the value covers.")]
    value: Annotated[AmountText, _said("The number, as precise as the source gives it.")]
    source: Annotated[
        CitationText | None,
        _said("Where it is stated, if not where the indicator's `source` says."),
    ] = None


class ItemEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """An item of a dimension: a place, group or thing; in short its name alone."""

    name: Annotated[Text, _said("Its name: Wales, women, fishing.")]
    total: Annotated[bool, _said("Write true for the whole that the others are parts of.")] = False


class DimensionEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """What figures are broken down by: places, groups, things."""

    name: Annotated[Text, _said("What the items are: department, country, age group.")]
    items: Annotated[dict[Id, ItemEntry], _said("Its items, each by its id.")]


class PartEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """What an indicator says of one item; what it leaves out is said by the indicator.

    In short it is a value, a list of observations, or values by their periods. With two
    dimensions it holds the items of the second.
    """

    name: Annotated[Text | None, _said("Its full name, if not made of both names.")] = None
    short: Annotated[Text | None, _said("A shorter name than that of the item.")] = None
    value: Annotated[AmountText | None, _said("The number of a single observation.")] = None
    period: Annotated[PeriodText | None, _said("The period of a single observation.")] = None
    source: Annotated[CitationText | None, _said("Where it is stated.")] = None
    observations: Annotated[
        Annotated[tuple[ObservationEntry, ...], Meta(min_length=1)] | None,
        _said("Several observations, oldest first."),
    ] = None
    derived: Annotated[FormulaText | None, _said("How it is worked out.")] = None
    assuming: Annotated[Text | None, _said("What the working takes for granted.")] = None
    note: Annotated[Text | None, _said("What a reader must know beside it.")] = None
    items: Annotated[
        "dict[Reference, PartEntry] | None", _said("Items of the second dimension.")
    ] = None


class DefaultsEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """What all indicators say that do not say otherwise."""

    unit: Annotated[Text | None, _said("Their unit.")] = None
    measure: Annotated[Measure | None, _said("What kind of numbers they are.")] = None
    prices: Annotated[Prices | None, _said("For growth and levels: the prices.")] = None
    period: Annotated[PeriodText | None, _said("The period of single observations.")] = None
    source: Annotated[CitationText | None, _said("Where stated values are stated.")] = None


class IndicatorEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A measured quantity with one observation, several, or a value derived from others."""

    name: Annotated[Text, _said("The full name, with the measure named once in full.")]
    short: Annotated[Text | None, _said("A shorter name for charts and tables.")] = None
    brief: Annotated[Text | None, _said("A still shorter name for lists and beside goals.")] = None
    unit: Annotated[
        Text | None, _said("The unit, if `defaults` has none: %, bn yuan, US$ million, ports …")
    ] = None
    measure: Annotated[
        Measure | None, _said("What kind of number it is; growth is written with its sign.")
    ] = None
    prices: Annotated[
        Prices | None, _said("For growth: at constant prices (real) or current ones (nominal).")
    ] = None
    value: Annotated[
        AmountText | None, _said("The number of a single observation, or: not stated.")
    ] = None
    period: Annotated[
        PeriodText | None, _said("The period of a single observation, or: not stated.")
    ] = None
    source: Annotated[CitationText | None, _said("Where it is stated.")] = None
    observations: Annotated[
        Annotated[tuple[ObservationEntry, ...], Meta(min_length=1)] | None,
        _said("Several observations, oldest first; in short `{2023: 355, 2024: 402}`."),
    ] = None
    by: Annotated[
        Reference | tuple[Reference, ...] | None,
        _said("The id of the dimension that it is broken down by, or a list of two."),
    ] = None
    items: Annotated[
        dict[Reference, PartEntry] | None,
        _said(
            "Its values by the items' ids; each is a figure of its own, such as `budget.adults`."
        ),
    ] = None
    adds_up: Annotated[
        bool, _said("Write true where the parts make the whole; totals are checked.")
    ] = False
    derived: Annotated[
        FormulaText | None,
        _said("How the value is worked out from other indicators, by their ids."),
    ] = None
    assuming: Annotated[Text | None, _said("What the working takes for granted, as a clause.")] = (
        None
    )
    digits: Annotated[Digits | None, _said("Decimal places to which a derived value is shown.")] = (
        None
    )
    note: Annotated[Text | None, _said("What a reader must know beside it.")] = None


class LabelledFigure(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A key figure under another label than the indicator's name, or with another change."""

    figure: Annotated[Reference, _said("The indicator's id.")]
    label: Annotated[Text | None, _said("The text under the number.")] = None
    change: Annotated[
        Against,
        _said("What its change is worked out against: the period before, or the year before."),
    ] = "before"


FigureEntry = Reference | LabelledFigure


class ChartEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A chart: its kind, its figures and its finding."""

    kind: Annotated[ChartKind, _said("How the figures are drawn.")]
    of: Annotated[
        tuple[Reference, ...], _said("The indicators' ids; for a slope the earlier one first.")
    ] = ()
    title: Annotated[Text, _said("The finding, as a sentence in the past tense.")]
    subtitle: Annotated[
        Text | None, _said("Replaces the line on measure, unit and period that is made by itself.")
    ] = None
    note: Annotated[Text | None, _said("Added to the line under the chart.")] = None
    width: Annotated[Width, _said("Two charts in a row that are not full stand side by side.")] = (
        "full"
    )
    medium: Annotated[
        Medium, _said("Write screen to leave the chart out of the print; its figures stay.")
    ] = "both"
    change: Annotated[
        Reference | None,
        _said(
            "Slope or units: the growth rate that goes with it. Or `year`: changes are worked out"
            " against the same months a year before."
        ),
    ] = None
    per: Annotated[Positive | None, _said("Units: how many of the counted things a square is.")] = (
        None
    )
    square: Annotated[
        Text | None, _said("Units: what one square stands for, such as: one project.")
    ] = None
    beside: Annotated[
        tuple[Reference, ...], _said("Units: figures written beside the squares.")
    ] = ()
    index: Annotated[
        Reference | None, _said("Units: an index (a year earlier = 100) drawn as a bar below.")
    ] = None
    period: Annotated[
        PeriodText | None, _said("Which observation is shown, if not the latest.")
    ] = None
    last: Annotated[Positive | None, _said("How many observations are shown, if not all.")] = None
    highlight: Annotated[
        tuple[Reference, ...], _said("The figures that stand out from the others.")
    ] = ()
    sort: Annotated[Order, _said("The order of bars: by size, or as they are given.")] = "size"
    from_zero: Annotated[bool, _said("Write true for a line whose axis begins at zero.")] = False


class StatementEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Something the source says that is no number, in the sheet's own words."""

    about: Annotated[Text | None, _said("What it is about, or who says it.")] = None
    text: Annotated[Text, _said("What is said, in own words.")]
    source: Annotated[CitationText | None, _said("Where it is said.")] = None


class PlanEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Something planned, with the goals and the figures that it bears on."""

    name: Annotated[Text, _said("What the plan is called, in a few words.")]
    text: Annotated[Text, _said("What is planned, in own words.")]
    source: Annotated[CitationText | None, _said("Where it is said.")] = None
    goals: Annotated[tuple[Reference, ...], _said("Ids of the goals that it serves.")] = ()
    figures: Annotated[tuple[Reference, ...], _said("Ids of the indicators that bear on it.")] = ()
    link: Annotated[LinkMaker, _said("Who made these links: this sheet (ours) or the source.")] = (
        "ours"
    )


class VoiceEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A person and what they say, reported in the sheet's own words."""

    who: Annotated[Text, _said("The person's name.")]
    office: Annotated[Text | None, _said("Office and organisation.")] = None
    text: Annotated[Text, _said("What they say, reported: calls for, credits …")]
    source: Annotated[CitationText | None, _said("Where it is said.")] = None


class OpenEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Something that the source leaves open."""

    about: Annotated[Text | None, _said("What it is about.")] = None
    text: Annotated[Text, _said("What is not said, and what follows from that.")]


class SectionEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A section: one tab of the window, one part of the print."""

    id: Id
    title: Annotated[Text, _said("The tab's text: a word or two.")]
    lead: Annotated[Text | None, _said("One or two sentences on top.")] = None
    figures: Annotated[
        tuple[FigureEntry, ...], _said("The key figures, as cards, in this order.")
    ] = ()
    charts: Annotated[tuple[ChartEntry, ...], _said("The charts, in this order.")] = ()
    statements: Annotated[tuple[StatementEntry, ...], _said("What the source says.")] = ()
    plans: Annotated[tuple[PlanEntry, ...], _said("What is planned.")] = ()
    voices: Annotated[tuple[VoiceEntry, ...], _said("Who says what.")] = ()
    open: Annotated[tuple[OpenEntry, ...], _said("What the source leaves open.")] = ()


class GoalEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A goal that the source names."""

    id: Id
    name: Annotated[Text, _said("The goal, as the source names it.")]
    source: Annotated[
        CitationText | None, _said("Where it is named, if not where `goals` says.")
    ] = None
    figures: Annotated[tuple[Reference, ...], _said("Ids of the indicators that bear on it.")] = ()
    link: Annotated[LinkMaker, _said("Who made these links: this sheet (ours) or the source.")] = (
        "ours"
    )


class GoalsEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """The goals: how many are announced, and those that are named.

    The indicators goals.announced, goals.named, goals.unnamed and goals.linked are made from it.
    """

    year: Annotated[Year, _said("The year they are set for.")]
    announced: Annotated[int, Meta(ge=1, le=200, description="How many the source announces.")]
    source: Annotated[CitationText | None, _said("Where they are announced.")] = None
    one: Annotated[Text | None, _said("What one is called; 'goal' if not given.")] = None
    many: Annotated[Text | None, _said("What several are called.")] = None
    named: Annotated[tuple[GoalEntry, ...], _said("Those that the source names.")] = ()


class TermEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A short term that the sheet uses, and what it stands for."""

    term: Annotated[Text, _said("The term as the sheet uses it.")]
    meaning: Annotated[Text, _said("What it stands for.")]


class SheetEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A fact sheet: one YAML file."""

    cqviewer: Annotated[int, Meta(ge=1, description="The version of the format: 1.")]
    title: Annotated[Text, _said("The sheet's title.")]
    place: Annotated[Text, _said("The place or organisation that it is about.")]
    date: Annotated[datetime.date, _said("The sheet's date; a print carries it.")]
    year: Annotated[Year | None, _said("The year that most figures are about.")] = None
    languages: Annotated[
        tuple[Tag, ...],
        _said("The languages that every text should have; the first is that of its print."),
    ] = ()
    summary: Annotated[Text | None, _said("One or two sentences under the title in print.")] = None
    keywords: Annotated[tuple[Line, ...], _said("Keywords of the printed PDF.")] = ()
    sources: Annotated[dict[Id, SourceEntry], _said("The sources, each by its id.")]
    defaults: Annotated[
        DefaultsEntry | None, _said("What indicators say that do not say otherwise.")
    ] = None
    dimensions: Annotated[
        dict[Id, DimensionEntry], _said("What figures are broken down by, each by its id.")
    ] = {}
    indicators: Annotated[dict[Id, IndicatorEntry], _said("The indicators, each by its id.")]
    key_figures: Annotated[
        tuple[FigureEntry, ...],
        _said("The key figures of the print; without it, those of the sections."),
    ] = ()
    sections: Annotated[
        tuple[SectionEntry, ...], Meta(min_length=1, description="The sections: one tab each.")
    ]
    goals: Annotated[GoalsEntry | None, _said("The goals, named and unnamed.")] = None
    terms: Annotated[tuple[TermEntry, ...], _said("Terms that are explained.")] = ()
