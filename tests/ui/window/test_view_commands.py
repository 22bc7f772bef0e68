"""Actions that only change how the sheet is looked at."""

import pytest

from cqviewer.ui.state.store import Store
from cqviewer.ui.window.actions import ACTIONS
from cqviewer.ui.window.view_commands import ZOOMS, ViewCommands


def run(store: Store, *names: str) -> None:
    for name in names:
        ViewCommands(store).handlers()[name]()


def test_each_command_is_one_of_the_window_s_actions(store: Store) -> None:
    assert {*ViewCommands(store).handlers()} < {row.name for row in ACTIONS}


def test_tabs_go_round(store: Store) -> None:
    ids = [one.id for one in store.sheet.sections]
    seen = []
    for _ in ids:
        run(store, "next_tab")
        seen.append(store.view.section)
    assert seen == [*ids[1:], ids[0]]
    run(store, "previous_tab")
    assert store.view.section == ids[-1]


def test_zoom_goes_through_all_steps_and_no_further(store: Store) -> None:
    for _ in range(20):
        run(store, "zoom_out")
    seen = [store.view.zoom]
    for _ in range(20):
        run(store, "zoom_in")
        seen.append(store.view.zoom)
    assert tuple(dict.fromkeys(seen)) == ZOOMS
    run(store, "zoom_reset")
    assert store.view.zoom == 1.0


@pytest.mark.parametrize(
    ("zoom", "larger", "smaller"),
    [(1.3, 1.5, 1.25), (3.2, 3.2, 2.5)],
    ids=["between two steps", "presented larger than the steps"],
)
def test_a_zoom_that_is_no_step_goes_to_the_next_one(
    zoom: float, larger: float, smaller: float, store: Store
) -> None:
    for name, wanted in (("zoom_in", larger), ("zoom_out", smaller)):
        store.look(zoom=zoom)
        run(store, name)
        assert store.view.zoom == wanted


def test_figures_are_a_table_and_then_cards_again(store: Store) -> None:
    run(store, "table")
    assert store.view.is_table
    run(store, "table")
    assert not store.view.is_table


@pytest.mark.parametrize("theme", ["system", "light", "dark"])
def test_themes_are_chosen(theme: str, store: Store) -> None:
    run(store, "theme_dark", "theme_light", f"theme_{theme}")
    assert store.view.theme == theme


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_language_is_chosen_and_shown(language: str, store: Store) -> None:
    run(store, f"language_{language}")
    assert (store.view.language_choice, store.view.language) == (language, language)
    run(store, "language_system")
    assert store.view.language_choice == "system"
