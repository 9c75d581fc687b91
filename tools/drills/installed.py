"""The demo with a log, three publishers and a witness: what an insider then does things to."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from thuocdo.core.errors import ThuocDoError

AS_OF = date(2025, 12, 31)
NAME = "log.example.vn/thuoc-do"
HAND_INS, CYCLE = 3, "2025-2"
IN_TIME = datetime(2025, 12, 20, 3, tzinfo=UTC)


@dataclass(frozen=True)
class Place:
    """Where an installation lies; `kept` is a checkpoint that a citizen has kept from it."""

    folder: Path

    @property
    def site(self) -> Path:
        """Return the published folder."""
        return self.folder / "site"

    @property
    def log(self) -> Path:
        """Return the log's folder."""
        return self.folder / "log"

    @property
    def home(self) -> Path:
        """Return the signer's folder."""
        return self.folder / "log-signer"

    @property
    def seen(self) -> Path:
        """Return the witness's folder."""
        return self.folder / "seen"

    @property
    def copy(self) -> Path:
        """Return the copy of the log that a citizen kept."""
        return self.folder / "copy-of-log"

    @property
    def kept(self) -> bytes:
        """Return the checkpoint that a citizen kept."""
        return (self.folder / "kept").read_bytes()

    @contextmanager
    def copied(self) -> Iterator["Place"]:
        """Give a copy, which is removed afterwards; the database stays one."""
        copy = Place(self.folder.with_name("copy"))
        for name in ("site", "log", "log-signer", "seen", self.copy.name):
            shutil.copytree(self.folder / name, copy.folder / name)
        for name in ("kept", "trust.json"):
            shutil.copy(self.folder / name, copy.folder / name)
        try:
            yield copy
        finally:
            shutil.rmtree(copy.folder)


def install(folder: Path) -> Place:
    """Make the demo's data, log what happened, publish twice; the log is watched by a witness."""
    os.environ |= settings_of(folder)
    from thuocdo.config import setup  # noqa: PLC0415  the settings are read when it starts

    setup.migrate()
    from thuocdo.config.demo import make_demo_data  # noqa: PLC0415  same
    from thuocdo.jobs.log import append_to_log  # noqa: PLC0415  same
    from thuocdo.log.homes import POLICY, make_home  # noqa: PLC0415  same
    from thuocdo.publication.keys import Purpose, Trust, new_key, trust_bytes, trust_of, write_key  # noqa: PLC0415  same

    now = datetime.now(UTC)
    make_demo_data(now=now, as_of=AS_OF)
    place = Place(folder)
    make_home(place.home, NAME)
    place.log.mkdir()
    policy = (place.home / POLICY).read_bytes()
    (place.log / POLICY).write_bytes(policy)
    keys = [
        new_key(
            name=f"Publisher {number}", role="publisher", purpose=Purpose.DEMO, valid_from=date(2025, 1, 1)
        )
        for number in (1, 2, 3)
    ]
    for number, key in enumerate(keys, 1):
        write_key(folder / f"publisher-{number}", key)
    plain = trust_of(tuple(keys), threshold=2)
    trust = Trust(plain.format, plain.threshold, plain.keys, policy.decode())
    (folder / "trust.json").write_bytes(trust_bytes(trust))
    hand_in_some(IN_TIME)
    append_to_log()
    publish(place, 1, 2)
    (folder / "kept").write_bytes((place.log / "checkpoint").read_bytes())
    shutil.copytree(place.log, place.copy)
    watch(place)
    return place


def settings_of(folder: Path) -> dict[str, str]:
    """Return the environment by which the application works on the installation in a folder."""
    return {
        "THUOCDO_DATA": str(folder),
        "THUOCDO_SITE": str(folder / "site"),
        "THUOCDO_LOG": str(folder / "log"),
        "THUOCDO_LOG_HOME": str(folder / "log-signer"),
        "THUOCDO_LOG_SIGNER": "",
        "THUOCDO_TSA": "",
        "THUOCDO_HTTPS": "0",
    }


def hand_in_some(now: datetime, agency: str = "BKHCN") -> int:
    """Let a ministry hand in reports: the demo's own came in as a file, which gives no receipt."""
    from thuocdo.core.actor import Actor, Role  # noqa: PLC0415  after the start
    from thuocdo.cycles.drafting import hand_in, save_draft  # noqa: PLC0415  same

    an = Actor("an", "An", frozenset({Role.REPORTER, Role.HEAD}), agency)
    sent = 0
    for number in range(1, 141):
        given = {"slug": "nq03", "cycle": CYCLE, "by": an, "now": now}
        try:
            cells = {"situation": "working", "public_sentence": "Đang soạn thảo (minh hoạ)"}
            save_draft(task=str(number), cells=cells, evidence=(), version=None, **given)
            sent += len(hand_in(tasks=(str(number),), **given).sent)
        except ThuocDoError:
            continue
        if sent == HAND_INS:
            break
    return sent


def publish(place: Place, *publishers: int, logged: bool = True, as_of: date = AS_OF) -> None:
    """Publish the facts of a day with the keys of some of the three people."""
    from thuocdo.config.transparency import entering  # noqa: PLC0415  after the start
    from thuocdo.evaluation.queries import facts  # noqa: PLC0415  same
    from thuocdo.publication.keys import read_key  # noqa: PLC0415  same
    from thuocdo.publication.publish import publish as published  # noqa: PLC0415  same

    signers = [read_key(publisher(number)) for number in publishers]
    enter = entering() if logged else None
    published(facts("nq03", as_of=as_of), out=place.site, signers=signers, now=datetime.now(UTC), enter=enter)


def publisher(number: int) -> Path:
    """Return the key file of one of the three people."""
    return Path(os.environ["THUOCDO_DATA"]) / f"publisher-{number}"


def prepare(place: Place, as_of: date) -> Path:
    """Prepare the facts of a day for people to sign; returns the folder."""
    from thuocdo.evaluation.queries import facts  # noqa: PLC0415  after the start
    from thuocdo.publication.prepared import prepare as prepared  # noqa: PLC0415  same

    waiting = place.folder / "waiting"
    prepared(facts("nq03", as_of=as_of), into=waiting, after=place.site, now=datetime.now(UTC))
    return waiting


def watch(place: Place) -> int:
    """Let the witness look at the log, as the signer asks it to; return its answer's status."""
    from thuocdo.log.homes import Home  # noqa: PLC0415  after the start
    from thuocdo.log.notes import Kind, Signer  # noqa: PLC0415  same
    from thuocdo.log.reading import Tiled, folder  # noqa: PLC0415  same
    from thuocdo.log.witnessing import Witness, request_bytes  # noqa: PLC0415  same

    home = Home(place.home)
    signed, note = home.signed()
    signer = Signer("witness.example.vn", bytes(range(32)), Kind.COSIGNATURE)
    witness = Witness(signer, [home.signers()[0].verifier], place.seen)
    known = witness.seen(signed.origin)
    old = 0 if known is None else known.size
    proof = Tiled(folder(place.log), signed.size).consistency(old) if 0 < old < signed.size else ()
    data = request_bytes(old=old, proof=proof, note=note)
    return witness.add_checkpoint(data, seconds=int(datetime.now(UTC).timestamp())).status
