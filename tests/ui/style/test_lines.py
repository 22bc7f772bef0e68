"""Places in broken lines: where they are, which is nearest, and which comes next."""

from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from cqviewer.charts.glyphs import kept_together
from cqviewer.ui.style.lines import CUT, Lines, WholeNumbers, Wrapped, slice_units, units
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
    assert lines.elided
    assert 0 < lines.end < len(TEXT)
    assert lines.place_at(QPointF(9999, 9999)) < len(TEXT)


@pytest.mark.parametrize("item", ["Kyrgyz Republic", "Batken oblast"])
def test_names_that_begin_alike_keep_their_ends(look: Look, item: str) -> None:
    name = f"1.1.1 Proportion of population living below the poverty line: {item}"
    font = look.font("body")
    kept, cut = (Lines(name, font, 20, 160, 3, keeps_end=one) for one in (True, False))
    assert kept.elided.startswith("…")
    assert kept.elided.endswith(item)
    assert cut.elided.endswith("…")
    assert kept.count == cut.count == 3
    assert Lines(item, font, 20, 160, 3, keeps_end=True).elided == ""


def test_an_empty_text_has_one_place(look: Look) -> None:
    lines = broken(look, "")
    assert lines.place_at(QPointF(50, 10)) == lines.end == 0
    assert lines.word_at(0) == (0, 0)


@given(text=st.text(max_size=30), data=st.data())
def test_a_text_is_cut_where_qt_counts_and_put_together_again(
    text: str, data: st.DataObject
) -> None:
    places = [units(text[:at]) for at in range(len(text) + 1)]
    start, end = sorted(data.draw(st.tuples(*[st.sampled_from(range(len(places)))] * 2)))
    assert slice_units(text, places[start], places[end]) == text[start:end]
    assert slice_units(text, 0, places[end]) + slice_units(text, places[end]) == text


def test_emoji_count_twice_and_halves_of_one_do_no_harm() -> None:
    assert units("a\U0001f6a2b") == 4
    assert slice_units("a\U0001f6a2b", 1, 3) == "\U0001f6a2"
    assert slice_units("a\U0001f6a2b", 2) == "\ufffdb"
    assert units("\ud83d") == 1


@given(text=st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_text_keeps_its_lines_from_being_broken(qapp: QApplication, text: str) -> None:
    lines = Lines(text, qapp.font(), 20, 90, 2)
    assert lines.count <= 2
    assert lines.height == 20 * lines.count
    assert 0 <= lines.end <= units(kept_together(text))
    assert lines.elided or lines.width <= 90 + 20, "but a letter alone may be wider"


def test_a_text_is_broken_for_each_width_and_high_as_its_lines(look: Look) -> None:
    wrapped = Wrapped(TEXT, look.font("body"), 20)
    widths = [60, 120, 240, 480, 960]
    heights = [wrapped.height(width) for width in widths]
    assert heights == sorted(heights, reverse=True)
    assert heights[-1] == 20
    assert heights[1] == wrapped.broken(120).height
    assert Wrapped("", look.font("body"), 20).height(100) == 20, "an empty line has its height"


def test_the_words_of_a_query_stand_on_a_ground_of_their_own(look: Look) -> None:
    lines = broken(look, "Exports and imports of Chongqing")
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(look.color("page"))
    painter = QPainter(image)
    lines.paint_found(painter, 0, 0, "imports", look)
    painter.end()
    tint, accent = (look.color(token).rgb() for token in ("tint", "accent"))
    found = {
        (x, y): image.pixel(x, y)
        for x in range(200)
        for y in range(60)
        if image.pixel(x, y) in (tint, accent)
    }
    start = lines.caret_box("Exports and ".__len__())
    assert min(x for x, _ in found) == round(start.left())
    assert {y // 20 for _, y in found} == {round(start.top()) // 20}, "in its line alone"
    assert accent in found.values(), "not by the ground alone"


WORDS = st.lists(st.sampled_from(["Exports", "2.8", "%", "重庆", "of", "😀", "a-b"]), min_size=1)


@given(words=WORDS, width=st.integers(20, 400))
def test_a_walk_by_letters_meets_each_line_and_ends_with_the_text(
    qapp: QApplication, words: list[str], width: int
) -> None:
    text = " ".join(words)
    lines = Lines(text, qapp.font(), 20, width)
    place, tops = 0, [lines.caret_box(0).top()]
    while place < lines.end:
        following = lines.stepped(place, "next")
        assert following is not None
        assert lines.stepped(following, "previous") == place
        place = following
        tops.append(lines.caret_box(place).top())
    assert lines.end == units(kept_together(text))
    assert tops == sorted(tops)
    assert {*tops} == {20.0 * number for number in range(lines.count)}


@given(words=WORDS, width=st.integers(20, 400))
def test_down_and_up_lead_from_line_to_line(
    qapp: QApplication, words: list[str], width: int
) -> None:
    lines = Lines(" ".join(words), qapp.font(), 20, width)
    place: int | None = 0
    walked = [0]
    while (place := lines.stepped(walked[-1], "below")) is not None:
        walked.append(place)
    assert len(walked) == lines.count
    for number, place in enumerate(walked):
        assert lines.caret_box(place).top() == 20 * number
    while (place := lines.stepped(walked[-1], "above")) is not None:
        walked.append(place)
    assert len(walked) == 2 * lines.count - 1


@given(words=WORDS, most=st.integers(1, 4))
def test_no_more_lines_than_asked_for_and_dots_where_there_would_be(
    qapp: QApplication, words: list[str], most: int
) -> None:
    wrapped = Wrapped(" ".join(words), qapp.font(), 20, most)
    whole = Wrapped(" ".join(words), qapp.font(), 20)
    for width in (60, 120, 240, 60):
        lines, every = wrapped.broken(width), whole.broken(width)
        assert lines.count == min(most, every.count)
        assert bool(lines.elided) == (every.count > most)
        assert lines.elided == "" or lines.elided.endswith("…")
        assert wrapped.height(width) == 20 * lines.count


def test_lines_are_broken_once_for_a_width(look: Look) -> None:
    wrapped = Wrapped(TEXT, look.font("body"), 20)
    assert wrapped.broken(120) is wrapped.broken(120)
    assert wrapped.broken(90) is not wrapped.broken(120)
    assert wrapped.unbroken.count == 1


@pytest.mark.parametrize("side", [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight])
def test_of_a_number_no_part_is_shown_alone(side: Qt.AlignmentFlag, qtbot: QtBot) -> None:
    view, model = QTableView(), QStandardItemModel(1, 9)
    qtbot.addWidget(view)
    for column in range(9):
        cell = QStandardItem("name" if column == 1 else f"{column}1,184.25")
        cell.setTextAlignment(side)
        model.setItem(0, column, cell)
    view.setModel(model)
    view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    cells = WholeNumbers(view)
    view.setItemDelegate(cells)
    view.resize(350, 120)
    view.show()
    room, cut, whole = view.viewport().rect(), [], []
    for by in (0, 3, 50, 97, 150, view.horizontalScrollBar().maximum()):
        view.horizontalScrollBar().setValue(by)
        for column in range(9):
            at, option = model.index(0, column), QStyleOptionViewItem()
            option.rect = box = view.visualRect(at)
            cells.initStyleOption(option, at)
            wide = option.fontMetrics.horizontalAdvance(str(at.data()))
            left = box.left() if side == Qt.AlignmentFlag.AlignLeft else box.right() - wide
            is_seen = room.left() <= left + 8 and left + wide - 8 <= room.right()
            if room.contains(box) or column == 1:
                whole.append((option.text, at.data()))
            elif not is_seen and box.intersects(room):
                cut.append((option.text, room.contains(option.rect)))
    assert len(whole) > 6
    assert all(shown == text for shown, text in whole)
    assert len(cut) > 3
    assert set(cut) == {(CUT, True)}


def test_lines_are_shared_by_all_that_show_the_same_text_alike(look: Look) -> None:
    one, other = (Wrapped(TEXT, look.font("body"), 20) for _ in range(2))
    assert one.broken(120) is other.broken(120)
    assert one.unbroken is other.unbroken
    bold = Wrapped(TEXT, look.font("body", "bold"), 20)
    higher, shorter = Wrapped(TEXT, look.font("body"), 21), Wrapped(TEXT, look.font("body"), 20, 1)
    from_end = Wrapped(TEXT, look.font("body"), 20, 1, keeps_end=True)
    apart = [each.broken(120) for each in (one, bold, higher, shorter, from_end)]
    assert len({id(each) for each in (*apart, one.broken(121))}) == 6


def test_lines_go_with_the_last_text_that_shows_them_and_few_widths_are_kept(look: Look) -> None:
    wrapped = Wrapped("lines that none other shows", look.font("body"), 20)
    seen = [ref(wrapped.broken(100 + width)) for width in range(50)]
    kept = [one for one in seen if one() is not None]
    assert kept == seen[-len(kept) :], "the latest"
    assert 1 < len(kept) < 10
    del wrapped
    assert not any(one() for one in kept)
