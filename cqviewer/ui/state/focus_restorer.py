"""Restores the focus after the parts of a window have been rebuilt."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from cqviewer.ui.state.focus import give_focus, has_ring


@runtime_checkable
class WithRows(Protocol):
    """A widget with rows of figures and goals, one of which has the focus."""

    @property
    def fact_at_hand(self) -> str | None:
        """Return the id of that figure or goal."""
        ...

    def enter(self, fact_id: str | None) -> None:
        """Focus the row of a figure or goal."""


class FocusRestorer:
    """Identifies a widget by its area, its class and its index among widgets of that class."""

    def __init__(self, focused: QWidget | None, areas: Sequence[QWidget]) -> None:
        """Remember a widget in one of several areas that will be rebuilt in the same order."""
        self._area: int | None = None
        self._kind: type[QWidget] = QWidget
        self._number = 0
        self._has_ring = False
        rows: object = focused
        self._fact = rows.fact_at_hand if isinstance(rows, WithRows) else None
        for number, area in enumerate(areas):
            if focused is not None and (focused is area or area.isAncestorOf(focused)):
                self._area, self._kind = number, type(focused)
                self._number = _alike(area, self._kind).index(focused)
                self._has_ring = has_ring(focused)

    def restore(self, areas: Sequence[QWidget], otherwise: QWidget) -> None:
        """Focus the same place in rebuilt areas, or another widget if it is gone."""
        if self._area is None:
            return
        alike = _alike(areas[self._area], self._kind)
        found = alike[self._number] if self._number < len(alike) else None
        is_fit = found is not None and found.isEnabled() and not found.isHidden()
        rows: object = found if is_fit else None
        if self._fact is not None and isinstance(rows, WithRows):
            rows.enter(self._fact)
            return
        give_focus(found if found is not None and is_fit else otherwise, with_ring=self._has_ring)


def _alike(area: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Return the widgets of one class in an area, itself first, in order of creation."""
    return [one for one in [area, *area.findChildren(kind)] if type(one) is kind]
