"""Files become sheets, or an error that lists all that is wrong."""

import os
import pickle
import sys
from pathlib import Path

import pytest

from cqviewer.load import examine_sheet, load_sheet, read_sheet
from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.problems import SheetError
from tests.model.sheets import figure, sheet, sheet_text

TEXT = sheet_text(
    f"jobs: {figure(value=1)}", rest="sections: [{id: one, title: One, figures: [jobs]}]\n"
)


def refusal(path: Path, limits: Limits | None = None) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(SheetError) as caught:
        load_sheet(path, limits)
    return str(caught.value)


def test_a_sheet_keeps_its_file_byte_for_byte(tmp_path: Path) -> None:
    data = ("\ufeff" + TEXT.replace("\n", "\r\n")).encode()
    (tmp_path / "here.yaml").write_bytes(data)
    made = load_sheet(tmp_path / "here.yaml")
    assert (made.yaml, made.file_name) == (data, "here.yaml")


@pytest.mark.skipif(sys.platform != "linux", reason="only there may names be any bytes")
def test_a_name_that_is_no_text_leaves_a_sheet_that_can_be_sent(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.yaml")
    path.write_text(TEXT)
    made = load_sheet(path)
    assert made.file_name == "caf?.yaml"
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - its own


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "gone.yaml"
    assert refusal(path) == f"{path}: error: there is no such file"


def test_a_folder_is_no_sheet(tmp_path: Path) -> None:
    assert "this is a folder" in refusal(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text(TEXT)
    path.chmod(0)
    assert "may not be read" in refusal(path)


def test_a_name_that_is_none_is_said() -> None:
    assert "this is no file name" in refusal(Path("a\0b.yaml"))


def test_a_name_that_is_too_long_is_said() -> None:
    assert "cannot be read" in refusal(Path("a" * 5000))


def test_a_file_larger_than_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * 2000)
    assert "larger than 1,999 bytes" in refusal(path, Limits(file_bytes=1999))
    assert len(read_file(path, Limits(file_bytes=2000))) == 2000


def test_an_error_lists_every_error_but_no_warning() -> None:
    text = TEXT.replace("unit: jobs", "unit: jobs, note: ''").replace(
        "date:", "colour: x\ndate:", 1
    )
    text += "goals: {year: 2025, announced: 1, named: [{id: a, name: A, figures: [none]}]}\n"
    with pytest.raises(SheetError) as caught:
        read_sheet(text.encode(), "f")
    lines = [one.line or 0 for one in caught.value.problems]
    assert len(lines) == 3
    assert lines == sorted(lines)
    assert {one.severity for one in caught.value.problems} == {"error"}


def test_examining_never_raises_and_gives_warnings_too() -> None:
    sound = examine_sheet(TEXT.replace("title: Report", "title: Report, note: x").encode(), "f")
    assert sound.sheet is None
    unused = examine_sheet(sheet_text(f"jobs: {figure(value=1)}").encode(), "f")
    assert unused.sheet is not None
    assert [one.severity for one in unused.problems] == ["warning"]
    assert examine_sheet(b"\xff", "f").sheet is None


def test_key_figures_are_those_of_the_sections_each_once() -> None:
    rest = "sections: [{id: a, title: A, figures: [x, y]}, {id: b, title: B, figures: [y]}]\n"
    lines = f"x: {figure(value=1)}\ny: {figure(value=2)}"
    assert [one.indicator for one in sheet(lines, rest=rest).key_figures] == ["x", "y"]
    chosen = sheet(lines, rest=rest + "key_figures: [{figure: y, label: L}]\n").key_figures
    assert [(one.indicator, one.label) for one in chosen] == [("y", "L")]


def test_charts_are_numbered_within_their_section() -> None:
    rest = """\
sections:
  - id: a
    title: A
    charts: [{kind: bars, of: [x], title: T}, {kind: units, of: [x], title: U, beside: [x]}]
"""
    charts = sheet(f"x: {figure(value=1)}", rest=rest).sections[0].charts
    assert [one.id for one in charts] == ["a-1", "a-2"]
    assert charts[1].figures == ("x",)


def test_an_observation_may_have_a_source_of_its_own() -> None:
    listed = figure(
        period=None,
        observations="[{period: 2023, value: 1}, {period: 2024, value: 2, source: report p. 3}]",
    )
    made = sheet(f"x: {listed}").indicators["x"]
    assert [one.citation.where for one in made.observations if one.citation] == ["1", "3"]
    assert made.is_series
    assert made.latest.value == 2


def test_a_value_that_is_not_stated_needs_neither_period_nor_source() -> None:
    made = sheet(f"x: {figure(value='not stated', period=None, source=None)}").indicators["x"]
    assert (made.latest.value, made.latest.status) == (None, "not stated")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("old.yaml", ""),
        ("gone.yaml", "there is no edition before in gone.yaml"),
        ("new.yaml", "the edition before is this sheet itself"),
        ("elsewhere.yaml", "there is no edition before in elsewhere.yaml"),
        ("folder", "there is no edition before in folder"),
    ],
)
def test_the_edition_before_is_another_file_of_the_folder(
    name: str, message: str, tmp_path: Path
) -> None:
    text = sheet_text(f"jobs: {figure(value=1200)}", head=f"previous: {name}\n")
    (tmp_path / "far" / "folder").mkdir(parents=True)
    (tmp_path / "far" / "old.yaml").write_text(text, "utf-8")
    (tmp_path / "far" / "new.yaml").write_text(text, "utf-8")
    (tmp_path / "outside.yaml").write_text(text, "utf-8")
    (tmp_path / "far" / "elsewhere.yaml").symlink_to(tmp_path / "outside.yaml")
    found = examine_sheet(text.encode(), str(tmp_path / "far" / "new.yaml"))
    assert found.sheet is not None
    said = [(one.severity, one.message) for one in found.problems if one.line == 5]
    assert said == ([("warning", message)] if message else [])


def test_a_path_is_no_file_name() -> None:
    text = sheet_text(f"jobs: {figure(value=1200)}", head="previous: ../old.yaml\n")
    found = examine_sheet(text.encode(), "new.yaml")
    assert found.sheet is None
    assert [one.line for one in found.problems] == [5]
