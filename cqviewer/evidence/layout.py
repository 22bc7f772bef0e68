"""The paragraphs of a page, put together from its words by where they stand."""

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence

import msgspec

HYPHENS = ("\x02", "\ufffe")
"""What PDFium reads in place of a hyphen that divides a word at the end of a line."""
_DIVIDING = ("-", "\u2010", "\xad")
_GAP, _NARROW_GAP = 1.1, 0.75
"""Heights of a line that part columns; the narrow one where the line has narrower gaps, or nothing
but numbers: lines that are set to both margins have wide gaps throughout."""
_FARTHEST = 1.9
"""Heights of a line from one line of a paragraph to the next, at most."""
_OPEN = 8
"""Paragraphs that a line may continue: those of the columns beside each other."""
NOWHERE = -1
"""The index of a character that the page does not have, such as the space between two lines."""
_NUMERIC = re.compile(r"\W{0,3}\d[\d.,' ’]*\W{0,3}|[-–—.:…]")


class Run(msgspec.Struct):
    """A word, or words on a line: their text, the number of each character, and their box."""

    text: str
    origins: list[int]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Return the height of the box."""
        return self.bottom - self.top

    def join(self, other: "Run", between: str) -> None:
        """Add what follows."""
        self.text += between + other.text
        self.origins += [NOWHERE] * len(between) + other.origins
        self.left, self.top = min(self.left, other.left), min(self.top, other.top)
        self.right, self.bottom = max(self.right, other.right), max(self.bottom, other.bottom)


class Block(msgspec.Struct):
    """A paragraph with its last line, or a line of a table."""

    run: Run
    last: Run
    is_row: bool = False
    lines: int = 1


def blocks(lines: Sequence[Sequence[Run]]) -> list[Block]:
    """Return the paragraphs of a page from its lines of words, in the order of the page's text.

    What stands side by side is a line of a table if one of its parts is a number, else columns.
    """
    found: list[Block] = []
    parted = [list(_parted(line)) for line in lines]
    pitch = _pitch(parted)
    for parts in parted:
        if len(parts) > 1 and any(_NUMERIC.fullmatch(one.text) for one in parts):
            row = _copied(parts[0])
            for one in parts[1:]:
                row.join(one, "\t")
            found.append(Block(row, row, is_row=True))
            continue
        for one in parts:
            above = next((b for b in reversed(found[-_OPEN:]) if _continues(b, one, pitch)), None)
            if above is None:
                found.append(Block(_copied(one), one))
            else:
                _append(above, one)
    return found


def _parted(line: Sequence[Run]) -> Iterator[Run]:
    """Yield the words of a line as runs that wide gaps set apart."""
    gaps = [max(b.left - a.right, a.left - b.right) for a, b in itertools.pairwise(line)]
    are_numbers = all(_NUMERIC.fullmatch(one.text) for one in line)
    run = _copied(line[0])
    for word, gap in zip(line[1:], gaps, strict=True):
        is_wider = are_numbers or gap > 1.5 * min(gaps)
        if gap > (_NARROW_GAP if is_wider else _GAP) * word.height:
            yield run
            run = _copied(word)
        else:
            run.join(word, " ")
    yield run


def _copied(run: Run) -> Run:
    return msgspec.structs.replace(run, origins=list(run.origins))


def _pitch(lines: Sequence[Sequence[Run]]) -> float:
    """Return how far the lines of the page's paragraphs usually stand apart, in their heights."""
    found = []
    for above, below in itertools.pairwise(lines):
        if above and below and above[0].height > 0:
            step = (below[0].top - above[0].top) / above[0].height
            if 0.5 < step < _FARTHEST:
                found.append(step)
    return statistics.median_low(found) if found else 1.0


def _continues(block: Block, line: Run, pitch: float) -> bool:
    """Return whether a line continues a paragraph: right below it, as high, and not indented."""
    last, height = block.last, block.last.height
    if block.is_row or height <= 0:
        return False
    is_below = 0.5 * height < line.top - last.top <= 1.2 * pitch * height
    is_over = line.left < last.right and line.right > last.left
    is_as_high = 0.87 < line.height / height < 1.15
    is_indented = block.lines > 1 and line.left > block.run.left + height
    has_ended = last.text[-1:] in ".!?。" and last.right < block.run.right - 4 * height
    return is_below and is_over and is_as_high and not is_indented and not has_ended


def _append(block: Block, line: Run) -> None:
    """Add a line to a paragraph; a word that a hyphen divides becomes one."""
    run = block.run
    end, begin = run.text[-1:], line.text[:1]
    between = " "
    if end in HYPHENS or (end in _DIVIDING and begin.islower() and run.text[-2:-1].isalpha()):
        run.text, run.origins, between = run.text[:-1], run.origins[:-1], ""
    elif end.isdigit() and begin.isdigit():
        between = "\n"  # a space could make one number of two
    elif _is_wide(end) and _is_wide(begin):
        between = ""
    run.join(line, between)
    block.last, block.lines = line, block.lines + 1


def _is_wide(character: str) -> bool:
    """Return whether a character is of a script that is written without spaces."""
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
