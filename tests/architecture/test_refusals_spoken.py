"""Every sentence with which a room refuses somebody can be said in Vietnamese."""

import ast
from pathlib import Path

from thuocdo.core.messages import catalogue

SOURCE = Path(__file__).parents[2] / "src" / "thuocdo"
ROOMS = (
    *("accounts", "adapters", "audit", "cycles", "evaluation", "measurement", "programme", "reports"),
    "web",
)
ERRORS = frozenset(
    {"ThuocDoError", "Invalid", "NotFound", "NotAllowed", "Conflict", "Unavailable", "Unreadable"}
)
PLACES = {"Fault": 1, "fault": 2}
"""Which argument is the sentence, of what makes a fault."""

_KEEPER = "kept with its message and shown to who keeps the installation, beside what other machines say"
_COMMAND = "only commands read such files"
BEHIND = {
    "accounts/naming.py": "only the programming interface asks, in English",
    "accounts/requests.py": "only the programming interface asks, in English",
    "adapters/mail.py": _KEEPER,
    "adapters/webhook.py": _KEEPER,
    "cycles/files.py": _COMMAND,
    "cycles/notices/delivery.py": _KEEPER,
    "cycles/notices/making.py": "said to the log of the background work",
    "measurement/baselines.py": _COMMAND,
    "programme/adopting.py": "only a command compares a document with the programme that is loaded",
    "programme/catalogue.py": _COMMAND,
    "programme/registry.py": _COMMAND,
    "programme/rules.py": "what is wrong with a register is said when a command reads it",
}
"""Modules whose refusals reach no page, each with the reason."""

_MADE = "made elsewhere, and searched there"
_WRITTEN = "written by a person"
_MARKED = "each of its sentences is marked for translation where it stands"
_MACHINE = "a machine subscribes, in English"
REPEATED = {
    "error.message": _MADE,
    "each['message']": _MADE,
    "item['message']": _MADE,
    "refused.message": _MADE,
    "outcome.refusal": _MADE,
    "found.refusal": _MADE,
    "answer.refusal": _MADE,
    "answer.hint": _MADE,
    "each.template": _MADE,
    "_conflict(row, typed).also[0]": _MADE,
    "wrong.sentence": _MADE,
    "wrong.template": _MADE,
    "row.note": _WRITTEN,
    "drafts_of(slug, agency=by.agency, cycle=cycle).get(task)": "a draft, which only looks like a sentence",
    "message": _WRITTEN,
    "text": _WRITTEN + ", or by the framework, which speaks Vietnamese itself",
    "SENTENCES[code]": _MARKED,
    "marked": _MARKED,
    "figures.wrong(each.query)": _MARKED,
    "figures.wrong(marker)": _MARKED,
    "refusal.template": _MARKED,
    "deskwords.BARS[case.bar]": _MARKED,
    "_fault(step, cell, row, rows)": _MARKED,
    "_fault_of_words(field, text, ())": _MARKED,
    "f\"choose among: {', '.join(sorted(known))}\"": _MACHINE,
    "f'{parts.hostname} is not among the hosts that this installation may call'": _MACHINE,
}
"""Sentences that cannot be read off the code, each with the reason why they need not be."""


def refusals():
    """Yield (place, sentence) of each refusal; a sentence that cannot be read off the code is in angles."""
    modules = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
    constants = {path: dict(_constants(tree)) for path, tree in modules.items()}
    errors = ERRORS | _subclasses(modules.values())
    for path, tree in modules.items():
        name = path.relative_to(SOURCE).as_posix()
        if name.split("/")[0] not in ROOMS or name in BEHIND:
            continue
        known = {key: [text] for key, text in (constants[path] | _imported(tree, constants)).items()}
        places = PLACES | _wrappers(tree, errors)
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                own = _local(function, known)
                given = {each.arg for each in (*function.args.args, *function.args.kwonlyargs)}
                for said, line in _calls(function, errors, places):
                    for text in _sentences(said, own):
                        if text[1:-1] not in given:
                            yield f"{name}:{line}", text


def _calls(function, errors, places):
    for call in ast.walk(function):
        if isinstance(call, ast.Call):
            yield from ((said, call.lineno) for said in _said(call, errors, places))


def _said(call, errors, places):
    name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
    given = {each.arg: each.value for each in call.keywords}
    if name in errors:
        yield from call.args[:1]
        if "hint" in given:
            yield given["hint"]
    elif name in places:
        told = given.get("template") or (call.args[3] if name == "Fault" and len(call.args) > 3 else None)
        told = (
            told
            or given.get("message")
            or (call.args[places[name]] if len(call.args) > places[name] else None)
        )
        if told is not None:
            yield told


def _sentences(said, known):
    if isinstance(said, ast.Constant):
        yield said.value
    elif isinstance(said, ast.IfExp):
        yield from _sentences(said.body, known)
        yield from _sentences(said.orelse, known)
    elif isinstance(said, ast.Call) and getattr(said.func, "id", "") in {"_", "N_"}:
        yield from _sentences(said.args[0], known)
    else:
        yield from known.get(ast.unparse(said), [f"<{ast.unparse(said)}>"])


def _local(function, known):
    """Add what names of a function stand for, wherever they are given it."""
    found = dict(known)
    for each in ast.walk(function):
        pairs = []
        if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name):
            pairs = [(each.targets[0].id, each.value)]
        elif isinstance(each, ast.NamedExpr):
            pairs = [(each.target.id, each.value)]
        for name, value in pairs:
            found[name] = [*found.get(name, ()), *_sentences(value, known)]
    return found


def _constants(tree):
    for each in tree.body:
        target = each.targets[0] if isinstance(each, ast.Assign) else getattr(each, "target", None)
        value = getattr(each, "value", None)
        if isinstance(value, ast.Call) and getattr(value.func, "id", "") == "N_":
            value = value.args[0]
        if isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield target.id, value.value


def _imported(tree, constants):
    found = {}
    for each in ast.walk(tree):
        if isinstance(each, ast.ImportFrom) and (each.module or "").startswith("thuocdo"):
            base = SOURCE.parent / each.module.replace(".", "/")
            for alias in each.names:
                name = alias.asname or alias.name
                own = constants.get(base.with_suffix(".py"), {})
                found |= {name: own[alias.name]} if alias.name in own else {}
                inner = constants.get(base / f"{alias.name}.py", {})
                found |= {f"{name}.{key}": text for key, text in inner.items()}
    return found


def _wrappers(tree, errors):
    """Return the functions of a module that hand one of their own parameters on as the sentence."""
    found = {}
    for function in tree.body:
        if isinstance(function, ast.FunctionDef):
            names = [each.arg for each in function.args.args]
            for said, _line in _calls(function, errors, PLACES):
                if isinstance(said, ast.Name) and said.id in names:
                    found[function.name] = names.index(said.id)
    return found


def _subclasses(trees):
    return {
        each.name
        for tree in trees
        for each in ast.walk(tree)
        if isinstance(each, ast.ClassDef) and any(getattr(base, "id", "") in ERRORS for base in each.bases)
    }


def test_every_refusal_has_vietnamese_words():
    """What a room says when it refuses stands in the catalogue, or its module says why no page shows it."""
    known = set(catalogue("vi"))
    found = list(refusals())
    wrong = [
        (place, text) for place, text in found if text and text not in known and text[1:-1] not in REPEATED
    ]
    assert wrong == []
    assert len(found) > 300


def test_every_exception_is_still_needed():
    """An exception whose module or sentence went away is taken out of the list."""
    assert [name for name in BEHIND if not (SOURCE / name).exists()] == []
    assert set(REPEATED) - {text[1:-1] for _place, text in refusals() if text} == set()


def test_a_sentence_that_nobody_translated_is_found():
    """The search sees a sentence in an error, in its hint, in a fault, and behind a wrapper."""
    code = ast.parse(
        "def _w(field, text):\n return Fault('x', text, field)\n"
        "def f(a):\n note = 'four' if a else 'five'\n raise Conflict('one', hint=N_('two'))\n"
        "def g():\n _w('a', 'three')\n Fault('w', note)\n Fault('w', f'{a}', 'f', 'six')\n"
    )
    places = PLACES | _wrappers(code, ERRORS)
    said = [
        text for each, _line in _calls(code, ERRORS, places) for text in _sentences(each, _local(code, {}))
    ]
    assert sorted(said) == sorted(["<text>", "one", "two", "three", "four", "five", "six"])
