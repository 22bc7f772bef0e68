"""Where to save is asked once, and nothing is replaced that the reader was not asked about."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.output.saving import ask_where_to_save

KINDS = {"PNG picture (*.png)": ".png", "Figures as CSV (*.csv)": ".csv"}
CSV = "Figures as CSV (*.csv)"


@pytest.mark.parametrize(
    ("written", "chosen", "saved"),
    [
        ("a.PNG", CSV, "a.PNG"),
        ("a", CSV, "a.csv"),
        ("a", "", "a.png"),
        ("v1.2", CSV, "v1.2.csv"),
        ("", "", None),
    ],
)
def test_a_name_gets_the_ending_of_the_kind_that_is_chosen_unless_it_has_one(
    written: str,
    chosen: str,
    saved: str | None,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = (str(tmp_path / written) if written else "", chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    expected = (tmp_path / saved, chosen) if saved else None
    assert ask_where_to_save(parent, "Save", tmp_path / "b.png", KINDS) == expected


@pytest.mark.parametrize("may_replace", [True, False])
def test_a_file_under_the_completed_name_is_replaced_only_if_the_reader_says_so(
    may_replace: bool, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.png").write_bytes(b"old")
    asked: list[str] = []

    def answer(
        _parent: QWidget, _title: str, text: str, _buttons: object
    ) -> QMessageBox.StandardButton:
        asked.append(text)
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        return yes if may_replace else no

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    monkeypatch.setattr(QMessageBox, "question", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    expected = (tmp_path / "a.png", "") if may_replace else None
    assert ask_where_to_save(parent, "Save", tmp_path / "b.png", KINDS) == expected
    assert asked == ["There is already a file a.png. Shall it be replaced?"]


@pytest.mark.parametrize(
    ("suggested", "proposed"),
    [
        ("b.png", "b.png"),
        ("Springfield: 2024.png", "Springfield-2024.png"),
        ("con.csv", "con-sheet.csv"),
    ],
)
def test_a_name_is_proposed_that_each_system_takes(
    suggested: str, proposed: str, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def answer(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        seen.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ask_where_to_save(parent, "Save", tmp_path / suggested, KINDS) is None
    assert seen == [str(tmp_path / proposed)]
