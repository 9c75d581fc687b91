"""Addresses of the whole application; the doors are named as text, because config imports none of them."""

from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("thuocdo.api.urls", namespace="api-v1")),
    path("", include("thuocdo.web.urls")),
]

handler400 = "thuocdo.web.errors.bad_request"
handler403 = "thuocdo.web.errors.forbidden"
handler404 = "thuocdo.web.errors.not_found"
handler500 = "thuocdo.web.errors.unexpected"
