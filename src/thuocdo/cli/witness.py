"""Commands of a witness: a second program, run by somebody else than the log (base install only)."""

import signal
import threading
from pathlib import Path
from typing import Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.core.messages import translate

LOGS = "logs"
KEY = "key"
SEEN = "seen"
_Folder = Annotated[Path, typer.Option(help="The witness's own folder.")]

witness_app = typer.Typer(
    help="A witness: confirms by its signature that a log only grew.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(witness_app, name="witness")


@witness_app.command()
def init(
    name: Annotated[str, typer.Argument(help="The witness's name, as witness.university.example.")],
    folder: _Folder = Path("witness"),
) -> None:
    """Make a witness's key, and print the line for the log's policy."""
    from thuocdo.log.durable import make_folder
    from thuocdo.log.keyfiles import new_signer, write_signer
    from thuocdo.log.notes import Kind

    signer = new_signer(name, Kind.COSIGNATURE)
    make_folder(folder)
    write_signer(folder / KEY, signer)
    typer.echo(f"witness {name} {signer.verifier} https://{name}")


@witness_app.command()
def add(
    vkey: Annotated[str, typer.Argument(help="The log's key, from its trust file.")],
    folder: _Folder = Path("witness"),
) -> None:
    """Watch a log from now on; after a change of key both keys are named."""
    from thuocdo.log.durable import write_whole
    from thuocdo.log.notes import Kind, read_vkey

    key = read_vkey(vkey)
    if key.kind is not Kind.ED25519:
        raise Invalid(_("{name} is no key of a log.").format(name=key.name))
    _existing(folder)
    path = folder / LOGS
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    write_whole(path, "".join(f"{line}\n" for line in dict.fromkeys([*lines, str(key)])).encode())
    typer.echo(_("{name} is watched.").format(name=key.name))


@witness_app.command()
def serve(
    folder: _Folder = Path("witness"),
    host: Annotated[str, typer.Option(help="Address to serve on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(help="Port to serve on; a web server with TLS stands before it.")
    ] = 8100,
) -> None:
    """Answer logs that ask for a signature, until stopped."""
    from thuocdo.adapters.witness import server
    from thuocdo.log.keyfiles import read_signer
    from thuocdo.log.notes import read_vkey
    from thuocdo.log.witnessing import Witness

    _existing(folder)
    path = folder / LOGS
    if not path.exists():
        raise NotFound(
            _("{folder} watches no log.").format(folder=folder), hint=_("thuocdo witness add VKEY")
        )
    logs = [read_vkey(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    signer = read_signer(folder / KEY)
    listening = server(Witness(signer, logs, folder / SEEN), host=host, port=port)

    def stop(*_given: object) -> None:
        threading.Thread(target=listening.shutdown).start()

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, stop)
    where = f"http://{host}:{listening.server_port}"
    typer.echo(_("Witness {name} on {where}.").format(name=signer.name, where=where))
    listening.serve_forever(poll_interval=0.2)
    listening.server_close()


def _existing(folder: Path) -> None:
    if not (folder / KEY).exists():
        raise NotFound(
            _("{folder} is no witness's folder.").format(folder=folder),
            hint=_("thuocdo witness init NAME makes one."),
        )


def _(words: str) -> str:
    return translate(words, language())
