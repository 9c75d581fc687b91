"""Settings of a drill's server: those of the product, with passwords that cost no time."""

from thuocdo.config.settings import *  # noqa: F403  every setting of the product stays as it is

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # hundreds of people log in at once
