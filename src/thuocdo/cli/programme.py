"""Commands of the programme room: load, adopt and add bodies to the register."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from thuocdo.cli.language import language
from thuocdo.core.actor import Actor
from thuocdo.core.messages import translate
from thuocdo.documents.types import DraftProgramme


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(load)
    app.command()(adopt)
    app.command()(add_agencies)


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


def adopt(  # noqa: PLR0917  typer reads options from the signature
    file: Annotated[Path, typer.Argument(help="The document, as `thuocdo read` reads it.")],
    by: Annotated[str, typer.Option(help="Log-in name of who adopts it.")],
    confirmed_by: Annotated[str, typer.Option(help="Log-in name of the second person.")],
    slug: Annotated[
        str, typer.Option("--programme", "--slug", help="The programme; a new name makes a new one.")
    ] = "nq03",
    effective_on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Adopt a version in force from this day."),
    ] = None,
    partial: Annotated[
        bool | None,
        typer.Option("--partial/--whole", help="As `thuocdo amend` takes it; else by the document's title."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Adopt a document by two different people.

    With --effective-on it becomes the first or the next version of the programme; look at it with
    `thuocdo amend` before. Without, its official words are put beside the catalogue's facts.
    """
    from thuocdo.cli.documents import read_confined
    from thuocdo.config import setup

    draft = read_confined(file)
    setup.start()
    from thuocdo.accounts import queries as people

    adopters = Adopters(people.actor(by), people.actor(confirmed_by))
    if effective_on is None:
        counts, said = _adopt_words(slug, draft, adopters)
    else:
        counts, said = _adopt_version(slug, draft, adopters, effective_on.date(), partial)
    typer.echo(json.dumps(counts) if as_json else said)


class Adopters(NamedTuple):
    """Who adopts, and the second person who confirms."""

    by: Actor
    confirmed_by: Actor


def _adopt_words(slug: str, draft: DraftProgramme, adopters: Adopters) -> tuple[Mapping[str, int], str]:
    from thuocdo.programme import actions

    counts = actions.adopt_words(slug=slug, draft=draft, now=datetime.now(UTC), **adopters._asdict())
    said = translate(
        "Adopted from {number}: the words of {task} tasks, {indicator} indicator rows, {theme} themes.",
        language(),
    )
    return counts, said.format(number=draft.document.number, **counts)


def _adopt_version(
    slug: str, draft: DraftProgramme, adopters: Adopters, effective_on: date, partial: bool | None
) -> tuple[Mapping[str, int], str]:
    from thuocdo.programme import actions, queries
    from thuocdo.programme.amending import looks_partial

    if partial is None:
        partial = slug in queries.slugs() and looks_partial(queries.programme(slug), draft)
    version = actions.adopt_draft(
        slug=slug,
        draft=draft,
        effective_on=effective_on,
        partial=partial,
        now=datetime.now(UTC),
        **adopters._asdict(),
    )
    adopted = queries.programme(slug)
    counts = {
        "version": version,
        "tasks": sum(1 for task in adopted.tasks if not task.replaced_by),
        "indicators": sum(1 for row in adopted.indicators if not row.replaced_by),
    }
    said = translate(
        "Version {version} of {number} adopted: {tasks} tasks, {indicators} indicator rows in force.",
        language(),
    )
    return counts, said.format(number=adopted.number, **counts)


def add_agencies(
    file: Annotated[Path, typer.Argument(help="CSV with code, name_vi, name_en, kind and the like.")],
    by: Annotated[str, typer.Option(help="Log-in name of who adds them.")],
) -> None:
    """Add bodies that the register lacks, so that a document that names them can be adopted."""
    from thuocdo.config import setup
    from thuocdo.programme.registry import read_agencies

    agencies = read_agencies(file)
    setup.start()
    from thuocdo.accounts import queries as people
    from thuocdo.programme import actions

    actions.add_agencies(agencies=agencies, by=people.actor(by), now=datetime.now(UTC))
    typer.echo(translate("{count} bodies added to the register.", language()).format(count=len(agencies)))
