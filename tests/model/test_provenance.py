"""What a derived figure reads, and the places in sources that it leads to."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from cqviewer.model.facts import Observation
from cqviewer.model.provenance import cited_for, own_files, read_by, rests_on
from tests.model.sheets import figure, sheet


def test_a_figure_cites_its_own_place_or_else_those_of_what_it_was_worked_out_from() -> None:
    lines = [
        f"one: {figure(value=1)}",
        f"two: {figure(value=2, source='report p. 4')}",
        f"half: {figure(derived='one / two', period=None, source=None)}",
        f"more: {figure(derived='half + one', period=None, source=None)}",
        f"own: {figure(derived='half * 2', period=None, source='report p. 9')}",
        f"open: {figure(value='not stated', source=None)}",
    ]
    made = sheet("\n".join(lines))

    def cited(key: str) -> list[tuple[str, str]]:
        return [(one.id, cited.where) for one, cited in cited_for(made.indicators[key], made)]

    assert cited("one") == [("one", "1")]
    assert cited("more") == [("one", "1"), ("two", "4")]
    assert cited("own") == [("own", "9")]
    assert cited("open") == []


def test_what_a_long_chain_of_figures_cites_is_found_at_once() -> None:
    lines = [f"f0: {figure(value=1)}", f"f1: {figure(value=1, source='report p. 2')}"]
    lines += [
        f"f{at}: {figure(derived=f'f{at - 1} + f{at - 2}', period=None, source=None)}"
        for at in range(2, 80)
    ]
    made = sheet("\n".join(lines))
    assert [one.id for one, _ in cited_for(made.indicators["f79"], made)] == ["f1", "f0"]


def test_what_a_value_rests_on_ends_where_it_is_asked_to_and_comes_once() -> None:
    lines = [
        f"a: {figure(value=1)}",
        f"b: {figure(derived='a * 2', period=None, source=None)}",
        f"c: {figure(derived='a + b + b', period=None, source=None)}",
    ]
    made = sheet("\n".join(lines))
    a, c = made.indicators["a"], made.indicators["c"]

    def ends(is_end: Callable[[Observation], bool]) -> list[str]:
        return [one.id for one, _ in rests_on(c, c.latest, made, is_end)]

    assert ends(lambda one: one.value is not None) == ["c"]
    assert ends(lambda one: one.value == 2) == ["a", "b"]
    assert ends(lambda one: one.value is None) == ["a"]
    assert list(rests_on(a, a.latest, made, lambda one: one.value is None)) == [(a, a.latest)]


def test_what_reads_an_earlier_observation_cites_that_one() -> None:
    calls = (
        "calls: {name: Calls, unit: calls, measure: count, observations:"
        " {2023: {value: 3, source: report p. 3}, 2024: {value: 4, source: report p. 4},"
        " 2025: {value: 5, source: report p. 5}}}"
    )
    more = "more: {name: More, unit: calls, measure: count, derived: 'calls[2024] - calls[2023]'}"
    made = sheet(f"{calls}\n{more}")
    read = read_by(made.indicators["more"], made)
    assert [(one.id, str(it.value)) for one, it in read] == [("calls", "3"), ("calls", "4")]
    cited = cited_for(made.indicators["more"], made)
    assert [citation.where for _, citation in cited] == ["3", "4"]


def test_nothing_may_be_saved_over_a_sheets_file_its_evidence_and_the_edition_before() -> None:
    made = sheet(f"a: {figure(value=1)}")
    file = Path("folder") / "sheet.yaml"
    assert own_files(made, file) == [file]
    source = msgspec.structs.replace(made.sources["report"], evidence="report.txt")
    more = msgspec.structs.replace(made, sources={"report": source}, previous="last-year.yaml")
    beside = [Path("folder/report.txt"), Path("folder/last-year.yaml")]
    assert own_files(more, file) == [file, *beside]
