"""What allauth.mfa asks of us: our name, and secrets that lie encrypted in the database."""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

ISSUER = "Thước Đo"


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library has no types
    """Encrypts what a code app shares with us; the key comes from THUOCDO_SECRET_KEY."""

    def get_totp_issuer(self) -> str:
        """Return the name that a code app shows."""
        return ISSUER

    def encrypt(self, text: str) -> str:
        """Return the secret as it is kept."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret, "" after THUOCDO_SECRET_KEY has changed: then no code is right any more."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return ""


def _box() -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"thuocdo second factor")
    return Fernet(base64.urlsafe_b64encode(derived.derive(settings.SECRET_KEY.encode())))
