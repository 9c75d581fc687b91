"""The last hour before a deadline: 300 bodies hand in 20 reports each with 1 MB of evidence in 10 minutes.

The real server answers on loopback, with SQLite or with the PostgreSQL of DATABASE_URL. Meanwhile one
thread writes, once a second, one row of the same words with a commit to the disk and a file of 1 MB
with fsync: that is the least that any system has to do, and the ratio says how much more ours takes.
"""

import argparse
import http.client
import json
import os
import queue
import random
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
from drills.client import LOST, Browser, Submission
from drills.place import Place, Server
from drills.world import Person, people

REPORTS, BYTES, WORKERS = 20, 1_000_000, 40
PICTURE = random.Random(1).randbytes(BYTES)  # noqa: S311  noise, no secret


class Run:
    """What was sent, how long each answer took, and what was answered otherwise."""

    def __init__(self, *, follow: bool) -> None:
        self.follow = follow
        self.begin = 0.0
        self.submits: list[float] = []
        self.late: list[float] = []
        self.pages: list[float] = []
        self.least: list[float] = []
        self.sent: list[dict[str, object]] = []
        self.errors: Counter[str] = Counter()
        self.over = threading.Event()


def main() -> None:
    """Measure and print."""
    reader = argparse.ArgumentParser(description=main.__doc__)
    reader.add_argument("--minutes", type=float, default=10)
    reader.add_argument("--agencies", type=int, default=300)
    reader.add_argument("--file", choices=("pdf", "png"), default="pdf")
    reader.add_argument("--follow", action="store_true", help="open the next task after each report")
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory(prefix="thuocdo-deadline-") as folder:
        place = Place(Path(folder) / "data", os.environ.get("DATABASE_URL", ""))
        server = Server(place)
        try:
            place.run("world", "--agencies", str(asked.agencies), "--tasks", str(REPORTS))
            server.start()
            run = _run(place, server, asked)
            found = json.loads(place.run("counting", given=json.dumps(run.sent)))
        finally:
            server.kill()
            place.drop()
    _print(run, found, place.kind)


def _print(run: Run, found: dict[str, int], kind: str) -> None:
    submit, least = _p95(run.submits), _p95(run.least)
    print(f"database: {kind}")
    print(f"reports: {len(run.sent)}")
    print(f"submit_p95_ms: {submit * 1000:.0f}")
    print(f"least_p95_ms: {least * 1000:.0f}")
    print(f"submit_p95_ratio: {submit / least:.1f}")
    if run.pages:
        print(f"next_page_p95_ms: {_p95(run.pages) * 1000:.0f}")
    print(f"behind_schedule_p95_s: {_p95(run.late):.1f}")
    print(f"errors: {sum(run.errors.values())}")
    if kind == "sqlite":
        print(f"lost: {found['lost']}")
        print(f"locked_out: {len(run.sent) - found['acknowledged']}")
    for what, count in run.errors.items():
        print(f"error of kind {what}: {count}")


def _run(place: Place, server: Server, asked: argparse.Namespace) -> Run:
    run = Run(follow=asked.follow)
    heads = people(asked.agencies, REPORTS)[::2]
    cookies = {}
    for head in heads:
        browser = Browser(server.port)
        browser.log_in(head.username)
        browser.close()
        cookies[head.username] = browser.cookies
    waiting: queue.SimpleQueue[tuple[float, Submission]] = queue.SimpleQueue()
    for item in sorted(_plan(heads, asked.minutes * 60, asked.file), key=lambda item: item[0]):
        waiting.put(item)
    run.begin = time.monotonic()
    workers = [
        threading.Thread(target=_work, args=(run, waiting, server.port, cookies))
        for _number in range(WORKERS)
    ]
    beside = threading.Thread(target=_least, args=(run, place))
    for thread in (*workers, beside):
        thread.start()
    for worker in workers:
        worker.join()
    run.over.set()
    beside.join()
    return run


def _plan(heads: list[Person], seconds: float, file: str) -> Iterator[tuple[float, Submission]]:
    """Yield every report with its moment, at random over the whole time."""
    chance = random.Random(7)  # noqa: S311  no secret
    for number, head in enumerate(heads):
        for place, task in enumerate(head.tasks):
            key = uuid4().hex
            one = Submission(
                key,
                head.username,
                head.agency,
                task,
                number * REPORTS + place + 1,
                f"quet.{file}",
                key.encode(),
            )
            yield chance.random() * seconds, one


def _work(
    run: Run,
    waiting: "queue.SimpleQueue[tuple[float, Submission]]",
    port: int,
    cookies: dict[str, dict[str, str]],
) -> None:
    while True:
        try:
            moment, planned = waiting.get_nowait()
        except queue.Empty:
            return
        one = _with_file(planned)
        time.sleep(max(0.0, run.begin + moment - time.monotonic()))
        browser = Browser(port, cookies[one.username])
        started = time.monotonic()
        try:
            acknowledged, status, _page = browser.submit(one)
            problem = "" if acknowledged else str(status)
        except LOST as lost:
            acknowledged, problem = False, type(lost).__name__
        run.submits.append(time.monotonic() - started)
        run.late.append(max(0.0, started - run.begin - moment))
        if run.follow and acknowledged:
            problem = _open_next(run, browser)
        if problem:
            run.errors[problem] += 1
        run.sent.append(one.told(acknowledged=acknowledged))
        browser.close()


def _open_next(run: Run, browser: Browser) -> str:
    """Open what the answer leads to; returns what went wrong."""
    started = time.monotonic()
    try:
        status = browser.follow()
    except LOST as lost:
        return type(lost).__name__
    run.pages.append(time.monotonic() - started)
    return "" if status == http.client.OK else f"page {status}"


def _with_file(one: Submission) -> Submission:
    """Return the report with its own megabyte: a scanned page, or a picture."""
    mark = one.data
    data = _scan(mark) if one.name.endswith(".pdf") else b"\x89PNG\r\n\x1a\n" + mark + PICTURE
    return Submission(one.key, one.username, one.agency, one.task, one.number, one.name, data)


def _scan(mark: bytes) -> bytes:
    """Return a PDF of one page with one picture of 1 MB, as a scanner makes it."""
    picture = b"<< /Type /XObject /Subtype /Image /Width 1000 /Height 1000 /ColorSpace /DeviceGray"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + b" /Resources << /XObject << /S 4 0 R >> >> >>",
        picture + b" /BitsPerComponent 8 /Length 1000000 >>\nstream\n" + PICTURE + b"\nendstream",
        b"<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /S Do Q  \nendstream",
    ]
    out, places = b"%PDF-1.4\n%" + mark + b"\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def _least(run: Run, place: Place) -> None:
    """Write a row and a file, both to the disk, once a second as long as people report."""
    write = _row_writer(place)
    folder = place.folder / "least"
    folder.mkdir()
    while not run.over.wait(1):
        started = time.monotonic()
        with (folder / uuid4().hex).open("wb") as stream:
            stream.write(PICTURE)
            stream.flush()
            os.fsync(stream.fileno())
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
        write(uuid4().hex, json.dumps({"situation": "working", "public_sentence": "x" * 280}))
        run.least.append(time.monotonic() - started)


def _row_writer(place: Place) -> Callable[[str, str], None]:
    """Return a function that writes one row and commits it to the disk."""
    if place.url:
        import psycopg  # noqa: PLC0415  SQLite needs none

        line = psycopg.connect(place.url, autocommit=True)
        line.execute("CREATE TABLE least (key text PRIMARY KEY, content jsonb)")
        return lambda key, content: line.execute("INSERT INTO least VALUES (%s, %s)", (key, content)) and None
    file = sqlite3.connect(place.folder / "least.sqlite3", isolation_level=None)
    file.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;")
    file.execute("CREATE TABLE least (key text PRIMARY KEY, content text)")
    return lambda key, content: file.execute("INSERT INTO least VALUES (?, ?)", (key, content)) and None


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else sum(values)


if __name__ == "__main__":
    main()
