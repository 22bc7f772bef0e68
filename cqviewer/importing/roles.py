"""What the columns of a table are: told by the file, or guessed from their heads and cells."""

import re
from pathlib import Path

import msgspec

from cqviewer.importing.found import Found
from cqviewer.importing.layout import TableBlock, head_period, numeric_share
from cqviewer.importing.periods import is_either_day, is_year, part_of_year, read_period
from cqviewer.importing.tables import refuse
from cqviewer.importing.units import in_head
from cqviewer.model.messages import say
from cqviewer.model.reading.import_format import ROLES, ImportEntry

_HEADS = {
    "period": r"year|time|time ?period|period|date|month|quarter|fiscal year|financial year"
    r"|jahr|zeit|année|annee|période|año|ano|periodo|год|жыл|年份?|年度|时间|时期|月份|ปี|السنة|वर्ष",
    "value": r"(data |fact )?value( numeric)?|obs value|values|wert|valeur|valor|数值|значение",
    "unit": r"units?|uom|unit measure|unit of measure|einheit|unité|unidad|单位|計量单位",
    "multiplier": r"unit mult(iplier)?|multiplier|scale|scalar factor|magnitude|power ?code",
    "flag": r"((obs(ervation)?|conf) )?(flags?|status)|footnote codes?|marker|symbol|标志",
    "place": r"country( name)?|countries|region|place|area( name)?|entity|district|city|county"
    r"|geo( ?area( name)?)?|geography|geographic area name|ref area|reference area|location"
    r"|local authority|state|province|land|kreis"
    r"|pays|région|commune|département|国家|地区|区县|省份|城市|oblast|municipality|town|territory"
    r"|gemeinde|territoire|territorio|地域|都道府県|市区町村|행정구역(별)?|시도(별)?|지역(별)?|регион|область",
    "indicator": r"indicator( name)?|series( (name|description))?|subject descriptor|measure"
    r"|variable|item|items|indikator|indicateur|指标"
    r"|statistic|merkmal",
    "note": r"notes?|comments?|foot ?notes?|备注|注释",
    "ignore": r".*\b(code|id)\b.*|.*code|freq(uency)?|dataflow|structure(_id)?|action|last update"
    r"|.*last updated?|updated|date modified|dernière mise à jour|stand|rank|rang|time detail"
    r"|nature|reporting type|decimals|remark|coordinate|vector|dguid|lat(itude)?|lon(gitude)?|lng"
    r"|no\.? ?obs\.?|series (start|end)",
}
_INTERVALS = (
    ("credible interval", r"\bcredib"),
    ("uncertainty interval", r"\buncertainty|\bui\b"),
    ("prediction interval", r"\bprediction"),
    ("confidence interval", r"\bconf|\b[lu]?(ci|cl)\b"),
)
"""What intervals are, and the words of heads that say it."""
_ERRORS = re.compile(
    r".*\b(margin of error|moe|standard error|std error|s\.?e\.?|cv)\b.*|conf(idence)?"
)
"""Heads of how uncertain values are, which is no value itself."""
_NOWHERE = Path("--role")
_NAMING = ("indicator", "place", "group", "period")
_LANGUAGES = (
    ("zh", "[\u4e00-\u9fff]"),
    ("kk", "[әғқұһӘҒҚҰҺ]"),
    ("ky", "[ңөүҢӨҮ]"),
    ("uk", "[їєґЇЄҐ]"),
    ("ru", "[а-яА-Я]"),
)


def roles_of(block: TableBlock, options: ImportEntry) -> list[str]:
    """Return the role of each column: as `options` say, as the file says, or as it seems."""
    made = _Guess(block, options).roles()
    letters = block.table.letters
    if options.heads:  # names that an earlier edition was not read by are none
        made = [one if bare_role(one) not in _NAMING[:-1] else "ignore" for one in made]
    for key, role in options.roles.items():
        places = block.table.columns(key)
        if not places or bare_role(role) not in ROLES:
            from_file = ", ".join(dict.fromkeys(letters[: len(made)]))
            hint = say("columns are {}; roles are {}", from_file[:80], [*ROLES])
            refuse(_NOWHERE, say("`{}={}` is no column with a role", key, role), hint)
        for at in places:
            if at < len(made):
                made[at] = role
    return made


def bare_role(role: str) -> str:
    """Return a role without the language or period that it names."""
    return re.split("[ :]", role)[0]


def placed(block: TableBlock, options: ImportEntry, path: Path) -> tuple[ImportEntry, list[Found]]:
    """Return options for the columns that have the heads of an earlier edition, and which moved.

    SheetError where a column with a role has no head of that edition any more.
    """
    letters = block.table.letters
    now = {
        one: heads[-1] if heads else "" for one, heads in zip(letters, block.heads, strict=False)
    }
    anew = {options.roles.get(one) for one, head in options.heads.items() if not head}
    places: dict[str, str] = {}
    for letter, head in options.heads.items():
        same = [one for one, text in now.items() if text == head]
        if not head or now.get(letter) == head:
            places[letter] = letter
        elif len(same) == 1:
            places[letter] = same[0]
        elif (role := options.roles.get(letter)) not in anew:
            message = say(
                "no column is called '{}' any more, which was column {}, {}",
                head[:60],
                letter,
                role,
            )
            refuse(
                path,
                message,
                say("say which it is now, --role {}={} if it is the same", letter, role),
            )
    found = [Found("moved", 1, options.heads[a], b) for a, b in places.items() if a != b]
    # Columns under periods have the heads of their own edition.
    roles = {places[one]: role for one, role in options.roles.items() if one in places}
    only = {places.get(one, one): text for one, text in options.only.items()}
    return msgspec.structs.replace(options, roles=roles, only=only), found


def language_of(texts: list[str]) -> str:
    """Return the language that the letters of texts belong to; English for Latin ones."""
    joined = " ".join(texts)
    return next((tag for tag, letters in _LANGUAGES if re.search(letters, joined)), "en")


def is_technical(heads: list[str]) -> bool:
    """Return whether a column says nothing of figures: codes, dates of updates, data flows."""
    return bool(heads) and bool(re.fullmatch(_HEADS["ignore"], plain_head(heads[-1])))


def interval_end(head: str) -> str:
    """Return whether a head says that it is the `low` or `high` end of an interval, or both."""
    words = plain_head(head)
    if not interval_called([words]):
        return ""
    if re.search(r"\b(low(er)?|lcl|lci|ll|min)\b", words):
        return "low"
    if re.search(r"\b(up(per)?|high(er)?|ucl|uci|ul|max)\b", words):
        return "high"
    is_whole = re.search(r"\b(ci|interval|range)\b", words) and "width" not in words
    return "interval" if is_whole else ""


def interval_called(heads: list[str]) -> str:
    """Return what an interval is by its heads, such as '95 % confidence interval', or ''."""
    words = " ".join(map(plain_head, heads))
    kind = next((name for name, said in _INTERVALS if re.search(said, words)), "")
    level = re.search(r"(?<!\d)(?:[lu])?([89]\d(?:\.\d)?)(?: ?%|\b| ?l?ci)", words)
    if not kind and level and re.search(r"\b(low|upp|high|limit)", words):
        kind = "confidence interval"
    return f"{level[1]} % {kind}" if kind and level else kind


def plain_head(head: str) -> str:
    """Return a head in small letters, its words apart: 'time period' of [TimePeriod]."""
    head = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\s]+", " ", head.strip(" []"))
    return head.strip().casefold()


def within_year(text: str, head: str) -> str | None:
    """Return which part of a year a text is, as `part_of_year` does; also 1 under 'month'."""
    if re.fullmatch(r"0?[1-9]|1[0-2]", text):
        if re.fullmatch(_MONTH, head, re.IGNORECASE):
            return f"-{int(text):02}"
        if re.fullmatch(_QUARTER, head, re.IGNORECASE) and int(text) <= 4:
            return f"-Q{int(text)}"
        return None
    return part_of_year(text)


_MONTH, _QUARTER = (
    "months?|monat|mois|mes|mês|месяц|月份?",
    "quarters?|quartal|trimestre|квартал|季度",
)


class _Guess:
    """Guesses the roles of a table's columns."""

    def __init__(self, block: TableBlock, options: ImportEntry) -> None:
        self._block = block
        self._begins = options.year_begins
        self._made: list[str] = [""] * len(block.heads)
        for at in range(len(block.heads)):
            self._made[at] = block.table.roles.get(at, "")
        self._cells = [self._distinct(at) for at in range(len(block.heads))]

    def roles(self) -> list[str]:
        """Return a role for each column."""
        for at, heads in enumerate(self._block.heads):
            if not self._made[at] and heads:
                self._made[at] = self._by_head(at, heads[-1])
        self._take_periods()
        self._take_parts_of_years()
        self._take_values()
        self._take_names()
        self._take_numbers_for_names()
        return [one or "ignore" for one in self._made]

    def _distinct(self, at: int) -> list[str]:
        cells = (self._block.cell(row, at) for row in self._block.rows[:5000])
        return list(dict.fromkeys(cells))

    def _by_head(self, at: int, head: str) -> str:
        head = plain_head(head)
        if end := interval_end(head):
            return end
        if _ERRORS.fullmatch(head):
            return "ignore"
        for role, pattern in _HEADS.items():
            if re.fullmatch(pattern, head):
                is_numeric = numeric_share(self._block, at) > 0.8
                is_taken = role in ("period", "value", "unit") and role in self._made
                fits = is_numeric if role == "value" else role in ("period", "multiplier", "ignore")
                if not is_taken and (fits or (role != "value" and not is_numeric)):
                    return role
        return ""

    def _take_periods(self) -> None:
        """Mark the first column whose cells are all periods, if no head names one."""
        if "period" in self._made or sum(map(self._over, range(len(self._cells)))) > 1:
            return
        for at, cells in enumerate(self._cells):
            texts = [one for one in cells if one]
            if self._made[at] or not texts or self._over(at):
                continue
            has_unit = any(in_head(one)[0] for one in self._block.heads[at])
            if not has_unit and all(map(self._is_time, texts)):
                self._made[at] = "period"
                return

    def _is_time(self, text: str) -> bool:
        """Return whether a text without a head that says so is a period, and no other number."""
        if re.fullmatch(r"\d+(\.\d+)?", text):
            return is_year(text.removesuffix(".0"))
        return bool(read_period(text, self._begins)) or is_either_day(text)

    def _take_parts_of_years(self) -> None:
        """Mark a column of months or quarters that stands beside one of years."""
        if self._made.count("period") != 1:
            return
        years = self._cells[self._made.index("period")]
        if not all(re.fullmatch(r"\d{4}(\.0)?", one) for one in years if one):
            return
        for at, cells in enumerate(self._cells):
            head = self._block.head(at)
            texts = [] if self._made[at] else [one for one in cells if one]
            if texts and all(within_year(one, head) is not None for one in texts):
                self._made[at] = "period"
                return

    def _over(self, at: int) -> bool:
        """Return whether a period stands over a column."""
        return head_period(self._block, at, self._begins) is not None

    def _take_values(self) -> None:
        """Mark the columns of numbers: those under periods, or all where rows have periods."""
        if "value" in self._made:
            return
        free = [
            at
            for at, role in enumerate(self._made)
            if not role and numeric_share(self._block, at) >= 0.6 and not self._are_codes(at)
        ]
        under = [at for at in free if self._over(at)]
        if under:  # an empty column under a period belongs to the others
            under = [at for at, role in enumerate(self._made) if not role and self._over(at)]
        for at in free if "period" in self._made or not under else under:
            self._made[at] = "value"

    def _are_codes(self, at: int) -> bool:
        """Return whether a column's numbers are codes of one length that begin with zeros: 01."""
        cells = [one for one in self._cells[at] if one]
        has_zeros = any(re.fullmatch(r"0\d+", one) for one in cells)
        return has_zeros and len({len(one) for one in cells}) == 1 and all(map(str.isdigit, cells))

    def _take_names(self) -> None:
        """Mark the columns of text: names in several languages, codes, groups."""
        texts = [
            at
            for at, role in enumerate(self._made)
            if (not role or role in ("indicator", "place", "group")) and self._is_text(at)
        ]
        varying = [at for at in texts if len(self._cells[at]) > 1]
        if len(self._block.rows) == 1:  # what it says is its name
            varying = [at for at in texts if not self._made[at]][:1]
            for at in varying:
                self._made[at] = "indicator"
        for at in texts:
            if at not in varying and not self._made[at]:
                self._made[at] = "ignore"
        self._pair(varying)
        for at in varying:
            if not self._made[at]:
                self._made[at] = "group"
        if "indicator" not in map(bare_role, self._made):
            names = [at for at in varying if bare_role(self._made[at]) == "group"]
            is_wide = self._made.count("value") > 1 and "period" not in self._made
            is_own = is_wide and len(varying) == 1 and not self._block.titles and not self._said()
            if len(names) == 1 and (is_own or self._has_units(names[0])):
                self._made[names[0]] = "indicator"
        elif self._block.titles and not self._made.count("period"):
            # Its title says what a wide table measures, and its rows for whom.
            for at in varying:
                if not self._has_units(at):
                    self._made[at] = re.sub("^indicator", "group", self._made[at])

    def _said(self) -> str:
        """Return what stands beside the periods over columns, if that is the same over all."""
        places = [at for at, role in enumerate(self._made) if role == "value"]
        over = [head_period(self._block, at, self._begins) for at in places]
        heads = {in_head(one[1])[1] if one else "" for one in over}
        return heads.pop() if len(heads) == 1 else ""

    def _take_numbers_for_names(self) -> None:
        """Mark a column of numbers as names where rows have no other: classes, grades, codes."""
        is_named = any(bare_role(one) in _NAMING for one in self._made)
        if is_named or len(self._block.rows) < 2:
            return
        for at, cells in enumerate(self._cells):
            if (
                self._made[at] in ("", "ignore")
                and len(cells) == len(self._block.rows)
                and all(cells)
            ):
                self._made[at] = "group"
                return

    def _has_units(self, at: int) -> bool:
        """Return whether texts end with units of their own: then each row is an indicator."""
        return any(in_head(one)[0] for one in self._cells[at])

    def _is_text(self, at: int) -> bool:
        return numeric_share(self._block, at) < 0.6 and any(self._cells[at])

    def _pair(self, places: list[int]) -> None:
        """Mark codes and languages where two columns say the same of each row."""
        for at in places:
            for other in places:
                if at >= other or "ignore" in (self._made[at], self._made[other]):
                    continue
                if not self._is_paired(at, other):
                    continue
                mine, its = language_of(self._cells[at]), language_of(self._cells[other])
                if mine != its:
                    role = bare_role(self._made[at]) or "group"
                    both = (role, bare_role(self._made[other]))
                    role = "indicator" if "indicator" in both else role
                    self._made[at], self._made[other] = f"{role}:{mine}", f"{role}:{its}"
                else:
                    self._made[min(at, other, key=self._is_telling)] = "ignore"

    def _is_telling(self, at: int) -> tuple[bool, int]:
        """Return whether texts are names rather than codes, and how long they are."""
        joined = "".join(self._cells[at])
        return not re.search(r"\d", joined), len(joined)

    def _is_paired(self, at: int, other: int) -> bool:
        """Return whether each text of a column goes with one of another."""
        if len(self._cells[at]) != len(self._cells[other]):
            return False
        rows = self._block.rows[:5000]
        pairs = {(self._block.cell(row, at), self._block.cell(row, other)) for row in rows}
        return len(pairs) == len(self._cells[at])
