"""Words and class names that page furniture is made of, by what it is for."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"\w+")

# kind, words, phrases parted by semicolons (both without case and punctuation)
WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "share",
        "share shares shared tweet facebook twitter linkedin whatsapp pinterest reddit instagram youtube email "
        "print follow social",
        "copy link; follow us",
    ),
    (
        "subscribe",
        "subscribe subscribed subscriber subscribers subscription newsletter newsletters signup inbox membership "
        "donate donation donations download try",
        "sign up; get our; join us; join our; join the; support us; support our; get started; contact us; free "
        "trial; book a; request a; learn more; shop now; buy now",
    ),
    (
        "related",
        "related recommended recommendations popular trending latest recent recently previous next older newer "
        "featured similar",
        "you may also; you might also; also like; read more; read next; read also; more from; more on; more in; "
        "more stories; more articles; more news; most read; see also; up next; back to; view all; see all; "
        "editors pick; editor s pick; editors picks; editor s picks; don t miss",
    ),
    (
        "comment",
        "comment comments reply replies login response responses",
        "leave a; log in; sign in; post a; your email address; required fields",
    ),
    (
        "legal",
        "cookie cookies privacy terms copyright disclaimer license licence disclosure affiliate commission policy "
        "gdpr imprint",
        "rights reserved; powered by",
    ),
    (
        "menu",
        "menu search home cart account toggle navigation close open categories sitemap careers advertise faq faqs "
        "contact blog shop login register english language",
        "skip to; about us",
    ),
    (
        "author",
        "author bio editor contributor by writer reporter journalist founder consultant specialist",
        "about the author; written by; posts by; view profile; reviewed by",
    ),
    (
        "tags",
        "tag tags tagged topic topics category categories keywords hashtag hashtags",
        "filed under; posted in",
    ),
    (
        "advert",
        "advertisement advertising advertise sponsored promoted ad ads",
        "partner content",
    ),
    (
        "contents",
        "contents",
        "table of contents; in this article; in this post; in this guide; on this page; jump to; quick links; key "
        "takeaways",
    ),
    (
        "picture",
        "photo image picture credit getty shutterstock unsplash courtesy illustration figure source video watch play",
        "",
    ),
    (
        "time",
        "published updated posted ago views view am pm",
        "min read; minute read; mins read; minutes read; last modified; read time",
    ),
)
_PHRASES = tuple((f" {phrase} ", k) for k, (_, _, found) in enumerate(WORDS) for phrase in found.split("; ") if phrase)
_BY_WORD: dict[str, tuple[int, ...]] = {}
for _kind, (_, _found, _) in enumerate(WORDS):
    for _word in _found.split():
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _kind)


def hits(words: list[str]) -> list[float]:
    """Return 1 or 0 for each kind of furniture that lower-case words, in their order, speak of."""
    out = [0.0] * len(WORDS)
    for word in words:
        for k in _BY_WORD.get(word, ()):
            out[k] = 1.0
    joined = f" {' '.join(words)} "
    for phrase, k in _PHRASES:
        if phrase in joined:
            out[k] = 1.0
    return out


# short lines after which a page is no longer its article, by what follows
BOUNDARIES: tuple[tuple[str, str], ...] = (
    ("comments", r"(?:\d+|reader|user|all|view|show|post|add)?\W*(?:comments?|responses?|repl(?:y|ies)|discussion"
                 r"|thoughts on\b.*)"
                 r"(?:\W*\(?\d*\)?)|leave a (?:reply|comment).*|(?:post|join|add)\b.{0,20}(?:comment|conversation"
                 r"|discussion)s?.*"
                 r"|your e-?mail address will not be published.*|what do you think.*"),
    ("related", r"(?:related|recommended|similar|popular|trending|latest|recent|featured|more|other|most (?:read"
                r"|popular|viewed))"
                r"\b.{0,50}|(?:you (?:may|might|could) (?:also|like)|also (?:read|on|in)|read (?:more|next|also)"
                r"|see also|up next"
                r"|next up|don'?t miss|keep reading|editor'?s (?:picks?|choice)|in case you missed).{0,40}"
                r"|explore more.*"),
    ("author", r"about (?:the )?(?:author|writer|contributor)s?.*|(?:written|posted|article) by\b.{0,60}"
               r"|author(?:\W.{0,40})?"),
    ("subscribe", r".{0,40}\b(?:subscribe|newsletters?|sign up|stay (?:up to date|informed|connected|in touch)"
                  r"|inbox)\b.{0,60}"),
    ("tags", r"(?:tags?|tagged|filed under|topics?|categor(?:y|ies)|posted in|share|share this.{0,30}|share (?:on"
             r"|via|article)"
             r".{0,30})\W*.{0,40}"),
    ("sources", r"(?:references|sources|notes|footnotes|citations|bibliography|works cited|credits)\W*"),
)  # fmt: skip
_BOUNDARIES = tuple(re.compile(rf"\W*(?:{pattern})\W*\Z", re.I) for _, pattern in BOUNDARIES)


def boundary(text: str) -> list[int]:
    """Return which kinds of boundary a short line is (indices into BOUNDARIES)."""
    return [k for k, pattern in enumerate(_BOUNDARIES) if pattern.match(text)]


# what names of classes and ids say about an element
MARKS: tuple[tuple[str, str], ...] = (
    ("body", r"article|content|body|entry|post|story|text|prose|rich|copy|main|markdown|wysiwyg"),
    ("strong_body", r"article-?_?(?:body|content|text)|entry-content|post-?_?(?:body|content)|story-?_?body"
                    r"|rich-?text|prose"
                    r"|articlebody|blog-?(?:content|post|body)|page-content|main-content|wysiwyg"),
    ("nav", r"\bnav|menu|breadcrumb|pagination|pager|navbar|topbar|masthead|toolbar|skip"),
    ("side", r"side-?_?bar|aside|rail|widget|secondary|complementary|sticky"),
    ("foot", r"foot|colophon|copyright|legal|bottom"),
    ("head", r"header|hero|banner|masthead|top-|title|headline"),
    ("comment", r"comment|disqus|respond|reply|discussion"),
    ("related", r"relat|recommend|more-|similar|popular|trending|latest|recirc|up-?next|read-?more|also|teaser|card"
                r"|grid|carousel"
                r"|slider|listing|archive|feed|suggest"),
    ("share", r"share|social|follow|addthis|sharedaddy"),
    ("promo", r"promo|advert|\bads?\b|\bad-|sponsor|cta|banner|newsletter|subscri|sign-?up|optin|opt-in|popup|modal"
              r"|overlay|offer"
              r"|lightbox|dialog|form|hubspot|hs-"),
    ("author", r"author|byline|bio\b|profile|avatar|contributor|writer"),
    ("meta", r"meta|date|time|tag|categor|topic|label|kicker|eyebrow|info"),
    ("picture", r"caption|credit|figure|image|img|photo|gallery|media|video|embed|player"),
    ("contents", r"\btoc|table-?of-?contents|contents|jump|anchor|summary|accordion|faq|tabs?\b"),
    ("consent", r"cookie|consent|gdpr|privacy|onetrust|notice|alert|announce"),
    ("hidden", r"hidden|sr-only|visually|screen-?reader|collapse|invisible|d-none|print"),
    ("product", r"product|price|shop|cart|buy|rating|review|spec|widget"),
    ("quote", r"quote|pull|blockquote|callout|highlight|key|note|box"),
)  # fmt: skip
_MARKS = tuple((name, re.compile(pattern)) for name, pattern in MARKS)


@lru_cache(maxsize=4096)
def marked(marks: str) -> tuple[int, ...]:
    """Return what the class, id and role of an element say about it (indices into MARKS)."""
    return tuple(k for k, (_, pattern) in enumerate(_MARKS) if pattern.search(marks))
