"""Cards of the page: a figure each, whose source opens under it."""

from xml.etree.ElementTree import Element

from cqviewer.model.facts import Section
from cqviewer.printing.pages.annex import trace
from cqviewer.printing.pages.cards import card
from cqviewer.printing.pages.page_data import Card
from cqviewer.printing.pages.paper_charts import Pictures
from cqviewer.printing.pages.scope import Scope
from cqviewer.printing.web.markup import dot, make, make_if, months, worded
from cqviewer.printing.web.tables import Anchor
from cqviewer.printing.web.vectors import COLOURS, inline


def figure_cards(scope: Scope, section: Section, prefix: str, anchor: Anchor) -> Element | None:
    """Return the key figures of a section; `anchor` places them, `prefix` begins other ids."""
    made = []
    for number, key in enumerate(section.figures):
        pictures = Pictures(COLOURS)
        shown = card(key, scope, pictures)
        course = None
        if shown.course:
            course = inline(pictures.svgs[shown.course.file], f"{prefix}-course-{number}-")
        one = make(
            "details.card", _front(shown, course), _source(key.indicator, scope), name=prefix
        )
        if place := anchor(key.indicator):
            one.set("id", place)
        made.append(one)
    return make("div.cards", *made) if made else None


def _front(shown: Card, course: Element | None) -> Element:
    """Return what of a card is always seen."""
    lines = (shown.span, shown.when.text, shown.change, shown.gaps)
    return make(
        "summary",
        worded(shown.value),
        make_if("span.target", shown.target),
        make("span.label", shown.label),
        make("span.course", course) if course is not None else months(shown.when.months),
        *(make_if("span.line", one) for one in lines),
        _verdict(shown),
    )


def _verdict(shown: Card) -> Element | None:
    """Return the verdict of a card after the mark that says whose it is."""
    if not shown.verdict:
        return None
    mark = dot(shown.verdict_status) if shown.verdict_status else None
    return make("span.verdict", mark, shown.verdict)


def _source(name: str, scope: Scope) -> Element:
    """Return where a figure comes from."""
    figure, say = scope.sheet.indicators[name], scope.wording.say
    found = trace(figure, scope)
    lines = [make("span.line", one) for one in found.lines]
    cited = dict.fromkeys(one.citation.source for one in figure.observations if one.citation)
    titles = [make("span.line", scope.said(scope.sheet.sources[one].title)) for one in cited]
    return make(
        "dl.trace",
        make("div", make("dt", found.name), make("dd", worded(found.value))),
        make("div", make("dt", say("head_measure")), make("dd", found.measure)),
        make("div", make("dt", say("head_period")), make("dd", found.period)),
        make(
            "div",
            make("dt", say("print_head_source")),
            make("dd", dot(figure.latest.status), found.origin, *lines, *titles),
        ),
    )
