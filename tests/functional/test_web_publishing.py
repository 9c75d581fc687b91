"""The publisher's page: prepared by one, confirmed by another, signed away from here, released in time."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.functional.conftest import PASSWORD

from thuocdo.audit.models import Event
from thuocdo.config.transparency import desk
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Invalid
from thuocdo.evaluation.queries import facts
from thuocdo.jobs.publications import release_publications
from thuocdo.publication.corrections import NOTHING_PAST
from thuocdo.publication.keys import Purpose, new_key, trust_bytes, trust_of
from thuocdo.publication.offline import signature
from thuocdo.publication.prepared import read_prepared
from thuocdo.publication.releases import actions, queries, releasing
from thuocdo.publication.releases.types import State
from thuocdo.publication.verify import verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]

PAGE = "/cong-bo"
NOW = datetime(2025, 6, 20, 5, tzinfo=UTC)
WORKER = Actor(id="jobs", name="Background work")


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch):
    """Let every clock stand at noon of 20 June 2025."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def keys(settings, tmp_path):
    """Let two of three key holders be needed; returns their keys."""
    settings.DATA, settings.SITE = tmp_path, tmp_path / "site"
    settings.THUOCDO_LOG, settings.THUOCDO_LOG_HOME = tmp_path / "log", tmp_path / "log-signer"
    made = tuple(
        new_key(name=f"K{number}", role="publisher", purpose=Purpose.PRODUCTION, valid_from=date(2025, 1, 1))
        for number in (1, 2, 3)
    )
    (tmp_path / "trust.json").write_bytes(trust_bytes(trust_of(made, threshold=2)))
    return made


@pytest.fixture
def lan(accounts, now):
    """Add Lan, a second publisher."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    given = {"password": PASSWORD, "by": accounts["chi"], "now": now}
    return add_person(username="lan", name="Lan", agency="VPTW", roles={Role.PUBLISHER}, **given)


def shown(client, lang="en"):
    """Return the page in words."""
    return client.get(PAGE, {"lang": lang}).content.decode()


def propose(client, **changes):
    """Prepare today's publication, with a sentence for every warning that the page names."""
    asked = set(re.findall(r'name="(say-[a-z_]+)"', shown(client)))
    form = {"act": "propose", "as_of": "2025-06-20", **dict.fromkeys(asked, "Đã xem xét.")}
    return client.post(PAGE, form | changes)


def act(client, name, **form):
    """Do one act on what is on its way."""
    return client.post(PAGE, {"act": name, "publication": queries.waiting("nq03").id, **form})


def signed(key):
    """Return the small file that a key holder sends back."""
    manifest, data = read_prepared(desk().folder(queries.waiting("nq03").id))
    return signature(manifest, data, key).decode()


def released(chi, lan, keys):
    """Let a publication go its whole way."""
    assert propose(chi).status_code == 302
    act(lan, "confirm", typed=queries.waiting("nq03").manifest[:12])
    for key in keys[:2]:
        assert act(chi, "sign", signature=signed(key)).status_code == 302
    return act(chi, "release")


def test_a_publication_goes_its_way(browser_of, lan, keys):
    """Prepared, confirmed by another, signed by two of three, released; each step is an event."""
    chi, other = browser_of("chi"), browser_of(lan.id)
    assert "nothing yet" in shown(chi)
    assert propose(chi).status_code == 302
    waiting = queries.waiting("nq03")
    assert (waiting.state, waiting.as_of, desk().site.exists()) == (State.PROPOSED, date(2025, 6, 20), False)
    assert "somebody else has to confirm it" in shown(chi)
    assert "It is the first publication" in shown(other)
    assert act(other, "confirm", typed=waiting.manifest[:12]).status_code == 302
    assert "2 more are needed" in shown(chi)
    assert act(chi, "release").status_code == 403
    for key in keys[1:]:
        assert act(chi, "sign", signature=signed(key)).status_code == 302
    assert "Release now" in shown(chi)
    assert act(chi, "release").status_code == 302
    assert queries.waiting("nq03") is None
    assert queries.releases("nq03")[0].state is State.RELEASED
    assert verify(desk().site, trust=desk().trust).holds
    assert not desk().folder(waiting.id).exists()
    kinds = Event.objects.filter(on=waiting.id).order_by("id").values_list("kind", flat=True)
    steps = ["proposed", "confirmed", "signed", "signed", "released"]
    assert list(kinds) == [f"publication_{each}" for each in steps]
    assert "the publication as of 20 June 2025" in shown(chi)


def test_the_first_person_cannot_be_the_second(browser_of, keys):  # noqa: ARG001  they have to be there
    """Four eyes; and the second person types the digest that the key holders see."""
    chi = browser_of("chi")
    propose(chi)
    assert act(chi, "confirm", typed=queries.waiting("nq03").manifest[:12]).status_code == 403
    assert queries.waiting("nq03").state is State.PROPOSED


def test_a_wrong_word_confirms_nothing(browser_of, lan, keys):  # noqa: ARG001  they have to be there
    """The page says which word is asked for."""
    propose(browser_of("chi"))
    answer = act(browser_of(lan.id), "confirm", typed="yes")
    assert answer.status_code == 422
    assert queries.waiting("nq03").manifest[:12] in answer.content.decode()


def test_warnings_need_a_sentence(browser_of, keys):  # noqa: ARG001  they have to be there
    """Without one nothing is prepared; with one it stands in the signed manifest."""
    chi = browser_of("chi")
    assert 'name="say-nothing_reported"' in shown(chi)
    assert propose(chi, **{"say-nothing_reported": " "}).status_code == 422
    assert queries.waiting("nq03") is None
    propose(chi)
    manifest, _data = read_prepared(desk().folder(queries.waiting("nq03").id))
    assert [(each.warning, each.sentence) for each in manifest.accepted] == [
        ("nothing_reported", "Đã xem xét.")
    ]


def test_a_signature_that_does_not_count_is_refused(browser_of, keys):
    """A stranger's key, and what is no signature at all."""
    chi = browser_of("chi")
    propose(chi)
    stranger = new_key(name="X", role="x", purpose=Purpose.PRODUCTION, valid_from=date(2025, 1, 1))
    assert act(chi, "sign", signature=signed(stranger)).status_code == 403
    assert act(chi, "sign", signature="[]").status_code == 422
    assert act(chi, "sign", signature=signed(keys[0])).status_code == 302
    assert act(chi, "sign", signature=signed(keys[0])).status_code == 302
    assert len(queries.waiting("nq03").signatures) == 1


def test_an_embargo_holds_until_its_moment(browser_of, lan, keys):
    """Nobody releases it earlier; then the background work does, exactly once."""
    chi = browser_of("chi")
    propose(chi, publish_on="2025-06-21", publish_time="07:30")
    waiting = queries.waiting("nq03")
    assert waiting.publish_at == datetime(2025, 6, 21, 0, 30, tzinfo=UTC)
    act(browser_of(lan.id), "confirm", typed=waiting.manifest[:12])
    act(chi, "sign", signature=signed(keys[0]))
    later = waiting.publish_at + timedelta(minutes=1)
    assert release_publications(now=later, by=WORKER) == {"released": 0}
    act(chi, "sign", signature=signed(keys[1]))
    assert act(chi, "release").status_code == 409
    assert "released by itself" in shown(chi)
    assert release_publications(now=NOW, by=WORKER) == {}
    assert not desk().site.exists()
    assert release_publications(now=later, by=WORKER) == {"released": 1}
    assert release_publications(now=later, by=WORKER) == {}
    assert queries.releases("nq03")[0].ended_by == "jobs"
    assert verify(desk().site, trust=desk().trust).holds


def test_a_withdrawn_publication_leaves_nothing(browser_of, keys, django_capture_on_commit_callbacks):  # noqa: ARG001  they have to be there
    """The reason is asked for, the files go, and another one can be prepared."""
    chi = browser_of("chi")
    propose(chi)
    folder = desk().folder(queries.waiting("nq03").id)
    assert act(chi, "withdraw", note="").status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        assert act(chi, "withdraw", note="Số liệu chưa đủ").status_code == 302
    assert not folder.exists()
    assert "Số liệu chưa đủ" in shown(chi)
    assert propose(chi).status_code == 302


def test_one_publication_is_on_its_way_at_a_time(accounts, keys):  # noqa: ARG001  they have to be there
    """The second proposal is refused and leaves no files."""
    given = {
        "desk": desk(),
        "facts": facts("nq03", as_of=date(2025, 6, 20)),
        "accepted": {"nothing_reported": "x"},
        "past": NOTHING_PAST,
        "by": accounts["chi"],
        "now": NOW,
    }
    first = releasing.propose(publish_at=NOW, **given)
    with pytest.raises(Conflict, match=r"on its way already"):
        releasing.propose(publish_at=NOW, **given)
    assert [each.name for each in desk().waiting.iterdir()] == [first.id]


def test_an_earlier_state_comes_back_only_with_a_correction(browser_of, lan, keys, accounts):
    """Undoing is a new publication that says what was wrong, never a silent return."""
    assert released(browser_of("chi"), browser_of(lan.id), keys).status_code == 302
    given = {"accepted": {"nothing_reported": "x"}, "by": accounts["chi"], "now": NOW}
    earlier = facts("nq03", as_of=date(2025, 6, 19))
    with pytest.raises(Invalid) as refused:
        releasing.propose(desk=desk(), facts=earlier, publish_at=NOW, past=NOTHING_PAST, **given)
    assert "only after a correction of the present publication was logged" in str(refused.value.faults[0])


def test_what_changes_for_readers_is_shown(browser_of, lan, keys, monkeypatch):
    """A later day: the tables that differ, and each status that becomes another one."""
    chi = browser_of("chi")
    released(chi, browser_of(lan.id), keys)
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 1, 20, 5, tzinfo=UTC))
    propose(browser_of("chi"), as_of="2026-01-20")
    page = shown(browser_of("chi"))
    assert "Statuses that become another one" in page
    assert re.search(r"<th scope=\"row\">Tasks</th>.*status late", page)
    assert "nq03/nhiem-vu.csv" in page


def test_the_manifest_can_be_fetched_and_nothing_else(browser_of, keys):  # noqa: ARG001  they have to be there
    """The key holders get exactly the bytes that they sign."""
    chi = browser_of("chi")
    propose(chi)
    found = queries.waiting("nq03")
    answer = chi.get(f"{PAGE}/{found.id}/manifest.json")
    assert answer.content == read_prepared(desk().folder(found.id))[1]
    assert chi.get(f"{PAGE}/P-khac/manifest.json").status_code == 404


def test_killed_after_the_switch_the_same_call_finishes(browser_of, lan, keys, accounts, monkeypatch):
    """Readers have the publication; the row follows with the next call, and nothing is published twice."""
    chi = browser_of("chi")
    propose(chi)
    waiting = queries.waiting("nq03")
    act(browser_of(lan.id), "confirm", typed=waiting.manifest[:12])
    for key in keys[:2]:
        act(chi, "sign", signature=signed(key))
    given = {"desk": desk(), "id": waiting.id, "enter": None, "by": accounts["chi"], "now": NOW}
    monkeypatch.setattr(actions, "_move", lambda *_given, **_named: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        releasing.release(**given)
    monkeypatch.undo()
    assert queries.waiting("nq03").state is State.CONFIRMED
    assert releasing.release(**given).written == ()
    assert queries.releases("nq03")[0].state is State.RELEASED
