"""A made-up report as text, PDF and workbook, with sheets that cite it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
import typst
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.ui.source.source_view import SourceView
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import Hear, OpenWindow, settle, until_idle

TEXT = (
    "City of Springfield: annual report 2024.",
    "The council met twelve times, on 10 December for the last time.",
    "Unemployment stayed low.",
    "From January to November, employers registered 1,200 new jobs, most at the port.",
    "The port received 402 ships, after 355 in the year before.",
    "Of the 1,200 new jobs, the port accounts for 380.",
    "The city spent 0.69 million on the new quay.",
    "Fees were raised by 12 % from July.",
)
ROWS = (("Kind", 2023, 2024), ("Grain", 263, 301), ("All", 355, 402), ("Twice", "", 402))
SHEET = """\
cqviewer: 1
title: "Springfield: 2024 in figures"
place: Springfield
date: 2025-03-01
year: 2024
sources:
  report: {{title: Annual report, date: 2025-02-14, evidence: {evidence}}}
  census: {{title: Census, url: "https://springfield.example/census"}}
indicators: # figures
  jobs: {{name: New jobs, unit: jobs, measure: count, value: 1200, period: 2024, source: {jobs}}}
  jobs_a_month: {{name: New jobs a month, unit: jobs, measure: count, derived: jobs / 12}}
  calls:
    {{name: Port calls, unit: calls, measure: count, source: {calls},
     observations: {{2023: 355, 2024: 402}}}}
  per_job: {{name: Calls per job, unit: calls, measure: level, derived: calls / jobs, digits: 2}}
  quay:
    {{name: Quay, unit: thousand dollars, measure: level, value: 690, period: 2024,
     source: report}}
  wrong: {{name: Ships, unit: ships, measure: count, value: 411, period: 2024, source: {calls}}}
  people:
    {{name: People, unit: people, measure: count, value: 30000, period: 2024, source: census p. 3}}
sections:
  - id: work
    title: Work
    lead: The city counted 1,200 new jobs.
    figures: [jobs, jobs_a_month, calls, per_job, quay, wrong, people]
"""
Evidence = Callable[..., Path]


@pytest.fixture
def write_sheet(tmp_path: Path) -> Evidence:
    """Return a function that writes a sheet and the evidence that it names."""

    def write(name: str = "report.txt", jobs: str = "", calls: str = "") -> Path:
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        evidence = folder / name
        if name.endswith(".txt"):
            evidence.write_text("\n\n".join(TEXT), "utf-8")
        elif name.endswith(".pdf"):
            pages = ["\n\n".join(one).replace("%", "\\%") for one in (TEXT[:5], TEXT[5:])]
            page = '#set page(paper: "a4")\n' + "\n#pagebreak()\n".join(pages)
            evidence.write_bytes(typst.compile(page.encode()))
        elif name.endswith(".xlsx"):
            book = openpyxl.Workbook()
            sheet = book.worksheets[0]
            sheet.title = "Calls"
            for row in ROWS:
                sheet.append(row)
            book.save(evidence)
        path = folder / "sheet.yaml"
        cited = {"jobs": jobs or "report par. 4", "calls": calls or "report par. 5"}
        path.write_text(SHEET.format(evidence=name, **cited), "utf-8")
        return path

    return write


@pytest.fixture(scope="package", autouse=True)
def _no_text_of_the_environment(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001
    """Leave out the text that the environment names, in the worker process too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CQVIEWER_EVIDENCE", raising=False)
        worker().stop()  # the next one has this environment
        yield


@pytest.fixture
def show(write_sheet: Evidence, open_window: OpenWindow, qtbot: QtBot) -> Callable[..., MainWindow]:
    """Return a function that opens a window over such a sheet, with the source to be seen."""

    def open_it(
        name: str = "report.txt", jobs: str = "", calls: str = "", **view: object
    ) -> MainWindow:
        path = write_sheet(name, jobs, calls)
        window = open_window(
            load_sheet(path), path, **{"selected": "jobs", "source": "text"} | view
        )
        rest(qtbot)
        return window

    return open_it


@pytest.fixture
def said(hear: Hear) -> list[str]:
    """Return what a screen reader is told of places."""
    return hear("source.sourcing")


def rest(qtbot: QtBot) -> None:
    """Wait until what was asked of the worker is done, and what follows from it."""
    for _ in range(3):
        settle()
        until_idle(qtbot)


def view_of(window: MainWindow) -> SourceView:
    """Return what shows the source in the panel."""
    view = window.content.panel.findChild(SourceView)
    assert isinstance(view, SourceView)
    return view
