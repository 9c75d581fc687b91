"""The texts of written metrics: published word for word, and whether they are those that the log names."""

from collections.abc import Iterator

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Invalid
from thuocdo.core.messages import Reason
from thuocdo.evaluation.types import Facts
from thuocdo.log.types import Method
from thuocdo.measurement.written.reading import as_said
from thuocdo.measurement.written.types import WrittenMethod
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.in_log import InLog
from thuocdo.publication.manifest import Manifest

PAGE = "phep-do"
DECLARED = ".toml"
STATEMENT = ".sql"

Faults = tuple[tuple[str, Reason], ...]


def address(slug: str, one: WrittenMethod) -> str:
    """Return the address of the text of a version, without its ending."""
    return f"{slug}/{PAGE}/{one.code}/{one.number}"


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield each text as its file, and its statement alone: the two whose digests the log names."""
    for each in facts.written:
        path = address(facts.programme.slug, each)
        yield path + DECLARED, each.text.encode()
        yield path + STATEMENT, as_said(each.text).sql.encode()


def altered(folder: Folder, head: Manifest, facts: Facts) -> Iterator[tuple[str, Faults]]:
    """Yield the files of texts, with a fault where one is missing or says something else than the facts."""
    try:
        expected = tuple(files(facts))
    except Invalid as error:
        yield "facts.json", (("written", Reason("unreadable", {"why": error.message})),)
        return
    for path, right in expected:
        if path not in head.files:
            yield path, (("", Reason("text_missing")),)
        else:
            yield path, () if _read(folder, path, right) == right else (("", Reason("bytes_differ")),)


def unlogged(facts: Facts, logged: InLog) -> Iterator[tuple[str, Reason]]:
    """Yield each text whose entry names another one; without a log that holds nothing can be said."""
    if not logged.present or logged.faults:
        return
    for each in facts.written:
        if each.entry is not None and not _names(logged.methods.get(each.entry), each):
            path = address(facts.programme.slug, each) + DECLARED
            yield path, Reason("text_not_logged", {"entry": str(each.entry)})


def digests(one: WrittenMethod) -> tuple[str, str]:
    """Return the digest of a text and that of its statement, as the log names them."""
    return sha256_hex(one.text.encode()), sha256_hex(as_said(one.text).sql.encode())


def _names(method: Method | None, one: WrittenMethod) -> bool:
    try:
        named = (f"{one.code}/{one.number}", *digests(one))
    except Invalid:
        return False
    return method is not None and (method.code, method.formula, method.queries) == named


def _read(folder: Folder, path: str, right: bytes) -> bytes:
    try:
        return folder.read(path, len(right) + 1)
    except Unreadable as error:  # what is missing is named with the digests; what is longer differs
        return b"" if error.reason.code == "size_differs" else right
