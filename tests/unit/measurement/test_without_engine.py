"""The base install reads tables and metrics without any engine."""

import subprocess
import sys

WITHOUT = """
import sys
for name in ("duckdb", "pyarrow", "pandas", "django"):
    sys.modules[name] = None
from thuocdo.measurement import planning, ports, rollup, values
from thuocdo.measurement.declaring.page import declarations, metrics_page
from thuocdo.measurement.tables.page import tables_page
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.adapters.engines import duckdb, duckdb_partials, duckdb_synthetic
from thuocdo.adapters.engines.duckdb_session import DuckDBParser
from thuocdo.core.errors import Unavailable
for language in ("vi", "en"):
    assert "11.1-online-use" in metrics_page(declarations(), language)
    assert "dossiers" in tables_page(standard_tables(), language)
assert "Tử số" in metrics_page(declarations(), "vi")
try:
    DuckDBParser()
except Unavailable as refusal:
    assert "thuocdo[engines]" in str(refusal)
else:
    raise SystemExit("an engine out of nowhere")
"""


def test_tables_and_metrics_are_read_without_an_engine():
    """A citizen reads every method page with the base install; measuring says what to install."""
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
