"""Sealing what opens a source: the database alone gives nothing away, and no page shows it again."""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def seal(secret: str, key: str) -> str:
    """Return a secret as it is kept."""
    return _box(key).encrypt(secret.encode()).decode()


def unseal(sealed: str, key: str) -> str:
    """Return a secret to use it; "" after the installation's key has changed."""
    try:
        return _box(key).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return ""


def _box(key: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"thuocdo source secret")
    return Fernet(base64.urlsafe_b64encode(derived.derive(key.encode())))
