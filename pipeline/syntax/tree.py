"""A parse whose tokens can be moved: the ground that the repairs stand on."""

from __future__ import annotations

from bisect import insort
from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nouns import event_noun
from pipeline.syntax.parse import Parse

_TIMES: Final = frozenset(("DATE", "TIME"))


class Tree:
    """Moves tokens of one parse, which it changes, and answers what every repair asks."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.label: dict[int, str] = {}
        for first, last, label in parse.entities:
            for i in range(first, last):
                self.label[i] = label

    def move(self, token: int, head: int, dep: str) -> None:
        parse = self.parse
        old = parse.heads[token]
        if old != token:
            parse.children[old].remove(token)
        parse.heads[token] = head
        parse.deps[token] = dep
        if head != token:
            insort(parse.children[head], token)

    def make_root(self, token: int) -> None:
        """Let a token change places with the root of its sentence, which it will govern."""
        parse = self.parse
        root = token
        while parse.heads[root] != root:
            root = parse.heads[root]
        self.move(token, token, "ROOT")
        for c in list(parse.children[root]):
            if c == token:
                continue
            # What stands beyond the new root, and the marks around the sentence, belong to it.
            if parse.deps[c] == "punct" or (root < token < c):
                self.move(c, token, parse.deps[c])
        parse.heads[root] = token
        insort(parse.children[token], root)

    def child(self, head: int, *labels: str) -> int | None:
        deps = self.parse.deps
        for c in self.parse.children[head]:
            if deps[c] in labels:
                return c
        return None

    def is_time(self, i: int) -> bool:
        return self.label.get(i) in _TIMES or self.parse.lemmas[i].lower() in lex.TIME_WORDS

    def verb_above(self, i: int) -> int | None:
        """The verb or event noun that a noun's coordination and prepositions hang on."""
        parse = self.parse
        for _ in range(12):
            h = parse.heads[i]
            if h == i:
                return None
            if parse.pos[h] in ("VERB", "AUX"):
                return h
            if parse.pos[h] == "NOUN" and parse.deps[i] in ("prep", "agent") and event_noun(parse.lemmas[h].lower()):
                return h
            i = h
        return None

    def aux_to(self, verb: int) -> bool:
        return any(self.parse.tags[c] == "TO" for c in self.parse.children[verb])

    def span(self, i: int) -> list[int]:
        """The tokens of a noun's own phrase, without order."""
        found = [i]
        for k in found:
            found.extend(self.parse.children[k])
        return found
