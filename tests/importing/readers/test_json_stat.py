"""JSON-stat 2."""

import json
from pathlib import Path

import pytest

from cqviewer.importing.readers.registry import read_tables
from cqviewer.model.problems import SheetError
from tests.importing.tables import file_of, read, sheet_of, values, written

DATA_SET = {
    "version": "2.0",
    "class": "dataset",
    "label": "Births by region",
    "source": "The office",
    "updated": "2024-05-01T08:00:00Z",
    "id": ["Region", "Contents", "Tid"],
    "size": [2, 1, 2],
    "role": {"time": ["Tid"], "geo": ["Region"], "metric": ["Contents"]},
    "dimension": {
        "Region": {
            "label": "region",
            "category": {"index": ["N", "S"], "label": {"N": "North", "S": "South"}},
        },
        "Contents": {
            "category": {
                "index": {"B": 0},
                "label": {"B": "Births"},
                "unit": {"B": {"base": "children", "decimals": 0}},
            }
        },
        "Tid": {"label": "year", "category": {"index": {"2022": 0, "2023": 1}}},
    },
    "value": [1, 2, 3, None],
    "status": {"1": "p", "3": ":"},
}


def test_each_value_is_a_row_with_the_labels_of_its_categories(tmp_path: Path) -> None:
    found = read_tables(file_of(tmp_path, json.dumps(DATA_SET), "data.json"))
    assert found.tables[0].rows[2] == ["North", "Births", "2023", "2", "p", "children"]
    assert (found.title, found.publisher, found.date) == (
        "Births by region",
        "The office",
        "2024-05-01",
    )


def test_it_makes_a_sound_sheet_that_cites_the_source(tmp_path: Path) -> None:
    text = json.dumps(DATA_SET)
    assert values(read(tmp_path, text))["Births, North"] == ["1", "2"]
    sheet = sheet_of(written(tmp_path, text, flags={":": "not_collected"}))
    north = sheet.indicators["births.north"]
    assert (north.unit.text, north.latest.marks) == ("children", ("provisional",))


@pytest.mark.parametrize(
    "change", [{"size": [2, 1, 3]}, {"dimension": {}}, {"id": 3}, {"size": [10**6, 10**6, 10**6]}]
)
def test_json_of_another_shape_gets_a_sentence(tmp_path: Path, change: dict[str, object]) -> None:
    with pytest.raises(SheetError) as error:
        read_tables(file_of(tmp_path, json.dumps(DATA_SET | change)))
    assert "JSON-stat" in str(error.value)
