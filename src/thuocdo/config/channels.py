"""Which channel serves notices here: e-mail and webhooks, each off until its setting names it."""

from django.conf import settings

from thuocdo.adapters.mail import SmtpMailer, read_server
from thuocdo.adapters.webhook import HttpsCaller
from thuocdo.cycles.notices.ports import Channels


def channels() -> Channels:
    """Return the channels of this installation; refuses a setting that cannot be used."""
    url, hosts = settings.THUOCDO_SMTP_URL, settings.THUOCDO_WEBHOOK_HOSTS
    mailer = SmtpMailer(read_server(url), sender=settings.THUOCDO_MAIL_FROM) if url else None
    return Channels(
        mailer=mailer,
        caller=HttpsCaller(hosts) if hosts else None,
        address=settings.THUOCDO_ADDRESS,
        key=settings.SECRET_KEY,
    )


def mail_is_on() -> bool:
    """Say whether e-mail leaves this installation."""
    return bool(settings.THUOCDO_SMTP_URL)
