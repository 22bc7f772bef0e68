"""Take a picture of every state of the window, into a folder with an index.

usage: python -m tests.pictures.states [FOLDER] [--only WORD] [--kept]

Drives the real window offscreen, in the light and in the dark theme: each tab in both languages,
every size, and what is hovered, focused, selected, disabled, empty, failed or on its way. FOLDER is
build/states unless it is named; with --only, only states whose name has WORD; with --kept, only
the few pictures that resources/pictures/states keeps.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from cqviewer.ui.start.application import make_application
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.worker_client import worker
from tests.pictures import acts
from tests.pictures.acts import Act, focused, hovered, plain
from tests.pictures.album import Album
from tests.pictures.scene import Scene

SIZE, NARROWEST, OVERLAY, WIDE = (1180, 800), (760, 560), (980, 700), (1800, 1000)
SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96}
TABS = ("growth", "trade", "employment", "goals")


class State(NamedTuple):
    """A state: its name, what brings it about, and the window that it begins with."""

    name: str
    act: Act
    view: dict[str, object] = {}  # noqa: RUF012 - never changed
    size: tuple[int, int] = SIZE


def tabs() -> Iterator[State]:
    """Yield each tab in both languages, its end, and its narrowest form."""
    for section in TABS:
        for language in ("en", "zh"):
            yield State(
                f"{section}-{language}", acts.whole, {"section": section, "language": language}
            )
        yield State(f"{section}-end", acts.scrolled, {"section": section})
        yield State(f"{section}-narrowest", acts.whole, {"section": section}, NARROWEST)


WINDOWS = (
    State("narrow-panel", acts.overlaid, {"selected": "investment_before"}, OVERLAY),
    State("narrowest-panel", acts.overlaid, {"selected": "investment_before"}, NARROWEST),
    State("narrowest-end", acts.scrolled, {}, NARROWEST),
    State("wide", acts.whole, {}, WIDE),
    State("panel-collapsed", acts.whole, {"is_panel_open": False}),
    State("zoom-80", acts.whole, {"zoom": 0.8}),
    State("zoom-200", acts.whole, {"zoom": 2.0}),
    State("selected-figure", acts.whole, {"selected": "retail"}),
    State("selected-derived", acts.whole, {"section": "trade", "selected": "investment_before"}),
    State("selected-goal", acts.whole, {"section": "goals", "selected": "consumption"}),
    State("table", acts.whole, {"is_table": True, "selected": "retail"}),
    State("search-hit", acts.searched("ports")),
    State("search-empty", acts.searched("tourism")),
    State("banner-error", acts.unreadable),
    State("banner-details", acts.with_details),
    State("banner-error-narrowest", acts.unreadable, {}, NARROWEST),
    State("banner-saved", acts.saved),
    State("chart-failed", acts.chart_failed),
    State("chart-loading", acts.loading),
    State("preview", acts.previewed),
    State("presented-tab", acts.presented, {"selected": "retail"}),
    State("presented-chart", acts.chart_presented, {"selected": "retail"}),
)
PARTS = (
    State("card-hover", hovered(Scene.card)),
    State("card-focus", focused(Scene.card)),
    State("card-selected", plain(Scene.card), {"selected": "retail"}),
    State("card-selected-focus", focused(Scene.card), {"selected": "retail"}),
    State("button-hover", hovered(acts.chart_copy)),
    State("button-focus", focused(acts.chart_copy)),
    State("button-copied", acts.chart_copied),
    State("primary", plain(Scene.copy_button), {"selected": "retail"}),
    State("primary-hover", hovered(Scene.copy_button), {"selected": "retail"}),
    State("primary-focus", focused(Scene.copy_button), {"selected": "retail"}),
    State("primary-disabled", plain(Scene.copy_button)),
    State("primary-copied", acts.copied, {"selected": "retail"}),
    State("panel-nothing-selected", plain(acts.panel)),
    State("tab-hover", acts.on_second_tab),
    State("tab-focus", acts.on_tab),
    State("link-hover", hovered(Scene.link), {"selected": "retail"}),
    State("link-focus", focused(Scene.link), {"selected": "retail"}),
    State("search-focus", focused(acts.search_field)),
    State("search-no-hits", acts.no_hits),
    State("chart-focus", focused(acts.first_chart)),
    State("chart-mark-focus", focused(acts.first_chart), {"selected": "retail"}),
    State("table-focus", focused(acts.table), {"is_table": True, "selected": "retail"}),
    State("menu", acts.menu_open),
    State("shortcuts", acts.opened("shortcuts")),
    State("about", acts.opened("about")),
)
# All of them would be more than a repository should carry.
KEPT_LIGHT = {
    *(f"{tab}-{form}" for tab in TABS for form in ("en", "zh")),
    *("growth-narrowest", "goals-narrowest", "goals-end", "selected-goal", "search-hit"),
    *("chart-failed", "chart-loading", "narrowest-panel", "presented-tab", "presented-chart"),
}
KEPT_BOTH = {
    *("selected-derived", "table", "search-empty", "banner-details", "preview"),
    *(part.name for part in PARTS),
}
KEPT_DARK = {"growth-en", "trade-zh"}


def is_kept(state: State, theme: str) -> bool:
    """Return whether the repository keeps the picture of a state in a theme."""
    return state.name in KEPT_BOTH | (KEPT_LIGHT if theme == "light" else KEPT_DARK)


def take(state: State, theme: str, album: Album) -> None:
    """Bring one state about in one theme, and add its picture."""
    # Nothing is drawn where the state is that of waiting for it.
    waits = state.act is acts.loading
    with patch.object(Drawer, "draw", return_value=None) if waits else nullcontext():
        scene = Scene(state.size, **{"theme": theme, **state.view})
        try:
            part = state.act(scene)
            words = ", ".join([*(f"{key} {value}" for key, value in state.view.items()), theme])
            album.add(f"{state.name}-{theme}", words, scene.grab(part))
        finally:
            scene.close()


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/states"))
    parser.add_argument("--only", default="", metavar="WORD")
    parser.add_argument("--kept", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        # Nothing of the user's is read or written: no settings, no charts that were kept.
        os.environ |= {"XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home}
        screen = Path(home) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        app = make_application(["cqviewer"])
        app.setQuitOnLastWindowClosed(False)
        album = Album(chosen.folder)
        for state in (*tabs(), *WINDOWS, *PARTS):
            if chosen.only in state.name:
                for theme in ("light", "dark"):
                    if not chosen.kept or is_kept(state, theme):
                        take(state, theme, album)
        worker().finish(30_000)  # charts are still being kept in the folder
        album.finish()


if __name__ == "__main__":
    main()
