"""What is done to a PDF of typst: heads of cells, lists, editions, metadata."""

import io
import json
from pathlib import Path

import pikepdf

from cqviewer.model.files.plain_file import Limits
from cqviewer.printing.attachment import find_attached
from cqviewer.printing.finish import PROGRAM
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.typeset import set_pages
from tests.printing.reading import cells_of, elements, text_of, texts_of
from tests.printing.sheets import printed

_TEMPLATE = """
#set document(title: "T", date: datetime(year: 2024, month: 1, day: 1))
#set text(font: "Noto Sans", fallback: false)
= Title
"""


def pages(body: str, *languages: str) -> bytes:
    """Return pages that are set from a template of the test's own."""
    editions = [{"lang": one, "title": f"Title {one}"} for one in languages or ("en",)]
    about = {"options": "{}", "spoken": [", provisional", "，注 2"], "publisher": "", "licence": ""}
    data = {"about": about, "editions": editions}
    files = {"main.typ": (_TEMPLATE + body).encode(), "data.json": json.dumps(data).encode()}
    return set_pages(files)


def test_heads_over_several_columns_and_rows_are_those_of_all_their_cells() -> None:
    body = """
    #table(
      columns: 3,
      table.header([Name], table.cell(colspan: 2)[Years], [], [2023], [2024]),
      table.cell(colspan: 3)[Group],
      table.cell(rowspan: 2)[Ports], [1], [2],
      table.cell(colspan: 2)[3],
      [Ships], [4], [5],
    )
    """
    (cells,) = cells_of(pages(body))
    tied = {one.text: one.heads for one in cells}
    assert tied["1"] == ("Years", "2023", "Group", "Ports")
    assert tied["2"] == ("Years", "2024", "Group", "Ports")
    assert tied["3"] == ("Years", "2023", "2024", "Group", "Ports")
    assert tied["5"] == ("Years", "2024", "Group", "Ships")
    scopes = {one.text: one.scope for one in cells}
    assert scopes["Group"] == scopes["2024"] == "Column"
    assert scopes["Ports"] == scopes["Ships"] == "Row"
    assert scopes["4"] == ""


def test_a_column_that_has_nothing_in_it_is_no_part_of_the_table() -> None:
    body = """
    #table(
      columns: 3, table.header([Name], [Value], []),
      [Ports], [1], table.cell(rowspan: 2)[], [Ships], [],
    )
    """
    (cells,) = cells_of(pages(body))
    assert [one.text for one in cells] == ["Name", "Value", "Ports", "1", "Ships", ""]


def test_what_stands_below_a_table_has_no_heads() -> None:
    body = """
    #table(
      columns: 2, table.header([Name], [2024]), [Ports], [1],
      table.footer(table.cell(colspan: 2)[Legend]),
    )
    """
    (cells,) = cells_of(pages(body))
    assert [(one.text, one.scope, one.heads) for one in cells][2:] == [
        ("Ports", "Row", ("Name",)),
        ("1", "", ("2024", "Ports")),
        ("Legend", "", ()),
    ]


def test_words_are_read_aloud_instead_of_marks() -> None:
    body = """
    1,176 #text(lang: "qaa")[[p]]#text(lang: "qab", region: "cn")[²] #text(lang: "fr")[trois]
    #pagebreak()
    5 #text(lang: "qaa")[[p]]
    """
    document = pages(body)
    assert texts_of(document, "/P") == ["1,176 , provisional，注 2 trois", "5 , provisional"]
    assert "[p]" in text_of(document)  # and are seen and copied as they stand
    with pikepdf.open(io.BytesIO(document)) as pdf:
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert b"/Lang(fr)" in content
    assert b"(qa" not in content


def test_lists_keep_their_labels_where_they_have_any() -> None:
    assert texts_of(pages("#enum([a], [b])"), "/Lbl") == ["1.", "2."]
    assert texts_of(pages("#list(marker: none, [a], [b])"), "/Lbl") == []


def test_each_edition_is_a_part_with_what_stands_before_its_title() -> None:
    document = pages("a\n#pagebreak()\n= Other title\nb", "en", "zh")
    found = [(one.tag, one.depth, one.lang, one.title) for one in elements(document)]
    assert found == [
        ("Document", 0, "", ""),
        ("Part", 1, "en", "Title en"),
        ("H1", 2, "", "Title"),
        ("P", 2, "", ""),
        ("Part", 1, "zh-CN", "Title zh"),
        ("H1", 2, "", "Other title"),
        ("P", 2, "", ""),
    ]


def test_a_pdf_tells_the_program_and_options_that_it_was_printed_with(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(printed("bundled", annex=False))
    found = find_attached(tmp_path / "a.pdf", Limits())
    assert (found.program, found.options) == (PROGRAM, PrintOptions(annex=False).text)
