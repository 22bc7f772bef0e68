"""The command `schema`, as a user types it."""

from cqviewer.paths import data_folder
from tests.commands.running import run


def test_the_schema_and_the_reference_are_printed() -> None:
    kept = (data_folder() / "fact-sheet.schema.json").read_text("utf-8")
    assert run("schema") == (0, kept, "")
    page = (data_folder() / "format-reference.md").read_text("utf-8")
    assert run("schema", "--reference") == (0, page, "")
    page = (data_folder() / "format-reference.zh.md").read_text("utf-8")
    assert run("schema", "--reference", "--language", "zh") == (0, page, "")


def test_a_language_without_a_reference_page_is_refused() -> None:
    status, printed, said = run("schema", "--reference", "--language", "fr")
    assert (status, printed) == (2, "")
    assert "choose from" in said
    assert "zh" in said
