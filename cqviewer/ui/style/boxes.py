"""Boxes that lay out parts and areas that scroll them, without the margins and frames of Qt."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

_Direction = QBoxLayout.Direction


def column(
    *parts: QWidget | QLayout,
    of: QWidget | None = None,
    gap: int = 0,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
) -> QBoxLayout:
    """Return parts one below the other, as the layout of a widget or to be put into another.

    `gap` is the px between two of them, -1 for what Qt's style has; `margins` are the px at the
    left, top, right and bottom.
    """
    box = QBoxLayout(_Direction.TopToBottom, of)
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
    return box


def line(
    *parts: QWidget | QLayout,
    of: QWidget | None = None,
    gap: int = 0,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
) -> QBoxLayout:
    """Return parts side by side, as `column` does one below the other."""
    box = column(*parts, of=of, gap=gap, margins=margins)
    turn(box, is_column=False)
    return box


def stacked(*parts: QWidget) -> QWidget:
    """Return a widget with parts one below the other, as high up in it as they can stand."""
    made = QWidget()
    column(*parts, of=made).addStretch(1)
    return made


def turn(box: QBoxLayout, *, is_column: bool) -> None:
    """Lay out the parts of a box one below the other, or side by side."""
    box.setDirection(_Direction.TopToBottom if is_column else _Direction.LeftToRight)


def is_column(box: QBoxLayout) -> bool:
    """Return whether the parts of a box lie one below the other."""
    return box.direction() == _Direction.TopToBottom


def flatten(area: QScrollArea) -> None:
    """Make an area scroll up and down alone, without a frame, and its widget as wide as it."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def let_wrap(widget: QWidget, across: QSizePolicy.Policy) -> None:
    """Set a widget's size policies: its `heightForWidth` decides its height."""
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
