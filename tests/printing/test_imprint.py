"""In the publisher's name: head, foot and metadata of the PDF and of the page."""

import io
from typing import Any

import msgspec
import pikepdf

from cqviewer.charts.theme import DARK, LIGHT, PRINT, with_accent
from cqviewer.model.checking.contrast import contrast
from cqviewer.model.facts import Sheet
from cqviewer.model.imprint import Imprint, Logo
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.document import compose
from cqviewer.printing.typeset import make_pdf
from cqviewer.printing.web.page import make_page
from tests.printing.sheets import made_up
from tests.printing.web.reading import read_page

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def published() -> Sheet:
    imprint = Imprint(
        publisher=r"City of <H> & \1",
        author="Office A",
        contact="a@b.example",
        licence="CC BY 4.0 & <more>",
        edition="second",
        logo=Logo(kind="svg", data=SVG, alt="The arms"),
        accent="#7A1F5C",
    )
    return msgspec.structs.replace(made_up(), imprint=imprint)


def is_figure(one: Any) -> bool:  # noqa: ANN401 - pikepdf's own types
    return isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure" and "/Alt" in one


def test_the_pdf_names_its_publisher_in_head_foot_and_metadata() -> None:
    data = make_pdf(published(), PrintOptions(sections=("port",)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.docinfo.Author) == "Office A"
        xmp = pdf.open_metadata()
        assert set(xmp["dc:publisher"]) == {r"City of <H> & \1"}
        assert xmp["dc:rights"] == "CC BY 4.0 & <more>"
        alts = [str(one.Alt) for one in pdf.objects if is_figure(one)]
        assert alts.count("The arms") == 1
    assert make_pdf(published(), PrintOptions(sections=("port",))) == data


def test_the_pages_hold_logo_kicker_foot_and_imprint() -> None:
    document = compose(published(), PrintOptions())
    data = msgspec.json.decode(document.data)
    (edition,) = data["editions"]
    assert edition["kicker"] == r"City of <H> & \1 · Fact sheet · second"
    assert edition["footer"].startswith(r"City of <H> & \1 · Harbour")
    assert edition["imprint"][1] == "Author: Office A"
    assert len(edition["imprint"]) == 5
    assert document.pictures[edition["logo"]] == SVG
    assert data["about"]["alts"][edition["logo"]] == "The arms"
    assert data["about"]["accent"] == "#7A1F5C"
    assert b"#7a1f5c" in b"".join(document.pictures.values())


def test_a_sheet_without_a_publisher_has_none_of_it() -> None:
    data = msgspec.json.decode(compose(made_up(), PrintOptions()).data)
    (edition,) = data["editions"]
    assert (edition["kicker"], edition["logo"], edition["imprint"]) == ("Fact sheet", "", [])
    assert data["about"]["accent"] == PRINT.accent


def test_the_page_names_its_publisher() -> None:
    root = read_page(make_page(published()))
    (logo,) = root.all("img")
    assert logo.attributes["alt"] == "The arms"
    assert logo.attributes["src"].startswith("data:image/svg+xml;base64,")
    assert r"City of <H> & \1" in root.all(".dated")[0].text
    assert "Contact: a@b.example" in root.text
    meta = {one.attributes.get("name"): one.attributes.get("content") for one in root.all("meta")}
    assert meta["author"] == "Office A"
    assert meta["dcterms.publisher"] == r"City of <H> & \1"
    assert meta["dcterms.rights"] == "CC BY 4.0 & <more>"
    style = root.all("style")[0].text
    assert style.count("--accent:#7A1F5C") == 2
    assert f"--accent:{DARK.accent}" in style


def test_marks_of_a_publishers_colour_stand_out_from_the_page() -> None:
    assert with_accent(LIGHT, None) is LIGHT
    for accent in ("#7A1F5C", "#767676", "#000000", "#0000FF"):
        theme = with_accent(PRINT, accent)
        assert theme.accent == accent
        assert contrast(theme.mid, theme.page) >= 3.0
    assert LIGHT.accent != "#000000"


def test_a_draft_says_so_on_each_page_and_in_the_head() -> None:
    options = PrintOptions(is_draft=True, footer="For the council")
    (edition,) = msgspec.json.decode(compose(made_up(), options).data)["editions"]
    assert edition["kicker"] == "Fact sheet · Draft"
    assert edition["stamp"] == "Draft"
    assert edition["footer"] == "For the council"
    long = PrintOptions(footer=200 * "W")
    (edition,) = msgspec.json.decode(compose(made_up(), long).data)["editions"]
    assert edition["stamp"] == ""
    assert edition["footer"].endswith("…")
    plain, stamped = (
        make_pdf(made_up(), PrintOptions(sections=("port",), is_draft=one)) for one in (False, True)
    )
    assert plain != stamped
