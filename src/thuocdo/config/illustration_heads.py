"""Illustrative heads for the demo: invented names, some terms that change, some bodies left open."""

from datetime import UTC, datetime

from thuocdo.core.actor import Actor
from thuocdo.programme.heads.actions import confirm_head, import_heads
from thuocdo.programme.heads.reading import COLUMNS

_MINISTER = "Bộ trưởng,Minister"
_HEADS = (
    ("BKHCN", "Trần Thí Dụ", _MINISTER, "2025-01-09", "", ""),
    ("BYT", "Lê Ví Dụ", _MINISTER, "2025-01-09", "2025-08-01", "Quyết định 90/QĐ-MH ngày 25/7/2025"),
    ("BYT", "Phạm Minh Hoạ", _MINISTER, "2025-08-01", "", ""),
    ("BCA", "Nguyễn Thí Điểm", _MINISTER, "2025-01-09", "", ""),
    ("BTC", "Hoàng Mẫu", _MINISTER, "2025-03-01", "", ""),
    ("BNV", "Đỗ Giả Định", _MINISTER, "2025-01-09", "2025-10-15", "Quyết định 91/QĐ-MH ngày 10/10/2025"),
    ("BGDĐT", "Vũ Thử Nghiệm", _MINISTER, "2025-01-09", "", ""),
    ("BCT", "Bùi Ước Lệ", _MINISTER, "2025-01-09", "", ""),
    ("VPCP", "Đặng Làm Thử", "Chủ nhiệm,Chairperson", "2025-01-09", "", ""),
)
"""Body, name, office in both languages, first day, first day no longer, act that ends the term."""

_ENTERED = datetime(2025, 1, 10, 2, tzinfo=UTC)


def enter_heads(*, by: Actor, confirmed_by: Actor) -> int:
    """Enter the illustrative heads through the same two actions that people use; returns how many."""
    lines = [",".join(COLUMNS)]
    for number, (agency, person, office, since, until, ended) in enumerate(_HEADS, 1):
        act = f"Quyết định {number:02}/QĐ-MH (minh hoạ)"
        lines.append(f"{agency},{person} (minh hoạ),{office},{since},{act},{until},{ended}")
    data = "\n".join(lines).encode()
    entries = import_heads(data=data, illustrative=True, by=by, now=_ENTERED)
    for entry in entries:
        confirm_head(id=entry.id, by=confirmed_by, now=_ENTERED)
    return len(entries)
