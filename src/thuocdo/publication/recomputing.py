"""Recomputing a publication from its facts alone, and counting how many rows come out byte for byte.

Done are steps 1, 4 and 5 of verifying: neither signatures nor pages nor other files are looked at. A
row is a line of a published JSON table, so that equal means equal in every byte.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from thuocdo.core.collector import collector_resting
from thuocdo.core.errors import Fault, IntegrityBroken, NotFound
from thuocdo.core.messages import Reason
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import Facts, Verdicts
from thuocdo.publication.columns import Table
from thuocdo.publication.facts_file import FACTS_PATH, MAX_BYTES, read_facts
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.limits import not_recomputable
from thuocdo.publication.manifest import (
    MANIFEST_PATH,
    MAX_FILE_BYTES,
    Gap,
    Manifest,
    read_manifest,
)
from thuocdo.publication.manifest import MAX_BYTES as MAX_MANIFEST
from thuocdo.publication.open_data import recomputed
from thuocdo.publication.score_check import check_scores
from thuocdo.publication.scores import SCORES_PATH, Result
from thuocdo.publication.sentences import sentence
from thuocdo.publication.writers import json as rows

_KINDS = {
    "tasks": "statuses",
    "assignments": "statuses",
    "indicators": "verdicts",
    "targets": "verdicts",
}
_MAX_NAMED = 100


@dataclass(frozen=True, slots=True)
class Other:
    """One published row that did not come out: the file, the row or field in it, and the reason."""

    where: str
    what: str
    reason: Reason

    @property
    def place(self) -> str:
        """Return the file, with what of it where that is known."""
        return ", ".join(part for part in (self.where, self.what) if part)


@dataclass(frozen=True, slots=True)
class Recomputed:
    """How many rows of each kind there are, how many came out equal, and what did not; at most 100 named.

    `given` is what people decided or others measured: it is taken from the facts, not recomputed.
    """

    rows: dict[str, int]
    equal: dict[str, int]
    others: tuple[Other, ...]
    given: tuple[Gap, ...]
    seconds: float

    @property
    def share(self) -> float:
        """Return the share of rows that came out byte for byte."""
        return sum(self.equal.values()) / max(1, sum(self.rows.values()))


def recompute(root: Path, *, rules: Callable[[Facts], Verdicts] = evaluate) -> Recomputed:
    """Return what the rules make of a folder's facts beside what the folder says.

    Refuses a folder whose facts cannot be read or are not those that its manifest names.
    """
    if not root.is_dir():
        raise NotFound(f"There is no folder {root}.", hint="Name the folder that was published.")
    started = time.perf_counter()
    with collector_resting():
        folder = Folder(root)
        head, facts = _read(folder)
        verdicts = rules(facts)
        others: list[Other] = []
        scored: tuple[Result, ...] = ()
        if SCORES_PATH in head.files:
            checked = check_scores(folder, facts, verdicts)
            scored = checked.found
            others += [Other(SCORES_PATH, what, reason) for what, reason in checked.faults]
        total: Counter[str] = Counter()
        equal: Counter[str] = Counter()
        for table in recomputed(facts, verdicts, head.corrections, scored):
            kind = "scores" if table.name.startswith("score") else _KINDS.get(table.name, "")
            if kind and not table.part:
                total[kind] += len(table.rows)
                equal[kind] += _equal(folder, table, facts, others)
        return Recomputed(
            dict(total),
            dict(equal),
            tuple(others[:_MAX_NAMED]),
            not_recomputable(facts),
            time.perf_counter() - started,
        )


def _read(folder: Folder) -> tuple[Manifest, Facts]:
    try:
        head = read_manifest(folder.read(MANIFEST_PATH, MAX_MANIFEST))
        entry = head.files.get(FACTS_PATH)
        wrong = Reason("not_there") if entry is None else folder.check(FACTS_PATH, entry)
        if wrong is None:
            return head, read_facts(folder.read(FACTS_PATH, MAX_BYTES))
    except Unreadable as error:
        wrong = error.reason
    fault = Fault(FACTS_PATH, sentence(wrong, "en"))
    raise IntegrityBroken(f"{fault}.", faults=(fault,), hint="Do not rely on this copy.")


def _equal(folder: Folder, table: Table, facts: Facts, others: list[Other]) -> int:
    """Return how many rows of a table stand in the published file byte for byte; name the others."""
    path = table.path + rows.SUFFIX
    right = rows.write(table, facts)
    try:
        data = folder.read(path, MAX_FILE_BYTES)
    except Unreadable as error:
        others.append(Other(path, "", error.reason))
        return 0
    if data == right:
        return len(table.rows)
    others += islice(_differences(path, data, table, facts), _MAX_NAMED)
    published = Counter(_lines(data))
    return sum((Counter(_lines(right)) & published).values())


def _lines(data: bytes) -> list[bytes]:
    """Return the rows of a table as they stand, without the head and the end of the file."""
    return [line.removesuffix(b",") for line in data.splitlines()[1:-1]]


def _differences(path: str, data: bytes, table: Table, facts: Facts) -> Iterator[Other]:
    try:
        for each in rows.differences(data, table, facts):
            yield Other(path, each.what, each.reason)
    except ValueError as error:
        yield Other(path, "", Reason("table_unreadable", {"why": str(error)[:200]}))
