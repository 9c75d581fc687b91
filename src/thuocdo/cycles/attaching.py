"""Files that a body hands in: looked at, kept under their digest, then written down; and read back."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from thuocdo.accounts.rules import can, check
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import insert_unless_known
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import N_, Conflict, NotAllowed, NotFound
from thuocdo.cycles import models, ports
from thuocdo.cycles.faults import NO_BODY_OF, SAY_BODY
from thuocdo.cycles.filekinds import FileKind, clean_name, kind_of, refused
from thuocdo.cycles.rules import carries_secret_mark
from thuocdo.cycles.types import INSIDE, AttachedFile, Looked, Taken


def attach(*, name: str, data: bytes, by: Actor, now: datetime) -> AttachedFile:
    """Keep a file of the actor's body and return it; the same bytes are kept once for each body.

    The bytes are on the disk before the row is committed. Raises Invalid, with one sentence that names
    the file, for one that is too large, of no kind that is taken, in disguise, or that carries a mark
    of state secrecy in its name or its text: of such a file nothing is kept.
    """
    taken = take(name=name, data=data, by=by)
    with transaction.atomic():
        return keep(taken, by=by, now=now)


def take(*, name: str, data: bytes, by: Actor) -> Taken:
    """Look at a file and begin to keep its bytes, outside of any transaction; raises like `attach`.

    Whoever takes it has to `keep` it, together with what it belongs to; else the sweeper removes it.
    """
    check(by, Permission.REPORT)
    if not by.agency:
        raise NotAllowed(NO_BODY_OF, hint=SAY_BODY, params={"name": by.name})
    shown = clean_name(name)
    kind, pages = _check(shown, data)
    digest, wait = ports.store().put(data)
    public_id = f"F-{sha256_hex(f'{by.agency} {digest}'.encode())[:12]}"
    return Taken(AttachedFile(public_id, shown, len(data), kind.media, digest, pages), wait)


def attachment(public_id: str, *, by: Actor) -> tuple[AttachedFile, Path]:
    """Return a file and where its bytes are: one of the actor's own body, or any that was sent.

    Everything else is NotFound, for who may verify or read all too: what a body has not sent yet is
    its own affair.
    """
    row = models.Attachment.objects.filter(public_id=public_id).first()
    if row is None or not _may_read(row, by):
        hint = N_("Open it from the record that names it.")
        raise NotFound(N_("There is no file {id}."), hint=hint, params={"id": public_id[:20]})
    return _value(row), ports.store().path(row.sha256)


def files_of(digests: Collection[str], *, agency: str) -> tuple[AttachedFile, ...]:
    """Return a body's files by the digests that its evidence names, in that order."""
    found = {
        row.sha256: _value(row) for row in models.Attachment.objects.filter(agency=agency, sha256__in=digests)
    }
    return tuple(found[digest] for digest in digests if digest in found)


def files_of_ids(public_ids: Collection[str], *, agency: str) -> dict[str, AttachedFile]:
    """Return files of a body by their ids, for a page whose reader may see what names them."""
    rows = models.Attachment.objects.filter(public_id__in=public_ids, agency=agency)
    return {row.public_id: _value(row) for row in rows}


def files_named(public_ids: Collection[str], *, by: Actor) -> dict[str, AttachedFile]:
    """Return the files of the actor's own body among these ids, for a draft that names them."""
    return files_of_ids(public_ids, agency=by.agency)


def bind(public_ids: Collection[str], *, to: str, by: Actor) -> None:
    """Let files of the actor's body know what they prove; from then on who verifies may open them.

    Whoever sweeps unused files waits until this is committed. A file that proves something already stays
    with it, and is read by whoever may read that.
    """
    rows = models.Attachment.objects.filter(public_id__in=public_ids, agency=by.agency)
    rows.filter(evidence="").update(evidence=to)
    if rows.count() != len(set(public_ids)):
        raise Conflict(N_("A file was removed meanwhile."), hint=N_("Hand the file in again."))


def _check(name: str, data: bytes) -> tuple[FileKind, int | None]:
    if carries_secret_mark(name):
        raise refused("secret_name", "")
    limit = settings.THUOCDO_MAX_FILE_MB
    if len(data) > limit * 1_000_000:
        raise refused("too_large", name, limit=str(limit))
    kind = kind_of(name, data)
    looked = ports.look()(data, kind.suffix) if kind.readable else Looked()
    if looked.marked:
        raise refused("secret_text", name)
    if looked.fault:
        raise refused(looked.fault, name)
    return kind, looked.pages


def keep(taken: Taken, *, by: Actor, now: datetime) -> AttachedFile:
    """Write down a file that was taken, in the transaction of what names it; its bytes are on the disk then.

    Of bytes that the body has already, the first row stays.
    """
    try:
        return _row_of(taken.file, by=by, now=now)
    finally:
        taken.wait()  # the disk has worked while the database was asked; nobody writes when this is over


def _row_of(file: AttachedFile, *, by: Actor, now: datetime) -> AttachedFile:
    row = models.Attachment(
        public_id=file.public_id,
        agency=by.agency,
        sha256=file.sha256,
        name=file.name,
        size=file.size,
        media=file.media,
        pages=file.pages,
        author=by.id,
        received_at=now,
    )
    own = models.Attachment.objects.filter(agency=by.agency, sha256=file.sha256)
    while not insert_unless_known(row):
        known: models.Attachment | None = own.first()
        # Young again, so that the sweeper leaves it; it may have taken the row since it was read.
        if known is not None and (known.evidence or own.filter(pk=known.pk).update(received_at=now)):
            return _value(known)
    body = {"sha256": file.sha256, "size": file.size, "agency": by.agency}
    audit.record(kind="file_received", on=row.public_id, by=by, at=now, body=body)
    return _value(row)


def _may_read(row: models.Attachment, by: Actor) -> bool:
    if by.agency and by.agency == row.agency:
        return True
    if not (can(by, Permission.VERIFY) or can(by, Permission.READ_ALL)) or not row.evidence:
        return False
    return not models.Evidence.objects.filter(public_id=row.evidence, state__in=INSIDE).exists()


def _value(row: models.Attachment) -> AttachedFile:
    return AttachedFile(row.public_id, row.name, row.size, row.media, row.sha256, row.pages)
