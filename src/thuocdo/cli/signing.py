"""Commands for publishing by several people: prepare a folder, sign its manifest anywhere, release it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.publication.offline import Summary

_NAMED = 10


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(prepare)
    app.command()(sign)
    app.command()(release)


def sign(
    manifest: Annotated[Path, typer.Argument(help="manifest.json of the prepared publication.")],
    key: Annotated[Path, typer.Option(help="Your key file.")],
    previous: Annotated[
        Path | None, typer.Option(help="manifest.json that readers have now: shows what changes.")
    ] = None,
    to: Annotated[Path | None, typer.Option(help="Where to write your signature.")] = None,
    yes: Annotated[
        str, typer.Option(help="The first 12 digits of the digest shown, instead of being asked.")
    ] = "",
) -> None:
    """Show what a manifest publishes, ask, and sign it; needs no database and no network."""
    from thuocdo.publication.keys import read_key
    from thuocdo.publication.offline import read_file, signature, summary

    head, data = read_file(manifest)
    found = summary(head, data, None if previous is None else read_file(previous))
    signer = read_key(key)
    signed = signature(head, data, signer)
    for line in _shown(found):
        typer.echo(line)
    word = found.digest[:12]
    given = yes or typer.prompt(_("Type {word} to sign as {name}").format(word=word, name=signer.name))
    if given.strip() != word:
        raise NotAllowed(_("That is not {word}: nothing was signed.").format(word=word))
    out = to or manifest.with_name(f"signature-{signer.id}.json")
    _write_new(out, signed)
    typer.echo(
        _("Signed with key {id}: {file}. Send this file to whoever publishes.").format(id=signer.id, file=out)
    )


def prepare(
    to: Annotated[Path, typer.Option(help="The folder to prepare; no web server may show it.")],
    out: Annotated[Path, typer.Option(help="The published folder that it will replace.")],
    as_of: Annotated[str, typer.Option(help="The day to look from, as 2025-12-31; else today.")] = "",
    accept: Annotated[list[str] | None, typer.Option(help="A warning's code, = and your sentence.")] = None,
) -> None:
    """Write a whole publication without signatures, for several people to sign its manifest."""
    from thuocdo.config import setup

    setup.start()
    from django.conf import settings

    from thuocdo.cli.publication import sentences_given
    from thuocdo.config.transparency import past, scored_sets
    from thuocdo.core.canonical import sha256_hex
    from thuocdo.core.dates import local_day
    from thuocdo.evaluation.queries import facts as facts_known
    from thuocdo.publication.prepared import prepare as prepared
    from thuocdo.publication.releases.releasing import check_way_back

    now = datetime.now(UTC)
    day = _day(as_of) if as_of else local_day(now, settings.THUOCDO_ZONE)
    facts = facts_known(settings.THUOCDO_PROGRAMME, as_of=day)
    known = past()
    check_way_back(out, day, known)
    answers = sentences_given(accept or [])
    data = prepared(facts, into=to, after=out, now=now, accepted=answers, past=known, sets=scored_sets())
    said = _("{to}/manifest.json is to be signed; its digest: {digest}")
    typer.echo(said.format(to=to, digest=sha256_hex(data)))


def release(
    folder: Annotated[Path, typer.Argument(help="The prepared folder.", metavar="DIR")],
    out: Annotated[Path, typer.Option(help="The published folder.")],
    signature: Annotated[list[Path], typer.Option(help="A file of thuocdo sign; once for each person.")],
    trust: Annotated[Path, typer.Option(help="trust.json: whose keys count, and how many have to sign.")],
) -> None:
    """Publish a prepared folder with the signatures of enough people; with fewer nothing changes."""
    from thuocdo.config import setup

    setup.start()
    from thuocdo.config.transparency import entering
    from thuocdo.publication.corrections import Past
    from thuocdo.publication.keys import read_trust
    from thuocdo.publication.offline import read_signature_file
    from thuocdo.publication.prepared import read_prepared
    from thuocdo.publication.prepared import release as released

    if not trust.is_file():
        raise NotFound(_("There is no trust file {path}.").format(path=trust))
    known = read_trust(trust.read_bytes(), where=str(trust))
    head, _data = read_prepared(folder)
    done = released(
        folder,
        out=out,
        signatures=[read_signature_file(each) for each in signature],
        trust=known,
        enter=entering(Past(head.corrections, head.taken_away)),
    )
    said = _("{out}: {files} files, {written} written. Manifest {manifest}.")
    typer.echo(
        said.format(out=out, files=done.files, written=len(done.written), manifest=done.manifest_sha256)
    )


def _shown(found: "Summary") -> Iterator[str]:
    yield _("Programme {number}, as of {day}, rules {rules}").format(
        number=found.programme, day=found.as_of, rules=found.rules_version
    )
    if found.illustrative:
        yield "MINH HOẠ / ILLUSTRATIVE"
    yield _("{files} files, {bytes} bytes; {gaps} things cannot be recomputed").format(
        files=found.files, bytes=found.bytes, gaps=found.not_recomputable
    )
    yield from _compared(found)
    for each in found.corrections:
        yield f"  {each.what}, {each.key}, {each.field}: {each.old} → {each.new} ({each.document})"
    for gone in found.taken_away:
        yield f"  {_('taken away')}: {gone.path} ({gone.document})"
    yield _("Digest (SHA-256) of the manifest: {digest}").format(digest=found.digest)


def _compared(found: "Summary") -> Iterator[str]:
    if found.previous is None:
        yield _("It follows no publication: it is the first one.")
        return
    yield _("It follows the publication {digest}").format(digest=found.previous)
    if not found.compared:
        yield _("What changes is not shown: name the manifest before with --previous.")
        return
    for title, paths in (
        (_("New files: {count}"), found.new),
        (_("Changed files: {count}"), found.changed),
        (_("Files that are no longer there: {count}"), found.removed),
    ):
        yield title.format(count=len(paths))
        tables = [path for path in paths if path.endswith((".csv", "facts.json"))]
        yield from (f"  {path}" for path in tables[:_NAMED])
        if len(tables) > _NAMED:
            yield f"  … {len(tables) - _NAMED}"


def _write_new(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise Conflict(
            _("{path} exists.").format(path=path), hint=_("Name another file with --to.")
        ) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid(_("{day} is no day.").format(day=text), hint=_("Write it as 2025-12-31.")) from None


def _(words: str) -> str:
    return translate(words, language())
