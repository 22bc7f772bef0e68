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
    """Return a layout of parts one below the other, installed in a widget (`of`) if given.

    `gap` is the px between two parts, -1 for the default of Qt's style; `margins` are the px at the
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
    """Return a layout of parts side by side, with the arguments of `column`."""
    box = column(*parts, of=of, gap=gap, margins=margins)
    turn(box, is_column=False)
    return box


def stacked(*parts: QWidget) -> QWidget:
    """Return a widget with parts one below the other, aligned to its top."""
    made = QWidget()
    column(*parts, of=made).addStretch(1)
    return made


def turn(box: QBoxLayout, *, is_column: bool) -> None:
    """Change the direction of a layout: one part below the other, or side by side."""
    box.setDirection(_Direction.TopToBottom if is_column else _Direction.LeftToRight)


def is_column(box: QBoxLayout) -> bool:
    """Return whether the parts of a layout lie one below the other."""
    return box.direction() == _Direction.TopToBottom


def flatten(area: QScrollArea) -> None:
    """Make an area scroll vertically only, without a frame, with its widget as wide as the area."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def let_wrap(widget: QWidget, across: QSizePolicy.Policy) -> None:
    """Make a widget's height follow its `heightForWidth`; `across` is its horizontal policy."""
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
