"""What PyInstaller is told to put into the program for machines without Python, and the locks."""

import ast
import re
import runpy
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cqviewer.commands.arguments import COMMANDS
from tests.checkout import CHECKOUT

SPEC = CHECKOUT / "resources" / "pyinstaller" / "cqviewer.spec"

Entry = tuple[str, str, str]

FOUND: list[Entry] = [
    ("PySide6/Qt/plugins/platforms/libqxcb.so", "xcb", "BINARY"),
    ("PySide6/Qt/plugins/imageformats/libqsvg.so", "svg", "BINARY"),
    ("PySide6/Qt/plugins/imageformats/libqtiff.so", "tiff", "BINARY"),
    ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "tls", "BINARY"),
    ("PySide6/Qt/lib/libQt6XcbQpa.so.6", "xcbqpa", "BINARY"),
    ("libtiff.so.6", "libtiff", "BINARY"),
    ("libpython3.11.so.1.0", "libpython", "BINARY"),
    ("lib-dynload/_struct.so", "struct", "EXTENSION"),
    ("libQt6XcbQpa.so.6", "PySide6/Qt/lib/libQt6XcbQpa.so.6", "SYMLINK"),
    ("libtiff-link.so.6", "libtiff.so.6", "SYMLINK"),
]
DATA: list[Entry] = [
    ("babel/locale-data/root.dat", "", "DATA"),
    ("babel/locale-data/zh_Hans_CN.dat", "", "DATA"),
    ("babel/locale-data/en.dat", "", "DATA"),
    ("babel/locale-data/fr.dat", "", "DATA"),
    ("PySide6/Qt/translations/qtbase_zh_CN.qm", "", "DATA"),
    ("PySide6/Qt/translations/qtbase_de.qm", "", "DATA"),
    ("cqviewer/resources/style.qss", "", "DATA"),
    ("cqviewer/resources/pictures/window.png", "", "DATA"),
]
NEEDS = {"xcb": ["libQt6XcbQpa.so.6"], "tiff": ["libtiff.so.6"]}


class Builder:
    """Stands in for PyInstaller: finds some files, and notes what is asked and what is kept."""

    def __init__(self) -> None:
        self.asked: dict[str, Any] = {}
        self.kept: set[str] = set()
        self.started: list[str] = []
        self.binaries, self.datas, self.pure = FOUND, DATA, None
        self.scripts = [(name,) for name in ("pyi_rth_mplconfig", "pyi_rth_pyside6", "__main__")]

    def analyse(self, scripts: list[str], **asked: Any) -> "Builder":  # noqa: ANN401
        """Note what is asked for."""
        self.asked = {"scripts": scripts, **asked}
        return self

    def describe(self, name: str, *, recursive: bool) -> list[tuple[str, str]]:
        """Return where the description of a library lies; one that depends on none is not asked."""
        assert recursive
        metadata.version(name)
        return [(f"/packages/{name}.dist-info", f"{name}.dist-info")]

    def start(self, _modules: object, scripts: list[tuple[str]], **_: object) -> None:
        """Note what the program runs, in order."""
        self.started = [one[0] for one in scripts]

    def collect(self, _program: object, files: list[Entry], *, name: str) -> None:
        """Note what is kept."""
        assert name == "cqviewer"
        self.kept = {entry[0] for entry in files}


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Follow the specification without PyInstaller."""
    builder = Builder()
    parts: dict[str, dict[str, Any]] = {
        "PyInstaller": {},
        "PyInstaller.building": {},
        "PyInstaller.depend": {},
        "PyInstaller.utils": {},
        "PyInstaller.building.api": {
            "COLLECT": builder.collect,
            "EXE": builder.start,
            "PYZ": lambda _: None,
        },
        "PyInstaller.building.build_main": {"Analysis": builder.analyse},
        "PyInstaller.depend.bindepend": {
            "get_imports": lambda path: [(name, None) for name in NEEDS.get(path, [])]
        },
        "PyInstaller.utils.hooks": {"copy_metadata": builder.describe},
    }
    for name, contents in parts.items():
        module = ModuleType(name)
        vars(module).update(contents)
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(sys, "platform", "linux")
    runpy.run_path(str(SPEC), {"SPECPATH": str(SPEC.parent)})
    return builder


def test_all_data_and_resources_go_where_a_wheel_has_them(built: Builder) -> None:
    places = {target: Path(source) for source, target in built.asked["datas"]}
    own = {target: source for target, source in places.items() if "dist-info" not in target}
    assert own == {
        "cqviewer": CHECKOUT / "LICENSE",
        "cqviewer/data": CHECKOUT / "data",
        "cqviewer/resources": CHECKOUT / "resources",
    }
    assert all(source.exists() for source in own.values())
    assert {"PySide6-Essentials.dist-info", "typst.dist-info"} <= set(places)  # About names them
    assert built.asked["scripts"] == [str(CHECKOUT / "cqviewer" / "__main__.py")]


def test_commands_come_along_though_no_line_imports_them(built: Builder) -> None:
    asked = set(built.asked["hiddenimports"])
    assert {f"cqviewer.commands.{name}" for name in COMMANDS} <= asked
    assert all(find_spec(name) for name in asked)


def test_nothing_is_left_out_that_the_program_imports(built: Builder) -> None:
    imported: set[str] = set()
    for file in (CHECKOUT / "cqviewer").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Import):
                imported.update(one.name for one in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.update({node.module, *(f"{node.module}.{one.name}" for one in node.names)})
    assert "PySide6.QtPdf" in imported
    for name in built.asked["excludes"]:
        assert not [one for one in imported if f"{one}.".startswith(f"{name}.")]


def test_matplotlib_keeps_its_list_of_fonts_from_start_to_start(built: Builder) -> None:
    assert built.started == ["pyi_rth_pyside6", "__main__"]


def test_only_what_has_a_use_is_kept(built: Builder) -> None:
    assert built.kept == {
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "libQt6XcbQpa.so.6",
        "libpython3.11.so.1.0",
        "lib-dynload/_struct.so",
        "babel/locale-data/root.dat",
        "babel/locale-data/zh_Hans_CN.dat",
        "babel/locale-data/en.dat",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "cqviewer/resources/style.qss",
    }


@pytest.mark.parametrize("kind", ["test", "build"])
def test_the_other_locks_hold_every_package_of_the_programs_in_its_version(kind: str) -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+", (CHECKOUT / name).read_text("utf-8"), re.MULTILINE))

    own = pins("requirements.txt")
    assert own
    assert own < pins(f"requirements-{kind}.txt")
