"""Bodies of a document beside the country's list: merged ones, and documents of another country."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from thuocdo.core.country import Name
from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import Remark

_OF_VIET_NAM = re.compile(r"\bviet ?nam|\bha ?noi\b|/(?:nq|qd|nd|kh|ct)-")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_FEW = 3


def of_another_country(blocks: Sequence[Block]) -> bool:
    """Say whether nothing in the document speaks of Việt Nam: its Ministry of Health is another one."""
    letters = 0
    for block in blocks:
        letters += len(_VIETNAMESE.findall(block.text))
        if letters > _FEW or _OF_VIET_NAM.search(bare(block.text)):
            return False
    return True


def merged_bodies(
    named: Iterable[Sequence[str]], names: Sequence[Name], issued_on: date | None
) -> Iterator[Remark]:
    """Yield a remark for each body named in a cell that was merged before or after the document.

    The canonical answer stays the body that is printed: it was the right one on its day. A name
    that a living body bears (a province that was merged and kept it) is no remark.
    """
    living = {name.name_vi for name in names if not name.successor}
    ended = {name.name_vi: name for name in names if name.successor and name.name_vi not in living}
    by_code = {name.code: name for name in names}
    counts = Counter(shown for cell in named for shown in cell if shown in ended)
    for shown, count in counts.items():
        body = ended[shown]
        if body.succeeded_on is None:
            continue
        gone = issued_on is not None and issued_on >= body.succeeded_on
        yield remark(
            "document",
            "leads",
            "agency_ended" if gone else "agency_succeeded",
            name=shown,
            successor=by_code[body.successor].name_vi,
            day=body.succeeded_on.isoformat(),
            count=str(count),
        )
