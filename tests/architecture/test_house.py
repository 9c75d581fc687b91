"""The house stays in order."""

import importlib
import pkgutil
from pathlib import Path

import pytest

import thuocdo

SOURCE = Path(thuocdo.__path__[0])
PURE = ("core", "documents", "evaluation", "publication")
MODULES = sorted(found.name for found in pkgutil.walk_packages(thuocdo.__path__, "thuocdo."))


def test_package_files_are_empty():
    """Importing a rule loads nothing else, because every __init__.py is empty, or hands on one name."""
    for path in SOURCE.rglob("__init__.py"):
        if "migrations" not in path.parts:
            lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            assert len(lines) <= 6, path


@pytest.mark.parametrize("room", ["accounts", "audit", "programme", "measurement", "cycles"])
def test_rooms_use_the_same_file_names(room):
    """A newcomer finds types, tables, reads and writes under the same names in every room."""
    names = {path.name for path in (SOURCE / room).glob("*.py")}
    assert {"types.py", "models.py", "queries.py", "actions.py"} <= names


@pytest.mark.parametrize("name", [name for name in MODULES if ".migrations" not in name])
def test_every_module_can_be_imported_alone(name):
    """No module depends on another having been imported first."""
    assert importlib.import_module(name)
