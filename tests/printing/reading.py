"""Reads a PDF as its readers do: its text, its tags, its bookmarks."""

import io
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pikepdf

_CHARACTER = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


class Element(msgspec.Struct, frozen=True):
    """An element of the structure tree: its tag, depth and what is said about it."""

    tag: str
    depth: int
    alt: str
    lang: str
    title: str
    scope: str


def text_of(pdf: bytes) -> str:
    """Return all text of all pages as the fonts' own tables read it, without any white space."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        text = "".join(run for page in document.pages for run in _runs(page, page.Resources))
    return squeezed(text)


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page, without white space."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [squeezed("".join(_runs(page, page.Resources))) for page in document.pages]


def squeezed(text: str) -> str:
    """Return a text without any white space."""
    return re.sub("[\\s\u00a0\u202f]", "", text)


def _runs(content: Any, resources: Any) -> Iterator[str]:  # noqa: ANN401 - pikepdf's own types
    """Yield the text of a page or a form, run by run."""
    table: dict[bytes, str] = {}
    for one in pikepdf.parse_content_stream(content):
        name, operands = str(one.operator), one.operands
        if name == "Tf":
            table = _table(resources.Font[str(operands[0])])
        elif name == "Tj":
            yield _read(bytes(operands[0]), table)
        elif name == "TJ":
            yield "".join(_read(bytes(one), table) for one in operands[0] if _is_text(one))
        elif name == "Do":
            form = resources.XObject[str(operands[0])]
            if form.get("/Subtype") == "/Form":
                yield from _runs(form, form.get("/Resources", resources))


def origins_of(pdf: bytes) -> list[list[tuple[float, float]]]:
    """Return for each page where its runs of text begin: points from the left bottom."""
    return [[(x, y) for x, y, _ in page] for page in runs_of(pdf)]


def runs_of(pdf: bytes) -> list[list[tuple[float, float, str]]]:
    """Return the runs of text of each page, and where they begin: points from the left bottom."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [list(_placed_runs(page)) for page in document.pages]


def _placed_runs(page: Any) -> Iterator[tuple[float, float, str]]:  # noqa: ANN401 - pikepdf's own types
    table: dict[bytes, str] = {}
    for name, operands, text, _ in _operators(page, pikepdf.Matrix()):
        if name == "Tf":
            table = _table(page.Resources.Font[str(operands[0])])
        elif name in {"Tj", "TJ"}:
            parts = [operands[0]] if name == "Tj" else operands[0]
            yield text.e, text.f, "".join(_read(bytes(o), table) for o in parts if _is_text(o))


def _operators(
    content: Any,  # noqa: ANN401 - pikepdf's own types
    matrix: pikepdf.Matrix,
) -> Iterator[tuple[str, Any, pikepdf.Matrix, pikepdf.Matrix]]:
    """Yield each operator of a content stream with its operands, and the matrices that hold then.

    The first places text on the page, and the second all else; it begins as the one given.
    """
    kept: list[pikepdf.Matrix] = []
    text = pikepdf.Matrix()
    for one in pikepdf.parse_content_stream(content):
        name, operands = str(one.operator), one.operands
        if name == "q":
            kept.append(matrix)
        elif name == "Q":
            matrix = kept.pop()
        elif name in {"cm", "Tm"}:
            change = pikepdf.Matrix(*(float(str(number)) for number in operands))
            text, matrix = (change, matrix) if name == "Tm" else (text, change @ matrix)
        yield name, operands, text @ matrix, matrix


def sizes_of(pdf: bytes) -> set[float]:
    """Return the sizes of all text on the pages, in charts as well, in points to one decimal."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            round(size, 1)
            for page in document.pages
            for size in _sizes(page, page.Resources, pikepdf.Matrix())
        }


def _sizes(content: Any, resources: Any, matrix: pikepdf.Matrix) -> Iterator[float]:  # noqa: ANN401
    size = 0.0
    for name, operands, text, drawn in _operators(content, matrix):
        if name == "Tf":
            size = float(str(operands[1]))
        elif name in {"Tj", "TJ"}:
            yield abs(text.d) * size
        elif name == "Do":
            form = resources.XObject[str(operands[0])]
            if form.get("/Subtype") == "/Form":
                placed = pikepdf.Matrix(form.get("/Matrix", [1, 0, 0, 1, 0, 0])) @ drawn
                yield from _sizes(form, form.get("/Resources", resources), placed)


def _is_text(one: object) -> bool:
    return isinstance(one, pikepdf.String)


def _table(font: Any) -> dict[bytes, str]:  # noqa: ANN401 - pikepdf's own types
    pairs = _CHARACTER.findall(font.ToUnicode.read_bytes())
    return {
        bytes.fromhex(a.decode()): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in pairs
    }


def _read(codes: bytes, table: dict[bytes, str]) -> str:
    return "".join(table[codes[at : at + 2]] for at in range(0, len(codes), 2))


def elements(pdf: bytes) -> list[Element]:
    """Return the elements of the structure tree in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return list(_walk(document.Root.StructTreeRoot.K, 0))


def _walk(node: Any, depth: int) -> Iterator[Element]:  # noqa: ANN401 - pikepdf's own types
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _walk(one, depth)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        given = {key: str(node.get(f"/{key}", "")) for key in ("Alt", "Lang", "T")}
        yield Element(str(node.S)[1:], depth, given["Alt"], given["Lang"], given["T"], _scope(node))
        yield from _walk(node.get("/K"), depth + 1)


def _scope(node: Any) -> str:  # noqa: ANN401 - pikepdf's own types
    attributes = node.get("/A", [])
    listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return next((str(one.Scope)[1:] for one in listed if "/Scope" in one), "")


def bookmarks(pdf: bytes) -> dict[str, list[str]]:
    """Return the bookmarks below the title: sections, each with its charts or tables."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        return {
            str(part.title): [str(one.title) for one in part.children]
            for top in outline.root
            for part in top.children
        }


def links(pdf: bytes) -> set[str]:
    """Return the addresses that the pages link to."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            str(note.A.URI)
            for page in document.pages
            for note in page.get("/Annots", [])
            if note.get("/Subtype") == "/Link"
        }


_BLOCKS = ("H1", "H2", "H3", "P", "Figure", "Lbl")


class Cell(msgspec.Struct, frozen=True):
    """A cell of a table: its text, and the texts of the heads that it is tied to."""

    text: str
    scope: str
    heads: tuple[str, ...]


def read_aloud(pdf: bytes) -> list[str]:
    """Return what a screen reader says, block by block; no gap is read as a space."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return list(_blocks(document.Root.StructTreeRoot.K, _marked(document), None))


def _blocks(node: Any, marked: dict[tuple[Any, int], str], page: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _blocks(one, marked, page)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        page = node.Pg.objgen if "/Pg" in node else page
        if str(node.S)[1:] in _BLOCKS:
            yield str(node.get("/Alt", "")) or _spoken(node, marked, page)
        else:
            yield from _blocks(node.get("/K"), marked, page)


def cells_of(pdf: bytes) -> list[list[Cell]]:
    """Return the cells of each table, with the texts of their heads."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        marked, tree = _marked(document), document.Root.StructTreeRoot
        ids = pikepdf.NameTree(tree.IDTree)
        return [
            [
                Cell(
                    _spoken(one, marked, None),
                    _scope(one),
                    tuple(_spoken(ids[head], marked, None) for head in _head_ids(one)),
                )
                for one in _tagged(table, "/TH", "/TD")
            ]
            for table in _tagged(tree, "/Table")
        ]


def _head_ids(cell: Any) -> list[str]:  # noqa: ANN401 - pikepdf's own types
    return [str(head) for one in cell.get("/A", []) for head in one.get("/Headers", [])]


def _tagged(node: Any, *tags: str) -> Iterator[Any]:  # noqa: ANN401 - pikepdf's own types
    """Yield the elements below another one that have one of some tags."""
    inside = node.get("/K", [])
    for one in inside if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            if str(one.S) in tags:
                yield one
            yield from _tagged(one, *tags)


def _spoken(node: Any, marked: dict[tuple[Any, int], str], page: Any) -> str:  # noqa: ANN401
    """Return the text in an element."""
    if isinstance(node, int):
        return marked[page, node]
    if isinstance(node, pikepdf.Array):
        return "".join(_spoken(one, marked, page) for one in node)
    page = node.Pg.objgen if "/Pg" in node else page
    if node.get("/Type") == "/MCR":
        return marked[page, int(node.MCID)]
    return _spoken(node.K, marked, page) if "/K" in node else ""


def _marked(document: pikepdf.Pdf) -> dict[tuple[Any, int], str]:
    """Return the text of all marked content, by page and number, or what is read instead."""
    texts: dict[tuple[Any, int], str] = {}
    for page in document.pages:
        table: dict[bytes, str] = {}
        kept: list[int | None] = []
        for one in pikepdf.parse_content_stream(page):
            name, operands = str(one.operator), one.operands
            if name in {"BDC", "BMC"}:
                marks: Any = operands[1] if name == "BDC" else {}
                number = int(marks["/MCID"]) if "/MCID" in marks else None
                if number is not None and "/ActualText" in marks:
                    texts[page.objgen, number] = str(marks["/ActualText"])
                    number = None
                kept.append(number)
            elif name == "EMC":
                kept.pop()
            elif name == "Tf":
                table = _table(page.Resources.Font[str(operands[0])])
            elif name in {"Tj", "TJ"} and kept and kept[-1] is not None:
                runs = operands[0] if name == "TJ" else operands
                text = "".join(_read(bytes(run), table) for run in runs if _is_text(run))
                key = (page.objgen, kept[-1])
                texts[key] = texts.get(key, "") + text
    return texts


def lines_of(pdf: bytes) -> list[str]:
    """Return the lines of all pages: runs of text of one height."""
    lines: dict[tuple[int, float], list[tuple[float, str]]] = {}
    for number, runs in enumerate(runs_of(pdf)):
        for x, y, text in runs:
            lines.setdefault((number, round(y, 1)), []).append((x, text))
    return ["".join(text for _, text in sorted(runs)) for runs in lines.values()]


def texts_of(pdf: bytes, tag: str) -> list[str]:
    """Return the text of each element that has a tag."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        marked = _marked(document)
        return [_spoken(one, marked, None) for one in _tagged(document.Root.StructTreeRoot, tag)]


def rows_by_page(pdf: bytes) -> list[dict[int, int]]:
    """Return, for each table, how many rows below its head stand on which page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers = {page.objgen: at for at, page in enumerate(document.pages)}
        tables: list[dict[int, int]] = []
        for body in _found(document.Root.StructTreeRoot.K, "/TBody"):
            counts: dict[int, int] = {}
            for row in _found(body.K, "/TR"):
                first = next(one for one in _below(row) if "/Pg" in one)
                number = numbers[first.Pg.objgen]
                counts[number] = counts.get(number, 0) + 1
            tables.append(counts)
        return tables


def _below(node: Any) -> Iterator[Any]:  # noqa: ANN401 - pikepdf's own types
    """Yield an element and all below it."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _below(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from _below(node.get("/K"))


def _found(node: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401 - pikepdf's own types
    return (one for one in _below(node) if str(one.S) == tag)
