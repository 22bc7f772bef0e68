"""What is said of places: how they are named, how numbers are written, and what lacks."""

from decimal import Decimal

import pytest

from cqviewer.evidence.document import Document, DocumentPart, Mention
from cqviewer.evidence.mentions import mentions
from cqviewer.evidence.places import Place, State, Traced, TraceStep
from cqviewer.evidence.unused import Unused
from cqviewer.model.citation import Citation
from cqviewer.ui.source import words
from cqviewer.ui.source.seen import Seen
from cqviewer.ui.state.store import Store
from cqviewer.worker.evidence import OpenedEvidence

STEP = TraceStep("retail", 0, "report", Citation.parse("report par. 3"))


def document(text: str, kind: str = "text", **part: object) -> Document:
    """Return a document of one part."""
    made = DocumentPart(1, text, **part)  # type: ignore[arg-type]
    return Document(kind, "report", (made,), sizes=((1, 1),) * 48, labels=("i",) * 48)  # type: ignore[arg-type]


def seen(text: str, written: str = "", state: State = "found", near: tuple[str, ...] = ()) -> Seen:
    """Return what is seen of a text in which a number is written somehow."""
    start = text.find(written)
    place = Place("retail", 0, 0, start, start + len(written), (), is_cited=True)
    places = (place,) if written else ()
    traced = Traced(state, places, near, None if written else 0)
    opened = OpenedEvidence(document(text), places, {}, None)
    return Seen("report", STEP, opened, traced, place if written else None, 1, len(places))


@pytest.mark.parametrize(
    ("part", "long", "short"),
    [
        ({}, "paragraph 1", "1"),
        ({"page": 12}, "page i of 48", "p. 12"),
        ({"cell": "C7", "sheet": "Table 1"}, "sheet \u2018Table 1\u2019, cell C7", "C7"),
    ],
)
def test_places_are_named_in_full_and_in_short(
    store: Store, part: dict[str, object], long: str, short: str
) -> None:
    made = document("3.8", **part)  # type: ignore[arg-type]
    assert words.place_name(made.parts[0], made, store) == long
    assert words.short_place(made.parts[0]) == short


@pytest.mark.parametrize(
    ("written", "is_said"),
    [
        ("3.8%", False),
        ("3.8 per cent", False),
        ("3,8 %", True),
        ("three point eight", True),
        ("38 thousandths", True),
    ],
)
def test_another_way_of_writing_is_said(store: Store, written: str, is_said: bool) -> None:
    said = words.as_written(seen(f"It rose by {written} then.", written), store)
    assert said == (f"as written: {written}" if is_said else "")


@pytest.mark.parametrize(
    ("state", "near", "wanted"),
    [
        ("found", (), ""),
        ("elsewhere", (), "Paragraph 3 does not hold +3.8\u202f%; it is found elsewhere."),
        ("not found", ("3.7", "3.9"), "Paragraph 3 does not hold +3.8\u202f%. Near it: 3.7, 3.9."),
        ("no text", (), "Paragraph 3 holds no text: it is a picture."),
        ("not read", (), "Paragraph 3 has not been read yet."),
        ("no such place", (), "The source has no such place: Paragraph 3."),
    ],
)
def test_each_lack_has_its_own_sentence(
    store: Store, state: State, near: tuple[str, ...], wanted: str
) -> None:
    assert words.lacking(seen("Nothing.", "", state, near), store) == wanted


def test_a_screen_reader_hears_the_number_within_its_paragraph(store: Store) -> None:
    said = words.spoken(seen("It rose by 3.8%, then fell.", "3.8%"), store)
    assert said == "paragraph 1 as cited. It rose by 3.8%, this figure, then fell."
    missed = words.spoken(seen("It fell.", "", "not found"), store)
    assert "does not hold" in missed
    assert missed.endswith("It fell.")


def test_without_a_figure_it_is_said_what_to_do(store: Store) -> None:
    nothing = Seen()
    assert words.title(nothing, store) == words.where(nothing, store) == ""
    assert words.as_written(nothing, store) == ""
    assert words.spoken(nothing, store) == "Select a figure to see where its source has it."


@pytest.mark.parametrize(
    ("amount", "is_percent", "wanted"),
    [
        (Decimal("0.69").scaleb(6), False, {"value": "690000"}),
        (Decimal("12"), True, {"value": "12", "unit": "%"}),
        (Decimal("7.60"), True, {"value": "7.60", "unit": "%"}),
        (Decimal("1E+3"), False, {"value": "1000"}),
    ],
)
def test_a_new_figure_has_only_what_is_certain(
    amount: Decimal, is_percent: bool, wanted: dict[str, str]
) -> None:
    mention = Mention(amount, is_percent, 0, 4)
    made = document("text of it", mentions=(mention,))
    one = Unused(0, 0, 4, "text of it", 0, 4, "text")
    assert words.has_value(one, made)
    found = words.figure_values(one, "report", made)
    assert found == {"source": "report par. 1", **wanted}
    assert not words.has_value(Unused(0, 5, 7, "", 0, 0, "of"), made)


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("Sales fell by about 3 % in all", "3 %", {"value": "-3", "unit": "%"}),
        ("销售额下降3%", "3%", {"value": "-3", "unit": "%"}),
        ("Sales rose by 3 % in all", "3 %", {"value": "3", "unit": "%"}),
        ("Sales fell to 3 % of all", "3 %", {"value": "3", "unit": "%"}),
        ("a change of -3 %", "-3 %", {"value": "-3", "unit": "%"}),
        ("<5", "<5", {"value": "below 5"}),
        ("at ≥ 80 %", "≥ 80 %", {"value": "at least 80", "unit": "%"}),
        ("1.200 Stellen", "1.200", {}),
        ("a range of 10–15 %", "10", {"value": "10", "unit": "%"}),
    ],
)
def test_a_new_figure_has_the_sign_and_the_limit_of_its_number(
    text: str, number: str, wanted: dict[str, str]
) -> None:
    made = document(text, mentions=tuple(mentions(text, None)))
    start = text.index(number)
    one = Unused(0, start, start + len(number), text, 0, 0, number)
    assert words.figure_values(one, "report", made) == {"source": "report par. 1", **wanted}


def test_numbers_are_counted_by_what_became_of_them(store: Store) -> None:
    said = words.counts(opened((1200, 2, 1)), store)
    assert said.startswith("1,203 numbers in the source: 1,200 used, 2 unused, 1 set aside.")
    assert "listed" not in said
    assert words.counts(opened((0, 1001, 0)), store).endswith("The first 1,000 of each are listed.")


def opened(counts: tuple[int, int, int]) -> OpenedEvidence:
    return OpenedEvidence(document(""), (), {}, None, counts)


@pytest.mark.parametrize(
    "reason", ["date", "year", "ordinal", "numbering", "page number", "word", "set aside"]
)
def test_each_reason_has_its_words(store: Store, reason: str) -> None:
    one = Unused(0, 0, 1, "1", 0, 1, "1", reason)
    assert words.reason(one, store)
    made = document("1")
    assert words.spoken_unused(one, made, store).endswith(words.reason(one, store))


def test_a_number_is_heard_with_its_clause_and_no_stop_within(store: Store) -> None:
    one = Unused(0, 3, 5, "Of 12 tried.", 0, 12, "12")
    assert (
        words.spoken_unused(one, document("Of 12 tried."), store) == "12, paragraph 1, Of 12 tried"
    )
