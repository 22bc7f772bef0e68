"""The ladder of a method of progress: the class that is full is the one that the numbers give."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from matplotlib.patches import Patch

from cqviewer.charts.drawing import Drawing
from cqviewer.charts.theme import LIGHT
from cqviewer.model.facts import Sheet
from tests.charts.sheets import draw, on_its_way
from tests.charts.text_boxes import boxes, clashes, tagged, text_of, texts

STATCAN = {"deterioration": None, "limited": 0.0, "acceleration": 0.6, "on_track": 0.95}
UN = {"stagnation": None, "acceleration": 0.1, "on_track": 0.95}
"""The classes with the least result that belongs to each, as the two methods publish them."""


def sheet(base: float, latest: float, aim: float, method: str) -> Sheet:
    """Return a share of 2015 and 2022 that is to reach a level by 2030."""
    better = "higher" if aim > base else "lower"
    return on_its_way(f"2015: {base}, 2022: {latest}", f"value: {aim}", method, better)


def full(drawing: Drawing) -> list[str]:
    """Return the classes whose cells are full."""
    found = [one for one in tagged(drawing, "class:") if isinstance(one, Patch)]
    filled = [one for one in found if to_hex(one.get_facecolor()).upper() == LIGHT.accent]
    return [str(one.get_gid()).removeprefix("class:") for one in filled]


def expected(result: float, classes: dict[str, float | None]) -> str:
    """Return the last class whose least result is reached."""
    return [name for name, least in classes.items() if least is None or result >= least][-1]


def is_plain(result: float, classes: dict[str, float | None]) -> bool:
    """Return whether no limit is so near that rounding by computers decides."""
    return all(least is None or abs(result - least) > 1e-6 for least in classes.values())


LEVELS = st.integers(10, 90)


@settings(max_examples=12)
@given(LEVELS, LEVELS, LEVELS)
def test_statistics_canada_holds_yearly_growth_against_what_is_required(
    base: int, latest: int, aim: int
) -> None:
    assume(aim != base and (latest - aim) * (aim - base) < 0)  # not reached yet
    observed = (latest / base) ** (1 / 7) - 1
    required = (aim / base) ** (1 / 15) - 1
    result = observed / required
    assume(is_plain(result, STATCAN))
    drawing = draw(sheet(base, latest, aim, "statcan"))
    assert full(drawing) == [expected(result, STATCAN)]


@settings(max_examples=12)
@given(LEVELS, LEVELS, LEVELS)
def test_the_united_nations_hold_the_way_made_by_then_against_the_whole(
    base: int, latest: int, aim: int
) -> None:
    assume(aim != base and (latest - aim) * (aim - base) < 0)
    by_then = latest * (latest / base) ** (8 / 7)
    result = (by_then - base) / (aim - base)
    assume(is_plain(result, UN))
    drawing = draw(sheet(base, latest, aim, "un"))
    assert full(drawing) == [expected(result, UN)]


@pytest.mark.parametrize(
    ("method", "classes", "limits"),
    [("statcan", STATCAN, ["0", "60", "95"]), ("un", UN, ["10", "95"])],
)
@pytest.mark.parametrize("width", [816, 420])
def test_cells_stand_from_worst_to_best_with_the_limits_between_them(
    method: str, classes: dict[str, float | None], limits: list[str], width: int
) -> None:
    drawing = draw(sheet(50, 52, 80, method), width=width)
    lefts = [boxes(drawing, f"class:{name}")[0][0] for name in classes]
    assert lefts == sorted(lefts)
    written = text_of(drawing, "limit").replace("\u202f", " ").replace(" %", "%")
    assert written == " ".join(f"{one}%" for one in limits)
    assert clashes(drawing) == []


@pytest.mark.parametrize(
    ("latest", "place", "words"),
    [
        (45, "Class 1 of 4", "Deterioration"),
        (52, "Class 2 of 4", "Limited progress"),
        (59, "Class 3 of 4", "Acceleration needed"),
        (63, "Class 4 of 4", "On track"),
    ],
)
def test_the_ear_hears_the_class_and_its_place_on_the_ladder(
    latest: int, place: str, words: str
) -> None:
    drawing = draw(sheet(50, latest, 80, "statcan"))
    heard = drawing.marks[-1].text
    assert heard.endswith(f"{place}, from Deterioration to On track.")
    assert f"Statistics Canada: {words}" in heard.replace(" (", ": ").replace("’", "")
    assert words in " ".join(texts(drawing))
