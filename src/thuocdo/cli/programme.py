"""Commands of the programme room: load and adopt."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.core.messages import translate


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(load)
    app.command()(adopt)


def load(
    by: Annotated[str, typer.Option(help="Log-in name of who loads it.")],
    confirmed_by: Annotated[str, typer.Option(help="Log-in name of the second person.")],
    slug: Annotated[str, typer.Argument(help="Programme of the built-in catalogue.")] = "nq03",
) -> None:
    """Load a programme of the built-in catalogue, with its agencies and published baselines."""
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.accounts import queries as people
    from thuocdo.config.loading import load_model_programme
    from thuocdo.programme.catalogue import catalogue

    programme = catalogue(slug)
    first, second = people.actor(by), people.actor(confirmed_by)
    load_model_programme(slug=slug, by=first, confirmed_by=second, now=datetime.now(UTC))
    typer.echo(
        translate("{number}: {tasks} tasks and {indicators} indicator rows loaded.", language()).format(
            number=programme.number, tasks=len(programme.tasks), indicators=len(programme.indicators)
        )
    )


def adopt(
    file: Annotated[Path, typer.Argument(help="The document, as `thuocdo read` reads it.")],
    by: Annotated[str, typer.Option(help="Log-in name of who adopts it.")],
    confirmed_by: Annotated[str, typer.Option(help="Log-in name of the second person.")],
    slug: Annotated[str, typer.Option(help="The programme whose words these are.")] = "nq03",
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Put the official words of a document beside the catalogue's facts; two different people."""
    from thuocdo.cli.documents import read_confined
    from thuocdo.config import setup

    draft = read_confined(file)
    setup.start()
    from thuocdo.accounts import queries as people
    from thuocdo.programme import actions

    counts = actions.adopt_words(
        slug=slug,
        draft=draft,
        by=people.actor(by),
        confirmed_by=people.actor(confirmed_by),
        now=datetime.now(UTC),
    )
    if as_json:
        typer.echo(json.dumps(counts))
        return
    typer.echo(
        translate(
            "Adopted from {number}: the words of {task} tasks, {indicator} indicator rows, {theme} themes.",
            language(),
        ).format(number=draft.document.number, **counts)
    )
