"""The fact sheet as it is written: the shape of the YAML file, field by field.

The JSON Schema and the reference page are made from these types and their descriptions.
"""

import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from cqviewer.model.choices import Against, LinkMaker, Medium, Order, Width
from cqviewer.model.reading.figure_format import DefaultsEntry, DimensionEntry, IndicatorEntry
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.reading.scalars import (
    ChartKind,
    CitationText,
    Colour,
    FileName,
    FirstMonth,
    Id,
    Line,
    PeriodText,
    Positive,
    Reference,
    Tag,
    Text,
    Url,
    Year,
    said,
)

VERSION = 1
"""The newest version of the format that this program reads."""


class SourceEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A publication that figures and statements are taken from."""

    title: Annotated[Text, said("The full title, as a reader would look it up.")]
    short: Annotated[Text | None, said("A shorter title for source lines under charts.")] = None
    publisher: Annotated[Text | None, said("Who published it.")] = None
    date: Annotated[
        datetime.date | None, said("The date that the source bears: of its event or issue.")
    ] = None
    published: Annotated[
        datetime.date | None, said("The day it was published, where that differs from `date`.")
    ] = None
    url: Annotated[Url | None, said("Its address, with https:// or http://.")] = None
    graphics: Annotated[Text | None, said("Who made the graphics.")] = None
    photos: Annotated[Text | None, said("Who took the photographs.")] = None
    evidence: Annotated[
        FileName | None,
        said(
            "The source itself, a file beside the sheet: its text (a line a paragraph, up to 5 MB),"
            " a PDF (up to 2,000 pages), or a table as CSV or XLSX (up to 100,000 cells). The"
            " window shows each number in it; `cqviewer check --evidence` looks all of them up."
        ),
    ] = None


class LabelledFigure(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A key figure under another label than the indicator's name, or with another change."""

    figure: Annotated[Reference, said("The indicator's id.")]
    label: Annotated[Text | None, said("The text under the number.")] = None
    change: Annotated[
        Against,
        said("What its change is worked out against: the period before, or the year before."),
    ] = "before"


FigureEntry = Reference | LabelledFigure


class ChartEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A chart: its kind, its figures and its finding."""

    kind: Annotated[ChartKind, said("How the figures are drawn.")]
    of: Annotated[
        tuple[Reference, ...], said("The indicators' ids; for a slope the earlier one first.")
    ] = ()
    title: Annotated[Text, said("The finding, as a sentence in the past tense.")]
    subtitle: Annotated[
        Text | None, said("Replaces the line on measure, unit and period that is made by itself.")
    ] = None
    note: Annotated[Text | None, said("Added to the line under the chart.")] = None
    width: Annotated[Width, said("Two charts in a row that are not full stand side by side.")] = (
        "full"
    )
    medium: Annotated[
        Medium, said("Write screen to leave the chart out of the print; its figures stay.")
    ] = "both"
    change: Annotated[
        Reference | None,
        said(
            "Slope or units: the growth rate that goes with it. Or `year`: changes are worked out"
            " against the same months a year before."
        ),
    ] = None
    per: Annotated[Positive | None, said("Units: how many of the counted things a square is.")] = (
        None
    )
    square: Annotated[
        Text | None, said("Units: what one square stands for, such as: one project.")
    ] = None
    beside: Annotated[
        tuple[Reference, ...], said("Units: figures written beside the squares.")
    ] = ()
    index: Annotated[
        Reference | None, said("Units: an index (a year earlier = 100) drawn as a bar below.")
    ] = None
    period: Annotated[PeriodText | None, said("Which observation is shown, if not the latest.")] = (
        None
    )
    last: Annotated[Positive | None, said("How many observations are shown, if not all.")] = None
    highlight: Annotated[
        tuple[Reference, ...], said("The figures that stand out from the others.")
    ] = ()
    sort: Annotated[Order, said("The order of bars: by size, or as they are given.")] = "size"
    targets: Annotated[
        bool, said("Write true for a line with the steps of its figure's targets.")
    ] = False
    from_zero: Annotated[bool, said("Write true for a line whose axis begins at zero.")] = False


class StatementEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Something the source says that is no number, in the sheet's own words."""

    about: Annotated[Text | None, said("What it is about, or who says it.")] = None
    text: Annotated[Text, said("What is said, in own words.")]
    source: Annotated[CitationText | None, said("Where it is said.")] = None


class PlanEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Something planned, with the goals and the figures that it bears on."""

    name: Annotated[Text, said("What the plan is called, in a few words.")]
    text: Annotated[Text, said("What is planned, in own words.")]
    source: Annotated[CitationText | None, said("Where it is said.")] = None
    goals: Annotated[tuple[Reference, ...], said("Ids of the goals that it serves.")] = ()
    figures: Annotated[tuple[Reference, ...], said("Ids of the indicators that bear on it.")] = ()
    link: Annotated[LinkMaker, said("Who made these links: this sheet (ours) or the source.")] = (
        "ours"
    )


class VoiceEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A person and what they say, reported in the sheet's own words."""

    who: Annotated[Text, said("The person's name.")]
    office: Annotated[Text | None, said("Office and organisation.")] = None
    text: Annotated[Text, said("What they say, reported: calls for, credits …")]
    source: Annotated[CitationText | None, said("Where it is said.")] = None


class OpenEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Something that the source leaves open."""

    about: Annotated[Text | None, said("What it is about.")] = None
    text: Annotated[Text, said("What is not said, and what follows from that.")]


class SectionEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A section: one tab of the window, one part of the print."""

    id: Id
    title: Annotated[Text, said("The tab's text: a word or two.")]
    lead: Annotated[Text | None, said("One or two sentences on top.")] = None
    figures: Annotated[
        tuple[FigureEntry, ...], said("The key figures, as cards, in this order.")
    ] = ()
    charts: Annotated[tuple[ChartEntry, ...], said("The charts, in this order.")] = ()
    statements: Annotated[tuple[StatementEntry, ...], said("What the source says.")] = ()
    plans: Annotated[tuple[PlanEntry, ...], said("What is planned.")] = ()
    voices: Annotated[tuple[VoiceEntry, ...], said("Who says what.")] = ()
    open: Annotated[tuple[OpenEntry, ...], said("What the source leaves open.")] = ()


class GoalEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A goal that the source names."""

    id: Id
    name: Annotated[Text, said("The goal, as the source names it.")]
    source: Annotated[
        CitationText | None, said("Where it is named, if not where `goals` says.")
    ] = None
    figures: Annotated[tuple[Reference, ...], said("Ids of the indicators that bear on it.")] = ()
    link: Annotated[LinkMaker, said("Who made these links: this sheet (ours) or the source.")] = (
        "ours"
    )


class GoalsEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """The goals: how many are announced, and those that are named.

    The indicators goals.announced, goals.named, goals.unnamed and goals.linked are made from it.
    """

    year: Annotated[Year, said("The year they are set for.")]
    announced: Annotated[int, Meta(ge=1, le=200, description="How many the source announces.")]
    source: Annotated[CitationText | None, said("Where they are announced.")] = None
    one: Annotated[Text | None, said("What one is called; 'goal' if not given.")] = None
    many: Annotated[Text | None, said("What several are called.")] = None
    named: Annotated[tuple[GoalEntry, ...], said("Those that the source names.")] = ()


class TermEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A short term that the sheet uses, and what it stands for."""

    term: Annotated[Text, said("The term as the sheet uses it.")]
    meaning: Annotated[Text, said("What it stands for.")]


class LogoEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """The publisher's logo."""

    file: Annotated[FileName, said("A picture beside the sheet: PNG, or SVG of plain shapes.")]
    alt: Annotated[Text, said("What it shows, for those who hear it.")]


class AsideEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A number of a source that is meant to be in no figure."""

    source: Annotated[CitationText, said("Where it stands: report par. 4.")]
    number: Annotated[
        Line | None,
        said("The number as it is written there, in quotes; without it, all numbers of the place."),
    ] = None
    why: Annotated[Text | None, said("Why it is no figure.")] = None


class SheetEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A fact sheet: one YAML file."""

    cqviewer: Annotated[int, Meta(ge=1, description="The version of the format: 1.")]
    title: Annotated[Text, said("The sheet's title.")]
    place: Annotated[Text, said("The place or organisation that it is about.")]
    date: Annotated[datetime.date, said("The sheet's date; a print carries it.")]
    year: Annotated[Year | None, said("The year that most figures are about.")] = None
    year_begins: Annotated[
        FirstMonth | None, said("The month in which years such as 2001/02 begin: 4 for April.")
    ] = None
    previous: Annotated[
        FileName | None,
        said(
            "The edition before, as YAML or as printed PDF: a file beside the sheet. The window"
            " then shows what changed since, and `cqviewer print --changes` prints it."
        ),
    ] = None
    languages: Annotated[
        tuple[Tag, ...],
        said("The languages that every text should have; the first is that of its print."),
    ] = ()
    phrases: Annotated[
        dict[Tag, FileName],
        said(
            "Files beside the sheet with the phrases of print and charts in a language:"
            " `{de: german.yaml}`. `cqviewer schema --phrases` prints the English ones."
        ),
    ] = {}
    summary: Annotated[Text | None, said("One or two sentences under the title in print.")] = None
    publisher: Annotated[
        Text | None, said("Who publishes the sheet: in head, foot and metadata of what is made.")
    ] = None
    author: Annotated[Text | None, said("Who wrote it.")] = None
    contact: Annotated[Text | None, said("Where questions go: an office, phone, e-mail.")] = None
    licence: Annotated[Text | None, said("On what terms others may use it, such as CC BY 4.0.")] = (
        None
    )
    edition: Annotated[Text | None, said("Which edition it is: second, revised.")] = None
    logo: Annotated[LogoEntry | None, said("The publisher's logo, in the head.")] = None
    accent: Annotated[
        Colour | None,
        said("A colour in place of the blue in print and HTML; 4.5:1 against white or darker."),
    ] = None
    keywords: Annotated[tuple[Line, ...], said("Keywords of the printed PDF.")] = ()
    sources: Annotated[dict[Id, SourceEntry], said("The sources, each by its id.")]
    set_aside: Annotated[
        tuple[AsideEntry, ...],
        said("Numbers of the sources that are no figures; `check --evidence` lists the others."),
    ] = ()
    imports: Annotated[
        dict[Id, ImportEntry],
        said("How the data files of sources were read, each by its source's id."),
    ] = {}
    defaults: Annotated[
        DefaultsEntry | None, said("What indicators say that do not say otherwise.")
    ] = None
    dimensions: Annotated[
        dict[Id, DimensionEntry], said("What figures are broken down by, each by its id.")
    ] = {}
    indicators: Annotated[dict[Id, IndicatorEntry], said("The indicators, each by its id.")]
    key_figures: Annotated[
        tuple[FigureEntry, ...],
        said("The key figures of the print; without it, those of the sections."),
    ] = ()
    sections: Annotated[
        tuple[SectionEntry, ...], Meta(min_length=1, description="The sections: one tab each.")
    ]
    goals: Annotated[GoalsEntry | None, said("The goals, named and unnamed.")] = None
    terms: Annotated[tuple[TermEntry, ...], said("Terms that are explained.")] = ()
