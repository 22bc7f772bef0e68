"""The width of the Source panel: the reader's, or another one while it shows the source itself."""

from cqviewer.ui.page.page import PAGE_WIDEST
from cqviewer.ui.state.store import PANEL_LEAST, PANEL_WIDEST, SOURCE_LEAST, Store
from cqviewer.ui.style.look import Look

PAGE_LEAST, _OVERLAY_SHARE = 560, 0.8
"""Limits of a panel with the source itself: px left to the page; share of a narrow window."""


def panel_width(store: Store, look: Look, whole: int, *, is_narrow: bool) -> int:
    """Return the panel's width in a window that is `whole` px wide, in px.

    A page has a greatest width; the panel takes the rest of a wide window. In a narrow window it
    lies over the page.
    """
    view = store.view
    width = look.px(view.panel_width)
    if view.source:
        width = min(look.px(view.source_width), _most(look, whole, is_narrow=is_narrow))
    return min(width, whole) if is_narrow else max(width, whole - look.px(PAGE_WIDEST))


def set_panel_width(store: Store, look: Look, px: int, whole: int, *, is_narrow: bool) -> None:
    """Set the panel's width to `px`, within its limits."""
    width = round(px / look.zoom)
    if store.view.source:
        most = round(_most(look, whole, is_narrow=is_narrow) / look.zoom)
        store.look(source_width=max(SOURCE_LEAST, min(most, width)))
    else:
        set_facts_width(store, width)


def set_facts_width(store: Store, width: int) -> None:
    """Set the width of a panel without the source in it, in px of the design."""
    store.look(panel_width=max(PANEL_LEAST, min(PANEL_WIDEST, width)))


def _most(look: Look, whole: int, *, is_narrow: bool) -> int:
    if is_narrow:
        return round(whole * _OVERLAY_SHARE)
    return max(look.px(SOURCE_LEAST), whole - look.px(PAGE_LEAST))
