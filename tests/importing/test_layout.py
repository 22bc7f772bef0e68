"""The tables that lie in a worksheet."""

from cqviewer.importing.layout import find_blocks, head_period
from cqviewer.importing.tables import make_table


def rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.splitlines()]


def test_a_table_has_its_title_above_and_its_notes_below() -> None:
    text = (
        "Share of the poor\n\nItems|2021|20221\nNorth|3.1|2\nSouth|4|-\n1 From 2022 another line."
    )
    [block] = find_blocks(make_table("Sheet", rows(text)))
    assert block.titles == [["Share of the poor"]]
    assert block.rows == [3, 4]
    assert block.notes == {"1": ["From 2022 another line."]}
    assert head_period(block, 2, None) == ("2022", "", "1")
    assert block.remarks[0].written == "20221"


def test_heads_over_several_rows_are_carried_to_the_right() -> None:
    text = "|Men||Women|\nRegion|2023|2024|2023|2024\nNorth|1|2|3|4\nSouth|5|6|7|8"
    [block] = find_blocks(make_table("Sheet", rows(text)))
    assert head_period(block, 2, None) == ("2024", "Men", "")
    assert head_period(block, 3, None) == ("2023", "Women", "")
    assert len(block.rows) == 2


def test_several_tables_of_a_sheet_are_told_apart() -> None:
    text = "Region|2023|2024\nNorth|1|2\n\n\nBirths\nRegion|2022|2023\nNorth|3|4"
    first, second = find_blocks(make_table("Sheet", rows(text)))
    assert (first.rows, second.rows) == ([1], [6])
    assert (first.name, second.name) == ("Sheet", "Sheet, row 6")


def test_a_line_within_a_table_names_a_group() -> None:
    text = "Region|2023|2024\nMen\nNorth|1|2\nWomen\nNorth|3|4"
    [block] = find_blocks(make_table("Sheet", rows(text)))
    assert block.groups == {2: "Men", 4: "Women"}


def test_a_text_without_numbers_has_no_table() -> None:
    assert find_blocks(make_table("Sheet", rows("a|b\nc|d"))) == []
