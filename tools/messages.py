"""Checks that every English message has Vietnamese words with the same placeholders."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "thuocdo"
KEYWORDS = {"_": None, "ngettext": (1, 2), "translate": None, "N_": None}
PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")


def main() -> int:
    """Print every message that lacks words or whose placeholders differ; 1 when there is one."""
    known = dict(translations())
    findings = []
    for place, message in messages():
        if message not in known:
            findings.append(f"{place}: no Vietnamese words for: {message}")
        elif sorted(PLACEHOLDER.findall(message)) != sorted(PLACEHOLDER.findall(known[message])):
            findings.append(f"{place}: placeholders differ: {message} | {known[message]}")
    for finding in findings:
        print(finding)
    return 1 if findings else 0


def translations() -> Iterator[tuple[str, str]]:
    """Yield every message with its Vietnamese words."""
    for path in sorted((SOURCE / "locale" / "vi").glob("*.po")):
        with path.open("rb") as stream:
            for message in read_po(stream):
                words = message.string[0] if isinstance(message.string, tuple) else message.string
                ids = message.id if isinstance(message.id, tuple) else (message.id,)
                if message.id and words:
                    for text in ids:
                        yield text, words


def messages() -> Iterator[tuple[str, str]]:
    """Yield every message in code and templates with its place."""
    methods = [("**.py", "python"), ("**/templates/**.*", "jinja2"), ("templates/**.*", "jinja2")]
    found = extract_from_dir(str(SOURCE), method_map=methods, keywords=KEYWORDS)
    for name, line, message, _comments, _context in found:
        for text in message if isinstance(message, tuple) else (message,):
            if text:
                yield f"{name}:{line}", text


if __name__ == "__main__":
    sys.exit(main())
