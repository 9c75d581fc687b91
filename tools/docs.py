"""Writes (--write) or checks (--check) the pages that are made from the code."""

import importlib
import json
import os
import re
import sys
from pathlib import Path

import typer.main

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
os.environ["COLUMNS"] = "100"
os.environ["THUOCDO_LANG"] = "en"


def main(*, write: bool) -> int:
    """Bring the pages up to date, or say which are old; 1 when one is."""
    old = []
    for name, text in pages().items():
        path = DOCS / name
        if write:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            old.append(f"docs/{name} is old: run make docs")
    old += missing_headings()
    for line in old:
        print(line)
    return 1 if old else 0


def pages() -> dict[str, str]:
    """Return every generated page with its text."""
    from thuocdo.evaluation.scoring.schema import schema  # noqa: PLC0415  same
    from thuocdo.measurement.declaring.page import declarations, metrics_page  # noqa: PLC0415  same
    from thuocdo.measurement.tables.page import tables_page  # noqa: PLC0415  same
    from thuocdo.measurement.tables.reading import standard_tables  # noqa: PLC0415  same
    from thuocdo.programme.catalogue import catalogue  # noqa: PLC0415  after the environment is set
    from thuocdo.programme.indicator_page import how_we_read as indicators  # noqa: PLC0415  same
    from thuocdo.programme.reading_page import how_we_read as tasks  # noqa: PLC0415  same

    return {
        "commands.md": commands(),
        "criteria-sets.schema.json": json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True)
        + "\n",
        "metrics.md": metrics_page(declarations(), "en"),
        "standard-tables.md": tables_page(standard_tables(), "en"),
        "how-we-read-each-task.md": tasks(catalogue("nq03"), "en"),
        "how-we-read-each-indicator.md": indicators(catalogue("nq03"), "en"),
    }


def commands() -> str:
    """Return the page of commands, made from their help."""
    from thuocdo.cli.main import build  # noqa: PLC0415  after the environment is set

    group = typer.main.get_command(build())
    parts = ["# Commands", "", "Made from the commands' own help by `make docs`.", ""]
    parts += [
        "Exit status: 0 done; 10 bad input; 11 not found; 12 not allowed; 13 conflict;",
        "14 something outside is unavailable; 15 integrity broken.",
        "A refusal is one line on standard error that names the file or field and the remedy.",
        "",
    ]
    context = group.context_class(group, info_name="thuocdo")
    for name in sorted(group.commands):  # type: ignore[attr-defined]
        command = group.commands[name]  # type: ignore[attr-defined]
        inner = command.context_class(command, info_name=name, parent=context)
        parts += [f"## thuocdo {name}", "", "```text", strip(command.get_help(inner)), "```", ""]
    return "\n".join(parts)


def strip(text: str) -> str:
    """Return help without colours and trailing spaces."""
    return "\n".join(line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", text).strip().splitlines())


def missing_headings() -> list[str]:
    """Return what has no heading: settings in docs/settings.md, reason codes in docs/rules.md."""
    found = []
    reader = re.compile(r"env\.(?:text|flag|words|folder|number|choice)\(\s*\"([A-Z_]+)\"")
    settings = (ROOT / "src/thuocdo/config/settings.py").read_text(encoding="utf-8")
    page = headings(DOCS / "settings.md")
    found += [
        f"docs/settings.md: no heading for {name}" for name in reader.findall(settings) if name not in page
    ]
    reasons = importlib.import_module("thuocdo.evaluation.reasons")
    rules = (DOCS / "rules.md").read_text(encoding="utf-8") if (DOCS / "rules.md").exists() else ""
    codes = getattr(reasons, "MESSAGES", {})
    found += [f"docs/rules.md: no word of the reason {code}" for code in codes if f"`{code}`" not in rules]
    return found


def headings(path: Path) -> str:
    """Return all headings of a page as one text."""
    if not path.exists():
        return ""
    return "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#"))


if __name__ == "__main__":
    sys.exit(main(write="--write" in sys.argv))
