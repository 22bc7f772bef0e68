"""A file that is no sheet is refused by every command in the same words, and nothing is made."""

from pathlib import Path

import pytest

from tests.commands.running import cqviewer

COMMANDS = [
    ("print", "{file}"),
    ("print", "{sheet}", "--changes", "{file}"),
    ("export", "{file}", "--format", "csv"),
    ("extract", "{file}"),
    ("compare", "{sheet}", "{file}", "-o", "made.csv"),
    ("import", "{file}"),
    ("import", "{sheet}", "--into", "{file}"),
    ("diff", "{sheet}", "{file}"),
    ("check", "{file}"),
]
SHEET = Path(__file__).resolve().parents[2] / "data" / "examples" / "one-figure.yaml"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: " ".join(one[:1] + one[2:3]))
def test_a_file_that_is_not_there_is_refused_in_one_sentence(
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    missing = tmp_path / "missing.csv"
    words = [one.format(file=missing, sheet=SHEET) for one in command]
    assert cqviewer(*words) == (2 if command[0] == "diff" else 1)
    out, err = capsys.readouterr()
    assert f"{missing}: error: there is no such file" in (out if command[0] == "check" else err)
    assert "Traceback" not in out + err
    assert list(tmp_path.iterdir()) == []


def test_every_fault_of_a_sheet_is_written_in_the_order_of_its_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty = tmp_path / "faulty.yaml"
    text = SHEET.read_text("utf-8").replace("cqviewer: 1", "cqviewer: 1\nyear: soon\nnonsense: 1")
    faulty.write_text(text, "utf-8")
    assert cqviewer("export", str(faulty), "--format", "json") == 1
    lines = capsys.readouterr().err.splitlines()
    assert [one.split("error: ")[1][:7] for one in lines] == ["`year` ", "the key"]
    assert not list(tmp_path.glob("*.json"))
