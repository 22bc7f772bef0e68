"""Titles that an import wrote go on with the data; a person's own stay."""

from pathlib import Path

import pytest

from tests.importing.tables import brought, sheet_of, written

HEAD = "Area,Month,Jobs\n"
FIRST = "North,2024-01,10\nNorth,2024-02,11\nSouth,2024-01,20\nSouth,2024-02,21\n"
NEXT = "North,2024-03,12\nSouth,2024-03,22\n"


def titles(sheet: str) -> list[str]:
    return [str(chart.title) for section in sheet_of(sheet).sections for chart in section.charts]


@pytest.mark.parametrize("later", [FIRST + NEXT, FIRST.replace("2024-01", "2024-03")])
def test_a_title_names_the_last_period_that_came_in(tmp_path: Path, later: str) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    now, _ = brought(tmp_path, before, HEAD + later)
    assert titles(now) == ["Jobs by area, 2024-01 to 2024-03", "Jobs by area, 2024-03"]


def test_a_title_names_the_first_period_that_came_in(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST + NEXT, unit="jobs")
    now, _ = brought(tmp_path, before, f"{HEAD}{FIRST}North,2023-12,9\nSouth,2023-12,19\n")
    assert titles(now) == ["Jobs by area, 2023-12 to 2024-03", "Jobs by area, 2024-03"]


def test_a_chinese_title_goes_on_too(tmp_path: Path) -> None:
    text = "地区,年份,就业\n北区,2022,10\n北区,2023,11\n南区,2022,20\n南区,2023,21\n"
    before = written(tmp_path, text, unit="人")
    now, _ = brought(tmp_path, before, f"{text}北区,2024,12\n南区,2024,22\n")
    assert [one.split("，")[1] for one in titles(now)] == ["2022 至 2024", "2024"]


def test_a_title_of_a_persons_own_stays(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    own = before.replace("Jobs by area, 2024-02", "The south had 21 jobs in 2024-02")
    now, _ = brought(tmp_path, own, HEAD + FIRST + NEXT)
    assert titles(now)[1] == "The south had 21 jobs in 2024-02"


def test_a_title_stays_with_numbers_that_are_left(tmp_path: Path) -> None:
    text = "Area,Month,Series,Unit,Value\nNorth,2024-01,Jobs,jobs,10\nNorth,2024-02,Jobs,jobs,11\n"
    text += "North,2024-01,Sales,£ million,4\nNorth,2024-02,Sales,£ million,5\n"
    text += text.split("\n", 1)[1].replace("North", "South")
    before = written(tmp_path, text)
    later = text + NEXT.replace(",1", ",Jobs,jobs,1").replace(",22", ",Jobs,jobs,22")
    later += "North,2024-03,Sales,£ million,6\nSouth,2024-03,Sales,£ million,6\n"
    now, _ = brought(tmp_path, before, later.replace("£ million", "€ million"))
    assert [one.rsplit(" ", 1)[1] for one in titles(now)] == ["2024-03"] * 2 + ["2024-02"] * 2


def test_a_chart_of_a_chosen_time_keeps_its_title(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    own = before.replace("kind: bars\n", "kind: bars\n        period: 2024-02\n")
    now, _ = brought(tmp_path, own, HEAD + FIRST + NEXT)
    assert titles(now) == ["Jobs by area, 2024-01 to 2024-03", "Jobs by area, 2024-02"]
