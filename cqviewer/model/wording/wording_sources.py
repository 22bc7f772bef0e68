"""How sources are worded: their names, the places cited in them, and who published them."""

import re
from collections.abc import Iterable

from cqviewer.model.citation import Citation
from cqviewer.model.facts import Sheet, Source
from cqviewer.model.localized import language_name
from cqviewer.model.text import Text
from cqviewer.model.wording.wording_periods import PeriodWording


class SourceWording(PeriodWording):
    """Words sources and places in them in one language."""

    def place_in_source(self, citation: Citation) -> str:
        """Return the paragraph, page or table cited: 'paragraph 3'; '' if there is none."""
        if citation.part is None:
            return ""
        return self.say(citation.part, where=self.where(citation), sheet=citation.sheet)

    def where(self, citation: Citation) -> str:
        """Return the numbers of the paragraphs or pages cited, listed as the language does."""
        if citation.part in ("cell", "words"):
            return citation.where
        return re.sub(r"(?<=\d),\s*(?=\d)", self.say("listing"), citation.where)

    def source_name(self, source: Source) -> str:
        """Return the name of a source for source lines: short title and date."""
        return self._dated_title(source.short or source.title, source)

    def _dated_title(self, title: Text, source: Source) -> str:
        date = source.date or source.published
        return self.join([self.text(title), self.date(date) if date else ""])

    def cited(self, citation: Citation, sheet: Sheet) -> str:
        """Return the name of a source, with its date and the place cited in it."""
        source = sheet.sources[citation.source]
        return self.join([self.source_name(source), self.place_in_source(citation)])

    def publication(self, source: Source) -> str:
        """Return in words who published a source, and when if on another day than its date."""
        date = self.date(source.published) if source.published else ""
        publisher = self.text(source.publisher)
        if publisher and date:
            return self.say("published", publisher=publisher, date=date)
        if publisher:
            return self.say("published_by", publisher=publisher)
        return self.say("published_on", date=date) if date else ""

    def source_names(
        self, cited: Iterable[Citation | None], aims: Iterable[Citation], sheet: Sheet
    ) -> str:
        """Return a sentence that names sources; those of targets alone come last and say so."""
        keys = dict.fromkeys(one.source for one in cited if one)
        names = [self.source_name(sheet.sources[key]) for key in keys]
        others = dict.fromkeys(one.source for one in aims if one.source not in keys)
        names += [
            self.say("targets_of", name=self.source_name(sheet.sources[key])) for key in others
        ]
        return self.sources_named(names, len(names))

    def sources_named(self, names: Iterable[str], count: int) -> str:
        """Return the sentence with the names of a count of sources; nothing if there is none."""
        key = "source" if count == 1 else "sources"
        named = self.unended(self.join(names, "semicolon"))  # as in '2025 г.'
        return self.say(key, names=named) if count else ""

    def provenance(self, sheet: Sheet) -> str:
        """Return the sheet's sources with their credits, the first two in full."""
        parts: list[str] = []
        for source in list(sheet.sources.values())[:2]:
            parts.append(self._dated_title(source.title, source))
            if source.graphics:
                parts.append(self.say("graphics", name=self.text(source.graphics)))
        if (rest := len(sheet.sources) - 2) > 0:
            parts.append(self.counted("and_more_sources", rest, number=rest))
        return self.sentences([*map(self.ended, parts[:-1]), *parts[-1:]])

    def imprint(self, sheet: Sheet) -> list[tuple[str, Text]]:
        """Return what a sheet says of who publishes it, as labels with texts."""
        return [
            (self.say(f"imprint_{key}"), text)
            for key in ("publisher", "author", "contact", "licence", "edition")
            if (text := getattr(sheet.imprint, key))
        ]

    def about_sheet(self, sheet: Sheet) -> list[str]:
        """Return the imprint as lines, with the sheet's date, languages, logo and file."""
        lines = [self.named(name, self.text(text)) for name, text in self.imprint(sheet)]
        lines.append(self.say("print_dated", date=self.date(sheet.date)))
        if names := self.join(map(language_name, sheet.languages)):
            lines.append(self.named(self.say("imprint_languages"), names))
        if sheet.imprint.logo:
            alt = self.text(sheet.imprint.logo.alt)
            lines.append(self.named(self.say("imprint_logo"), alt))
        return [*lines, self.named(self.say("imprint_file"), sheet.file_name)]
