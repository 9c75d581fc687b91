"""The words of a cell that names bodies: where each stands, where a list breaks, what heads a name."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from thuocdo.documents.reading.bodies import begins_as_body
from thuocdo.documents.reading.spelling import bare

Tokens = tuple[str, ...]

_TOKEN = re.compile(
    r"\n|(?=[acijkpt])\b(?:as well as|along with|together with|in addition to|jointly with|alongside|plus|"
    r"cung voi|phoi hop voi|ket hop voi)\b|\w+(?:'\w+)*|[^\w\s]"
)
_BULLET = re.compile(r"[-+*•▪●◦·–]|\d{1,2}")
_COUNTS = re.compile(r"\d{1,2}|[a-zđ]|[ivx]{1,4}")
_MARK = 3  # words of “(1)”
_ARTICLES = frozenset({"the"})
_AND = "va"
_LEADS = ("chu", "tri")
_SAME = {"&": _AND, "and": _AND} | dict.fromkeys(
    (
        "as well as",
        "along with",
        "together with",
        "in addition to",
        "jointly with",
        "alongside",
        "plus",
        "cung voi",
        "phoi hop voi",
        "ket hop voi",
    ),
    ";",
)
JOINS = frozenset({",", ";", ".", ":", _AND, "/", "+", "-", "|", "•", "▪", "●", "*", "cung"})
"""What may stand between two names."""
ENDS = JOINS - {"-"} | {"(", ")", "["}
"""What may stand behind a whole name."""
BREAKS = frozenset({",", ";", "/", "|", "•", "+"})
"""What ends a name that nobody knows."""
_HEADS = re.compile(
    r"(?:bo|cuc|vu|vien|hoi|ubnd|hdnd|ubmttq|mttq|vp|cac) \w|so (?!hoa|lieu|hoc|sach)\w|uy ban|van phong"
    r"|doan (?:thanh|tncs|tn|dai|luat)|thong ke|hai quan|dang uy|thanh uy"
    r"|trung tam|trung uong|truong \w|dai (?:hoc|truyen|tieng|phat)|hoc vien|ngan hang|tap doan|chi cuc"
    r"|tong (?:cuc|cong|lien|hoi)|cong (?:ty|an)\b|kho bac|lien (?:minh|doan|hiep)|hiep hoi|thanh tra"
    r"|phong (?:van|giao|kinh|thuong)|toa an|don vi|nha (?:may|truong|xuat)|doanh nghiep|dia phuong|to chuc"
    r"|chu dau|benh vien|tinh (?:uy|doan)|dac khu|kiem toan|quy (?:dau|phat|bao|ho)|bao (?:hiem|va)"
    r"|ban (?:dan|quan|to|chi|kinh|tuyen|noi|chinh|co|thi|thuong)"
    r"|ministry|department|dept|office|agency|authority|bureau|council|commission|committee|institute"
    r"|university"
)
_NOUN_OF_BODY = re.compile(
    r"\b(?:ministry|ministries|agency|agencies|authority|authorities|university|universities|treasury|counties"
    r"|(?:department|office|bureau|council|commission|committee|institute|bank|board|union|association|trust"
    r"|corporation|company|partner|partnership|unit|secretariat|directorate|service|foundation|society)s?"
    r"|companies|societies|treasuries|governments)$"
    r"|\b(?:ministry|department|office|agency|bureau|commission|committee|council|board|authority)"
    r" (?:of|for|on)\b"
)
_KINDS = frozenset({"so", "ban", "nganh", "vu", "cuc", "phong", "vien", "truong", "hoi", "doan", "doi", "to"})
_WHOLE = re.compile(
    r"\b(?:governments?|authorit(?:y|ies)|corporations?|compan(?:y|ies)|limited|ltd|inc|plc|leaders|bodies|"
    r"organi[sz]ations|partners|stakeholders|academia|communities|ngos?|csos?|groups|networks?|chambers?|"
    r"hospitals?|schools|colleges|universit(?:y|ies)|councils?|ministr(?:y|ies)|agenc(?:y|ies)|commissions?|"
    r"committees?|boards?|treasur(?:y|ies)|counties|municipalities|districts|provinces|enterprises|unions?|"
    r"associations?|institutes?|departments|offices|police|sector)$"
)
_HEADS_OF_LISTS = re.compile(
    r"(?:bo|so|ban|vu|cuc|uy ban|hoi dong|vien) "
    r"|(?:ministry|department|dept|office|bureau|commission|committee|council|agency|authority|institute|board)"
    r" (?:of|for|on) "
)


_JOINING = frozenset({"and", "the", "of"})
_FIELDS_OF_ONE = re.compile(
    r"\w+(?: \w+)?(?: , \w+(?: \w+)?){0,3} (?:, )?va \w+(?: \w+)?"
    r" (?:department|directorate|division|unit|branch|bureau|office|section|service|group|committee)"
    r"(?= ,|$)"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in words: where each stands in the text, and which ones begin a paragraph.

    In `words` every way of writing “and” is one word, so that spellings compare equal; `plain`
    holds them as printed, without tone marks.
    """

    text: str
    words: Tokens
    plain: Tokens
    spans: tuple[tuple[int, int], ...]
    fresh: frozenset[int]

    def printed(self, start: int, end: int) -> str:
        """Return the words from `start` up to `end` as they are printed, on one line."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]].replace("\n", " ")

    def ends_at(self, place: int) -> bool:
        """Say whether a name may end before the word at `place`."""
        if place >= len(self.words) or self.words[place] in ENDS or place in self.fresh:
            return True
        return self.words[place : place + 2] == _LEADS

    def starts_name(self, place: int) -> bool:
        """Say whether the word at `place` begins a name of its own: a kind of body, or an acronym."""
        if place >= len(self.words):
            return False
        printed = self.printed(place, place + 1)
        if len(printed) > 1 and printed.isupper():
            return True
        end = place
        while end < len(self.words) and end not in self.fresh - {place} and self.words[end] not in ENDS:
            end += 1
        piece = " ".join(self.words[place:end])
        if self.words[place] == "cac" and printed.islower() and not begins_as_body(piece):
            return False  # “Ban Quản lý Khu kinh tế và các khu công nghiệp” is one body
        return bool(_HEADS.match(piece) or _NOUN_OF_BODY.search(piece))

    def begins_within(self, place: int) -> bool:
        """Say whether the line at `place` begins in the middle of a Vietnamese name: small, and no body."""
        end = min((other for other in self.fresh if other > place), default=len(self.words))
        printed, words = self.printed(place, end), " ".join(self.plain[place:end])
        small = printed[:1].islower() and not printed.isascii()
        if not small or self.words[place - 1] in ENDS - {_AND}:
            return False
        return not (self.words[place] in {"cac", _AND} or begins_as_body(words))

    def names_field(self, place: int) -> bool:
        """Say whether Vietnamese words are a field of work and no body: “Xây dựng”."""
        if place + 1 >= len(self.words) or {place - 1, place, place + 1} & self.fresh:
            return False
        field, following = self.printed(place, place + 1), self.printed(place + 1, place + 2)
        tall = field[:1].isupper() and not field.isupper() and following.islower()
        end = self.unknown_end(place)
        other = self.starts_name(place) or begins_as_body(" ".join(self.plain[place:end]))
        return tall and not self.printed(place, end).isascii() and not other

    def after_brackets(self, place: int) -> int:
        """Return where the text goes on behind brackets that open at `place`."""
        if place < len(self.words) and self.words[place] == "(" and ")" in self.words[place:]:
            return self.words.index(")", place) + 1
        return place

    def after_marks(self, place: int) -> int:
        """Return where a name begins behind joining words, bullets, row numbers and articles."""
        count = len(self.words)
        while place < count:
            opens = place == 0 or place in self.fresh
            bullet = opens and bool(_BULLET.fullmatch(self.words[place])) and place + 1 < count
            if after := self._enumerator(place):
                place = after
            elif bullet and self.words[place].isdigit():
                if self.words[place + 1] not in {".", ")"}:
                    return place
                place += 2
            elif label := self._label(place):
                place += label
            elif bullet or self.words[place] in JOINS or self.words[place] in _ARTICLES:
                place += 1
            else:
                return place
        return place

    def _enumerator(self, place: int) -> int:
        """Return where a name begins behind “(1)” or “(a)”, 0 where no such mark stands."""
        mark = self.words[place : place + 3]
        counts = len(mark) == _MARK and mark[0] == "(" and mark[2] == ")" and _COUNTS.fullmatch(mark[1])
        return place + _MARK if counts and place + _MARK < len(self.words) else 0

    def _label(self, place: int) -> int:
        """Return how many words only say that the bodies lead: “Chủ trì:”, or “chủ trì” behind a name."""
        for words in (("co", "quan", *_LEADS), ("don", "vi", *_LEADS), _LEADS, ("lead",)):
            end = place + len(words)
            if self.words[place:end] == words:
                labels = self.words[end : end + 1] == (":",)
                behind = words == _LEADS and place > 0 and self.ends_at(end)
                return len(words) if labels or behind else 0
        return 0

    def unknown_end(self, place: int, alone: Collection[Tokens] = ()) -> int:
        """Return where a name that nobody knows ends: at a mark, or at “and” before another body.

        `alone` are names that stand by themselves elsewhere in the document.
        """
        end = place + 1
        while end < len(self.words) and end not in self.fresh:
            word = self.words[end]
            if self._enumerator(end):
                return end
            if word == "(":
                end = max(self.after_brackets(end), end + 1)
                continue
            if (word in BREAKS or word == _AND) and self._parts_at(place, end, alone):
                return end
            if word == "/" and self._is_tight(end):
                end += 1
                continue
            inside = (
                self._within_list(place, end) or self._goes_on_small(end) or self._is_of_group(place, end)
            ) or (self._shares_noun(place, end, alone) or self._adds_word(place, end, alone))
            if word in BREAKS and not inside and not self._goes_on_tall(place, end):
                return end
            if word == _AND and self._ends_list_at(place, end):
                return end
            end += 1
        return end

    def _is_tight(self, place: int) -> bool:
        """Say whether a stroke stands within words, small ones on both sides and no blank: “a/b”."""
        if not 0 < place < len(self.words) - 1:
            return False
        before, after = self.spans[place - 1], self.spans[place + 1]
        close = before[1] == self.spans[place][0] and after[0] == self.spans[place][1]
        return (
            close and self.text[before[0] : before[1]].islower() and self.text[after[0] : after[1]].islower()
        )

    def _parts_at(self, start: int, place: int, alone: Collection[Tokens]) -> bool:
        """Say whether the words on one side of a mark are a name that stands by itself elsewhere."""
        if not alone:
            return False
        end = place + 1
        while end < len(self.words) and end not in self.fresh and self.words[end] not in {*BREAKS, _AND}:
            end += 1
        if self.words[place + 1 : end] in alone:
            return True
        names_one = self.starts_name(place + 1) or self.words[place] != _AND
        return names_one and self.words[start:place] in alone

    def _ends_list_at(self, start: int, place: int) -> bool:
        """Say whether “and” parts two bodies: both look like one, or the first is whole as it stands."""
        if self.starts_name(place + 1) and self.starts_name(start):
            return True
        before = " ".join(self.words[start:place])
        follows = place + 1 < len(self.words) and self.printed(place + 1, place + 2)[:1].isupper()
        return follows and bool(_WHOLE.search(before)) and not _HEADS_OF_LISTS.match(before + " ")

    def _goes_on_small(self, comma: int) -> bool:
        """Say whether Vietnamese words in small letters behind a comma belong to the name before it."""
        place = comma + 1
        if self.words[comma] != "," or place >= len(self.words) or place in self.fresh:
            return False
        end = min(place + 2, len(self.words))
        printed = self.printed(place, end)
        if self.text.isupper() and self.words[comma - 1] == "tinh":
            return self.words[place:end] == ("thanh", "pho")  # “SỞ Y TẾ CÁC TỈNH, THÀNH PHỐ”
        return printed.islower() and not printed.isascii() and not self.starts_name(place)

    def _shares_noun(self, start: int, comma: int, alone: Collection[Tokens]) -> bool:
        """Say whether fields before a comma share the noun at the end: “Roads, Parks and Piers Unit”.

        No field is a body by itself, nor stands alone elsewhere.
        """
        if self.words[comma] != "," or self.starts_name(start):
            return False
        end = comma + 1
        while end < len(self.words) and end not in self.fresh and self.words[end] not in ENDS - {_AND, ","}:
            end += 1
        printed, fields = self.printed(start, end), " ".join(self.words[start:end])
        if self.words[start:comma] in alone or not printed.isascii():
            return False
        tall = all(
            word[0].isupper() for word in printed.split() if word[0].isalpha() and word not in _JOINING
        )
        found = _FIELDS_OF_ONE.match(fields) if tall else None
        return found is not None and found[0].count(" ") > comma - start

    def _adds_word(self, start: int, plus: int, alone: Collection[Tokens]) -> bool:
        """Say whether a plus stands within an English name, behind one word: “Beef + Lamb Board”."""
        after = plus + 1
        if self.words[plus] != "+" or plus - start != 1 or after + 1 >= len(self.words):
            return False
        first, rest = self.printed(start, plus), self.words[after + 1]
        tall = first.istitle() and self.printed(after, after + 2).istitle() and rest not in ENDS
        near = not {plus, after, after + 1} & self.fresh
        return tall and near and self.words[start:plus] not in alone and not self.starts_name(start)

    def _is_of_group(self, start: int, comma: int) -> bool:
        """Say whether words behind a comma are of the group of “Các …”: “Các phòng, đơn vị”."""
        place = comma + 1
        if self.words[start] != "cac" or self.words[comma] != "," or place >= len(self.words):
            return False
        if place in self.fresh or self.words[place] == "cac":
            return False
        return self.printed(place, place + 1).islower() or self.is_bare_kind(place)

    def is_bare_kind(self, place: int) -> bool:
        """Say whether a kind of body stands without a name, in a capital letter: “Cục thuộc Bộ”."""
        after = place + 1
        alone = after >= len(self.words) or after in self.fresh or self.words[after] in ENDS
        return self.words[place] in _KINDS and (alone or self.printed(after, after + 1).islower())

    def _goes_on_tall(self, start: int, comma: int) -> bool:
        """Say whether Vietnamese words behind a comma, that begin as no body does, end the name before it."""
        place = comma + 1
        if self.words[comma] != "," or place >= len(self.words) or place in self.fresh:
            return False
        end = place
        while end < len(self.words) and end not in self.fresh and self.words[end] not in ENDS:
            end += 1
        if end - place < 2 or self.starts_name(place):  # noqa: PLR2004  a word alone may be a name: “Viettel”
            return False
        printed, before = self.printed(place, end), " ".join(self.words[start:comma])
        small = not printed.isascii() and any(word.islower() for word in printed.split())
        return small and begins_as_body(before) and not begins_as_body(" ".join(self.words[place:end]))

    def _within_list(self, start: int, comma: int) -> bool:
        """Say whether the comma stands within one name, as in “Ministry of A, B and C”."""
        head = " ".join(self.words[start:comma]) + " "
        if self.words[comma] != "," or not _HEADS_OF_LISTS.match(head):
            return False
        place = comma + 1
        while place < len(self.words) and place not in self.fresh and self.words[place] not in BREAKS:
            if self.words[place] == _AND:
                return not self.starts_name(place + 1)
            if place == comma + 1 and self.starts_name(place):
                return False
            place += 1
        following = place < len(self.words) and place not in self.fresh and self.words[place] == ","
        return following and self._within_list(start, place)


def read_cell(text: str) -> Cell:
    """Return the words of a cell."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    fresh: set[int] = set()
    for match in _TOKEN.finditer(bare(text)):
        if match.group() == "\n":
            fresh.add(len(plain))
        else:
            plain.append(match.group())
            spans.append(match.span())
    words = tuple(_SAME.get(word, word) for word in plain)
    return Cell(text, words, tuple(plain), tuple(spans), frozenset(fresh))
