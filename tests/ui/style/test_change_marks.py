"""Marks of changes: each has a shape of its own, at each zoom and in each theme."""

from itertools import combinations
from typing import get_args

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible, QImage, QPainter
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import DARK, LIGHT, theme_for
from cqviewer.model.reporting.edition_rows import Mark
from cqviewer.ui.style.change_marks import SIZE, ChangeMark, Struck, paint_change_mark
from cqviewer.ui.style.look import Look
from tests.ui.conftest import name_of

MARKS: tuple[Mark, ...] = get_args(Mark)
THEMES = (LIGHT, DARK, theme_for(is_dark=False, is_high_contrast=True))
Shape = frozenset[tuple[int, int]]


def shape(mark: Mark, look: Look) -> Shape:
    """Return the pixels that a mark covers, whatever their colours."""
    side = look.px(3 * SIZE)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(look.color("page"))
    painter = QPainter(image)
    paint_change_mark(painter, mark, QPointF(side / 2, side / 2), look)
    painter.end()
    page = look.color("page").rgb()
    every = ((x, y) for x in range(side) for y in range(side))
    return frozenset((x, y) for x, y in every if image.pixel(x, y) != page)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.5])
def test_each_mark_is_told_from_the_others_by_its_shape(
    zoom: float, theme: object, qtbot: QtBot
) -> None:
    assert qtbot is not None
    look = Look(theme, zoom)  # type: ignore[arg-type]
    shapes = {mark: shape(mark, look) for mark in MARKS}
    assert all(shapes.values())
    alike = [
        (one, other)
        for one, other in combinations(MARKS, 2)
        if len(shapes[one] ^ shapes[other]) < 0.3 * len(shapes[one] | shapes[other])
    ]
    assert alike == []


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_keeps_to_its_square(mark: Mark, look: Look) -> None:
    middle, half = 3 * SIZE / 2, SIZE / 2
    outside = [
        place
        for place in shape(mark, look)
        if max(abs(place[0] + 0.5 - middle), abs(place[1] + 0.5 - middle)) > half + 1
    ]
    assert outside == []


def test_a_mark_stands_in_the_middle_of_its_line(look: Look, qtbot: QtBot) -> None:
    mark = ChangeMark("revised", look, 20)
    qtbot.addWidget(mark)
    assert (mark.sizeHint().width(), mark.sizeHint().height()) == (SIZE, 20)
    mark.resize(mark.sizeHint())
    image = mark.grab().toImage()
    accent = look.color("accent").name()
    rows = [y for y in range(20) if image.pixelColor(SIZE // 2, y).name() == accent]
    assert rows
    assert abs((rows[0] + rows[-1]) / 2 - 9.5) <= 1


def test_an_old_value_is_struck_through_and_said_to_be_old(look: Look, qtbot: QtBot) -> None:
    struck = Struck("12.3 %", look)
    qtbot.addWidget(struck)
    struck.spoken = "was 12.3 %"
    struck.resize(struck.sizeHint())
    node = QAccessible.queryAccessibleInterface(struck)
    assert name_of(node) == "was 12.3 %"
    image = struck.grab().toImage()
    ground = image.pixelColor(0, 0)
    inked = [
        sum(image.pixelColor(x, y) != ground for x in range(image.width()))
        for y in range(image.height())
    ]
    assert max(inked) >= struck.sizeHint().width() - 6, "a line all through it"
