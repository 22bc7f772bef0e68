"""Reads a running program over AT-SPI, as a screen reader does, and prints what it met as JSON.

usage: at_spi_reader.py FIGURE COMMAND...

FIGURE is what the figure on the first tab is called that is to be selected.

Run by the system's Python, which has GObject introspection, inside a D-Bus session of its own.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi  # type: ignore[import-not-found, unused-ignore]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found, unused-ignore]  # noqa: E402

PATIENCE = 30.0  # seconds


def until(find: Callable[[], Any], what: str) -> Any:  # noqa: ANN401
    """Call a function, while events come in, until it gives what is waited for."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            if found := find():
                return found
        except GLib.Error:
            pass  # a part went while it was read
        time.sleep(0.05)
    sys.exit(f"{what} was not met in time")


def program(name: str) -> Any:  # noqa: ANN401
    """Give the program of a name on the bus, once it has a window."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child and child.get_name() == name and child.get_child_count():
            return child
    return None


def showing(node: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give a node and all below it that are on screen, in their order."""
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from showing(child)


def described(top: Any) -> list[dict[str, str]]:  # noqa: ANN401
    """Say of all nodes on screen what a reader would."""
    return [
        {
            "role": one.get_role_name(),
            "name": one.get_name(),
            "description": one.get_description(),
        }
        for one in showing(top)
    ]


def press(top: Any, role: str, name: str) -> None:  # noqa: ANN401
    """Press the first thing of a role whose name begins so."""

    def find() -> Any:  # noqa: ANN401
        return next(
            (
                one
                for one in showing(top)
                if one.get_role_name() == role and one.get_name().startswith(name)
            ),
            None,
        )

    until(find, f"the {role} '{name}'").do_action(0)


def main() -> None:
    """Walk every tab, select a figure and copy it, and print all that was said."""
    figure, *command = sys.argv[1:]
    announced: list[str] = []

    def on_announcement(event: Any) -> None:  # noqa: ANN401
        announced.append(str(event.any_data))

    Atspi.init()
    listener = Atspi.EventListener.new(on_announcement)
    listener.register("object:announcement")
    running = subprocess.Popen(command, stdout=sys.stderr)
    try:
        top = until(lambda: program("cqviewer"), "the program")
        tabs = until(
            lambda: [one.get_name() for one in showing(top) if one.get_role_name() == "page tab"],
            "a tab",
        )
        pages = {}
        for tab in tabs:
            press(top, "page tab", tab)
            time.sleep(1.0)
            pages[tab] = until(lambda: described(top), "a page")
        press(top, "page tab", tabs[0])
        time.sleep(0.5)
        press(top, "check box", figure)
        until(lambda: announced, "news of the selection")
        press(top, "push button", "Copy with citation")
        until(lambda: len(announced) > 1, "news of the copy")
    finally:
        running.terminate()
        running.wait()
    print(json.dumps({"pages": pages, "announced": announced}))


if __name__ == "__main__":
    main()
