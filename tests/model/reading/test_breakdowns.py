"""Defaults are filled in, and each item of an indicator is a figure of its own."""

from decimal import Decimal

import pytest

from cqviewer.load import examine_sheet, read_sheet
from cqviewer.model.facts import Breakdown, Sheet
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import HEAD

DIMENSIONS = """\
dimensions:
  place:
    name: Place
    items: {wales: Wales, england: {en: England, zh: 英格兰}, all: {name: Britain, total: true}}
  trade: {name: Trade, items: {fishing: Fishing, farming: Farming}}
"""
SECTIONS = "sections: [{id: one, title: One, charts: [{kind: bars, of: [jobs], title: Jobs}]}]\n"
NINE = "{2024: 9}"
NAMED = "name: Jobs, unit: jobs, measure: count, source: report par. 1"


def text(jobs: str, *, head: str = "", rest: str = "", sections: str = SECTIONS) -> str:
    source = "sources: {report: {title: Report}}\n"
    return f"{HEAD}{head}{source}{DIMENSIONS}indicators:\n  jobs: {{{jobs}}}\n{rest}{sections}"


def read(jobs: str, **others: str) -> Sheet:
    return read_sheet(text(jobs, **others).encode(), "f")


def said(jobs: str, **others: str) -> list[str]:
    found = examine_sheet(text(jobs, **others).encode(), "f").problems
    return [one.sentence().removeprefix("f:") for one in found]


def test_each_item_is_a_figure_of_its_own() -> None:
    sheet = read(f"{NAMED}, by: place, items: {{wales: {{2023: 5, 2024: 7}}, england: {NINE}}}")
    assert list(sheet.indicators) == ["jobs.wales", "jobs.england"]
    wales = sheet.indicators["jobs.wales"]
    assert (wales.breakdown, wales.items) == ("jobs", ("wales",))
    assert [one.value for one in wales.observations] == [5, 7]
    assert wales.latest.citation is not None
    assert sheet.breakdowns["jobs"] == Breakdown(
        id="jobs", name="Jobs", by=("place",), figures=("jobs.wales", "jobs.england")
    )
    assert sheet.dimensions["place"].items["all"].is_total
    assert sheet.sections[0].charts[0].of == ("jobs.wales", "jobs.england")


def test_a_figure_is_named_after_its_quantity_and_its_item() -> None:
    sheet = read(f"{NAMED}, by: place, period: 2024, items: {{wales: 5, england: 9}}")
    wales, england = sheet.indicators.values()
    en, zh = Wording("en"), Wording("zh")
    assert (en.name(wales), en.short_name(wales)) == ("Jobs: Wales", "Wales")
    assert (en.name(england), zh.name(england)) == ("Jobs: England", "Jobs：英格兰")
    assert zh.brief_name(england) == "英格兰"


def test_an_item_may_say_otherwise() -> None:
    own = "{name: Jobs in Wales, short: W, value: 5, period: 2023, source: report p. 4, note: Few}"
    sheet = read(f"{NAMED}, note: All, by: place, period: 2024, items: {{wales: {own}, all: 9}}")
    wales, whole = sheet.indicators.values()
    assert (wales.name, wales.short, wales.note) == ("Jobs in Wales", "W", "Few")
    assert (whole.name, whole.note) == ("Jobs: Britain", "All")
    assert [one.latest.period.year for one in (wales, whole)] == [2023, 2024]
    assert wales.latest.citation is not None
    assert wales.latest.citation.part == "page"


def test_items_of_two_dimensions_are_nested() -> None:
    items = "{wales: {fishing: 5, farming: {value: 6}}, england: {items: {fishing: 7}, note: N}}"
    sheet = read(f"{NAMED}, by: [place, trade], period: 2024, items: {items}")
    values = {key: one.latest.value for key, one in sheet.indicators.items()}
    expected = {"jobs.wales.fishing": 5, "jobs.wales.farming": 6, "jobs.england.fishing": 7}
    assert values == {key: Decimal(one) for key, one in expected.items()}
    one = sheet.indicators["jobs.england.fishing"]
    assert (one.items, one.note) == (("england", "fishing"), "N")
    assert Wording("en").name(sheet.indicators["jobs.wales.farming"]) == "Jobs: Wales, Farming"
    assert sheet.breakdowns["jobs"].by == ("place", "trade")


def test_parts_are_named_wherever_an_id_may_stand() -> None:
    sections = """\
sections:
  - id: one
    title: One
    figures: [jobs.wales, {figure: jobs.england, label: There}]
    charts: [{kind: bars, of: [jobs.england, jobs.wales], title: Jobs}]
    plans: [{name: P, text: T, figures: [jobs.wales]}]
goals: {year: 2025, announced: 1, named: [{id: g, name: G, figures: [jobs.wales]}]}
"""
    jobs = f"{NAMED}, by: place, period: 2024, items: {{wales: 5, england: 9}}"
    sheet = read(jobs, sections=sections)
    section = sheet.sections[0]
    assert [one.indicator for one in section.figures] == ["jobs.wales", "jobs.england"]
    assert section.charts[0].of == ("jobs.england", "jobs.wales")
    assert [one.id for one in sheet.goals_of("jobs.wales")] == ["g"]
    assert said(jobs, sections=sections) == []


def test_defaults_say_what_an_indicator_does_not() -> None:
    head = (
        "defaults: {unit: bn yuan, measure: level, prices: real, period: 2023,"
        " source: report p. 1}\n"
    )
    rest = (
        "  more: {name: More, observations: {2022: 1, 2024: 2}, unit: t}\n"
        '  rate: {name: Rate, unit: "%", measure: share, derived: jobs / more * 100, assuming: A}\n'
    )
    sheet = read("name: Jobs, value: 5", head=head, rest=rest.replace("/ more", "/ jobs"))
    jobs, more, rate = sheet.indicators.values()
    assert (jobs.unit.currency, jobs.measure, jobs.prices) == ("CNY", "level", "real")
    assert jobs.latest.period.year == 2023
    assert [one.period.year for one in more.observations] == [2022, 2024]
    assert more.unit.kind == "noun"
    assert (rate.measure, rate.prices, rate.latest.period.year) == ("share", None, 2023)
    assert all(one.latest.citation for one in (jobs, more))


def test_a_fault_in_the_defaults_is_named_once() -> None:
    head = "defaults: {unit: jobs, measure: count, source: reprt p. 1, period: 2024}\n"
    rest = "  more: {name: More, value: 2}\n"
    found = said("name: Jobs, value: 5", head=head, rest=rest)
    assert [one for one in found if "error" in one] == [
        "5:48: error: there is no source 'reprt' (did you mean `report`?)"
    ]


@pytest.mark.parametrize(
    ("jobs", "problem"),
    [
        (f"{NAMED}, by: palce, items: {{wales: 5}}", "there is no dimension 'palce'"),
        (f"{NAMED}, by: [place, trade, sex], items: {{}}", "by two dimensions at most"),
        (f"{NAMED}, by: [place, place], items: {{wales: {{wales: 5}}}}", "named twice"),
        (f"{NAMED}, by: place", "`jobs` has no `items`"),
        (f"{NAMED}, items: {{wales: 5}}", "nothing says what `jobs` is broken down by"),
        (f"{NAMED}, by: place, value: 5, items: {{}}", "`value` stands beside `items`"),
        (
            f"{NAMED}, by: place, period: 2024, items: {{walse: 5}}",
            "'place' has no item 'walse'",
        ),
        (f"{NAMED}, by: place, period: 2024, items: {{wales: {{fishing: 5}}}}", "'fishing'"),
        (
            f"{NAMED}, by: place, items: {{wales: {{items: {{fishing: 5}}}}}}",
            "'wales' holds items of a second dimension (add that to `by`, or write a value)",
        ),
        (
            f"{NAMED}, by: [place, trade], items: {{wales: {{fishing: {{items: {{}}}}}}}}",
            "'fishing' holds items of a second dimension",
        ),
        (
            f"{NAMED}, by: [place, trade], period: 2024, items: {{wales: 5}}",
            "`wales` is a set of keys, not '5'",
        ),
        (
            f"{NAMED}, by: [place, trade], items: {{wales: {{2024: 5}}}}",
            "the dimension 'trade' has no item '2024'",
        ),
        ("name: Jobs, value: 5, period: 2024, source: report p. 1", "`jobs` has no `unit`"),
        (
            "name: Jobs, unit: '%', measure: growth, adds_up: true, by: place, items: {}",
            "a growth does not add up",
        ),
        (f"{NAMED}, by: place, items: {{}}", "`items` is empty (write values by ids of 'place'"),
        (
            f"{NAMED}, by: [place, trade], items: {{wales: {{}}}}",
            "`items` is empty (write values by ids of 'trade'",
        ),
        (f"{NAMED}, by: [], items: {{wales: 5}}", "`by` is empty (write the id of a dimension)"),
        (f"{NAMED}, adds_up: yes, by: place, items: {{}}", "`adds_up` is true or false"),
    ],
)
def test_what_does_not_fit_is_named(jobs: str, problem: str) -> None:
    assert problem in " ".join(said(jobs))


@pytest.mark.parametrize("name", ["period", "change", "abs"])
def test_what_texts_ask_for_is_no_item(name: str) -> None:
    sheet = text(NAMED + ", value: 5, period: 2024").replace("fishing:", f"{name}:")
    found = [one.sentence() for one in examine_sheet(sheet.encode(), "f").problems]
    assert f"write another, such as {name}_1" in found[0]


def test_a_broken_down_figure_is_no_figure_itself() -> None:
    sections = "sections: [{id: one, title: One, figures: [jobs]}]\n"
    jobs = f"{NAMED}, by: place, period: 2024, items: {{wales: 5}}"
    found = said(jobs, sections=sections)
    assert "error: 'jobs' is broken down (name a part: jobs.wales)" in found[0]


def test_a_breakdown_of_which_nothing_is_shown_is_named_once() -> None:
    sections = "sections: [{id: one, title: One}]\n"
    jobs = f"{NAMED}, by: place, period: 2024, items: {{wales: 5, england: 7}}"
    found = said(jobs, sections=sections)
    (one,) = (one for one in found if "not shown" in one)
    assert one.startswith("12:3: warning: 'jobs' is not shown (name it in a chart, or its parts")


RANGED = "name: Jobs, unit: jobs, measure: count, source: report sheet T"


def cells(sheet: Sheet) -> list[list[str]]:
    """Return where the values of each figure stand."""
    return [
        [one.citation.where for one in figure.observations if one.citation]
        for figure in sheet.indicators.values()
    ]


def test_a_range_counts_along_the_items_in_the_order_of_the_file() -> None:
    items = "{wales: {2023: 5, 2024: 7}, england: {2023: 8}, all: {2023: 13, 2024: 9}}"
    sheet = read(f"{RANGED} C2:C6, by: place, items: {items}")
    assert cells(sheet) == [["C2", "C3"], ["C4"], ["C5", "C6"]]
    single = read(
        f"{RANGED} B3:D3, by: place, period: 2024, items: {{wales: 1, england: 2, all: 3}}"
    )
    assert cells(single) == [["B3"], ["C3"], ["D3"]]


def test_a_range_passes_over_items_with_a_source_of_their_own() -> None:
    own = "{wales: 1, england: {value: 2, source: report p. 4}, all: {derived: jobs.wales}}"
    sheet = read(f"{RANGED} B3:B3, by: place, period: 2024, items: {own}")
    wales, england, whole = (one.latest.citation for one in sheet.indicators.values())
    assert wales is not None
    assert england is not None
    assert (wales.where, england.where) == ("B3", "4")
    assert whole == wales


def test_a_range_counts_along_the_items_of_two_dimensions() -> None:
    by = "by: [place, trade], period: 2024"
    items = "{wales: {fishing: 5, farming: 6}, england: {fishing: 7}}"
    assert cells(read(f"{RANGED} B2:B4, {by}, items: {items}")) == [["B2"], ["B3"], ["B4"]]
    row = "{items: {fishing: 5, farming: 6}, source: report sheet T C9:D9}"
    sheet = read(f"{RANGED} B2:B2, {by}, items: {{wales: {row}, england: {{fishing: 7}}}}")
    assert cells(sheet) == [["C9"], ["D9"], ["B2"]]


def test_a_range_of_another_length_is_said_once() -> None:
    items = "{wales: {2023: 5, 2024: 7}, england: {2023: 8, 2024: 1}}"
    (found,) = said(f"{RANGED} C2:C3, by: place, items: {items}")
    assert "error: the range C2:C3 has 2 cells, but there are 4 observations in the items" in found


def test_defaults_cite_no_range() -> None:
    head = "defaults: {source: report sheet T C2:C3}\n"
    (found,) = said(
        "name: J, unit: jobs, measure: count, observations: {2023: 1, 2024: 2}", head=head
    )
    assert "error: the range C2:C3 would give all indicators the same cells" in found
