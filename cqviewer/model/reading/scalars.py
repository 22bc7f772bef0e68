"""The scalars of a fact sheet as they are written: texts, ids, numbers, periods, citations."""

from typing import Annotated

from msgspec import Meta

from cqviewer.model import citation
from cqviewer.model.numbers import amount, formula, period
from cqviewer.model.text import TAG_PATTERN

LONGEST_TEXT = 5000
"""Characters that one text may have."""

ID_PATTERN = "^[a-z][a-z0-9_]*$"
Id = Annotated[
    str,
    Meta(
        pattern=ID_PATTERN,
        max_length=60,
        title="id",
        description="A short name of small Latin letters, digits and _, to refer by.",
    ),
]
# No pattern here: msgspec 0.22 writes past its own memory for one in a union with a dict.
Line = Annotated[str, Meta(min_length=1, max_length=LONGEST_TEXT)]
Tag = Annotated[
    str,
    Meta(
        pattern=TAG_PATTERN,
        max_length=35,
        title="language",
        description="A language as BCP 47 names it: en, fr, pt-BR, zh-Hant.",
    ),
]
Text = Line | Annotated[dict[Tag, Line], Meta(min_length=1)]
"""A text given once, or once per language."""
Year = Annotated[int, Meta(ge=1000, le=9999)]
Digits = Annotated[int, Meta(ge=0, le=12)]
Positive = Annotated[int, Meta(ge=1, le=10**12)]
CHART_KIND = {"words": "kinds of charts"}
ChartKind = Annotated[str, Meta(extra=CHART_KIND)]
"""A kind of chart; those that there are, are passed to what reads a sheet."""
Reference = Annotated[str, Meta(title="id")]
"""The id of an indicator or a goal."""
Url = Annotated[str, Meta(title="web address", pattern=r"^https?://[^\s<>\"']+$", max_length=2000)]


def _read_later(title: str, pattern: str, example: str) -> Meta:
    """Return the metadata that only editors use; the program has its own reader."""
    said = {"patternErrorMessage": f"write a {title} such as {example}"}
    return Meta(title=title, extra_json_schema={"pattern": f"^({pattern})$"} | said)


AmountText = (
    Annotated[str, _read_later("number", f"{amount.PATTERN}|not stated", "7.6, or: not stated")]
    | int
    | float
)
"""A number as it is written, or 'not stated'; read by `amount.parse_amount`."""
PeriodText = (
    Annotated[
        str,
        _read_later(
            "period",
            f"{period.POINT}(/{period.POINT})?|not stated",
            "2024-01/2024-11, or: not stated",
        ),
    ]
    | int
)
"""A reference period as it is written; read by `Period.parse`."""
CitationText = Annotated[str, _read_later("citation", citation.PATTERN, "report par. 4")]
"""A source's id and a place in it; read by `Citation.parse`."""
FormulaText = Annotated[str, _read_later("formula", formula.PATTERN, "a / (1 + b / 100)")]
"""Arithmetic over ids; read by `Formula.parse`."""
FileName = Annotated[str, Meta(title="file name", pattern=r"^[^/\\:]+$", max_length=200)]
"""The name of a file in the sheet's own folder."""
