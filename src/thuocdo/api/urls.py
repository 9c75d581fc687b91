"""Addresses of the API below /api/v1/: those of the rooms, each behind the same door."""

from django.urls import URLPattern, re_path
from django.urls.resolvers import URLResolver

from thuocdo.api import assess, evaluation, files, measuring, mirror, programme, subscriptions, writing
from thuocdo.api.door import acting, make_api, nowhere, reading

api = make_api()
api.add_router("", programme.router)
api.add_router("", evaluation.router)
for _own in (writing, files, mirror, subscriptions, assess, measuring):
    api.add_router("", _own.router)

_patterns, app_name, _namespace = api.urls
for _pattern in _patterns:
    if isinstance(_pattern, URLPattern):
        # ninja needs the root's name for its description; there is nothing to read at it.
        _view = nowhere if _pattern.name == "api-root" else _pattern.callback
        _door = acting if str(_pattern.pattern).startswith("own/") else reading
        _pattern.callback = _door(_view)

urlpatterns: list[URLPattern | URLResolver] = [*_patterns, re_path(r"", reading(nowhere), name="nowhere")]
