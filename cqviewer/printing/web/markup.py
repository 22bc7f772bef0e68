"""Elements of the page, made as a tree, so that no text of a sheet is ever taken for markup."""

import base64
import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, tostring

from cqviewer.charts.glyphs import kept_together, plain
from cqviewer.model.text import HAN, Language
from cqviewer.model.wording.phrases import ENGLISH_BEGINS, ENGLISH_ENDS
from cqviewer.printing.pages.page_data import Passage, PrintedMark, Said, WordedValue

Inside = Element | Said | None
_ENGLISH = re.compile(f"{ENGLISH_BEGINS}([^{ENGLISH_ENDS}]*){ENGLISH_ENDS}")
_GLUE = "\N{NO-BREAK SPACE}"
_LONG_UNIT = 12
"""Characters from which on a unit may stand on the line below its number."""


def make(name: str, /, *inside: Inside, **attributes: str) -> Element:
    """Return an element that holds elements and texts; what is None or '' is left out.

    'p.lead' is a paragraph of the class `lead`. Of attributes `aria_label` stands for `aria-label`.
    """
    tag, _, classes = name.partition(".")
    element = Element(tag, {"class": classes.replace(".", " ")} if classes else {})
    element.attrib |= {key.replace("_", "-"): value for key, value in attributes.items()}
    for one in inside:
        add(element, one)
    return element


def make_if(name: str, inside: Said) -> Element | None:
    """Return an element that holds a text, or None where that is empty."""
    return make(name, inside) if inside else None


def dot(status: str) -> Element:
    """Return the mark that says where a value comes from, which the words beside it say as well."""
    return make(f"span.dot.{status.replace(' ', '-')}", aria_hidden="true")


def data_address(kind: str, data: bytes) -> str:
    """Return the address of a file that is held by the page itself (RFC 2397)."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def add(element: Element, inside: Inside) -> None:
    """Put an element or a text into an element, behind what is there; a passage has its `lang`."""
    if isinstance(inside, Passage):
        element.append(make("span", inside.text, lang=tag_of(inside.lang)))
    elif isinstance(inside, str):
        for at, piece in enumerate(_ENGLISH.split(inside)):
            if at % 2:
                element.append(make("span", piece, lang="en"))
            else:
                _add_text(element, kept_together(plain(piece)))
    elif inside is not None:
        element.append(inside)


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def tag_of(language: Language) -> str:
    """Return a language as a page names it: `zh` alone is Simplified Chinese."""
    return "zh-Hans" if language == "zh" else language


def text_of(said: Said) -> str:
    """Return the words of a text alone."""
    return said if isinstance(said, str) else said.text


def worded(value: WordedValue) -> Element:
    """Return a value: the number is bold, its unit and its marks are small beside it."""
    number = make("b" if value.is_number else "span.words", value.number)
    about = value.about + _GLUE if value.about else None
    joint = " " if len(value.unit) > _LONG_UNIT else _GLUE
    unit = make("span.unit", joint + value.unit) if value.unit else None
    return make("span.value", about, number, *map(marked, value.marks), unit)


def marked(mark: PrintedMark) -> Element:
    """Return a mark as it is seen, with the words that are heard instead."""
    if not mark.spoken:
        return make("span.mark", mark.text)
    seen = make("span", mark.text, aria_hidden="true")
    comma = "，" if re.search(HAN, mark.spoken) else ", "
    return make("span.mark", seen, make("span.heard", comma + mark.spoken))


def months(cells: str) -> Element | None:
    """Return the strip of twelve months, which the words beside it say as well."""
    if not cells:
        return None
    return make("span.months", *(make(f"i.{one}") for one in cells), aria_hidden="true")


def write(root: Element) -> bytes:
    """Return the page as the bytes of a file."""
    return f"<!DOCTYPE html>\n{tostring(root, 'unicode', method='html')}\n".encode()


def letters(root: Element) -> str:
    """Return each character of the page's texts once, in order."""
    return "".join(sorted(set().union(*_texts(root.iter()))))


def _texts(elements: Iterable[Element]) -> Iterator[str]:
    for one in elements:
        yield one.text or ""
        yield one.tail or ""
