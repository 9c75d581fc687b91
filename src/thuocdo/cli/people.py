"""Commands of the accounts room: who can log in, and adding a person."""

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Fault, Invalid
from thuocdo.core.messages import translate

SETUP = Actor(id="setup", name="Setup", roles=frozenset({Role.ADMINISTRATOR}))
"""Who adds the very first person; nobody can log in under this name."""

people_app = typer.Typer(help="List the people who can log in, or add one.", invoke_without_command=True)


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
) -> None:
    """Add a person; without --password-stdin the account cannot log in to the web yet."""
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.accounts import actions, queries
    from thuocdo.accounts.rules import check
    from thuocdo.accounts.types import Permission

    actor = SETUP if not by and not queries.people() else queries.actor(by)
    check(actor, Permission.MANAGE_PEOPLE)
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
    _check(username, password)
    added = actions.add_person(
        username=username,
        name=name,
        agency=agency,
        roles=frozenset(role or ()),
        password=password,
        by=actor,
        now=datetime.now(UTC),
    )
    roles = ", ".join(sorted(added.roles)) or "-"
    typer.echo(_("Added {username}: {roles}.").format(username=added.id, roles=roles))


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
