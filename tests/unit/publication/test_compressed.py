"""Tests of the compressed copies: each holds what its file holds, and nothing else is ever unpacked."""

import os
import tracemalloc
from dataclasses import replace

import pytest
from tests.factories.facts import some_facts
from tests.factories.publication import publish_plainly
from tests.factories.site import trial_facts

from thuocdo.cycles.types import State
from thuocdo.publication.compressed import SUFFIX, has_copy, packed, unpacks_to
from thuocdo.publication.manifest import read_manifest
from thuocdo.publication.site.build import render_site
from thuocdo.publication.verify import verify

TEXT = "Chương trình hành động\n".encode() * 5000


def files_of(folder):
    """Return the bytes of every file that the manifest names."""
    head = read_manifest((folder / "manifest.json").read_bytes())
    return {path: (folder / path).read_bytes() for path in head.files}


@pytest.mark.parametrize("data", [b"", b"a", TEXT, os.urandom(3_000_000)])
def test_a_copy_holds_its_file(data):
    """Whatever the bytes are, and more than one piece of them."""
    assert unpacks_to(packed(data), data)


@pytest.mark.parametrize(
    "copy",
    [
        b"",
        b"no brotli",
        packed(TEXT)[:-3],
        packed(TEXT) + b"more",
        packed(TEXT[:-1]),
        packed(TEXT + b"."),
        packed(TEXT.replace(b"h", b"H", 1)),
    ],
    ids=["empty", "none", "cut", "longer", "less", "more", "other"],
)
def test_a_copy_of_anything_else_is_refused(copy):
    """Cut, continued, shorter, longer, different: none of them holds the file."""
    assert not unpacks_to(copy, TEXT)


def test_a_copy_that_would_fill_the_memory_is_not_unpacked():
    """A kilobyte that unpacks to a gigabyte is left at the first difference."""
    bomb = packed(bytes(200_000_000))
    tracemalloc.start()
    assert not unpacks_to(bomb, b"x" * 2000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_every_text_that_is_long_enough_has_a_copy(tmp_path):
    """The manifest names each copy, each holds its file, and small files have none."""
    publish_plainly(trial_facts(), tmp_path / "site", render=render_site)
    files = files_of(tmp_path / "site")
    plain = {path: data for path, data in files.items() if not path.endswith(SUFFIX)}
    wanted = {path + SUFFIX for path, data in plain.items() if has_copy(path, len(data))}
    assert wanted == files.keys() - plain.keys()
    assert {"thu/index.html.br", "facts.json.br", "assets/style.css.br"} <= wanted
    assert all(unpacks_to(files[path], plain[path.removesuffix(SUFFIX)]) for path in wanted)
    assert verify(tmp_path / "site").holds


def test_what_is_rewritten_after_a_change_is_what_a_whole_new_build_gives(tmp_path):
    """Byte for byte in every file, so that nothing can be left as it was by mistake."""
    facts = trial_facts()
    first, *others = facts.evidence
    sent = replace(first, state=State.SENT, verified_on=None, verified_by="")
    changed = replace(facts, evidence=(sent, *others))
    publish_plainly(facts, tmp_path / "site", render=render_site)
    done = publish_plainly(changed, tmp_path / "site", render=render_site)
    publish_plainly(changed, tmp_path / "new", render=render_site)
    assert 0 < len(done.written) < done.unchanged
    assert files_of(tmp_path / "site") == files_of(tmp_path / "new")


def test_a_copy_that_somebody_changed_is_made_anew(tmp_path):
    """Publishing the same facts puts it right: a copy is kept only for what it holds."""
    out = tmp_path / "site"
    publish_plainly(some_facts(), out)
    right = (out / "facts.json.br").read_bytes()
    (out / "facts.json.br").write_bytes(packed(b"something else"))
    assert publish_plainly(some_facts(), out).written == ("facts.json.br",)
    assert (out / "facts.json.br").read_bytes() == right
