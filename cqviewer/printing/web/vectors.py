"""Charts in the page: SVG with real text, whose colours are those of the page's style."""

import re
from xml.etree.ElementTree import Element, fromstring

import msgspec

from cqviewer.charts.theme import PRINT, Theme
from cqviewer.printing.web.markup import make

_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_RECTANGLE = re.compile(r"M (\S+) (\S+) L (\S+) \2 L \3 (\S+) L \1 \4 (?:L \1 \2 )?z")
_REFERENCE = re.compile(r"#([^)\"']+)")
_COLOUR = re.compile("#0000[0-9a-f]{2}")
_TOKENS = tuple(one for one in Theme.__struct_fields__ if one != "name")
COLOURS: Theme = msgspec.structs.replace(
    PRINT, **{name: f"#{at:06x}" for at, name in enumerate(_TOKENS, 1)}
)
"""Colours that stand for the tokens of the design, so that each is found again in a picture."""
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
    parents = {child: parent for parent in root.iter() for child in parent}
    for one in list(root.iter()):
        if one.tag.endswith("}style"):
            parents[one].remove(one)
    used = {
        found
        for one in root.iter()
        for text in one.attrib.values()
        for found in _REFERENCE.findall(text)
    }
    for one in root.iter():
        one.tag = one.tag.rpartition("}")[2]
        one.attrib = {
            key.rpartition("}")[2]: _attribute(key, text, prefix)
            for key, text in one.attrib.items()
            if (key != "id" or text in used) and not text.startswith("rotate(-0 ")
        }
        one.text = one.text.strip() if one.text and one.text.strip() else None
        one.tail = None if not one.tail or not one.tail.strip() else one.tail
    root.attrib = {"viewBox": root.attrib["viewBox"]}
    if not title:
        root.set("aria-hidden", "true")
        return root
    ids = f"{prefix}t", f"{prefix}d"
    root.attrib |= {"role": "img", "aria-labelledby": " ".join(ids)}
    root.insert(0, make("title", title, id=ids[0]))
    root.insert(1, make("desc", words, id=ids[1]))
    return root


def _attribute(key: str, text: str, prefix: str) -> str:
    """Return an attribute's text, shorter, with its own ids and the page's colours."""
    if key == "id":
        return prefix + text
    text = _NUMBER.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), text)
    text = _COLOUR.sub(lambda found: _VARIABLES.get(found[0], found[0]), text)
    if key.endswith("href") or "url(#" in text:
        text = text.replace("#", f"#{prefix}")
    text = _SPACE.sub(" ", text).strip()
    return _RECTANGLE.sub(r"M\1 \2H\3V\4H\1z", text) if key == "d" else text
