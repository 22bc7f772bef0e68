"""Pages are found by what they call themselves."""

import pickle

import pytest

from cqviewer.evidence.document import DocumentPart, EvidenceError, pages_called


@pytest.mark.parametrize(
    ("labels", "number", "page"),
    [
        (["1", "2", "3"], 3, [3]),
        (["i", "ii", "1", "2"], 1, [3]),
        (["i", "ii", "1", "2"], 4, [4]),  # no page is called so
        (["1", "2", "1"], 1, [1, 3]),
        (["1", "2"], 3, []),
        (["1", "2"], 0, []),
        ([], 1, []),
        (["i", "A-3", "A-3"], "A-3", [2, 3]),
        (["1", "2"], "A-2", []),
    ],
)
def test_a_page_is_called_by_its_label_or_else_counted(
    labels: list[str], number: int | str, page: list[int]
) -> None:
    assert pages_called([number], labels) == page


def test_numbers_may_stand_bare_in_cells_and_rows_alone() -> None:
    assert not DocumentPart(1, "7.6").is_bare
    assert DocumentPart(1, "7.6", cell="B2").is_bare
    assert DocumentPart(1, "7.6\t4", is_row=True).is_bare


def test_an_error_is_its_sentence_and_survives_the_way_between_processes() -> None:
    sent = pickle.loads(pickle.dumps(EvidenceError("It is damaged", "unreadable")))  # noqa: S301
    assert (str(sent), sent.reason) == ("It is damaged", "unreadable")
