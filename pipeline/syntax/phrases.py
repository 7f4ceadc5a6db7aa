"""Noun phrases: where they begin and end, what they are joined to, whose they are.

The questions other rooms ask about a noun without reading dependency labels. Token indices, ``last`` exclusive.
"""

from __future__ import annotations

from pipeline.syntax.lexicon import TRANSPARENT
from pipeline.syntax.nouns import can_act
from pipeline.syntax.parse import Parse
from pipeline.syntax.predicates import Filler

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "X"))
_APPOSED = frozenset(("NOUN", "PROPN", "PRON"))
_CLAUSES = frozenset(("relcl", "acl", "appos", "advcl", "ccomp", "xcomp", "parataxis"))
_LEFT_OUT = frozenset(("relcl", "acl", "appos", "advcl", "ccomp", "xcomp", "parataxis", "punct", "cc", "preconj"))


def left_edge(parse: Parse, i: int) -> int:
    """Return the first token of the phrase headed by a token."""
    deps, children = parse.deps, parse.children
    while True:
        kids = children[i]
        if not kids or kids[0] > i:
            return i
        for c in kids:
            if c > i:
                return i
            if deps[c] not in _LEFT_OUT and parse.pos[c] != "SPACE":
                break
        else:
            return i
        i = c


def right_edge(parse: Parse, i: int, top: bool = True) -> int:
    """Return the last token (inclusive) of a phrase, before its clauses, appositions and (at the top) conjuncts."""
    deps = parse.deps
    edge = i
    for c in parse.children[i]:
        if c < i:
            continue
        d = deps[c]
        if d in _CLAUSES or (top and (d == "conj" or d == "cc")):
            break
        if d != "punct" and parse.pos[c] != "SPACE":
            edge = right_edge(parse, c, False) if parse.children[c] else c
    return edge


def noun_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """Return the range of a noun phrase with its modifiers, without relative clauses, appositions and conjuncts."""
    return left_edge(parse, head), right_edge(parse, head) + 1


def coordinated(parse: Parse, head: int) -> list[int]:
    """Return the heads of a coordination that begins with ``head``, in text order: "X, Y and Z" -> X, Y, Z."""
    found = [head]
    deps, pos, children = parse.deps, parse.pos, parse.children
    for item in found:
        for c in children[item]:
            if deps[c] == "conj" and pos[c] in NOMINAL and not _restates(parse, item, c):
                found.append(c)
            elif deps[c] == "prep" and c > item and item == head:
                other = company(parse, c)
                if other is not None:
                    found.append(other)
    return found


def company(parse: Parse, prep: int) -> int | None:
    """Return the noun that a preposition joins as *and* does: "Ford *along with* Fiat", "*together with* Hungary"."""
    lower = parse.lowers[prep]
    if lower == "along":
        inner = next((c for c in parse.children[prep] if c > prep and parse.lowers[c] == "with"), None)
        if inner is None:
            return None
        prep = inner
    elif lower == "with":
        if parse.lowers[prep - 1] not in ("together", "along") or prep == 0:
            return None
    elif lower != "alongside":
        return None
    return next((c for c in parse.children[prep] if c > prep and parse.deps[c] == "pobj"), None)


def _restates(parse: Parse, first: int, second: int) -> bool:
    """Whether a conjunct says the same sum another way: "$381 million, *or $0.67 a share*"."""
    return (
        parse.pos[first] == "NUM"
        and any(parse.lowers[k] == "or" for k in parse.children[first] if k < second)
        and "," in parse.words[first + 1 : second]
    )


def first_conjunct(parse: Parse, head: int) -> int:
    """Return the first head of the coordination that a token stands in."""
    while parse.deps[head] == "conj":
        head = parse.heads[head]
    return head


def apposed(parse: Parse, head: int) -> int | None:
    """Return the head of the phrase in apposition to a noun (either side), a name before a description, else None."""
    best = None
    for c in parse.children[head]:
        if parse.deps[c] == "appos" and parse.pos[c] in _APPOSED and parse.lowers[c - 1] != "not":
            if parse.pos[c] == "PROPN":
                return c
            best = best if best is not None else c
    if best is None and parse.deps[head] == "appos":
        return parse.heads[head]
    return best if best is not None else _example(parse, head)


def _example(parse: Parse, head: int) -> int | None:
    """Return the name that stands for its kind: "bodies *like the WHO*", "three people, *including Smith*"."""
    for c in parse.children[head]:
        if c > head and parse.lowers[c] in ("like", "including", "as") and parse.deps[c] == "prep":
            if parse.lowers[c] == "as" and parse.lowers[c - 1] != "such":
                continue
            for g in parse.children[c]:
                if parse.deps[g] == "pobj" and parse.pos[g] == "PROPN":
                    return g
    return None


def content_head(parse: Parse, head: int) -> int:
    """Return the noun a measure counts ("thousands of *people*", "one of the *men*"), else the head itself."""
    while parse.lemmas[head].lower() in TRANSPARENT or parse.lowers[head] in TRANSPARENT:
        for c in parse.children[head]:
            if c > head and parse.lowers[c] == "of":
                inner = next((g for g in parse.children[c] if parse.deps[g] == "pobj"), None)
                if inner is not None:
                    head = inner
                    break
        else:
            return head
    return head


def modifiers(parse: Parse, head: int) -> list[int]:
    """Return the adjectives, nouns and numbers that stand before a noun and modify it."""
    return [c for c in parse.children[head] if c < head and parse.deps[c] in ("amod", "compound", "nmod", "nummod")]


def _are_peoples(parse: Parse, joined: list[int], head: int) -> bool:
    """Whether modifiers name nations; places only before what can act ("the US and UK governments", not "plants")."""
    labels = {k: label for first, last, label in parse.entities for k in joined if first <= k < last}
    acts = can_act(parse.lemmas[head].lower())
    return all(labels.get(k) == "NORP" or (acts and labels.get(k) == "GPE") for k in joined)


def _distributed(parse: Parse, head: int) -> list[int]:
    """Adjectives of nationality or names that are joined before a plural noun, each for some of what it names."""
    for c in parse.children[head]:
        if c >= head:
            return []
        if parse.deps[c] in ("amod", "nmod", "compound") and parse.words[c][0].isupper():
            joined = [c]
            for item in joined:
                joined += [
                    k
                    for k in parse.children[item]
                    if parse.deps[k] == "conj" and item < k < head and parse.words[k][0].isupper()
                ]
            if len(joined) > 1 and _are_peoples(parse, joined, head):
                before = [k for k in modifiers(parse, head) if k < c and parse.words[k][0].isupper() and k > 0]
                commas = [k for k in before if parse.words[k + 1] == ","]  # "The British, French and German leaders"
                return [*commas, *joined]
    return []


def fillers(parse: Parse, head: int, shared: bool = False) -> list[Filler]:
    """Return the phrases of a coordination that begins with ``head``, each with the noun that means the thing.

    "Hungarian and Romanian officials" are two: *Hungarian*, *Romanian officials*.
    """
    found = []
    for item in coordinated(parse, head):
        first, last = noun_phrase(parse, item)
        if parse.tags[item] in ("NNS", "NNPS") and last - first > 3:
            peoples = _distributed(parse, item)
            found += [Filler(c, c, c + 1, shared) for c in peoples[:-1]]
            first = left_edge(parse, peoples[-1]) if peoples else first
        found.append(Filler(content_head(parse, item), first, last, shared, apposed(parse, item)))
    return found
