"""Names of one actor put together: full names and surnames, acronyms by their definition, short and long forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from pipeline.ner.entity import Entity
from pipeline.ner.lexicon import lexicon
from pipeline.ner.spot import Spot
from pipeline.syntax import Parse

_INCORPORATED = frozenset(("inc", "corp", "ltd", "llc", "plc", "gmbh", "ag", "sa", "nv", "spa", "limited"))
# What keeps its name where the letters before it do not spell it; bodies yield to an article's own definition.
_NEVER_FREE = frozenset(("country", "government", "city", "region", "place", "people", "news organization"))
Place = Callable[[Spot, Entity | None], Entity]


def join_names(parse: Parse, spots: list[Spot], place: Place) -> None:
    """Put the name mentions of an article together; ``place`` adds a mention to an entity, a new one for None."""
    named = [s for s in spots if s.form == "name"]
    people: dict[str, list[Entity]] = {}
    for spot in sorted((s for s in named if s.kind == "person"), key=lambda s: (-len(s.words), s.first)):
        words = [w for w in spot.text.split() if w[:1].isalpha()] or [spot.text]
        entity = place(spot, _same_person(spot, words, people))
        for part in {words[-1], words[0], *words[1:]}:
            known = people.setdefault(part, [])
            if entity not in known:
                known.append(entity)
    _join_bodies(parse, [s for s in named if s.kind != "person"], place)


def _same_person(spot: Spot, words: list[str], people: dict[str, list[Entity]]) -> Entity | None:
    found = []
    for entity in people.get(words[-1], []) + (people.get(words[0], []) if len(words) == 1 else []):
        if entity in found or (spot.gender and entity.gender and spot.gender != entity.gender):
            continue
        if spot.entry is not None and entity.entry is not None and spot.entry.key != entity.entry.key:
            continue
        if any(_compatible(words, name.split()) for name in entity.names):
            found.append(entity)
    if spot.entry is not None:
        found = [e for e in found if e.entry is not None and e.entry.key == spot.entry.key] or found
    if len(found) <= 1:
        return found[0] if found else None
    # A surname that two people share goes to the one mentioned last before it, a surname before a given name.
    surname = [e for e in found if any(n.split()[-1] == words[-1] for n in e.names)] or found
    return max(
        surname, key=lambda e: (max((s.first for s in e.spots if s.first < spot.first), default=-1), len(e.spots))
    )


def _last_before(entity: Entity, token: int) -> int:
    last = entity.before(token)
    return last.first if last is not None else -1


def _compatible(words: list[str], theirs: list[str]) -> bool:
    theirs = [w for w in theirs if w[:1].isalpha()]
    if not theirs:
        return False
    if len(words) == 1 or len(theirs) == 1:
        return words[-1] in (theirs[-1], theirs[0]) or theirs[-1] in (words[-1], words[0]) or words[-1] in theirs[1:]
    if words[-1] != theirs[-1]:
        return set(words) <= set(theirs) or set(theirs) <= set(words)
    a, b = words[0].rstrip("."), theirs[0].rstrip(".")
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    return a in theirs[1:-1] or b in words[1:-1]


def _join_bodies(parse: Parse, spots: list[Spot], place: Place) -> None:
    definitions = find_acronyms(parse, spots)
    defines = {expansion: acronym.text for acronym, expansion in definitions.items()}
    exact: dict[tuple[str, str], Entity] = {}
    scoped: dict[str, Entity] = {}  # acronym -> what it stands for from here on
    homes: dict[Spot, Entity] = {}
    for spot in spots:
        text = spot.text
        if spot in definitions and definitions[spot] in homes:
            scoped[text] = homes[definitions[spot]]
        if text in scoped:
            if scoped[text].entry is not spot.entry:
                spot.entry = None  # what the article says it stands for, not what it stands for elsewhere
            homes[spot] = place(spot, scoped[text])
            continue
        key = ("key", spot.entry.key) if spot.entry is not None else (spot.kind, plain_name(spot.words))
        entity = exact.get(key)
        if entity is None and spot.entry is None:
            entity = _generic(spot, homes) or _similar(spot, key[1], exact)
        homes[spot] = entity = place(spot, entity)
        exact.setdefault(key, entity)
        exact.setdefault((entity.kind, plain_name(spot.words)), entity)
        if spot in defines:
            scoped[defines[spot]] = entity


def find_acronyms(parse: Parse, spots: list[Spot]) -> dict[Spot, Spot]:
    """Return acronym -> the name it was defined for: "Ministry of Communications (MCMC)", "WHO (World Health ...)".

    What stands in brackets right after a name counts even where the letters differ: acronyms of names in another
    language ("Ministry for Communications and Digital (KKD)"). A definition holds until the next of the same acronym.
    """
    out: dict[Spot, Spot] = {}
    words = parse.words
    for before, spot in pairwise(spots):
        gap = words[before.last : spot.first]
        if (
            not gap
            or gap[-1] != "("
            or len(gap) > 2
            or spot.last >= len(words)
            or words[spot.last] not in (")", ",", ";")
        ):
            continue
        if _is_acronym(spot) and _may_stand_for(spot, before):
            out[spot] = before
        elif _is_acronym(before) and len(spot.words) > 1 and _initials(spot.words, before.words[0]):
            out[before] = spot
    return out


def _may_stand_for(spot: Spot, before: Spot) -> bool:
    """Tell an acronym or stock ticker from an agency's mark in a dateline: "SAN FRANCISCO (AP)"."""
    if before.kind == "place":
        return len(before.words) > 1 and _initials(before.words, spot.words[0])
    if spot.kind == "place" or (spot.entry is not None and spot.entry.type in _NEVER_FREE):  # "Nissan Motor (UK)"
        return _initials(before.words, spot.words[0])
    if len(before.words) > 1:
        return before.kind != "person" or _initials(before.words, spot.words[0])
    return before.kind == "organization" and spot.words[0][0] == before.words[0][0]


def _is_acronym(spot: Spot) -> bool:
    text = spot.words[0]
    return len(spot.words) == 1 and sum(c.isupper() for c in text) >= 2 and len(text) <= 10


def _initials(words: tuple[str, ...], acronym: str) -> bool:
    initials = "".join(w[0] for w in words if w[:1].isalpha()).upper()
    return acronym.replace(".", "").upper()[:2] in initials


def _generic(spot: Spot, homes: dict[Spot, Entity]) -> Entity | None:
    """Return the body that a bare noun in capitals means: "the Court", after the Court of Cassation was named."""
    noun = lexicon().nouns.get(spot.words[0].lower()) if len(spot.words) == 1 else None
    if noun is None or noun.kind != "organization":
        return None
    for other in reversed(homes):
        if other.kind == spot.kind and len(other.words) > 1 and spot.words[0] in other.words:
            return homes[other]
    return None


def _similar(spot: Spot, mine: str, exact: dict[tuple[str, str], Entity]) -> Entity | None:
    """Return the entity a shorter or longer writing of whose name this is, the longest such.

    Of two names with their legal forms neither shortens the other: Chrysler Corp is not Chrysler Credit Canada Ltd.
    """
    if spot.kind == "other" or not mine:
        return None
    best: tuple[int, Entity] | None = None
    whole = _incorporated(spot.words)
    for (kind, text), entity in exact.items():
        if kind == "key" or kind != spot.kind:
            continue
        short, long = (mine, text) if len(mine) < len(text) else (text, mine)
        if whole and (short == mine or any(_incorporated(name.split()) for name in entity.names)):
            continue
        if _shortens(short, long, spot.kind) and (best is None or len(text) > best[0]):
            best = (len(text), entity)
    return best[1] if best else None


def _incorporated(words: Sequence[str]) -> bool:
    return any(w.lower().strip(".,") in _INCORPORATED for w in words)


def _shortens(short: str, long: str, kind: str) -> bool:
    """Tell whether a name may shorten another: its first words, or, for a body, its last ones with a generic head."""
    if not short or short == long:
        return False
    nouns = lexicon().nouns
    if kind == "place":
        return long.startswith((short + " city", short + ", ")) or long in (short + " state", short + " province")
    if long.startswith(short + " "):
        rest = long[len(short) + 1 :].split()
        if rest[0] in ("and", "&"):
            return False  # "Ministry of Communications and Digital" is another than "Ministry of Communications"
        return " " in short or (short not in nouns and len(short) > 2 and (len(rest) > 1 or rest[0] in nouns))
    if long.endswith((" of " + short, " for " + short)) and short.count(" ") == 0 and short not in nouns:
        return long.split()[0] in ("church", "bank", "university", "municipality", "city", "republic")
    if long.endswith(" " + short) and " " in short:
        return short.split()[0] in nouns or short.split()[-1] in nouns
    acronym = short.replace(".", "")
    if 2 <= len(acronym) <= 6 and " " not in acronym:
        initials = "".join(w[0] for w in long.split() if w not in ("of", "the", "and", "for", "in", "on", "&"))
        return acronym == initials and len(initials) > 2
    return False


def plain_name(words: tuple[str, ...]) -> str:
    """Return a name as it is compared: small letters, without "the", legal forms and punctuation."""
    legal = lexicon().name_words["legal"]
    kept = ["of" if w == "for" else w.lower().strip(".") for w in words if w[:1].isalnum() and w.lower() not in legal]
    return " ".join(kept) or " ".join(w.lower() for w in words)
