"""How many keys and minutes the review of 140 rows costs one person; one `name: value` per line.

What counts: 140 tasks of seven cells each; every tenth cell is doubtful (the stricter reading of
"10 % doubtful"; every tenth row would be a seventh of that). 70 % of the doubtful cells are accepted,
20 % typed anew as a whole, 10 % are right to be blank. The walk is done by the rules of the review:
the next cell is the one that the page would show, and the walk ends when nothing waits.

Time is the keystroke-level model (Card, Moran and Newell 1980): K 0.28 s a key of an average typist,
M 1.35 s for each decision. Reading is counted apart: the remark, and the words of the cell twice (as
read and in the source), and the first words of the row, at 250 syllables a minute. Vietnamese is
typed with Telex, where each mark costs a key. The page answers within 0.3 s after each step.
"""

import random
import time
import unicodedata
from datetime import UTC, datetime

from thuocdo.documents.reading.deadlines import read_deadline
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import DocumentData, DraftProgramme, DraftTask, DraftTheme
from thuocdo.programme.review.cells import rows_of
from thuocdo.programme.review.rules import agreed, check_finish, check_step, next_open, standing
from thuocdo.programme.review.types import DraftHead, Key, Passage, Review, Row, Standing, Step, Verdict
from thuocdo.web.reviewing import Asked, draft_page

ROWS, SHARE = 140, 10
KEY, THINK, ANSWER = 0.28, 1.35, 0.3
SYLLABLES_A_SECOND = 250 / 60
HEADING = 6
TYPED = 0.2
SYLLABLES = ["xây", "dựng", "kế", "hoạch", "phát", "triển", "hạ", "tầng", "dữ", "liệu", "số", "quốc", "gia"]
BODIES = ["Bộ Công an", "Bộ Y tế", "Bộ Tài chính", "Bộ Giáo dục và Đào tạo", "Bộ Khoa học và Công nghệ"]
DOUBTS = {
    "title": "footnote_missing",
    "leads": "unknown_agency",
    "coordinators": "unknown_agency",
    "output": "output_names_agency",
    "deadline": "deadline_several",
}
PARAMS = {"mark": "1", "printed": "Bộ", "name": "Bộ Y tế"}
ROUNDS = 3


def draft(chance: random.Random) -> DraftProgramme:
    """Return 140 tasks, every tenth cell with a remark; one in ten of these cells is blank."""
    tasks, remarks = [], []
    places = [(row, field) for row in range(ROWS) for field in (*DOUBTS, "code", "theme")]
    doubtful = chance.sample([place for place in places if place[1] in DOUBTS], len(places) // SHARE)
    may_be_blank = [place for place in doubtful if place[1] != "title"]
    blank = set(chance.sample(may_be_blank, len(doubtful) // 10))
    for row, field in doubtful:
        code = "blank_cell" if (row, field) in blank else DOUBTS[field]
        remarks.append(remark(f"task {row + 1}", field, code, **PARAMS))
    for row in range(ROWS):
        owners = chance.sample(BODIES, 3)
        words = {
            "title": phrase(chance, 35),
            "leads": owners[0],
            "coordinators": ", ".join(owners[1:]),
            "output": phrase(chance, 8),
            "deadline": f"{chance.randint(1, 12)}/2026",
        }
        left = {name: None if (row, name) in blank else text for name, text in words.items()}
        tasks.append(
            DraftTask(
                code=str(row + 1),
                title=words["title"],
                leads=(left["leads"],) if left["leads"] else (),
                coordinators=tuple((left["coordinators"] or "").split(", ")) if left["coordinators"] else (),
                output=left["output"],
                deadline_text=left["deadline"],
                deadline=read_deadline(left["deadline"] or "")[0],
                confidence=1.0,
                theme="I",
                leads_text=left["leads"],
                coordinators_text=left["coordinators"],
                source={"line": 1 + row * 14},
            )
        )
    document = DocumentData("1/KH", "Kế hoạch", "Bộ Y tế", sha256="0" * 64)
    return DraftProgramme(document, (DraftTheme("I", "Nhóm"),), tasks=tuple(tasks), remarks=tuple(remarks))


def phrase(chance: random.Random, count: int) -> str:
    """Return that many syllables."""
    return " ".join(chance.choices(SYLLABLES, k=count))


def keys(text: str) -> int:
    """Return how many keys Telex needs for a text."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "dd").replace("Đ", "Dd"))
    return len(plain) + sum(each.isupper() for each in plain)


def reading_seconds(row: Row, key: Key) -> float:
    """Return how long the words take that a person has to look at for one cell."""
    cell = next(cell for cell in row.cells if cell.key == key)
    words = [note.message for note in cell.doubts] + [cell.printed] * 2
    syllables = sum(len(each.split()) for each in words) + min(HEADING, len(row.title.split()))
    return syllables / SYLLABLES_A_SECOND


def answer(row: Row, key: Key, *, anew: bool) -> tuple[Step, int, int]:
    """Return what the person says about a cell, with the keys and the decisions that it costs."""
    cell = next(cell for cell in row.cells if cell.key == key)
    if not cell.printed:
        return Step("an", Verdict.BLANK, *key), 1, 1
    if anew:
        value = "31/12/2026" if key[1] == "deadline" else cell.printed
        return Step("an", Verdict.EDIT, *key, value), 1 + keys(value) + 2, 2
    return Step("an", Verdict.ACCEPT, *key), 1, 1


def walk(read: DraftProgramme, chance: random.Random) -> tuple[list[Step], int, float]:
    """Go through everything that waits; returns the steps, the keys and the seconds."""
    rows = rows_of(read)
    by_place = {row.where: row for row in rows}
    steps: list[Step] = []
    pressed, seconds = 0, 0.0
    stand: Standing = standing(rows, steps, "an")
    filled = [key for key in stand.open if next(c for c in by_place[key[0]].cells if c.key == key).printed]
    anew = set(chance.sample(filled, round(len(stand.open) * TYPED)))
    key = next_open(rows, stand)
    while key is not None:
        row = by_place[key[0]]
        step, cost, decisions = answer(row, key, anew=key in anew)
        check_step(step, rows, steps)
        steps.append(step)
        pressed += cost
        seconds += reading_seconds(row, key) + decisions * THINK + cost * KEY + ANSWER
        stand = standing(rows, steps, "an")
        key = next_open(rows, stand, key)
    check_finish(stand)
    return steps, pressed + 1, seconds + THINK + KEY + ANSWER


def page_milliseconds(read: DraftProgramme, steps: list[Step]) -> float:
    """Return how long making the values of one page takes, beside a source of 2,000 paragraphs."""
    passages = tuple(Passage("lời văn " * 12, line) for line in range(1, 2001))
    sent_at = datetime(2026, 1, 1, tzinfo=UTC)
    head = DraftHead(1, "x", False, False, "1/KH", "a.docx", "", "an", sent_at)
    review = Review(head, read, passages, tuple(steps))
    best = float("inf")
    for _round in range(ROUNDS):
        started = time.perf_counter()
        draft_page(review, "/van-ban/1", "binh", Asked(row="task 70"))
        best = min(best, time.perf_counter() - started)
    return best * 1000


def main() -> None:
    """Count and print."""
    chance = random.Random(57)  # noqa: S311  the same draft each time
    read = draft(chance)
    rows = rows_of(read)
    steps, pressed, seconds = walk(read, chance)
    agreed(read, steps)
    said = [step.verdict for step in steps]
    print(f"review_rows: {len(read.tasks)}")
    print(f"review_cells: {sum(len(row.cells) - 1 for row in rows if row.kind == 'task')}")
    print(f"review_doubtful_cells: {len(standing(rows, (), 'an').open)}")
    for verdict in (Verdict.ACCEPT, Verdict.EDIT, Verdict.BLANK):
        print(f"review_{verdict.value}: {said.count(verdict)}")
    print(f"review_keystrokes: {pressed}")
    print(f"review_minutes_a_person: {seconds / 60:.1f}")
    print(f"review_page_ms: {page_milliseconds(read, steps):.1f}")


if __name__ == "__main__":
    main()
