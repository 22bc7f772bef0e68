"""How the verdicts on targets were reached, in words."""

from cqviewer.model.facts import Indicator
from cqviewer.model.judging.verdict import target_citations, verdicts
from cqviewer.printing.pages.page_data import Said
from cqviewer.printing.pages.scope import Scope


def judged(scope: Scope) -> list[Said]:
    """Return a paragraph for each figure with targets: each target with its verdict and working."""
    return [
        scope.wording.sentences(target_lines(one, scope)) for one in scope.figures if one.targets
    ]


def target_lines(figure: Indicator, scope: Scope) -> list[str]:
    """Return sentences on the targets of a figure: target, verdict, working and sources."""
    wording, lines = scope.wording, []
    for one in verdicts(figure):
        name = wording.named(wording.brief_name(figure), wording.target_phrase(figure, one))
        steps = wording.join(wording.judgement(figure, one), "semicolon")
        places = wording.join((scope.place(it) for it in target_citations(one.target)), "semicolon")
        lines += [name, wording.ended(steps), wording.reading_of_about(one), wording.ended(places)]
        if one.progress:
            lines.append(wording.ended(wording.progress_periods(one.progress)))
    return [one for one in lines if one]
