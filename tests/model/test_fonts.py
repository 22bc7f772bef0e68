"""Fonts that the user brings are taken as a folder, or left alone with a sentence."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cqviewer.cli import main
from cqviewer.model.fonts import (
    MOST_FILES,
    VARIABLE,
    extra_families,
    extra_fonts,
    font_folders,
    use_fonts,
)
from cqviewer.paths import resources_folder

REGULAR = resources_folder() / "fonts" / "NotoSans-Regular.ttf"


@pytest.fixture(autouse=True)
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin and end without fonts of the user's."""
    monkeypatch.setenv(VARIABLE, "")
    yield
    os.environ[VARIABLE] = ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one font."""
    made = tmp_path / "fonts"
    made.mkdir()
    shutil.copy(REGULAR, made / "one.ttf")
    return made


def test_the_fonts_of_a_folder_are_taken_once(folder: Path) -> None:
    assert use_fonts(folder) == ""
    assert use_fonts(folder) == ""
    assert font_folders() == (str(folder),)
    (font,) = extra_fonts()
    assert (font.family, font.is_bold) == ("Noto Sans", False)
    assert ord("क") in font.letters
    assert extra_families() == ("Noto Sans",)


def test_without_a_folder_there_are_none() -> None:
    assert extra_fonts() == ()


def test_what_is_no_font_is_said(folder: Path) -> None:
    (folder / "two.ttf").write_bytes(b"\0\1\0\0" + b"x" * 100)
    assert use_fonts(folder) == f"{folder / 'two.ttf'}: this is no font that can be read"
    assert font_folders() == ()


def test_a_pipe_among_fonts_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "two.otf")
    assert "this is no file of a font" in use_fonts(folder)


def test_a_folder_within_is_not_looked_into(folder: Path) -> None:
    (folder / "more").mkdir()
    assert "it holds folders" in use_fonts(folder)


def test_a_folder_holds_a_few_fonts(folder: Path, tmp_path: Path) -> None:
    for number in range(MOST_FILES):
        (folder / f"{number}.ttf").touch()
    assert f"it holds {MOST_FILES + 1} fonts" in use_fonts(folder)
    assert "it holds 0 fonts" not in use_fonts(folder)
    assert "cannot be used: No such file" in use_fonts(tmp_path / "missing")


def test_a_command_takes_the_folder_that_is_named_and_the_one_beside(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = folder.parent / "sheet.yaml"
    assert main(["new", str(sheet)]) == 0
    assert main(["check", "--fonts", str(folder / "missing"), str(sheet)]) == 0
    assert font_folders() == (str(folder),)
    assert f"{folder / 'missing'}: its fonts cannot be used" in capsys.readouterr().err
