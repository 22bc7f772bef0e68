"""Checking a sheet's file and changing it, as the window asks for it."""

import os
from pathlib import Path

import pytest

from cqviewer.load import load_sheet
from cqviewer.model.editing.edits import Put
from cqviewer.printing.options import PrintOptions
from cqviewer.save import SaveError
from cqviewer.worker import tasks
from cqviewer.worker.rewrites import Fix, NewId, Restore, Write
from tests.model.sheets import figure, sheet_text

SOUND = sheet_text(f"jobs: {figure(value=1)}")
FAULTY = SOUND.replace("2024, source", "Nov 2024, source")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a sheet with one mistake."""
    path = tmp_path / "sheet.yaml"
    path.write_text(FAULTY, "utf-8")
    return path


def test_a_file_is_checked_and_stays(path: Path) -> None:
    found = tasks.check(path)
    assert [(one.line, one.fix) for one in found.problems] == [(7, "2024-11")]
    assert found.data == found.before == path.read_bytes()


def test_what_is_certain_is_written_and_can_be_taken_back(path: Path) -> None:
    done = tasks.check(path, Fix())
    assert done.written == [("Nov 2024", "2024-11")]
    assert path.read_text("utf-8") == FAULTY.replace("Nov 2024", "2024-11")
    assert not [one for one in done.problems if one.severity == "error"]
    back = tasks.check(path, Restore(done.data, done.before))
    assert path.read_text("utf-8") == FAULTY
    assert [one.fix for one in back.problems] == ["2024-11"]


def test_a_fix_of_what_is_no_longer_there_is_refused(path: Path) -> None:
    (problem,) = tasks.check(path).problems
    assert problem.fix is not None
    path.write_text(SOUND, "utf-8")
    with pytest.raises(SaveError, match="changed by another program"):
        tasks.check(path, Fix(dict.fromkeys(problem.paths, problem.fix)))
    with pytest.raises(SaveError, match="changed by another program"):
        tasks.check(path, Restore(FAULTY.encode(), b""))
    assert path.read_text("utf-8") == SOUND


def test_a_pdf_is_checked_by_the_sheet_that_it_carries(path: Path) -> None:
    path.write_text(SOUND, "utf-8")
    pdf = path.with_suffix(".pdf")
    pdf.write_bytes(tasks.make_pdf(load_sheet(path), PrintOptions()))
    assert tasks.check(pdf).data == SOUND.encode()


def test_a_file_that_is_gone_is_a_problem_like_others(path: Path) -> None:
    path.unlink()
    assert [one.message for one in tasks.check(path).problems] == ["there is no such file"]
    for change in (Fix(), Write((), SOUND.encode())):  # nothing is said to be written
        with pytest.raises(SaveError, match="there is no such file"):
            tasks.check(path, change)
    assert not path.exists()


def test_the_lines_of_figures_sections_and_what_these_show_are_told(path: Path) -> None:
    path.write_text(SOUND, "utf-8")
    lines = tasks.check(path).lines
    text = SOUND.splitlines()
    assert text[lines["indicators", "jobs"] - 1].strip().startswith("jobs:")
    assert text[lines["sections", 0] - 1].startswith("sections:")


def test_edits_are_written_unless_they_bring_an_error(path: Path) -> None:
    path.write_text(SOUND, "utf-8")
    value = ("indicators", "jobs", "value")
    done = tasks.check(path, Write((Put(value, "2"),), SOUND.encode()))
    assert path.read_text("utf-8") == SOUND.replace("value: 1", "value: 2")
    assert isinstance(done.tree, dict)
    refused = tasks.check(path, Write((Put(value, "many"),), done.data))
    assert [one.message for one in refused.refused] == ["'many' is no plain number"]
    assert path.read_bytes() == done.data
    with pytest.raises(SaveError, match="changed by another program"):
        tasks.check(path, NewId("indicator", "jobs", "work", SOUND.encode()))
    tasks.check(path, NewId("indicator", "jobs", "work", done.data))
    assert "  work: {" in path.read_text("utf-8")


def test_what_the_named_evidence_does_not_confirm_is_advice(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path.parent / "report.txt").write_text("There were 3 jobs.\n", "utf-8")
    monkeypatch.setenv("CQVIEWER_EVIDENCE", str(path.parent / "report.txt"))
    path.write_text(SOUND, "utf-8")
    assert tasks.check(path).evidence == ()
    assert tasks.check(path, by_evidence=True).problems == []  # the sheet itself names none
    named = SOUND.replace("title: Report", "title: Report, evidence: report.txt")
    path.write_text(named, "utf-8")
    assert (tasks.check(path).evidence, tasks.check(path).near) == (("report.txt",),) * 2
    found = tasks.check(path, by_evidence=True)
    (problem,) = found.problems
    assert (problem.severity, problem.line) == ("warning", 7)
    assert problem.message == "1 is not in paragraph 1 of 'report'"
    assert found.data == path.read_bytes()
    path.write_text(named.replace("value: 1", "value: 3"), "utf-8")
    assert tasks.check(path, by_evidence=True).problems == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_evidence_that_a_link_leads_away_to_is_not_near(path: Path, tmp_path: Path) -> None:
    far = tmp_path / "far" / "report.txt"
    far.parent.mkdir()
    far.write_text("There was 1 job.\n", "utf-8")
    (path.parent / "report.txt").symlink_to(far)
    path.write_text(SOUND.replace("title: Report", "title: Report, evidence: report.txt"), "utf-8")
    assert (tasks.check(path).evidence, tasks.check(path).near) == (("report.txt",), ())


def test_evidence_is_not_looked_up_of_what_is_faulty_gone_or_a_pdf(path: Path) -> None:
    named = SOUND.replace("title: Report", "title: Report, evidence: none.txt")
    path.write_text(named, "utf-8")
    (problem,) = tasks.check(path, by_evidence=True).problems
    assert problem.paths == (("sources", "report", "evidence"),)
    pdf = path.with_suffix(".pdf")
    pdf.write_bytes(tasks.make_pdf(load_sheet(path), PrintOptions()))
    assert tasks.check(pdf).evidence == ()
    path.write_text(named.replace("value: 1", "value: many"), "utf-8")
    assert (tasks.check(path).evidence, tasks.check(path, by_evidence=True).problems) == ((), [])
    path.unlink()
    assert tasks.check(path, by_evidence=True).data == b""
