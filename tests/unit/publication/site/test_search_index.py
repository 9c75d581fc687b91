"""What search finds: one small file for each beginning, each thing in every file that a word of it names."""

from dataclasses import replace

import pytest
from tests.factories.site import model_facts, trial_facts

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.programme.types import Agency, AgencyKind
from thuocdo.publication.site import search
from thuocdo.publication.site.desk import Desk


def desk_of(facts, language="vi"):
    """Return what a language shows of facts."""
    return Desk(facts, evaluate(facts), language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_thing_stands_in_the_file_of_each_of_its_words(language):
    """Whichever word is typed, in either language, its file has the thing."""
    desk = desk_of(model_facts(), language)
    found = search.index(desk)
    files = dict(search.parts(desk, found))
    assert len(found.things) > 250
    assert found.common == []
    for thing in found.things:
        for word in thing.words():
            path = f"{desk.path('tim')}{search.key_of(word)}.txt"
            assert f"{thing.line}\n" in files[path].decode(), word


def test_names_of_the_other_language_and_without_marks_lead_to_a_thing():
    """The words of the Vietnamese and of the English name find the same task."""
    found = search.index(desk_of(model_facts()))
    thing = next(each for each in found.things if each.kind == "task" and each.number == "43")
    task = next(each for each in model_facts().programme.tasks if each.number == "43")
    wanted = {*search.words_of(task.name_vi), *search.words_of(task.name_en), "43"}
    assert wanted <= thing.words()
    assert search.words_of("Chuyển đổi số, 57-NQ/TW") == ["chuyen", "doi", "so", "57", "nq", "tw"]


def test_a_word_that_very_many_have_leads_to_none_of_them():
    """Thousands of communes make no file of thousands: their own names and codes lead to them."""
    facts = trial_facts()
    many = [
        Agency(f"X{number:04}", f"Xã {number:04}", f"Commune {number:04}", AgencyKind.MINISTRY)
        for number in range(search.COMMON + 1)
    ]
    tasks = (replace(facts.programme.tasks[0], leads=tuple(each.code for each in many)),)
    facts = replace(
        facts,
        programme=replace(facts.programme, tasks=tasks),
        register=replace(facts.register, agencies=(*facts.register.agencies, *many)),
        evidence=(),
        reports=(),
        milestones=(),
    )
    desk = desk_of(facts)
    found = search.index(desk)
    assert {"commune", "xa"} <= set(found.common)
    assert {"xa", "co"}.isdisjoint(found.parts)
    (one,) = [each for each in found.parts["03"] if each.beside == "X0399"]
    assert one.path.endswith("/co-quan/x0399/")


def test_a_file_changes_only_with_what_it_holds():
    """Renaming one task rewrites the files of its old and new words and no other."""
    facts = model_facts()
    first, *rest = facts.programme.tasks
    renamed = replace(facts, programme=replace(facts.programme, tasks=(replace(first, name_vi="Zzz"), *rest)))
    before, after = (
        dict(search.parts(desk, search.index(desk))) for desk in (desk_of(facts), desk_of(renamed))
    )
    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    words = {*search.words_of(f"{first.number} {first.name_vi} {first.name_en} zzz")}
    leads = {word for thing in search.index(desk_of(facts)).things[:1] for word in thing.words()}
    assert changed <= {f"nq03/tim/{search.key_of(word)}.txt" for word in words | leads}
    assert "nq03/tim/zz.txt" in changed


def test_signs_in_a_name_cannot_break_a_line():
    """A tab or a line break inside a name is a blank, so that each thing keeps its six cells."""
    facts = trial_facts()
    task = replace(facts.programme.tasks[0], name_vi="Một\thai\nba")
    facts = replace(facts, programme=replace(facts.programme, tasks=(task, *facts.programme.tasks[1:])))
    found = search.index(desk_of(facts))
    assert {each.line.count("\t") for each in found.things} == {5}
    assert not any("\n" in each.line for each in found.things)
    assert "Một hai ba" in found.things[0].line
