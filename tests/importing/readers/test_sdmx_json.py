"""SDMX-JSON data messages of both versions, with series and without."""

import json
from pathlib import Path
from typing import Any

import pytest

from cqviewer.importing.readers.registry import read_tables
from cqviewer.model.problems import SheetError
from tests.importing.tables import file_of, read, sheet_of, written

CURRENCY = {"id": "CURRENCY", "values": [{"id": "USD", "name": "US dollar"}, {"id": "GBP"}]}
TIME = {"id": "TIME_PERIOD", "values": [{"id": "2022", "name": "Year 2022"}, {"id": "2023"}]}
UNIT = {"id": "UNIT", "values": [{"id": "PURE", "name": {"en": "points", "fr": "points (fr)"}}]}
STATUS = {"id": "OBS_STATUS", "values": [{"id": "A", "name": "Normal"}, {"id": "P"}]}
SERIES = {
    "dataSets": [
        {
            "series": {
                "0": {"attributes": [0], "observations": {"0": [1.05, 0], "1": [1.0813, 1]}},
                "1": {"attributes": [0], "observations": {"0": [0.85], "1": [None, 0]}},
            }
        }
    ],
    "structure": {
        "name": "Exchange rates",
        "dimensions": {"series": [CURRENCY], "observation": [TIME]},
        "attributes": {"series": [UNIT], "observation": [STATUS]},
    },
}
FLAT: dict[str, Any] = {
    "dataSets": [{"observations": {"0:0": [1.05], "1:1": [0.87, None]}}],
    "structures": [{"name": {"en": "Rates"}, "dimensions": {"observation": [CURRENCY, TIME]}}],
}


def rows(folder: Path, message: object) -> list[list[str]]:
    return read_tables(file_of(folder, json.dumps(message), "data.json")).tables[0].rows


def test_each_observation_of_a_series_is_a_row_with_labels_but_codes_of_times(
    tmp_path: Path,
) -> None:
    assert rows(tmp_path, SERIES) == [
        ["CURRENCY", "TIME_PERIOD", "OBS_VALUE", "UNIT", "OBS_STATUS"],
        ["US dollar", "2022", "1.05", "points", "A"],
        ["US dollar", "2023", "1.0813", "points", "P"],
        ["GBP", "2022", "0.85", "points", ""],
        ["GBP", "2023", "", "points", "A"],
    ]


def test_version_2_and_observations_without_series(tmp_path: Path) -> None:
    expected = [
        ["CURRENCY", "TIME_PERIOD", "OBS_VALUE"],
        ["US dollar", "2022", "1.05"],
        ["GBP", "2023", "0.87"],
    ]
    assert rows(tmp_path, {"meta": {}, "data": FLAT}) == expected
    assert rows(tmp_path, FLAT) == expected


def test_it_makes_a_sound_sheet(tmp_path: Path) -> None:
    found = read(tmp_path, json.dumps(SERIES), "data.json")
    assert {str(one.name) for one in found.figures} == {"Exchange rates"}
    sheet = sheet_of(written(tmp_path, json.dumps(SERIES), "data.json"))
    dollar = sheet.indicators["exchange_rates.us_dollar"]
    assert (str(dollar.latest.value), dollar.latest.marks) == ("1.0813", ("provisional",))


@pytest.mark.parametrize(
    "change",
    [
        {"structure": None},
        {"dataSets": []},
        {"structure": {"dimensions": {"series": [CURRENCY, TIME], "observation": []}}},
        {"dataSets": [{"series": {"x": {"observations": {"0": [1]}}}}]},
        {"dataSets": [{"series": {"0": {"observations": {"0": []}}}}]},
        {"dataSets": 3},
    ],
)
def test_messages_of_another_shape_get_a_sentence(
    tmp_path: Path, change: dict[str, object]
) -> None:
    with pytest.raises(SheetError) as error:
        rows(tmp_path, SERIES | change)
    assert "SDMX-JSON" in str(error.value)
