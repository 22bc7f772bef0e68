"""The command `new`, as a user types it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cqviewer.load import read_sheet
from cqviewer.paths import data_folder
from tests.commands.running import LIGHT_PROGRAM, environment, run


def test_a_new_sheet_is_sound_and_names_its_schema(tmp_path: Path) -> None:
    status, out, err = run("new", "mine.yaml", folder=tmp_path)
    assert (status, err) == (0, "")
    assert "cqviewer mine.yaml" in out
    assert run("check", "--strict", "mine.yaml", folder=tmp_path)[0] == 0
    text = (tmp_path / "mine.yaml").read_text("utf-8")
    schema = tmp_path / text.splitlines()[0].partition("$schema=")[2]
    assert schema.read_bytes() == (data_folder() / "fact-sheet.schema.json").read_bytes()
    assert not re.search("file:|/home|/tmp|/usr", text)  # no place of this machine


def test_a_breakdown_with_marks_is_there_once_its_comments_are_taken_off(tmp_path: Path) -> None:
    _, out, _ = run("new", "-", folder=tmp_path)
    text = re.sub("^#: ", "", out, flags=re.MULTILINE)
    assert text != out
    sheet = read_sheet(text.encode(), "mine.yaml")
    assert sheet.breakdowns["calls"].adds_up
    cells = [
        one.citation.where
        for part in ("north", "south", "all")
        for one in sheet.indicators[f"calls.{part}"].observations
        if one.citation
    ]
    assert cells == ["B2", "B3", "B4", "B5", "B6", "B7"]
    (tmp_path / "mine.yaml").write_text(text, "utf-8")
    assert run("check", "--strict", "mine.yaml", folder=tmp_path)[0] == 0


def test_a_new_sheet_goes_to_standard_output_on_request(tmp_path: Path) -> None:
    status, out, err = run("new", "-", folder=tmp_path)
    assert (status, err) == (0, "")
    assert out == (data_folder() / "starter.yaml").read_text("utf-8")
    assert list(tmp_path.iterdir()) == []


def test_a_schema_that_is_there_already_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "fact-sheet.schema.json").write_text("{}")
    for name in ("mine.yaml", "other.yaml"):
        assert run("new", name, folder=tmp_path)[0] == 0
    assert (tmp_path / "fact-sheet.schema.json").read_text() == "{}"


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("mine")
    status, _, err = run("new", "mine.yaml", folder=tmp_path)
    assert status == 1
    assert err == "mine.yaml: there is such a file already; it was left as it is\n"
    assert (tmp_path / "mine.yaml").read_text() == "mine"


@pytest.mark.parametrize(("name", "said"), [("no/new.yaml", "no such folder"), (".", "already")])
def test_a_name_that_cannot_be_written_is_said(tmp_path: Path, name: str, said: str) -> None:
    status, _, err = run("new", name, folder=tmp_path)
    assert status == 1
    assert said in err


@pytest.mark.skipif(sys.platform == "win32", reason="there, the size of files has no limit")
@pytest.mark.parametrize("most", [1, 8])
def test_of_a_new_sheet_that_cannot_be_written_whole_nothing_is_left(
    tmp_path: Path, most: int
) -> None:
    command = f"ulimit -f {most}; exec '{sys.executable}' -c \"$0\" new mine.yaml"
    done = subprocess.run(
        ["sh", "-c", command, LIGHT_PROGRAM],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("mine.yaml: ")
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
