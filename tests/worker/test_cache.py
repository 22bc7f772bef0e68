"""What is kept for the next start is found whole or not at all, and is the user's alone."""

import hashlib
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from cqviewer.charts.drawing import DrawOptions, Mark
from cqviewer.charts.theme import DARK, LIGHT
from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.fonts import VARIABLE
from cqviewer.model.localized import BabelCache
from cqviewer.paths import cache_folder, data_folder, sheets_folder
from cqviewer.worker import cache as module
from cqviewer.worker.cache import SheetCache, WindowPicture, Worded, picture_name, sheet_key
from cqviewer.worker.pictures import Pixels, Wanted
from cqviewer.worker.wanting import wanted

LOOK = DrawOptions(theme=LIGHT, width=816, language="en")
PIXELS = Pixels(
    data=bytes(range(240)) * 20,
    width=40,
    height=30,
    chart_height=30,
    marks=(Mark(figure="retail", x=1, y=2, width=3, height=4, text="零售 +3.8 %"),),
)
WINDOW = WindowPicture("a" * 64, 3, 2, b"abcd" * 6)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep apart from the worker processes of other tests, which may still write."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    """Return the bundled sheet."""
    return load_sheet(data_folder() / "chongqing-2024.yaml")


@pytest.fixture(scope="module")
def picture(sheet: Sheet) -> Wanted:
    """Return what the picture of a chart is drawn from."""
    return wanted(sheet.sections[0].charts[0], sheet, LOOK, 1.0)


def files() -> list[Path]:
    return sorted(sheets_folder().glob("*/*"))


def sheet_cache(yaml: bytes = b"sheet") -> SheetCache:
    return SheetCache(sheet_key(yaml))


def found_in_runs(picture: Wanted, file: Path, *changed: float) -> list[bool]:
    """Return whether a picture is found in each of several runs, with a file changed at a time."""
    found = []
    for time in changed:
        os.utime(file, (time, time))
        module._program.cache_clear()  # noqa: SLF001 - as in another run
        found.append(sheet_cache().find_picture(picture) is not None)
        sheet_cache().keep_picture(picture, PIXELS)
    module._program.cache_clear()  # noqa: SLF001
    return found


def test_a_picture_comes_back_as_it_was_kept(picture: Wanted) -> None:
    sheet_cache().keep_picture(picture, PIXELS)
    found = sheet_cache().find_picture(picture)
    assert found == msgspec.structs.replace(PIXELS, is_kept=True)


def test_another_sheet_has_none(picture: Wanted) -> None:
    sheet_cache().keep_picture(picture, PIXELS)
    assert sheet_cache(b"other").find_picture(picture) is None


def test_another_build_of_a_program_without_source_files_has_none(
    picture: Wanted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "cqviewer"
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert found_in_runs(picture, program, 1, 1, 2) == [False, True, False]


@pytest.mark.parametrize("name", ["phrases/en.json", "icons/glyphs/tick.svg", "style.qss"])
def test_a_picture_drawn_with_other_words_or_signs_is_not_found(
    picture: Wanted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    monkeypatch.setattr(module, "resources_folder", lambda: tmp_path)
    after = 4_000_000_000  # the times of all modules
    assert found_in_runs(picture, file, after + 1, after + 1, after + 2) == [False, True, False]


def test_what_is_not_whole_is_not_found(picture: Wanted) -> None:
    sheet_cache().keep_picture(picture, PIXELS)
    (file,) = files()
    whole = file.read_bytes()
    for damaged in (b"", whole[:40], whole[:-9], b"no picture", whole[:-1] + b"?"):
        file.write_bytes(damaged)
        assert sheet_cache().find_picture(picture) is None
    file.write_bytes(whole)
    assert sheet_cache().find_picture(picture) is not None


def plant(file: Path, content: bytes) -> None:
    """Write an entry whose digest is right."""
    file.write_bytes(hashlib.sha256(content).hexdigest().encode() + content)


def written(width: int, height: int, tall: int, data: bytes, marks: tuple[str, ...] = ()) -> bytes:
    """Return a chart's picture as it is written, with what is told of its size."""
    said = {"data": data, "width": width, "height": height, "chart_height": tall, "marks": marks}
    return msgspec.msgpack.encode(said)


PACKED = zlib.compress(PIXELS.data)


def test_a_picture_whose_parts_fit_is_found(picture: Wanted) -> None:
    sheet_cache().keep_picture(picture, PIXELS)
    plant(files()[0], written(40, 30, 30, PACKED))
    whole = msgspec.structs.replace(PIXELS, marks=(), is_kept=True)
    assert sheet_cache().find_picture(picture) == whole


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"\xc1", b"\x91" * 100_000, msgspec.msgpack.encode(["no", "picture"])),
        written(40, 30, 30, b"not packed"),
        written(40, 30, 30, zlib.compress(b"too few")),
        written(40, 29, 30, PACKED),
        written(40, 31, 30, PACKED),
        written(-40, -30, 30, PACKED),
        written(0, 0, 30, zlib.compress(b"")),
        written(1 << 62, 1, 30, PACKED),
        written(40, 30, -1, PACKED),
        written(40, 30, 1 << 40, PACKED),
        written(40, 30, 30, PACKED, marks=("no mark",)),
        written(40, 30, 30, zlib.compress(bytes(50_000_000))),
    ],
)
def test_a_picture_of_which_the_digest_alone_is_right_is_not_found(
    picture: Wanted, content: bytes
) -> None:
    sheet_cache().keep_picture(picture, PIXELS)
    plant(files()[0], content)
    assert sheet_cache().find_picture(picture) is None


def test_a_window_s_picture_comes_back_for_the_same_window_alone() -> None:
    sheet_cache().keep_window(WINDOW)
    assert sheet_cache().find_window("a" * 64) == WINDOW
    assert sheet_cache().find_window("b" * 64) is None


@pytest.mark.parametrize("size", [(3, 3), (0, 0), (-3, -2), (1 << 40, 1 << 40), (2, 2)])
def test_a_window_s_picture_of_another_size_is_not_found(size: tuple[int, int]) -> None:
    sheet_cache().keep_window(WINDOW)
    packed = zlib.compress(WINDOW.data)
    plant(files()[0], msgspec.msgpack.encode(WindowPicture("a" * 64, *size, packed)))
    assert sheet_cache().find_window("a" * 64) is None


def test_a_sheet_comes_back_as_it_was_read(sheet: Sheet) -> None:
    harbour = Path(__file__).resolve().parents[1] / "data" / "harbour-town.yaml"
    for one in (sheet, load_sheet(harbour)):
        words = BabelCache(numbers={"en": (".", ",", 3, 3)}, months={"en wide": ("January",)})
        cache = sheet_cache(one.yaml)
        assert not cache.has_sheet("en")
        cache.keep_sheet(Worded(one, words), "en")
        assert cache.has_sheet("en")
        assert cache.find_sheet("en") == Worded(one, words)
        assert cache.find_sheet("zh") is None
        assert sheet_cache(one.yaml + b" ").find_sheet("en") is None


def test_a_sheet_that_was_tampered_with_is_read_again(sheet: Sheet) -> None:
    cache = sheet_cache(sheet.yaml)
    cache.keep_sheet(Worded(sheet, BabelCache()), "en")
    (file,) = files()
    whole = file.read_bytes()
    for damaged in (b"", whole[:40], whole[:-9], whole.replace(b"7.6", b"9.6")):
        file.write_bytes(damaged)
        assert cache.find_sheet("en") is None
    file.write_bytes(whole)
    assert cache.find_sheet("en") is not None


def without_figures(sheet: Sheet) -> Sheet:
    return msgspec.structs.replace(sheet, indicators={})


def without_sections(sheet: Sheet) -> Sheet:
    return msgspec.structs.replace(sheet, sections=())


def without_goals(sheet: Sheet) -> Sheet:
    return msgspec.structs.replace(sheet, goals=None)


def without_an_input(sheet: Sheet) -> Sheet:
    derived = next(one for one in sheet.indicators.values() if one.derivation)
    assert derived.derivation is not None
    derivation = msgspec.structs.replace(derived.derivation, inputs=("none",))
    one = msgspec.structs.replace(derived, derivation=derivation)
    return msgspec.structs.replace(sheet, indicators={**sheet.indicators, one.id: one})


def without_observations(sheet: Sheet) -> Sheet:
    one = msgspec.structs.replace(sheet.indicators["industry"], observations=())
    return msgspec.structs.replace(sheet, indicators={**sheet.indicators, one.id: one})


@pytest.mark.parametrize(
    "spoil",
    [
        without_figures,
        without_sections,
        without_goals,
        without_an_input,
        without_observations,
    ],
)
def test_a_sheet_that_refers_to_what_it_lacks_is_read_again(
    sheet: Sheet, spoil: Callable[[Sheet], Sheet]
) -> None:
    cache = sheet_cache(sheet.yaml)
    cache.keep_sheet(Worded(spoil(sheet), BabelCache()), "en")
    assert cache.find_sheet("en") is None


def test_a_name_stands_for_all_that_is_drawn(sheet: Sheet) -> None:
    chart = sheet.sections[0].charts[0]

    def name(
        of: Sheet = sheet, look: DrawOptions = LOOK, ratio: float = 1.0, number: int = 0
    ) -> str:
        return picture_name(wanted(of.sections[0].charts[number], of, look, ratio))

    assert name() == name()
    figure = sheet.indicators[chart.figures[0]]
    latest = msgspec.structs.replace(figure.latest, value=Decimal("9.9"))
    changed = msgspec.structs.replace(figure, observations=(latest,))
    other = msgspec.structs.replace(sheet, indicators={**sheet.indicators, figure.id: changed})
    others = {
        name(number=1),
        name(ratio=2.0),
        name(look=msgspec.structs.replace(LOOK, width=815)),
        name(look=msgspec.structs.replace(LOOK, theme=DARK)),
        name(look=msgspec.structs.replace(LOOK, language="zh")),
        name(of=other),
    }
    assert len(others | {name()}) == 7


# The folder


def test_where_nothing_can_be_written_there_is_none(
    picture: Wanted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(module, "sheets_folder", lambda: tmp_path / "file")
    sheet_cache().keep_picture(picture, PIXELS)
    assert sheet_cache().find_picture(picture) is None


def test_only_the_sheets_looked_at_last_are_kept(
    picture: Wanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_SHEETS", 2)
    for number, yaml in enumerate((b"a", b"b", b"c")):
        sheet_cache(yaml).keep_picture(picture, PIXELS)
        for folder in {file.parent for file in files()}:
            if not number:
                os.utime(folder, (0, 0))
    found = [sheet_cache(yaml).find_picture(picture) for yaml in (b"a", b"b", b"c")]
    assert [one is not None for one in found] == [False, True, True]


def keep_widths(sheet: Sheet, number: int) -> None:
    """Keep pictures of as many widths."""
    for width in range(number):
        look = msgspec.structs.replace(LOOK, width=400 + width)
        chart = sheet.sections[0].charts[0]
        sheet_cache().keep_picture(wanted(chart, sheet, look, 1.0), PIXELS)


def test_only_so_many_pictures_of_a_sheet_are_kept(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 3)
    keep_widths(sheet, 6)
    assert len(files()) == 4  # room is made before one is written


def test_what_is_not_ours_is_never_removed(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keep_widths(sheet, 1)
    monkeypatch.setattr(module, "MOST_FILES", 0)
    monkeypatch.setattr(module, "MOST_SHEETS", 1)
    folder = files()[0].parent
    theirs = [folder / "notes.txt", folder / f"{'a' * 64}.txt", sheets_folder() / "readme"]
    for file in theirs:
        file.write_text("precious")
    (sheets_folder() / "theirs").mkdir()
    (sheets_folder() / "theirs" / ("c" * 64)).write_text("precious")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / ("b" * 64)).write_text("precious")
    (sheets_folder() / ("d" * 64)).symlink_to(outside)
    (folder / ("e" * 64)).symlink_to(outside / ("b" * 64))
    keep_widths(sheet, 3)
    sheet_cache(b"other").keep_window(WINDOW)
    assert sheet_cache(b"other").find_window("a" * 64) is not None
    assert sorted(one.name[0] for one in folder.iterdir()) == ["a", "e", "n"]
    assert [file.read_text() for file in theirs] == ["precious"] * 3
    assert (outside / ("b" * 64)).read_text() == "precious"
    assert (sheets_folder() / "theirs" / ("c" * 64)).read_text() == "precious"


def test_a_folder_that_is_a_link_is_neither_read_nor_written_nor_emptied(
    picture: Wanted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sheet_cache().keep_picture(picture, PIXELS)
    folder = files()[0].parent
    outside = tmp_path / "outside"
    folder.rename(outside)
    folder.symlink_to(outside)
    monkeypatch.setattr(module, "MOST_FILES", 0)
    before = sorted(outside.iterdir())
    assert sheet_cache().find_picture(picture) is None
    sheet_cache().keep_window(WINDOW)
    assert sorted(outside.iterdir()) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes there")
def test_folders_and_files_are_closed_to_others(picture: Wanted) -> None:
    before = os.umask(0o022)
    try:
        cache_folder().mkdir(mode=0o755, parents=True)
        sheets_folder().mkdir(mode=0o755)  # as earlier versions made them
        sheet_cache().keep_picture(picture, PIXELS)
        sheet_cache().keep_window(WINDOW)
    finally:
        os.umask(before)
    assert len(files()) == 2
    for file in files():
        assert file.stat().st_mode & 0o777 == 0o600
        for folder in (file.parent, sheets_folder(), cache_folder()):
            assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes by name")
def test_a_pipe_in_a_file_s_place_is_not_waited_for(picture: Wanted) -> None:
    sheet_cache().keep_picture(picture, PIXELS)
    (file,) = files()
    file.unlink()
    os.mkfifo(file)
    assert sheet_cache().find_picture(picture) is None


def test_what_python_compiles_meanwhile_changes_no_key() -> None:
    code = "from cqviewer.worker.cache import sheet_key; print(sheet_key(b'a'))"
    command = [sys.executable, "-c", code]
    compiled = Path(module.__file__).parents[1] / "ui" / "__pycache__"
    compiled.mkdir(exist_ok=True)
    keys = []
    for _ in range(2):
        keys.append(subprocess.check_output(command, cwd=compiled.parents[2]))
        os.utime(compiled)
    assert keys[0] == keys[1]


def test_what_is_drawn_with_other_fonts_has_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    bare = sheet_key(b"a")
    monkeypatch.setenv(VARIABLE, "/somewhere/fonts")
    assert sheet_key(b"a") != bare
    monkeypatch.delenv(VARIABLE)
    assert sheet_key(b"a") == bare
