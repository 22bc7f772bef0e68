"""What is visible in a window: reading order, scrolling into view, what covers what."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QScrollArea, QWidget

_FRAME = QSize(16, 48)
"""The px that a desktop adds around a window; Qt knows them only once it is shown."""


def in_reading_order(parent: QWidget) -> list[QWidget]:
    """Return the visible children of a widget, from the top, and in a line from the left."""
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


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """Return the nearest scroll area that a widget lies in, if any."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the area around a widget until it is visible; of a tall widget, its top."""
    area = scroll_area_of(widget)
    if area is None:
        return
    area.ensureWidgetVisible(widget)
    if widget.height() > area.viewport().height():
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + widget.mapTo(area.viewport(), QPoint(0, 0)).y())


def is_hidden_by(widget: QWidget, cover: QWidget) -> bool:
    """Return whether `cover`, once it is shown, lies over all of a widget."""
    area = cover.parentWidget() or cover.window()
    place = QRect(widget.mapTo(area, QPoint(0, 0)), widget.size()) & area.rect()
    return cover.geometry().contains(place)


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Resize a window before it is shown, limited to its screen."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - _FRAME))
