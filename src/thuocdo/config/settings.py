"""The one settings file: every value comes from the environment through a typed reader.

Each setting has its heading in docs/settings.md; a test compares the two.
"""

import secrets
from pathlib import Path

from thuocdo.config import env

DATA = env.folder("THUOCDO_DATA", ".thuocdo")
SITE = env.folder("THUOCDO_SITE", str(DATA / "site"))
DEBUG = env.flag("THUOCDO_DEBUG")
ALLOWED_HOSTS = env.words("THUOCDO_HOSTS", "localhost,127.0.0.1,[::1]")
THUOCDO_ZONE = env.text("THUOCDO_ZONE", "Asia/Ho_Chi_Minh")
THUOCDO_PROGRAMME = env.text("THUOCDO_PROGRAMME", "nq03")
THUOCDO_PUBLISHED_SETS = env.words("THUOCDO_PUBLISHED_SETS", "nq57-scorecard")

# Evidence that bodies hand in, and which adapters keep it and look inside it (cycles/ports.py).
THUOCDO_FILES = DATA / "files"
THUOCDO_MAX_FILE_MB = env.number("THUOCDO_MAX_FILE_MB", 20, least=1, most=100)
THUOCDO_FILE_STORE = "thuocdo.adapters.storage.FolderStore"
THUOCDO_LOOK_INSIDE = "thuocdo.adapters.looking.look_inside"
THUOCDO_FILE_HOLDERS = ["thuocdo.assessments.queries.files_named"]
THUOCDO_COUNTS = "thuocdo.config.counting.counted"

# Sources of measurement (docs/sources.md): what may be asked, where owners put files, where ours lie.
THUOCDO_SOURCE_HOSTS = env.words("THUOCDO_SOURCE_HOSTS")
THUOCDO_SOURCE_NETWORKS = env.words("THUOCDO_SOURCE_NETWORKS")
THUOCDO_DELIVERIES = env.folder("THUOCDO_DELIVERIES", str(DATA / "deliveries"))
THUOCDO_MEASURE = DATA / "measure"
# How long rows that were set aside are kept, and how far a report may lie from what was measured.
THUOCDO_QUARANTINE_DAYS = env.number("THUOCDO_QUARANTINE_DAYS", 180, least=7, most=3650)
THUOCDO_DISAGREEMENT_PERCENT = env.number("THUOCDO_DISAGREEMENT_PERCENT", 5, least=0, most=100)
# Where the partial sums are computed (docs/measuring.md).
THUOCDO_ENGINES = ("duckdb", "postgresql", "clickhouse", "spark")
THUOCDO_ENGINE = env.choice("THUOCDO_ENGINE", THUOCDO_ENGINES, default="duckdb")
THUOCDO_ENGINE_URL = env.text("THUOCDO_ENGINE_URL")

# The transparency log (docs/log.md); there is one where its folder has a policy (thuocdo log init).
THUOCDO_LOG = env.folder("THUOCDO_LOG", str(DATA / "log"))
THUOCDO_LOG_HOME = env.folder("THUOCDO_LOG_HOME", str(DATA / "log-signer"))
THUOCDO_LOG_SIGNER = env.text("THUOCDO_LOG_SIGNER")
THUOCDO_LOG_STAMPS = DATA / "log-stamps"
THUOCDO_TSA = env.words("THUOCDO_TSA")
THUOCDO_TSA_ROOTS = env.text("THUOCDO_TSA_ROOTS")


def _secret_key(data: Path) -> str:
    """Return THUOCDO_SECRET_KEY, or one made once and kept in the data folder, readable by its owner only."""
    given = env.text("THUOCDO_SECRET_KEY")
    if given:
        return given
    path = data / "secret-key"
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    if not data.exists():
        return secrets.token_urlsafe(48)  # a command that needs no data folder must not make one
    key = secrets.token_urlsafe(48)
    path.touch(mode=0o600)
    path.write_text(key, encoding="ascii")
    return key


SECRET_KEY = _secret_key(DATA)
DATABASES = {"default": env.database(env.text("DATABASE_URL"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "thuocdo.accounts",
    "thuocdo.audit",
    "thuocdo.log",
    "thuocdo.programme",
    "thuocdo.programme.heads",
    "thuocdo.measurement",
    "thuocdo.measurement.thresholds",
    "thuocdo.measurement.sources",
    "thuocdo.measurement.written",
    "thuocdo.cycles",
    "thuocdo.cycles.matters",
    "thuocdo.cycles.notices",
    "thuocdo.publication.releases",
    "thuocdo.reports",
    "thuocdo.assessments",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "thuocdo.web.sessions.SessionLimitMiddleware",
    "thuocdo.web.errors.RefusalMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "thuocdo.config.urls"
WSGI_APPLICATION = "thuocdo.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [
            Path(__file__).resolve().parent.parent / "web" / "templates",
            Path(__file__).resolve().parent.parent / "publication" / "site" / "templates",
        ],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "thuocdo.web.environment.environment"},
    },
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["thuocdo.accounts.backends.PasswordBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
# Whoever changes anything shows a second factor; over plain HTTP, for this machine only, it is offered.
THUOCDO_SECOND_FACTOR = env.choice(
    "THUOCDO_SECOND_FACTOR",
    ("required", "offered"),
    default="required" if env.flag("THUOCDO_HTTPS", default=True) else "offered",
)

CACHES = {
    # What must hold for all server processes together: codes of second factors that were used.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    },
    # What each process may count for itself: the calls of machines.
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

# allauth works behind our own pages (docs/decisions/0011); none of its addresses is served.
MFA_ADAPTER = "thuocdo.accounts.mfa.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not env.flag("THUOCDO_HTTPS", default=True)
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
THUOCDO_OIDC_NAME = env.text("THUOCDO_OIDC_NAME", "OpenID Connect")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": env.provider(
            issuer=env.text("THUOCDO_OIDC_ISSUER"),
            client=env.text("THUOCDO_OIDC_CLIENT"),
            secret=env.text("THUOCDO_OIDC_SECRET"),
            name=THUOCDO_OIDC_NAME,
        ),
    },
}

LOGIN_URL = "/dang-nhap"
LOGIN_REDIRECT_URL = "/viec"
LOGOUT_REDIRECT_URL = "/dang-nhap"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
STATIC_URL = "/static/"

# Both channels are off until they are named; then notices are shown in the workspace only.
THUOCDO_NOTICE_DAYS = env.number("THUOCDO_NOTICE_DAYS", 400, least=90, most=3650)
THUOCDO_SMTP_URL = env.text("THUOCDO_SMTP_URL")
THUOCDO_MAIL_FROM = env.text("THUOCDO_MAIL_FROM")
THUOCDO_ADDRESS = env.text("THUOCDO_ADDRESS").rstrip("/")
THUOCDO_SITE_ADDRESS = env.text("THUOCDO_SITE_ADDRESS").rstrip("/")
THUOCDO_WEBHOOK_HOSTS = env.words("THUOCDO_WEBHOOK_HOSTS")

SESSION_ENGINE = "thuocdo.accounts.sessions"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_SAMESITE = "Lax"
# Over plain HTTP a secure cookie would lock everybody out; only the demo on loopback switches it off.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.flag("THUOCDO_HTTPS", default=True)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Uploads beyond this are refused before they are read (trust.md, threat 12).
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = ["thuocdo.web.uploads.DocumentUpload"]
