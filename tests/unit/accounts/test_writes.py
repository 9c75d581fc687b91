"""What writes accounts keeps to the grammar of actions, in whichever file of the room it stands."""

import ast
import inspect

import pytest

from thuocdo.accounts import administering, delegating, factors, inviting, oidc, tokens

FILES = (administering, delegating, factors, inviting, oidc, tokens)


def writes():
    """Return every public function that opens a transaction, with the calls in its file."""
    for module in FILES:
        tree = ast.parse(inspect.getsource(module))
        functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
        calls = {
            node.name: {ast.unparse(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)}
            for node in functions
        }
        for node in functions:
            marks = {ast.unparse(each) for each in node.decorator_list}
            if "transaction.atomic" in marks and not node.name.startswith("_"):
                yield pytest.param(module, node.name, calls, id=f"{module.__name__}.{node.name}")


def reached(name, calls, seen=()):
    """Return every name that a function calls, itself or through its file."""
    if name in seen or name not in calls:
        return set()
    return calls[name].union(*(reached(each, calls, (*seen, name)) for each in calls[name]))


@pytest.mark.parametrize(("module", "name", "calls"), list(writes()))
def test_a_write_names_its_values_and_leaves_an_event(module, name, calls):
    """Keyword-only, with the moment and the person (whom an invitation makes known), and with its event."""
    parameters = inspect.signature(getattr(module, name)).parameters
    assert all(found.kind is inspect.Parameter.KEYWORD_ONLY for found in parameters.values())
    assert "now" in parameters
    assert "by" in parameters or name == "accept"
    assert "audit.record" in reached(name, calls)


def test_the_writes_are_found():
    """The files hold the acts that the pages offer."""
    names = {each.values[1] for each in writes()}
    assert {"invite", "change_roles", "delegate", "create_token", "add_key", "link"} <= names
