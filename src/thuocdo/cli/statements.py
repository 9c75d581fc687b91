"""The command that writes out what an engine would be asked, for who runs the metrics elsewhere."""

from typing import Annotated

import typer

from thuocdo.core.errors import N_, Invalid, NotFound


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(statements)


def statements(
    table: Annotated[str, typer.Argument(help="A standard table, as dossiers; else all of them.")] = "",
    engine: Annotated[str, typer.Option(help="duckdb, postgresql, clickhouse, spark or trino.")] = "trino",
    schema: Annotated[str, typer.Option(help="Where the tables lie, as catalogue.schema.")] = "thuocdo",
    month: Annotated[
        str, typer.Option(help="Only rows of this month, by a column `month` that says 2025-03.")
    ] = "",
) -> None:
    """Print the SQL of all metrics as an engine reads it: one fused pass for each standard table.

    Needs no database, and asks nobody: it is for who has the rows elsewhere and sends the sums.
    """
    from thuocdo.adapters.engines import statements as written
    from thuocdo.adapters.engines.dialects import BY_NAME
    from thuocdo.adapters.engines.duckdb_session import DuckDBParser
    from thuocdo.measurement.declaring.reading import catalogue
    from thuocdo.measurement.months import Month
    from thuocdo.measurement.planning import plan
    from thuocdo.measurement.tables.reading import standard_tables

    tables = standard_tables()
    fused = plan(catalogue(tables, DuckDBParser()), tables, tables).tables
    if engine not in BY_NAME:
        known = ", ".join(BY_NAME)
        raise Invalid(
            N_("There is no engine {name}."),
            hint=N_("Known are: {known}."),
            params={"name": engine, "known": known},
        )
    if table and table not in fused:
        known = ", ".join(fused)
        raise NotFound(
            N_("No metric reads a table {name}."),
            hint=N_("Known are: {known}."),
            params={"name": table, "known": known},
        )
    kept = {"month": str(Month.read(month))} if month else {}
    for name in [table] if table else fused:
        typer.echo(f"-- {name}")
        rows = written.rows_of(fused[name], schema, BY_NAME[engine], **kept)
        for statement in written.all_of(fused[name], rows, BY_NAME[engine]):
            typer.echo(f"{statement};")
