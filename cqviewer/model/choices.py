"""The words of a fact sheet among which one is chosen, apart from the shape that they stand in."""

from typing import Literal

Measure = Literal["growth", "level", "count", "share", "index"]
Prices = Literal["real", "nominal"]
Width = Literal["full", "wide", "half", "narrow"]
LinkMaker = Literal["ours", "source"]
Medium = Literal["both", "screen"]
