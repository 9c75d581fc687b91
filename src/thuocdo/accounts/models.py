"""People, their roles and what lets them in; permissions are decided by `rules.py`, not by tables.

Second factors live in the table of allauth.mfa, links to an identity provider in that of
allauth.socialaccount (docs/decisions/0011).
"""

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from thuocdo.accounts.rules import permissions_of_roles
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Lent, Role


class UserManager(BaseUserManager["User"]):
    """Finds people by their log-in name."""

    def read_at_once(self, pk: int, *, on: date) -> "User | None":
        """Return a person with their roles, and with whether anything is lent to them on that day.

        One statement, because every request of a person asks for all three.
        """
        lent = Delegation.objects.in_force(on).filter(receiver=models.OuterRef("pk"))
        found = self.filter(pk=pk).annotate(role=models.F("grants__role"), borrows=models.Exists(lent))
        rows: list[Any] = list(found)  # one for each role
        if not rows:
            return None
        user: User = rows[0]
        user.known_roles = frozenset(Role(each.role) for each in rows if each.role)
        user.borrows_nothing_on = None if rows[0].borrows else on
        return user


class User(AbstractBaseUser):
    """A person who can log in. `agency` is a body's code, "" for none."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    agency = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2, default="vi")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    # How often a code was guessed since when: in the table, so that it holds for all processes together.
    guesses = models.PositiveSmallIntegerField(default=0)
    guesses_since = models.DateTimeField(null=True)

    known_roles: frozenset[Role] | None = None
    borrows_nothing_on: date | None = None
    """What `UserManager.read_at_once` has read besides; None where nobody has looked."""

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.username})"

    def to_actor(self, *, on: date | None = None) -> Actor:
        """Return the person as the value that actions take, with what is delegated to them on that day."""
        roles = self.known_roles
        if roles is None:
            roles = frozenset(Role(grant.role) for grant in self.grants.all())
        if on is None or not self.agency or on == self.borrows_nothing_on:
            lent: tuple[Lent, ...] = ()
        else:
            lent = self._lent(on)
        return Actor(id=self.username, name=self.name, roles=roles, agency=self.agency, lent=lent)

    def _lent(self, on: date) -> tuple[Lent, ...]:
        """Return what is lent today; only what the giver, still of the same body, still holds."""
        rows = self.received.in_force(on).filter(giver__is_active=True, giver__agency=self.agency)
        return tuple(
            Lent(row.permission, row.giver.username)
            for row in rows.select_related("giver").prefetch_related("giver__grants")
            if Permission(row.permission)
            in permissions_of_roles([Role(grant.role) for grant in row.giver.grants.all()])
        )


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


class Session(AbstractBaseSession):
    """A browser's session; whose it is stands in a column, so that all of a person can be ended."""

    account = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="open_sessions")
    agent = models.CharField(max_length=120, blank=True)
    began_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)


class Invitation(models.Model):
    """A one-time way in for one person; only the hash of its code is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    created_by = models.CharField(max_length=60)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(ended_at=None), name="one_open_invitation"
            ),
        ]

    def __str__(self) -> str:
        return f"invitation of {self.user_id}"


class RecoveryCode(models.Model):
    """One of the codes for the day the phone is lost; its row goes when it is used."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "digest"], name="one_recovery_code"),
        ]

    def __str__(self) -> str:
        return f"recovery code of {self.user_id}"


class UsedStep(models.Model):
    """A time step whose code a person has used: the constraint lets no code in a second time."""

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    step = models.BigIntegerField()

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "step"], name="a_code_is_used_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.step}"


class DelegationQuerySet(models.QuerySet["Delegation"]):
    """Delegations by what holds on a day."""

    def in_force(self, day: date) -> "DelegationQuerySet":
        """Return those whose window the day lies in and that nobody has revoked."""
        return self.filter(starts_on__lte=day, ends_on__gte=day, revoked_at=None)


class Delegation(models.Model):
    """A permission lent by one person to another of the same body, until a day."""

    public_id = models.CharField(max_length=20, unique=True)
    giver = models.ForeignKey(User, on_delete=models.CASCADE, related_name="given")
    receiver = models.ForeignKey(User, on_delete=models.CASCADE, related_name="received")
    permission = models.CharField(max_length=20)
    starts_on = models.DateField()
    ends_on = models.DateField()
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(starts_on__lte=models.F("ends_on")), name="delegation_days_in_order"
            ),
            models.CheckConstraint(
                condition=~models.Q(giver=models.F("receiver")), name="delegation_to_somebody_else"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.permission}: {self.giver_id} → {self.receiver_id}"


class MachineToken(models.Model):
    """What a machine of a body shows instead of a log-in; only the hash of the secret is kept."""

    public_id = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=80)
    agency = models.CharField(max_length=40, blank=True)
    scopes = models.JSONField()
    prefix = models.CharField(max_length=16, unique=True)
    digest = models.CharField(max_length=64)
    created_by = models.CharField(max_length=60)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[Any]]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"


class RequestKey(models.Model):
    """A request of a machine under the key that it chose: the same key is answered like the first time."""

    actor = models.CharField(max_length=60)
    key = models.CharField(max_length=100)
    request = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    answer = models.JSONField(null=True)
    at = models.DateTimeField(db_index=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["actor", "key"], name="a_request_key_is_used_once"),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.key}"


class TaskName(models.Model):
    """What a body's own system calls a task of ours, and the last version of its report that was recorded."""

    agency = models.CharField(max_length=40)
    programme = models.CharField(max_length=60)
    name = models.CharField(max_length=80)
    task = models.CharField(max_length=80)
    version = models.CharField(max_length=80, blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agency", "programme", "name"], name="a_name_means_one_task"),
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.name} is {self.task}"


class Count(models.Model):
    """How often something was tried until when, under a digest of what it was."""

    key = models.CharField(max_length=80, unique=True)
    number = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)

    objects: ClassVar[models.Manager[Any]]

    def __str__(self) -> str:
        return f"{self.number} until {self.until:%Y-%m-%d %H:%M}"
