"""How long a plan of 40 pages takes as Word and PDF in the confined child, beside a bare look at its text."""

import io
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.factories.documents import TASK_HEADS, as_docx, sample  # noqa: E402  the tests are no package of ours
from tests.factories.printing import as_pdf  # noqa: E402  same

from thuocdo.adapters.confined import run_confined  # noqa: E402  same
from thuocdo.documents.files import limits, read_file  # noqa: E402  same

TASKS = 140
PAGES = 40
ROUNDS = 3
STYLE = (
    "body { font: 13px 'DejaVu Serif' } table { border-collapse: collapse; width: 100% } p { margin: 0 }"
    "td { border: 1px solid; padding: 3px; vertical-align: top }"
)
SENTENCE = "xây dựng nền tảng số dùng chung cho trường học và vườn cây của địa phương theo kế hoạch"
BODIES = ["Bộ Công an", "Bộ Tài chính", "Bộ Y tế", "Bộ Giáo dục và Đào tạo", "Bộ Quốc phòng"]


def plan() -> list[object]:
    """Return a programme with a long table of tasks."""
    dice = random.Random(40)  # noqa: S311  sample words, no secrets
    words = SENTENCE.split()
    rows = [
        [
            f"{number}.",
            " ".join(dice.choices(words, k=dice.randrange(75, 240))).capitalize() + ".",
            dice.choice(BODIES),
            ", ".join(dice.sample(BODIES, 2)),
            " ".join(dice.choices(words, k=6)).capitalize(),
            f"{dice.randrange(1, 13)}/2026",
        ]
        for number in range(1, TASKS + 1)
    ]
    content = sample()
    last = max(place for place, item in enumerate(content) if not isinstance(item, str))
    return [*content[:last], [TASK_HEADS, *rows], *content[last + 1 :]]


def seconds(function: Callable[[], object]) -> float:
    """Return the best of some rounds."""
    best = float("inf")
    for _round in range(ROUNDS):
        started = time.perf_counter()
        function()
        best = min(best, time.perf_counter() - started)
    return best


def confined(path: Path) -> float:
    """Return how long a reading takes as `thuocdo read` does it, start of the child included."""
    allowed = limits(path.name)
    return seconds(
        lambda: run_confined(
            read_file, str(path), seconds=allowed.seconds * 6, memory_bytes=allowed.memory_bytes
        )
    )


def bare_pdf(data: bytes) -> int:
    """Let PDFium give the text of every page, the least that any reading must do."""
    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def bare_docx(data: bytes) -> int:
    """Unpack the parts of a Word document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(len(archive.read(name)) for name in archive.namelist())


def main() -> None:
    """Make both files, measure and print."""
    content = plan()
    with tempfile.TemporaryDirectory() as folder:
        pdf, docx = Path(folder, "plan.pdf"), Path(folder, "plan.docx")
        pdf.write_bytes(as_pdf(content, STYLE))
        docx.write_bytes(as_docx(content))
        print(f"pdf_pages: {len(pypdfium2.PdfDocument(pdf.read_bytes()))}")
        for path, bare in ((docx, bare_docx), (pdf, bare_pdf)):
            name = path.suffix[1:]
            data = path.read_bytes()
            taken, floor = confined(path), seconds(lambda bare=bare, data=data: bare(data))
            print(f"{name}_40_pages_s: {taken:.2f}")
            print(f"{name}_floor_s: {floor:.3f}")
            print(f"{name}_to_floor: {taken / floor:.1f}")


if __name__ == "__main__":
    main()
