"""Finding: every spelling of a value, both languages, the order of the pages."""

import gc
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from cqviewer.search import Hit, SearchIndex, spellings, words_at
from tests.model.sheets import figure
from tests.model.sheets import sheet as small_sheet


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return load_sheet(data_folder() / "chongqing-2024.yaml")


@pytest.fixture(scope="module")
def index(sheet: Sheet) -> SearchIndex:
    return SearchIndex(sheet)


def figures(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.key for hit in hits if hit.kind == "figure"]


@pytest.mark.parametrize(
    "query",
    [
        "690000",
        "690,000",
        "690,00",
        "69万",
        "69 万",
        "69万人",
        "６９万",
        "690 thousand",
        "0.69 million",
    ],
)
def test_every_spelling_of_a_value_finds_the_same_figure(index: SearchIndex, query: str) -> None:
    assert figures(index.find(query)) == ["jobs"]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("577.6 bn yuan", "clusters"),
        ("577,600,000,000", "clusters"),
        ("577.6", "clusters"),
        ("5776亿元", "clusters"),
        ("5776 亿", "clusters"),
        ("810百万", "investment"),
        ("4656.5 ÷ 300 = 15.52 亿元", "invested_per_project"),
        ("US$810 million", "investment"),
        ("8.1亿美元", "investment"),
        ("+7.6 %", "industry"),
        ("7.6%", "industry"),
        ("7.6 per cent", "industry"),
        ("512.98", "investment_before"),
        ("total RETAIL sales", "retail"),
        ("社会消费品零售总额", "retail"),
        ("real January–November", "industry"),
        ("real january-november", "industry"),
    ],
)
def test_names_values_periods_and_workings_are_found(
    index: SearchIndex, query: str, key: str
) -> None:
    assert figures(index.find(query)) == [key]


@pytest.mark.parametrize(
    ("query", "key", "period"),
    [
        ("old town lead", "lead.old_town", None),
        ("district east", "lead.east", None),
        ("老城", "lead.old_town", None),
        ("one plant", "lead.east", None),
        ("revised", "lead.harbour", None),
        ("was 1.2", "lead.harbour", None),
        ("cycle provisional", "cycling", None),
        ("骑车 初步", "cycling", None),
        ("low reliability", "cycling", "2022"),
        ("可靠性低", "cycling", "2022"),
        ("答卷不足", "cycling", "2022"),
        ("no survey", "cycling", "2020"),
        ("cycle suppressed", "cycling", "2021"),
        ("cycle 17.2", "cycling", "2022"),
        ("13.0 to 21.4", "cycling", "2022"),
        ("census 2019", "output", "2019"),
        ("17558.76亿", "output", "2016"),
        ("cycle table 5", "cycling", "2022"),
        ("cycle 2018", "cycling", "2018"),
        ("adults who cycle", "cycling", None),
        ("cycle 2018 16.5", "cycling", None),
    ],
)
def test_places_notes_and_marks_are_found_at_their_observation(
    query: str, key: str, period: str | None
) -> None:
    index = SearchIndex(load_sheet(Path(__file__).parent / "data" / "springfield.yaml"))
    found = {hit.key: hit.observation for hit in index.find(query) if hit.kind == "figure"}
    assert found == {key: Period.parse(period) if period else None}


def test_what_is_worked_out_from_a_sum_is_found_after_it(index: SearchIndex) -> None:
    assert figures(index.find("8.1 亿美元")) == ["investment", "investment_before"]


def test_a_number_is_found_by_its_beginning_and_never_by_its_middle(index: SearchIndex) -> None:
    assert figures(index.find("57")) == [
        *("clusters", "investment_growth", "investment_before")  # the last is made with 57.9 %
    ]
    assert figures(index.find("7.6")) == ["industry"]  # and not 577.6
    assert "jobs" not in figures(index.find("90000"))


@pytest.mark.parametrize(
    ("query", "hit"),
    [
        ("household registration", Hit("goals", "voices", "0")),
        ("户籍", Hit("goals", "voices", "0")),
        ("Yubei factory", Hit("growth", "statements", "1")),
        ("multimodal", Hit("goals", "plans", "3")),
        ("monthly average", Hit("employment", "open", "0")),
        ("exceed 50", Hit("growth", "chart", "growth-1")),
        ("Mega-city governance paragraph 10", Hit("goals", "goal", "governance")),
        ("ichongqing.info", Hit("growth", "source", "report")),
        ("calls employment stable", Hit("employment", "lead")),
        ("‘Industrial brain", Hit("goals", "plans", "0")),
        ("'industrial brain", Hit("goals", "plans", "0")),
    ],
)
def test_words_sources_charts_and_goals_are_found(index: SearchIndex, query: str, hit: Hit) -> None:
    assert index.find(query) == (hit,)


def test_all_words_must_be_there_in_any_order(index: SearchIndex) -> None:
    assert index.find("investment foreign") == index.find("foreign investment")
    assert index.find("foreign tourism") == ()


@pytest.mark.parametrize("query", ["", "   ", "tourism", "<b>", "$x$", "\\d", "[", "x" * 5000])
def test_nothing_is_found_where_nothing_is(index: SearchIndex, query: str) -> None:
    assert index.find(query) == ()


def test_hits_come_in_the_order_of_the_pages(sheet: Sheet, index: SearchIndex) -> None:
    order = [section.id for section in sheet.sections]
    hits = index.find("investment")
    assert [hit.section for hit in hits] == sorted((hit.section for hit in hits), key=order.index)
    trade = [(hit.kind, hit.key) for hit in hits if hit.section == "trade"]
    assert trade == [
        ("lead", ""),
        ("figure", "investment"),
        ("figure", "investment_growth"),
        ("chart", "trade-1"),
        ("figure", "investment_before"),
        ("open", "0"),
    ]


def test_a_figure_is_one_hit_in_the_section_of_its_card(index: SearchIndex) -> None:
    # Corridor cargo has a bar in the first tab and a card in the second.
    found = [hit for hit in index.find("73 %") if hit.kind == "figure"]
    assert found == [Hit("trade", "figure", "cargo")]


def test_figures_that_stand_on_no_page_come_last(sheet: Sheet) -> None:
    one = msgspec.structs.replace(sheet.indicators["exports"], id="hidden")
    changed = msgspec.structs.replace(sheet, indicators={"hidden": one, **sheet.indicators})
    hits = SearchIndex(changed).find("2.8")
    assert len(hits) > 2
    assert hits[-1] == Hit(sheet.sections[0].id, "figure", "hidden")
    assert "hidden" not in [hit.key for hit in hits[:-1]]


def test_every_figure_goal_and_row_of_words_can_be_found(sheet: Sheet, index: SearchIndex) -> None:
    assert sheet.indicators
    for name, one in sheet.indicators.items():
        for text in one.name.values() if isinstance(one.name, dict) else [one.name]:
            assert name in figures(index.find(text))
    rows = [
        (Hit(section.id, kind, str(number)), row)
        for section in sheet.sections
        for kind in ("statements", "plans", "voices", "open")
        for number, row in enumerate(getattr(section, kind))
    ]
    assert {hit.kind for hit, _ in rows} == {"statements", "plans", "voices", "open"}
    for hit, row in rows:
        assert all(hit in index.find(text[:60]) for text in row.text.values())


def test_spellings_of_small_and_odd_values_stay_plain() -> None:
    assert list(spellings(Decimal("7.6"), 0)) == ["7.6"]
    assert "1,234" in list(spellings(Decimal(1234), 0))
    assert "465,650,000,000" in list(spellings(Decimal("465.65"), 9))
    assert "0" in list(spellings(Decimal(0), 0))


def test_every_hit_but_figures_and_goals_has_words(sheet: Sheet, index: SearchIndex) -> None:
    kinds = set()
    for wording in (Wording("en"), Wording("zh")):
        for hit in index.find("2024") + index.find("Employment") + index.find("the"):
            words = words_at(hit, sheet, wording)
            assert bool(words) != (hit.kind in ("figure", "goal"))
            kinds.add(hit.kind)
    assert kinds >= {"lead", "chart", "statements", "plans", "open", "source", "figure"}
    assert words_at(Hit("employment", "statements", "0"), sheet, Wording("zh")) == (
        "会议报道：来源称就业保持稳定。"
    )


@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("São Paulo", ["sao paulo", "São Paulo", "SÃO", "sa\u0303o"]),
        ("Zürich", ["zurich", "ZÜRICH", "zürich"]),
        ("İzmir and Diyarbakır", ["izmir", "İZMİR", "diyarbakir", "Diyarbakır"]),
        ("Łódź Ørsted Þór Đorđe", ["lodz", "orsted", "dorde", "łódź"]),
        ("Œuvre", ["oeuvre", "œuvre"]),
        ("नेपाल", ["नेपाल"]),
        ("می\u200cخواهم", ["می\u200cخواهم", "میخواهم"]),
        ("서울", ["서울"]),
    ],
)
def test_accents_do_not_matter_to_who_looks_for_a_name(name: str, queries: list[str]) -> None:
    made = SearchIndex(small_sheet(f"a: {figure(name=name, value=1)}"))
    for query in queries:
        assert figures(made.find(query)) == ["a"], query
    assert made.find("zurick sao polo नपल") == ()


def test_an_index_of_many_figures_is_no_work_for_the_garbage_collector() -> None:
    lines = (f"f{at}: {figure(name=f'Figure {at}', value=at)}" for at in range(300))
    many = small_sheet("\n".join(lines))
    SearchIndex(many)  # what is made once for all sheets
    gc.collect()
    before = len(gc.get_objects())
    index = SearchIndex(many)
    hits = index.find("figure")
    gc.collect()
    assert len(hits) == 300
    assert len(gc.get_objects()) - before < 20
