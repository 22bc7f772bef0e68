"""The Source panel says what was selected, and what its button copies of it."""

import pytest
from PySide6.QtWidgets import QApplication

from cqviewer.load import load_sheet
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.paths import data_folder
from cqviewer.ui.panel.captions import caption_of, what_is_copied
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.state.store import Store, View


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:  # noqa: ARG001
    """Speak English, whatever the test before spoke."""
    install_translators("en")


def selected(store: Store, figure: str, period: str = "") -> Indicator:
    """Select a figure, or its observation of a period."""
    store.select(figure, Period.parse(period) if period else None)
    return store.sheet.indicators[figure]


def test_a_single_value_is_a_figure(sheet: Sheet) -> None:
    store = Store(sheet)
    one = selected(store, "retail")
    assert caption_of(one, store) == "Selected figure"
    assert (
        what_is_copied(one, store) == "Copies name, value, period and source as one line of text."
    )


def test_a_derived_one_is_copied_with_its_working(sheet: Sheet) -> None:
    store = Store(sheet)
    one = selected(store, "investment_before")
    assert one.latest.status == "derived"
    assert what_is_copied(one, store) == (
        "Copies the figure marked ‘derived’, with working and source."
    )


def test_a_series_says_how_many_observations_and_which_one_is_seen(springfield: Sheet) -> None:
    store = Store(springfield)
    one = selected(store, "output")
    count, earlier = len(one.observations), one.observations[1].period
    assert caption_of(one, store).startswith("Selected figure, ")
    assert caption_of(one, store).endswith(" observations")
    store.select("output", earlier)
    assert caption_of(one, store) == f"Selected observation, 2 of {count}"


def test_a_target_is_said_and_copied_with_its_verdict() -> None:
    store = Store(load_sheet(data_folder() / "chongqing-targets.yaml"))
    figures = store.sheet.indicators.values()
    aimed = next(one for one in figures if one.targets and not one.is_series)
    one = selected(store, aimed.id)
    assert caption_of(one, store) == "Selected figure, with a target"
    assert what_is_copied(one, store) == (
        "Copies figure, target, verdict, working and both sources."
    )


def test_it_is_said_in_the_window_s_language(sheet: Sheet) -> None:
    install_translators("zh")
    store = Store(sheet, View(language="zh"))
    one = selected(store, "retail")
    assert caption_of(one, store) == "所选数据"
    install_translators("en")
