"""What is said and copied of the selected figure or goal."""

from PySide6.QtCore import QCoreApplication

from cqviewer.model.facts import Goal, Indicator
from cqviewer.ui.store import Store


def fact_phrase(fact: Indicator | Goal, store: Store) -> str:
    """Word a figure or goal in one phrase, as a screen reader says it."""
    if isinstance(fact, Indicator):
        return store.wording.figure_phrase(fact)
    named = QCoreApplication.translate("Citing", "Named in the source")
    return store.wording.join([store.wording.text(fact.name), named])


def citation_of(fact: Indicator | Goal, store: Store) -> str:
    """Word a figure or goal with its source in one line, as it is copied."""
    wording, sheet = store.wording, store.sheet
    if isinstance(fact, Indicator):
        return wording.citation_line(fact, sheet)
    goals = sheet.goals
    year = str(goals.year) if goals else ""
    head = wording.join([wording.text(fact.name), year, fact_phrase_tail()])
    figures = wording.join(
        (
            f"{wording.name(one)} {wording.value(one)} ({wording.period(one.latest.period)})"
            for one in (sheet.indicators[name] for name in fact.figures)
        ),
        "semicolon",
    )
    parts = [head + wording.say("stop")]
    if figures:
        label = QCoreApplication.translate("Citing", "Figures behind it")
        made = (
            QCoreApplication.translate("Citing", "link made for this sheet, not by the source")
            if fact.link == "ours"
            else ""
        )
        behind = f"{figures} ({made})" if made else figures
        parts.append(f"{label}{wording.say('colon')}{behind}{wording.say('stop')}")
    if fact.citation:
        source = sheet.sources[fact.citation.source]
        parts += [
            wording.say("source", names=wording.cited(fact.citation, sheet)),
            source.url or "",
        ]
    return wording.sentences(parts)


def fact_phrase_tail() -> str:
    """Say that a goal is named in the source."""
    return QCoreApplication.translate("Citing", "named in the source")
