"""Places in broken lines: where they are, which is nearest, and which comes next."""

from PySide6.QtCore import QPointF

from cqviewer.ui.style.lines import Lines
from cqviewer.ui.style.look import Look

TEXT = "Exports grew by 2.8 % in a year that the source does not state."


def broken(look: Look, text: str = TEXT, most: int = 0) -> Lines:
    """Break a text into lines of 120 px."""
    return Lines(text, look.font("body"), 20, 120, most)


def test_each_place_is_nearest_to_where_its_caret_stands(look: Look) -> None:
    lines = broken(look)
    assert lines.count > 2
    for place in range(lines.end):
        box = lines.caret_box(place)
        assert lines.place_at(box.center()) == place
    assert lines.place_at(QPointF(9999, 9999)) == lines.end == len(TEXT)
    assert lines.place_at(QPointF(-5, -5)) == 0


def test_words_are_found_without_the_spaces_after_them(look: Look) -> None:
    start, end = broken(look).word_at(10)
    assert TEXT[start:end] == "grew"


def test_steps_end_at_the_text_and_lines_lead_on(look: Look) -> None:
    lines = broken(look)
    assert lines.stepped(0, "previous") == 0
    assert lines.stepped(lines.end, "next") == lines.end
    assert lines.stepped(0, "next word") == TEXT.index("grew")
    assert lines.stepped(0, "above") is None
    assert lines.stepped(lines.end, "below") is None
    below = lines.stepped(0, "below")
    assert below is not None
    assert lines.caret_box(below).top() == 20
    end = lines.stepped(below, "line end")
    assert end is not None
    assert lines.caret_box(end).top() == 20
    assert lines.stepped(end, "line start") == below


def test_places_end_before_a_line_that_is_cut(look: Look) -> None:
    lines = broken(look, most=2)
    assert lines.is_elided
    assert 0 < lines.end < len(TEXT)
    assert lines.place_at(QPointF(9999, 9999)) < len(TEXT)


def test_an_empty_text_has_one_place(look: Look) -> None:
    lines = broken(look, "")
    assert lines.place_at(QPointF(50, 10)) == lines.end == 0
    assert lines.word_at(0) == (0, 0)
