"""Citations name a source and a place in it."""

import pytest

from cqviewer.model.citation import Citation
from cqviewer.model.problems import Misread


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("report", Citation("report")),
        ("report par. 4", Citation("report", "paragraph", "4")),
        ("report p. 12", Citation("report", "page", "12")),
        ("report_2 table 3", Citation("report_2", "table", "3")),
        ("report figure 2a", Citation("report", "figure", "2a")),
        ("report section 1.5", Citation("report", "section", "1.5")),
    ],
)
def test_a_citation_is_read(text: str, citation: Citation) -> None:
    assert Citation.parse(text) == citation


@pytest.mark.parametrize(
    "text", ["", "Report", "report 4", "report par 4", "report par.", "report par. ", "p. 4", None]
)
def test_anything_else_is_refused_with_an_example(text: object) -> None:
    with pytest.raises(Misread, match=r"cites no source|is not understood") as caught:
        Citation.parse(text)
    assert "report par. 4" in caught.value.help


def test_a_place_that_is_not_understood_is_told_from_no_source() -> None:
    with pytest.raises(Misread, match="the place 'chapter 4' in 'report' is not understood"):
        Citation.parse("report chapter 4")
    with pytest.raises(Misread, match="'Report' cites no source"):
        Citation.parse("Report")


@pytest.mark.parametrize(
    ("where", "numbers"),
    [
        ("4", (4,)),
        ("17, 18", (17, 18)),
        ("3-5", (3, 4, 5)),
        ("3–4, 9", (3, 4, 9)),
        ("5-3", (5,)),
        ("1-999999", (1,)),
        ("iv", ()),
    ],
)
def test_the_numbers_of_a_place_are_read(where: str, numbers: tuple[int, ...]) -> None:
    assert Citation.parse(f"report par. {where}").numbers == numbers
