"""Commands of the accounts room: who can log in, and adding a person."""

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from thuocdo.cli.language import language
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Fault, Invalid, NotAllowed
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.accounts.types import Invited

SETUP = Actor(id="setup", name="Setup", roles=frozenset({Role.ADMINISTRATOR}))
"""Who adds the very first person; nobody can log in under this name."""

people_app = typer.Typer(
    help="List the people who can log in, add one, or invite one anew.", invoke_without_command=True
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(people_app, name="people")


@people_app.callback()
def people(context: typer.Context) -> None:
    """List the people who can log in: name, body and roles."""
    if context.invoked_subcommand:
        return
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.accounts import queries

    found = queries.people()
    if not found:
        typer.echo(_("Nobody can log in yet. Add the first person with: thuocdo people add NAME --name …"))
    for person in found:
        roles = ", ".join(sorted(person.roles)) or "-"
        typer.echo(f"{person.id:<16}{person.name:<36}{person.agency or '-':<12}{roles}")


@people_app.command()
def add(
    username: Annotated[str, typer.Argument(help="Log-in name: letters, digits, dot, dash.")],
    *,
    name: Annotated[str, typer.Option(help="Name to show.")],
    agency: Annotated[str, typer.Option(help="Code of the person's body; empty for none.")] = "",
    role: Annotated[
        list[Role] | None, typer.Option(help="What the person is for; once for each role.")
    ] = None,
    by: Annotated[
        str, typer.Option(help="Log-in name of the administrator; the first person needs none.")
    ] = "",
    password_stdin: Annotated[
        bool, typer.Option(help="Read the password from one line of standard input.")
    ] = False,
    address: Annotated[
        str, typer.Option(help="Address under which people reach the application, for the link.")
    ] = "",
) -> None:
    """Add a person; without --password-stdin, print the one-time link that opens the account."""
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.accounts import actions, queries
    from thuocdo.accounts.rules import check
    from thuocdo.accounts.types import Permission

    actor = _acting(by, alone=not queries.people())
    check(actor, Permission.MANAGE_PEOPLE)
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
    _check(username, password)
    person: dict[str, Any] = {
        "username": username,
        "name": name,
        "agency": agency,
        "roles": frozenset(role or ()),
    }
    if password is None:
        from thuocdo.accounts.inviting import invite

        invited = invite(**person, by=actor, now=datetime.now(UTC))
    else:
        actions.add_person(**person, password=password, by=actor, now=datetime.now(UTC))
    roles = ", ".join(sorted(role or ())) or "-"
    typer.echo(_("Added {username}: {roles}.").format(username=username, roles=roles))
    if password is None:
        _show(invited, address)


@people_app.command()
def reset(
    username: Annotated[str, typer.Argument(help="Log-in name.")],
    *,
    by: Annotated[
        str, typer.Option(help="Log-in name of the administrator; none where no other one is left.")
    ] = "",
    address: Annotated[
        str, typer.Option(help="Address under which people reach the application, for the link.")
    ] = "",
) -> None:
    """Take password, second factors and sessions from a person and print a new one-time link."""
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.accounts import queries
    from thuocdo.accounts.inviting import reset as invite_anew

    others = [
        person.id
        for person in queries.people()
        if Role.ADMINISTRATOR in person.roles and person.id != username
    ]
    actor = _acting(by, alone=not others)
    _show(invite_anew(username=username, by=actor, now=datetime.now(UTC)), address)


def _acting(by: str, *, alone: bool) -> Actor:
    """Return who does it: the administrator named, or the machine's keeper where there is none."""
    from thuocdo.accounts import queries

    if by:
        return queries.actor(by)
    if alone:
        return SETUP
    raise NotAllowed(_("An administrator does this."), hint=_("Name one with --by."))


def _show(invited: "Invited", address: str) -> None:
    """Print the link; it is kept nowhere, so this is the only time."""
    from django.conf import settings
    from django.urls import reverse

    scheme = "https" if settings.SESSION_COOKIE_SECURE else "http"
    base = (address or settings.THUOCDO_ADDRESS).rstrip("/") or f"{scheme}://{settings.ALLOWED_HOSTS[0]}"
    until = f"{invited.expires_at.astimezone(ZoneInfo(settings.THUOCDO_ZONE)):%d/%m/%Y %H:%M}"
    typer.echo(
        _("Invitation for {username}, open until {until}:").format(username=invited.username, until=until)
    )
    typer.echo(f"  {base}{reverse('invitation', args=[invited.code])}")
    typer.echo(_("Give this address to the person, once, by a way that only they can read."))


def _check(username: str, password: str | None) -> None:
    """Refuse a name that cannot stand in an address, and a weak password, both at once."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    faults = []
    bare = username.replace(".", "").replace("-", "")
    if not (bare.isascii() and bare.isalnum()) or username != username.lower() or username == SETUP.id:
        message = _("write lower-case letters, digits, dots and dashes only")
        faults.append(Fault(where=username, field="username", message=message))
    if password is not None:
        try:
            validate_password(password)
        except ValidationError as error:
            faults += [Fault(where=username, field="password", message=text) for text in error.messages]
    if faults:
        raise Invalid(_("{username} cannot be added.").format(username=username), faults=faults)


def _(message: str) -> str:
    return translate(message, language())
