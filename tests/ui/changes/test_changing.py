"""What changed since an earlier edition, in the window."""

from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.ui.changes.changes_page import ChangesPage
from cqviewer.ui.changes.strip import ChangesStrip
from cqviewer.ui.output.preview_options import PreviewOptions
from cqviewer.ui.panel.changed import ChangedValue
from cqviewer.ui.style.change_marks import Struck
from cqviewer.ui.style.heard import heard_of
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.window.window import MainWindow
from tests.model.sheets import figure, sheet_text
from tests.ui.conftest import OpenWindow, bring_to_front, settle

TWICE = "twice: {name: Twice, unit: jobs, measure: count, derived: jobs * 2}"
TABS = (
    "sections:\n- {id: work, title: Work, figures: [jobs, twice],"
    " charts: [{kind: bars, of: [jobs, twice], title: Jobs}]}\n- {id: port, title: Port}\n"
)


def write(folder: Path, name: str, value: int, head: str = "") -> Path:
    """Write an edition with a number of jobs."""
    path = folder / name
    path.write_text(sheet_text(f"jobs: {figure(value=value)}\n{TWICE}", head=head, rest=TABS))
    return path


@pytest.fixture
def window(open_in_front: OpenWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """Return a window whose sheet names the edition before; the changes are marked."""
    write(tmp_path, "old.yaml", 1200)
    new = write(tmp_path, "new.yaml", 1184, "previous: old.yaml\n")
    window = open_in_front(load_sheet(new), new)
    window.changing.refresh()
    qtbot.waitUntil(lambda: window.store.shown_changes is not None)
    settle()
    return window


def page_of(window: MainWindow) -> ChangesPage:
    """Return the list of changes, which is in front."""
    page = window.content.front
    assert isinstance(page, ChangesPage)
    assert page.isVisible()
    return page


def items(box: QComboBox) -> list[str]:
    """Return what a list offers, with ordinary spaces."""
    return [box.itemText(at).replace("\u00a0", " ") for at in range(box.count())]


def texts(window: MainWindow) -> list[str]:
    """Return all texts that the window shows."""
    return [one.text() for one in window.findChildren(TextBlock) if one.isVisible()]


def test_a_first_look_has_marks_on_cards_and_charts_and_a_strip(window: MainWindow) -> None:
    strip = window.findChild(ChangesStrip)
    assert strip is not None
    assert strip.isVisible()
    assert "2 changes since old.yaml" in texts(window)
    card = window.content.page.card_of("jobs")
    assert card is not None
    described = heard_of(card)
    assert described is not None
    assert described.describe is not None
    assert "Revised, was 1,200" in described.describe()
    assert any("Jobs: Revised, was 1,200" in one and "Follows" in one for one in texts(window))
    assert window.tabs.bar.tabText(0) == "What changed"
    assert window.tabs.bar.currentIndex() == 1


def test_the_marks_are_hidden_and_stay_so_at_the_next_look(
    window: MainWindow, open_window: OpenWindow, qtbot: QtBot
) -> None:
    strip = window.findChild(ChangesStrip)
    assert strip is not None
    hide = next(one for one in strip.findChildren(QPushButton) if "Hide" in one.text())
    hide.click()
    settle()
    assert window.store.view.changes == ""
    assert window.tabs.bar.count() == 2
    other = open_window(window.store.sheet, window.path)
    other.changing.refresh()
    qtbot.waitUntil(lambda: other.store.changes is not None)
    assert other.store.view.changes == ""
    assert other.toolbar.changes.isVisible()


def test_the_strip_is_closed_and_the_marks_stay(window: MainWindow) -> None:
    strip = window.findChild(ChangesStrip)
    assert strip is not None
    (close,) = strip.findChildren(QToolButton)
    assert close.accessibleName() == "Close; the marks stay"
    close.click()
    settle()
    assert not strip.isVisible()
    assert window.store.change_of("jobs") is not None
    assert window.tabs.bar.tabText(0) == "What changed"
    window.store.look(zoom=1.5)
    settle()
    rebuilt = window.findChild(ChangesStrip)
    assert rebuilt is not None
    assert not rebuilt.isVisible()
    window.actions_by_name["changes"].trigger()
    assert window.store.shown_changes is None


def test_the_list_is_the_first_tab_while_the_action_is_on(window: MainWindow) -> None:
    action = window.actions_by_name["changes"]
    assert action.shortcut().toString() == "Ctrl+Shift+H"
    window.tabs.bar.setCurrentIndex(0)
    settle()
    page = page_of(window)
    assert [one.row.figure for one in page.rows] == ["jobs", "twice"]
    strip = window.findChild(ChangesStrip)
    assert strip is not None
    assert not strip.isVisible()
    window.actions_by_name["next_tab"].trigger()
    settle()
    assert window.content.front is window.content.page
    action.trigger()
    settle()
    assert not window.store.view.changes
    action.trigger()
    settle()
    assert page_of(window).isVisible()


def test_rows_are_walked_and_chosen_by_keys_and_say_all(window: MainWindow) -> None:
    window.store.show_changes()
    settle()
    first, second = page_of(window).rows
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert window.store.view.selected == "jobs"
    heard = first.heard()
    assert heard.is_chosen
    assert heard.name.startswith("Jobs, 2024: was 1,200, now 1,184, −16")
    assert heard.name.endswith(". No reason is given.")
    assert heard.is_whole, "else its parts are said once more"
    said = texts(window)
    assert {"Selected change", "By how much", "What depends on it"} <= set(said)
    QTest.keyClick(first, Qt.Key.Key_Return)
    focused = window.focusWidget()
    assert window.content.panel.isAncestorOf(focused)


def test_a_change_is_copied_whole_with_its_sources(window: MainWindow, qtbot: QtBot) -> None:
    window.store.show_changes()
    settle()
    bring_to_front(window, qtbot)
    page_of(window).rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    window.actions_by_name["copy_value"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Jobs, 2024: was 1,200, now 1,184, −16")
    assert "No reason is given." in copied
    assert copied.count("paragraph 1") == 1


def test_a_click_selects_a_change(window: MainWindow) -> None:
    window.store.show_changes()
    settle()
    row = page_of(window).rows[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert window.store.view.selected == "twice"
    assert row.is_selected


def test_a_table_says_what_changed_beside_the_name(window: MainWindow) -> None:
    window.store.look(is_table=True)
    settle()
    tables = window.content.page.tables
    assert tables is not None
    model = tables.first.figures
    row = tables.first.row_of("jobs")
    assert row.isValid()
    names = [model.noted_name(one) for one in model.samples()]
    assert "Jobs (Revised, was 1,200)" in names


def test_the_words_are_in_the_language_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.store.look(changes="page", language="zh", language_choice="zh")
    settle()
    window.changing.refresh()
    qtbot.waitUntil(
        lambda: window.store.changes is not None and "处变化" in window.store.changes.strip
    )
    settle()
    assert page_of(window).rows[0].row.brief == "已修订，原为 1,200 jobs"


def test_an_edition_that_is_chosen_is_compared_with(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    old, new = (write(tmp_path, f"{one}.yaml", one) for one in (1100, 1184))
    window = open_window(load_sheet(new), new)
    window.changing.refresh()
    assert not window.actions_by_name["changes"].isEnabled()
    assert not window.toolbar.changes.isVisible()
    with patch.object(QFileDialog, "getOpenFileName", return_value=(str(old), "")):
        window.actions_by_name["compare_edition"].trigger()
    qtbot.waitUntil(lambda: window.store.is_on_changes)
    settle()
    assert "1,100" in page_of(window).rows[0].heard().name


def test_an_edition_that_cannot_be_read_is_said(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("cqviewer: [", "utf-8")
    window.changing.compare(bad)
    qtbot.waitUntil(lambda: window.notices.shown is not None)
    shown = window.notices.shown
    assert shown is not None
    assert shown.title == "The earlier edition could not be read: bad.yaml"
    assert window.store.changes is None


def test_a_sheet_may_name_no_edition_elsewhere(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "old.yaml").symlink_to(write(tmp_path, "old.yaml", 1200))
    new = write(folder, "new.yaml", 1184, "previous: old.yaml\n")
    window = open_window(load_sheet(new), new)
    window.changing.refresh()
    qtbot.waitUntil(lambda: window.notices.shown is not None)
    shown = window.notices.shown
    assert shown is not None
    assert "does not lie in the sheet's own folder" in shown.text


def test_a_saved_sheet_is_compared_again(window: MainWindow, qtbot: QtBot) -> None:
    assert window.path is not None
    write(window.path.parent, "new.yaml", 1150, "previous: old.yaml\n")
    window.files.reload()
    qtbot.waitUntil(
        lambda: (row := window.store.change_of("jobs")) is not None and row.now == "1,150"
    )


def test_the_preview_offers_what_changed(window: MainWindow) -> None:
    choices = PreviewOptions(window.store, PrintOptions())
    box = next(
        one
        for one in choices.findChildren(QCheckBox)
        if one.accessibleName() == "With what changed"
    )
    assert not box.isHidden()
    box.setChecked(True)
    options = choices.options()
    assert options is not None
    assert options.before == window.store.before


def test_the_panel_shows_both_values_and_both_sources_of_a_revision(
    open_in_front: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    write(tmp_path, "old.yaml", 1200)
    new = write(tmp_path, "new.yaml", 1184, "previous: old.yaml\n")
    new.write_text(new.read_text().replace("source: report par. 1", "source: report par. 2"))
    window = open_in_front(load_sheet(new), new)
    window.changing.refresh()
    qtbot.waitUntil(lambda: window.store.shown_changes is not None)
    window.store.select("jobs")
    settle()
    panel = window.content.panel
    (value,) = panel.findChildren(ChangedValue)
    old, *_ = value.findChildren(Struck)
    assert (old.text(), old.spoken) == ("1,200", "was 1,200")
    assert "1,184" in [one.text() for one in value.findChildren(QLabel)]
    said = [one.text() for one in panel.findChildren(TextBlock) if one.isVisible()]
    assert "Selected change" in said
    assert said[said.index("By how much") + 1].startswith("−16")
    assert said[said.index("Source before") + 1].endswith("paragraph 1")
    assert said[said.index("Source now") + 1].endswith("paragraph 2")
    assert said[said.index("Period, the same in both") + 1] == "2024"
    copy = next(one for one in panel.findChildren(QPushButton) if one.objectName() == "primary")
    assert copy.accessibleName() == "Copy the change"
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Jobs, 2024: was 1,200, now 1,184, −16")
    assert copied.index("paragraph 2") < copied.index("paragraph 1")
    window.actions_by_name["copy_bibtex"].trigger()
    assert QGuiApplication.clipboard().text().startswith("@")
    window.store.look(changes="")
    settle()
    assert not window.content.panel.findChildren(ChangedValue)
    window.actions_by_name["copy"].trigger()
    assert "1,200" not in QGuiApplication.clipboard().text()


def test_charts_have_the_values_of_before_while_changes_are_seen(window: MainWindow) -> None:
    known = window.store.old_values(["jobs", "twice", "port"])
    assert [(one.figure, str(one.value), one.words) for one in known] == [
        ("jobs", "1200", "was 1,200"),
        ("twice", "2400", "was 2,400 jobs"),
    ]
    assert any("Thin line: the value before." in one for one in texts(window))
    window.store.look(changes="")
    settle()
    assert window.store.old_values(["jobs"]) == ()
    assert not any("Thin line" in one for one in texts(window))


def test_editions_that_earlier_ones_name_can_be_chosen_from_a_list(
    open_in_front: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    write(tmp_path, "first.yaml", 1100)
    write(tmp_path, "old.yaml", 1200, "previous: first.yaml\n")
    new = write(tmp_path, "new.yaml", 1184, "previous: old.yaml\n")
    window = open_in_front(load_sheet(new), new)
    window.changing.refresh()
    qtbot.waitUntil(lambda: window.store.shown_changes is not None)
    window.store.show_changes()
    settle()
    box = page_of(window).findChild(QComboBox)
    assert box is not None
    assert box.accessibleName() == "Edition to compare with"
    assert items(box) == ["1 March 2025, old.yaml", "first.yaml"]
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(
        lambda: (row := window.store.change_of("jobs")) is not None and row.before == "1,100"
    )
    settle()
    box = page_of(window).findChild(QComboBox)
    assert box is not None
    assert items(box) == ["1 March 2025, first.yaml", "1 March 2025, old.yaml"]
    assert box.hasFocus()


def test_one_edition_alone_needs_no_list_and_a_circle_ends(
    window: MainWindow, open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.store.show_changes()
    settle()
    assert page_of(window).findChild(QComboBox) is None
    write(tmp_path, "old.yaml", 1200, "previous: new.yaml\n")
    other = open_window(window.store.sheet, window.path)
    other.changing.refresh()
    qtbot.waitUntil(lambda: other.store.changes is not None)
    assert [one.path.name for one in other.store.editions] == ["old.yaml"]
