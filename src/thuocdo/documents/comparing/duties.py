"""Which clauses of a document assign something: headings and organisation are told apart."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from thuocdo.core.text import clean
from thuocdo.documents.types import DraftClause, DraftProgramme, DraftTask

_MARK = re.compile(r"^(?:(?:dd|[a-zđ])\)|\d{1,2}[.)]|[-+•])\s+")
_SHARE = 0.5
# With tone marks: “bộ” is a ministry, “bố trí” and “bổ sung” are things to do.
_BODIES = re.compile(
    r"^(?:giao (?:cho )?)?(?:các )?"
    r"(?:bộ|ban (?:đảng|tổ chức|tuyên giáo|kinh tế|chỉ đạo|cán sự|bí thư|nội chính)|đảng (?:đoàn|[uủ][yỷ])|"
    r"cấp [uủ][yỷ]|tỉnh [uủ][yỷ]|thành [uủ][yỷ]|cơ quan|địa phương|thành viên|đồng chí|sở|[uủ][yỷ] ban|ubnd|"
    r"văn phòng|mặt trận|bộ trưởng|thủ trưởng|chủ tịch|thanh tra|ngân hàng nhà nước|hội đồng nhân dân|"
    r"viện kiểm sát|tòa án|toà án|hiệp hội)\b"
    r"(?! (?:tiêu chí|chỉ số|công cụ|dữ liệu|luật|quy|nguyên tắc|máy|hữu))|"
    r"^(?:the )?(?:ministr(?:y|ies|ers?)\b|ministers|government office|office of the|people.s committees?|"
    r"department of|departments|central .{0,40}(?:commission|committee)|party (?:committee|delegation|civil)|"
    r"heads? of|state bank|vietnam fatherland|national assembly.s party)"
)
_HOW = re.compile(
    r"^(?:trong quá trình|trên cơ sở nội dung|nghị quyết này|during implementation|in the course of|"
    r"this resolution)"
)


def duties(draft: DraftProgramme) -> tuple[DraftClause, ...]:
    """Return the clauses that assign something.

    Reading leaves out the sections on aims and views. Told apart here are a clause that only heads
    the clauses below it, and organisation: a clause that opens with a body or with how to go about
    carrying out the document, and a section of which at least half is such clauses.
    """
    found: list[DraftClause] = []
    for clauses in _sections(draft.clauses).values():
        organising = sum(is_organisation(clause.text) for clause in clauses)
        if organising >= _SHARE * len(clauses):
            continue
        found += (
            clause for clause in clauses if not is_organisation(clause.text) and not _heads(clause, clauses)
        )
    return tuple(found)


def tabled_tasks(draft: DraftProgramme) -> tuple[DraftTask, ...]:
    """Return the tasks that stand in a table; one that reading took out of a clause has its code."""
    codes = {clause.code for clause in draft.clauses}
    return tuple(task for task in draft.tasks if task.code.split("/")[0] not in codes)


def duty_lines(clause: DraftClause) -> str:
    """Return the words of a clause without the line that only heads its list."""
    first, _line, rest = clause.text.partition("\n")
    return rest if rest and not first.rstrip().endswith((".", ";")) else clause.text


def is_organisation(text: str) -> bool:
    """Say whether a clause opens with a body, or with how the document is to be carried out."""
    words = _MARK.sub("", clean(text).lower())
    return bool(_BODIES.match(words) or _HOW.match(words))


def _heads(clause: DraftClause, clauses: Sequence[DraftClause]) -> bool:
    return any(other.code.startswith(f"{clause.code}.") for other in clauses)


def _sections(clauses: Sequence[DraftClause]) -> Mapping[str, list[DraftClause]]:
    found: dict[str, list[DraftClause]] = defaultdict(list)
    for clause in clauses:
        found[clause.code.split(".")[0]].append(clause)
    return found
