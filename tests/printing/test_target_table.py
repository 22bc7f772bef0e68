"""Targets for other programs: a row each, with verdict, whose it is, and the whole working."""

import csv
import io
import json
from decimal import Decimal

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from cqviewer.printing.export import export_sheet
from cqviewer.printing.target_table import TARGET_HEADS, target_rows
from tests.model.sheets import sheet


def bundled() -> Sheet:
    return load_sheet(data_folder() / "chongqing-targets.yaml")


def test_each_target_is_a_row_with_verdict_method_and_source() -> None:
    rows = [
        dict(zip(TARGET_HEADS, row, strict=True)) for row in target_rows(bundled(), Wording("en"))
    ]
    assert [(one["id"], one["for"], one["verdict"]) for one in rows] == [
        ("growth", "2024", "none"),
        ("growth", "2025", "none"),
        ("industry", "2024", "met"),
        ("jobs", "2024", "met"),
    ]
    industry, jobs = rows[2], rows[3]
    assert (industry["kind"], industry["target"], industry["outturn"]) == (
        "value",
        Decimal(7),
        Decimal("7.3"),
    )
    assert (industry["difference"], industry["method"]) == (Decimal("0.3"), "difference")
    assert str(industry["working"]).startswith("7.3 − 7 =")
    assert industry["source"] == "Report on the targets of Chongqing for 2024"
    assert (jobs["verdict_origin"], jobs["target"], jobs["result"]) == (
        "stated",
        None,
        "119 % of the target",
    )


def test_the_working_of_progress_has_both_methods() -> None:
    made = sheet(
        "a: {name: A, unit: '%', measure: share, better: higher, source: report,"
        " observations: {2015: 50, 2024: {value: 60, status: provisional}},"
        " targets: [{for: 2030, value: 75, base: 2015, method: un, source: report}]}"
    )
    row = dict(zip(TARGET_HEADS, target_rows(made, Wording("en"))[0], strict=True))
    assert (row["method"], row["provisional"], row["base"]) == ("un", "provisional", "2015")
    assert "Statistics Canada: Acceleration needed" in str(row["working"])


def test_csv_has_the_verdict_beside_the_observation_of_its_period() -> None:
    text = export_sheet(bundled(), "csv", "en").decode("utf-8-sig")
    rows = {(one["id"], one["period"]): one for one in csv.DictReader(io.StringIO(text))}
    assert rows["growth", "2024"]["target"].replace("\u202f", " ") == "about 6 %"
    assert rows["growth", "2024"]["difference"] == "-0.3"
    assert rows["industry", "2024"]["verdict_origin"] == "derived"
    assert rows["growth", "2018"]["verdict"] == ""


def test_json_has_the_targets_of_a_sheet() -> None:
    targets = json.loads(export_sheet(bundled(), "json", "zh"))["targets"]
    assert [one["verdict_words"] for one in targets][2] == "达到"
