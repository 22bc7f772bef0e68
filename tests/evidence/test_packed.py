"""Packed parts are the parts that were packed, whichever is asked for."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.evidence.document import Box, DocumentPart
from cqviewer.evidence.mentions import mentions
from cqviewer.evidence.packed import Packed

PARTS = tuple(
    DocumentPart(
        number, text, tuple(mentions(text, has_comma=False)), page=2, box=Box(0.1, 0.2, 0.3, 0.4)
    )
    for number, text in enumerate(("1,200 jobs", "", "12 % of 69万", "\U0001f6a2 402"), 1)
)


def test_packed_parts_are_as_they_were_also_in_another_process() -> None:
    sent = pickle.loads(pickle.dumps(Packed(PARTS)))  # noqa: S301 - as the worker sends it
    assert tuple(sent) == PARTS
    assert PARTS[2] in sent


@given(st.integers(-9, 9), st.integers(-9, 9), st.sampled_from([-2, -1, 1, 2]))
def test_places_and_slices_are_those_of_a_tuple(first: int, last: int, step: int) -> None:
    packed = Packed(PARTS)
    assert packed[first:last:step] == list(PARTS[first:last:step])
    if -len(PARTS) <= first < len(PARTS):
        assert packed[first] == PARTS[first]
    else:
        with pytest.raises(IndexError):
            packed[first]


def test_nothing_packed_is_nothing() -> None:
    assert list(Packed(())) == []
