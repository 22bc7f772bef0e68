"""What changes a fact is offered in the list of problems, and pressed one by one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.ui.problems.problem_list import ProblemList
from cqviewer.ui.state.banner import Banner
from cqviewer.ui.window.window import MainWindow
from tests.model.sheets import figure, sheet_text
from tests.ui.conftest import OpenWindow, settle, until_idle

SECTIONS = (
    "sections: [{id: one, title: One, lead: 'They counted 1,200 new jobs',"
    " figures: [jobs, ratio]}]\n"
)
TEXT = sheet_text(
    f"jobs: {figure(value=1184)} # said\n"
    f"ratio: {figure(name='Ratio', value='1.234', unit='ratios')}",
    rest=SECTIONS,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a sheet with a number of last year's in a text, and a count with a fraction."""
    path = tmp_path / "sheet.yaml"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def window(path: Path, open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Return a window over it, with its problems open."""
    window = open_window(load_sheet(path), path)
    press(qtbot, window, "next_problem")
    return window


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()
    until_idle(qtbot)


def choose(window: MainWindow, part: str) -> ProblemList:
    """Choose the problem that says something."""
    listed = window.problems.list
    texts = [listed.list.item(row).text() for row in range(listed.list.count())]
    listed.list.setCurrentRow(next(row for row, one in enumerate(texts) if part in one))
    return listed


def test_alt_enter_leads_to_the_offer_and_a_key_takes_it_with_one_undo(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    listed = choose(window, "1,200 new jobs")
    assert listed.fix_one.isHidden()
    assert listed.fix_all.isHidden()
    assert listed.offer.text() == "Take 1,184, Jobs"
    press(qtbot, window, "fix_problem")
    assert path.read_text("utf-8") == TEXT
    assert QApplication.focusWidget() is listed.offer
    QTest.keyClick(listed.offer, Qt.Key.Key_Space)
    until_idle(qtbot)
    settle()
    until_idle(qtbot)
    assert path.read_text("utf-8") == TEXT.replace("1,200", "1,184")
    assert window.problems.list.list.hasFocus(), "the button has gone"
    said = [one.accessibleName() for one in window.findChildren(Banner) if one.isVisible()]
    assert said == ["Wrote into sheet.yaml. Take 1,184, Jobs."]
    press(qtbot, window, "undo")
    assert path.read_text("utf-8") == TEXT
    assert not window.changes.can_undo


def test_several_offers_are_a_menu(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    listed = choose(window, "no whole number")
    assert listed.offer.text() == "Change …"
    actions = listed.offer.menu().actions()
    assert [one.text() for one in actions] == ["Take 1234", "Write Measure: level"]
    actions[1].trigger()
    until_idle(qtbot)
    assert path.read_text("utf-8") == TEXT.replace(
        "name: Ratio, unit: ratios, measure: count", "name: Ratio, unit: ratios, measure: level"
    )


def test_what_changed_outside_meanwhile_is_not_written_over(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    listed = choose(window, "1,200 new jobs")
    newer = TEXT.replace("# said", "# said by another")
    path.write_text(newer, "utf-8")
    listed.offer.click()
    until_idle(qtbot)
    assert path.read_text("utf-8") == newer
    assert window.notices.shown is not None
    assert window.notices.shown.text == "sheet.yaml was changed by another program since."


def test_all_fixes_at_once_take_no_offer(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.changes.fix()
    until_idle(qtbot)
    assert path.read_text("utf-8") == TEXT
