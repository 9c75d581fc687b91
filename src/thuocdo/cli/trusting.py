"""Commands over trust.json: whose keys count, and how many of these people have to sign."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.publication.keys import Trust

trust_app = typer.Typer(help="Whose keys count: join several people's, end one.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(trust_app, name="trust")


@trust_app.command()
def join(
    files: Annotated[list[Path], typer.Argument(help="Trust files, as make-key writes them.")],
    threshold: Annotated[int, typer.Option(help="How many of these people have to sign.")],
    to: Annotated[Path, typer.Option(help="The trust file to write.")],
) -> None:
    """Make one trust file of the keys of several people."""
    from thuocdo.publication.trusting import join as joined

    _write(to, joined([_read(each) for each in files], threshold=threshold))


@trust_app.command()
def retire(
    key: Annotated[str, typer.Argument(help="Id of the key.")],
    on: Annotated[str, typer.Option(help="First day on which it no longer counts.")],
    file: Annotated[Path, typer.Option("--in", help="The trust file to change.")],
    lost_at: Annotated[
        int | None, typer.Option(help="Lost or stolen: the log's size then; nothing later counts.")
    ] = None,
) -> None:
    """End a key: replaced from a day on, or lost, so that it counts for nothing logged later."""
    from thuocdo.publication.trusting import retire as retired

    try:
        day = date.fromisoformat(on)
    except ValueError:
        raise Invalid(_("{day} is no day.").format(day=on), hint=_("Write it as 2025-12-31.")) from None
    _write(file, retired(_read(file), key, on=day, lost_at=lost_at))


def _read(path: Path) -> "Trust":
    from thuocdo.publication.keys import read_trust

    if not path.is_file():
        raise NotFound(_("There is no trust file {path}.").format(path=path))
    return read_trust(path.read_bytes(), where=str(path))


def _write(path: Path, trust: "Trust") -> None:
    from thuocdo.publication.keys import trust_bytes

    path.write_bytes(trust_bytes(trust))
    said = _("{file}: {count} keys, {threshold} have to sign. Print it where people find whose keys count.")
    typer.echo(said.format(file=path, count=len(trust.keys), threshold=trust.threshold))


def _(words: str) -> str:
    return translate(words, language())
