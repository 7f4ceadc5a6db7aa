"""Raw dependency patterns, for what deep slots cannot say: nodes and relations in the notation of spaCy's matcher.

A pattern is a list of nodes. Each names the node it hangs on (``LEFT_ID``), the relation (``REL_OP``), its own name
(``RIGHT_ID``) and what its token must be (``RIGHT_ATTRS``: LEMMA, LOWER, TEXT, POS, TAG, DEP; a value or ``IN``).
The first ``LEFT_ID`` is ``trigger``, the word that the event's trigger names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.syntax.parse import Parse

TRIGGER: Final = "trigger"


def _below(parse: Parse, token: int) -> Iterable[int]:
    found = list(parse.children[token])
    for child in found:
        found.extend(parse.children[child])
    return found


def _above(parse: Parse, token: int) -> Iterable[int]:
    while parse.heads[token] != token:
        token = parse.heads[token]
        yield token


def _head(parse: Parse, token: int) -> Iterable[int]:
    return () if parse.heads[token] == token else (parse.heads[token],)


def _next(parse: Parse, token: int) -> Iterable[int]:
    return (token + 1,) if token + 1 < len(parse) else ()


def _previous(parse: Parse, token: int) -> Iterable[int]:
    return (token - 1,) if token else ()


# A REL_OP B, as spaCy's DependencyMatcher defines them; each gives the candidates for B.
OPERATORS: Final[Mapping[str, Callable[[Parse, int], Iterable[int]]]] = {
    ">": lambda parse, token: parse.children[token],
    "<": _head,
    ">>": _below,
    "<<": _above,
    ".": _next,
    ";": _previous,
    "$+": lambda parse, token: [s for s in parse.children[parse.heads[token]] if s == token + 1],
    "$-": lambda parse, token: [s for s in parse.children[parse.heads[token]] if s == token - 1],
    "$++": lambda parse, token: [s for s in parse.children[parse.heads[token]] if s > token],
    "$--": lambda parse, token: [s for s in parse.children[parse.heads[token]] if s < token],
}
_COLUMNS: Final[Mapping[str, Callable[[Parse], Sequence[str]]]] = {
    "LEMMA": lambda parse: parse.lemmas,
    "LOWER": lambda parse: parse.lowers,
    "TEXT": lambda parse: parse.words,
    "POS": lambda parse: parse.pos,
    "TAG": lambda parse: parse.tags,
    "DEP": lambda parse: parse.deps,
}
ATTRIBUTES: Final = tuple(_COLUMNS)


@dataclass(frozen=True, slots=True)
class Node:
    """One token of a raw pattern: how it hangs on an earlier node and what it must be."""

    name: str
    left: str
    operator: str
    attributes: tuple[tuple[str, frozenset[str]], ...]


def match_nodes(parse: Parse, trigger: int, nodes: Sequence[Node]) -> dict[str, int] | None:
    """Return node name -> token for the first way, in text order, to lay the nodes over the tree; None without one.

    Two nodes never share a token, and no node leaves the trigger's sentence.
    """
    first, last = parse.sentence_of(trigger)

    def lay(found: dict[str, int], rest: Sequence[Node]) -> dict[str, int] | None:
        if not rest:
            return found
        node = rest[0]
        for token in sorted(OPERATORS[node.operator](parse, found[node.left])):
            if first <= token < last and token not in found.values() and _is(parse, token, node):
                complete = lay({**found, node.name: token}, rest[1:])
                if complete is not None:
                    return complete
        return None

    return lay({TRIGGER: trigger}, nodes)


def _is(parse: Parse, token: int, node: Node) -> bool:
    return all(_COLUMNS[name](parse)[token] in values for name, values in node.attributes)
