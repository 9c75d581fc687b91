"""What pasting one line gives: the document's type, number, day and issuer, and which parts it proves."""

import re
from collections.abc import Mapping

from thuocdo.core.text import clean
from thuocdo.cycles.types import EvidenceKind, ReadLine
from thuocdo.documents.citations import Citation, Kind, announcement
from thuocdo.documents.proofs import Part, issued_documents, proves_running, support
from thuocdo.programme.types import Need, Task

TYPE_WORDS: Mapping[Kind, str] = {
    Kind.LAW: "Luật",
    Kind.ASSEMBLY_RESOLUTION: "Nghị quyết của Quốc hội",
    Kind.ASSEMBLY_ACT: "Luật hoặc nghị quyết của Quốc hội",
    Kind.STANDING_COMMITTEE_ACT: "Văn bản của Ủy ban Thường vụ Quốc hội",
    Kind.DECREE: "Nghị định",
    Kind.GOVERNMENT_RESOLUTION: "Nghị quyết của Chính phủ",
    Kind.PM_DECISION: "Quyết định của Thủ tướng Chính phủ",
    Kind.MINISTER_DECISION: "Quyết định của bộ",
    Kind.CIRCULAR: "Thông tư",
    Kind.COUNCIL_RESOLUTION: "Nghị quyết của Hội đồng nhân dân",
    Kind.PROVINCE_DECISION: "Quyết định của Ủy ban nhân dân",
    Kind.AGENCY_DECISION: "Quyết định",
    Kind.PARTY_RESOLUTION: "Nghị quyết của Đảng",
    Kind.PARTY_DECISION: "Quyết định của Đảng",
    Kind.DIRECTIVE: "Chỉ thị",
    Kind.PLAN: "Kế hoạch",
    Kind.SUBMISSION: "Tờ trình",
    Kind.REPORT: "Báo cáo",
    Kind.GUIDANCE: "Hướng dẫn",
    Kind.NOTICE: "Thông báo",
    Kind.REGULATION: "Quy chế",
    Kind.LETTER: "Công văn",
    Kind.STANDARD: "Tiêu chuẩn",
}
"""How the law names each kind of document; in Vietnamese in both languages, as on the document."""

_ADDRESS = re.compile(r"https?://[^\s<>\"'”]+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(
    r"(?<![\w@.-])(?:[\w-]+\.)+(?:gov\.vn|vn|com|org|net)(?:/[^\s<>\"'”]*)?", re.IGNORECASE
)
_TRAILING = ".,;:)"


def read_line(text: str, *, task: Task) -> ReadLine:
    """Return what one pasted line says and which required parts of the task it proves; never fails.

    Doubts are codes: `no_document` (neither number, address nor proof that something runs),
    `no_date`, `several_documents`, `wrong_instrument`, `person_decides`, or why it only announces.
    """
    plain = clean(text)
    if not plain:
        return ReadLine(EvidenceKind.DOCUMENT, doubts=("no_document",))
    url = address(plain)
    cited = issued_documents(plain)
    needs = tuple(need.value for part in task.components for need in part.any_of)
    announced = announcement(plain, needs)
    proves, reason = _proves(plain, url, task)
    first = cited[0] if cited else None
    runs = first is None and bool(url or proves_running(plain))
    return ReadLine(
        EvidenceKind.RUNNING if runs else EvidenceKind.DOCUMENT,
        type_word=TYPE_WORDS.get(first.kind, "") if first else "",
        number=first.number if first else "",
        issued_on=first.issued_on if first else None,
        issuer=first.issuer if first else "",
        url=url,
        announces=bool(announced),
        proves=proves,
        doubts=_doubts(cited, url, plain, announced=announced, reason="" if proves else reason),
    )


def address(text: str) -> str:
    """Return the first address in a text, "" when there is none."""
    found = _ADDRESS.search(text) or _BARE_ADDRESS.search(text)
    return found[0].rstrip(_TRAILING) if found else ""


def _proves(text: str, url: str, task: Task) -> tuple[tuple[str, ...], str]:
    parts = [Part(item.code, tuple(need.value for need in item.any_of)) for item in task.components]
    if not parts:
        return (), ""
    judged = support(text, parts)
    shown = url and not announcement(text)
    open_codes = set(judged.open)
    if shown:  # an address given as proof that something runs is looked at by the verifier
        open_codes -= {item.code for item in task.components if Need.RUNNING in item.any_of}
    return tuple(part.code for part in parts if part.code not in open_codes), judged.reason


def _doubts(
    cited: tuple[Citation, ...], url: str, text: str, *, announced: str, reason: str
) -> tuple[str, ...]:
    doubts = [announced] if announced else []
    if not cited and not url and not proves_running(text):
        doubts.append("no_document")
    elif cited and cited[0].issued_on is None:
        doubts.append("no_date")
    if len(cited) > 1:
        doubts.append("several_documents")
    if reason in {"wrong_instrument", "person_decides"}:
        doubts.append(reason)
    return tuple(dict.fromkeys(doubts))
