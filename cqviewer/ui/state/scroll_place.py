"""How far a page is scrolled, as a share of its height, which stays the same at any zoom."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSlider, QScrollArea


def scroll_share(area: QScrollArea) -> float:
    """Return how far down its content an area is scrolled, 0 to 1.

    The share is of the content's height; a banner beside the area changes the bar's range.
    """
    return area.verticalScrollBar().value() / _height(area)


def scroll_to_share(area: QScrollArea, share: float) -> None:
    """Scroll an area to a share of its content's height."""
    area.verticalScrollBar().setValue(round(share * _height(area)))


def scroll_by(area: QScrollArea, event: QKeyEvent) -> bool:
    """Scroll an area by Space, Home, End and the page keys; return whether the key was one."""
    actions = QAbstractSlider.SliderAction
    keys = {
        "Space": actions.SliderPageStepAdd,
        "PgDown": actions.SliderPageStepAdd,
        "Shift+Space": actions.SliderPageStepSub,
        "PgUp": actions.SliderPageStepSub,
        "Home": actions.SliderToMinimum,
        "Ctrl+Home": actions.SliderToMinimum,
        "End": actions.SliderToMaximum,
        "Ctrl+End": actions.SliderToMaximum,
    }
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()
    if key not in keys:
        return False
    area.verticalScrollBar().triggerAction(keys[key])
    return True


def _height(area: QScrollArea) -> int:
    content = area.widget()
    return max(1, content.height()) if content is not None else 1
