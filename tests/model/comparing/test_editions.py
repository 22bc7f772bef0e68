"""What changed between two editions is found by figure and period, and by target."""

import random
from collections import Counter
from decimal import Decimal

import msgspec
import pytest

from cqviewer.model.comparing.editions import Editions, Rejudged, compare_editions, rejudged
from cqviewer.model.facts import Sheet
from cqviewer.model.reporting.edition_words import ChangeGroup, edition_groups
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, plain, sheet

SECTION = "sections: [{id: one, title: One, lead: %s, figures: [jobs]}]\n"


def editions(before: str, now: str) -> Editions:
    """Compare two sheets, each given by the lines of its indicators."""
    return compare_editions(sheet(before), sheet(now))


def only(found: Editions, *names: str) -> None:
    """Assert that nothing but the named changes was found, each once."""
    lengths = {name: len(getattr(found, name)) for name in found.__struct_fields__}
    assert {name: number for name, number in lengths.items() if number} == dict.fromkeys(names, 1)


def test_equal_editions_differ_in_nothing() -> None:
    one = f"jobs: {figure(value=1200)}"
    assert editions(one, one).count == 0


def test_another_value_of_the_same_period_is_revised() -> None:
    found = editions(f"jobs: {figure(value=1200)}", f"jobs: {figure(value=1184)}")
    only(found, "revised")
    revised = found.revised[0]
    assert (revised.difference, revised.is_value, revised.follows) == (Decimal(-16), True, False)


def test_periods_of_the_same_days_are_one_period() -> None:
    now = figure(value=1184, period="2024-01/2024-12")
    found = editions(f"jobs: {figure(value=1200)}", f"jobs: {now}")
    only(found, "revised")


def test_another_digit_of_the_same_value_is_no_other_value_but_said() -> None:
    found = editions(f"jobs: {figure(value=7.6)}", f"jobs: {figure(value='7.60')}")
    only(found, "revised")
    assert not found.revised[0].difference


def test_another_period_is_never_a_correction() -> None:
    before, now = figure(value=1200, period="2024-01/2024-11"), figure(value=1184, period=2024)
    found = editions(f"jobs: {before}", f"jobs: {now}")
    only(found, "arrived")
    instead = found.arrived[0].instead_of
    assert instead is not None
    assert instead.value == 1200


def test_values_without_a_period_are_not_known_to_be_of_one_time() -> None:
    before, now = (figure(value=one, period="not stated") for one in (1200, 1184))
    only(editions(f"jobs: {before}", f"jobs: {now}"), "arrived")


def test_a_value_that_is_stated_now_was_not_stated_before() -> None:
    before = figure(value="not stated")
    found = editions(f"jobs: {before}", f"jobs: {figure(value=5)}")
    only(found, "revised")
    assert found.revised[0].difference is None


def test_what_is_worked_out_follows_its_inputs() -> None:
    derived = "twice: {name: Twice, unit: jobs, measure: count, derived: jobs * 2}"
    found = editions(f"jobs: {figure(value=5)}\n{derived}", f"jobs: {figure(value=6)}\n{derived}")
    only(found, "revised", "follows")
    assert found.follows[0].figure.id == "twice"


def test_new_and_gone_figures_are_told_apart_from_one_with_another_id() -> None:
    before = f"jobs: {figure(value=5)}\nold: {figure(name='Old', value=7)}"
    now = f"work: {figure(value=5)}\nnew: {figure(name='New', value=9)}"
    found = compare_editions(sheet(before), sheet(now, rest="sections: [{id: one, title: One}]\n"))
    only(found, "renamed", "new_figures", "gone_figures")
    assert (found.renamed[0].before.id, found.renamed[0].now.id) == ("jobs", "work")
    assert (found.new_figures[0].id, found.gone_figures[0].id) == ("new", "old")


def test_a_formula_over_a_figure_with_another_id_is_the_same_working() -> None:
    twice = "twice: {name: T, unit: jobs, measure: count, derived: jobs * 2}"
    before = f"jobs: {figure(value=5)}\n{twice}"
    found = editions(
        before, before.replace("jobs:", "work:", 1).replace("derived: jobs", "derived: work")
    )
    only(found, "renamed")


def test_figures_that_state_the_same_are_not_taken_for_each_other() -> None:
    before = f"a: {figure(value=5)}\nb: {figure(value=5)}"
    now = f"c: {figure(value=5)}\nd: {figure(value=5)}"
    found = editions(before, now)
    assert (len(found.new_figures), len(found.gone_figures), found.renamed) == (2, 2, ())


@pytest.mark.parametrize(
    ("fields", "aspect"),
    [
        ({"unit": "posts"}, "unit"),
        ({"measure": "level"}, "measure"),
        ({"measure": "level", "prices": "real"}, ("measure", "prices")),
        ({"interval": "95 % interval", "low": "4", "high": "6"}, "interval"),
        ({"targets": "[{for: 2024, at_least: 5, source: report}]", "better": "higher"}, "targets"),
        ({"note": "Counted twice."}, "note"),
        ({"source": "report par. 2"}, "source"),
    ],
)
def test_what_else_of_a_figure_differs_is_named(
    fields: dict[str, str], aspect: str | tuple[str, ...]
) -> None:
    bounds = {"low": "4", "high": "6", "interval": "90 % interval"} if "low" in fields else {}
    found = editions(f"jobs: {figure(value=5, **bounds)}", f"jobs: {figure(value=5, **fields)}")
    only(found, "altered")
    assert found.altered[0].aspects == ((aspect,) if isinstance(aspect, str) else aspect)


def test_source_and_note_of_a_revised_value_are_a_part_of_its_revision() -> None:
    twice = "twice: {name: T, unit: jobs, measure: count, derived: jobs * 2}"
    now = figure(value=1184, source="report par. 2", note="Counted twice.")
    found = editions(f"jobs: {figure(value=1200)}\n{twice}", f"jobs: {now}\n{twice}")
    only(found, "revised", "follows")


def test_values_of_another_unit_are_not_compared() -> None:
    found = editions(f"jobs: {figure(value=5)}", f"jobs: {figure(value=5000, unit='posts')}")
    only(found, "altered")


@pytest.mark.parametrize(
    ("was", "unit"),
    [
        ("GBP million", "£ million"),
        ("'%'", "per cent"),
        ("jobs", "{en: jobs, zh: 个}"),
        ("{en: m yuan}", "CNY million"),
    ],
)
def test_a_revision_is_found_behind_another_spelling_of_its_unit(was: str, unit: str) -> None:
    old, new = (figure(value=one, unit=as_) for one, as_ in ((5, was), (7, unit)))
    found = editions(f"jobs: {old}", f"jobs: {new}")
    assert [one.difference for one in found.revised] == [Decimal(2)]


@pytest.mark.parametrize("unit", ["£ billion", "€ million", "'%'", "jobs"])
def test_new_and_gone_periods_are_found_in_another_unit_too(unit: str) -> None:
    given = {"value": None, "period": None}
    old = figure(unit="£ million", observations="{2022: 4, 2023: 5}", **given)
    new = figure(unit=unit, observations="{2023: 6, 2024: 7}", **given)
    found = editions(f"jobs: {old}", f"jobs: {new}")
    only(found, "altered", "arrived", "left")
    assert str(found.arrived[0].now.value) == "7"


def test_a_text_that_differs_is_named_by_its_place() -> None:
    jobs = f"jobs: {figure(value=5)}"
    before, now = (sheet(jobs, rest=SECTION % lead) for lead in ("Well.", "Better."))
    found = compare_editions(before, now)
    only(found, "reworded")
    text = found.reworded[0]
    assert (text.place, text.before, text.now) == ("sections.one.lead", "Well.", "Better.")


def test_a_text_with_other_figures_in_it_is_not_worded_anew() -> None:
    rest = SECTION % "'The city counts {jobs} jobs.'"
    noted = "note: 'Of {jobs}, all are new.'"
    before, now = (
        sheet(f"jobs: {figure(value=value)[:-1]}, {noted}}}", rest=rest) for value in (1200, 1184)
    )
    assert before.sections[0].lead != now.sections[0].lead
    only(compare_editions(before, now), "revised")


def test_a_text_that_names_a_figure_by_its_new_id_is_not_worded_anew() -> None:
    rest = SECTION % "'The city counts {jobs} jobs, {jobs.period}.'"
    before = sheet(f"jobs: {figure(value=1200)}", rest=rest)
    now = sheet(
        f"work: {figure(value=1200)}",
        rest=rest.replace("jobs}", "work}").replace("{jobs.", "{work.").replace("[jobs]", "[work]"),
    )
    only(compare_editions(before, now), "renamed")


def test_spaces_in_a_formula_and_notes_of_new_observations_change_no_figure() -> None:
    twice = "twice: {name: T, unit: jobs, measure: count, derived: %s}"
    years = "{2023: {value: 5}%s}"
    series = figure(value=None, period=None, observations=years)
    before = f"jobs: {series % ''}\n{twice % 'jobs * 2'}"
    now = f"jobs: {series % ''}\n{twice % 'jobs*2'}"
    assert editions(before, now).count == 0
    more = ", 2024: {value: 6, note: Counted twice.}"
    found = editions(f"jobs: {series % ''}", f"jobs: {series % more}")
    only(found, "arrived")


def test_a_source_that_is_new_or_gone_is_one_change() -> None:
    now = sheet(f"jobs: {figure(value=5)}", rest=SECTION % "Well.")
    more = {"extra": msgspec.structs.replace(now.sources["report"], id="extra")}
    other = msgspec.structs.replace(now, sources={**now.sources, **more})
    found = compare_editions(now, other)
    assert [one.place for one in found.reworded] == ["sources.extra.title"]
    assert [one.place for one in compare_editions(other, now).reworded] == ["sources.extra.title"]


def test_observations_of_a_series_come_and_go() -> None:
    before, now = ({"jobs": years} for years in ({2022: 5, 2023: 6}, {2023: 6, 2024: 8}))
    found = compare_editions(_series(before, {"jobs": "Jobs"}), _series(now, {"jobs": "Jobs"}))
    only(found, "arrived", "left")
    assert found.arrived[0].instead_of is None
    assert found.arrived[0].now.value == 8
    assert found.left[0].before.value == 5


def _series(numbers: dict[str, dict[int, int]], names: dict[str, str]) -> Sheet:
    """Return a sheet of series by their ids."""
    lines = [
        f"{key}: "
        + figure(
            name=names[key],
            value=None,
            period=None,
            observations="["
            + ", ".join(f"{{period: {y}, value: {v}}}" for y, v in years.items())
            + "]",
        )
        for key, years in numbers.items()
    ]
    return sheet("\n".join(lines))


@pytest.mark.parametrize("seed", range(20))
def test_a_hundred_random_edits_are_found_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    numbers = {
        f"f{at}": {year: chance.randrange(10**6) for year in range(2010, 2020)} for at in range(60)
    }
    names = {key: f"Name {key}" for key in numbers}
    before = _series(numbers, names)
    wanted = Counter[str]()
    free = [(key, year) for key in list(numbers)[:40] for year in range(2010, 2020)]
    for key, year in chance.sample(free, 60):
        numbers[key][year] += chance.randrange(1, 1000)
        wanted["revised"] += 1
    for key in chance.sample(list(numbers)[:40], 15):
        numbers[key][2020] = chance.randrange(10**6)
        wanted["arrived"] += 1
    for key in chance.sample(list(numbers), 10):
        names[key] += " again"
        wanted["reworded"] += 1
    changed = iter(chance.sample(list(numbers)[40:], 15))
    for _ in range(5):
        del numbers[next(changed)]
        wanted["gone_figures"] += 1
    for at in range(5):
        numbers[f"n{at}"], names[f"n{at}"] = {2019: 10**7 + at}, f"New {at}"
        wanted["new_figures"] += 1
    for _ in range(5):
        key = next(changed)
        numbers[f"{key}x"], names[f"{key}x"] = numbers.pop(key), names[key]
        wanted["renamed"] += 1
    wanted["reworded"] -= sum(
        key not in numbers
        for key, name in names.items()
        if "again" in name and f"{key}x" not in numbers
    )
    found = compare_editions(before, _series(numbers, names))
    lengths = {name: len(getattr(found, name)) for name in found.__struct_fields__}
    assert {name: number for name, number in lengths.items() if number} == dict(+wanted)
    assert sum(lengths.values()) >= 95


# Verdicts on targets

STATED = "{for: 2024, result: {text: 119 % of the target, met: true, source: report par. 2}}"


def aimed(value: object, target: str = "value: 1200", **more: object) -> str:
    aim = target if target.startswith("{") else f"{{for: 2024, {target}}}"
    return f"jobs: {figure(value=value, better='higher', targets=f'[{aim}]', **more)}"


def rejudgements(before: str, now: str) -> list[Rejudged]:
    old, new = sheet(before), sheet(now)
    return list(rejudged(old, new, compare_editions(old, new)))


def groups(before: Sheet, now: Sheet) -> dict[str, ChangeGroup]:
    return {each.kind: each for each in edition_groups(before, now, Wording("en"))}


@pytest.mark.parametrize(
    ("before", "now", "outcomes"),
    [
        (aimed(1210), aimed(1190), ("met", "missed")),
        (aimed(1190), aimed(1200), ("missed", "met")),
        (aimed(1190), aimed(1190, "about: 1200, allowance: 20"), ("missed", "within")),
        (aimed(1190, "about: 1200"), aimed(1190, "about: 1200, allowance: 20"), ("none", "within")),
        (aimed(1210, period="2024-01/2024-11"), aimed(1210), ("none", "met")),
    ],
)
def test_another_outcome_of_the_same_target_is_found(
    before: str, now: str, outcomes: tuple[str, str]
) -> None:
    (judged,) = rejudgements(before, now)
    assert (judged.before.outcome, judged.now.outcome) == outcomes
    assert not judged.is_stale


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (aimed(1210), aimed(1210)),
        (aimed(1210), aimed(1205)),  # met as before
        (aimed(1210), aimed(1210, "value: 1205")),
        (aimed(1210), aimed(1210, "{for: 2025, value: 1300}")),  # a target that is new
        (aimed(1210), f"calls: {figure(value=5)}"),
    ],
)
def test_the_same_outcome_is_no_change_of_a_verdict(before: str, now: str) -> None:
    assert rejudgements(before, now) == []


def test_a_verdict_of_the_source_is_stale_where_the_value_it_was_given_on_changed() -> None:
    (judged,) = rejudgements(aimed(719000, STATED), aimed(709000, STATED))
    assert judged.is_stale
    assert rejudgements(aimed(719000, STATED), aimed(719000, STATED)) == []
    other = STATED.replace("119", "117")
    assert rejudgements(aimed(719000, STATED), aimed(709000, other)) == []  # the source judged anew


def test_a_figure_with_another_id_keeps_its_verdicts() -> None:
    now = aimed(1210).replace("jobs:", "posts:", 1)
    assert rejudgements(aimed(1210), now) == []


def test_a_changed_verdict_stands_with_its_working_among_what_follows() -> None:
    told = groups(sheet(aimed(1210)), sheet(aimed(1190)))
    (row,) = (each for each in told["follows"].rows if each.figure == "jobs")
    assert row.sentence(Wording("en")) == "Jobs: verdict, 2024: was Met, now Missed by 10"
    assert row.reason == "Target 1,200 for 2024. 1,190 − 1,200 = −10."
    assert row.brief == "Verdict changed, was Met"


def test_a_stale_verdict_is_named_with_the_value_it_was_given_on() -> None:
    told = groups(sheet(aimed(719000, STATED)), sheet(aimed(709000, STATED)))
    (row,) = told["stale"].rows
    assert (row.before, row.now) == ("719,000", "709,000")
    said = plain(row.reason)
    assert said == "The source gave its verdict, ‘Met: 119 % of the target’, on 719,000."


def test_a_verdict_of_a_method_changes_with_its_name() -> None:
    def pools(share: int) -> Sheet:
        years = f"{{2015: 50, 2024: {share}}}"
        aim = "[{for: 2030, at_least: 75, base: 2015, method: un, source: report}]"
        given = {"value": None, "period": None, "unit": "'%'", "measure": "share"}
        return sheet(f"pools: {figure(observations=years, targets=aim, **given)}")

    (row,) = (each for each in groups(pools(60), pools(51))["follows"].rows if each.place)
    assert row.before == "Acceleration needed, method ‘United Nations’"
    assert row.now == "Stagnation or regression, method ‘United Nations’"
    assert row.brief == f"Verdict changed, was {row.before}"
