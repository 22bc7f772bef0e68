"""Any table, in any dialect, with any roles and marks: its values are read as written."""

import csv
import io
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.importing.cells import is_numeric, read_amount
from cqviewer.importing.recognise import Recognised
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.reading.observations import REASONS
from tests.importing.tables import LONG, read

PLACES = ("North", "South", "Côte d'Or", "São Tomé", 'The "old" town', "East; upper", "West, lower")
NUMBERS = st.decimals(-900, 9_999_999, allow_nan=False, places=2) | st.integers(-50, 99_999)
Table = dict[str, dict[int, Decimal]]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw values of three places or more in two years or more."""
    places = draw(st.lists(st.sampled_from(PLACES), min_size=3, max_size=5, unique=True))
    first, years = draw(st.integers(1990, 2015)), draw(st.integers(2, 5))
    return {place: {first + at: Decimal(draw(NUMBERS)) for at in range(years)} for place in places}


@st.composite
def spellings(draw: st.DrawFn) -> Callable[[Decimal], str]:
    """Draw a way in which a whole table writes its numbers."""
    decimal = draw(st.sampled_from(".,"))
    thousands = draw(st.sampled_from(["", " ", "\u00a0", "\u202f", "’", ",."[decimal == ","]]))
    minus = draw(st.sampled_from(["-", "\N{MINUS SIGN}", "("]))

    def spelt(number: Decimal) -> str:
        text = f"{abs(number):,f}".replace(",", "T").replace(".", decimal).replace("T", thousands)
        if number >= 0:
            return text
        return f"({text})" if minus == "(" else f"{minus}{text}"

    return spelt


def as_rows(table: Table, spelt: Callable[[Decimal], str], *, is_long: bool) -> list[list[str]]:
    """Return a table in rows, a year in each or all in columns."""
    years = list(next(iter(table.values())))
    if not is_long:
        heads = ["Region", *map(str, years)]
        return [heads, *([place, *map(spelt, own.values())] for place, own in table.items())]
    rows = [[place, str(at), spelt(own[at])] for place, own in table.items() for at in years]
    return [["Region", "Year", "Value"], *rows]


def written_as(rows: list[list[str]], encoding: str, **dialect: object) -> bytes:
    """Return rows as delimited text."""
    text = io.StringIO(newline="")
    csv.writer(text, **dialect).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue().encode(encoding, "replace")


def numbers(one: Recognised) -> Table:
    """Return what was read, by its place and year."""
    return {
        str(figure.items[0]): {
            int(value.period): Decimal(value.amount.text) for value in figure.values
        }
        for figure in one.figures
    }


@settings(deadline=None, max_examples=60)
@given(
    table=tables(),
    spelt=spellings(),
    is_long=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    delimiter=st.sampled_from(",;\t|"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    lineterminator=st.sampled_from(["\n", "\r\n"]),
)
def test_values_are_read_as_written_in_any_dialect_or_it_is_said(
    table: Table,
    spelt: Callable[[Decimal], str],
    is_long: bool,
    encoding: str,
    delimiter: str,
    quoting: int,
    lineterminator: str,
) -> None:
    rows = as_rows(table, spelt, is_long=is_long)
    data = written_as(
        rows, encoding, delimiter=delimiter, quoting=quoting, lineterminator=lineterminator
    )
    with tempfile.TemporaryDirectory() as folder:
        found = read(Path(folder), data)
        said = {one.kind for one in found.found}
        if {"which decimal", "either decimal"} & said:
            cells = [spelt(Decimal("1.5"))[1]]
            found = read(Path(folder), data, decimal=cells[0])
    assert numbers(found) == table


NOTHING = ImportEntry()
ROLES = ["indicator", "place", "group", "unit", "flag", "value", "low", "high", "ignore", "period"]


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(st.sampled_from("ABCDEF"), st.sampled_from(ROLES), max_size=4))
def test_whatever_the_columns_are_said_to_be_each_value_is_that_of_its_cell(
    roles: dict[str, str],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = read(Path(folder), LONG, roles=roles)
        except SheetError:  # no value is left, which is said
            return
    cells = {
        value: read_amount(found.block.cell(value.row - 1, value.column), found.style, NOTHING)
        for figure in found.figures
        for value in figure.values
    }
    assert cells
    assert [
        (value, cell)
        for value, cell in cells.items()
        if value.amount.text != cell.text and (is_numeric(value.amount.text) or cell.text)
        if not (value.amount.missing and not value.amount.text)
    ] == []


@settings(deadline=None, max_examples=40)
@given(
    table=tables(),
    mark=st.sampled_from([":", "-", "..", "…", "n/a", "x", "*", "[c]", "–", "na"]),
    meaning=st.sampled_from([*sorted(REASONS), "omit", "0", "12.5"]),
    data=st.data(),
)
def test_a_mark_means_what_is_said_and_all_else_stays(
    table: Table, mark: str, meaning: str, data: st.DataObject
) -> None:
    rows = as_rows(table, str, is_long=True)
    at = data.draw(st.integers(1, len(rows) - 1))
    rows[at][2] = mark
    with tempfile.TemporaryDirectory() as folder:
        found = read(Path(folder), written_as(rows, "utf-8"), missing={mark: meaning})
    place, year = rows[at][0], int(rows[at][1])
    read_as = {
        (str(figure.items[0]), int(value.period)): value.amount.missing or value.amount.text
        for figure in found.figures
        for value in figure.values
    }
    expected = {
        (one, when): str(number) for one, own in table.items() for when, number in own.items()
    }
    expected[place, year] = meaning
    if meaning == "omit":
        del expected[place, year]
    assert read_as == expected
    assert not any(one.is_open for one in found.found)
