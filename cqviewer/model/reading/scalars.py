"""The scalars of a fact sheet as they are written: texts, ids, numbers, periods, citations."""

from typing import Annotated, Literal, get_args

from msgspec import Meta

from cqviewer.model import citation
from cqviewer.model.choices import Mark, Missing
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
"""A kind of chart; which kinds there are, the reader of a sheet is told by its caller."""
Reference = Annotated[str, Meta(title="id")]
"""The id of an indicator or a goal."""
Url = Annotated[str, Meta(title="web address", pattern=r"^https?://[^\s<>\"']+$", max_length=2000)]


def _read_later(title: str, pattern: str, example: str) -> Meta:
    """Return a pattern for editors alone; the program reads such a text by a function."""
    said = {"patternErrorMessage": f"write a {title} such as {example}"}
    return Meta(title=title, extra_json_schema={"pattern": f"^({pattern})$"} | said)


def _one_of(title: str, words: tuple[str, ...]) -> Meta:
    """Return words for editors to choose from; the program reads such a text by a function."""
    return Meta(title=title, extra_json_schema={"enum": list(words)})


NumberText = Annotated[str, _read_later("number", amount.PATTERN, "7.6")] | int | float
"""A number as it is written; read by `amount.parse_number`."""
AmountText = (
    Annotated[
        str,
        _read_later(
            "number",
            f"{amount.PATTERN}|{amount.BOUND_PATTERN}|not stated",
            "7.6, or: below 7.6, or: not stated",
        ),
    ]
    | int
    | float
)
"""A number as it is written, a bound, or 'not stated'; read by `amount.parse_value`."""
MarkText = Annotated[str, _one_of("mark", get_args(Mark))]
"""What a source says of a value; read by `observations.parse_mark`."""
ReasonText = Annotated[str, _one_of("reason", get_args(Missing))]
"""Why there is no number; read by `observations.parse_missing`."""
Release = Literal["first"]
FirstMonth = Annotated[int, Meta(ge=2, le=12)]
"""The month in which fiscal years begin."""
PeriodText = (
    Annotated[str, _read_later("period", period.PATTERN, "2024-01/2024-11, or: not stated")] | int
)
"""A reference period as it is written; read by `Period.parse`."""
CitationText = Annotated[str, _read_later("citation", citation.PATTERN, "report par. 4")]
"""A source's id and a place in it; read by `Citation.parse`."""
FormulaText = Annotated[str, _read_later("formula", formula.PATTERN, "a / (1 + b / 100)")]
"""Arithmetic over ids; read by `Formula.parse`."""
FileName = Annotated[str, Meta(title="file name", pattern=r"^[^/\\:]+$", max_length=200)]
"""The name of a file in the sheet's own folder."""


COLOUR_PATTERN = "^#[0-9A-Fa-f]{6}$"
Colour = Annotated[str, Meta(title="colour such as #0B5A73", pattern=COLOUR_PATTERN)]


def said(description: str) -> Meta:
    """Return a key's description in the JSON Schema and on the reference page."""
    return Meta(description=description)
