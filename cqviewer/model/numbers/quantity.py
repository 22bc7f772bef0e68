"""What a unit measures: its dimensions and its size, as formulas add and multiply them."""

import functools
import re
from fractions import Fraction
from typing import Literal

import msgspec

from cqviewer.model.choices import Measure, Prices
from cqviewer.model.messages import say
from cqviewer.model.numbers.unit import SCALE_WORDS, Unit
from cqviewer.model.problems import Misread
from cqviewer.model.text import Language, in_language

Powers = dict[str, int]
"""Dimensions with their powers; m² is {'m': 2}. Dimensions are currencies, SI units and nouns."""

POINTS = Unit({"en": "percentage points", "zh": "个百分点"}, "noun")
"""The unit of a difference of percentages."""

_HUNDREDTH = Fraction(1, 100)
_POINTS = frozenset(
    ("percentage points", "percentage point", "pp", "points of per cent", "个百分点", "百分点")
)
_PARTS = {
    **dict.fromkeys(("%", "per cent", "percent", "pct"), _HUNDREDTH),
    **dict.fromkeys(_POINTS, _HUNDREDTH),
    **dict.fromkeys(("‰", "per mille"), Fraction(1, 1000)),
    **dict.fromkeys(("basis points", "bp"), Fraction(1, 10000)),
    **dict.fromkeys(("", "ratio", "times", "倍"), Fraction(1)),
}
# The letters m, k and tn alone are metres, a prefix and tonnes.
_SCALES = {"dozen": 12, "hundred": 100, "百": 100} | {
    word: 10**exponent for word, exponent in SCALE_WORDS.items() if word not in ("m", "k", "tn")
}
_SCALE = re.compile(
    rf"([1-9][0-9,]{{0,30}})(?![0-9.])\s*"
    rf"|({'|'.join(_SCALES)})(?:s? of\s+|s?\s+|s?$|(?<=[百千万亿]))",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(r"(%|per ?cent|pct|percentage points?|pp) ", re.IGNORECASE)
"""The beginning of a share that says of what: '% of GDP'."""
_UNSURE = re.compile("[mk] |tn |百|[千万]分", re.IGNORECASE)
"""The beginning of a unit that may or may not be a scale: 5 m people, 百货商店."""
_PER = re.compile(r"\s+per\s+|(?<=\S)/(?=\S)|^per\s+|^每\s*")

_PHYSICAL: dict[str, tuple[Powers, Fraction]] = {
    name: (powers, Fraction(line.split()[0]))
    for powers, lines in (
        (
            {"m": 1},
            """\
1e-9     nm
1e-6     µm μm
0.001    mm 毫米 millimetres
0.01     cm 厘米 centimetres
0.0254   in inches
0.3048   ft feet
0.9144   yd yards
1        m 米 metres meters
1000     km 公里 千米 kilometres kilometers
1609.344 mi miles
1852     nmi""",
        ),
        (
            {"m": 2},
            """\
1e-4          cm² cm2
1             m² m2 平方米
4046.8564224  acres
1e4           ha 公顷 hectares
1e6           km² km2 平方公里 平方千米""",
        ),
        (
            {"m": 3},
            """\
1e-6 ml mL
1e-3 l L 升 litres liters
0.1  hl hL
1    m³ m3 立方米 kl kL
1e3  Ml ML
1e6  Gl GL""",
        ),
        (
            {"g": 1},
            """\
1e-9         ng
1e-6         µg μg
0.001        mg
1            g 克 grams
28.349523125 oz ounces
453.59237    lb lbs
1000         kg 千克 公斤 kilograms
1e6          t 吨 tonnes
1e9          kt
1e12         Mt
1e15         Gt""",
        ),
        (
            {"s": 1},
            """\
0.001  ms
1      s 秒 seconds
60     min 分钟 minutes
3600   h 小时 hours
86400  天 days
604800 weeks 周""",
        ),
        ({"months": 1}, "1 months 个月\n12 years"),
        ({"W": 1}, "0.001 mW\n1 W 瓦\n1e3 kW 千瓦\n1e6 MW 兆瓦\n1e9 GW\n1e12 TW"),
        ({"Hz": 1}, "1 Hz\n1e3 kHz\n1e6 MHz\n1e9 GHz"),
        ({"B": 1}, "1 B bytes\n1e3 kB KB\n1e6 MB\n1e9 GB\n1e12 TB\n1e15 PB\n1e18 EB"),
        (
            {"W": 1, "s": 1},
            """\
1      J
1e3    kJ
1e6    MJ
1e9    GJ
1e12   TJ
1e15   PJ
3600   Wh
3.6e6  kWh 千瓦时
3.6e9  MWh
3.6e12 GWh
3.6e15 TWh""",
        ),
    )
    for line in lines.splitlines()
    for name in line.split()[1:]
}
"""Units of the International System and what is used beside it, by their names and symbols."""


def is_points(unit: Unit) -> bool:
    """Return whether a unit is that of a difference of percentages."""
    return in_language(unit.text, "en").lower() in _POINTS


def is_percentage(unit: Unit, measure: Measure) -> bool:
    """Return whether figures are in per cent, so that their differences are percentage points."""
    is_sum = unit.kind == "money"
    return not is_sum and _is_percentage(in_language(unit.text, "en"), unit.kind, measure)


@functools.lru_cache(maxsize=1000)
def _is_percentage(text: str, kind: Literal["percent", "noun"], measure: Measure) -> bool:
    one = quantity(Unit(text, kind), measure)
    return one.is_part and one.sizes == (_HUNDREDTH,) and not one.is_index


def unlike(unit: dict[Language, str]) -> tuple[str, str] | None:
    """Return the English and the Chinese text of a unit that do not mean the same size.

    'thousand jobs' and '万人' make one number mean two. What is not known to differ passes: units
    per something, and those of which only one is known.
    """
    if not {"en", "zh"} <= unit.keys():
        return None
    texts = unit["en"], unit["zh"]
    if any(_PER.search(one) or _UNSURE.match(one) for one in texts):
        return None
    (known, _, size), (other, _, other_size) = map(_read_factor, texts)
    is_unlike = size != other_size if known == other else bool(known and other)
    return texts if is_unlike else None


class Quantity(msgspec.Struct, frozen=True):
    """What a part of a formula is a quantity of.

    `known` are the powers of currencies and of SI units, `things` those of counted things.
    `sizes` are the sizes that its unit may have, since a factor of 100 may multiply a ratio or turn
    it into per cent; without any the size is not known. `unit` is the unit as written, if the
    quantity is that of one figure. `is_sure` is false if a counted thing may be a unit that is not
    known. `is_points` marks a difference of percentages, `is_rest` a sum with a plain number (100
    less some shares), `is_scaled` a product with one. `number` is set for a plain number.
    """

    known: Powers = {}
    things: Powers = {}
    sizes: tuple[Fraction, ...] = (Fraction(1),)
    unit: str = ""
    prices: Prices | None = None
    is_sure: bool = True
    is_points: bool = False
    is_index: bool = False
    is_rest: bool = False
    is_scaled: bool = False
    number: Fraction | None = None

    @property
    def name(self) -> str:
        """Return the unit as it is written, or the dimensions: 'CNY per m'."""
        powers = [*self.known.items(), *self.things.items()]
        above = [one for one, power in powers for _ in range(power)]
        below = [one for one, power in powers for _ in range(-power)]
        named = " × ".join(above) or say("a plain number")
        if self.unit:
            return f"`{self.unit}`"
        return functools.reduce(lambda one, other: say("{} per {}", one, other), below, named)

    @property
    def is_part(self) -> bool:
        """Return whether it has no dimension: a ratio of things to things, or per cent."""
        return not self.known and not sum(self.things.values())


def quantity(unit: Unit, measure: Measure, prices: Prices | None = None) -> Quantity:
    """Return what a figure of a unit and a measure is a quantity of."""
    text = in_language(unit.text, "en")
    is_index = measure == "index" or "=" in text or text.lower() in ("points", "点")
    if unit.kind == "noun" and is_index:
        is_hundred = re.search(r"=\s*100$", text)
        sizes = (_HUNDREDTH,) if is_hundred else (_HUNDREDTH, Fraction(1))
        return Quantity(sizes=sizes, unit=text, is_index=True)
    known, things, size = _read(unit, text)
    return Quantity(
        known,
        things,
        (size,),
        text,
        prices,
        is_sure=not things or measure == "count",
        is_points=is_points(unit),
    )


def combined(left: Powers, right: Powers, sign: int) -> Powers:
    """Return the dimensions of a product (1) or of a ratio (-1)."""
    powers = {one: left.get(one, 0) + sign * right.get(one, 0) for one in [*left, *right]}
    return {one: power for one, power in powers.items() if power}


def _read(unit: Unit, text: str) -> tuple[Powers, Powers, Fraction]:
    """Return what a unit measures: currencies and SI units, counted things, and its size."""
    if unit.kind == "money":
        return {unit.currency: 1}, {}, Fraction(10**unit.exponent)
    if text.lower() in _PARTS:
        return {}, {}, _PARTS[text.lower()]
    if _SHARE_OF.match(text):
        return {}, {}, _HUNDREDTH
    above, *rest = _PER.split(text, maxsplit=1)
    known, things, size = _read_factor(above)
    if rest:
        below, others, divisor = _read_factor(rest[0])
        known, things = combined(known, below, -1), combined(things, others, -1)
        size /= divisor
    return known, things, size


def _read_factor(text: str) -> tuple[Powers, Powers, Fraction]:
    """Return what a unit without 'per' measures: 'thousand tonnes', '10 kt', '万人'."""
    try:
        money = Unit.parse(text)
    except Misread:
        money = Unit(text, "noun")
    if money.kind == "money":
        return {money.currency: 1}, {}, Fraction(10**money.exponent)
    size = Fraction(1)
    # Units go before scales: 千瓦 is kW, and not only a thousand of 瓦.
    while text not in _PHYSICAL and (match := _SCALE.match(text)):
        number, word = match.groups()
        size *= Fraction(number.replace(",", "")) if number else Fraction(_SCALES[word.lower()])
        text = text[match.end() :]
    text = "years" if text == "year" else text.strip()  # a date, whose differences are years
    if text in _PHYSICAL:
        powers, one = _PHYSICAL[text]
        return powers, {}, size * one
    if text.lower() in _PARTS:
        return {}, {}, size * _PARTS[text.lower()]
    return {}, {text: 1}, size
