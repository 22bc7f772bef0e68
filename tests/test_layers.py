"""The layers point downwards only, from ui to model. One thread is enough."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checkout import CHECKOUT, run_python

LAYERS = ("model", "charts", "printing", "importing", "evidence", "worker", "ui")
QT = ("PySide6", "shiboken6")
FORBIDDEN = {
    "model": (*QT, "matplotlib", "typst"),
    "charts": (*QT, "typst"),
    "printing": QT,
    "importing": (*QT, "matplotlib", "typst"),
    "evidence": (*QT, "matplotlib", "typst"),
    "worker": QT,
    "ui": (),
    "": QT,
}
THREADS = ("threading", "_thread", "concurrent", "multiprocessing", "queue", "asyncio")
QT_THREADS = ("QThread", "QThreadPool", "QRunnable", "QMutex", "QtConcurrent")
COLLECTING = ("gc", "shiboken6", "sys.setswitchinterval")
IN_THE_PROCESS = ("serve.py", "tasks.py")
"""What of the worker's folder runs in the worker process alone."""
NOWHERE = ("matplotlib.pyplot", "matplotlib.pylab", "pylab", "cqviewer.cli")


def imported(source: str, package: str) -> Iterator[str]:
    """Name all that a module imports, wherever it does; `package` is the one it lies in."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join(
                [*(above if node.level else []), *([node.module] if node.module else [])]
            )
            yield from (f"{base}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Call) and "import" in ast.unparse(node.func):
            yield from (str(name.value) for name in node.args if isinstance(name, ast.Constant))


def violations(layer: str, source: str) -> list[str]:
    """List the imports by which a module of a layer ('' for the top folder) breaks the rules."""
    forbidden = [*FORBIDDEN[layer], *NOWHERE]
    if layer:
        forbidden += [f"cqviewer.{upper}" for upper in LAYERS[LAYERS.index(layer) + 1 :]]
    package = f"cqviewer.{layer}".rstrip(".")
    return [
        name
        for name in imported(source, package)
        if any(name == root or name.startswith(f"{root}.") for root in forbidden)
    ]


def modules(folder: str) -> Iterator[tuple[str, Path]]:
    """Yield each module of a folder of the checkout with the layer it belongs to."""
    for path in sorted((CHECKOUT / folder).rglob("*.py")):
        layer = path.relative_to(CHECKOUT / folder).parts[0]
        yield layer if layer in LAYERS else "", path


def test_every_module_imports_from_its_own_layer_or_below() -> None:
    # __main__ is the one that calls cli.
    broken = {
        str(path.relative_to(CHECKOUT)): found
        for layer, path in modules("cqviewer")
        if path.name != "__main__.py" and (found := violations(layer, path.read_text("utf-8")))
    }
    assert not broken


def test_the_tests_of_the_lower_layers_need_no_qt() -> None:
    broken = [
        path
        for layer, path in modules("tests")
        if layer in LAYERS[:-1]
        for name in imported(path.read_text("utf-8"), f"tests.{layer}")
        if name.startswith((*QT, "pytestqt", "cqviewer.ui"))
    ]
    assert not broken


def threads(source: str, *, is_collecting: bool = False) -> list[str]:
    """List by what a module makes threads, or meddles with what is made for them.

    With `is_collecting` it may tell Python's garbage collector what to do.
    """
    forbidden = (*THREADS, *(() if is_collecting else COLLECTING))
    tree = ast.parse(source)
    names = [*imported(source, "cqviewer.ui")]
    names += [ast.unparse(one) for one in ast.walk(tree) if isinstance(one, ast.Attribute)]
    return [
        name
        for name in names
        if any(name == root or name.startswith(f"{root}.") for root in forbidden)
        or set(name.split(".")) & set(QT_THREADS)
    ]


def test_the_window_s_process_has_one_thread() -> None:
    sources = {
        path: path.read_text("utf-8")
        for layer, path in modules("cqviewer")
        if layer in ("ui", "worker") or path.name == "cli.py"
    }
    assert len(sources) > 70
    broken = {
        path.name: found
        for path, source in sources.items()
        if (found := threads(source, is_collecting=path.name in IN_THE_PROCESS))
    }
    assert not broken


@pytest.mark.parametrize(
    "source",
    [
        "import threading",
        "from threading import Lock",
        "from concurrent.futures import Future",
        "def wait():\n    import queue",
        "from PySide6.QtCore import QObject, QThreadPool",
        "from PySide6 import QtCore\nclass Job(QtCore.QRunnable): ...",
        "from PySide6 import QtCore\nQtCore.QThread()",
        "import gc",
        "from gc import freeze",
        "import sys\nsys.setswitchinterval(0.1)",
        "import shiboken6",
    ],
)
def test_a_planted_thread_is_caught(source: str) -> None:
    assert threads(source)


@pytest.mark.parametrize(
    "source",
    ["from PySide6.QtCore import QProcess, QSocketNotifier", "import subprocess", "one.gc = 2"],
)
def test_what_needs_no_thread_is_not_caught(source: str) -> None:
    assert not threads(source)


def test_the_worker_process_itself_may_collect_its_garbage_but_has_no_threads_either() -> None:
    assert not threads("import gc\ngc.freeze()", is_collecting=True)
    assert threads("import threading", is_collecting=True)


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("model", "import PySide6.QtCore"),
        ("model", "from matplotlib.figure import Figure"),
        ("model", "from cqviewer.charts import style"),
        ("model", "from cqviewer import charts"),
        ("model", "from ..ui import store"),
        ("model", "from .. import ui"),
        ("charts", "def draw():\n    from PySide6 import QtGui"),
        ("charts", "import matplotlib.pyplot as plt"),
        ("charts", "from matplotlib import pyplot"),
        ("charts", "import cqviewer.printing"),
        ("printing", "import importlib\nimportlib.import_module('PySide6.QtPdf')"),
        ("printing", "__import__('cqviewer.ui.window.window')"),
        ("printing", "from cqviewer.worker import tasks"),
        ("printing", "from cqviewer.importing import making"),
        ("importing", "from cqviewer.worker import tasks"),
        ("importing", "from cqviewer.evidence import places"),
        ("evidence", "from cqviewer.worker import tasks"),
        ("worker", "from PySide6.QtCore import QObject"),
        ("worker", "from cqviewer.ui import worker_client"),
        ("ui", "from cqviewer.cli import main"),
        ("", "from PySide6.QtWidgets import QApplication"),
    ],
)
def test_a_planted_violation_is_caught(layer: str, source: str) -> None:
    assert violations(layer, source)


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("model", "import yaml\nfrom cqviewer.model.facts import FactSheet"),
        ("charts", "from matplotlib.figure import Figure\nfrom cqviewer.model import facts"),
        ("printing", "from cqviewer.charts import style\nfrom cqviewer.paths import data_folder"),
        ("worker", "from cqviewer.printing import typeset\nfrom cqviewer.charts import draw"),
        ("ui", "from PySide6 import QtWidgets\nfrom cqviewer.worker import tasks"),
        ("", "def window():\n    from cqviewer.ui import app"),
    ],
)
def test_what_is_allowed_is_not_caught(layer: str, source: str) -> None:
    assert not violations(layer, source)


def test_every_package_that_is_imported_is_asked_for() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {re.split("[<>=]", line)[0].lower() for line in project["dependencies"]}
    providers = importlib.metadata.packages_distributions()
    unasked = {
        f"{name} in {path.name}"
        for _, path in modules("cqviewer")
        for name in imported(path.read_text("utf-8"), "cqviewer")
        if (top := name.partition(".")[0]) not in {*sys.stdlib_module_names, "cqviewer"}
        if not asked & {found.lower().replace("_", "-") for found in providers.get(top, [])}
    }
    assert not unasked


@pytest.mark.parametrize("layer", LAYERS[:-1])
def test_the_lower_layers_load_where_there_is_no_qt(layer: str) -> None:
    blocked = FORBIDDEN[layer]
    load = (
        "import importlib, sys\n"
        f"sys.modules.update(dict.fromkeys({blocked!r}))\n"  # None makes an import of it fail
        "for name in sys.argv[1:]: importlib.import_module(name)"
    )
    names = [
        ".".join(path.relative_to(CHECKOUT).with_suffix("").parts)
        for found, path in modules("cqviewer")
        if found == layer
    ]
    done = run_python(load, *names)
    assert done.returncode == 0, done.stderr
