"""Commands of the publication room: publish, verify and make a signing key."""

import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from thuocdo.cli.language import language
from thuocdo.cli.log import checkpoint_in
from thuocdo.cli.observations import publish_observations
from thuocdo.cli.stopping import until_stopped
from thuocdo.core.collector import look_now
from thuocdo.core.errors import IntegrityBroken, Invalid, NotFound, ThuocDoError
from thuocdo.core.memory import Memory
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.publication.findings import Finding, Report
    from thuocdo.publication.keys import Trust
    from thuocdo.publication.publish import Published

_WITH_FILE = "Name its file with --observations."


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(publish)
    app.command()(verify)
    app.command("make-key")(make_key)


def verify(
    source: Annotated[
        str, typer.Argument(help="The published folder, or its web address.", metavar="DIR|URL")
    ],
    trust: Annotated[Path | None, typer.Option(help="trust.json: whose keys count.")] = None,
    since: Annotated[
        Path | None, typer.Option(help="A checkpoint of its log that you kept, or an older copy.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    recompute: Annotated[
        bool, typer.Option("--recompute", help="Only recompute: count the rows that come out byte for byte.")
    ] = False,
) -> None:
    """Check a publication: signatures, files, and every status and verdict recomputed."""
    from thuocdo.cli.recomputing import told
    from thuocdo.publication.verify import verify as verified

    if recompute:
        with _folder(source) as root:
            told(root, source, as_json=as_json)
        return
    kept = None if since is None else checkpoint_in(since)
    with _folder(source) as root:
        report = verified(root, trust=_trust(trust), since=kept)
    if as_json:
        typer.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
    else:
        for line in _lines(report):
            typer.echo(line)
    if not report.holds:
        first = report.faults[0].fault(language())
        raise IntegrityBroken(f"{source}: {first}.", hint=translate("Do not rely on this copy.", language()))


def publish(  # noqa: PLR0917  typer reads options from the parameters
    out: Annotated[
        Path | None, typer.Option(help="The folder to write; of a data set by default named like its file.")
    ] = None,
    key: Annotated[
        list[Path] | None,
        typer.Option(help="A key file; once for each person who signs. [default: the demo's key]"),
    ] = None,
    as_of: Annotated[str, typer.Option(help="The day to look from, as 2025-12-31; else today.")] = "",
    accept: Annotated[list[str] | None, typer.Option(help="A warning's code, = and your sentence.")] = None,
    trust: Annotated[
        Path | None, typer.Option(help="trust.json: refuse keys that it does not count, and too few.")
    ] = None,
    observations: Annotated[
        Path | None, typer.Option(help="A CSV of values: publish this data set instead of the programme.")
    ] = None,
    title: Annotated[str, typer.Option(help="Title of the data set; else its file's name.")] = "",
    publisher: Annotated[str, typer.Option(help="Who publishes the data set.")] = "",
    illustrative: Annotated[bool, typer.Option(help="The data set is invented: mark all of it.")] = False,
    every: Annotated[int, typer.Option(help="Publish again every so many seconds until stopped.", min=0)] = 0,
) -> None:
    """Write the public site with its data, facts, manifest and signatures into a folder.

    With --every, only what follows from a change is made again, and a round that is refused says why.

    With --observations, write a data set that stands alone: no programme, no database, no signature.
    """
    if observations is not None:
        publish_observations(
            observations,
            out=out,
            title=title,
            publisher=publisher,
            as_of=_day(as_of) if as_of else None,
            illustrative=illustrative,
            meant_for_programme={"--key": key, "--accept": accept, "--trust": trust, "--every": every},
        )
        return
    if title or publisher or illustrative:
        raise Invalid("--title, --publisher and --illustrative describe a data set.", hint=_WITH_FILE)
    if out is None:
        raise Invalid("Missing option '--out'.", hint="Name the folder to write.")
    given: dict[str, Any] = {"keys": key or [], "as_of": as_of, "accept": accept or []}
    make = partial(_publish_programme, out, trust=_trust(trust), **given)
    _again_and_again(make, every) if every else make()


def _again_and_again(make: Callable[..., None], seconds: int) -> None:
    memory, stop = Memory(), until_stopped()
    make(memory=memory)  # what is wrong from the beginning ends it at once
    look_now()
    while not stop.wait(seconds):
        try:
            make(memory=memory)
        except ThuocDoError as refused:
            typer.echo(str(refused), err=True)
        look_now()


def _publish_programme(
    out: Path,
    *,
    keys: list[Path],
    as_of: str,
    accept: list[str],
    trust: "Trust | None",
    memory: Memory | None = None,
) -> None:
    from thuocdo.config import setup

    setup.start()
    from django.conf import settings
    from django.db import close_old_connections

    from thuocdo.config.transparency import entering, past, scored_sets
    from thuocdo.core.dates import local_day
    from thuocdo.evaluation.queries import facts as facts_known
    from thuocdo.publication.keys import read_key
    from thuocdo.publication.publish import publish as published
    from thuocdo.publication.releases.releasing import check_way_back
    from thuocdo.publication.site import render_site

    now = datetime.now(UTC)
    signers = [read_key(path) for path in keys or _own_keys(settings.DATA)]
    day = _day(as_of) if as_of else local_day(now, settings.THUOCDO_ZONE)
    facts = facts_known(settings.THUOCDO_PROGRAMME, as_of=day)
    answers = sentences_given(accept)
    known = past()
    check_way_back(out, day, known)
    done = published(
        facts,
        out=out,
        signers=signers,
        now=now,
        accepted=answers,
        past=known,
        render=partial(render_site, address=settings.THUOCDO_SITE_ADDRESS),
        enter=entering(known),
        trust=trust,
        sets=scored_sets(),
        memory=memory,
    )
    _tell(out, done)
    close_old_connections()  # the next round asks anew a database that was restarted meanwhile


def _tell(out: Path, done: "Published") -> None:
    said = translate(
        "{out}: {files} files, {written} written, {removed} removed, {seconds} s. Manifest {manifest}.",
        language(),
    )
    typer.echo(
        said.format(
            out=out,
            files=done.files,
            written=len(done.written),
            removed=len(done.removed),
            seconds=f"{done.seconds:.2f}",
            manifest=done.manifest_sha256,
        )
    )


def make_key(  # noqa: PLR0917  typer reads options from the parameters
    file: Annotated[Path, typer.Argument(help="Where to write the private key; never overwritten.")],
    name: Annotated[str, typer.Option(help="Who holds it.")],
    trust: Annotated[Path, typer.Option(help="Where to write the trust file with this key alone.")],
    role: Annotated[str, typer.Option(help="What the holder is.")] = "publisher",
    production: Annotated[bool, typer.Option(help="A key for real data; else a demo key.")] = False,
    valid_from: Annotated[str, typer.Option(help="First day of validity; else today.")] = "",
) -> None:
    """Make a signing key and the trust file that pins it."""
    from thuocdo.core.dates import local_day
    from thuocdo.publication.keys import Purpose, new_key, trust_bytes, trust_of, write_key

    purpose = Purpose.PRODUCTION if production else Purpose.DEMO
    start = _day(valid_from) if valid_from else local_day(datetime.now(UTC))
    key = new_key(name=name, role=role, purpose=purpose, valid_from=start)
    write_key(file, key)
    trust.write_bytes(trust_bytes(trust_of((key,))))
    typer.echo(
        translate("Key {id} ({purpose}): {file}; trust file: {trust}.", language()).format(
            id=key.id, purpose=purpose, file=file, trust=trust
        )
    )


def _own_keys(data: Path) -> list[Path]:
    """Return the key that the demo keeps in its data folder; real keys are always named."""
    from thuocdo.publication.keys import DEMO_KEY

    path = data / DEMO_KEY
    if not path.is_file():
        raise Invalid(
            "No key signs this publication.", hint="Name one with --key; thuocdo make-key makes one."
        )
    return [path]


@contextlib.contextmanager
def _folder(source: str) -> Iterator[Path]:
    from thuocdo.publication.download import downloaded, is_address

    if not is_address(source):
        yield Path(source)
        return
    with downloaded(source) as root:
        yield root


def _trust(path: Path | None) -> "Trust | None":
    from thuocdo.publication.keys import read_trust

    if path is None:
        return None
    if not path.is_file():
        raise NotFound(f"There is no trust file {path}.")
    return read_trust(path.read_bytes(), where=str(path))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid(f"{text} is no day.", hint="Write it as 2025-12-31.") from None


def sentences_given(given: list[str]) -> dict[str, str]:
    """Return the sentence for each warning's code, as --accept spells them."""
    wrong = [each for each in given if "=" not in each]
    if wrong:
        raise Invalid(f"--accept {wrong[0]} holds no =.", hint="Write --accept code='your sentence'.")
    return dict(each.split("=", 1) for each in given)


def _lines(report: "Report") -> Iterator[str]:
    from thuocdo.publication.sentences import OUTCOMES, STEPS

    tongue = language()
    for number, title in enumerate(STEPS, 1):
        yield f"{number}. {translate(title, tongue)} [{translate(OUTCOMES[report.outcome(number)], tongue)}]"
        yield from (f"   ! {each.fault(tongue)}" for each in report.faults if each.step == number)
        yield from (f"   - {each.fault(tongue)}" for each in report.notes if each.step == number)
    yield from _limits(report, tongue)
    if report.holds and report.manifest is not None:
        said = translate("{programme} as of {as_of}: the publication holds. Manifest {manifest}.", tongue)
        head = report.manifest
        yield said.format(programme=head.programme_number, as_of=head.as_of, manifest=report.manifest_sha256)


def _limits(report: "Report", tongue: str) -> Iterator[str]:
    from thuocdo.core.messages import Reason
    from thuocdo.publication.sentences import GAP_KINDS, sentence

    kinds = Counter((gap.what, gap.reason) for gap in report.gaps)
    for (what, reason), count in sorted(kinds.items()):
        yield f"   - {count} × {translate(GAP_KINDS[what], tongue)}: {sentence(Reason(reason), tongue)}"
    if not report.corrections and not report.skipped:
        yield f"   - {translate('no corrections', tongue)}"
    for each in report.corrections:
        change = f"{each.what} {each.key}, {each.field}: {each.old} → {each.new}"
        yield f"   - {change} ({each.reason}; {each.document})"


def _as_json(report: "Report") -> dict[str, Any]:
    from thuocdo.publication.sentences import STEPS

    def found(findings: "list[Finding]") -> list[dict[str, Any]]:
        return [
            {"step": each.step, "code": each.reason.code, "file": said.where, "what": said.field or ""}
            | {"message": said.message}
            for each in findings
            for said in (each.fault(language()),)
        ]

    head = report.manifest
    return {
        "holds": report.holds,
        "manifest_sha256": report.manifest_sha256,
        "programme": head.programme if head else None,
        "as_of": head.as_of.isoformat() if head else None,
        "illustrative": head.illustrative if head else None,
        "signed_by": list(report.signed_by),
        "steps": [
            {"number": number, "title": title, "outcome": report.outcome(number)}
            for number, title in enumerate(STEPS, 1)
        ],
        "faults": found(report.faults),
        "notes": found(report.notes),
        "not_recomputable": [asdict(gap) for gap in report.gaps],
        "corrections": [asdict(each) for each in report.corrections],
    }
