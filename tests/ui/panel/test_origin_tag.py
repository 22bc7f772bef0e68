"""The tag that says whose a value is, by its frame and dot too; and a target with its stroke."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import DARK, LIGHT, theme_for
from cqviewer.model.facts import Status
from cqviewer.ui.panel.origin_tag import OriginTag, TargetText
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
THEMES = (LIGHT, DARK, theme_for(is_dark=False, is_high_contrast=True))


def picture(status: Status, look: Look, qtbot: QtBot) -> QImage:
    tag = OriginTag("Stated in the source", look, status)
    qtbot.addWidget(tag)
    tag.resize(tag.sizeHint())
    tag.show()
    return tag.grab().toImage()


def dot(image: QImage, look: Look) -> str:
    return image.pixelColor(look.px(13), image.height() // 2).name()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("zoom", [1.0, 2.5])
def test_a_stated_value_has_a_disc_a_derived_one_a_ring(
    zoom: float, theme: object, qtbot: QtBot
) -> None:
    look = Look(theme, zoom)  # type: ignore[arg-type]
    accent = look.color("accent").name()
    assert dot(picture("stated", look, qtbot), look) == accent
    derived = picture("derived", look, qtbot)
    assert dot(derived, look) != accent
    around = range(look.px(13) - look.px(6), look.px(13))
    page = derived.pixelColor(look.px(13), derived.height() // 2)
    ring = [x for x in around if derived.pixelColor(x, derived.height() // 2) != page]
    assert 2 <= len(ring) <= 4, "a ring around it"


@pytest.mark.parametrize("status", ["not stated", "missing"])
def test_where_there_is_no_value_there_is_no_dot_and_less_room_before_the_words(
    status: Status, look: Look, qtbot: QtBot
) -> None:
    without, stated = picture(status, look, qtbot), picture("stated", look, qtbot)
    assert stated.width() - without.width() == 13
    assert dot(without, look) != look.color("accent").name()


def test_a_derived_value_has_a_dashed_frame(look: Look, qtbot: QtBot) -> None:
    def colors_of_edge(status: Status) -> set[str]:
        image = picture(status, look, qtbot)
        middle = range(image.width() // 3, 2 * image.width() // 3)
        return {image.pixelColor(x, 0).name() for x in middle}

    assert colors_of_edge("stated") == {look.color("line").name()}
    assert len(colors_of_edge("derived")) > 1, "between the dashes is the ground"


def test_a_target_stands_after_its_stroke(look: Look, qtbot: QtBot) -> None:
    text = TargetText("at least 75 % by 2030", look)
    qtbot.addWidget(text)
    text.resize(300, text.sizeHint().height())
    text.show()
    image = text.grab().toImage()
    ink = look.color("ink").name()
    middle = round(look.line_height("body") / 2)
    assert [x for x in range(8) if image.pixelColor(x, middle).name() == ink] == [2, 3]
    assert [one.text() for one in text.findChildren(TextBlock)] == ["at least 75 % by 2030"]
