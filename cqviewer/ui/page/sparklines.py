"""The sparklines of a page's cards, drawn in one picture that is cut up for the cards."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from cqviewer.charts.drawing import DrawOptions
from cqviewer.charts.layout import SPARKLINE
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.state.drawer import Drawer, Picture
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.worker_client import Urgency
from cqviewer.ui.style.look import Look
from cqviewer.worker.pictures import Courses


class Sparklines(QObject):
    """Requests one picture of all sparklines, and passes each card its part."""

    drawn = Signal()
    """All cards have their sparklines, or drawing them has failed."""

    def __init__(
        self, cards: Sequence[FigureCard], store: Store, drawer: Drawer, look: Look, parent: QObject
    ) -> None:
        """Draw nothing until `request` is called."""
        super().__init__(parent)
        self._cards = [one for one in cards if one.has_course]
        self._sheet = store.sheet
        self._drawer = drawer
        self._options = DrawOptions(
            theme=look.theme,
            width=look.px(SPARKLINE[0]),
            language=store.view.language,
            zoom=look.zoom,
        )
        self._ratio = 0.0
        self.is_drawn = not self._cards
        """Whether no sparkline is still to be drawn."""

    def request(self, ratio: float) -> None:
        """Request the picture at a pixel ratio, unless it was requested at that ratio before."""
        if not self._cards or ratio == self._ratio:
            return
        self._ratio = ratio
        figures = tuple(one.indicator for one in self._cards)
        of = Courses(figures, self._options, ratio)
        call = self._drawer.ask(of, self._sheet, self, self._on_drawn)
        if call is not None:
            call.urgency = Urgency.SOON  # charts come first: their heights move what is below

    def _on_drawn(self, picture: Picture) -> None:
        image, count = picture.image, len(self._cards)
        if image is not None:
            high = image.height() // count
            for at, card in enumerate(self._cards):
                card.show_course(image.copy(0, at * high, image.width(), high))
            self._drawer.keep(picture, self._sheet)
        self.is_drawn = True
        self.drawn.emit()
