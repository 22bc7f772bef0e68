"""The shared data model as a QObject: the sheet that is open, and how it is looked at."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QObject, Signal

from cqviewer.charts.drawing import ChartChoice, OldValue
from cqviewer.model.facts import Chart, Indicator, Section, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Goal
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from cqviewer.ui.state.language import LanguageChoice

if TYPE_CHECKING:
    from cqviewer.model.reporting.edition_rows import EditionRow
    from cqviewer.model.reporting.edition_words import EditionChanges

ThemeChoice = Literal["system", "light", "dark"]
ContrastChoice = Literal["system", "high", "normal"]
ChangesView = Literal["", "bare", "marks", "page"]
"""What is shown of the changes since an earlier edition: nothing, marks alone, marks and the strip
that counts the changes, or the list of changes."""
PANEL_LEAST, PANEL_WIDEST = 240, 800
"""The least and greatest width of the Source panel, in px of the design."""
SourceTab = Literal["", "facts", "text", "page", "unused"]
"""What the widened panel shows of the source; '' where the panel is not widened."""
SOURCE_LEAST = 300
"""The least width of the widened panel, in px of the design."""


class Edition(msgspec.Struct, frozen=True):
    """An earlier edition of a sheet: its file, and its date once it has been read."""

    path: Path
    date: datetime.date | None = None


class View(msgspec.Struct, frozen=True, kw_only=True):
    """How the sheet is looked at. It is replaced as a whole, never changed.

    `selected` is the id of an indicator or a goal; `section` that of the tab. `observation` is the
    period of the observation of that indicator that is selected, None where it is the latest.
    `language` is the one that is shown, by `language_choice` and, where that leaves it to the
    system, by the sheet.
    `search` is the text that is searched for. `is_table` shows figures as a table instead of cards
    and charts, `tables` holds the ids of charts that are shown as tables; `is_latest_only` leaves
    the earlier periods of series out of tables. `choices` holds, by the ids of charts, what the
    reader chose other than the sheet. `panel_width` is the Source panel's, in px of the design;
    the panel is wider where the page leaves room. `source` is what the widened panel shows of the
    source itself, `source_width` its width then.
    """

    section: str = ""
    selected: str | None = None
    observation: Period | None = None
    theme: ThemeChoice = "system"
    contrast: ContrastChoice = "system"
    language: Language = "en"
    language_choice: LanguageChoice = "system"
    zoom: float = 1.0
    is_panel_open: bool = True
    panel_width: int = 300
    source: SourceTab = ""
    source_width: int = 540
    search: str = ""
    is_table: bool = False
    tables: frozenset[str] = frozenset()
    changes: ChangesView = ""
    is_latest_only: bool = False
    choices: dict[str, ChartChoice] = {}

    @property
    def panel(self) -> tuple[object, ...]:
        """Return the fields that decide whether the Source panel is open and how wide it is."""
        return self.is_panel_open, self.panel_width, bool(self.source), self.source_width

    @property
    def tabled(self) -> tuple[object, ...]:
        """Return the fields that decide what is shown as a table or as a chart, and how."""
        return self.is_table, self.tables, self.is_latest_only, self.choices

    def is_drawn_as(self, other: "View") -> bool:
        """Return whether both views have the same look, so that no part needs to be rebuilt."""
        mine = (self.theme, self.contrast, self.zoom, self.language, bool(self.changes))
        others = (other.theme, other.contrast, other.zoom, other.language, bool(other.changes))
        return mine == others


class Store(QObject):
    """Holds the sheet and the view, and emits a signal when either changes."""

    sheet_changed = Signal(bool)
    """Carries whether the sheet is of another file."""
    view_changed = Signal(object, object)
    """Carries the old and the new View."""
    edition_wanted = Signal(object)
    """Carries the Path of an earlier edition that the reader chose from those known."""
    changes_changed = Signal()
    """`changes` or `editions` have been replaced."""

    def __init__(self, sheet: Sheet, view: View | None = None) -> None:
        """Begin with a sheet, at its first section unless the view names another."""
        super().__init__()
        self._sheet = sheet
        self._usual = view.language if view else View().language
        """The language to show sheets in, except those that have only one other language."""
        self._view = self._fitting(view or View())
        self._wording = Wording.of(sheet, self._view.language)
        self.before: Sheet | None = None
        """The earlier edition that the sheet is compared with, or None."""
        self.editions: tuple[Edition, ...] = ()
        """The known earlier editions, the compared one first."""
        self.changes: EditionChanges | None = None
        """What changed since `before`, whether or not it is shown."""

    @property
    def shown_changes(self) -> "EditionChanges | None":
        """Return what changed since an earlier edition, or None while that is not shown."""
        return self.changes if self._view.changes else None

    @property
    def is_on_changes(self) -> bool:
        """Return whether the list of changes is shown in place of a section."""
        return self.changes is not None and self._view.changes == "page"

    def change_of(self, fact_id: str, period: Period | None = None) -> "EditionRow | None":
        """Return the change of a figure, if shown; of several, that of the period."""
        shown = self.shown_changes
        return shown.of_figure(fact_id, period) if shown else None

    @property
    def revision(self) -> "EditionRow | None":
        """Return the revision of the selected value, if there is one and changes are shown."""
        fact = self.seen_fact()
        row = self.change_of(fact.id, fact.latest.period) if isinstance(fact, Indicator) else None
        is_own = isinstance(fact, Indicator) and row and row.period == fact.latest.period
        return row if row and is_own and row.is_revision else None

    def change_words(self, fact_id: str, period: Period | None = None) -> str:
        """Return the shown change of a figure in a few words; '' without one."""
        figure = self._sheet.indicators.get(fact_id)
        if figure is not None and not figure.is_series:
            period = figure.latest.period
        row = self.change_of(fact_id, period)
        return row.brief_beside(period, self._wording) if row else ""

    def old_values(self, ids: Iterable[str]) -> tuple[OldValue, ...]:
        """Return the values of some figures before their revision, while changes are shown."""
        shown, before, wanted = self.shown_changes, self.before, set(ids)
        if shown is None or before is None:
            return ()
        rows = [row for one in shown.groups for row in one.rows if row.is_revision]
        found = []
        for row in (row for row in rows if row.figure in wanted):
            old = before.indicators.get(row.figure)
            for one in old.observations if old else ():
                if one.period == row.period and one.value is not None:
                    words = self._wording.say("edition_was", value=row.before)
                    found.append(OldValue(row.figure, one.period, one.value, words))
        return tuple(found)

    def show_changes(self) -> None:
        """Show the list of changes."""
        self.look(changes="page")

    def set_changes(
        self,
        before: Sheet | None,
        changes: "EditionChanges | None",
        editions: tuple[Edition, ...] = (),
    ) -> None:
        """Set the earlier edition, the changes since it, and the known editions; None for none."""
        if (changes, editions) != (self.changes, self.editions):
            self.before, self.changes, self.editions = before, changes, editions
            self.changes_changed.emit()

    @property
    def sheet(self) -> Sheet:
        """Return the sheet that is open."""
        return self._sheet

    @property
    def view(self) -> View:
        """Return the present view."""
        return self._view

    @property
    def wording(self) -> Wording:
        """Return the wording in the view's language."""
        return self._wording

    @property
    def section(self) -> Section:
        """Return the section that is shown."""
        return next(one for one in self._sheet.sections if one.id == self._view.section)

    @property
    def charts(self) -> list[Chart]:
        """Return the charts of all sections, in their order, as they are shown."""
        return [self.shown(one) for section in self._sheet.sections for one in section.charts]

    def shown(self, chart: Chart) -> Chart:
        """Return a chart of the sheet as the reader chose to see it."""
        choice = self._view.choices.get(chart.id)
        if choice is None:
            return chart
        from cqviewer.charts.choosing import chosen  # kinds of charts wait for the first picture

        return chosen(chart, choice, self._sheet, self._wording)

    def toggle_table(self, chart_id: str) -> None:
        """Show a chart's figures as a table in its place, or the chart again."""
        self.look(tables=self._view.tables ^ {chart_id})

    def choose(self, chart_id: str, **fields: object) -> None:
        """Set fields of the reader's choice for a chart; None means as in the sheet."""
        choice = msgspec.structs.replace(self._view.choices.get(chart_id, ChartChoice()), **fields)
        self.look(choices={**self._view.choices, chart_id: choice})

    def open(self, sheet: Sheet, *, is_elsewhere: bool = False) -> None:
        """Show another sheet, or a new state of the same one; the view stays as far as possible.

        A sheet that `is_elsewhere`, in another folder, is another one even with the same file name.
        """
        is_other = is_elsewhere or sheet.file_name != self._sheet.file_name
        if is_other:
            self._view = msgspec.structs.replace(self._view, selected=None, choices={})
        self._sheet = sheet
        self.before = self.changes = None
        self._view = self._fitting(self._view)
        self._wording = Wording.of(sheet, self._view.language)
        self.sheet_changed.emit(is_other)

    def look(self, **changes: object) -> None:
        """Replace the view with one that differs in the fields named."""
        old = self._view
        if "selected" in changes:
            changes.setdefault("observation", None)
        if "section" in changes and old.changes == "page":
            changes = {"changes": "marks", **changes}  # a section hides the list
        new = msgspec.structs.replace(old, **changes)
        if "language" in changes:
            self._usual = new.language
        new = self._fitting(new)
        if new == old:
            return
        self._view = new
        if new.language != old.language:
            self._wording = Wording.of(self._sheet, new.language)
        self.view_changed.emit(old, new)

    def select(self, fact_id: str | None, period: Period | None = None) -> None:
        """Select a figure or goal by its id, or nothing; with a period, that observation of it."""
        self.look(selected=fact_id, observation=period)

    def selected_fact(self) -> Indicator | Goal | None:
        """Return the indicator or goal that is selected, if any."""
        return self.fact(self._view.selected)

    def seen_fact(self) -> Indicator | Goal | None:
        """Return the selected fact; an indicator with the selected observation alone, if any."""
        return self.fact(self._view.selected, self._view.observation)

    def fact(self, fact_id: str | None, period: Period | None = None) -> Indicator | Goal | None:
        """Return the indicator or goal of an id, if there is one.

        With a period, the indicator is returned with only the observation of that period.
        """
        if fact_id is None:
            return None
        indicator = self._sheet.indicators.get(fact_id)
        return indicator.seen_at(period) if indicator else self._sheet.goal(fact_id)

    def _fitting(self, view: View) -> View:
        """Return a view with only what the sheet has, in its language if it has just one."""
        sections = [one.id for one in self._sheet.sections]
        section = view.section if view.section in sections else sections[0]
        selected = view.selected if self.fact(view.selected) else None
        fact = self.fact(selected)
        figure = fact if isinstance(fact, Indicator) else None
        others = (
            {one.period for one in figure.observations if one is not figure.latest}
            if figure
            else ()
        )
        choices = self._fitting_choices(view) if view.choices else {}
        only = self._sheet.only_language if view.language_choice == "system" else None
        return msgspec.structs.replace(
            view,
            section=section,
            selected=selected,
            observation=view.observation if view.observation in others else None,
            language=only or self._usual,
            choices=choices,
        )

    def _fitting_choices(self, view: View) -> dict[str, ChartChoice]:
        """Return the choices that are possible for the sheet's charts and differ from the sheet."""
        from cqviewer.charts.choosing import fitting  # as in `shown`

        charts = (one for part in self._sheet.sections for one in part.charts)
        choices = {
            one.id: fitting(view.choices[one.id], one, self._sheet)
            for one in charts
            if one.id in view.choices
        }
        return {key: one for key, one in choices.items() if one != ChartChoice()}
