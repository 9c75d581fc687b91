"""Commands of the cycles room: record a file, send it, check it as a second person, see the statuses."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.cli.standing import open_database
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.core.actor import Actor
    from thuocdo.cycles.desk import Item
    from thuocdo.evaluation.types import TaskVerdict, Verdicts

_TEXT_WIDTH = 60


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(record)
    app.command()(send)
    app.command()(check)
    app.command()(status)


def record(
    file: Annotated[Path | None, typer.Argument(help="CSV, JSON list or JSON lines.")] = None,
    by: Annotated[str, typer.Option(help="Log-in name of who reports.")] = "",
    template: Annotated[
        bool, typer.Option("--template", help="Print a file with examples and stop.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check the file, record nothing.")] = False,
) -> None:
    """Record evidence, reports, milestones and values from a file: all of it, or nothing."""
    from thuocdo.cycles.files import read_rows
    from thuocdo.cycles.files import template as example

    if template:
        typer.echo(example(), nl=False)
        return
    if file is None or not by:
        raise Invalid(_("Name the file and who reports."), hint="thuocdo record FILE --by NAME")
    rows = read_rows(_bytes(file), str(file))
    actor = _person(by)
    from thuocdo.cycles.actions import record_rows

    try:
        done = record_rows(rows=rows, by=actor, now=datetime.now(UTC), rehearse=dry_run)
    except Invalid as error:  # the action knows rows, only the door knows the file
        raise Invalid(f"{file}: {error.message}", faults=error.faults, hint=error.hint) from None
    if dry_run:
        said = _("{file}: {count} rows can be recorded; nothing was written.")
        typer.echo(said.format(file=file, count=len(done.added)))
        return
    said = _("{file}: {added} recorded, {known} known before.")
    typer.echo(said.format(file=file, added=len(done.added), known=len(done.known)))
    if done.added and done.state != "sent":
        typer.echo(
            _("They wait for the head of {agency}: thuocdo send --by NAME").format(agency=actor.agency)
        )
    for public_id in done.added:
        typer.echo(f"  {public_id}")


def send(
    ids: Annotated[list[str] | None, typer.Argument(help="Ids of records; none lists what waits.")] = None,
    by: Annotated[str, typer.Option(help="Log-in name of the head.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Send everything that waits.")] = False,
) -> None:
    """Send what the reporters of a body have submitted, as its head."""
    actor = _person(by)
    from thuocdo.cycles import desk
    from thuocdo.cycles.actions import send_records

    waiting = desk.to_send(actor)
    chosen = [item.waiting.id for item in waiting if item.mine] if everything else list(ids or ())
    if not chosen:
        _list(waiting)
        return
    count = send_records(ids=chosen, by=actor, now=datetime.now(UTC))
    typer.echo(_("{count} sent.").format(count=count))


def check(
    ids: Annotated[list[str] | None, typer.Argument(help="Ids of records; none lists what waits.")] = None,
    by: Annotated[str, typer.Option(help="Log-in name of the second person.")] = "",
    *,
    accept: Annotated[bool | None, typer.Option("--accept/--return", help="What you decide.")] = None,
    component: Annotated[
        list[str] | None, typer.Option(help="Part that it proves; once for each part.")
    ] = None,
    note: Annotated[str, typer.Option(help="Your sentence; a return needs one.")] = "",
    gazette: Annotated[
        bool | None, typer.Option("--gazette/--no-gazette", help="Whether the official gazette carries it.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Decide everything that you may decide.")] = False,
) -> None:
    """Verify what was sent, as a second person of a body that does not lead the task."""
    actor = _person(by)
    from thuocdo.cycles import desk
    from thuocdo.cycles.actions import verify_records
    from thuocdo.cycles.types import Decision

    now = datetime.now(UTC)
    if not ids and not everything:
        _list(desk.to_verify(actor, day=_today(now)))
        return
    if accept is None:
        raise Invalid(_("Say what you decide."), hint="Add --accept or --return.")
    chosen = list(dict.fromkeys(ids or ()))
    if everything:
        chosen = [item.waiting.id for item in desk.to_verify(actor, day=_today(now)) if item.mine]
    parts = tuple(component or ())
    decisions = [Decision(public_id, accept, parts, note, gazette) for public_id in chosen]
    count = verify_records(decisions=decisions, by=actor, now=now)
    said = _("{count} verified.") if accept else _("{count} returned.")
    typer.echo(said.format(count=count))


def status(
    task: Annotated[str, typer.Option(help="Number of one task, with its parts.")] = "",
    as_of: Annotated[str, typer.Option(help="The day to look from, as 2025-12-31; else today.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdicts as JSON.")] = False,
    slug: Annotated[str, typer.Option(help="The programme; else the one of the settings.")] = "",
) -> None:
    """Print the status of every task and the verdict on every indicator, computed now."""
    open_database()
    from django.conf import settings

    from thuocdo.core.canonical import canonical_json
    from thuocdo.evaluation.evaluate import evaluate
    from thuocdo.evaluation.queries import facts

    known = facts(
        slug or settings.THUOCDO_PROGRAMME, as_of=_day(as_of) if as_of else _today(datetime.now(UTC))
    )
    verdicts = evaluate(known)
    tasks = [found for found in verdicts.tasks if task in {"", found.task}]
    if not tasks:
        raise NotFound(_("There is no task {task}.").format(task=task), hint="thuocdo status")
    if as_json:
        shown = tasks[0] if task else verdicts
        plain = json.loads(canonical_json(shown))
        typer.echo(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    names = {
        item.code: item.name_vi if language() == "vi" else item.name_en for item in known.programme.tasks
    }
    if known.illustrative:
        typer.echo("MINH HOẠ / ILLUSTRATIVE")
    for found in tasks:
        _print_task(found, names[found.task], parts=bool(task))
    if not task:
        _print_totals(verdicts)


def _print_task(found: "TaskVerdict", name: str, *, parts: bool) -> None:
    from thuocdo.evaluation.reasons import sentence, status_word

    lang = language()
    typer.echo(f"{found.task:>5}  {status_word(found.status, lang):<30} {name}")
    typer.echo(f"       {sentence(found.reason, lang)}")
    if found.claim_reason is not None:
        typer.echo(f"       {sentence(found.claim_reason, lang)}")
    if not parts:
        return
    for part in found.assignments:
        agencies = ", ".join(part.agencies)
        typer.echo(
            f"         {agencies:<14} {status_word(part.status, lang):<30} {sentence(part.reason, lang)}"
        )


def _print_totals(verdicts: "Verdicts") -> None:
    from thuocdo.evaluation.reasons import status_word

    lang = language()
    for title, statuses in (
        (_("Tasks with a due date"), [item.status for item in verdicts.tasks if not item.recurring]),
        (_("Recurring tasks, last instance"), [item.status for item in verdicts.tasks if item.recurring]),
        (_("Indicators"), [item.status for item in verdicts.indicators]),
    ):
        counts = ", ".join(
            f"{status_word(word, lang)} {count}" for word, count in Counter(statuses).most_common()
        )
        typer.echo(f"{title} ({len(statuses)}): {counts}")


def _list(items: Sequence["Item"]) -> None:
    for item in items:
        waiting = item.waiting
        text = waiting.text if len(waiting.text) <= _TEXT_WIDTH else f"{waiting.text[:_TEXT_WIDTH]}…"
        mark = "" if item.mine else _(" (not for you to decide)")
        place = f"{waiting.received_on}  {waiting.about:>5}  {waiting.agency or '-':<8}"
        typer.echo(f"{waiting.id}  {place}  {text}{mark}")
    typer.echo(
        _("{count} wait, {mine} of them for you.").format(count=len(items), mine=sum(i.mine for i in items))
    )


def _bytes(file: Path) -> bytes:
    from thuocdo.cycles.files import MAX_BYTES

    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise NotFound(_("{file} does not exist.").format(file=file), hint=_("Check the path.")) from None
    except OSError as error:
        raise Invalid(
            _("{file} cannot be read ({why}).").format(file=file, why=error.strerror),
            hint=_("Check the path."),
        ) from None


def _person(name: str) -> "Actor":
    if not name:
        raise Invalid(_("Say who you are."), hint="--by NAME; see: thuocdo people")
    open_database()
    from thuocdo.accounts import queries

    return queries.actor(name)


def _today(now: datetime) -> date:
    from django.conf import settings

    from thuocdo.core.dates import local_day

    return local_day(now, settings.THUOCDO_ZONE)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid(_("{text} is no day.").format(text=text), hint=_("Write it as 2025-12-31.")) from None


def _(message: str) -> str:
    return translate(message, language())
