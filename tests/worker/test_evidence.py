"""The worker opens evidence, finds the places in it, and draws its pages."""

import pickle
from pathlib import Path

import pytest

from cqviewer.evidence.document import Document, EvidenceError
from cqviewer.evidence.reading import read_document
from cqviewer.model.facts import Sheet
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
    sent = pickle.loads(pickle.dumps(opened))  # noqa: S301 - as the worker sends it
    assert list(sent.document.parts) == list(opened.document.parts)
    assert (sent.found, sent.traced, sent.review) == (opened.found, opened.traced, opened.review)


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


def test_of_very_many_numbers_the_first_are_handed_over_and_all_are_counted(
    tmp_path: Path,
) -> None:
    most = evidence.MOST_LISTED
    (tmp_path / "report.txt").write_text(
        "\n".join(f"It had {one} parts." for one in range(most * 3))
    )
    opened = evidence.open_evidence(citing(JOBS), tmp_path, "report")
    assert opened.review is not None
    assert len(opened.review.unused) == most
    assert opened.counts[0] == 1
    assert sum(opened.counts) == 3 * most


def test_a_file_is_read_again_only_where_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, read = tmp_path / "report.txt", list[Path]()

    def counted(path: Path, sheet: Sheet, pages: tuple[int, ...] | None) -> Document:
        read.append(path)
        return read_document(path, sheet, pages)

    monkeypatch.setattr(evidence, "read_document", counted)
    path.write_text("There were 1,200 jobs.")
    made = citing(JOBS)
    for _ in range(2):
        assert len(evidence.open_evidence(made, tmp_path, "report").found) == 1
    assert read == [path]
    path.write_text("There were 1,200 jobs, and again 1,200.")
    assert len(evidence.open_evidence(made, tmp_path, "report").found) == 2
    path.unlink()
    with pytest.raises(EvidenceError):
        evidence.open_evidence(made, tmp_path, "report")
