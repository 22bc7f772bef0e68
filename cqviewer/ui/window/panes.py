"""F6 goes round the panes of a window: tool bar, tabs, page, banner and Source panel."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from cqviewer.ui.state.focus import has_focus_within, is_within, last_focus, tab_stops
from cqviewer.ui.style.selectable import SelectableText, texts_in
from cqviewer.ui.style.sight import bring_into_sight, is_hidden_by
from cqviewer.ui.window.content_area import ContentArea


class Panes(QObject):
    """Moves the focus from pane to pane, to the widget that last had it in each."""

    content: ContentArea
    """What holds page and panel; the window sets it whenever it is built anew."""

    def __init__(self, panes: Callable[[], Sequence[QWidget]], parent: QObject) -> None:
        """Go round the visible ones of the panes that `panes` returns, in their order."""
        super().__init__(parent)
        self._panes = panes

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action does, by its name."""
        return {
            "next_pane": partial(self.go, 1),
            "previous_pane": partial(self.go, -1),
            "select_text": self.select_text,
        }

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) pane, after the last to the first."""
        panes = [one for one in self._panes() if one.isVisible() and not self.is_below_form(one)]
        at = next((at for at, one in enumerate(panes) if has_focus_within(one)), -1)
        for _ in panes:
            at = (at + step) % len(panes)
            if (target := _stop_in(panes[at])) is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                bring_into_sight(target)
                return

    def select_text(self) -> None:
        """Put a caret into the first fully visible text of the focused pane."""
        panes = [one for one in self._panes() if one.isVisible()]
        pane = next((one for one in panes if has_focus_within(one)), None)
        for text in texts_in(pane or panes[0].window()):
            if text.visibleRegion().boundingRect().height() >= text.height():
                text.enter()
                return

    @property
    def is_in_text(self) -> bool:
        """Return whether there is a caret in a focused text."""
        focused = QApplication.focusWidget()
        return isinstance(focused, SelectableText) and focused.has_caret

    def is_below_form(self, part: QWidget) -> bool:
        """Return whether a widget belongs to the page while a form covers all of the page."""
        front, panel = self.content.front, self.content.panel
        return panel.is_covered and is_within(part, front) and is_hidden_by(front, panel)


def _stop_in(pane: QWidget) -> QWidget | None:
    """Return the widget of a pane that last had the focus, or else its first stop, if any."""
    last, stops = last_focus(pane), tab_stops(pane)
    if last in stops:
        return last
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return pane
    return next(iter(stops), None)
