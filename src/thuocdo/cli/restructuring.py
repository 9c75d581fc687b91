"""The command change-bodies: what a change of public bodies would move, and the change itself."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.cli.standing import open_database
from thuocdo.core.messages import translate
from thuocdo.programme.restructuring import Change, Turn
from thuocdo.programme.types import Agency, AgencyKind

if TYPE_CHECKING:
    from thuocdo.programme.moving import Moves


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(change_bodies)


def change_bodies(
    kind: Annotated[Turn, typer.Argument(help="What happens.")],
    *,
    on: Annotated[str, typer.Option(help="First day on which it holds.")],
    document: Annotated[str, typer.Option(help="Number and issuer of the document that orders it.")],
    document_on: Annotated[str, typer.Option(help="Day of that document.")],
    by: Annotated[str, typer.Option(help="Log-in name of the administrator.")],
    body: Annotated[list[str] | None, typer.Option(help="Code of a body that it happens to.")] = None,
    heir: Annotated[
        list[str] | None, typer.Option(help="Code of a body that takes over; the main one first.")
    ] = None,
    task: Annotated[
        list[str] | None, typer.Option(help="PROGRAMME/TASK of a part that moves; once for each.")
    ] = None,
    code: Annotated[str, typer.Option(help="Code of a body that begins with the change.")] = "",
    name_vi: Annotated[str, typer.Option(help="Its Vietnamese name.")] = "",
    name_en: Annotated[str, typer.Option(help="Its English name.")] = "",
    agency_kind: Annotated[AgencyKind, typer.Option(help="Its kind.")] = AgencyKind.OTHER,
    confirm: Annotated[
        str, typer.Option(help="The codes of the bodies concerned; without them nothing is written.")
    ] = "",
) -> None:
    """Show what moves when bodies begin, are renamed, merge, split or hand over a part; then change them."""
    from thuocdo.programme.review.settling import read_day

    begun = Agency(code, name_vi, name_en, agency_kind) if code or name_vi or name_en else None
    asked = Change(
        kind=kind,
        on=read_day(on),
        document=document,
        document_on=read_day(document_on),
        bodies=tuple(body or ()),
        heirs=tuple(heir or ()),
        starts=begun,
        tasks=tuple((slug, each) for slug, _line, each in (name.partition("/") for name in task or ())),
    )
    _show_and_make(asked, by, confirm)


def _show_and_make(asked: Change, by: str, confirm: str) -> None:
    """Print what moves; make the change where the word was given."""
    open_database()
    from thuocdo.accounts import queries as people
    from thuocdo.programme.reorganising import preview_change, restructure

    actor, now = people.actor(by), datetime.now(UTC)
    found = preview_change(change=asked, by=actor, now=now)
    for line in _lines(found.moves):
        typer.echo(line)
    if not confirm:
        typer.echo(
            _("Nothing was written. To make the change add: --confirm “{word}”").format(word=asked.word)
        )
        return
    restructure(change=asked, seen=found.digest, typed=confirm, by=actor, now=now)
    typer.echo(_("The change is made and stands in the audit trail."))


def _lines(found: "Moves") -> Iterator[str]:
    for each in found.programmes:
        yield each.number
        for words, things in (
            (_("Tasks whose lead changes"), each.leads),
            (_("Tasks whose supporting bodies change"), each.partners),
            (_("Indicators whose monitor changes"), each.monitors),
            (_("Tasks for which a document must name who leads"), each.appoint),
        ):
            numbers = ", ".join(thing.number for thing in things)
            yield f"  {words}: {len(things)}{f' ({numbers})' if numbers else ''}"
    counts = {"people": found.people, "tokens": found.tokens}
    yield _("Accounts: {people} · machine tokens: {tokens}").format(**counts)


def _(message: str) -> str:
    return translate(message, language())
