"""The list of problems: found, gone through, mended and undone by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.load import examine_sheet, load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.problems import Problem
from cqviewer.paths import data_folder
from cqviewer.ui.problems.problem_list import worded
from cqviewer.ui.state.banner import Banner
from cqviewer.ui.state.focus import give_focus
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.state.notices import Notice, Notices
from cqviewer.ui.window.window import MainWindow
from tests.model.sheets import figure, sheet_text
from tests.ui.conftest import Hear, OpenWindow, bring_to_front, settle, until_idle
from tests.ui.window.test_context_menus import choose, entries, menu_at

SECTIONS = "sections: [{id: one, title: One}, {id: two, title: Two, figures: [jobs]}]\n"
SOUND = sheet_text(f"jobs: {figure(value=1)} # said", rest=SECTIONS)
FAULTY = SOUND.replace("2024, source", "Nov 2024, source").replace("[jobs]", "[jobs, jbos]")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a sheet that is sound yet."""
    path = tmp_path / "sheet.yaml"
    path.write_text(SOUND, "utf-8")
    return path


@pytest.fixture
def window(path: Path, open_window: OpenWindow) -> MainWindow:
    """Return a window over it, whose file then gets an error that can be mended, and another."""
    window = open_window(load_sheet(path), path)
    path.write_text(FAULTY, "utf-8")
    return window


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()
    until_idle(qtbot)


def rows(window: MainWindow) -> list[str]:
    listed = window.problems.list.list
    return [listed.item(row).text() for row in range(listed.count())]


def test_f8_lists_all_that_is_wrong_errors_first_and_goes_through_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.problems.list.isHidden()
    press(qtbot, window, "next_problem")
    assert window.problems.list.isVisible()
    assert rows(window) == [
        "Error, line 7: 'Nov 2024' is no period: write 2024-11",
        "Error, line 8: There is no indicator 'jbos': did you mean `jobs`?",
    ]
    chosen = []
    for name in ("next_problem", "next_problem", "previous_problem"):
        press(qtbot, window, name)
        chosen.append(window.problems.list.list.currentRow())
    assert chosen == [1, 0, 1]
    assert QApplication.focusWidget() is window.problems.list.list


def test_alt_enter_mends_the_chosen_problem_alone_and_undo_takes_it_back(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    press(qtbot, window, "next_problem")
    assert window.problems.list.fix_one.text() == "Fix: write 2024-11"
    press(qtbot, window, "fix_problem")
    assert path.read_text("utf-8") == FAULTY.replace("Nov 2024", "2024-11")
    assert [one for one in rows(window) if "Nov 2024" in one] == []
    press(qtbot, window, "undo")
    assert path.read_text("utf-8") == FAULTY
    assert not window.actions_by_name["undo"].isEnabled()
    press(qtbot, window, "redo")
    assert path.read_text("utf-8") == FAULTY.replace("Nov 2024", "2024-11")


def test_a_problem_without_a_certain_text_offers_no_fix(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    press(qtbot, window, "next_problem")
    press(qtbot, window, "next_problem")
    assert window.problems.list.fix_one.isHidden()
    press(qtbot, window, "fix_problem")
    assert path.read_text("utf-8") == FAULTY


def test_fixing_all_shows_what_was_written_and_is_one_undo(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    faulty = FAULTY.replace("measure: count", "measure: Count").replace(", jbos", "")
    path.write_text(faulty, "utf-8")
    press(qtbot, window, "next_problem")
    fix_all = window.problems.list.fix_all
    assert fix_all.text() == "Fix all that can be fixed (2)"
    fix_all.setFocus()
    QTest.keyClick(fix_all, Qt.Key.Key_Space)
    until_idle(qtbot)
    assert path.read_text("utf-8") == SOUND.replace("2024, source", "2024-11, source")
    assert window.store.sheet.indicators["jobs"].latest.period.month_cells() == "ppppppppppcp"
    said = [one.accessibleName() for one in window.findChildren(Banner) if one.isVisible()]
    assert said == [
        "Wrote into sheet.yaml: 2. count instead of Count; 2024-11 instead of Nov 2024."
    ]
    assert window.problems.list.fix_all.isHidden()
    press(qtbot, window, "undo")
    assert path.read_text("utf-8") == faulty


def test_enter_goes_to_the_figure_of_a_problem(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, "next_problem")
    QTest.keyClick(window.problems.list.list, Qt.Key.Key_Return)
    assert (window.store.view.section, window.store.view.selected) == ("two", "jobs")


@pytest.mark.parametrize("with_ring", [False, True])
def test_escape_closes_the_list_and_the_keyboard_is_where_it_was(
    with_ring: bool, window: MainWindow, qtbot: QtBot
) -> None:
    give_focus(window.content.page, with_ring=with_ring)
    press(qtbot, window, "next_problem")
    press(qtbot, window, "deselect")
    assert window.problems.list.isHidden()
    assert QApplication.focusWidget() is window.content.page
    assert window.content.page.shows_focus == with_ring


def test_what_changed_outside_meanwhile_is_not_written_over(
    window: MainWindow, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(qtbot, window, "next_problem")
    press(qtbot, window, "fix_problem")
    shown: list[str] = []
    show = Notices.show

    def note(self: Notices, notice: Notice, *, is_spoken: bool = True) -> None:
        show(self, notice, is_spoken=is_spoken)
        shown.append(notice.text)

    monkeypatch.setattr(Notices, "show", note)
    newer = path.read_text("utf-8").replace("# said", "# said by another")
    path.write_text(newer, "utf-8")
    press(qtbot, window, "undo")
    assert path.read_text("utf-8") == newer
    assert "sheet.yaml was changed by another program since." in shown


def test_a_bundled_sheet_is_not_changed_but_a_copy_is_offered(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    path = data_folder() / "chongqing-2024.yaml"
    before = path.read_bytes()
    window = open_window(sheet, path)
    window.changes.fix()
    until_idle(qtbot)
    assert path.read_bytes() == before
    assert window.notices.shown is not None
    assert [text for text, _ in window.notices.shown.links] == ["Save a copy to edit …"]


def test_an_open_list_follows_the_file_and_stays_when_the_window_is_built_anew(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    press(qtbot, window, "next_problem")
    path.write_text(SOUND, "utf-8")
    window.files.reload()
    until_idle(qtbot)
    assert not [one for one in rows(window) if one.startswith("Error")]
    window.store.look(language="zh", language_choice="zh")
    settle()
    until_idle(qtbot)
    assert window.problems.list.isVisible()
    assert window.problems.list.accessibleName() == "问题"


def test_in_a_narrow_window_the_links_are_short_but_read_in_full(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.store.look(zoom=2.5)
    window.resize(760, 560)
    press(qtbot, window, "next_problem")
    listed = window.problems.list
    assert (listed.fix_one.text(), listed.fix_all.text()) == ("Fix", "Fix all")
    assert listed.fix_one.accessibleName() == "Fix: write 2024-11"
    assert not window.content.isVisible()
    assert not window.tabs.isVisible()
    QTest.keyClick(listed.list, Qt.Key.Key_Return)
    assert window.content.isVisible()
    assert window.tabs.isVisible()
    assert listed.isHidden()


def test_a_list_that_was_open_is_alone_too_once_the_type_is_large(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, window, "next_problem")
    assert window.content.isVisible()
    window.store.look(zoom=2.5)
    settle()
    assert window.problems.list.isVisible()
    assert not window.content.isVisible(), "both would have no room, and the title be cut"
    press(qtbot, window, "deselect")
    assert window.content.isVisible()


def test_where_the_list_is_alone_no_banner_says_the_same_above_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.store.look(zoom=2.5)
    window.resize(760, 560)
    window.files.reload()
    until_idle(qtbot)
    assert [one for one in window.findChildren(Banner) if one.isVisible()]
    press(qtbot, window, "next_problem")
    settle()
    assert not [one for one in window.findChildren(Banner) if one.isVisible()]
    listed = window.problems.list.list
    assert listed.height() > window.height() / 3
    press(qtbot, window, "deselect")
    assert [one for one in window.findChildren(Banner) if one.isVisible()]


def test_a_repeated_problem_says_how_often_and_one_of_the_file_has_no_line(
    qapp: QApplication,  # noqa: ARG001 - which holds the translators
) -> None:
    install_translators("en")
    text = sheet_text(
        "".join(f"a{one}: {figure(value=1, period='Nov 2024')}\n" for one in range(3))
    )
    problems = examine_sheet(text.encode(), "f").problems
    assert any(worded(one).endswith("write 2024-11 (3 times)") for one in problems)
    assert worded(Problem(message="gone")) == "Error: Gone"


def test_the_problems_of_a_file_that_could_not_be_opened_are_listed_and_mended_there(
    tmp_path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    own, other = tmp_path / "own.yaml", tmp_path / "other.yaml"
    own.write_text(SOUND, "utf-8")
    other.write_text(SOUND.replace("2024, source", "Nov 2024, source"), "utf-8")
    window = open_window(load_sheet(own), own)
    window.open_path(other)
    until_idle(qtbot)
    assert window.path == own
    press(qtbot, window, "next_problem")
    assert rows(window) == ["Error, line 7: 'Nov 2024' is no period: write 2024-11"]
    assert window.problems.list.title == "Problems, 1, in other.yaml"
    window.problems.list.fit(QSize(500, 560))
    assert window.problems.list.title == "Problems, 1"
    press(qtbot, window, "fix_problem")
    settle()
    until_idle(qtbot)
    assert "period: 2024-11" in other.read_text("utf-8")
    assert own.read_text("utf-8") == SOUND
    assert window.path == other
    assert rows(window) == []


def test_going_to_a_problem_shows_its_part_in_the_form(window: MainWindow, qtbot: QtBot) -> None:
    window.editing.edit_at(("sections", 0))
    until_idle(qtbot)
    press(qtbot, window, "next_problem")
    listed = window.problems.list.list
    listed.itemActivated.emit(listed.item(0))
    settle()
    form = window.editing.form
    assert form is not None
    assert form.part is not None
    assert form.part.path == ("indicators", "jobs")
    period = next(one for one in form.form.boxes if one.field.key == "period")
    assert period.message.text == "'Nov 2024' is no period"


def test_a_problem_is_heard_once(window: MainWindow, path: Path, qtbot: QtBot, hear: Hear) -> None:
    said = hear("problems.problems")
    bring_to_front(window, qtbot)
    for _ in range(2):
        press(qtbot, window, "next_problem")
        assert QApplication.focusWidget() is window.problems.list.list
        assert said == [], "a row that gets the focus is heard by itself"
    path.write_text(FAULTY.replace("[jobs, jbos]", "[jobs]"), "utf-8")
    press(qtbot, window, "reload")
    press(qtbot, window, "next_problem")
    assert said == ["Error, line 7: 'Nov 2024' is no period: write 2024-11"], "it stays chosen"
    window.problems.close()
    path.write_text(SOUND, "utf-8")
    press(qtbot, window, "reload")
    press(qtbot, window, "next_problem")
    assert said[1:] == ["No problems"]


def test_the_menu_of_a_problem_is_what_can_be_done_with_it(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    press(qtbot, window, "next_problem")
    listed = window.problems.list
    assert entries(menu_at(listed.list)) == ["Show the place", "Fix: write 2024-11"]
    with qtbot.waitSignal(listed.go_wanted) as gone:
        choose(menu_at(listed.list), "Show the place")
    assert gone.args == [listed.chosen]
    choose(menu_at(listed.list), "Fix: write 2024-11")
    until_idle(qtbot)
    assert "2024-11" in path.read_text("utf-8")


def test_a_double_click_mends_one_problem_and_not_the_next(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, window, "next_problem")
    mended: list[object] = []
    window.problems.list.fix_wanted.connect(mended.append)
    button = window.problems.list.fix_one
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert len(mended) == 1
