"""Commands of the transparency log: make it, look at it, check it, change its key, run its signer."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.cli.stopping import until_stopped
from thuocdo.core.errors import IntegrityBroken, NotFound
from thuocdo.core.messages import said, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thuocdo.log.errors import Unsound
    from thuocdo.log.policy import Policy
    from thuocdo.log.verifying import Verified

log_app = typer.Typer(help="The transparency log: make it, look at it, check it.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(log_app, name="log")


@log_app.command()
def init(
    name: Annotated[str, typer.Argument(help="The log's name, as log.example.vn/thuoc-do.")],
    trust: Annotated[
        Path | None, typer.Option(help="A trust.json to write the log's policy into, for citizens.")
    ] = None,
) -> None:
    """Make a log: its key (mode 0600), its policy, and an empty beginning."""
    from thuocdo.config import settings as where
    from thuocdo.log.homes import POLICY, make_log

    home = make_log(where.THUOCDO_LOG, home=where.THUOCDO_LOG_HOME, name=name)
    policy = (home.folder / POLICY).read_bytes()
    if trust is not None:
        _pin(trust, policy)
    _say(_("Log {name}: {log}. Key: {home}."), name=name, log=where.THUOCDO_LOG, home=home.folder)
    typer.echo(policy.decode(), nl=False)
    _say(_("Without witnesses the log is tamper-evident only to those who keep checkpoints."))


@log_app.command()
def status() -> None:
    """Say what was signed last and what readers get."""
    from thuocdo.config import settings as where
    from thuocdo.log.checkpoints import read_checkpoint
    from thuocdo.log.growing import shown_note
    from thuocdo.log.homes import Home
    from thuocdo.log.notes import read_note

    home = Home(where.THUOCDO_LOG_HOME)
    signed, _note = home.signed()
    note = shown_note(where.THUOCDO_LOG)
    shown = 0 if note is None else read_checkpoint(read_note(note).text).size
    _say(
        _("Log {name}: {size} entries signed, readers have {shown}."),
        name=home.origin,
        size=signed.size,
        shown=shown,
    )
    _say(_("Root {root}. Key {key}."), root=signed.root.hex(), key=home.signers()[0].verifier)
    policy = home.policy
    _say(_("Witnesses: {count}; quorum: {quorum}."), count=len(policy.witnesses), quorum=policy.quorum)


@log_app.command()
def check(
    folder: Annotated[
        Path, typer.Argument(help="The log's folder, or a publication that has one.", metavar="DIR")
    ],
    since: Annotated[
        Path | None, typer.Option(help="A checkpoint that you kept, or an older copy of the folder.")
    ] = None,
    trust: Annotated[
        Path | None, typer.Option(help="trust.json, or a policy file: whose keys count.")
    ] = None,
) -> None:
    """Read every entry, recompute the tree, and compare it with what was signed and what you kept."""
    from thuocdo.log.reading import folder as reader
    from thuocdo.log.verifying import kept_notes, verify_log

    root = _log_in(folder)
    policy, pinned = _policy(root, trust)
    kept = None if since is None else checkpoint_in(since)
    found = verify_log(reader(root), policy=policy, pinned=pinned, since=kept, kept=kept_notes(root))
    _name(found.faults)
    if found.faults and since is not None and since.is_dir() and found.checkpoint is not None:
        _name(_changed(root, found.checkpoint.size, since))
    if found.faults:
        raise IntegrityBroken(f"{folder}: {said(found.faults[0], language())[0]}")
    _tell(found)


@log_app.command()
def append() -> None:
    """Append what happened since; the background work does it too (thuocdo jobs)."""
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.jobs.log import append_to_log

    done = append_to_log()
    if not done:
        raise NotFound(_("There is no log here."), hint=_("Make one: thuocdo log init NAME"))
    _say(_("Entries appended: {logged}."), **done)


@log_app.command()
def audit() -> None:
    """Hold the database against the log: every logged event, and every record that was handed in."""
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.jobs.log import audit_database

    faults = audit_database()
    _name(faults)
    if faults:
        raise IntegrityBroken(said(faults[0], language())[0])
    _say(_("The database and the log agree."))


@log_app.command()
def rotate() -> None:
    """Let a new key follow the present one: both sign an entry that says so."""
    from thuocdo.adapters.witnesses import cosigned_by
    from thuocdo.config import settings as where
    from thuocdo.log.changing import change_key
    from thuocdo.log.homes import Home

    home = Home(where.THUOCDO_LOG_HOME)
    cosign = cosigned_by(home.folder)
    new = change_key(home, where.THUOCDO_LOG, now=datetime.now(UTC), cosign=cosign)
    _say(_("The log's key is now {new}. Print it where people find whose keys count."), new=new)


@log_app.command()
def signer() -> None:
    """Run the signer on the socket THUOCDO_LOG_SIGNER, as an account that alone may read the key."""
    from thuocdo.adapters.signing import serve
    from thuocdo.config import settings as where
    from thuocdo.log.homes import Home

    if not where.THUOCDO_LOG_SIGNER:
        raise NotFound(
            _("THUOCDO_LOG_SIGNER names no socket."), hint=_("Set it to a path below a folder of its own.")
        )
    stop = until_stopped()
    name = Home(where.THUOCDO_LOG_HOME).origin

    def ready() -> None:
        _say(_("The signer of {name} listens on {socket}."), name=name, socket=where.THUOCDO_LOG_SIGNER)

    path = Path(where.THUOCDO_LOG_SIGNER)
    serve(path, home=where.THUOCDO_LOG_HOME, log=where.THUOCDO_LOG, stop=stop, ready=ready)


def _changed(root: Path, size: int, since: Path) -> "list[Unsound]":
    """Return which entry is the first that an older copy has otherwise, as far as both can be read."""
    from thuocdo.log.checkpoints import read_checkpoint
    from thuocdo.log.errors import Unsound
    from thuocdo.log.notes import read_note
    from thuocdo.log.reading import folder as reader
    from thuocdo.log.verifying import first_changed

    try:
        older = read_checkpoint(read_note(checkpoint_in(since)).text).size
        found = first_changed(reader(root), size, reader(_log_in(since)), older)
    except Unsound:
        return []
    return [] if found is None else [found]


def _name(faults: "Sequence[Unsound]") -> None:
    for fault in faults:
        typer.echo(f"! {said(fault, language())[0]}")


def _tell(found: "Verified") -> None:
    checkpoint = found.checkpoint
    if checkpoint is None:
        return
    _say(
        _("The log {name} holds: {size} entries, root {root}."),
        name=checkpoint.origin,
        size=checkpoint.size,
        root=checkpoint.root.hex(),
    )
    if not found.pinned:
        _say(_("Its key is not pinned: only a trust file says whose log it is (--trust)."))
    if found.witnesses:
        _say(_("Witnesses that signed: {names}."), names=", ".join(found.witnesses))
    else:
        _say(_("No witness signed: only those who keep checkpoints can see a rewritten past."))


def _log_in(folder: Path) -> Path:
    """Return the log's folder: the given one, or `log` in a publication."""
    for each in (folder, folder / "log"):
        if (each / "checkpoint").exists():
            return each
    raise NotFound(_("{folder} holds no log with a checkpoint.").format(folder=folder))


def checkpoint_in(path: Path) -> bytes:
    """Return the checkpoint that somebody kept: the file itself, or the one of an older copy."""
    found = _log_in(path) / "checkpoint" if path.is_dir() else path
    if not found.is_file():
        raise NotFound(_("There is no checkpoint {path}.").format(path=path))
    with found.open("rb") as stream:
        return stream.read(1_000_001)


def _policy(root: Path, trust: Path | None) -> "tuple[Policy, bool]":
    """Return whose keys count: what the reader pins, else what lies beside the log."""
    from thuocdo.log.policy import read_policy
    from thuocdo.log.reading import folder as reader
    from thuocdo.publication.keys import read_trust

    if trust is None:
        data = reader(root)("policy", 1 << 16)
        if data is None:
            raise NotFound(_("{folder} has no policy.").format(folder=root), hint=_("Name one with --trust."))
        return read_policy(data, where=str(root / "policy")), False
    if not trust.is_file():
        raise NotFound(_("There is no trust file {path}.").format(path=trust))
    data = trust.read_bytes()
    if data.lstrip().startswith(b"{"):
        pinned = read_trust(data, where=str(trust)).log
        if not pinned:
            raise NotFound(_("{path} pins no log.").format(path=trust))
        data = pinned.encode()
    return read_policy(data, where=str(trust)), True


def _pin(trust: Path, policy: bytes) -> None:
    from dataclasses import replace

    from thuocdo.publication.keys import read_trust, trust_bytes

    if not trust.is_file():
        raise NotFound(_("There is no trust file {path}.").format(path=trust))
    known = read_trust(trust.read_bytes(), where=str(trust))
    trust.write_bytes(trust_bytes(replace(known, log=policy.decode())))


def _say(words: str, **values: object) -> None:
    typer.echo(words.format(**values))


def _(words: str) -> str:
    return translate(words, language())
