"""Which engine computes the partial sums: the office's choice, by a setting or for one run."""

from pathlib import Path

from django.conf import settings

from thuocdo.adapters.engines.clickhouse import ClickHouseEngine
from thuocdo.adapters.engines.duckdb_session import Limits
from thuocdo.adapters.engines.postgresql import PostgreSQLEngine
from thuocdo.adapters.engines.spark import SparkEngine
from thuocdo.core.errors import N_, Invalid
from thuocdo.measurement.ports import Engine

_MEMORY_MB = 2_000


def chosen(name: str, partitions: Path) -> Engine | None:
    """Return the engine of this name, else that of the settings; None for the one that keeps the sums.

    `partitions` is the folder of the rows that were kept.
    """
    name = name or settings.THUOCDO_ENGINE
    url = settings.THUOCDO_ENGINE_URL
    limits = Limits(memory_mb=_MEMORY_MB, folders=(partitions,))
    match name:
        case "duckdb":
            return None
        case ClickHouseEngine.name:
            return ClickHouseEngine(limits)
        case SparkEngine.name:
            return SparkEngine(limits, master=url)
        case PostgreSQLEngine.name if url:
            return PostgreSQLEngine(url)
        case PostgreSQLEngine.name:
            raise Invalid(
                N_("The engine {name} needs the address of its database."),
                hint=N_("Set THUOCDO_ENGINE_URL to postgresql://user:password@host:port/name."),
                params={"name": name},
            )
    raise Invalid(
        N_("There is no engine {name}."),
        hint=N_("Known are: {known}."),
        params={"name": name, "known": ", ".join(settings.THUOCDO_ENGINES)},
    )
