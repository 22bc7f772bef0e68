"""What is said of a whole series, on cards and read aloud."""

import msgspec
import pytest

from cqviewer.load import load_sheet
from cqviewer.model.facts import Indicator
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.courses import course_phrase, lacks, span, spans
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder

EN, ZH, FR = (Wording(language) for language in ("en", "zh", "fr"))


@pytest.fixture(scope="module")
def figures() -> dict[str, Indicator]:
    """Return the series of the bundled sheet by year."""
    return load_sheet(data_folder() / "chongqing-by-year.yaml").indicators


def test_a_series_is_said_from_its_first_to_its_last_period(figures: dict[str, Indicator]) -> None:
    assert span(figures["gdp"], EN) == "2014 to 2025"
    assert span(figures["gdp"], ZH) == "2014 年至 2025 年"


@pytest.mark.parametrize(
    ("name", "wording", "said"),
    [
        ("gdp", EN, ["Break at 2019 [b]"]),
        ("gdp", ZH, ["2019 年起口径中断 [b]"]),
        ("gdp", FR, ["Rupture en 2019 [b]"]),
        ("trade", EN, ["2016–2017 not found"]),
        ("trade", ZH, ["2016—2017 年未查到"]),
        ("exports", EN, ["2019–2020, 2023–2024 not found"]),
        ("ports", EN, ["12 dates, unevenly spaced"]),
        ("jobs", EN, []),
    ],
)
def test_breaks_gaps_and_uneven_dates_are_named(
    name: str, wording: Wording, said: list[str], figures: dict[str, Indicator]
) -> None:
    assert lacks(figures[name], wording) == said


def test_each_reason_for_no_value_has_its_periods(figures: dict[str, Indicator]) -> None:
    rows = list(figures["jobs"].observations)
    rows[1] = msgspec.structs.replace(rows[1], value=None, status="missing", missing="suppressed")
    rows[2] = msgspec.structs.replace(rows[2], value=None, status="not stated")
    one = msgspec.structs.replace(figures["jobs"], observations=tuple(rows))
    assert lacks(one, EN) == ["2019 suppressed", "2020 not stated"]


def test_a_period_that_is_left_out_is_named_but_not_between_running_totals(
    figures: dict[str, Indicator],
) -> None:
    one = figures["jobs"]
    rows = tuple(row for row in one.observations if row.period.year not in (2020, 2021))
    short = msgspec.structs.replace(one, observations=rows)
    assert lacks(short, EN) == ["2020–2021 not in this sheet"]
    assert lacks(short, ZH) == ["2020—2021 年本简报未列"]
    assert lacks(msgspec.structs.replace(short, is_cumulative=True), EN) == []


def test_a_screen_reader_hears_no_letters(figures: dict[str, Indicator]) -> None:
    assert course_phrase(figures["gdp"], EN) == "2014 to 2025, twelve observations; break at 2019."
    assert course_phrase(figures["jobs"], EN) == "2018 to 2024, seven observations."


def test_only_periods_of_one_length_that_follow_one_another_are_joined() -> None:
    periods = [Period.parse(one) for one in ("2010", "2011", "2013", "2014-01", "2014-02")]
    assert spans(periods, EN) == ["2010–2011", "2013", "Jan–Feb 2014"]
