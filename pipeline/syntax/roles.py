"""Noun phrases and grammatical roles, for rooms that may not read dependency labels."""

from __future__ import annotations

from pipeline.syntax.parse import Parse

_ROLE = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "csubj": "subject",
    "expl": "expletive",
    "dobj": "object",
    "dative": "object",
    "oprd": "predicate",
    "attr": "predicate",
    "pobj": "oblique",
    "poss": "possessive",
    "appos": "appositive",
    "compound": "modifier",
    "nmod": "modifier",
    "amod": "modifier",
    "nummod": "modifier",
    "quantmod": "modifier",
    "npadvmod": "adverbial",
    "conj": "conjunct",
}
_OUTSIDE = frozenset(("relcl", "appos", "acl", "punct", "cc", "conj", "preconj"))
_DESCRIBING = frozenset(("of", "in", "for", "from", "within", "to"))
_DAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
_MONTHS = frozenset(
    ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
)
_TIMES = _DAYS | _MONTHS | {"December", "week", "month", "year", "day", "hour", "today", "yesterday", "night"}
_BEFORE = frozenset(("det", "poss", "compound", "amod", "nmod", "nummod", "quantmod", "predet", "case", "advmod"))


def grammatical_roles(parse: Parse) -> list[str]:
    """Return per token what it does in its clause.

    One of subject, object, oblique, possessive, appositive, predicate, modifier, adverbial, conjunct, expletive, other.
    """
    role = _ROLE.get
    return [role(dep, "other") for dep in parse.deps]


def core_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """Return the token range (last exclusive) of a noun with its determiner and premodifiers, nothing after it."""
    first = head
    stack = [head]
    while stack:
        for child in parse.children[stack.pop()]:
            if child < head and parse.deps[child] in _BEFORE | {"prep", "pobj", "conj", "cc", "punct"}:
                if child < first:
                    first = child
                stack.append(child)
    while first < head and parse.pos[first] in ("PUNCT", "CCONJ", "SPACE", "ADP") and parse.lowers[first] != "some":
        first += 1
    return first, head + 1


def full_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """Return the token range of a noun with everything attached but relative clauses, appositions and conjuncts."""
    first, last = core_phrase(parse, head)
    stack = [c for c in parse.children[head] if c > head and parse.deps[c] == "prep" and _describes(parse, c)]
    while stack:
        token = stack.pop()
        last = max(last, token + 1)
        stack += [c for c in parse.children[token] if parse.deps[c] not in _OUTSIDE]
    return first, last


def _describes(parse: Parse, preposition: int) -> bool:
    """Tell a prepositional phrase that says which one is meant from one that dates or places the act."""
    if parse.lowers[preposition] not in _DESCRIBING:
        return False
    inside = [t for c in parse.children[preposition] for t in (c, *parse.children[c])]
    return not any(parse.lemmas[t] in _TIMES or parse.words[t].isdigit() for t in inside)


def appositions(parse: Parse) -> list[tuple[int, int]]:
    """Return (head, apposed head) pairs: "Fahmi, the *minister*"; token indices."""
    return [(parse.heads[i], i) for i, dep in enumerate(parse.deps) if dep == "appos"]


def equations(parse: Parse) -> list[tuple[int, int]]:
    """Return (subject, nominal predicate) pairs of "X is a Y"; token indices. Negated ones are left out."""
    out = []
    for i, dep in enumerate(parse.deps):
        if dep == "attr":
            verb = parse.heads[i]
            kin = parse.children[verb]
            if any(parse.deps[c] == "neg" for c in kin):
                continue
            out += [(c, i) for c in kin if parse.deps[c] == "nsubj"]
    return out
