"""The rooms of the house: small, explained by a sentence, and without an import circle."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.checkout import CHECKOUT

PACKAGE = CHECKOUT / "cqviewer"
MOST_FILES = 16
MOST_IMPORTS_IN_FUNCTIONS = 40
LAYERS = ("model", "charts", "printing", "importing", "evidence", "worker", "ui")

Sources = Mapping[str, str]
"""The source of each module, by its dotted name."""


def sources() -> dict[str, str]:
    """Read all modules of the package."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(CHECKOUT).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path.read_text("utf-8")
    return found


def imports(source: str, known: Iterable[str]) -> Iterator[str]:
    """Yield the known modules that a source imports, wherever and for whatever it does so."""
    names = set(known)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for one in node.names:
                full = f"{node.module}.{one.name}"
                if full in names:
                    yield full
                elif node.module in names:
                    yield node.module


def room(module: str, known: Iterable[str]) -> str:
    """Return the folder of a module that lies in one below its layer, else the module itself."""
    if any(name.startswith(f"{module}.") for name in known):
        return module
    parts = module.split(".")
    return ".".join(parts[:-1]) if len(parts) > 3 else module


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """Return one circle of a graph, its first member repeated at the end; empty if it has none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def circle_of_modules(modules: Sources) -> list[str]:
    """Return modules that import each other in a circle."""
    return circle({name: set(imports(text, modules)) - {name} for name, text in modules.items()})


def circle_of_rooms(modules: Sources) -> list[str]:
    """Return rooms that import each other in a circle."""
    graph: dict[str, set[str]] = {}
    for name, text in modules.items():
        mine = room(name, modules)
        others = {room(one, modules) for one in imports(text, modules)} - {mine}
        graph.setdefault(mine, set()).update(others)
    return circle(graph)


def imports_in_functions(source: str) -> int:
    """Count the imports inside functions, by a statement or by `import_module` with a plain name.

    A name that is put together says what of several is wanted: a command, a reader.
    """
    functions = (
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    found = {
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        or (
            isinstance(node, ast.Call)
            and ast.unparse(node.func).endswith("import_module")
            and not isinstance(node.args[0], ast.JoinedStr)
        )
    }
    return len(found)


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle_of_modules(sources()) == []


def test_no_rooms_import_each_other_in_a_circle() -> None:
    assert circle_of_rooms(sources()) == []


@pytest.mark.parametrize(
    "planted",
    [
        {"a.b": "import a.c", "a.c": "def f():\n    from a import b"},
        {"a.b": "from a.c import x", "a.c": "if TYPE_CHECKING:\n    from a.b import y"},
    ],
)
def test_a_planted_circle_of_modules_is_caught(planted: Sources) -> None:
    assert circle_of_modules(planted)


def test_a_planted_circle_of_rooms_is_caught() -> None:
    planted = {
        "p.ui.page.card": "import p.ui.panel.rows",
        "p.ui.panel.rows": "",
        "p.ui.panel.source": "import p.ui.page.chart",
        "p.ui.page.chart": "",
    }
    assert circle_of_modules(planted) == []
    assert circle_of_rooms(planted)


def test_each_room_has_few_files_and_a_sentence_on_what_lives_there() -> None:
    folders = [PACKAGE, *(path for path in PACKAGE.rglob("*") if any(path.glob("*.py")))]
    assert len(folders) > len(LAYERS)
    for folder in folders:
        modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
        assert len(modules) <= MOST_FILES, folder
        sentence = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
        assert (sentence or "").partition("\n")[0].endswith("."), folder


def test_few_imports_hide_in_functions() -> None:
    counts = {name: imports_in_functions(text) for name, text in sources().items()}
    assert sum(counts.values()) <= MOST_IMPORTS_IN_FUNCTIONS, {
        name: count for name, count in counts.items() if count
    }


def test_an_import_in_a_function_is_counted_once() -> None:
    source = "import a\ndef f():\n    import b\n    def g():\n        from c import d\n"
    assert imports_in_functions(source) == 2
    by_call = "def f(x):\n    import_module('b')\n    import_module(f'b.{x}')\n"
    assert imports_in_functions(by_call) == 1
