"""Verbs whose subject is understood elsewhere: by a noun beside them, and by a verb that only people do."""

from __future__ import annotations

from collections.abc import Mapping, Set

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nouns import can_act
from pipeline.syntax.parse import Parse
from pipeline.syntax.predicates import Predicate


def participant_verb(parse: Parse, at: Mapping[int, Predicate], p: Predicate) -> Predicate | None:
    """Return the verb whose subject took part in what a noun names, None where it need not have.

    "announced it after *a visit* to Rome" (but not "after the visit", which may be another's), "claimed responsibility
    for *an attack*".
    """
    prep = parse.heads[p.token]
    above = parse.heads[prep]
    if parse.deps[p.token] != "pobj" or any(s in p.slots for s in ("between", "by", "among")):
        return None
    if p.lemma in lex.ENCOUNTERS and parse.lowers[prep] in ("after", "during", "before", "following"):
        definite = any(parse.lowers[c] in ("the", "this", "that") for c in parse.children[p.token])
        verb = at.get(above)
        return None if definite or verb is None or verb.kind != "verb" or verb.passive else verb
    if parse.lemmas[above].lower() == "responsibility" and parse.lowers[prep] == "for":
        verb = at.get(parse.heads[above])
        return verb if verb is not None and verb.lemma in ("claim", "admit", "accept", "take") else None
    return None


def moved_verb(parse: Parse, at: Mapping[int, Predicate], p: Predicate) -> Predicate | None:
    """Return what was done because of a request: "*At the request of* Kyiv, NATO *sent* experts"."""
    prep = parse.heads[p.token]
    if (
        parse.deps[p.token] != "pobj"
        or parse.lowers[prep] not in ("at", "on")
        or not ("of" in p.slots or "possessor" in p.slots)
    ):
        return None
    verb = at.get(parse.heads[prep])
    return verb if verb is not None and verb.kind == "verb" else None


def clause_above_thing(
    parse: Parse, at: Mapping[int, Predicate], named: Set[int], p: Predicate, governor: Predicate
) -> Predicate | None:
    """Return the clause that a verb only people do joins, above the thing that its neighbour speaks of.

    "claimed an attack that cut power and *threatened* to strike again": the attack does not threaten.
    """
    if governor.relation != "relative" or p.lemma not in lex.AGENTIVE or p.passive:
        return None
    thing = parse.heads[governor.token]
    if parse.pos[thing] != "NOUN" or can_act(parse.lemmas[thing].lower()) or thing in named:
        return None
    above = thing
    while parse.heads[above] != above and parse.pos[above] != "VERB":
        above = parse.heads[above]
    main = at.get(above)
    return None if main is None or main.kind != "verb" or main.passive or above > thing else main
