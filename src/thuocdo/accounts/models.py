"""People and their roles; permissions are decided by `rules.py`, not by tables."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from thuocdo.core.actor import Actor, Role


class UserManager(BaseUserManager["User"]):
    """Finds people by their log-in name."""


class User(AbstractBaseUser):
    """A person who can log in. `agency` is a body's code, "" for none."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    agency = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2, default="vi")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.username})"

    def to_actor(self) -> Actor:
        """Return the person as the value that actions take."""
        roles = frozenset(Role(grant.role) for grant in self.grants.all())
        return Actor(id=self.username, name=self.name, roles=roles, agency=self.agency)


class Grant(models.Model):
    """One role of one person."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "role"], name="one_grant_a_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role}"
