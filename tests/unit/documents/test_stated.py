"""Aims that prose states in words alone: what counts as one, and where it stands."""

import pytest

from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.stated import parts_of

PROSE = """NGHỊ QUYẾT

Về vườn trường

I. MỤC TIÊU

1. Đến năm 2030

- Tỷ lệ trường có vườn cây đạt tối thiểu 60%; phủ xanh sân trường ở đô thị. Mọi học sinh biết ghép cây.

II. NHIỆM VỤ

1. Xây dựng vườn ươm cây giống cho trường học ở miền núi.
"""


def test_sentences_on_aims_without_a_figure():
    """Each part between semicolons stands by itself, with the year of its heading; duties are no aims."""
    draft = read_bytes(PROSE.encode(), filename="nghi-quyet.txt")
    assert [(item.code, item.text, item.horizon) for item in draft.statements] == [
        ("I.1", "phủ xanh sân trường ở đô thị", 2030),
        ("I.1", "Mọi học sinh biết ghép cây", 2030),
    ]
    assert [item.targets[0].value for item in draft.indicators] == ["60"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("- Trồng cây trong sân trường; mở lớp.", ["Trồng cây trong sân trường"]),
        ("Tập trung các việc sau đây:\n- Đào giếng ở các xã.", ["Đào giếng ở các xã"]),
        ("", []),
    ],
)
def test_parts_of_a_text(text, parts):
    """Marks of lists go, and very short parts and lines that only lead in state nothing."""
    assert list(parts_of(text)) == parts
