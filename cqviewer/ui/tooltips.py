"""Tooltips of plain text, which Qt cannot take for markup."""

import html


def plain_tooltip(text: str) -> str:
    """Make a text into a tooltip that shows it as it stands, U+202F included."""
    return f"<span style='white-space:pre-wrap'>{html.escape(text)}</span>"
