"""Words that say how a figure moved are heard as whole words, in each language."""

import re

import pytest

from cqviewer.model.numbers.spoken import FALLS, FOLDS, RISES, WORD_BEGINS, WORD_ENDS


def ways(sentence: str) -> list[int]:
    """Return 1 for each word of a rise in a sentence, and -1 for each of a fall."""
    found = [
        (match.start(), way)
        for words, way in ((RISES, 1), (FALLS, -1))
        for match in re.finditer(f"{WORD_BEGINS}(?:{words}){WORD_ENDS}", sentence.lower())
    ]
    return [way for _, way in sorted(found)]


def folds(sentence: str) -> list[int]:
    """Return by how many per cent a sentence says that something rose."""
    return [rise for words, rise in FOLDS for _ in words.finditer(sentence.lower())]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Exports rose and imports fell.", [1, -1]),
        ("It has risen; it is falling", [1, -1]),
        ("(up) or down, both", [1, -1]),
        ("Les exportations ont progressé, la hausse continue", [1, 1]),
        ("Elles ont reculé, baissé et diminué", [-1, -1, -1]),
        ("出口增长，进口下降", [1, -1]),
        ("房价上涨后下跌", [1, -1]),
        ("3% up on 2023", [1]),
    ],
)
def test_a_rise_and_a_fall_are_heard(sentence: str, found: list[int]) -> None:
    assert ways(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "The group updated the downtown grower's uprising",
        "Rosemary fellow, befallen and Fallows",
        "Enterprise, sunrise, comprises",
        "Backdrop and raindrops",
        "Les abaissées, rehausser",
        "No movement at all",
    ],
)
def test_no_word_is_heard_within_another(sentence: str) -> None:
    assert ways(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "rise"),
    [
        ("It doubled", 100),
        ("It is doubling", 100),
        ("They double", 100),
        ("a twofold rise", 100),
        ("twice as many", 100),
        ("La somme a doublé", 100),
        ("Les sommes ont doublées", 100),
        ("出口翻番", 100),
        ("出口翻了一番", 100),
        ("产量翻倍", 100),
        ("It trebled", 200),
        ("It triples", 200),
        ("a threefold rise", 200),
        ("Elle a triplé", 200),
        ("It quadrupled", 300),
        ("a fourfold rise", 300),
        ("产值翻两番", 300),
        ("It halved", -50),
        ("It is halving", -50),
        ("divisée par deux", -50),
        ("负债减半", -50),
    ],
)
def test_a_multiple_is_heard_once_and_as_so_many_per_cent(sentence: str, rise: int) -> None:
    assert folds(sentence) == [rise]


@pytest.mark.parametrize(
    "sentence", ["redoubtable", "undoubled", "triplet", "a half of it", "behalves", "两番大战"]
)
def test_no_multiple_is_heard_where_none_is_said(sentence: str) -> None:
    assert folds(sentence) == []


def test_no_word_says_both_a_rise_and_a_fall() -> None:
    assert set(RISES.split("|")).isdisjoint(FALLS.split("|"))
    assert [ways(one) for one in RISES.split("|")] == [[1]] * len(RISES.split("|"))
    assert [ways(one) for one in FALLS.split("|")] == [[-1]] * len(FALLS.split("|"))
