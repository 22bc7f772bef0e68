"""Theme and size are the reader's choice, and what the system asks for, and follow both."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import (
    DARK,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    Theme,
)
from cqviewer.ui.state import appearance
from cqviewer.ui.state.store import ContrastChoice
from tests.ui.conftest import OpenWindow
from tests.ui.tables import shown_table

Ask = Callable[[bool], None]


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return a function that has the system ask for more contrast, or no longer."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        pytest.skip("this Qt knows nothing of the contrast that the system asks for")

    def ask(wants: bool) -> None:
        monkeypatch.setattr(appearance, "system_wants_contrast", lambda: wants)
        preference = Qt.ContrastPreference
        hints.accessibility().contrastPreferenceChanged.emit(
            preference.HighContrast if wants else preference.NoPreference
        )

    return ask


def shown(widget: QWidget) -> set[str]:
    """Return the colours in a widget's picture."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    }


def test_an_open_window_follows_the_contrast_that_the_system_asks_for(
    system: Ask, open_window: OpenWindow
) -> None:
    window = open_window(theme="light")
    action = window.actions_by_name["high_contrast"]
    assert window.look.theme is LIGHT
    system(True)
    assert window.look.theme is HIGH_CONTRAST_LIGHT
    assert action.isChecked()
    system(False)
    assert window.look.theme is LIGHT
    assert not action.isChecked()


def test_charts_are_drawn_in_the_contrast_of_the_window(
    system: Ask, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(theme="dark")
    system(True)  # the window asks for its charts itself
    view = window.content.page.chart_cards[0].view
    qtbot.waitUntil(lambda: view.is_drawn)
    colours = shown(view)
    assert HIGH_CONTRAST_DARK.accent.lower() in colours
    assert DARK.accent.lower() not in colours


def test_what_the_system_asks_for_may_be_refused_and_is_then_taken_again(
    system: Ask, open_window: OpenWindow
) -> None:
    window = open_window(theme="dark")
    action = window.actions_by_name["high_contrast"]
    system(True)
    action.trigger()
    assert (window.store.view.contrast, window.look.theme) == ("normal", DARK)
    action.trigger()
    assert (window.store.view.contrast, window.look.theme) == ("system", HIGH_CONTRAST_DARK)


@pytest.mark.parametrize(
    ("contrast", "theme"), [("high", HIGH_CONTRAST_LIGHT), ("normal", LIGHT), ("system", LIGHT)]
)
def test_the_reader_s_choice_comes_before_the_system_s(
    contrast: ContrastChoice, theme: Theme, system: Ask, open_window: OpenWindow
) -> None:
    window = open_window(theme="light", contrast=contrast)
    system(contrast == "normal")
    assert window.look.theme is theme


def test_high_contrast_goes_with_light_and_dark(open_window: OpenWindow) -> None:
    window = open_window(theme="light")
    window.actions_by_name["high_contrast"].trigger()
    assert window.look.theme is HIGH_CONTRAST_LIGHT
    window.actions_by_name["theme_dark"].trigger()
    assert window.look.theme is HIGH_CONTRAST_DARK
    assert window.actions_by_name["high_contrast"].isChecked()
    window.actions_by_name["high_contrast"].trigger()
    assert (window.store.view.contrast, window.look.theme) == ("system", DARK)


def test_a_selected_card_is_framed_where_it_has_no_tint(open_window: OpenWindow) -> None:
    window = open_window(theme="light", contrast="high")
    card = window.content.page.cards[0]
    edge = (4, card.height() // 2)
    before = card.grab().toImage().pixelColor(*edge).name()
    window.store.select(card.indicator.id)
    after = card.grab().toImage().pixelColor(*edge).name()
    assert (before, after) == (
        HIGH_CONTRAST_LIGHT.page.lower(),
        HIGH_CONTRAST_LIGHT.accent.lower(),
    )


def test_a_selected_row_is_ruled_where_it_has_no_tint(open_window: OpenWindow) -> None:
    window = open_window(theme="dark", contrast="high", is_table=True)
    table = shown_table(window.content.page)
    assert HIGH_CONTRAST_DARK.accent.lower() not in shown(table.viewport())
    window.store.select(window.content.page.cards[0].indicator.id)
    box = table.visualRect(table.currentIndex())
    image = table.viewport().grab().toImage()
    for y in (box.top(), box.bottom() - 1):
        assert image.pixelColor(box.center().x(), y).name() == HIGH_CONTRAST_DARK.accent.lower()


# The system's font size


@pytest.mark.parametrize(("points", "scale"), [(9, 1.0), (11, 1.0), (15, 1.5)])
def test_the_font_size_that_a_desktop_is_set_to_is_known(
    points: int, scale: float, virtual_screen: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "kdeglobals").write_text(
        f"[General]\nfont=Noto Sans,{points},-1,5,50,0,0,0,0,0\n", "utf-8"
    )
    desktop = {"XDG_CURRENT_DESKTOP": "KDE", "KDE_SESSION_VERSION": "6"}
    ask = """
from cqviewer.ui.start.application import make_application
from cqviewer.ui.state.appearance import system_text_scale
app = make_application(["cqviewer"])
print(system_text_scale())
"""
    said = subprocess.run(
        [sys.executable, "-c", ask],
        env={**virtual_screen, **desktop, "XDG_CONFIG_HOME": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert float(said) == scale


def test_all_grows_with_the_system_s_font_and_then_with_the_reader_s_zoom(
    monkeypatch: pytest.MonkeyPatch, open_window: OpenWindow
) -> None:
    monkeypatch.setattr(appearance, "system_text_scale", lambda: 1.5)
    window = open_window()
    assert (window.store.view.zoom, window.look.zoom) == (1.0, 1.5)
    window.store.look(zoom=1.25)
    assert window.look.zoom == 1.25 * 1.5
    window.store.look(zoom=2.0)  # more would leave no room, but the reader's own goes beyond
    assert window.look.zoom == 2.5
    window.store.look(zoom=3.0)
    assert window.look.zoom == 3.0
    window.store.look(zoom=0.8)
    assert window.look.zoom == pytest.approx(1.2)


def test_a_font_size_that_was_changed_meanwhile_is_followed_on_return(
    monkeypatch: pytest.MonkeyPatch, open_window: OpenWindow, qapp: QApplication
) -> None:
    window = open_window()
    monkeypatch.setattr(appearance, "system_text_scale", lambda: 1.4)
    assert window.look.zoom == 1.0
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert window.look.zoom == 1.4
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert window.look.zoom == 1.4
