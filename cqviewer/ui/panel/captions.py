"""The caption above the selected figure, and the text below the button that copies it."""

from PySide6.QtCore import QCoreApplication

from cqviewer.model.facts import Indicator
from cqviewer.ui.state.store import Store

translate = QCoreApplication.translate


def caption_of(one: Indicator, store: Store) -> str:
    """Return the caption above a figure's name: what kind of figure or observation it is."""
    wording, rows = store.wording, one.observations
    seen = one.seen_at(store.view.observation)
    parts = [by for by, item in store.sheet.items_of(one) if not item.is_total]
    if store.revision:
        return translate("SourcePanel", "Selected change")
    if len(rows) > len(seen.observations):
        caption = translate("SourcePanel", "Selected observation, {number} of {all}")
        return caption.format(number=rows.index(seen.latest) + 1, all=len(rows))
    if one.targets:
        return translate("SourcePanel", "Selected figure, with a target")
    if parts:
        names = wording.join([wording.text(by.name) for by in parts], "listing")
        return translate("SourcePanel", "Selected part, by {dimension}").format(dimension=names)
    if one.is_series:
        caption = translate("SourcePanel", "Selected figure, {number} observations")
        return caption.format(number=wording.number_word(len(rows)))
    return translate("SourcePanel", "Selected figure")


def what_is_copied(one: Indicator, store: Store) -> str:
    """Return the sentence that says what the button copies of a figure."""
    if store.revision:
        return translate(
            "SourcePanel", "Copies both values, the difference, the reason and both sources."
        )
    if one.targets:
        return translate("SourcePanel", "Copies figure, target, verdict, working and both sources.")
    if one.latest.status == "derived":
        return translate(
            "SourcePanel", "Copies the figure marked ‘derived’, with working and source."
        )
    return translate("SourcePanel", "Copies name, value, period and source as one line of text.")
