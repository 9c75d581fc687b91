"""What the heading of a body's own sheet calls the columns of the grid, in Vietnamese and English."""

import re
from collections.abc import Mapping, Sequence

from thuocdo.core.text import fold
from thuocdo.cycles.gridcells import Column

TASK = "task"
"""The column that holds the numbers of tasks; the other meanings are those of `Column`, "" for none."""
NAME = "name"
"""The column that repeats the tasks' names; it helps people and changes nothing."""
_LONGEST = 80
_FEWEST = 2

# The first that matches counts, so the narrower words stand above the wider ones.
_WORDS: Mapping[str, str] = {
    Column.OBSTACLE_SINCE: (
        r"(?:vuong mac |kho khan |co )?(?:tu|ke tu) (?:ngay|khi)\b.*|.*\bsince\b.*|ngay phat sinh.*"
    ),
    Column.EXPECTED_ON: (
        r".*\bdu kien\b.*|.*\bexpected\b.*|.*\bplanned\b.*|ngay (?:se )?hoan thanh.*|forecast.*|eta"
    ),
    Column.OBSTACLE: (
        r".*\b(?:vuong mac|kho khan|ton tai|han che|nguyen nhan)\b.*|"
        r".*\b(?:obstacles?|difficult\w*|issues|problems)\b.*"
    ),
    Column.PUBLIC_SENTENCE: (
        r".*\b(?:cong khai|cho dan|nguoi dan|cong bo)\b.*|.*\bpublic\b.*|.*\bfor (?:the )?citizens?\b.*"
    ),
    Column.ISSUED_ON: (
        r"ngay|ngay (?:ban hanh|ky|van ban|cua van ban|thang|thang nam|ra van ban).*|date|issued(?: on)?|"
        r"(?:date of issue|issue date|date issued|document date|date of (?:the )?document).*"
    ),
    Column.DOCUMENT: (
        r"(?:so (?:hieu |(?:va )?ky hieu )?)?(?:van ban|minh chung|tai lieu)\b.*|so hieu.*|"
        r"so(?: va)? ky hieu.*|(?:ket qua|san pham)(?: dau ra)?|(?:documents?|evidence|proof)\b.*|output.*"
    ),
    Column.SITUATION: (
        r"(?:tinh hinh|tinh trang|trang thai|tien do)\b.*|(?:situation|status|state|progress)\b.*"
    ),
    TASK: (
        r"(?:so )?(?:s ?t ?t|t ?t|no|#|id)|(?:so|ma|ma so|so thu tu)(?: (?:thu tu|cua))?(?: nhiem vu)?|"
        r"nhiem vu so|(?:task|row)(?: (?:no|number|code|id))?|number|code"
    ),
    NAME: (
        r"(?:ten |noi dung )?(?:cong viec|nhiem vu)\b.*|noi dung.*|"
        r"(?:task )?(?:name|title)|description|tasks?"
    ),
}
_HEADS = {meaning: re.compile(words) for meaning, words in _WORDS.items()}


def meaning_of(head: str) -> str:
    """Return what a column with this head holds, "" when the words say nothing of ours."""
    bare = " ".join(re.sub(r"[^\w#]+", " ", fold(head)).split())
    if not bare or len(bare) > _LONGEST:
        return ""
    return next((meaning for meaning, words in _HEADS.items() if words.fullmatch(bare)), "")


def is_heading(row: Sequence[str]) -> bool:
    """Say whether a row heads columns: two of them at least, and no more heads unknown than known."""
    filled = [cell for cell in row if cell.strip()]
    known = {meaning_of(cell) for cell in filled} - {""}
    return len(known) >= _FEWEST and len(known) * 2 >= len(filled)
