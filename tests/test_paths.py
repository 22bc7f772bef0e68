"""The bundled folders are found in a checkout, and in a wheel built from it."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cqviewer import paths
from tests.checkout import CHECKOUT, run_python


def test_a_checkout_keeps_both_folders_beside_the_package() -> None:
    assert paths.data_folder() == CHECKOUT / "data"
    assert paths.resources_folder() == CHECKOUT / "resources"


def test_each_sheet_in_the_folder_is_listed_once_and_known_as_bundled(tmp_path: Path) -> None:
    real, made_up = paths.bundled_sheets()
    assert paths.bundled_sheet() in real
    assert paths.starter_sheet() in made_up
    assert sorted([*real, *made_up]) == sorted((CHECKOUT / "data").rglob("*.yaml"))
    assert all(map(paths.is_bundled, [*real, *made_up]))
    (tmp_path / "link.yaml").symlink_to(real[0])
    assert paths.is_bundled(tmp_path / "link.yaml")
    assert not paths.is_bundled(tmp_path / "mine.yaml")


@pytest.mark.skipif(sys.platform != "linux", reason="others ask the system for the folder")
def test_a_user_without_a_home_has_no_place_to_keep_things(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", no_home)
    with pytest.raises(OSError, match="cqviewer"):
        paths.cache_folder().mkdir(parents=True)


@pytest.mark.parametrize("face", ["Regular", "Bold"])
@pytest.mark.parametrize("family", ["NotoSans", "NotoSansSC"])
def test_every_font_lies_beside_its_licence(family: str, face: str) -> None:
    fonts = paths.resources_folder() / "fonts"
    assert (fonts / f"{family}-{face}.ttf").is_file()
    assert "SIL OPEN FONT LICENSE" in (fonts / f"{family}-OFL.txt").read_text().upper()


def test_a_wheel_carries_both_folders_and_finds_them_there(tmp_path: Path) -> None:
    source = tmp_path / "source"
    kept = ("cqviewer", "data", "resources", "LICENSE", "README.md", "pyproject.toml")
    for name in kept:
        if (CHECKOUT / name).is_dir():
            without = shutil.ignore_patterns("__pycache__")
            shutil.copytree(CHECKOUT / name, source / name, ignore=without)
        else:
            shutil.copy(CHECKOUT / name, source / name)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)

    # The pictures of states are for readers of the repository; only a build reads the other.
    left_out = {CHECKOUT / "resources" / name for name in ("pictures", "pyinstaller")}
    for folder in ("data", "resources"):
        expected = {
            file.relative_to(CHECKOUT)
            for file in _files(CHECKOUT / folder)
            if left_out.isdisjoint(file.parents)
        }
        found = {
            file.relative_to(installed / "cqviewer")
            for file in _files(installed / "cqviewer" / folder)
        }
        assert found == expected
    ask = "from cqviewer.paths import *; print(data_folder()); print(resources_folder())"
    said = run_python(ask, folder=installed)
    assert said.stdout.splitlines() == [
        str(installed / "cqviewer" / "data"),
        str(installed / "cqviewer" / "resources"),
    ]


def _files(folder: Path) -> list[Path]:
    """List all files of a folder and of those below it."""
    return [file for file in folder.rglob("*") if file.is_file()]
