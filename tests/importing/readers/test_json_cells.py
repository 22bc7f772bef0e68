"""Numbers of JSON keep the digits that they are written with, in all formats."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.importing.readers.json_cells import cell_of, decoded
from cqviewer.importing.readers.registry import read_tables
from tests.importing.tables import file_of

STAT = (
    '{"version": "2.0", "class": "dataset", "id": ["time"], "size": [2], "dimension": {"time":'
    ' {"category": {"index": ["2023", "2024"]}}}, "value": [%s, 0]}'
)
SDMX = (
    '{"dataSets": [{"observations": {"0": [%s], "1": [0]}}], "structure": {"dimensions":'
    ' {"observation": [{"id": "TIME_PERIOD", "values": [{"id": "2023"}, {"id": "2024"}]}]}}}'
)
ROWS = '[["year", "value"], ["2023", %s], ["2024", 0]]'


@pytest.mark.parametrize("text", [STAT, SDMX, ROWS])
@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("12.50", "12.50"),
        ("1e3", "1000"),
        ("0.0000001", "0.0000001"),
        ("12345678901234567890.5", "12345678901234567890.5"),
        ("-7", "-7"),
        ("1e999999999", "1E+999999999"),
        ('"12.50"', "12.50"),
        ("null", ""),
    ],
)
def test_a_number_is_read_as_it_is_written(
    tmp_path: Path, text: str, written: str, cell: str
) -> None:
    [table] = read_tables(file_of(tmp_path, text % written, "data.json")).tables
    assert table.rows[1][1] == cell


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_every_fraction_keeps_its_digits(number: object) -> None:
    written = f"{number:f}"
    assert cell_of(decoded(written.encode(), object)).removeprefix("-") == written.removeprefix("-")


@pytest.mark.parametrize(("value", "cell"), [(True, "TRUE"), (False, "FALSE"), (None, "")])
def test_what_is_no_number_is_a_text(value: object, cell: str) -> None:
    assert cell_of(value) == cell


@pytest.mark.parametrize("value", [[1], {"a": 1}])
def test_a_list_or_an_object_is_no_cell(value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        cell_of(value)
