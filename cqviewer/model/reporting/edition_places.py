"""Names of the places of a sheet's texts: 'Work: lead' for `sections.work.lead`."""

import re

from cqviewer.model.comparing.texts import LABEL
from cqviewer.model.facts import Sheet
from cqviewer.model.text import Text, capitalised
from cqviewer.model.wording.wording import Wording

_UNNAMED = re.compile(r"(statement|question)( \(\d+\))?")
"""The name in a place of a statement or question without `about`."""


class TextPlaces:
    """Words the places of texts of two editions."""

    def __init__(self, before: Sheet, now: Sheet, wording: Wording) -> None:
        """Store two editions; places are named by the newer one if it has them."""
        self._sheets = now, before
        self._wording = wording

    def figure(self, place: str) -> str:
        """Return the id of the figure of the newer sheet that a place belongs to, or ''."""
        first, _, rest = place.partition(".")
        figure = rest.rpartition(".")[0]
        return figure if first == "indicators" and figure in self._sheets[0].indicators else ""

    def field(self, place: str) -> str:
        """Return what a text is called: 'lead', 'name', 'chart'."""
        first, _, rest = place.partition(".")
        key = rest.rpartition(".")[2] if first in ("indicators", "sources", "goals") else first
        if first == "sections":
            key = rest.split(".")[1]
        elif first == "terms":
            key = "term"
        return self._wording.say(f"field_{key}")

    def name(self, place: str) -> str:
        """Return the name of a place: 'Work: lead', 'Work: statement, Harbours'."""
        first, _, rest = place.partition(".")
        owner, field = self._owner(first, rest), self.field(place)
        name = self._wording.named(owner, field) if owner else capitalised(field)
        more = rest if first == "terms" else ""
        if label := LABEL.match(place):
            shown = next(one for sheet in self._sheets if (one := sheet.indicators.get(label[1])))
            return self._wording.join([name, self._wording.brief_name(shown)])
        if first == "sections" and rest.count(".") > 1:
            _, field, more = rest.split(".", 2)
            more = "" if field == "charts" or _UNNAMED.fullmatch(more) else more
        return self._wording.join([name, more])

    def listed(self, before: str, now: str) -> tuple[str, str]:
        """Return the names of the figures that left a list and that joined it.

        If only the order differs, return those of all. Both lists are given as ids with commas.
        """
        old, new = ([one for one in ids.split(", ") if one] for ids in (before, now))
        if set(old) != set(new):
            both = set(old) & set(new)
            old, new = ([one for one in ids if one not in both] for ids in (old, new))
        now_sheet, before_sheet = self._sheets
        indicators = {**before_sheet.indicators, **now_sheet.indicators}
        said, other = (
            self._wording.join((self._wording.brief_name(indicators[one]) for one in ids), "comma")
            for ids in (old, new)
        )
        return said, other

    def _owner(self, first: str, rest: str) -> str:
        """Return the name of the section, source, figure or goal that a text is of."""
        for sheet in self._sheets:
            found: Text | None = None
            if first == "sections":
                key = rest.partition(".")[0]
                found = next((one.title for one in sheet.sections if one.id == key), None)
            elif first in ("sources", "indicators", "goals"):
                key = rest.rpartition(".")[0]
                if first == "sources" and key in sheet.sources:
                    found = sheet.sources[key].short or sheet.sources[key].title
                elif first == "indicators" and key in sheet.indicators:
                    found = sheet.indicators[key].name
                elif goal := sheet.goal(key):
                    found = goal.name
            if found:
                return self._wording.text(found)
        return ""
