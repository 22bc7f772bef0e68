"""Ranked bars of a breakdown: ranks, shares, values before, others, and the total."""

from itertools import pairwise

import msgspec
import pytest
from matplotlib.text import Text

from cqviewer.charts.contents import chart_facts
from cqviewer.charts.text import description, subtitle
from cqviewer.charts.theme import HIGH_CONTRAST_DARK
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording
from tests.charts import springfield
from tests.charts.sheets import chart, draw
from tests.charts.springfield import budget, of_parts, parts, row
from tests.charts.text_boxes import boxes, clashes, label, tagged, text_of, texts

YEAR = Period.parse("2024")
LIT = "budget.thriving_places"


def departments(total: str | None = "268.197", **said: object) -> Sheet:
    return of_parts("bars", budget(total=total), **{"highlight": (LIT,), "period": YEAR, **said})


def many(count: int, *, adds_up: bool = True, **said: object) -> Sheet:
    rows = {f"part_{at}": [row("2024", str(at + 1))] for at in range(count)}
    return of_parts("bars", parts("f", "F", "t", rows, adds_up=adds_up), **said)


def test_rows_are_ranked_and_measured_as_designed() -> None:
    drawing = draw(departments())
    bars = [boxes(drawing, f"bar:budget.{one}")[0] for one in springfield.BUDGET]
    assert [round(b[1] - a[1]) for a, b in pairwise(bars)] == [25] * 8
    assert all(bottom - top == 15 for _, top, _, bottom in bars)
    (left,) = {left for left, _, _, _ in bars}
    assert 276 <= left <= 290  # the designed 276, and what a bold name takes more
    assert [text for text in texts(drawing) if len(text) == 1] == list("123456789")
    assert clashes(drawing) == []


def test_the_highlighted_part_is_bold_on_a_tint_with_its_share() -> None:
    drawing = draw(departments())
    assert label(drawing, f"name:{LIT}").get_fontweight() == "bold"
    assert label(drawing, "name:budget.adult_services").get_fontweight() == "normal"
    assert len(tagged(drawing, "highlight")) == 1
    assert not tagged(draw(departments(), theme=HIGH_CONTRAST_DARK), "highlight")
    assert {"17.1\u202f%", "Share, derived", "2023", "42.898"} <= set(texts(drawing))


def test_the_total_has_no_bar_and_says_what_the_parts_make() -> None:
    drawing = draw(departments())
    assert not tagged(drawing, "bar:budget.all_departments")
    assert text_of(drawing, "value:budget.all_departments") == "268.197"
    assert text_of(drawing, "remark") == "stated; the parts add up to it"
    assert drawing.marks[-1].figure == "budget.all_departments"
    assert drawing.marks[-1].text.endswith(", stated in the source, the parts add up to it")
    assert drawing.marks[2].text == (
        "Budget: Thriving places, £45.850 million, 2024, stated in the source, 3 of 9 by size,"
        " 17.1\u202f% of the whole, derived, highlighted"
    )
    rounded = text_of(draw(departments("268.2")), "remark")
    assert rounded == "stated; the parts add up to 268.197: rounding"
    assert "no total is stated" in texts(draw(departments(None)))
    [section] = departments().sections
    alone = msgspec.structs.replace(section.charts[0], of=section.charts[0].of[:-1])
    section = msgspec.structs.replace(section, charts=(alone,))
    parts_alone = draw(msgspec.structs.replace(departments(), sections=(section,)))
    assert not tagged(parts_alone, "value:budget.all_departments")
    assert "no total is stated" not in texts(parts_alone)  # it is, and not in this chart
    rows = {one: [row("2024", value)] for one, value in {"a": "1", "b": "2"}.items()}
    loose = draw(of_parts("bars", parts("f", "F", "t", rows, adds_up=False)))
    assert "no total is stated" not in texts(loose)


def test_of_many_parts_the_first_ten_the_highlighted_and_a_sum_are_shown() -> None:
    drawing = draw(many(14, highlight=("f.part_1",)))
    assert len(drawing.marks) == 11
    assert text_of(drawing, "name:others") == "3 others, summed"
    assert text_of(drawing, "value:others") == "8"  # 4 + 3 + 1
    assert "derived" in texts(drawing)
    assert "13" in texts(drawing)  # the rank of the highlighted one


def test_what_does_not_add_up_is_not_summed() -> None:
    drawing = draw(many(14, adds_up=False))
    assert not tagged(drawing, "bar:others")
    assert "4 more not shown" in texts(drawing)
    assert "Share, derived" not in texts(drawing)
    assert len(draw(many(12, adds_up=False)).marks) == 12


def test_equal_values_share_a_rank_and_what_has_no_number_has_none() -> None:
    rows = {
        "a": [row("2024", "5")],
        "b": [row("2024", "5")],
        "c": [row("2024", "4")],
        "e": [row("2023", "7")],
    }
    sheet = of_parts("bars", parts("f", "F", "t", rows), period=YEAR)
    said = description(chart(sheet, "one-1"), sheet, Wording("en"))
    assert "A: 5 t, 2024, 1 of 3 by size" in said
    assert "B: 5 t, 2024, 1 of 3 by size" in said
    assert "C: 4 t, 2024, 3 of 3 by size" in said
    assert "E: not in this sheet, 2024" in said
    assert text_of(draw(sheet), "value:f.e") == "Not in this sheet"


def test_the_name_of_a_total_that_is_longer_than_those_of_its_parts_is_whole() -> None:
    rows = {key: [row("2024", "5")] for key in ("north", "south")}
    rows["all_regions_of_the_country"] = [row("2024", "10")]
    made = parts("f", "F", "t", rows, total="all_regions_of_the_country")
    drawing = draw(of_parts("bars", made), width=600)
    name = text_of(drawing, "name:f.all_regions_of_the_country")
    assert name == "All regions of the country"
    assert clashes(drawing) == []


def test_of_a_whole_below_zero_the_lowest_part_is_the_first() -> None:
    rows = {
        "a": [row("2024", "-3")],
        "b": [row("2024", "-60")],
        "c": [row("2024", missing="not_applicable")],
        "d": [row("2024", "-9")],
    }
    sheet = of_parts("bars", parts("f", "F", "t", rows), period=YEAR)
    drawing = draw(sheet)
    assert [one.figure for one in drawing.marks] == ["f.b", "f.d", "f.a", "f.c"]
    assert "B: −60 t, 2024, 1 of 3 by size" in description(
        chart(sheet, "one-1"), sheet, Wording("en")
    )
    assert (
        text_of(drawing, "value:f.c") == "Not applicable\xa0[z]"
    )  # at the left, where there is room
    assert clashes(drawing) == []
    loose = of_parts("bars", parts("f", "F", "t", rows, adds_up=False), period=YEAR)
    assert [one.figure for one in draw(loose).marks] == ["f.a", "f.d", "f.b", "f.c"]


@pytest.mark.parametrize(
    ("kind", "value", "ranks"),
    [
        ("below", "9", ()),
        ("below", "5", "1"),
        ("at most", "5", "1"),
        ("below", "5.1", ()),
        ("above", "3", ()),
        ("at least", "4", ()),
        ("above", "4", "3"),
        ("at least", "5", "3"),
        ("above", "5", "23"),
        ("below", "3", "12"),
    ],
)
def test_no_rank_is_claimed_that_a_bound_leaves_open(
    kind: str, value: str, ranks: tuple[str, ...]
) -> None:
    bound = {"kind": kind, "value": value}
    rows = {"a": [row("2024", "5")], "b": [row("2024", "4")], "c": [row("2024", bound=bound)]}
    sheet = of_parts("bars", parts("f", "F", "t", rows), period=YEAR)
    said = description(chart(sheet, "one-1"), sheet, Wording("en"))
    assert [one for one in "123" if f"{one} of 3 by size" in said] == list(ranks)
    assert said.count("rank not known, since a limit leaves it open") == 3 - len(ranks)
    assert said.startswith("Bar chart: A: 5 t, 2024, ")  # C may be the highest or the lowest
    assert [text for text in texts(draw(sheet)) if text in {*"123"}] == list(ranks)


def test_where_it_is_narrow_long_names_and_the_remark_take_lines_of_their_own() -> None:
    long = "Resources treasury management and all that goes with them"
    rows = {
        "adults": [row("2024", "67.668")],
        long.lower().replace(" ", "_"): [row("2024", "40.925")],
        "all": [row("2024", "108.593")],
    }
    made = parts("f", "F", "t", rows, total="all")
    drawing = draw(of_parts("bars", made), width=300)
    tag = f"name:{made[2][1].id}"
    lines = [one.get_text() for one in tagged(drawing, tag) if isinstance(one, Text)]
    assert " ".join(lines) == long
    assert len(lines) == 2
    said = [one.get_text() for one in tagged(drawing, "remark") if isinstance(one, Text)]
    assert " ".join(said) == "stated; the parts add up to it"
    assert clashes(drawing) == []


@pytest.mark.parametrize(("width", "lines"), [(520, 2), (600, 2), (816, 1)])
def test_a_long_name_beside_its_bar_takes_a_second_line(width: int, lines: int) -> None:
    names = ["adults", "resources_with_treasury_management", "all_that_the_council_has_said"]
    rows = {
        name: [row("2024", value)]
        for name, value in zip(names, ["67.668", "40.925", "108.593"], strict=True)
    }
    made = parts("f", "F", "t", rows, total=names[2])
    drawing = draw(of_parts("bars", made), width=width)
    counts = []
    for figure in made[2]:
        name = [one for one in tagged(drawing, f"name:{figure.id}") if isinstance(one, Text)]
        assert " ".join(one.get_text() for one in name) == Wording("en").short_name(figure)
        middle = sum(one.get_position()[1] for one in name) / len(name)
        value = label(drawing, f"value:{figure.id}").get_position()[1]
        assert middle == pytest.approx(value, abs=1)
        counts.append(len(name))
    assert counts[:2] == [1, lines]
    assert clashes(drawing) == []
    assert all(above.y + above.height <= below.y for above, below in pairwise(drawing.marks[:2]))


@pytest.mark.parametrize(
    ("width", "columns"),
    [(816, {"share", "earlier"}), (600, {"share"}), (500, set()), (300, set())],
)
def test_what_is_narrow_loses_the_value_before_then_the_share(
    width: int, columns: set[str]
) -> None:
    drawing = draw(departments(), width=width)
    assert {one for one in ("share", "earlier") if tagged(drawing, one)} == columns
    assert clashes(drawing) == []
    assert text_of(drawing, "value:budget.locality_boards") == "2.868"


def test_given_order_keeps_the_ranks_by_size() -> None:
    sheet = departments(sort="given")
    ids = chart_facts(chart(sheet, "one-1"), sheet)
    assert ids == [f"budget.{one}" for one in [*springfield.BUDGET, "all_departments"]]


def test_the_subtitle_names_what_is_broken_down() -> None:
    sheet = departments()
    line = subtitle(chart(sheet, "one-1"), sheet, Wording("en"), medium="screen")
    assert line == "Budget, £ million. 2024. Grey: the others."


def test_a_selected_row_is_tinted() -> None:
    (tint,) = boxes(draw(departments(), selected="budget.enabler_services"), "selection")
    assert (tint[0], tint[2]) == (-8, 824)
