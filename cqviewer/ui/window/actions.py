"""The table of actions (name, text, shortcuts), and the menus as lists of names."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

CONTEXT = "Actions"


class ActionRow(NamedTuple):
    """One action: its English text, its shortcuts, and its group if it is a choice."""

    name: str
    text: object  # marked for translation by QT_TRANSLATE_NOOP, which returns an object
    shortcuts: str = ""
    group: str = ""
    is_checkable: bool = False


ACTIONS = (
    ActionRow("new_window", QT_TRANSLATE_NOOP("Actions", "&New window"), "Ctrl+N"),
    ActionRow("new_sheet", QT_TRANSLATE_NOOP("Actions", "New &sheet…"), "Ctrl+Shift+N"),
    ActionRow("bring_data", QT_TRANSLATE_NOOP("Actions", "Bring in newer d&ata…")),
    ActionRow("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), "Ctrl+O"),
    ActionRow(
        "open_in_new_window",
        QT_TRANSLATE_NOOP("Actions", "Open in new &window…"),
        "Ctrl+Shift+O",
    ),
    ActionRow("reload", QT_TRANSLATE_NOOP("Actions", "Re&load"), "F5"),
    ActionRow("edit_sheet", QT_TRANSLATE_NOOP("Actions", "Open in a text e&ditor"), "Ctrl+Shift+E"),
    ActionRow("export_pdf", QT_TRANSLATE_NOOP("Actions", "&Export PDF…"), "Ctrl+E"),
    ActionRow("export_figures", QT_TRANSLATE_NOOP("Actions", "Export &figures…")),
    ActionRow("export_html", QT_TRANSLATE_NOOP("Actions", "Export as HT&ML…")),
    ActionRow("chart_save", QT_TRANSLATE_NOOP("Actions", "Save char&t…")),
    ActionRow("preview", QT_TRANSLATE_NOOP("Actions", "Print pre&view"), "Ctrl+Shift+P"),
    ActionRow("print", QT_TRANSLATE_NOOP("Actions", "&Print…"), "Ctrl+P"),
    ActionRow("compare_edition", QT_TRANSLATE_NOOP("Actions", "Compare with an earl&ier edition…")),
    ActionRow("close", QT_TRANSLATE_NOOP("Actions", "&Close window"), "Ctrl+W"),
    ActionRow("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"),
    ActionRow("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z"),
    ActionRow("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z; Ctrl+Y"),
    ActionRow("edit_part", QT_TRANSLATE_NOOP("Actions", "Editin&g form…"), "F2"),
    ActionRow("next_problem", QT_TRANSLATE_NOOP("Actions", "Proble&ms"), "F8"),
    ActionRow("previous_problem", QT_TRANSLATE_NOOP("Actions", "Previous prob&lem"), "Shift+F8"),
    ActionRow("fix_problem", QT_TRANSLATE_NOOP("Actions", "Fix th&e problem"), "Alt+Return"),
    ActionRow("copy_value", QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C"),
    ActionRow("copy", QT_TRANSLATE_NOOP("Actions", "Copy with c&itation"), "Ctrl+Shift+C"),
    ActionRow("copy_apa", QT_TRANSLATE_NOOP("Actions", "Copy citation as &APA")),
    ActionRow("copy_bibtex", QT_TRANSLATE_NOOP("Actions", "Copy citation as &BibTeX")),
    ActionRow("chart_copy", QT_TRANSLATE_NOOP("Actions", "Copy c&hart as a picture")),
    ActionRow("select_text", QT_TRANSLATE_NOOP("Actions", "Select te&xt by keys"), "F7"),
    ActionRow("show_source", QT_TRANSLATE_NOOP("Actions", "&Show the source"), "Ctrl+I"),
    ActionRow(
        "show_in_source",
        QT_TRANSLATE_NOOP("Actions", "Sho&w in the source"),
        "Ctrl+U",
        is_checkable=True,
    ),
    ActionRow("next_place", QT_TRANSLATE_NOOP("Actions", "Ne&xt place in the source"), "Alt+Down"),
    ActionRow(
        "previous_place", QT_TRANSLATE_NOOP("Actions", "Previo&us place in the source"), "Alt+Up"
    ),
    ActionRow("unused", QT_TRANSLATE_NOOP("Actions", "Unused nu&mbers in the source"), "Ctrl+L"),
    ActionRow("open_source", QT_TRANSLATE_NOOP("Actions", "&Open the source…"), "Ctrl+Shift+U"),
    ActionRow("find", QT_TRANSLATE_NOOP("Actions", "&Find…"), "Ctrl+F"),
    ActionRow("find_next", QT_TRANSLATE_NOOP("Actions", "Find &next"), "F3"),
    ActionRow("find_previous", QT_TRANSLATE_NOOP("Actions", "Find &previous"), "Shift+F3"),
    ActionRow("deselect", QT_TRANSLATE_NOOP("Actions", "&Deselect"), "Esc"),
    ActionRow("back", QT_TRANSLATE_NOOP("Actions", "&Back"), "Alt+Left"),
    ActionRow("forward", QT_TRANSLATE_NOOP("Actions", "For&ward"), "Alt+Right"),
    ActionRow("next_pane", QT_TRANSLATE_NOOP("Actions", "Next p&ane"), "F6"),
    ActionRow("previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pan&e"), "Shift+F6"),
    ActionRow("next_tab", QT_TRANSLATE_NOOP("Actions", "&Next tab"), "Ctrl+Tab; Ctrl+PgDown"),
    ActionRow(
        "previous_tab", QT_TRANSLATE_NOOP("Actions", "&Previous tab"), "Ctrl+Shift+Tab; Ctrl+PgUp"
    ),
    ActionRow(
        "table", QT_TRANSLATE_NOOP("Actions", "Figures as &table"), "Ctrl+T", is_checkable=True
    ),
    ActionRow(
        "chart_table",
        QT_TRANSLATE_NOOP("Actions", "Chart as tabl&e"),
        "Ctrl+Shift+T",
        is_checkable=True,
    ),
    ActionRow(
        "changes", QT_TRANSLATE_NOOP("Actions", "What chan&ged"), "Ctrl+Shift+H", is_checkable=True
    ),
    ActionRow("panel", QT_TRANSLATE_NOOP("Actions", "&Source panel"), "F9", is_checkable=True),
    ActionRow("panel_wider", QT_TRANSLATE_NOOP("Actions", "Source panel &wider"), "Shift+F9"),
    ActionRow("panel_narrower", QT_TRANSLATE_NOOP("Actions", "Source panel &narrower"), "Ctrl+F9"),
    ActionRow(
        "compare",
        QT_TRANSLATE_NOOP("Actions", "&Compare with other sheets"),
        "Ctrl+Shift+M",
        is_checkable=True,
    ),
    ActionRow("zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "Ctrl++; Ctrl+="),
    ActionRow("zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "Ctrl+-"),
    ActionRow("zoom_reset", QT_TRANSLATE_NOOP("Actions", "&Actual size"), "Ctrl+0"),
    ActionRow("present", QT_TRANSLATE_NOOP("Actions", "&Presentation"), "F11", is_checkable=True),
    ActionRow(
        "present_chart", QT_TRANSLATE_NOOP("Actions", "Presentation of one cha&rt"), "Ctrl+Shift+F"
    ),
    ActionRow("theme_system", QT_TRANSLATE_NOOP("Actions", "As the &system"), "", "theme"),
    ActionRow("theme_light", QT_TRANSLATE_NOOP("Actions", "&Light"), "", "theme"),
    ActionRow("theme_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), "", "theme"),
    ActionRow("high_contrast", QT_TRANSLATE_NOOP("Actions", "&High contrast"), is_checkable=True),
    ActionRow("language_system", QT_TRANSLATE_NOOP("Actions", "As the &system"), "", "language"),
    ActionRow("language_en", "English", "", "language"),  # never translated
    ActionRow("language_zh", "简体中文", "", "language"),
    ActionRow("shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), "F1"),
    ActionRow("format", QT_TRANSLATE_NOOP("Actions", "The &format")),
    ActionRow("about_sheet", QT_TRANSLATE_NOOP("Actions", "About &this sheet")),
    ActionRow("about", QT_TRANSLATE_NOOP("Actions", "&About cqviewer")),
)
KEYS = (
    (QT_TRANSLATE_NOOP("Actions", "On by a screen"), "Space; PgDown"),
    (QT_TRANSLATE_NOOP("Actions", "Back by a screen"), "Shift+Space; PgUp"),
    (QT_TRANSLATE_NOOP("Actions", "Start and end of the page"), "Home; End; Ctrl+Home; Ctrl+End"),
    (QT_TRANSLATE_NOOP("Actions", "Walk the cards, the marks of a chart"), "Left; Right; Up; Down"),
    (QT_TRANSLATE_NOOP("Actions", "Select the figure, then show its source"), "Space; Return"),
    (QT_TRANSLATE_NOOP("Actions", "In a table of series: start and end of the row"), "Home; End"),
    (QT_TRANSLATE_NOOP("Actions", "What can be done here"), "Shift+F10; Menu"),
    (QT_TRANSLATE_NOOP("Actions", "The menus"), "F10"),
    (QT_TRANSLATE_NOOP("Actions", "In a text: next and previous heading"), "H; Shift+H"),
    (QT_TRANSLATE_NOOP("Actions", "In a comparison: take the sheet out"), "Del"),
    (QT_TRANSLATE_NOOP("Actions", "Unused numbers: make a figure"), "Return"),
    (QT_TRANSLATE_NOOP("Actions", "Unused numbers: set aside"), "Del"),
    (QT_TRANSLATE_NOOP("Actions", "Presentation: on by a screen or a chart"), "PgDown; Space"),
    (QT_TRANSLATE_NOOP("Actions", "Presentation: back by a screen or a chart"), "PgUp; Backspace"),
    (QT_TRANSLATE_NOOP("Actions", "Presentation: next tab or chart"), "Right"),
    (QT_TRANSLATE_NOOP("Actions", "Presentation: previous tab or chart"), "Left"),
    (QT_TRANSLATE_NOOP("Actions", "Presentation of one chart: walk its figures"), "Down; Up"),
    (QT_TRANSLATE_NOOP("Actions", "Presentation of one chart: first and last"), "Home; End"),
)
"""Further keys and what they do, outside of text fields."""
MENUS: tuple[tuple[object, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            "new_window",
            "new_sheet",
            "open",
            "open_in_new_window",
            "recent",
            "bundled",
            "-",
            "reload",
            "edit_sheet",
            "bring_data",
            "compare_edition",
            "-",
            "export_pdf",
            "export_figures",
            "export_html",
            "chart_save",
            "preview",
            "print",
            "-",
            "close",
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            "undo",
            "redo",
            "edit_part",
            "-",
            "copy_value",
            "copy",
            "copy_apa",
            "copy_bibtex",
            "chart_copy",
            "-",
            "show_source",
            "show_in_source",
            "open_source",
            "-",
            "select_text",
            "find",
            "find_next",
            "find_previous",
            "-",
            "next_problem",
            "previous_problem",
            "fix_problem",
            "-",
            "deselect",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            "table",
            "chart_table",
            "changes",
            "panel",
            "panel_wider",
            "panel_narrower",
            "-",
            "compare",
            "-",
            "zoom_in",
            "zoom_out",
            "zoom_reset",
            "-",
            "present",
            "present_chart",
            "-",
            "theme",
            "language",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Go"),
        (
            "back",
            "forward",
            "-",
            "sections",
            "-",
            "next_tab",
            "previous_tab",
            "-",
            "next_place",
            "previous_place",
            "unused",
            "-",
            "next_pane",
            "previous_pane",
        ),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), ("format", "shortcuts", "-", "about_sheet", "about")),
)
SUBMENUS: dict[str, tuple[object, tuple[str, ...]]] = {
    "theme": (
        QT_TRANSLATE_NOOP("Actions", "T&heme"),
        ("theme_system", "theme_light", "theme_dark", "-", "high_contrast"),
    ),
    "language": (
        QT_TRANSLATE_NOOP("Actions", "&Language"),
        ("language_system", "language_en", "language_zh"),
    ),
}


def translated(text: object) -> str:
    """Return the text of an action or menu in the window's language."""
    return QCoreApplication.translate(CONTEXT, str(text))


def make_actions(
    parent: QWidget, handlers: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Create the actions of the table; `handlers` holds what each one does, by its name."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for row in ACTIONS:
        action = QAction(translated(row.text), parent)
        action.setObjectName(row.name)
        action.setShortcuts([QKeySequence(one) for one in row.shortcuts.split("; ") if one])
        action.triggered.connect(handlers[row.name])
        action.setCheckable(bool(row.group) or row.is_checkable)
        if row.group:
            groups.setdefault(row.group, QActionGroup(parent)).addAction(action)
        parent.addAction(action)
        actions[row.name] = action
    return actions


def translate_actions(actions: Mapping[str, QAction]) -> None:
    """Set the texts of the actions in the present language."""
    for row in ACTIONS:
        actions[row.name].setText(translated(row.text))


def fill_menus(
    bar: QMenuBar,
    actions: Mapping[str, QAction],
    sections: list[QAction],
    submenus: Mapping[str, QMenu],
    refresh: Callable[[], None],
) -> None:
    """Fill the menu bar; the name 'sections' is replaced by one action per section.

    `submenus` are existing menus by their names. `refresh` is called before a menu is shown, to
    enable and check its actions.
    """
    bar.clear()
    for old in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if old not in submenus.values():
            old.deleteLater()  # clearing the bar does not delete them
    for title, names in MENUS:
        # Not by addMenu(title): PySide never deletes a menu that is created so.
        menu = QMenu(translated(title), bar)
        bar.addMenu(menu)
        menu.aboutToShow.connect(refresh)
        for name in names:
            if name == "sections":
                menu.addActions(sections)
            elif name in SUBMENUS:
                text, choices = SUBMENUS[name]
                submenu = QMenu(translated(text), menu)
                menu.addMenu(submenu)
                add_actions(submenu, choices, actions)
            elif name in submenus:
                menu.addMenu(submenus[name])
            else:
                add_actions(menu, (name,), actions)


def add_actions(menu: QMenu, names: Iterable[str], actions: Mapping[str, QAction]) -> None:
    """Add actions to a menu by their names; '-' is a line between them."""
    for name in names:
        if name == "-":
            menu.addSeparator()
        else:
            menu.addAction(actions[name])
