"""The clock and the settings under which the security tests look at the application."""

import pytest
from django.core.cache import caches
from tests.security.twins import NOON


@pytest.fixture
def scene(settings, tmp_path, monkeypatch, model_programme):  # noqa: ARG001  loaded
    """Let every clock stand at noon, keep files apart, hash quickly, and demand no second factor."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.THUOCDO_SECOND_FACTOR = "offered"
    settings.THUOCDO_FILES = tmp_path / "files"
    settings.THUOCDO_MEASURE, settings.THUOCDO_DELIVERIES = tmp_path / "measure", tmp_path / "deliveries"
    caches["process"].clear()


@pytest.fixture
def pdf():
    """Return the smallest PDF that is taken."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
