"""The files opened lately, with those that are gone greyed."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.settings import Settings
from cqviewer.ui.window.recent_menu import RecentMenu


def test_files_are_listed_the_latest_first_and_missing_ones_greyed(
    tmp_path: Path, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    settings = Settings()
    menu = RecentMenu(settings, parent)
    menu.refresh()
    assert [one.isEnabled() for one in menu.actions()] == [False]  # to clear the list
    for name in ("a & <b>.yaml", "gone.yaml", "there.yaml"):
        if name != "gone.yaml":
            (tmp_path / name).write_text("", "utf-8")
        settings.add_recent(tmp_path / name)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "there.yaml").write_text("", "utf-8")
    settings.add_recent(tmp_path / "sub" / "there.yaml")
    menu.aboutToShow.emit()
    listed = [(one.text(), one.isEnabled()) for one in menu.actions()]
    assert listed == [
        (f"there.yaml – {tmp_path / 'sub'}", True),
        (f"there.yaml – {tmp_path}", True),
        ("gone.yaml", False),
        ("a && <b>.yaml", True),
        ("", True),
        ("&Clear the list", True),
    ]
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.actions()[3].trigger()
    assert chosen.args == [tmp_path / "a & <b>.yaml"]
    menu.actions()[-1].trigger()
    menu.refresh()
    assert [one.text() for one in menu.actions()] == ["&Clear the list"]
