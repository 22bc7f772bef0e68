"""The store holds a sheet and a view that always fits it, and says what changed."""

from typing import cast

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.charts.drawing import ChartChoice
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Goal
from cqviewer.printing.options import PrintOptions
from cqviewer.ui.output.preview_options import PreviewOptions
from cqviewer.ui.state.store import Store, View
from tests.charts.springfield import budget, of_parts


def test_a_new_store_shows_the_first_section_and_selects_nothing(store: Store) -> None:
    assert store.view.section == store.sheet.sections[0].id
    assert store.section is store.sheet.sections[0]
    assert store.selected_fact() is None


def test_a_view_may_name_the_section_to_begin_with(sheet: Sheet) -> None:
    assert Store(sheet, View(section="trade")).section.id == "trade"


def test_a_section_or_selection_that_the_sheet_lacks_is_dropped(sheet: Sheet) -> None:
    store = Store(sheet, View(section="elsewhere", selected="nothing"))
    assert store.view == View(section=sheet.sections[0].id)


def test_a_change_of_the_view_is_told_once_with_the_old_and_the_new(
    store: Store, qtbot: QtBot
) -> None:
    before = store.view
    with qtbot.waitSignal(store.view_changed) as told:
        store.look(zoom=1.5, theme="dark")
    assert told.args == [before, store.view]
    assert (store.view.zoom, store.view.theme) == (1.5, "dark")
    assert store.view.section == before.section


def test_a_look_that_changes_nothing_is_not_told(store: Store, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(store.view_changed):
        store.look(zoom=store.view.zoom)
        store.select(None)
        store.select("no such figure")


def test_figures_and_goals_can_be_selected(store: Store) -> None:
    store.select("industry")
    assert cast(Indicator, store.selected_fact()).id == "industry"
    goals = store.sheet.goals
    assert goals is not None
    store.select(goals.named[0].id)
    assert cast(Goal, store.selected_fact()) == goals.named[0]
    store.select(None)
    assert store.selected_fact() is None


def test_another_sheet_keeps_the_look_and_drops_what_it_does_not_have(
    store: Store, other_sheet: Sheet, qtbot: QtBot
) -> None:
    store.look(zoom=1.25, selected="industry", section="trade")
    with qtbot.waitSignal(store.sheet_changed):
        store.open(other_sheet)
    assert store.sheet is other_sheet
    assert store.view.zoom == 1.25
    assert store.view.selected is None
    assert store.section is other_sheet.sections[0]


def test_the_same_sheet_read_again_keeps_tab_and_selection(store: Store, sheet: Sheet) -> None:
    store.look(section="trade", selected="exports")
    store.open(sheet)
    assert (store.view.section, store.view.selected) == ("trade", "exports")


def test_the_wording_follows_the_language(store: Store) -> None:
    store.look(language="zh")
    assert store.wording.language == "zh"


def test_a_view_cannot_be_changed_in_place(store: Store) -> None:
    with pytest.raises(AttributeError):
        store.view.zoom = 3.0  # type: ignore[misc]


def test_a_sheet_in_one_language_is_shown_in_it_unless_the_reader_chose_another(
    sheet: Sheet,
) -> None:
    chinese = msgspec.structs.replace(sheet, languages=("zh",))
    store = Store(chinese, View(language="en"))

    def languages() -> set[str]:
        return {store.view.language, store.wording.language}

    assert languages() == {"zh"}
    store.look(theme="dark", language="en")
    assert languages() == {"zh"}
    store.look(language_choice="en", language="en")
    assert languages() == {"en"}
    store.look(language_choice="system", language="en")
    assert languages() == {"zh"}
    store.open(sheet)
    assert languages() == {"en"}
    store.open(chinese)
    assert languages() == {"zh"}
    store.open(msgspec.structs.replace(sheet, languages=()))
    assert languages() == {"en"}


def test_a_sheet_in_a_third_language_is_worded_and_printed_in_it(
    sheet: Sheet, qtbot: QtBot
) -> None:
    french = msgspec.structs.replace(sheet, languages=("fr",))
    store = Store(french, View())
    assert store.view.language == store.wording.language == "fr"
    options = PreviewOptions(store, PrintOptions(language=store.view.language))
    qtbot.addWidget(options)
    chosen = options.options()
    assert chosen
    assert chosen.language == "fr"


def test_an_observation_is_selected_with_its_figure_and_let_go_of_with_it(
    springfield: Sheet, qtbot: QtBot
) -> None:
    store = Store(springfield)
    store.select("cycling", Period.parse("2019"))
    seen = store.seen_fact()
    assert isinstance(seen, Indicator)
    assert [one.period for one in seen.observations] == [Period.parse("2019")]
    assert store.selected_fact() is springfield.indicators["cycling"]
    with qtbot.waitSignal(store.view_changed):
        store.look(selected="cycling")
    assert store.view.observation is None
    assert store.seen_fact() is springfield.indicators["cycling"]


@pytest.mark.parametrize("period", ["2024", "1999"])
def test_the_latest_observation_and_one_that_is_not_there_are_the_figure_itself(
    period: str, springfield: Sheet
) -> None:
    store = Store(springfield, View(selected="cycling", observation=Period.parse(period)))
    assert store.view.observation is None
    store.select("lead.north", Period.parse(period))
    assert store.view.observation is None


def test_what_is_chosen_of_a_chart_fits_the_sheet_or_is_left_out(qapp: QApplication) -> None:  # noqa: ARG001
    made = budget()
    sheet = of_parts("bars", made)
    store = Store(sheet, View(choices={"gone": ChartChoice(sort="given")}))
    assert store.view.choices == {}
    store.choose("one-1", highlight="budget.transformation")
    store.choose("one-1", sort="given")
    assert store.view.choices == {"one-1": ChartChoice("budget.transformation", "given")}
    assert store.charts[0].highlight == ("budget.transformation",)
    assert sheet.sections[0].charts[0].highlight == ()
    figures = [one for one in made[2] if "transformation" not in one.id]
    left = msgspec.structs.replace(made[0], figures=tuple(one.id for one in figures))
    store.open(of_parts("bars", (left, made[1], figures)))
    assert store.view.choices == {"one-1": ChartChoice(sort="given")}
    store.choose("one-1", sort="size")
    assert store.view.choices == {}


def test_what_is_chosen_is_not_carried_into_another_file(qapp: QApplication) -> None:  # noqa: ARG001
    sheet = of_parts("bars", budget())
    store = Store(sheet)
    store.choose("one-1", sort="given")
    store.open(msgspec.structs.replace(sheet, title="Another state"))
    assert store.view.choices == {"one-1": ChartChoice(sort="given")}
    selected = next(iter(sheet.indicators))
    store.select(selected)
    told: list[bool] = []
    store.sheet_changed.connect(told.append)
    store.open(msgspec.structs.replace(sheet, title="A third state"))
    assert store.view.selected == selected
    store.open(msgspec.structs.replace(sheet, file_name="other.yaml"))
    assert store.view.choices == {}
    assert store.selected_fact() is None, "though it has one of the same id"
    assert told == [False, True]
