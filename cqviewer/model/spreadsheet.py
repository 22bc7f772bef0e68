"""Text for spreadsheets, which take texts such as '=1+1' for formulas."""

import re

_FORMULA = re.compile("(?:^|(?<=[;,\t\r\n]))(?=[=+\\-@＝＋－＠])|^(?=[\t\r])")


def inert(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, with an apostrophe before it.

    That is so at its start, and after each mark at which a spreadsheet may split the text, for
    which one depends on the reader's country: 'x;=1+1' is two cells in much of Europe.
    """
    return _FORMULA.sub("'", text)
