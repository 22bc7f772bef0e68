"""Offers for a number that does not stand where it is cited: another number, or another place.

Both change a fact. So they are offered only where the source leaves hardly a doubt, and written
only when someone takes the offer.
"""

from collections.abc import Iterator, Sequence

from cqviewer.evidence.document import Mention
from cqviewer.evidence.places import MOST_NEAR, NEAR, Finder, Place, Stated, may_state
from cqviewer.evidence.spelling import exponents
from cqviewer.evidence.unused import Review, citation_of
from cqviewer.model.citation import Citation
from cqviewer.model.numbers.amount import WIDE
from cqviewer.model.numbers.quantity import is_points
from cqviewer.model.problems import Findings, Misread


def offer_number(one: Stated, finder: Finder, reviewed: Review, findings: Findings) -> None:
    """Offer a number of the cited place, if one alone is near, of the same unit and unused."""
    near, parts = finder.near(one), finder.document.parts
    if one.is_limit or not finder.cited(one.citation) or len(near) == MOST_NEAR:
        return  # it may be worded otherwise, stand anywhere, or be one of many
    unused = {(each.part, each.start) for each in reviewed.unused}
    is_percent = any(percent for _, percent in one.spellings)
    free = {
        (part, number.start): number
        for part, number in near
        if (part, number.start) in unused
        and (
            number.is_percent == is_percent
            or (is_percent and (one.is_beside or parts[part].is_bare))
        )
    }
    if len(free) != 1:
        return
    [((part, _), number)] = free.items()
    text = parts[part].text
    values = list(_values(one, number))
    is_alike = not number.is_percent or number.is_points == is_points(one.unit)
    if len(values) == 1 and is_alike and may_state(text, number, one):
        findings.offer(one.path, values[0], " ".join(text[number.start : number.end].split()))


def _values(one: Stated, number: Mention) -> Iterator[str]:
    """Yield a number of a source in the unit of a stated one, in each reading that is near it."""
    size = abs(one.amount)
    for amount in number.amounts:
        for exponent in exponents(one.unit):
            value = amount.scaleb(-exponent, WIDE)
            if abs(value - size) <= NEAR * size:
                written = f"{value.copy_sign(one.amount):f}"
                if exponent and amount.as_tuple().exponent == 0:  # 690,000,000 of millions
                    written = written.rstrip("0").rstrip(".")
                yield written


def offer_place(one: Stated, finder: Finder, places: Sequence[Place], findings: Findings) -> None:
    """Offer the place in which a number stands, if there is one alone.

    The file has to cite the number right beside its value, so that no other value is cited anew.
    """
    own = one.path if one.observation is None else one.path[:-1]
    path = (*own, "source")
    in_file, beside = findings.places.in_file(path), findings.places.in_file((*own, "value"))
    cited = {citation_of(one.citation.source, finder.document, each.part) for each in places}
    if one.is_beside or own[0] != "indicators" or len(cited) != 1 or not in_file or not beside:
        return
    [text] = cited
    try:
        parts = finder.cited(Citation.parse(text)) or ()
    except Misread:  # a page may be called what no citation can say
        return
    if in_file == (*beside[:-1], "source") and {each.part for each in places} <= {*parts}:
        findings.offer(path, text)
