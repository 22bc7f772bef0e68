"""Stated numbers are looked up in the paragraphs that are cited, in all usual spellings."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from cqviewer.load import read_sheet
from cqviewer.model.checking.evidence import (
    Evidence,
    Mention,
    check_evidence,
    find_texts,
    is_stated,
    mentions,
)
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Findings
from tests.model.sheets import figure, sheet, sheet_text

CHECKOUT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("rose by 7.6%.", "7.6", "%"),
        ("rose 7.6 %", "7.6", "%"),
        ("a 7.6 percent rise", "7.6", "%"),
        ("a 7.6-percent rise", "7.6", "%"),
        ("rose 7.6 per cent", "7.6", "%"),
        ("增长７.６％", "7.6", "%"),
        ("同比增长百分之7.6", "7.6", "%"),
        ("fell by 27.1%", "-27.1", "%"),
        ("a change of −27.1 %", "-27.1", "%"),
        ("output doubled", "100", "%"),
        ("doubling the output", "100", "%"),
        ("twice the number", "100", "%"),
        ("产量翻番", "100", "%"),
        ("增长1倍", "100", "%"),
        ("增长1.3倍", "130", "%"),
        ("more than tripled", "200", "%"),
        ("quadrupled", "300", "%"),
        ("was halved", "-50", "%"),
        ("690,000 jobs", "690000", "jobs"),
        ("690 000 jobs", "690000", "jobs"),
        ("690000 jobs", "690000", "jobs"),
        ("690 thousand jobs", "690000", "jobs"),
        ("0.69 million jobs", "690000", "jobs"),
        ("新增就业69万人", "690000", "jobs"),
        ("465.65 billion yuan", "465.65", "bn yuan"),
        ("4656.5亿元", "465.65", "bn yuan"),
        ("4,656.5 亿元", "465.65", "bn yuan"),
        ("US$810 million", "810", "US$ million"),
        ("810m dollars", "810", "US$ million"),
        ("8.1亿美元", "810", "US$ million"),
        ("3.2 trillion yuan", "3200", "bn yuan"),
        ("3.2万亿元", "3200", "bn yuan"),
        ("nine key priorities", "9", "aims"),
        ("twenty-one cities", "21", "cities"),
        ("three hundred and two projects", "302", "projects"),
        ("九项重点", "9", "aims"),
        ("二十一个城市", "21", "cities"),
    ],
)
def test_a_value_is_found_in_its_usual_spellings(text: str, value: str, unit: str) -> None:
    assert is_stated(text, Decimal(value), Unit.parse(unit))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("rose by 7.6", "7.6", "%"),
        ("7.6%", "7.6", "jobs"),
        ("17.6%", "7.6", "%"),
        ("7.65%", "7.6", "%"),
        ("the '33618' system", "336", "projects"),
        ("the '33618' system", "618", "projects"),
        ("690,000", "690", "jobs"),
        ("69万", "69", "jobs"),
        ("810 billion", "810", "US$ million"),
        ("是去年的2倍", "200", "%"),
        ("on the 21st", "2", "aims"),
        ("", "0", "jobs"),
    ],
)
def test_another_number_is_not_taken_for_it(text: str, value: str, unit: str) -> None:
    assert not is_stated(text, Decimal(value), Unit.parse(unit))


TEXT = ["Jobs came to 1,200.", "Sales rose 5.2 %, after 4 % a year earlier.", "Nothing here."]


def looked_up(source: str, value: object, unit: str = "jobs") -> tuple[int, list[str]]:
    """Look one figure up in the text; gives how many were found, and what is said."""
    written = figure(value=value, unit=unit, source=repr(source), measure="level")
    made = sheet(f"a: {written}")
    findings = Findings()
    found = check_evidence(made, {"report": Evidence(TEXT)}, findings)
    assert found.of == 1
    return found.found, [f"{one.message}; {one.help}" for one in findings.all]


@pytest.mark.parametrize("where", ["par. 1", "par. 3, 1", "par. 1-3", "p. 7", "table 2"])
def test_a_number_is_confirmed_where_it_is_cited(where: str) -> None:
    assert looked_up(f"report {where}", 1200) == (1, [])


@pytest.mark.parametrize(
    ("where", "value", "said"),
    [
        ("par. 2", 1200, "1200 is not in paragraph 2 of 'report'; it is in paragraph 1"),
        ("par. 1", 1300, "1300 is not in paragraph 1 of 'report'; the numbers there: 1200"),
        ("par. 3", 1300, "1300 is not in paragraph 3 of 'report'; there is no number"),
        ("par. 4", 1200, "the text of 'report' has 3 paragraphs, but no 4; mend the citation"),
        ("p. 1", 7, "7 is not in the text of 'report'; the numbers there: 4 %, 5.2 %, 1200"),
    ],
)
def test_a_number_that_is_not_there_is_named(where: str, value: int, said: str) -> None:
    assert looked_up(f"report {where}", value) == (0, [said])


def test_a_source_without_a_text_is_said_once_however_many_numbers_cite_it() -> None:
    findings = Findings()
    made = sheet("\n".join(f"a{one}: {figure(value=one)}" for one in range(1, 4)))
    found = check_evidence(made, {}, findings)
    assert (found.found, found.of) == (0, 3)
    (said,) = findings.all
    assert said.path == ("sources", "report")
    assert said.message.endswith("is not at hand, so that 3 stated numbers are not looked up")
    assert "evidence: FILE.txt" in said.help


READ_NUMBERS = """
from cqviewer.model.checking.evidence import mentions
for text in ("1" + 900_000 * " " + "x", "1 " * 500_000, "1倍" * 300_000, "hundred " * 120_000,
             "one hundred thousand " * 50_000, "\u0315\u0300" * 250_000, "1" * 990_000,
             "111 " * 250_000 + "a", "1," * 500_000, "百分之1" * 200_000, "1 per" + 900_000 * " "):
    print(len(mentions(text)) < 10)
"""


def test_no_text_takes_long_to_read() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ_NUMBERS],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=120,  # it is some seconds; what is not linear takes an hour
    )
    assert done.stdout == "True\n" * 11, done.stderr


def test_a_text_is_read_once_for_all_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def count(text: str) -> set[Mention]:
        read.append(text)
        return mentions(text)

    monkeypatch.setattr("cqviewer.model.checking.evidence.mentions", count)
    made = sheet("\n".join(f"a{one}: {figure(value=one)}" for one in range(1, 90)))
    check_evidence(made, {"report": Evidence(TEXT)}, Findings())
    assert read == TEXT


def test_each_observation_of_a_series_is_looked_up_at_its_own_place() -> None:
    series = figure(
        period=None,
        observations="[{period: 2023, value: 7}, {period: 2024, value: 1200}]",
    )
    findings = Findings()
    found = check_evidence(sheet(f"a: {series}"), {"report": Evidence(TEXT)}, findings)
    assert (found.found, found.of) == (1, 2)
    assert findings.all[0].path == ("indicators", "a", "observations", 0, "value")


def test_a_bound_is_looked_up_by_its_number_and_what_is_missing_is_not() -> None:
    lines = (
        f"a: {figure(value='below 1200')}",
        f"b: {figure(value='below 1300')}",
        f"c: {figure(missing='suppressed')}",
    )
    findings = Findings()
    found = check_evidence(sheet("\n".join(lines)), {"report": Evidence(TEXT)}, findings)
    assert (found.found, found.of) == (1, 2)
    assert [one.path for one in findings.all] == [("indicators", "b", "value")]


def texts(folder: Path, evidence: str | None, given: Path | None = None) -> list[str]:
    """Read the text that a sheet in a folder names; gives what is said, or the paragraphs."""
    text = sheet_text(f"a: {figure(value=1)}")
    if evidence:
        text = text.replace("title: Report", f"title: Report, evidence: '{evidence}'")
    findings = Findings()
    found = find_texts(read_sheet(text.encode(), "f"), folder, given, findings)
    said = [one.message for one in findings.all]
    return said or (found["report"].paragraphs if "report" in found else [])


def test_a_text_beside_the_sheet_is_read_without_its_empty_lines(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes("\ufeffOne.\r\n\r\n二。\n".encode())
    assert texts(tmp_path, "report.txt") == ["One.", "二。"]
    assert texts(tmp_path, None, tmp_path / "report.txt") == ["One.", "二。"]
    assert texts(tmp_path, None) == []


def test_a_text_elsewhere_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    said = ["the text does not lie in the sheet's own folder"]
    assert texts(folder, "link.txt") == said
    assert texts(folder, "..") == said


def test_a_text_that_is_no_plain_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    for name, said in [("loop.txt", "a link that leads to itself"), ("pipe.txt", "this is a pipe")]:
        (found,) = texts(tmp_path, name)
        assert found.startswith(f"the text {name} cannot be read: ")
        assert said in found
    (found,) = texts(tmp_path, None, tmp_path / "folder")
    assert "this is a folder" in found


@pytest.mark.parametrize(
    ("data", "said"), [(None, "no such file"), (b"\xff", "no UTF-8"), (b"x" * 5_000_001, "larger")]
)
def test_a_text_that_cannot_be_read_is_said(tmp_path: Path, data: bytes | None, said: str) -> None:
    if data is not None:
        (tmp_path / "report.txt").write_bytes(data)
    (found,) = texts(tmp_path, "report.txt")
    assert said in found
