"""Who wrote an article: what records, meta elements and bylines say, brought into one form."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.byline import author_in, dates_in, is_byline, signature

_BY = re.compile(r"\A(?:(?:written|posted|reported|story|words|text)\s+)?by\b[:\s]*|\Aauthors?\s*:\s*", re.I)
_NOBODY = re.compile(
    r"https?:|www\.|\A@|\A[\W\d_]*\Z|\d\s*min(?:ute)?s?\b|\A(?:admin(?:istrator)?|unknown|none|null|n/a|anonymous|author|user"
    r"|root|editor|staff|guest|webmaster|default)\Z",
    re.I,
)
# what follows a name after a comma: an office, not another author
_OFFICE = re.compile(
    r"\b(?:editors?|reporters?|correspondents?|writers?|staff|columnists?|contributors?|producers?|journalists?|bureau|chief|agency"
    r"|analysts?|intern|desk|special to|news|times|tribune|post|herald|press|magazine|network)\b|\b[MP]h?D\b|\bM\.D",
    re.I,
)
_EMAIL = re.compile(r"\s*[(<]?[\w.+-]+@[\w-]+\.[\w.]+[)>]?")
_DATE = re.compile(r"\W*(?:19|20)\d\d-\d\d.*\Z", re.S)
_HOST = re.compile(r"\w\.(?:com|org|net|co|news|tv|info)\b", re.I)
_CAPITALS = re.compile(r"[^\W\d_][^\W\d_.'’-]+\Z")
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]+(?: (?:[^\W\d_a-z][\w.'’-]*|de|van|von|der|den|bin|al|el|da|di|la|le|du|dos)){1,3}\Z"
)
_MARKED = re.compile(r"author|byline|by-line|contributor|writer|reporter")
_NOT_MARKED = re.compile(
    r"bio|comment|social|share|related|more|recent|date|time|publish|update|list|avatar|image|role|title"
)
# words of buttons, sections and notices, which stand beside dates too
_FURNITURE = (
    "text size font date any print share save listen watch video videos photo photos gallery news world business "
    "politics opinion sport sports life style culture health science tech technology travel money market "
    "markets economy law local national international breaking latest live updates update top stories story "
    "read more sign in log subscribe newsletter follow us comments comment last updated press release media "
    "blog home about the of and for this our your how why what exclusive analysis review reviews interview "
    "podcast editorial letters archive published posted advertisement related articles article contact editor "
    "climate change january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday africa asia europe america middle east north "
    "south west new united states kingdom"
)
_NOT_NAMES = frozenset(_FURNITURE.split())
MOST = 6  # names that one article may have


def tidy(value: str | None, publisher: str | None = None) -> str | None:
    """Return the names in what a field or line says, parted by commas, or None when it names nobody.

    Off come "By", addresses of mail, offices, the publisher's own name after an author's, and capitals throughout.
    """
    if not value:
        return None
    text = _EMAIL.sub("", " ".join(html.unescape(value).split()))
    text = _BY.sub("", text).strip(" .,;|-–—")
    if not text or len(text) > 300 or _NOBODY.search(text):
        return None
    own = _letters(publisher or "")
    kept: list[str] = []
    for part in re.split(r"\s*[,;|•·]\s*", text):
        name = _DATE.sub("", _BY.sub("", part)).strip(" .-–—")
        if not name or _NOBODY.search(name) or _NOT_NAMES.issuperset(name.casefold().split()):
            continue
        if kept and (_OFFICE.search(name) or (own and _letters(name) in own) or (name.isupper() and len(name) <= 6)):
            continue
        name = _spell(_without(name, own))
        if name not in kept:
            kept.append(name)
    return ", ".join(kept[:MOST]) or None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _without(name: str, own: str) -> str:
    """Cut what follows a name of two words or more from the publisher's name, or any site's, on."""
    words = name.split()
    for i in range(2, len(words)):
        if _HOST.search(words[i]) or (len(words[i]) >= 3 and own.startswith(_letters(words[i]))):
            return " ".join(words[:i])
    return name


def _spell(name: str) -> str:
    """Write a name in capitals as names are written; agencies (AP, AFP) stay."""
    words = name.split()
    joins = ("and", "&", "with")
    if len(words) < 2 or not all(w.isupper() or w in joins for w in words):
        return name
    return " ".join(w.title() if _CAPITALS.match(w) and w not in joins else w for w in words)


def is_name(text: str) -> bool:
    """Whether a line is a name of a person and nothing else, as far as its form tells."""
    if len(text) > 50 or _NAME.match(text) is None or _OFFICE.search(text):
        return False
    return _NOT_NAMES.isdisjoint(text.casefold().split())


def in_lines(
    blocks: Sequence[Block], begin: int, end: int, title: int = -1, publisher: str | None = None
) -> str | None:
    """Return the author named in the short lines ``blocks[begin:end]``; the headline is ``blocks[title]``.

    Believed, in this order: a line that says "by"; a line whose element is marked as the author's; a signature such as
    "Gil Comeau, Atlantic Labour Report, 12 September 2023"; a name alone below the headline, beside a date.
    """
    begin = max(0, begin)
    near = [(i, blocks[i].text) for i in range(begin, min(end, len(blocks))) if len(blocks[i].text) <= 220]
    for _, text in near:
        if found := tidy(author_in(text), publisher):
            return found
    for i, text in near:
        marks = blocks[i].marks
        if marks and i > title and _MARKED.search(marks) and not _NOT_MARKED.search(marks):
            name = tidy(signature(text)[0] or text, publisher)
            if name and is_name(name.split(", ")[0]):
                return name
    for _, text in near:
        if is_byline(text) and (found := tidy(signature(text)[0])):
            return found
    for i, text in near:
        if 0 <= title < i and is_name(text) and any(_dates_alone(blocks, j) for j in (i - 1, i + 1)):
            return text
    return None


def _dates_alone(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a short line with a date."""
    return 0 <= index < len(blocks) and len(blocks[index].text) <= 60 and bool(dates_in(blocks[index].text))
