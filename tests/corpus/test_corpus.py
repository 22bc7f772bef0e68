"""Every faulty sheet of the corpus is found out, with all its problems and no other."""

import pytest

from tests.corpus.cases import FILES, Case, cases, found

CASES = [case for file in FILES for case in cases(file)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_problems_of_a_sheet_are_those_expected(case: Case) -> None:
    assert found(case.text) == case.expected


def test_the_base_itself_is_sound() -> None:
    base = next(iter(cases("values"))).text.replace(".nan", "1200")
    assert found(base) == []


def test_the_corpus_is_large_and_no_case_stands_twice() -> None:
    assert len(CASES) >= 120
    assert len({case.name for case in CASES}) == len(CASES)
    assert len({case.text for case in CASES}) == len(CASES)


def test_every_message_says_in_one_line_what_is_wrong() -> None:
    lines = [line for case in CASES for line in case.expected]
    assert lines
    for line in lines:
        assert line.partition(": ")[2].startswith(("error: ", "warning: ", "note: "))
        assert "Traceback" not in line
        assert len(line) < 300
