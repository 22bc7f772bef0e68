"""Tooltips of plain text, which Qt cannot take for markup."""


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows a text unchanged, U+202F included."""
    import html  # here: it imports a table of 2,231 names

    return f"<span style='white-space:pre-wrap'>{html.escape(text)}</span>"
