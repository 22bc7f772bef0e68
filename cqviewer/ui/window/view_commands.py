"""Commands that change only the view."""

from collections.abc import Callable
from functools import partial
from typing import get_args

from cqviewer.ui.state.language import LanguageChoice, chosen_language
from cqviewer.ui.state.store import Store, ThemeChoice

ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)


class ViewCommands:
    """Changes the store's view."""

    def __init__(self, store: Store) -> None:
        """Work on a store."""
        self._store = store

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action of the view does, by its name."""
        look = self._store.look
        return {
            "next_tab": partial(self._step_tab, 1),
            "previous_tab": partial(self._step_tab, -1),
            "table": self._toggle_table,
            "zoom_in": self._zoom_in,
            "zoom_out": self._zoom_out,
            "zoom_reset": partial(look, zoom=1.0),
            **{f"theme_{one}": partial(look, theme=one) for one in get_args(ThemeChoice)},
            **{
                f"language_{one}": partial(self._choose_language, one)
                for one in get_args(LanguageChoice)
            },
        }

    def _step_tab(self, step: int) -> None:
        """Go to the next (1) or previous (-1) section, after the last to the first."""
        ids = [section.id for section in self._store.sheet.sections]
        at = ids.index(self._store.view.section)
        self._store.look(section=ids[(at + step) % len(ids)])

    def _toggle_table(self) -> None:
        """Show figures as a table, or as cards and charts again."""
        self._store.look(is_table=not self._store.view.is_table)

    def _zoom_in(self) -> None:
        """Enlarge by a step up to 250 %; a presentation may be larger already and stays so."""
        zoom = self._store.view.zoom
        self._store.look(zoom=min((one for one in ZOOMS if one > zoom), default=zoom))

    def _zoom_out(self) -> None:
        """Reduce the zoom by a step, down to 80 %."""
        zoom = self._store.view.zoom
        self._store.look(zoom=max((one for one in ZOOMS if one < zoom), default=ZOOMS[0]))

    def _choose_language(self, choice: LanguageChoice) -> None:
        self._store.look(language_choice=choice, language=chosen_language(choice))
