"""Secrets and signatures of webhooks: HMAC-SHA256 over moment and body; no secret is kept anywhere."""

import base64
import hashlib
import hmac
from collections.abc import Sequence

HEADER = "Thuocdo-Signature"


def secret_of(subscription: str, version: int, key: str) -> str:
    """Return a subscription's secret, derived from the installation's own key.

    The same subscription, version and key always give the same secret, so it need not be stored;
    who reads the database alone learns none. A new version is another secret.
    """
    what = f"thuocdo webhook {subscription} {version}".encode()
    digest = hmac.new(key.encode(), what, hashlib.sha256).digest()
    return "whsec_" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


def signature(body: bytes, *, at: int, secrets: Sequence[str]) -> str:
    """Return the value of the header: `t=<seconds>,v1=<hex>`, one v1 for each secret in force."""
    signed = f"{at}.".encode() + body
    found = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest() for secret in secrets]
    return ",".join([f"t={at}", *(f"v1={each}" for each in found)])


def delivery_id(key: str) -> str:
    """Return the id under which a message is sent, every time it is tried."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]
