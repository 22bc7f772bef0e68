"""The stops of the arrow keys in a chart: which of its marks they are, and in what order."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt

from cqviewer.charts.drawing import Mark

_TO_LAST = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_End)
_TO_FIRST = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Home)


def stops_of(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks that the keys walk: of several that say the same, the first."""
    found: dict[tuple[str, str], Mark] = {}
    for mark in marks:
        found.setdefault((mark.figure, mark.text.casefold()), mark)
    return list(found.values())


def next_stop(stops: Sequence[Mark], at: int, key: int) -> int | None:
    """Return the number of the stop that a key leads to from another; None for other keys.

    Left and Right walk the marks, Up and Down go to the same place of the next series. From -1,
    where no stop is selected, each key leads to one of the ends; beyond them it stays.
    """
    last, pressed = len(stops) - 1, Qt.Key(key)
    if last < 0 or pressed not in (*_TO_FIRST, *_TO_LAST):
        return None
    if at < 0:
        return last if pressed in _TO_LAST else 0
    of_figure = sum(one.figure == stops[at].figure for one in stops)
    beside = of_figure if len(stops) % of_figure == 0 else 1
    wanted = {
        Qt.Key.Key_Right: at + 1,
        Qt.Key.Key_Left: at - 1,
        Qt.Key.Key_Down: at + beside,
        Qt.Key.Key_Up: at - beside,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: last,
    }[pressed]
    return wanted if 0 <= wanted <= last else at
