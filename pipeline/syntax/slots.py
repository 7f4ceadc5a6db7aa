"""From dependency labels to deep slots: the only reader of labels in the project."""

from __future__ import annotations

from pipeline.syntax.parse import Parse
from pipeline.syntax.predicates import Filler, Predicate, Syntax

_MODIFIERS = {"relcl", "appos", "acl", "punct", "cc", "conj"}


def analyse(parse: Parse) -> Syntax:
    """Return the predicates of an article with their deep slots."""
    predicates = [_predicate(parse, i) for i in range(len(parse)) if parse.pos[i] in ("VERB", "NOUN")]
    return Syntax(parse, predicates, [])


def _filler(parse: Parse, head: int) -> Filler:
    first, last = head, head + 1
    stack = [head]
    while stack:
        for child in parse.children[stack.pop()]:
            if parse.deps[child] not in _MODIFIERS:
                stack.append(child)
                first, last = min(first, child), max(last, child + 1)
    return Filler(head, first, last)


def _predicate(parse: Parse, i: int) -> Predicate:
    kind = "verb" if parse.pos[i] == "VERB" else "noun"
    deps = {parse.deps[c] for c in parse.children[i]}
    passive = "nsubjpass" in deps or "auxpass" in deps
    slots: dict[str, list[Filler]] = {}
    for child in parse.children[i]:
        dep = parse.deps[child]
        if dep == "nsubj":
            slots.setdefault("subject", []).append(_filler(parse, child))
        elif dep in ("dobj", "nsubjpass"):
            slots.setdefault("object", []).append(_filler(parse, child))
        elif dep == "dative":
            slots.setdefault("recipient", []).append(_filler(parse, child))
        elif dep in ("prep", "agent"):
            for grand in parse.children[child]:
                if parse.deps[grand] == "pobj":
                    slot = "subject" if dep == "agent" else parse.lowers[child]
                    slots.setdefault(slot, []).append(_filler(parse, grand))
    return Predicate(
        token=i, kind="verb" if kind == "verb" else "noun", lemma=parse.lemmas[i].lower(), slots=slots, passive=passive
    )
