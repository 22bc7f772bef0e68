"""The words that a fact sheet chooses from: measures, marks, reasons, kinds of targets."""

from typing import Literal

Measure = Literal["growth", "level", "count", "share", "index"]
Prices = Literal["real", "nominal"]
PRICED: tuple[Measure, ...] = ("growth", "level")
"""Measures of which it is said whether they are at constant or at current prices."""
Width = Literal["full", "wide", "half", "narrow"]
LinkMaker = Literal["ours", "source"]
Medium = Literal["both", "screen"]

Mark = Literal[
    "provisional",
    "revised",
    "estimated",
    "forecast",
    "imputed",
    "break",
    "low_reliability",
    "definition_differs",
]
"""What a source says of a value; 'break' lies between the period before and this one."""
UNSURE: tuple[Mark, ...] = ("provisional", "estimated", "forecast", "imputed", "low_reliability")
"""Marks that a derived value has where a value that it is worked out from has them."""
Missing = Literal["suppressed", "not_collected", "not_applicable", "not_found"]
"""Why there is no number."""
BoundKind = Literal["below", "above", "at least", "at most"]
TargetKind = Literal["value", "at least", "at most", "below", "above", "about"]
Method = Literal["difference", "statcan", "un"]
"""How a target is judged: by the difference, or by a published method of progress towards it."""
Better = Literal["higher", "lower"]
"""The direction in which a figure is better."""
Order = Literal["size", "given"]
"""How bars are ordered: by size, or as the sheet gives them."""
ASKED = ("abs", "period", "change")
"""What a text may ask of a figure after its id; no item of a dimension has such an id."""
Against = Literal["before", "year"]
"""What a change is worked out against: the period before, or the same months a year before."""
