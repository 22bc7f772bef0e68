"""Where in a page the reader is, as a share of its height, which holds at any zoom."""

from PySide6.QtWidgets import QScrollArea


def scroll_share(area: QScrollArea) -> float:
    """Give how far an area is scrolled down, 0 to 1."""
    bar = area.verticalScrollBar()
    return bar.value() / max(1, bar.maximum())
