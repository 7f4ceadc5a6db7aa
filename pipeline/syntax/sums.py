"""Sums of money that the model reads as part of a name: "fined *Lumio $3 million*", "fined *Hanbit 40 billion* won"."""

from __future__ import annotations

from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.tree import Tree

_NAMES: Final = frozenset(("ORG", "PERSON", "GPE", "PRODUCT", "FAC", "LOC", "NORP"))
_SIGNS: Final = frozenset("$€£¥₹₩")
_SCALES: Final = lex.words("hundred thousand million billion trillion m bn tn")


class Sums(Tree):
    """Repairs of sums, which stand beside whom they are paid by and never in the name."""

    def sums(self) -> None:
        """Cut sums off names, in the entities and in the tree."""
        parse = self.parse
        for number, (first, last, label) in enumerate(parse.entities):
            if last - first > 1 and (label in _NAMES or (label == "MONEY" and self._begins_with_name(first))):
                cut = self._sum_in(first, last)
                if cut is not None:
                    name = label if label in _NAMES else "ORG"
                    parse.entities[number] = (first, cut, name)
                    for i in range(first, cut):
                        self.label[i] = name
                    for i in range(cut, last):
                        self.label[i] = "MONEY"
                    parse.entities.append((cut, last, "MONEY"))
                    self._detach(first, cut, last)
        parse.entities.sort()

    def _begins_with_name(self, first: int) -> bool:
        """Whether a sum begins with a word that is no currency's country: "Hanbit 40 billion", not "US $3 million"."""
        word = self.parse.words[first]
        return len(word) > 3 and word.isalpha() and word.istitle() and self.parse.pos[first] == "PROPN"

    def _sum_in(self, first: int, last: int) -> int | None:
        """Return where a sum begins in a name, None for a name like "Group of 20" or "Boeing 737"."""
        parse = self.parse
        for i in range(first + 1, last):
            sign = parse.words[i][:1] in _SIGNS
            if sign or (parse.words[i][0].isdigit() and i + 1 < last and parse.lowers[i + 1] in _SCALES):
                return i
        return None

    def _detach(self, first: int, cut: int, last: int) -> None:
        """Give the verb both the name and the sum."""
        parse = self.parse
        name = cut - 1
        if last < len(parse) and parse.lowers[last] == "won" and parse.pos[last] == "VERB":
            self._unwon(last, name, cut)
        top = parse.heads[name]
        if cut <= top < last:
            while cut <= parse.heads[top] < last and parse.heads[top] != top:
                top = parse.heads[top]
            verb, dep = parse.heads[top], parse.deps[top]
            for c in [c for c in range(first, name) if cut <= parse.heads[c] < last]:
                self.move(c, name, "compound")
            for c in [c for c in parse.children[top] if c < first and parse.deps[c] in ("det", "amod", "poss")]:
                self.move(c, name, parse.deps[c])
            self.move(name, verb, dep)
            if parse.pos[verb] == "VERB":
                self.move(top, verb, "npadvmod")
            return
        for c in [c for c in parse.children[name] if cut <= c < last]:
            if parse.pos[top] == "VERB":
                self.move(c, top, "npadvmod")

    def _unwon(self, won: int, name: int, cut: int) -> None:
        """Read the currency of Korea as a noun, and let what hung on the verb hang on the one before it."""
        parse = self.parse
        verb = parse.heads[name]
        for _ in range(3):
            if parse.pos[verb] in ("VERB", "AUX") and verb != won:
                break
            verb = parse.heads[verb]
        if parse.pos[verb] != "VERB" or verb >= won:
            return
        if parse.heads[won] == won:
            later = next((c for c in parse.children[won] if c > won and parse.deps[c] == "conj"), None)
            if later is None:
                return
            self.make_root(later)
            for c in [c for c in parse.children[won] if parse.deps[c] in ("nsubj", "nsubjpass")]:
                self.move(c, later, parse.deps[c])
        for c in [c for c in parse.children[won] if c > won]:
            self.move(c, verb, parse.deps[c])
        for c in [c for c in parse.children[won] if cut <= c < won]:
            self.move(c, verb, "npadvmod" if parse.heads[name] == verb else "dobj")
        parse.pos[won], parse.tags[won], parse.lemmas[won] = "NOUN", "NN", "won"
        self.move(won, won - 1, "appos")
