"""The key below a chart: letters with words, then footnotes numbered in reading order."""

import msgspec
import pytest
from matplotlib.patches import Patch

from cqviewer.charts.drawing import Drawing
from cqviewer.charts.text import description
from cqviewer.charts.words import footnote_number, footnotes, signs
from cqviewer.model.wording.wording import Wording
from tests.charts import springfield
from tests.charts.sheets import charts, draw
from tests.charts.springfield import figure, one_chart, row
from tests.charts.text_boxes import placed_texts, tagged, text_of

EN = Wording("en")


def test_equal_notes_share_a_number() -> None:
    rows = [row("2022", "1", note="A."), row("2023", "2", note="B."), row("2024", "3", note="A.")]
    notes = footnotes(rows, EN)
    assert notes == ("A.", "B.")
    assert [signs(one, notes, EN) for one in rows] == ["¹", "²", "¹"]
    assert footnote_number(12) == "¹²"


def test_a_chart_without_marks_or_notes_has_no_key() -> None:
    rows = [row("2023", "1"), row("2024", "2")]
    drawing = draw(one_chart("line", figure("f", "F", "t", rows)))
    assert not tagged(drawing, "key")


def test_the_key_is_in_the_language_of_the_chart_and_inside_the_picture() -> None:
    drawing = draw(one_chart("line", springfield.survey()), language="zh", width=300)
    assert "[c] 保密未公布" in text_of(drawing, "key")
    lowest = max(box.y1 for _, box in placed_texts(drawing))
    assert drawing.height - 20 < lowest < drawing.height


def test_who_hears_a_chart_hears_its_notes() -> None:
    sheet = one_chart("bars", *springfield.lead())
    said = description(charts(sheet)[0], sheet, EN)
    assert "East: suppressed, One plant, 2024; Island: not applicable, 2024." in said
    assert "Harbour: 1.4 µg/l, revised, 2024" in said


def test_only_what_is_drawn_is_explained() -> None:
    rows = [row("2022", "1", marks=("estimated",)), row("2023", "2"), row("2024", "3")]
    sheet = one_chart("line", figure("f", "F", "t", rows), last=2)
    assert not tagged(draw(sheet), "key")


def test_a_provisional_point_has_its_sample_before_its_word() -> None:
    marks = ("provisional", "low_reliability")
    rows = [row("2023", "1", marks=("break",)), row("2024", "2", marks=marks)]
    drawing = draw(one_chart("line", figure("f", "F", "t", rows)))
    (sample,) = tagged(drawing, "sample:provisional")
    boxes = {text: box for text, box in placed_texts(drawing) if text.startswith("[")}
    (word,) = (box for text, box in boxes.items() if text.startswith("[p] "))
    (x,), (y,) = sample.get_data()  # type: ignore[attr-defined]
    assert word.x0 - 20 < x < word.x0
    assert word.y0 < y < word.y1
    assert sample.get_fillstyle() == "bottom"  # type: ignore[attr-defined]


def test_bars_have_no_sample_since_they_draw_no_half() -> None:
    rows = [row("2024", "2", marks=("provisional",))]
    drawing = draw(one_chart("bars", figure("f", "F", "t", rows)))
    assert text_of(drawing, "key") == "[p] provisional"
    assert not tagged(drawing, "sample:")


def test_a_narrow_key_goes_on_below_and_never_over_the_edge() -> None:
    marks = ("provisional", "low_reliability", "estimated", "definition_differs")
    rows = [row("2023", "1"), row("2024", "2", marks=marks)]
    drawing = draw(one_chart("line", figure("f", "F", "t", rows)), width=240)
    boxes = [box for text, box in placed_texts(drawing) if text.startswith("[") and " " in text]
    assert len(boxes) >= 4
    assert max(box.x1 for box in boxes) <= drawing.width
    assert len({round(box.y0) for box in boxes}) > 1


def _samples(drawing: Drawing) -> list[str]:
    """Return the kinds of samples in the key, from left to right."""
    return list(dict.fromkeys(str(one.get_gid()) for one in tagged(drawing, "sample:")))


def test_an_interval_stands_in_the_key_as_it_is_drawn() -> None:
    rows = springfield.survey().observations
    both = draw(one_chart("line", springfield.survey()))
    assert _samples(both) == ["sample:provisional", "sample:band"]
    assert text_of(both, "key").count("95 % confidence interval") == 1
    columns = draw(one_chart("columns", springfield.survey()))
    assert _samples(columns) == ["sample:whisker"]
    plain = [msgspec.structs.replace(one, low=None, high=None) for one in rows]
    without = draw(one_chart("line", figure("f", "F", "%", plain, interval="Interval")))
    assert "Interval" not in text_of(without, "key")


@pytest.mark.parametrize(("kind", "sample"), [("line", "cap"), ("columns", "bound")])
def test_a_bound_and_a_break_have_the_sample_of_what_the_chart_draws(
    kind: str, sample: str
) -> None:
    below = {"kind": "below", "value": "0.25"}
    rows = [
        row("2021", "2"),
        row("2022", "3"),
        row("2023", "1", marks=("break",)),
        row("2024", bound=below),
    ]
    drawing = draw(one_chart(kind, figure("f", "F", "t", rows)))
    assert _samples(drawing) == ["sample:break", f"sample:{sample}"]
    assert text_of(drawing, "key") == "[b] break in the series only this limit is known"
    is_filled = [isinstance(one, Patch) for one in tagged(drawing, f"sample:{sample}")]
    assert any(is_filled) == (sample == "bound")


def test_the_key_of_every_language_says_what_a_bound_is() -> None:
    rows = [row("2023", "1"), row("2024", bound={"kind": "above", "value": "5"})]
    drawing = draw(one_chart("bars", figure("f", "F", "t", rows)), language="zh")
    assert text_of(drawing, "key") == "仅知此界限"
