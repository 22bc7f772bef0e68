"""A window follows the file that it shows: each save, each fault, and its absence."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QFontDatabase,
    QGuiApplication,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.fonts import VARIABLE
from cqviewer.paths import data_folder, resources_folder
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.state.banner import Banner
from cqviewer.ui.style.look import FAMILIES
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle, until_idle

BUNDLED = (data_folder() / "chongqing-2024.yaml").read_text("utf-8")
TITLE = "2024 in figures, 2025 in plans"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a copy of the bundled sheet that may be changed."""
    path = tmp_path / "my sheet.yaml"
    path.write_text(BUNDLED, "utf-8")
    return path


@pytest.fixture
def window(path: Path, open_window: OpenWindow) -> MainWindow:
    """Return a window over the copy that has come to rest."""
    window = open_window(load_sheet(path), path, section="trade", selected="exports")
    window.prepare()
    settle()
    return window


def banners(window: MainWindow) -> list[str]:
    """List what is said, but not that something is being done: on a busy machine that is too."""
    if window.notices.shown is not None and window.notices.shown.topic == "busy":
        return []
    shown = (one for one in window.findChildren(Banner) if one.isVisibleTo(window))
    return [one.accessibleName() for one in shown]


def edited(number: int) -> str:
    assert TITLE in BUNDLED
    return BUNDLED.replace(TITLE, f"edition {number}")


def shows_edition(window: MainWindow, number: int) -> bool:
    return f"edition {number}" in window.windowTitle()


def test_a_save_is_shown_and_the_reader_stays_where_they_are(
    window: MainWindow, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = window.content.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    painted: list[FigureCard] = []
    paint = FigureCard.paintEvent

    def note(card: FigureCard, event: QPaintEvent) -> None:
        paint(card, event)
        painted.append(card)

    monkeypatch.setattr(FigureCard, "paintEvent", note)
    for number in range(3):
        qtbot.waitUntil(lambda: window.content.is_at_rest)
        beside = path.with_name("beside")
        beside.write_text(edited(number), "utf-8")
        beside.replace(path)
        qtbot.waitUntil(lambda number=number: shows_edition(window, number))  # type: ignore[misc]
        cards = window.content.page.cards
        qtbot.waitUntil(lambda cards=cards: cards[0] in painted)  # type: ignore[misc]
    assert window.store.view.section == "trade"
    assert window.store.view.selected == "exports"
    assert banners(window) == []
    bar = window.content.page.verticalScrollBar()
    qtbot.waitUntil(lambda: abs(bar.value() - before) <= 2)


def test_a_broken_save_is_said_with_its_place_and_the_next_good_one_clears_it(
    window: MainWindow, path: Path, sheet: Sheet, qtbot: QtBot
) -> None:
    title = window.windowTitle()
    path.write_text(BUNDLED.replace("\nindicators:", "\nindicatorz:"), "utf-8")
    qtbot.waitUntil(lambda: bool(banners(window)))
    (said,) = banners(window)
    line = BUNDLED.splitlines().index("indicators:") + 1
    assert said.startswith(f"This sheet could not be read: {path.name}. Line {line}, column 1: ")
    assert "indicators" in said
    assert said.endswith("The sheet that was read before stays on screen.")
    details = window.findChild(QPlainTextEdit)
    assert isinstance(details, QPlainTextEdit)
    assert f"{path}:{line}:1: error:" in details.toPlainText()
    assert window.windowTitle() == title
    assert window.store.sheet.indicators == sheet.indicators
    path.write_text(edited(1), "utf-8")
    qtbot.waitUntil(lambda: shows_edition(window, 1))
    assert banners(window) == []


def test_a_broken_save_that_is_taken_back_is_forgiven(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    path.write_text("[", "utf-8")
    qtbot.waitUntil(lambda: bool(banners(window)))
    path.write_text(BUNDLED, "utf-8")
    qtbot.waitUntil(lambda: not banners(window))


def test_a_file_that_is_gone_is_said_and_picked_up_again(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    path.unlink()
    qtbot.waitUntil(lambda: bool(banners(window)))
    assert banners(window)[0].startswith(f"The file is gone: {path.name}.")
    path.write_text(edited(2), "utf-8")
    qtbot.waitUntil(lambda: shows_edition(window, 2))
    assert banners(window) == []


def test_the_same_sheet_again_builds_nothing_anew(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    stage = window.content
    with qtbot.waitSignal(window.files.opened):
        path.write_text(BUNDLED, "utf-8")
    assert window.content is stage


def test_another_sheet_is_opened_in_the_same_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(__file__).resolve().parent.parent.parent / "data" / "harbour-town.yaml"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    window.notices.tell("Saved", "writing")
    window.content.page.restore_scroll(1.0)
    with qtbot.waitSignal(window.files.opened):
        window.actions_by_name["open"].trigger()
    assert window.files.path == other
    assert window.notices.shown is None, "what was saved is of the sheet before"
    assert window.content.page.share == 0.0
    assert window.store.sheet == load_sheet(other)
    window.recent_menu.refresh()
    assert window.recent_menu.actions()[0].text() == "harbour-town.yaml"


def test_a_file_of_the_same_name_in_another_folder_is_another(
    window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    twin = tmp_path / "twins" / path.name
    twin.parent.mkdir()
    twin.write_text(BUNDLED, "utf-8")
    assert window.store.selected_fact() is not None
    with qtbot.waitSignal(window.files.opened):
        window.files.open(path)
    assert window.store.selected_fact() is not None, "the same file was read again"
    with qtbot.waitSignal(window.files.opened):
        window.files.open(twin)
    assert window.store.selected_fact() is None


def test_a_file_that_cannot_be_opened_leaves_all_as_it_was(
    window: MainWindow, tmp_path: Path, path: Path, qtbot: QtBot
) -> None:
    window.open_path(tmp_path / "none.yaml")
    qtbot.waitUntil(lambda: bool(banners(window)))
    assert "There is no such file" in banners(window)[0]
    assert window.files.path == path
    path.write_text(edited(3), "utf-8")
    qtbot.waitUntil(lambda: shows_edition(window, 3))


def test_of_two_files_asked_for_the_later_counts(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / f"{number}.yaml" for number in range(2)]
    for number, one in enumerate(paths):
        one.write_text(edited(number), "utf-8")
        window.open_path(one)
    qtbot.waitUntil(lambda: shows_edition(window, 1))
    until_idle(qtbot)
    assert shows_edition(window, 1)
    assert window.files.path == paths[1]


def test_the_sheet_is_opened_in_the_systems_editor(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl, *, is_there: bool) -> bool:
        opened.append(url)
        return is_there

    monkeypatch.setattr(QDesktopServices, "openUrl", partial(open_url, is_there=True))
    window.actions_by_name["edit_sheet"].trigger()
    assert opened == [QUrl.fromLocalFile(str(path))]
    assert banners(window) == []
    monkeypatch.setattr(QDesktopServices, "openUrl", partial(open_url, is_there=False))
    window.actions_by_name["edit_sheet"].trigger()
    notice = window.notices.shown
    assert notice is not None
    assert notice.title == f"The system has no program to edit {path.name} with"
    notice.links[0][1]()
    assert QGuiApplication.clipboard().text() == str(path)


def test_files_that_are_dropped_are_opened_the_first_of_them_here(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / f"{number}.yaml" for number in range(2)]
    for number, one in enumerate(paths):
        one.write_text(edited(number), "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    # A file manager that would rather move a file deletes its own then, unless told to copy it.
    both = copy | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(QPointF(9, 9), both, data, left, none)
    enter.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert enter.dropAction() == copy
    drop = QDropEvent(QPointF(9, 9), both, data, left, none)
    drop.setDropAction(Qt.DropAction.MoveAction)
    with qtbot.waitSignal(window.window_wanted) as wanted:
        QApplication.sendEvent(window, drop)
    assert drop.isAccepted()
    assert drop.dropAction() == copy
    assert wanted.args == [paths[1]]
    qtbot.waitUntil(lambda: shows_edition(window, 0))


def test_a_web_address_that_is_dropped_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/sheet.yaml")])
    enter = QDragEnterEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_a_sheet_is_saved_beside_its_file_but_a_bundled_one_among_the_readers_documents(
    open_window: OpenWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    asked: list[str] = []

    def dismiss(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(suggested)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dismiss)
    bundled = data_folder() / "chongqing-2024.yaml"
    for file in (path, bundled):
        window = open_window(load_sheet(file), file)
        window.actions_by_name["export_pdf"].trigger()
        window.content.page.chart_cards[0].buttons.save.click()
    (home / "Documents").rmdir()
    window.actions_by_name["export_pdf"].trigger()
    (tmp_path / "far").mkdir()
    window.files.remember_folder(tmp_path / "far" / "saved.pdf")
    window.actions_by_name["export_pdf"].trigger()
    folders = [str(Path(one).parent) for one in asked]
    documents = str(home / "Documents")
    last = [str(home), str(tmp_path / "far")]
    assert folders == [str(tmp_path)] * 2 + [documents] * 2 + last


@pytest.fixture
def with_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a sheet with a font of an unknown family in `fonts` beside it."""
    monkeypatch.setenv(VARIABLE, "")
    folder = tmp_path / "apart" / "fonts"
    folder.mkdir(parents=True)
    with TTFont(resources_folder() / "fonts" / "NotoSans-Regular.ttf") as font:
        for number in (1, 16):
            font["name"].setName("Springfield Sans", number, 3, 1, 0x409)
        font.save(folder / "own.ttf")
    (folder.parent / "sheet.yaml").write_text(edited(5), "utf-8")
    families = {key: [*value] for key, value in FAMILIES.items()}
    yield folder.parent / "sheet.yaml"
    os.environ[VARIABLE] = ""
    FAMILIES.update(families)


def test_fonts_beside_a_sheet_that_is_opened_later_are_taken(
    window: MainWindow, with_font: Path, qtbot: QtBot
) -> None:
    assert "Springfield Sans" not in QFontDatabase.families()
    with qtbot.waitSignal(window.files.opened):
        window.open_path(with_font)
    assert "Springfield Sans" in QFontDatabase.families()
    assert FAMILIES["en"][-1] == "Springfield Sans"
    assert "Springfield Sans" in window.look.font("body").families()
    assert os.environ[VARIABLE] == str(with_font.parent / "fonts")
    assert banners(window) == []


def test_fonts_that_cannot_be_used_are_said_and_the_sheet_is_shown(
    window: MainWindow, with_font: Path, qtbot: QtBot
) -> None:
    (with_font.parent / "fonts" / "own.ttf").write_bytes(b"no font")
    with qtbot.waitSignal(window.files.opened):
        window.open_path(with_font)
    assert window.store.sheet == load_sheet(with_font)
    (said,) = banners(window)
    assert said.startswith("The fonts beside this sheet cannot be used")
