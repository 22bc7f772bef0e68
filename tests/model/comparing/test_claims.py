"""What words claim of figures, and which figures bear them out."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.comparing.claims import claims
from cqviewer.model.facts import Indicator
from tests.model.sheets import figure, sheet

RATE = {"unit": "'%'", "measure": "growth"}


def rates(*values: object) -> list[Indicator]:
    """Return rates of growth with the ids a, b and so on."""
    return _figures({chr(97 + at): {**RATE, "value": one} for at, one in enumerate(values)})


def series(*values: object) -> list[Indicator]:
    """Return a series of counts with the id a, from 2020 on."""
    years = ", ".join(f"{2020 + at}: {one}" for at, one in enumerate(values))
    return _figures({"a": {"value": None, "period": None, "observations": f"{{{years}}}"}})


def _figures(fields: Mapping[str, Mapping[str, object]]) -> list[Indicator]:
    lines = "\n".join(f"{key}: {figure(**{'name': key, **one})}" for key, one in fields.items())
    return list(sheet(lines).indicators.values())


def borne_out(text: str, figures: list[Indicator]) -> dict[str, str]:
    """Return what a text claims, with the ids that bear each claim out."""
    return {words: "".join(sorted(test(figures, figures))) for words, test in claims(text)}


@pytest.mark.parametrize(
    ("text", "rate", "holds"),
    [
        ("Exports doubled.", 100, True),
        ("Exports doubled.", 104, True),
        ("Exports doubled.", 80, False),
        ("Exports more than doubled.", 150, True),
        ("Exports more than doubled.", 99, False),
        ("Exports nearly doubled.", 92, True),
        ("Exports nearly doubled.", 101, False),
        ("Exports tripled.", 200, True),
        ("Exports halved.", -50, True),
        ("Exports halved.", -40, False),
        ("Les exportations ont doublé.", 100, True),
        ("出口翻番。", 100, True),
        ("出口超过翻番。", 90, False),
        ("出口减半。", -50, True),
        ("出口翻两番。", 300, True),
    ],
)
def test_a_multiple_is_borne_out_within_what_its_words_allow(
    text: str, rate: int, *, holds: bool
) -> None:
    (found,) = borne_out(text, rates(rate)).values()
    assert found == ("a" if holds else "")


@pytest.mark.parametrize(
    ("values", "holds"),
    [((5, 10), True), ((5, 6, 10), True), ((4, 5, 10), True), ((5, 6, 7), False), ((0, 7), False)],
)
def test_a_series_doubled_against_the_value_before_or_the_first(
    values: tuple[int, ...], *, holds: bool
) -> None:
    assert borne_out("It doubled.", series(*values))["doubled"] == ("a" if holds else "")


@given(st.decimals(min_value="0.01", max_value=10**6, places=2), st.integers(0, 3))
def test_whether_a_series_doubled_does_not_depend_on_its_unit_or_size(
    value: object, scale: int
) -> None:
    one = borne_out("It doubled.", series(value, f"{2 * float(str(value)):.2f}"))
    assert one == {"doubled": "a"}
    assert borne_out("It doubled.", series(10**scale, 2 * 10**scale)) == one


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [
        ("Half of all jobs", 50, True),
        ("Half of all jobs", 49, True),
        ("Half of all jobs", 44, False),
        ("More than half", 51, True),
        ("More than half", 49.9, False),
        ("Nearly half", 49, True),
        ("Nearly half", 51, False),
        ("占一半", 50, True),
    ],
)
def test_half_is_a_share_of_50_per_cent(text: str, value: float, *, holds: bool) -> None:
    shares = _figures({"a": {"unit": "'%'", "measure": "share", "value": value}})
    (found,) = borne_out(text, shares).values()
    assert found == ("a" if holds else "")


@given(st.integers(-100, 100))
def test_a_rate_rose_or_fell_by_its_sign(rate: int) -> None:
    found = borne_out("A rose, B fell", rates(rate))
    assert found == {"rose": "a" if rate > 0 else "", "fell": "a" if rate < 0 else ""}


@given(st.integers(0, 99), st.integers(0, 99))
def test_a_series_rose_or_fell_by_its_last_change(before: int, now: int) -> None:
    found = borne_out("上升，下降", series(before, now))
    assert found == {"上升": "a" if now > before else "", "下降": "a" if now < before else ""}


def test_words_are_whole_words() -> None:
    assert borne_out("Uproar, arose, befell, doublet, halfway, highestate, tension", rates(1)) == {}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("B was the highest", "c"),
        ("The smallest rate", "a"),
        ("C came first", "c"),
        ("增幅最高", "c"),
        ("增幅最低", "a"),
        ("Le plus haut", "c"),
    ],
)
def test_the_highest_is_so_among_what_is_measured_alike(text: str, ids: str) -> None:
    figures = [*rates(1, 2, 3), *_figures({"d": {"value": 900}})]
    assert list(borne_out(text, figures).values()) == [ids]


def test_the_highest_is_so_among_all_though_only_one_is_meant() -> None:
    among = rates(1, 2, 3)
    ((_, test),) = claims("the highest")
    assert [sorted(test([one], among)) for one in among] == [[], [], ["c"]]


@pytest.mark.parametrize(
    ("text", "values", "holds"),
    [
        ("a record", (1, 2, 3), True),
        ("a record", (1, 4, 3), False),
        ("a record", (2, 3), False),
        ("a record low", (3, 2, 1), True),
        ("a record low", (1, 2, 3), False),
        ("the highest number yet", (1, 2, 3), True),
        ("the highest number yet", (4, 2, 3), False),
        ("创新高", (1, 2, 3), True),
    ],
)
def test_a_record_is_one_of_three_values_or_more(
    text: str, values: tuple[int, ...], *, holds: bool
) -> None:
    (found,) = borne_out(text, series(*values)).values()
    assert found == ("a" if holds else "")


def test_the_highest_yet_is_not_the_highest_among_others() -> None:
    figures = [*series(9, 4, 5), *_figures({"b": {"value": 1}})]
    assert borne_out("the highest yet", figures) == {"highest": ""}
    assert borne_out("the highest of all", figures) == {"highest": "a"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Three rates exceed 50 %", "abc"),
        ("3 rates exceed 50 %", "abc"),
        ("Two rates exceed 50 %", ""),
        ("Two stay below 8 %", "de"),
        ("Two are above 57.6 %", "ab"),
        ("三项增幅超过 50%", "abc"),
        ("另外两项低于 8%", "de"),
        ("Three rates exceed 50", ""),
        ("Three, as many exceed 50 %", None),
        ("In 2023 rates exceed 50 %", None),
        ("Trois taux de plus de 50 %", "abc"),
    ],
)
def test_so_many_are_beyond_a_limit(text: str, ids: str | None) -> None:
    found = {
        words: each
        for words, each in borne_out(text, rates(100, 73, 57.6, 7.6, 3.8)).items()
        if "5" in words or "8" in words
    }
    assert list(found.values()) == ([] if ids is None else [ids])


@pytest.mark.parametrize(
    ("text", "ids"),
    [("Two of three rates rose", "ab"), ("Three rates rose", ""), ("两项指标上升", "ab")],
)
def test_so_many_rose(text: str, ids: str) -> None:
    found = borne_out(text, rates(1, 2, -3))
    assert next(each for words, each in found.items() if words not in ("rose", "上升")) == ids


def test_a_number_in_words_is_that_of_a_count() -> None:
    counts = _figures({"a": {"value": 5}, "b": {"value": 7}, "c": {**RATE, "value": 5}})
    assert borne_out("Five bridges", counts) == {"Five": "a"}
    assert borne_out("七座桥", counts) == {"七": "b"}
    assert borne_out("Fifty-five one-offs, 二十五项", counts) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The source states no period.",
        "No months are given.",
        "It went on over a period the source does not state.",
        "It does not say which months the count covers.",
        "来源未注明上述数据的统计时期。",
        "未注明涵盖哪些月份。",
    ],
)
def test_a_period_that_is_not_stated_is_that_of_the_figures(text: str) -> None:
    figures = _figures({"a": {"value": 700, "period": "not stated"}, "b": {"value": 700}})
    assert list(borne_out(text, figures).values()) == ["a"]


@pytest.mark.parametrize("text", ["In this period.", "A period of growth.", "统计时期为全年。"])
def test_a_period_that_is_spoken_of_claims_nothing(text: str) -> None:
    assert borne_out(text, rates(3)) == {}
