"""Keeps the keyboard where it is while the parts of a window are built anew."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from cqviewer.ui.state.focus import give_focus, has_ring


@runtime_checkable
class WithRows(Protocol):
    """A widget in which the keyboard is in the row of a figure or goal."""

    @property
    def fact_at_hand(self) -> str | None:
        """Give the id of that figure or goal."""
        ...

    def enter(self, fact_id: str | None) -> None:
        """Take the keyboard, in the row of a figure or goal."""


class KeptFocus:
    """Remembers which widget had the focus: by its area, its kind and its number among those."""

    def __init__(self, focused: QWidget | None, areas: Sequence[QWidget]) -> None:
        """Remember a widget in one of several areas that will be built anew in the same order."""
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

    def give_back(self, areas: Sequence[QWidget], otherwise: QWidget) -> None:
        """Let the keyboard go on at the same place, or elsewhere if there is none any more."""
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
    """Give the widgets of one kind in an area, itself first, in the order of their making."""
    return [one for one in [area, *area.findChildren(kind)] if type(one) is kind]
