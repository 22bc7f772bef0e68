"""The stops of the arrow keys in a chart: which marks they are, and in which order."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt

from cqviewer.charts.drawing import Mark

_TO_LAST = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_End)
_TO_FIRST = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Home)


def stops_of(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks that the keys stop at: of several with the same text, the first."""
    found: dict[tuple[str, str], Mark] = {}
    for mark in marks:
        found.setdefault((mark.figure, mark.text.casefold()), mark)
    return list(found.values())


def next_stop(stops: Sequence[Mark], at: int, key: int) -> int | None:
    """Return the index of the stop that a key leads to from `at`; None for other keys.

    Left and Right go to the next mark, Up and Down to the same place of the next series. From -1,
    where no stop is selected, a key leads to the first or last stop; beyond these it stays.
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
