"""The command `schema`, as a user types it."""

from cqviewer.paths import data_folder
from tests.commands.running import run


def test_the_schema_and_the_reference_are_printed() -> None:
    kept = (data_folder() / "fact-sheet.schema.json").read_text("utf-8")
    assert run("schema") == (0, kept, "")
    page = (data_folder() / "format-reference.md").read_text("utf-8")
    assert run("schema", "--reference") == (0, page, "")
