"""Headings in the case of prose, for the model's eyes only.

"Malaysia Warns of Action Against Telegram" reads to a model trained on prose as one long name. Words of a Title Case
or ALL CAPS line are put in lower case where the rest of the article writes them so, or where they are verbs, function
words or other common words that no one is called by. The result has the same length: offsets stay true, and the parse
keeps the writer's own words.
"""

from __future__ import annotations

import re
from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nouns import AGENT_NOUNS, EVENT_NOUNS

_LINE: Final = re.compile(r"[^\n]+")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LOWER: Final = re.compile(r"(?<![A-Za-z'’-])[a-z][a-z'’-]+")
_NAMES_OF_SEVERAL: Final = re.compile(
    r"(?<=[a-z,;:] )[A-Z][A-Za-z'’-]+(?: (?:of|for|and|the|&|on|to)(?: the)?(?= [A-Z])| [A-Z][A-Za-z'’-]+)+"
)
_NAME: Final = re.compile(r"(?<=[a-z,;:] )[A-Z][A-Za-z'’-]+")  # capitalised though no sentence begins here
_FUNCTION: Final = lex.words(
    """
    a an the and or but nor so yet of in on at by for from to with without against over under after before
    during into onto upon about above across along among around behind below beneath beside between beyond
    despite down except inside like near off out outside past per since through throughout toward towards until
    up via within as than then if when while because although though unless whether that which who whom whose
    what where why how this these those its his her their our your my it he she they we you i is are was were be
    been being has have had do does did can could may might must shall should will would not no more most less
    least many much few all any each every some both either neither other another such own same only just also
    too very now here there again still even ever never soon yesterday today tomorrow amid versus vs set due
    ready new old first second third last next two three four five six seven eight nine ten hundreds thousands
    dozens millions high low top big small major minor key local national foreign federal public private global
    international illegal legal military political nuclear fake digital online social former late early
    """
)
# Common words that are also names: kept as written where the article does not decide.
_NAMES: Final = lex.words(
    """
    will may march mark bill grant frank rice brown bush young cook baker west turkey google page lane ward case
    price chase hunt long short rose dean drew faith hope joy grace gore cash bond pope king prince bishop guard
    post times sun mirror telegraph guardian express mail face meta apple amazon target shell visa gap sprint
    dart delta united national federal reserve swift rich crane ford pound field hill banks stone woods wells
    rivers miles sterling major
    """
)
_ENDINGS: Final = ("s", "es", "ed", "d", "ing")


_BASE: Final = frozenset(
    {verb for _, verb in EVENT_NOUNS.values() if verb}
    | set(EVENT_NOUNS)
    | AGENT_NOUNS
    | lex.REPORTING
    | lex.LIGHT_VERBS
    | lex.UNDERGOING_VERBS
    | lex.OBJECT_CONTROL
    | lex.OBJECT_OF_GERUND
    | lex.INTRANSITIVE
    | lex.UNACCUSATIVE
    | lex.PURPOSE_GOVERNORS
    | lex.COMMON_VERBS
    | lex.HEADLINE_STEMS
)


def _stem_known(word: str) -> bool:
    """Whether a word is a common verb or noun of events and agents, in any of its forms."""
    if word in _BASE:
        return True
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if stem in _BASE or stem + "e" in _BASE or (stem[-2:-1] == stem[-1:] and stem[:-1] in _BASE):
                return True
    return word.endswith(("ies", "ied")) and word[:-3] + "y" in _BASE


def truecased(text: str) -> str:
    """Return the text with the words of its headings in the case of prose; same length, often the same string."""
    lines = [m for m in _LINE.finditer(text) if _is_heading(m.group())]
    if not lines:
        return text
    body = _without(text, lines)
    lower, names = set(_LOWER.findall(body)), set(_NAME.findall(body))
    shouted = {n.lower(): n for n in names}
    several = [n for n in set(_NAMES_OF_SEVERAL.findall(body)) if " " in n]
    pieces: list[str] = []
    position = 0
    for line in lines:
        pieces.append(text[position : line.start()])
        pieces.append(_recased(line.group(), lower, names, shouted, several))
        position = line.end()
    pieces.append(text[position:])
    return "".join(pieces)


def _is_heading(line: str) -> bool:
    """A line of three words or more, most of the longer ones capitalised, that is not a sentence."""
    if len(line) > 200 or line.rstrip()[-1:] in (".", ",", ";"):
        return False
    words = _WORD.findall(line)
    if not 3 <= len(words) <= 30:
        return False
    longer = [w for w in words[1:] if len(w) > 3]
    return len(longer) > 1 and sum(w[0].isupper() for w in longer) >= 0.75 * len(longer)


def _without(text: str, lines: list[re.Match[str]]) -> str:
    pieces, position = [], 0
    for line in lines:
        pieces.append(text[position : line.start()])
        position = line.end()
    return "".join([*pieces, text[position:]])


def _recased(line: str, lower: set[str], names: set[str], shouted: dict[str, str], several: list[str]) -> str:
    capitals = sum(c.isupper() for c in line)
    all_caps = capitals > 0.8 * sum(c.isalpha() for c in line)

    kept: list[tuple[int, int]] = []  # names of several words that the article writes in full elsewhere
    for name in several:
        at = line.find(name)
        if at >= 0:
            kept.append((at, at + len(name)))

    def one(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        if any(start <= match.start() < end for start, end in kept):
            return word
        if small in ("will", "may"):  # before a verb it is one: "Piracy Will Be Tackled"
            following = _WORD.match(line, match.end() + 1)
            if following is not None and (
                following.group().lower() in ("be", "not") or _stem_known(following.group().lower())
            ):
                return small
        if small == word or not word.isascii():
            return word
        if all_caps:
            if small in shouted and small not in lower:
                return shouted[small] if len(shouted[small]) == len(word) else word
            if small in lower or small in _FUNCTION or (_stem_known(small) and small not in _NAMES):
                return small
            return word if len(word) <= 4 else word.capitalize()
        if word in names:
            return word if small not in lower or small in _NAMES else small
        if not word[1:].islower() and len(word) > 1:
            return word
        if small in lower:
            return small
        if small in _NAMES:
            return word
        return small if small in _FUNCTION or _stem_known(small) else word

    recased = _WORD.sub(one, line)
    first = next((k for k, c in enumerate(recased) if c.isalpha()), 0)
    return recased[:first] + line[first] + recased[first + 1 :]
