"""The period strip: a cell for each month, filled where the period covers it."""

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import DARK, LIGHT
from cqviewer.model.numbers.period import Period
from cqviewer.ui.page.strip import CELL, GAP, HEIGHT, MONTHS, PeriodStrip, has_strip, paint_strip
from cqviewer.ui.style.look import Look


def cells(text: str, look: Look) -> str:
    """Return what the middle of each cell is: covered, plain, or inside (of a frame)."""
    image = QImage(look.px(MONTHS * (CELL + GAP)), look.px(HEIGHT), QImage.Format.Format_RGB32)
    image.fill(look.color("page"))
    painter = QPainter(image)
    paint_strip(painter, 0, 0, Period.parse(text), look)
    painter.end()
    names = {look.color("ink2").name(): "c", look.color("hair").name(): "p"}
    names[look.color("page").name()] = "i"
    across = (look.px(CELL) + look.px(GAP), look.px(CELL) // 2)
    return "".join(
        names[image.pixelColor(month * across[0] + across[1], look.px(HEIGHT) // 2).name()]
        for month in range(MONTHS)
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.5])
@pytest.mark.parametrize(
    ("period", "wanted"),
    [
        ("2024", "c" * 12),
        ("2024-Q2", "pppcccpppppp"),
        ("2024-H1", "ccccccpppppp"),
        ("2024-11", "ppppppppppcp"),
        ("2024-01/2024-09", "cccccccccppp"),
        ("not stated", "i" * 12),
    ],
)
def test_months_that_the_period_covers_are_filled(
    period: str, wanted: str, zoom: float, theme: object, qtbot: QtBot
) -> None:
    assert qtbot is not None
    assert cells(period, Look(theme, zoom)) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize("period", ["2020/2024", "2024-W12", "2024-03-05"])
def test_what_twelve_months_cannot_show_has_no_strip(period: str) -> None:
    assert not has_strip(Period.parse(period))


def test_the_strip_keeps_away_from_the_words_above(look: Look, qtbot: QtBot) -> None:
    strip = PeriodStrip(Period.parse("2024"), look, "panel")
    qtbot.addWidget(strip)
    strip.resize(strip.sizeHint())
    image = strip.grab().toImage()
    covered = [y for y in range(image.height()) if image.pixelColor(2, y) == look.color("ink2")]
    assert covered == [*range(4, 4 + HEIGHT)]
