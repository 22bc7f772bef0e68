"""Rows of targets: every mark stands where its number does, and the ear hears what is drawn."""

import pytest
from matplotlib.lines import Line2D

from cqviewer.charts.drawing import Drawing
from cqviewer.charts.theme import LIGHT
from cqviewer.charts.verdicts.rows import row_phrase
from cqviewer.model.facts import Sheet
from cqviewer.model.judging.verdict import chief_target, verdict_of
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import draw, small, with_target
from tests.charts.text_boxes import boxes, placed_texts, points, tagged, text_of, texts

EN, ZH = Wording("en"), Wording("zh")


def row(key: str, value: str, target: str, unit: str = "'%'", period: str = "2024") -> str:
    """Write a figure named by its id that has a value and a target for 2024."""
    return with_target(key, f"Name {key}", value, target, unit, period)


def sheet(*rows: str) -> Sheet:
    """Return a sheet with a chart of all its targets."""
    keys = ", ".join(one.partition(":")[0] for one in rows)
    return small("\n".join(rows), f"{{kind: targets, of: [{keys}], title: T}}")


def heard(made: Sheet, key: str, wording: Wording = EN) -> str:
    """Return a row in words, with plain spaces."""
    figure = made.indicators[key]
    target = chief_target(figure)
    assert target is not None
    said = row_phrase(figure, verdict_of(figure, target), wording)
    return said.replace("\u202f", " ").replace("\u00a0", " ")


def middle(drawing: Drawing, tag: str) -> float:
    """Return where the one mark of a tag stands, in px from the left."""
    places = {x for x, _ in points(drawing, tag)}
    assert len(places) == 1
    return places.pop()


VALUES = {"a": ("7.3", "7"), "b": ("-2.5", "4"), "c": ("11", "9.25"), "d": ("0.4", "1")}


@pytest.mark.parametrize("width", [816, 700, 420])
def test_all_marks_of_a_unit_stand_on_one_scale(width: int) -> None:
    made = sheet(*(row(key, f"value: {at}", f"value: {aim}") for key, (at, aim) in VALUES.items()))
    drawing = draw(made, width=width)
    placed = {
        float(number): middle(drawing, f"{kind}:{key}")
        for key, numbers in VALUES.items()
        for kind, number in zip(("outturn", "aim"), numbers, strict=True)
    }
    low, high = min(placed), max(placed)
    per_point = (placed[high] - placed[low]) / (high - low)
    assert per_point > 3
    for number, x in placed.items():
        assert x == pytest.approx(placed[low] + (number - low) * per_point, abs=1.01), number
    zeros = {x for one in tagged(drawing, "axis") for x in _x(one)}
    assert len(zeros) == 1
    assert zeros.pop() == pytest.approx(placed[low] - low * per_point, abs=1.01)


def _x(artist: object) -> list[float]:
    assert isinstance(artist, Line2D)
    return [float(one) for one in artist.get_xdata()]  # type: ignore[arg-type, union-attr]


def test_the_distance_leads_from_the_target_to_the_outturn() -> None:
    drawing = draw(sheet(row("a", "value: 7.3", "value: 4"), row("b", "value: 1", "value: 9")))
    for key in "ab":
        (start, _), (end, _) = points(drawing, f"distance:{key}")
        assert (start, end) == (middle(drawing, f"aim:{key}"), middle(drawing, f"outturn:{key}"))


def test_what_about_allows_reaches_as_far_to_either_side_as_the_sheet_says() -> None:
    drawing = draw(
        sheet(row("a", "value: 8", "about: 6, allowance: 0.5"), row("b", "value: 2", "value: 10"))
    )
    (left, _, right, _) = boxes(drawing, "about")[-1]
    per_point = (middle(drawing, "aim:b") - middle(drawing, "outturn:b")) / 8
    assert right - left == pytest.approx(per_point, abs=1.5)  # 0.5 to either side
    assert (left + right) / 2 == pytest.approx(middle(drawing, "aim:a"), abs=1)


def test_the_widest_of_what_about_allows_is_still_on_the_scale() -> None:
    drawing = draw(sheet(row("a", "value: 5", "about: 6, allowance: 8")))
    (left, _, right, _) = boxes(drawing, "about")[-1]
    track = boxes(drawing, "track")[0]
    assert track[0] <= left < middle(drawing, "aim:a") < right <= track[2]


def test_no_disc_stands_for_a_bound_or_for_what_is_not_yet_known() -> None:
    made = sheet(
        row("a", "value: below 5", "value: 7"),
        row("b", "value: 80", "at_least: 90", period="2023"),
        row("c", "value: 3", "value: 2"),
    )
    drawing = draw(made)
    assert [bool(tagged(drawing, f"outturn:{key}")) for key in "abc"] == [False, False, True]
    assert [bool(tagged(drawing, f"aim:{key}")) for key in "abc"] == [True, True, True]
    assert text_of(drawing, "value:a").replace("\u202f", " ") == "below +5 %"
    assert text_of(drawing, "value:b") == "not yet known"


def test_a_disc_is_full_if_stated_half_if_provisional_and_a_ring_if_derived() -> None:
    made = sheet(
        row("a", "value: 7.3", "value: 7"),
        row("b", "value: 7.3, status: provisional", "value: 7"),
        row("c", "derived: a - 1", "value: 7"),
    )
    drawing = draw(made)
    looks = {}
    for key in "abc":
        (disc,) = tagged(drawing, f"outturn:{key}")
        assert isinstance(disc, Line2D)
        looks[key] = (disc.get_fillstyle(), disc.get_markerfacecolor() == LIGHT.accent)
    assert looks == {"a": ("full", True), "b": ("bottom", True), "c": ("full", False)}


@pytest.mark.parametrize(
    ("value", "target", "keys"),
    [
        ("value: 7", "value: 6", set[str]()),
        ("value: 7", "about: 6, allowance: 1", {"‘about’"}),
        ("value: 7", "about: 6", set[str]()),  # no source says what it allows
        ("derived: a + 1", "value: 6", {"derived"}),
    ],
)
def test_the_key_names_what_is_drawn_and_nothing_else(
    value: str, target: str, keys: set[str]
) -> None:
    said = set(texts(draw(sheet(row("a", "value: 7", "value: 6"), row("b", value, target)))))
    assert {"target", "outturn"} <= said
    assert said & {"‘about’", "derived"} == keys


def test_rows_come_by_their_share_of_the_target_and_those_without_outturn_last() -> None:
    made = sheet(
        row("a", "value: 1", "at_least: 2", period="2023"),
        row("b", "value: 30", "value: 20"),  # half more
        row("c", "value: 3", "value: 1"),  # three times as much
        row("d", "value: 1", "value: -2"),  # one and a half above it
        row("e", "value: 90", "value: 100"),
    )
    assert [one.figure for one in draw(made).marks] == ["c", "d", "b", "e", "a"]


def test_rows_of_another_unit_leave_the_scale_of_the_first_alone() -> None:
    first = [row("a", "value: 7.3", "value: 7"), row("b", "value: 2", "value: 4")]
    other = row("c", "value: 90000", "value: 80000", "jobs")
    alone, both = draw(sheet(*first)), draw(sheet(*first, other))
    for drawing in (alone, both):
        ratio = middle(drawing, "aim:a") - middle(drawing, "aim:b")
        assert ratio > 50
    assert "Name c, on a scale of their own" in texts(both)
    assert not [one for one in texts(alone) if "scale" in one]


@pytest.mark.parametrize(
    ("key", "phrase"),
    [
        ("a", "Name a: target 7 %, outturn +7.3 %, 0.3 percentage points above, met"),
        ("b", "Name b: target at least 90 %, outturn not yet known, not yet known"),
        ("c", "derived"),
        ("d", "provisional"),
        ("e", "Name e: target not in this sheet, outturn 719 jobs"),
    ],
)
def test_the_ear_hears_target_outturn_distance_marks_and_verdict(key: str, phrase: str) -> None:
    made = sheet(
        row("a", "value: 7.3", "value: 7"),
        row("b", "value: 80", "at_least: 90", period="2023"),
        row("c", "derived: a - 8", "value: 4"),
        row("d", "value: 3, status: provisional", "value: 4"),
        row("e", "value: 719", "result: {text: all of it, met: true}", "jobs"),
    )
    assert phrase in heard(made, key)
    assert ("derived" in heard(made, key)) == (key == "c")
    assert ("provisional" in heard(made, key)) == (key == "d")
    assert [one.text for one in draw(made).marks if one.figure == key] == [
        row_phrase(made.indicators[key], verdict_of(made.indicators[key], aim), EN)
        for aim in made.indicators[key].targets
    ]


def test_a_target_without_value_has_no_tick_and_says_whose_verdict_it_is() -> None:
    made = sheet(
        row("a", "value: 719", "result: {text: 119 % of it, met: true}", "jobs"),
        row("b", "value: 80", "value: 90", "jobs"),
    )
    drawing = draw(made)
    assert [bool(tagged(drawing, f"aim:{key}")) for key in "ab"] == [False, True]
    assert not tagged(drawing, "distance:a")
    assert text_of(drawing, "target:a") == "not in this sheet"
    assert text_of(drawing, "difference:a") == "119 % of it, stated"


@pytest.mark.parametrize("width", [816, 700, 420])
def test_numbers_stand_in_the_row_of_their_marks(width: int) -> None:
    made = sheet(*(row(key, f"value: {at}", f"value: {aim}") for key, (at, aim) in VALUES.items()))
    drawing = draw(made, width=width)
    placed = placed_texts(drawing)
    for key in VALUES:
        (x, y), *_ = points(drawing, f"outturn:{key}")
        said = text_of(drawing, f"value:{key}")
        beside = [box for text, box in placed if text == said and box.y0 - 4 < y < box.y1 + 4]
        assert len(beside) == 1, key
        assert beside[0].x0 > x
        (mark,) = (one for one in drawing.marks if one.figure == key)
        assert mark.y < y < mark.y + mark.height
