"""Figures as they are written in the YAML file: indicators, observations, items and defaults.

As in `format`, of which it is a part.
"""

from typing import Annotated

import msgspec
from msgspec import Meta

from cqviewer.model.choices import Better, Measure, Method, Prices
from cqviewer.model.reading.scalars import (
    AmountText,
    CitationText,
    Digits,
    FirstMonth,
    FormulaText,
    Id,
    MarkText,
    NumberText,
    PeriodText,
    ReasonText,
    Reference,
    Release,
    Text,
    said,
)

_Missing = Annotated[ReasonText | None, said("Instead of a value: why there is no number.")]
_Status = Annotated[
    MarkText | tuple[MarkText, ...] | None,
    said("What the source says of the value: one word, or a list of several."),
]
_Low = Annotated[NumberText | None, said("The lower end of its interval; see `interval`.")]
_High = Annotated[NumberText | None, said("The upper end of its interval.")]
_Aim = Annotated[NumberText | None, said("The value to reach, in one of these six forms.")]
_Was = Annotated[NumberText | None, said("The value before it was revised.")]


class ObservationEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """One value of an indicator, for one reference period."""

    period: Annotated[PeriodText, said("The time that the value covers.")]
    value: Annotated[
        AmountText | None,
        said("The number, as precise as the source gives it; a bound such as below 0.25."),
    ] = None
    missing: _Missing = None
    status: _Status = None
    low: _Low = None
    high: _High = None
    was: _Was = None
    note: Annotated[Text | None, said("What a reader must know beside this value.")] = None
    release: Annotated[
        Release | None, said("Write first where this is the value as it was first published.")
    ] = None
    source: Annotated[
        CitationText | None,
        said("Where it is stated, if not where the indicator's `source` says."),
    ] = None


class ResultEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A verdict of the source's own on a target."""

    text: Annotated[Text, said("What the source says: 119 % of the target.")]
    met: Annotated[bool | None, said("Whether the source calls the target met.")] = None
    source: Annotated[CitationText | None, said("Where it says so.")] = None


class TargetEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """What an indicator is to reach in a period; what became of it is worked out."""

    period: Annotated[PeriodText, said("The period that the target is for.")] = msgspec.field(
        name="for"
    )
    value: _Aim = None
    at_least: _Aim = None
    at_most: _Aim = None
    below: _Aim = None
    above: _Aim = None
    about: _Aim = None
    allowance: Annotated[
        NumberText | None,
        said("What 'about' allows to either side; without it there is a difference, no verdict."),
    ] = None
    base: Annotated[
        PeriodText | None, said("The observation that progress is measured from; see `method`.")
    ] = None
    method: Annotated[
        Method,
        said(
            "How levels are judged before the period has come: the progress since `base` by the"
            " method of Statistics Canada or of the United Nations."
        ),
    ] = "difference"
    measure: Annotated[
        Measure | None, said("The target's measure, if another than the indicator's.")
    ] = None
    prices: Annotated[
        Prices | None, said("The target's prices, if others than the indicator's.")
    ] = None
    source: Annotated[CitationText | None, said("Where the target is stated.")] = None
    result: Annotated[
        ResultEntry | None, said("The source's own verdict, which goes before ours.")
    ] = None


_Targets = Annotated[
    Annotated[tuple[TargetEntry, ...], Meta(min_length=1)] | None,
    said("What it is to reach, one target for each period."),
]


class ItemEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """An item of a dimension: a place, group or thing; in short its name alone."""

    name: Annotated[Text, said("Its name: Wales, women, fishing.")]
    total: Annotated[bool, said("Write true for the whole that the others are parts of.")] = False


class DimensionEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """What figures are broken down by: places, groups, things."""

    name: Annotated[Text, said("What the items are: department, country, age group.")]
    items: Annotated[dict[Id, ItemEntry], said("Its items, each by its id.")]


class PartEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """What an indicator says of one item; what it leaves out is said by the indicator.

    In short it is a value, a list of observations, or values by their periods. With two
    dimensions it holds the items of the second.
    """

    name: Annotated[Text | None, said("Its full name, if not made of both names.")] = None
    short: Annotated[Text | None, said("A shorter name than that of the item.")] = None
    value: Annotated[AmountText | None, said("The number of a single observation.")] = None
    period: Annotated[PeriodText | None, said("The period of a single observation.")] = None
    missing: _Missing = None
    status: _Status = None
    low: _Low = None
    high: _High = None
    was: _Was = None
    source: Annotated[CitationText | None, said("Where it is stated.")] = None
    observations: Annotated[
        Annotated[tuple[ObservationEntry, ...], Meta(min_length=1)] | None,
        said("Several observations, oldest first."),
    ] = None
    derived: Annotated[FormulaText | None, said("How it is worked out.")] = None
    assuming: Annotated[Text | None, said("What the working takes for granted.")] = None
    note: Annotated[Text | None, said("What a reader must know beside it.")] = None
    targets: _Targets = None
    items: Annotated[
        "dict[Reference, PartEntry] | None", said("Items of the second dimension.")
    ] = None


class DefaultsEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """What all indicators say that do not say otherwise."""

    unit: Annotated[Text | None, said("Their unit.")] = None
    measure: Annotated[Measure | None, said("What kind of numbers they are.")] = None
    prices: Annotated[Prices | None, said("For growth and levels: the prices.")] = None
    period: Annotated[PeriodText | None, said("The period of single observations.")] = None
    source: Annotated[CitationText | None, said("Where stated values are stated.")] = None
    interval: Annotated[Text | None, said("What the ends of intervals are.")] = None
    release: Annotated[Release | None, said("Write first for values as first published.")] = None


class IndicatorEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A measured quantity with one observation, several, or a value derived from others."""

    name: Annotated[Text, said("The full name, with the measure named once in full.")]
    short: Annotated[Text | None, said("A shorter name for charts and tables.")] = None
    brief: Annotated[Text | None, said("A still shorter name for lists and beside goals.")] = None
    unit: Annotated[
        Text | None, said("The unit, if `defaults` has none: %, bn yuan, US$ million, ports …")
    ] = None
    measure: Annotated[
        Measure | None, said("What kind of number it is; growth is written with its sign.")
    ] = None
    prices: Annotated[
        Prices | None, said("For growth: at constant prices (real) or current ones (nominal).")
    ] = None
    value: Annotated[
        AmountText | None,
        said("The number of a single observation, a bound such as below 0.25, or: not stated."),
    ] = None
    period: Annotated[
        PeriodText | None, said("The period of a single observation, or: not stated.")
    ] = None
    missing: _Missing = None
    status: _Status = None
    low: _Low = None
    high: _High = None
    was: _Was = None
    interval: Annotated[
        Text | None, said("What `low` and `high` are, such as 95 % confidence interval.")
    ] = None
    year_begins: Annotated[
        FirstMonth | None,
        said("The month in which its years such as 2001/02 begin, if not the sheet's."),
    ] = None
    release: Annotated[
        Release | None, said("Write first where the values are as they were first published.")
    ] = None
    cumulative: Annotated[
        bool, said("Write true for running totals since the beginning of the year.")
    ] = False
    source: Annotated[CitationText | None, said("Where it is stated.")] = None
    observations: Annotated[
        Annotated[tuple[ObservationEntry, ...], Meta(min_length=1)] | None,
        said("Several observations, oldest first; in short `{2023: 355, 2024: 402}`."),
    ] = None
    by: Annotated[
        Reference | tuple[Reference, ...] | None,
        said("The id of the dimension that it is broken down by, or a list of two."),
    ] = None
    items: Annotated[
        dict[Reference, PartEntry] | None,
        said("Its values by the items' ids; each is a figure of its own, such as `budget.adults`."),
    ] = None
    adds_up: Annotated[
        bool,
        said(
            "Write true where the parts make the whole; totals are checked. What is not applicable"
            " adds nothing."
        ),
    ] = False
    derived: Annotated[
        FormulaText | None,
        said("How the value is worked out from other indicators, by their ids."),
    ] = None
    assuming: Annotated[Text | None, said("What the working takes for granted, as a clause.")] = (
        None
    )
    digits: Annotated[
        Digits | None,
        said("Decimal places to which values are shown, with 'about' where that rounds them."),
    ] = None
    note: Annotated[Text | None, said("What a reader must know beside it.")] = None
    change: Annotated[
        Reference | None,
        said(
            "The id of the figure of growth that states how it changed, before what is worked out;"
            " at a breakdown, of one by the same items."
        ),
    ] = None
    better: Annotated[
        Better | None,
        said("The direction in which a plain target counts as met: higher or lower."),
    ] = None
    targets: _Targets = None

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Return the ids in `by`, where one may be written without a list."""
        return (self.by,) if isinstance(self.by, str) else self.by or ()
