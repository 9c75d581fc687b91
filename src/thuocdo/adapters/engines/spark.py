"""Spark: reads the partitions that were kept, in this machine's processes or on a cluster."""

import threading
import uuid
from typing import TYPE_CHECKING, Any

from thuocdo.adapters.engines.dialects import SPARK
from thuocdo.adapters.engines.duckdb_session import Limits
from thuocdo.adapters.engines.states import (
    Rows,
    column_faults,
    computed,
    inside,
    not_installed,
    refuse_columns,
    refused,
    too_slow,
    where,
)
from thuocdo.core.errors import N_, Fault, fault
from thuocdo.measurement.partials import Partial
from thuocdo.measurement.planning import TablePlan
from thuocdo.measurement.ports import Partition

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = {
    "spark.app.name": "thuocdo",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.caseSensitive": "true",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.inferTimestampNTZ.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}

_AGAIN = 0.5
"""Seconds between two tries to end what takes too long."""


class SparkEngine:
    """One session; `master` is that of a cluster which sees our folders, or "" for this machine."""

    name = "spark"

    def __init__(self, limits: Limits, *, master: str = "") -> None:
        try:
            from pyspark.sql import SparkSession  # noqa: PLC0415  an extra of its own
        except ImportError:
            raise not_installed("Spark", "spark") from None
        self._limits = limits
        builder = SparkSession.builder.master(master or f"local[{limits.threads}]")
        settings = {
            **_SETTINGS,
            "spark.driver.memory": f"{max(1_000, limits.memory_mb)}m",
            "spark.sql.shuffle.partitions": str(limits.threads),
        }
        for name, value in settings.items():
            builder = builder.config(name, value)
        self._session: Any = builder.getOrCreate()
        self._session.sparkContext.setLogLevel("OFF")

    @property
    def process(self) -> int:
        """Return the number of the process that computes, or drives the cluster that does."""
        return int(self._session.sparkContext._gateway.proc.pid)  # noqa: SLF001  Spark tells it nowhere else

    def scan(self, plan: TablePlan, partition: Partition) -> Partial:
        """Return the states of a partition."""
        if not partition.files:
            return Partial(partition.key, partition.revision, plan.fingerprint)
        inside(self._limits.folders, partition)
        self._check_columns(plan, partition)
        view = f"given_{uuid.uuid4().hex}"
        self._read(partition.files).createTempView(view)
        try:
            return computed(plan, partition, view, SPARK, self._fetch)
        finally:
            self._session.catalog.dropTempView(view)

    def close(self) -> None:
        """End the session."""
        self._session.stop()

    def _read(self, paths: "tuple[Path, ...]") -> Any:
        return self._session.read.parquet(*(f"file://{path.resolve()}" for path in paths))

    def _fetch(self, query: str) -> Rows:
        """Run a statement; after the time it may take its jobs are ended."""
        group, done, late = uuid.uuid4().hex, threading.Event(), threading.Event()
        context = self._session.sparkContext

        def watch() -> None:
            wait = self._limits.seconds
            while not done.wait(wait):
                late.set()
                # Again and again: a job that begins a moment later would run on for ever.
                context.cancelJobGroup(group)
                wait = _AGAIN

        context.setJobGroup(group, "thuocdo", interruptOnCancel=True)
        watching = threading.Thread(target=watch, daemon=True)
        watching.start()
        try:
            return [tuple(row) for row in self._session.sql(query).collect()]
        except _failures() as error:
            if late.is_set():
                raise too_slow(self._limits.seconds) from None
            raise refused("Spark", _said(error)) from error
        finally:
            done.set()
            watching.join()

    def _check_columns(self, plan: TablePlan, partition: Partition) -> None:
        faults: list[Fault] = []
        for path in partition.files:
            try:
                described = self._read((path,)).dtypes
            except _failures() as error:
                said = _said(error)
                faults.append(
                    fault(where(partition), path.name, N_("The file cannot be read: {reason}"), reason=said)
                )
                continue
            faults += column_faults(plan, partition, dict(described), SPARK)
        refuse_columns(plan, partition, faults)


def _failures() -> tuple[type[Exception], ...]:
    from py4j.protocol import Py4JError  # noqa: PLC0415  an extra of its own
    from pyspark.errors import PySparkException  # noqa: PLC0415  same

    return (PySparkException, Py4JError)


def _said(error: Exception) -> str:
    """Return the first line of what Spark says, without the Java around it."""
    inner = getattr(error, "java_exception", None)
    return str(error if inner is None else inner.getMessage()).splitlines()[0]
