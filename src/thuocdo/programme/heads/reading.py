"""Terms as a form or a CSV file gives them, with every fault of every line at once. Pure."""

import csv
from collections.abc import Mapping
from datetime import date

from thuocdo.core.delimited import delimited
from thuocdo.core.errors import N_, Fault, fault
from thuocdo.core.text import clean
from thuocdo.programme.heads.rules import EMPTY, NO_DAY, WHERE
from thuocdo.programme.heads.types import HeadTerm
from thuocdo.programme.review.settling import read_day

COLUMNS = ("agency", "person", "office_vi", "office_en", "since", "document", "until", "until_document")
"""Columns of the file; the last two may stay empty."""

MOST_LINES = 2000
MOST_BYTES = 1024 * 1024
_NEEDED = COLUMNS[:-2]

NO_CSV = N_("is no CSV file in UTF-8")
NO_COLUMN = N_("has no column “{name}”; its first line must name {all}")
TOO_MANY = N_("has more than {most} lines")
TOO_LARGE = N_("is larger than {most} KB")
NO_LINES = N_("has no line below the first")
LINE_CELLS = N_("has {count} cells instead of {columns}")


def read_term(
    cells: Mapping[str, str], *, illustrative: bool = False, where: str = WHERE
) -> tuple[HeadTerm | None, list[Fault]]:
    """Return the term that the cells give; None with the faults where a day cannot be read."""
    given = {name: clean(cells.get(name, "")) for name in COLUMNS}
    faults: list[Fault] = []
    since = _day(given["since"], "since", where, faults, needed=True)
    until = _day(given["until"], "until", where, faults)
    if since is None or faults:
        return None, faults
    return (
        HeadTerm(
            agency=given["agency"],
            person=given["person"],
            office_vi=given["office_vi"],
            office_en=given["office_en"],
            since=since,
            document=given["document"],
            until=until,
            until_document=given["until_document"],
            illustrative=illustrative,
        ),
        faults,
    )


def read_file(data: bytes, *, illustrative: bool = False) -> tuple[list[tuple[str, HeadTerm]], list[Fault]]:
    """Return the terms of a CSV file, each with where it stands, and the faults of its shape."""
    if len(data) > MOST_BYTES:
        return [], [fault(WHERE, "file", TOO_LARGE, most=MOST_BYTES // 1024)]
    try:
        text = data.decode("utf-8-sig")
        first = text.split("\n", 1)[0]
        delimiter = ";" if first.count(";") > first.count(",") else ","
        lines = list(delimited(text, delimiter))
    except (UnicodeDecodeError, csv.Error):
        return [], [fault(WHERE, "file", NO_CSV)]
    head = [clean(cell) for cell in lines[0]] if lines else []
    missing = [name for name in _NEEDED if name not in head]
    if missing:
        everything = ", ".join(COLUMNS)
        return [], [fault(WHERE, "file", NO_COLUMN, name=name, all=everything) for name in missing]
    rows = [(number, line) for number, line in enumerate(lines[1:], 2) if any(cell.strip() for cell in line)]
    if not rows:
        return [], [fault(WHERE, "file", NO_LINES)]
    if len(rows) > MOST_LINES:
        return [], [fault(WHERE, "file", TOO_MANY, most=MOST_LINES)]
    terms: list[tuple[str, HeadTerm]] = []
    faults: list[Fault] = []
    for number, line in rows:
        where = f"line {number}"
        if len(line) != len(head):
            faults.append(fault(where, None, LINE_CELLS, count=len(line), columns=len(head)))
            continue
        term, wrong = read_term(dict(zip(head, line, strict=True)), illustrative=illustrative, where=where)
        faults += wrong
        if term is not None:
            terms.append((where, term))
    return terms, faults


def _day(text: str, name: str, where: str, faults: list[Fault], *, needed: bool = False) -> date | None:
    if not text:
        if needed:
            faults.append(fault(where, name, EMPTY))
        return None
    day = read_day(text)
    if day is None:
        faults.append(fault(where, name, NO_DAY))
    return day
