"""What stands behind a duty in its clause: “Sản phẩm: …”, “Timeline: …”, a sentence that names its time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.bodies import begins_as_body
from thuocdo.documents.reading.deadlines import is_deadline, is_only_time, read_deadline
from thuocdo.documents.reading.headings import Sense, senses
from thuocdo.documents.reading.headwords import DECISIVE
from thuocdo.documents.reading.periods import find_periods
from thuocdo.documents.reading.sentences import sentences
from thuocdo.documents.reading.spelling import bare

_LABEL = re.compile(
    r"(?:^|[.!?;|(•·▪●\n]\s*|\s[–—-]\s+|(?P<comma>,\s*))(?:[-–*_+•]\s*)*"
    r"(?P<label>(?:(?:[Cc]ơ quan|[Đđ]ơn vị), )?[^\W\d_][^:;.,|()\n]{1,45}?)\s*[*_]*:(?!//)[*_]*\s*"
)
_OWNERS = {
    "leads": re.compile(
        r"(?:(?:co quan|don vi)(?:, don vi)? )?chu tri(?: thuc hien)?|(?:don vi|co quan) thuc hien|"
        r"lead(?:ing)?(?: agency| body)?|responsible(?: agency| body)?|owner"
    ),
    "coordinators": re.compile(
        r"(?:(?:co quan|don vi)(?:, don vi)? )?phoi hop(?: thuc hien)?|co-?ordinat(?:ion|ors?|"
        r"ing agenc(?:y|ies)|ing)|"
        r"support(?:ing)?(?: agenc(?:y|ies))?|in coordination with"
    ),
}
_COMPLETED = re.compile(r"(?:hoan thanh|to be completed|completed)")
_ROLES = ("leads", "coordinators", "deadline", "output", "title")
_MOST_WORDS = 5
_CUE = re.compile(
    r"(?:\b(?:hoàn thành|xong|chậm nhất(?: là)?|muộn nhất(?: là)?|trước|trong|vào|đến|thời hạn|hạn|by|before|"
    r"in|within|no later than|until|"
    r"during|deadline)\s+(?:(?:ngày|tháng|năm|quý|hết|cuối|đầu|the|end|of|is|là|khoảng|thời gian)\s+)*)$",
    re.IGNORECASE,
)
_RHYTHM = re.compile(
    r"\b(?:định kỳ (?:hằng |hàng |mỗi )?[^,;.]{0,25}?(?:tuần|tháng|năm|quý)(?: một lần)?"
    r"(?:,? (?:và )?(?:(?:hằng |hàng )?(?:quý|năm)|\d tháng|cả năm)\b)*|"
    r"(?:hằng|hàng) năm,? (?:trước|vào) ngày \d{1,2}(?: tháng |/)\d{1,2}|"
    r"(?:trước |vào )?ngày \d{1,2}(?: tháng |/)\d{1,2} (?:hằng|hàng) năm|"
    r"(?:vào )?(?:tuần|ngày|tháng) (?:đầu|cuối)(?: cùng)? (?:mỗi|hằng|hàng) (?:tháng|quý|năm)|"
    r"mỗi (?:ngày|tuần|tháng|quý|năm)(?=[;. /]*$)|"
    r"(?:(?:trước |vào )?ngày \d{1,2} )?(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)"
    r"(?:,? (?:và )?(?:(?:hằng |hàng )?(?:quý|năm)|\d tháng|cả năm)\b)*"
    r"(?=[,;. /]*(?:báo cáo|tổng hợp|$))|"
    r"every (?:six|three|two|\d+) (?:weeks|months|years)|every (?:week|year|quarter|month)|weekly|"
    r"quarterly|annually|yearly|monthly|twice a year|once a (?:year|month|quarter|week)|"
    r"each (?:year|quarter|month|week))\b",
    re.IGNORECASE,
)
_STRETCH = re.compile(
    r"\b(?:từ|from|between)\s+(?:(?:ngày|tháng|quý|năm|đầu|the)\s+)*[\w/.,-][^;:()]{1,40}?\s+(?:đến|tới|to|until|and)"
    r"\s+(?:(?:hết|ngày|tháng|quý|năm|cuối|the|end|of)\s+)*[\w/.-]*(?:[^;:(),]{0,20}?\b20\d\d|\b20\d\d)",
    re.IGNORECASE,
)
"""“từ ngày 01/12/2025 đến ngày 31/3/2026”."""
_ALWAYS = (
    re.compile(
        r"(?:[;,.]|^)\s*(?:và\s+)?(?:(?:được\s+)?(?:thực hiện|tiến hành|triển khai)\s+)?"
        r"(?P<time>(?:thường xuyên|liên tục)(?:,? (?:liên tục|hằng năm|hàng năm))?"
        r"(?: trong (?:năm|suốt năm) 20\d\d)?)(?=[\s.;,/]*$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:thực hiện|triển khai|tiến hành)\s+(?P<time>thường xuyên(?:,? liên tục)?)[\s.;,/]*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<time>(?:trong vòng|within) \S+ (?:\([^)]{1,20}\) )?(?:working |calendar |business )?"
        r"(?:giờ|ngày(?: làm việc)?|tuần|tháng|hours|days|weeks|months)"
        r"(?: (?:kể từ|sau|từ|of|after|from|following) [^.;,]{3,60})?)[\s.;,/]*$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<time>Thường xuyên)(?=\s+\w)"),
    re.compile(r"(?P<time>giai đoạn 20\d\d\s*[-–]\s*20\d\d)[\s.;/]*$", re.IGNORECASE),
    re.compile(
        r"\b(?P<time>on an ongoing basis|on a continuous basis|continuously|throughout 20\d\d)[\s.;]*$",
        re.IGNORECASE,
    ),
)
"""What lasts, or what the sentence ends with: “thực hiện thường xuyên”, “giai đoạn 2026 - 2030”."""
_TIME_HEAD = re.compile(
    r"(?:(?:thoi (?:gian|han)|han|tien do|deadline|time(?:line|frame)?|due(?: date)?)\s+)?"
    r"(?:(?:can |phai |se )?(?:hoan thanh|hoan tat|thuc hien|ket thuc|xong)|"
    r"(?:this |it )?(?:is |must be |shall be |will be )?(?:to be )?"
    r"(?:completed?|finished?|done|delivered|due|carried out))?\s*(?:la |is )?"
)
_OWN_VERB = re.compile(
    r"(?:bao cao|trinh|gui|hoan thanh|hoan thien|ban hanh|bat dau|ket thuc|thuc hien|trien khai|nop|"
    r"(?:the work|the task|work|it|they|this) (?:shall|must|will|is to|are to)|report|submit|complete|finish|"
    r"start|begin|deliver|to be)\b"
)

_EMPTY_DEED = re.compile(
    r"(?:(?:khẩn trương|nghiêm túc|chủ động|kịp thời|tích cực|phối hợp|quan tâm|tổ chức|triển khai|thực hiện|"
    r"chấp hành|hoàn thành|quán triệt|nội dung|nhiệm vụ|kế hoạch|văn bản|công văn|này|trên|nêu trên|"
    r"được giao|"
    r"và|các|những|theo|đúng|quy định|nhằm|hiệu quả|có|để|biết|"
    r"implement|comply|carry out|act|accordingly|with|promptly|fully|strictly|the|this|these|above|plan|"
    r"circular|"
    r"memorandum|order|and)[\s,]*)+",
    re.IGNORECASE,
)
"""What asks for no more than that the document be carried out."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a paragraph without what labels say, and what they say by field.

    The first of the texts stands before all labels; further ones stand behind the words of a label.
    """

    texts: Sequence[str]
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Time:
    """The words for a time; `alone` says that its sentence says nothing else."""

    words: str
    alone: bool


def parted(text: str, directory: Directory) -> Clause:
    """Return the words of a paragraph, and what stands behind labels, each up to the end of its sentence."""
    labels = list(_labels(text, directory))
    roles = {role for _start, _end, role in labels}
    if "leads" not in roles:  # then it is no list of fields, and what is to be done is a sentence
        labels = [(start, end, "other" if role == "title" else role) for start, end, role in labels]
    if not roles - {"other"} or roles <= {"title", "other"}:
        return Clause((text,))
    while labels[0][2] == "other":
        labels.pop(0)
    texts = [text[: labels[0][0]].strip(" (|•·▪●\n*_")]
    values: dict[str, str] = {}
    ends = [start for start, _end, _role in labels[1:]] + [len(text)]
    for (_start, first, role), stop in zip(labels, ends, strict=True):
        words = text[first:stop]
        end = next(sentences(words), (0, len(words)))[1]
        if role != "other":
            values.setdefault(role, _value(words[:end]))
        if rest := words[end:].strip(" (|•·▪●\n*_"):
            texts.append(rest)
    return Clause(texts, {role: words for role, words in values.items() if words})


def without_labelled(text: str, directory: Directory) -> str:
    """Return a paragraph without what stands behind labels such as “Output:”."""
    return " ".join(parted(text, directory).texts)


def asks_nothing(deed: str) -> bool:
    """Say whether words ask for no more than that the document be carried out."""
    return bool(_EMPTY_DEED.fullmatch(deed.strip(" .;/")))


def time_in(text: str) -> str:
    """Return the words of the time by which a sentence wants it done, "" when it names none."""
    if stretch := _STRETCH.search(text):
        words = stretch.group().strip(" ,")
        if len(find_periods(bare(words))) > 1 and read_deadline(words)[0].start:
            return words
    periods = find_periods(bare(text))
    for period in reversed(periods):
        if cue := _CUE.search(text[: period.start]):
            return text[cue.start() : period.end].strip(" ,")
    if rhythm := _RHYTHM.search(text):
        return rhythm.group().strip(" ,")
    return next((found["time"].strip(" ,") for form in _ALWAYS if (found := form.search(text))), "")


def times_in(text: str) -> int:
    """Return how many days or periods a paragraph names by which something is to be done."""
    if _STRETCH.search(text):
        return 1
    periods = find_periods(bare(text))
    return sum(bool(_CUE.search(text[: period.start])) for period in periods)


def time_said(sentence: str) -> Time | None:
    """Return the time that a sentence behind a duty names for it: “Hoàn thành trong quý II/2026.”.

    None where the sentence neither says a time alone nor begins with what is to be done.
    """
    words = sentence.strip(" .;,*_\n")
    shown = bare(words)
    head = _TIME_HEAD.match(shown)
    rest = words[head.end() if head else 0 :]
    if rest and is_only_time(rest):
        return Time(rest, alone=True)
    if _OWN_VERB.match(shown) and (found := time_in(words)):
        return Time(found, alone=False)
    return None


def _labels(text: str, directory: Directory) -> Iterator[tuple[int, int, str]]:
    """Yield where each label begins, with the mark before it, where it ends, and its field."""
    place = 0
    while found := _LABEL.search(text, place):
        place = found.end()
        role = _role(found["label"], text[found.end() :], directory)
        if role and (not found["comma"] or role != "other"):
            yield found.start(), found.end(), role


def _role(label: str, behind: str, directory: Directory) -> str:
    """Return the field that a label names, "other" for one of no field, "" where it is no label."""
    words = " ".join(bare(label).split()).strip(" *_")
    if len(words.split()) > _MOST_WORDS:
        return ""
    owner = next((role for role, pattern in _OWNERS.items() if pattern.fullmatch(words)), "")
    if owner or directory.knows(label) or begins_as_body(words):
        return owner
    if _COMPLETED.fullmatch(words):
        return "deadline"
    found = senses(label)
    return _role_of(found[0], behind) if found else "other" if label[:1].isupper() else ""


def _role_of(sense: Sense, behind: str) -> str:
    """Return the field of which a label speaks; where it may be two, what stands behind decides."""
    role = next((role for role in sense.roles if role in _ROLES), "other")
    if role in _OWNERS and sense.surely < DECISIVE:
        return ""
    if role == "deadline" and len(sense.roles) > 1:
        value = behind[: next(sentences(behind), (0, 0))[1]].strip(" .;,*_")
        return "deadline" if is_deadline(value) else "output" if "output" in sense.roles else "other"
    return role


def _value(words: str) -> str:
    """Return the words behind a label without the marks around them."""
    value = words.split("\n", 1)[0].strip(" .;,*_|•·▪●")
    while value.endswith(")") and value.count(")") > value.count("("):
        value = value[:-1].strip(" .;,*_")
    return value
