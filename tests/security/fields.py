"""Every field that a page lets a person type into, found on the page itself and in its template."""

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.template import engines
from django.urls import Resolver404, resolve
from lxml import html

import thuocdo.web

TEMPLATES = Path(thuocdo.web.__file__).parent / "templates"
NOT_TYPED = frozenset(
    {"hidden", "checkbox", "radio", "file", "submit", "button", "reset", "image", "password"}
)
"""Kinds of inputs that nobody types into; a password is kept as a hash and shown nowhere."""

_OPENS = re.compile(r"<(input|textarea)\b")
_MARK = "data-from"
_MACRO = re.compile(r"\{% macro (\w+)\((?:.*?)%\}(.*?)\{% endmacro %\}", re.DOTALL)
_CALLED = re.compile(r"<!--made by ([\w.:-]+)-->")


@dataclass(frozen=True, slots=True)
class Typed:
    """One field of one form: where its form goes, its name, its limit, and the line it was made by.

    `word` is what its label asks to be typed, "" where it asks for nothing in particular.
    """

    page: str
    name: str
    most: int
    source: str
    word: str = ""

    @property
    def key(self):
        """Return the page and the name without numbers and ids, which differ from row to row."""
        return self.page, general(self.name)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a page as a browser would send it."""

    address: str
    method: str
    values: dict[str, list[str]]
    typed: tuple[Typed, ...]
    choices: dict[str, list[str]] = field(default_factory=dict)
    buttons: tuple[tuple[str, str], ...] = ()

    @property
    def keys(self):
        """Return what tells this form from others: its target and its typed fields."""
        names = frozenset(each.key for each in self.typed)
        return page_of(self.address), names, self.values.get("to", [""])[0]


def general(name):
    """Return the name of a field with a star for each number or id in it."""
    name = re.sub(r"^(field-|row-)?[\d.]+([a-z]?)-", r"\1*-", name)
    return re.sub(r"(?<=-)[0-9a-f.]*\d[\w.]*", "*", name)


def page_of(address):
    """Return the name of the page at an address."""
    try:
        return resolve(address.split("?")[0].split("#")[0]).view_name
    except Resolver404:
        return ""


def sources():
    """Yield the place of every field with a name that stands in a template: "work-panel.html:80".

    Where a macro makes the field, each call of the macro is a place too.
    """
    for path in sorted(TEMPLATES.glob("*.html")):
        text = path.read_text(encoding="utf-8")
        for number, line in enumerate(text.split("\n"), 1):
            typed = any(_is_typed(line[found.start() :]) for found in _OPENS.finditer(line))
            if typed or _calls().search(line):
                yield f"{path.name}:{number}"


def _is_typed(tag):
    kind = re.search(r'type="([^"]*)"', tag.split(">")[0])
    named = 'name="' in tag or "{{ more }}" in tag
    return named and (kind is None or kind[1] not in NOT_TYPED)


@cache
def _calls():
    """Return what a call of a macro that makes a field looks like."""
    names = set()
    for path in TEMPLATES.glob("*.html"):
        for name, body in _MACRO.findall(path.read_text(encoding="utf-8")):
            if any(_is_typed(body[found.start() :]) for found in _OPENS.finditer(body)):
                names.add(name)
    return re.compile(rf"\{{\{{-? ?(?:{'|'.join(sorted(names))})\(")


def called(text):
    """Return the calls of macros that a page was made by."""
    return set(_CALLED.findall(text))


@contextmanager
def told_where():
    """Let every field say on the page from which line of which template it comes."""
    made = engines["jinja2"].env
    loader = made.loader
    plain = loader.get_source

    def marked(environment, template):
        text, path, fresh = plain(environment, template)
        if str(path).startswith(str(TEMPLATES)):
            text = "\n".join(_told(line, f"{template}:{at}") for at, line in enumerate(text.split("\n"), 1))
        return text, path, fresh

    loader.get_source = marked
    made.cache.clear()
    try:
        yield
    finally:
        del loader.get_source
        made.cache.clear()


def _told(line, place):
    line = _OPENS.sub(rf'<\1 {_MARK}="{place}"', line)
    return _calls().sub(lambda found: f"<!--made by {place}-->{found[0]}", line)


def forms_of(text, address):
    """Return the forms of a page that was read at an address."""
    tree = html.fromstring(text or "<p>")
    return [_form(each, address, tree) for each in tree.forms]


def _form(form, address, tree):
    goes = form.get("action") or address
    page = page_of(goes)
    inputs = [*form.inputs]
    if own := form.get("id"):  # fields may stand outside of their form
        inputs += tree.xpath("//*[@form=$own]", own=own)
    values, typed, choices, buttons = {}, [], {}, []
    for each in inputs:
        name, kind = each.get("name"), each.get("type", "text")
        if name is None and kind != "submit":
            continue
        if each.tag == "button" or kind == "submit":
            if name:
                buttons.append((name, each.get("value", "")))
        elif each.tag == "select":
            choices[name] = [value for value in each.value_options if value]
            values[name] = [each.value or ""]
        elif each.tag == "textarea" or kind not in NOT_TYPED:
            most = int(each.get("maxlength") or 100_000)
            typed.append(Typed(page, name, most, each.get(_MARK, ""), _word(each)))
            values.setdefault(name, []).append(each.value or "")
        elif kind in {"checkbox", "radio"}:
            choices.setdefault(name, []).append(each.get("value", "on"))
            if each.get("checked") is not None:
                values.setdefault(name, []).append(each.get("value", "on"))
        elif kind != "file":
            values.setdefault(name, []).append(each.get("value", ""))
    buttons += [
        (each.get("name"), each.get("value", ""))
        for each in form.iter("button")
        if each.get("name") and (each.get("name"), each.get("value", "")) not in buttons
    ]
    return Form(goes, form.method.lower(), values, tuple(typed), choices, tuple(buttons))


def _word(control):
    label = control.label
    found = re.search("“([^”]+)”", label.text_content()) if label is not None else None
    return found[1] if found else ""
