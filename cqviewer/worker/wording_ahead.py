"""Words the texts of a first page before the window asks for them."""

from itertools import islice

from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.model.changes import change_of
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.courses import course_phrase
from cqviewer.model.wording.wording import Wording

_FIGURES, _CHARTS = 50, 10
"""How many are worded: a few more than a first page shows, since the window waits for them."""


def word_ahead(sheet: Sheet, wording: Wording) -> None:
    """Fill the cache of Babel's numbers and months for the figures and charts of a sheet."""
    wording.provenance(sheet)
    wording.corner_note(sheet)
    for one in islice(sheet.indicators.values(), _FIGURES):
        wording.figure_phrase(one)
        wording.parts(one, short=True)
        wording.change(one, change_of(one))
        course_phrase(one, wording)
    for chart in islice((one for part in sheet.sections for one in part.charts), _CHARTS):
        subtitle(chart, sheet, wording, medium="screen")
        description(chart, sheet, wording)
        source_note(chart, sheet, wording)
