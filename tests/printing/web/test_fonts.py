"""The fonts in the page: the letters that it has, and no others."""

import base64
import io
import re
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from cqviewer.printing.web.fonts import families, font_faces


def fonts(letters: str) -> dict[tuple[str, str], Any]:
    """Return the fonts in the rules for some letters, by family and weight."""
    found = re.findall(
        r"font-family:'([^']+)';font-weight:(\d+);[^}]*base64,([^)]+)\)", font_faces(letters)
    )
    return {
        (family, weight): TTFont(io.BytesIO(base64.b64decode(data)))
        for family, weight, data in found
    }


def test_each_font_has_the_letters_of_the_page_alone() -> None:
    found = fonts("aé中")
    assert set(found) == {
        (family, weight) for family in ("Noto Sans", "Noto Sans SC") for weight in ("400", "700")
    }
    for (family, _), font in found.items():
        letters = set(font.getBestCmap())
        assert letters <= set(map(ord, "aé中"))
        assert (ord("中") in letters) == (family == "Noto Sans SC")
        assert font.flavor == "woff"
        assert "Open Font License" in str(font["name"].getDebugName(13))


def test_the_same_letters_give_the_same_bytes() -> None:
    assert font_faces("abc") == font_faces("abc")
    assert len(font_faces("abc")) < 40_000
    assert families() == ""
