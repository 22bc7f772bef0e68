"""A sheet may bring the phrases of a language along, and what is wrong in them is a sentence."""

import os
from pathlib import Path

import pytest

from cqviewer.load import examine_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.problems import Problem
from cqviewer.model.reading.own_phrases import LIMITS, LONGEST
from cqviewer.model.wording.phrases import phrases_of
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, sheet_text

HEAD = "languages: [de]\nphrases: {de: german.yaml}\n"
REST = "sections: [{id: one, title: One, figures: [jobs]}]\n"


def read(folder: Path, phrases: str | None) -> tuple[Sheet, list[Problem]]:
    """Return the sheet that brings phrases along, and what is said of it."""
    if phrases is not None:
        (folder / "german.yaml").write_text(phrases, "utf-8")
    text = sheet_text(f"jobs: {figure(value=1200, name='Jobs')}", head=HEAD, rest=REST)
    examined = examine_sheet(text.encode(), str(folder / "sheet.yaml"))
    assert examined.sheet
    return examined.sheet, examined.problems


def test_the_phrases_of_a_sheet_come_first(tmp_path: Path) -> None:
    sheet, problems = read(tmp_path, 'about: etwa\nsource: "Quelle: {names}."\n')
    wording = Wording.of(sheet, "de")
    assert wording.say("about") == "etwa"
    cited = [sheet.indicators["jobs"].latest.citation]
    assert wording.source_names(cited, (), sheet) == "Quelle: Rep, 14. Februar 2025."
    assert Wording.of(sheet, "de-AT").say("about") == "etwa"
    assert Wording.of(sheet, "en").say("about") == "about"
    (note,) = problems
    assert note.severity == "note"
    assert "no words in 'de' for " in note.message
    assert sheet.content != sheet.yaml


def test_a_language_that_runs_from_right_to_left_is_noted_as_laid_out_otherwise() -> None:
    text = sheet_text(f"jobs: {figure(value=1)}", head="languages: [en, ar]\n", rest=REST)
    found = [one for one in examine_sheet(text.encode(), "f").problems if one.severity == "note"]
    assert [one.paths for one in found] == [(("languages", 1),), (("languages", 1),)]
    assert "lines in 'ar' run from right to left" in found[0].message
    assert "cqviewer has no words in 'ar' for " in found[1].message
    assert found[1].help == (
        "bring them: `cqviewer schema --phrases` lists them, `phrases: {ar: …}` names your file"
    )


def test_a_whole_file_leaves_nothing_to_note(tmp_path: Path) -> None:
    lines = "".join(f"{key}: {value!r}\n" for key, value in phrases_of("en").items() if value)
    _, problems = read(tmp_path, lines)
    assert [one for one in problems if one.severity != "note"] == []


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("abuot: etwa", "cqviewer has no phrase `abuot`", "did you mean `about`?"),
        ("source: '{name}'", "nothing is filled into `source` for {name}", "it may hold {names}"),
        ("about: '{x}'", "nothing is filled into `about` for {x}", "write it without braces"),
        ("about: '{'", "the braces of `about` are wrong", "write it without braces"),
        ("year: '{year:>999999999}'", "the braces of `year` are wrong", "it may hold {year}"),
        ("year: '{year.real}'", "nothing is filled into `year` for {year.real}", "it may hold"),
        ("about: [etwa]", "`about` is no text", "write one text"),
        (f"about: {'x' * (LONGEST + 1)}", "`about` is longer than 500 characters", "shorten it"),
    ],
)
def test_what_is_wrong_is_left_out(tmp_path: Path, line: str, message: str, hint: str) -> None:
    sheet, problems = read(tmp_path, f"derived: berechnet\n{line}\n")
    (found,) = [one for one in problems if one.severity == "warning"]
    assert found.message == f"german.yaml:2: {message}"
    assert hint in found.help
    assert sheet.phrases == {"de": {"derived": "berechnet"}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "german.yaml: there is no such file"),
        ("- a\n", "german.yaml holds no phrases"),
        ("a: [\n", "german.yaml:2: "),
        ("#" * (LIMITS.file_bytes + 1), "german.yaml: the file is larger than 200,000 bytes"),
    ],
)
def test_a_file_that_holds_no_phrases_is_said(
    tmp_path: Path, text: str | None, message: str
) -> None:
    sheet, problems = read(tmp_path, text)
    (found,) = [one for one in problems if one.severity == "warning"]
    assert found.message.startswith(message)
    assert sheet.phrases == {"de": {}}


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "german.yaml")
    _, problems = read(tmp_path, None)
    (found,) = [one for one in problems if one.severity == "warning"]
    assert "german.yaml: this is a pipe" in found.message


def test_a_file_elsewhere_is_not_read(tmp_path: Path) -> None:
    text = sheet_text(f"jobs: {figure(value=1)}", head="phrases: {de: ../german.yaml}\n", rest=REST)
    found = examine_sheet(text.encode(), str(tmp_path / "sheet.yaml"))
    assert found.sheet is None
    assert "no file name" in found.problems[0].message
