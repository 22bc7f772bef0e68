"""A screen reader meets the running program over AT-SPI: tabs, figures, charts, buttons, news."""

import itertools
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

import pytest

from cqviewer.charts.text import description
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's")

READER = Path(__file__).with_name("at_spi_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"


class Node(TypedDict):
    """What is said of one part of the window."""

    role: str
    name: str
    description: str
    level: str
    language: str
    within: str


class Heard(TypedDict):
    """All that the reader met."""

    pages: dict[str, list[Node]]
    announced: list[str]
    focused: list[str]


def missing() -> str:
    """Say what is missing to read the program; nothing if all is there."""
    if not shutil.which("dbus-run-session"):
        return "dbus-run-session (Debian: dbus) is missing"
    ask = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if (
        not Path(SYSTEM_PYTHON).exists()
        or subprocess.run([SYSTEM_PYTHON, "-c", ask], capture_output=True, check=False).returncode
    ):
        return "AT-SPI's bindings (Debian: python3-gi, gir1.2-atspi-2.0) are missing"
    launchers = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher")
    if not any(Path(one).exists() for one in launchers):
        return "AT-SPI's bus (Debian: at-spi2-core) is missing"
    return ""


@pytest.fixture(scope="module")
def heard(
    virtual_screen: dict[str, str], sheet: Sheet, tmp_path_factory: pytest.TempPathFactory
) -> Heard:
    """Run the program and the reader in a D-Bus session of their own."""
    if reason := missing():
        pytest.skip(reason)
    environment = {**virtual_screen, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    program = [sys.executable, "-m", "cqviewer"]
    ran = subprocess.run(
        ["dbus-run-session", "--", SYSTEM_PYTHON, str(READER), first_figure(sheet), *program],
        env=environment,
        cwd=tmp_path_factory.mktemp("reader"),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found: Heard = json.loads(ran.stdout.splitlines()[-1])  # the bus's daemons write there, too
    return found


def first_figure(sheet: Sheet) -> str:
    """Return the phrase of the first tab's first figure."""
    figure = sheet.sections[0].figures[0]
    return Wording("en").figure_phrase(sheet.indicators[figure.indicator], figure.label)


def names(nodes: list[Node], role: str) -> list[str]:
    """Return the names of all parts of a role."""
    return [node["name"] for node in nodes if node["role"] == role]


def test_every_section_is_a_tab(heard: Heard, sheet: Sheet) -> None:
    titles = [Wording("en").text(section.title) for section in sheet.sections]
    assert list(heard["pages"]) == titles


def test_every_figure_is_one_phrase_of_name_value_period_and_status(
    heard: Heard, sheet: Sheet
) -> None:
    wording = Wording("en")
    assert all(section.figures for section in sheet.sections)
    for section in sheet.sections:
        wanted = [
            wording.figure_phrase(sheet.indicators[figure.indicator], figure.label)
            for figure in section.figures
        ]
        nodes = heard["pages"][wording.text(section.title)]
        found = names([node for node in nodes if node["within"] == "list"], "list item")
        assert [one for one in found if one in wanted] == wanted


def test_every_chart_has_its_values_as_description_and_its_marks_as_parts(
    heard: Heard, sheet: Sheet
) -> None:
    wording = Wording("en")
    assert any(section.charts for section in sheet.sections)
    for section in sheet.sections:
        nodes = heard["pages"][wording.text(section.title)]
        found = [(node["name"], node["description"]) for node in nodes if node["role"] == "chart"]
        lead = "The next button shows its figures as a table."
        assert found == [
            (
                wording.text(chart.title),
                f"{description(chart, sheet, wording)} {lead}",
            )
            for chart in section.charts
        ]
        marks = [node for node in nodes if node["within"] == "chart"]
        assert len(marks) >= len(section.charts)
        assert {node["role"] for node in marks} <= {"list item"}


def test_the_marks_of_a_chart_are_heard_one_by_one(heard: Heard, sheet: Sheet) -> None:
    nodes = heard["pages"][Wording("en").text(sheet.sections[0].title)]
    first = next(at for at, node in enumerate(nodes) if node["role"] == "chart")
    marks = list(itertools.takewhile(lambda one: one["within"] == "chart", nodes[first + 1 :]))
    assert len(marks) > 3
    assert heard["focused"][-len(marks) :] == [f"list item: {one['name']}" for one in marks]
    assert all(mark["description"].startswith("Source: ") for mark in marks)


def test_headings_have_levels_and_head_lists(heard: Heard, sheet: Sheet) -> None:
    wording = Wording("en")
    assert sheet.sections
    for section in sheet.sections:
        nodes = heard["pages"][wording.text(section.title)]
        headings = [(node["level"], node["name"]) for node in nodes if node["role"] == "heading"]
        titles = [wording.text(chart.title) for chart in section.charts]
        assert headings[0] == ("1", wording.text(sheet.title))
        assert [one for one in headings if one[1] in titles] == [("2", one) for one in titles]
        lists = names(nodes, "list")
        assert lists[0] == "Key figures"
        assert set(lists[1:]) <= {name for level, name in headings if level == "2"}


def test_charts_or_table_is_one_choice(heard: Heard) -> None:
    assert heard["pages"]
    for nodes in heard["pages"].values():
        assert names(nodes, "radio button") == ["Charts", "Table"]
        assert names(nodes, "check box") == ["Compare"]  # alone can be taken back


def test_the_language_is_exposed(heard: Heard) -> None:
    assert heard["pages"]
    for nodes in heard["pages"].values():
        texts = [node for node in nodes if node["role"] in ("heading", "label", "list item")]
        assert len(texts) > 10
        assert {node["language"].partition("_")[0] for node in texts} <= {"en", "C"}
        assert sum(node["language"].startswith("en") for node in texts) > 10


def test_every_button_has_a_name(heard: Heard) -> None:
    assert heard["pages"]
    for nodes in heard["pages"].values():
        buttons = [name for role in ("button", "toggle button") for name in names(nodes, role)]
        assert "Copy with citation" in buttons
        assert all(buttons)


def test_every_statement_is_text(heard: Heard, sheet: Sheet) -> None:
    wording = Wording("en")
    assert any(section.statements for section in sheet.sections)
    for section in sheet.sections:
        labels = names(heard["pages"][wording.text(section.title)], "label")
        for statement in section.statements:
            assert wording.text(statement.text) in labels


def test_copying_is_announced_once_with_what_was_copied(heard: Heard, sheet: Sheet) -> None:
    first = sheet.sections[0].figures[0].indicator
    phrase = Wording("en").figure_phrase(sheet.indicators[first])
    assert heard["announced"] == [f"Copied: {phrase}"]
