"""The bundled sheets: what they state, where the source says so, and that nothing is copied."""

import os
import re
from decimal import Decimal
from pathlib import Path

import pytest

from cqviewer.evidence.confirm import confirm
from cqviewer.load import examine_sheet, load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Findings
from cqviewer.model.text import in_language
from cqviewer.paths import data_folder
from cqviewer.worker.evidence import open_evidence

BUNDLED = data_folder() / "chongqing-2024.yaml"
SHEETS = sorted(data_folder().rglob("*.yaml"))
STATED = {
    "industry": ("7.6", "%", "2024-01/2024-11", 2),
    "retail": ("3.8", "%", "2024-01/2024-11", 3),
    "clusters": ("577.6", "bn yuan", "2024-Q1/2024-Q3", 4),
    "projects": ("300", "projects", "2024-01/2024-11", 5),
    "invested": ("465.65", "bn yuan", "2024-01/2024-11", 5),
    "countries": ("126", "countries and regions", "not stated", 6),
    "ports": ("548", "ports", "not stated", 6),
    "cargo": ("73", "%", "not stated", 6),
    "nev": ("100", "%", "not stated", 7),
    "exports": ("2.8", "%", "not stated", 8),
    "investment": ("810", "US$ million", "not stated", 8),
    "investment_growth": ("57.9", "%", "not stated", 8),
    "jobs": ("690000", "jobs", "not stated", 9),
}
NAMES = (
    "(economic work conference of the )?cpc chongqing municipal committee"
    "|chengdu[-–]chongqing economic circle|new international land-sea trade corridor"
)
"""Proper names, which each count as one word."""
LONGEST_COMMON = 7  # words in a row that a sheet may share with its source


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return load_sheet(BUNDLED)


@pytest.fixture(scope="module")
def evidence() -> Path:
    given = os.environ.get("CQVIEWER_EVIDENCE")
    if not given:
        pytest.skip("CQVIEWER_EVIDENCE names no text of the source")
    return Path(given)


@pytest.mark.parametrize("key", STATED)
def test_a_figure_is_stated_as_the_source_has_it(sheet: Sheet, key: str) -> None:
    value, unit, period, paragraph = STATED[key]
    indicator = sheet.indicators[key]
    text = indicator.unit.text
    assert indicator.latest.value == Decimal(value)
    assert (text if isinstance(text, str) else text["en"]) == unit
    assert indicator.latest.period == Period.parse(period)
    assert indicator.latest.citation is not None
    assert indicator.latest.citation.numbers == (paragraph,)


def test_thirteen_figures_are_stated_and_five_of_them_with_a_period(sheet: Sheet) -> None:
    assert {one.id for one in sheet.counted()} == set(STATED)
    assert sum(one.latest.period.is_stated for one in sheet.counted()) == 5


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("investment_before", "513"),
        ("invested_per_project", "1.55"),
        ("cargo_index", "173"),
        ("goals.announced", "9"),
        ("goals.named", "4"),
        ("goals.unnamed", "5"),
        ("goals.linked", "4"),
    ],
)
def test_derived_figures_are_worked_out(sheet: Sheet, key: str, value: str) -> None:
    assert sheet.indicators[key].latest.value == Decimal(value)


def test_the_unnamed_priorities_stay_unnamed(sheet: Sheet) -> None:
    assert sheet.goals is not None
    assert [one.id for one in sheet.goals.named] == [
        *("manufacturing", "new_quality", "consumption", "governance")
    ]
    assert sheet.goals.announced == 9


def test_every_paragraph_of_the_source_is_cited(sheet: Sheet) -> None:
    citations = [one.citation for part in sheet.indicators.values() for one in part.observations]
    for section in sheet.sections:
        citations += [one.citation for one in section.statements]
        citations += [one.citation for one in section.plans]
        citations += [one.citation for one in section.voices]
    cited = {number for one in citations if one for number in one.numbers}
    assert cited == set(range(1, 19))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_bundled_sheet_is_free_of_errors_and_names_its_schema(path: Path) -> None:
    found = examine_sheet(path.read_bytes(), path.name).problems
    allowed = {"real and nominal rates stand side by side", "the figures cover different periods"}
    assert {one.message for one in found} <= allowed
    assert {one.severity for one in found} <= {"note"}
    schema = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
    assert schema is not None
    assert (path.parent / schema[1]).is_file()


def test_every_text_of_the_bundled_sheet_is_in_both_languages(sheet: Sheet) -> None:
    assert sheet.languages == ("en", "zh")


@pytest.mark.usefixtures("evidence")
def test_each_stated_number_is_in_the_paragraph_that_is_cited(sheet: Sheet) -> None:
    findings = Findings()
    confirmed = confirm(sheet, BUNDLED.parent, findings)
    assert findings.all == []
    assert (confirmed.found, confirmed.of) == (13, 13)


def test_each_figure_has_its_place_in_the_source(sheet: Sheet, evidence: Path) -> None:
    opened = open_evidence(sheet, BUNDLED.parent, "report")
    assert opened.document.name == evidence.name
    cited = {one.figure: opened.document.parts[one.part] for one in opened.found if one.is_cited}
    assert {key: part.number for key, part in cited.items() if key in STATED} == {
        key: paragraph for key, (_, _, _, paragraph) in STATED.items()
    }
    assert opened.review is not None
    assert {one.written for one in opened.review.unused} == {"three", "33618", "Five"}


def test_no_sentence_of_the_source_is_copied(evidence: Path) -> None:
    copied = runs(BUNDLED.read_text("utf-8")) & runs(evidence.read_text("utf-8"))
    assert not copied


def test_a_copied_sentence_would_be_noticed(evidence: Path) -> None:
    sentence = evidence.read_text("utf-8").splitlines()[12].split(". ")[0]
    assert runs(BUNDLED.read_text("utf-8") + sentence) & runs(evidence.read_text("utf-8"))


def runs(text: str) -> set[tuple[str, ...]]:
    """Return all runs of words that are one longer than may be shared."""
    words = re.findall(r"[a-z0-9]+", re.sub(NAMES, "name", text.lower()))
    length = LONGEST_COMMON + 1
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_the_years_said_to_be_not_found_are_those_without_a_value() -> None:
    sheet = load_sheet(data_folder() / "chongqing-by-year.yaml")
    total, exports, imports = (
        {row.period.year for row in sheet.indicators[name].observations if row.value is not None}
        for name in ("trade", "exports", "imports")
    )
    assert exports == imports
    years = set(range(2015, 2026))
    assert years - total == {2016, 2017}
    assert sorted(years - exports - {2016, 2017}) == [2015, 2019, 2020, 2023, 2024]
    section = next(one for one in sheet.sections if one.id == "trade")
    said = section.open[0].text
    assert "2016 and 2017, its two parts for these and five more years" in in_language(said, "en")
    assert "2016 年和 2017 年的总值；这两年及另外五年" in in_language(said, "zh")
