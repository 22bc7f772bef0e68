"""README and CONTRIBUTING are true: their commands run, and what they list is all that there is."""

import re
import shlex
import tomllib

import pytest

from cqviewer.cli import run_command
from cqviewer.commands.arguments import COMMANDS
from cqviewer.paths import bundled_sheet
from tests.checkout import CHECKOUT
from tests.test_layers import LAYERS

README, CONTRIBUTING = (
    (CHECKOUT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")
)
PRINTS = re.findall(r"^\./run (print \S+\.yaml -o [^|\n]+)", CONTRIBUTING, re.MULTILINE)


@pytest.mark.parametrize("line", PRINTS)
def test_a_print_to_look_at_is_a_pdf(
    line: str, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CHECKOUT)
    assert run_command(shlex.split(line)) == 0
    assert capfdbinary.readouterr().out.startswith(b"%PDF-")


def test_there_is_a_print_to_look_at() -> None:
    assert PRINTS


def test_every_command_has_its_row() -> None:
    assert set(COMMANDS) <= set(re.findall(r"^\| `cqviewer (\w+)", README, re.MULTILINE))


def test_every_layer_has_its_row_in_order() -> None:
    rows = re.findall(r"^\| `cqviewer/(\w+)`", README, re.MULTILINE)
    assert tuple(rows) == LAYERS


def test_every_column_of_an_export_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["export", str(bundled_sheet()), "--format", "csv", "-o", "-"]) == 0
    heads = capsys.readouterr().out.partition("\n")[0].strip("\ufeff\r").split(",")
    cells = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", README, re.MULTILINE)
    assert sorted(re.findall(r"\w+", " ".join(cells))) == sorted(heads)


def test_every_library_is_named_with_its_reason() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {*project["dependencies"], *project["optional-dependencies"]["cluster"]}
    wanted |= {*project["optional-dependencies"]["sdmx"], *project["optional-dependencies"]["test"]}
    names = {re.split(r"[\[>=]", one)[0] for one in wanted if not one.startswith("types-")}
    stands = README[README.index("### What it stands on") :].lower()
    assert {one for one in names if one.lower() not in stands} == set()


def test_every_room_is_explained() -> None:
    table = CONTRIBUTING[CONTRIBUTING.index("| Room |") : CONTRIBUTING.index("## How to add")]
    named: set[str] = set()
    for cell in re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE):
        first, *others = re.findall(r"`([\w/]+)`", cell)
        parent = first.rpartition("/")[0]
        named |= {first} | {one if "/" in one else f"{parent}/{one}" for one in others}
    package = CHECKOUT / "cqviewer"
    rooms = {one.parent.relative_to(package).as_posix() for one in package.rglob("__init__.py")}
    assert rooms - {".", "model", "ui"} == named
