"""What is offered where a number does not stand where it is cited: only what can hardly be else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cqviewer.evidence.confirm import look_up
from cqviewer.load import examine_sheet
from cqviewer.model.editing.edit import edit_file
from cqviewer.model.editing.edits import taken
from cqviewer.model.problems import Path as Place
from cqviewer.model.problems import Problem
from tests.evidence.sources import write_pdf
from tests.model.sheets import figure, sheet_text

TEXT = """\
Jobs came to 1,184, of which 450 were for people under 25.
Sales rose 5.2 % to 690 million, and fell by 3.1 % abroad.
In 2024 there were 2,010 homes.
Some 1,300 boats called, and 1,310 ferries, or <5 a day.
All in all 7,777 lamps.
Some say 8,888 trees; 8,888 is the number of the town.
"""


def found(
    folder: Path, *figures: str, evidence: str = "report.txt", head: str = ""
) -> tuple[bytes, list[Problem]]:
    """Look the figures a, b … up; return the sheet, and what is not there."""
    lines = "\n".join(f"{chr(ord('a') + at)}: {one}" for at, one in enumerate(figures))
    text = sheet_text(lines, head=head).replace("title: Rep", f"evidence: '{evidence}', title: Rep")
    data, file = text.encode(), str(folder / "sheet.yaml")
    return data, look_up(examine_sheet(data, file), data, file)[1]


def offers(folder: Path, *figures: str, evidence: str = "report.txt") -> list[tuple[str, str]]:
    """Return text and words of each offer."""
    _, problems = found(folder, *figures, evidence=evidence)
    return [(one.text or "", one.says) for problem in problems for one in problem.offers]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    return tmp_path


SALES = {"unit": "£ million", "measure": "level", "source": "report par. 2"}
PERCENT = {"unit": "'%'", "measure": "growth"}
RATE = {"unit": "'%'", "measure": "growth", "source": "report par. 2"}


@pytest.mark.parametrize(
    ("fields", "text", "says"),
    [
        ({"value": 1200}, "1184", "1,184"),
        ({"value": 1.2, "unit": "thousand jobs", "measure": "level"}, "1.184", "1,184"),
        ({"value": 700, **SALES}, "690", "690 million"),
        ({"value": 5.1, **RATE}, "5.2", "5.2 %"),
        ({"value": 2200, "source": "report par. 3"}, "2010", "2,010"),  # 2024 is a year
        ({"value": -3, **RATE}, "-3.1", "3.1 %"),
    ],
)
def test_the_only_number_that_is_near_is_offered_in_the_figures_unit(
    folder: Path, fields: dict[str, object], text: str, says: str
) -> None:
    assert offers(folder, figure(**fields)) == [(text, says)]


@pytest.mark.parametrize(
    ("why", "fields"),
    [
        ("it is far off", {"value": 2400}),
        ("it may be worded otherwise", {"value": "below 1200"}),
        ("no place is cited", {"value": 2100, "source": "report"}),
        ("a count is no per cent", {"value": 2100, "source": "report par. 3", **PERCENT}),
        ("two are near", {"value": 1305, "source": "report par. 4"}),
        ("a limit is none", {"value": 4.8, "source": "report par. 4", "measure": "level"}),
        ("per cent are no points", {**RATE, "value": 5.1, "unit": "percentage points"}),
        ("per cent is no count", {"value": 5, "source": "report par. 2"}),
    ],
)
def test_nothing_is_offered_where_it_is_not_nearly_certain(
    folder: Path, why: str, fields: dict[str, object]
) -> None:
    _, problems = found(folder, figure(**fields))
    assert [one.offers for one in problems] == [()], why


def test_a_number_that_another_figure_has_is_not_offered(folder: Path) -> None:
    boats = figure(value=1300, source="report par. 4")
    wrong = figure(value=1299, source="report par. 4", name="Ferries")
    assert offers(folder, wrong, boats) == [("1310", "1,310")]
    assert offers(folder, wrong, boats, figure(value=1310, source="report par. 4")) == []


def test_whole_units_are_written_in_the_unit_of_the_figure(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Sales: £690,000,000.\nMore: £6,905,000.\n")
    sales = figure(value=700, unit="£ million", measure="level")
    assert offers(tmp_path, sales) == [("690", "690,000,000")]
    more = figure(value=7, unit="£ million", measure="level", source="report par. 2")
    assert offers(tmp_path, more) == [("6.905", "6,905,000")]


def test_the_end_of_an_interval_is_offered_but_no_other_place_for_it(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Rate: 17.2 % (13.0 to 21.4).\nAlso 24.1 %.\n99.5 %\n")
    rate = {"unit": "'%'", "measure": "share", "interval": "95 % confidence interval"}
    _, (problem,) = found(tmp_path, figure(value=17.2, low=13, high=22.5, **rate))
    (offer,) = problem.offers
    assert (offer.path, offer.text) == (("indicators", "a", "high"), "21.4")
    assert offers(tmp_path, figure(value=17.2, low=13, high=24.1, **rate)) == []


@pytest.mark.parametrize(
    ("source", "value", "text"),
    [
        ("report par. 2", 7777, "report par. 5"),
        ("report par. 9", 7777, "report par. 5"),
        ('report "Sales rose"', 7777, "report par. 5"),
        ("report par. 2", 1184, "report par. 1"),
    ],
)
def test_the_only_other_place_of_a_number_is_offered(
    folder: Path, source: str, value: int, text: str
) -> None:
    _, (problem,) = found(folder, figure(value=value, source=repr(source)))
    (offer,) = problem.offers
    assert (offer.path, offer.text) == (("indicators", "a", "source"), text)


def test_of_several_other_places_none_is_offered(folder: Path) -> None:
    (folder / "report.txt").write_text(f"{TEXT}Again 7,777.\n")
    assert offers(folder, figure(value=7777, source="report par. 2")) == []
    assert offers(folder, figure(value=8888, source="report par. 2")) != []  # twice in one


def test_a_page_is_offered_by_what_it_is_called(tmp_path: Path) -> None:
    write_pdf(tmp_path / "report.pdf", "Ships: 300\n#pagebreak()\n1,200 jobs\n")
    jobs = figure(value=1200, source="report p. 1")
    assert offers(tmp_path, jobs, evidence="report.pdf") == [("report p. 2", "")]


def test_a_cell_is_offered_by_its_sheet_and_name(tmp_path: Path) -> None:
    (tmp_path / "report.csv").write_text("Place,Jobs\nA,1200\nB,1300\n")
    jobs = figure(value=1200, source="\"report sheet 'Table 1' B3\"")
    assert offers(tmp_path, jobs, evidence="report.csv") == [
        ("report sheet 'Table 1' B2", ""),
    ]


def test_an_observation_in_short_is_taken_where_it_stands_and_keeps_its_source(
    folder: Path,
) -> None:
    series = figure(period=None, observations="{2023: 450, 2024: 1200}")
    data, (problem,) = found(folder, series)
    assert problem.line == 7
    (offer,) = problem.offers
    assert edit_file(data, (taken(offer),)) == data.replace(b"2024: 1200", b"2024: 1184")
    assert offers(folder, figure(period=None, observations="{2023: 450, 2024: 7777}")) == []


def test_an_observation_of_its_own_gets_a_source_of_its_own(folder: Path) -> None:
    series = figure(
        period=None, observations="[{period: 2023, value: 450}, {period: 2024, value: 7777}]"
    )
    data, (problem,) = found(folder, series)
    (offer,) = problem.offers
    made = edit_file(data, (taken(offer),))
    assert b"value: 7777, source: report par. 5}" in made
    file = str(folder / "sheet.yaml")
    assert look_up(examine_sheet(made, file), made, file)[1] == []


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    paragraphs=st.lists(
        st.lists(st.integers(2100, 9999), min_size=1, max_size=3), min_size=1, max_size=3
    ),
    values=st.lists(st.integers(2100, 9999), min_size=1, max_size=3, unique=True),
)
def test_whatever_is_offered_ends_its_problem(
    folder: Path, paragraphs: list[list[int]], values: list[int]
) -> None:
    lines = (", ".join(f"{one:,}" for one in numbers) for numbers in paragraphs)
    (folder / "report.txt").write_text("\n".join(f"There were {one} things." for one in lines))
    data, problems = found(folder, *(figure(value=one) for one in values))
    file = str(folder / "sheet.yaml")

    def left(made: bytes) -> list[Place]:
        still = look_up(examine_sheet(made, file), made, file)[1]
        return [path for one in still for path in one.paths]

    every = [(problem.paths[0], offer) for problem in problems for offer in problem.offers]
    assert [one for path, one in every if path in left(edit_file(data, (taken(one),)))] == []
