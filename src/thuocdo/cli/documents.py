"""Commands of the documents room: read."""

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from thuocdo.adapters.confined import run_confined
from thuocdo.cli.language import language
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.core.messages import translate
from thuocdo.documents import errors
from thuocdo.documents.files import MAX_BYTES, MEGABYTE, limits, read_file
from thuocdo.documents.remarks import sentence
from thuocdo.documents.types import DraftDeadline, DraftIndicator, DraftProgramme, DraftTarget, DraftTask

_WIDTH = 100
_ROWS_OF_WORDS = 160
_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": ""}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(read)


def read(
    file: Annotated[Path, typer.Argument(help="The document: .docx, .pdf, .html, .xlsx, .md or .txt.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the draft programme as JSON.")] = False,
    review: Annotated[
        bool, typer.Option("--review", help="Go through the doubtful cells in this terminal.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(help="With --review: the file of the review; else FILE.review.json.")
    ] = None,
) -> None:
    """Read a document and show the draft programme: what it says, how it is read, what is doubtful."""
    if review:
        _review(file, out or file.with_name(f"{file.name}.review.json"))
        return
    draft = read_confined(file)
    if as_json:
        plain = msgspec.to_builtins(draft)
        typer.echo(json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True))
        return
    show(draft, Console())


def read_confined(file: Path) -> DraftProgramme:
    """Return the draft of a file, read in a child process with limits on time and memory."""
    _check_file(file)
    allowed = limits(file.name)
    try:
        with _progress(file):
            outcome = run_confined(
                read_file, str(file), seconds=allowed.seconds, memory_bytes=allowed.memory_bytes
            )
    except Invalid:
        raise _refusal(file, errors.BROKEN) from None
    if outcome.draft is None:
        raise _refusal(file, outcome.refusal, **outcome.params)
    return outcome.draft


def _progress(file: Path) -> AbstractContextManager[object]:
    """Show that the file is being read, where somebody looks on; it is gone once reading ends."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return nullcontext()
    return console.status(Text(_("Reading {file} …").format(file=file.name)))


def _review(file: Path, out: Path) -> None:
    from thuocdo.adapters.reading import read_handed_over
    from thuocdo.cli.review import check_terminal, review_in_terminal
    from thuocdo.programme.review.passages import passages_of

    check_terminal()
    _check_file(file)
    try:
        draft, blocks = read_handed_over(file.read_bytes(), file.name)
    except errors.Unreadable as refused:
        raise _refusal(file, refused.template, **refused.params) from None
    review_in_terminal(draft, passages_of(blocks), out)


def show(draft: DraftProgramme, console: Console) -> None:
    """Print the draft for people, at most 100 columns wide."""
    console.width = min(console.width, _WIDTH) if console.is_terminal else _WIDTH
    _show_document(draft, console)
    console.print(
        _table(("", 6), (_("Theme"), None), rows=[(item.code, item.title) for item in draft.themes])
    )
    console.print(_indicator_table(draft.indicators))
    console.print(_task_table(draft.tasks))
    notes = [
        (_place(note.where), _(note.field) if note.field else "", sentence(note, language()))
        for note in draft.remarks
    ]
    console.print(_table((_("Where"), 18), (_("Field"), 16), (_("Remark"), None), rows=notes))


def _show_document(draft: DraftProgramme, console: Console) -> None:
    document = draft.document
    console.print(Text(f"{document.number or '—'} · {document.issuer or '—'}", style="bold"))
    console.print(Text(document.title or "—"))
    counts = _(
        "Issued {day} · language {language} · {themes} themes · {clauses} clauses · "
        "{indicators} indicator rows · {tasks} tasks · {remarks} remarks"
    ).format(
        day=_day(document.issued_on.isoformat()) if document.issued_on else "—",
        language=_(document.language),
        themes=len(draft.themes),
        clauses=len(draft.clauses),
        indicators=len(draft.indicators),
        tasks=len(draft.tasks),
        remarks=len(draft.remarks),
    )
    console.print(Text(counts))


def _indicator_table(indicators: Sequence[DraftIndicator]) -> Table:
    rows = [
        (
            _code(item),
            str(item.horizon or "—"),
            item.title,
            item.unit or "—",
            item.target_text or "—",
            "; ".join(map(_target, item.targets)) or "—",
            ", ".join(item.agencies) or "—",
        )
        for item in indicators
    ]
    heads = (
        ("", 6), (_("Year"), 4), (_("Indicator"), None), (_("Unit"), 12), (_("Printed"), 13),
        (_("Read as"), 13), (_("Monitored by"), 18),
    )  # fmt: skip
    return _table(*heads, rows=rows)


def _task_table(tasks: Sequence[DraftTask]) -> Table:
    rows = [
        (
            _code(item),
            _short(item.title),
            ", ".join(item.leads) or "—",
            ", ".join(item.coordinators) or "—",
            _short(item.output or "—"),
            _time(item.deadline_text, item.deadline),
        )
        for item in tasks
    ]
    heads = (
        ("", 6), (_("Task"), None), (_("Lead"), 17), (_("Coordinating"), 17), (_("Output"), 15),
        (_("Time"), 12),
    )  # fmt: skip
    return _table(*heads, rows=rows)


def _table(*heads: tuple[str, int | None], rows: Sequence[tuple[str, ...]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    for title, width in heads:
        table.add_column(title, width=width, overflow="fold", ratio=None if width else 1)
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _place(where: str) -> str:
    kind, _space, code = where.partition(" ")
    return f"{_(kind)} {code}".strip()


def _code(item: DraftIndicator | DraftTask) -> str:
    """Return the number of the row, and below it how sure the reading is where it is not fully so."""
    return item.code if item.confidence == 1 else f"{item.code}\n{item.confidence:.0%}"


def _target(target: DraftTarget) -> str:
    if target.comparator == "qualitative":
        return _("in words")
    figure = f"{target.value}–{target.upper}" if target.upper else target.value
    sign = _SIGNS.get(target.comparator, "")
    return " ".join(part for part in (sign, figure, target.scope) if part)


def _time(printed: str | None, deadline: DraftDeadline) -> str:
    if printed is None:
        return "—"
    return f"{printed} → {_day(deadline.due.isoformat())}" if deadline.due else printed


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}" if language() == "vi" else iso


def _short(words: str) -> str:
    words = words.replace("\n", " ")
    return words if len(words) <= _ROWS_OF_WORDS else f"{words[:_ROWS_OF_WORDS].rsplit(' ', 1)[0]} …"


def _check_file(file: Path) -> None:
    if not file.exists():
        raise NotFound(f"{file}: {_(errors.MISSING)}")
    if file.is_dir():
        raise _refusal(file, errors.DIRECTORY)
    if not file.is_file():
        raise _refusal(file, errors.BINARY)
    if file.stat().st_size > MAX_BYTES:
        raise _refusal(file, errors.TOO_LARGE, limit=str(MAX_BYTES // MEGABYTE))
    try:
        file.open("rb").close()
    except OSError:
        raise _refusal(file, errors.FORBIDDEN) from None


def _refusal(file: Path, template: str, **params: str) -> Invalid:
    return Invalid(f"{file}: {_(template).format(**params)}")


def _(message: str) -> str:
    return translate(message, language()) if message else ""
