"""What a task asks for, proposed from its words: required parts with their proof, mode and rhythm."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thuocdo.core.text import clean, fold
from thuocdo.programme.drafted import TaskWords
from thuocdo.programme.making import short_name
from thuocdo.programme.types import Component, DeadlineKind, Mode, Need, Register, Rhythm

_NOUNS: tuple[tuple[str, Need], ...] = (
    (r"ho so|dossier", Need.DOSSIER),
    (r"(ban |de an |van ban )?(de xuat|kien nghi)|proposal", Need.PROPOSAL),
    (r"bao cao|report", Need.REPORT),
    (r"(du an )?luat|law\b", Need.LAW),
    (
        r"nghi quyet (cua )?(quoc hoi|uy ban thuong vu)|(national )?assembly resolution",
        Need.ASSEMBLY_RESOLUTION,
    ),
    (r"nghi quyet|(government )?resolution", Need.GOVERNMENT_RESOLUTION),
    (r"nghi dinh|(government )?decree", Need.DECREE),
    (
        r"quyet dinh (cua )?(thu tuong|ttg)|(prime minister.s? decision|decision of the prime)",
        Need.PM_DECISION,
    ),
    (
        r"quyet dinh (cua )?bo( truong)?\b|minister.s decision|decision of the minister",
        Need.MINISTER_DECISION,
    ),
    (r"quyet dinh (phe duyet|ban hanh) (de an|chuong trinh|chien luoc)", Need.APPROVED_SCHEME),
    (r"quyet dinh (phe duyet|ban hanh) ke hoach", Need.PLAN),
    (r"quyet dinh|van ban cua cap co tham quyen|decision", Need.COMPETENT_DECISION),
    (r"van ban huong dan|huong dan|(official letter|guidance|guideline)", Need.GUIDANCE),
    (r"thong tu|van ban (quy pham|phap luat)|co che|chinh sach|quy dinh|quy che", Need.NORMATIVE_ACT),
    (r"circular|legal (act|document)|regulation|policy|mechanism", Need.NORMATIVE_ACT),
    (r"ke hoach|(work |action )?plan\b", Need.PLAN),
    (r"(de an|chuong trinh|chien luoc)|(scheme|programme|program|strategy|project)\b", Need.APPROVED_SCHEME),
    (r"(bo )?(tieu chuan|quy chuan)|(technical )?standard", Need.STANDARD),
    (r"(bo )?(tieu chi|chi so)|(set of )?(criteria|indicators)", Need.COMPETENT_DECISION),
    (r"(danh muc|bai toan)|ket qua .*cong bo|(published )?list\b", Need.PUBLISHED_LIST),
    (r"(thoa thuan|hiep dinh|bien ban)|(agreement|memorandum)", Need.AGREEMENT),
    (r"(co )?(ty le|so luong)|(share|rate|number) of", Need.FIGURE),
    (r"nen tang|he thong|co so|trung tam|cong cu|giai phap|phan mem|ung dung|dich vu|ha tang", Need.RUNNING),
    (r"(cong|phong|san|mang|khu|quy|kho|tuyen|vuon|ban do)\b", Need.RUNNING),
    (r"(online )?(platform|system|database|cent(re|er)|tool|software|application|portal)", Need.RUNNING),
    (r"(online )?(infrastructure|network|service|facilit)", Need.RUNNING),
)
"""The first noun of an output decides (domain.md, matching evidence); the first pattern that fits."""

_PAPER = frozenset(
    {
        Need.PM_DECISION, Need.COMPETENT_DECISION, Need.MINISTER_DECISION, Need.APPROVED_SCHEME, Need.PLAN,
        Need.GOVERNMENT_RESOLUTION, Need.NORMATIVE_ACT,
    }
)  # fmt: skip
_CENTRAL = frozenset(
    {Need.LAW, Need.ASSEMBLY_RESOLUTION, Need.DECREE, Need.GOVERNMENT_RESOLUTION, Need.PM_DECISION}
)
_VERBS = (
    r"xay dung|ban hanh|hoan thien|hoan thanh|lap|trinh|phe duyet|nghien cuu|ra soat|phat trien"
    r"|thiet lap|hinh thanh|thuc day|day manh|to chuc"
)
_RUN = r"(to chuc )?(trien khai|khai thac|van hanh|dua vao|thuc hien)"
_RUNNING = re.compile(rf"^({_VERBS})?[^.;]{{0,90}}?(^|, |,| va |/){_RUN}\b(?! (huong dan|quy dinh))")
_VERBS_FIRST = re.compile(rf"^(({_VERBS}|{_RUN}|sua doi|bo sung|hoac|thay the)(, | va |,)? ?)+")
_RUNNING_EN = re.compile(r"\b(and|,) (implement|operate|roll out|launch|put into)")
_AT_LEAST = re.compile(r"(?:it nhat|toi thieu|at least) (\d+)")
_FIGURE = re.compile(r"\d+([.,]\d+)? ?%")
_ITEM = re.compile(r"^\s*(?:[-–•+]|\(\d+\)|\d+[.)])\s+(?P<words>\S.*)$", re.MULTILINE)
_SPLIT = re.compile(r"\s*[;,\n]\s*|\s+và\s+|\s+and\s+")
_BEFORE_NOUN = re.compile(r"^((cac|nhung|mot so|hoan thanh|hoan thien|xay dung|the) )+")
_MOST_ITEMS = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal of what a task asks for; two people accept it with the rest of the reading."""

    components: tuple[Component, ...]
    mode: Mode
    rhythm: Rhythm
    minimum: int = 1
    unmeasurable: str = ""


def asked(words: TaskWords, register: Register) -> Asked:
    """Return what the output cell (or, where it is blank, the title) asks for.

    A running verb at the head of the title is a part of its own, and so is each item of a list in
    it. Where no rule names the proof, a verifier decides. With neither output nor date nothing can
    be measured.
    """
    if words.output is None and words.deadline.kind is DeadlineKind.NONE:
        return Asked((), Mode.ONE_FOR_ALL, Rhythm.ONCE, unmeasurable="no_output_no_date")
    parts = tuple(
        Component(chr(ord("a") + place), part.any_of, part.name_vi, part.name_en, part.minimum,
                  part.check_person, part.read_from)
        for place, part in enumerate(_parts(words))
    )  # fmt: skip
    minimum = max(part.minimum for part in parts)
    return Asked(parts, _mode(words, parts, register), rhythm(words.deadline.kind), minimum)


def rhythm(kind: DeadlineKind) -> Rhythm:
    """Return how often a task with such a deadline is delivered."""
    if kind in {DeadlineKind.ONGOING, DeadlineKind.OPEN_FROM}:
        return Rhythm.EACH_CYCLE
    return Rhythm.EACH_YEAR if kind is DeadlineKind.ANNUAL else Rhythm.ONCE


def _parts(words: TaskWords) -> list[Component]:
    if words.output is None:
        return [*_listed(words, ())] or [_from_title(words.title)]
    found = [_part(text, "output") for text in _pieces(words.output)]
    if len(found) == 1:
        several = [*_listed(words, found[0].any_of)] or [*_named(words.title, found[0].any_of)]
        if several:
            return several
    if _runs(words.title) and all(need in _PAPER for part in found for need in part.any_of):
        found.append(_component((Need.RUNNING,), words.title, "title"))
    return found


def _pieces(output: str) -> Iterator[str]:
    """Yield the outputs that a cell joins: a piece stands alone where a known noun begins it."""
    start = 0
    for match in _SPLIT.finditer(output):
        if _need(output[match.end() :]) is not None and _need(output[start : match.start()]) is not None:
            yield output[start : match.start()]
            start = match.end()
    yield output[start:]


def _part(text: str, read_from: str) -> Component:
    """Return one part; “/” between nouns means that either will do."""
    needs = [need for each in text.split("/") if (need := _need(each)) is not None]
    least = _AT_LEAST.search(fold(text))
    if not needs and (_FIGURE.search(text) or least):
        needs = [Need.FIGURE]
    return _component(tuple(dict.fromkeys(needs)), text, read_from, int(least[1]) if least else 1)


def _component(any_of: tuple[Need, ...], text: str, read_from: str, minimum: int = 1) -> Component:
    name, person = short_name(clean(text)), not any_of
    return Component("", any_of or (Need.PERSON,), name, name, minimum, person, read_from)


def _from_title(title: str) -> Component:
    """Return what the title of a task with a blank output names: its object, or that it runs."""
    need = Need.RUNNING if _runs(title) else _need(_after_verbs(title))
    return _component(() if need is None else (need,), title, "title")


def _listed(words: TaskWords, any_of: tuple[Need, ...]) -> Iterator[Component]:
    """Yield the items that the title lists on lines of their own; two at least make a list."""
    items = [match["words"] for match in _ITEM.finditer(words.title)]
    if not 1 < len(items) <= _MOST_ITEMS:
        return
    for item in items:
        own = _need(item)
        yield _component((own,) if own else any_of, item, "output" if any_of else "title")


def _named(title: str, any_of: tuple[Need, ...]) -> Iterator[Component]:
    """Yield the acts that the title names one by one, where the output is one such act: “Luật A; Luật B”."""
    if not _CENTRAL.intersection(any_of):
        return
    named = [text for text in _SPLIT.split(title) if _need(_after_verbs(text)) in any_of]
    if 1 < len(named) <= _MOST_ITEMS:
        yield from (_component(any_of, text, "output") for text in named)


def _after_verbs(text: str) -> str:
    return _VERBS_FIRST.sub("", fold(text))


def _runs(title: str) -> bool:
    words = fold(title.split("\n", 1)[0])
    return bool(_RUNNING.search(words) or _RUNNING_EN.search(words[:120]))


def _need(text: str) -> Need | None:
    words = _BEFORE_NOUN.sub("", fold(text).strip(" -–•.“\"'"))
    for pattern, need in _NOUNS:
        if re.match(pattern, words):
            return need
    return None


def _mode(words: TaskWords, parts: tuple[Component, ...], register: Register) -> Mode:
    """Return who must deliver: a central act is one for all, what each can make alone is each lead's."""
    if len(parts) == 1 and parts[0].minimum > 1:
        return Mode.AT_LEAST
    groups = {group.code for group in register.groups}
    central = parts[0].any_of[0] in _CENTRAL
    if not central and groups & set(words.leads):
        return Mode.EACH_LEAD
    return Mode.EVERY_COMPONENT if len(parts) > 1 else Mode.ONE_FOR_ALL
