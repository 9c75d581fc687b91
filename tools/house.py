"""Checks what no linter knows: file and function length, docstrings, and what may never be committed."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAX_FILE = 400
MAX_FUNCTION = 50
# Put together here so that this file does not name what it looks for.
REGISTRY_HOSTS = [".".join(parts) for parts in (("py" + "pi", "org"), ("python" + "hosted", "org"))]
REGISTRY_HOSTS += [".".join(("registry", "npm" + "js", "org"))]
REGISTRY_ADDRESS = re.compile(r"https?://[^\s\"')]+/(?:simple|packages)/|\"resolved\": *\"https?://")


def main() -> int:
    """Print every finding; 1 when there is one."""
    findings = [*code_findings(), *commit_findings()]
    for finding in findings:
        print(finding)
    return 1 if findings else 0


def tracked() -> list[Path]:
    """Return the files that are or would be committed."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  fixed
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def code_findings() -> Iterator[str]:
    """Find long files and functions, and what has no docstring."""
    for path in tracked():
        if path.suffix != ".py" or "migrations" in path.parts:
            continue
        name = path.relative_to(ROOT)
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        if text.count("\n") > MAX_FILE:
            yield f"{name}: {text.count(chr(10))} lines, at most {MAX_FILE}"
        if tree.body and not ast.get_docstring(tree):
            yield f"{name}: a file with code says in one sentence what it holds"
        yield from function_findings(name, tree)


def function_findings(name: Path, tree: ast.Module) -> Iterator[str]:
    """Find long functions, and tests without exactly one sentence."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > MAX_FUNCTION:
            yield f"{name}:{node.lineno}: {node.name} has {length} lines, at most {MAX_FUNCTION}"
        if node.name.startswith("test_") and name.parts[0] == "tests":
            words = ast.get_docstring(node) or ""
            if not words or "\n\n" in words or not words.rstrip().endswith((".", "?", "!", ")")):
                yield f"{name}:{node.lineno}: {node.name} needs one sentence that says the behaviour"


def commit_findings() -> Iterator[str]:
    """Find registry addresses and paths of this machine in anything that would be committed."""
    home = f"{ROOT.parent}/" if ROOT.parent != Path("/") else None
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            where = f"{path.relative_to(ROOT)}:{number}"
            if any(host in line for host in REGISTRY_HOSTS) or REGISTRY_ADDRESS.search(line):
                yield f"{where}: names a package registry"
            if home and home in line:
                yield f"{where}: holds a path of this machine"


if __name__ == "__main__":
    sys.exit(main())
