"""Figures of several sheets side by side: which values can be compared, and why others cannot.

Rows are in the order of the first sheet, which is the open one. `wording.side_words` words them.
"""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from cqviewer.model.changes import Change, difference_between
from cqviewer.model.choices import Measure
from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.numbers.amount import WIDE
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.quantity import quantity
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.text import every_text, in_language

MOST_SHEETS = 6
"""How many sheets are compared at most."""
TOO_MANY_TIMES = 15
"""The ratio of the largest to the smallest value from which on bars cannot be read."""

Obstacle = Literal[
    "unit", "measure", "name", "prices", "prices_unsaid", "period", "period_not_stated", "bound"
]
"""Why a value is not compared with the others of its row."""
Extent = Literal["all", "some", "nothing", "single"]
"""How many values of a row are compared; 'single' is a figure of one sheet only."""
Figures = tuple[Indicator | None, ...]
"""One figure of each sheet, taken for the same quantity; None where a sheet has none."""


class Cell(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one sheet has of a figure.

    `amount` is the value in the unit of the row's `reference`, None where it is not compared.
    `rank` counts from 1, the largest first; it is 0 where there is none.
    """

    figure: Indicator
    observation: Observation
    amount: Decimal | None = None
    rank: int = 0
    obstacle: Obstacle | None = None


class ComparedRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A figure in all sheets, a cell for each or None.

    `reference` is the place of the cell that the others were compared with, -1 where no cell has a
    value to compare. `ranked` counts the values that are compared with each other: none or at least
    two. `times` is the ratio of the largest to the smallest, if it is TOO_MANY_TIMES or more.
    """

    cells: tuple[Cell | None, ...]
    reference: int = -1
    ranked: int = 0
    times: Decimal | None = None

    @property
    def present(self) -> list[tuple[int, Cell]]:
        """Return the cells that there are, with the places of their sheets."""
        return [(at, one) for at, one in enumerate(self.cells) if one is not None]

    @property
    def first(self) -> Cell:
        """Return the first cell, whose names the row has."""
        return self.present[0][1]

    @property
    def is_shared(self) -> bool:
        """Return whether several sheets have the figure."""
        return len(self.present) > 1

    @property
    def extent(self) -> Extent:
        """Return how much of the row is compared."""
        if not self.ranked:
            return "nothing" if self.is_shared else "single"
        return "all" if self.ranked == len(self.cells) else "some"

    @property
    def has_bars(self) -> bool:
        """Return whether bars of one scale show its values."""
        return self.ranked > 1 and self.times is None

    @property
    def first_releases(self) -> list[int]:
        """Return the places of compared first releases, of which no difference is worked out."""
        return [at for at, one in self.present if one.rank and one.observation.is_first_release]

    def bar(self, at: int) -> tuple[float, float] | None:
        """Return begin and end of a cell's bar, from 0 to 1 on a scale of zero and all values.

        One of both is the place of zero. None where there is no bar.
        """
        cell = self.cells[at]
        if cell is None or cell.amount is None or not self.has_bars:
            return None
        amounts = [float(one.amount) for _, one in self.present if one.amount is not None]
        low, high = min(0.0, *amounts), max(0.0, *amounts)
        length = high - low or 1.0
        ends = sorted((0.0, float(cell.amount)))
        return (ends[0] - low) / length, (ends[1] - low) / length

    def difference(self, at: int, other: int) -> Change | None:
        """Return by how much the value of one sheet is above that of another, in its unit.

        None where they are not compared, and where one is a first release.
        """
        mine, theirs = self.cells[at], self.cells[other]
        if not mine or not theirs or not (mine.rank and theirs.rank):
            return None
        if {at, other}.intersection(self.first_releases):
            return None
        value = theirs.observation.value
        assert value is not None
        scaled = _scaled(value, _scale(theirs.figure)[1] / _scale(mine.figure)[1])
        earlier = msgspec.structs.replace(theirs.observation, value=scaled)
        return difference_between(mine.figure, earlier, mine.observation)


def match_figures(sheets: Sequence[Sheet]) -> Iterator[Figures]:
    """Yield the figures of sheets that have the same id, or else the same name and unit.

    They are in the order of the first sheet, followed by figures that only later sheets have. What
    cqviewer counts over goals is left out.
    """
    known = sheets[0].indicators.keys()
    by_name: dict[int, dict[str, Indicator]] = {}
    taken: list[set[str]] = [set() for _ in sheets]
    for number, sheet in enumerate(sheets):
        for figure in sheet.indicators.values():
            if figure.id in taken[number] or figure.is_counted_here:
                continue
            row: list[Indicator | None] = [*[None] * number, figure]
            for later in range(number + 1, len(sheets)):
                other = sheets[later].indicators.get(figure.id)
                if other is None:
                    if later not in by_name:  # only when needed: it takes 10 ms
                        rest = sheets[later].indicators.values()
                        by_name[later] = {_name(one): one for one in rest if one.id not in known}
                    other = by_name[later].get(_name(figure))
                    if other and (
                        other.id in sheet.indicators or _scale(other)[0] != _scale(figure)[0]
                    ):
                        other = None
                if other is not None and other.id in taken[later]:
                    other = None
                if other is not None:
                    taken[later].add(other.id)
                row.append(other)
            yield tuple(row)


def compare_figures(figures: Figures) -> ComparedRow:
    """Compare one figure of several sheets, at the period that most of them have a value for."""
    period = _common_period(one for one in figures if one is not None)
    cells = [
        None
        if one is None
        else Cell(figure=one, observation=one.observation_for(period) or one.latest)
        for one in figures
    ]
    reference, group = _largest_group(cells)
    if sum(one is not None for one in figures) < 2:
        return ComparedRow(cells=tuple(cells))
    if reference < 0:
        return ComparedRow(cells=tuple(_with_fault(one) for one in cells))
    base = cells[reference]
    assert base is not None
    size = _scale(base.figure)[1]
    amounts = {at: _amount(cells[at], size) for at in group} if len(group) > 1 else {}
    made: list[Cell | None] = []
    for at, cell in enumerate(cells):
        if cell is not None and at in amounts:
            rank = 1 + sum(one > amounts[at] for one in amounts.values())
            cell = msgspec.structs.replace(cell, amount=amounts[at], rank=rank)
        elif cell is not None and at != reference and cell.observation.is_known:
            cell = msgspec.structs.replace(cell, obstacle=_obstacle(cell, base))
        made.append(cell)
    return ComparedRow(
        cells=tuple(made),
        reference=reference,
        ranked=len(amounts),
        times=_times(amounts.values()),
    )


def _name(figure: Indicator) -> str:
    return in_language(figure.name, "en").casefold()


def _common_period(figures: Iterable[Indicator]) -> Period | None:
    """Return the period that most figures have a value for, the latest of several such."""
    often = Counter(
        one.period
        for figure in figures
        for one in figure.observations
        if one.value is not None and one.period.end
    )
    return max(often, key=lambda one: (often[one], one.end, one.start), default=None)


def _fault(one: Observation) -> Obstacle | None:
    """Return why a value cannot be compared with any other, or None."""
    if one.bound:
        return "bound"
    return None if one.period.is_stated else "period_not_stated"


def _with_fault(cell: Cell | None) -> Cell | None:
    if cell is None or not cell.observation.is_known:
        return cell
    return msgspec.structs.replace(cell, obstacle=_fault(cell.observation))


def _largest_group(cells: Sequence[Cell | None]) -> tuple[int, list[int]]:
    """Return the place of the cell with which most others can be compared, and all their places.

    Of several such cells it is the first; without any it is -1.
    """
    able = [
        (at, one)
        for at, one in enumerate(cells)
        if one is not None and one.observation.is_known and not _fault(one.observation)
    ]
    best: tuple[int, list[int]] = (-1, [])
    for at, one in able:
        group = [place for place, other in able if one is other or not _obstacle(other, one)]
        if len(group) > len(best[1]):
            best = at, group
        if len(group) == len(able):
            break
    return best


def _obstacle(cell: Cell, base: Cell) -> Obstacle | None:
    """Return why a value cannot be compared with that of a cell without faults, or None."""
    one, other = cell.figure, base.figure
    if _scale(one)[0] != _scale(other)[0]:
        return "unit"
    if one.measure != other.measure:
        return "measure"
    if one.name != other.name and not _names(one) & _names(other):
        return "name"
    if one.prices != other.prices:
        return "prices" if one.prices and other.prices else "prices_unsaid"
    if fault := _fault(cell.observation):
        return fault
    mine, theirs = cell.observation.period, base.observation.period
    return "period" if mine != theirs and mine.shape != theirs.shape else None


def _names(figure: Indicator) -> set[str]:
    """Return all names of a figure in all languages, in small letters."""
    return set(map(str.casefold, every_text(figure.name, figure.short, figure.brief)))


def _amount(cell: Cell | None, size: Fraction) -> Decimal:
    assert cell is not None
    assert cell.observation.value is not None
    own = _scale(cell.figure)[1]
    return _scaled(cell.observation.value, own / size) if own != size else cell.observation.value


def _scaled(value: Decimal, factor: Fraction) -> Decimal:
    """Return a value times a factor, without zeros at the end."""
    if factor == 1:
        return value
    numerator = WIDE.multiply(value, Decimal(factor.numerator))
    return WIDE.divide(numerator, Decimal(factor.denominator)).normalize(WIDE)


def _times(amounts: Iterable[Decimal]) -> Decimal | None:
    sizes = [abs(one) for one in amounts if one]
    if len(sizes) < 2:
        return None
    times = WIDE.divide(max(sizes), min(sizes))
    return times.quantize(Decimal(1)) if times >= TOO_MANY_TIMES else None


def _scale(figure: Indicator) -> tuple[object, Fraction]:
    """Return what a figure's unit measures, the same in all scales, and the size of its unit."""
    unit = figure.unit
    if unit.kind == "money":
        return unit.currency, Fraction(10**unit.exponent)
    return _scale_of(in_language(unit.text, "en"), unit.kind, figure.measure)


@functools.lru_cache(4096)
def _scale_of(
    text: str, kind: Literal["percent", "money", "noun"], measure: Measure
) -> tuple[object, Fraction]:
    one = quantity(Unit(text, kind), measure)
    if one.is_index or not one.sizes:
        return text, Fraction(1)
    powers = (frozenset(one.known.items()), frozenset(one.things.items()))
    return (powers, one.is_points), one.sizes[0]
