"""What the reader is to see of a source: a document, and one place of a figure in it."""

from typing import NamedTuple

from cqviewer.evidence.document import Document, Part
from cqviewer.evidence.places import Place, Step, Traced
from cqviewer.worker.evidence import Opened


class Seen(NamedTuple):
    """A figure's observation, the document that it cites, and one of its places there.

    `at` of `among` is the place, or the input of a figure that is worked out (`is_input`).
    Without a figure it is the document alone.
    """

    source: str = ""
    step: Step | None = None
    opened: Opened | None = None
    traced: Traced | None = None
    place: Place | None = None
    at: int = 0
    among: int = 0
    is_input: bool = False

    @property
    def document(self) -> Document | None:
        """Return the document, if it is read."""
        return self.opened.document if self.opened else None

    @property
    def part_at(self) -> int | None:
        """Return the place in the document of the part that is shown: with the number, or cited."""
        if self.place is not None:
            return self.place.part
        return self.traced.near_place if self.traced else None

    @property
    def part(self) -> Part | None:
        """Return the paragraph, row or cell that is shown."""
        at = self.part_at
        return None if at is None or self.document is None else self.document.parts[at]
