"""First pass: what stands beside each predicate (its own subject, objects, prepositional phrases, voice, negation)."""

from __future__ import annotations

from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.form import bare_passive, in_relative, is_expletive, mood, tense
from pipeline.syntax.nouns import can_act, event_noun
from pipeline.syntax.parse import Parse
from pipeline.syntax.phrases import NOMINAL, company, fillers
from pipeline.syntax.predicates import Filler, Predicate

AUXILIARY: Final = frozenset(("aux", "auxpass"))
RELATIVE_TAGS: Final = frozenset(("WDT", "WP", "WP$", "WRB"))


class Clauses:
    """The predicates of one article by token, and each one's surface subject for those that share it."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.at: dict[int, Predicate] = {}
        self.surface: dict[int, list[Filler]] = {}
        self.times: set[int] = set()
        self.sums: set[int] = set()
        self.named: set[int] = set()  # tokens inside names of nations, countries, people and organisations
        for first, last, label in parse.entities:
            if label in ("NORP", "GPE", "ORG", "PERSON"):
                self.named.update(range(first, last))
            elif label in ("DATE", "TIME"):
                self.times.update(range(first, last))
            elif label == "MONEY":
                self.sums.update(range(first, last))

    def read(self) -> None:
        """Make a predicate of each verb, event noun and adjective that says something, with what stands beside it."""
        parse = self.parse
        pos, deps, words = parse.pos, parse.deps, parse.words
        for i, p in enumerate(pos):
            if p == "VERB" or (p == "AUX" and deps[i] not in AUXILIARY):
                if (
                    deps[i] == "prep"
                    or not words[i][-1].isalnum()
                    or (words[i + 1 : i + 2] == ["-"] and len(words[i]) < 4)
                ):
                    continue  # "following a complaint", "including two children"; the halves of "re-open"
                self.at[i] = self._verb(i)
            elif p == "NOUN":
                if event_noun(parse.lemmas[i].lower()) is not None or self._takes_clause(i):
                    self.at[i] = self._noun(i)
            elif p == "ADJ" and self._is_predicative(i):
                self.at[i] = self._adjective(i)

    def _takes_clause(self, i: int) -> bool:
        """A noun with an infinitive of its own or a that-clause: "a *bid* to", "the *claim* that"."""
        parse = self.parse
        for c in parse.children[i]:
            if c > i and parse.deps[c] in ("acl", "relcl") and parse.tags[c] == "VB":
                return parse.pos[i] == "NOUN" and not can_act(parse.lemmas[i].lower())
        return False

    def _is_predicative(self, i: int) -> bool:
        parse = self.parse
        dep = parse.deps[i]
        if dep == "acomp" or dep == "oprd":
            return True
        if dep == "conj":
            return parse.heads[i] in self.at
        for c in parse.children[i]:
            if c > i and parse.deps[c] in ("xcomp", "ccomp", "prep"):
                return True
        return dep in ("advcl", "ROOT", "ccomp")

    def _verb(self, i: int) -> Predicate:
        parse = self.parse
        deps, tags, lowers, lemmas = parse.deps, parse.tags, parse.lowers, parse.lemmas
        lemma = lemmas[i].lower()
        if parse.pos[i] == "AUX" or tags[i] == "MD":  # "it’s": the model gives the apostrophe for a lemma
            lemma = lex.AUXILIARY_LEMMAS.get(lowers[i], lemma)
        p = Predicate(i, "verb", lemma)
        slots = p.slots
        auxiliaries: list[str] = []
        aux_tags: list[str] = []
        negations: list[int] = []
        adverbs: list[int] = []
        subject: list[Filler] = []
        beside: list[Filler] = []
        passive = False
        expletive = False
        subject_token = -1
        first_aux = -1
        for c in parse.children[i]:
            d = deps[c]
            if d == "punct":
                continue
            if d == "cc" or d == "preconj":
                if c < i and lowers[c] in lex.NEGATIVES:
                    negations.append(c)
                continue
            if d == "prep":
                self._preposition(c, slots)
                if c < i and (joined := company(parse, c)) is not None:
                    beside = fillers(parse, joined)  # "Together with France, Germany condemned the coup."
            elif d == "nsubj" or d == "nsubjpass":
                passive = passive or d == "nsubjpass"
                subject_token = c
                if tags[c] not in RELATIVE_TAGS or not in_relative(parse, i):
                    subject = subject + fillers(parse, c) if subject else fillers(parse, c)
                    self._negated_phrase(c, negations)
            elif d == "dobj":
                if tags[c] not in RELATIVE_TAGS or not (passive or in_relative(parse, i)):
                    found = fillers(parse, c)
                    if "object" not in slots:
                        slots["object"] = found
                    elif found[0].first <= slots["object"][-1].last + 1:  # two objects: the first receives
                        slots["recipient"], slots["object"] = slots["object"], found
                    self._negated_phrase(c, negations)
            elif (d == "aux" or d == "auxpass") and parse.pos[c] != "PUNCT":
                passive = passive or d == "auxpass"
                auxiliaries.append(lex.AUXILIARY_LEMMAS.get(lowers[c], lowers[c]))
                aux_tags.append(tags[c])
                if first_aux < 0:
                    first_aux = c
            elif d == "advmod" or d == "neg":
                if d == "neg" or lowers[c] in lex.NEGATIVES:
                    negations.append(c)
                elif lowers[c] in lex.PARTICLES and c > i and parse.pos[c] in ("ADP", "ADV", "PART") and c - i <= 2:
                    p.particle = p.particle or lowers[c]
                    adverbs.append(c)
                elif tags[c] not in RELATIVE_TAGS:
                    adverbs.append(c)
            elif d == "prt":
                p.particle = lowers[c]
            elif d == "agent":
                passive = True
                self._preposition(c, slots)
                acting = [f for f in slots.get("by", ()) if not self._is_time(f)]
                if acting:
                    slots["subject"] = acting
            elif d == "dative":
                if parse.pos[c] == "ADP":
                    self._preposition(c, slots)
                    if slots.get("to"):
                        slots["recipient"] = slots["to"]
                else:
                    slots["recipient"] = slots.get("recipient", []) + fillers(parse, c)
            elif d == "attr" or d == "oprd":
                if parse.pos[c] in NOMINAL and (tags[c] not in RELATIVE_TAGS):
                    slots["attribute"] = fillers(parse, c)
                    self._negated_phrase(c, negations)
            elif d == "npadvmod":
                slots.setdefault("adverbial", []).extend(fillers(parse, c))
            elif d == "expl":
                expletive = True
        if passive and "by" in slots and "subject" not in slots:  # "was fined $10 million by the regulator"
            acting = [f for f in slots["by"] if not self._is_time(f)]
            if acting:
                slots["subject"] = acting
        own_passive = passive or (
            tags[i] in ("VBN", "VBD") and not auxiliaries and bare_passive(parse, i, slots, bool(subject))
        )
        p.passive = own_passive
        if (
            p.lemma in lex.FINING
            and not (auxiliaries or passive or "recipient" in slots)
            and subject
            and "object" in slots
            and self._is_money(slots["object"][0])
        ):
            p.passive = True  # "Bank fined £96m over accounts"
        if p.lemma in lex.FINING and "object" in slots and self._is_money(slots["object"][0]):
            # "fined Apple $10 million": whom it is done to is the object, the sum stands beside it
            slots.setdefault("adverbial", []).extend(slots.pop("object"))
            if "recipient" in slots:
                slots["object"] = slots.pop("recipient")
        p.auxiliaries = tuple(auxiliaries)
        p.negations = tuple(negations)
        p.adverbs = tuple(adverbs)
        p.tense = tense(parse, i, auxiliaries, aux_tags, bool(subject))
        p.mood = mood(parse, p, subject_token, first_aux, self.at.get(parse.heads[i]))
        if expletive and not subject and "attribute" in slots:
            slots["subject"] = slots["attribute"]
        if subject:
            subject = subject + beside if beside else subject
            if is_expletive(parse, p, subject):
                subject = []
            else:
                self.place_subject(p, subject)
        return p

    def place_subject(self, p: Predicate, subject: list[Filler]) -> None:
        """Put a surface subject into its deep slot, and remember it for those that share it."""
        self.surface[p.token] = subject
        slots = p.slots
        if not p.passive:
            slots.setdefault("subject", subject)
            return
        for c in self.parse.children[p.token]:  # "the matter was looked into"
            if c > p.token and self.parse.deps[c] == "prep" and not self.parse.children[c]:
                slots.setdefault(self.parse.lowers[c], subject)
                return
        if "object" in slots:  # "Serbia was given an ultimatum"
            slots.setdefault("recipient", subject)
        else:
            slots["object"] = subject

    def _is_time(self, f: Filler) -> bool:
        return f.head in self.times or self.parse.lemmas[f.head].lower() in lex.TIME_WORDS

    def _is_money(self, f: Filler) -> bool:
        return f.head in self.sums or self.parse.pos[f.head] == "NUM" or self.parse.words[f.first][0] in "£$€¥"

    def _preposition(self, c: int, slots: dict[str, list[Filler]]) -> None:
        parse = self.parse
        deps = parse.deps
        word = parse.lowers[c]
        for g in parse.children[c]:
            d = deps[g]
            if d == "pcomp" and parse.pos[g] == "ADP" and not parse.children[g]:  # "because of the storm"
                word = f"{word} {parse.lowers[g]}"
            if d == "pobj" or (d == "pcomp" and parse.pos[g] in NOMINAL):
                if parse.tags[g] not in RELATIVE_TAGS and parse.pos[g] != "VERB":
                    found = fillers(parse, g)
                    slots[word] = slots[word] + found if word in slots else found
                    self._complex_preposition(word, g, slots)
            elif g > c and (d == "prep" or (d == "pcomp" and parse.pos[g] == "ADP")):
                # "out of the town", but "from Lagos to Accra" has two
                separate = word in slots or word in ("including", "even", "especially", "particularly")
                name = parse.lowers[g] if separate else f"{word} {parse.lowers[g]}"
                for k in parse.children[g]:
                    if deps[k] == "pobj":
                        slots.setdefault(name, []).extend(fillers(parse, k))

    def _complex_preposition(self, word: str, noun: int, slots: dict[str, list[Filler]]) -> None:
        """Give "in response to X" a slot of its own beside ``in``."""
        parse = self.parse
        tail = lex.COMPLEX_PREPOSITIONS.get((word, parse.lowers[noun]))
        if tail is None:
            return
        for c in parse.children[noun]:
            if parse.lowers[c] == tail and parse.deps[c] == "prep":
                for g in parse.children[c]:
                    if parse.deps[g] == "pobj":
                        slots.setdefault(f"{word} {parse.lowers[noun]} {tail}", []).extend(fillers(parse, g))

    def _negated_phrase(self, head: int, negations: list[int]) -> None:
        parse = self.parse
        if parse.lowers[head] in lex.NEGATIVES:
            negations.append(head)
            return
        for c in parse.children[head]:
            if c < head and parse.lowers[c] in lex.NEGATIVES:
                negations.append(c)

    def _noun(self, i: int) -> Predicate:
        parse = self.parse
        deps = parse.deps
        p = Predicate(i, "noun", parse.lemmas[i].lower())
        slots = p.slots
        negations: list[int] = []
        adverbs: list[int] = []
        for c in parse.children[i]:
            d = deps[c]
            if d == "prep" or d == "agent":
                self._preposition(c, slots)
            elif d == "poss":
                slots["possessor"] = fillers(parse, c)
            elif (d == "compound" or d == "nmod") and parse.pos[c] in ("NOUN", "PROPN") and parse.words[c][0].isalnum():
                slots.setdefault("compound", []).extend(fillers(parse, c))
            elif d == "amod":
                if c in self.named and parse.words[c][0].isupper():
                    slots.setdefault("compound", []).extend(fillers(parse, c))
            elif (d == "det" or d == "neg") and parse.lowers[c] in lex.NEGATIVES:
                negations.append(c)
            elif d == "advmod":
                adverbs.append(c)
        p.negations, p.adverbs = tuple(negations), tuple(adverbs)
        return p

    def _adjective(self, i: int) -> Predicate:
        parse = self.parse
        deps = parse.deps
        p = Predicate(i, "adjective", parse.lemmas[i].lower())
        negations: list[int] = []
        adverbs: list[int] = []
        for c in parse.children[i]:
            d = deps[c]
            if d == "prep":
                self._preposition(c, p.slots)
            elif d == "neg" or (d == "advmod" and parse.lowers[c] in lex.NEGATIVES):
                negations.append(c)
            elif d == "advmod":
                adverbs.append(c)
            elif d == "nsubj":
                p.slots["subject"] = fillers(parse, c)
                self.surface[i] = p.slots["subject"]
            elif d == "npadvmod":
                p.slots["adverbial"] = fillers(parse, c)
        p.negations, p.adverbs = tuple(negations), tuple(adverbs)
        return p
