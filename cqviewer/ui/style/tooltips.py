"""Tooltips of plain text, which Qt cannot take for markup."""


def plain_tooltip(text: str) -> str:
    """Make a text into a tooltip that shows it as it stands, U+202F included."""
    import html  # not at the top: it brings a table of 2,231 names

    return f"<span style='white-space:pre-wrap'>{html.escape(text)}</span>"
