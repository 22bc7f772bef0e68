"""The reference page says of each key what may be written there, and its links lead somewhere."""

import re

import pytest

from cqviewer.charts.kinds import KINDS
from cqviewer.model.describing.reference import KindRow, reference_page
from cqviewer.model.describing.schema import sheet_schema
from cqviewer.paths import data_folder

EXAMPLES = data_folder() / "examples"
PAGE = reference_page(EXAMPLES, [KindRow(one.name, one.draws, one.needs) for one in KINDS.values()])


def rows(heading: str) -> dict[str, list[str]]:
    """Return the cells of a table of the page by its keys."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = [re.split(r"(?<!\\) *\| *", line) for line in part.splitlines() if "| `" in line]
    return {one[1].strip("` "): [cell.strip() for cell in one[2:-1]] for one in cells}


def test_each_table_has_as_many_cells_in_each_row_as_in_its_head() -> None:
    tables = re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
    assert len(tables) > 20
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1, table


def test_each_link_leads_to_a_heading() -> None:
    headings = {
        one.lower().replace(" ", "-") for one in re.findall("^## (.*)$", PAGE, re.MULTILINE)
    }
    links = set(re.findall(r"\]\(#([^)]*)\)", PAGE))
    assert {"observation", "part", "open-question", "labelled-figure"} <= links
    assert links <= headings


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Indicator", "Indicator"),
        ("Observation", "Observation"),
        ("Source", "Source"),
        ("Labelled figure", "LabelledFigure"),
        ("Open question", "Open"),
    ],
)
def test_the_page_and_the_schema_require_the_same_keys(heading: str, part: str) -> None:
    described = sheet_schema(KINDS)["$defs"][part]
    table = rows(heading)
    assert list(table) == list(described["properties"])
    needed = {key for key, cells in table.items() if cells[0] == "required"}
    assert needed == set(described.get("required", ()))


@pytest.mark.parametrize(
    ("heading", "key", "written"),
    [
        ("The sheet", "title", "text"),
        ("The sheet", "date", "date"),
        ("The sheet", "year", "whole number"),
        ("The sheet", "languages", "list of language"),
        ("The sheet", "indicators", "keys: [Indicator](#indicator) for each id"),
        ("Indicator", "value", "number"),
        ("Indicator", "period", "period"),
        ("Indicator", "adds_up", "`true`"),
        ("Indicator", "derived", "formula"),
        ("Indicator", "prices", r"`nominal` \| `real`"),
        ("Observation", "low", "number"),
        ("Observation", "source", "citation"),
        ("Observation", "status", "mark or list of mark"),
        ("Chart", "of", "list of id"),
        ("Dimension", "items", "text or keys: [Item](#item) for each id"),
    ],
)
def test_the_page_says_what_is_written_at_a_key(heading: str, key: str, written: str) -> None:
    assert rows(heading)[key][1] == written


def test_kinds_that_draw_alike_share_a_row_and_others_have_their_own() -> None:
    kinds = [
        KindRow("a", "A line", "One"),
        KindRow("b", "A line", "One"),
        KindRow("c", "A bar", "One"),
    ]
    page = reference_page(EXAMPLES, [KindRow("bars", "", ""), *kinds])
    assert "| `a`, `b` | A line | One |\n| `c` | A bar | One |\n" in page


def test_a_text_is_said_to_be_one_or_one_per_language_and_never_null() -> None:
    schema = sheet_schema(KINDS)
    line, by_language = schema["$defs"]["Text"]["anyOf"]
    assert line == {"type": ["string", "number", "boolean"], "minLength": 1}
    assert {"en", "zh", "fr"} <= set(by_language["properties"])
    assert '"null"' not in str(schema)
    assert "'default':" not in str(schema)
