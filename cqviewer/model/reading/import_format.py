"""How a data file was read into a sheet, as `imports:` keeps it for the file's next edition.

As in `format`, of which it is a part.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from cqviewer.model.reading.scalars import Line, said

_Texts = dict[str, Line]
_Month = Annotated[
    str, Meta(pattern="^([2-9]|1[0-2]|calendar)$", title="month", description="A month.")
]

ROLES = (
    *("indicator", "place", "group", "period", "value", "low", "high", "interval", "unit"),
    *("multiplier", "flag", "note", "ignore"),
)
"""Roles of columns; an indicator or group may name its language (`indicator:ky`), a value its
period (`value 2024`)."""


class ImportEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """How `cqviewer import` read a data file; `cqviewer import --into` reads the next one so."""

    file: Annotated[Line | None, said("The name of the data file.")] = None
    table: Annotated[Line | None, said("The table in it, if there are several.")] = None
    roles: Annotated[
        _Texts,
        said(
            "What columns are, by their letters: indicator, place, group, period, value, low,"
            " high, interval, unit, multiplier, flag or ignore; `value 2024` where the head says no"
            " period."
        ),
    ] = {}
    decimal: Annotated[Line | None, said("The decimal sign, a point or a comma.")] = None
    missing: Annotated[
        _Texts,
        said("What marks instead of numbers mean: a reason as at `missing`, a number, or `omit`."),
    ] = {}
    flags: Annotated[_Texts, said("What flags beside values mean: a word as at `status`.")] = {}
    year_begins: Annotated[
        _Month | None,
        said("The month in which years such as 2001/02 begin; `calendar` for two whole years."),
    ] = None
    dates: Annotated[
        Literal["day", "month", "serial"] | None,
        said(
            "What stands first in dates such as 01/02/2024: the day or the month; `serial` where"
            " 45292 is one, as spreadsheets count days."
        ),
    ] = None
    twice: Annotated[
        Literal["first", "last"] | None,
        said("Which value counts where a figure has two for one period."),
    ] = None
    encoding: Annotated[Line | None, said("The encoding of a text, such as cp1250.")] = None
    delimiter: Annotated[
        Line | None, said("What sets the cells of a text apart: , ; | or `tab`.")
    ] = None
    heads: Annotated[
        _Texts, said("What stood over the columns with a role, to know them in the next edition.")
    ] = {}
    periods: Annotated[
        _Texts,
        said("What periods are that the file words in its own way: a period, or `omit`."),
    ] = {}
    name: Annotated[Line | None, said("What is measured, where the file does not say.")] = None
    unit: Annotated[Line | None, said("The unit, where the file does not say.")] = None
    only: Annotated[
        _Texts, said("Which rows are read: those with such a text in a column, by its letter.")
    ] = {}
    digits: Annotated[
        Line | None, said("Write `all` to keep more than the 15 digits that a computer holds.")
    ] = None
