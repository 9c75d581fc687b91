"""A publication that stands in a log, made without a database; used by tests and by the drill."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.factories.facts import some_facts
from tests.factories.logs import SIGNER, entries, homed
from tests.factories.publication import a_key, publish_plainly

from thuocdo.evaluation.types import Facts
from thuocdo.log import reading
from thuocdo.log.entries import entry_bytes
from thuocdo.log.growing import grow
from thuocdo.log.history import history
from thuocdo.log.homes import Home
from thuocdo.log.mirroring import log_files, proof_file
from thuocdo.log.story import Story
from thuocdo.log.types import Publication
from thuocdo.publication.keys import Trust, trust_of
from thuocdo.publication.method import method_in_use
from thuocdo.publication.publish import Published

KEYS = tuple(a_key(seed) for seed in (1, 2, 3))
POLICY = f"log {SIGNER.verifier}\nquorum none\n"


@dataclass(frozen=True)
class Installation:
    """A signer's folder, its log, and the site that is published with it."""

    folder: Path

    @property
    def home(self) -> Home:
        """Return the signer's folder."""
        return Home(self.folder / "home")

    @property
    def log(self) -> Path:
        """Return the log's folder."""
        return self.folder / "log"

    @property
    def site(self) -> Path:
        """Return the published folder."""
        return self.folder / "site"

    def append(self, *data: bytes) -> None:
        """Let the signer append."""
        grow(self.home, self.log, data, base=self.home.signed()[0].size)

    def enter(self, manifest: str) -> Iterator[tuple[str, bytes]]:
        """Let the log take in a manifest, as config.transparency does with the database's help."""
        size = grow(self.home, self.log).signed  # shows what a crash has left signed
        story = Story()
        known = [story.take(each) for each in reading.entries(reading.folder(self.log), size)]
        last = None if story.last_publication is None else known[story.last_publication]
        if last is None or last.manifest != manifest:
            method = known.index(method_in_use())
            self.append(entry_bytes(Publication(manifest, method, story.last_publication)))
        yield from log_files(self.log)
        yield proof_file(self.log, self.number_of(manifest))

    def number_of(self, manifest: str) -> int:
        """Return the number of a publication's entry."""
        number = history(self.log).number_of(manifest)
        assert number is not None
        return number

    def publish(self, facts: Facts, **changes: Any) -> Published:
        """Publish with two of three keys, into the log."""
        given = {"signers": KEYS[:2], "enter": self.enter} | changes
        return publish_plainly(facts, self.site, **given)


def pinned(threshold: int = 2, policy: str = POLICY) -> Trust:
    """Return what a citizen pins: three people, two of whom sign, and the log's policy."""
    plain = trust_of(KEYS, threshold=threshold)
    return Trust(plain.format, plain.threshold, plain.keys, policy)


def installed(folder: Path, *, reports: int = 300) -> Installation:
    """Make a log of a method and reports, and publish in it."""
    made = Installation(folder)
    homed(folder / "home")
    made.append(entry_bytes(method_in_use()), *entries(reports + 2)[2:])
    made.publish(some_facts())
    return made
