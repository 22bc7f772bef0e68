"""SDMX-ML by pysdmx, which is an extra."""

import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from cqviewer.importing.readers import sdmx
from cqviewer.importing.tables import DataLimits
from cqviewer.model.problems import SheetError
from tests.importing.tables import file_of


class Frame:
    """Stands in for a data frame of pandas: its columns and rows."""

    columns = ("SERIES", "TIME_PERIOD", "OBS_VALUE")
    values = (("A", 2022, 3.5), ("A", 2023, float("nan")))


def install(monkeypatch: pytest.MonkeyPatch, **io: object) -> None:
    """Put a library of the same name in its place, which reads as it is told."""
    library, module = ModuleType("pysdmx"), ModuleType("pysdmx.io")
    library.__spec__ = ModuleSpec("pysdmx", None)
    for name, value in io.items():
        setattr(module, name, value)
    monkeypatch.setitem(sys.modules, "pysdmx", library)
    monkeypatch.setitem(sys.modules, "pysdmx.io", module)


def test_each_observation_is_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sets = [SimpleNamespace(data=Frame())]
    message = SimpleNamespace(get_datasets=lambda: sets)
    install(monkeypatch, read_sdmx=lambda _path, **_how: message)
    [table] = sdmx.read_sdmx(file_of(tmp_path, "<m/>"), b"", DataLimits()).tables
    assert table.rows == [[*Frame.columns], ["A", "2022", "3.5"], ["A", "2023", ""]]
    assert not table.has_cells


def test_what_the_library_refuses_gets_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, **_how: object) -> None:
        raise RuntimeError("no such structure")

    install(monkeypatch, read_sdmx=refuse)
    with pytest.raises(SheetError) as error:
        sdmx.read_sdmx(file_of(tmp_path, "<m/>"), b"", DataLimits())
    assert "no such structure" in str(error.value)


def test_without_the_library_what_to_install_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sdmx, "find_spec", lambda _name: None)
    with pytest.raises(SheetError) as error:
        sdmx.read_sdmx(file_of(tmp_path, "<m/>"), b"", DataLimits())
    assert "cqviewer[sdmx]" in error.value.problems[0].help


def test_a_library_without_its_parts_is_told_from_one_without_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack(_path: Path, **_how: object) -> None:
        raise ImportError("The 'data' extra is required to run the reading of messages")

    install(monkeypatch, read_sdmx=lack)
    with pytest.raises(SheetError) as error:
        sdmx.read_sdmx(file_of(tmp_path, "<m/>"), b"", DataLimits())
    assert "without what it needs" in str(error.value)

    def fail(_path: Path, **_how: object) -> None:
        raise ImportError("failed to map segment from shared object")

    install(monkeypatch, read_sdmx=fail)
    with pytest.raises(ImportError):
        sdmx.read_sdmx(file_of(tmp_path, "<m/>"), b"", DataLimits())
