"""The application as WSGI, for any server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thuocdo.config.settings")
application = get_wsgi_application()
