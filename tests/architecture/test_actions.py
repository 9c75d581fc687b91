"""Every write is keyword-only, says who and when, and leaves its audit event in one transaction."""

import ast
import importlib
import inspect
import pkgutil

import pytest

import thuocdo

ROOMS = sorted(
    found.name
    for found in pkgutil.walk_packages(thuocdo.__path__, "thuocdo.")
    if found.name.endswith(".actions") and found.name != "thuocdo.audit.actions"
)


def actions():
    """Return every public function of every actions module."""
    for name in ROOMS:
        module = importlib.import_module(name)
        for function_name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == name and not function_name.startswith("_"):
                yield pytest.param(module, function, id=f"{name}.{function_name}")


def called(module):
    """Return for each function of a module the names that its body calls."""
    tree = ast.parse(inspect.getsource(module))
    return {
        node.name: {ast.unparse(inner.func) for inner in ast.walk(node) if isinstance(inner, ast.Call)}
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }


def reaches(name, calls, wanted, seen=()):
    """Say whether a function calls one of the wanted names, itself or through its module."""
    if name in seen or name not in calls:
        return False
    found = calls[name]
    return bool(found & wanted) or any(reaches(inner, calls, wanted, (*seen, name)) for inner in found)


def test_there_are_actions():
    """The rooms that write are found."""
    assert {"thuocdo.cycles.actions", "thuocdo.measurement.actions", "thuocdo.programme.actions"} <= set(
        ROOMS
    )


@pytest.mark.parametrize(("module", "function"), list(actions()))
def test_an_action_says_who_and_when(module, function):
    """Each parameter is named at the call, and `by` and `now` are among those that must be given."""
    parameters = inspect.signature(function).parameters
    assert all(found.kind is inspect.Parameter.KEYWORD_ONLY for found in parameters.values())
    assert {"by", "now"} <= {name for name, found in parameters.items() if found.default is found.empty}
    assert module.__name__ == function.__module__


@pytest.mark.parametrize(("module", "function"), list(actions()))
def test_an_action_is_one_transaction_with_its_event(module, function):
    """Each is wrapped in one transaction, and writes an audit event itself or through the action it calls."""
    source = inspect.getsource(function)
    assert "@transaction.atomic" in source
    wanted = {"audit.record", "audit.record_all", "record_observations", "verify_observation"}
    wanted |= {"apply", "write_entries"}  # cycles/recording.py, which leaves an event with each change
    wanted |= {"move"}  # assessments/keeping.py, which does the same
    assert reaches(function.__name__, called(module), wanted)
