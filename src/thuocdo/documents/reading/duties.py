"""Duties that numbered prose gives to a body become proposals for tasks: who, what, and when if said."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.bodies import begins_as_body
from thuocdo.documents.reading.deadlines import NONE, read_deadline
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.dutyforms import (
    ASSIGNED,
    BEHIND,
    BODY,
    COORDINATE,
    ENGLISH,
    INSTITUTION,
    LEADING,
    MUST,
    PASSIVE,
    STRONG,
    VIETNAMESE,
    WITH_EN,
)
from thuocdo.documents.reading.headedby import Owner, owners_above, tells
from thuocdo.documents.reading.helpers import (
    begins_name,
    is_proper_name,
    led_by,
    names_end,
    ordered_to,
)
from thuocdo.documents.reading.passages import Passage
from thuocdo.documents.reading.saidafter import (
    Clause,
    Time,
    asks_nothing,
    parted,
    time_in,
    time_said,
    times_in,
    without_labelled,
)
from thuocdo.documents.reading.sentences import sentences
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.types import DraftTask

MOST = 0.7
"""No task out of prose is surer than this: a person decides whether it is one."""
_UNKNOWN = 0.5
_NO_DUTY = frozenset({"basis", "aims", "results"})
_LONGEST = 1500
_NEAR = 20
_JOINS = re.compile(r";\s*(?:and|or|và|hoặc)$")
_LEADS = re.compile(r"(?:chủ trì|phối hợp|take the lead|lead|in coordination)\b")


@dataclass(slots=True)
class _Unit:
    """A clause with its bullets, which share a code; `owner` is the body that the heading above names."""

    code: str
    owner: Owner | None = None
    passages: list[Passage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Where a paragraph stands: in a numbered clause, opening it, with labels behind its words."""

    clause: bool
    opens: bool
    labelled: bool


@dataclass(frozen=True, slots=True)
class _Duty:
    """Who does what, in the words of the sentence."""

    who: str
    deed: str
    coordinators: str = ""
    deadline: str = ""
    output: str = ""
    doubts: tuple[Doubt, ...] = ()


def find_tasks(
    passages: Sequence[Passage], directory: Directory
) -> list[tuple[DraftTask, tuple[Doubt, ...]]]:
    """Return a task for each sentence or clause that gives a body a duty, with its doubts."""
    count: Counter[str] = Counter()
    used: set[str] = set()
    found = []
    for passage, duty in _duties(passages, directory):
        code = _code(passage.code, count)
        while code in used:
            code = _code(passage.code, count)
        used.add(code)
        found.append(_task(code, passage, duty, directory))
    return found


def without_labels(passages: Sequence[Passage], directory: Directory) -> list[Passage]:
    """Return the passages without what labels behind duties say: “Sản phẩm: …” sets no aim."""
    found: list[Passage] = []
    for unit in _units(passages, directory):
        labelled = any("output" in parted(passage.text, directory).values for passage in unit.passages)
        bound = labelled and unit.passages[0].stage not in _NO_DUTY and bool(_of_unit(unit, directory))
        for passage in unit.passages:
            text = without_labelled(passage.text, directory) if bound else passage.text
            found.append(replace(passage, text=text))
    return found


def _code(clause: str, count: Counter[str]) -> str:
    """Return the code of the next task of a clause: "IV.2", then "IV.2-2"; outside clauses a number."""
    count[clause] += 1
    if not clause:
        return str(count[clause])
    return clause if count[clause] == 1 else f"{clause}-{count[clause]}"


def _task(
    code: str, passage: Passage, duty: _Duty, directory: Directory
) -> tuple[DraftTask, tuple[Doubt, ...]]:
    leads = directory.read(duty.who, "leads")
    coordinators = directory.read(duty.coordinators, "coordinators")
    deadline, time_doubts = read_deadline(duty.deadline) if duty.deadline else (NONE, ())
    doubts = (Doubt("task_from_prose"), *leads.doubts, *coordinators.doubts, *time_doubts, *duty.doubts)
    if not duty.deadline:
        doubts = (*doubts, Doubt("task_without_time", "deadline_text"))
    sure = MOST if leads.known and duty.deadline else _UNKNOWN
    task = DraftTask(
        code=code,
        title=duty.deed,
        leads=leads.names,
        coordinators=coordinators.names,
        leads_text=duty.who,
        coordinators_text=duty.coordinators or None,
        output=duty.output or None,
        deadline_text=duty.deadline or None,
        deadline=deadline,
        confidence=sure,
        source=passage.place,
    )
    return task, doubts


def _duties(passages: Sequence[Passage], directory: Directory) -> Iterator[tuple[Passage, _Duty]]:
    for unit in _units(passages, directory):
        first = unit.passages[0]
        if first.stage in _NO_DUTY:
            continue
        if labelled := _labelled(unit, directory):
            yield first, labelled
            continue
        # Outside numbered clauses a sentence without a time is only talk.
        found = _of_unit(unit, directory)
        yield from ((place, duty) for place, duty in found if place.code or unit.owner or duty.deadline)


def _of_unit(unit: _Unit, directory: Directory) -> list[tuple[Passage, _Duty]]:
    """Return the duties of a clause, each with what labels and further sentences behind it say."""
    found: list[tuple[Passage, _Duty]] = []
    owner = unit.owner
    for passage in unit.passages:
        clause = parted(passage.text[:_LONGEST], directory)
        if passage.opens and not clause.texts[0]:
            clause = Clause((passage.text[:_LONGEST],))  # a label has words before it
        for number, text in enumerate(clause.texts):
            if only := _only_who(text, directory):
                owner = Owner(only)
                continue
            numbered = _Numbered(bool(passage.code), passage.opens, bool(clause.values))
            spoken = _spoken(text, directory, numbered)
            if not spoken and found and (time := time_said(text)) and time.alone:
                found[-1] = found[-1][0], _timed(found[-1][1], time)
            elif not spoken and owner and tells(passage, text, directory, first=passage is unit.passages[0]):
                spoken = [_owned(owner, text, directory)]
            found += ((passage, duty) for duty in spoken)
            if not number and found and (spoken or not text):
                found[-1] = found[-1][0], _with_values(found[-1][1], clause.values)
    return found


def _owned(owner: Owner, text: str, directory: Directory) -> _Duty:
    """Return the duty of the body that a heading names, in the words of a paragraph below it."""
    small = text[:1].lower() + text[1:]
    duty = _told(owner.who, small if _LEADS.match(small) else text, directory, owner.beside)
    if small.startswith(duty.deed):  # nothing stood before it: the first letter is as the document has it
        duty = replace(duty, deed=text[: len(duty.deed)])
    several = Doubt("deadline_several", "deadline")
    return replace(duty, doubts=(*duty.doubts, several)) if times_in(text) > 1 else duty


def _timed(duty: _Duty, time: Time) -> _Duty:
    """Return a duty with the time that a later sentence names, where its own names none."""
    if duty.deadline:
        return duty
    doubt = Doubt("deadline_of_sentence", "deadline_text", {"printed": time.words})
    return replace(duty, deadline=time.words, doubts=duty.doubts if time.alone else (*duty.doubts, doubt))


def _with_values(duty: _Duty, values: Mapping[str, str]) -> _Duty:
    """Return a duty with what stands behind labels; their time goes before the one in its sentence."""
    time = values.get("deadline", "")
    doubts = duty.doubts
    if time and duty.deadline and read_deadline(time)[0] != read_deadline(duty.deadline)[0]:
        doubts = (*doubts, Doubt("deadline_several", "deadline"))
    return replace(
        duty,
        coordinators=duty.coordinators or values.get("coordinators", ""),
        deadline=time or duty.deadline,
        output=duty.output or values.get("output", ""),
        doubts=doubts,
    )


def _units(passages: Sequence[Passage], directory: Directory) -> list[_Unit]:
    units: list[_Unit] = []
    for passage, owner in zip(passages, owners_above(passages, directory), strict=True):
        begins = not units or not passage.code or units[-1].code != passage.code or passage.opens
        if begins or units[-1].owner != owner:
            units.append(_Unit(passage.code, owner))
        units[-1].passages.append(passage)
    return units


def _labelled(unit: _Unit, directory: Directory) -> _Duty | None:
    """Read a clause that names its lead behind a label: “Lead: X. Deadline: Q3 2025.”."""
    text = "\n".join(passage.text for passage in unit.passages)[: 2 * _LONGEST]
    clause = parted(text, directory)
    values = clause.values
    deed = clause.texts[0].strip(" .;,(*_\n") or values.get("title", "")
    if not deed or not values.get("leads"):
        return None
    return _Duty(
        who=values["leads"],
        deed=deed[:_LONGEST],
        coordinators=values.get("coordinators", ""),
        deadline=values.get("deadline", ""),
        output=values.get("output", ""),
    )


def _only_who(text: str, directory: Directory) -> str:
    """Return the body when the paragraph is only its name and a colon: its duties follow as a list."""
    if not text.rstrip("*_ ").endswith(":"):
        return ""
    who = re.sub(
        r"^(?:[Tt]he\s+|(?:Giao|Đề nghị|Yêu cầu|Assign)\s+(?:the\s+)?)", "", text.strip("*_ ").rstrip(": ")
    )
    who = re.sub(
        r"\s+(?:có trách nhiệm|chịu trách nhiệm|chủ trì|shall|will|must|to|is responsible for)$", "", who
    )
    return who if _is_body(who, directory) else ""


def _spoken(text: str, directory: Directory, numbered: _Numbered) -> list[_Duty]:
    """Return the duties of the sentences that name a body before what it is to do."""
    found: list[_Duty] = []
    for start, end in sentences(text):
        if numbered.clause and (behind := _behind(text[start:end], directory)):
            found.append(behind)
            continue
        told = [duty for part in _parts(text[start:end]) if (duty := _duty(part, directory, numbered))]
        if not told and found and (time := time_said(text[start:end])):
            found[-1] = _timed(found[-1], time)
        found += told
    return found


def _behind(sentence: str, directory: Directory) -> _Duty | None:
    """Return a duty whose bodies stand in brackets behind it: “… (Sở A chủ trì; Sở B phối hợp)”."""
    found = BEHIND.match(sentence)
    if not found or not (directory.knows(found["who"]) or begins_as_body(bare(found["who"]))):
        return None
    return _Duty(
        who=found["who"],
        deed=found["deed"].strip(" ,.;*_"),
        coordinators=(found["with"] or "").strip(),
        deadline=time_in(sentence),
    )


def _duty(part: str, directory: Directory, numbered: _Numbered) -> _Duty | None:
    """Return the duty of a part of a sentence, None where it gives nobody one."""
    found = VIETNAMESE.match(part) or ASSIGNED.match(part) or ENGLISH.match(part)
    who, deed = (found["who"].strip(" ,*_"), found["deed"] or "") if found else ("", "")
    if numbered.clause and (framed := _framed(part, who, deed, directory, numbered)):
        return framed
    if not found or not deed.strip(" :.;*_") or (not numbered.opens and asks_nothing(deed)):
        return None
    beside = found.groupdict().get("with") or ""
    if not _is_body(who, directory):
        between = part[found.end("who") : found.start("deed")]
        bound = numbered.clause and found.re is not VIETNAMESE and is_proper_name(who)
        if not bound or PASSIVE.match(deed) or not (numbered.labelled or MUST.search(between)):
            return None
        return _told(who, deed, directory, beside, part)
    ordered = STRONG.search(part[: found.end("who") + _NEAR]) or part[found.end("who") :].startswith(":")
    if ordered or numbered.labelled or directory.knows(who) or time_in(part):
        return _told(who, deed, directory, beside, part)
    return None


def _framed(part: str, who: str, deed: str, directory: Directory, numbered: _Numbered) -> _Duty | None:
    """Return the duty of a body that only the sentence around its name shows, or shows in its full length."""
    framed = led_by(part)
    if framed and framed[0] != who and not (directory.knows(who) and not directory.knows(framed[0])):
        return _doubtful(_told(*framed, directory, "", part), directory)
    if not deed and (ordered := ordered_to(part, directory, labelled=numbered.opens and numbered.labelled)):
        return _doubtful(_told(*ordered, directory, "", part), directory)
    return None


def _doubtful(duty: _Duty, directory: Directory) -> _Duty:
    """Return a duty with the doubt where the name of its body ends, if nobody knows it."""
    if directory.knows(duty.who):
        return duty
    doubts = (Doubt("name_by_place", name, {"printed": duty.who}) for name in ("leads", "title"))
    return replace(duty, doubts=(*duty.doubts, *doubts))


def _parts(sentence: str) -> list[str]:
    """Return the parts of a sentence that semicolons divide, each beginning with a body of its own."""
    parts: list[str] = []
    for part in sentence.split(";"):
        own = re.match(rf"\s*(?:{BODY})", part) or re.match(r"\s*[Tt]he [A-Z]", part)
        if parts and not own:
            parts[-1] = f"{parts[-1]};{part}"
        else:
            parts.append(part.strip())
    return parts


def _told(who: str, deed: str, directory: Directory, beside: str = "", sentence: str = "") -> _Duty:
    found = COORDINATE.search(deed)
    if found and "phối" in found.group() and not (begins_name(found["who"]) or directory.knows(found["who"])):
        found = None  # “phối hợp nghiên cứu” names nobody
    names, end = (found["who"], found.end("who")) if found else (re.sub(rf"^(?:{WITH_EN})\s+", "", beside), 0)
    doubts: tuple[Doubt, ...] = ()
    if found and "phối" in found.group():
        if deed[end : end + 1] == "," or not directory.knows(names):
            names = _names(deed[found.start("who") :], names, directory)
        end = found.start("who") + len(names)
        if not directory.knows(names):
            params = {"printed": names}
            doubts = tuple(Doubt("name_by_place", name, params) for name in ("coordinators", "title"))
    whole = deed
    if found and not LEADING.sub("", deed[: found.start()].strip(" ,") + " ").strip(" ,"):
        deed = re.sub(r"^[\s,]*(?:to\s+)?", "", deed[end:])
    deed = _JOINS.sub("", deed.strip(" ,;"))
    title = LEADING.sub("", deed).strip(" ,.;*_")[:_LONGEST]
    return _Duty(
        who=who,
        deed=title or whole.strip(" ,.;*_")[:_LONGEST],
        coordinators=re.sub(r"^the\s+", "", names).strip(" ,"),
        deadline=time_in(sentence or whole),
        doubts=doubts,
    )


def _names(text: str, names: str, directory: Directory) -> str:
    """Return the bodies with which the text begins, `names` where nothing shows better where they end."""
    end = names_end(text, directory)
    return text[:end] if end and text[end:].strip(" .,;") else names


def _is_body(who: str, directory: Directory) -> bool:
    """Say whether the words are a known body, or look like the name of one."""
    if not who or len(who) > 260:  # noqa: PLR2004  a list of bodies is no longer than this
        return False
    if directory.knows(who):
        return True
    if re.match(rf"(?:{BODY})", who):
        return len(who.split()) > 1
    return bool(who[:1].isupper() and INSTITUTION.search(bare(who)) and len(who.split()) <= 25)  # noqa: PLR2004
