"""Goals, sections and charts find the indicators, goals and sources that they name."""

from tests.model.sheets import figure, problems, sheet, sheet_text

REST = """\
sections:
  - id: one
    title: One
    figures: [jobs, {figure: goals.named, label: Named}]
    charts: [{kind: units, of: [jobs], beside: [rate], change: rate, index: price, title: T}]
    statements: [{about: A, text: B, source: report par. 3}, {text: C}]
    plans: [{name: P, text: T, source: report par. 5, goals: [homes], figures: [jobs]}]
    voices: [{who: W, office: O, text: T, source: report par. 6}]
    open: [{about: A, text: Q}]
goals:
  year: 2025
  announced: 3
  source: report par. 10
  named:
    - {id: homes, name: Homes, figures: [jobs], link: source}
    - {id: parks, name: Parks, source: report par. 11}
terms: [{term: TEU, meaning: a container of twenty feet}]
"""
LINES = "\n".join(
    [
        f"jobs: {figure(value=1)}",
        f"rate: {figure(value=2, measure='growth', unit='%')}",
        f"price: {figure(value=104, measure='index', unit='2020 = 100')}",
    ]
)


def test_a_section_holds_what_is_written_in_it() -> None:
    section = sheet(LINES, rest=REST).sections[0]
    assert [(one.indicator, one.label) for one in section.figures] == [
        *(("jobs", None), ("goals.named", "Named"))
    ]
    assert section.charts[0].figures == ("jobs", "rate", "price")
    cited = [one.citation.where if one.citation else "" for one in section.statements]
    assert cited == ["3", ""]
    assert section.voices[0].office == "O"
    assert section.open[0].about == "A"


def test_a_goal_is_cited_where_the_goals_are_unless_it_says_otherwise() -> None:
    goals = sheet(LINES, rest=REST).goals
    assert goals is not None
    assert [one.citation.where for one in goals.named if one.citation] == ["10", "11"]
    assert [one.link for one in goals.named] == ["source", "ours"]


def test_links_made_by_the_sheet_are_its_own() -> None:
    plan = sheet(LINES, rest=REST).sections[0].plans[0]
    assert (plan.goals, plan.figures, plan.link) == (("homes",), ("jobs",), "ours")


def test_terms_are_kept_in_their_order() -> None:
    assert [one.term for one in sheet(LINES, rest=REST).terms] == ["TEU"]


def test_every_id_that_leads_nowhere_is_reported() -> None:
    rest = REST
    for known, unknown in (
        ("[jobs]", "[xyz]"),
        ("[homes]", "[abc]"),
        ("change: rate", "change: r"),
    ):
        rest = rest.replace(known, unknown)
    rest = rest.replace("report par. 6", "letter par. 6").replace("index: price", "index: p")
    found = problems(sheet_text(LINES, rest=rest))
    assert sorted(found) == [
        "error: there is no goal 'abc'",
        "error: there is no indicator 'p'",
        "error: there is no indicator 'r'",
        "error: there is no indicator 'xyz'",
        "error: there is no source 'letter'",
    ]
