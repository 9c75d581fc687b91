"""What is no readable document is refused with one sentence, whatever it is made of."""

import random
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thuocdo.core.errors import Invalid
from thuocdo.documents import errors
from thuocdo.documents.encodings import MAX_LINE, MAX_LINES
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import MAX_BYTES, read_bytes

SAMPLE = Path(__file__).parents[2] / "documents" / "chuong-trinh-mau.txt"
VIETNAMESE = "Chính phủ giao các bộ và địa phương thực hiện nhiệm vụ trong năm nay.\n"
HEADING = "TT\n\nTên nhiệm vụ\n\nCơ quan chủ trì\n\nThời gian\n\n"

QUICK = 3.0

REFUSED = [
    (b"", errors.EMPTY),
    (b" \n\n", errors.EMPTY),
    (b"\x00\x01\x02PK\x03\x04" * 50, errors.BINARY),
    (bytes(range(256)) * 20, errors.BINARY),
    ("Nghị quyết của Chính phủ".encode("utf-16"), errors.UTF16),
    (VIETNAMESE.encode("utf-8")[:40] + b"\xff\xfe", errors.NOT_UTF8),
    (
        "Le gouvernement charge les ministres de la mise en œuvre des tâches.\n".encode() * 9,
        errors.OTHER_LANGUAGE,
    ),
    ("国务院关于实施行动计划的决议\n".encode() * 30, errors.OTHER_LANGUAGE),
    (VIETNAMESE.encode() * 30, errors.NO_TASKS),
    ((VIETNAMESE * 3 + HEADING).encode(), errors.NO_TASKS),
    (b"a" * (MAX_LINE + 1), errors.LONG_LINE),
    (b"a\n" * (MAX_LINES + 1), errors.TOO_MANY_LINES),
    (("MẬT\n\n" + VIETNAMESE * 9).encode(), errors.CLASSIFIED),
    (("CHÍNH PHỦ\n\nTỐI MẬT\n\n" + VIETNAMESE * 9).encode(), errors.CLASSIFIED),
    (("Độ mật: TUYỆT MẬT\n\n" + VIETNAMESE * 9).encode(), errors.CLASSIFIED),
]


@pytest.mark.parametrize(("data", "template"), REFUSED, ids=lambda _value: None)
def test_refusal(data, template):
    """Each kind of unreadable file has its own sentence."""
    with pytest.raises(Unreadable) as refusal:
        read_bytes(data, filename="file.txt")
    assert refusal.value.template == template


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("NghÞ quyÕt cña ChÝnh phñ vµ c¸c bé".encode("latin-1"), "TCVN3 (ABC)"),
        ("NghÞ quyÕt cña ChÝnh phñ vµ c¸c bé".encode(), "TCVN3 (ABC)"),
        ("Nghò quyeát cuûa Chính phuû vaø caùc boä".encode("latin-1"), "VNI"),
        (
            "Nghi\u0323 quyê\u0301t cu\u0309a Chi\u0301nh phu\u0309 va\u0300 ca\u0301c bô\u0323".encode(
                "cp1258"
            ),
            "windows-1258",
        ),
    ],
)
def test_legacy_encoding_is_named(data, encoding):
    """Text in an old Vietnamese encoding is refused with the name of the encoding."""
    with pytest.raises(Unreadable) as refusal:
        read_bytes(data, filename="old.txt")
    assert refusal.value.params == {"encoding": encoding}


def test_too_large_is_refused_before_reading():
    """More bytes than a document has are refused."""
    with pytest.raises(Unreadable) as refusal:
        read_bytes(bytes(MAX_BYTES + 1), filename="big.txt")
    assert refusal.value.template == errors.TOO_LARGE


def test_unknown_format_names_the_known_ones():
    """A file of another type is refused with the types that can be read."""
    with pytest.raises(Unreadable, match=r"\.txt"):
        read_bytes(b"x", filename="film.avi")


def test_byte_order_mark_is_no_obstacle():
    """A UTF-8 file with a byte order mark and Windows line ends reads like one without."""
    text = SAMPLE.read_text(encoding="utf-8")
    plain = read_bytes(text.encode(), filename="a.txt")
    marked = read_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), filename="a.txt")
    assert (marked.tasks, marked.indicators, marked.clauses) == (plain.tasks, plain.indicators, plain.clauses)


def read_or_refuse(data):
    """Return the draft as bytes, or the refusal's sentence."""
    try:
        return msgspec.json.encode(read_bytes(data, filename="file.txt"))
    except Invalid as refusal:
        return refusal.message


@given(st.text(max_size=2000))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_text_is_read_or_refused(text):
    """Whatever the text, reading gives a draft or a refusal, twice the same."""
    assert read_or_refuse(text.encode("utf-8", "replace")) == read_or_refuse(text.encode("utf-8", "replace"))


LINES = SAMPLE.read_text(encoding="utf-8").split("\n")


@given(st.integers(min_value=0, max_value=2**32), st.integers(min_value=1, max_value=60))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_any_mutation_is_read_or_refused(seed, changes):
    """Lines dropped, doubled, swapped, cut or joined never bring reading down, and it stays deterministic."""
    dice = random.Random(seed)  # noqa: S311  mutations, no secrets
    lines = list(LINES)
    for _change in range(changes):
        place, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        match dice.randrange(6):
            case 0:
                del lines[place]
            case 1:
                lines.insert(place, lines[other])
            case 2:
                lines[place], lines[other] = lines[other], lines[place]
            case 3:
                lines[place] = lines[place][: dice.randrange(len(lines[place]) + 1)]
            case 4:
                lines[place] += lines[other]
            case _:
                lines[place] = dice.choice(
                    ["", "\u00a0", "-", "...", "1.", "II.", "99999", "≥", "(", "Quý 9/2025", "[1]"]
                )
    data = "\n".join(lines).encode()
    assert read_or_refuse(data) == read_or_refuse(data)


@pytest.mark.parametrize(
    "filler",
    ["1.\n\n", "I.\n", "Bộ Y tế\n", "\u00a0\n", "...\n", "- , ; và\n", "12/\n", "nhóm \n", "a)\n", "TT\n"],
)
def test_long_hostile_text_is_quick(filler):
    """Very many repeated lines inside a table are read or refused without quadratic work."""
    body = (VIETNAMESE * 2 + HEADING + "1.\n\nViệc\n\n" + filler * 20_000).encode()
    started = time.process_time()
    assert read_or_refuse(body)
    assert time.process_time() - started < QUICK


@pytest.mark.parametrize(
    "piece",
    [
        "Bộ ",
        "2025 - ",
        "6/",
        "≥ 1.000,",
        "(",
        "các bộ, ngành, ",
        "hằng ",
        "Tháng 1-",
        "1",
        "1/A",
        "-" * 9,
        "a ",
    ],
)
def test_long_hostile_line_is_quick(piece):
    """One very long cell is read or refused without quadratic work."""
    line = (piece * 60_000)[:60_000]
    body = VIETNAMESE * 2 + HEADING + f"1.\n\nViệc\n\n{line}\n\n{line}\n\n2.\n\n{line}\n\nBộ Y tế\n\n2025\n"
    started = time.process_time()
    assert read_or_refuse(body.encode())
    assert time.process_time() - started < QUICK
