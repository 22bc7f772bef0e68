"""Which encoding a text has that is no UTF-8."""

from pathlib import Path

import pytest

from cqviewer.importing.readers.encodings import ENCODINGS, likely_encoding
from cqviewer.model.problems import SheetError
from tests.importing.tables import read, values


@pytest.mark.parametrize(
    ("encoding", "head", "place"),
    [
        ("cp1250", "Województwo", "Małopolskie"),
        ("cp1250", "Kraj", "Středočeský, České země"),
        ("cp1250", "Megye", "Győr, Fejér"),
        ("cp1251", "Регион", "Москва"),
        ("koi8_r", "Область", "Москва"),
        ("gb18030", "地区", "重庆市"),
        ("gb18030", "项目", "猪肉"),
        ("big5", "地區", "臺北市"),
        ("shift_jis", "都道府県", "東京都"),
        ("euc_jp", "都道府県", "東京都"),
        ("cp949", "행정구역", "서울특별시"),
        ("cp1252", "Kommune", "Tromsø"),
        ("cp1252", "Región", "Cataluña"),
        ("cp1252", "Distrito", "São João, Milhões"),
        ("cp1252", "Volume (m³)", "Café £m"),
    ],
)
def test_the_encoding_is_told_by_its_letters(encoding: str, head: str, place: str) -> None:
    assert likely_encoding(f"{head};2021\n{place};1\n".encode(encoding)) == encoding


def test_what_it_was_read_as_is_said(tmp_path: Path) -> None:
    text = "地区,2021年,2022年\n重庆市,14,15\n成都市,16,17\n"
    found = read(tmp_path, text.encode("gb18030"))
    assert "重庆市" in str(values(found))
    assert found.found[0].read == ENCODINGS["gb18030"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_its_mark_and_without(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, "Region\t2021\t2022\nŁódź\t1\t2\nŻary\t3\t4\n".encode(encoding))
    assert list(values(found)) == ["data, Łódź", "data, Żary"]
    assert found.found[0].kind == "encoding"


def test_someone_can_say_another(tmp_path: Path) -> None:
    text = "Region;2021\nØster;1\nVester;2\n".encode("cp1252")
    found = read(tmp_path, text, encoding="cp1250")
    assert "Řster" in str(values(found))
    assert not any(one.kind == "encoding" for one in found.found)


@pytest.mark.parametrize("encoding", ["utf-8", "no-such", "../x"])
def test_an_encoding_that_does_not_fit_gets_a_sentence(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(SheetError, match="is not in the encoding"):
        read(tmp_path, "Zürich;2021\nA;1\n".encode("cp1252"), encoding=encoding)


def test_someone_can_say_what_sets_cells_apart(tmp_path: Path) -> None:
    text = "Sector;2021;2022\nNorth;1,5;2\nSouth;3,5;4\n"
    assert list(values(read(tmp_path, text, delimiter=";"))) == ["North", "South"]
    with pytest.raises(SheetError, match="no number"):
        read(tmp_path, text, delimiter="|")
