"""`cqviewer diff` on the command line."""

import json
from pathlib import Path

import pytest

from cqviewer.cli import main
from tests.checkout import CHECKOUT
from tests.commands.running import PROGRAM, run
from tests.model.sheets import figure, sheet_text
from tests.printing.reading import text_of


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Write an edition."""
    file = tmp_path / "old.yaml"
    file.write_text(sheet_text(f"jobs: {figure(value=1200)}"), "utf-8")
    return file


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Write the edition after it."""
    file = tmp_path / "new.yaml"
    file.write_text(sheet_text(f"jobs: {figure(value=1184)}"), "utf-8")
    return file


def test_equal_editions_end_with_0(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(old), str(old)]) == 0
    assert capsys.readouterr().out == "old.yaml to old.yaml: Nothing changed.\n"


def test_changes_are_listed_and_end_with_1(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(old), str(new)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("old.yaml to new.yaml: One change\n\nRevised values (1): ")
    assert "was 1,200, now 1,184" in said


def test_tools_get_a_list_of_changes(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--format", "json", str(old), str(new)]) == 1
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["kind"], change["figure"]) == ("revised", "jobs")
    assert (change["before"], change["now"]) == ("1,200", "1,184")


def test_words_are_in_the_language_asked_for(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--language", "zh", str(old), str(new)]) == 1
    assert "原为 1,200 jobs，现为 1,184 jobs" in capsys.readouterr().out


def test_an_edition_may_be_the_print_of_a_sheet(old: Path, new: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "old.pdf"
    assert main(["print", str(old), "-o", str(pdf)]) == 0
    assert main(["diff", str(pdf), str(old)]) == 0
    assert main(["diff", str(pdf), str(new)]) == 1


@pytest.mark.parametrize("name", ["missing.yaml", "broken.yaml"])
def test_what_cannot_be_read_ends_with_2_and_a_sentence(
    name: str, old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.yaml").write_text("cqviewer: [", "utf-8")
    assert main(["diff", str(old), str(tmp_path / name)]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert name in said.err


def test_what_changed_is_written_as_pdf_but_over_neither_edition(
    old: Path, new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = tmp_path / "changes.pdf"
    assert main(["diff", str(old), str(new), "-o", str(pdf)]) == 1
    assert "Whatchanged" in text_of(pdf.read_bytes())
    assert main(["diff", str(old), str(old), "-o", str(pdf)]) == 0
    for edition in (old, new):
        assert main(["diff", str(old), str(new), "-o", str(edition)]) == 2
        assert "would be lost" in capsys.readouterr().err


def test_a_sheet_is_printed_with_what_changed_but_not_over_the_edition_before(
    old: Path, new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = tmp_path / "new.pdf"
    assert main(["print", str(new), "--changes", str(old), "-o", str(pdf)]) == 0
    assert "Whatchanged" in text_of(pdf.read_bytes())
    before = old.rename(tmp_path / "new-old.pdf")
    assert main(["print", str(new), "--changes", str(before), "-o", str(before)]) == 1
    assert main(["print", str(new), "--changes", str(tmp_path / "no.yaml"), "-o", "-"]) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_the_same_editions_give_the_same_words_however_python_orders_sets() -> None:
    editions = [CHECKOUT / "data" / f"chongqing-2024{end}.yaml" for end in ("", "-year")]
    said = {
        run("diff", *editions, program=PROGRAM, PYTHONHASHSEED=seed) for seed in ("1", "2", "3")
    }
    [(status, out, err)] = said
    assert (status, err) == (1, "")
    assert "Look at this sentence again" in out
