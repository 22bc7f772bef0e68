"""What a time series lacks is found by its own rhythm, and named where it has a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.facts import Observation
from cqviewer.model.gaps import gaps
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording


def found(*periods: str) -> list[tuple[int, str]]:
    observations = [
        Observation(value=None, period=Period.parse(one), status="stated") for one in periods
    ]
    word = Wording("en").period
    return [(gap.after, word(gap.missing) if gap.missing else "") for gap in gaps(observations)]


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ("2018 2019 2020 2022 2023", [(2, "2021")]),
        ("2018 2019 2020 2024 2025", [(2, "2021–2023")]),
        ("2018 2020 2022 2026", [(2, "2024")]),
        ("2024-Q1 2024-Q2 2024-Q4 2025-Q1", [(1, "Q3 2024")]),
        ("2024-01 2024-02 2024-04 2024-05", [(1, "Mar 2024")]),
        ("2019-12-31 2020-12-31 2022-12-31", [(1, "31\u00a0Dec\u00a02021")]),
        ("2024-01-31 2024-02-29 2024-04-30", [(1, "31\u00a0Mar\u00a02024")]),
        ("2020-01/2020-11 2021-01/2021-11 2023-01/2023-11", [(1, "Jan–Nov 2022")]),
        ("2024-01/2024-03 2024-01/2024-06 2024-01/2024-12 2025-01/2025-03", [(1, "")]),
        ("2024-05-01 2024-05-08 2024-05-15 2024-05-29", [(2, "")]),
    ],
)
def test_what_is_missing_is_named(periods: str, expected: list[tuple[int, str]]) -> None:
    assert found(*periods.split()) == expected


@pytest.mark.parametrize(
    ("periods", "counts"),
    [
        ("2018 2019 2020 2022 2023", [1]),
        ("2018 2019 2020 2024 2025 2027", [3, 1]),
        ("2018 2020 2022 2026", [1]),
        ("2010 2012 2014 2017", [1]),
        ("2024-05-01 2024-05-08 2024-05-15 2024-06-05", [2]),
    ],
)
def test_a_gap_tells_how_many_observations_would_fill_it(periods: str, counts: list[int]) -> None:
    observations = [
        Observation(value=None, period=Period.parse(one), status="stated")
        for one in periods.split()
    ]
    assert [gap.count for gap in gaps(observations)] == counts


@pytest.mark.parametrize(
    "periods",
    [
        "2024",
        "2010 2024",
        "2018 2019 2020",
        "2018 2020 2022 2024",
        "2020-01/2020-11 2021-01/2021-11 2022",
        "2024-Q1 2024-Q2 2024-Q3",
        "0001 0002 0003",
        "2018 2019",
    ],
)
def test_a_series_that_keeps_its_rhythm_has_no_gap(periods: str) -> None:
    assert found(*periods.split()) == []


def test_without_all_periods_there_is_no_rhythm() -> None:
    assert found("2018", "2019", "not stated", "2024") == []


@st.composite
def thinned(draw: st.DrawFn) -> tuple[list[str], set[int]]:
    """Return the months of a regular series, and the numbers of those that are left out of it."""
    step, count = draw(st.sampled_from([1, 3, 12])), draw(st.integers(7, 16))
    start = draw(st.integers(0, 11)) if step == 1 else 0
    months = [start + step * at for at in range(count)]
    gone = draw(st.sets(st.integers(1, count - 2), max_size=count // 4))
    return [f"{2000 + one // 12}-{one % 12 + 1:02}" for one in months], gone


@given(thinned())
def test_what_is_left_out_of_a_regular_series_is_what_it_lacks(
    series: tuple[list[str], set[int]],
) -> None:
    months, gone = series
    kept = [one for at, one in enumerate(months) if at not in gone]
    observations = [
        Observation(value=None, period=Period.parse(one), status="stated") for one in kept
    ]
    lacking: list[str] = []
    for gap in gaps(observations):
        first = months.index(kept[gap.after]) + 1
        lacking += (missing := months[first : first + gap.count])
        assert gap.missing == Period.parse(f"{missing[0]}/{missing[-1]}")
    assert lacking == [months[at] for at in sorted(gone)]
