"""Another id everywhere in a sheet, and nowhere else."""

import pytest

from cqviewer.load import examine_sheet
from cqviewer.model.editing.edits import Named
from cqviewer.model.editing.nodes import CannotEdit
from cqviewer.model.editing.renaming import rename_id
from tests.model.sheets import HEAD

SHEET = f"""\
{HEAD}\
sources:
  report: {{title: The report, date: 2025-02-14}}   # report
dimensions:
  place: {{name: place, items: {{wales: Wales, all: {{name: All, total: true}}}}}}
  sex: {{name: sex, items: {{men: Men, women: Women}}}}
indicators:
  jobs: {{name: Jobs of jobs, unit: jobs, measure: count, value: 12, period: 2024, source: report}}
  budget:
    name: Budget
    unit: US$ million
    measure: level
    period: 2024
    source: report par. 4
    by: [place, sex]
    items:
      wales: {{men: 7, women: 8}}
      all: {{items: {{men: 9, women: 9}}}}
  pace: {{name: Pace, unit: "%", measure: growth, value: 5, period: 2024, source: report}}
  rate: {{name: Rate, change: pace,
    unit: US$ million, measure: level, derived: budget.wales.men * 2 / jobs}}
goals:
  year: 2025
  announced: 2
  source: report par. 1
  named: [{{id: grow, name: Grow, figures: [jobs]}}]
sections:
  - id: jobs
    title: Jobs
    lead: "{{jobs}} jobs, {{budget.wales.women.change}}"
    figures: [jobs, {{figure: budget.wales.men, label: "{{jobs.period}}"}}]
    charts: [{{kind: bars, of: [budget], title: jobs, highlight: [budget.all.men]}}]
    plans: [{{name: P, text: grow, goals: [grow], figures: [jobs]}}]
"""


@pytest.mark.parametrize(
    ("kind", "old", "new", "places"),
    [
        (
            "indicator",
            "jobs",
            "work",
            [
                "  work: {name: Jobs of jobs, unit: jobs,",
                "budget.wales.men * 2 / work",
                "named: [{id: grow, name: Grow, figures: [work]}]",
                "  - id: jobs\n    title: Jobs\n",
                '"{work} jobs, {budget.wales.women.change}"',
                'figures: [work, {figure: budget.wales.men, label: "{work.period}"}]',
                "of: [budget], title: jobs",
                "goals: [grow], figures: [work]",
            ],
        ),
        ("indicator", "pace", "speed", ["  speed: {name: Pace,", "change: speed,"]),
        (
            "indicator",
            "budget",
            "money",
            [
                "  money:\n    name: Budget",
                "derived: money.wales.men *",
                "[money.all.men]",
            ],
        ),
        (
            "source",
            "report",
            "book",
            ["  book: {title: The report", "# report", "source: book par. 4", "source: book}"],
        ),
        (
            "dimension",
            "place",
            "area",
            ["  area: {name: place,", "by: [area, sex]"],
        ),
        (
            "item",
            "place.wales",
            "cymru",
            [
                "{cymru: Wales,",
                " cymru: {men: 7",
                "budget.cymru.men *",
                "{budget.cymru.women",
            ],
        ),
        (
            "item",
            "sex.men",
            "male",
            ["{male: Men,", "wales: {male: 7", "items: {male: 9", "budget.wales.male *"],
        ),
        ("goal", "grow", "rise", ["{id: rise, name: Grow", "text: grow, goals: [rise]"]),
    ],
)
def test_an_id_is_renamed_wherever_it_is_meant(
    kind: Named, old: str, new: str, places: list[str]
) -> None:
    assert examine_sheet(SHEET.encode(), "f").sheet is not None
    made = rename_id(SHEET.encode(), kind, old, new)
    assert places
    for place in places:
        assert place in made.decode()
    before, after = (examine_sheet(one, "f") for one in (SHEET.encode(), made))
    assert after.sheet is not None
    assert len(after.problems) == len(before.problems)
    dimension, dot, item = old.rpartition(".")
    assert rename_id(made, kind, f"{dimension}{dot}{new}", item) == SHEET.encode()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("jobs", "rate", "there is a `rate` already"),
        ("jobs", "New Jobs", "'New Jobs' is no id"),
        ("gone", "here", "there is no indicator 'gone'"),
    ],
)
def test_an_id_that_cannot_be_renamed_is_refused(old: str, new: str, why: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        rename_id(SHEET.encode(), "indicator", old, new)
    assert why in str(refused.value)


def test_an_item_keeps_its_id_in_a_dimension_that_is_called_as_the_figure_is() -> None:
    twin = "  budget: {name: kind, items: {wales: Wales, men: Men}}\n"
    sheet = SHEET.replace("indicators:\n", f"{twin}indicators:\n", 1)
    made = rename_id(sheet.encode(), "item", "place.wales", "cymru").decode()
    assert twin in made
    assert "    items:\n      cymru: {men: 7, women: 8}" in made
    assert rename_id(sheet.encode(), "item", "budget.men", "male").decode() == sheet.replace(
        twin, twin.replace("men: Men", "male: Men")
    )
