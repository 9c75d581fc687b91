"""Addresses of the application; who may open each stands in gate.py under the same name."""

from django.urls import path

from thuocdo.web import accounts, amending, compare, evaluation, review, unknown

urlpatterns = [
    path("", accounts.home, name="home"),
    path("dang-nhap", accounts.log_in, name="log-in"),
    path("dang-xuat", accounts.log_out, name="log-out"),
    path("tai-khoan", accounts.account, name="account"),
    path("viec", evaluation.work, name="work"),
    path("theo-doi", evaluation.bodies, name="bodies"),
    path("so-sanh", compare.compare, name="compare"),
    path("van-ban", review.drafts, name="drafts"),
    path("van-ban/<int:draft>", review.draft, name="draft"),
    path("van-ban/<int:draft>/buoc", review.step, name="draft-step"),
    path("van-ban/<int:draft>/xong", review.finish, name="draft-finish"),
    path("van-ban/<int:draft>/thay-doi", amending.changes, name="draft-changes"),
    path("van-ban/<int:draft>/pham-vi", amending.scope, name="draft-scope"),
    path("van-ban/<int:draft>/so", amending.number, name="draft-number"),
    path("van-ban/<int:draft>/co-quan", unknown.unknown, name="draft-bodies"),
    path("van-ban/<int:draft>/thong-qua", review.adopt, name="draft-adopt"),
    path("van-ban/<int:draft>/bo", review.discard, name="draft-discard"),
]
