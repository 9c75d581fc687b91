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
    "thuocdo.accounts",
    "thuocdo.audit",
    "thuocdo.programme",
    "thuocdo.measurement",
    "thuocdo.cycles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
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
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/dang-nhap"
LOGIN_REDIRECT_URL = "/viec"
LOGOUT_REDIRECT_URL = "/dang-nhap"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
STATIC_URL = "/static/"

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
