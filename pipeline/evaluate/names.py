"""When two names count as the same: letters and digits only, without titles and articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pipeline.evaluate.gold import GoldActor

_POSSESSIVE = re.compile(r"'s\b|’s\b")
_MARKS = re.compile(r"[^\w ]")
# Words an annotator may or may not put into a name.
_TITLES = frozenset({
    "the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "president", "prime", "minister", "communications", "foreign",
    "judge", "chief", "ceo", "founder", "sen", "rep", "gov",
})  # fmt: skip


def plain(name: str | None) -> str:
    """Return the name in lower case without punctuation and possessive endings."""
    return _MARKS.sub("", _POSSESSIVE.sub("", (name or "").lower())).strip()


def bare(name: str | None) -> str:
    """Return the plain name without articles and titles; empty when nothing else is left."""
    return " ".join(w for w in plain(name).split() if w not in _TITLES)


Names = Mapping[tuple[str | None, str], set[str]]
"""(article id, canonical name) -> every bare name an answer may use."""


def accepted_names(actors: Iterable[GoldActor]) -> Names:
    """Collect canonical names, aliases and named mentions of each gold actor."""
    names: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for actor in actors:
        named = [m.mention for m in actor.mentions if m.kind not in ("pronoun", "nominal")]
        names[(actor.article_id, actor.canonical)] |= {bare(n) for n in (actor.canonical, *actor.aliases, *named)}
    return names
