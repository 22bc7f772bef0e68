"""Lists beside a chart's title choose what stands out, the order, and the dimension."""

from decimal import Decimal

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from cqviewer.charts.drawing import ChartChoice
from cqviewer.charts.text import subtitle
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.ui.page.chart_card import ChartCard
from cqviewer.ui.page.chart_choices import ChoiceBox
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.window.window import MainWindow
from tests.charts.springfield import air, budget, finance, of_parts
from tests.charts.test_choosing import ADULTS, PLACES, jobs
from tests.ui.conftest import OpenWindow, focused, settle


def departments(**said: object) -> Sheet:
    return of_parts("bars", budget(), **{"highlight": (PLACES,), **said})


def card_of(window: MainWindow) -> ChartCard:
    (card,) = window.content.page.chart_cards
    return card


def boxes_of(window: MainWindow) -> dict[str, ChoiceBox]:
    return {box.field: box for box in card_of(window).choices.boxes}


def texts(box: ChoiceBox) -> list[str]:
    return [box.itemText(at) for at in range(box.count())]


def said_of(window: MainWindow) -> list[str]:
    return [one.text() for one in card_of(window).findChildren(TextBlock)]


def pick(box: ChoiceBox, text: str) -> None:
    """Choose a text as the keyboard does: by walking the list to it."""
    step = Qt.Key.Key_Down if box.findText(text) > box.currentIndex() else Qt.Key.Key_Up
    while box.currentText() != text:
        QTest.keyClick(box, step)
    settle()


def until_drawn(card: ChartCard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: card.view.is_drawn)


def test_lists_stand_where_there_is_something_to_choose(open_window: OpenWindow) -> None:
    boxes = boxes_of(open_window(departments()))
    assert [box.label for box in boxes.values()] == [
        "Highlight: Thriving places",
        "Sort: By size",
    ]
    assert texts(boxes["highlight"])[:2] == ["None", "Adult services"]
    assert "All departments" not in texts(boxes["highlight"])
    assert texts(boxes["sort"]) == ["By size", "As given"]
    assert [*boxes_of(open_window(of_parts("stacked", finance())))] == ["highlight"]
    assert [*boxes_of(open_window(of_parts("line", air())))] == ["highlight"]
    panels = open_window(of_parts("panels", air()))
    assert boxes_of(panels) == {}
    assert card_of(panels).choices.isHidden()


def test_a_list_is_heard_as_one_with_its_name(open_window: OpenWindow) -> None:
    sheet = departments()
    boxes = [*boxes_of(open_window(sheet)).values()]
    title = Wording("en").text(sheet.sections[0].charts[0].title)
    nodes = [QAccessible.queryAccessibleInterface(box) for box in boxes]
    assert [one.role() for one in nodes] == [QAccessible.Role.ComboBox] * 2
    names = ["Highlight", "Sort"]
    assert [one.text(QAccessible.Text.Description) for one in nodes] == [title] * 2
    labels = [one for node in nodes for one, _ in node.relations()]
    assert [one.text(QAccessible.Text.Name) for one in labels] == names
    assert [box.accessibleName() for box in boxes] == names


def test_the_lists_are_between_the_title_and_the_chart_for_the_keyboard(
    open_in_front: OpenWindow,
) -> None:
    window = open_in_front(departments())
    boxes = boxes_of(window)
    boxes["highlight"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is boxes["sort"]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is card_of(window).view


def test_what_is_chosen_by_keys_is_drawn_said_and_kept_out_of_the_sheet(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    sheet = departments()
    window = open_window(sheet)
    card = card_of(window)
    until_drawn(card, qtbot)
    box = boxes_of(window)["highlight"]
    box.setFocus(Qt.FocusReason.TabFocusReason)
    pick(box, "Adult services")
    until_drawn(card, qtbot)
    marks = {mark.figure: mark.text for mark in card.view.marks}
    assert marks[ADULTS].endswith("highlighted")
    assert not marks[PLACES].endswith("highlighted")
    line = "Budget, £ million. 2024. Grey: the others. "
    assert line + "Chosen by the reader: Adult services highlighted." in said_of(window)
    assert window.store.sheet is sheet
    pick(box, "Thriving places")
    until_drawn(card, qtbot)
    assert line.strip() in said_of(window)  # as the sheet has it: nothing more is said
    assert window.store.view.choices == {}


def test_the_order_that_is_chosen_is_that_of_the_table_too(open_window: OpenWindow) -> None:
    made = budget()
    made = (made[0], made[1], made[2][::-1])
    window = open_window(of_parts("bars", made), tables=frozenset(["one-1"]))
    card = card_of(window)
    assert card.facts[0] == ADULTS
    pick(boxes_of(window)["sort"], "As given")
    assert card.facts[0] == "budget.locality_boards"
    assert card.tables is not None
    assert card.tables.isVisible()
    assert card.tables.whole_text.index("Locality") < card.tables.whole_text.index("Adult")


def test_a_chart_that_is_copied_or_saved_is_the_one_that_is_seen(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(departments())
    card = card_of(window)
    pick(boxes_of(window)["sort"], "As given")
    for button, signal in (
        (card.buttons.copy, card.copy_wanted),
        (card.buttons.save, card.save_wanted),
    ):
        signal.disconnect()
        with qtbot.waitSignal(signal) as told:
            button.click()
        assert told.args
        chart = told.args[0]
        assert isinstance(chart, Chart)
        line = subtitle(chart, window.store.sheet, window.store.wording, medium="print")
        assert line.endswith("Chosen by the reader: in the order given.")
    assert window.store.charts == [card.chart]  # those that are presented


def test_by_another_dimension_other_parts_are_offered_and_drawn(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(jobs())
    boxes = boxes_of(window)
    assert texts(boxes["by"]) == ["Place", "Trade"]
    assert boxes["by"].label == "By: Trade"
    assert texts(boxes["highlight"]) == ["None", "All, Fishing", "All, Farming"]
    pick(boxes["by"], "Place")
    until_drawn(card_of(window), qtbot)
    assert texts(boxes["highlight"]) == ["None", "North, All", "South, All"]
    drawn = {mark.figure for mark in card_of(window).view.marks}
    assert drawn == {"jobs.north.all", "jobs.south.all", "jobs.all.all"}
    assert boxes_of(open_window(jobs("[jobs]")))["by"].label == "By: Place, Trade"


def test_a_chart_that_failed_is_drawn_again_once_it_can_be(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    sheet = jobs(kind="stacked")
    south = sheet.indicators["jobs.south.all"]
    odd = msgspec.structs.replace(south.latest, value=Decimal(99))  # then places make no whole
    sheet.indicators[south.id] = msgspec.structs.replace(south, observations=(odd,))
    window = open_window(sheet)
    card, by = card_of(window), boxes_of(window)["by"]
    until_drawn(card, qtbot)
    pick(by, "Place")
    qtbot.waitUntil(card.view.isHidden)
    assert "This chart could not be drawn" in said_of(window)
    pick(by, "Trade")
    until_drawn(card, qtbot)
    assert card.view.isVisible()
    assert "This chart could not be drawn" not in said_of(window)


def test_several_that_stand_out_in_the_sheet_can_be_had_again(open_window: OpenWindow) -> None:
    window = open_window(departments(highlight=(PLACES, ADULTS)))
    box = boxes_of(window)["highlight"]
    assert box.label == "Highlight: As in the sheet"
    pick(box, "Thriving places")
    assert window.store.view.choices == {"one-1": ChartChoice(highlight=PLACES)}
    pick(box, "As in the sheet")
    assert card_of(window).chart.highlight == (PLACES, ADULTS)


def test_choices_outlast_another_zoom_and_another_state_of_the_file(
    open_window: OpenWindow,
) -> None:
    window = open_window(departments())
    pick(boxes_of(window)["sort"], "As given")
    window.store.look(zoom=1.5)
    settle()
    assert boxes_of(window)["sort"].label == "Sort: As given"
    window.store.open(departments(title="Another"))
    settle()
    assert boxes_of(window)["sort"].label == "Sort: As given"
    assert card_of(window).chart.sort == "given"


@pytest.mark.parametrize(("width", "zoom", "is_beside"), [(1180, 1.0, True), (760, 2.5, False)])
def test_where_it_is_narrow_the_lists_wrap_under_the_title(
    width: int, zoom: float, is_beside: bool, open_window: OpenWindow
) -> None:
    window = open_window(departments(), zoom=zoom)
    window.resize(width, 560)
    settle()
    card = card_of(window)
    title = next(one for one in card.findChildren(TextBlock) if one.text() == "T")
    boxes = [*boxes_of(window).values()]
    places = [box.mapTo(card, QPoint(0, 0)) for box in boxes]
    assert (places[0].y() < title.geometry().bottom()) == is_beside
    assert (len({place.y() for place in places}) == 1) == is_beside
    assert all(
        place.x() >= 0 and place.x() + box.width() <= card.width()
        for box, place in zip(boxes, places, strict=True)
    )
    assert {box.height() for box in boxes} == {window.look.px(26)}


def test_alt_and_an_arrow_open_a_list_and_do_nothing_else(open_in_front: OpenWindow) -> None:
    window = open_in_front(departments())
    box = boxes_of(window)["highlight"]
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    view = box.view()
    assert view.isVisible()
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    box.hidePopup()
    assert window.store.view.source == ""
    assert box.currentText() == "Thriving places"


def test_the_pencil_covers_no_list(open_window: OpenWindow) -> None:
    window = open_window(departments())
    settle()
    card = card_of(window)
    card.view.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(card, QEvent(QEvent.Type.Enter))
    (pencil,) = [one for one in card.findChildren(QToolButton) if one.objectName() == "pencil"]
    boxes = boxes_of(window).values()
    places = [QRect(box.mapTo(card, QPoint(0, 0)), box.size()) for box in boxes]
    assert [place.intersects(pencil.geometry()) for place in places] == [False, False]


def test_the_wheel_scrolls_the_page_and_chooses_nothing(open_window: OpenWindow) -> None:
    window = open_window(departments())
    box = boxes_of(window)["sort"]
    none, at = QPoint(0, 0), QPointF(5, 5)
    phase, no = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    down = QPoint(0, -120)
    event = QWheelEvent(at, at, none, down, no, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(box, event)
    assert box.currentText() == "By size"
    assert window.store.view.choices == {}


def test_names_are_chinese_where_the_window_is(open_window: OpenWindow) -> None:
    boxes = boxes_of(open_window(departments(), language="zh", language_choice="zh"))
    assert boxes["sort"].label == "排序：按大小"
    assert boxes["highlight"].itemText(0) == "无"
