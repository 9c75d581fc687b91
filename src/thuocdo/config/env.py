"""Typed readers of the environment: a wrong value stops with the name and what to set."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from thuocdo.core.errors import Invalid


def text(name: str, default: str = "") -> str:
    """Return a setting; NAME_FILE names a file that holds a secret instead."""
    file_name = os.environ.get(f"{name}_FILE")
    if file_name:
        try:
            return Path(file_name).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise Invalid(
                f"{name}_FILE: {file_name} cannot be read.", hint="Name a readable file."
            ) from error
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    """Return a yes/no setting: 1, true, yes, on or 0, false, no, off."""
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise Invalid(f"{name} is neither yes nor no: {value}.", hint="Set it to 1 or 0.")


def words(name: str, default: str = "") -> list[str]:
    """Return a list setting, separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def choice(name: str, values: tuple[str, ...], *, default: str) -> str:
    """Return a setting that is one of a few words."""
    value = text(name, default).lower() or default
    if value not in values:
        raise Invalid(f"{name} is {value!r}.", hint=f"Set it to one of: {', '.join(values)}.")
    return value


def provider(*, issuer: str, client: str, secret: str, name: str) -> list[dict[str, object]]:
    """Return the identity provider as allauth wants it, [] for none; half of one stops the start."""
    if not (issuer or client or secret):
        return []
    if not (issuer and client and secret):
        raise Invalid(
            "An identity provider needs all of its settings.",
            hint="Set THUOCDO_OIDC_ISSUER, THUOCDO_OIDC_CLIENT and THUOCDO_OIDC_SECRET, or none of them.",
        )
    if urlsplit(issuer).scheme != "https" and urlsplit(issuer).hostname not in {"localhost", "127.0.0.1"}:
        raise Invalid(
            "THUOCDO_OIDC_ISSUER is no https:// address.", hint="Use the issuer's https:// address."
        )
    server = {"server_url": issuer.rstrip("/"), "oauth_pkce_enabled": True, "fetch_userinfo": False}
    return [{"provider_id": "oidc", "name": name, "client_id": client, "secret": secret, "settings": server}]


def number(name: str, default: int, *, least: int, most: int) -> int:
    """Return a whole number between two bounds."""
    value = text(name) or str(default)
    if not (value.isascii() and value.isdecimal()) or not least <= int(value) <= most:
        raise Invalid(f"{name} is {value!r}.", hint=f"Set it to a whole number from {least} to {most}.")
    return int(value)


def folder(name: str, default: str) -> Path:
    """Return a folder setting as an absolute path, with ~ expanded; the folder is not made here."""
    return Path(text(name, default)).expanduser().resolve()


_KEPT_OPEN = 600
"""Seconds for which a thread of the server keeps its connection: opening one costs like a small page."""


def database(url: str, data: Path) -> dict[str, object]:
    """Return Django's database entry: PostgreSQL from a URL, else SQLite in the data folder."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(data / "thuocdo.sqlite3"),
            "CONN_MAX_AGE": _KEPT_OPEN,
            # Writers queue instead of failing: see docs/decisions/0004.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise Invalid(
            f"DATABASE_URL has the scheme {parts.scheme!r}.",
            hint="Write postgresql://user:password@host:port/name, or leave it empty for SQLite.",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": _KEPT_OPEN,
        "CONN_HEALTH_CHECKS": True,  # the database server may have been started again meanwhile
    }
