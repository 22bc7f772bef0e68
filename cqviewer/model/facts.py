"""The facts of one sheet, resolved and frozen.

Types with many instances have `gc=False`: they cannot be part of a reference cycle.
"""

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Literal

import msgspec

from cqviewer.model.choices import (
    Against,
    Better,
    BoundKind,
    LinkMaker,
    Mark,
    Measure,
    Medium,
    Missing,
    Order,
    Prices,
    Width,
)
from cqviewer.model.citation import Aside, Citation
from cqviewer.model.imprint import Imprint
from cqviewer.model.numbers.formula import Formula
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Path
from cqviewer.model.target import Goal, Goals, Target
from cqviewer.model.text import Language, Text

Status = Literal["stated", "derived", "not stated", "missing"]
"""Where a value comes from; 'missing' where there is none and the sheet says why."""
Working = Literal["formula", "counted", "difference", "linked"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A publication that figures and statements are taken from."""

    id: str
    title: Text
    short: Text | None = None
    publisher: Text | None = None
    date: datetime.date | None = None
    published: datetime.date | None = None
    url: str | None = None
    graphics: Text | None = None
    photos: Text | None = None
    evidence: str | None = None


class Bound(msgspec.Struct, frozen=True, gc=False):
    """A limit that a source states instead of a value: below 0.25."""

    kind: BoundKind
    value: Decimal


class Observation(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A value, its reference period, where it comes from, and what the source says of it.

    `value` is None where the source states none, where it is `missing` and where only a `bound` is
    known, which is 'stated'. `low` and `high` are the ends of the indicator's `interval`; `was` is
    the value before a revision. `is_first_release` forbids to work out a change. A derived value
    has those `marks` of its inputs that are `choices.UNSURE`.
    """

    value: Decimal | None
    period: Period
    status: Status
    citation: Citation | None = None
    marks: tuple[Mark, ...] = ()
    missing: Missing | None = None
    bound: Bound | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    was: Decimal | None = None
    note: Text | None = None
    is_first_release: bool = False

    @property
    def amount(self) -> Decimal | None:
        """Return the value, or the limit that is known of it; None where neither is."""
        return self.bound.value if self.bound else self.value

    @property
    def is_known(self) -> bool:
        """Return whether a value, or a bound of it, is known."""
        return self.amount is not None


class Derivation(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """How a derived value came about.

    `inputs` are indicator ids. `values` are the observations that the formula reads, by the text of
    each input ('calls[2023]'). `unrounded` is the exact value (28 digits). `is_rounded` says that
    the value shown differs from it, so that it is worded with 'about'.
    """

    working: Working
    formula: Formula | None = None
    inputs: tuple[str, ...] = ()
    values: dict[str, Observation] = {}
    assuming: Text | None = None
    digits: int = 0
    unrounded: Decimal
    is_rounded: bool


class Indicator(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A measured quantity with its observations, oldest first (at least one).

    `total` is the number that a part is counted out of ('4 of 13'). `is_counted_here` marks the
    figures that cqviewer counts over the sheet's goals and targets. `is_listed` says that the sheet
    writes the observations as a list, even of one. `digits` are the decimals to which stated values
    are shown; `interval` says what `low` and `high` of the observations are. A figure that is a
    part has the id of its `breakdown`, and in `items` an item's id for each dimension of that.
    Fiscal years begin in the month `year_begins`; `rates` is the figure that states the changes.
    """

    id: str
    name: Text
    short: Text | None = None
    brief: Text | None = None
    unit: Unit
    measure: Measure
    prices: Prices | None = None
    observations: tuple[Observation, ...]
    derivation: Derivation | None = None
    note: Text | None = None
    total: int | None = None
    is_counted_here: bool = False
    is_listed: bool = False
    digits: int | None = None
    interval: Text | None = None
    is_cumulative: bool = False
    year_begins: int | None = None
    breakdown: str | None = None
    items: tuple[str, ...] = ()
    better: Better | None = None
    targets: tuple[Target, ...] = ()
    rates: "Indicator | None" = None

    @property
    def latest(self) -> Observation:
        """Return the observation that a card shows: the last one with a value or a bound."""
        for one in reversed(self.observations):
            if one.is_known:
                return one
        return self.last

    @property
    def last(self) -> Observation:
        """Return the last observation, whether it has a value or not."""
        return self.observations[-1]

    @property
    def is_series(self) -> bool:
        """Return whether there is more than one observation."""
        return len(self.observations) > 1

    @property
    def is_running_total(self) -> bool:
        """Return whether the values add up over time, and not rates over running totals."""
        return self.is_cumulative and self.measure in ("level", "count")

    def observation_for(self, period: Period | None) -> Observation | None:
        """Return the first observation of a period; None where there is none."""
        return next((one for one in self.observations if one.period == period), None)

    def observation_path(self, index: int) -> Path:
        """Return where the sheet writes an observation: in the list, or in the figure itself."""
        path: Path = ("indicators", self.id)
        return (*path, "observations", index) if self.is_listed else path

    def seen_at(self, period: Period | None) -> "Indicator":
        """Return the figure with one period's observation and target only, if it has these."""
        rows = tuple(one for one in self.observations if one.period == period)
        targets = tuple(one for one in self.targets if one.period == period)
        return msgspec.structs.replace(self, observations=rows, targets=targets) if rows else self


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A place, group or thing of a dimension; a total stands for the whole of them."""

    id: str
    name: Text
    is_total: bool = False


class Dimension(msgspec.Struct, frozen=True, kw_only=True):
    """What figures are broken down by, such as places; its items by their ids, in sheet order."""

    id: str
    name: Text
    items: dict[str, Item]


class Breakdown(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity by one or two dimensions; `figures` are the indicators of its parts, in order.

    `adds_up` says that the parts make the whole, so that they may be summed and shared out.
    """

    id: str
    name: Text
    by: tuple[str, ...]
    figures: tuple[str, ...]
    adds_up: bool = False


class KeyFigure(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An indicator's id on a card, with its own label or None for the indicator's name."""

    indicator: str
    label: Text | None = None
    against: Against = "before"


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A chart: kind, figures (indicator ids) and finding; see `format.ChartEntry`.

    `of` has ids of figures only: those of its parts in place of a breakdown's. `period` is the one
    whose values are compared, `last` the number of a series' latest observations that are drawn.
    `chosen` says in words what a reader chose, '' for a chart as the sheet has it.
    """

    id: str
    kind: str
    of: tuple[str, ...] = ()
    title: Text
    subtitle: Text | None = None
    note: Text | None = None
    width: Width = "full"
    medium: Medium = "both"
    change: str | None = None
    per: int | None = None
    square: Text | None = None
    beside: tuple[str, ...] = ()
    index: str | None = None
    period: Period | None = None
    last: int | None = None
    highlight: tuple[str, ...] = ()
    sort: Order = "size"
    from_zero: bool = False
    targets: bool = False
    against: Against = "before"
    chosen: str = ""

    @property
    def figures(self) -> tuple[str, ...]:
        """Return the ids of all indicators in the chart, each once."""
        return tuple(dict.fromkeys(filter(None, (*self.of, *self.beside, self.change, self.index))))


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the source says and that is no number."""

    about: Text | None = None
    text: Text
    citation: Citation | None = None


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Something planned, with ids of the goals and the indicators it bears on."""

    name: Text
    text: Text
    citation: Citation | None = None
    goals: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    link: LinkMaker = "ours"


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """A person and what they say."""

    who: Text
    office: Text | None = None
    text: Text
    citation: Citation | None = None


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the source leaves open."""

    about: Text | None = None
    text: Text


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A section: one tab of the window, one part of the print."""

    id: str
    title: Text
    lead: Text | None = None
    figures: tuple[KeyFigure, ...] = ()
    charts: tuple[Chart, ...] = ()
    statements: tuple[Statement, ...] = ()
    plans: tuple[Plan, ...] = ()
    voices: tuple[Voice, ...] = ()
    open: tuple[OpenQuestion, ...] = ()


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A short term and what it stands for."""

    term: Text
    meaning: Text


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One fact sheet. `yaml` is the file as it was read, byte for byte.

    `phrases` are the sheet's own, by language and key; `previous` is the file of the edition
    before. `written` maps each text that figures were filled into to the text in the file:
    '1,200 jobs' to '{jobs} jobs'.
    """

    title: Text
    place: Text
    date: datetime.date
    year: int | None = None
    languages: tuple[Language, ...] = ()
    summary: Text | None = None
    imprint: Imprint = Imprint()
    keywords: tuple[str, ...] = ()
    sources: dict[str, Source]
    set_aside: tuple[Aside, ...] = ()
    indicators: dict[str, Indicator]
    dimensions: dict[str, Dimension] = {}
    breakdowns: dict[str, Breakdown] = {}
    key_figures: tuple[KeyFigure, ...] = ()
    sections: tuple[Section, ...]
    goals: Goals | None = None
    terms: tuple[Term, ...] = ()
    phrases: dict[Language, dict[str, str]] = {}
    previous: str | None = None
    written: dict[str, str] = {}
    yaml: bytes = b""
    file_name: str = "fact-sheet.yaml"

    def __reduce__(self) -> tuple[Callable[[bytes], "Sheet"], tuple[bytes]]:
        """Return how to unpickle the sheet: from MessagePack, which is faster between processes."""
        return partial(msgspec.msgpack.decode, type=Sheet), (msgspec.msgpack.encode(self),)

    @property
    def content(self) -> bytes:
        """Return the bytes that the sheet was read from, to compare two states of it."""
        beside = [one for one in (self.phrases, self.imprint.logo) if one]
        return self.yaml + (msgspec.msgpack.encode(beside) if beside else b"")

    @property
    def only_language(self) -> Language | None:
        """Return the language of a sheet that says that it is in one alone, else None."""
        return self.languages[0] if len(set(self.languages)) == 1 else None

    @property
    def first_language(self) -> Language:
        """Return the language of texts that are given once: the sheet's first, else English."""
        return (self.languages or ("en",))[0]

    @property
    def named_goals(self) -> tuple[Goal, ...]:
        """Return the goals that are named, if there are any."""
        return self.goals.named if self.goals else ()

    def goal(self, goal_id: str) -> Goal | None:
        """Return the named goal of an id, or None."""
        return next((goal for goal in self.named_goals if goal.id == goal_id), None)

    def items_of(self, figure: Indicator) -> list[tuple[Dimension, Item]]:
        """Return what a part of a breakdown is of: dimensions with their items; [] for others."""
        by = self.breakdowns[figure.breakdown].by if figure.breakdown else ()
        dimensions = [self.dimensions[one] for one in by]
        return [(one, one.items[item]) for one, item in zip(dimensions, figure.items, strict=True)]

    def goals_of(self, indicator_id: str) -> list[Goal]:
        """Return the goals that an indicator bears on."""
        return [goal for goal in self.named_goals if indicator_id in goal.figures]

    def plans_of(self, goal_id: str) -> list[Plan]:
        """Return the plans of all sections that serve a goal."""
        return [plan for part in self.sections for plan in part.plans if goal_id in plan.goals]

    def counted(self) -> list[Indicator]:
        """Return the stated figures of the sheet's year, if any, or without a stated period."""
        return [
            one
            for one in self.indicators.values()
            if (latest := one.latest).status == "stated"
            and not one.is_counted_here
            and (self.year in (None, latest.period.year) or not latest.period.is_stated)
        ]
