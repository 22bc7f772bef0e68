"""The Source panel says a part's place among the parts, and leads to their whole."""

import msgspec
import pytest
from PySide6.QtGui import QAccessible

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.ui.page.links import Link
from cqviewer.ui.panel.captions import caption_of
from cqviewer.ui.panel.panel_facts import PanelFacts
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.look import Look
from tests.charts.springfield import air, budget, finance, of_parts, parts, row
from tests.ui.conftest import OpenWindow, accessible, name_of, settle

PLACES = "budget.thriving_places"


def rows_of(sheet: Sheet, part: str, look: Look, view: View | None = None) -> dict[str, str]:
    """Return what is heard of the rows of a selected part, by their captions."""
    store = Store(sheet, view)
    store.look(selected=part, observation=view.observation if view else None)
    rows = [*PanelFacts(store, look).rows_of_figure(sheet.indicators[part])]
    said = [name_of(QAccessible.queryAccessibleInterface(one)) for one in rows]
    for one in rows:
        one.deleteLater()
    mark = "：" if store.view.language == "zh" else ": "
    return {caption: text for caption, _, text in (one.partition(mark) for one in said)}


def test_a_part_has_its_rank_its_share_and_the_whole_each_in_one_phrase(look: Look) -> None:
    said = rows_of(of_parts("bars", budget()), PLACES, look)
    assert said["Place among the parts"] == (
        "3 of 9 by size; 17.1\u202f% of the whole, derived; 45.850 ÷ 268.197"
    )
    assert said["The whole"] == (
        "All departments: £268.197 million; stated; the parts add up to it"
    )


def test_of_an_earlier_observation_the_place_is_that_of_its_period(look: Look) -> None:
    view = View(observation=Period.parse("2023"))
    said = rows_of(of_parts("bars", budget()), "budget.transformation", look, view)
    assert said["Place among the parts"].startswith("7 of 9 by size; 4.4\u202f%")
    assert said["The whole"].startswith("All departments: £259.120 million, 2023; ")


def test_without_a_stated_total_the_sum_of_the_parts_is_the_whole(look: Look) -> None:
    said = rows_of(of_parts("stacked", finance()), "finance.council_tax", look)
    assert said["The whole"] == ("Sum of the parts, derived: £272.501 million; no total is stated")


def test_what_does_not_add_up_has_no_share_and_names_who_has_no_value(look: Look) -> None:
    said = rows_of(of_parts("panels", air()), "air.glasgow", look)
    assert said["Place among the parts"] == "4 of 5 by size; Cardiff: not collected"
    assert "The whole" not in said


def test_a_total_and_what_has_no_value_have_no_place(look: Look) -> None:
    sheet = of_parts("bars", budget())
    assert "Place among the parts" not in rows_of(sheet, "budget.all_departments", look)
    rows = {"a": [row("2024", missing="suppressed")], "b": [row("2024", "2")]}
    said = rows_of(of_parts("bars", parts("f", "F", "t", rows)), "f.a", look)
    assert not {"Place among the parts", "The whole"} & set(said)


@pytest.mark.parametrize(
    ("part", "seen", "caption"),
    [
        (PLACES, None, "Selected part, by Department"),
        (PLACES, "2023", "Selected observation, 1 of 2"),
        ("budget.all_departments", None, "Selected figure, two observations"),
    ],
)
def test_the_caption_says_what_a_part_is_a_part_of(
    part: str, seen: str | None, caption: str
) -> None:
    store = Store(of_parts("bars", budget()))
    store.select(part, Period.parse(seen) if seen else None)
    assert caption_of(store.sheet.indicators[part], store) == caption


def test_it_is_said_in_chinese_too(open_window: OpenWindow) -> None:
    sheet = msgspec.structs.replace(of_parts("bars", budget()), languages=("zh",))
    window = open_window(sheet, language="zh", language_choice="zh")
    window.store.select(PLACES)
    settle()
    said = [name_of(one) for one in accessible(window.content.panel)]
    place = "在各部分中的位次：按大小在 9 项中列第 3；占总体 17.1%，计算；0.45850 ÷ 2.68197"
    assert any(one.replace("\u202f", "") == place for one in said)


def test_the_link_of_the_whole_selects_the_total(open_window: OpenWindow) -> None:
    window = open_window(of_parts("bars", budget()))
    window.store.select(PLACES)
    settle()
    links = window.content.panel.findChildren(Link)
    (link,) = [one for one in links if one.accessibleName().startswith("All departments")]
    link.click()
    settle()
    assert window.store.view.selected == "budget.all_departments"
