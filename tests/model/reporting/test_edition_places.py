"""Places of texts have names that a reader knows."""

import pytest

from cqviewer.load import read_sheet
from cqviewer.model.comparing.texts import sheet_texts
from cqviewer.model.facts import Sheet
from cqviewer.model.reporting.edition_places import TextPlaces
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, sheet_text

PARTS = (
    "lead: {en: Well., zh: 好。}",
    "statements: [{about: Mayor, text: Well.}, {text: Good.}]",
    "plans: [{name: Bridge, text: Built.}]",
    "voices: [{who: Ann, office: Reeve, text: So.}]",
    "open: [{about: May, text: Why?}, {text: When?}]",
    "figures: [{figure: jobs, label: Work}]",
    "charts: [{kind: units, of: [jobs], title: Rose, square: one}]",
)
GOALS = "goals: {year: 2025, announced: 3, named: [{id: calm, name: Calm, source: report}]}\n"
REST = f"{GOALS}sections: [{{id: one, title: {{en: One, zh: 一}}, {', '.join(PARTS)}}}]\n"
TERMS = "terms: [{term: GDP, meaning: Gross domestic product}]\n"


def edition(indicators: str = f"jobs: {figure(value=1200)}") -> Sheet:
    """Return a sheet with a text of each kind."""
    return read_sheet(sheet_text(indicators, rest=REST + TERMS).encode(), "sheet.yaml")


def places(language: Language = "en", before: Sheet | None = None) -> TextPlaces:
    """Return the places of a sheet, beside an edition before."""
    return TextPlaces(before or edition(), edition(), Wording(language))


@pytest.mark.parametrize(
    ("place", "name", "chinese"),
    [
        ("title", "Title", "标题"),
        ("summary", "Summary", "摘要"),
        ("date", "Date", "日期"),
        ("sections.one.lead", "One: lead", "一：导语"),
        ("sections.one.figures", "One: figures shown", "一：所列指标"),
        ("sections.one.labels.jobs", "One: label, Jobs", "一：卡片标题，Jobs"),
        ("sections.one.charts.units of jobs.title", "One: chart", "一：图表"),
        ("sections.one.statements.Mayor", "One: statement, Mayor", "一：表述，Mayor"),
        ("sections.one.statements.statement", "One: statement", "一：表述"),
        ("sections.one.plans.Bridge", "One: plan, Bridge", "一：计划，Bridge"),
        ("sections.one.voices.Ann", "One: voice, Ann", "一：各方观点，Ann"),
        ("sections.one.offices.Ann", "One: office, Ann", "一：职务，Ann"),
        ("sections.one.open.question", "One: what is left open", "一：未说明事项"),
        ("sections.one.open.May (2)", "One: what is left open, May (2)", "一：未说明事项，May (2)"),
        ("indicators.jobs.name", "Jobs: name", "Jobs：名称"),
        ("sources.report.url", "Rep: address", "Rep：网址"),
        ("goals.calm.name", "Calm: name", "Calm：名称"),
        ("goals.calm.source", "Calm: source", "Calm：来源"),
        ("goals.announced", "Number of goals", "目标数量"),
        ("terms.GDP", "Term, GDP", "术语，GDP"),
    ],
)
def test_a_place_has_the_name_of_what_is_there(place: str, name: str, chinese: str) -> None:
    assert places().name(place) == name
    assert places("zh").name(place) == chinese


def test_each_text_of_a_sheet_has_a_name() -> None:
    named = [places().name(place) for place, _ in sheet_texts(edition())]
    assert len(named) > 20
    assert all(named)


def test_what_is_gone_has_its_name_from_the_edition_before() -> None:
    before = edition(f"jobs: {figure(value=1)}\nships: {figure(name='Ships', value=2)}")
    found = places(before=before)
    assert found.name("indicators.ships.name") == "Ships: name"
    assert found.figure("indicators.ships.name") == ""
    assert found.figure("indicators.jobs.name") == "jobs"
    assert found.figure("sections.one.lead") == ""


@pytest.mark.parametrize(
    ("before", "now", "names"),
    [
        ("jobs", "jobs, ships", ("", "Ships")),
        ("jobs, ships", "ships, jobs", ("Jobs, Ships", "Ships, Jobs")),
        ("jobs, ships", "ships", ("Jobs", "")),
        ("", "jobs", ("", "Jobs")),
    ],
)
def test_a_list_names_what_came_and_went_or_all_in_another_order(
    before: str, now: str, names: tuple[str, str]
) -> None:
    sheet = edition(f"jobs: {figure(value=1)}\nships: {figure(name='Ships', value=2)}")
    assert places(before=sheet).listed(before, now) == names
