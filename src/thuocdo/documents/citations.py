"""Document numbers read out of text, and texts that merely announce a document."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from thuocdo.core.text import clean, fold
from thuocdo.documents.instruments import LADDER, Citation, Kind, supports, supports_any

__all__ = [
    "Citation",
    "Kind",
    "announcement",
    "is_announcement",
    "number_key",
    "read_citations",
    "supports",
    "supports_any",
]


# 1. Reading numbers ---------------------------------------------------------------------------

_BEFORE = r"(?<![\w/])(?<!\d[.,-])"
_STATE = re.compile(
    _BEFORE + r"(?P<no>\d{1,5}(?:\.\d{1,2})?[a-z]?)\s?/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?"
    r"(?P<symbol>(?:UBTV)?QH\d{1,2}|[A-ZĐ&]{1,9}(?:\s?-\s?[A-ZĐ&][A-ZĐ&0-9]{0,14}){1,3})(?!\w)",
    re.IGNORECASE,
)
_PARTY = re.compile(
    _BEFORE + r"(?P<no>\d{1,4})\s?-\s?(?P<type>NQ|Q[ĐD]|QC|QyĐ|KH|KL|CT|HD|TB|BC|CTr|TTr|CV)"
    r"\s?/\s?(?P<org>[A-ZĐ]{2,12})(?!\w)",
    re.IGNORECASE,
)
_STANDARD = re.compile(r"(?<!\w)(?:TCVN|QCVN)\s?\d[\d-]*\s?:\s?(?P<year>(?:19|20)\d\d)(?:/[A-ZĐ]+)?(?!\w)")
_DASHES = str.maketrans("‐‑‒–—−", "------")
_ISSUERS = {
    "CP": "Chính phủ",
    "TTG": "Thủ tướng Chính phủ",
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "UBND": "Ủy ban nhân dân",
    "HDND": "Hội đồng nhân dân",
    "TW": "Trung ương Đảng",
    "BCDTW": "Ban Chỉ đạo Trung ương",
}
_PRINTED = {"ND": "NĐ", "QD": "QĐ", "TTG": "TTg", "TTR": "TTr", "CTR": "CTr", "QYD": "QyĐ", "CD": "CĐ"}
_PRINTED |= {"HDND": "HĐND", "BCDTW": "BCĐTW", "BGDDT": "BGDĐT", "BKHDT": "BKHĐT", "BLDTBXH": "BLĐTBXH"}
_MINISTRY = re.compile(r"B(?!CD|QL|HXH)[A-Z]{1,8}|NHNN|TTCP|UBDT|VPCP")
_BY_TYPE = {
    "ND": Kind.DECREE,
    "TT": Kind.CIRCULAR,
    "TTLT": Kind.CIRCULAR,
    "CT": Kind.DIRECTIVE,
    "CD": Kind.DIRECTIVE,
    "KH": Kind.PLAN,
    "CTR": Kind.PLAN,
    "TTR": Kind.SUBMISSION,
    "BC": Kind.REPORT,
    "HD": Kind.GUIDANCE,
    "TB": Kind.NOTICE,
    "KL": Kind.NOTICE,
    "QC": Kind.REGULATION,
    "QYD": Kind.REGULATION,
    "CV": Kind.LETTER,
}
_NO_LETTER = {"BB", "GM", "GP", "GCN", "PA", "DA", "HS", "TL"}  # minutes, permits, files: no letters
_WINDOW = 120
_REMEMBERED = 8192  # lines; the rules ask for the same line several times


@lru_cache(maxsize=_REMEMBERED)
def read_citations(text: str) -> tuple[Citation, ...]:
    """Return every document number in the text, in the order in which it stands there.

    Reads Đ as U+0110, U+00D0 or D, any dash, and spaces around slashes; a number that is the
    tail of a longer one is not read.
    """
    plain = clean(text).translate(_DASHES)
    marks = [*_STATE.finditer(plain), *_PARTY.finditer(plain), *_STANDARD.finditer(plain)]
    found: list[Citation] = []
    for mark in sorted(marks, key=lambda item: item.start()):
        before = plain[max(_clause_start(plain, mark.start()), found[-1].end if found else 0) : mark.start()]
        named = _named(mark, before, plain[mark.end() : mark.end() + 40])
        if named is None or (found and mark.start() < found[-1].end):
            continue
        kind, number, issuer, year = named
        issued_on = _date_after(plain, mark.end()) or _date_before(before)
        referenced = bool(_POINTS_AT.search(fold(before)[-160:] + " "))
        found.append(Citation(kind, number, issuer, mark.start(), mark.end(), issued_on, year, referenced))
    return tuple(found)


@lru_cache(maxsize=16384)
def number_key(number: str) -> str:
    """Return one spelling of a document number, for comparing: "03/NQ-CP" and "3 / nq-cp" are equal."""
    return re.sub(r"\s", "", fold(number.translate(_DASHES))).lstrip("0")


def _named(mark: re.Match[str], before: str, after: str) -> tuple[Kind, str, str, int | None] | None:
    parts = mark.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if "no" not in parts:
        return Kind.STANDARD, mark.group(0), "", year
    if "org" in parts:
        kind_code, org = _bare(parts["type"]), _bare(parts["org"])
        issuer = _ISSUERS.get(org, _print(parts["org"]))
        return (
            _party_kind(kind_code),
            f"{parts['no']}-{_print(parts['type'])}/{_print(parts['org'])}",
            issuer,
            year,
        )
    pieces = re.split(r"\s?-\s?", parts["symbol"])
    kind = _assembly_kind(pieces[0], before, after) or _state_kind(pieces, year)
    if kind is None:
        return None
    symbol = "-".join(_print(piece) for piece in pieces)
    number = "/".join(part for part in (parts["no"], parts["year"], symbol) if part)
    org = _bare(pieces[0]).rstrip("0123456789") if len(pieces) == 1 else _bare(pieces[1])
    if kind is Kind.LETTER and _bare(pieces[0]) != "CV":
        org = _bare(pieces[0])
    return kind, number, _ISSUERS.get(org, _print(org)), year


def _assembly_kind(symbol: str, before: str, after: str) -> Kind | None:
    bare = _bare(symbol)
    if re.fullmatch(r"UBTVQH\d+", bare):
        return Kind.STANDING_COMMITTEE_ACT
    if not re.fullmatch(r"QH\d+", bare):
        return None
    words = re.findall(r"\b(?:luat|nghi quyet|nq|law|resolution)\b", fold(before))
    if not words:
        words = re.findall(r"\b(?:luat|nghi quyet|nq|law|resolution)\b", fold(after))[:1]
    if not words:
        return Kind.ASSEMBLY_ACT
    return Kind.LAW if words[-1] in {"luat", "law"} else Kind.ASSEMBLY_RESOLUTION


def _state_kind(pieces: list[str], year: int | None) -> Kind | None:
    if len(pieces) == 1:
        return None
    kind_code, org = _bare(pieces[0]), _bare(pieces[1])
    if kind_code == "NQ":
        known = {"CP": Kind.GOVERNMENT_RESOLUTION, "HDND": Kind.COUNCIL_RESOLUTION}
        return known.get(org, Kind.PARTY_RESOLUTION)
    if kind_code == "QD":
        return _decision_kind(org)
    if kind_code in _BY_TYPE:
        return _BY_TYPE[kind_code]
    letter = year is None and len(pieces[0]) > 1 and pieces[0].isupper() and kind_code not in _NO_LETTER
    return Kind.LETTER if letter else None


def _decision_kind(org: str) -> Kind:
    if org in {"TTG", "CP"}:
        return Kind.PM_DECISION
    if org == "UBND":
        return Kind.PROVINCE_DECISION
    return Kind.MINISTER_DECISION if _MINISTRY.fullmatch(org) else Kind.AGENCY_DECISION


def _party_kind(kind_code: str) -> Kind:
    known = {"NQ": Kind.PARTY_RESOLUTION, "QD": Kind.PARTY_DECISION}
    return known.get(kind_code) or _BY_TYPE[kind_code]


def _bare(symbol: str) -> str:
    return symbol.upper().replace("Đ", "D")


def _print(symbol: str) -> str:
    return _PRINTED.get(_bare(symbol), symbol.upper())


# 2. Dates beside a number ---------------------------------------------------------------------

_MONTHS = "january february march april may june july august september october november december"
_EN_MONTH = {name: index for index, name in enumerate(_MONTHS.split(), start=1)}
_DAY = (
    r"(?:(?P<d>\d{1,2})\s?(?:[/.-]\s?|\s?thang\s)(?P<m>\d{1,2})\s?(?:[/.-]\s?|,?\s?nam\s)(?P<y>(?:19|20)\d\d)"
    r"|(?P<d2>\d{1,2}) (?P<m2>[a-z]{3,9}),? (?P<y2>(?:19|20)\d\d)"
    r"|(?P<m3>[a-z]{3,9}) (?P<d3>\d{1,2}),? (?P<y3>(?:19|20)\d\d))(?!\d)"
)
_AT_ONCE = re.compile(r"[\s,;:(]*(?:(?:duoc )?(?:ky|ban hanh|thong qua) )?(?:ngay |dated |of |on )?" + _DAY)
_LATER = re.compile(r"(?<!truoc )(?<!den )(?<!tu )(?<!han )(?<!ke )(?:ngay|dated) " + _DAY)
_CLAUSE_END = re.compile(r"[.;!?](?=\s)")


def _date_after(plain: str, end: int) -> date | None:
    """Return the date printed behind the number, before the next number or the end of the sentence."""
    window = plain[end : end + _WINDOW]
    stop = _CLAUSE_END.search(window)
    window = window[: stop.start()] if stop else window
    following = _STATE.search(window)
    folded = fold(window[: following.start()] if following else window)
    return _as_date(_AT_ONCE.match(folded)) or _as_date(_LATER.search(folded))


def _date_before(before: str) -> date | None:
    return _as_date(_LATER.search(fold(before)))


def _as_date(match: re.Match[str] | None) -> date | None:
    if match is None:
        return None
    parts = match.groupdict()
    day, year = (parts["d"] or parts["d2"] or parts["d3"]), (parts["y"] or parts["y2"] or parts["y3"])
    name = parts["m2"] or parts["m3"]
    month = int(parts["m"]) if parts["m"] else _EN_MONTH.get(name or "", 0)
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _clause_start(plain: str, position: int) -> int:
    ends = [match.end() for match in _CLAUSE_END.finditer(plain, max(0, position - 400), position)]
    return ends[-1] if ends else 0


# 3. Texts that only announce ------------------------------------------------------------------

_NOUN = (
    r"(?:(?:toan van |du thao )?(?:luat|nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi|ke hoach|cong van"
    r"|ket luan|quy che|law|resolution|decree|decision|plan|directive|circular)\b[^.;]{0,80})?"
)
_POINTS_AT = re.compile(
    r"(?:\b(?<!ban hanh )(?<!ban hanh kem )(?<!phe duyet )(?<!cong bo )(?<!thong qua )theo"
    r"|\b(?:can cu|thay the|thay cho|sua doi|bo sung|huong dan|thuc hien|trien khai|giao tai|quy dinh tai"
    r"|du thao|se ban hanh|chuan bi ban hanh|du kien ban hanh|will issue|pursuant to|under|according to"
    r"|replac\w+|amend\w+|implement\w+|draft)) (?:mot so dieu cua |cac |the )?" + _NOUN + r"\s*$"
)
_VERBS = r"(?:ban hanh|trinh|ky|thong qua|phe duyet|hoan thanh|cong bo|trien khai|van hanh)"
_TO_WHOM = (
    r"(?:quoc hoi|chinh phu|thu tuong|bo truong|lanh dao|cap co tham quyen|bo chinh tri|uy ban|hdnd|ubnd)"
)
_ANNOUNCES = {
    "not_issued": (
        r"\bchua (?:duoc )?(?:ban hanh|ky|thong qua|phe duyet)\b",
        r"\bnot yet (?:been )?\w+ed\b",
    ),
    "collecting_opinions": (
        r"\b(?:lay|xin|cho) y kien\b|\bgop y\b",
        r"\b(?:collect|seek|gather)\w* (?:opinions?|comments?|feedback)\b|\bunder consultation\b",
    ),
    "submitted_not_passed": (
        r"\b(?:da|dang|vua) (?:duoc )?trinh\b",
        rf"\btrinh {_TO_WHOM}[^.;]{{0,60}}\b(?:xem xet|phe duyet|thong qua|ban hanh|ky)\b",
        r"\bcho (?:phe duyet|tham dinh|ky|thong qua)\b",
        r"\b(?:has|have|had|was|were) (?:been )?submitted\b|\b(?:awaiting|pending) (?:approval|signature)\b",
    ),
    "will_issue": (
        rf"\bse (?:duoc |som |tiep tuc )?{_VERBS}\b|\bban hanh truoc\b",
        rf"\b(?:du kien|phan dau|chuan bi)\b[^.;]{{0,50}}\b{_VERBS}\b",
        r"\bwill (?:be )?(?:soon )?(?:issue|sign|submit|pass|promulgate|approve|adopt|publish)\w*",
        r"\b(?:expected|planned|scheduled|due|about) to\b|\bto be (?:issued|signed|approved|adopted)\b",
    ),
    "being_drafted": (
        r"\bdang (?:hoan thien|hoan chinh|xay dung|soan thao|nghien cuu|ra soat|tham dinh|tiep thu)\b",
        r"\bdang chuan bi\b|\bdu thao\b",
        r"\b(?:being|is|are) (?:draft|finali[sz]|prepar)\w+|\bunder (?:preparation|drafting|review)\b",
    ),
}
_ANNOUNCING = tuple((code, re.compile("|".join(patterns))) for code, patterns in _ANNOUNCES.items())


def announcement(text: str, needs: Iterable[str] = ()) -> str:
    """Return why the text only announces (a code), or "" when it does not.

    A sentence that also cites an issued document which satisfies one of `needs` (or, without
    needs, any instrument that decides) is no announcement.
    """
    return _announcement(text, tuple(needs))


@lru_cache(maxsize=_REMEMBERED)
def _announcement(text: str, needs: tuple[str, ...]) -> str:
    for sentence in _CLAUSE_END.split(clean(text)):
        folded = fold(sentence)
        code = next((code for code, pattern in _ANNOUNCING if pattern.search(folded)), "")
        if code and not _issued(sentence, needs):
            return code
    return ""


def is_announcement(text: str, needs: Iterable[str] = ()) -> bool:
    """Say whether the text only announces; see `announcement` for the reason."""
    return announcement(text, needs) != ""


def _issued(sentence: str, needs: tuple[str, ...]) -> bool:
    own = (item for item in read_citations(sentence) if not item.referenced)
    return any(supports_any(needs, item) if needs else item.kind in LADDER for item in own)
