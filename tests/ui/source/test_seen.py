"""What is seen of a source: its own places, those of other figures, and what a click selects."""

from hypothesis import given
from hypothesis import strategies as st

from cqviewer.evidence.document import Document, DocumentPart
from cqviewer.evidence.places import Place, Traced, TraceStep
from cqviewer.model.facts import Sheet
from cqviewer.ui.source.seen import Seen, select_at
from cqviewer.ui.state.store import Store
from cqviewer.worker.evidence import OpenedEvidence

FIGURES = ("retail", "exports", "industry")
DOCUMENT = Document(
    "text", "report", tuple(DocumentPart(number, "3.8 %") for number in range(1, 6))
)


def place(
    figure: str, part: int, start: int = 0, observation: int | None = None, *, is_cited: bool = True
) -> Place:
    return Place(figure, observation, part, start, start + 3, (), is_cited=is_cited)


PLACES = st.builds(
    place,
    st.sampled_from(FIGURES),
    st.integers(0, 4),
    st.integers(0, 2),
    st.sampled_from([None, 0, 1]),
    is_cited=st.booleans(),
)


def seen(found: list[Place], own: list[Place], near: int | None = None) -> Seen:
    """Return what is seen of the retail figure."""
    traced = Traced("found" if own else "not found", tuple(own), (), near)
    opened = OpenedEvidence(DOCUMENT, tuple(found), {}, None)
    first = own[0] if own else None
    return Seen("report", TraceStep("retail", None, "report", None), opened, traced, first)


def test_without_a_document_there_is_nothing_to_see() -> None:
    none = Seen()
    assert (none.document, none.part, none.part_at) == (None, None, None)
    assert (none.own, none.others) == ((), [])


def test_the_part_is_that_of_the_number_or_else_the_one_that_is_cited() -> None:
    assert seen([], [place("retail", 2)]).part == DOCUMENT.parts[2]
    assert seen([], [], near=3).part == DOCUMENT.parts[3]
    assert seen([], []).part is None


def test_the_first_part_is_a_part_too() -> None:
    assert seen([], [], near=0).part_at == 0
    assert seen([], [place("retail", 0)], near=3).part == DOCUMENT.parts[0]


@given(found=st.lists(PLACES, max_size=12), own=st.lists(PLACES, max_size=4))
def test_others_are_cited_and_none_of_them_is_the_figure_s_own(
    found: list[Place], own: list[Place]
) -> None:
    one = seen(found, own)
    spots = {(it.part, it.start) for it in own}
    assert all(it in found and it.is_cited for it in one.others)
    assert not [it for it in one.others if (it.part, it.start) in spots]
    assert not [it for it in one.others if (it.figure, it.observation) == ("retail", None)]
    wanted = [
        it
        for it in found
        if it.is_cited
        and (it.part, it.start) not in spots
        and (it.figure, it.observation) != ("retail", None)
    ]
    assert one.others == wanted, "none is left out, and they keep their order"


def test_a_click_selects_a_figure_at_its_latest_or_in_an_earlier_period(
    springfield: Sheet,
) -> None:
    store = Store(springfield)
    figure = springfield.indicators["cycling"]
    last = len(figure.observations) - 1
    select_at(place("cycling", 0, observation=0), store)
    assert store.view.observation == figure.observations[0].period
    select_at(place("cycling", 0, observation=last), store)
    assert [store.view.selected, store.view.observation] == ["cycling", None]
    select_at(place("cycling", 0, observation=0), store)
    select_at(place("cycling", 0), store)
    assert store.view.observation is None, "that of the figure as such is its latest"
