"""A number with a unit in a sentence is a figure of the sheet, or is warned of."""

import pytest

from tests.model.sheets import figure, problems, sheet_text

PERCENT = {"unit": "'%'", "measure": "growth"}
PORTS = "{en: ports, zh: 个港口}"
SERIES = "[{period: 2020, value: 400}, {period: 2024, value: 500}]"
LINES = "\n".join(
    (
        f"jobs: {figure(value=690000)}",
        f"rate: {figure(name='Rate', value=7.6, **PERCENT)}",
        f"fall: {figure(name='Fall', value=-2.4, **PERCENT)}",
        f"money: {figure(name='Sum', unit='bn yuan', measure='level', value=465.65)}",
        f"dollars: {figure(name='Aid', unit='US$ million', measure='level', value=810)}",
        f"trips: {figure(name='25 lines', unit='million trips', measure='level', value=4.2)}",
        f"series: {figure(name='Ports', unit=PORTS, period=None, observations=SERIES)}",
        f"cars: {figure(name='Cars', unit='万辆', measure='level', value=95.32)}",
    )
)
SHOWN = "figures: [jobs, rate, fall, money, dollars, trips, series, cars]"


def unknown(text: str, *, where: str = "lead") -> list[str]:
    """Return the numbers of a text that are called no figure of the sheet."""
    more = f"lead: '{text}'"
    if where == "title":
        more = f"charts: [{{kind: bars, of: [rate, fall], title: '{text}'}}]"
    if where == "statement":
        more = f"statements: [{{text: '{text}', source: report p. 1}}]"
    found = problems(
        sheet_text(LINES, rest=f"sections: [{{id: one, title: One, {SHOWN}, {more}}}]\n")
    )
    assert all(one.startswith("warning: '") for one in found)
    return [one.split("'")[1] for one in found]


@pytest.mark.parametrize("text", ["82.7 thousand", "82,700"])
def test_a_unit_that_is_but_a_scale_counts_as_one(text: str) -> None:
    vacancies = figure(name="Vacancies", unit="thousand", measure="level", value=82.7)
    rest = f"sections: [{{id: one, title: One, lead: '{text} were open', figures: [vacancies]}}]\n"
    assert problems(sheet_text(f"vacancies: {vacancies}", rest=rest)) == []


@pytest.mark.parametrize(
    ("text", "stale"),
    [
        ("Output reached 9 %", ["9 %"]),
        ("Output rose nine per cent", ["nine per cent"]),
        ("Output rose {rate}, not 9 %", ["9 %"]),
        ("Output rose 7.5 per cent year on year, costs 3.1%", ["7.5 per cent", "3.1%"]),
        ("It took 577.6 bn yuan", ["577.6 bn"]),
        ("Aid came to US$513 million", ["US$513 million"]),
        ("Aid came to $ 5m", ["$ 5m"]),
        ("There were 650,000 new jobs", ["650,000 new jobs"]),
        ("There were 650000 jobs", ["650000 jobs"]),
        ("5.1 million trips were made", ["5.1 million trips"]),
        ("完成投资 5776 亿元", ["5776 亿"]),
        ("增长 8.6%", ["8.6%"]),
        ("产量 96.32 万辆", ["96.32 万"]),
        ("通达 548 个港口", ["548 个港口"]),
        ("It rose from 3 % to 9 %", ["3 %", "9 %"]),
        ("About 9 %", ["9 %"]),
        ("增长9%，完成投资5776亿元，通达548个港口", ["9%", "5776亿", "548个港口"]),
        ("Jobs rose to 650,000", ["650,000"]),
        ("Jobs rose to 650\u00a0000", ["650\u00a0000"]),
        ("Aid came to €810 million and £ 465.65 bn", ["€810 million", "£ 465.65 bn"]),
        ("Costs +2.4 %, output (-7.6 %), output −8 %", ["2.4 %", "7.6 %", "8 %"]),
    ],
)
def test_a_number_that_no_figure_has_is_warned_of(text: str, stale: list[str]) -> None:
    assert unknown(text) == stale
    assert unknown(text, where="title") == stale
    assert unknown(text, where="statement") == stale


@pytest.mark.parametrize(
    "text",
    [
        "Output rose 7.6 %, costs fell 2.4 per cent",
        "Output rose 8 % on 2.4 % lower costs",  # as exact as it is written
        "Output rose about 7 %",
        "465.65 bn yuan, 4656.5 亿元, 466 bn yuan and US$810m",
        "690,000 jobs, 690000 new jobs, 69 万人",
        "4.2 million trips; 4,200,000 trips",
        "Output +7.6 %, costs −2.4 %, costs -2.4 % and $810m",
        "增长7.6%，资金4656.5亿元，就业69万人",
        "产量95.32万辆，953200辆",
        "500 ports, 100 ports more, 25 % more than in 2020",
        "Some rates exceed 50 %, others stay below 8 %, at least 20 % of them",
        "三项增幅超过 50 %，另外三项低于 8 %",
        "It may cost US$ 20 m to US$ 30 m, or 3 to 5 % of all",
        "In 2024 ports and 11 months, 23 December, 5 ports, the 3 largest ports",
        "It grew by 0.9 percentage points, 1.2 % points, 0.5 个百分点",
        "The 25 % of 25 lines",
        "300 people, 12.5 km, 2024-01",
        "Nine of 33618",
    ],
)
def test_what_is_a_figure_or_no_number_with_a_unit_is_not(text: str) -> None:
    assert unknown(text) == []


@pytest.mark.parametrize(
    "text", ["{rate} of it", "above {= 50 %} of it", "less than nine per cent"]
)
def test_what_is_filled_in_or_on_purpose_is_not(text: str) -> None:
    assert unknown(text) == []


@pytest.mark.parametrize(
    ("text", "stale"),
    [
        ("La production a crû de 7,6 %", []),
        ("La production a crû de 7,5 %", ["7,5 %"]),
        ("690 000 emplois en 2024", []),
        ("650 000 emplois, soit 650\u202f000 jobs", ["650 000", "650\u202f000 jobs"]),
        ("deux pour cent, plus de 50 %", ["deux pour cent"]),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(text: str, stale: list[str]) -> None:
    rest = f"sections: [{{id: one, title: One, {SHOWN}, lead: '{text}'}}]\n"
    found = problems(sheet_text(LINES, head="languages: [fr]\n", rest=rest))
    assert [one.split("'")[1] for one in found] == stale


def test_a_title_may_say_how_much_its_figures_differ() -> None:
    assert unknown("Output rose 10 % more", where="title") == []
    assert unknown("Output rose 10 % more") == ["10 %"]


def test_each_language_is_read_at_its_own_place() -> None:
    rest = (
        f"sections: [{{id: one, title: One, {SHOWN}, lead: {{en: 'Up 7.6 %', zh: 增长 8.6%}}}}]\n"
    )
    assert problems(sheet_text(LINES, rest=rest)) == ["warning: '8.6%' is no figure of the sheet"]
