"""Commands that only change how the sheet is looked at."""

from collections.abc import Callable

from cqviewer.ui.state.language import LanguageChoice, chosen_language
from cqviewer.ui.state.store import PANEL_LEAST, PANEL_WIDEST, Store

PANEL_STEP = 40
"""px of the design by which the keyboard changes the width of the Source panel."""
ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)


class ViewCommands:
    """Changes the store's view; each method is one action."""

    def __init__(self, store: Store) -> None:
        """Act on a store."""
        self._store = store

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action of the view does, by its name."""
        return {
            "next_tab": self.next_tab,
            "previous_tab": self.previous_tab,
            "table": self.toggle_table,
            "panel_wider": self.widen_panel,
            "panel_narrower": self.narrow_panel,
            "zoom_in": self.zoom_in,
            "zoom_out": self.zoom_out,
            "zoom_reset": self.zoom_reset,
            "theme_system": self.theme_system,
            "theme_light": self.theme_light,
            "theme_dark": self.theme_dark,
            "language_system": self.language_system,
            "language_en": self.language_en,
            "language_zh": self.language_zh,
        }

    def next_tab(self) -> None:
        """Go to the next section, after the last to the first."""
        self._step(1)

    def previous_tab(self) -> None:
        """Go to the section before, from the first to the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        ids = [section.id for section in self._store.sheet.sections]
        at = ids.index(self._store.view.section)
        self._store.look(section=ids[(at + step) % len(ids)])

    def toggle_table(self) -> None:
        """Show figures as a table, or as cards and charts again."""
        self._store.look(is_table=not self._store.view.is_table)

    def widen_panel(self) -> None:
        """Make the Source panel a step wider."""
        width = self._store.view.panel_width + PANEL_STEP
        self._store.look(panel_width=min(PANEL_WIDEST, width))

    def narrow_panel(self) -> None:
        """Make the Source panel a step narrower."""
        width = self._store.view.panel_width - PANEL_STEP
        self._store.look(panel_width=max(PANEL_LEAST, width))

    def zoom_in(self) -> None:
        """Enlarge by a step, to 250 % at most; what is presented may be larger already."""
        zoom = self._store.view.zoom
        self._store.look(zoom=min((one for one in ZOOMS if one > zoom), default=zoom))

    def zoom_out(self) -> None:
        """Make smaller by a step, to 80 % at least."""
        self._store.look(
            zoom=max((one for one in ZOOMS if one < self._store.view.zoom), default=ZOOMS[0])
        )

    def zoom_reset(self) -> None:
        """Show at the design's size."""
        self._store.look(zoom=1.0)

    def language_system(self) -> None:
        """Follow the system's language."""
        self._speak("system")

    def language_en(self) -> None:
        """Use English."""
        self._speak("en")

    def language_zh(self) -> None:
        """Use simplified Chinese."""
        self._speak("zh")

    def _speak(self, choice: LanguageChoice) -> None:
        self._store.look(language_choice=choice, language=chosen_language(choice))

    def theme_system(self) -> None:
        """Follow the system's light or dark theme."""
        self._store.look(theme="system")

    def theme_light(self) -> None:
        """Use the light theme."""
        self._store.look(theme="light")

    def theme_dark(self) -> None:
        """Use the dark theme."""
        self._store.look(theme="dark")
