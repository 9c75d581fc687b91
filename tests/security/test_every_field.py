"""Each field of each form is typed into; what was typed runs nowhere and is computed nowhere."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.test import Client
from django.urls import reverse
from tests.security import explained
from tests.security.everything import everything
from tests.security.fields import sources, told_where
from tests.security.filling import Walk, fill, fill_all, forged, noted, read, samples, seen
from tests.security.seeing import SIGN, alive, computed
from tests.security.twins import NOON, log_in, person

from thuocdo.accounts.models import User
from thuocdo.config.current import known
from thuocdo.cycles.attaching import attach
from thuocdo.publication.open_data import all_tables, data_files
from thuocdo.publication.site.build import render_site

pytestmark = pytest.mark.usefixtures("scene")
SERVER_FAULT = 500
NAME = f'{SIGN}"><script>{SIGN}()</script><img src=x onerror={SIGN}()>'


def typed_everywhere(pdf):
    """Let everybody open each page that is theirs and fill each form; returns the walk and who walked."""
    there = everything(pdf)
    walk = Walk(explained.TAKES, explained.SHOWN_AGAIN, explained.CHOICES, explained.ASKED_FOR)
    with told_where():
        for actor in there.people:
            client = log_in(actor.id)
            fill_all(walk, client, actor, samples(there.made, there.question))
            _by_buttons(walk, client, actor, there.made)
    return walk, there


def _by_buttons(walk, client, actor, made):
    """Open the pages that only a button of another page opens."""
    for role, page, args, sent in (
        ("monitor", "letter", [], {"ky": "2025-1", "body": "BYT", "do": "joint"}),
        ("administrator", "person-roles", [made.reporter.id], {"role": "reporter"}),
    ):
        if actor.id == f"vai-{role}":
            at = reverse(page, args=args)
            for form in noted(walk, client.post(at, sent), at):
                fill(walk, client, form)
    if actor == made.reporter:
        panel = next(
            each for each in read(walk, client, f"/viec/{made.tasks[3]}") if "do" in str(each.buttons)
        )
        at = reverse("work-line", args=[made.tasks[3]])
        noted(walk, client.post(at, {name: values[0] for name, values in panel.values.items()}), at)


def test_what_is_typed_into_any_field_is_text_everywhere(pdf, settings):
    """Each field is found, takes a sign or says why not; it is text on every page and in every table."""
    walk, there = typed_everywhere(pdf)
    kept = {key for key, _button in walk.kept}
    told = set(explained.TAKES) | set(explained.SHOWN_AGAIN)
    assert sorted(walk.found - kept - told) == [], "fields that keep nothing of what is typed, unexplained"
    assert sorted(told - walk.found) == [], "explained fields that no page has"
    assert sorted(set(explained.SHOWN_AGAIN) & kept) == [], "kept after all"
    assert sorted(set(sources()) - walk.sources) == sorted(explained.NOT_DRAWN), (
        "fields of templates not drawn"
    )
    attach(name=f"{NAME}.pdf", data=pdf + b"9", by=there.made.head, now=NOON)
    wrong = [(address, found) for address, text in walk.answers if (found := alive(text))]
    shown = 0
    for actor in there.people:
        for address, kind, body in seen(log_in(actor.id), actor, samples(there.made, there.question)):
            shown += SIGN.encode() in body
            bad = computed(body) if kind == "csv" else alive(body.decode())
            wrong += [(actor.id, address, bad)] if bad else []
    found = known("nq03", as_of=there.day)
    for path, data in render_site(found.facts, found.verdicts):
        shown += path.endswith(".html") and SIGN.encode() in data
        wrong += [(path, bad) for bad in (alive(data.decode()) if path.endswith(".html") else ())]
    for path, data in data_files(all_tables(found.facts, found.verdicts), found.facts):
        wrong += [(path, bad) for bad in (computed(data) if path.endswith(".csv") else ())]
    assert wrong == []
    assert shown > 40
    assert settings.DEBUG is False


def test_the_name_of_a_key_is_text():
    """A key that somebody named after a payload stands on the page of their factors as text."""
    who = person("khoa-bao-mat", "Khóa", "BKHCN")
    client, user = log_in(who.id), User.objects.get(username=who.id)
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": NAME})
    page = client.get("/tai-khoan/xac-thuc").content.decode()
    assert SIGN in page
    assert not alive(page)


def test_no_field_of_a_form_breaks_its_page(pdf):
    """A payload in every field of a form at once, hidden ones and choices too, comes back as text."""
    there, asked = everything(pdf), set()
    for actor in there.people:
        client, walk = log_in(actor.id), Walk({}, {}, {}, explained.ASKED_FOR)
        for form in forged(walk, client, actor, samples(there.made, there.question), asked):
            payload = {name: NAME for name in form.values | form.choices if name != "csrfmiddlewaretoken"}
            payload |= {each.name: NAME for each in form.typed}
            for button in form.buttons or (None,):
                cookies = client.cookies.copy()
                with transaction.atomic():
                    sent = {**payload, button[0]: button[1]} if button else payload
                    answer = getattr(client, form.method)(form.address, sent)
                    transaction.set_rollback(True)
                client.cookies = cookies
                assert answer.status_code < SERVER_FAULT, (form.address, button)
                if not answer.streaming and "html" in answer.headers.get("Content-Type", ""):
                    assert (form.address, alive(answer.content.decode())) == (form.address, [])
    assert len(asked) > 50


def test_the_fields_that_are_not_drawn_are_refused_a_payload(pdf):
    """A second step, the day of effect and what is on its way to readers take no payload, and show none."""
    there = everything(pdf)
    client = Client()
    answers = [client.post("/dang-nhap/buoc-hai", {"code": NAME})]
    maker = log_in("vai-methodologist")
    draft = samples(there.made, there.question)["draft"][0]
    answers.append(maker.post(f"/van-ban/{draft}/thong-qua", {"effective_on": NAME}))
    publisher = log_in("vai-publisher")
    for act in ("confirm", "sign", "withdraw", "release", NAME):
        sent = {"act": act, "publication": NAME, "typed": NAME, "signature": NAME, "note": NAME}
        answers.append(publisher.post("/cong-bo", sent))
    answers.append(publisher.post("/cong-bo", {"act": "propose", "as_of": NAME, "say-x": NAME}))
    told = dict.fromkeys(("table", "row", "column", "new", "reason", "document", "document_on", "note"), NAME)
    answers += [
        publisher.post("/cong-bo/dinh-chinh", {"act": act, "correction": NAME, **told})
        for act in ("propose", "confirm", "withdraw")
    ]
    for answer in answers:
        assert answer.status_code < SERVER_FAULT
        assert not alive(answer.content.decode() or "<p>")
