"""The pencil button on parts that can be edited: cards, charts, rows of words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import product

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from cqviewer.ui.style.buttons import QuietButton, quiet_button
from cqviewer.ui.style.look import Look

SIDE, _INSET = 26, 4
"""px of the design: the pencil's side, and its distance from the corner."""


class Pencils(QObject):
    """Shows a pencil at a corner of the part that is pointed at or has the focus.

    Tab does not stop at it: F2 does the same for the focused part.
    """

    wanted = Signal(object)
    """Carries the part whose pencil was pressed."""

    def __init__(
        self, parts: Sequence[QWidget], inner: Mapping[QWidget, QWidget], look: Look, page: QWidget
    ) -> None:
        """Follow parts of a page; `inner` maps widgets that have the focus to their parts."""
        super().__init__(page)
        self._look = look
        self._inner = inner
        self._shown: dict[QWidget, QuietButton] = {}
        for one in (*parts, *inner):
            one.installEventFilter(self)

    def eventFilter(self, one: QObject, event: QEvent) -> bool:
        """Show or hide the pencil of a part that is entered or left."""
        kinds = QEvent.Type
        if not isinstance(one, QWidget):
            return False
        part = self._inner.get(one, one)
        if event.type() in (kinds.Enter, kinds.FocusIn):
            self._show(part)
        elif part not in self._shown:
            return False
        elif event.type() in (kinds.Leave, kinds.FocusOut):
            has_focus = any(it.hasFocus() for it in self._of(part))
            self._shown[part].setVisible(has_focus or part.underMouse())
        elif event.type() == kinds.Resize:
            self._place(part)
        return False

    def _of(self, part: QWidget) -> list[QWidget]:
        """Return a part and the widgets that take the focus in its place."""
        return [part, *(one for one, outer in self._inner.items() if outer is part)]

    def _show(self, part: QWidget) -> None:
        if part.window().isFullScreen():  # before an audience
            return
        if part not in self._shown:
            pencil = quiet_button(self.tr("Edit"), "edit", self._look, icon_only=True)
            pencil.setObjectName("pencil")
            pencil.setFocusPolicy(pencil.focusPolicy().NoFocus)
            pencil.setParent(part)
            pencil.clicked.connect(partial(self.wanted.emit, part))
            self._shown[part] = pencil
            self._place(part)
        self._shown[part].show()
        self._shown[part].raise_()

    def _place(self, part: QWidget) -> None:
        """Put a part's pencil into the right upper or lower corner, wherever it covers less."""
        side, inset, pencil = self._look.px(SIDE), self._look.px(_INSET), self._shown[part]
        was_shown = not pencil.isHidden()
        pencil.hide()  # otherwise it would be in the picture of what it covers
        left, tops = part.width() - side - inset, (inset, part.height() - side - inset)
        corners = [QRect(left, top, side, side) for top in tops]
        part.removeEventFilter(self)  # taking its picture makes Qt send resize events
        pencil.setGeometry(min(corners, key=partial(_drawn_in, part)))
        part.installEventFilter(self)
        pencil.setVisible(was_shown)


def _drawn_in(part: QWidget, box: QRect) -> int:
    """Return how many pixels in a box of a part are not in its most frequent colour."""
    picture = part.grab(box).toImage()
    places = product(range(picture.width()), range(picture.height()))
    colors = Counter(picture.pixel(*place) for place in places)
    return colors.total() - max(colors.values(), default=0)
