"""A sheet's facts for other programs: CSV and XLSX tables, and JSON."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from cqviewer.charts.glyphs import plain
from cqviewer.model.contents import Row, rows_of
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.text import Language
from cqviewer.model.wording import Wording

ExportFormat = Literal["csv", "xlsx", "json"]
Cell = str | Decimal | None
HEADS = (
    *("section", "id", "name", "value", "unit", "measure", "prices"),
    *("period", "period_start", "period_end", "status", "working", "assumption"),
    *("source", "place", "url", "note"),
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def export_sheet(sheet: Sheet, form: ExportFormat, language: Language) -> bytes:
    """Write a whole sheet as a table of its figures (CSV), as tables (XLSX), or as JSON."""
    if form == "json":
        return _json(sheet)
    wording = Wording(language)
    if form == "csv":
        return to_csv(HEADS, figure_rows(list(sheet.indicators), sheet, wording))
    return to_xlsx(_tables(sheet, wording))


def figure_rows(ids: list[str], sheet: Sheet, wording: Wording) -> list[list[Cell]]:
    """Give the rows of some figures under `HEADS`, one for each observation."""
    sections: dict[str, str] = {}
    for section in sheet.sections:
        for card in section.figures:
            sections.setdefault(card.indicator, wording.text(section.title))
        for chart in section.charts:
            for one in chart.figures:
                sections.setdefault(one, wording.text(section.title))
    return [
        _figure_row(row, sections.get(row.fact.id, ""), sheet, wording)
        for row in rows_of(ids, sheet)
        if isinstance(row.fact, Indicator)
    ]


def _figure_row(row: Row, section: str, sheet: Sheet, wording: Wording) -> list[Cell]:
    figure, observation = row.fact, row.observation
    if not isinstance(figure, Indicator) or observation is None:
        raise TypeError("a goal has no row among the figures")
    period, citation = observation.period, observation.citation
    source = sheet.sources[citation.source] if citation else None
    return [
        section,
        figure.id,
        wording.name(figure),
        observation.value,
        wording.written_unit(figure.unit),
        figure.measure,
        figure.prices or "",
        wording.period(period) if period.is_stated else "not stated",
        period.start.isoformat() if period.start else "",
        period.end.isoformat() if period.end else "",
        observation.status,
        wording.working(figure, sheet),
        wording.assumption(figure),
        wording.text(source.title) if source else "",
        wording.place_in_source(citation) if citation else "",
        (source.url or "") if source else "",
        wording.text(figure.note),
    ]


def to_csv(heads: Sequence[str], rows: list[list[Cell]]) -> bytes:
    """Write a table as CSV that spreadsheets open right: UTF-8 with its mark, no live formulas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> str:
    """Write a cell; a text that a spreadsheet would take for a formula gets an apostrophe."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def to_xlsx(tables: dict[str, tuple[Sequence[str], list[list[Cell]]]]) -> bytes:
    """Write named tables as a workbook: numbers as numbers, all text as text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    for name, (heads, rows) in tables.items():
        page = book.create_sheet(name)
        page.freeze_panes = "A2"
        cells = [WriteOnlyCell(page, head) for head in heads]
        for cell in cells:
            cell.font = Font(bold=True)
        page.append(cells)
        for row in rows:
            shown = []
            for value in row:
                cell = WriteOnlyCell(page, _spreadsheet_value(value))
                if isinstance(value, str):
                    cell.data_type = "s"
                shown.append(cell)
            page.append(shown)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _spreadsheet_value(value: Cell) -> str | float | None:
    """Give a number, or a text without the control characters that a workbook cannot hold."""
    return plain(value) if isinstance(value, str) else None if value is None else float(value)


def _tables(sheet: Sheet, wording: Wording) -> dict[str, tuple[Sequence[str], list[list[Cell]]]]:
    """Give the workbook's tables: figures, what is said and planned, goals, sources."""
    sources: list[list[Cell]] = [
        [
            one.id,
            wording.text(one.title),
            wording.text(one.publisher),
            one.date.isoformat() if one.date else "",
            one.published.isoformat() if one.published else "",
            one.url or "",
        ]
        for one in sheet.sources.values()
    ]
    goals: list[list[Cell]] = [
        [goal.id, wording.text(goal.name), " ".join(goal.figures), goal.link]
        for goal in (sheet.goals.named if sheet.goals else ())
    ]
    return {
        "Figures": (HEADS, figure_rows(list(sheet.indicators), sheet, wording)),
        "Statements": (
            ("section", "kind", "name", "office", "text", "source", "place"),
            _said_rows(sheet, wording),
        ),
        "Goals": (("id", "name", "figures", "links made by"), goals),
        "Sources": (("id", "title", "publisher", "date", "published", "url"), sources),
    }


def _said_rows(sheet: Sheet, wording: Wording) -> list[list[Cell]]:
    """Give a row for each statement, plan, voice and open question."""
    rows: list[list[Cell]] = []
    for section in sheet.sections:
        title = wording.text(section.title)
        said = [
            *(("statement", one.about, None, one.text, one.citation) for one in section.statements),
            *(("plan", one.name, None, one.text, one.citation) for one in section.plans),
            *(("voice", one.who, one.office, one.text, one.citation) for one in section.voices),
            *(("open question", one.about, None, one.text, None) for one in section.open),
        ]
        for kind, name, office, text, citation in said:
            source = wording.text(sheet.sources[citation.source].title) if citation else ""
            place = wording.place_in_source(citation) if citation else ""
            texts = (wording.text(one) for one in (name, office, text))
            rows.append([title, kind, *texts, source, place])
    return rows


def _json(sheet: Sheet) -> bytes:
    """Write all facts as JSON: texts in every language they have, values as numbers as written."""
    facts = msgspec.to_builtins(sheet, builtin_types=(Decimal,), enc_hook=str)
    facts.pop("yaml")
    facts.pop("file_name")
    return (
        msgspec.json.format(msgspec.json.Encoder(decimal_format="number").encode(facts), indent=2)
        + b"\n"
    )
