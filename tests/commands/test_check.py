"""The command `check`, as a user types it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cqviewer.paths import data_folder
from tests.checkout import CHECKOUT
from tests.commands.running import LIGHT_PROGRAM, WORDY_PROGRAM, run
from tests.model.sheets import figure, sheet_text

STARTER = data_folder() / "starter.yaml"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Write a sheet with two errors."""
    path = tmp_path / "faulty.yaml"
    lines = f"重: {figure(value=1)}\na: {figure(perod='2024', value=2)}"
    path.write_text(sheet_text(lines), "utf-8")
    return path


def test_a_sound_sheet_gives_zero() -> None:
    assert run("check", STARTER, "--strict") == (0, f"{STARTER}: no problems\n", "")


def test_every_problem_is_shown_with_line_caret_and_help(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(sheet_text("a: {name: 重庆, colour: red}"), "utf-8")
    status, out, _ = run("check", "f.yaml", folder=tmp_path)
    assert status == 1
    blocks = out.split("f.yaml:")[1:]
    assert blocks[0] == (
        "7:3: error: `a` has no `unit`\n"
        "      a: {name: 重庆, colour: red}\n"
        "      ^\n"
        "    help: add `unit:`\n"
    )
    assert blocks[-2].splitlines()[:3] == [
        "7:17: error: the key `colour` is not known here",
        "      a: {name: 重庆, colour: red}",
        " " * 22 + "^",
    ]
    assert out.endswith("f.yaml: 6 errors\n")


def test_all_files_are_checked_and_summed_up(faulty: Path, tmp_path: Path) -> None:
    status, out, _ = run("check", tmp_path / "gone.yaml", faulty, STARTER)
    assert status == 1
    sums = [line for line in out.splitlines() if re.fullmatch(r".+\.yaml: \w+ \w+", line)]
    assert [line.partition(": ")[2] for line in sums[-3:]] == [
        *("1 error", "2 errors", "no problems")
    ]
    assert f"{tmp_path / 'gone.yaml'}: error: there is no such file" in out


def test_warnings_are_errors_only_where_it_is_strict(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(sheet_text(f"a: {figure(value=1)}"), "utf-8")
    status, out, _ = run("check", path)
    assert (status, out.splitlines()[-1]) == (0, f"{path}: 1 warning")
    status, out, _ = run("check", path, "--strict")
    assert (status, out.splitlines()[-1]) == (1, f"{path}: 1 error")


def test_tools_get_json(faulty: Path) -> None:
    status, out, _ = run("check", faulty, STARTER, "--format", "json")
    first, second = json.loads(out)["files"]
    assert status == 1
    assert second == {"file": str(STARTER), "problems": []}
    assert {(one["line"], one["severity"]) for one in first["problems"]} == {
        (7, "error"),
        (8, "error"),
    }
    assert set(first["problems"][0]) == {
        *("line", "column", "severity", "message", "help", "count", "also", "fix")
    }


REPEATED = "".join(f"{{period: {year}, value: ':'}}, " for year in range(1980, 2022))


def test_a_mistake_that_is_repeated_is_said_once_with_its_count_and_places(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(
        sheet_text(f"a: {figure(period=None, observations=f'[{REPEATED}]')}"), encoding="utf-8"
    )
    status, out, _ = run("check", path)
    assert status == 1
    assert out.count("':' is no plain number (42 times)") == 1
    assert re.search(r"    also at 7:\d+, (7:\d+, ){7}7:\d+ and 32 more\n", out)
    assert out.endswith("f.yaml: 42 errors\n")
    _, out, _ = run("check", path, "--format", "json")
    (problem,) = json.loads(out)["files"][0]["problems"]
    assert problem["count"] == 42
    assert len(problem["also"]) == 9
    assert problem["also"][0] == [7, problem["column"] + 28]


def test_what_the_sheet_says_itself_is_a_note_that_strict_passes(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    lines = f"a: {figure(value=1)}\nb: {figure(name='Old jobs', value=2, period=2023)}"
    chart = "{kind: bars, of: [a, b], title: T}"
    path.write_text(sheet_text(lines, rest=f"sections: [{{id: s, title: S, charts: [{chart}]}}]"))
    status, out, _ = run("check", path, "--strict")
    assert status == 0
    assert ": note: the figures cover different periods\n" in out
    assert out.endswith("f.yaml: no problems, 1 note\n")
    _, out, _ = run("check", path, "--strict", "--format", "json")
    assert [one["severity"] for one in json.loads(out)["files"][0]["problems"]] == ["note"]


@pytest.mark.parametrize("path", sorted(data_folder().rglob("*.yaml")))
def test_the_bundled_sheets_pass_the_strict_check(path: Path) -> None:
    status, out, _ = run("check", path, "--strict", program=WORDY_PROGRAM)
    assert status == 0, out


@pytest.mark.parametrize(("size", "status"), [("100", 1), ("1kB", 1), ("1 MB", 0), ("1g", 0)])
def test_the_largest_size_is_a_matter_of_choice(size: str, status: int) -> None:
    found, out, _ = run("check", STARTER, "--max-size", size)
    assert found == status
    assert ("is larger than" in out) is bool(status)


def test_numbers_are_looked_up_in_the_text_that_a_source_names() -> None:
    path = data_folder() / "examples" / "time-series.yaml"
    status, out, _ = run("check", "--evidence", path, program=WORDY_PROGRAM)
    assert (status, out.splitlines()[0]) == (0, f"{path}: 6 of 6 stated numbers are in the source")


def test_numbers_are_looked_up_in_the_text_that_the_variable_names(tmp_path: Path) -> None:
    path, text = tmp_path / "f.yaml", tmp_path / "text.txt"
    rest = "sections: [{id: one, title: One, figures: [a, b]}]\n"
    path.write_text(sheet_text(f"a: {figure(value=12)}\nb: {figure(value=13)}", rest=rest))
    text.write_text("Twelve jobs.\n")
    look_up = ("check", "--evidence", path)
    status, out, _ = run(*look_up, program=WORDY_PROGRAM, CQVIEWER_EVIDENCE=str(text))
    assert status == 1
    assert (
        f"{path}:8:{figure(value=13).index('value') + 13}: error: 13 is not in paragraph 1" in out
    )
    assert f"{path}: 1 of 2 stated numbers are in the source, 1 not found (1 with" in out
    status, out, _ = run(*look_up, CQVIEWER_EVIDENCE="")
    assert "is not at hand" in out
    assert f"{path}: 0 of 2 stated numbers are in the source, 2 not looked up" in out


def test_what_a_terminal_would_obey_is_not_written_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.yaml"
    path.write_bytes(b"cqviewer: 1\ntitle: \x1b[31mred\n")
    _, out, _ = run("check", path)
    assert "U+001B" in out
    assert "\x1b" not in out


def test_a_narrow_encoding_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "重.yaml"
    path.write_text("cqviewer: 1\n重: 1\n", "utf-8")
    status, out, err = run("check", path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (status, err) == (1, "")
    assert "\\u91cd" in out


def test_a_reader_that_goes_away_leaves_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(sheet_text("\n".join(f"a{number}: x" for number in range(3000))))
    with subprocess.Popen(
        [sys.executable, "-c", LIGHT_PROGRAM, "check", str(path)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""


def test_long_lines_are_cut_around_the_caret(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(sheet_text("a: {name: " + "x" * 500 + ", colour: red}"))
    _, out, _ = run("check", path)
    shown, caret = next(
        (line, after)
        for line, after in zip(out.splitlines(), out.splitlines()[1:], strict=False)
        if "colour: red" in line
    )
    assert len(shown) < 120
    assert shown[caret.index("^") :].startswith("colour")


def test_certain_texts_are_written_and_shown_and_the_rest_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    text = sheet_text(f"a: {figure(value=1, period='Nov 2024')} # said\nb: {figure(value='1,2')}")
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    path.chmod(0o640)
    status, out, _ = run("check", "f.yaml", "--fix", folder=tmp_path)
    assert status == 1
    assert re.match(r"f.yaml:7:\d+: wrote 2024-11 instead of Nov 2024\nf.yaml:8:", out)
    assert out.endswith("f.yaml: 1 error, 1 warning\n")
    mended = text.replace("Nov 2024", "2024-11").replace("\n", "\r\n")
    assert path.read_bytes() == mended.encode("utf-8-sig")
    assert path.stat().st_mode & 0o777 == 0o640


def test_without_being_asked_or_with_nothing_certain_no_file_is_written(faulty: Path) -> None:
    before = (faulty.read_bytes(), faulty.stat().st_ino)
    run("check", faulty)
    assert (faulty.read_bytes(), faulty.stat().st_ino) == before
    faulty.write_text(faulty.read_text("utf-8").replace("perod", "colour"), "utf-8")
    before = (faulty.read_bytes(), faulty.stat().st_ino)
    run("check", faulty, "--fix")
    assert (faulty.read_bytes(), faulty.stat().st_ino) == before


def test_a_file_that_may_not_be_written_stays_and_says_so(faulty: Path) -> None:
    faulty.chmod(0o440)
    before = faulty.read_bytes()
    if os.access(faulty, os.W_OK):
        pytest.skip("this user may write every file")
    status, out, _ = run("check", faulty, "--fix")
    assert (status, faulty.read_bytes()) == (1, before)
    assert "write-protected" in out


def test_what_the_source_says_and_no_figure_uses_is_told(tmp_path: Path) -> None:
    path, text = tmp_path / "f.yaml", tmp_path / "text.txt"
    path.write_text(sheet_text(f"a: {figure(value=12)}"))
    others = "\n".join(f"{number} more" for number in range(20, 40))
    text.write_text(f"Twelve jobs, of which 7 are new.\n{others}")
    look_up: tuple[object, ...] = ("check", "--evidence", path)
    _, out, _ = run(*look_up, program=WORDY_PROGRAM, CQVIEWER_EVIDENCE=str(text))
    said = out.splitlines()
    assert f"{path}: 21 numbers of the sources in no figure; `set_aside` keeps those" in out
    assert "    report par. 1: 7 in 'of which 7 are new.'" in said
    assert "    and 11 more" in said
    look_up = (*look_up, "--format", "json")
    _, out, _ = run(*look_up, program=WORDY_PROGRAM, CQVIEWER_EVIDENCE=str(text))
    found = json.loads(out)["files"][0]["evidence"]
    assert (found["found"], found["of"], found["near"], found["unused"]) == (1, 1, 0, 21)
    assert found["first_unused"][0]["source"] == "report par. 1"
