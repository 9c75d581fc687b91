"""Reading people."""

from thuocdo.accounts.models import User
from thuocdo.core.actor import Actor
from thuocdo.core.errors import NotFound


def actor(username: str) -> Actor:
    """Return an active person as an actor."""
    user = User.objects.prefetch_related("grants").filter(username=username, is_active=True).first()
    if user is None:
        raise NotFound(f"Nobody logs in as {username!r}.", hint="List the names with: thuocdo people")
    return user.to_actor()


def people() -> tuple[Actor, ...]:
    """Return all active people, by log-in name."""
    found = User.objects.prefetch_related("grants").filter(is_active=True).order_by("username")
    return tuple(user.to_actor() for user in found)
