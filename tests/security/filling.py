"""Somebody who opens every page and types a sign of its own into every field of every form."""

from dataclasses import dataclass, field
from itertools import count

from django.apps import apps
from django.urls import reverse
from tests.security.fields import called, forms_of, general, page_of
from tests.security.policy import entrance, pages, routes

from thuocdo.cycles import models
from thuocdo.cycles.matters.models import Matter
from thuocdo.measurement.sources.models import Source
from thuocdo.measurement.written.models import Version
from thuocdo.programme.models import Draft as Reviewed

LONG = '=HYPERLINK("javascript:{sign}()")"><script>{sign}()</script><img src=x onerror={sign}()>'
SHORT = '=1"><svg onload={sign}>'
SHORTEST = "=<{sign}>"
TRIES, ROUNDS, DEEP = 3, 12, 2
MOVED = frozenset({302, 409})
SERVER_FAULT = 500
ENDS = frozenset({"log-out", "person-close"})
"""Forms that end what the walk needs."""

LOOKS = frozenset({"look", "preview", "read", "add", "drop"})
"""Buttons that show what would be, and keep nothing."""

SETTLES = frozenset({("act", "approve")})
"""Buttons that settle what another form of the same page is about."""

UNREAD = frozenset({"contenttypes", "sessions", "admin", "axes"})


@dataclass
class Walk:
    """What was found and done so far."""

    takes: dict
    shown: dict
    choices: dict
    queries: dict
    found: set = field(default_factory=set)
    sources: set = field(default_factory=set)
    kept: set = field(default_factory=set)
    signs: list = field(default_factory=list)
    tries: dict = field(default_factory=dict)
    refused: dict = field(default_factory=dict)
    answers: list = field(default_factory=list)
    numbers: count = field(default_factory=lambda: count(100))

    def sign(self):
        """Return a sign that stands nowhere yet."""
        return f"zq{next(self.numbers)}qz"


def payload(sign, most):
    """Return the longest of our payloads that a field takes."""
    found = (each.format(sign=sign) for each in (LONG, SHORT, SHORTEST))
    return next((each for each in found if len(each) <= most), sign[:most])


def stored():
    """Return everything that all tables hold, as one text."""
    rows = []
    for table in apps.get_models():
        if table._meta.app_label not in UNREAD:
            rows += [str(row) for row in table.objects.values_list()]
    return "\n".join(rows)


def samples(made, question):
    """Return values for each part of an address that differs."""
    records = [
        public_id
        for table in (models.Evidence, models.Report, models.Milestone)
        for public_id in table.objects.order_by("id").values_list("public_id", flat=True)
    ]
    return {
        "task": [*made.tasks, "36", "108"],
        "about": [made.tasks[0], "36"],
        "agency": [made.agency],
        "username": [made.reporter.id],
        "code": ["2025-1", "2025-2"],
        "record": records,
        "file": [made.ids["file"]],
        "matter": list(Matter.objects.order_by("id").values_list("public_id", flat=True)),
        "key": [made.ids["receipt"]],
        "draft": list(Reviewed.objects.order_by("id").values_list("pk", flat=True)),
        "question": [question],
        "report": [made.ids["report"]],
        "source": list(Source.objects.order_by("id").values_list("public_id", flat=True)),
        "metric": list(Version.objects.order_by("id").values_list("public_id", flat=True)),
        "shipped": ["provincial-rule"],
        "version": [made.ids[each] for each in ("proposed-set", "frozen-set")],
        "assessment": [made.ids[each] for each in ("open-assessment", "assessment", "verified", "disputed")],
    }


def addresses(actor, given, queries):
    """Yield the name and the address of every page that opens for somebody, about each sample."""
    for page in pages():
        names = list(routes()[("", page)].pattern.converters)
        if entrance(page, actor) != "in" or page in ENDS or not all(name in given for name in names):
            continue
        for args in [[value] for value in given[names[0]]] if names else [[]]:
            at = reverse(page, args=args)
            yield from ((page, each) for each in (at, *(f"{at}?{more}" for more in queries.get(page, ()))))


def read(walk, client, address):
    """Return the forms of a page, and note the fields that stand on it."""
    answer = client.get(address)
    return noted(walk, answer, address)


def noted(walk, answer, address):
    """Return the forms of an answer; every page is kept for the eyes of the test."""
    if answer.streaming or "html" not in answer.headers.get("Content-Type", ""):
        return []
    text = answer.content.decode()
    walk.answers.append((address, text))
    walk.sources |= called(text)
    forms = forms_of(text, address)
    for form in forms:
        walk.found |= {each.key for each in form.typed}
        walk.sources |= {each.source for each in form.typed}
    return forms


def fill_all(walk, client, actor, given):
    """Open each page and send its forms with a sign in each field, until no form has anything new."""
    for page, address in addresses(actor, given, walk.queries):
        for _again in range(ROUNDS):
            forms = read(walk, client, address)
            if page in ENDS or not any(fill(walk, client, form) for form in forms):
                break


def fill(walk, client, form, *, deep=0):
    """Send one form by its buttons while a field of it was not taken yet; says whether the page moved."""
    for button in form.buttons or (None,):
        known = (form.keys, kind(button))
        tried = walk.tries.get(known, 0)
        if not form.typed or button in SETTLES or tried >= TRIES or _done(walk, form, button):
            continue
        walk.tries[known] = tried + 1
        answer, signs = _send(walk, client, form, button)
        _note(walk, form, button, answer, signs)
        if answer.status_code in MOVED:
            return True
        if deep < DEEP:
            for each in noted(walk, answer, form.address):
                fill(walk, client, each, deep=deep + 1)
    return False


def _note(walk, form, button, answer, signs):
    assert answer.status_code < SERVER_FAULT, (form.address, button)
    said = "" if answer.streaming else answer.content.decode(errors="replace")
    held = stored() if form.method == "post" else ""
    walk.signs += signs.items()  # what a first form shows a second one may keep
    for key, sign in walk.signs:
        if sign in held:
            walk.kept.add((key, kind(button)))
    if form.method == "post" and not any(sign in held for sign in signs.values()):
        walk.refused[(form.keys, kind(button))] = answer.status_code, said


def _done(walk, form, button):
    """Say whether this form was sent by this button, and each of its fields was kept by it or never is."""
    keys = {each.key for each in form.typed} - set(walk.takes) - set(walk.shown)
    kept = {key for key, by in walk.kept if by == kind(button)}
    keeps = form.method == "post" and not _only_shows(button)
    return (form.keys, kind(button)) in walk.tries and (not keeps or keys <= kept)


def kind(button):
    """Return a button without the number of its row."""
    return button and (button[0], general(button[1]))


def _only_shows(button):
    return bool(button) and button[1].split("-")[0] in LOOKS


def _send(walk, client, form, button):
    sent, signs = {}, {}
    for name, values in form.values.items():
        sent[name] = values if len(values) > 1 else values[0]
    for name, offered in form.choices.items():
        wanted = walk.choices.get((form.typed[0].page, general(name)))
        if wanted is not None:
            sent[name] = wanted
        elif not any(form.values.get(name, [])) and offered:
            sent[name] = offered[0]
    repeated = {}
    for each in form.typed:
        sign = walk.sign()
        text = "{payload}"
        if each.key in walk.takes:
            text = walk.takes[each.key][0]
        if text is None:  # what the page proposes
            text = form.values[each.name][0]
        if text == "{word}":
            text = each.word
        if "{payload}" in text:
            signs[each.key] = sign
            text = text.replace("{payload}", payload(sign, each.most))
        text = text.replace("{n}", sign.strip("zq"))
        repeated.setdefault(each.name, []).append(text)
    sent |= {name: texts if len(texts) > 1 else texts[0] for name, texts in repeated.items()}
    if button is not None:
        sent[button[0]] = button[1]
    return getattr(client, form.method)(form.address, sent), signs


def seen(client, actor, given, most=4):
    """Yield address, kind and bytes of each page and table that opens for somebody, about a few samples."""
    few = {name: values[:most] for name, values in given.items()}
    for _page, address in addresses(actor, few, {}):
        answer = client.get(address)
        kind_of_answer = answer.headers.get("Content-Type", "")
        if answer.streaming or not ("html" in kind_of_answer or "csv" in kind_of_answer):
            continue
        yield address, "csv" if "csv" in kind_of_answer else "html", answer.content


def forged(walk, client, actor, given, asked):
    """Yield each form that somebody finds, once for each target and set of fields, with or without text."""
    few = {name: values[:2] for name, values in given.items()}
    for _page, address in addresses(actor, few, walk.queries):
        for form in read(walk, client, address):
            names = (
                page_of(form.address),
                frozenset(map(general, form.values)),
                form.values.get("to", [""])[0],
            )
            if names not in asked and names[0] not in ENDS:
                asked.add(names)
                yield form
