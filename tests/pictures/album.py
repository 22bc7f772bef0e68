"""A folder of numbered pictures with an index to look through them."""

import html
from io import BytesIO
from pathlib import Path

import numpy as np
from msgspec.structs import asdict
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPixmap

from cqviewer.charts.theme import DARK, LIGHT

COLORS = 32
"""How many colours a picture keeps: the themes' own exactly, the rest are edges of letters."""
NAMED = {str(value).upper() for theme in (LIGHT, DARK) for value in asdict(theme).values()}


class Album:
    """Takes pictures in, and writes the index when all are there."""

    def __init__(self, folder: Path) -> None:
        """Begin in a folder; pictures of an earlier run go."""
        self._folder = folder
        self._entries: list[tuple[str, str]] = []
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()

    def add(self, name: str, words: str, picture: QPixmap) -> Path:
        """Save a picture under the next number, as small as it will go."""
        file = self._folder / f"{len(self._entries) + 1:02}-{name}.png"
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        with Image.open(BytesIO(data.data())) as image:
            few_colors(image.convert("RGB")).save(file, optimize=True)
        self._entries.append((file.name, words))
        return file

    def finish(self) -> None:
        """Write the index, and say how much there is."""
        parts = [
            f"<figure><figcaption>{html.escape(file)}: {html.escape(words)}</figcaption>"
            f'<img src="{html.escape(file)}" alt="{html.escape(words)}"></figure>'
            for file, words in self._entries
        ]
        head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>States</title>'
        style = "<style>img{max-width:100%;border:1px solid #ccc}</style>"
        (self._folder / "index.html").write_text("\n".join([head, style, *parts, ""]), "utf-8")
        size = sum(one.stat().st_size for one in self._folder.iterdir())
        print(f"{len(self._entries)} pictures, {size / 1000:.0f} kB: {self._folder}")


def few_colors(image: Image.Image) -> Image.Image:
    """Return a picture in the themes' colours and its most frequent others; the rest are merged.

    Pillow's own `quantize` would shift the themes' colours, of which some differ by little.
    """
    pixels = np.asarray(image, np.int32).reshape(-1, 3)
    colors, places, counts = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    is_named = [f"#{red:02X}{green:02X}{blue:02X}" in NAMED for red, green, blue in colors]
    most = colors[np.lexsort((-counts, np.logical_not(is_named)))[:COLORS]]
    nearest = ((colors[:, None] - most[None]) ** 2).sum(axis=2).argmin(axis=1)
    indices = nearest[places.ravel()].astype(np.uint8).reshape(image.height, image.width)
    few = Image.fromarray(indices, "P")
    few.putpalette(most.astype(np.uint8).tobytes())
    return few
