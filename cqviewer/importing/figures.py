"""Figures as a table gives them: names, items, units, and values with their cells."""

import re
import unicodedata

import msgspec

from cqviewer.importing.cells import Amount
from cqviewer.importing.periods import length_of
from cqviewer.importing.units import is_scale, scale_of, scaled
from cqviewer.model.reading.scalars import ID_PATTERN
from cqviewer.model.reading.yaml_tree import Plain
from cqviewer.model.text import Text, in_language

ALL = "All"
"""How an item is named whose cell is empty: the row is not broken down."""
ITEMS = "items"
"""The id of a breakdown whose name has no letters for one."""


class Value(msgspec.Struct, frozen=True):
    """A value of a figure for a period, and the column and row of its cell, from 0 and 1.

    `ends` are those of its interval.
    """

    period: str
    amount: Amount
    column: int
    row: int
    note: str = ""
    ends: tuple[str, str] | None = None

    @property
    def said(self) -> dict[str, Plain]:
        """Return what an observation of the value says, as the format has it."""
        amount, status = self.amount, self.amount.status
        key = "missing" if amount.missing else "value"
        said: dict[str, Plain] = {key: amount.missing or amount.text}
        if status:
            said["status"] = status[0] if len(status) == 1 else list(status)
        if self.ends:
            said["low"], said["high"] = self.ends
        if self.note:
            said["note"] = self.note
        return said


class Figure(msgspec.Struct):
    """A series: what it is of, its item in each breakdown, its values in time, their intervals."""

    name: Text
    items: tuple[Text, ...]
    unit: str
    values: list[Value]
    interval: str = ""


def take_unit(figures: list[Figure], said: str) -> None:
    """Set the unit that was given for figures of which none is known, or for all if all have one.

    A scale that is known from the file is kept.
    """
    units = {one.unit for one in figures}
    lacking = {one for one in units if not one or is_scale(one)}
    for one in figures:
        if one.unit in lacking or (not lacking and len(units) == 1):
            one.unit = scaled(said, scale_of(one.unit))


def joined(figures: list[Figure]) -> list[Figure]:
    """Return figures; one without numbers, and so without a unit, joins the one of its name."""
    kept: list[Figure] = []
    for one in figures:
        same = [it for it in figures if (it.name, it.items) == (one.name, one.items) and it.unit]
        if not one.unit and len(same) == 1 and not any(it.amount.text for it in one.values):
            same[0].values += one.values
        else:
            kept.append(one)
    return kept


def by_length(figure: Figure) -> list[Figure]:
    """Return a figure, or one for each length of its periods: a year is no part of its months."""
    parts: dict[str, list[Value]] = {}
    for one in figure.values:
        parts.setdefault(length_of(one.period), []).append(one)
    if len(parts) < 2 or not isinstance(figure.name, str):
        return [figure]
    return [
        Figure(
            f"{figure.name}, by {length}" if length else figure.name,
            figure.items,
            figure.unit,
            values,
            figure.interval,
        )
        for length, values in parts.items()
    ]


def slug_of(text: str, otherwise: str) -> str:
    """Return an id made of a text's Latin letters and digits."""
    text = re.sub(r"^[\d.]+\s+(?=\S)", "", text)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    made = re.sub("[^a-z0-9]+", "_", plain).strip("_")[:40].strip("_")
    if made[:1].isdigit():
        made = f"n{made}"
    return made if re.fullmatch(ID_PATTERN, made) else otherwise


_TOTAL = re.compile(
    r"(grand )?total\b.*|all\b.*|[^,]*\btotal|whole|overall|both sexes|insgesamt|ensemble"
    r"|合计|总计|全市|всего|итого|sum|summe|suma|somme|totaa?le?|gesamt|razem|ogółem|celkem|összesen"
    r"|合計|総数|總計|합계|총계|계|计|計",
    re.IGNORECASE,
)


def is_total(name: Text) -> bool:
    """Return whether a name says that it is the whole of others."""
    return bool(_TOTAL.fullmatch(in_language(name, "en")))
