"""Web pages give the same programme as plain text, without the furniture of the site."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.documents import SAMPLE, Habits, as_html, changed, draft_or_refusal, same_words, sample

from thuocdo.documents import errors
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import read_bytes
from thuocdo.documents.readers import html
from thuocdo.documents.readers.html import read

HABITS = [
    Habits(),
    Habits(merged_sections=False),
    Habits(two_level_head=True),
    Habits(repeated_head_after=4),
    Habits(two_level_head=True, repeated_head_after=7),
    Habits(split_after=5),
    Habits(english_heads=True),
]
HTML = as_html(sample())
QUICK = 3.0


def texts(page):
    """Return the texts of the blocks."""
    return [block.text for block in read(page.encode())]


@pytest.mark.parametrize("habits", HABITS, ids=str)
def test_same_programme_as_plain_text(habits):
    """Merged, repeated, two-level, split and English tables give the rows of the plain text."""
    plain = read_bytes(SAMPLE.read_bytes(), filename="a.txt")
    assert same_words(read_bytes(as_html(sample(habits)), filename="a.html")) == same_words(plain)


def test_merged_cells_stand_in_every_place():
    """Cells over several columns and rows are repeated in all places, up to the end of the table."""
    page = (
        "<table><tr><td>1<td colspan=2 rowspan=2>ab</tr>"
        "<tr><td rowspan=9>2</tr><tr><td>c</td><td>&nbsp;</td></tr></table>"
    )
    assert [(block.row, block.col, block.text) for block in read(page.encode())] == [
        (1, 1, "1"), (1, 2, "ab"), (1, 3, "ab"), (2, 1, "2"), (2, 2, "ab"), (2, 3, "ab"),
        (3, 1, "2"), (3, 2, "c"), (3, 3, ""),
    ]  # fmt: skip


def test_only_visible_words_are_read():
    """Scripts, menus, comments and hidden elements are left out, the words behind them are not."""
    page = (
        "<title>x</title><nav>menu</nav><p>Một<!-- x --> <script>x</script>hai"
        "<span hidden>x</span> ba<br>bốn</p>"
        "<div style='display: none'>x</div>sau<div aria-hidden=true>x</div><style>x</style>"
    )
    assert texts(page) == ["Một hai ba", "bốn", "sau"]


def test_words_above_the_letterhead_are_left_out():
    """Lines of the site above issuer and national heading do not count as the document."""
    page = (
        "<div>Trang chủ</div><div>Đăng nhập</div><table><tr><td><p>CHÍNH PHỦ<p>Số: 1/NQ-CP</td>"
        "<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table><p>Văn bản"
    )
    assert texts(page)[0] == "CHÍNH PHỦ"


def test_page_laid_out_in_tables():
    """Tables that only place the words dissolve around the table of tasks."""
    inner = "<table><tr><td>TT<td>Nhiệm vụ<td>Kết quả</table>"
    page = f"<table><tr><td>trái<td><p>trước</p>{inner}sau<td>phải</table>"
    assert [(block.text, block.table) for block in read(page.encode())] == [
        ("trái", None), ("trước", None), ("TT", 1), ("Nhiệm vụ", 1), ("Kết quả", 1), ("sau", None),
        ("phải", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + "<p>Cầu gỗ".encode(),
        "<meta charset=utf-8><p>Cầu gỗ".encode(),
        "<meta charset=windows-1252><p>Cầu gỗ".encode(),
        "<p>Cầu gỗ".encode(),
    ],
)
def test_encoding(data):
    """Mark of byte order, UTF-8 that is named or not, and a wrong name all give the letters."""
    assert [block.text for block in read(data)] == ["Cầu gỗ"]


@pytest.mark.parametrize(
    ("data", "template"),
    [
        (b"", errors.EMPTY),
        (b"<html></html>", errors.EMPTY),
        (b"<!-- -->", errors.EMPTY),
        (HTML.decode().encode("utf-16"), errors.UTF16),
        (b"<p>\x00\x01", errors.BINARY),
        (b"<meta charset=no-such><p>\xff", errors.NOT_UTF8),
        ("<p>Nghò quyeát cuûa Chính phuû vaø caùc boä".encode(), errors.LEGACY),
        ("<meta charset=windows-1252><p>NghÞ quyÕt cña ChÝnh phñ vµ".encode("latin-1"), errors.LEGACY),
        (b"<div>" * 100_000 + b"x", errors.TOO_DEEP),
        (b"<table><tr><td>" * 50_000, errors.TOO_DEEP),
        (b"<table>" + b"<tr><td colspan=100000 rowspan=100000>" * 5000, errors.TOO_MANY_CELLS),
        (as_html(["TUYỆT MẬT", *sample()]), errors.CLASSIFIED),
        (as_html([*["Trang chủ"] * 90, "MẬT", *sample()]), errors.CLASSIFIED),
    ],
    ids=lambda _value: None,
)
def test_refusal(data, template):
    """Each kind of unreadable page has its own sentence, and soon."""
    started = time.process_time()
    with pytest.raises(Unreadable) as refusal:
        read_bytes(data, filename="a.html")
    assert refusal.value.template == template
    assert time.process_time() - started < QUICK


def test_missing_library_is_named(monkeypatch):
    """Without the library the refusal says what to install."""
    monkeypatch.setattr(html, "find_spec", lambda _name: None)
    with pytest.raises(Unreadable, match=r"thuocdo\[formats\]"):
        read_bytes(HTML, filename="a.html")


@given(st.integers(min_value=0, max_value=2**32), st.integers(min_value=1, max_value=60))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_changed_bytes_are_read_or_refused(seed, changes):
    """Changed bytes give a draft or a refusal, nothing else."""
    data = changed(HTML, seed, changes).decode("utf-8", "ignore").encode()
    for variant in (data, changed(HTML, seed, changes)):
        assert draft_or_refusal(variant, "a.htm")


def test_numbers_of_lists_are_words():
    """A list that the page numbers shows its numbers; a list of dots has none."""
    page = "<p>Các việc:</p><ol start='3'><li>một</li><li value='7'>hai</li></ol><ol type=a><li>ba</li></ol>"
    assert texts(f"{page}<ul><li>bốn</li></ul>") == ["Các việc:", "3. một", "7. hai", "a. ba", "bốn"]
