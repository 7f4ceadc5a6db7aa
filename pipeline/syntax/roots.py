"""Sentences whose root is wrong: headlines, and clauses read as modifiers of their subject."""

from __future__ import annotations

from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nouns import can_act
from pipeline.syntax.phrases import NOMINAL
from pipeline.syntax.tree import Tree

NOUNS: Final = frozenset(("NOUN", "PROPN"))


class Roots(Tree):
    """Repairs of the top of a sentence."""

    def root(self, first: int, last: int) -> None:
        parse = self.parse
        root = next((i for i in range(first, last) if parse.heads[i] == i and parse.pos[i] != "SPACE"), None)
        if root is not None and parse.pos[root] == "VERB":
            self._named_doer(root)
            self._opening_noun(root, first)
        if root is None or parse.pos[root] not in NOUNS:
            return
        # "The president neither signed nor vetoed the bill." / "Protesters arrested by police"
        clause = next(
            (
                c
                for c in parse.children[root]
                if c > root
                and parse.deps[c] in ("acl", "advcl")
                and parse.tags[c] in ("VBD", "VBN", "VBZ", "VBP", "VB")
                and not any(parse.tags[k] in ("WDT", "WP", "WRB", "IN") and k < c for k in parse.children[c])
                and self.child(c, "nsubj", "nsubjpass") is None
            ),
            None,
        )
        if clause is not None and not any(parse.deps[c] in ("relcl", "cop") for c in parse.children[root]):
            infinitive = parse.tags[clause] == "VB"
            # "EU to fine Meta over privacy breaches"; but "Plans to fine Meta" stays a noun with its infinitive
            if not infinitive or (parse.pos[root] == "PROPN" and self.aux_to(clause)):
                passive = parse.tags[clause] == "VBN" and self.child(clause, "dobj") is None
                if passive and parse.words[self._final(first, last)] == "." and self.child(clause, "agent") is None:
                    # "A newspaper called Thursday on voters to unite.": a whole sentence has a finite verb
                    passive, parse.tags[clause] = False, "VBD"
                self.make_root(clause)
                parse.deps[root] = "nsubjpass" if passive else "nsubj"
                return
        for v in range(root + 2, last):
            # "Producers, who lost money on each release, accused the site of theft": finite verb read as modifier
            if parse.tags[v] in ("VBD", "VBZ") and parse.deps[v] in ("acl", "conj") and parse.words[v - 1] == ",":
                between = any(parse.deps[c] in ("relcl", "appos") and root < c < v for c in parse.children[root])
                if between and self.child(v, "nsubj", "nsubjpass") is None and self.child(v, "dobj", "ccomp", "prep"):
                    self.make_root(v)
                    parse.deps[root] = "nsubj"
                    return
        for v in range(root + 1, last):
            # "Anna Keller on Sunday hosted Finnish Foreign Minister Laine": finite verb read as adjective
            if parse.tags[v] == "VBD" and parse.deps[v] == "amod" and parse.heads[v] > v:
                target = parse.heads[v]
                while parse.deps[target] == "compound" and parse.heads[target] > target:
                    target = parse.heads[target]
                self.make_root(v)
                parse.deps[root] = "nsubj"
                for c in [c for c in parse.children[target] if c < v]:
                    self.move(c, v, parse.deps[c])
                self.move(target, v, "dobj")
                return
        self._headline_noun(root, first, last)

    def _opening_noun(self, root: int, first: int) -> None:
        """Read a plural noun that opens a sentence as its subject: "*Calls* for Johnson to resign grew louder"."""
        parse = self.parse
        if root != first or parse.tags[root] != "VBZ" or parse.lowers[root + 1 : root + 2] != ["for"]:
            return
        clause = next(
            (
                c
                for c in parse.children[root]
                if c > root + 1
                and parse.tags[c] in ("VBD", "VBZ", "VBP")
                and parse.deps[c] in ("dep", "advcl", "ccomp", "conj")
            ),
            None,
        )
        if clause is None:
            return
        mark = self.child(clause, "mark")
        asked = self.child(clause, "nsubj")
        if mark == root + 1 and asked is not None:
            self.move(mark, root, "prep")
            self.move(asked, mark, "pobj")
        elif asked is not None:
            return
        self.make_root(clause)
        for c in [c for c in parse.children[clause] if root < c < clause and parse.deps[c] in ("prep", "advcl")]:
            self.move(c, root, parse.deps[c])
        parse.deps[root] = "nsubj"
        parse.pos[root], parse.tags[root] = "NOUN", "NNS"

    def _named_doer(self, root: int) -> None:
        """Give "opened an inquiry after a researcher, *Lukasz Olejnik*, complained" its clause back.

        The parser reads the name alone as the subject, and what comes first as what he complained.
        """
        parse = self.parse
        name, said = self.child(root, "nsubj"), self.child(root, "ccomp")
        if name is None or said is None or not said < name < root or self.label.get(name) != "PERSON":
            return
        comma = min(self.span(name)) - 1
        described = comma - 1
        while described > said and parse.pos[parse.heads[described]] in NOMINAL and parse.heads[described] < described:
            described = parse.heads[described]
        preposition = parse.heads[described]
        if parse.words[comma] != "," or parse.words[root - 1] != "," or parse.deps[described] != "pobj":
            return
        if parse.lowers[preposition] not in ("after", "before", "since", "until", "as"):
            return
        if not can_act(parse.lemmas[described].lower()):
            return
        self.make_root(said)
        self.move(root, said, "advcl")
        self.move(described, root, "nsubj")
        self.move(preposition, root, "mark")
        self.move(name, described, "appos")

    def reporter(self, verb: int) -> None:
        """Give a verb of saying its speaker: "NATO will send ships to the Gulf, *its chief, Anna Keller, announced*".

        The parser reads the description as another name of the noun before it, and the verb is left without subject.
        """
        parse = self.parse
        name = verb - 2
        if self.label.get(name) != "PERSON" or self.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
            return
        while parse.heads[name] > name and self.label.get(parse.heads[name]) == "PERSON":
            name = parse.heads[name]
        described = parse.heads[name]
        if parse.deps[name] != "appos" or parse.deps[described] != "appos" or not described < name:
            return
        before = min(self.span(described)) - 1
        if before < 0 or parse.words[before] != "," or not can_act(parse.lemmas[described].lower()):
            return
        if parse.heads[verb] != verb:
            root = verb
            while parse.heads[root] != root:
                root = parse.heads[root]
            if root > described or parse.deps[verb] != "advcl":
                return
            self.move(described, verb, "nsubj")
            self.make_root(verb)
            parse.deps[root] = "ccomp"
            parse.tags[verb] = "VBD"
        else:
            self.move(described, verb, "nsubj")

    def _final(self, first: int, last: int) -> int:
        """The last token of a sentence that is not space."""
        k = last - 1
        while k > first and self.parse.pos[k] == "SPACE":
            k -= 1
        return k

    def _headline_noun(self, root: int, first: int, last: int) -> None:
        """Find the verb read as a plural noun: "Court *orders* Google to pay fine"."""
        parse = self.parse
        if any(parse.pos[i] == "VERB" and parse.tags[i] in ("VBZ", "VBD", "VBP", "MD") for i in range(first, last)):
            return
        if self._could_be_verb(root) and root > first and root + 1 < last:
            right = [c for c in parse.children[root] if c > root and parse.deps[c] != "punct"]
            subject = self._subject_before(root)
            objects = [
                c for c in right if parse.deps[c] in ("dobj", "npadvmod", "appos", "dep", "xcomp", "ccomp", "prt")
            ]
            if subject is not None and (objects or parse.pos[root + 1] in ("ADP", "PART")):
                if not objects and parse.lowers[root + 1] in ("of", "between"):
                    return
                self._turn_to_verb(root, subject)
                for c in objects:
                    if (
                        parse.deps[c] in ("npadvmod", "appos", "dep")
                        and parse.pos[c] in NOMINAL
                        and not self.is_time(c)
                    ):
                        parse.deps[c] = "dobj"
                return
        for k in parse.children[root]:
            if not (k > first and k < root and parse.deps[k] in ("compound", "nmod")):
                continue
            if self._could_be_verb(k) or self._joint_verb(k, first):
                subject = next((c for c in range(k - 1, first - 1, -1) if parse.pos[c] in NOUNS), None)
                if subject is None or subject != k - 1:
                    continue
                for c in [c for c in parse.children[root] if c < k]:
                    self.move(c, k, parse.deps[c])
                self.make_root(k)
                self._turn_to_verb(k, subject)
                parse.deps[root] = "dobj"
                return

    def _could_be_verb(self, i: int) -> bool:
        word = self.parse.lowers[i]
        return self.parse.tags[i] in ("NNS", "NNPS") and (
            word[:-1] in lex.HEADLINE_STEMS or (word.endswith("es") and word[:-2] in lex.HEADLINE_STEMS)
        )

    def _joint_verb(self, i: int, first: int) -> bool:
        """Whether a bare verb follows two names with a comma: "EU, Mercosur *sign* trade deal"."""
        parse = self.parse
        if parse.tags[i] not in ("NN", "VB", "VBP") or parse.lowers[i] not in lex.HEADLINE_STEMS or i - first < 3:
            return False
        return parse.words[i - 2] == "," and all(parse.pos[k] == "PROPN" for k in (i - 1, i - 3))

    def _subject_before(self, verb: int) -> int | None:
        """The noun just before a headline's verb, made the head of what stands before it."""
        parse = self.parse
        subject = verb - 1
        if parse.pos[subject] not in NOUNS:
            return None
        return subject

    def _turn_to_verb(self, verb: int, subject: int) -> None:
        parse = self.parse
        parse.pos[verb], parse.tags[verb] = "VERB", "VBZ"
        for c in [c for c in parse.children[verb] if c < verb and c != subject and parse.deps[c] != "punct"]:
            self.move(c, subject, parse.deps[c])
        if parse.heads[subject] != verb:
            self.move(subject, verb, "nsubj")
        parse.deps[subject] = "nsubj"
