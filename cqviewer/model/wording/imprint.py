"""Who answers for a sheet, in words: the same in window, print and page."""

from cqviewer.model.facts import Sheet
from cqviewer.model.localized import language_name
from cqviewer.model.text import Text
from cqviewer.model.wording.wording import Wording

_KEYS = ("publisher", "author", "contact", "licence", "edition")


def imprint_parts(sheet: Sheet, wording: Wording) -> list[tuple[str, Text]]:
    """Return what a sheet says of who publishes it, each with what it is."""
    return [
        (wording.say(f"imprint_{key}"), text)
        for key in _KEYS
        if (text := getattr(sheet.imprint, key))
    ]


def imprint_lines(sheet: Sheet, wording: Wording) -> list[str]:
    """Return the same as lines, with the sheet's date, file, languages and logo."""
    lines = [
        wording.named(name, wording.text(text)) for name, text in imprint_parts(sheet, wording)
    ]
    lines.append(wording.say("print_dated", date=wording.date(sheet.date)))
    names = wording.join(map(language_name, sheet.languages), "listing")
    if names:
        lines.append(wording.named(wording.say("imprint_languages"), names))
    if sheet.imprint.logo:
        alt = wording.text(sheet.imprint.logo.alt)
        lines.append(wording.named(wording.say("imprint_logo"), alt))
    lines.append(wording.named(wording.say("imprint_file"), sheet.file_name))
    return lines
