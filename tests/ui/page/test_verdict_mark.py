"""The marks of targets and verdicts: whose a verdict is can be seen without colour."""

from decimal import Decimal

import msgspec
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from cqviewer.load import load_sheet
from cqviewer.model.judging.verdict import Verdict, verdicts
from cqviewer.paths import data_folder
from cqviewer.ui.page.verdict_mark import paint_tick, paint_verdict_mark
from cqviewer.ui.style.look import Look

SIZE = 40


@pytest.fixture(scope="module")
def judged(qapp: QApplication) -> list[Verdict]:
    """Return the verdicts of the bundled sheet with targets."""
    assert qapp is not None
    sheet = load_sheet(data_folder() / "chongqing-targets.yaml")
    return [one for figure in sheet.indicators.values() for one in verdicts(figure)]


def inked(verdict: Verdict, look: Look) -> set[tuple[int, int]]:
    """Return the pixels that the mark covers."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(look.color("page"))
    painter = QPainter(image)
    paint_verdict_mark(painter, (SIZE / 2, SIZE / 2), verdict, look)
    painter.end()
    page = look.color("page").rgb()
    every = ((x, y) for x in range(SIZE) for y in range(SIZE))
    return {(x, y) for x, y in every if image.pixel(x, y) != page}


def test_a_verdict_of_the_source_is_a_disc_and_one_of_ours_a_ring(
    judged: list[Verdict], look: Look
) -> None:
    stated = next(one for one in judged if one.is_stated)
    ours = next(one for one in judged if not one.is_stated and one.difference is not None)
    middle = (SIZE // 2, SIZE // 2)
    assert middle in inked(stated, look)
    assert middle not in inked(ours, look)
    assert inked(ours, look)


def test_where_there_is_neither_verdict_nor_difference_there_is_no_mark(
    judged: list[Verdict], look: Look
) -> None:
    ours = next(one for one in judged if not one.is_stated)
    none = msgspec.structs.replace(ours, outcome="none", difference=None)
    with_difference = msgspec.structs.replace(none, difference=Decimal(1))
    assert inked(with_difference, look)
    if not none.is_known:
        assert inked(none, look) == set()


@pytest.mark.parametrize("zoom", [1.0, 2.5])
def test_a_target_is_a_stroke_around_its_middle(zoom: float, look: Look) -> None:
    look = Look(look.theme, zoom)
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(look.color("page"))
    painter = QPainter(image)
    paint_tick(painter, 10, 20, look)
    painter.end()
    ink = look.color("ink").rgb()
    rows = [y for y in range(SIZE) if image.pixel(10, y) == ink]
    columns = [x for x in range(SIZE) if image.pixel(x, 20) == ink]
    assert (rows[0] + rows[-1] + 1) / 2 == 20
    assert len(rows) == look.px(12)
    assert columns == [*range(10, 10 + look.px(2))]
