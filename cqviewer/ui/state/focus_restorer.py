"""Restores the focus after parts of a window were rebuilt or hidden by another view."""

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cqviewer.ui.state.focus import give_focus, has_ring, is_within, last_focus
from cqviewer.ui.state.store import Store


@runtime_checkable
class WithRows(Protocol):
    """A widget with rows of figures and goals, one of which has the focus."""

    @property
    def fact_at_hand(self) -> str | None:
        """Return the id of the figure or goal of the focused row."""
        ...

    def enter(self, fact_id: str | None) -> None:
        """Focus the row of a figure or goal."""


@runtime_checkable
class Growing(Protocol):
    """A widget that builds its rows while idle."""

    def build(self, number: int) -> None:
        """Build up to `number` rows now."""


class FocusRestorer:
    """Remembers the focused widget, to focus its successor once its area has been rebuilt.

    The widget is identified by its area, its class, its accessible name and description, and its
    index among the widgets of that class. Where name and description have changed, as in another
    language, the index alone counts.
    """

    def __init__(self, focused: QWidget | None, areas: Sequence[QWidget]) -> None:
        """Remember the focused widget; the areas will be rebuilt in the same order."""
        self._area: int | None = None
        self._kind: type[QWidget] = QWidget
        self._of: type[QWidget] = QWidget
        self._number = 0
        self._words = ("", "")
        self._has_ring = False
        rows: object = focused
        self._fact = rows.fact_at_hand if isinstance(rows, WithRows) else None
        for number, area in enumerate(areas):
            if focused is not None and is_within(focused, area):
                self._area, self._kind, self._of = number, type(focused), type(area)
                self._number = _alike(area, self._kind).index(focused)
                self._words = _words_of(focused)
                self._has_ring = has_ring(focused)

    def restore(self, areas: Sequence[QWidget], otherwise: QWidget) -> bool:
        """Focus the successor in the rebuilt areas, or the widget `otherwise` if there is none.

        Returns whether the focus was in any of the areas.
        """
        if self._area is None:
            return False
        area: QWidget = areas[self._area]
        growing: object = area
        if isinstance(growing, Growing):
            growing.build(self._number + 1)
        alike = _alike(area, self._kind) if type(area) is self._of else []
        same = [one for one in alike if _words_of(one) == self._words]
        found = alike[self._number] if self._number < len(alike) else None
        if any(self._words) and len(same) == 1:  # widgets before it may have been added or removed
            found = same[0]
        is_fit = found is not None and found.isEnabled() and not found.isHidden()
        rows: object = found if is_fit else None
        if self._fact is not None and isinstance(rows, WithRows):
            rows.enter(self._fact)
        else:
            target = found if found is not None and is_fit else otherwise
            give_focus(target, with_ring=self._has_ring)
        return True


class FocusKeeper:
    """Remembers the focus on the page while another view hides the page or takes the keys."""

    def __init__(
        self, store: Store, areas: Callable[[], Sequence[QWidget]], front: Callable[[], QWidget]
    ) -> None:
        """Work for a window; `areas` returns its parts that can be focused, `front` its page."""
        self._store = store
        self._areas = areas
        self._front = front
        self._kept: FocusRestorer | None = None
        self._section = ""
        self._selected: str | None = None

    @property
    def led_to(self) -> str | None:
        """Return the selected figure or goal, if another one was selected at `keep`."""
        selected = self._store.view.selected
        return selected if selected != self._selected else None

    def keep(self) -> None:
        """Remember where the focus is now, if that is a stop of the keyboard."""
        self._section, self._selected = self._store.view.section, self._store.view.selected
        focused = last_focus(self._front().window())
        is_stop = focused is not None and focused.focusPolicy() != Qt.FocusPolicy.NoFocus
        self._kept = FocusRestorer(focused if is_stop else None, self._areas())

    def give_back(self, *, with_ring: bool = False) -> None:
        """Focus what was remembered and forget it; focus the page itself if the tab has changed."""
        kept, self._kept, self._selected = self._kept, None, None
        is_there = kept is not None and self._section == self._store.view.section
        if not (is_there and kept and kept.restore(self._areas(), self._front())):
            give_focus(self._front(), with_ring=with_ring)


def _alike(area: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Return the widgets of a class in an area (itself included), in order of creation."""
    return [one for one in [area, *area.findChildren(kind)] if type(one) is kind]


def _words_of(widget: QWidget) -> tuple[str, str]:
    return widget.accessibleName(), widget.accessibleDescription()
