"""The heading of a table: which column holds what, by its words and, where they leave it open, its cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from thuocdo.documents.reading.contents import Contents, Judge
from thuocdo.documents.reading.deadlines import is_deadline, is_only_time
from thuocdo.documents.reading.evidence import weighed
from thuocdo.documents.reading.headings import INDICATOR_HEAD, Role, Sense, is_number_head, senses
from thuocdo.documents.reading.labels import read_label
from thuocdo.documents.reading.parts import HIDDEN
from thuocdo.documents.reading.remaining import take_remaining
from thuocdo.documents.reading.reported import are_reported
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.targets import is_figure
from thuocdo.documents.reading.ticks import is_mark
from thuocdo.documents.reading.yearparts import part_of_year

__all__ = ["Columns", "Judge", "Role", "heads_columns", "is_number_head", "read_columns"]

Kind = Literal["indicators", "tasks"]

_ORDER: tuple[Role, ...] = (
    "number", "title", "unit", "target", "leads", "coordinators", "output", "deadline",
)  # fmt: skip
_ALONE = frozenset(_ORDER) - {"target"} | {"theme", "serves", "status", "result"}
_YEAR = re.compile(r"\b(20\d\d)\b(?:\s*[-–/]\s*(20\d\d)\b)?")
_BASELINE = re.compile(r"hien trang|nam goc|co so|baseline|thuc hien|uoc|actual|current|achieved|\bth\b")
_GOAL = re.compile(r"muc tieu|chi tieu|ke hoach|phan dau|target|goal|lo trinh|den nam|milestone")
_ONLY_YEAR = re.compile(r"(?:(?:den |by )?nam\s*|by )?(?:19|20)\d\d(?:\s*[-/]\s*(?:20)?\d\d)?")
_PARCEL = re.compile(
    r"(?:(?:calendar )?years?|(?:lich |cac quy (?:trong |cua )?|cac thang (?:trong |cua )?)?nam|quy|"
    r"quarter|qtr|q|"
    r"thang|month|m|t)[ .]*(?:20\d\d|[1-4]|i{1,3}|iv|0?[5-9]|1[0-2])|20\d\d"
)
_UNSURE = frozenset({None, "other", "theme", "output", "status", "result", "target"})
_FEWEST = 3
_KNOWN = 0.5
_LONGEST_HEAD = 120
_LOOKED_AT = 40  # cells of a column
_FITS = 0.6
_SOME = 0.3
_MOSTLY = 0.8
_FEW_UNITS = 0.7
_PEOPLE = 2
_TELEPHONE = re.compile(
    r"(?=(?:\D*\d){8,13}\D*$)(?:\+\d|\(?0)\d{1,4}\)?(?:[ .-]?\d{2,7}){1,4}(?:\s*\D{0,8}\d{1,4})?"
)
_OF_PEOPLE = re.compile(
    r"(?:full |contact |officer )?names?(?: of (?:the )?(?:officer|person|contact|focal point|member|staff|"
    r"official|representative|signatory)s?)?|position|(?:job )?title|role|designation|signature|signed|"
    r"date signed|"
    r"(?:(?:desk|office|work|mobile|direct|cell) )?(?:tele)?phone(?: no| number)?|tel|mobile|extension|"
    r"inbox|mailbox|"
    r"(?:work |office )?e-?mail(?: address)?|contact(?: details| numbers?| persons?)?|"
    r"(?:ho(?: va)? ten|ten) (?:can bo|nguoi (?:lien he|phu trach))|thanh vien|vai tro|so may(?: le)?|"
    r"ho(?: va)? ten|chuc vu|chuc danh|chu ky|ky ten|(?:so )?dien thoai(?: co quan| di dong| lien he)?|"
    r"sdt|di dong|"
    r"thu dien tu|"
    r"hop thu(?: dien tu)?|dia chi(?: thu dien tu| email)?|don vi cong tac|can bo dau moi|nguoi lien he"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table in their order.

    `years` holds the year named in a column's head; `by_cells` the places of the columns whose
    cells, not their heading, say what they hold; `unread` the heads of columns that nothing explains.
    """

    kind: Kind
    roles: tuple[Role, ...]
    heads: tuple[str, ...]
    years: tuple[int | None, ...]
    by_cells: tuple[int, ...] = ()
    unread: tuple[str, ...] = ()

    def place(self, role: Role) -> int | None:
        """Return the first column that holds this, None when none does."""
        return self.roles.index(role) if role in self.roles else None

    def horizons(self) -> Iterator[int]:
        """Yield the years that heads of target columns name."""
        for role, year in zip(self.roles, self.years, strict=True):
            if role == "target" and year:
                yield year


def read_columns(heads: Sequence[str]) -> Columns | None:
    """Return what the columns of a heading of single paragraphs hold, the number first.

    A head that says nothing is a second paragraph of the head before it. None when these are no
    heads of a task or indicator table.
    """
    cells: list[str] = []
    for head in heads:
        known = head == HIDDEN or senses(head)
        if not known and len(cells) > 1 and cells[-1] != HIDDEN:
            cells[-1] = f"{cells[-1]} {head}"
            continue
        cells.append(head)
    if not cells or not is_number_head(cells[0]):
        return None
    return assign([(cell,) for cell in cells])


def heads_columns(texts: Sequence[str]) -> bool:
    """Say whether a row holds words for columns: short ones, most of them known, and no time or number."""
    cells = set(filter(None, texts))
    if len(cells) < _FEWEST or any(len(text) > _LONGEST_HEAD for text in cells):
        return False
    parcels = {text for text in cells if _PARCEL.fullmatch(bare(text).strip(" .:()")) or part_of_year(text)}
    rest = cells - parcels if len(parcels) > 1 else cells  # columns of a calendar
    if any(is_row_label(text) for text in rest):
        return False
    if any(is_number_head(text) for text in rest):
        # Whatever the other heads say: the cells below may show what they hold.
        return not any(is_figure(text) and not _YEAR.search(text) for text in rest)
    if any(map(is_mark, rest)):
        return False
    if any(is_only_time(text) and not (may_head_figures(text) or heads_times(text)) for text in rest):
        return False
    return bool(rest) and sum(bool(senses(text)) for text in rest) / len(rest) >= _KNOWN


def is_row_label(text: str) -> bool:
    """Say whether a text is the label of a row; “KH 2028” looks like one and heads a column."""
    label = read_label(text)
    if label is None:
        return False
    return not ((label.form == "printed" or _YEAR.search(text)) and may_head_figures(text))


def may_head_figures(text: str) -> bool:
    """Say whether words with a year in them head a column, and are no time themselves."""
    return is_year(text) or any(sense.roles[0] not in {"deadline", "leads"} for sense in senses(text))


def heads_times(text: str) -> bool:
    """Say whether words with a year head times: without the year they are none, as in “When (2026)”."""
    rest = _YEAR.sub("", text).strip(" ()[]:–-,")
    return rest != text and bool(senses(rest)) and not is_deadline(rest)


def is_year(text: str) -> bool:
    """Say whether a text is a year or two, as they stand over columns of targets."""
    return bool(_ONLY_YEAR.fullmatch(bare(text)))


def assign(
    heads: Sequence[Sequence[str]],
    samples: Sequence[Sequence[str]] = (),
    knows: Judge | None = None,
) -> Columns | None:
    """Return what the columns hold; each head is its levels from above down, each sample cells below it.

    None when no column holds what is to be done or reached, or too few are known.
    """
    if _lists_people(heads, samples):
        return None
    levels = [tuple(dict.fromkeys(filter(None, texts))) for texts in heads]
    deal = _Deal(levels, Contents(levels, samples, knows))
    roles = deal.roles()
    known = sum(role not in {None, "other", "note"} for role in roles)
    if "title" not in roles or known < _FEWEST:
        return None
    return _columns(deal, roles)


def heads_people(texts: Sequence[str]) -> bool:
    """Say whether a row heads a list of persons: who to reach, who signs."""
    return sum(bool(_OF_PEOPLE.fullmatch(bare(text).strip(" .:"))) for text in set(texts)) >= _PEOPLE


def _lists_people(heads: Sequence[Sequence[str]], samples: Sequence[Sequence[str]]) -> bool:
    """Say whether a table lists persons and how to reach them, or their signatures."""
    if heads_people([" ".join(levels) for levels in heads]):
        return True
    return any(
        2 * sum(map(_reaches, cells[:_LOOKED_AT])) > len(list(filter(None, cells[:_LOOKED_AT])))
        for cells in samples
    )


def _reaches(text: str) -> bool:
    """Say whether a cell is the address or the telephone number of somebody."""
    return "@" in text or bool(_TELEPHONE.fullmatch(text))


def _columns(deal: "_Deal", found: list[Role | None]) -> Columns | None:
    roles: list[Role] = [role or "other" for role in found]
    title = bare(" ".join(deal.heads[roles.index("title")]))
    indicator = bool(INDICATOR_HEAD.search(title))
    goal = "target" in roles
    figures = goal or bool({"output", "result"} & set(roles))
    yearly = any(role == "target" and _year(levels) for role, levels in zip(roles, deal.heads, strict=True))
    timed = bool({"deadline", "output"} & set(roles))
    indicators = (
        ("unit" in roles and figures)
        or (indicator and figures and not deal.times_by_words(roles))
        or (yearly and not timed)
        or (deal.contents.shows_figures and "deadline" not in roles)
        or (goal and "baseline" in roles and not timed)
    )
    if indicators and goal and not indicator and {"deadline", "output"} <= set(roles):
        indicators = False
    if indicators and not goal:
        _results_as_targets(deal.heads, roles)
    if not indicators and goal and "output" not in roles and not yearly:
        _goals_as_outputs(roles, deal)
    needed: set[Role] = (
        {"target"} if indicators else {"leads", "deadline", "output", "coordinators", "status"}
    )
    if not needed & set(roles):
        return None
    texts = tuple("\n".join(levels) for levels in deal.heads)
    years = tuple(
        _year(levels) if role in {"target", "baseline"} else None
        for levels, role in zip(deal.heads, roles, strict=True)
    )
    kind: Kind = "indicators" if indicators else "tasks"
    return Columns(kind, tuple(roles), texts, years, tuple(sorted(deal.contents.guessed)), deal.unread(found))


def _results_as_targets(heads: Sequence[Sequence[str]], roles: list[Role]) -> None:
    """Take “results” of indicators for their targets; of several the one with the earliest year is past."""
    places = [place for place, role in enumerate(roles) if role in {"output", "result"}]
    years = {place: _year(heads[place]) for place in places}
    past = [place for place in places if years[place]]
    for place in places:
        roles[place] = "target"
    if len(places) > 1 and past:
        roles[min(past, key=lambda place: years[place] or 0)] = "baseline"


def _goals_as_outputs(roles: list[Role], deal: "_Deal") -> None:
    """Take the only goal that a table of tasks sets, beside bodies and times, for what each brings forth."""
    places = [place for place, role in enumerate(roles) if role == "target"]
    if len(places) == 1 and {"leads", "deadline"} <= set(roles):
        roles[places[0]] = "output"
        deal.contents.guessed.add(places[0])


def _year(levels: Sequence[str]) -> int | None:
    for text in reversed(levels):
        if found := _YEAR.search(text):
            return int(found[2] or found[1])
    return None


@dataclass(slots=True)
class _Deal:
    """Deals roles to columns: the surest heading first, each role that stands alone only once."""

    heads: Sequence[tuple[str, ...]]
    contents: Contents

    def roles(self) -> list[Role | None]:
        """Return the role of each column, None for one that is not known."""
        roles: list[Role | None] = [None] * len(self.heads)
        open_ = {place: wish for place in range(len(roles)) if (wish := _by_words(self.heads[place]))}
        open_ = weighed(open_, self.contents)
        wishes = dict(open_)
        if self._first_counts(open_):
            roles[0] = "number"
            open_.pop(0, None)
        while open_:
            place = max(open_, key=lambda place: (open_[place][0].surely, -place))
            sense = open_[place][0]
            role = self._choose(place, sense)
            if role in _ALONE and role in roles and not self._same_head(place, roles.index(role)):
                rest = tuple(other for other in sense.roles if other != role)
                open_[place] = ((Sense(rest, 0),) if rest else ()) + open_[place][1:]
            else:
                roles[place] = role
                open_[place] = ()
            if not open_[place]:
                del open_[place]
        for place, levels in enumerate(self.heads):
            if levels == (HIDDEN,):
                roles[place] = _hidden_role(roles, place)
        self._number_without_head(roles)
        self._second_owners(roles, wishes)
        self._planned_results(roles, wishes)
        self.contents.fill(roles)
        if "title" not in roles:
            self.contents.find_title(roles)
            self._planned_results(roles, wishes)
        take_remaining(roles, self.contents)
        return roles

    def _second_owners(self, roles: list[Role | None], wishes: Mapping[int, Sequence[Sense]]) -> None:
        """Let a second column of bodies be those who help, where no other one is."""
        for place, wish in wishes.items():
            if roles[place] is None and wish[0].roles[0] == "leads" and "coordinators" not in roles:
                roles[place] = "coordinators"
                self.contents.guessed.add(place)

    def _planned_results(self, roles: list[Role | None], wishes: Mapping[int, Sequence[Sense]]) -> None:
        """Take results for outputs where no column says how far the work is, and no cell reports."""
        place = roles.index("result") if "result" in roles else -1
        if place < 0 or {"output", "status"} & {*roles} or not wishes.get(place):
            return
        may_come = any("output" in sense.roles for sense in wishes[place])
        if may_come and any(self.contents.cells(place)) and not are_reported(self.contents.cells(place)):
            roles[place] = "output"
            self.contents.guessed.add(place)

    def times_by_words(self, roles: Sequence[Role | None]) -> bool:
        """Say whether a heading, not only its cells, speaks of the time of rows."""
        return any(
            role == "deadline" and place not in self.contents.guessed for place, role in enumerate(roles)
        )

    def unread(self, roles: Sequence[Role | None]) -> tuple[str, ...]:
        """Return the heads of columns that hold something and were given no role."""
        return tuple(
            " ".join(self.heads[place]).replace("\n", " ") or "—"
            for place, role in enumerate(roles)
            if role is None and any(text not in {"", "-"} for text in self.contents.cells(place))
        )

    def _first_counts(self, wishes: Mapping[int, Sequence[Sense]]) -> bool:
        """Say whether the first column counts the rows, whatever its head says and where no other does."""
        cells = [text for text in self.contents.cells(0) if text]
        if len(set(cells)) < _FEWEST or any(sense[0].roles[0] == "number" for sense in wishes.values()):
            return False
        return sum(map(_is_label, cells)) >= _MOSTLY * len(cells)

    def _number_without_head(self, roles: list[Role | None]) -> None:
        """Find the column of row numbers whose head is left empty."""
        if "number" in roles:
            return
        for place, levels in enumerate(self.heads):
            cells = [text for text in self.contents.cells(place) if text]
            needed = _FITS if not levels else 1.0 if place == 0 and roles[place] != "title" else 2.0
            if cells and sum(map(_is_label, cells)) >= needed * len(cells):
                roles[place] = "number"
                return

    def _same_head(self, place: int, other: int) -> bool:
        """Say whether one merged head stands over both columns."""
        return self.heads[place] == self.heads[other] and place == other + 1

    def _choose(self, place: int, sense: Sense) -> Role:
        """Return the first of several roles, unless the cells below show another one."""
        first = sense.roles[0]
        fit = self.contents.fit(place, first)
        if len(sense.roles) == 1 or fit is None or fit >= _SOME:
            return first
        fits = (
            role
            for role in sense.roles[1:]
            if _is_free(role) or (self.contents.fit(place, role) or 0) >= _FITS
        )
        return next(fits, first)


def _is_label(text: str) -> bool:
    return read_label(text) is not None


def _is_free(role: str) -> bool:
    """Say whether what stands in such cells cannot be seen from them."""
    return role in {"theme", "status", "result", "output", "title"}


def _by_words(levels: Sequence[str]) -> tuple[Sense, ...]:
    """Read the lowest level of a head; what stands above completes it."""
    if not levels:
        return ()
    above = bare(" ".join(levels[:-1]))
    lowest = senses(levels[-1])
    goal = bool(lowest) and "target" in lowest[0].roles
    if goal and _YEAR.search(levels[-1]):
        lowest = (Sense(("target",), lowest[0].surely),)
    if above and goal and _BASELINE.search(above) and not _GOAL.search(above):
        return (Sense(("baseline",), lowest[0].surely),)
    return lowest or senses(" ".join(levels))


def _hidden_role(roles: Sequence[Role | None], place: int) -> Role | None:
    """Return what a column with a hidden head holds: what usually stands between its neighbours."""
    before = [_ORDER.index(role) for role in roles[:place] if role in _ORDER]
    after = [_ORDER.index(role) for role in roles[place + 1 :] if role in _ORDER]
    between = _ORDER[max(before, default=-1) + 1 : min(after, default=len(_ORDER))]
    return next((role for role in between if role not in roles), None)
