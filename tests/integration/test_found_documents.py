"""A document is found by its number, however it is written, in whatever task it was given for."""

import importlib

import pytest
from django.apps import apps
from tests.factories.rows import evidence

from thuocdo.cycles import models
from thuocdo.cycles.actions import record_rows
from thuocdo.cycles.queries import offered
from thuocdo.documents.citations import number_key

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(model_programme, an, now):
    """Return the key of a document that was given for two tasks."""
    rows = [evidence(task=task, text="Quyết định số 9131/QĐ-TTg ngày 12/6/2025") for task in ("44", "48")]
    record_rows(rows=rows, by=an, now=now)
    return model_programme, number_key("9131 / qđ-ttg")


def test_a_document_is_found_in_all_its_tasks(given):
    """One look tells for which tasks a document was given; another number is another document."""
    slug, key = given
    assert offered(slug, {key, number_key("1/QĐ-TTg")}) == {key: {"44", "48"}}
    assert offered("other", {key}) == {}
    assert offered(slug, set()) == {}


def test_what_was_replaced_is_not_found(given):
    """Evidence that a newer one has replaced names its task no more."""
    slug, key = given
    models.Evidence.objects.filter(task="44").update(state="corrected")
    assert offered(slug, {key}) == {key: {"48"}}


def test_earlier_evidence_gets_its_key(given):
    """The migration names the documents of what was recorded before."""
    slug, key = given
    models.Evidence.objects.update(document_key="")
    step = importlib.import_module("thuocdo.cycles.migrations.0004_found_by_task_and_document")
    step.name_documents(apps, None)
    assert offered(slug, {key}) == {key: {"44", "48"}}
