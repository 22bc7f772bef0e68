"""Completes a PDF of typst's for screen readers and archives.

Cells of tables are tied to the heads of their own column, group and row, and columns without
content are taken out; lists without marks have no empty labels; each edition is a part with its
language and title; the metadata name cqviewer.
"""

import io
import re
import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

import msgspec
import pikepdf
from pikepdf import Array, Dictionary, Name, String

from cqviewer import __version__
from cqviewer.model.messages import say
from cqviewer.printing.options import OPTIONS_KEY, TypesetError

PROGRAM = f"cqviewer {__version__}"
_MARK = re.compile(rb"/Lang ?\(q([a-t][a-z])(?:-[A-Z]+)?\)")
"""A language for private use, which stands for words (`pages.scope.Spoken`)."""
_LETTERS = 26
_TOO_LONG = say(
    "a leaflet has two pages, and title, summary and sources alone take more; shorten them, or"
    " print some sections"
)
_PLACES = ("/MediaBox", "/CropBox", "/Rect", "/BBox", "/QuadPoints")
"""The keys of rectangles and points on a page, each a list of lengths."""
_TABLE_PARTS = ("/THead", "/TBody", "/TFoot")


class _About(msgspec.Struct):
    """What the PDF says of itself."""

    options: str
    spoken: list[str]
    publisher: str
    licence: str
    scale: float = 1.0
    most_pages: int = 0


class _Edition(msgspec.Struct):
    """An edition, as a part of the document."""

    lang: str
    title: Any


class _Data(msgspec.Struct):
    """The part of the data of the pages that is needed here."""

    about: _About
    editions: list[_Edition]


def finish(pdf: bytes, data: bytes) -> bytes:
    """Return a PDF as its readers need it; `data` is the JSON that its pages were set from."""
    facts = msgspec.json.decode(data, type=_Data)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        _describe(document, facts)
        if facts.about.spoken:
            _speak(document, facts.about.spoken)
        tables = 0
        for one in document.objects:
            tag = _tag(one)
            if tag == "/Table":
                ids = pikepdf.NameTree(document.Root.StructTreeRoot.IDTree)
                _tie(_without_empty_columns(list(_cells(one)), ids), ids, f"R{tables}")
                tables += 1
            elif tag == "/L":
                _without_labels(one)
        if len(facts.editions) > 1:
            _part(document, facts.editions)
        if facts.about.scale != 1:
            _enlarge(document, facts.about.scale)
        if 0 < facts.about.most_pages < len(document.pages):
            raise TypesetError(_TOO_LONG)
        finished = io.BytesIO()
        document.save(
            finished,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            fix_metadata_version=False,
            compress_streams=False,  # but leave all as typst has packed it
        )
    return finished.getvalue()


def _tag_of(language: str) -> str:
    """Return a language as a PDF names it, which tells readers that Chinese is Simplified."""
    return "zh-CN" if language == "zh" else language


def _describe(document: pikepdf.Pdf, facts: _Data) -> None:
    """Write the program and its options into the information and, where XMP has it, there too."""
    setter = str(document.docinfo.Creator)
    document.docinfo.Creator = PROGRAM
    document.docinfo.Producer = setter
    document.docinfo[OPTIONS_KEY] = facts.about.options
    metadata = document.Root.Metadata
    languages = "".join(f"<rdf:li>{_tag_of(one.lang)}</rdf:li>" for one in facts.editions)
    xmp = metadata.read_bytes().decode()
    for pattern, text in [
        ("(<xmp:CreatorTool>).*?(</xmp:CreatorTool>)", rf"\g<1>{PROGRAM}\2"),
        ("(</xmp:CreatorTool>)", rf"\1<pdf:Producer>{setter}</pdf:Producer>"),
        ("(<dc:language><rdf:Bag>).*?(</rdf:Bag>)", rf"\1{languages}\2"),
    ]:
        xmp = re.sub(pattern, text, xmp, count=1)
    publisher, licence = (escape(one) for one in (facts.about.publisher, facts.about.licence))
    if publisher:
        xmp = _with_more(
            xmp, f"<dc:publisher><rdf:Bag><rdf:li>{publisher}</rdf:li></rdf:Bag></dc:publisher>"
        )
    if licence:
        one = f'<rdf:li xml:lang="x-default">{licence}</rdf:li>'
        xmp = _with_more(xmp, f"<dc:rights><rdf:Alt>{one}</rdf:Alt></dc:rights>")
    metadata.write(xmp.encode())


def _with_more(xmp: str, more: str) -> str:
    """Return XMP with another element of Dublin Core, right behind the languages."""
    return xmp.replace("</dc:language>", f"</dc:language>{more}", 1)


def _speak(document: pikepdf.Pdf, words: list[str]) -> None:
    """Replace the language codes of marks by the words that are read aloud instead of the marks.

    The codes stand in the pages' content: only that of a paragraph that is nothing but a mark would
    stand in the structure, and there is none.
    """

    def spoken(found: re.Match[bytes]) -> bytes:
        first, second = (one - ord("a") for one in found[1])
        text = String(words[_LETTERS * first + second]).unparse()
        return b"/ActualText" + text

    for page in document.pages:
        content = page.Contents.read_bytes()
        said = _MARK.sub(spoken, content)
        if said != content:
            page.Contents.write(zlib.compress(said), filter=Name.FlateDecode)


def _enlarge(document: pikepdf.Pdf, scale: float) -> None:
    """Enlarge all pages, with the coordinates of links, outlines and tags."""
    for page in document.pages:
        page.contents_add(f"{scale:.6f} 0 0 {scale:.6f} 0 0 cm\n".encode(), prepend=True)
    for one in document.objects:
        if not isinstance(one, pikepdf.Stream):  # whose own places are enlarged with the page
            _enlarge_places(one, scale)


def _enlarge_places(one: Any, scale: float) -> None:  # noqa: ANN401 - pikepdf's own types
    """Enlarge all coordinates in an object and in the direct objects inside it."""
    if isinstance(one, Dictionary):
        for key in one.keys():  # noqa: SIM118 - a dictionary of a PDF
            if key in _PLACES:
                one[key] = Array(_enlarged(length, scale) for length in one[key])
        inside = list(one.values())
    elif isinstance(one, Array):
        inside = list(one)
        if len(inside) > 3 and inside[1] == Name.XYZ:
            one[2], one[3] = (_enlarged(length, scale) for length in inside[2:4])
    else:
        return
    for each in inside:
        if not getattr(each, "is_indirect", True):  # which numbers do not have
            _enlarge_places(each, scale)


def _enlarged(length: Any, scale: float) -> Decimal:  # noqa: ANN401 - a number of a PDF
    return Decimal(f"{float(length) * scale:.3f}")


def _tag(element: Any) -> str:  # noqa: ANN401 - pikepdf's own types
    """Return the tag of a structure element; '' for all other objects."""
    if isinstance(element, Dictionary) and element.get("/Type") == Name.StructElem:
        return str(element.S)
    return ""


def _listed(value: Any) -> Any:  # noqa: ANN401 - pikepdf's own types
    """Return the list that a PDF may write as its one member alone."""
    return value if isinstance(value, Array | list) else [value]


def _children(element: Any) -> Iterator[Any]:  # noqa: ANN401 - pikepdf's own types
    """Yield the structure elements in an element."""
    yield from filter(_tag, _listed(element.get("/K", [])))


def _without_labels(listed: Any) -> None:  # noqa: ANN401 - pikepdf's own types
    """Remove the empty labels of a list whose items have no marks."""
    labels = [
        (item, label)
        for item in _children(listed)
        for label in _children(item)
        if Name.Lbl == label.S and not len(label.get("/K", ()))
    ]
    for item, _ in labels:
        item.K = Array(one for one in _children(item) if Name.Lbl != one.S)
    if labels:
        listed.A = Dictionary(O=Name.List, ListNumbering=Name("/None"))


def _part(document: pikepdf.Pdf, editions: list[_Edition]) -> None:
    """Wrap each edition in a part of the document, with its language and title.

    An edition's title is the one heading of level 1, and as much stands before each of them.
    """
    whole = _listed(document.Root.StructTreeRoot.K)[0]
    children = list(whole.K)
    titles = [at for at, one in enumerate(children) if _tag(one) == "/H1"]
    starts = [at - titles[0] for at in titles]
    parts = Array()
    for edition, start, end in zip(editions, starts, [*starts[1:], None], strict=True):
        title = edition.title if isinstance(edition.title, str) else edition.title["text"]
        part = document.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Part,
                P=whole,
                Lang=_tag_of(edition.lang),
                T=title,
                K=Array(children[start:end]),
            )
        )
        for one in children[start:end]:
            one.P = part
        parts.append(part)
    whole.K = parts


class _Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of a table with its place and extent, in columns and rows."""

    element: Any
    part: str
    x: int
    y: int
    across: int
    down: int


def _without_empty_columns(cells: list[_Cell], ids: pikepdf.NameTree) -> list[_Cell]:
    """Remove columns that only keep rows together on a page; return the cells of the others."""
    filled = {cell.x for cell in cells if len(cell.element.get("/K", ()))}
    for cell in cells:
        if cell.x not in filled:
            row = cell.element.P
            row.K = Array(one for one in _children(row) if one.objgen != cell.element.objgen)
            if "/ID" in cell.element:
                del ids[str(cell.element.ID)]
    return [cell for cell in cells if cell.x in filled]


def _tie(cells: list[_Cell], ids: pikepdf.NameTree, prefix: str) -> None:
    """Refer every cell of a table to its heads; typst does so for the heads of columns alone.

    The first cell of each row is the head of the row, and a cell across the whole width the head of
    the rows that follow. Cells of the foot have no heads.
    """

    def head(cell: _Cell, scope: Name, heads: list[bytes]) -> list[bytes]:
        element = cell.element
        element.S = Name.TH
        attributes = _attributes(element)
        attributes.Scope = scope
        attributes.Headers = Array(map(String, heads))
        if "/ID" not in element:
            element.ID = String(f"{prefix}x{cell.x}y{cell.y}")
            ids[str(element.ID)] = element
        return [bytes(element.ID)]

    columns: dict[int, list[bytes]] = {}
    rows: dict[int, list[bytes]] = {}
    group: list[bytes] = []
    width = max((cell.x + cell.across for cell in cells), default=0)
    for cell in cells:
        over = range(cell.x, cell.x + cell.across)
        if cell.part == "/TFoot":
            _attributes(cell.element).Headers = Array()
            continue
        if cell.across == width > 1:
            group = head(cell, Name.Column, [])
            continue
        if cell.part == "/THead":
            for column in over:
                columns.setdefault(column, []).append(bytes(cell.element.ID))
            continue
        heads = [*dict.fromkeys(one for at in over for one in columns.get(at, [])), *group]
        if cell.x:
            heads += rows.get(cell.y, [])
            _attributes(cell.element).Headers = Array(map(String, heads))
        else:
            own = head(cell, Name.Row, heads)
            rows |= dict.fromkeys(range(cell.y, cell.y + cell.down), own)


def _cells(table: Any) -> Iterator[_Cell]:  # noqa: ANN401 - pikepdf's own types
    """Yield the cells of a table row by row."""
    taken: set[tuple[int, int]] = set()
    rows = [
        (row, str(part.S))
        for part in _children(table)
        for row in (_children(part) if str(part.S) in _TABLE_PARTS else [part])
    ]
    for y, (row, part) in enumerate(rows):
        x = 0
        for element in list(_children(row)):
            while (x, y) in taken:
                x += 1
            across = int(_attributes(element).get("/ColSpan", 1))
            down = int(_attributes(element).get("/RowSpan", 1))
            taken |= {(x + dx, y + dy) for dx in range(across) for dy in range(down)}
            yield _Cell(element=element, part=part, x=x, y=y, across=across, down=down)
            x += across


def _attributes(cell: Any) -> Any:  # noqa: ANN401 - pikepdf's own types
    """Return the attributes of a cell as a part of a table; empty ones are added if need be."""
    listed = _listed(cell.get("/A", []))
    for one in listed:
        if one.get("/O") == Name.Table:
            return one
    cell.A = Array([*listed, Dictionary(O=Name.Table)])
    return cell.A[-1]
