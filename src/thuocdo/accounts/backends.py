"""How a request's person is read: with roles and what is lent to them, in one statement."""

from typing import Any

from django.conf import settings
from django.contrib.auth import backends
from django.utils import timezone

from thuocdo.accounts.models import User
from thuocdo.core.dates import local_day


class PasswordBackend(backends.ModelBackend):
    """Django's check of name and password over our people; permissions are decided by `rules.py`."""

    def get_user(self, user_id: Any) -> User | None:
        """Return the person whom a session names, None for one whose account is closed."""
        user = User.objects.read_at_once(user_id, on=local_day(timezone.now(), settings.THUOCDO_ZONE))
        return user if user is not None and self.user_can_authenticate(user) else None
