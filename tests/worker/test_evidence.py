"""The worker opens evidence, finds the places in it, and draws its pages."""

import pickle
from pathlib import Path

import pytest

from cqviewer.evidence.document import EvidenceError
from cqviewer.worker import evidence
from tests.evidence.sources import TEXT, citing, write_pdf
from tests.model.sheets import figure

JOBS = f"a: {figure(value=1200, source='report p. 2')}"


def test_a_text_is_opened_with_all_places_and_unused_numbers(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT)
    opened = evidence.open_evidence(citing(JOBS), tmp_path, "report", pages=(2,))
    assert [one.text for one in opened.document.parts] == TEXT.splitlines()
    assert [(one.figure, one.part) for one in opened.found] == [("a", 0)]
    assert opened.review is not None
    assert [one.written for one in opened.review.unused] == ["5.2 %", "4 %"]
    assert pickle.loads(pickle.dumps(opened)) == opened  # noqa: S301 - as the worker sends it


def test_a_pdf_is_opened_at_its_cited_page_first(tmp_path: Path) -> None:
    write_pdf(tmp_path / "report.pdf", "300\n#pagebreak()\n1,200\n")
    made = citing(JOBS, "report.pdf")
    first = evidence.open_evidence(made, tmp_path, "report", pages=(2,))
    assert (first.document.pages, len(first.found), first.review) == ((2,), 1, None)
    whole = evidence.open_evidence(made, tmp_path, "report")
    assert whole.review is not None
    assert [one.written for one in whole.review.unused] == ["300"]
    assert evidence.draw_page(made, tmp_path, "report", 2, 240).width == 240


def test_an_error_reaches_the_window_with_its_reason(tmp_path: Path) -> None:
    made = citing(JOBS, "report.pdf")
    with pytest.raises(EvidenceError) as raised:
        evidence.open_evidence(made, tmp_path, "report")
    sent = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 - as the worker sends it
    assert (sent.reason, str(sent)) == (
        "unreadable",
        "report.pdf cannot be read: there is no such file",
    )
