"""The page: all sections of a sheet in each of its languages, with the sheet itself inside."""

from xml.etree.ElementTree import Element

from cqviewer import __version__
from cqviewer.charts.glyphs import plain
from cqviewer.charts.theme import (
    DARK,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    PRINT,
    Theme,
    with_accent,
)
from cqviewer.model.facts import Sheet
from cqviewer.model.text import Language, made_stem
from cqviewer.paths import resources_folder
from cqviewer.printing.attachment import BESIDE_MARK, PAGE_MARK, PAGE_TYPE, TYPES, beside
from cqviewer.printing.pages.document import standfirst
from cqviewer.printing.pages.scope import Scope
from cqviewer.printing.web.edition import edition, file_link
from cqviewer.printing.web.fonts import families, font_faces
from cqviewer.printing.web.markup import letters, make, tag_of, text_of, write
from cqviewer.printing.web.vectors import variables

_SAFE = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
"""What a browser may load for the page: nothing that is not in it."""


def make_page(sheet: Sheet, language: Language | None = None) -> bytes:
    """Return a sheet as one HTML file, in one language or in all those of the sheet.

    The same sheet gives the same bytes.
    """
    languages = (language,) if language else sheet.languages or ("en",)
    scopes = [Scope(sheet, sheet.sections, one) for one in languages]
    main = make("main", *(edition(one, scopes) for one in scopes))
    yaml = file_link(
        "YAML", f"{made_stem(sheet.file_name)}.yaml", PAGE_TYPE, sheet.yaml, id=PAGE_MARK
    )
    others = [
        file_link(name, name, TYPES[name[-4:]], one, id=f"{BESIDE_MARK}{number}")
        for number, (name, one) in enumerate(beside(sheet).items())
    ]
    body = make("body", main, make("footer", *(make("p", one) for one in (yaml, *others))))
    first = scopes[0].wording
    about = text_of(standfirst(scopes[0]))
    head = make(
        "head",
        make("meta", charset="utf-8"),
        make("meta", name="viewport", content="width=device-width, initial-scale=1"),
        Element("meta", {"http-equiv": "Content-Security-Policy", "content": _SAFE}),
        make("title", first.text(sheet.title)),
        make("meta", name="generator", content=f"cqviewer {__version__}"),
        make("meta", name="description", content=plain(about)) if about else None,
        make("meta", name="date", content=sheet.date.isoformat()),
        *(
            make("meta", name=name, content=plain(first.text(text)))
            for name, text in (
                ("author", sheet.imprint.author or sheet.imprint.publisher),
                ("dcterms.publisher", sheet.imprint.publisher),
                ("dcterms.rights", sheet.imprint.licence),
            )
            if text
        ),
    )
    style = make("style")
    style.text = _style(letters(body), sheet.imprint.accent)
    head.append(style)
    return write(make("html", head, body, lang=tag_of(first.language)))


def _style(shown: str, accent: str | None) -> str:
    """Return the page's style: its colours in each theme, its fonts, and the rules.

    The publisher's colour is that of light pages; on dark ones it could not be read.
    """
    rules = (resources_folder() / "web" / "page.css").read_text("utf-8")
    themes = (
        ("", with_accent(LIGHT, accent)),
        ("(prefers-contrast:more)", HIGH_CONTRAST_LIGHT),
        ("(prefers-color-scheme:dark)", DARK),
        ("(prefers-color-scheme:dark) and (prefers-contrast:more)", HIGH_CONTRAST_DARK),
        ("print", with_accent(PRINT, accent)),
    )
    colours = "".join(_colours(media, theme) for media, theme in themes)
    return font_faces(shown) + colours + rules.replace("/*families*/", families())


def _colours(media: str, theme: Theme) -> str:
    rule = f":root{{{variables(theme)}}}"
    return f"@media {media}{{{rule}}}\n" if media else f"{rule}\n"
