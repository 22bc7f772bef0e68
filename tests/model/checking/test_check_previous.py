"""Whether the edition before can be found."""

from pathlib import Path

import pytest

from cqviewer.load import examine_sheet
from tests.model.sheets import figure, sheet_text


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("old.yaml", ""),
        ("gone.yaml", "there is no edition before in gone.yaml"),
        ("new.yaml", "the edition before is this sheet itself"),
        ("elsewhere.yaml", "there is no edition before in elsewhere.yaml"),
        ("folder", "there is no edition before in folder"),
    ],
)
def test_the_edition_before_is_another_file_of_the_folder(
    name: str, message: str, tmp_path: Path
) -> None:
    text = sheet_text(f"jobs: {figure(value=1200)}", head=f"previous: {name}\n")
    (tmp_path / "far" / "folder").mkdir(parents=True)
    (tmp_path / "far" / "old.yaml").write_text(text, "utf-8")
    (tmp_path / "far" / "new.yaml").write_text(text, "utf-8")
    (tmp_path / "outside.yaml").write_text(text, "utf-8")
    (tmp_path / "far" / "elsewhere.yaml").symlink_to(tmp_path / "outside.yaml")
    found = examine_sheet(text.encode(), str(tmp_path / "far" / "new.yaml"))
    assert found.sheet is not None
    said = [(one.severity, one.message) for one in found.problems if one.line == 5]
    assert said == ([("warning", message)] if message else [])


def test_a_path_is_no_file_name() -> None:
    text = sheet_text(f"jobs: {figure(value=1200)}", head="previous: ../old.yaml\n")
    found = examine_sheet(text.encode(), "new.yaml")
    assert found.sheet is None
    assert [one.line for one in found.problems] == [5]
