"""Runs a statement that a person wrote in a process of its own: shut in, short-lived, killed if it stays."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import msgspec

from thuocdo.adapters.confined import KEPT_IN_ENVIRONMENT, root
from thuocdo.adapters.engines.sealed import NOBODY, Layer
from thuocdo.adapters.engines.written_child import CPU_SECONDS, MEMORY_BYTES, Answered, Asked
from thuocdo.core.errors import N_, Invalid
from thuocdo.core.typed import from_msgpack
from thuocdo.measurement.written.ports import Question

SECONDS = 10.0
"""After so long the process is killed, whatever it does."""

_TOO_MUCH = N_("The statement needs more than the {seconds} seconds or {megabytes} MB that it may take.")
_HINT = N_("Read fewer rows, or let the source compute the column.")
_MEGABYTE = 1_000_000
_MODULE = "thuocdo.adapters.engines.written_child"


@dataclass(frozen=True, slots=True)
class WrittenSql:
    """Answers questions; whatever a statement does, the caller goes on within the limits.

    `seconds` is shorter in tests alone.
    """

    seconds: float = SECONDS

    def run(self, question: Question) -> Sequence[Sequence[Decimal | None]]:
        """Return the rows, or raise Invalid with one sentence."""
        return self.told(question)[0]

    def told(
        self, question: Question, *, unchecked: bool = False
    ) -> tuple[Sequence[Sequence[Decimal | None]], frozenset[Layer]]:
        """Return the rows, and which layers beyond the limits held on this kernel."""
        with tempfile.TemporaryDirectory() as folder:
            database = _laid_down(question.database, Path(folder))
            asked = Asked(
                database=str(database),
                sql=question.sql,
                tables={name: list(columns) for name, columns in question.tables.items()},
                columns=list(question.columns),
                most_rows=question.most_rows,
                unchecked=unchecked,
            )
            answer = self._answer(asked, folder)
        if answer.refusal:
            raise Invalid(answer.refusal, params=answer.params)
        return tuple(tuple(map(_decimal, row)) for row in answer.rows), frozenset(answer.layers)

    def _answer(self, asked: Asked, folder: str) -> Answered:
        output = self._process(msgspec.msgpack.encode(asked), folder)
        try:
            return from_msgpack(output, Answered)
        except (msgspec.DecodeError, msgspec.ValidationError):  # it was ended, or ended itself
            limits = {"seconds": str(CPU_SECONDS), "megabytes": str(MEMORY_BYTES // _MEGABYTE)}
            raise Invalid(_TOO_MUCH, hint=_HINT, params=limits) from None

    def _process(self, asked: bytes, folder: str) -> bytes:
        """Return what a new process writes; nothing when it had to be killed."""
        kept = {name: value for name, value in os.environ.items() if name in KEPT_IN_ENVIRONMENT}
        path = os.pathsep.join(filter(None, [root(), kept.get("PYTHONPATH", "")]))
        # The whole command is made here; nothing of the statement stands in it.
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-B", "-P", "-c", f"from {_MODULE} import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**kept, "PYTHONPATH": path, "HOME": folder},
            cwd=folder,
            start_new_session=True,
        )
        try:
            return process.communicate(asked, timeout=self.seconds)[0]
        except subprocess.TimeoutExpired:
            return b""
        finally:
            process.kill()
            process.wait()


def _laid_down(database: Path, folder: Path) -> Path:
    """Return the file in a folder of its own, which the process may enter whoever it becomes."""
    file = folder / database.name
    try:
        os.link(database, file)
    except OSError:  # another disk
        shutil.copyfile(database, file)
    if os.geteuid() == 0:
        with suppress(PermissionError):  # without the right to give away the process stays who we are
            for each in (folder, file):
                os.chown(each, NOBODY, NOBODY)
    return file


def _decimal(cell: str | None) -> Decimal | None:
    return None if cell is None else Decimal(cell)
