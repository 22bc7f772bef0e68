"""Commands that only change how the sheet is looked at."""

from cqviewer.ui.store import Store

ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)


class ViewCommands:
    """Changes the store's view; each method is one action."""

    def __init__(self, store: Store) -> None:
        """Act on a store."""
        self._store = store

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

    def deselect(self) -> None:
        """Select nothing."""
        self._store.select(None)

    def zoom_in(self) -> None:
        """Enlarge by a step, to 250 % at most."""
        self._store.look(
            zoom=min((one for one in ZOOMS if one > self._store.view.zoom), default=ZOOMS[-1])
        )

    def zoom_out(self) -> None:
        """Make smaller by a step, to 80 % at least."""
        self._store.look(
            zoom=max((one for one in ZOOMS if one < self._store.view.zoom), default=ZOOMS[0])
        )

    def zoom_reset(self) -> None:
        """Show at the design's size."""
        self._store.look(zoom=1.0)

    def theme_system(self) -> None:
        """Follow the system's light or dark theme."""
        self._store.look(theme="system")

    def theme_light(self) -> None:
        """Use the light theme."""
        self._store.look(theme="light")

    def theme_dark(self) -> None:
        """Use the dark theme."""
        self._store.look(theme="dark")
