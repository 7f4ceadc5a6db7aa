"""Which of day and month a publisher writes first, by the country of its site."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from pipeline.dates.lexicon import word_set
from pipeline.records import Article

_MONTH_FIRST: Final = word_set("us gov mil ph pw fm mh")
_DAY_FIRST: Final = word_set(
    "uk au nz ie in my sg hk pk bd lk np ng ke gh ug tz za zw eu fr de es it pt nl be at ch dk no fi pl cz sk ro bg "
    "gr ru ua by tr il ae sa qa kw om bh jo lb eg ma tn dz iq br ar mx cl pe co ve ec uy id th vn mm kh is ee lv mt "
    "cy rs hr si ba mk al ge am az kz"
)
# Sites whose address does not show the country.
_SITES: Final = {
    "bbc.com": True, "theguardian.com": True, "aljazeera.com": True, "ft.com": True, "economist.com": True,
    "straitstimes.com": True, "channelnewsasia.com": True, "malaysiakini.com": True, "malaymail.com": True,
    "freemalaysiatoday.com": True, "scmp.com": True, "ndtv.com": True, "thehindu.com": True, "dawn.com": True,
    "france24.com": True, "dw.com": True, "independent.co.uk": True, "telegraph.co.uk": True, "timesofindia.com": True,
    "nytimes.com": False, "washingtonpost.com": False, "wsj.com": False, "cnn.com": False, "foxnews.com": False,
    "apnews.com": False, "npr.org": False, "latimes.com": False, "usatoday.com": False, "cnbc.com": False,
    "politico.com": False, "bloomberg.com": False, "nbcnews.com": False, "cbsnews.com": False, "theverge.com": False,
}  # fmt: skip


def day_first(article: Article) -> bool | None:
    """Return True where the article's site writes 08/05 for 8 May, False for August 5, None where not known."""
    host = (urlsplit(article.url).hostname or "").lower() if article.url else ""
    parts = host.split(".")
    for k in range(len(parts) - 1):
        site = ".".join(parts[k:])
        if site in _SITES:
            return _SITES[site]
    ending = parts[-1]
    return True if ending in _DAY_FIRST else False if ending in _MONTH_FIRST else None
