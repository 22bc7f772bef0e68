"""Bounds, missing values, intervals, revisions and stated values with fewer digits."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from cqviewer.model.choices import BoundKind, Missing
from cqviewer.model.facts import Bound, Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, sheet

EN, ZH = Wording("en"), Wording("zh")
THIN = "\N{NARROW NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


def one(unit: str, *observations: dict[str, Any], **fields: Any) -> Indicator:  # noqa: ANN401
    """Return a figure of a unit with observations of years from 2020 on."""
    made = tuple(
        Observation(
            value=fact.pop("value", None),
            period=Period.parse(str(2020 + number)),
            status=fact.pop("status", "stated"),
            **fact,
        )
        for number, fact in enumerate(observations)
    )
    return Indicator(
        id="lead",
        name="Lead",
        unit=Unit.parse(unit),
        measure=fields.pop("measure", "level"),
        observations=made,
        **fields,
    )


def bound(kind: BoundKind, value: str) -> dict[str, Any]:
    return {"bound": Bound(kind, Decimal(value))}


@pytest.mark.parametrize(
    ("unit", "kind", "value", "en", "zh"),
    [
        ("micrograms per litre", "below", "0.25", "below 0.25 micrograms per litre", None),
        ("%", "above", "95", f"above 95{THIN}%", "高于 95%"),
        ("US$ million", "at least", "-5", f"at least {MINUS}US$5 million", None),
        ("US$ million", "at most", "5", "at most US$5 million", "至多 500 万美元"),
        ("bn yuan", "at most", "12.50", "at most 12.50 bn yuan", "至多 125.0 亿元"),
    ],
)
def test_a_bound_is_worded_with_its_unit(
    unit: str, kind: BoundKind, value: str, en: str, zh: str | None
) -> None:
    lead = one(unit, bound(kind, value))
    assert EN.value(lead) == en
    assert EN.parts(lead).about == kind
    assert zh is None or ZH.value(lead) == zh


def test_a_bound_without_its_unit_keeps_its_word() -> None:
    lead = one("mg/l", bound("below", "0.25"), {"value": Decimal(3)})
    assert [EN.bare(lead, seen) for seen in lead.observations] == ["below 0.25", "3"]


@pytest.mark.parametrize(
    ("reason", "en", "zh"),
    [
        ("suppressed", "Suppressed", "保密未公布"),
        ("not_collected", "Not collected", "未采集"),
        ("not_applicable", "Not applicable", "不适用"),
        ("not_found", "Not found", "未查到"),
    ],
)
def test_why_there_is_no_number_stands_for_it(reason: Missing, en: str, zh: str) -> None:
    lead = one("mg/l", {"status": "missing", "missing": reason})
    assert EN.value(lead) == EN.origin(lead.latest) == en
    assert ZH.value(lead) == ZH.origin(lead.latest) == zh
    assert EN.bare(lead, lead.latest) == EN.inside(en) == en[0].lower() + en[1:]
    assert EN.figure_phrase(lead) == f"Lead, {en[0].lower()}{en[1:]}, 2020"


def test_a_card_shows_the_latest_that_says_something_and_what_came_after() -> None:
    lead = one("mg/l", {"value": Decimal(3)}, bound("below", "2"), {"status": "missing"})
    lead = msgspec.structs.replace(
        lead,
        observations=(*lead.observations[:2], structs(lead.observations[2], missing="suppressed")),
    )
    assert lead.latest.bound == Bound("below", Decimal(2))
    assert EN.unstated_after(lead) == "2022: suppressed"
    assert (
        EN.figure_phrase(lead) == "Lead, below 2 mg/l, 2021, stated in the source; 2022: suppressed"
    )


def structs(observation: Observation, **fields: Any) -> Observation:  # noqa: ANN401
    return msgspec.structs.replace(observation, **fields)


def test_an_interval_is_worded_from_its_ends() -> None:
    cycling = one(
        "%",
        {
            "value": Decimal("18.1"),
            "low": Decimal("16.2"),
            "high": Decimal("20.0"),
            "marks": ("provisional",),
        },
        {"value": Decimal(3)},
        interval={"en": "95 % confidence interval", "zh": "95% 置信区间"},
    )
    seen, plain = cycling.observations
    assert EN.interval(cycling, seen) == "16.2 to 20.0"
    assert EN.interval(cycling, plain) == ""
    assert EN.remarks(cycling, seen) == [
        "provisional",
        "95 % confidence interval from 16.2 to 20.0",
    ]
    assert ZH.remarks(cycling, seen) == ["初步", "95% 置信区间 16.2 至 20.0"]
    assert EN.remarks(cycling, plain) == []


def test_an_interval_has_the_scale_of_its_value_in_chinese() -> None:
    ends = {"low": Decimal(685000), "high": Decimal(695000)}
    jobs = one("人", {"value": Decimal(690000), **ends}, measure="count")
    assert ZH.value(jobs) == "69 万人"
    assert ZH.interval(jobs, jobs.latest) == "68.5\xa0万至 69.5\xa0万"


def test_a_count_is_said_alike_with_and_without_its_unit_in_chinese() -> None:
    jobs = one("人", {"value": Decimal(739000)}, {"value": Decimal(719000)}, measure="count")
    assert [ZH.value(jobs, seen) for seen in jobs.observations] == ["73.9 万人", "71.9 万人"]
    assert ZH.bare(jobs, jobs.latest) == "71.9\xa0万"
    assert ZH.bare_number(jobs, Decimal(-20000), sign=True) == "−2\xa0万"
    assert ZH.bare_number(jobs, Decimal(-300), sign=True) == "−300"
    assert ZH.in_scale(0).bare(jobs, jobs.latest) == "719,000"  # beside others that are not round
    assert ZH.in_scale(8).bare(jobs, jobs.latest) == "71.9\xa0万"  # beside sums of money
    assert EN.bare(jobs, jobs.latest) == "719,000"


def test_a_series_with_one_count_that_is_not_round_is_said_in_full() -> None:
    jobs = one("人", {"value": Decimal(719123)}, {"value": Decimal(719000)}, measure="count")
    assert ZH.value(jobs) == "719,000 人"
    assert ZH.bare(jobs, jobs.latest) == "719,000"


def test_a_revision_says_the_value_before_it_where_it_is_known() -> None:
    births = one(
        "births",
        {"value": Decimal(1176), "marks": ("revised", "provisional"), "was": Decimal(1200)},
        {"value": Decimal(1176), "marks": ("revised",)},
        {"value": Decimal(1), "is_first_release": True},
    )
    known, unknown, first = births.observations
    assert EN.remarks(births, known) == ["revised, was 1,200", "provisional"]
    assert ZH.remarks(births, known) == ["已修订，原为 1,200", "初步"]
    assert EN.remarks(births, unknown) == ["revised"]
    assert EN.remarks(births, first) == ["as first published"]


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        ("35.24", 1, f"about 35.2{THIN}%"),
        ("35.20", 1, f"35.2{THIN}%"),
        ("35", 1, f"35{THIN}%"),
        ("0.04", 0, f"0.04{THIN}%"),
        ("-0.45", 1, f"about {MINUS}0.5{THIN}%"),
    ],
)
def test_a_stated_value_is_shown_to_some_digits_as_about(
    value: str, digits: int, shown: str
) -> None:
    share = one("%", {"value": Decimal(value)}, digits=digits)
    assert EN.value(share) == shown
    assert "about" not in EN.value(share, exact=True)
    assert EN.bare(share, share.latest).startswith("about") == shown.startswith("about")
    assert value.lstrip("-") in EN.value(share, exact=True)


def test_a_spoken_figure_says_its_marks_in_full_after_the_value() -> None:
    births = sheet(f"births: {figure(name='Live births', unit='persons', value=1176)}")
    known = births.indicators["births"]
    marked = structs(known.latest, marks=("revised",))
    known = msgspec.structs.replace(known, observations=(marked,))
    assert (
        EN.figure_phrase(known) == "Live births, 1,176 persons, revised, 2024, stated in the source"
    )
    assert "1,176 persons (stated), revised, 2024." in EN.citation_line(known, births)
