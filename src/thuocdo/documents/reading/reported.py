"""Whether the cells below “Results” report what was done, or say what is to come out of the work."""

import re
from collections.abc import Sequence

from thuocdo.documents.reading.spelling import bare

_REPORTS = re.compile(
    r"^(?:[-+•]\s*)?(?:(?:bo|so|ubnd|don vi|cac)\b.{0,40}? )?"
    r"(?:da|dang|chua|hoan thanh|hoan tat|xong|tiep tuc)\b|"
    r"\bda (?:ban hanh|trinh|hoan thanh|thuc hien|trien khai|to chuc|gui|ky)\b|"
    r"\b(?:dang|chua) (?:thuc hien|trien khai|hoan thanh|xay dung|trinh|lay)\b|"
    r"\b\d+/[a-z]{2,4}\b(?:-[a-z]+)?|"
    r"\b(?:completed|ongoing|in progress|not (?:yet )?(?:started|done)|under ?way|delayed|(?:has|"
    r"have) been)\b"
)
_SOME = 0.3


def are_reported(cells: Sequence[str]) -> bool:
    """Say whether some of the cells speak of what was done, is under way or was issued under a number."""
    filled = [text for text in cells if text not in {"", "-"}]
    return sum(bool(_REPORTS.search(bare(text))) for text in filled) >= max(1, _SOME * len(filled))
