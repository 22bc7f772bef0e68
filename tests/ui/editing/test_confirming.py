"""What the sources of a sheet do not confirm is said in the form and in the list of problems."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.ui.editing.confirming import BESIDE
from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.state.worker_client import Call, WorkerClient, worker
from cqviewer.ui.window.window import MainWindow
from tests.model.sheets import figure, sheet_text
from tests.ui.conftest import Hear, OpenWindow
from tests.ui.editing.writing import box, form_of, rest, write
from tests.worker.calls import die_whatever, say, wait_for

SECTIONS = "sections: [{id: one, title: One, figures: [jobs, lamps]}]\n"
TEXT = sheet_text(
    f"jobs: {figure(value=1200)} # said\n"
    f"lamps: {figure(value=7777, name='Lamps', unit='lamps', source='report par. 2')}",
    rest=SECTIONS,
).replace("title: Report", "title: Report, evidence: report.txt")
REPORT = "Jobs came to 1,184.\nNothing else.\nAll in all 7,777 lamps.\n"
JOBS = "Advice, line 7: 1200 is not in paragraph 1 of 'report': near it stands 1,184"
LAMPS = "Advice, line 8: 7777 is not in paragraph 2 of 'report': it is in paragraph 3"


@pytest.fixture
def text() -> str:
    """Return a sheet of which its source says otherwise."""
    return TEXT


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return the source beside the sheet."""
    report = tmp_path / "report.txt"
    report.write_text(REPORT, "utf-8")
    return report


@pytest.fixture
def listing(window: MainWindow, report: Path, qtbot: QtBot) -> MainWindow:
    """Return the window with its problems open."""
    assert report.is_file()
    press(qtbot, window, "next_problem")
    return window


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()
    rest(qtbot)


def rows(window: MainWindow) -> list[str]:
    listed = window.problems.list.list
    return [listed.item(row).text() for row in range(listed.count())]


def test_what_the_source_does_not_say_is_advice_with_its_line(
    listing: MainWindow, qtbot: QtBot
) -> None:
    assert rows(listing) == [JOBS, LAMPS]
    assert listing.problems.list.title == "Problems, 2"
    assert listing.problems.list.fix_all.isHidden()
    listing.store.look(language="zh", language_choice="zh")
    rest(qtbot)
    assert rows(listing) == [
        "建议，第 7 行：“report”的第 1 段中没有 1200：相近的数有 1,184",
        "建议，第 8 行：“report”的第 2 段中没有 7777：它在第 3 段",
    ]
    assert listing.problems.list.offer.accessibleName() == "采用 1,184"


def test_a_number_is_taken_by_key_with_one_undo_and_never_by_fix_all(
    listing: MainWindow, path: Path, qtbot: QtBot
) -> None:
    listing.changes.fix()
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT
    offer = listing.problems.list.offer
    assert offer.accessibleName() == "Take 1,184"
    press(qtbot, listing, "fix_problem")
    assert QApplication.focusWidget() is offer
    QTest.keyClick(offer, Qt.Key.Key_Space)
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT.replace("value: 1200", "value: 1184")
    assert rows(listing) == [LAMPS]
    offer = listing.problems.list.offer
    assert offer.accessibleName() == "Write Source: report par. 3"
    offer.click()
    rest(qtbot)
    assert rows(listing) == []
    press(qtbot, listing, "undo")
    press(qtbot, listing, "undo")
    assert path.read_text("utf-8") == TEXT
    assert not listing.changes.can_undo
    assert rows(listing) == [JOBS, LAMPS]


def test_the_row_that_was_chosen_is_chosen_again(
    listing: MainWindow, path: Path, qtbot: QtBot
) -> None:
    press(qtbot, listing, "next_problem")
    assert listing.problems.list.list.currentRow() == 1
    path.write_text(TEXT.replace("# said", "# said so"), "utf-8")
    listing.files.reload()
    rest(qtbot)
    assert (rows(listing), listing.problems.list.list.currentRow()) == ([JOBS, LAMPS], 1)


def test_the_form_says_it_below_the_value_and_writes_what_is_taken(
    report: Path, form: SheetForm, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    assert report.is_file()
    value = box(form, "value")
    said = "1200 is not in paragraph 1 of 'report': near it stands 1,184"
    assert value.message.text == value.focused.accessibleDescription() == said
    assert not value.focused.property("isWrong")  # it is in the file
    (link,) = value.message.links
    assert link.text() == "Take 1,184"
    link.click()
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT.replace("value: 1200", "value: 1184")
    assert box(form_of(window), "value").message.text == ""
    press(qtbot, window, "undo")
    assert path.read_text("utf-8") == TEXT
    assert box(form_of(window), "value").message.text == said


def test_what_is_found_once_more_after_another_edit_is_not_announced_again(
    report: Path, form: SheetForm, qtbot: QtBot, hear: Hear
) -> None:
    assert report.is_file()
    heard = hear("editing.message")
    write(qtbot, form, "name", "Places of work")
    assert "1200 is not in paragraph 1" in box(form, "value").message.text
    assert [one for one in heard if "1200" in one] == []
    assert [one for one in heard if "Saved" in one] != []


def test_it_follows_the_source_which_may_go_and_come_back(
    listing: MainWindow, report: Path, qtbot: QtBot
) -> None:
    report.write_text(REPORT.replace("1,184", "1,200"), "utf-8")
    qtbot.waitUntil(lambda: rows(listing) == [LAMPS])
    report.unlink()
    gone = "Advice, line 5: report.txt cannot be read: there is no such file"
    qtbot.waitUntil(lambda: rows(listing) == [gone])
    report.write_text(REPORT, "utf-8")
    qtbot.waitUntil(lambda: rows(listing) == [JOBS, LAMPS])


def test_while_the_file_has_errors_only_these_are_said(
    listing: MainWindow, path: Path, qtbot: QtBot
) -> None:
    path.write_text(TEXT.replace("measure: count, period", "measure: cuont, period", 1), "utf-8")
    listing.files.reload()
    rest(qtbot)
    (row,) = rows(listing)
    assert row.startswith("Error, line 7:")
    path.write_text(TEXT, "utf-8")
    listing.files.reload()
    rest(qtbot)
    assert rows(listing) == [JOBS, LAMPS]


def test_nothing_is_looked_up_before_problems_are_asked_for_or_where_no_source_is_named(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "article.txt"
    other.write_text("Another town had 9 jobs.\n", "utf-8")
    monkeypatch.setenv("CQVIEWER_EVIDENCE", str(other))
    asked: list[object] = []
    call = WorkerClient.call

    def listen(client: WorkerClient, *args: object, **named: object) -> object:
        asked.extend([client.objectName()] if named.get("by_evidence") else [])
        return call(client, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(WorkerClient, "call", listen)
    plain = tmp_path / "plain.yaml"
    plain.write_text(
        sheet_text(f"jobs: {figure(value=1200)}", rest=SECTIONS.replace(", lamps", ""))
    )
    window = open_window(load_sheet(plain), plain)
    press(qtbot, window, "next_problem")
    assert (rows(window), asked) == ([], [])
    example = data_folder() / "examples" / "springfield-report.yaml"
    window = open_window(load_sheet(example), example)
    rest(qtbot)
    assert asked == []
    press(qtbot, window, "next_problem")
    assert (rows(window), asked) == ([], [BESIDE])


def test_a_list_that_still_lacks_what_the_source_says_promises_nothing(
    window: MainWindow, report: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert report.is_file()
    done = tmp_path / "done"
    worker(BESIDE).call(window, wait_for, done)
    window.actions_by_name["next_problem"].trigger()
    busy = "No problems; numbers are being looked up in the sources"
    qtbot.waitUntil(lambda: window.problems.list.title == busy)
    done.touch()
    qtbot.waitUntil(lambda: rows(window) == [JOBS, LAMPS])
    assert window.problems.list.title == "Problems, 2"


def test_it_is_said_that_numbers_could_not_be_looked_up(
    window: MainWindow, report: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert report.is_file()
    call = WorkerClient.call

    def fail(
        client: WorkerClient, owner: QObject, task: object, *args: object, **named: bool
    ) -> Call:
        done = die_whatever if named.pop("by_evidence", False) else task
        return call(client, owner, done, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(WorkerClient, "call", fail)
    press(qtbot, window, "next_problem")
    failed = "No problems; numbers could not be looked up in the sources"
    qtbot.waitUntil(lambda: window.problems.list.title == failed)


def test_a_long_source_keeps_no_other_work_waiting(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    done = tmp_path / "done"
    long = worker(BESIDE).call(window, wait_for, done)
    with qtbot.waitSignal(worker().call(window, say, "drawn").done):
        pass
    assert not long.is_over
    with qtbot.waitSignal(long.done):
        done.touch()
