"""Counting, in the database and the folder of files, what became of the reports of a drill."""

import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any


def main() -> None:
    """Read the submissions as JSON from stdin and print the counts as JSON."""
    from thuocdo.config import setup  # noqa: PLC0415  the environment names the database only now

    setup.start()
    json.dump(count(json.load(sys.stdin)), sys.stdout)


def count(sent: list[dict[str, Any]]) -> dict[str, int]:
    """Return acknowledged, lost, doubled and half, and how many files nobody named in the end."""
    from django.conf import settings  # noqa: PLC0415  after the start of Django

    from thuocdo.audit.models import Event  # noqa: PLC0415  same
    from thuocdo.cycles import models  # noqa: PLC0415  same

    reports = Counter(row.content.get("public_sentence", "") for row in models.Report.objects.all())
    proofs = defaultdict(list)
    for row in models.Evidence.objects.all():
        proofs[row.content.get("number", "")].append(row)
    files = {(row.agency, row.sha256): row for row in models.Attachment.objects.all()}
    receipts = set(Event.objects.filter(kind="panel_received").values_list("on", flat=True))
    stored = _stored(Path(settings.THUOCDO_FILES))
    lost = sum(one["acknowledged"] and not reports[one["sentence"]] for one in sent)
    doubled = sum(reports[one["sentence"]] > 1 or len(proofs[one["number"]]) > 1 for one in sent)
    half = 0
    for one in sent:
        there = bool(reports[one["sentence"]])
        mine = proofs[one["number"]]
        bound = [
            files.get((one["agency"], digest)) for row in mine for digest in row.content.get("files", ())
        ]
        whole = (
            bool(mine)
            and bool(bound)
            and all(
                file is not None and file.sha256 == one["sha256"] and file.evidence == mine[0].public_id
                for file in bound
            )
            and f"panel {one['username']} {one['key']}" in receipts
        )
        half += whole is not there if there or mine else 0
    named = {
        (row.agency, digest) for rows in proofs.values() for row in rows for digest in row.content["files"]
    }
    half += sum(place not in files for place in named)
    half += sum(row.sha256 not in stored for row in files.values())
    return {
        "acknowledged": sum(one["acknowledged"] for one in sent),
        "lost": lost,
        "doubled": doubled,
        "half": half,
        "strays": sum(not row.evidence for row in files.values()) + len(stored - {key[1] for key in files}),
    }


def _stored(folder: Path) -> set[str]:
    """Return the digests whose bytes are there and right."""
    found = set()
    for path in folder.glob("??/*"):
        if hashlib.sha256(path.read_bytes()).hexdigest() == path.name:
            found.add(path.name)
    return found


if __name__ == "__main__":
    main()
