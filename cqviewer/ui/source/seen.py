"""What is shown of a source: a document, and one place of a figure in it."""

from typing import NamedTuple

from cqviewer.evidence.document import Document, DocumentPart
from cqviewer.evidence.places import Place, Traced, TraceStep
from cqviewer.ui.state.store import Store
from cqviewer.worker.evidence import OpenedEvidence


class Seen(NamedTuple):
    """A figure's observation, the document that it cites, and one of its places there.

    `at` of `among`, from 1, counts the places, or with `is_input` the inputs of a derived figure.
    Without a figure only the document is shown.
    """

    source: str = ""
    step: TraceStep | None = None
    opened: OpenedEvidence | None = None
    traced: Traced | None = None
    place: Place | None = None
    at: int = 0
    among: int = 0
    is_input: bool = False

    @property
    def document(self) -> Document | None:
        """Return the document, if it has been read."""
        return self.opened.document if self.opened else None

    @property
    def own(self) -> tuple[Place, ...]:
        """Return all places of the figure's number."""
        return self.traced.places if self.traced else ()

    @property
    def others(self) -> list[Place]:
        """Return the cited places of the numbers of other figures and periods."""
        mine = {(one.part, one.start) for one in self.own}
        own = (self.step.figure, None) if self.step else None
        return [
            one
            for one in (self.opened.found if self.opened else ())
            if one.is_cited
            and (one.figure, one.observation) != own
            and (one.part, one.start) not in mine
        ]

    @property
    def part_at(self) -> int | None:
        """Return the index of the shown part of the document: with the number, or else cited."""
        if self.place is not None:
            return self.place.part
        return self.traced.near_place if self.traced else None

    @property
    def part(self) -> DocumentPart | None:
        """Return the paragraph, row or cell that is shown."""
        at = self.part_at
        return None if at is None or self.document is None else self.document.parts[at]


def select_at(place: Place, store: Store) -> None:
    """Select the figure of a place in a source, and its observation if that is not the latest."""
    figure = store.sheet.indicators[place.figure]
    at = place.observation
    period = figure.latest.period if at is None else figure.observations[at].period
    store.select(figure.id, None if period == figure.latest.period else period)
