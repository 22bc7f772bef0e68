"""A change is worked out where it means something; elsewhere the reason is said."""

from decimal import Decimal

import msgspec
import pytest

from cqviewer.model.changes import Change, NoChange, StatedChange, change_of, worked_out_change
from cqviewer.model.choices import Against, Measure
from cqviewer.model.facts import Bound, Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.wording.wording import Wording

EN, ZH = Wording("en"), Wording("zh")
MINUS = "\N{MINUS SIGN}"


def observed(period: str, value: str | None = "1", **fields: object) -> Observation:
    known: dict[str, object] = {
        "period": Period.parse(period),
        "value": None if value is None else Decimal(value),
        "status": "stated" if value else "not stated",
    }
    return Observation(**known | fields)  # type: ignore[arg-type]


def series(
    *observations: Observation,
    unit: str = "jobs",
    measure: Measure = "count",
    is_cumulative: bool = False,
) -> Indicator:
    return Indicator(
        id="a",
        name="A",
        unit=Unit.parse(unit),
        measure=measure,
        observations=observations,
        is_cumulative=is_cumulative,
    )


def worked_out(one: Indicator, against: Against = "before") -> Change:
    change = change_of(one, against=against)
    assert isinstance(change, Change)
    return change


def said(one: Indicator) -> tuple[str, str]:
    change = change_of(one)
    return tuple(wording.change(one, change).replace("\u202f", " ") for wording in (EN, ZH))  # type: ignore[return-value]


def test_a_change_says_both_periods_the_difference_and_its_percentage() -> None:
    one = series(observed("2023", "29200"), observed("2024", "28000"))
    change = worked_out(one)
    assert (change.earlier, change.later) == one.observations
    assert (change.difference, change.percent) == (Decimal(-1200), Decimal("-4.1"))
    assert not change.is_points
    en, zh = said(one)
    assert en == f"2023 to 2024: {MINUS}1,200, {MINUS}4.1 %, derived"
    assert zh == f"2023 年至 2024 年：{MINUS}1,200，{MINUS}4.1%，计算"


@pytest.mark.parametrize(
    ("before", "after", "difference", "percent"),
    [
        ("67.208", "67.668", "0.460", "0.7"),
        ("1.2", "1.3", "0.1", "8"),
        ("35.2", "36.9", "1.7", "4.8"),
        ("200", "210", "10", "5"),
        ("690000", "690100", "100", "0.01"),
        ("5", "5", "0", "0"),
        ("5.0", "5", "0.0", "0"),
        ("100", "150", "50", "50"),
        ("100", "133", "33", "33"),
        ("101", "134", "33", "32.7"),
        ("10.0", "13.3", "3.3", "33"),
        ("10.1", "13.4", "3.3", "32.7"),
        ("1000000", "1000001", "1", "0.0001"),
        ("0", "5", "5", None),
        ("-5", "5", "10", None),
    ],
)
def test_a_change_is_as_precise_as_its_values(
    before: str, after: str, difference: str, percent: str | None
) -> None:
    one = series(observed("2023", before), observed("2024", after), unit="t", measure="level")
    change = worked_out(one)
    assert str(change.difference) == difference
    assert (None if change.percent is None else str(change.percent)) == percent


@pytest.mark.parametrize(
    ("unit", "measure", "en"),
    [
        ("%", "growth", "+1 percentage point"),
        ("%", "share", "+1 percentage point"),
        ("% of GDP", "level", "+1 percentage point"),
        ("2015 = 100", "index", "+1"),
        ("bn yuan", "growth", "+1"),
    ],
)
def test_only_levels_and_counts_change_by_per_cent(unit: str, measure: Measure, en: str) -> None:
    one = series(observed("2023", "4"), observed("2024", "5"), unit=unit, measure=measure)
    assert worked_out(one).percent is None
    assert said(one)[0] == f"2023 to 2024: {en}, derived"


def test_a_change_of_sign_has_no_percentage() -> None:
    one = series(observed("2023", "0.349"), observed("2024", "-11.018"), measure="level")
    assert said(one)[0] == f"2023 to 2024: {MINUS}11.367, derived"
    one = series(observed("2023", "4"), observed("2024", "0"), measure="level")
    assert said(one)[0] == f"2023 to 2024: {MINUS}4, {MINUS}100 %, derived"


def test_a_change_has_the_decimals_to_which_the_values_are_shown() -> None:
    values = (observed("2022", "17881782.683707"), observed("2023", "17794781.986105"))
    one = msgspec.structs.replace(series(*values, measure="level"), digits=0)
    assert said(one)[0] == f"2022 to 2023: about {MINUS}87,001, {MINUS}0.5 %, derived"
    rates = (observed("2022", "1.04"), observed("2023", "1.52"))
    one = msgspec.structs.replace(series(*rates, unit="%", measure="share"), digits=1)
    assert said(one)[0] == "2022 to 2023: about +0.5 percentage points, derived"


def test_no_change_at_all_has_no_sign() -> None:
    one = series(observed("2023", "4.0"), observed("2024", "4.0"), unit="t", measure="level")
    assert said(one)[0] == "2023 to 2024: 0.0, 0 %, derived"
    rate = series(observed("2023", "4.0"), observed("2024", "4.0"), unit="%", measure="share")
    assert said(rate)[1] == "2023 年至 2024 年：0.0 个百分点，计算"


def test_a_difference_of_money_is_in_the_scale_of_its_figure() -> None:
    one = series(
        observed("2023", "577.6"), observed("2024", "580.1"), unit="bn yuan", measure="level"
    )
    assert said(one) == (
        "2023 to 2024: +2.5, +0.4 %, derived",
        "2023 年至 2024 年：+25，+0.4%，计算",
    )


@pytest.mark.parametrize(
    ("before", "after", "is_like"),
    [
        ("2023", "2024", True),
        ("2014", "2016", True),
        ("2023-Q4", "2024-Q1", True),
        ("2023-11", "2023-12", True),
        ("2023-01/2023-11", "2024-01/2024-11", True),
        ("2022-04/2023-03", "2023-04/2024-03", True),
        ("2023-12-31", "2024-12-31", True),
        ("2024-02-05/2024-02-11", "2024-02-12/2024-02-18", True),
        ("2024-12-31", "2025", False),
        ("2023", "2024-Q1", False),
        ("2023", "2023-04/2024-03", False),
        ("2022", "2023-04/2024-03", False),
        ("2024-01/2024-03", "2024-02/2024-04", False),
        ("2013/2016", "2014/2017", False),
        ("2024-01/2024-02", "2024-01/2024-03", False),
    ],
)
def test_periods_are_of_one_kind_and_length(before: str, after: str, *, is_like: bool) -> None:
    one = series(observed(before, "4"), observed(after, "5"))
    assert isinstance(change_of(one), Change) == is_like
    if not is_like:
        assert change_of(one) == NoChange("periods", one.observations[0])
        assert said(one)[0].endswith("is of another kind or length.")


@pytest.mark.parametrize(
    ("observations", "reason", "en"),
    [
        ([observed("2024")], "alone", "No change: 2024 is the first observation in this sheet."),
        (
            [observed("2023", None), observed("2024")],
            "not_stated",
            "No change worked out: the value of 2023 is not stated.",
        ),
        (
            [observed("2023", None, status="missing", missing="suppressed"), observed("2024")],
            "missing",
            "No change worked out: 2023 has no value.",
        ),
        (
            [
                observed("2023", None, status="stated", bound=Bound("below", Decimal(1))),
                observed("2024"),
            ],
            "bound",
            "No change worked out: of 2023 only a bound is known.",
        ),
        (
            [observed("not stated"), observed("2024")],
            "period_not_stated",
            "No change worked out: a period is not stated.",
        ),
        (
            [observed("2023"), observed("2024", marks=("break", "provisional"))],
            "break",
            "No change worked out: the series breaks at 2024.",
        ),
        (
            [observed("2023", is_first_release=True), observed("2024", is_first_release=True)],
            "first_release",
            (
                "No change worked out: the value of 2023 is a first release, which may have been"
                " revised since."
            ),
        ),
    ],
)
def test_where_no_change_is_worked_out_the_reason_is_said(
    observations: list[Observation], reason: str, en: str
) -> None:
    one = series(*observations)
    found = change_of(one)
    assert isinstance(found, NoChange)
    assert found.reason == reason
    assert said(one)[0] == en
    assert said(one)[1].endswith("。")
    for wording, start in ((EN, "No change: "), (ZH, "未计算变化：")):
        brief = wording.change(one, found, is_brief=True)
        assert brief.startswith(start)
        assert len(brief) < len(wording.change(one, found))


def test_a_break_before_both_values_hinders_no_change() -> None:
    whole = observed("2023-02", "10", marks=("break",))
    one = series(whole, observed("2023-03"), observed("2024-02", "26"))
    assert worked_out(one, against="year").difference == 16


def test_a_break_counts_where_the_later_series_begins() -> None:
    one = series(observed("2022"), observed("2023", marks=("break",)), observed("2024", "2"))
    assert worked_out(one).difference == 1
    before = change_of(one, one.observations[1])
    assert before == NoChange("break", one.observations[1])


def test_a_first_release_is_compared_with_a_settled_value() -> None:
    one = series(observed("2023"), observed("2024", "2", is_first_release=True))
    assert worked_out(one).difference == 1


def months(*values: str, year: int = 2024) -> list[Observation]:
    return [observed(f"{year}-{month:02}", one) for month, one in enumerate(values, 1)]


def test_months_are_compared_with_the_same_months_of_the_year_before() -> None:
    one = series(*months("10", "20", year=2023), *months("13", "26"))
    assert worked_out(one).difference == 13
    change = worked_out(one, against="year")
    assert (change.earlier.period, change.difference) == (Period.parse("2023-02"), Decimal(6))
    assert change_of(one, one.observations[1], against="year") == NoChange(
        "year_before", one.observations[1]
    )


def test_no_change_is_worked_out_across_a_break_within_the_year() -> None:
    broken = observed("2024-01", "13", marks=("break",))
    one = series(*months("10", "20", year=2023), broken, observed("2024-02", "26"))
    assert change_of(one, against="year") == NoChange("break", broken)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2024-02", "2023-02"),
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-29"),
        ("2023-04/2024-03", "2022-04/2023-03"),
        ("2024-05-15", "2023-05-15"),
        ("not stated", "not stated"),
        ("0001", "not stated"),
    ],
)
def test_the_year_before_has_the_same_days(period: str, before: str) -> None:
    assert Period.parse(period).a_year_before == Period.parse(before)


def test_running_totals_are_compared_with_the_same_months_of_the_year_before_alone() -> None:
    run = [observed("2024-01/2024-02", "5"), observed("2024-01/2024-03", "9")]
    one = series(*run, is_cumulative=True)
    assert change_of(one) == NoChange("cumulative", run[1])
    assert "running total" in said(one)[0]
    whole = series(observed("2023-01/2023-03", "8"), *run, is_cumulative=True)
    assert said(whole)[0] == "Jan–Mar 2023 to Jan–Mar 2024: +1, +13 %, derived"


def rates(*observations: Observation) -> Indicator:
    one = series(*observations, unit="%", measure="growth")
    return msgspec.structs.replace(one, id="rate", prices="real")


def test_a_stated_rate_goes_before_a_change_that_is_worked_out() -> None:
    rate = rates(observed("2023", "6.1"), observed("2024", "5.7", marks=("provisional",)))
    one = series(observed("2023", "100"), observed("2024", "110"))
    one = msgspec.structs.replace(one, rates=rate)
    assert change_of(one) == StatedChange(rate, rate.last)
    assert said(one)[0] == "2024: +5.7 %, real, provisional, stated"
    assert change_of(one, one.observations[0]) == StatedChange(rate, rate.observations[0])
    worked = worked_out_change(one, one.latest)
    assert isinstance(worked, Change)
    assert worked.difference == 10


@pytest.mark.parametrize(
    "rate",
    [observed("2023", "6.1"), observed("2024", None), observed("2024-01/2024-11", "6.1")],
)
def test_a_rate_of_another_period_says_nothing(rate: Observation) -> None:
    one = series(observed("2023", "100"), observed("2024", "110"))
    one = msgspec.structs.replace(one, rates=rates(rate))
    assert isinstance(change_of(one), Change)


def test_a_rate_of_the_only_value_is_said_too() -> None:
    rate = rates(observed("2024", "5.7"))
    one = msgspec.structs.replace(series(observed("2024", "9")), rates=rate)
    assert said(one)[0] == "2024: +5.7 %, real, stated"
    assert isinstance(worked_out_change(one, one.latest), NoChange)


def test_a_rate_that_is_stated_is_said_with_its_interval_but_not_with_what_holds_for_all() -> None:
    ends = {"low": Decimal("5.0"), "high": Decimal("6.4"), "is_first_release": True}
    rate = msgspec.structs.replace(rates(observed("2024", "5.7", **ends)), interval="95 %")
    one = msgspec.structs.replace(series(observed("2024", "9")), rates=rate)
    assert said(one) == (
        "2024: +5.7 %, real, +5.0 to +6.4, stated",
        "2024 年：+5.7%，可比价格，+5.0 至 +6.4，据来源",
    )
    nominal = msgspec.structs.replace(rates(observed("2024", "5.7")), prices=None)
    one = msgspec.structs.replace(one, rates=nominal)
    assert said(one)[0] == "2024: +5.7 %, stated"


def test_a_difference_has_its_sign_before_all_else_and_its_share_after_it() -> None:
    count = series(observed("2023", "719000"), observed("2024", "742000"), unit="人")
    assert said(count)[1] == "2023 年至 2024 年：+2.3\u00a0万，+3.2%，计算"
    points = series(observed("2023", "3"), observed("2024", "1"), unit="%", measure="share")
    assert said(points)[0] == f"2023 to 2024: {MINUS}2 percentage points, derived"
    rounded = msgspec.structs.replace(
        series(observed("2023", "1.23"), observed("2024", "1.51"), unit="t", measure="level"),
        digits=1,
    )
    assert said(rounded)[0] == "2023 to 2024: about +0.3, +22.8 %, derived"


def test_a_derived_rate_is_said_to_be_derived() -> None:
    rate = rates(observed("2024", "5.7", status="derived"))
    one = msgspec.structs.replace(series(observed("2024", "9")), rates=rate)
    assert said(one)[0] == "2024: +5.7 %, real, derived"
