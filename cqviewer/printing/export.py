"""A sheet's facts for other programs: CSV and XLSX tables, and JSON."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from cqviewer.charts.contents import Row, rows_of
from cqviewer.charts.glyphs import plain
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.spreadsheet import inert
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording

ExportFormat = Literal["csv", "xlsx", "json"]
Cell = str | Decimal | None
HEADS = (
    *("section", "id", "name", "value", "unit", "measure", "prices"),
    *("period", "period_start", "period_end", "status", "working", "assumption"),
    *("source", "place", "url", "note"),
)
_EXACT_DIGITS = 15  # that the number of a spreadsheet, a double, keeps


class CsvStyle(msgspec.Struct, frozen=True):
    """How CSV is written: what stands between cells, and the decimal mark."""

    delimiter: str = ","
    decimal: str = "."


def export_sheet(
    sheet: Sheet, form: ExportFormat, language: Language, style: CsvStyle | None = None
) -> bytes:
    """Return a whole sheet as a table of its figures (CSV), as tables (XLSX), or as JSON."""
    if form == "json":
        return _json(sheet)
    wording = Wording(language)
    if form == "csv":
        return to_csv(HEADS, figure_rows(list(sheet.indicators), sheet, wording), style)
    return to_xlsx(_tables(sheet, wording))


def figure_rows(ids: list[str], sheet: Sheet, wording: Wording) -> list[list[Cell]]:
    """Return the rows of some figures under `HEADS`, one for each observation."""
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


def to_csv(heads: Sequence[str], rows: list[list[Cell]], style: CsvStyle | None = None) -> bytes:
    """Return a table as CSV that spreadsheets open right: UTF-8 with its mark, no live formulas."""
    style = style or CsvStyle()
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=style.delimiter)
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_csv_cell(cell, style) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell, style: CsvStyle) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", style.decimal)
    return inert(cell or "")


def to_xlsx(tables: dict[str, tuple[Sequence[str], list[list[Cell]]]]) -> bytes:
    """Return named tables as a workbook: numbers as numbers, all text as text."""
    import openpyxl.styles  # a quarter second, which CSV and JSON need not take

    book = openpyxl.Workbook(write_only=True)
    for name, (heads, rows) in tables.items():
        page = book.create_sheet(name)
        page.freeze_panes = "A2"
        cells = [openpyxl.cell.WriteOnlyCell(page, head) for head in heads]
        for cell in cells:
            cell.font = openpyxl.styles.Font(bold=True)
        page.append(cells)
        for row in rows:
            shown = []
            for value in row:
                written = _spreadsheet_value(value)
                cell = openpyxl.cell.WriteOnlyCell(page, written)
                if isinstance(written, str):
                    cell.data_type = "s"
                elif isinstance(value, Decimal):
                    cell.number_format = _number_format(value)
                shown.append(cell)
            page.append(shown)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _spreadsheet_value(value: Cell) -> str | float | None:
    """Return a number, or a text without the control characters that a workbook cannot hold.

    A number of more digits than a workbook keeps is a text, so that none of them is lost.
    """
    if isinstance(value, Decimal):
        digits = "".join(map(str, value.as_tuple().digits)).strip("0")
        return float(value) if len(digits) <= _EXACT_DIGITS else f"{value:f}"
    return plain(value) if value else value


def _number_format(value: Decimal) -> str:
    """Return the format that shows a number with the decimals that the source wrote."""
    decimals = len(f"{value:f}".partition(".")[2])
    return f"0.{'0' * decimals}" if decimals else "0"


def _tables(sheet: Sheet, wording: Wording) -> dict[str, tuple[Sequence[str], list[list[Cell]]]]:
    """Return the workbook's tables: figures, what is said and planned, goals, sources."""
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
    """Return a row for each statement, plan, voice and open question."""
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
    """Return all facts as JSON: texts in every language they have, values as numbers as written."""
    facts = msgspec.to_builtins(sheet, builtin_types=(Decimal,), enc_hook=str)
    facts.pop("yaml")
    facts.pop("file_name")
    return (
        msgspec.json.format(msgspec.json.Encoder(decimal_format="number").encode(facts), indent=2)
        + b"\n"
    )
