"""The words of the application: all of them in both languages, and every title has its status."""

import pytest
from django.utils import translation

from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Role
from thuocdo.core.errors import ThuocDoError
from thuocdo.core.messages import catalogue
from thuocdo.web.accounts import PERMISSIONS, ROLES
from thuocdo.web.environment import static
from thuocdo.web.errors import TITLES
from thuocdo.web.language import words


def refusals(kind=ThuocDoError):
    """Yield every kind of refusal."""
    for each in kind.__subclasses__():
        yield each
        yield from refusals(each)


def test_each_refusal_has_a_title():
    """No refusal can come to a person without a heading."""
    assert {kind.http_status for kind in refusals()} <= set(TITLES)


def test_each_role_and_permission_has_words():
    """The account page can name whatever a person may be or do, in both languages."""
    assert (set(ROLES), set(PERMISSIONS)) == (set(Role), set(Permission))
    assert {*ROLES.values(), *PERMISSIONS.values(), *TITLES.values()} <= set(catalogue("vi"))


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "kỳ 2025-1"), ("en", "period 2025-1"), ("fr", "kỳ 2025-1")]
)
def test_words_follow_the_request(language, said):
    """A language that is not spoken here falls back to Vietnamese."""
    with translation.override(language):
        assert words("period {instance}", instance="2025-1") == said


def test_the_address_of_a_file_changes_with_its_content():
    """The style sheet's address carries the digest of what it says."""
    assert static("app.css").startswith("/static/app.css?v=")
    assert static("app.css") != static("mark.svg")
