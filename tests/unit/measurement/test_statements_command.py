"""The statements of all metrics, written out for an engine that is asked elsewhere."""

import pytest
import sqlglot

from thuocdo.adapters.engines.dialects import BY_NAME
from thuocdo.cli.statements import statements
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.measurement.tables.reading import standard_tables


@pytest.mark.parametrize("engine", BY_NAME)
def test_every_table_is_written_for_every_engine(engine, capsys):
    """Each statement can be read by a parser that is not ours, in the words of its engine."""
    statements(engine=engine, schema="lake.thuocdo", month="2025-03", table="")
    printed = capsys.readouterr().out
    named = {line.removeprefix("-- ") for line in printed.splitlines() if line.startswith("-- ")}
    assert {"dossiers", "payments"} <= named <= set(standard_tables())
    read = {"postgresql": "postgres"}.get(engine, engine)
    parsed = sqlglot.parse(printed, read=read)
    assert len(parsed) > len(named)
    assert all("month" in each.sql() and each.find(sqlglot.exp.Table).name in named for each in parsed)


def test_one_table_is_one_fused_pass(capsys):
    """All metrics of the dossiers are read in one pass by body."""
    statements(table="dossiers", engine="trino", schema="lake", month="")
    first, *_more = capsys.readouterr().out.removeprefix("-- dossiers\n").splitlines()
    assert first.count("count(*) filter") > 5
    assert first.endswith('from "lake"."dossiers") as given group by 1, 2;')


@pytest.mark.parametrize(
    ("asked", "refusal", "words"),
    [
        ({"engine": "oracle"}, Invalid, "no engine oracle"),
        ({"table": "dossier"}, NotFound, "reads a table dossier"),
        ({"month": "2025-13"}, Invalid, "2025-13"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(asked, refusal, words, capsys):
    """A mistyped engine, table or month is one sentence, and nothing is printed."""
    given = {"table": "", "engine": "trino", "schema": "thuocdo", "month": ""} | asked
    with pytest.raises(refusal, match=words):
        statements(**given)
    assert not capsys.readouterr().out
