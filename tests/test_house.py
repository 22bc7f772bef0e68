"""The rules of the house that neither ruff nor mypy knows."""

import ast
import importlib
import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

import cqviewer
from tests.checkout import CHECKOUT

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_WINDOW = 400, 60, 300  # lines
TOP_LEVEL = {
    *(
        ".ci",
        ".gitattributes",
        ".gitignore",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "cqviewer",
    ),
    *("data", "pyproject.toml", "requirements-build.txt", "requirements-test.txt"),
    *("requirements.txt", "resources", "run", "tests"),
}
SAYS_NOTHING = {"utils", "util", "common", "core", "misc", "helpers", "helper", "tools", "base"}
CLOCKS = {"perf_counter", "sleep", "qSleep", "qWait", "msleep", "usleep", "QElapsedTimer"}
THE_CLOCK = "tests/patience.py"  # it says when to give up waiting, and is the only one
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(*folders: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the source of each module of the checkout below the folders."""
    for folder in folders:
        for path in sorted((CHECKOUT / folder).rglob("*.py")):
            yield str(path.relative_to(CHECKOUT)), path.read_text("utf-8")


def tracked_files() -> list[str]:
    """List what git keeps; skip the test where this is no git checkout, or where git is not."""
    if not (CHECKOUT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout, or git is missing")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, check=True, capture_output=True, text=True
    )
    return [name for name in listed.stdout.split("\0") if name]


def length(node: Function | ast.ClassDef) -> int:
    """Count the lines of a function or class, its docstring included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def too_long(source: str) -> Iterator[str]:
    """Name what exceeds the size limits in a module."""
    if len(source.splitlines()) >= LONGEST_FILE:
        yield "the file"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function) and length(node) >= LONGEST_FUNCTION:
            yield node.name
        if isinstance(node, ast.ClassDef):
            is_window = any("QMainWindow" in ast.unparse(base) for base in node.bases)
            if is_window and length(node) >= LONGEST_WINDOW:
                yield node.name


def captured_self(source: str) -> Iterator[str]:
    """Name each signal of a module that is connected to a lambda which holds self."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".connect"):
            held = [
                name
                for given in node.args
                for part in ast.walk(given)
                if isinstance(part, ast.Lambda)
                for name in ast.walk(part.body)
                if isinstance(name, ast.Name) and name.id == "self"
            ]
            if held:
                yield ast.unparse(node.func)


def vague_docstrings(source: str) -> Iterator[str]:
    """Name what has no docstring that begins with one sentence on a line of its own."""
    for node in documented(ast.parse(source)):
        first = (ast.get_docstring(node) or "").partition("\n")[0]
        if not re.search(r"\w.*[.:;]$", first):
            yield getattr(node, "name", "the module")


def documented(node: ast.Module | ast.ClassDef) -> Iterator[ast.Module | ast.ClassDef | Function]:
    """Yield a module or class with its classes and public functions, not inner ones.

    Methods in camelCase override Qt's, which Qt explains.
    """
    yield node
    if isinstance(node, ast.ClassDef) and node.name.startswith("_"):
        return
    for part in node.body:
        if isinstance(part, ast.ClassDef):
            yield from documented(part)
        elif isinstance(part, Function) and not re.search("^_|[a-z][A-Z]", part.name):
            yield part


def clocks(source: str) -> Iterator[str]:
    """Name each clock that a module reads, and each time that it waits for."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import) and any(one.name == "time" for one in node.names):
            yield "import time"
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            yield "from time"
        if isinstance(node, ast.Attribute | ast.Name):
            name = node.attr if isinstance(node, ast.Attribute) else node.id
            if name in CLOCKS or ast.unparse(node) == "qtbot.wait":
                yield ast.unparse(node)
        if isinstance(node, ast.keyword) and node.arg == "wait":  # of assertNotEmitted
            yield f"wait={ast.unparse(node.value)}"


def runs(iterable: ast.expr, constants: dict[str, ast.expr]) -> bool:
    """Return whether a loop over an expression surely has a turn, as the source alone shows."""
    match iterable:
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return any(
                not isinstance(one, ast.Starred) or runs(one.value, constants) for one in parts
            )
        case ast.Dict(keys=keys):
            return any(keys)
        case ast.Constant(value=str(text)):
            return bool(text)
        case ast.Name(id=name):
            return name in constants and runs(constants[name], {})
        case ast.Call(func=ast.Name(id="range"), args=bounds):
            try:
                return bool(range(*map(ast.literal_eval, bounds)))
            except ValueError:
                return False
        case ast.Call(func=ast.Name(id="enumerate" | "zip" | "sorted" | "reversed"), args=given):
            return bool(given) and all(runs(one, constants) for one in given)
        case ast.Call(func=ast.Attribute(value=value, attr="items" | "keys" | "values")):
            return runs(value, constants)
    return False


def assertions(node: ast.AST, constants: dict[str, ast.expr], *, sure: bool) -> Iterator[bool]:
    """Yield for each assertion below a node whether it is surely made, whatever is looped over."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.Assert):
            yield sure
        elif isinstance(part, ast.For):
            yield from assertions(part, constants, sure=sure and runs(part.iter, constants))
        elif isinstance(part, ast.While | ast.If | Function):
            yield from assertions(part, constants, sure=False)
        else:
            yield from assertions(part, constants, sure=sure)


def idle_tests(source: str) -> Iterator[str]:
    """Name each test that asserts in loops alone, and would pass if none of them had a turn."""
    module = ast.parse(source)
    constants = {
        name.id: node.value
        for node in module.body
        if isinstance(node, ast.Assign)
        for name in node.targets
        if isinstance(name, ast.Name)
    }
    for node in ast.walk(module):
        if isinstance(node, Function) and node.name.startswith("test_"):
            made = list(assertions(node, constants, sure=True))
            if made and not any(made):
                yield node.name


CHECKS: list[tuple[Callable[[str], Iterator[str]], str]] = [
    (too_long, "x = 1\n" * LONGEST_FILE),
    (too_long, "def long():\n" + "    x = 1\n" * (LONGEST_FUNCTION - 1)),
    (too_long, "class Window(QtWidgets.QMainWindow):\n" + "    x = 1\n" * (LONGEST_WINDOW - 1)),
    (captured_self, "class A:\n    def b(self):\n        self.c.d.connect(lambda: self.e())"),
    (vague_docstrings, "x = 1"),
    (vague_docstrings, '"""What lives here."""\nclass A:\n    def b(self): ...'),
    (vague_docstrings, '"""What lives here, but not in\none line."""'),
    (clocks, "import time"),
    (clocks, "from time import monotonic"),
    (clocks, "def test_a(qtbot):\n    qtbot.wait(5)"),
    (clocks, "QTest.qWait(5)"),
    (clocks, "with qtbot.assertNotEmitted(a.b, wait=5): pass"),
    (idle_tests, "def test_a():\n    for b in c():\n        assert b"),
    (idle_tests, "def test_a():\n    while b():\n        assert c"),
    (idle_tests, "def test_a():\n    for b in (1, 2):\n        for c in b:\n            assert c"),
    (idle_tests, "def test_a():\n    for b in ():\n        assert b"),
    (idle_tests, "def test_a():\n    for b in range(0):\n        assert b"),
    (idle_tests, "class A:\n    def test_a(self):\n        for b in (*c,):\n            assert b"),
]


@pytest.mark.parametrize(("check", "planted"), CHECKS)
def test_a_planted_fault_is_caught(check: Callable[[str], Iterator[str]], planted: str) -> None:
    assert list(check(planted))


@pytest.mark.parametrize(
    ("check", "sound"),
    [
        (clocks, "event.wait(10)\nqtbot.waitUntil(is_so)\nwith qtbot.waitSignal(a.b): pass"),
        (idle_tests, "def test_a():\n    assert c\n    for b in c:\n        assert b"),
        (idle_tests, "B = (1, 2)\ndef test_a():\n    for b in B:\n        assert b"),
        (idle_tests, "def test_a():\n    for b, c in enumerate('ab'):\n        assert c"),
        (idle_tests, "def test_a():\n    for b, c in {1: 2}.items():\n        assert c"),
    ],
)
def test_what_is_sound_is_not_taken_for_a_fault(
    check: Callable[[str], Iterator[str]], sound: str
) -> None:
    assert not list(check(sound))


def test_files_functions_and_classes_are_short() -> None:
    assert not {
        path: found
        for path, source in modules("cqviewer", "tests")
        if (found := [*too_long(source)])
    }


def test_no_signal_is_connected_to_a_lambda_that_holds_self() -> None:
    assert not {
        path: found for path, source in modules("cqviewer") if (found := [*captured_self(source)])
    }


def test_docstrings_begin_with_one_sentence() -> None:
    assert not {
        path: found
        for path, source in modules("cqviewer")
        if (found := [*vague_docstrings(source)])
    }


def test_no_test_reads_a_clock_or_waits_for_a_fixed_time() -> None:
    assert not {
        path: found
        for path, source in modules("tests")
        if not path.startswith("tests/benchmarks/")
        if path != THE_CLOCK
        if (found := [*clocks(source)])
    }


def test_tests_that_assert_in_loops_also_assert_that_these_ran() -> None:
    assert not {
        path: found for path, source in modules("tests") if (found := [*idle_tests(source)])
    }


def test_camel_case_is_used_only_where_a_method_of_qt_is_overridden() -> None:
    invented = []
    for path, source in modules("cqviewer/ui"):
        module = importlib.import_module(
            path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        )
        for node in ast.walk(ast.parse(source)):
            if not isinstance(node, ast.ClassDef):
                continue
            # A mixin overrides what the widget beside it has.
            above = getattr(module, node.name).__mro__[1:]
            is_mixin = not any(one.__module__.startswith("PySide6") for one in above)
            above = [*above, QWidget] if is_mixin else above
            invented += [
                f"{node.name}.{method.name}"
                for method in node.body
                if isinstance(method, Function)
                and re.search("[a-z][A-Z]", method.name)
                and not any(hasattr(parent, method.name) for parent in above)
            ]
    assert not invented


def test_no_two_classes_have_one_name() -> None:
    homes: dict[str, list[str]] = {}
    for path, source in modules("cqviewer"):
        for node in ast.parse(source).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(path)
    assert homes
    assert not {name: paths for name, paths in homes.items() if len(paths) > 1}


def test_every_file_is_named_after_what_it_holds() -> None:
    assert not [path for path, _ in modules("cqviewer", "tests") if Path(path).stem in SAYS_NOTHING]


def test_the_top_folder_holds_nothing_else() -> None:
    assert {name.partition("/")[0] for name in tracked_files()} <= TOP_LEVEL


def test_nothing_is_left_to_do_and_no_file_leans_on_a_folder_outside() -> None:
    # In brackets, so that this file does not find itself.
    unfinished = re.compile("TO[D]O|FIX[M]E|XX[X]")
    outside = re.compile(r"\.\./[s]hared")
    found = []
    for name in tracked_files():
        try:
            text = (CHECKOUT / name).read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # a font or picture, or a file that is being removed
        if unfinished.search(text) or (name != ".ci/run" and outside.search(text)):
            found.append(name)
    assert not found


def test_the_changelog_ends_with_this_version() -> None:
    heading = re.search(
        r"^## \[?(\d[^\s\]]*)", (CHECKOUT / "CHANGELOG.md").read_text("utf-8"), re.M
    )
    assert heading is not None
    assert heading[1] == cqviewer.__version__


def pinned(lock: str) -> set[str]:
    """Read the names and versions that a lock pins, with their conditions."""
    lines = (CHECKOUT / lock).read_text("utf-8").splitlines()
    return {line.removesuffix(" \\") for line in lines if re.match(r"\w.*==", line)}


def test_the_lock_of_the_tests_holds_all_of_the_lock_to_run() -> None:
    assert pinned("requirements.txt") <= pinned("requirements-test.txt")


def test_the_locks_pin_what_the_project_asks_for() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    for lock, asked in [
        ("requirements.txt", project["dependencies"]),
        ("requirements-test.txt", project["optional-dependencies"]["test"]),
    ]:
        names = {line.partition("==")[0] for line in pinned(lock)}
        wanted = {re.split("[<>=]", line)[0].lower() for line in asked}
        assert wanted <= names
