"""JSON that holds rows: what census offices and the World Bank send."""

import json
from pathlib import Path

import pytest

from cqviewer.importing.readers.registry import read_tables
from cqviewer.importing.tables import DataLimits
from cqviewer.model.problems import SheetError
from tests.importing.tables import file_of, read, sheet_of, values, written

CENSUS = [
    ["NAME", "POP", "INCOME", "state"],
    ["Alabama", "5028092", "59609", "01"],
    ["Alaska", "734821", "-666666666", "02"],
]


def bank(year: str, value: float | None) -> dict[str, object]:
    return {
        "indicator": {"id": "SP", "value": "Population"},
        "country": {"id": "KE", "value": "Kenya"},
        "date": year,
        "value": value,
    }


BANK = [{"page": 1, "total": 3}, [bank("2023", 55100586), bank("2022", 54.5), bank("2021", None)]]


def rows(folder: Path, value: object) -> list[list[str]]:
    return read_tables(file_of(folder, json.dumps(value), "data.json")).tables[0].rows


def test_lists_of_cells_are_rows_and_codes_no_values(tmp_path: Path) -> None:
    assert rows(tmp_path, CENSUS) == CENSUS
    found = read(tmp_path, json.dumps(CENSUS), "data.json", missing={"-666666666": "suppressed"})
    assert found.roles == ["indicator", "value", "value", "ignore"]
    assert values(found)["Alaska, INCOME"] == ["suppressed"]
    assert values(found)["Alaska, POP"] == ["734821"]


def test_objects_have_their_names_for_heads_and_are_called_by_their_own(tmp_path: Path) -> None:
    assert rows(tmp_path, BANK) == [
        ["indicator", "country", "date", "value"],
        ["Population", "Kenya", "2023", "55100586"],
        ["Population", "Kenya", "2022", "54.5"],
        ["Population", "Kenya", "2021", ""],
    ]
    sheet = sheet_of(written(tmp_path, json.dumps(BANK), "data.json", unit="people"))
    assert [str(one.value) for one in sheet.indicators["population"].observations] == [
        "54.5",
        "55100586",
    ]


def test_rows_deep_within_are_found_and_objects_may_differ(tmp_path: Path) -> None:
    deep = {"meta": {"n": 2}, "result": {"records": [{"a": 1, "b": True}, {"a": 2, "c": [1]}]}}
    assert rows(tmp_path, deep) == [["a", "b", "c"], ["1", "TRUE", ""], ["2", "", ""]]


@pytest.mark.parametrize("text", ["{}", "[]", '{"a": 1}', "[1, 2]", "[[1], 2]"])
def test_json_without_rows_gets_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(SheetError) as error:
        read_tables(file_of(tmp_path, text, "data.json"))
    assert "holds no rows" in str(error.value)


@pytest.mark.parametrize("text", ["[" * 5000, '{"a": ', "[1,\xff]"])
def test_what_is_no_json_gets_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(SheetError) as error:
        read_tables(file_of(tmp_path, text.encode("latin-1"), "data.json"))
    assert "this is no JSON" in str(error.value)


def test_more_than_the_limits_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetError) as error:
        read_tables(file_of(tmp_path, json.dumps(CENSUS), "data.json"), DataLimits(columns=3))
    assert "4 columns or more" in str(error.value)
