"""PDFs by PDFium: the paragraphs of a page with the places of their numbers, and its picture.

Only a process with limits imports this; see `reading`.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from cqviewer.evidence.document import Box, Document, DocumentPart, EvidenceError, PagePicture
from cqviewer.evidence.layout import HYPHENS, NOWHERE, Block, Run, blocks
from cqviewer.evidence.mentions import has_decimal_comma, mentions
from cqviewer.model.messages import say

MOST_PAGES = 2_000
"""Pages that a PDF may have."""
_MOST_PIXELS, _MOST_HEIGHT = 12_000_000, 20_000
_MOST_CHARACTERS = 200_000
"""Characters of one page."""
_LINE_ENDS = frozenset(("\r", "\n", *HYPHENS))
_STEPS = 20
"""Steps of a point to which places on a page are rounded: twips."""


def outline(path: Path) -> Document:
    """Return a PDF with the sizes and labels of its pages; EvidenceError if that fails."""
    with _opened(path) as file:
        numbers = range(len(file))
        labels = tuple(file.get_page_label(one) or str(one + 1) for one in numbers)
        sizes = tuple(file.get_page_size(one) for one in numbers)
    return Document("pdf", path.name, (), sizes=sizes, labels=labels)


def read_pages(path: Path, pages: Sequence[int], has_comma: bool) -> dict[int, list[DocumentPart]]:
    """Return the parts of some pages, counted from 1; `has_comma` where a page does not show it."""
    with _opened(path) as file:
        return {one: list(_parts(file[one - 1], one, has_comma)) for one in pages}


def draw(path: Path, number: int, width: int) -> PagePicture:
    """Draw a page, counted from 1, so many pixels wide, or less where it is very high."""
    with _opened(path) as file:
        if not 1 <= number <= len(file):
            raise EvidenceError(say("{} has {} pages, but no {}", path.name, len(file), number))
        page = file[number - 1]
        wide, high = page.get_size()
        wide, high = max(wide, 1), max(high, 1)
        scale = min(width / wide, (_MOST_PIXELS / (wide * high)) ** 0.5, _MOST_HEIGHT / high)
        drawn = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        data, row = bytes(drawn.buffer), 4 * drawn.width
        if drawn.stride != row:
            starts = range(0, drawn.stride * drawn.height, drawn.stride)
            data = b"".join(data[one : one + row] for one in starts)
        return PagePicture(data, drawn.width, drawn.height)


@contextmanager
def _opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for a while; EvidenceError says why it, or a part of it, cannot be read."""
    try:
        with closing(pypdfium2.PdfDocument(path)) as file:
            if len(file) > MOST_PAGES:
                message = say(
                    "{} has {:,} pages; {:,} can be read", path.name, len(file), MOST_PAGES
                )
                raise EvidenceError(say("{}; take out those that the sheet cites", message))
            yield file
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower() or "security" in str(error).lower()
        message = say("{} cannot be read: it is damaged", path.name)
        if is_locked:
            message = say("{} cannot be read: it is encrypted", path.name)
            message += say("; save it without a password")
        raise EvidenceError(message) from None


class _Text:
    """The text layer of a page: its characters, and where each stands, in twips."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self._text = page.get_textpage()
        self.wide, self.high = page.get_size()
        self._size = (round(self.wide * _STEPS) or 1, round(self.high * _STEPS) or 1)

    def lines(self) -> Iterator[list[Run]]:
        """Yield the words of each line."""
        words: list[Run] = []
        letters, origins = "", list[int]()
        if (count := self._text.count_chars()) > _MOST_CHARACTERS:
            message = say("a page holds {:,} characters; {:,} can be read", count, _MOST_CHARACTERS)
            raise EvidenceError(message)
        for number in range(count):
            code = pdfium.FPDFText_GetUnicode(self._text, number)
            letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
            if not letter.isspace():
                letters += letter
                origins.append(number)
                if letter not in HYPHENS:
                    continue
            if letters:
                words.append(self._word(letters, origins))
                letters, origins = "", []
            if letter in _LINE_ENDS and words:
                yield words
                words = []
        if letters:
            words.append(self._word(letters, origins))
        if words:
            yield words

    def _word(self, letters: str, origins: list[int]) -> Run:
        return Run(letters, origins, *self.around(origins[0], origins[-1]))

    def around(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom around two characters."""
        corners = []
        for number in (first, last):
            left, bottom, right, top = self._text.get_charbox(number, loose=True)
            corners += [self._device(left, top), self._device(right, bottom)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return min(across), min(down), max(across), max(down)

    def _device(self, across: float, up: float) -> tuple[int, int]:
        """Return a point of the page as it is shown, turned and cut as the PDF says."""
        x, y = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(self._page, 0, 0, *self._size, 0, across, up, x, y)
        return x.value, y.value

    def share(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Return a rectangle as shares of the page."""
        wide, high = self._size
        shares = (left / wide, top / high, right / wide, bottom / high)
        return Box(*(min(max(one, 0.0), 1.0) for one in shares))


def _parts(page: pypdfium2.PdfPage, number: int, default_comma: bool) -> Iterator[DocumentPart]:
    """Yield the parts of a page with their numbers."""
    text = _Text(page)
    found = blocks(list(text.lines()))
    has_comma = has_decimal_comma("\n".join(one.run.text for one in found))
    for place, block in enumerate(found, 1):
        run = block.run
        box = text.share(run.left, run.top, run.right, run.bottom)
        numbers = tuple(
            msgspec.structs.replace(one, boxes=tuple(_boxes(text, block, one.start, one.end)))
            for one in mentions(run.text, has_comma, default_comma=default_comma)
        )
        yield DocumentPart(place, run.text, numbers, page=number, box=box, is_row=block.is_row)


def _boxes(text: _Text, block: Block, start: int, end: int) -> Iterator[Box]:
    """Return the boxes around a span of a block's text, one for each line that it stands on."""
    found: list[tuple[float, float, float, float]] = []
    for number in block.run.origins[start:end]:
        if number == NOWHERE:
            continue
        left, top, right, bottom = text.around(number, number)
        is_beside = found and top < found[-1][3] and bottom > found[-1][1]
        is_turned = found and (left, right) == (found[-1][0], found[-1][2])
        if is_beside or is_turned:
            before = found.pop()
            left, top = min(left, before[0]), min(top, before[1])
            right, bottom = max(right, before[2]), max(bottom, before[3])
        found.append((left, top, right, bottom))
    return (text.share(*one) for one in found)
