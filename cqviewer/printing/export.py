"""A sheet's facts for other programs: CSV and XLSX tables, and JSON of the same content."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from cqviewer.charts.contents import section_facts
from cqviewer.charts.glyphs import plain
from cqviewer.model.choices import Mark, Missing
from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.judging.verdict import target_of, verdict_of
from cqviewer.model.spreadsheet import inert
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.options import CsvStyle, ExportFormat
from cqviewer.printing.target_table import (
    TARGET_HEADS,
    Cell,
    iso_date,
    target_rows,
    verdict_origin,
)

FIGURE_HEADS = (
    *("section", "id", "name", "breakdown", "item", "second_item"),
    *("unit", "measure", "prices", "working", "assumption", "interval", "note"),
)
"""The columns about a figure as a whole: once in JSON, and repeated in each row of tables."""
OBSERVATION_HEADS = (
    *("period", "period_start", "period_end", "value", "bound", "bound_value"),
    *("status", "marks", "obs_status", "missing", "low", "high", "was", "release"),
    *("target", "difference", "verdict", "verdict_origin"),
    "observation_note",
    *("source", "place", "url"),
)
HEADS = (*FIGURE_HEADS, *OBSERVATION_HEADS)
_CODES: dict[Mark | Missing, str] = {
    "provisional": "P",
    "estimated": "E",
    "forecast": "F",
    "imputed": "I",
    "break": "B",
    "low_reliability": "U",
    "definition_differs": "D",
    "suppressed": "Q",
    "not_collected": "L",
    "not_applicable": "M",
    "not_found": "O",
}
"""SDMX's code list CL_OBS_STATUS, version 2.2, which has no code for a revision."""
_NORMAL, _NO_VALUE = "A", "O"
_TIMES = re.compile(rb"<dcterms:(created|modified) .*?</dcterms:\1>")
_EXACT_DIGITS = 15  # that the number of a spreadsheet, a double, keeps


class ExportTable(msgspec.Struct, frozen=True):
    """A table: what stands over its columns, and its rows."""

    heads: Sequence[str]
    rows: list[list[Cell]]


def export_sheet(
    sheet: Sheet, form: ExportFormat, language: Language, style: CsvStyle | None = None
) -> bytes:
    """Return a whole sheet as a table of its observations (CSV), as tables (XLSX), or as JSON."""
    wording = Wording.of(sheet, language)
    if form == "csv":
        return to_csv(HEADS, figure_rows(list(sheet.indicators), sheet, wording), style)
    return _json(sheet, wording) if form == "json" else to_xlsx(_tables(sheet, wording))


def figure_rows(ids: list[str], sheet: Sheet, wording: Wording) -> list[list[Cell]]:
    """Return the rows of some figures under `HEADS`, one for each observation; none of goals."""
    return [
        [*figure, *observation]
        for figure, observations in _figures(ids, sheet, wording)
        for observation in observations
    ]


def _figures(
    ids: list[str], sheet: Sheet, wording: Wording
) -> list[tuple[list[Cell], list[list[Cell]]]]:
    """Return the cells of figures under `FIGURE_HEADS`, each with those of its observations."""
    sections: dict[str, str] = {}
    for section in sheet.sections:
        for one in section_facts(section, sheet):
            sections.setdefault(one, wording.text(section.title))
    return [
        (
            _figure_cells(figure, sections.get(figure.id, ""), sheet, wording),
            [_observation_cells(figure, one, sheet, wording) for one in figure.observations],
        )
        for figure in (sheet.indicators[one] for one in ids if one in sheet.indicators)
    ]


def _figure_cells(figure: Indicator, section: str, sheet: Sheet, wording: Wording) -> list[Cell]:
    items = (wording.text(item.name) for _, item in sheet.items_of(figure))
    return [
        section,
        figure.id,
        wording.name(figure),
        figure.breakdown or "",
        *(*items, "", "")[:2],
        wording.written_unit(figure.unit),
        figure.measure,
        figure.prices or "",
        wording.working(figure, sheet),
        wording.assumption(figure),
        wording.text(figure.interval),
        wording.text(figure.note),
    ]


def _observation_cells(
    figure: Indicator, one: Observation, sheet: Sheet, wording: Wording
) -> list[Cell]:
    period, citation = one.period, one.citation
    source = sheet.sources[citation.source] if citation else None
    return [
        wording.period(period) if period.is_stated else "not stated",
        iso_date(period.start),
        iso_date(period.end),
        one.value,
        one.bound.kind if one.bound else "",
        one.bound.value if one.bound else None,
        one.status,
        " ".join(one.marks),
        _code(one),
        one.missing or "",
        one.low,
        one.high,
        one.was,
        "first" if one.is_first_release else "",
        *_judged_cells(figure, one, wording),
        wording.text(one.note),
        wording.text(source.title) if source else "",
        wording.place_in_source(citation) if citation else "",
        (source.url or "") if source else "",
    ]


def _judged_cells(figure: Indicator, one: Observation, wording: Wording) -> list[Cell]:
    """Return the target of an observation's period, the difference, the verdict and whose it is."""
    target = target_of(figure, one.period)
    if target is None:
        return ["", None, "", ""]
    verdict = verdict_of(figure, target)
    aim, told = wording.target(figure, target), wording.verdict_told(figure, verdict)
    return [aim, verdict.difference, told, verdict_origin(verdict)]


def _code(one: Observation) -> str:
    """Return SDMX's code of an observation's status: that of its first mark that has one.

    Without a value but with a bound it is '', since no code says that only a bound is known.
    """
    reasons = (one.missing,) if one.missing else one.marks
    if found := next((_CODES[mark] for mark in reasons if mark in _CODES), None):
        return found
    if one.bound:
        return ""
    return _NO_VALUE if one.value is None else _NORMAL


def to_csv(heads: Sequence[str], rows: list[list[Cell]], style: CsvStyle | None = None) -> bytes:
    """Return a table as CSV for spreadsheets: in UTF-8 with a byte order mark, without formulas."""
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


def to_xlsx(tables: dict[str, ExportTable]) -> bytes:
    """Return named tables as a workbook: numbers as numbers, all text as text."""
    import openpyxl.styles  # a quarter second, which CSV and JSON need not take

    book = openpyxl.Workbook(write_only=True)
    for name, table in tables.items():
        page = book.create_sheet(name)
        page.freeze_panes = "A2"
        cells = [openpyxl.cell.WriteOnlyCell(page, head) for head in table.heads]
        for cell in cells:
            cell.font = openpyxl.styles.Font(bold=True)
        page.append(cells)
        for row in table.rows:
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
    return _undated(file)


def _undated(book: io.BytesIO) -> bytes:
    """Return a workbook without the time when it was made, so that the same has the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(book) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as kept:
        for one in parts.namelist():
            data = parts.read(one)
            if one == "docProps/core.xml":
                data = _TIMES.sub(b"", data)
            kept.writestr(zipfile.ZipInfo(one), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


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


def _tables(sheet: Sheet, wording: Wording) -> dict[str, ExportTable]:
    """Return the workbook's tables: figures, what is said and planned, goals, sources."""
    sources: list[list[Cell]] = [
        [
            one.id,
            wording.text(one.title),
            wording.text(one.publisher),
            iso_date(one.date),
            iso_date(one.published),
            one.url or "",
        ]
        for one in sheet.sources.values()
    ]
    goals: list[list[Cell]] = [
        [goal.id, wording.text(goal.name), " ".join(goal.figures), goal.link]
        for goal in sheet.named_goals
    ]
    said = ("section", "kind", "name", "office", "text", "source", "place")
    return {
        "Figures": ExportTable(HEADS, figure_rows(list(sheet.indicators), sheet, wording)),
        "Targets": ExportTable(TARGET_HEADS, target_rows(sheet, wording)),
        "Statements": ExportTable(said, _said_rows(sheet, wording)),
        "Goals": ExportTable(("id", "name", "figures", "links_made_by"), goals),
        "Sources": ExportTable(("id", "title", "publisher", "date", "published", "url"), sources),
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


def _json(sheet: Sheet, wording: Wording) -> bytes:
    """Return the workbook's tables as lists of objects, each figure one with its observations.

    The names are those of the tables' heads, numbers are written as the source wrote them, and
    what a table leaves empty is null.
    """
    tables = {name.lower(): _objects(table) for name, table in _tables(sheet, wording).items()}
    tables["figures"] = [
        _object(FIGURE_HEADS, figure)
        | {"observations": _objects(ExportTable(OBSERVATION_HEADS, observations))}
        for figure, observations in _figures(list(sheet.indicators), sheet, wording)
    ]
    about = {"title": wording.text(sheet.title), "place": wording.text(sheet.place)}
    facts = {**about, "date": sheet.date, "language": wording.language, **tables}
    encoded = msgspec.json.Encoder(decimal_format="number").encode(facts)
    return msgspec.json.format(encoded, indent=2) + b"\n"


def _objects(table: ExportTable) -> list[dict[str, object]]:
    return [_object(table.heads, row) for row in table.rows]


def _object(heads: Sequence[str], row: list[Cell]) -> dict[str, object]:
    return {head: None if cell == "" else cell for head, cell in zip(heads, row, strict=True)}
