"""Of a long source the paragraphs around the place are laid out, whichever place that is."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from cqviewer.charts.theme import LIGHT
from cqviewer.evidence.document import Document, DocumentPart
from cqviewer.evidence.places import Place, Traced, TraceStep
from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.ui.source.seen import Seen
from cqviewer.ui.source.text import MOST_SHOWN, SourceText
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.worker.evidence import OpenedEvidence


@pytest.fixture(scope="module")
def text(qapp: QApplication) -> Iterator[SourceText]:
    """Yield what shows the text of a source."""
    assert qapp is not None
    store = Store(load_sheet(data_folder() / "chongqing-2024.yaml"))
    made = SourceText(store, Look(LIGHT))
    made.resize(540, 500)
    yield made
    made.close()


def seen(texts: list[str], at: int, start: int = 0) -> Seen:
    """Return what is seen at a part of a document of some texts."""
    parts = tuple(DocumentPart(number, one) for number, one in enumerate(texts, 1))
    place = Place("retail", None, at, start, start + 1, (), is_cited=True)
    traced = Traced("found", (place,), (), None)
    opened = OpenedEvidence(Document("text", "report", parts), (place,), {}, None)
    return Seen("report", TraceStep("retail", None, "report", None), opened, traced, place)


@settings(max_examples=30, deadline=None)
@given(count=st.integers(1, 1500), letters=st.integers(1, 400), data=st.data())
def test_the_place_is_among_what_is_laid_out_and_that_is_not_too_much(
    text: SourceText, count: int, letters: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, count - 1))
    one = "x" * letters
    text.show_seen(seen([one] * count, at))
    assert at in text.shown
    assert 0 <= text.shown.start < text.shown.stop <= count
    assert len(text.shown) <= MOST_SHOWN
    assert text.document().blockCount() == len(text.shown)
    assert (
        len(text.shown) == count or len(text.shown) * letters >= 39_000 or len(text.shown) == 1000
    )


@settings(max_examples=60, deadline=None)
@given(words=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40), data=st.data())
def test_any_text_is_one_paragraph_with_its_number_where_it_stands(
    text: SourceText, words: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    text.show_seen(seen(["before", words, "after"], 1, start))
    assert text.document().blockCount() == 3, "no letter of it begins another paragraph"
    block = text.document().findBlockByNumber(1)
    assert len(block.text().encode("utf-16-le")) == len(words.encode("utf-16-le"))
    text.viewport().grab()
