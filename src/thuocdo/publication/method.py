"""The method of a publication as the log names it: digests of the rules' own source files."""

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from thuocdo.evaluation.types import RULES_VERSION
from thuocdo.log.types import Method

CODE = "thuocdo-rules"
_FORMULA = "thuocdo.evaluation"
_QUERIES = "thuocdo.measurement"
_RULES = (".py", ".toml", ".yaml")


@cache
def method_in_use() -> Method:
    """Return the method that this installation computes with.

    The digests are over the lines "SHA-256 of the file, two spaces, path" of every .py, .toml and .yaml
    file of the package, declared metrics and criteria sets among them, sorted by path: what `sha256sum`
    prints.
    """
    return Method(CODE, _digest(_FORMULA), _digest(_QUERIES), f"thuocdo rules {RULES_VERSION}")


def _digest(package: str) -> str:
    lines = sorted(_lines(resources.files(package), ""), key=lambda line: line[66:])
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _lines(folder: Traversable, inside: str) -> list[str]:
    found = []
    for each in folder.iterdir():
        path = f"{inside}{each.name}"
        if each.is_dir() and each.name not in {"__pycache__", "migrations"}:
            found += _lines(each, f"{path}/")
        elif path.endswith(_RULES):
            found.append(f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {path}\n")
    return found
