"""A bar of 100 %: parts by size, labels within or below, and what cannot be shared out."""

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Patch

from cqviewer.charts.drawing import ChartError, Drawing
from cqviewer.charts.text import description, subtitle
from cqviewer.charts.theme import LIGHT
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import chart, draw
from tests.charts.springfield import FINANCE, budget, finance, of_parts, one_chart, parts, row
from tests.charts.text_boxes import boxes, clashes, tagged, text_of, texts


def color(drawing: Drawing, tag: str) -> str:
    (one,) = tagged(drawing, tag)
    assert isinstance(one, Patch)
    return to_hex(one.get_facecolor()).upper()


def test_parts_are_as_wide_as_their_shares_the_largest_first() -> None:
    drawing = draw(of_parts("stacked", finance()))
    placed = [boxes(drawing, f"part:finance.{one}")[0] for one in FINANCE]
    widths = [right - left for left, _, right, _ in placed]
    total = sum(float(one) for one in FINANCE.values())
    assert widths == pytest.approx([806 * float(one) / total for one in FINANCE.values()])
    assert placed[-1][2] == pytest.approx(816)
    assert all(bottom - top == 45 for _, top, _, bottom in placed)
    assert [one.figure for one in drawing.marks][:6] == [f"finance.{one}" for one in FINANCE]


def test_a_label_stands_in_its_part_or_below_on_a_leader() -> None:
    drawing = draw(of_parts("stacked", finance()))
    assert text_of(drawing, "share:finance.council_tax") == "60.1\u202f%"
    assert text_of(drawing, "value:finance.council_tax") == "163.663"
    assert len(tagged(drawing, "leader")) == 4
    assert clashes(drawing) == []


def test_the_highlighted_part_has_the_accent_and_the_others_are_grey() -> None:
    drawing = draw(of_parts("stacked", finance(), highlight=("finance.council_tax",)))
    assert color(drawing, "part:finance.council_tax") == LIGHT.accent
    assert color(drawing, "part:finance.business_rates") == LIGHT.rest
    plain = draw(of_parts("stacked", finance()))
    assert color(plain, "part:finance.business_rates") == LIGHT.accent


def test_narrow_labels_are_a_list_with_swatches() -> None:
    drawing = draw(of_parts("stacked", finance()), width=400)
    assert len(tagged(drawing, "swatch")) == 6
    assert not tagged(drawing, "leader")
    assert clashes(drawing) == []


def test_more_than_six_parts_end_in_the_others() -> None:
    drawing = draw(of_parts("stacked", budget(), highlight=("budget.locality_boards",)))
    assert len(tagged(drawing, "part:")) == 6
    assert text_of(drawing, "name:others") == "4 others, summed"
    assert tagged(drawing, "part:budget.locality_boards")


def test_the_total_is_no_part_but_is_described() -> None:
    sheet = of_parts("stacked", budget())
    drawing = draw(sheet)
    assert not tagged(drawing, "part:budget.all_departments")
    one = chart(sheet, "one-1")
    said = description(one, sheet, Wording("en"))
    assert said.startswith("Stacked bar: Adult services: £67.668 million, 2024, 25.2\u202f% of the")
    assert said.endswith("All departments: £268.197 million, 2024.")
    line = subtitle(one, sheet, Wording("en"), medium="print")
    assert line == "Budget: shares of £268.197 million, derived. 2024."


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"general_grants": "-3"}, "General grants is negative"),
        ({"general_grants": None}, "General grants has no value"),
    ],
)
def test_what_no_bar_can_hold_is_said(changes: dict[str, str | None], reason: str) -> None:
    with pytest.raises(ChartError, match=reason):
        draw(of_parts("stacked", finance(**changes)))


def test_what_makes_no_whole_is_not_drawn() -> None:
    rows = {"a": [row("2024", "1")], "b": [row("2024", "2")], "c": [row("2024", "9")]}
    with pytest.raises(ChartError, match="not the parts of one whole"):
        draw(of_parts("stacked", parts("f", "F", "t", rows, adds_up=False)))
    with pytest.raises(ChartError, match="do not make the stated total"):
        draw(of_parts("stacked", parts("f", "F", "t", rows, total="c")))
    made = parts("f", "F", "t", rows)
    with pytest.raises(ChartError, match="Not all parts"):
        draw(one_chart("stacked", of=(made[0], made[1], made[2][:2])))


def test_the_selected_part_is_underlined_and_named_in_bold() -> None:
    drawing = draw(of_parts("stacked", finance()), selected="finance.council_tax")
    assert len(boxes(drawing, "selection")) == 1
    assert "Council tax" in texts(drawing)
