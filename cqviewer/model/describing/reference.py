"""The reference page of the format, made from the same descriptions as the JSON Schema."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from cqviewer.model.describing.schema import PART_IN_SHORT, Schema, sheet_schema

EXAMPLES = {
    "one-figure.yaml": "One figure, one chart",
    "time-series.yaml": "A time series in two languages, with the text of its source beside it",
    "marks.yaml": "Marks, reasons, a bound and an interval, by fiscal years",
    "goals.yaml": "Goals, plans and voices",
    "springfield-report.yaml": "A made-up report beside the sheet, as text and as PDF",
}
"""The complete examples of the page, by their file in the folder `examples`."""

_ORDER = [
    *(
        "Source",
        "Defaults",
        "Dimension",
        "Item",
        "Indicator",
        "Part",
        "Observation",
        "Target",
        "Result",
        "Section",
        "LabelledFigure",
        "Chart",
        "Statement",
    ),
    *("Plan", "Voice", "Open", "Goals", "Goal", "Term", "Logo", "Aside", "Import"),
]
_INTRODUCTION = """\
# The fact sheet, key by key

A fact sheet is one YAML file in UTF-8. `cqviewer new FILE.yaml` writes one to begin with,
`cqviewer check FILE.yaml` says what is wrong in one, line by line, and with the first line

    # yaml-language-server: $schema=fact-sheet.schema.json

an editor that knows the YAML language server completes and explains the keys (`cqviewer schema`
prints the schema). This page is made from the same descriptions; `cqviewer schema --reference`
prints it.

## What is written how

| What | How | Notes |
|---|---|---|
| Text | `New jobs`, or `{en: New jobs, zh: 新增就业}` | Never markup. Line breaks and runs of \
spaces count as one space. Put it in quotes where it holds `: ` or ` #`, begins with `%`, `*`, \
`&`, `!`, `-` or a quote, or holds a comma within `{ }`. Any language of BCP 47: `fr`, `pt-BR`, \
`zh-Hant`. |
| Figure in a text | `"{jobs} new jobs"` | The figure with its unit, as it is worded in a \
sentence, without a plus. Also `{jobs.abs}` without a minus ('fell by'), `{jobs.period}`, \
`{calls[2023]}`, `{calls.change}`; `{= 50 %}` is a number on purpose. A text that begins with a \
brace stands in quotes. `cqviewer check` warns of other numbers with a unit that no figure has. |
| Id | `new_jobs` | Small Latin letters, digits and `_`; begins with a letter. |
| Date | `2024-12-23` | Year, month and day. |
| Number | `7.6`, `690000`, `-3` | As precise as the source gives it: `7.60` stays 7.60. No \
thousands separators and no unit. Or `not stated`. |
| Bound | `below 0.25`, `above 95`, `at least 5`, `at most 5` | Where the source gives a limit \
instead of a value. In signs, `"<0.25"`, it needs quotes. |
| Period | `2024`, `2024-Q3`, `2024-11`, `2024-12-23`, `2024-01/2024-11` | ISO 8601, with \
quarters, half-years (`2024-S1`, `2024-H1`) and weeks (`2024-W07`). A fiscal year is `2001/02`, \
with `year_begins: 4` for one that begins in April. Or `not stated`. |
| Citation | `report par. 4` | A source's id, then `par.`, `p.`, `table`, `figure` or `section` \
with a number: `par. 17, 18`, `p. 3-5`; `row 12`, `column E`, `series N3Y6`; a cell of a \
worksheet, `sheet 'Table 1' C7`; or words in quotes, `report "chapter on the port"`. A range, \
`sheet 'Table 1' C2:C24`, gives each observation its own cell: in the order of the file, through \
all items that have no source of their own. |
| Unit | `"%"`, `bn yuan`, `US$ million`, `CHF bn`, `€m`, `jobs` | Sums of money and their scale \
are worded in both languages; a counted thing may be `{en: jobs, zh: 人}`. Currencies: codes of \
ISO 4217, their usual signs and names. Scales: thousand, million (m), billion (bn), trillion \
(trn), lakh, crore, lakh crore. |
| Formula | `investment / (1 + growth / 100)` | `+ - * /`, brackets, numbers and ids; it reads the \
latest observation of each that has a value, or that of a period: `calls[2023]`, or the one before \
the latest: `previous(calls)`. Within `{ }` put one that holds brackets in quotes. |

Nothing that cqviewer can word is written: '+7.6 %', 'Jan–Nov 2024', 'about', 'period not stated',
the lines under a chart's title and at its foot.

Charts fit their figures, or `cqviewer check` says why not:

| `kind` | Draws | Needs |
|---|---|---|
"""
_RULES = """\

The ids `goals.announced`, `goals.named`, `goals.unnamed` and `goals.linked` can be used like those
of indicators: they are counted over the goals.

A value with `derived` is worked out, and nothing in it is converted in silence. The terms of `+`
and `-` have one unit: the same scale, currency, dimension and prices, or a plain number; `b / 1000`
turns millions into billions. A product or ratio has to come out in the declared unit: `a / b * 100`
in per cent. What cannot be right is an error that says what to write, what may be wrong (men +
women, `jobs` worked out from yuan) a warning. A difference of two percentages is in percentage
points. Periods are equal when their days are: 2024 and 2024-01/2024-12 are one; inputs of other
days give a value for 'different periods'.

`digits` says to how many decimals; without it a sum is as
exact as its terms, a percentage has one decimal, and anything else as many significant digits as
the input with the fewest. What is not zero keeps at least one significant digit. A stated value is
shown to `digits` decimals too, with 'about' where that rounds it; the panel and exports keep it.

An indicator with `by` and `items` is broken down by one or two of the `dimensions`: by
department, say. Each item is a figure of its own, `budget.adults`, or `budget.wales.fishing` where
there are two, and is named and cited wherever an id may stand; `budget` among the figures of a
chart means all of them. Where `adds_up` is true the parts are held against their total, within half
a last digit for each; whole counts, unless they are in thousands, estimated or shown with `digits`,
have to add up exactly.

```yaml
defaults: {unit: £ million, measure: level, source: council table 1}
dimensions:
  department:
    name: Department
    items: {adults: Adult Services, children: Children's Services, whole: {name: All, total: true}}
indicators:
  budget:
    name: Net budget
    by: department
    adds_up: true
    items:
      adults: {2023: 67.208, 2024: 67.668}
      children: {2023: 56.816, 2024: 59.677}
      whole: {2023: 124.024, 2024: 127.345}
```

A chart may show a `period` other than the latest, or the `last` so many observations, and
`highlight` some of its figures; bars are sorted by size unless `sort: given`. `change: year`, at a
chart or at `{figure: calls, change: year}`, works changes out against the same months a year
before instead of the period before. `change: gdp_growth`, at an indicator, names the figure whose
values state how it changed; these go before what is worked out.

Version 1 of the format will be read by every later version of cqviewer.

## What a source says of a value

| Written | Letter | Means |
|---|---|---|
| `value: not stated` | | The source is silent. A period that is left out is not in this sheet. |
| `missing: suppressed` | c | There is a number, and the source withholds it. |
| `missing: not_collected` | x | Nobody counted or asked. |
| `missing: not_applicable` | z | It cannot exist. |
| `missing: not_found` | | It was looked for in the source. |
| `status: provisional` | p | It will be revised. |
| `status: revised` | r | It was another value, which `was` gives if it is known. |
| `status: estimated` | e | The source estimates it; `derived` is what this sheet works out. |
| `status: forecast` | f | It lies in the future. |
| `status: imputed` | i | It was filled in by the source. |
| `status: break` | b | The series breaks between the period before and this one. |
| `status: low_reliability` | u | It rests on little. |
| `status: definition_differs` | d | It counts by another definition than the others. |

Several are a list, `status: [provisional, revised]`. Letters stand in brackets beside values, with
their words below; none of what is missing is ever drawn as zero. A derived value has the
marks p, e, f, i and u of the values that it is worked out from: it is no surer than these. `low`
and `high` are the ends of an interval, which `interval` at the indicator explains.
"""


class KindRow(msgspec.Struct, frozen=True):
    """A kind of chart in the table of the page: its name, what it draws, what it needs."""

    name: str
    draws: str
    needs: str


def reference_page(examples: Path, kinds: Sequence[KindRow]) -> str:
    """Return the page in Markdown; `examples` is the folder with the examples."""
    schema = sheet_schema(one.name for one in kinds)
    rows = [
        f"| {', '.join(f'`{one.name}`' for one in alike)} | {draws} | {needs} |\n"
        for (draws, needs), alike in itertools.groupby(kinds, lambda one: (one.draws, one.needs))
    ]
    parts = ["".join([_INTRODUCTION, *rows, _RULES]), *_table("The sheet", schema)]
    for name in _ORDER:
        parts += _table(_heading(name), schema["$defs"][name])
    parts.append("## Examples\n")
    for file, title in EXAMPLES.items():
        text = (examples / file).read_text("utf-8").partition("\n")[2]
        parts.append(f"### {title}\n\n```yaml\n{text}```\n")
    return "\n".join(parts)


def _heading(name: str) -> str:
    """Name a type in a heading."""
    return {"LabelledFigure": "Labelled figure", "Open": "Open question"}.get(name, name)


def _table(heading: str, part: Schema) -> Iterator[str]:
    """Describe one type: what it is, then its keys."""
    yield f"## {heading}\n\n{part['description']}\n"
    rows = ["| Key | | What to write | Meaning |", "|---|---|---|---|"]
    for key, field in part["properties"].items():
        needed = "required" if key in part.get("required", ()) else ""
        meaning = field.get("description", "").replace("|", "\\|")
        rows.append(f"| `{key}` | {needed} | {_kind(field)} | {meaning} |")
    yield "\n".join(rows) + "\n"


def _kind(field: Schema) -> str:
    """Return what is written at a key."""
    if field.get("$ref") == "#/$defs/PartInShort":
        return PART_IN_SHORT
    if "$ref" in field:
        name = _heading(field["$ref"].rpartition("/")[2])
        return "text" if name == "Text" else f"keys: [{name}](#{name.lower().replace(' ', '-')})"
    if "title" in field:
        return str(field["title"])
    if "enum" in field:
        return " \\| ".join(f"`{word}`" for word in field["enum"])
    if "anyOf" in field:
        kinds = [_kind(one) for one in field["anyOf"]]
        return kinds[0] if kinds[0] in ("number", "period") else " or ".join(kinds)
    kind = field.get("type")
    if kind == "boolean":
        return "`true`"
    if kind == "array":
        return f"list of {_kind(field['items'])}"
    if kind == "object":
        return f"{_kind(field['additionalProperties'])} for each id"
    if kind == "integer":
        return "whole number"
    return "date" if field.get("format") == "date" else "text"
