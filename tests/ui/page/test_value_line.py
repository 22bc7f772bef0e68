"""How a value is fitted into a card."""

from decimal import Decimal

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from cqviewer.load import load_sheet
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from cqviewer.ui.page.value_line import ValueLine
from cqviewer.ui.style.look import Look

ROOM = 150.0


def of_unit(sheet: Sheet, unit: str, value: str) -> Indicator:
    one = sheet.indicators["jobs"]
    seen = msgspec.structs.replace(one.latest, value=Decimal(value))
    return msgspec.structs.replace(one, name="Quays", unit=Unit.parse(unit), observations=(seen,))


def line(one: Indicator, look: Look, room: float = ROOM) -> ValueLine:
    return ValueLine(one, Wording("en"), look, room)


def test_a_value_that_fits_is_shown_whole(sheet: Sheet, look: Look) -> None:
    shown = line(sheet.indicators["retail"], look)
    assert shown.parts.text == Wording("en").parts(sheet.indicators["retail"]).text
    assert shown.width <= ROOM


@pytest.mark.parametrize("unit", ["thousand containers", "square kilometres of forest"])
def test_a_long_unit_is_cut_and_the_number_stays_whole(unit: str, sheet: Sheet, look: Look) -> None:
    shown = line(of_unit(sheet, unit, "502.3"), look)
    assert shown.parts.number == "502.3"
    assert shown.parts.unit.endswith("…")
    assert shown.width <= ROOM


def test_a_long_number_keeps_its_digits(sheet: Sheet, look: Look) -> None:
    shown = line(of_unit(sheet, "things", "123456789012"), look)
    assert shown.parts.number == "123,456,789,012"
    assert shown.width <= ROOM


@pytest.mark.parametrize("unit", ["things", "%"])
@pytest.mark.parametrize(("value", "room"), [("99999999999999999999", ROOM), ("123456", 30.0)])
def test_a_number_that_has_no_room_says_that_it_is_cut(
    value: str, unit: str, room: float, sheet: Sheet, look: Look
) -> None:
    shown = line(of_unit(sheet, unit, value), look, room)
    assert shown.is_cut
    assert shown.parts.text.endswith("…")
    assert shown.width <= room


def test_marks_stand_after_the_value_but_not_after_what_is_no_number(
    springfield: Sheet, look: Look
) -> None:
    figures = springfield.indicators
    assert line(figures["lead.harbour"], look).texts == ["1.4", "µg/l", "[r]"]
    assert line(figures["lead.old_town"], look).texts == ["below", "0.25", "µg/l"]
    assert line(figures["lead.island"], look).texts == ["Not applicable"]
    alone = ValueLine(figures["lead.harbour"], Wording("en"), look, ROOM, has_unit=False)
    assert alone.texts == ["1.4", "[r]"]


def test_a_unit_of_money_is_shortened_first(
    sheet: Sheet,
    look: Look,
    qapp: QApplication,  # noqa: ARG001
) -> None:
    whole = line(sheet.indicators["investment"], look, 1000.0).width
    assert line(sheet.indicators["investment"], look, whole).parts.unit == "US$ million"
    assert line(sheet.indicators["investment"], look, whole - 1).parts.unit == "US$ m"


@pytest.mark.parametrize("name", ["lead.harbour", "lead.old_town", "lead.island"])
def test_as_a_line_of_text_the_parts_stand_as_far_apart_and_are_as_wide(
    name: str, springfield: Sheet, look: Look
) -> None:
    shown = line(springfield.indicators[name], look, 1000.0)
    text = shown.lines(40)
    assert text.count == 1
    assert text.width == pytest.approx(shown.width, abs=1)
    start = 0
    for part in shown.texts[:-1]:
        start += len(part) + 1
        gap = text.caret_box(start).left() - text.caret_box(start - 1).left()
        assert gap == pytest.approx(look.px(7), abs=1)
    assert text.end == len(" ".join(shown.texts))


@pytest.mark.parametrize("name", ["chongqing-2024", "chongqing-by-year", "china-2024"])
@pytest.mark.parametrize("room", [400, 200, 150, 120, 90])
def test_each_value_of_a_sheet_fits_its_room_or_says_that_it_is_cut(
    name: str, room: int, look: Look
) -> None:
    sheet = load_sheet(data_folder() / f"{name}.yaml")
    wording = Wording.of(sheet, "en")
    lines = [ValueLine(one, wording, look, room) for one in sheet.indicators.values()]
    assert [line.texts for line in lines if line.width > room] == []
    wholes = [wording.parts(one).number for one in sheet.indicators.values()]
    cut = [line for line, whole in zip(lines, wholes, strict=True) if line.parts.number != whole]
    assert all(line.is_cut and line.parts.number.endswith("…") for line in cut)
