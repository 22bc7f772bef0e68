"""The format: version 1 is read for ever, and its types keep to their memory."""

import hashlib
import os
from pathlib import Path

from cqviewer.load import load_sheet
from cqviewer.model.reading.format import VERSION
from cqviewer.model.wording.wording import Wording
from tests.checkout import run_python

FROZEN = Path(__file__).resolve().parent.parent.parent / "data" / "version-1.yaml"
DIGEST = "933592fe31f736ebbd19fd84a1d045be35b9c3a0f8b16ce17621a732970a68ba"
"""The file of version 1 is never changed; a later version gets a file of its own."""


def test_the_frozen_file_is_the_one_that_was_frozen() -> None:
    assert hashlib.sha256(FROZEN.read_bytes().replace(b"\r\n", b"\n")).hexdigest() == DIGEST


def test_version_1_is_still_read_in_full() -> None:
    assert VERSION >= 1
    sheet = load_sheet(FROZEN)
    wording = Wording("en")
    values = {key: wording.value(one) for key, one in sheet.indicators.items()}
    assert values == {
        "trade": "US$810 million",
        "trade_growth": "+5.2\N{NARROW NO-BREAK SPACE}%",
        "trade_before": "about US$770 million",
        "jobs": "1,200",
        "trips": "4.20 million trips",
        "loans": "Not stated",
        "price_index": "104.5 (2020 = 100)",
        "share_of_women": "48.7\N{NARROW NO-BREAK SPACE}%",
        "goals.announced": "3",
        "goals.named": "1",
        "goals.unnamed": "2",
        "goals.linked": "2 of 6",
    }
    assert [len(one.observations) for one in sheet.indicators.values()][:5] == [1, 1, 1, 1, 4]
    section = sheet.sections[0]
    assert [chart.kind for chart in section.charts] == [
        *("bars", "slope", "units", "line", "columns", "goals")
    ]
    units = section.charts[2]
    assert (units.per, units.beside, units.index, units.width) == (
        100,
        ("trade",),
        "price_index",
        "half",
    )
    assert [len(part) for part in (section.statements, section.plans, section.voices)] == [1, 1, 1]
    assert len(section.open) == 1
    assert section.plans[0].link == "source"
    source = sheet.sources["report"]
    assert source.short == {"en": "Report", "zh": "报告"}
    assert (source.evidence, source.url) == ("report.txt", "https://example.org/report")
    assert [one.indicator for one in sheet.key_figures] == ["trade", "jobs"]
    assert sheet.terms[0].term == "Trips"
    assert sheet.keywords == ("Springfield", "2024")


def test_the_types_write_nowhere_but_into_their_own_memory() -> None:
    # msgspec 0.22 overruns its memory for some unions; Python's debug allocator notices.
    program = (
        "import msgspec; from msgspec import inspect;"
        " from cqviewer.model.reading.format import SheetEntry;"
        "inspect.type_info(SheetEntry); msgspec.json.schema(SheetEntry);"
        "from cqviewer.load import load_sheet; from pathlib import Path;"
        f"load_sheet(Path({str(FROZEN)!r}))"
    )
    done = run_python(program, env=os.environ | {"PYTHONMALLOC": "debug"})
    assert done.returncode == 0, done.stderr
