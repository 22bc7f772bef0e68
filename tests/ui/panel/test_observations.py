"""The list of a figure's observations: newest first, each in words, and as high as its rows."""

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.ui.panel.observations import ObservationList, ObservationModel
from cqviewer.ui.panel.source_panel import SourcePanel
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look

Make = Callable[..., ObservationList]
TIP, HEARD = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def listed(springfield: Sheet, look: Look, qtbot: QtBot) -> Iterator[Make]:
    """Yield a function that lists the observations of a figure."""
    kept: list[ObservationList] = []

    def make(figure: Indicator | str, at: str = "") -> ObservationList:
        one = springfield.indicators[figure] if isinstance(figure, str) else figure
        period = Period.parse(at) if at else one.latest.period
        made = ObservationList(one, period, Store(springfield), look)
        qtbot.addWidget(made)
        kept.append(made)
        return made

    yield make
    kept.clear()


def texts(listed: ObservationList) -> list[str]:
    model = listed.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def plain(figure: Indicator) -> Indicator:
    """Return a figure whose source says nothing of its observations but their values."""
    bare = [
        msgspec.structs.replace(one, citation=None, note=None, marks=(), low=None, high=None)
        for one in figure.observations
    ]
    return msgspec.structs.replace(figure, observations=tuple(bare))


def test_the_newest_is_first_and_the_one_that_is_seen_is_the_current_one(
    listed: Make, springfield: Sheet
) -> None:
    periods = [one.period for one in springfield.indicators["cycling"].observations]
    seen = listed("cycling", "2021")
    first = [text.split(":")[0] for text in texts(seen)]
    assert first == [str(one.year) for one in reversed(periods)]
    assert seen.currentIndex().data().startswith("2021")


def test_walking_says_which_period_was_reached(listed: Make, qtbot: QtBot) -> None:
    seen = listed("cycling", "2022")
    with qtbot.waitSignal(seen.chosen) as chosen:
        QTest.keyClick(seen, Qt.Key.Key_Down)
    assert chosen.args == [Period.parse("2021")]
    with qtbot.waitSignal(seen.chosen) as chosen:
        QTest.keyClick(seen, Qt.Key.Key_Home)
    assert chosen.args == [Period.parse("2024")]


def test_it_is_built_without_a_choice_being_told(listed: Make, qtbot: QtBot) -> None:
    seen = listed("cycling", "2020")
    with qtbot.assertNotEmitted(seen.chosen):
        seen.show()


def test_the_tooltip_is_all_of_it_and_no_markup(springfield: Sheet) -> None:
    one = springfield.indicators["cycling"]
    latest = msgspec.structs.replace(one.latest, note="<b>Fewer</b> answers")
    rows = (*one.observations[:-1], latest)
    figure = msgspec.structs.replace(one, observations=rows)
    model = ObservationModel(figure, Store(springfield), 30)
    assert "<b>Fewer</b> answers" in str(model.data(model.index(0), Qt.ItemDataRole.DisplayRole))
    assert "&lt;b&gt;Fewer" in str(model.data(model.index(0), TIP))


def test_each_is_heard_as_a_phrase_with_name_and_period(listed: Make) -> None:
    model = listed("cycling").model()
    said = [str(model.index(row, 0).data(HEARD)) for row in range(model.rowCount())]
    assert all(one.startswith("Adults who cycle every week, ") for one in said)
    assert len({*said}) == len(said)


def test_rows_of_values_alone_are_one_line_high(listed: Make, springfield: Sheet) -> None:
    figure = springfield.indicators["cycling"]
    told, bare = listed(figure), listed(plain(figure))
    lines = [seen.sizeHintForRow(0) for seen in (told, bare)]
    assert lines[0] - lines[1] == 16, "a line of caption less"
    assert "\n" not in texts(bare)[0]


def test_twelve_rows_are_seen_and_of_more_the_rest_scrolls(
    listed: Make, springfield: Sheet
) -> None:
    figure = springfield.indicators["cycling"]

    def many(count: int) -> ObservationList:
        one: Observation = figure.observations[0]
        rows = [
            msgspec.structs.replace(one, period=Period.parse(str(1900 + year)))
            for year in range(count)
        ]
        return listed(msgspec.structs.replace(figure, observations=tuple(rows)))

    heights = [many(count).height() for count in (2, 12, 13, 60)]
    row = (heights[1] - heights[0]) / 10
    assert heights[1] == heights[2] == heights[3]
    assert row == many(2).sizeHintForRow(0)


def test_a_screen_reader_keeps_its_object_of_the_panel_when_observations_are_listed(
    springfield: Sheet, look: Look, qtbot: QtBot
) -> None:
    class Fresh(SourcePanel):
        """A panel of a class of its own, to which Qt has connected nothing before."""

    store = Store(springfield)
    panel = Fresh(store, look)
    qtbot.addWidget(panel)

    def known() -> int:
        return int(QAccessible.uniqueId(QAccessible.queryAccessibleInterface(panel)))

    before = known()
    store.select("cycling")
    panel.refresh()
    assert panel.findChild(ObservationList)
    assert known() == before, "what is heard of the panel would be that of the figure before"
