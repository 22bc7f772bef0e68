"""Hairlines and cells are whole pixels of the screen, whatever its density."""

from itertools import groupby

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.style.look import Look
from cqviewer.ui.style.pixel_edges import Ruled, fill_on_pixels, frame_on_pixels

INK, PAPER = QColor("#000000"), QColor("#ffffff")


def picture(ratio: float) -> QImage:
    image = QImage(QSize(round(160 * ratio), round(80 * ratio)), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(PAPER)
    return image


def runs(colors: list[str]) -> list[int]:
    """Return the lengths of what is ink; anything between the two colours is a fault."""
    assert {*colors} <= {INK.name(), PAPER.name()}
    return [len(list(same)) for color, same in groupby(colors) if color == INK.name()]


@pytest.mark.parametrize(("ratio", "line"), [(1, 1), (1.25, 1), (1.5, 1), (1.75, 1), (2, 2)])
@pytest.mark.usefixtures("qapp")
def test_all_hairlines_are_equal_wherever_they_lie(ratio: float, line: int) -> None:
    image = picture(ratio)
    painter = QPainter(image)
    for y in range(1, 80, 7):
        fill_on_pixels(painter, QRectF(0, y, 160, 1), INK)
    painter.end()
    column = [image.pixelColor(9, y).name() for y in range(image.height())]
    assert runs(column) == [line] * 12


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 1.75, 2])
@pytest.mark.usefixtures("qapp")
def test_all_cells_of_a_row_are_equal_filled_or_hollow(ratio: float) -> None:
    image = picture(ratio)
    painter = QPainter(image)
    for number in range(12):
        fill_on_pixels(painter, QRectF(3 + 10 * number, 11, 8, 6), INK)
        frame_on_pixels(painter, QRectF(3 + 10 * number, 31, 8, 6), INK, PAPER)
    painter.end()
    filled, hollow = (
        runs([image.pixelColor(x, round(y * ratio)).name() for x in range(image.width())])
        for y in (14, 34)
    )
    assert len(filled) == 12
    assert len({*filled}) == 1
    assert hollow == [int(ratio)] * 24
    assert QGuiApplication.instance() is not None


@pytest.mark.parametrize(("left", "right"), [(0, 0), (8, 0), (4, 12)])
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.5])
def test_a_ruled_widget_has_a_hairline_above_all_but_its_ends(
    zoom: float, left: int, right: int, look: Look, qtbot: QtBot
) -> None:
    sized = Look(look.theme, zoom)
    ruled: QWidget = Ruled(sized, left, right)
    qtbot.addWidget(ruled)
    ruled.resize(300, 40)
    image, hair = ruled.grab().toImage(), sized.color("hair")
    lined = [x for x in range(300) if image.pixelColor(x, 0) == hair]
    assert lined == [*range(sized.px(left), 300 - sized.px(right))]
    assert not any(image.pixelColor(x, 1) == hair for x in range(300))
