"""Any next edition: what it says is in the sheet then, and nothing else is touched."""

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.importing.editions.merging import bring_in, imported_as
from cqviewer.importing.making import open_data
from cqviewer.model.reading.import_format import ImportEntry
from tests.importing.tables import file_of, sheet_of, written

AREAS = ("North", "South", "East")
Edition = dict[tuple[str, int], int]
VALUES = st.integers(20, 90)  # of one size: of another it would be asked for


@st.composite
def editions(draw: st.DrawFn) -> tuple[Edition, Edition]:
    """Draw an edition with all areas and years, and the next, which lacks and revises some."""
    old = {(area, year): draw(VALUES) for area in AREAS for year in (2021, 2022)}
    new = {key: value for key, value in old.items() if draw(st.booleans())}
    new |= {key: draw(VALUES) for key in draw(st.lists(st.sampled_from(sorted(old)), max_size=3))}
    new |= {(area, 2023): draw(VALUES) for area in draw(st.sets(st.sampled_from(AREAS)))}
    new |= {(area, 2022): old[area, 2022] for area in AREAS}
    keys = draw(st.permutations(sorted(new)))
    return old, {key: new[key] for key in keys}


def table(edition: Edition) -> str:
    """Write an edition as a long table."""
    rows = [f"{area},{year},{value}\n" for (area, year), value in edition.items()]
    return "Area,Year,Jobs\n" + "".join(rows)


def of_sheet(text: str) -> dict[tuple[str, int], tuple[int, str]]:
    """Return the value of each area and year in a sheet, and what it was before."""
    return {
        (name.partition(".")[2].capitalize(), one.period.start.year if one.period.start else 0): (
            int(one.value or 0),
            str(one.was) if one.was is not None else "",
        )
        for name, figure in sheet_of(text).indicators.items()
        for one in figure.observations
    }


@settings(deadline=None, max_examples=40)
@given(editions())
def test_any_next_edition_changes_what_it_says_alone(both: tuple[Edition, Edition]) -> None:
    old, new = both
    with tempfile.TemporaryDirectory() as folder:
        before = f"# mine\n{written(Path(folder), table(old), unit='jobs')}"
        opened = open_data(file_of(Path(folder), table(new), "next.csv"))
        path = Path(folder) / "sheet.yaml"
        kept = imported_as(before.encode(), path, ImportEntry())
        once = bring_in(opened, before.encode(), path, kept).data
        twice = bring_in(opened, once, path, kept).data
    now = once.decode()
    assert of_sheet(now) == {
        key: (value := new.get(key, old.get(key, 0)), str(was) if was not in (None, value) else "")
        for key in {**old, **new}
        for was in [old.get(key)]
    }
    assert twice == once, "the same file changes nothing more"
    theirs = r"source: data|observations|\d{4}:|title: (?:next|data|Jobs)|file: |data_earlier:"
    is_theirs = re.compile(rf" +(?:{theirs})")
    assert [one for one in before.splitlines() if not is_theirs.match(one)] == [
        one for one in now.splitlines() if not is_theirs.match(one)
    ]
