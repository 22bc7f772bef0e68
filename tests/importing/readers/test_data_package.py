"""Data Packages."""

import json
from pathlib import Path

import pytest

from cqviewer.importing.found import sentence
from cqviewer.importing.readers.registry import read_tables
from cqviewer.model.problems import SheetError
from tests.importing.tables import file_of, written

FIELDS = [{"name": "Value", "description": "GDP in current USD"}, {"name": "Year"}]
PACKAGE = {
    "title": "Products of countries",
    "sources": [{"title": "A bank", "path": "https://example.org/data"}],
    "resources": [
        {"name": "gdp", "path": "data/gdp.csv", "schema": {"fields": FIELDS}},
        {"name": "gone", "path": "gone.csv"},
    ],
}


def test_a_package_tells_of_the_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    file_of(tmp_path / "data", "Year,Value\n2022,3\n2023,4\n", "gdp.csv")
    text = json.dumps(PACKAGE)
    sheet = written(tmp_path, text, "datapackage.json", unit="USD")
    assert "title: Products of countries" in sheet
    assert "publisher: A bank" in sheet
    assert "name: GDP in current USD" in sheet
    assert "gone" in read_tables(tmp_path / "datapackage.json").remarks[-1].written


def test_a_file_of_the_package_that_cannot_be_read_is_named_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    file_of(tmp_path / "data", "Year,Value\n2022,3\n", "gdp.csv")
    (tmp_path / "gone.csv").mkdir()
    file_of(tmp_path, json.dumps(PACKAGE), "datapackage.json")
    tables = read_tables(tmp_path / "datapackage.json")
    assert [one.name for one in tables.tables] == ["gdp"]
    assert [(one.kind, one.written) for one in tables.remarks] == [("not beside", "gone")]


@pytest.mark.parametrize("path", ["../secret.csv", "/etc/passwd", "https://example.org/a.csv", ""])
def test_no_file_outside_the_folder_is_read(tmp_path: Path, path: str) -> None:
    file_of(tmp_path, "Year,Value\n2022,3\n", "secret.csv")
    inner = tmp_path / "inner"
    inner.mkdir()
    package = {"resources": [{"name": "it", "path": path}]}
    with pytest.raises(SheetError) as error:
        read_tables(file_of(inner, json.dumps(package), "datapackage.json"))
    assert "none of the package's files is beside it: it" in str(error.value)


def test_what_is_no_package_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SheetError) as error:
        read_tables(file_of(tmp_path, '{"resources": 3}', "datapackage.json"))
    assert "no Data Package" in str(error.value)


def test_of_a_file_in_several_parts_the_first_is_read_and_the_others_are_named(
    tmp_path: Path,
) -> None:
    for at, rows in enumerate(("Year,Value\n2021,3\n2022,4\n", "2023,5\n", "2024,6\n")):
        file_of(tmp_path, rows, f"part{at}.csv")
    package = {"resources": [{"name": "gdp", "path": [f"part{at}.csv" for at in range(3)]}]}
    tables = read_tables(file_of(tmp_path, json.dumps(package), "datapackage.json"))
    assert [one.rows[-1] for one in tables.tables] == [["2022", "4"]]
    assert sentence(tables.remarks[0]) == (
        "files of the package that are not read",
        "left out: part1.csv, part2.csv",
    )


def test_the_title_of_a_column_says_more_than_its_description(tmp_path: Path) -> None:
    file_of(tmp_path, "Year,a,b\n2021,3,4\n2022,4,5\n", "gdp.csv")
    fields = [{"name": "a", "title": "Jobs", "description": "As counted"}, {"name": "b"}]
    package = {"resources": [{"path": "gdp.csv", "schema": {"fields": fields}}]}
    [table] = read_tables(file_of(tmp_path, json.dumps(package), "datapackage.json")).tables
    assert table.about == {"a": "Jobs", "b": ""}
