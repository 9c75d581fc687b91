"""Plans on the web pages of offices, between the menus, dates and lists of files that such pages have."""

# ruff: noqa: E501  a page of markup

import random
from html import escape

from tests.corpus.model import Plan

PAGES = {
    "vi": """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title} - Trang thông tin điện tử</title>
<link rel="stylesheet" href="/css/site.css"><script src="/js/menu.js" defer></script></head>
<body class="detail-page"><header class="banner"><div class="top-bar"><a href="/">Trang chủ</a>
<a href="/lien-he">Liên hệ</a> <a href="/so-do">Sơ đồ cổng</a></div>
<nav class="menu"><ul><li><a href="/gioi-thieu">Giới thiệu</a></li><li><a href="/tin-tuc">Tin tức - Sự kiện</a></li>
<li><a href="/van-ban">Văn bản chỉ đạo, điều hành</a></li><li><a href="/dich-vu-cong">Dịch vụ công</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">Trang chủ</a> <span>/</span> <a href="/van-ban">Văn bản</a></div>
<main><article class="article-body"><div class="meta"><span>Lượt xem: {views}</span> <span>Cỡ chữ: A- A A+</span>
<a href="javascript:window.print()">In trang</a></div>
{body}
<div class="attach"><p>Tệp đính kèm: <a href="/tai-ve/{number}.pdf">{number}.signed.pdf</a></p></div></article></main>
<aside class="right"><h4>Tin liên quan</h4><ul><li><a href="/t/1">Hội nghị giao ban công tác tháng</a></li>
<li><a href="/t/2">Lịch công tác tuần của lãnh đạo</a></li></ul></aside>
<footer><p>Cơ quan chủ quản: xem trang Giới thiệu. Ghi rõ nguồn khi trích dẫn.</p></footer></body></html>
""",
    "en": """<!DOCTYPE html>
<html lang="en" class="js"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><link rel="stylesheet" href="/assets/main.css"></head>
<body><a class="skip-link" href="#content">Skip to main content</a>
<div class="cookie-banner" role="region" hidden><p>We use cookies to make this website work.</p></div>
<header role="banner"><a href="/">Home</a><form role="search"><label for="q">Search</label><input id="q"></form></header>
<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/publications">Publications</a></li></ol></nav>
<main id="content"><div class="prose">
{body}
</div><div class="feedback"><p>Is this page useful?</p> <button>Yes</button> <button>No</button></div></main>
<footer role="contentinfo"><ul><li><a href="/privacy">Privacy</a></li><li><a href="/accessibility">Accessibility</a></li></ul>
</footer></body></html>
""",
}


def on_site(plan: Plan, title: str, body: str) -> str:
    """Return the page of an office that shows the plan."""
    dice = random.Random(plan.seed)  # noqa: S311  a corpus, no secret
    body = body.replace('<table border="1"', '<div class="table-responsive"><table class="table" border="1"')
    body = body.replace("\n</table>", "\n</table></div>")
    return PAGES[plan.language].format(
        title=escape(title), body=body, views=dice.randrange(40, 2400), number=dice.randrange(100, 4000)
    )
