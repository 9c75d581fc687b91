"""The README keeps its promises."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_link_of_the_readme_leads_somewhere():
    """A newcomer never meets a dead link or a missing picture."""
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    for link in links:
        assert (ROOT / link).exists(), link


def test_every_make_target_of_the_readme_exists():
    """What the README tells to type is there."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z-]+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_command_of_the_readme_exists():
    """Each thuocdo command that the README names has its heading in the page of commands."""
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for command in re.findall(r"^thuocdo ([a-z-]+)", README, re.MULTILINE):
        assert f"## thuocdo {command}\n" in page, command
