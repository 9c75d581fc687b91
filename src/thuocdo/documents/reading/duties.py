"""Duties that numbered prose gives to a body become proposals for tasks: who, what, and when if said."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.deadlines import NONE, read_deadline
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.passages import Passage
from thuocdo.documents.reading.periods import find_periods
from thuocdo.documents.reading.sentences import sentences
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.types import DraftTask

MOST = 0.7
"""No task out of prose is surer than this: a person decides whether it is one."""
_UNKNOWN = 0.5
_VERBS = (
    r"chủ trì|có trách nhiệm|chịu trách nhiệm|lãnh đạo|chỉ đạo|phối hợp|khẩn trương|tham mưu|thực hiện|"
    r"xây dựng|"
    r"ban hành|trình|tổ chức(?! (?:chính trị|xã hội|đoàn thể|liên quan|đảng|có |chịu |khác|cá nhân|nghề)|,)|"
    r"hướng dẫn|theo dõi|rà soát|nghiên cứu|báo cáo|hoàn thiện|hoàn thành|bố trí|đề xuất|"
    r"triển khai|tiếp tục|cân đối|bảo đảm|đảm bảo|đẩy mạnh|kiểm tra|giám sát|đôn đốc|tăng cường|chủ động|"
    r"căn cứ|"
    r"quyết định|phê duyệt|thành lập|cụ thể hóa|cụ thể hoá|quán triệt|đưa|cung cấp|công bố|hỗ trợ|tổng hợp|"
    r"sửa đổi|quy định|lập|phân bổ|tuyên truyền|phổ biến|làm đầu mối|là đầu mối|phát triển|nâng cấp|"
    r"thể chế hoá|thể chế hóa|góp ý|tham gia|cùng|phải|cần|sẽ"
)
_BODY = (
    r"(?:Bộ|Sở|Ban|Phòng|Hội|Cục|Vụ|Đoàn|Đài|Quỹ) (?=[A-ZÀ-ỸĐ])|(?:Các|các) (?:bộ|sở|ban|cơ quan|đơn vị|"
    r"địa phương|"
    r"tỉnh|huyện|xã|doanh nghiệp nhà nước|tổ chức chính trị)|Ủy ban|Uỷ ban|UBND|HĐND|Văn phòng|Hội đồng|"
    r"Ngân hàng|"
    r"Viện (?=[A-ZÀ-ỸĐ])|Công an|Tổng cục|Chi cục|Thủ tướng|Chính phủ|Quốc hội|Chủ tịch|Thủ trưởng|"
    r"Người đứng đầu|Giám đốc|"
    r"Tòa án|Toà án|Mặt trận|Đảng (?:đoàn|ủy|uỷ)|Ban cán sự|Tập đoàn|Tổng công ty|Trung tâm (?=[A-ZÀ-ỸĐ])|"
    r"Kho bạc|Thanh tra|"
    r"Liên đoàn|Liên hiệp|Bảo hiểm|Thành ủy|Tỉnh ủy|Trường (?=[A-ZÀ-ỸĐ])|Đại học|Học viện|Cơ quan|Thống kê|"
    r"Bộ trưởng|Sở, |Bộ, "
)
_VIETNAMESE = re.compile(
    rf"^(?:[^.;:]{{0,60}}?\b(?:[Gg]iao(?: cho)?|[Yy]êu cầu|[Đđ]ề nghị|"
    rf"[Pp]hân công)\s+)?(?P<who>(?:{_BODY})[^.;:]{{0,220}}?)"
    rf"(?:\s*:\s*|,?\s+(?=(?:{_VERBS})\b))(?P<deed>\S.*)?$",
    re.DOTALL,
)
_INSTITUTION = re.compile(
    r"\b(?:ministr|minister|department|agenc|office|commission|committee|council|authorit|bureau|bank|"
    r"institute|"
    r"directorate|secretariat|board|cent(?:er|re)s?\b|universit|government|inspectorate|provinces|localities|"
    r"heads of|corporation|treasury|court|assembly|delegation|front\b|union|police|municipalit|county|"
    r"governor|mayor|"
    r"politburo|administration|association|chairpersons?|directors?|service\b)"
)
_WITH_EN = (
    r"in (?:close )?(?:coordination|collaboration|cooperation|consultation|partnership|conjunction) with|"
    r"together with"
)
_ENGLISH = re.compile(
    rf"^(?:(?:[^.;:]{{0,60}}?\b)?(?:[Aa]ssigns?|[Dd]irects?|[Rr]equests?|[Rr]equires?|[Ii]nstructs?|"
    rf"[Tt]asks?)\s+)?"
    rf"(?:[Tt]he\s+)?(?P<who>[A-Z][^.;:]{{1,200}}?)(?:,?\s+(?P<with>(?:{_WITH_EN})\s+[^.;]{{2,300}}?))?,?"
    r"(?:\s*:\s*|\s+(?:shall|will|must)\b,?\s*|\s+(?:(?:is|are) (?:responsible for|assigned to|"
    r"tasked (?:with|to)|required to|directed to|"
    r"requested to)|takes? the lead(?: in)?|leads?)\s+)(?P<deed>\S.*)?$",
    re.DOTALL,
)
_STILL_BODIES = (
    r"(?:các|những|một số|và|cơ quan|địa phương|bộ|ngành|sở|đơn vị|tỉnh|doanh nghiệp|tổ chức|ủy ban|uỷ ban|"
    r"the|and|relevant|other|local|provincial|ministr|agenc|concerned|people)"
)
_ASSIGNED = re.compile(
    r"^[^.;:]{0,60}?\b(?:[Aa]ssigns?|[Dd]irects?|[Rr]equests?|[Rr]equires?|[Ii]nstructs?|"
    r"[Tt]asks?)\s+(?:[Tt]he\s+)?"
    r"(?P<who>[A-Z][^.;:]{1,200}?)\s+(?:to|with)\s+(?P<deed>\S.*)$",
    re.DOTALL,
)
_STRONG = re.compile(
    r"chủ trì|có trách nhiệm|chịu trách nhiệm|\b[Gg]iao\b|[Pp]hân công|[Yy]êu cầu|[Đđ]ề nghị|\bshall\b|"
    r"responsible|"
    r"\btake the lead|[Aa]ssign|[Ii]nstruct|tasked|directed to"
)
_COORDINATE = re.compile(
    rf"(?:,\s*|\b)(?:(?:chủ trì,?\s*)?phối hợp(?: chặt chẽ)?(?: với| cùng)?|"
    rf"{_WITH_EN})\s+(?P<who>[^.;:]{{2,300}}?)"
    rf"(?=\s*(?:,\s*(?:{_VERBS}|to|shall|will|and\b(?! [A-Z]))\b|\s(?:{_VERBS}|để|trong việc)\b|"
    rf",\s+(?=[a-z])(?!{_STILL_BODIES})|,?\s+to\s|[.;:]|$))"
)
_LEADING = re.compile(
    r"^(?:chủ trì(?:,)?\s*|có trách nhiệm\s*|chịu trách nhiệm\s*(?:về\s+)?|"
    r"take the lead,?\s*(?:in\s+)?(?:and\s+)?|be responsible for\s+|"
    r"lead(?: in)?,?\s+(?:and\s+)?)+"
)
_LABELS = (
    (
        "leads",
        (
            r"(?:cơ quan|đơn vị)?\s*chủ trì(?: thực hiện)?|đơn vị thực hiện|cơ quan thực hiện|"
            r"lead(?:ing)?(?: agency| body)?|responsible(?: agency| body)?|owner"
        ),
    ),
    (
        "coordinators",
        (
            r"(?:cơ quan|đơn vị)?\s*phối hợp|co-?ordinat(?:ion|ors?|ing agenc(?:y|ies)|ing)|"
            r"support(?:ing)?(?: agenc(?:y|ies))?|in coordination with"
        ),
    ),
    (
        "deadline",
        (
            r"thời (?:gian|hạn)(?: hoàn thành| thực hiện)?|hạn hoàn thành|hoàn thành|tiến độ|deadline|"
            r"due(?: date)?|time(?:line|frame)?|completion|to be completed"
        ),
    ),
    ("output", r"sản phẩm|kết quả(?: đầu ra)?|outputs?|deliverables?|results?|product"),
)
_LABEL = re.compile(
    r"(?:^|[.;(\n]\s*|\s[-–]\s+|,\s*)(?:[-–*_+•]\s*)*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS)
    + r")\s*[*_]*:[*_]*\s*",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"(?:\b(?:hoàn thành|xong|chậm nhất(?: là)?|muộn nhất(?: là)?|trước|trong|vào|đến|thời hạn|hạn|by|before|"
    r"in|within|no later than|until|"
    r"during|deadline)\s+(?:(?:ngày|tháng|năm|quý|hết|cuối|đầu|the|end|of|is|là|khoảng|thời gian)\s+)*)$",
    re.IGNORECASE,
)
_RHYTHM = re.compile(
    r"\b(?:định kỳ (?:hằng |hàng |mỗi )?[^,;.]{2,25}?(?:tháng|năm|quý)(?: một lần)?|(?:hằng|hàng) (?:tháng|"
    r"quý|năm)(?=[,;. ]*(?:báo cáo|tổng hợp|$))|"
    r"every (?:six|three|two|\d+) months|every (?:year|quarter|month)|quarterly|annually|monthly|"
    r"twice a year|each (?:year|quarter|month))\b",
    re.IGNORECASE,
)
_NO_DUTY = frozenset({"basis", "aims", "results"})
_LONGEST = 1500
_LONGEST_LIST = 200
_NEAR = 20


@dataclass(slots=True)
class _Unit:
    """A clause with its bullets: the paragraphs that share a code."""

    code: str
    passages: list[Passage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Duty:
    """Who does what, in the words of the sentence."""

    who: str
    deed: str
    coordinators: str = ""
    deadline: str = ""
    output: str = ""


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
    doubts = (Doubt("task_from_prose"), *leads.doubts, *coordinators.doubts, *time_doubts)
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
    for unit in _units(passages):
        first = unit.passages[0]
        if first.stage in _NO_DUTY:
            continue
        if labelled := _labelled(unit):
            yield first, labelled
            continue
        whose = ""
        for passage in unit.passages:
            text = passage.text[:_LONGEST]
            if only := _only_who(text, directory):
                whose = only
                continue
            spoken = list(_spoken(text, directory))
            if not spoken and whose:
                spoken = [_told(whose, text, directory)]
            # Outside numbered clauses a sentence without a time is only talk.
            yield from ((passage, duty) for duty in spoken if passage.code or duty.deadline)


def _units(passages: Sequence[Passage]) -> list[_Unit]:
    units: list[_Unit] = []
    for passage in passages:
        if not units or not passage.code or units[-1].code != passage.code or passage.opens:
            units.append(_Unit(passage.code))
        units[-1].passages.append(passage)
    return units


def _labelled(unit: _Unit) -> _Duty | None:
    """Read a clause that names its lead behind a label: “Lead: X. Deadline: Q3 2025.”."""
    text = "\n".join(passage.text for passage in unit.passages)[: 2 * _LONGEST]
    labels = list(_LABEL.finditer(text))
    values: dict[str, str] = {}
    for number, label in enumerate(labels):
        end = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        value = text[label.end() : end].split("\n")[0].strip(" .;,()*_")
        values.setdefault(label.lastgroup or "", value)
    deed = text[: labels[0].start()].strip(" .;,(*_\n") if labels else ""
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


def _spoken(text: str, directory: Directory) -> Iterator[_Duty]:
    """Yield the duties of the sentences that name a body before what it is to do."""
    for start, end in sentences(text):
        for part in _parts(text[start:end]):
            found = _VIETNAMESE.match(part) or _ASSIGNED.match(part) or _ENGLISH.match(part)
            if not found or not found["deed"]:
                continue
            who = found["who"].strip(" ,*_")
            if not _is_body(who, directory):
                continue
            ordered = _STRONG.search(part[: found.end("who") + _NEAR]) or part[found.end("who") :].startswith(
                ":"
            )
            if ordered or directory.knows(who) or _time(part):
                yield _told(who, found["deed"], directory, found.groupdict().get("with") or "", part)


def _parts(sentence: str) -> list[str]:
    """Return the parts of a sentence that semicolons divide, each beginning with a body of its own."""
    parts: list[str] = []
    for part in sentence.split(";"):
        own = re.match(rf"\s*(?:{_BODY})", part) or re.match(r"\s*[Tt]he [A-Z]", part)
        if parts and not own:
            parts[-1] = f"{parts[-1]};{part}"
        else:
            parts.append(part.strip())
    return parts


def _told(who: str, deed: str, directory: Directory, beside: str = "", sentence: str = "") -> _Duty:
    found = _COORDINATE.search(deed)
    names, end = (
        (found["who"], found.end("who")) if found else (re.sub(rf"^(?:{_WITH_EN})\s+", "", beside), 0)
    )
    if found and not directory.knows(names):
        names = _known_opening(deed[found.start("who") :], directory) or names
        end = found.start("who") + len(names)
    if found and not _LEADING.sub("", deed[: found.start()].strip(" ,") + " ").strip(" ,"):
        deed = re.sub(r"^[\s,]*(?:to\s+)?", "", deed[end:])
    return _Duty(
        who=who,
        deed=_LEADING.sub("", deed.strip(" ,;")).strip(" ,.;*_")[:_LONGEST],
        coordinators=re.sub(r"^the\s+", "", names).strip(" ,"),
        deadline=_time(sentence or deed),
    )


def _known_opening(text: str, directory: Directory) -> str:
    """Return the longest opening of the text that lists known bodies only."""
    ends = [found.end() for found in re.finditer(r"\w+", text[:_LONGEST_LIST])]
    return next((text[:end] for end in reversed(ends) if directory.knows(text[:end])), "")


def _time(text: str) -> str:
    """Return the words of the time by which the sentence wants it done, "" when it names none."""
    periods = find_periods(bare(text))
    for period in reversed(periods):
        if cue := _CUE.search(text[: period.start]):
            return text[cue.start() : period.end].strip(" ,")
    rhythm = _RHYTHM.search(text)
    return rhythm.group() if rhythm else ""


def _is_body(who: str, directory: Directory) -> bool:
    """Say whether the words are a known body, or look like the name of one."""
    if not who or len(who) > 260:  # noqa: PLR2004  a list of bodies is no longer than this
        return False
    if directory.knows(who):
        return True
    if re.match(rf"(?:{_BODY})", who):
        return len(who.split()) > 1
    return bool(who[:1].isupper() and _INSTITUTION.search(bare(who)) and len(who.split()) <= 25)  # noqa: PLR2004
