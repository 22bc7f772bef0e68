"""The list of what changed: of many changes, some at once, then others, and at last their count."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.model.reporting.edition_words import edition_changes
from cqviewer.ui.changes.change_row import ChangeRow
from cqviewer.ui.changes.changes_page import AT_ONCE, MOST_ROWS, ChangesPage
from cqviewer.ui.state.focus_restorer import FocusRestorer
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from tests.model.sheets import figure, sheet_text
from tests.ui.conftest import body_of, bring_to_front, settle


def said(part: QWidget) -> list[str]:
    return [one.text() for one in part.findChildren(TextBlock)]


def page_with(count: int, folder: Path, look: Look, qtbot: QtBot) -> ChangesPage:
    """Show so many changes of each of two kinds."""
    sheets = []
    for value in (1200, 1184):
        path = folder / f"{value}.yaml"
        path.write_text(sheet_text(f"jobs: {figure(value=value)}\n"))
        sheets.append(load_sheet(path))
    store = Store(sheets[1])
    changes = edition_changes(sheets[0], sheets[1], store.wording)
    group = changes.groups[0]
    groups = tuple(
        replace(
            group,
            kind=kind,
            rows=tuple(replace(group.rows[0], name=f"{kind} {at}") for at in range(count)),
        )
        for kind in ("revised", "new")
    )
    page = ChangesPage(replace(changes, groups=groups), store, look)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def test_many_changes_are_built_in_order_while_the_window_answers(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    page = page_with(AT_ONCE, tmp_path, look, qtbot)
    assert len(page.rows) == AT_ONCE
    settle()
    names = [f"{kind} {at}" for kind in ("revised", "new") for at in range(AT_ONCE)]
    assert [row.row.name for row in page.rows] == names
    tops = [row.mapTo(body_of(page), QPoint()).y() for row in page.rows]
    assert tops == sorted(set(tops))
    assert not [one for one in said(page) if "the print" in one]


def test_of_very_many_changes_the_first_are_shown_and_all_are_counted(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    half = MOST_ROWS // 2 + 1
    page = page_with(half, tmp_path, look, qtbot)
    settle()
    assert len(page.rows) == MOST_ROWS
    assert [one for one in said(page) if "the print" in one] == [
        f"The first {MOST_ROWS:,} of {2 * half:,} changes; the print has all of them."
    ]
    assert all(any(f"{half:,}" in one for one in said(group)) for group in page.groups)
    assert page.rows[-1].isVisible()


def test_the_keyboard_comes_back_to_a_row_beyond_the_first(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    before = page_with(AT_ONCE, tmp_path, look, qtbot)
    settle()
    at = AT_ONCE + 20
    kept = FocusRestorer(before.rows[at], [before])
    after = page_with(AT_ONCE, tmp_path, look, qtbot)
    assert len(after.rows) == AT_ONCE
    bring_to_front(after, qtbot)
    assert kept.restore([after], after)
    focused = after.focusWidget()
    assert isinstance(focused, ChangeRow)
    assert focused.row == before.rows[at].row
    settle()
    assert [one.row.name for one in after.rows] == [one.row.name for one in before.rows]
