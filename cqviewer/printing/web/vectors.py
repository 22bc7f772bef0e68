"""Charts in the page: SVG with real text, whose colours are those of the page's style."""

import re
from xml.etree.ElementTree import Element, fromstring

import msgspec

from cqviewer.charts.theme import PRINT, Theme
from cqviewer.printing.web.markup import make

_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_RECTANGLE = re.compile(r"M (\S+) (\S+) L (\S+) \2 L \3 (\S+) L \1 \4 (?:L \1 \2 )?z")
_COMMAND = re.compile(" ?([A-Za-z]) ?")
_REFERENCE = re.compile(r"(?:^|(?<=url\())#([^)]+)")
_UNSAID = re.compile(r"(font-family: 'Noto Sans'|text-anchor: start)(; |$)")
"""What need not be written in a text's style, since the page or the browser has it already."""
_COLOUR = re.compile("#0000[0-9a-f]{2}")
_TOKENS = tuple(one for one in Theme.__struct_fields__ if one != "name")
COLOURS: Theme = msgspec.structs.replace(
    PRINT, **{name: f"#{at:06x}" for at, name in enumerate(_TOKENS, 1)}
)
"""A colour of its own for each token of the design, to replace it by the token's variable."""
_VARIABLES = {getattr(COLOURS, one): f"var(--{one})" for one in _TOKENS}


def variables(theme: Theme) -> str:
    """Return the colours of a theme as the style's variables."""
    return "".join(f"--{one}:{getattr(theme, one)};" for one in _TOKENS)


def inline(svg: bytes, prefix: str, *, title: str = "", words: str = "") -> Element:
    """Return a picture of matplotlib's as an element of the page.

    `prefix` keeps its ids apart from those of other pictures. With a title it is an image that is
    heard as that and its `words`; without one it is left out of what is heard.
    """
    root = fromstring(svg)
    for one in list(root):
        if one.tag.endswith("}metadata"):
            root.remove(one)
    texts = (text for one in root.iter() for text in one.attrib.values())
    used = dict.fromkeys(found for text in texts for found in _REFERENCE.findall(text))
    ids = {one: f"{prefix}{number}" for number, one in enumerate(used)}
    for one in root.iter():
        one.tag = one.tag.rpartition("}")[2]
        one.attrib = {
            key.rpartition("}")[2]: shown
            for key, text in one.attrib.items()
            if (key != "id" or text in ids) and not text.startswith("rotate(-0 ")
            if (shown := _attribute(key, text, ids))
        }
        one.text = one.text.strip() if one.text and one.text.strip() else None
        one.tail = None if not one.tail or not one.tail.strip() else one.tail
    _unwrap(root)
    root.attrib = {"viewBox": root.attrib["viewBox"]}
    if not title:
        root.set("aria-hidden", "true")
        return root
    named = f"{prefix}t", f"{prefix}d"
    root.attrib |= {"role": "img", "aria-labelledby": " ".join(named)}
    root.insert(0, make("title", title, id=named[0]))
    root.insert(1, make("desc", words, id=named[1]))
    return root


def _unwrap(element: Element) -> None:
    """Put what stands in groups that say nothing in their place; leave out styles and no defs."""
    inside: list[Element] = []
    for one in element:
        _unwrap(one)
        if one.tag == "g" and not one.attrib:
            inside += one
        elif one.tag != "style" and (one.tag != "defs" or len(one)):
            inside.append(one)
    element[:] = inside


def _attribute(key: str, text: str, ids: dict[str, str]) -> str:
    """Return an attribute's text, shorter, with its own ids and the page's colours."""
    if key == "id":
        return ids[text]
    text = _NUMBER.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), text)
    text = _COLOUR.sub(lambda found: _VARIABLES.get(found[0], found[0]), text)
    if key.endswith("href") or "url(#" in text:
        text = _REFERENCE.sub(lambda found: f"#{ids[found[1]]}", text)
    text = _SPACE.sub(" ", text).strip()
    if key == "style":
        return _UNSAID.sub("", text).replace("; ", ";").replace(": ", ":")
    if key == "d":
        return _COMMAND.sub(r"\1", _RECTANGLE.sub(r"M\1 \2H\3V\4H\1z", text))
    return text
