"""Commands of the log for what was published wrongly: correct a value, take a file away."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.cli.log import log_app
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.log.patience import Patient
    from thuocdo.publication.correcting import Order

Reason = Annotated[str, typer.Option(help="Why, in one sentence for everybody.")]
Document = Annotated[str, typer.Option(help="Number and issuer of the signed document that orders it.")]
DocumentOn = Annotated[str, typer.Option("--on", help="Day of that document, as 2026-01-05.")]
By = Annotated[str, typer.Option(help="Log-in name of the publisher.")]
Site = Annotated[Path | None, typer.Option(help="The published folder. [default: THUOCDO_SITE]")]


@log_app.command()
def correct(  # noqa: PLR0917  typer reads options from the parameters
    changes: Annotated[
        list[str], typer.Argument(help="'nq03/nhiem-vu, task 44, status: late → done'; once for each value.")
    ],
    reason: Reason,
    document: Document,
    on: DocumentOn,
    by: By,
    site: Site = None,
    manifest: Annotated[
        str, typer.Option(help="SHA-256 of the manifest that has the old values; else the newest.")
    ] = "",
) -> None:
    """Log that published values were wrong; the next publication lists it, and has the new ones."""
    from thuocdo.publication.corrections import read_change

    cells = [read_change(each) for each in changes]
    folder, asked, order = _begin(site, reason, document, on)
    from thuocdo.accounts import queries as people
    from thuocdo.publication.correcting import correct as corrected

    number = corrected(
        signer=asked,
        site=folder,
        cells=cells,
        order=order,
        by=people.actor(by),
        now=datetime.now(UTC),
        manifest=manifest,
    )
    _say(
        _("Entry {number} of the log corrects {count} values. Publish now: readers see it then."),
        number=number,
        count=len(cells),
    )


@log_app.command("take-away")
def take_away(  # noqa: PLR0917  typer reads options from the parameters
    paths: Annotated[list[str], typer.Argument(help="Each file as manifest.json names it.")],
    reason: Reason,
    document: Document,
    on: DocumentOn,
    by: By,
    site: Site = None,
) -> None:
    """Remove a published file wherever it is kept; its digest, the reason and the document stay logged."""
    folder, asked, order = _begin(site, reason, document, on)
    from thuocdo.accounts import queries as people
    from thuocdo.config.transparency import log_with
    from thuocdo.publication.correcting import remove

    for path in paths:
        numbers = remove(
            signer=asked,
            site=folder,
            path=path,
            order=order,
            shown=log_with,
            by=people.actor(by),
            now=datetime.now(UTC),
        )
        said = ", ".join(map(str, numbers))
        _say(_("{path} is gone. The log says why: entries {numbers}."), path=path, numbers=said)


def _begin(site: Path | None, reason: str, document: str, on: str) -> "tuple[Path, Patient, Order]":
    from thuocdo.config import setup

    setup.start()
    from django.conf import settings

    from thuocdo.config.transparency import patient
    from thuocdo.publication.correcting import Order

    try:
        day = date.fromisoformat(on)
    except ValueError:
        raise Invalid(_("{day} is no day.").format(day=on), hint=_("Write it as 2025-12-31.")) from None
    asked = patient()
    if asked is None:
        raise NotFound(_("There is no log here."), hint=_("Make one: thuocdo log init NAME"))
    return site or Path(settings.SITE), asked, Order(reason.strip(), document.strip(), day)


def _say(words: str, **values: object) -> None:
    typer.echo(words.format(**values))


def _(words: str) -> str:
    return translate(words, language())
