"""The command that holds a status report against an adopted programme: claims."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from thuocdo.cli.language import language
from thuocdo.cli.standing import standing
from thuocdo.core.errors import Invalid
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.programme.claims import ClaimRow, ClaimSummary

_WIDTH = 100
_LONGEST_TITLE = 120
_SUMMARY = "Claimed done {claimed} · supported by evidence {supported} · difference {difference}"
_CLAIMED = {
    "done": "done",
    "under_way": "in progress",
    "late": "late",
    "not_started": "not started",
    "regular": "regular",
    "": "not said",
}
_REASONS = {
    "no_result": "The row gives no result.",
    "no_document": "No issued document or proof is cited.",
    "wrong_instrument": "{number} is not what the output asks for, or not for every part.",
    "cites_programme": "Only the programme itself is cited.",
    "person_decides": "A person must judge this output; no document alone proves it.",
    "five_part": "The output is proved by five parts together; a person must verify them.",
    "restricted": "The output may not be shown; an attestation closes it.",
    "not_measurable": "The document does not say what would prove this task.",
    "no_task": "The row fits no task; the nearest is {nearest} ({likeness} %).",
    "will_issue": "It is announced, not issued.",
    "submitted_not_passed": "It was submitted, not passed.",
    "collecting_opinions": "Opinions are being collected.",
    "being_drafted": "It is being drafted.",
    "not_issued": "It has not been issued.",
}
_MATCHED = {"number": "by number, {likeness} %", "words": "by words, {likeness} %", "": "no task"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(claims)


def claims(
    file: Annotated[Path, typer.Argument(help="The status report, in any format that `read` knows.")],
    programme: Annotated[str, typer.Option(help="The programme that it reports on.")] = "nq03",
    as_json: Annotated[bool, typer.Option("--json", help="Print the rows as JSON.")] = False,
) -> None:
    """Hold a status report against a programme: what is claimed done, and what its evidence supports."""
    from thuocdo.cli.documents import read_confined
    from thuocdo.programme.claims import match_claims

    draft = read_confined(file)
    if not any(task.status_text or task.result_text for task in draft.tasks):
        raise Invalid(
            f"{file}: {_('no column says how far the tasks are.')}",
            hint=_("The table needs a column such as “Tình trạng” or “Kết quả thực hiện”."),
        )
    known = standing(programme)
    source = "adopted" if known.adopted else "catalogue"
    summary = match_claims(known.programme, draft)
    if as_json:
        typer.echo(json.dumps(_plain(summary, source), ensure_ascii=False, indent=1, sort_keys=True))
        return
    _show(summary, source, Console())


def _plain(summary: "ClaimSummary", source: str) -> dict[str, object]:
    import msgspec

    plain: dict[str, object] = msgspec.to_builtins(summary)
    return plain | {
        "source": source,
        "claimed_done": summary.claimed_done,
        "supported": summary.supported,
        "difference": summary.difference,
        "announcements": summary.announcements,
        "unmatched": summary.unmatched,
    }


def _show(summary: "ClaimSummary", source: str, console: Console) -> None:
    console.width = min(console.width, _WIDTH) if console.is_terminal else _WIDTH
    console.print(
        Text(
            _(_SUMMARY).format(
                claimed=summary.claimed_done, supported=summary.supported, difference=summary.difference
            ),
            style="bold",
        )
    )
    console.print(Text(_about(summary, source)))
    differing = [row for row in summary.rows if row.differs]
    others = [row for row in summary.rows if not row.differs]
    for title, rows in ((_("Claimed and not supported"), differing), (_("The other rows"), others)):
        if rows:
            console.print(Text(f"\n{title} ({len(rows)})", style="bold"))
            console.print(_table(rows))
    if summary.unreported:
        words = _("Tasks that no row speaks of ({count}): {codes}")
        console.print(Text(words.format(count=len(summary.unreported), codes=_ranges(summary.unreported))))


def _about(summary: "ClaimSummary", source: str) -> str:
    words = (
        _("Against {number}, version {version}, as adopted here.")
        if source == "adopted"
        else _("Against {number}, version {version}, of the built-in catalogue.")
    )
    counts = _("{rows} rows · {announced} only announce · {unmatched} fit no task")
    return (
        words.format(number=summary.programme, version=summary.version)
        + " "
        + counts.format(
            rows=len(summary.rows), announced=summary.announcements, unmatched=len(summary.unmatched)
        )
    )


def _table(rows: "Sequence[ClaimRow]") -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    heads = (("", 5), (_("Task"), None), (_("Claimed"), 14), (_("Evidence"), 22), (_("Why"), 26))
    for title, width in heads:
        table.add_column(title, width=width, overflow="fold", ratio=None if width else 1)
    for row in rows:
        documents = "\n".join(_document(item.number, item.date) for item in row.documents)
        table.add_row(
            *map(Text, (row.code, _task(row), _claim(row), documents or "—", _why(row))),
        )
    return table


def _task(row: "ClaimRow") -> str:
    title = " ".join(row.title.split())
    title = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"
    matched = _(_MATCHED[row.matched_by]).format(likeness=row.likeness)
    return f"{title}\n→ {row.number} ({matched})" if row.task else f"{title}\n→ {matched}"


def _claim(row: "ClaimRow") -> str:
    read = _(_CLAIMED[row.claimed])
    return f"{row.status_text}\n→ {read}" if row.status_text else read


def _document(number: str, day: object) -> str:
    return f"{number} ({day})" if day else number


def _ranges(codes: "Sequence[str]") -> str:
    """Return numbers in their order, neighbours as a range: 2, 6–33."""
    found: list[list[str]] = []
    for code in codes:
        last = found[-1][-1] if found else ""
        if last.isdigit() and code.isdigit() and int(last) + 1 == int(code):
            found[-1].append(code)
        else:
            found.append([code])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in found)


def _why(row: "ClaimRow") -> str:
    if row.reason is None:
        return _("Supported.")
    params = dict(row.reason.params) | {"nearest": row.nearest or "—", "likeness": str(row.likeness)}
    return _(_REASONS[row.reason.code]).format(**params)


def _(message: str) -> str:
    return translate(message, language())
