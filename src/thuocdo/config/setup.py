"""Starting Django from a command: one function, so that commands without a database never pay for it."""

import os

from thuocdo.core.errors import Unavailable


def start() -> None:
    """Load settings and tables; calling it twice does no harm."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thuocdo.config.settings")
    try:
        import django  # noqa: PLC0415  only here does a command need Django
    except ModuleNotFoundError:
        raise Unavailable(
            "This command needs the application, which is not installed.",
            hint="Install it with: pip install 'thuocdo[app]'",
        ) from None
    from django.apps import apps  # noqa: PLC0415  only here does a command need Django

    if not apps.ready:
        django.setup()


def migrate() -> None:
    """Bring the database to the newest tables; makes the data folder for SQLite."""
    start()
    from django.conf import settings  # noqa: PLC0415  after start
    from django.core.management import call_command  # noqa: PLC0415  same

    settings.DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
