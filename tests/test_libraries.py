"""Libraries are set before they are imported: matplotlib lists no fonts of the system."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cqviewer.libraries import prepare_libraries
from cqviewer.paths import cache_folder, resources_folder
from tests.checkout import CHECKOUT
from tests.worker.test_serve import Asker

LISTS = sorted(one.name for one in (resources_folder() / "fonts").glob("fontlist-*.json"))


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", "to be put back")
    monkeypatch.delenv("MPLCONFIGDIR")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)


def kept() -> dict[str, bytes]:
    folder = cache_folder() / "matplotlib"
    return {one.name: one.read_bytes() for one in sorted(folder.glob("*"))}


def drawn(before: str = "") -> tuple[list[str], str]:
    """Draw a Chinese chart in a process; return the fonts that are listed, and a digest of it."""
    code = (
        "import hashlib\n"
        "import cqviewer.libraries as libraries\n"
        f"{before}\n"
        "libraries.prepare_libraries()\n"
        "from matplotlib.font_manager import fontManager\n"
        "print(*sorted({one.name for one in fontManager.ttflist}), sep=',')\n"
        "from cqviewer.charts.draw import draw_chart, to_rgba\n"
        "from cqviewer.charts.svg import to_svg\n"
        "from cqviewer.charts.drawing import DrawOptions\n"
        "from cqviewer.charts.theme import LIGHT\n"
        "from cqviewer.load import load_sheet\n"
        "from cqviewer.paths import bundled_sheet\n"
        "sheet = load_sheet(bundled_sheet())\n"
        "options = DrawOptions(theme=LIGHT, width=560, language='zh')\n"
        "found = hashlib.sha256()\n"
        "for chart in sheet.sections[0].charts:\n"
        "    found.update(to_rgba(draw_chart(chart, sheet, options), 1.25)[0])\n"
        "    found.update(to_svg(draw_chart(chart, sheet, options)))\n"
        "print(found.hexdigest())\n"
    )
    run = [sys.executable, "-W", "error", "-c", code]
    said = subprocess.run(run, cwd=CHECKOUT, check=True, capture_output=True, text=True)
    assert said.stderr in ("", "Matplotlib is building the font cache; this may take a moment.\n")
    fonts, digest = said.stdout.splitlines()
    return fonts.split(","), digest


def test_charts_are_drawn_without_a_list_of_the_systems_fonts_and_look_the_same() -> None:
    fonts, digest = drawn()
    assert fonts == ["DejaVu Sans"]  # make resources/fonts/fontlist-*.json anew, as told there
    assert list(kept()) == LISTS  # and none that matplotlib made

    # A matplotlib of another version finds no list, and makes its own.
    elsewhere = "libraries.resources_folder = libraries.cache_folder"
    for name in LISTS:
        (cache_folder() / "matplotlib" / name).unlink()
    fonts, same = drawn(elsewhere)
    assert "DejaVu Sans Mono" in fonts
    assert same == digest


def test_the_list_lies_in_a_folder_of_the_users_alone_and_a_damaged_one_is_replaced() -> None:
    prepare_libraries()
    folder = cache_folder() / "matplotlib"
    assert os.environ["MPLCONFIGDIR"] == str(folder)
    assert {stat.S_IMODE(one.stat().st_mode) for one in (folder, folder.parent)} == {0o700}
    before = kept()
    assert list(before) == LISTS
    (folder / LISTS[0]).write_bytes(b"{")
    del os.environ["MPLCONFIGDIR"]  # another process begins
    prepare_libraries()
    assert kept() == before


def test_what_the_user_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", "/mine")
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    prepare_libraries()
    assert (os.environ["MPLCONFIGDIR"], os.environ["OPENBLAS_NUM_THREADS"]) == ("/mine", "3")
    assert not kept()


def test_where_nothing_can_be_kept_matplotlib_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cqviewer").write_text("a file, and no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    prepare_libraries()
    assert "MPLCONFIGDIR" not in os.environ
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"


def test_the_worker_process_and_a_command_find_the_list(tmp_path: Path) -> None:
    asker = Asker()
    try:
        assert asker.ask(os.getenv, "MPLCONFIGDIR") == (True, str(cache_folder() / "matplotlib"))
        assert asker.ask(os.getenv, "OPENBLAS_NUM_THREADS") == (True, "1")
    finally:
        asker.process.kill()
        asker.process.wait()
    assert list(kept()) == LISTS
    (cache_folder() / "matplotlib" / LISTS[0]).unlink()
    printing = [sys.executable, "-m", "cqviewer", "print", "-o", str(tmp_path / "sheet.pdf")]
    sheet = CHECKOUT / "data" / "starter.yaml"
    subprocess.run([*printing, str(sheet)], cwd=CHECKOUT, check=True, capture_output=True)
    assert list(kept()) == LISTS
