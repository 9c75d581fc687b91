"""Words for a target become typed targets: comparators, ranges, decimals, scopes, horizons."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.types import Comparator, DraftTarget

_FIELD = "targets"
_NUMBER = r"\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d[\d.,]*(?<![.,])|\d"
_COMPARATORS: tuple[tuple[str, Comparator], ...] = (
    (
        (
            r"≥|>=|=>|≧|thap nhat|"
            r"(?:dat|bang|tren|cao hon|vuot) hoac (?:vuot(?: qua)?|tren|bang|cao hon)|vuot hoac bang|"
            r"(?:meet|reach|equal|match)(?:s|es|ing)? or (?:exceed|pass|surpass|beat)(?:s|es|ing)?|"
            r"(?:a )?floor of|no worse than|"
            r"tu (?=\S+ *\S* *tro len)|toi thieu|it nhat|khong (?:thap|it|nho) hon|khong duoi|"
            r"at least|(?:a )?minimum(?: of)?|min\.?(?= ?\d)|no less than|not less than|"
            r"no fewer than|not below|(?:not|no) (?:lower|smaller) than|not fewer than|"
            r"(?:at|equal to) or (?:above|over|more than|greater than)|"
            r"bang hoac (?:cao|lon|nhieu) hon|(?:cao|lon|nhieu) hon hoac bang|"
            r"(?:more|greater|higher|larger|better) than or (?:equal|equals|the same)(?: to| as)?"
        ),
        ">=",
    ),
    (
        (
            r"≤|<=|=<|≦|(?:duoi|thap hon|it hon|bang) hoac (?:bang|duoi|thap hon|it hon)|gioi han (?:o|"
            r"trong|den)|"
            r"(?:limited|capped|restricted|confined) (?:to|at)|held to|(?:a )?(?:ceiling|cap|limit) of|"
            r"khong (?:vuot )?qua|toi da|khong (?:cao|lon) hon|"
            r"at most|no more than|not more than|(?:a )?maximum(?: of)?|max\.?(?= ?\d)|up to|"
            r"not over|not above|(?:not|never|without) (?:to )?exceed(?:ing)?|"
            r"(?:not|no) (?:higher|greater|larger) than|"
            r"(?:at|equal to) or (?:below|under|less than)|bang hoac (?:thap|nho|it) hon|nhieu nhat|cao nhat|"
            r"(?:thap|nho|it) hon hoac bang|"
            r"(?:less|lower|fewer|smaller) than or (?:equal|equals|the same)(?: to| as)?"
        ),
        "<=",
    ),
    (r"(?:thuoc )?(?:trong )?(?:nhom|top)(?!\w)(?: dau)?|within the top|in the top", "<="),
    (
        (
            r">|tren|lon hon|cao hon|nhieu hon|hon|vuot|above|(?:more|higher|greater|better) than|over|"
            r"exceed(?:ing|s)?|in excess of|upwards of|surpass(?:ing|es)?|"
            r"beyond|past|pass(?:ing|es)?|topp(?:ing|ed)|tops?(?= \d)|outstripp?(?:ing|s)?|beat(?:ing|"
            r"s)?|north of|"
            r"(?:vuot|qua) (?:moc|nguong)"
        ),
        ">",
    ),
    (r"<|duoi|nho hon|it hon|thap hon|kem hon|below|(?:less|lower|fewer|smaller) than|under", "<"),
    (r"=|bang|dung", "="),
)
_SIGN = re.compile("|".join(f"(?P<c{place}>{words})" for place, (words, _sign) in enumerate(_COMPARATORS)))
_ABOUT = re.compile(
    r"^(?:≈|~|(?:(?:vao|o|trong|co|chung)\s+)?(?:khoang|xap xi)|chung|about|approximately|around|"
    r"roughly|circa|"
    r"in the (?:region|order|neighbou?rhood|vicinity|area) of)(?!\w)\s*"
)
# Before a figure these words say that it is a step, a rank or a change, no value that is reached.
_STEP = re.compile(
    r"\b(?:cap|bac|hang|loai|lan|gap|quy|thang|nam|level|grade|stage|phase|class|tier|rank\w*|times?|step|"
    r"category|version|dot|vong|nhom|top|first|article|no|so|tang|giam|(?:increas|reduc|decreas|grow|cut|fall|"
    r"rise|doubl|tripl|halv)\w*|them|them vao|more|fewer|additional|extra)\b"
)
_MOST_WORDS = 4
_LEAD_IN = re.compile(
    r"^(?:(?:tang |giam )?tu \S+ (?:len|xuong)(?= ?\d)|trong khoang|phan dau|dat|duoc|muc|ty le|tang|giam|"
    r"(?:kept|held|set|stay|remain|rang)(?:s|ing)?|at|"
    r"bao dam|dam bao|giu vung|on dinh|"
    r"xep hang|thu hang|thu|hang|duy tri|nang|dua|ha|hoan thanh|co|"
    r"(?:no luc|co gang|quyet tam|huong toi|huong den|tien toi|tien den|phai|can|se)(?: dat)?|trong muc|"
    r"o muc|"
    r"(?:get|come|go|bring|move|climb|work up|be|is|stand|sit|settle|hover|lie)(?:s|ing)?(?: (?:to|at|"
    r"up to|in))?|"
    r"(?:anywhere|somewhere|varying)(?: (?:from|between))?|aim(?:ing)? (?:for|at)|"
    r"reach(?:ing|es)?|achieve|rank(?:ed)?|attain|maintain|by|o|la|tu|from|"
    r"chiem|chiem ty le|len|xuong|con|giu|giu muc|to|"
    r"of|between|(?:with)?in the range(?: of)?|within|"
    r"(?:increas|reduc|decreas|rais|cut|lower|rise|fall|grow|improv)\w*(?: from \S+)?(?: (?:by|to|of))?|"
    r"(?:an? )?(?:increase|reduction|decrease|rise|fall|growth|cut|score|total|average) of|"
    r"(?:an? )?target of)(?!\w)\s*|^[+€$£](?=\s?\d)\s*"
)
_CHANGE = re.compile(
    r"^(?:[+]|(?:phan dau )?(?:tang|giam)(?: them)? (?=[<>≥≤\d])|(?:increas|reduc|decreas|grow|cut|"
    r"fall|rise)\w*(?: of| by)|"
    r"(?:an? )?(?:increase|reduction|decrease|rise|fall|growth|cut) of|gap )"
)
_SCALES = (
    (re.compile(r"^(?:k|nghin|ngan|thousand)\b"), 1_000),
    (re.compile(r"^(?:m|mn|trieu|million|mil)\b"), 1_000_000),
    (re.compile(r"^(?:bn|ty|ti|billion)\b"), 1_000_000_000),
)
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?P<unit>%|[a-z]{{0,12}})\s*"
    rf"(?:-|(?:cho )?(?:den|toi)(?: muc)?|up to|to|through|thru|and|va|~)\s*(?P<high>{_NUMBER})"
)
_FIGURE = re.compile(rf"(?P<value>{_NUMBER})")
_OR_MORE = re.compile(
    r"^\s*%?\s*\w*\s*(?:tro len|minimum|at least|(?:at|as) (?:a |the )?(?:minimum|floor|least)|"
    r"or better|or more|or beyond|"
    r"or higher|or above|or over|and above|and over|\+)"
)
_OR_LESS = re.compile(
    r"^\s*%?\s*\w*\s*(?:tro xuong|maximum|at most|(?:at|as) (?:a |the )?(?:maximum|ceiling|most|cap)|"
    r"or less|or lower|or below|or fewer|and below)"
)
_GROUP_ANYWHERE = re.compile(rf"\b(?:nhom|top)\s+(?:dau\s+)?(?P<value>{_NUMBER})")
_HORIZON = re.compile(
    r"^(?:(?:den|vao|by|in)\s+)?(?:nam\s+|year\s+)?(?P<year>20\d\d)\s*[:\-]\s*|"
    r"(?:\(?\b(?:den |vao |by |in )(?:nam )?|\((?:nam )?)(?P<late>20\d\d)\)?\s*$"
)
_NOT_SCOPE = re.compile(r"^(?:va\b|and\b|,|/|\+|\()")
_PLACE = re.compile(
    r"the gioi|toan cau|dong nam a|chau a|asean|khu vuc|quoc te|toan quoc|ca nuoc|"
    r"world|global|southeast asia|\basia\b|region|nationwide"
)
_PREPOSITION = re.compile(
    r"^(?:in the|in|of the|of|o|tai|cua|trong|nuoc dan dau|quoc gia dan dau|nuoc|quoc gia|countries in)\s+"
)
_SPACES = (" ", ":")
_WORD_START = re.compile(r"(?<=[\s:])[^\s:]")
_SPLIT = re.compile(r"[;\n]")
_THOUSANDS_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_THOUSANDS_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class HorizonTargets:
    """The targets of a cell for one horizon; None where the cell names no year."""

    horizon: int | None
    targets: tuple[DraftTarget, ...]


def read_targets(
    text: str, *, unit: str = "", english: bool = False
) -> tuple[tuple[HorizonTargets, ...], tuple[Doubt, ...]]:
    """Return the typed targets of a cell by horizon, and what is doubtful about them."""
    if text.strip() in {"", "-"}:
        return (), ()
    pieces = [piece.strip() for piece in _SPLIT.split(text[:_LONGEST]) if piece.strip()]
    found: dict[int | None, list[DraftTarget]] = {}
    doubts: list[Doubt] = []
    horizon: int | None = None
    for piece in pieces:
        year, rest = _horizon(piece)
        horizon = year or horizon
        target, notes = _target(rest, unit=unit, english=english, several=len(pieces) > 1)
        found.setdefault(horizon, []).append(target)
        doubts += notes
    if all(target.comparator == "qualitative" for targets in found.values() for target in targets):
        return (HorizonTargets(next(iter(found)), (DraftTarget("qualitative"),)),), (_words_doubt(unit),)
    return tuple(HorizonTargets(year, tuple(targets)) for year, targets in found.items()), tuple(doubts)


def is_figure(text: str) -> bool:
    """Say whether a target with a figure can be read out of the whole text."""
    read, _doubts = read_targets(text)
    return any(target.value is not None for part in read for target in part.targets)


def _horizon(piece: str) -> tuple[int | None, str]:
    found = _HORIZON.search(bare(piece))
    if not found:
        return None, piece
    rest = (piece[: found.start()] + piece[found.end() :]).strip()
    return (int(found["year"] or found["late"]), rest) if rest else (None, piece)


def _target(piece: str, *, unit: str, english: bool, several: bool) -> tuple[DraftTarget, list[Doubt]]:
    words = bare(piece)
    place, sign = _comparator(words)
    figure = _RANGE.match(words, place) or _FIGURE.match(words, place)
    if figure is None and several and (start := _figure_start(words)):
        # "đô thị ≥ 90": the words before the figure say for whom.
        inner, notes = _target(piece[start:], unit=unit, english=english, several=False)
        return DraftTarget(inner.comparator, inner.value, inner.upper, piece[:start].strip(" :,-")), notes
    if figure is None and (figure := _GROUP_ANYWHERE.search(words)):
        sign = "<="
    if figure is None:
        start = _only_figure(words, unit)
        if start is None:
            return DraftTarget("qualitative"), []
        inner, notes = _target(piece[start:], unit=unit, english=english, several=False)
        lead = piece[:start].strip(" :,-")
        return inner, [*notes, Doubt("target_lead_words", _FIELD, {"printed": lead})]
    rest = piece[figure.end() :]
    if more := _OR_MORE.match(bare(rest)):
        sign, rest = ">=", rest[more.end() :]
    elif less := _OR_LESS.match(bare(rest)):
        sign, rest = "<=", rest[less.end() :]
    rest, scale = _scale(rest, unit=unit)
    scope, doubts = _scope(rest, unit=unit)
    if "high" in figure.re.groupindex:
        low, first = read_number(figure["low"], english=english)
        high, second = read_number(figure["high"], english=english)
        return DraftTarget("range", _times(low, scale), _times(high, scale), scope), [
            *first,
            *second,
            *doubts,
        ]
    value, notes = read_number(figure["value"], english=english)
    if _ABOUT.match(words):
        notes.append(Doubt("approximate", _FIELD))
    elif sign is None:
        notes.append(Doubt("no_comparator", _FIELD))
    if _CHANGE.match(words):
        notes.append(Doubt("target_change", _FIELD, {"printed": piece}))
    return DraftTarget(sign or "=", _times(value, scale), None, scope), [*notes, *doubts]


def _scale(rest: str, *, unit: str) -> tuple[str, int]:
    """Take “million” out of the words behind a figure, unless the unit counts in millions."""
    words = bare(rest).lstrip()
    for pattern, times in _SCALES:
        found = pattern.match(words)
        if found and not pattern.match(bare(unit)):
            return rest.lstrip()[found.end() :], times
    return rest, 1


def _times(value: str | None, scale: int) -> str | None:
    if value is None or scale == 1:
        return value
    shown = format(Decimal(value) * scale, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _only_figure(words: str, unit: str) -> int | None:
    """Return where the only figure of a measured target begins, behind a few words that no rule knows."""
    start = next((place for place, letter in enumerate(words) if letter.isdigit()), 0)
    figure = _RANGE.match(words, start) or _FIGURE.match(words, start)
    if not start or figure is None or not (unit or words[figure.end() :].lstrip().startswith("%")):
        return None
    before, after = words[:start], words[figure.end() :]
    plain = before[-1] in " :" and len(before.split()) <= _MOST_WORDS and not _STEP.search(before)
    rest = after.strip(" %.").removeprefix(bare(unit)).strip(" %.")
    year = "value" in figure.re.groupindex and re.fullmatch(r"20\d\d", figure["value"])
    return start if plain and not rest and not year else None


def _figure_start(words: str) -> int | None:
    """Return where the sign or figure begins that stands behind other words."""
    for word in _WORD_START.finditer(words):
        rest = words[word.start() :]
        place, _sign = _comparator(rest)
        if _FIGURE.match(rest, place):
            return word.start()
    return None


def _comparator(words: str) -> tuple[int, Comparator | None]:
    """Return where the figure should begin and the sign before it; a sign may be printed twice."""
    place, sign = 0, None
    while True:
        step = _LEAD_IN.match(words[place:]) or _ABOUT.match(words[place:])
        found = _SIGN.match(words, place)
        if found and (
            found.group().strip() not in {"hon", "tu"} or words[found.end() : found.end() + 1] == " "
        ):
            sign = sign or _COMPARATORS[int((found.lastgroup or "c0")[1:])][1]
            place = found.end()
        elif step:
            place += step.end()
        elif words[place : place + 1] in _SPACES:
            place += 1
        else:
            return place, sign


def _scope(rest: str, *, unit: str) -> tuple[str | None, list[Doubt]]:
    """Return the cell's own words for the region of a figure; other words are a doubt."""
    rest = rest.strip().removeprefix("%").strip(" .,")
    words = bare(rest)
    if words.startswith(bare(unit)) and unit:
        rest, words = rest[len(unit) :].strip(" .,"), words[len(unit) :].strip(" .,")
    if not words:
        return None, []
    if _PLACE.search(words) and not _NOT_SCOPE.match(words):
        while step := _PREPOSITION.match(bare(rest)):
            rest = rest[step.end() :]
        return rest, []
    return None, [Doubt("target_extra_words", _FIELD, {"printed": rest})]


def read_number(printed: str, *, english: bool) -> tuple[str | None, list[Doubt]]:
    """Return a printed number as decimal digits: the decimal sign is a comma, in English a point."""
    printed = printed.replace(" ", "")
    thousands, decimal = (",", ".") if english else (".", ",")
    plain = (_THOUSANDS_COMMA if english else _THOUSANDS_POINT).fullmatch(printed)
    mixed = (_THOUSANDS_POINT if english else _THOUSANDS_COMMA).fullmatch(printed)
    doubtful = False
    if plain:
        text = printed.replace(thousands, "").replace(decimal, ".")
    elif mixed and {".", ","} <= set(printed):
        text, doubtful = printed.replace(decimal, "").replace(thousands, "."), True
    else:
        doubtful = bool(mixed) or thousands in printed
        text = printed.replace(",", ".")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None, [Doubt("number_ambiguous", _FIELD, {"printed": printed, "read": "—"})]
    shown = format(value, "f")
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    notes = [Doubt("number_ambiguous", _FIELD, {"printed": printed, "read": shown})] if doubtful else []
    return shown, notes


def _words_doubt(unit: str) -> Doubt:
    return Doubt("target_words_with_unit", _FIELD, {"unit": unit}) if unit else Doubt("target_words", _FIELD)
