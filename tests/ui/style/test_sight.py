"""What lies below the view is scrolled to; of what is taller than the view, the beginning."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.style.sight import bring_into_sight, in_reading_order


@pytest.mark.parametrize("height", [40, 900])
def test_a_part_is_brought_into_sight(height: int, qtbot: QtBot) -> None:
    area, body = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    part = QWidget(body)
    body.setFixedSize(200, 3000)
    part.setGeometry(0, 1500, 100, height)
    area.setWidget(body)
    area.resize(220, 300)
    area.show()
    bring_into_sight(part)
    top = part.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert top == 0 if height > 300 else 0 <= top <= 300 - height


def test_reading_order_goes_by_lines(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    places = {"second": (90, 2), "third": (0, 60), "first": (0, 0)}
    for name, (x, y) in places.items():
        child = QWidget(parent)
        child.setObjectName(name)
        child.setGeometry(x, y, 50, 20)
    parent.show()
    assert [one.objectName() for one in in_reading_order(parent)] == ["first", "second", "third"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 300)] * 2, st.integers(1, 60)), max_size=8))
def test_reading_order_leaves_no_part_out(
    qapp: QApplication, places: list[tuple[int, int, int]]
) -> None:
    assert qapp is not None
    parent = QWidget()
    children = []
    for x, y, high in places:
        child = QWidget(parent)
        child.setGeometry(x, y, 40, high)
        children.append(child)
    parent.show()
    order = in_reading_order(parent)
    assert len(order) == len(children)
    assert {*map(id, order)} == {*map(id, children)}
    tops = [one.y() for one in order]
    assert all(later >= top - 60 for top, later in pairwise(tops)), "lines come from the top"
    parent.close()
