"""Plain pages and fixed keys, so that publishing can be tested without the site."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from thuocdo.evaluation.types import Facts, Verdicts
from thuocdo.publication.compressed import SUFFIX, packed
from thuocdo.publication.keys import Purpose, SigningKey
from thuocdo.publication.pages import expected
from thuocdo.publication.publish import Published, publish

NOW = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)


def a_key(seed: int = 1, purpose: Purpose = Purpose.DEMO, **changes: Any) -> SigningKey:
    """Return the same key for the same seed; never for anything but tests."""
    fields: dict[str, Any] = {
        "name": f"Chi {seed}",
        "role": "publisher",
        "purpose": purpose,
        "valid_from": date(2025, 1, 1),
    }
    return SigningKey(bytes([seed]) * 32, **{**fields, **changes})


def plain_pages(
    facts: Facts, verdicts: Verdicts, *, facts_sha256: str, **_more: Any
) -> Iterator[tuple[str, bytes]]:
    """Yield one page per task and indicator in each language, with the mark and the attributes."""
    for lead in ("", "en/"):
        mark = ("ILLUSTRATIVE" if lead else "MINH HOẠ") if facts.illustrative else ""
        for (kind, code), status in expected(verdicts).items():
            if kind == "indicator" and "@" not in code:
                continue  # the number alone names the same indicator again
            path = f"{lead}{facts.programme.slug}/{kind}/{code}/index.html"
            main = f'<main data-kind="{kind}" data-code="{code}" data-status="{status}">'
            yield path, f"<!doctype html><title>{code}</title>{main}{mark}</main>".encode()
        yield f"{lead}index.html", f"<!doctype html><p>{mark} {facts_sha256[:0]}".encode()


def publish_plainly(facts: Facts, out: Path, **changes: Any) -> Published:
    """Publish with the plain pages and the demo key."""
    named: dict[str, Any] = {"signers": [a_key()], "now": NOW, "render": plain_pages}
    return publish(facts, out=out, **{**named, **changes})


def repack(site: Path) -> None:
    """Make every compressed copy anew, as a publisher does who writes other files."""
    for copy in site.rglob(f"*{SUFFIX}"):
        source = copy.with_suffix("")
        if source.is_file():
            copy.write_bytes(packed(source.read_bytes()))
