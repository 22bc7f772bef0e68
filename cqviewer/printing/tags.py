"""The tags of the pages, mended where typst writes what no reader should meet.

The template keeps rows of a table together by cells without width in a last column (`kept-rows`).
They have no content, and are no cells of the table for who reads it.
"""

import io
from collections.abc import Iterator
from typing import Any

Node = Any
"""An element of the structure tree, of pikepdf's own type, or what stands below one."""


def without_empty_cells(pdf: bytes) -> bytes:
    """Return a PDF with no empty cell in its tables; the same bytes for the same PDF."""
    import pikepdf

    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        tree = document.Root.StructTreeRoot
        for row in _rows(tree.K):
            cells = [(cell, len(cell.get("/K", [])) == 0) for cell in row.K]
            for cell, is_empty in cells:
                if is_empty and "/ID" in cell:
                    del pikepdf.NameTree(tree.IDTree)[str(cell.ID)]
            row.K = pikepdf.Array([cell for cell, is_empty in cells if not is_empty])
        document.save(file, deterministic_id=True)
    return file.getvalue()


def _rows(node: Node) -> Iterator[Node]:
    """Yield the rows of all tables below an element."""
    import pikepdf

    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _rows(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        if node.S == "/TR":
            yield node
        elif "/K" in node:
            yield from _rows(node.K)
