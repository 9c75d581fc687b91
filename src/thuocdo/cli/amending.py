"""The command amend: what an amending document changes in an adopted programme. It changes nothing."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from thuocdo.cli.language import language
from thuocdo.cli.standing import Standing, standing
from thuocdo.core.errors import Fault, Invalid
from thuocdo.core.messages import fault_sentence, translate
from thuocdo.documents.types import DraftProgramme

if TYPE_CHECKING:
    from thuocdo.programme.amending import Difference, Part, RowChange
    from thuocdo.programme.types import Programme

_LONGEST = 110


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(amend)


def amend(
    file: Annotated[Path, typer.Argument(help="The amending document, as `thuocdo read` reads it.")],
    slug: Annotated[str, typer.Option("--programme", help="The programme that it amends.")],
    partial: Annotated[
        bool | None,
        typer.Option(
            "--partial/--whole",
            help="Rows that it does not name stay, or it prints the whole list anew; else by its title.",
        ),
    ] = None,
    effective_on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Day from which it is in force; else its date of issue."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the difference as JSON.")] = False,
) -> None:
    """Show what a document changes in an adopted programme; adopt makes it the next version."""
    from thuocdo.cli.documents import read_confined
    from thuocdo.programme.amending import difference, looks_partial

    draft = read_confined(file)
    known = standing(slug)
    before = known.programme
    named_only = looks_partial(before, draft) if partial is None else partial
    found = difference(before, draft, partial=named_only, register=known.register)
    faults = _faults(known, draft, named_only, effective_on.date() if effective_on else None)
    if as_json:
        plain: dict[str, Any] = msgspec.to_builtins(found)
        plain["faults"] = [msgspec.to_builtins(fault) for fault in faults]
        typer.echo(json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True))
        return
    for line in _lines(before, found, faults):
        typer.echo(line)


def _faults(
    known: Standing, draft: DraftProgramme, partial: bool, effective_on: date | None
) -> tuple[Fault, ...]:
    """Return what would keep the document from being adopted as it was read."""
    from thuocdo.programme.history import acts
    from thuocdo.programme.proposing import propose

    before = known.programme
    day = effective_on or max(draft.document.issued_on or date.min, acts(before)[-1].effective_on)
    try:
        propose(
            draft,
            slug=before.slug,
            register=known.register,
            before=before,
            effective_on=day,
            partial=partial,
        )
    except Invalid as refusal:
        return refusal.faults
    return ()


def _lines(before: "Programme", found: "Difference", faults: tuple[Fault, ...]) -> Iterator[str]:
    """Yield the counts first, then every row field by field, then what must be put right."""
    yield _("{act} against version {version} of {number}").format(
        act=found.act or "—", version=before.version, number=before.number
    )
    yield _("Rows that it does not name stay.") if found.partial else _("It prints the whole list anew.")
    if not found.words_known:
        yield _("The programme's own words were never adopted: titles and outputs cannot be compared.")
    parts = ((_("Tasks"), found.tasks), (_("Indicator rows"), found.indicators), (_("Themes"), found.themes))
    for name, part in parts:
        yield f"{name}: {_counts(part)}"
    for name, part in parts:
        if not part.empty:
            yield ""
            yield name
            yield from _rows(part)
    if faults:
        yield ""
        yield _("It cannot be adopted as it was read; {count} places must be put right:").format(
            count=len(faults)
        )
        yield from (f"  {fault_sentence(fault, language())}" for fault in faults)


def _counts(part: "Part") -> str:
    return _(
        "{added} added, {changed} changed, {dropped} dropped, {renumbered} renumbered, {unchanged} unchanged"
    ).format(
        added=len(part.added),
        changed=len(part.changed),
        dropped=len(part.dropped),
        renumbered=len(part.renumbered),
        unchanged=part.unchanged,
    )


def _rows(part: "Part") -> Iterator[str]:
    for added in part.added:
        yield f"  + {added.number}. {_short(added.title)}"
    for dropped in part.dropped:
        yield f"  - {dropped.number}. {_short(dropped.title)}"
    for row in part.renumbered:
        likeness = _("{percent} % alike").format(percent=row.likeness)
        yield f"  {row.old_number} → {row.number}. {_short(row.title)} ({likeness})"
        yield from _fields(row)
    for row in part.changed:
        yield f"  ~ {row.number}. {_short(row.title)}"
        yield from _fields(row)


def _fields(row: "RowChange") -> Iterator[str]:
    for change in row.fields:
        old, new = _short(change.old) or "—", _short(change.new) or "—"
        yield f"      {_field(change.field)}: {old} → {new}"


def _field(name: str) -> str:
    words = {
        "title": _("title"),
        "output": _("output"),
        "leads": _("leads"),
        "coordinators": _("coordinating agencies"),
        "deadline": _("deadline"),
        "theme": _("theme"),
        "unit": _("unit"),
        "targets": _("targets"),
        "agencies": _("monitoring agencies"),
        "parent": _("heading row"),
    }
    return words[name]


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def _(message: str) -> str:
    return translate(message, language())
