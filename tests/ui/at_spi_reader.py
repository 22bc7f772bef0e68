"""Reads a running program over AT-SPI, as a screen reader does, and prints what it met as JSON.

usage: at_spi_reader.py FIGURE COMMAND...

FIGURE is what the figure on the first tab is called that is to be selected.

Run by the system's Python, which has GObject introspection, inside a D-Bus session of its own.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import gi  # type: ignore[import-not-found, unused-ignore]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found, unused-ignore]  # noqa: E402

PATIENCE_MS, STEP_MS = 60_000, 50


def until(find: Callable[[], Any], what: str) -> Any:  # noqa: ANN401
    """Call a function, while events come in, until it gives what is waited for."""
    ticks = GLib.timeout_add(STEP_MS, lambda: True)  # else nothing may ever wake the loop
    is_late: list[bool] = []
    why = ""
    GLib.timeout_add(PATIENCE_MS, lambda: is_late.append(True))
    while not is_late:
        try:
            if found := find():
                GLib.source_remove(ticks)
                return found
        except GLib.Error as error:  # a part went while it was read, or the program
            why = f": {error}"
        GLib.MainContext.default().iteration(True)
    sys.exit(f"{what} was not met in time{why}")


def program(name: str) -> Any:  # noqa: ANN401
    """Return the program of a name on the bus, once it has a window."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child and child.get_name() == name and child.get_child_count():
            return child
    return None


def showing(node: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield a node and all below it that are on screen, in their order."""
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from showing(child)


def role(node: Any) -> str:  # noqa: ANN401
    """Return the role of a node, by the name that AT-SPI has for it today."""
    name = str(node.get_role_name())
    return "button" if name == "push button" else name


def described(top: Any) -> list[dict[str, str]]:  # noqa: ANN401
    """Say of all nodes on screen what a reader would."""
    return [
        {
            "role": role(one),
            "name": one.get_name(),
            "description": one.get_description(),
            "level": one.get_attributes().get("level", ""),
            "language": one.get_object_locale(),
            "within": role(one.get_parent()),
        }
        for one in showing(top)
    ]


def met(top: Any, kind: str, name: str) -> Any:  # noqa: ANN401
    """Wait for the first node of a role whose name begins so."""

    def find() -> Any:  # noqa: ANN401
        nodes = (one for one in showing(top) if role(one) == kind)
        return next((one for one in nodes if one.get_name().startswith(name)), None)

    return until(find, f"the {kind} '{name}'")


def all_drawn(top: Any) -> bool:  # noqa: ANN401
    """Return whether each chart on screen has marks, which it has once it is drawn."""
    charts = [one for one in showing(top) if role(one) == "chart"]
    return bool(charts) and all(one.get_child_count() for one in charts)


def read_page(top: Any, tab: str) -> list[dict[str, str]]:  # noqa: ANN401
    """Turn to a tab, and read the window once two readings are the same."""
    met(top, "page tab", tab).do_action(0)
    chosen = Atspi.StateType.SELECTED
    until(lambda: met(top, "page tab", tab).get_state_set().contains(chosen), "the chosen tab")
    until(lambda: all_drawn(top), "the marks of the charts")
    readings: list[list[dict[str, str]]] = [[]]

    def is_steady() -> bool:
        readings.append(described(top))
        return readings[-1] == readings[-2]

    until(is_steady, "a page that stays as it is")
    return readings[-1]


def is_last(one: str, told: list[str]) -> bool:
    """Return whether something was told of last."""
    return told[-1:] == [one]


def walk(chart: Any, focused: list[str]) -> None:  # noqa: ANN401
    """Go to each mark of a chart, and wait until the focus is told to be there."""
    for index in range(chart.get_child_count()):
        mark = chart.get_child_at_index(index)
        told = f"{role(mark)}: {mark.get_name()}"
        mark.do_action(0)
        until(partial(is_last, told, focused), "the focus on a mark")


def main() -> None:
    """Walk every tab, a chart and the keys, select and copy a figure, and print what was said."""
    figure, *command = sys.argv[1:]
    announced: list[str] = []
    focused: list[str] = []
    selected: list[str] = []

    def on_announcement(event: Any) -> None:  # noqa: ANN401
        announced.append(str(event.any_data))

    def on_state(event: Any) -> None:  # noqa: ANN401
        if event.detail1:
            told = focused if event.type.endswith("focused") else selected
            told.append(f"{role(event.source)}: {event.source.get_name()}")

    Atspi.init()
    listener = Atspi.EventListener.new(on_announcement)
    listener.register("object:announcement")
    states = Atspi.EventListener.new(on_state)
    for state in ("focused", "selected"):
        states.register(f"object:state-changed:{state}")
    running = subprocess.Popen(command, stdout=sys.stderr)
    try:
        top = until(lambda: program("cqviewer"), "the program")
        tabs = until(
            lambda: [one.get_name() for one in showing(top) if role(one) == "page tab"],
            "a tab",
        )
        pages = {tab: read_page(top, tab) for tab in tabs}
        read_page(top, tabs[0])
        met(top, "list item", figure).do_action(0)
        until(lambda: f"list item: {figure}" in selected, "the selected figure")
        met(top, "button", "Copy with citation").do_action(0)
        until(lambda: announced, "news of the copy")
        walk(met(top, "chart", ""), focused)
    finally:
        running.terminate()
        running.wait()
    print(json.dumps({"pages": pages, "announced": announced, "focused": focused}))


if __name__ == "__main__":
    main()
