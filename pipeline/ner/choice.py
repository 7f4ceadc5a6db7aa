"""Which bearer of a shared name an article means: Georgia on the Black Sea or in America, whose Labour Party."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pipeline.ner.entries import Entry
from pipeline.ner.gazetteer import Gazetteer, Match
from pipeline.ner.lexicon import lexicon
from pipeline.syntax import Parse

_LOCAL = frozenset(("region", "city"))
_OFFICES = frozenset(("secretary", "minister", "ministry", "department", "secretaries", "ministers"))


def choose(parse: Parse, gazetteer: Gazetteer, matches: list[Match]) -> list[Match]:
    """Return the matches with shared names given to the bearer the article speaks of, or left out where it is neither.

    A bearer's evidence are the other names of its country in the text; a state or province counts on its sisters. The
    owner of a name (it has it among its ``aliases``) keeps it unless another has more evidence; who only shares it
    needs evidence, except in a text that names no country at all.
    """
    rivals = gazetteer.rivals
    doubtful = [k for k, m in enumerate(matches) if m.alias in rivals]
    dropped = {k for k, m in enumerate(matches) if _names_a_portfolio(parse, m)}
    if not doubtful:
        return [m for k, m in enumerate(matches) if k not in dropped] if dropped else matches
    national: Counter[str] = Counter()
    local: Counter[str] = Counter()
    unsure = set(doubtful)
    for k, match in enumerate(matches):
        country = match.entry.country
        if country is not None and k not in unsure and k not in dropped:
            national[country] += 1
            if match.entry.type in _LOCAL:
                local[country] += 1
    out = []
    for k, match in enumerate(matches):
        if k in dropped:
            continue
        if k in unsure:
            entry = _best(match, rivals[match.alias], national, local)
            if entry is None and match.entry.label != "NORP":
                continue
            if entry is None:  # a people of no country that the text names
                entry = replace(
                    match.entry, key=f"people:{match.alias.lower()}", name=match.alias, country=None, code=None
                )
            match = Match(match.first, match.last, entry, match.alias)
        out.append(match)
    return out


def _best(match: Match, rivals: tuple[Entry, ...], national: Counter[str], local: Counter[str]) -> Entry | None:
    owner = None if match.alias in match.entry.shared else match.entry
    found: tuple[int, Entry] | None = None
    for entry in rivals:
        counts = local if entry.type == "region" else national
        evidence = counts[entry.country] if entry.country else 0
        if evidence > (found[0] if found is not None else 0):
            found = evidence, entry
    if owner is not None:
        own = national[owner.country] if owner.country else 0
        if owner.type == "country":  # other countries speak for a country too
            own += sum(1 for c in national if c != owner.country and (found is None or c != found[1].country))
        return found[1] if found is not None and found[0] > own else owner
    if found is not None:
        return found[1]
    return rivals[0] if not national else None


def _names_a_portfolio(parse: Parse, match: Match) -> bool:
    """Tell "*Labour* Minister A B" from the party."""
    return (
        match.last - match.first == 1
        and match.last < len(parse)
        and parse.lowers[match.first] in lexicon().name_words["portfolio"]
        and parse.lowers[match.last] in _OFFICES
    )
