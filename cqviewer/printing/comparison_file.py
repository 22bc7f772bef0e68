"""The file of sheets side by side: a PDF, or a table with a row for each value."""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from cqviewer.model.comparing.side_by_side import Cell, ComparedRow, compare_figures, match_figures
from cqviewer.model.facts import Sheet
from cqviewer.model.text import Language
from cqviewer.model.wording.side_words import SideWording
from cqviewer.printing.export import HEADS, ExportTable, figure_rows, to_csv, to_xlsx
from cqviewer.printing.options import Paper
from cqviewer.printing.target_table import Cell as TableCell
from cqviewer.printing.typeset import set_pages
from cqviewer.printing.typst_input import comparison_input

SIDE_HEADS = ("sheet", "row", "rank", "compared", "obstacle", "reasons")
"""What stands before the columns of `HEADS`: `compared` counts the values that have a rank."""


def comparison_file(
    sheets: Sequence[Sheet], language: Language, suffix: str, paper: Paper = "a4"
) -> bytes:
    """Return the bytes of a .pdf, .csv or .xlsx of sheets side by side."""
    if suffix == ".pdf":
        return set_pages(comparison_input(sheets, language, paper))
    heads, rows = (*SIDE_HEADS, *HEADS), _rows(SideWording(sheets, language))
    return (
        to_csv(heads, rows)
        if suffix == ".csv"
        else to_xlsx({"Comparison": ExportTable(heads, rows)})
    )


def _rows(words: SideWording) -> list[list[TableCell]]:
    """Return a row for each value that a sheet has of a figure, row by row of the comparison."""
    compared = [compare_figures(one) for one in match_figures(words.sheets)]
    facts = [_facts(at, compared, words) for at in range(len(words.sheets))]
    return [
        [*_side_cells(row, at, cell, words), *facts[at][cell.figure.id]]
        for row in compared
        for at, cell in row.present
    ]


def _side_cells(row: ComparedRow, at: int, cell: Cell, words: SideWording) -> list[TableCell]:
    return [
        words.names[at],
        row.first.figure.id,
        Decimal(cell.rank) if cell.rank else None,
        Decimal(row.ranked) if row.ranked else None,
        cell.obstacle or "",
        " ".join(words.reasons(row)),
    ]


def _facts(at: int, rows: list[ComparedRow], words: SideWording) -> dict[str, list[TableCell]]:
    """Return the cells under `HEADS` of the values that one sheet has, by the figures' ids."""
    cells = [row.cells[at] for row in rows]
    shown = {
        cell.figure.id: msgspec.structs.replace(cell.figure, observations=(cell.observation,))
        for cell in cells
        if cell is not None
    }
    sheet = msgspec.structs.replace(
        words.sheets[at], indicators={**words.sheets[at].indicators, **shown}
    )
    return dict(zip(shown, figure_rows(list(shown), sheet, words.wordings[at]), strict=True))
