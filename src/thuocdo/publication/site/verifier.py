"""The page that checks a file in the reader's own browser, and the script that does it."""

from collections.abc import Iterator
from pathlib import Path

from thuocdo.core.messages import translate
from thuocdo.publication.site.desk import Desk, View

Page = tuple[str, str, View]
SCRIPT = "assets/verify.js"
_HERE = Path(__file__).parent


def _(message: str) -> str:
    return message


SAYINGS = {
    "right": _("Right."),
    "wrong": _("Wrong!"),
    "note": _("Note."),
    "belongs": _("{name} is the file {path} of the publication as of {day}, byte for byte."),
    "altered": _("{name} is not the file {path} that was published as of {day}: it was changed."),
    "stranger": _("{name} is no file of the publication as of {day}. An earlier publication may have it."),
    "digest": _("The manifest as of {day} has the SHA-256 {digest}. Compare it with what is announced."),
    "no_signatures": _("The signatures were not checked: add signatures.json."),
    "bad_signature": _("The signature of key {key} does not belong to this manifest."),
    "unpinned": _("{count} signatures hold. Whose they are only trust.json says; get it by another way."),
    "enough": _("{count} people whose keys your trust file names have signed; {threshold} are needed."),
    "too_few": _("{count} people whose keys your trust file names have signed, and {threshold} are needed."),
    "no_policy": _("The log was not checked: add trust.json, or the log’s file policy."),
    "logged": _("The publication is entry {number} of the log {log}, under a checkpoint of {size} entries."),
    "not_logged": _("The proof is of another entry: this publication is not shown to stand in the log."),
    "receipt": _("The report of {agency} for {period} is entry {number} of the log; received {received_at}."),
    "entry": _("This is entry {number} of the log {log}, under a checkpoint of {size} entries."),
    "bad_proof": _("The proof does not lead to a checkpoint that the log’s key has signed."),
    "no_proof": _("The log was not checked: add publication.tlog-proof out of the folder log."),
    "no_manifest": _("Add manifest.json of the publication: this page cannot read it by itself here."),
    "too_large": _("{name} is too large for this page; use sha256sum."),
    "unreadable": _("One of these files cannot be read as what its name says."),
    "no_crypto": _("This browser checks no signatures here; use the commands below."),
}
"""What the script says, by the name that it knows; it holds no words itself."""


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the script."""
    yield SCRIPT, (_HERE / "verify.js").read_bytes()


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the page."""
    said = {name: translate(words, desk.language) for name, words in SAYINGS.items()}
    # Braces on a page would be a placeholder that somebody forgot; these are the script's own.
    sayings = [
        {"name": name, "words": words.replace("{", "‹").replace("}", "›")} for name, words in said.items()
    ]
    yield desk.path("kiem-chung", "tep"), "verifier.html", {"sayings": sayings, "script": SCRIPT}
