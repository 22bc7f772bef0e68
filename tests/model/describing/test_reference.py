"""The reference page says of each key what may be written there, and its links lead somewhere."""

import re

import pytest

from cqviewer.charts.kinds import KINDS
from cqviewer.model.describing.reference import KindRow, reference_page
from cqviewer.model.describing.schema import sheet_schema
from cqviewer.paths import data_folder

EXAMPLES = data_folder() / "examples"
ROWS = [KindRow(one.name, one.draws, one.needs) for one in KINDS.values()]
PAGE = reference_page(EXAMPLES, ROWS)
CHINESE = reference_page(EXAMPLES, ROWS, "zh")


def rows(heading: str) -> dict[str, list[str]]:
    """Return the cells of a table of the page by its keys."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = [re.split(r"(?<!\\) *\| *", line) for line in part.splitlines() if "| `" in line]
    return {one[1].strip("` "): [cell.strip() for cell in one[2:-1]] for one in cells}


def tables_of(page: str) -> list[str]:
    """Return the tables of a page, as they are written."""
    return re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)


def code_in(row: str) -> set[str]:
    """Return the code in a row, in no order: languages order their sentences differently."""
    return set(re.findall("`[^`]*`", row))


@pytest.mark.parametrize("page", [PAGE, CHINESE], ids=["en", "zh"])
def test_each_table_has_as_many_cells_in_each_row_as_in_its_head(page: str) -> None:
    tables = tables_of(page)
    assert len(tables) > 20
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1, table


@pytest.mark.parametrize(
    ("page", "some"),
    [
        (PAGE, {"observation", "part", "open-question", "labelled-figure"}),
        (CHINESE, {"观测值", "分项", "未说明的事项", "另有标签的指标"}),
    ],
    ids=["en", "zh"],
)
def test_each_link_leads_to_a_heading(page: str, some: set[str]) -> None:
    headings = [
        one.lower().replace(" ", "-") for one in re.findall("^## (.*)$", page, re.MULTILINE)
    ]
    assert len(headings) == len(set(headings)), "a link has one place to lead to"
    links = set(re.findall(r"\]\(#([^)]*)\)", page))
    assert some <= links <= set(headings)


def test_the_chinese_page_has_the_tables_the_keys_and_the_code_of_the_english_one() -> None:
    ours, theirs = tables_of(CHINESE), tables_of(PAGE)
    assert len(ours) == len(theirs)
    for chinese, english in zip(ours, theirs, strict=True):
        first = [
            [line.split("|")[1] for line in one.splitlines()[2:]] for one in (chinese, english)
        ]
        if "`" in first[1][0]:
            assert first[0] == first[1]
        else:
            assert len(first[0]) == len(first[1])
    assert re.findall("```yaml.*?```", CHINESE, re.DOTALL) == re.findall(
        "```yaml.*?```", PAGE, re.DOTALL
    )
    needed = [page.count(f"| {word} |") for page, word in ((PAGE, "required"), (CHINESE, "必填"))]
    assert needed[0] == needed[1] > 20


def test_the_chinese_of_the_tables_names_all_code_that_the_english_does() -> None:
    assert len(tables_of(PAGE)) > 20
    for chinese, english in zip(tables_of(CHINESE), tables_of(PAGE), strict=True):
        for ours, theirs in zip(chinese.splitlines(), english.splitlines(), strict=True):
            assert code_in(theirs) <= code_in(ours), ours


def test_a_language_without_a_page_gets_the_english_one() -> None:
    assert reference_page(EXAMPLES, ROWS, "fr") == PAGE


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
