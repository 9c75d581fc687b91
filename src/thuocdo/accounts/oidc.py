"""Logging in through an identity provider (OpenID Connect), whose settings name it.

The exchange is allauth's: discovery, state, PKCE, the token. Added here: a nonce, the signature of
the ID token in any case, and the rule that only a subject somebody has linked gets in; the
provider's word about a name or an e-mail address links nothing.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import jwtkit, statekit
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from requests import RequestException

from thuocdo.accounts.models import User
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, NotAllowed, NotFound, Unavailable

PROVIDER = "oidc"
SIGNATURES = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"})


@dataclass(frozen=True, slots=True)
class Returned:
    """Whom the provider has vouched for, and where the person wanted to go."""

    subject: str
    wanted: str


def is_offered() -> bool:
    """Say whether the settings name a provider."""
    return bool(settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"])


def leave(request: HttpRequest, *, back: str, wanted: str) -> str:
    """Return the provider's address to send the browser to; the session keeps what must come back."""
    exchange = _Exchange(request, back)
    try:
        address = exchange.authorize_url
        client = exchange.get_client(request, exchange.provider.app)
    except (RequestException, KeyError, ValueError) as error:
        raise _down() from error
    nonce, pkce = secrets.token_urlsafe(24), exchange.provider.get_pkce_params()
    kept = {"nonce": nonce, "verifier": pkce.pop("code_verifier"), "wanted": wanted}
    client.state = statekit.stash_state(request, provider_id=PROVIDER, state=kept)
    return str(client.get_redirect_url(address, ["openid"], {"nonce": nonce, **pkce}))


def come_back(request: HttpRequest, *, back: str) -> Returned:
    """Return whom the provider vouches for; refuses what this session did not ask for."""
    asked = request.GET.get("state", "")
    kept = statekit.unstash_state(request, state_id=asked, provider_id=PROVIDER) if asked else None
    if kept is None or "code" not in request.GET:
        raise _refused()
    exchange = _Exchange(request, back)
    try:
        client = exchange.get_client(request, exchange.provider.app)
        answer = exchange.get_access_token_data(
            request, exchange.provider.app, client, pkce_code_verifier=kept["verifier"]
        )
        claims = _claims(exchange, answer["id_token"])
    except (OAuth2Error, jwt.PyJWTError, KeyError, ValueError, TypeError) as error:
        raise _refused() from error
    except RequestException as error:
        raise _down() from error
    if not hmac.compare_digest(str(claims.get("nonce", "")), kept["nonce"]):
        raise _refused()
    return Returned(str(claims["sub"]), str(kept["wanted"]))


def person_of(subject: str) -> User | None:
    """Return the active person to whom this subject is linked."""
    found = SocialAccount.objects.select_related("user").filter(provider=PROVIDER, uid=subject).first()
    user: User | None = found.user if found is not None else None
    return user if user is not None and user.is_active else None


def is_linked(username: str) -> bool:
    """Say whether the person can log in through the provider."""
    return bool(SocialAccount.objects.filter(provider=PROVIDER, user__username=username).exists())


@transaction.atomic
def link(*, subject: str, by: Actor, now: datetime) -> None:
    """Let the person who is logged in log in through the provider too; one subject, one person."""
    user = User.objects.get(username=by.id)
    if is_linked(by.id):
        raise Conflict("Your account is linked already.", hint="Remove the link first.")
    try:
        with transaction.atomic():
            SocialAccount.objects.create(user=user, provider=PROVIDER, uid=subject)
    except IntegrityError:
        raise Conflict("This identity is linked to another account.") from None
    audit.record(kind="identity_linked", on=by.id, by=by, at=now, body={"provider": PROVIDER})


@transaction.atomic
def unlink(*, by: Actor, now: datetime) -> None:
    """Remove the person's link to the provider."""
    if not SocialAccount.objects.filter(provider=PROVIDER, user__username=by.id).delete()[0]:
        raise NotFound("There is no such link.")
    audit.record(kind="identity_unlinked", on=by.id, by=by, at=now, body={"provider": PROVIDER})


class _Exchange(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # the library has no types
    """allauth's exchange with our own address to come back to, and a provider that must be the one named."""

    def __init__(self, request: HttpRequest, back: str) -> None:
        super().__init__(request, PROVIDER)
        self._back = back
        self.provider = get_adapter(request).get_provider(request, provider=PROVIDER)

    def get_callback_url(self, request: HttpRequest, app: object) -> str:  # noqa: ARG002  allauth hands them over
        """Return the address that the provider sends the browser back to."""
        return self._back

    def get_provider(self) -> Any:
        """Return the provider that the settings name."""
        return self.provider

    @property
    def openid_config(self) -> Mapping[str, Any]:
        """Return what the provider says of itself; it must call itself what the settings call it."""
        found: Mapping[str, Any] = super().openid_config
        if found["issuer"].rstrip("/") != self.provider.app.settings["server_url"]:
            raise ValueError("another issuer answers")
        return found


def _claims(exchange: _Exchange, id_token: str) -> Mapping[str, Any]:
    """Return the claims of an ID token that the provider has signed, for us, and that is in time."""
    if jwt.get_unverified_header(id_token).get("alg") not in SIGNATURES:
        raise OAuth2Error("no signature that we accept")
    client = exchange.provider.app.client_id
    claims: Mapping[str, Any] = jwtkit.verify_and_decode(
        credential=id_token,
        keys_url=exchange.openid_config["jwks_uri"],
        issuer=exchange.openid_config["issuer"],
        audience=client,
        lookup_kid=jwtkit.lookup_kid_jwk,
        verify_signature=True,
    )
    if claims.get("azp", client) != client or not claims["sub"]:
        raise OAuth2Error("made for somebody else")
    return claims


def _refused() -> NotAllowed:
    return NotAllowed("The identity provider did not confirm this log-in.", hint="Begin again.")


def _down() -> Unavailable:
    return Unavailable(
        "The identity provider does not answer.", hint="Log in with your password, or try again later."
    )
