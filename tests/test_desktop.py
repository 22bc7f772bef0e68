"""cqviewer goes into the desktop's menu and out of it again, and its files are valid."""

import configparser
import os
import re
import shlex
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from cqviewer.cli import main
from cqviewer.desktop import data_home, exec_words, install_desktop, remove_desktop, start_command
from cqviewer.paths import resources_folder
from tests.checkout import CHECKOUT

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="these systems have menus of another kind"
)
DESKTOP = resources_folder() / "desktop"


def test_all_is_put_in_and_taken_out_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--install-desktop"]) == 0
    files = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert data_home() / "applications" / "cqviewer.desktop" in files
    assert data_home() / "mime" / "packages" / "cqviewer.xml" in files
    for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        icon = data_home() / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "cqviewer.png"
        assert icon in files
        # After a PNG's signature come the length and the name of its header, and its two sizes.
        assert struct.unpack(">II", icon.read_bytes()[16:24]) == (size, size)
    icons = data_home() / "icons" / "hicolor"
    assert icons / "scalable" / "apps" / "cqviewer.svg" in files
    assert icons / "symbolic" / "apps" / "cqviewer-symbolic.svg" in files
    assert all(path.is_file() and path.is_relative_to(data_home()) for path in files)
    assert main(["--remove-desktop"]) == 0
    assert {Path(line) for line in capsys.readouterr().out.splitlines()} == set(files)
    assert not any(path.exists() for path in files)
    assert not (data_home() / "cqviewer").exists()
    assert remove_desktop() == []


def test_the_menu_entry_starts_this_very_program() -> None:
    install_desktop()
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read(data_home() / "applications" / "cqviewer.desktop", "utf-8")
    entry = parser["Desktop Entry"]
    *command, option, field = shlex.split(entry["Exec"])
    assert (option, field) == ("--from-desktop", "%f")
    assert command == start_command()
    assert os.access(command[0], os.X_OK)
    assert Path(command[0]).is_absolute()
    assert "application/vnd.cqviewer.sheet+yaml" in entry["MimeType"].split(";")


def test_software_centres_find_the_pictures_where_they_were_put(tmp_path: Path) -> None:
    files = install_desktop()
    (metainfo,) = [one for one in files if one.name.endswith(".metainfo.xml")]
    shots = ElementTree.parse(metainfo).getroot().findall("screenshots/screenshot")
    assert [one.get("type") for one in shots] == ["default", None, None]
    for shot in shots:
        image = shot.find("image")
        assert image is not None
        picture = Path(unquote(urlsplit(image.text or "").path))
        assert picture in files
        size = struct.unpack(">II", picture.read_bytes()[16:24])
        assert size == (int(image.get("width", 0)), int(image.get("height", 0)))
        languages = [one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in shot]
        assert languages == [None, None, "zh_CN"]
    # All but these addresses, which are not on the web, is as AppStream has it.
    on_web = tmp_path / "io.github.cqviewer.cqviewer.metainfo.xml"
    on_web.write_text(
        metainfo.read_text("utf-8").replace("file://", "https://example.org"), "utf-8"
    )
    pass_appstreamcli(on_web)


def test_words_that_a_desktop_would_misread_are_quoted() -> None:
    assert exec_words(["/opt/cq/run"]) == "/opt/cq/run"
    assert exec_words(["/a b/run", "-m"]) == '"/a b/run" -m'
    assert exec_words(["/a\nb\tc\rd"]) == r'"/a\nb\tc\rd"'
    assert exec_words(['/"$x`/100%/r\\n']) == r'"/\\"\\$x\\`/100%%/r\\\\n"'


def test_no_module_of_the_folder_that_it_starts_in_is_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("cqviewer.desktop.resources_folder", lambda: tmp_path / "resources")
    (tmp_path / "cqviewer.py").write_text("print('planted')")
    command = start_command()
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(
        [*command, "--version"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.stdout.startswith("cqviewer ")


def test_a_folder_that_cannot_be_written_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "a file"
    taken.write_text("", "utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(taken))
    assert main(["--install-desktop"]) == 1
    assert capsys.readouterr().err.startswith("The desktop's files cannot be changed: ")


def test_a_fact_sheet_has_a_file_type_of_its_own() -> None:
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    root = ElementTree.parse(DESKTOP / "cqviewer-mime.xml").getroot()
    patterns = [one.get("pattern") for one in root.findall(".//m:glob", space)]
    assert "*.cqsheet.yaml" in patterns
    types = [one.get("type") for one in root.findall("m:mime-type", space)]
    assert types == ["application/vnd.cqviewer.sheet+yaml"]


def test_the_menu_entry_is_valid() -> None:
    done = validated("desktop-file-validate", DESKTOP / "cqviewer.desktop")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_metainfo_is_valid() -> None:
    pass_appstreamcli(DESKTOP / "cqviewer.metainfo.xml")


def validated(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a validator; skip the test where it is not installed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, text=True, check=False)


def pass_appstreamcli(metainfo: Path) -> None:
    """Assert that nothing is wrong with metainfo but that the program has no homepage."""
    done = validated("appstreamcli", "validate", "--no-net", metainfo)
    found = re.findall(r"^[EW]: .*: (\S+)$", done.stdout, re.MULTILINE)
    assert set(found) <= {"url-homepage-missing"}, done.stdout
    assert done.returncode == (3 if found else 0), done.stdout + done.stderr
