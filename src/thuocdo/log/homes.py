"""Where the signer keeps what only it may write: its keys, its policy, and the last checkpoint it signed.

The folder belongs to the signer's own account and lies apart from the log: whoever can write the
log, or put an older copy of it back, cannot make the signer forget what it has signed.
"""

import contextlib
import os
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from thuocdo.core.errors import N_, Conflict, NotFound
from thuocdo.log import checkpoints, keyfiles
from thuocdo.log.checkpoints import Checkpoint, read_checkpoint
from thuocdo.log.durable import PRIVATE, force_names, make_folder, only_writer, write_whole
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import Signer, VerifierKey, read_note
from thuocdo.log.policy import NONE, Policy, read_policy
from thuocdo.log.tree import EMPTY_ROOT

KEY = "key"
NEXT_KEY = "key.next"
RECORD = "signed"
POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Home:
    """The signer's folder."""

    folder: Path

    def lock(self) -> AbstractContextManager[None]:
        """Let one process sign at a time; refuses at once when another one does."""
        self._check()
        return only_writer(self.folder)

    def signer(self, in_force: VerifierKey | None) -> Signer:
        """Return the key in force by the log's own entries; without such an entry, the first key."""
        first = keyfiles.read_signer(self.folder / KEY)
        if in_force is None or first.verifier == in_force:
            return first
        following = self.folder / NEXT_KEY
        if following.exists() and (signer := keyfiles.read_signer(following)).verifier == in_force:
            return signer
        raise Unsound("key_not_here", key=in_force)

    def signers(self) -> tuple[Signer, ...]:
        """Return every key that may be in force."""
        paths = (self.folder / name for name in (KEY, NEXT_KEY))
        return tuple(keyfiles.read_signer(path) for path in paths if path.exists())

    @property
    def origin(self) -> str:
        """Return the log's name."""
        self._check()
        return keyfiles.read_signer(self.folder / KEY).name

    @property
    def policy(self) -> Policy:
        """Return whose signatures a checkpoint needs before readers get it."""
        return read_policy((self.folder / POLICY).read_bytes(), where=str(self.folder / POLICY))

    def signed(self) -> tuple[Checkpoint, bytes]:
        """Return the last checkpoint that was signed, with its note; who has none must not sign."""
        self._check()
        path = self.folder / RECORD
        try:
            note = path.read_bytes()
        except FileNotFoundError:
            raise Unsound("record_missing", path=path) from None
        return read_checkpoint(read_note(note).text), note

    def remember(self, note: bytes) -> None:
        """Write down what was signed, before anybody gets it."""
        write_whole(self.folder / RECORD, note, mode=PRIVATE)

    def next_signer(self) -> Signer:
        """Return the key that is to follow, made at the first call; it is on the disk before it is used."""
        path = self.folder / NEXT_KEY
        if not path.exists():
            keyfiles.write_signer(path, keyfiles.new_signer(self.origin))
        return keyfiles.read_signer(path)

    def rotate(self) -> None:
        """Let the next key be the key, once a checkpoint was signed with it; the old one is kept."""
        with self.lock():
            following = keyfiles.read_signer(self.folder / NEXT_KEY).verifier
            old = keyfiles.read_signer(self.folder / KEY).verifier
            policy = (self.folder / POLICY).read_text(encoding="utf-8")
            if str(following) not in policy:
                write_whole(self.folder / POLICY, f"log {following}\n{policy}".encode())
            with contextlib.suppress(FileExistsError):  # a crash after this line
                (self.folder / f"{KEY}.{old.id.hex()}").hardlink_to(self.folder / KEY)
            (self.folder / NEXT_KEY).rename(self.folder / KEY)  # at no moment is there no key
            force_names(self.folder)

    def _check(self) -> None:
        if not (self.folder / KEY).exists():
            raise NotFound(
                N_("{folder} is no signer's folder."),
                hint=N_("thuocdo log init makes one."),
                params={"folder": self.folder},
            )


def make_home(folder: Path, name: str) -> Home:
    """Make a new log's key, policy without witnesses, and signed beginning; refuses where there is one."""
    signer = keyfiles.new_signer(name)
    make_folder(folder)
    os.chmod(folder, 0o700)  # noqa: PTH101  nobody else needs to see what lies there
    home = Home(folder)
    with only_writer(folder):
        if any((folder / each).exists() for each in (KEY, RECORD)):
            raise Conflict(
                N_("{folder} is a signer's folder already."),
                hint=N_("Name another one: a log has one signer."),
                params={"folder": folder},
            )
        write_whole(folder / POLICY, f"log {signer.verifier}\nquorum {NONE}\n".encode())
        home.remember(checkpoints.signed(Checkpoint(name, 0, EMPTY_ROOT), signer))
        keyfiles.write_signer(folder / KEY, signer)
    return home


def make_log(folder: Path, *, home: Path, name: str) -> Home:
    """Make an empty log in a folder, with its signer's folder; refuses where that signer has one."""
    made = make_home(home, name)
    make_folder(folder)
    write_whole(folder / POLICY, (made.folder / POLICY).read_bytes())
    return made
