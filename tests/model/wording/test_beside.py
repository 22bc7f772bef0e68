"""A unit stands beside its number so that both can be read, and is left out by one rule alone."""

from pathlib import Path

import pytest

from cqviewer.model.load import load_sheet
from cqviewer.model.wording.beside import says_unit
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from tests.model.sheets import figure, sheet

EN, ZH = Wording("en"), Wording("zh")
MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("unit", "measure", "value", "en", "zh"),
    [
        ("2015 = 100", "index", "-12.3", f"{MINUS}12.3 (2015 = 100)", f"{MINUS}12.3（2015 = 100）"),
        ("points", "index", "-8", f"{MINUS}8 points", f"{MINUS}8 points"),
        ("schools", "count", "1", "1 (schools)", "1（schools）"),
        ("people", "count", "1", "1 (people)", "1（people）"),
        ("schools", "level", "1.0", "1.0 schools", "1.0 schools"),
        ("km", "level", "1", "1 km", "1 km"),
        ("of 141 towns", "count", "3", "3 of 141 towns", "3 of 141 towns"),
        ("year", "level", "1881", "1881 (year)", "1881（year）"),
        ("{en: 10 kt, zh: 万吨}", "level", "65000", "65,000 × 10 kt", "65,000 万吨"),
        ("{en: cases, zh: 每 10 万人}", "level", "12000", "12,000 cases", "12,000 每 10 万人"),
        ("thousand people", "level", "10000", "10,000 thousand people", "10,000 thousand people"),
        ("percentage points", "growth", "0.9", "+0.9 percentage points", "+0.9 个百分点"),
        ("percentage points", "growth", "-1", f"{MINUS}1 percentage point", f"{MINUS}1 个百分点"),
        ("dollars", "level", "1", "1 (dollars)", "1 美元"),
        ("{en: year, zh: 年}", "level", "1881", "1881 (year)", "1881 年"),
        ("bn yuan", "level", "7.60", "7.60 bn yuan", "76.0 亿元"),
        ("亿元", "level", "7.60", "7.60 亿元", "7.60 亿元"),
    ],
)
def test_a_unit_stands_beside_its_number_so_that_both_can_be_read(
    unit: str, measure: str, value: str, en: str, zh: str
) -> None:
    made = sheet(f"a: {figure(name='A', unit=unit, measure=measure, value=value)}")
    assert EN.value(made.indicators["a"]) == en
    assert ZH.value(made.indicators["a"]) == zh


UNITS = sorted(
    {
        *("mm", "t", "ha", "min", "kg", "W", "m", "h", "ratio", "km", "years", "°C", "s", "m̄x"),
        *(
            text
            for path in [*data_folder().rglob("*.yaml"), *Path("tests/data").rglob("*.yaml")]
            for one in load_sheet(path).indicators.values()
            if one.unit.kind == "noun"
            for text in (
                one.unit.text.values() if isinstance(one.unit.text, dict) else [one.unit.text]
            )
        ),
    }
)


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_left_out_by_one_rule_alone(unit: str) -> None:
    lines = [
        f"{measure}: {figure(unit=repr(unit), value=3, measure=measure)}"
        for measure in ("count", "level", "share", "growth", "index")
    ]
    figures = sheet("\n".join(lines)).indicators
    for label in (f"sum{unit}er", f"x{unit}", f"{unit}s", f"{unit}’s", f"{unit}-like", "Other"):
        for one in figures.values():
            for wording in (EN, ZH):
                assert unit in wording.value(one, label=label), label
    for label in (f"Number of {unit}", f"{unit.upper()} (new)", unit, f"“{unit}”, all"):
        left_out = {one.measure for one in figures.values() if says_unit(label, one, "en")}
        base = {"index"} if "=" in unit else set()
        assert left_out == {"count"} | base
        assert {one.measure for one in figures.values() if says_unit(label, one, "zh")} == base
        assert EN.value(figures["count"], label=label) == "3"
