"""What is written around a chart: subtitle, source line and the sentence that describes it."""

import re
from decimal import Decimal
from typing import Literal

import msgspec

from cqviewer.model.beside import says_unit
from cqviewer.model.chart_periods import (
    common_period,
    compared_period,
    is_muted,
    muted_bars,
    reach,
    shared_period,
)
from cqviewer.model.chinese_scale import common_scale
from cqviewer.model.facts import Chart, Goal, Goals, Indicator, Observation, Section, Sheet
from cqviewer.model.gaps import gaps
from cqviewer.model.phrases import PHRASES, number_word
from cqviewer.model.square import block_size, square_value
from cqviewer.model.text import word_in
from cqviewer.model.wording import Wording

Medium = Literal["screen", "print"]


def slope_ends(chart: Chart, sheet: Sheet) -> list[tuple[Indicator, Observation]]:
    """Give what a slope leads from and to: two figures, or one's first and last observation."""
    figures = [sheet.indicators[one] for one in chart.of]
    if len(figures) == 1 and figures[0].is_series:
        return [(figures[0], figures[0].observations[0]), (figures[0], figures[0].last)]
    return [(one, one.latest) for one in figures]


def measured(chart: Chart) -> tuple[str, ...]:
    """Return the ids of the figures on a chart's scale; goals have none, whatever is written."""
    return () if chart.kind == "goals" else chart.of


def drawn(chart: Chart, sheet: Sheet) -> list[Indicator]:
    """Give all figures that a chart shows; for the goals those that bear on them."""
    if chart.kind == "goals":
        named = sheet.goals.named if sheet.goals else ()
        ids = dict.fromkeys(one for goal in named for one in goal.figures)
    else:
        ids = dict.fromkeys(chart.figures)
    return [sheet.indicators[one] for one in ids]


def observation_phrase(indicator: Indicator, observation: Observation, wording: Wording) -> str:
    """Word name, value, period and status of one observation in one phrase."""
    name, status = wording.name(indicator), wording.origin(observation, long=True)
    period = observation.period
    when = wording.period(period, long=period.is_stated)
    if observation.value is None:
        return wording.join([name, when if period.is_stated else "", status])
    return wording.join([name, wording.value(indicator, observation), when, status])


def bare_value(indicator: Indicator, observation: Observation, wording: Wording) -> str:
    """Word a value without its unit, where a subtitle names it; per cent keeps its sign."""
    if observation.value is None:
        return wording.say("period_not_stated_short")
    if indicator.unit.kind == "percent":
        return wording.value(indicator, observation)
    return wording.bare_number(indicator, observation.value)


def axis_value(indicator: Indicator, value: Decimal, wording: Wording) -> str:
    """Word a value on an axis as the figure's own values are worded, but never as 'about'."""
    other = msgspec.structs.replace(indicator.latest, value=value)
    exact = msgspec.structs.replace(indicator, derivation=None, observations=(other,))
    return bare_value(exact, other, wording)


def names_value(text: str, indicator: Indicator, value: Decimal, wording: Wording) -> bool:
    """Return whether a text, such as a chart's title, names a value, with or without its sign."""
    number = wording.bare_number(indicator, abs(value)).lstrip("+")
    return bool(re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", text))


def chart_scale(chart: Chart, sheet: Sheet) -> int | None:
    """Give the power of ten in which Chinese words a chart's sums of money; None if it has none."""
    return common_scale(sheet.indicators[one] for one in measured(chart))


def _fitted(chart: Chart, sheet: Sheet, wording: Wording) -> Wording:
    """Give the wording for a chart's own scale."""
    return Wording(wording.language, scale=chart_scale(chart, sheet))


def counted(indicator: Indicator, number: Decimal, wording: Wording) -> str:
    """Word a count of an indicator's things: '690,000'; in Chinese by 万 and 亿: '69 万人'."""
    if wording.language == "en":
        return wording.number(number)
    return per_square(indicator, number, wording)


def per_square(indicator: Indicator, per: Decimal, wording: Wording) -> str:
    """Word what a square stands for: '10,000 jobs', '1 万人'."""
    one = msgspec.structs.replace(indicator.latest, value=per)
    alone = msgspec.structs.replace(indicator, observations=(one,), derivation=None, total=None)
    return Wording(wording.language).value(alone, label="")


# The subtitle


def subtitle(chart: Chart, sheet: Sheet, wording: Wording, *, medium: Medium) -> str:
    """Say what is measured, in which unit, for which period, and what the marks mean.

    A subtitle that the sheet gives wins.
    """
    if chart.subtitle is not None:
        return wording.text(chart.subtitle)
    wording = _fitted(chart, sheet, wording)
    if chart.kind == "goals":
        return _goals_subtitle(sheet, wording)
    figures = [sheet.indicators[one] for one in chart.of]
    if not figures:
        return ""
    if chart.kind == "bars":
        return _bars_subtitle(chart, sheet, wording, medium)
    if chart.kind == "units":
        return _units_subtitle(chart, figures, wording)
    last, is_slope = figures[-1], chart.kind == "slope"
    unit = _unit(last, wording) if is_slope else wording.unit(last.unit)
    if is_slope or len(figures) == 1:
        what = wording.join([wording.short_name(last), unit])
    else:
        what = wording.in_unit(last)
    when = _slope_periods(chart, sheet, wording) if is_slope else reach(figures, wording)
    return wording.sentences(_sentence(part, wording) for part in (what, when) if part)


def _sentence(text: str, wording: Wording) -> str:
    stop = wording.say("stop")
    return text if text.endswith(stop) else text + stop


def _unit(indicator: Indicator, wording: Wording) -> str:
    """Name a unit for a chart whose labels carry it: 'US$', 'per cent', 'bn yuan', '亿元'.

    Nothing for counted things that the figure's name says already.
    """
    if indicator.unit.kind == "percent":
        return wording.say("per_cent")
    unit = indicator.unit
    if unit.is_before and wording.language == "en":
        return unit.symbol
    is_said = says_unit(indicator.short or indicator.name, indicator, wording.language)
    return "" if is_said else wording.unit(unit)


def _slope_periods(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    """Word the period of a slope's ends, or both where one series leads from one to the other."""
    figures = [sheet.indicators[one] for one in chart.of]
    ends = [one.period for _, one in slope_ends(chart, sheet)]
    if len(figures) == 1 and len(ends) == 2 and all(one.is_stated for one in ends):
        first, last = (wording.period(one, long=True) for one in ends)
        return wording.say("period_and", first=first, last=last)
    return common_period(figures, wording)


def _section_of(chart: Chart, sheet: Sheet) -> Section | None:
    return next((part for part in sheet.sections if chart in part.charts), None)


def _bars_subtitle(chart: Chart, sheet: Sheet, wording: Wording, medium: Medium) -> str:
    figures = [sheet.indicators[one] for one in chart.of]
    if all(one.measure == "growth" and one.unit.kind == "percent" for one in figures):
        key = "change_in_per_cent"
        if any(one.latest.status == "derived" for one in figures):
            key = "change_in_per_cent_derived"
        what = wording.say(key)
    else:
        what = wording.in_unit(figures[0])
    section = _section_of(chart, sheet)
    own = {one.indicator for one in section.figures} if section else set()
    others = {
        one.indicator for part in sheet.sections if part is not section for one in part.figures
    }
    if any(one in others and one not in own for one in chart.of):
        key = "figures_of_all_tabs" if medium == "screen" else "figures_of_all_sections"
        what = wording.join([what, wording.say(key)])
    shared = shared_period(figures)
    when = wording.period(shared, long=True) if shared and shared.is_stated else ""
    parts = [_sentence(part, wording) for part in (what, when) if part]
    return wording.sentences([*parts, _muted_bars(figures, wording)])


def _muted_bars(figures: list[Indicator], wording: Wording) -> str:
    """Say what muted bars are; nothing where there are none."""
    muted = muted_bars(figures)
    unstated = [one for one in figures if one.id in muted and is_muted(one)]
    if not muted:
        return ""
    if len(unstated) == len(muted):
        return wording.say("muted")
    period = wording.period(compared_period(figures))
    return wording.say("muted_or_none" if unstated else "muted_other", period=period)


def _units_subtitle(chart: Chart, figures: list[Indicator], wording: Wording) -> str:
    per = square_value(chart, figures)
    size = block_size(figures[0], per)
    is_sum = figures[0].unit.kind == "money" and wording.language == "zh"
    if per == 1 and (chart.square or not is_sum):
        thing = wording.text(chart.square) or wording.unit(figures[0].unit)
        what = wording.say("square", thing=thing)
    else:
        what = wording.say("square_is", amount=per_square(figures[0], per, wording))
        if len(figures) == 1:
            block = wording.say("block_is", number=counted(figures[0], per * size, wording))
            what = wording.join([what, block])
    parts = (what, common_period(figures, wording))
    return wording.sentences(_sentence(part, wording) for part in parts if part)


def _goals_subtitle(sheet: Sheet, wording: Wording) -> str:
    goals = sheet.goals
    if goals is None:
        return ""
    if not any(goal.figures for goal in goals.named):
        return ""
    one, _ = goal_nouns(goals, wording)
    key = "lines_lead_year" if sheet.year else "lines_lead"
    is_ours = any(goal.link == "ours" for goal in goals.named if goal.figures)
    if wording.language == "en":
        one = f"an {one}" if one[:1].lower() in "aeiou" else f"a {one}"
    lead = wording.say(key, one=one, year=sheet.year)
    return wording.sentences([lead, wording.say("links_ours") if is_ours else ""])


# The line under the chart


def source_note(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    """Name the sources, then say what a reader must know, then give the chart's own note."""
    figures = drawn(chart, sheet)
    rates = [one for one in figures if one.measure == "growth" and one.latest.value is not None]
    parts = [_sources(chart, figures, sheet, wording)]
    if chart.kind == "bars":
        known = [one for one in figures if one.latest.value is not None]
        if len({one.latest.period for one in rates}) > 1:
            parts.append(wording.say("not_comparable"))
        elif len({one.latest.period for one in known}) > 1:
            parts.append(wording.say("periods_differ"))
    if chart.kind not in ("goals", "units"):
        parts.append(_real_beside_nominal(rates, wording))
    hollow = chart.beside if chart.kind == "units" else measured(chart)
    if any(sheet.indicators[one].latest.status == "derived" for one in hollow):
        parts.append(wording.say("hollow_mark"))
    parts.append(wording.text(chart.note))
    return wording.sentences(parts)


def _sources(chart: Chart, figures: list[Indicator], sheet: Sheet, wording: Wording) -> str:
    """Name the sources of the figures and of what derived ones are worked out from."""
    ids = [one.id for one in figures]
    for one in figures:
        ids += one.derivation.inputs if one.derivation else ()
    if chart.kind == "goals":
        ids.insert(0, "goals.announced")
    return wording.source_line(
        [one for one in dict.fromkeys(ids) if one in sheet.indicators], sheet
    )


def _real_beside_nominal(rates: list[Indicator], wording: Wording) -> str:
    """Say which rates are real and which nominal, where both stand in one chart."""
    names = {
        prices: wording.say("and").join(
            wording.brief_name(one) for one in rates if one.prices == prices
        )
        for prices in ("real", "nominal")
    }
    if not all(names.values()):
        return ""
    return wording.say("real_beside_nominal", **names)


# The description


def description(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    """Describe a chart in one sentence with all its names and values, for those who hear it."""
    own, wording = Wording(wording.language), _fitted(chart, sheet, wording)
    if chart.kind == "goals":
        return _describe_goals(sheet, wording)
    if chart.kind == "slope":
        return _describe_slope(chart, sheet, wording)
    if chart.kind in ("line", "columns"):
        items = [_series(sheet.indicators[one], wording) for one in chart.of]
    else:
        items = [
            _item(one, own if one.id in chart.beside else wording)
            for one in _in_order(chart, sheet)
        ]
    return wording.say(f"describe_{chart.kind}", items=wording.join(items, "semicolon"))


def _in_order(chart: Chart, sheet: Sheet) -> list[Indicator]:
    """Give a chart's figures in the order that they are drawn in."""
    figures = [sheet.indicators[one] for one in chart.figures]
    if chart.kind != "bars":
        return figures
    return sorted(figures, key=lambda one: (one.latest.value is None, -(one.latest.value or 0)))


def _item(indicator: Indicator, wording: Wording, observation: Observation | None = None) -> str:
    """Word a name, its value, its period and 'derived' where it is."""
    observation = observation or indicator.latest
    name = wording.short_name(indicator)
    if observation.value is None:
        return wording.named(name, _lower_first(wording.say("not_stated"), wording))
    derived = wording.say("derived") if observation.status == "derived" else ""
    period = wording.inside(wording.period(observation.period))
    value = wording.value(indicator, observation)
    return wording.join([wording.named(name, value), period, derived])


def _lower_first(text: str, wording: Wording) -> str:
    return text[:1].lower() + text[1:] if wording.language == "en" else text


def _series(indicator: Indicator, wording: Wording) -> str:
    """Word a time series: its name, then every value with its period, and what is missing."""
    values = []
    missing = {gap.after: gap.missing for gap in gaps(indicator.observations)}
    for number, one in enumerate(indicator.observations):
        value = (
            _lower_first(wording.say("not_stated"), wording)
            if one.value is None
            else wording.value(indicator, one)
        )
        period = wording.period(one.period)
        is_stated = one.period.is_stated
        values.append(wording.named(period, value) if is_stated else f"{value} ({period})")
        if number in missing:
            gap = missing[number]
            text = wording.say("missing_here", period=wording.period(gap)) if gap else ""
            values.append(text or wording.say("gap_here"))
    derived = wording.say("derived") if indicator.latest.status == "derived" else ""
    return wording.named(wording.short_name(indicator), wording.join([*values, derived]))


def _describe_slope(chart: Chart, sheet: Sheet, wording: Wording) -> str:
    ends = slope_ends(chart, sheet)
    if not ends:
        return wording.text(chart.title)
    first, last = (_item(figure, wording, one) for figure, one in (ends[0], ends[-1]))
    change = ""
    if chart.change:
        value = wording.value(sheet.indicators[chart.change])
        change = wording.say("describe_slope_change", change=value)
    return wording.say("describe_slope", first=first, last=last, change=change)


def _describe_goals(sheet: Sheet, wording: Wording) -> str:
    goals = sheet.goals
    if goals is None:
        return ""
    number = number_word(goals.announced, wording.language)
    items = wording.join((goal_phrase(one, sheet, wording) for one in goals.named), "semicolon")
    return wording.say(
        "describe_goals" if goals.named else "describe_goals_unnamed",
        announced=number[:1].upper() + number[1:],
        many=goals_noun(goals, wording),
        year=goals.year,
        named=number_word(len(goals.named), wording.language),
        items=items,
    )


def goals_noun(goals: Goals, wording: Wording) -> str:
    """Name what the sheet calls its goals: 'priorities', or 'priority' where it is one."""
    one, many = goal_nouns(goals, wording)
    return one if goals.announced == 1 else many


def goal_nouns(goals: Goals, wording: Wording) -> tuple[str, str]:
    """Return what the sheet calls a goal and several of them: 'priority', 'priorities'."""
    one = word_in(goals.one, wording.language, PHRASES["goal_default"])
    return one, word_in(goals.many, wording.language, PHRASES["goals_default"])


def goal_phrase(goal: Goal, sheet: Sheet, wording: Wording) -> str:
    """Word a goal with the figures that bear on it."""
    name = wording.text(goal.name)
    if not goal.figures:
        return wording.say("describe_goal_alone", goal=name)
    figures = [
        wording.named(wording.brief_name(one), wording.value(one))
        for one in (sheet.indicators[figure] for figure in goal.figures)
    ]
    return wording.say("describe_goal", goal=name, figures=wording.say("and").join(figures))
