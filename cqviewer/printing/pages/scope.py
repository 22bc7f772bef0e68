"""What goes into one edition: the sections asked for, in one language, with their figures."""

import re
from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from cqviewer.charts.contents import as_shown, section_facts
from cqviewer.charts.theme import PRINT, with_accent
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Chart, Indicator, KeyFigure, Observation, Section, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.provenance import citations
from cqviewer.model.target import Goals
from cqviewer.model.text import HAN, Language, Text, is_chinese, nearest_language
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.pages.page_data import Passage, PrintedMark, Said, When, WordedValue

BETWEEN = " · "
"""What stands between names in one line of head or foot."""
_LETTERS, _FIRSTS = 26, 20
_WORDS = re.compile("[A-Za-z]{2,} +[A-Za-z]{2,}")


class HeadedFigures(msgspec.Struct, frozen=True):
    """The figures that stand under one heading; `title` is None for those that no section shows."""

    title: Text | None
    figures: tuple[Indicator, ...]


class Spoken:
    """The words that are read aloud instead of marks, such as 'provisional' for '[p]'.

    typst has no way to write them. So the language of a mark is set to a code for private use of
    ISO 639-2 (qaa to qtz), one for each text, and `finish` replaces the code by the words.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.words: list[str] = []

    def __call__(self, words: str) -> str:
        """Return the code of some words; '' where all are taken: then the mark itself is read."""
        if words not in self.words:
            self.words.append(words)
        first, second = divmod(self.words.index(words), _LETTERS)
        return f"q{chr(ord('a') + first)}{chr(ord('a') + second)}" if first < _FIRSTS else ""


class Scope:
    """The sections of a sheet that are printed, worded in one language."""

    def __init__(
        self,
        sheet: Sheet,
        sections: tuple[Section, ...],
        language: Language,
        spoken: Callable[[str], str] = str,
        first_source: int | None = None,
    ) -> None:
        """Choose sections of a sheet and a language.

        `spoken` returns what is written for the words of a mark: the words, or a code for them.
        Sources are numbered from `first_source` on; without it from 1, if there are several.
        """
        self.sheet = sheet
        self.spoken = spoken
        self.sections = sections
        self.wording = Wording.of(sheet, language, marks_english=True)
        self.groups = _groups(sheet, sections)
        self.figures = [one for group in self.groups for one in group.figures]
        self.theme = with_accent(PRINT, sheet.imprint.accent)
        ids = self._source_ids()
        self.sources = {key: place for place, key in enumerate(ids, start=first_source or 1)}
        self.numbers_sources = first_source is not None or len(ids) > 1

    def of_section(self, section: Section) -> "Scope":
        """Return the scope of one section, in which sources keep their numbers."""
        return self._part(self.sheet, section)

    def of_chart(self, chart: Chart) -> "Scope":
        """Return the scope of what one chart shows, without the inputs of derived figures."""
        part = Section(id=chart.id, title=chart.title, charts=(chart,))
        scope = self._part(as_shown(chart, self.sheet), part)
        scope.groups = [one for one in scope.groups if one.title is not None]
        return scope

    def _part(self, sheet: Sheet, section: Section) -> "Scope":
        scope = Scope(sheet, (section,), self.wording.language, self.spoken)
        scope.sources, scope.numbers_sources = self.sources, self.numbers_sources
        return scope

    @property
    def is_extract(self) -> bool:
        """Return whether sections of the sheet are left out."""
        return len(self.sections) < len(self.sheet.sections)

    @property
    def is_foreign(self) -> bool:
        """Return whether the sheet has no texts in the language of this edition."""
        language, sheet = self.wording.language, self.sheet
        if sheet.languages:
            return nearest_language(language, sheet.languages) is None
        texts = [sheet.title, *(one.title for one in sheet.sections)]
        texts += [one.name for one in sheet.indicators.values() if not one.is_counted_here]
        chinese = [re.search(HAN, self.wording.text(one)) is not None for one in texts]
        return not any(chinese) if is_chinese(language) else all(chinese)

    def said(self, text: Text | None, worded: Callable[[str], str] = str) -> Said:
        """Return a text in this language, or as a passage if the sheet has it in another one only.

        `worded` adds words around it.
        """
        words = self.wording.text(text)
        language = self._language_of(text, words) if text else None
        if language in (None, self.wording.language):
            return worded(words)
        return Passage(worded(words), language)

    def _language_of(self, text: Text, words: str) -> Language:
        """Return the language of a text; names and numbers count as the pages' own."""
        language = self.wording.language
        if isinstance(text, dict):
            if nearest_language(language, text):
                return language
            return next((key for key, value in text.items() if value == words), language)
        if self.sheet.only_language:
            return self.sheet.only_language
        if re.search(HAN, words):
            return language if is_chinese(language) else "zh"
        latin = (one for one in self.sheet.languages if not is_chinese(one))
        return next(latin, "en") if _WORDS.search(words) else language

    def value(
        self,
        indicator: Indicator,
        observation: Observation,
        *,
        short: bool = False,
        marks: Sequence[PrintedMark] = (),
    ) -> WordedValue:
        """Return a worded value for a card or, with a short unit, for a table."""
        parts = self.wording.parts(indicator, observation, short=short)
        return WordedValue(
            about=parts.about,
            number=parts.number,
            unit=parts.unit,
            is_number=observation.is_known,
            marks=list(marks),
            interval=self.wording.interval(indicator, observation),
        )

    def when(self, period: Period, *, short: bool = False, after: str = "") -> When:
        """Return a worded period with its strip of months, and what comes `after` it.

        `short` says 'Not stated' alone, under a head 'Period'.
        """
        key = "not_stated" if short else "period_not_stated"
        text = self.wording.period(period) if period.is_stated else self.wording.say(key)
        text = self.wording.join([text, after])
        cells = period.month_cells(self.sheet.year)
        return When(text=text, months=cells, is_stated=period.is_stated)

    def key_figures(self) -> list[KeyFigure]:
        """Return the key figures of the sections that are printed; all of them for all sections."""
        if not self.is_extract:
            return list(self.sheet.key_figures)
        shown = {one for section in self.sections for one in section_facts(section, self.sheet)}
        chosen = [one for one in self.sheet.key_figures if one.indicator in shown]
        if chosen:
            return chosen
        every = (one for section in self.sections for one in section.figures)
        return list({one.indicator: one for one in every}.values())

    @property
    def goals(self) -> Goals | None:
        """Return the goals of the sheet if the sections that are printed have to do with them."""
        if self.sheet.goals is None or any(section.plans for section in self.sections):
            return self.sheet.goals
        facts = (one for part in self.sections for one in section_facts(part, self.sheet))
        are_shown = any(one.startswith("goals.") or self.sheet.goal(one) for one in facts)
        return self.sheet.goals if are_shown else None

    def place(self, citation: Citation | None, *, is_short: bool = False) -> str:
        """Return where something is stated: source (where there are several) and place in it."""
        if citation is None:
            return ""
        number = f"[{self.sources[citation.source]}]" if len(self.sources) > 1 else ""
        if is_short and citation.part:
            where = self.wording.say(
                f"print_place_{citation.part}",
                where=self.wording.where(citation),
                sheet=citation.sheet,
            )
        else:
            where = self.wording.place_in_source(citation)
        return " ".join(part for part in (number, where) if part)

    def sentence(self, text: str) -> str:
        """Return a text with a full stop, if nothing else ends it."""
        return text if not text or text[-1] in ".。!?！？" else text + self.wording.say("stop")

    def kicker(self, *, is_draft: bool = False, is_leaflet: bool = False) -> str:
        """Return what stands above the title: who publishes what, in which edition."""
        wording, imprint = self.wording, self.sheet.imprint
        key = "leaflet" if is_leaflet else "extract" if self.is_extract else "kicker"
        kind = wording.say(f"print_{key}")
        draft = wording.say("print_draft") if is_draft else ""
        parts = (wording.text(imprint.publisher), kind, wording.text(imprint.edition), draft)
        return BETWEEN.join(one for one in parts if one)

    def imprint(self) -> list[Said]:
        """Return who answers for the sheet, and on what terms it may be used."""
        return [
            self.said(text, partial(self.wording.named, name))
            for name, text in self.wording.imprint(self.sheet)
        ]

    def _source_ids(self) -> list[str]:
        """Return the ids of the sources that are cited, in the order of the sheet."""
        cited = {one.source for one in citations(self.figures, self.sections, self.goals)}
        return [key for key in self.sheet.sources if key in cited] or list(self.sheet.sources)


def _groups(sheet: Sheet, sections: tuple[Section, ...]) -> list[HeadedFigures]:
    """Return each figure once: under the section whose cards show it, or else whose charts do.

    The last group has figures without a section: of a whole sheet all of them, of an extract those
    from which derived figures were worked out.
    """
    owner: dict[str, str] = {}
    for section in sections:
        for card in section.figures:
            owner.setdefault(card.indicator, section.id)
    facts = {section.id: section_facts(section, sheet) for section in sections}
    for section in sections:
        for one in facts[section.id]:
            if one in sheet.indicators:
                owner.setdefault(one, section.id)
    groups = [
        HeadedFigures(
            section.title,
            tuple(
                sheet.indicators[one] for one in facts[section.id] if owner.get(one) == section.id
            ),
        )
        for section in sections
    ]
    rest = _rest(sheet, owner, is_whole=len(sections) == len(sheet.sections))
    groups.append(HeadedFigures(None, tuple(sheet.indicators[one] for one in rest)))
    return [group for group in groups if group.figures]


def _rest(sheet: Sheet, owner: dict[str, str], *, is_whole: bool) -> list[str]:
    """Return the figures without a section that belong here: all, or the inputs of others."""
    if is_whole:
        return [
            one
            for one, indicator in sheet.indicators.items()
            if one not in owner and not indicator.is_counted_here
        ]
    needed: dict[str, None] = {}
    waiting = list(owner)
    while waiting:
        derivation = sheet.indicators[waiting.pop()].derivation
        for one in derivation.inputs if derivation else ():
            if one not in owner and one not in needed:
                needed[one] = None
                waiting.append(one)
    return list(needed)
