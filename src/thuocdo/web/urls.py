"""Addresses of the application; who may open each stands in gate.py under the same name."""

from django.urls import path

from thuocdo.web import accounts, evaluation

urlpatterns = [
    path("", accounts.home, name="home"),
    path("dang-nhap", accounts.log_in, name="log-in"),
    path("dang-xuat", accounts.log_out, name="log-out"),
    path("tai-khoan", accounts.account, name="account"),
    path("viec", evaluation.work, name="work"),
    path("theo-doi", evaluation.bodies, name="bodies"),
]
