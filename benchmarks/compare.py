"""What comparing 57-NQ/TW with 03/NQ-CP finds of a careful reader's list; `name: value` lines.

Without the seed documents a sample of our own is compared with itself. `--list` names what was
missed and what was reported beyond the list, so that every line can be looked at.
"""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from thuocdo.documents.comparing.types import Comparison, Finding, Kind
from thuocdo.documents.files import read_bytes
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme.as_draft import compare_documents, day_of
from thuocdo.programme.registry import register

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
SAMPLE_DAY = date(2025, 6, 1)
SAMPLE = ROOT / "tests" / "documents" / "chuong-trinh-mau.txt"

DIFFERING = ["8", "11.1", "12", "13", "23.4", "24", "26", "27", "28", "38", "5", "6", "33", "37"]
"""Rows of 03/NQ-CP whose target, comparator or name is not that of the resolution."""
ONLY_IN_TABLE = [
    *(f"11.{number}" for number in range(2, 13)),
    *("23.1", "23.2", "23.3", "29", "30", "31", "32", "34", "35", "41"),
]
"""Rows of 03/NQ-CP without a source in the resolution."""
WITHOUT_INDICATOR = [
    "sắp xếp lại",
    "làm chủ một số",
    "tài nguyên số",
    "văn hoá số|văn hóa số",
    "thu nhập cao",
    "trung tâm công nghiệp",
    "ít nhất 15%",
    "kinh tế số các ngành",
]
"""Words in the aims of the resolution that have no indicator."""
FIGURES = ["II.1.i", "II.3.b", "49", "70", "II.6.i", "138"]
"""Clauses and tasks of 03/NQ-CP with a figure that no indicator has."""
WITHOUT_CLAUSE_OR_TASK = [
    "mạng xã hội Việt Nam",
    "trung tâm dữ liệu vùng",
    "đầu tư, xây dựng trung tâm dữ liệu",
    "cơ sở dữ liệu lớn",
    "cảm biến",
    "IoT di động",
    "quyền sở hữu, kinh doanh dữ liệu",
    "khoa học kỹ thuật trong cấp",
    "tối thiểu 70%",
]
"""Words in the measures of the resolution that 03/NQ-CP does not take up."""
NO_TASK = [
    "II.1.đ",
    "II.1.p",
    "II.2.n",
    "II.3.k",
    "II.3.n",
    "II.3.r",
    "II.4.b",
    "II.4.c",
    "II.4.e",
    "II.4.g",
    "II.4.p",
    "II.5.b",
    "II.5.g",
    "II.5.m",
    "II.5.r",
    "II.6.o",
    "II.7.d",
]
"""Clauses of 03/NQ-CP without a task of their own."""
PARTLY = [
    "II.1.a",
    "II.1.b",
    "II.1.e",
    "II.1.g",
    "II.1.i",
    "II.2.b",
    "II.2.d",
    "II.2.g",
    "II.2.o",
    "II.3.b",
    "II.3.c",
    "II.3.e",
    "II.3.h",
    "II.3.l",
    "II.3.m",
    "II.3.s",
    "II.4.a",
    "II.4.i",
    "II.4.k",
    "II.4.m",
    "II.4.n",
    "II.4.q",
    "II.4.r",
    "II.5.a",
    "II.5.n",
    "II.5.o",
    "II.5.p",
    "II.5.q",
    "II.5.u",
    "II.6.a",
    "II.6.b",
    "II.6.đ",
    "II.6.l",
]
"""Clauses of 03/NQ-CP that tasks serve in part."""


@dataclass(frozen=True)
class Measured:
    """One part of the list: what was found and missed of it, and what was reported beyond it."""

    name: str
    expected: int
    missed: list[str]
    extra: list[str]

    def show(self, *, listed: bool) -> None:
        """Print the numbers, and with `listed` the lines behind them."""
        print(f"{self.name}_found: {self.expected - len(self.missed)}/{self.expected}")
        print(f"{self.name}_beyond_the_list: {len(self.extra)}")
        if listed:
            for line in (*(f"missed: {each}" for each in self.missed), *(f"beyond: {e}" for e in self.extra)):
                print(f"  {line}")


def main() -> None:
    """Measure and print."""
    listed = "--list" in sys.argv
    resolution, programme = (next(SEEDS.glob(f"{number}_*.txt"), None) for number in ("002", "003"))
    if resolution is None or programme is None:
        sample = draft(SAMPLE)
        found, took = compared(sample, sample)
        print(f"compare_ms: {took:.0f}")
        print(f"between_itself: {sum(each.within is None for each in found.findings)}")
        return
    ours, theirs = draft(resolution), draft(programme)
    found, took = compared(ours, theirs)
    print(f"compare_ms: {took:.0f}")
    print(f"compare_300_tasks_ms: {compared(theirs, doubled(theirs))[1]:.0f}")
    for part in parts(found):
        part.show(listed=listed)


def parts(found: Comparison) -> Iterable[Measured]:
    """Hold the findings against each part of the list."""

    def of(kind: Kind, within: str | None = None) -> list[Finding]:
        return [each for each in found.findings if each.kind is kind and each.within == within]

    def second(each: Finding) -> str:
        return each.second.code if each.second else ""

    def first(each: Finding) -> str:
        return each.first.code

    yield by_code("aims_that_differ", DIFFERING, of(Kind.AIM_DIFFERS), second)
    yield by_code("indicators_without_aim", ONLY_IN_TABLE, of(Kind.INDICATOR_WITHOUT_AIM), first)
    yield by_words("aims_without_indicator", WITHOUT_INDICATOR, of(Kind.AIM_WITHOUT_INDICATOR))
    figures = of(Kind.FIGURE_WITHOUT_INDICATOR, "b")
    yield by_code("figures_outside_the_table", FIGURES, figures, first)
    yield by_words("measures_left_out", WITHOUT_CLAUSE_OR_TASK, of(Kind.CLAUSE_WITHOUT_TASK))
    clauses = of(Kind.CLAUSE_WITHOUT_TASK, "b")
    yield by_code("clauses_without_task", NO_TASK, clauses, first)
    partly = [each for each in clauses if each.first.code in PARTLY]
    print(f"clauses_partly_covered_among_them: {len(partly)}")


def by_code(
    name: str, expected: list[str], findings: list[Finding], code: Callable[[Finding], str]
) -> Measured:
    """Compare by the codes of rows and clauses."""
    codes = {code(each) for each in findings}
    extra = [line(each) for each in findings if code(each) not in expected]
    return Measured(name, len(expected), [each for each in expected if each not in codes], extra)


def by_words(name: str, expected: list[str], findings: list[Finding]) -> Measured:
    """Compare by words that stand in what was found."""

    def holds(each: Finding, words: str) -> bool:
        return any(part.casefold() in each.first.words.casefold() for part in words.split("|"))

    missed = [words for words in expected if not any(holds(each, words) for each in findings)]
    extra = [line(each) for each in findings if not any(holds(each, words) for words in expected)]
    return Measured(name, len(expected), missed, extra)


def line(each: Finding) -> str:
    """Return a finding in one line."""
    near = f" | {each.second.code} {each.second.words[:50]}" if each.second else ""
    return f"{each.certainty} {each.score or ''} {each.first.code} {each.first.words[:110]}{near}"


def draft(path: Path) -> DraftProgramme:
    """Read a document."""
    return read_bytes(path.read_bytes(), filename=path.name)


def compared(ours: DraftProgramme, theirs: DraftProgramme) -> tuple[Comparison, float]:
    """Compare twice and return the result with the shorter time in milliseconds."""
    day = day_of(ours, theirs)
    times = []
    for _round in range(2):
        started = time.perf_counter()
        found = compare_documents(ours, theirs, register=register(), as_of=day or SAMPLE_DAY)
        times.append(time.perf_counter() - started)
    return found, min(times) * 1000


def doubled(programme: DraftProgramme) -> DraftProgramme:
    """Return a programme of about 300 tasks without a number: each of a real one, and a twin of it."""
    twins = (replace(task, code=f"{task.code}.a", title=task.title[::-1]) for task in programme.tasks)
    document = replace(programme.document, number=None)
    return replace(programme, document=document, tasks=(*programme.tasks, *twins))


if __name__ == "__main__":
    main()
