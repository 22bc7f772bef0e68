"""The tables that lie in a worksheet."""

import pytest

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


@pytest.mark.parametrize("mark", ["x", "c", "not available", "Suppressed", "#REF!", "=1+2"])
def test_a_first_row_that_lacks_all_its_numbers_is_no_head(mark: str) -> None:
    text = f"Place|2023|2024\nNorth|{mark}|{mark}\nSouth|1|2\nWest|3|4"
    [block] = find_blocks(make_table("Sheet", rows(text)))
    assert block.heads == [["Place"], ["2023"], ["2024"]]
    assert block.rows == [1, 2, 3]


MONTHS = "Pay|2024-01||c\nPay|2024-02|5|\nPay|2024-03||\nPay|2024-04|6|\nPay|2024-05||c"


@pytest.mark.parametrize(
    ("heads", "text"),
    [
        ("Series|Month|Value|Flag", MONTHS),
        ("Series|Year|Value|Flag", MONTHS.replace("2024-0", "202")),
        ("Month|North|South", "2024-01||\n2024-02|1|2\n2024-03||\n2024-04|3|4\n2024-05||"),
        ("Year|North|South", "2001||\n2002|1|2\n2003||\n2004|3|4\n2005||"),
        ("Year|North", "2001|\n2002|1\n2003|\n2004|3\n2005|"),
    ],
)
def test_a_row_that_lacks_its_value_alone_is_one_first_between_and_last(
    heads: str, text: str
) -> None:
    [block] = find_blocks(make_table("Sheet", rows(f"{heads}\n{text}")))
    assert block.rows == [1, 2, 3, 4, 5]
    assert [one[-1] for one in block.heads] == heads.split("|")
    assert not block.groups
    assert not block.notes


def test_a_year_over_its_months_is_no_row_that_lacks_its_values() -> None:
    text = "Month|North|South\n2023\n2023-12|1|2\n2024\n2024-01|3|4\n2024-02|5|6"
    [block] = find_blocks(make_table("Sheet", rows(text)))
    assert block.rows == [2, 4, 5]
    assert block.groups == {2: "2023", 4: "2024", 5: "2024"}


def test_texts_below_years_may_be_heads() -> None:
    text = "Place|2023|2024\nName|Number|Number\nSouth|1|2\nWest|3|4"
    [block] = find_blocks(make_table("Sheet", rows(text)))
    assert block.heads == [["Place", "Name"], ["2023", "Number"], ["2024", "Number"]]


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


def test_a_large_table_has_all_its_rows_below_its_heads() -> None:
    many = [["Area", "Year", "Value"], *(["A", str(1000 + at), "1"] for at in range(4500))]
    [block] = find_blocks(make_table("Sheet", many))
    assert block.rows == list(range(1, 4501))
    assert block.heads == [["Area"], ["Year"], ["Value"]]


@pytest.mark.parametrize(
    ("late", "blocks", "rows_in_all", "notes"),
    [
        ([["", "", ""], ["Area", "Year", "Value"], ["B", "2001", "3"]], 2, 4501, {}),
        ([["1 As revised.", "", ""]], 1, 4500, {"1": ["As revised."]}),
        ([["1 As revised."]], 1, 4500, {"1": ["As revised."]}),
        ([["Source: the office"]], 1, 4500, {"1.": ["Source: the office"]}),
        ([["", "2001", "5"], ["B", "", ":"]], 1, 4502, {}),
    ],
)
def test_rows_late_in_a_large_table_are_seen(
    late: list[list[str]], blocks: int, rows_in_all: int, notes: dict[str, list[str]]
) -> None:
    many = [["Area", "Year", "Value"], *(["A", str(1000 + at), "1"] for at in range(4500))]
    found = find_blocks(make_table("Sheet", many + late))
    assert len(found) == blocks
    assert sum(len(one.rows) for one in found) == rows_in_all
    assert found[-1].notes == notes


def test_texts_far_below_the_last_table_are_its_notes() -> None:
    text = "Region|2023|2024\nNorth|1|2\n\nSource: the office"
    [block] = find_blocks(make_table("Sheet", rows(text)))
    assert (block.titles, block.notes) == ([], {"1.": ["Source: the office"]})


def test_a_number_in_a_sentence_of_its_own_is_no_row() -> None:
    text = "Region|2023|2024\nNorth|1|2\nSouth|3|4\n |5| "
    [block] = find_blocks(make_table("Sheet", rows(text)))
    assert block.rows == [1, 2]
