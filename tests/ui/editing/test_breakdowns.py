"""The form at a part of a figure that is broken down."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from tests.model.sheets import figure, sheet_text
from tests.ui.conftest import OpenWindow
from tests.ui.editing.writing import form_of, rest

DIMENSIONS = """\
dimensions:
  area: {name: Area, items: {north: North, south: South}}
  kind: {name: Kind, items: {paper: Paper, glass: Glass}}
"""
BROKEN_DOWN = sheet_text(
    f"waste: {figure(value=None, by='area', items='{north: 1, south: 2}')}\n"
    f"crossed: {figure(value=None, by='[area, kind]', items='{north: {paper: 3, glass: 4}}')}",
    head=DIMENSIONS,
)


@pytest.mark.parametrize(
    ("selected", "path"),
    [
        ("waste.north", ("waste", "items", "north")),
        ("crossed.north.paper", ("crossed", "items", "north", "paper")),
    ],
)
def test_f2_at_a_part_of_a_breakdown_shows_that_part(
    selected: str, path: tuple[str, ...], open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "parts.yaml"
    file.write_text(BROKEN_DOWN, "utf-8")
    window = open_window(load_sheet(file), file, selected=selected)
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    part = form_of(window).part
    assert part is not None
    assert part.path == ("indicators", *path)
    window.store.select("waste.south")
    rest(qtbot)
    part = form_of(window).part
    assert part is not None
    assert part.path == ("indicators", "waste", "items", "south")
