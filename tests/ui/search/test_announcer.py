"""What was found is read out once the reader rests: the count first, nothing for each key."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.search.announcer import REST_MS
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import Hear, OpenWindow, settle


@pytest.fixture
def heard(hear: Hear) -> list[str]:
    """Return what a screen reader is given to say."""
    return hear("search.announcer", "window.parts")


def said_of(window: MainWindow, text: str, heard: list[str], qtbot: QtBot) -> str:
    """Look for a text; give what is said of it, once and not at once."""
    heard.clear()
    window.store.look(search=text)
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    (said,) = heard
    return said


def test_the_count_is_said_and_then_what_was_found(
    open_window: OpenWindow, sheet: Sheet, heard: list[str], qtbot: QtBot
) -> None:
    window = open_window()
    said = said_of(window, "described as stable", heard, qtbot)
    assert said == "1 of 1: Conference report: Employment is described as stable."
    said = said_of(window, "New urban jobs came to", heard, qtbot)
    assert said == "1 of 1: New urban jobs came to 690,000"
    assert said_of(window, "nothing of the kind", heard, qtbot) == "No hits"
    plan = next(one for part in sheet.sections for one in part.plans)
    assert isinstance(plan.text, dict)
    said = said_of(window, plan.text["en"][:60], heard, qtbot)
    assert window.store.wording.text(plan.name) in said
    said = said_of(window, "Actual foreign investment a year", heard, qtbot)
    figure = window.store.wording.figure_phrase(sheet.indicators["investment_before"])
    assert said == f"1 of {len(window.search.hits)}: {figure}"


def test_nothing_is_said_between_keys_nor_of_a_search_that_was_cleared(
    open_window: OpenWindow, heard: list[str], qtbot: QtBot
) -> None:
    window = open_window()
    (rest,) = [one for one in window.findChildren(QTimer) if one.interval() == REST_MS]
    rest.setInterval(3_600_000)  # however slow the machine is, the keys come before it
    rests = set()
    for text in ("p", "po", "por", "port", "ports"):
        window.store.look(search=text)
        settle()
        assert rest.isActive()
        rests.add(rest.timerId())
    assert len(rests) == 5  # each key begins another one
    assert heard == []
    rest.setInterval(REST_MS)
    window.search.clear()
    with qtbot.waitSignal(rest.timeout):
        pass
    settle()
    assert heard == []


def test_a_figure_that_the_reader_selects_is_said_at_once(
    open_window: OpenWindow, sheet: Sheet, heard: list[str]
) -> None:
    window = open_window(search="ports")
    window.store.select("exports")
    assert heard == [window.store.wording.figure_phrase(sheet.indicators["exports"])]
