"""Words that are looked for are found however a text writes them."""

import pytest

from cqviewer.query import Word, found_in, normal, ungrouped


@pytest.mark.parametrize(
    ("text", "query", "words"),
    [
        ("Exports rose; exporters too", "EXPORT", ["Export", "export"]),
        ("São Paulo and Zürich", "sao zurich", ["São", "Zürich"]),
        ("690,000 jobs, 1690000 more", "690000", ["690,000"]),
        ("690,000 jobs", "690,000", ["690,000"]),
        ("7.6\u202f% of 577.6", "7.6 %", ["7.6", "%"]),
        ("工业增加值", "增加", ["增加"]),
        ("only one of them", "one other", []),
        ("a\u0301bc", "abc", ["a\u0301bc"]),
        ("anything", "  ", []),
    ],
)
def test_the_words_found_are_told_where_they_stand(text: str, query: str, words: list[str]) -> None:
    assert [text[begin:end] for begin, end in found_in(text, query)] == words


def test_a_number_is_looked_for_where_one_begins_and_a_word_anywhere() -> None:
    text = ungrouped(normal("Of 1,690 JOBS, 90 are new"))
    assert [Word(one).is_in(text) for one in ("690", "1690", "90", "obs")] == [
        *(False, True, True, True),
    ]
    assert not Word("90").is_in(ungrouped(normal("1,690 and 0.90")))
