"""A .docx as PDF by LibreOffice, where it is installed: in a process of its own that is killed in time."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from thuocdo.core.errors import N_, Unavailable

SECONDS = 90
MEMORY_BYTES = 4_000_000_000
_LARGEST = 64_000_000
_KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH")
"""The converter needs no database address and no key of ours, so it never gets them."""

_START = (
    "import os, resource, sys\n"
    "seconds, memory, size = (int(each) for each in sys.argv[1:4])\n"
    "resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))\n"
    "resource.setrlimit(resource.RLIMIT_AS, (memory, memory))\n"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))\n"
    "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
    "os.execv(sys.argv[4], sys.argv[4:])\n"
)
_FILTER = 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}'
"""Live numbers are content controls; in the PDF they are plain text."""


def converter() -> str:
    """Return where LibreOffice is, "" where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice") or ""


def report_pdf(document: bytes, *, seconds: int = SECONDS) -> bytes:
    """Return a .docx of ours as PDF; Unavailable where there is no LibreOffice, or it fails or hangs."""
    program = converter()
    if not program:
        raise Unavailable(
            N_("LibreOffice is not installed here, so no PDF can be made."),
            hint=N_("Download the .docx and save it as PDF in your own office program."),
        )
    with tempfile.TemporaryDirectory(prefix="thuocdo-pdf-") as folder:
        source = Path(folder, "report.docx")
        source.write_bytes(document)
        _convert(program, Path(folder), seconds)
        made = source.with_suffix(".pdf")
        if not made.is_file():
            raise Unavailable(
                N_("LibreOffice made no PDF within {seconds} seconds."),
                hint=N_("Try again later, or download the .docx."),
                params={"seconds": seconds},
            )
        return made.read_bytes()


def _convert(program: str, folder: Path, seconds: int) -> None:
    command = [sys.executable, "-c", _START, str(seconds), str(MEMORY_BYTES), str(_LARGEST), program]
    command += [f"-env:UserInstallation={folder.as_uri()}/profile", "--headless", "--norestore"]
    command += ["--convert-to", _FILTER, "--outdir", str(folder), str(folder / "report.docx")]
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    # A session of its own: the launcher starts further processes, and all of them end together.
    process = subprocess.Popen(  # noqa: S603  the whole command is made here
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**kept, "HOME": str(folder), "TMPDIR": str(folder)},
        start_new_session=True,
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
