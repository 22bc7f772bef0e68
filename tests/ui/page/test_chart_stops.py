"""The arrow keys walk the marks of a chart, and go from series to series."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from cqviewer.charts.drawing import Mark
from cqviewer.ui.page.chart_stops import next_stop, stops_of

KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)


def mark(figure: str, text: str) -> Mark:
    return Mark(figure=figure, text=text, x=0, y=0, width=1, height=1)


def series(*counts: int) -> list[Mark]:
    """Return stops of figures a, b …, so many of each."""
    return [
        mark("abcdefgh"[at], f"{at} in {year}")
        for at, count in enumerate(counts)
        for year in range(count)
    ]


def test_marks_that_say_the_same_are_one_stop() -> None:
    marks = [mark("jobs", "Jobs, 12"), mark("jobs", "jobs, 12"), mark("ships", "Jobs, 12")]
    assert stops_of(marks) == [marks[0], marks[2]]
    assert stops_of([]) == []


@pytest.mark.parametrize(
    ("key", "at", "wanted"),
    [
        (Qt.Key.Key_Right, 0, 1),
        (Qt.Key.Key_Left, 1, 0),
        (Qt.Key.Key_Down, 1, 4),
        (Qt.Key.Key_Up, 4, 1),
        (Qt.Key.Key_Home, 4, 0),
        (Qt.Key.Key_End, 1, 5),
    ],
)
def test_down_goes_to_the_same_place_of_the_next_series(key: Qt.Key, at: int, wanted: int) -> None:
    assert next_stop(series(3, 3), at, key) == wanted


def test_up_and_down_walk_the_marks_where_series_have_different_lengths() -> None:
    assert next_stop(series(2, 3), 0, Qt.Key.Key_Down) == 1
    assert next_stop(series(2, 3), 4, Qt.Key.Key_Up) == 3


@pytest.mark.parametrize("key", KEYS)
def test_without_a_stop_each_key_leads_to_an_end(key: Qt.Key) -> None:
    is_backwards = key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_End)
    assert next_stop(series(2, 2), -1, key) == (3 if is_backwards else 0)


@given(
    counts=st.lists(st.integers(1, 5), min_size=1, max_size=5),
    keys=st.lists(st.sampled_from(KEYS), min_size=1, max_size=20),
)
def test_no_walk_leaves_the_chart(counts: list[int], keys: list[Qt.Key]) -> None:
    stops = series(*counts)
    walk: list[int | None] = [-1]
    for key in keys:
        walk.append(next_stop(stops, walk[-1] or 0, key))
    assert {*walk[1:]} <= {*range(len(stops))}


@given(counts=st.lists(st.integers(1, 5), min_size=1, max_size=5), data=st.data())
def test_each_step_but_one_beyond_the_ends_is_taken_back_by_its_opposite(
    counts: list[int], data: st.DataObject
) -> None:
    stops = series(*counts)
    at = data.draw(st.integers(0, len(stops) - 1))
    there, back = data.draw(st.sampled_from([(KEYS[0], KEYS[1]), (KEYS[1], KEYS[0])]))
    following = next_stop(stops, at, there)
    assert following is not None
    if following != at:
        assert next_stop(stops, following, back) == at


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_A])
def test_other_keys_lead_nowhere(key: Qt.Key) -> None:
    assert next_stop(series(2), 0, key) is None


def test_a_chart_without_marks_has_no_stop() -> None:
    assert next_stop([], -1, Qt.Key.Key_Right) is None
