"""The phrases that wording, charts and print are made of, in English and Chinese.

`{…}` are filled by `phrase`. What only the window says is translated by Qt instead.
"""

from cqviewer.model.text import Language

PHRASES: dict[str, dict[Language, str]] = {
    # Values and periods
    "about": {"en": "about", "zh": "约"},
    "not_stated": {"en": "Not stated", "zh": "未注明"},
    "period_not_stated": {"en": "Period not stated", "zh": "未注明统计时期"},
    "period_not_stated_short": {"en": "not stated", "zh": "未注明"},
    "period_not_stated_long": {"en": "Not stated in the source", "zh": "来源未注明统计时期"},
    "percent": {"en": "{number}\N{NARROW NO-BREAK SPACE}%", "zh": "{number}%"},
    "range": {"en": "{first}–{last}", "zh": "{first}—{last}"},
    "different_periods": {"en": "Different periods", "zh": "统计时期不同"},
    "out_of": {"en": "{part} of {total}", "zh": "{part}/{total}"},
    "quarter": {"en": "Q{first}", "zh": "{first}季度"},
    "quarters": {"en": "Q{first}–Q{last}", "zh": "{first}至{last}季度"},
    "year": {"en": "{year}", "zh": "{year} 年"},
    "quarters_1_2": {"en": "Q1–Q2", "zh": "上半年"},
    "quarters_1_3": {"en": "Q1–Q3", "zh": "前三季度"},
    "quarters_3_4": {"en": "Q3–Q4", "zh": "下半年"},
    "quarters_of_year": {"en": "{quarters} {year}", "zh": "{year} 年{quarters}"},
    "quarter_long": {"en": "{ordinal} quarter of {year}", "zh": "{year} 年{quarters}"},
    "first_quarters_long": {"en": "First {number} quarters of {year}", "zh": "{year} 年{quarters}"},
    "derived": {"en": "derived", "zh": "计算"},
    "stated": {"en": "stated", "zh": "据来源"},
    "origin_stated": {"en": "Stated", "zh": "据来源"},
    "origin_derived": {"en": "Derived", "zh": "计算"},
    "origin_not stated": {"en": "Not stated", "zh": "未注明"},
    "origin_long_stated": {"en": "Stated in the source", "zh": "据来源"},
    "origin_long_derived": {"en": "Derived for this sheet", "zh": "本简报计算"},
    "origin_long_not stated": {"en": "Not stated in the source", "zh": "来源未注明"},
    "assumes": {"en": "Assumes that {clause}", "zh": "假定：{clause}"},
    "working_counted": {"en": "counted", "zh": "逐项计数"},
    "working_linked": {"en": "links of this sheet", "zh": "按本简报的关联计数"},
    "working_that_is": {"en": "{working}, that is {value}", "zh": "{working}，即 {value}"},
    "derived_by": {"en": "Derived: {working}", "zh": "计算：{working}"},
    # Measures
    "measure_growth": {"en": "Change, {unit}", "zh": "增幅（{unit}）"},
    "measure_level": {"en": "Amount, {unit}", "zh": "数值（{unit}）"},
    "measure_count": {"en": "Count of {unit}", "zh": "数量（{unit}）"},
    "measure_count_in": {"en": "Count, {unit}", "zh": "数量（{unit}）"},
    "measure_difference": {"en": "Difference, {unit}", "zh": "差（{unit}）"},
    "measure_share": {"en": "Share, {unit}", "zh": "占比（{unit}）"},
    "measure_index": {"en": "Index, {unit}", "zh": "指数（{unit}）"},
    "measure_real": {"en": "{measure}, real", "zh": "{measure}，按可比价格计算"},
    "measure_nominal": {"en": "{measure}, nominal", "zh": "{measure}，按现价计算"},
    "per_cent": {"en": "per cent", "zh": "%"},
    # Sources
    "source": {"en": "Source: {names}.", "zh": "资料来源：{names}。"},
    "sources": {"en": "Sources: {names}.", "zh": "资料来源：{names}。"},
    "graphics": {"en": "Graphics: {name}", "zh": "制图：{name}"},
    "photos": {"en": "Photographs: {name}", "zh": "摄影：{name}"},
    "published": {"en": "Published by {publisher}, {date}", "zh": "发布方：{publisher}，{date}"},
    "published_by": {"en": "Published by {publisher}", "zh": "发布方：{publisher}"},
    "published_on": {"en": "Published on {date}", "zh": "{date}发布"},
    "and_more_sources_one": {"en": "One more source", "zh": "另有 1 个来源"},
    "and_more_sources": {"en": "{number} more sources", "zh": "另有 {number} 个来源"},
    "paragraph": {"en": "paragraph {where}", "zh": "第 {where} 段"},
    "page": {"en": "page {where}", "zh": "第 {where} 页"},
    "table": {"en": "table {where}", "zh": "表 {where}"},
    "figure": {"en": "figure {where}", "zh": "图 {where}"},
    "section": {"en": "section {where}", "zh": "第 {where} 节"},
    "comma": {"en": ", ", "zh": "，"},
    "listing": {"en": ", ", "zh": "、"},
    "semicolon": {"en": "; ", "zh": "；"},
    "stop": {"en": ".", "zh": "。"},
    "between_sentences": {"en": " ", "zh": ""},
    "colon": {"en": ": ", "zh": "："},
    "and": {"en": " and ", "zh": "和"},
    "in_brackets": {"en": "{text} ({inner})", "zh": "{text}（{inner}）"},
    "period_and": {"en": "{first} and {last}", "zh": "{first}和 {last}"},
    # Citing goals
    "named_in_source": {"en": "Named in the source", "zh": "来源列出"},
    "figures_behind": {"en": "Figures behind it", "zh": "相关数据"},
    "link_ours": {
        "en": "link made for this sheet, not by the source",
        "zh": "关联由本简报作出，并非来源所列",
    },
    # Counts over the sheet
    "corner_year": {
        "en": "{stated} of {all} figures for {year} have a stated period",
        "zh": "{year} 年的 {all} 项数据中有 {stated} 项注明统计时期",
    },
    "corner": {
        "en": "{stated} of {all} figures have a stated period",
        "zh": "{all} 项数据中有 {stated} 项注明统计时期",
    },
    "corner_year_one": {
        "en": "{stated} of {all} figure for {year} has a stated period",
        "zh": "{year} 年的 {all} 项数据中有 {stated} 项注明统计时期",
    },
    "corner_one": {
        "en": "{stated} of {all} figure has a stated period",
        "zh": "{all} 项数据中有 {stated} 项注明统计时期",
    },
    "goals_default": {"en": "goals", "zh": "目标"},
    "goal_default": {"en": "goal", "zh": "目标"},
    "goals_announced": {"en": "{many} for {year}", "zh": "{year} 年{many}"},
    "goals_named": {"en": "{many} named in the source", "zh": "来源列出的{many}"},
    "goals_unnamed": {"en": "{many} not named", "zh": "来源未列出的{many}"},
    "goals_linked": {"en": "Figures linked to {many}", "zh": "与{many}关联的数据"},
    "goals_many": {"en": "{many}", "zh": "项"},
    # Under and beside charts
    "change_in_per_cent": {
        "en": "Change in per cent as given in the source",
        "zh": "增幅（%），据来源",
    },
    "change_in_per_cent_derived": {"en": "Change in per cent", "zh": "增幅（%）"},
    "in_unit": {"en": "In {unit}", "zh": "单位：{unit}"},
    "unit_is": {"en": "Unit: {unit}", "zh": "单位：{unit}"},
    "figures_of_all_tabs": {"en": "figures of all tabs", "zh": "含各标签页的数据"},
    "figures_of_all_sections": {"en": "figures of all sections", "zh": "含各部分的数据"},
    "muted": {"en": "Muted bars: period not stated.", "zh": "浅色条：未注明统计时期。"},
    "muted_other": {
        "en": "Muted bars: another period than {period}.",
        "zh": "浅色条：统计时期不是{period}。",
    },
    "muted_or_none": {
        "en": "Muted bars: another period than {period}, or none stated.",
        "zh": "浅色条：统计时期不是{period}，或未注明。",
    },
    "square_is": {"en": "One square is {amount}", "zh": "每格代表 {amount}"},
    "square": {"en": "One square: {thing}", "zh": "每格代表{thing}"},
    "block_is": {"en": "one block {number}", "zh": "每组 {number}"},
    "not_comparable": {
        "en": "Rates over different periods are not directly comparable.",
        "zh": "统计时期不同的增幅不宜直接比较。",
    },
    "periods_differ": {
        "en": "The values are of different periods.",
        "zh": "各项数值的统计时期不同。",
    },
    "real_beside_nominal": {
        "en": "Real and nominal rates stand side by side (real: {real}; nominal: {nominal}).",
        "zh": "按可比价格计算与按现价计算的增幅并列（可比价格：{real}；现价：{nominal}）。",
    },
    "hollow_mark": {
        "en": "Hollow mark: derived for this sheet.",
        "zh": "空心标记：本简报计算。",
    },
    "links_ours": {
        "en": "The links are made for this sheet, not by the source.",
        "zh": "关联由本简报作出，并非来源所列。",
    },
    "lines_lead": {
        "en": "Lines lead from {one} to figures.",
        "zh": "连线由{one}指向相关数据。",
    },
    "lines_lead_year": {
        "en": "Lines lead from {one} to figures for {year}.",
        "zh": "连线由{one}指向 {year} 年的相关数据。",
    },
    "head_measure": {"en": "Measure", "zh": "指标"},
    "head_change": {"en": "Change", "zh": "增幅"},
    "head_value": {"en": "Value", "zh": "数值"},
    "head_period": {"en": "Period", "zh": "统计时期"},
    "head_months": {"en": "Months of {year} covered", "zh": "{year} 年涵盖月份"},
    "a_year_earlier": {"en": "A year earlier", "zh": "上年同期"},
    "reported": {"en": "Reported", "zh": "本期"},
    "earlier_is": {"en": "earlier value = {base}", "zh": "基期值 = {base}"},
    "goals_for": {"en": "{number} {many} for {year}", "zh": "{year} 年 {number} 项{many}"},
    "figures_that_bear": {"en": "Figures that bear on them", "zh": "相关数据"},
    "figures_that_bear_year": {"en": "{year} figures that bear on them", "zh": "{year} 年相关数据"},
    "no_figure": {"en": "No figure in the source", "zh": "来源无相关数据"},
    "no_figure_year": {
        "en": "No {year} figure in the source",
        "zh": "来源无 {year} 年相关数据",
    },
    "unnamed_are": {
        "en": "{number} are not named in the source.",
        "zh": "有 {number} 项来源未列出。",
    },
    "unnamed_is": {"en": "One is not named in the source.", "zh": "有 1 项来源未列出。"},
    "cells_stay_empty": {
        "en": "Their cells stay empty. The order of the cells carries no rank.",
        "zh": "相应方格留空；排列顺序不代表名次。",
    },
    # Why a chart cannot be drawn
    "too_few_figures": {
        "en": "This kind of chart needs figures: at least {least}, and it has {number}.",
        "zh": "此类图表至少需要 {least} 项数据，现有 {number} 项。",
    },
    "units_differ": {
        "en": "Its figures differ in their unit of measure ({units}); one scale cannot hold them.",
        "zh": "各项数据的计量单位不同（{units}），不能用同一标尺表示。",
    },
    "too_many_squares": {
        "en": "It would take more than {most} squares; a larger `per` makes them fewer.",
        "zh": "所需方格超过 {most} 个；增大 `per` 可减少方格。",
    },
    "slope_needs_two": {
        "en": "A slope leads from one value to another; it needs two figures, or one time series.",
        "zh": "斜率图表示一个数值到另一个数值的变化，需要两项数据或一个时间序列。",
    },
    "series_needs_two": {
        "en": "A time series needs at least two observations; {name} has one.",
        "zh": "时间序列至少需要两个观测值，而{name}只有一个。",
    },
    "series_needs_periods": {
        "en": "{name} has an observation without a stated period, so it has no place in time.",
        "zh": "{name}有观测值未注明统计时期，无法在时间轴上定位。",
    },
    "no_goals": {
        "en": "The sheet has no goals to draw.",
        "zh": "本简报没有可绘制的目标。",
    },
    # Descriptions of charts, for those who listen to them
    "describe_bars": {"en": "Bar chart: {items}.", "zh": "条形图：{items}。"},
    "describe_slope": {
        "en": "Slope chart: from {first} to {last}{change}.",
        "zh": "斜率图：由{first}到{last}{change}。",
    },
    "describe_slope_change": {"en": ", a change of {change}", "zh": "，变化 {change}"},
    "describe_units": {"en": "Unit chart: {items}.", "zh": "方格图：{items}。"},
    "describe_line": {"en": "Line chart: {items}.", "zh": "折线图：{items}。"},
    "missing_here": {"en": "{period} not in this sheet", "zh": "{period}本简报未列"},
    "gap_here": {"en": "a gap", "zh": "数据中断"},
    "describe_columns": {"en": "Column chart: {items}.", "zh": "柱形图：{items}。"},
    "describe_goals": {
        "en": "{announced} {many} for {year}, {named} of them named: {items}.",
        "zh": "{year} 年 {announced} 项{many}，其中来源列出 {named} 项：{items}。",
    },
    "describe_goals_unnamed": {
        "en": "{announced} {many} for {year}, none of them named.",
        "zh": "{year} 年 {announced} 项{many}，来源均未列出。",
    },
    "describe_goal": {"en": "{goal} with {figures}", "zh": "{goal}（{figures}）"},
    "describe_goal_alone": {"en": "{goal} without a figure", "zh": "{goal}（无数据）"},
    # The printed pages
    "print_kicker": {"en": "Fact sheet", "zh": "数据简报"},
    "print_source_dated": {"en": "Source dated {date}", "zh": "来源日期：{date}"},
    "print_dated": {"en": "Dated {date}", "zh": "日期：{date}"},
    "print_term": {"en": "{term}: {meaning}", "zh": "{term}：{meaning}"},
    "print_key_covered": {"en": "months covered", "zh": "涵盖月份"},
    "print_key_covered_year": {"en": "months of {year} covered", "zh": "{year} 年涵盖月份"},
    "print_key_not_stated": {"en": "period not stated", "zh": "未注明统计时期"},
    "print_page": {"en": "Page {page} of {pages}", "zh": "第 {page} 页，共 {pages} 页"},
    "print_chart_failed": {
        "en": "This chart could not be drawn: {reason}",
        "zh": "无法绘制此图：{reason}",
    },
    "print_continued": {"en": "{title} (continued)", "zh": "{title}（续）"},
    "print_part": {
        "en": "Part {part} of {parts} of a chart: {items}",
        "zh": "图表第 {part} 部分，共 {parts} 部分：{items}",
    },
    "print_all_figures": {"en": "All figures", "zh": "全部数据"},
    "print_table_title": {
        "en": "Every figure, with period and origin",
        "zh": "各项数据的统计时期和数据性质",
    },
    "print_other_figures": {"en": "Other figures", "zh": "其他数据"},
    "print_head_figure": {"en": "Figure", "zh": "指标"},
    "print_head_origin": {"en": "Origin", "zh": "数据性质"},
    "print_head_paragraph": {"en": "Paragraph", "zh": "段落"},
    "print_head_place": {"en": "Source", "zh": "来源"},
    "print_see_notes": {"en": "notes", "zh": "见说明"},
    "no_place": {"en": "none", "zh": "无"},
    "print_place_paragraph": {"en": "par. {where}", "zh": "第 {where} 段"},
    "print_place_page": {"en": "p. {where}", "zh": "第 {where} 页"},
    "print_place_table": {"en": "table {where}", "zh": "表 {where}"},
    "print_place_figure": {"en": "fig. {where}", "zh": "图 {where}"},
    "print_place_section": {"en": "sec. {where}", "zh": "第 {where} 节"},
    "print_plans": {"en": "Plans", "zh": "计划"},
    "print_plans_year": {"en": "Plans for {year}", "zh": "{year} 年计划"},
    "print_voices": {"en": "Voices", "zh": "各方观点"},
    "print_statements": {"en": "What the source says", "zh": "来源表述"},
    "print_open": {"en": "What the source leaves open", "zh": "来源未说明的事项"},
    "print_bears_on": {"en": "{what}: {names}", "zh": "{what}：{names}"},
    "print_no_goal": {"en": "No named {one}", "zh": "未对应来源所列{one}"},
    "print_figures": {"en": "Figures: {names}", "zh": "数据：{names}"},
    "print_linked_by_source": {"en": "link made by the source", "zh": "关联据来源"},
    "print_notes": {"en": "Notes", "zh": "说明"},
    "print_note_not_stated": {
        "en": "Not stated: the source gives no value or no period, and none has been estimated.",
        "zh": "未注明：来源未给出数值或统计时期，本简报亦未估计。",
    },
    "print_note_derived": {
        "en": "Derived: worked out for this sheet from stated figures.",
        "zh": "计算：由本简报根据来源数据计算得出。",
    },
    "print_note_working": {"en": "{name}: {working}", "zh": "{name}：{working}"},
    "print_note_links": {
        "en": "Links between {many}, plans and figures are made for this sheet, except where the"
        " source is named as their maker.",
        "zh": "{many}、计划与数据之间的关联由本简报作出，注明据来源的除外。",
    },
    "print_annex": {"en": "Traceability", "zh": "溯源"},
    "print_annex_title": {
        "en": "Where every figure comes from",
        "zh": "各项数据的出处",
    },
    "print_head_source": {"en": "Source and working", "zh": "来源与计算"},
    "print_from": {"en": "From: {names}", "zh": "依据：{names}"},
    "print_working": {"en": "Working: {working}", "zh": "计算：{working}"},
    "print_nothing_cited": {"en": "No place in the source is named", "zh": "未注明出处"},
    "print_values": {"en": "{count} values", "zh": "{count} 个数值"},
    "print_span": {"en": "{first} to {last}", "zh": "{first}至{last}"},
    "print_note_number": {"en": "Note {number}", "zh": "注 {number}"},
    "print_source_number": {"en": "[{number}] {title}", "zh": "[{number}] {title}"},
    "print_goals_title": {
        "en": "The {many} and what bears on them",
        "zh": "{many}及其相关内容",
    },
    "print_head_goal": {"en": "Named", "zh": "名称"},
    "print_head_figures": {"en": "Figures that bear on it", "zh": "相关数据"},
    "print_head_plans": {"en": "Plans that serve it", "zh": "相关计划"},
    "print_head_link": {"en": "Links made by", "zh": "关联依据"},
    "print_by_sheet": {"en": "this sheet", "zh": "本简报"},
    "print_by_source": {"en": "the source", "zh": "来源"},
    "print_nothing": {"en": "None", "zh": "无"},
    "print_key_figures": {"en": "Key figures", "zh": "主要数据"},
    "print_sources": {"en": "Sources", "zh": "资料来源"},
    "print_foreign": {
        "en": "This sheet has no English text; what it says is in its own language.",
        "zh": "本简报没有中文文本，内容按原文刊印。",
    },
    "print_extract": {"en": "Extract from a fact sheet", "zh": "数据简报（节选）"},
    "print_extract_title": {"en": "{title} (extract)", "zh": "{title}（节选）"},
    "print_extract_of": {
        "en": "An extract of {sections} from ‘{title}’, which has {count} sections.",
        "zh": "节选自《{title}》（共 {count} 个部分），仅含：{sections}。",
    },
    "print_attachment": {
        "en": "The fact sheet that this document was printed from",
        "zh": "打印本文件所用的数据简报",
    },
}

_NUMBER_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def phrase(key: str, language: Language, /, **parts: object) -> str:
    """Give a phrase in a language with its parts filled in.

    In English the first letter of a phrase that begins with a part is made a capital.
    """
    pattern = PHRASES[key][language]
    text = pattern.format(**parts)
    if language == "en" and pattern.startswith(("{many} ", "{number} ")):
        return text[:1].upper() + text[1:]
    return text


def number_word(number: int, language: Language) -> str:
    """Write a small whole number as running text does: 'nine' in English, '9' otherwise."""
    if language == "en" and 0 <= number < len(_NUMBER_WORDS):
        return _NUMBER_WORDS[number]
    return str(number)
