"""How long the six-month report of the model programme takes: composing, checking and each file.

Prints one `name: value` line for each figure, of the least disturbed of the runs. The illustrative
evidence is that of the benchmark of publishing, so that no database is needed.
"""

import argparse
import time
from collections.abc import Callable
from typing import Any

from publish import illustrative_facts

from thuocdo.adapters.report_docx import report_docx
from thuocdo.adapters.report_pdf import converter, report_pdf
from thuocdo.adapters.report_xlsx import report_xlsx
from thuocdo.core.messages import catalogue
from thuocdo.publication.facts_file import facts_bytes
from thuocdo.reports.checking import references
from thuocdo.reports.composing import compose, cycle_of
from thuocdo.reports.snapshots import of_bytes
from thuocdo.reports.types import Asked


def main() -> None:
    """Read the snapshot, compose, draw; print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    catalogue("vi")
    data = facts_bytes(illustrative_facts())
    reading, snapshot = least(runs, lambda: of_bytes(data))
    asked = Asked(cycle_of(snapshot.facts.programme, "2025-2", day=snapshot.facts.as_of))
    composing, composed = least(runs, lambda: compose(asked, snapshot))
    word, document = least(runs, lambda: report_docx(composed.report))
    sheets, _workbook = least(runs, lambda: report_xlsx(composed.report))
    print(f"report_read_seconds: {reading:.3f}")
    print(f"report_compose_and_check_seconds: {composing:.3f}")
    print(f"report_docx_seconds: {word:.3f}")
    print(f"report_xlsx_seconds: {sheets:.3f}")
    print(f"report_seconds: {reading + composing + word + sheets:.3f}")
    print(f"report_numbers: {sum(1 for _each in references(composed.report))}")
    print(f"report_faults: {len(composed.faults)}")
    if converter():
        seconds, _pdf = least(1, lambda: report_pdf(document))
        print(f"report_pdf_seconds: {seconds:.3f}")


def least(runs: int, work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds of the quickest run and what it made."""
    seconds, made = [], None
    for _ in range(runs):
        started = time.perf_counter()
        made = work()
        seconds.append(time.perf_counter() - started)
    return min(seconds), made


if __name__ == "__main__":
    main()
