"""The catalog of sentences: whole, with the same values, and Chinese to whoever reads it."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from cqviewer.charts.kinds import KINDS
from cqviewer.load import examine_sheet
from cqviewer.model.describing import reference
from cqviewer.model.describing.reference import KindRow
from cqviewer.model.editing.edits import Named
from cqviewer.model.editing.shapes import shapes
from cqviewer.model.facts import Sheet
from cqviewer.model.messages import catalog, set_language
from cqviewer.model.numbers.period import Grain
from cqviewer.model.problems import Severity
from cqviewer.model.reading.format import SheetEntry
from cqviewer.model.wording.phrases import phrases_of
from cqviewer.paths import data_folder
from tests.corpus.cases import FILES, cases

PACKAGE = Path(__file__).resolve().parents[2] / "cqviewer"
WORDS = {*get_args(Named), *get_args(Severity), *get_args(Grain)} - {"mixed"}
"""What `say` is given by a name of the program's own."""
NAMES = {"YAML", "PDF", "PNG", "SVG", "UTF", "U", "Q", "cqviewer"}
LATIN = re.compile(r"[A-Za-z]+")


def templates() -> set[str]:
    """Return the templates that modules hand to `say`, or mark for it; phrases have their own."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("say", "template"):
                first = node.args[0] if node.args else node
                ways = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                found |= {str(one.value) for one in ways if isinstance(one, ast.Constant)}
    return found


def hints() -> Iterator[str]:
    """Yield what the form says of each field."""
    seen: set[type] = set()
    entries: list[type] = [SheetEntry]
    while entries:
        entry = entries.pop()
        if entry not in seen:
            seen.add(entry)
            for one in shapes(entry).values():
                yield one.hint
                entries += [one.inner] if one.inner else []


def asked_by_the_page() -> set[str]:
    """Return what the reference page of the format asks of a catalog."""
    asked: set[str] = set()

    class Catalog(dict[str, str]):
        def get(self, text: str, default: object = None) -> Any:  # noqa: ANN401
            asked.add(text)
            return default

    rows = [KindRow(one.name, one.draws, one.needs) for one in KINDS.values()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reference, "catalog", lambda _: Catalog())
        reference.reference_page(data_folder() / "examples", rows)
    return asked


def fields(template: str) -> list[tuple[str, str | None, str | None]]:
    """Return what is filled into a template: the place of each value, and its form."""
    parts = [one[1:] for one in string.Formatter().parse(template) if one[1] is not None]
    assert len({not name for name, _, _ in parts}) < 2, template
    return sorted({(name or str(at), spec, form) for at, (name, spec, form) in enumerate(parts)})


def test_every_sentence_of_the_program_has_its_chinese_and_no_other_is_there() -> None:
    own = {one for one in templates() if LATIN.search(one) and one not in phrases_of("en")}
    wanted = own | WORDS | asked_by_the_page() | {one for one in hints() if one}
    assert len(wanted) > 700
    assert wanted - set(catalog("zh")) == set()
    assert set(catalog("zh")) - wanted - templates() == set()


def test_the_chinese_has_the_values_of_the_english() -> None:
    said = set(hints())
    assert catalog("zh")
    for english, chinese in catalog("zh").items():
        if english not in said and re.search(r"\{[0-9:!}]", english):
            assert fields(chinese) == fields(english), english
        text = re.sub("`[^`]*`|“[^”]*”", "x", chinese)
        assert not re.search("[\u4e00-\u9fff][,;:?!]|[，。；：？！] ", text), chinese


@pytest.mark.parametrize("file", FILES)
def test_the_problems_of_the_corpus_are_chinese_but_for_the_words_of_sheet_and_format(
    file: str,
) -> None:
    pages = ("fact-sheet.schema.json", "format-reference.md")
    known = {one for page in pages for one in words((data_folder() / page).read_text("utf-8"))}
    number = 0
    set_language("zh")
    for case in cases(file):
        for one in examine_sheet(case.text.encode(), "f").problems:
            number += 1
            said = re.sub("`[^`]*`|“[^”]*”", "", one.said())
            assert words(said) <= known | words(case.text) | NAMES, (case.name, one.said())
            assert re.search("[\u4e00-\u9fff]", one.said(with_help=False)), one.message
    assert number


def words(text: str) -> set[str]:
    """Return the Latin words of a text."""
    return set(LATIN.findall(text))


def test_a_sheet_holds_no_sentence_of_a_language() -> None:
    """Sheets are kept for the next start, which may be in another language."""
    names = {one.name for one in msgspec.structs.fields(Sheet)}
    assert not names & {"message", "help", "problems"}
