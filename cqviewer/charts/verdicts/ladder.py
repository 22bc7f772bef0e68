"""The ladder of a method of progress: its classes from worst to best, with the one reached."""

from typing import TYPE_CHECKING

from cqviewer.model.facts import Indicator
from cqviewer.model.judging.progress import CLASSES, Progress
from cqviewer.model.judging.verdict import Verdict
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_NAMES, _CELL, _GAP, _LIMITS, _WIDE_FROM = 204, 28, 4, 22, 600  # px


def ladder_phrase(figure: Indicator, one: Verdict, made: Progress, wording: Wording) -> str:
    """Return a ladder in words: the method, the class, the result, and how many classes."""
    names = [name for name, _ in CLASSES[made.method]]
    worst, best = (wording.class_name(names[at], made) for at in (0, -1))
    place = wording.say(
        "class_of",
        number=names.index(made.outcome) + 1,
        count=len(names),
        worst=worst,
        best=best,
    )
    reached = [wording.class_name(made.outcome, made), wording.share(made)]
    if one.outcome == "achieved":
        reached.append(wording.inside(wording.verdict(one)))
    method = wording.named(wording.say(f"method_{made.method}"), wording.join(reached))
    target = wording.target_for(figure, one.target)
    said = (wording.say("target_sentence", target=target), method, place)
    return wording.sentences(map(wording.ended, said))


def draw_ladder(plot: "Plot", figure: Indicator, one: Verdict, made: Progress, top: float) -> float:
    """Draw the classes side by side, the one with the result filled; return the px below."""
    theme, wording = plot.theme, plot.wording
    is_wide = plot.width >= plot.px(_WIDE_FROM)
    name = wording.say(f"method_{made.method}")
    working = wording.comparison(figure, one.target, made)
    y, left = top, 0.0
    if is_wide:
        left = float(plot.px(_NAMES))
        plot.text(0, y + plot.px(8), name, theme.ink, weight="bold", within=left - plot.px(8))
        below = y + plot.px(25)
        plot.text(0, below, working, theme.ink2, size=plot.small, within=left - plot.px(4))
    else:
        text = wording.named(name, working)
        plot.text(0, y + plot.px(9), text, theme.ink2, size=plot.small, within=plot.width)
        y += plot.px(20)
    _draw_cells(plot, made, left, y)
    bottom = y + plot.px(_CELL) + plot.px(_LIMITS)
    phrase = ladder_phrase(figure, one, made, wording)
    box = (0, top, plot.width, bottom - top)
    plot.mark(figure.id, box, phrase, target=one.target.period)
    return bottom


def _draw_cells(plot: "Plot", made: Progress, left: float, y: float) -> None:
    """Draw the cells of the classes, and the limits between them."""
    classes, theme = CLASSES[made.method], plot.theme
    gap, high = plot.px(_GAP), plot.px(_CELL)
    wide = (plot.width - left - (len(classes) - 1) * gap) / len(classes)
    for at, (name, least) in enumerate(classes):
        x = round(left + at * (wide + gap))
        is_reached = name == made.outcome
        box = (x, y, round(wide), high)
        if is_reached:
            plot.box(box, theme.accent, tag=f"class:{name}")
        else:
            plot.frames([box], theme.line, tag=f"class:{name}")
        plot.paragraph(
            x + wide / 2,
            y + high / 2,
            plot.wording.class_name(name, made),
            theme.on_accent if is_reached else theme.ink2,
            within=wide - plot.px(6),
            size=plot.small if wide > plot.px(110) else plot.small * 0.9,
            weight="bold" if is_reached else "regular",
            align="center",
            centered=True,
            tag="class",
        )
        if least is not None:
            limit = plot.wording.percentage(100 * least)
            middle = y + high + plot.px(10)
            plot.text(
                x - gap / 2, middle, limit, theme.ink2, size=plot.small, align="center", tag="limit"
            )
