"""Where the parts of a window are seen: their reading order, scrolling, what covers them."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QScrollArea, QWidget

_FRAME = QSize(16, 48)
"""What a desktop puts around a window; Qt knows that only of one that is shown."""


def in_reading_order(parent: QWidget) -> list[QWidget]:
    """Sort the visible children of a widget by lines from the top, and in a line from the left."""
    children = [
        one
        for one in parent.children()
        if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()
    ]
    children.sort(key=lambda one: one.y())
    lines: list[list[QWidget]] = []
    for child in children:
        if lines and child.y() < lines[-1][0].geometry().center().y():
            lines[-1].append(child)
        else:
            lines.append([child])
    return [one for line in lines for one in sorted(line, key=lambda one: one.x())]


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the page that a widget lies on until it is seen; of a tall one, its beginning."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None:
        return
    area.ensureWidgetVisible(widget)
    if widget.height() > area.viewport().height():
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + widget.mapTo(area.viewport(), QPoint(0, 0)).y())


def is_hidden_by(widget: QWidget, cover: QWidget) -> bool:
    """Return whether a part of a window lies, once it is shown, over all of another."""
    area = cover.parentWidget() or cover.window()
    place = QRect(widget.mapTo(area, QPoint(0, 0)), widget.size()) & area.rect()
    return cover.geometry().contains(place)


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Make a window that is not shown yet so large, as far as its screen goes."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - _FRAME))
