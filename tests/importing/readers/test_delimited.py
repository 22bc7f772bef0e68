"""CSV, TSV and Eurostat's TSV."""

from pathlib import Path

import pytest

from cqviewer.importing.readers.registry import read_tables
from cqviewer.importing.tables import DataLimits
from cqviewer.model.problems import SheetError
from cqviewer.progress import heard_by
from tests.importing.tables import file_of


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told(tmp_path: Path, delimiter: str) -> None:
    text = "a,b,c\n1,2,3\n4,5,6\n".replace(",", delimiter)
    found = read_tables(file_of(tmp_path, text))
    assert found.tables[0].rows == [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]]
    assert len(found.remarks) == (delimiter != ",")


def test_commas_of_decimals_are_no_delimiters(tmp_path: Path) -> None:
    found = read_tables(file_of(tmp_path, "year;value\n2023;418,5\n2024;409,3\n"))
    assert found.tables[0].rows[1] == ["2023", "418,5"]


@pytest.mark.parametrize(
    ("encoding", "text", "said"),
    [
        ("utf-8-sig", "année,valeur\n2023,1\n", ""),
        ("utf-16", "année,valeur\n2023,1\n", ""),
        ("cp1252", "année,valeur\n2023,1\n", "Windows-1252"),
        ("gb18030", "年份,数值\n2023,1\n", "GB 18030"),
    ],
)
def test_the_encoding_is_told_and_said(tmp_path: Path, encoding: str, text: str, said: str) -> None:
    found = read_tables(file_of(tmp_path, text.encode(encoding)))
    assert found.tables[0].rows[0][0] == text.partition(",")[0]
    assert said in " ".join(one.read for one in found.remarks)


def test_the_packed_column_of_eurostat_is_set_apart(tmp_path: Path) -> None:
    text = "freq,unit,geo\\TIME_PERIOD\t2022 \t2023 \nA,EUR_HAB,AL\t6500 b\t: \n"
    [table] = read_tables(file_of(tmp_path, text, "data.tsv")).tables
    assert table.rows[0] == ["freq", "unit", "geo", "2022", "2023"]
    assert table.letters == ["A", "A", "A", "B", "C"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "a PDF"),
        (b"<!doctype html><html>", "web page"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a picture"),
        (b"\0\0\0\x01\0\0", "no text"),
        (b"\x1f\x8b\x08\0\0\0", "unpack it first"),
        (b"---\nindicator: 5.2.1\nunit: Percentage, of women\n", "a text"),
        (b"# Women, in 2017\n\nIn 2017, 3 of 10\n2018, 4\n", "a text"),
        (b"# mine\ncqviewer: 1\ntitle: A sheet\n", "a fact sheet already"),
        (b"In 2017, 3\nof all, 4, in 5\n, so, 6, 7, 8\nor 9, 1\n9\n1,2,3,4\n", "a text"),
        (b'{"dimension": {}, "size": 1}', "no JSON-stat"),
        (b"year,value\n", "no table"),
        (b'a,b\n"' + b"x" * 200_000, "no table"),
        (b",".join([b"1"] * 10_000) + b"\n1,2\n", "10,000 columns"),
    ],
)
def test_what_is_no_data_file_gets_a_sentence(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(SheetError) as error:
        read_tables(file_of(tmp_path, data))
    assert said in str(error.value)


def test_more_rows_than_can_be_read_are_refused(tmp_path: Path) -> None:
    path = file_of(tmp_path, "a,b\n" + "1,2\n" * 50)
    with pytest.raises(SheetError) as error:
        read_tables(path, DataLimits(rows=20))
    assert "rows" in str(error.value)
    with pytest.raises(SheetError) as error:
        read_tables(path, DataLimits(file_bytes=20))
    assert "larger than 20 bytes" in str(error.value)


def test_progress_is_reported(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    path = file_of(tmp_path, "a,b\n" + "1,2\n" * 30_000)
    with heard_by(lambda part, parts: heard.append((part, parts))):
        assert len(read_tables(path).tables[0].rows) == 30_001
    assert len(heard) == 4
    assert heard == sorted(heard)


def test_a_table_with_some_rows_of_other_widths_is_still_one(tmp_path: Path) -> None:
    ragged = "a,b,c\n" + "1,2,3\n" * 20 + "1,2\n1,2,3,4\n1,2,3,4,5\n"
    [table] = read_tables(file_of(tmp_path, ragged)).tables
    assert [len(one) for one in table.rows[-4:]] == [3, 2, 4, 5]


def test_a_head_with_a_backslash_packs_nothing_where_no_times_stand_beside_it(
    tmp_path: Path,
) -> None:
    [table] = read_tables(file_of(tmp_path, "a,b\\c\n1,2\n3,4\n")).tables
    assert table.rows == [["a", "b\\c"], ["1", "2"], ["3", "4"]]
    [alone] = read_tables(file_of(tmp_path, "geo\\time\nA\nB\n", "one.tsv")).tables
    assert alone.rows == [["geo\\time"], ["A"], ["B"]]


def test_a_row_of_eurostat_that_lacks_keys_or_times_keeps_its_place(tmp_path: Path) -> None:
    text = "freq,geo\\TIME_PERIOD\t2022 \t2023 \nA,AL\t1\t2\nA\t3\n\t4\t5\n"
    [table] = read_tables(file_of(tmp_path, text, "data.tsv")).tables
    assert table.rows[1:] == [["A", "AL", "1", "2"], ["A", "", "3"], ["", "", "4", "5"]]
