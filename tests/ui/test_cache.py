"""Pictures of charts are kept for the next start, and never shown for other figures."""

import os
import sys
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cqviewer.charts.drawing import DrawOptions, Mark
from cqviewer.charts.theme import DARK, LIGHT
from cqviewer.model.facts import Sheet
from cqviewer.model.localized import BabelCache
from cqviewer.ui import cache as kept
from cqviewer.ui.cache import Drawn, SheetCache, Worded, picture_name, sheets_folder
from cqviewer.ui.state.drawer import Drawer, Picture
from cqviewer.worker import shared_worker

LOOK = DrawOptions(theme=LIGHT, width=816, language="en")
PATIENCE_MS = 30_000


@pytest.fixture
def picture() -> QImage:
    """Give a picture of one colour, half of it transparent."""
    image = QImage(40, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0x80400000)
    return image


DRAWN = Drawn(30, (Mark(figure="retail", x=1, y=2, width=3, height=4, text="零售 +3.8 %"),))


def test_a_picture_comes_back_as_it_was_kept(picture: QImage) -> None:
    SheetCache(b"sheet").keep_picture("name", picture, DRAWN)
    found = SheetCache(b"sheet").find_picture("name")
    assert found is not None
    assert found[1] == DRAWN
    assert found[0].size() == picture.size()
    assert found[0].pixel(5, 5) == picture.pixel(5, 5)


def test_another_sheet_has_none(picture: QImage) -> None:
    SheetCache(b"sheet").keep_picture("name", picture, DRAWN)
    assert SheetCache(b"other").find_picture("name") is None


def test_another_build_of_a_program_without_source_files_has_none(
    picture: QImage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "cqviewer"
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    found = []
    for built in (1, 1, 2):
        os.utime(program, (built, built))
        kept._program.cache_clear()  # as in another run
        kept._sheet_name.cache_clear()
        found.append(SheetCache(b"sheet").find_picture("name") is not None)
        SheetCache(b"sheet").keep_picture("name", picture, DRAWN)
    kept._program.cache_clear()
    kept._sheet_name.cache_clear()
    assert found == [False, True, False]


def test_what_is_no_whole_picture_is_not_found(picture: QImage) -> None:
    cache = SheetCache(b"sheet")
    cache.keep_picture("name", picture, DRAWN)
    (file,) = _files()
    whole = file.read_bytes()
    for damaged in (b"", whole[:40], whole[:-9], b"no picture", whole[:-1] + b"?"):
        file.write_bytes(damaged)
        assert cache.find_picture("name") is None


def _files() -> list[Path]:
    return sorted(sheets_folder().glob("*/*"))


def test_where_nothing_can_be_written_there_is_none(
    picture: QImage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(kept, "sheets_folder", lambda: tmp_path / "file")
    SheetCache(b"sheet").keep_picture("name", picture, DRAWN)
    assert SheetCache(b"sheet").find_picture("name") is None


def test_only_the_sheets_looked_at_last_are_kept(
    picture: QImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_SHEETS", 2)
    for number, yaml in enumerate((b"a", b"b", b"c")):
        SheetCache(yaml).keep_picture("name", picture, DRAWN)
        for folder in {file.parent for file in _files()}:
            if not number:
                os.utime(folder, (0, 0))
    found = [SheetCache(yaml).find_picture("name") for yaml in (b"a", b"b", b"c")]
    assert [one is not None for one in found] == [False, True, True]


def test_only_so_many_pictures_of_a_sheet_are_kept(
    picture: QImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_FILES", 3)
    for number in range(6):
        SheetCache(b"sheet").keep_picture(str(number), picture, DRAWN)
    assert len(_files()) == 4  # room is made before one is written


def test_a_name_stands_for_all_that_is_drawn(sheet: Sheet) -> None:
    chart = sheet.sections[0].charts[0]
    name = picture_name(chart, sheet, LOOK, 1.0)
    assert name == picture_name(chart, sheet, LOOK, 1.0)
    figure = sheet.indicators[chart.figures[0]]
    latest = msgspec.structs.replace(figure.latest, value=Decimal("9.9"))
    changed = msgspec.structs.replace(figure, observations=(latest,))
    other = msgspec.structs.replace(sheet, indicators={**sheet.indicators, figure.id: changed})
    others = {
        picture_name(sheet.sections[0].charts[1], sheet, LOOK, 1.0),
        picture_name(chart, sheet, LOOK, 2.0),
        picture_name(chart, sheet, msgspec.structs.replace(LOOK, width=815), 1.0),
        picture_name(chart, sheet, msgspec.structs.replace(LOOK, theme=DARK), 1.0),
        picture_name(chart, sheet, msgspec.structs.replace(LOOK, language="zh"), 1.0),
        picture_name(chart, other, LOOK, 1.0),
    }
    assert len(others | {name}) == 7


def test_the_second_drawing_is_the_kept_one(
    sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = sheet.sections[0].charts[0]
    drawer = Drawer()
    first = _drawn(drawer, sheet, qtbot)
    drawer.keep(first, chart, sheet, 1.0)
    QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
    monkeypatch.setattr(shared_worker(), "submit", lambda *_: pytest.fail("it was drawn again"))
    second = _drawn(Drawer(), sheet, qtbot)
    assert first.image is not None
    assert second.image == first.image
    assert (second.height, second.marks) == (first.height, first.marks)
    assert {mark.figure for mark in second.marks} == set(chart.figures)


def _drawn(drawer: Drawer, sheet: Sheet, qtbot: QtBot) -> Picture:
    chart = sheet.sections[0].charts[0]
    with qtbot.waitSignal(drawer.drawn, timeout=PATIENCE_MS) as told:
        drawer.draw(drawer, chart, sheet, LOOK, 1.0)
    picture = told.args[2]
    assert isinstance(picture, Picture)
    return picture


def test_a_picture_with_a_selection_is_not_kept(sheet: Sheet, qtbot: QtBot) -> None:
    drawer = Drawer()
    chart = sheet.sections[0].charts[0]
    look = msgspec.structs.replace(LOOK, selected=chart.figures[0])
    with qtbot.waitSignal(drawer.drawn, timeout=PATIENCE_MS) as told:
        drawer.draw(drawer, chart, sheet, look, 1.0)
    drawer.keep(told.args[2], chart, sheet, 1.0)
    QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
    assert _files() == []


def test_a_sheet_comes_back_as_it_was_read(sheet: Sheet, other_sheet: Sheet) -> None:
    for one in (sheet, other_sheet):
        words = BabelCache(numbers={"en 0.0 7.6": "7.6"}, months={"en wide": ("January",)})
        SheetCache(one.yaml).keep_sheet(Worded(one, words), "en")
        found = SheetCache(one.yaml).find_sheet("en")
        assert found == Worded(one, words)
        assert SheetCache(one.yaml).find_sheet("zh") is None
        assert SheetCache(one.yaml + b" ").find_sheet("en") is None


def test_a_sheet_that_was_tampered_with_is_read_anew(sheet: Sheet) -> None:
    SheetCache(sheet.yaml).keep_sheet(Worded(sheet, BabelCache()), "en")
    (file,) = _files()
    whole = file.read_bytes()
    for damaged in (b"", whole[:40], whole[:-9], whole.replace(b"7.6", b"9.6")):
        file.write_bytes(damaged)
        assert SheetCache(sheet.yaml).find_sheet("en") is None
    file.write_bytes(whole)
    assert SheetCache(sheet.yaml).find_sheet("en") is not None
