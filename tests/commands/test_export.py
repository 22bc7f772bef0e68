"""The command `export`, as a user types it."""

from pathlib import Path

import pytest

from tests.commands.running import cqviewer
from tests.printing.sheets import MADE_UP


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_export_writes_each_format(capsys: pytest.CaptureFixture[str]) -> None:
    forms = ("csv", "xlsx", "json", "html")
    for form in forms:
        assert cqviewer("export", str(MADE_UP), "--format", form) == 0
    assert capsys.readouterr().out.split() == [f"harbour-town.{one}" for one in forms]
    assert cqviewer("export", str(MADE_UP), "--format", "csv", "--decimal", ",") == 0
    assert Path("harbour-town.csv").read_bytes().startswith(b"\xef\xbb\xbfsection;id;name")
    assert cqviewer("export", str(MADE_UP), "--format", "csv", "--delimiter", "tab") == 0
    assert b"containers\tContainers handled" in Path("harbour-town.csv").read_bytes()
    capsys.readouterr()
    assert cqviewer("export", str(MADE_UP), "--format", "xlsx", "--decimal", ",") == 1
    assert "are for CSV, not for XLSX" in capsys.readouterr().err
    assert cqviewer("export", "--format", "csv", "-o", "no/a.csv") == 1
    assert cqviewer("export", "missing.yaml", "--format", "csv") == 1
    assert capsys.readouterr().err.count("\n") == 2
