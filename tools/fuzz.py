"""Fuzzes one reader for some seconds: whatever the bytes, it gives a draft or refuses with Unreadable."""

import argparse
import io
import random
import sys
import zipfile
import zlib
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["thuocdo.documents"]):
    from thuocdo.documents.errors import Unreadable
    from thuocdo.documents.files import known_readers, read_bytes

    known_readers()  # loads every reader, so that all are watched

from tests.factories.seeds import seeds  # noqa: E402  the readers have to be watched from their first import

PACKED = frozenset({".docx", ".xlsx", ".ods"})
# Pieces that a format is built of; the fuzzer sets them where it likes.
WORDS = {
    ".pdf": ["obj", "endobj", "stream", "/Kids[3 0 R]", "/Parent 2 0 R", "/XObject<</I 4 0 R>>", "/I Do ",
             " re f ", " m 9 9 l S ", "/Rotate 90", "0 1 -1 0 9 9 Tm", "/Count 9999999", "/Length 0",
             "/Encrypt 5 0 R"],
    ".docx": ["<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "<w:p>",
              '<w:gridSpan w:val=\\"99\\"/>', "<w:vMerge/>"],
    ".xlsx": ['<c r=\\"XFD1048576\\"><v>1</v></c>', "<row>", "</row>", '<mergeCell ref=\\"A1:Z9\\"/>'],
    ".html": ["<table>", "<td colspan=99>", "<tr>", "</table>", "<p>", "<!--", "<td rowspan=99999>"],
    ".md": ["|", "---", "\\\\|", "<br>", "```"],
    ".csv": ['\\"', ";", "\\x09", "1048576"],
    ".txt": ["TT", "I.", "1.", "PHỤ LỤC"],
}  # fmt: skip


def main() -> None:
    """Make the seeds, then fuzz until the time is over or something else than Unreadable is raised."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("reader", choices=[suffix.lstrip(".") for suffix in sorted(seeds())])
    options.add_argument("--seconds", type=int, default=60)
    chosen = options.parse_args()
    suffix = f".{chosen.reader}"
    folder = ROOT / ".cache" / "fuzz" / chosen.reader
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / f"seed{suffix}").write_bytes(seeds()[suffix])
    words = folder / "words"
    words.write_text("".join(f'"{word}"\n' for word in WORDS[suffix] if word.isascii()), encoding="ascii")

    def read(data: bytes) -> None:
        try:
            read_bytes(data, filename=f"file{suffix}")
        except Unreadable:
            return

    switches = [
        "-timeout=10",
        "-rss_limit_mb=1500",
        "-max_len=300000",
        "-print_final_stats=1",
        "-len_control=0",
    ]
    arguments = [sys.argv[0], *switches, f"-max_total_time={chosen.seconds}", f"-dict={words}"]
    arguments += [f"-artifact_prefix={folder}/", str(corpus)]
    mutator = {"custom_mutator": packed_mutator} if suffix in PACKED else {}
    atheris.Setup(arguments, read, **mutator)
    atheris.Fuzz()


def packed_mutator(data: bytes, longest: int, seed: int) -> bytes:
    """Change one part of an archive and pack it again; now and then the archive itself."""
    dice = random.Random(seed)  # noqa: S311  mutations, no secrets
    if not dice.randrange(10):
        return bytes(atheris.Mutate(data, longest))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return bytes(atheris.Mutate(data, longest))
    likely = [
        name for name in parts if name.endswith(("document.xml", "sheet1.xml", "Strings.xml", "content.xml"))
    ]
    name = dice.choice(likely if likely and dice.randrange(4) else list(parts) or ["word/document.xml"])
    before = parts.get(name, b"")
    parts[name] = bytes(atheris.Mutate(before, len(before) + 2000))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return stream.getvalue()[:longest]


if __name__ == "__main__":
    main()
