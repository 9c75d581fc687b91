"""The command compare: two documents side by side, what one says and the other does not."""

import json
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from thuocdo.cli.documents import read_confined
from thuocdo.cli.language import language
from thuocdo.core.dates import local_day
from thuocdo.core.errors import Invalid, Unavailable
from thuocdo.core.messages import translate
from thuocdo.documents.types import DraftProgramme, Language

if TYPE_CHECKING:
    from thuocdo.documents.comparing.types import Comparison, Finding, Place

_WIDTH = 100
_WORDS = 160


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(compare)


def compare(
    first: Annotated[str, typer.Argument(metavar="A", help="A document, or the slug of a programme.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The document that carries it out; the same.")],
    as_of: Annotated[
        str, typer.Option(help="Day on which bodies must exist (YYYY-MM-DD); else the later document's.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Compare two documents: aims, clauses, tasks, times and bodies that do not meet."""
    from thuocdo.programme.as_draft import compare_documents, day_of
    from thuocdo.programme.registry import register as bodies

    day = _day(as_of)
    ours, theirs = _drafts(first, second)
    day = day or day_of(ours, theirs) or local_day(datetime.now(UTC))
    found = compare_documents(ours, theirs, register=bodies(), as_of=day)
    if as_json:
        plain = {**msgspec.to_builtins(found), "counts": found.counts()}
        typer.echo(json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True))
        return
    _show(found, {"A": (first, ours), "B": (second, theirs)}, Console())


def _drafts(*names: str) -> tuple[DraftProgramme, ...]:
    """Return the draft of each file or programme; a programme speaks the language of a file beside it."""
    files = {name: read_confined(Path(name)) for name in names if Path(name).exists()}
    spoken = next((draft.document.language for draft in files.values()), _spoken())
    spoken = "en" if spoken == "en" else "vi"
    return tuple(files.get(name) or _draft(name, spoken) for name in names)


def _draft(name: str, spoken: Language) -> DraftProgramme:
    """Return the draft of a programme: as adopted here, else as the catalogue has it."""
    return _adopted(name, spoken) or _built_in(name, spoken) or read_confined(Path(name))


def _adopted(slug: str, spoken: Language) -> DraftProgramme | None:
    from thuocdo.config import setup

    try:
        setup.start()
    except Unavailable:
        return None  # the base install has no programmes of its own
    from django.db import DatabaseError

    from thuocdo.programme import queries
    from thuocdo.programme.as_draft import as_draft

    try:
        if slug not in queries.slugs():
            return None
        return as_draft(queries.programme(slug), queries.register(slug), language=spoken)
    except DatabaseError:
        return None  # nothing has been loaded here yet


def _built_in(slug: str, spoken: Language) -> DraftProgramme | None:
    from thuocdo.programme.as_draft import as_draft
    from thuocdo.programme.catalogue import catalogue, slugs
    from thuocdo.programme.registry import register as bodies

    return as_draft(catalogue(slug), bodies(), language=spoken) if slug in slugs() else None


def _show(found: "Comparison", documents: dict[str, tuple[str, DraftProgramme]], console: Console) -> None:
    """Print the counts, then the findings of each kind with their place in both documents."""
    from thuocdo.documents.comparing import sentences

    console.width = min(console.width, _WIDTH) if console.is_terminal else _WIDTH
    for side, (name, draft) in documents.items():
        console.print(Text(f"{side}  {draft.document.number or '—'} · {name}", style="bold"))
    console.print(Text(_("Bodies as of {day}").format(day=sentences.shown_day(found.as_of, language()))))
    for note in sentences.notes(found, language()):
        console.print(Text(note))
    console.print()
    for heading, count in sentences.summary(found, language()):
        console.print(Text(f"{count:>5}  {heading}"))
    for kind, findings in groupby(found.findings, key=lambda finding: finding.kind):
        console.print()
        console.print(Text(_(sentences.HEADINGS[kind]), style="bold"))
        for finding in findings:
            _show_finding(finding, console)


def _show_finding(finding: "Finding", console: Console) -> None:
    from thuocdo.documents.comparing import sentences

    spoken = language()
    lines = [_line(finding.first), *([_line(finding.second)] if finding.second else [])]
    lines += [Text(sentences.difference(item, spoken)) for item in finding.differences]
    said = sentences.remark(finding, spoken)
    sure = sentences.certainty(finding, spoken)
    lines.append(Text(f"{said} [{sure}]".strip(), style="dim"))
    console.print()
    for line in lines:
        console.print(Padding(line, (0, 0, 0, 2)))


def _line(place: "Place") -> Text:
    from thuocdo.documents.comparing import sentences

    words = " ".join(place.words.split())
    shown = words if len(words) <= _WORDS else f"{words[:_WORDS].rsplit(' ', 1)[0]} …"
    return Text.assemble((sentences.place_name(place, language()), "bold"), f": {shown}")


def _day(printed: str) -> date | None:
    try:
        return date.fromisoformat(printed) if printed else None
    except ValueError:
        raise Invalid(f"--as-of {printed}: {_('not a day; write it as 2025-06-30.')}") from None


def _spoken() -> Language:
    return "vi" if language() == "vi" else "en"


def _(message: str) -> str:
    return translate(message, language())
