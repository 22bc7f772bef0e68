"""The publisher of a sheet, with logo and colour."""

from typing import Literal

import msgspec

from cqviewer.model.text import Text


class Logo(msgspec.Struct, frozen=True, kw_only=True):
    """A publisher's logo: the bytes of a PNG or of an SVG of plain shapes, and what it shows."""

    kind: Literal["png", "svg"]
    data: bytes
    alt: Text


class Imprint(msgspec.Struct, frozen=True, kw_only=True):
    """The publisher of a sheet and what goes with the name; `accent` is a colour, '#RRGGBB'."""

    publisher: Text | None = None
    author: Text | None = None
    contact: Text | None = None
    licence: Text | None = None
    edition: Text | None = None
    logo: Logo | None = None
    accent: str | None = None
