"""Which engine computes the partial sums: the office's choice, by a setting or for one run."""

from django.conf import settings

from thuocdo.adapters.engines.postgresql import PostgreSQLEngine
from thuocdo.core.errors import N_, Invalid
from thuocdo.measurement.ports import Engine

HERE = "duckdb"
"""Computes where the sums are kept, so no other engine is asked."""


def chosen(name: str = "") -> Engine | None:
    """Return the engine of this name, else that of the settings; None for the one that keeps the sums."""
    name = name or settings.THUOCDO_ENGINE
    if name == HERE:
        return None
    if name != PostgreSQLEngine.name:
        known = f"{HERE}, {PostgreSQLEngine.name}"
        raise Invalid(
            N_("There is no engine {name}."),
            hint=N_("Known are: {known}."),
            params={"name": name, "known": known},
        )
    if not settings.THUOCDO_ENGINE_URL:
        raise Invalid(
            N_("The engine {name} needs the address of its database."),
            hint=N_("Set THUOCDO_ENGINE_URL to postgresql://user:password@host:port/name."),
            params={"name": name},
        )
    return PostgreSQLEngine(settings.THUOCDO_ENGINE_URL)
