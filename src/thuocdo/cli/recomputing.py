"""What `thuocdo verify --recompute` prints: what came out byte for byte, and what did not."""

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from thuocdo.cli.language import language
from thuocdo.core.errors import IntegrityBroken
from thuocdo.core.messages import Reason, translate

if TYPE_CHECKING:
    from thuocdo.publication.recomputing import Recomputed


def _(message: str) -> str:
    return message


KINDS = {"statuses": _("statuses"), "verdicts": _("verdicts"), "scores": _("scores")}


def told(root: Path, source: str, *, as_json: bool) -> None:
    """Recompute a folder and print what came out; `IntegrityBroken` where a row did not."""
    from thuocdo.publication.recomputing import recompute
    from thuocdo.publication.sentences import sentence

    found = recompute(root)
    if as_json:
        said = {"share": round(found.share, 6), "rows": found.rows, "equal": found.equal}
        others = [
            {"file": each.where, "what": each.what, "reason": sentence(each.reason, language())}
            for each in found.others
        ]
        given = [asdict(each) for each in found.given]
        everything = said | {"others": others, "given": given, "seconds": round(found.seconds, 2)}
        typer.echo(json.dumps(everything, ensure_ascii=False, indent=2))
    else:
        _lines(found)
    if found.others:
        first = found.others[0]
        raise IntegrityBroken(
            f"{source}: {first.place}: {sentence(first.reason, language())}.",
            hint=translate("Do not rely on this copy.", language()),
        )


def _lines(found: "Recomputed") -> None:
    from thuocdo.publication.sentences import GAP_KINDS, sentence

    tongue = language()
    for kind, count in found.rows.items():
        line = translate("{kind}: {equal} of {count} rows come out byte for byte.", tongue)
        typer.echo(line.format(kind=translate(KINDS[kind], tongue), equal=found.equal[kind], count=count))
    whole = translate("{share} % in {seconds} s.", tongue)
    typer.echo(whole.format(share=f"{100 * found.share:.2f}", seconds=f"{found.seconds:.1f}"))
    for each in found.others:
        typer.echo(f"   ! {each.place}: {sentence(each.reason, tongue)}")
    for (what, reason), count in sorted(Counter((gap.what, gap.reason) for gap in found.given).items()):
        given = sentence(Reason(reason), tongue)
        typer.echo(f"   - {count} × {translate(GAP_KINDS[what], tongue)}: {given}")
