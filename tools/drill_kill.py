"""Kills the application with signal 9 while people report, and counts what was acknowledged and is not there.

The real server runs on loopback with SQLite, or with the PostgreSQL of DATABASE_URL; reporters and
heads send the panel's form with a file each to the ordinary web addresses, and send what was not
acknowledged again with the same key. Prints one `name: value` line for each figure and ends with 1
when anything was lost, doubled or half, or when the drill did not catch the control: a server that
acknowledges before it has written anything. A server that ends by itself fails the drill too.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from drills.client import LOST, Browser, Submission
from drills.place import Place, Server
from drills.world import Person, people

ROUND = 400
"""Submissions of one round; each round begins with a fresh copy, so that no round has much to read."""

AGENCIES, TASKS = 4, 50
AGAIN = 0.1
"""Share of acknowledged reports that are sent once more, as if the answer had been lost."""

GIVEN_UP = 0.05
"""Share of unacknowledged reports that nobody sends again: those may be there or not, but never half."""

PATIENCE, LONGEST = 0.05, 120.0
"""Seconds between two attempts, and after which a report without an answer is a fault."""


@dataclass(slots=True)
class Round:
    """What happened in one round: what was sent, which was acknowledged, and answers that nobody expects."""

    sent: list[Submission] = field(default_factory=list)
    acknowledged: set[str] = field(default_factory=set)
    unexpected: Counter[int] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)


def main() -> int:
    """Drill, then drill the control."""
    reader = argparse.ArgumentParser(description=main.__doc__)
    reader.add_argument("--submissions", type=int, default=20_000)
    reader.add_argument("--kills", type=int, default=0, help="else one for each hundred submissions")
    reader.add_argument("--seed", type=int, default=0, help="else a new one, which is printed")
    asked = reader.parse_args()
    seed = asked.seed or random.SystemRandom().randrange(1, 10**6)
    chance = random.Random(seed)  # noqa: S311  no secret
    kills = asked.kills or max(4, asked.submissions // 100)
    with tempfile.TemporaryDirectory(prefix="thuocdo-drill-") as folder:
        base = Place(Path(folder) / "base", os.environ.get("DATABASE_URL", ""))
        try:
            cookies = _prepare(base)
            total = _drill(base, cookies, asked.submissions, kills, chance)
            size = min(asked.submissions, ROUND)
            control = _drill(
                base, cookies, size, max(4, kills * size // asked.submissions), chance, early=True
            )
        finally:
            base.drop()
    figures = {"database": base.kind, "seed": seed, **total, "control_lost": control["lost"]}
    for name, value in figures.items():
        print(f"{name}: {value}")
    wrong = any(total[name] for name in ("lost", "doubled", "half", "crashed", "unexpected"))
    return 1 if wrong or not control["lost"] else 0


def _prepare(base: Place) -> dict[str, dict[str, str]]:
    """Make the world and log everybody in; returns the cookies by log-in name."""
    base.run("world", "--agencies", str(AGENCIES), "--tasks", str(TASKS))
    server = Server(base)
    server.start()
    try:
        found = {}
        for person in people(AGENCIES, TASKS):
            browser = Browser(server.port)
            browser.log_in(person.username)
            browser.close()
            found[person.username] = browser.cookies
        return found
    finally:
        server.kill()


def _drill(
    base: Place,
    cookies: dict[str, dict[str, str]],
    submissions: int,
    kills: int,
    chance: random.Random,
    *,
    early: bool = False,
) -> dict[str, int]:
    """Run as many rounds as the number of submissions needs; returns the sums."""
    total: Counter[str] = Counter(dict.fromkeys(("acknowledged", "lost", "doubled", "half", "kills"), 0))
    for start in range(0, submissions, ROUND):
        size = min(ROUND, submissions - start)
        share = kills * (start + size) // submissions - kills * start // submissions
        place = base.copy(base.folder.with_name(f"round-{start}{'-control' if early else ''}"))
        try:
            total.update(_round(place, cookies, size, share, chance, early=early))
        finally:
            place.drop()
    return dict(total)


def _round(
    place: Place,
    cookies: dict[str, dict[str, str]],
    size: int,
    kills: int,
    chance: random.Random,
    *,
    early: bool,
) -> dict[str, int]:
    went = Round()
    server = Server(place, early=early)
    server.start()
    cast = people(AGENCIES, TASKS)
    shares = [size // len(cast) + (number < size % len(cast)) for number in range(len(cast))]
    workers = [
        threading.Thread(
            target=_report,
            args=(went, Browser(server.port, cookies[person.username]), person, share, number),
            kwargs={"chance": random.Random(chance.random())},  # noqa: S311  no secret
        )
        for number, (person, share) in enumerate(zip(cast, shares, strict=True))
    ]
    for worker in workers:
        worker.start()
    moments = chance.sample(range(size), min(kills, size))
    killed, crashed = _kill(server, went, workers, moments, chance)
    for worker in workers:
        worker.join()
    server.kill()
    told = [one.told(acknowledged=one.key in went.acknowledged) for one in went.sent]
    counts = json.loads(place.run("counting", given=json.dumps(told)))
    answers = {f"unexpected_{status}": times for status, times in went.unexpected.items()}
    strange = sum(answers.values())
    return {**counts, "kills": killed, "crashed": crashed, "unexpected": strange, **answers}


def _kill(
    server: Server, went: Round, workers: list[threading.Thread], moments: list[int], chance: random.Random
) -> tuple[int, int]:
    """Kill the server when so many reports have begun and a random moment has passed; start it again.

    Returns how often that was done, and how often the server ended without us.
    """
    killed = crashed = 0
    left = sorted(moments)
    while any(worker.is_alive() for worker in workers):
        if server.has_died():
            crashed += 1
            server.start()
        elif left and len(went.sent) > left[0]:
            left.pop(0)
            time.sleep(chance.random() * 0.3)
            server.kill()
            server.start()
            killed += 1
        time.sleep(PATIENCE / 10)
    return killed, crashed


def _report(
    went: Round, browser: Browser, person: Person, share: int, place: int, *, chance: random.Random
) -> None:
    """Report as one person does, one report after the other, each until it is acknowledged."""
    for one in _submissions(person, share, place, chance):
        with went.lock:
            went.sent.append(one)
        if _until_acknowledged(went, browser, one, chance):
            went.acknowledged.add(one.key)
            if chance.random() < AGAIN:
                _until_acknowledged(went, browser, one, chance)
    browser.close()


def _until_acknowledged(went: Round, browser: Browser, one: Submission, chance: random.Random) -> bool:
    """Send until there is an answer, or until the person gives up after the first loss."""
    patient = chance.random() >= GIVEN_UP
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        try:
            acknowledged, status, _page = browser.submit(one)
        except LOST:
            if not patient:
                return False
            time.sleep(PATIENCE)
            continue
        if not acknowledged:
            went.unexpected[status] += 1
        return acknowledged
    went.unexpected[0] += 1  # a server that is up again has to answer
    return False


def _submissions(person: Person, share: int, place: int, chance: random.Random) -> Iterator[Submission]:
    """Yield reports of different tasks, each with a small file of its own."""
    mine = person.tasks[place % 2 :: 2]
    for number in range(share):
        key = uuid4().hex
        data = f"Tờ trình {key}\n".encode() * chance.randrange(1, 200)
        name = "to-trinh.txt"
        if number % 4 == 0:
            name, data = "quet.png", b"\x89PNG\r\n\x1a\n" + chance.randbytes(20_000)
        task = mine[number % len(mine)]
        # Numbers of documents, a block for each person, so that no two reports name the same one.
        yield Submission(key, person.username, person.agency, task, place * 10_000 + number + 1, name, data)


if __name__ == "__main__":
    sys.exit(main())
