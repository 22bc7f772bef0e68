"""The schema and the reference page are those that the types make."""

from pathlib import Path

import pytest

from cqviewer.charts.kinds import KINDS
from cqviewer.load import examine_sheet
from cqviewer.model.describing.reference import EXAMPLES, KindRow, reference_page
from cqviewer.model.describing.schema import Schema, schema_text, sheet_schema
from cqviewer.model.reading.format import VERSION
from cqviewer.paths import data_folder

DATA = data_folder()
ROWS = [KindRow(one.name, one.draws, one.needs) for one in KINDS.values()]


def objects(part: object) -> list[Schema]:
    """Return all parts of a schema that describe a set of keys."""
    if isinstance(part, list):
        return [found for one in part for found in objects(one)]
    if not isinstance(part, dict):
        return []
    inner = [found for one in part.values() for found in objects(one)]
    return [part, *inner] if "properties" in part else inner


def test_the_schema_that_is_kept_is_the_one_that_is_made() -> None:
    kept = (DATA / "fact-sheet.schema.json").read_text("utf-8")
    assert kept == schema_text(KINDS), (
        "write it anew: cqviewer schema > data/fact-sheet.schema.json"
    )


@pytest.mark.parametrize(
    ("language", "name"), [("en", "format-reference.md"), ("zh", "format-reference.zh.md")]
)
def test_the_reference_page_that_is_kept_is_the_one_that_is_made(language: str, name: str) -> None:
    kept = (DATA / name).read_text("utf-8")
    page = reference_page(DATA / "examples", ROWS, language)
    command = f"cqviewer schema --reference --language {language} > data/{name}"
    assert kept == page, f"write it anew: {command}"


def test_the_schema_names_its_dialect_and_version() -> None:
    schema = sheet_schema(KINDS)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["cqviewer"]["maximum"] == VERSION


def test_every_key_has_a_description_and_no_other_is_allowed() -> None:
    parts = [*objects(sheet_schema(KINDS))]
    assert any("title" in part for part in parts)
    for part in parts:
        assert part["additionalProperties"] is False
        if "title" in part:
            for key, field in part["properties"].items():
                assert len(field.get("description", "")) > 5, (part["title"], key)


def test_allowed_words_are_listed() -> None:
    indicator = sheet_schema(KINDS)["$defs"]["Indicator"]["properties"]
    assert set(indicator["measure"]["enum"]) == {"growth", "level", "count", "share", "index"}
    assert set(indicator["prices"]["enum"]) == {"real", "nominal"}
    chart = sheet_schema(KINDS)["$defs"]["Chart"]["properties"]
    assert "slope" in chart["kind"]["enum"]


def test_every_reference_leads_somewhere() -> None:
    schema = sheet_schema(KINDS)
    text = schema_text(KINDS)
    used = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert used == set(schema["$defs"])


def test_the_page_has_a_table_for_each_type_and_names_each_key() -> None:
    page = reference_page(DATA / "examples", ROWS)
    for part in objects(sheet_schema(KINDS)):
        if "title" in part:
            for key in part["properties"]:
                assert f"| `{key}` |" in page
    types = [one for one in sheet_schema(KINDS)["$defs"].values() if "properties" in one]
    assert page.count("\n|---|---|---|---|\n") == 1 + len(types)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_of_the_page_is_sound_as_it_stands_there(name: str) -> None:
    page = reference_page(DATA / "examples", ROWS)
    blocks = [block.partition("```")[0] for block in page.split("```yaml\n")[1:]]
    text = (DATA / "examples" / name).read_text("utf-8").partition("\n")[2]
    assert text in blocks
    assert examine_sheet(text.encode(), name).problems == []


def test_the_examples_are_all_on_the_page() -> None:
    folder: Path = DATA / "examples"
    assert {one.name for one in folder.glob("*.yaml")} == set(EXAMPLES)
