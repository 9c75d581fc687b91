"""Who issued a document: its letterhead, the line beside the title, or words that name a maker."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.bodies import begins_as_body
from thuocdo.documents.reading.headnumbers import Enclosing, is_counted_act
from thuocdo.documents.reading.headtitles import PLAN, Title
from thuocdo.documents.reading.opening import Piece, is_furniture, labelled, pieces, type_line
from thuocdo.documents.reading.parts import HIDDEN
from thuocdo.documents.reading.periods import find_periods
from thuocdo.documents.reading.spelling import bare

_MAKER = re.compile(r"(?:cua|of(?: the)?) (?P<maker>\S[^,.;:]{2,80})")
_BODY = re.compile(
    r"\b(?:departments?|ministry|government|office|commission|agency|council|authority|board|bureau|secretariat|"
    r"committee|institute|executive(?! summary)|division|county|municipality|municipal|district|"
    r"directorate|inspectorate|"
    r"teams?|united nations|trust|corporation|federation|foundation|hospitals?|police|coalition|"
    r"university|city of|states of|province of|cabinet)\b"
)
_ENDS_BODY = re.compile(
    r"\b(?:council|government|authority|department|ministry|agency|commission|district|board|office|bureau|"
    r"municipality|university|executive|directorate|corporation|county|city)$"
)
_PLACE_VI = re.compile(
    r"(?:tinh(?! (?:uy|doan)\b)|thanh pho|tp\.?|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)\b"
)
_OPEN_VI = re.compile(r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|ban chap hanh|thanh pho|tinh)")
_PARTY = re.compile(r"(?:dang uy|dang bo|tinh uy|thanh uy|huyen uy)\b")
_NO_BODY = re.compile(
    r"(?:bao cao|thong bao|to trinh|cong van|danh muc|bieu|bang|report|table|list|minutes)\b"
)
_COMMITTEE = re.compile(r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)\s+(?=\S)")
_GOES_ON = re.compile(r"(?:va|and|of|for|cua|ve|&)\b|&")
_GOES_ON_BEHIND = re.compile(r"(?:\b(?:va|and|of|for|the|cua|ve|tai)|[,&-])$")
_COUNTRY = re.compile(
    r"(?:the )?(?:\w+ )?(?:(?:federal|democratic|socialist|islamic|united) )*"
    r"(?:republic|kingdom|commonwealth|union) of [\w ]+|republika ng \w+"
)
_MADE_BY = re.compile(
    r"(?:prepared|issued|published|produced|adopted|approved|developed|compiled|ban hanh)(?: jointly)?"
    r" (?:by|boi) (?:the )?(?P<maker>[^\W\d_][^,;:()·|]{2,80}?)(?= on \d|\s*(?:[,;:(]|$))"
)
_OF_FIELD = re.compile(
    r"(?:the )?(?:[A-Z]\w+ )*(?:Department|Ministry|Office|Agency|Commission|Directorate|Bureau) (?:of|for) ",
    re.IGNORECASE,
)
_FIELDS = re.compile(
    r"(?:, [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})+,? (?:and|&) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
)
_MAKER_LABELS = frozenset(
    {"co quan ban hanh", "noi ban hanh", "don vi ban hanh", "issued by", "issuing body", "issuing authority",
     "issuing office", "agency", "lead agency", "department", "ministry", "co quan", "don vi",
     "prepared by", "published by", "publisher", "organisation", "organization"}
)  # fmt: skip
_MOTTO = re.compile(r"\bcong hoa xa hoi chu nghia\b|\bdoc lap\s*-\s*tu do\b")
_OF_NUMBER = re.compile(r"[/-](?P<letters>[^\W\d_][\w&]*)$")
_WORD = re.compile(r"[^\W_]+")
_JOINING = frozenset({"va", "cac", "of", "the", "and", "for"})
_DIGIT = re.compile(r"\d")
_LONGEST = 12  # words of a name
_BELOW = 3  # lines below the title in which the body may stand
_SHORT_KIND = 4  # letters of “Sở”, “Viện”, “Ban”
_SMALL = 3  # letters of words that need no capital


class Issuer(NamedTuple):
    """Who issued; `unsure` are the words that it is taken from where these are weaker evidence."""

    name: str
    unsure: str = ""
    code: str = "head_from_words"


def find_issuer(
    head: Sequence[Block], title: Title | None, number: str | None, act: Enclosing | None, known: Directory
) -> Issuer | None:
    """Return who issued the document, None where no line of the head names a body.

    `act` is the document that this one says it came with.
    """
    if (made := _of_title_line(head, known)) is not None:
        return made
    place = title.place if title else None
    if levels := _letterhead(head, place):
        return _lowest(levels, number, known)
    found = pieces(head)
    if near := _near_title(found, place, known):
        return Issuer(_canonical(near, known))
    words = act.printed if act else ""
    ways = (_said(found), (act.maker, words) if act else None, _in_title(title.text) if title else None)
    name, printed = next((way for way in ways if way and way[0]), ("", ""))
    return Issuer(_canonical(_without_place(name), known), printed) if name else None


def _of_title_line(head: Sequence[Block], directory: Directory) -> Issuer | None:
    """Return the known body that a title names: “NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ”, on one line or two."""
    for place, block in enumerate(head):
        if not (line := type_line(block.text)):
            continue
        text, found = block.text, line
        if line["maker"] is None and place + 1 < len(head):
            text = head[place + 1].text
            found = _MAKER.fullmatch(bare(text)) or line
        if found["maker"]:
            owners = directory.read(text[found.start("maker") : found.end("maker")])
            return Issuer(owners.names[0]) if owners.known and len(owners.names) == 1 else None
        return None
    return None


def _letterhead(head: Sequence[Block], title: int | None) -> list[str]:
    """Return the bodies above the title, the higher ones first; a name on two lines is one of them.

    Behind the number stand other words; the national heading may stand between the lines.
    """
    levels: list[str] = []
    numbered = False
    for block in head if title is None else head[:title]:
        text = _before_motto(block.text.strip(" *_"))
        if is_furniture(text) or not text or _NO_BODY.match(bare(text)):
            continue
        if text.endswith((".", ":", ";")) and title is None:
            break
        if type_line(text) or block.text == HIDDEN or is_counted_act(text) or _is_number_or_day(text):
            numbered = True
            if title is None:
                break
            continue
        going_on = bool(levels) and _continues(levels[-1], text)
        if numbered and levels and not going_on:
            continue
        if going_on:
            levels[-1] = f"{levels[-1]} {text}"
        elif (text.isupper() and not text.endswith((".", ":", ";"))) or _is_body(text):
            levels.append(text)
        elif title is None:
            break
    countries = [level for level in levels if _COUNTRY.fullmatch(bare(level))]
    return [level for level in levels if level not in countries] or countries


def _before_motto(text: str) -> str:
    """Return the words of the left side, where the national heading runs on behind them in one line."""
    found = _MOTTO.search(bare(text))
    return text[: found.start()].strip() if found and found.start() else text


def _continues(above: str, text: str) -> bool:
    """Say whether a line of the letterhead goes on with the name of the one above."""
    before, words = bare(above), bare(text)
    if _GOES_ON.match(words) or _GOES_ON_BEHIND.search(before):
        return True
    if _OPEN_VI.fullmatch(before) or before.endswith((" thanh pho", " tinh")):
        return True
    if _PLACE_VI.match(words):
        return not _names_place(before)
    return above.isupper() and text.isupper() and not (_is_kind(words) or _BODY.search(words))


def _lowest(levels: Sequence[str], number: str | None, directory: Directory) -> Issuer:
    """Return the lowest body of a letterhead; the letters of the number may say that a higher one issued."""
    lower, above = levels[-1], levels[:-1]
    if not above:
        other = (
            _COMMITTEE.match(bare(lower))
            and _OF_NUMBER.search(number or "")
            and not _has_letters(number, lower)
        )
        return Issuer(_canonical(_without_place(lower), directory), lower if other else "", "issuer_number")
    agreeing = [level for level in reversed(levels) if _has_letters(number, level)]
    chosen = agreeing[0] if agreeing else lower
    printed = " / ".join(levels)
    places = [level[found.end() :] for level in above if (found := _COMMITTEE.match(bare(level)))]
    local = chosen is lower and places and not _names_place(bare(lower))
    name = f"{lower} {places[-1]}" if local else chosen
    unsure = "" if agreeing and chosen is lower else printed
    return Issuer(_canonical(name, directory, otherwise=chosen), unsure, "issuer_lower")


def _has_letters(number: str | None, body: str) -> bool:
    """Say whether the letters behind a number are those of a body: “KH-SNV” is of “SỞ NỘI VỤ”."""
    found = _OF_NUMBER.search(number or "")
    if not found:
        return False
    letters = [char for char in bare(found["letters"]) if char.isalpha()]
    words = [word for word in _WORD.findall(bare(body)) if word not in _JOINING]
    if bare(found["letters"]) in words:
        return True  # “KH-UBND” of “UBND TỈNH …”
    initials = [word[0] for word in words]
    if letters == ["u", "b", "n", "d"]:
        return initials[:4] == letters
    short = initials[1:]  # “KH-XTTM” leaves out the word “CỤC”
    return len(letters) > 1 and any(
        _within(letters, one) or _within(one, letters) for one in (initials, short) if len(one) > 1
    )


def _within(some: Sequence[str], many: Sequence[str]) -> bool:
    """Say whether letters stand among others in their order, the first of both being the same."""
    rest = iter(many)
    return some[:1] == list(many[:1]) and all(letter in rest for letter in some)


def _near_title(found: Sequence[Piece], title: int | None, directory: Directory) -> str:
    """Return the body on a line right above or below a title that bears no letterhead."""
    if title is None:
        return ""
    above = [piece for piece in found if title - _BELOW <= piece.place < title][::-1]
    below = [piece for piece in found if title < piece.place <= title + _BELOW]
    for piece in (*above, *below):
        if _MADE_BY.search(piece.words):
            continue
        text = _without_place(piece.text)
        if _is_body(text) or (directory.knows(text) and not _DIGIT.search(text)):
            return text
    return ""


def _said(found: Sequence[Piece]) -> tuple[str, str] | None:
    """Return the body of “Prepared by …”, with the words of the line."""
    for piece in found:
        said = labelled(piece.text)
        if said and said[0] in _MAKER_LABELS and (_is_body(said[1]) or _is_name(said[1])):
            return said[1], piece.text
        if match := _MADE_BY.search(piece.words):
            maker = _with_fields(piece.text, *match.span("maker"))
            if _is_body(maker):
                return maker, piece.text
    return None


def _with_fields(text: str, start: int, end: int) -> str:
    """Return the name of a maker with its further fields: “Department of Children, Youth and Sport”."""
    maker = text[start:end].strip()
    further = _FIELDS.match(text, end) if _OF_FIELD.match(maker) else None
    return text[start : further.end()].strip() if further else maker


def _in_title(title: str) -> tuple[str, str]:
    """Return the body with whose name a title begins, with the title: “Ashford County Council Road Plan”."""
    line = title.split("\n", maxsplit=1)[0]
    head = re.split(r"\s[–—-]\s|:\s", line)[0]
    words = line.split()
    ends = [
        end
        for end in range(2, len(words))
        if _ENDS_BODY.search(bare(" ".join(words[:end]))) and PLAN.search(bare(" ".join(words[end:])))
    ]
    body = " ".join(words[: ends[-1]]) if ends else ""
    if head != line and _ENDS_BODY.search(bare(head)):
        body = head
    return (body if body and _is_body(body) else ""), title.replace("\n", " ")


def _is_body(text: str) -> bool:
    """Say whether a line is the name of a body and no sentence: few words, written as a name."""
    words = text.split()
    if not 1 < len(words) <= _LONGEST or _DIGIT.search(text) or text.endswith((".", ";")) or ":" in text:
        return False
    plain = bare(text)
    if PLAN.search(plain) or is_furniture(text):
        return False
    if not text.isascii():
        named = (
            len(words[0]) > _SHORT_KIND or words[0].isupper() or words[1][:1].isupper()
        )  # “Bộ chỉ số” is no “Bộ Y tế”
        return named and text[:1].isupper() and _is_kind(plain)
    tall = all(word[:1].isupper() or not word[:1].isalpha() for word in words if len(word) > _SMALL)
    return text.isascii() and tall and text[:1].isupper() and bool(_BODY.search(plain))


def _is_name(text: str) -> bool:
    """Say whether a label's words are a name in whatever language: several words, each with a capital."""
    words = text.split()
    tall = all(word[0].isupper() for word in words if len(word) > _SMALL)
    return 1 < len(words) <= _LONGEST and tall and not _DIGIT.search(text)


def _is_kind(words: str) -> bool:
    """Say whether bare words begin with a kind of body in Vietnamese, and not with a kind of place."""
    return bool(_PARTY.match(words)) or (begins_as_body(words) and not _PLACE_VI.match(words))


def _names_place(words: str) -> bool:
    """Say whether the name of a place stands behind the kind of body: “UBND TỈNH AN GIANG”."""
    return any(_PLACE_VI.match(words[found.start() :]) for found in _WORD.finditer(words) if found.start())


def _is_number_or_day(text: str) -> bool:
    return bool(re.match(r"(?:số|so|no|ref)\W*[\d:.]", text.lower())) or any(
        period.kind == "date" for period in find_periods(bare(text))
    )


def _without_place(text: str) -> str:
    """Return a Vietnamese name without the higher place behind its comma."""
    name, _comma, rest = text.partition(", ")
    return name if _PLACE_VI.match(bare(rest)) and begins_as_body(bare(name)) else text


def _canonical(printed: str, directory: Directory, *, otherwise: str = "") -> str:
    owners = directory.read(printed)
    return owners.names[0] if owners.known and len(owners.names) == 1 else otherwise or printed
