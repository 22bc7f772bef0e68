"""The sheets that the tests of printing print: the bundled one, the made-up one, and odd ones."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from cqviewer.load import load_sheet, read_sheet
from cqviewer.model.facts import Sheet
from cqviewer.paths import data_folder
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.typeset import make_pdf

BUNDLED = data_folder() / "chongqing-2024.yaml"
MADE_UP = Path(__file__).resolve().parent.parent / "data" / "harbour-town.yaml"
HOSTILE = (
    '$x$ $$ <b>bold</b> #let x {} [y] \\ "q" *s* _u_ `c` @r -- … \u05e9\u05dc\u05d5\u05dd'
    " \U0001f600\U0001f468\u200d\U0001f469 e\u0301 \u0e01\u0e33 \ue000 中文 中\u0301"
)
"""Text that is code or markup somewhere, or that no bundled font can set."""
_KINDS = (
    ("%", "growth", "2024-01/2024-11"),
    ("bn yuan", "level", "2024-Q2"),
    ("ports", "count", "not stated"),
    ("US$ million", "level", "2023"),
)


@functools.cache
def bundled() -> Sheet:
    """Load the bundled sheet."""
    return load_sheet(BUNDLED)


@functools.cache
def made_up() -> Sheet:
    """Load the made-up sheet."""
    return load_sheet(MADE_UP)


def sheet_of(
    figures: int,
    sections: int,
    *,
    name: str = "Indicator",
    text: str = "Plain words.",
    charts: bool = True,
    **top: object,
) -> Sheet:
    """Return a sheet of any size; every section has all that a section can have."""
    return read_sheet(_yaml_of(figures, sections, name, text, charts, top), "made-up.yaml")


def _yaml_of(
    figures: int, sections: int, name: str, text: str, charts: bool, top: dict[str, object]
) -> bytes:
    indicators: dict[str, Any] = {}
    for number in range(figures):
        unit, measure, period = _KINDS[number % 4]
        indicators[f"i{number}"] = {
            "name": f"{name} {number}",
            "unit": unit,
            "measure": measure,
            "period": period,
            "value": str(number * 1000 if number % 4 == 2 else round((number - 9) * 1.7, 1)),
            "source": f"report par. {number + 1}",
        }
    made = []
    for number in range(sections):
        ids = list(indicators)[number::sections]
        section: dict[str, Any] = {"id": f"s{number}", "title": name, "lead": text, "figures": ids}
        section["statements"] = [{"about": name, "text": text, "source": "report par. 3"}]
        section["plans"] = [{"name": name, "text": text, "source": "report"}]
        section["voices"] = [{"who": name, "office": text, "text": text}]
        section["open"] = [{"about": name, "text": text}]
        rates = [one for one in ids if indicators[one]["unit"] == "%"]
        if charts and rates:
            section["charts"] = [{"kind": "bars", "of": rates, "title": name, "note": text}]
        made.append(section)
    sheet = {
        "cqviewer": 1,
        "title": name,
        "place": "Nowhere",
        "date": "2024-12-31",
        "year": 2024,
        "sources": {
            "report": {"title": name, "publisher": name, "url": "https://example.org/?a=b"}
        },
        "indicators": indicators,
        "sections": made,
        "terms": [{"term": name, "meaning": text}],
        **top,
    }
    return yaml.safe_dump(sheet, allow_unicode=True, sort_keys=False).encode()


def long_charts(bars: int = 70, rows: int = 9, goals: int = 40) -> Sheet:
    """Return a sheet whose charts are too tall for a page, each kind that can be."""
    plain = {"source": "report par. 1", "period": 2024}
    years = [{"period": year, "value": year - 2000} for year in range(2018, 2025)]
    figures: dict[str, Any] = {
        **{
            f"rate{at}": {"unit": "%", "measure": "growth", "value": (bars - at) * 1.5 - 9, **plain}
            | {"period": 2023 if at % 7 == 3 else 2024}
            for at in range(bars)
        },
        **{
            f"count{at}": {"unit": "ports", "measure": "count", "value": 9 * at + 1, **plain}
            for at in range(2 * rows)
        },
        **{
            f"series{at}": {
                "unit": "bn yuan",
                "measure": "level",
                "observations": years,
                "source": "report par. 1",
            }
            for at in range(rows)
        },
        "squares": {"unit": "jobs", "measure": "count", "value": 5000, **plain},
    }
    of = {
        kind: [one for one in figures if one.startswith(kind)]
        for kind in ("rate", "count", "series", "squares")
    }
    charts = [
        {"kind": "bars", "of": of["rate"], "title": "All rates"},
        {"kind": "units", "of": of["count"], "per": 1, "title": "All counts"},
        {"kind": "columns", "of": of["series"], "title": "All series"},
        {"kind": "units", "of": of["squares"], "per": 1, "title": "All squares"},
        {"kind": "goals", "title": "All goals"},
        {"kind": "bars", "of": of["rate"], "title": "Left rates", "width": "half"},
        {"kind": "bars", "of": of["rate"][:3], "title": "Right rates", "width": "half"},
    ]
    named = [
        {"id": f"goal{at}", "name": f"Goal number {at}", "figures": [f"rate{at}"] if at % 3 else []}
        for at in range(goals)
    ]
    sheet = {
        "cqviewer": 1,
        "title": "Long charts",
        "place": "Nowhere",
        "date": "2024-12-31",
        "year": 2024,
        "sources": {"report": {"title": "The report"}},
        "indicators": {key: {"name": f"Figure {key}", **one} for key, one in figures.items()},
        "goals": {
            "announced": goals + 2,
            "year": 2025,
            "source": "report par. 1",
            "named": named,
        },
        "sections": [{"id": "all", "title": "All", "lead": "All of it.", "charts": charts}],
    }
    return read_sheet(yaml.safe_dump(sheet, sort_keys=False).encode(), "long.yaml")


@functools.cache
def printed(sheet: str, **options: Any) -> bytes:  # noqa: ANN401 - whatever PrintOptions takes
    """Return the PDF of one of the sheets by name, printed once for all tests."""
    sheets: dict[str, Callable[[], Sheet]] = {"bundled": bundled, "made-up": made_up, **ODD}
    return make_pdf(sheets[sheet](), PrintOptions(**options))


ODD: dict[str, Callable[[], Sheet]] = {
    "one figure": lambda: sheet_of(1, 1, charts=False),
    "long charts": long_charts,
    "200 figures": lambda: sheet_of(200, 12),
    "no chart": lambda: sheet_of(20, 3, charts=False),
    "long names": lambda: sheet_of(8, 2, name="A name that goes on and on, " * 7),
    "long words": lambda: sheet_of(8, 1, name="W" * 300, text="w" * 5000),
    "hostile": lambda: sheet_of(8, 2, name=HOSTILE, text=3 * HOSTILE),
    "marks": lambda: sheet_of(8, 2, name="m̄x ǹ Йо́шкар J̌ office", text="Ọ̀yọ́, Ẹ̀kìtì."),
    "Devanagari": lambda: sheet_of(8, 2, name="क्षत्रिय नियुक्ति", text="हिन्दी शिक्षा।"),
    "Chinese": lambda: sheet_of(
        12, 3, name="指标增长情况", text="来源未注明时期。" * 12, languages=["zh"]
    ),
}
