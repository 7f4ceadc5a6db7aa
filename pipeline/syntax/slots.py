"""From dependency labels to predicates with deep slots.

Two passes. The first reads what each predicate has beside it (its own subject, objects, prepositional phrases, voice,
tense, negation). The second goes from governor to dependent and passes on what is shared: subjects under control,
raising, coordination and participles, antecedents of relative clauses, the parties of a light verb's noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nominals import assign_arguments, inherit_from_support
from pipeline.syntax.nouns import can_act, event_noun
from pipeline.syntax.parse import Parse
from pipeline.syntax.phrases import NOMINAL, fillers, first_conjunct
from pipeline.syntax.predicates import Filler, Predicate, Relation, Syntax
from pipeline.syntax.quotes import find_quotes
from pipeline.syntax.repair import repaired

_AUXILIARY: Final = frozenset(("aux", "auxpass"))
_PREPOSITION: Final = frozenset(("prep", "agent", "dative"))
_RELATIVE_TAGS: Final = frozenset(("WDT", "WP", "WP$", "WRB"))
_BARE_CAUSATIVES: Final = frozenset(("make", "let", "help", "have", "see", "watch", "hear", "bid"))


def analyse(parse: Parse) -> Syntax:
    """Return the predicates of an article with their deep slots, and its quotations.

    Parser habits are repaired first, on a copy: ``Syntax.parse`` is the repaired parse, the argument stays as it was.
    """
    parse = repaired(parse)
    predicates = _Analysis(parse).predicates()
    syntax = Syntax(parse, predicates, [])
    return Syntax(parse, predicates, find_quotes(syntax))


def deep_slots(p: Predicate) -> Iterator[tuple[str, Filler]]:
    """Yield every filled slot of a predicate with one filler at a time, as the propositions table lists them.

    The subject of an active verb of change of state stands under ``object`` too, for it undergoes what the verb says:
    "the bank collapsed", "shares fell".
    """
    for slot, found in p.slots.items():
        for f in found:
            yield slot, f
    if p.kind == "verb" and not p.passive and p.lemma in lex.UNACCUSATIVE and "object" not in p.slots:
        for f in p.slots.get("subject", ()):
            yield "object", f


class _Analysis:
    """The work on one article: predicates by token, and each predicate's surface subject for those that share it."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.at: dict[int, Predicate] = {}
        self.surface: dict[int, list[Filler]] = {}
        self.done: set[int] = set()
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

    def predicates(self) -> list[Predicate]:
        parse = self.parse
        pos, deps, words = parse.pos, parse.deps, parse.words
        for i, p in enumerate(pos):
            if p == "VERB" or (p == "AUX" and deps[i] not in _AUXILIARY):
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
        for i in self.at:
            if i not in self.done:
                self._resolve(i)
        return list(self.at.values())

    # ------------------------------------------------------------ first pass: what stands beside the predicate
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
        if parse.pos[i] == "AUX":  # "it’s": the model gives the apostrophe for a lemma
            lemma = lex.AUXILIARY_LEMMAS.get(lowers[i], lemma)
        p = Predicate(i, "verb", lemma)
        slots = p.slots
        auxiliaries: list[str] = []
        aux_tags: list[str] = []
        negations: list[int] = []
        adverbs: list[int] = []
        subject: list[Filler] = []
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
            elif d == "nsubj" or d == "nsubjpass":
                passive = passive or d == "nsubjpass"
                subject_token = c
                if tags[c] not in _RELATIVE_TAGS or not self._in_relative(i):
                    subject = subject + fillers(parse, c) if subject else fillers(parse, c)
                    self._negated_phrase(c, negations)
            elif d == "dobj":
                if tags[c] not in _RELATIVE_TAGS or not (passive or self._in_relative(i)):
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
                elif tags[c] not in _RELATIVE_TAGS:
                    adverbs.append(c)
            elif d == "prt":
                p.particle = lowers[c]
            elif d == "agent":
                passive = True
                self._preposition(c, slots)
                for f in slots.get("by", ()):
                    slots.setdefault("subject", []).append(f)
            elif d == "dative":
                if parse.pos[c] == "ADP":
                    self._preposition(c, slots)
                    if slots.get("to"):
                        slots["recipient"] = slots["to"]
                else:
                    slots["recipient"] = slots.get("recipient", []) + fillers(parse, c)
            elif d == "attr" or d == "oprd":
                if parse.pos[c] in NOMINAL and (tags[c] not in _RELATIVE_TAGS):
                    slots["attribute"] = fillers(parse, c)
                    self._negated_phrase(c, negations)
            elif d == "npadvmod":
                slots.setdefault("adverbial", []).extend(fillers(parse, c))
            elif d == "expl":
                expletive = True
        if passive and "by" in slots and "subject" not in slots:  # "was fined $10 million by the regulator"
            acting = [f for f in slots["by"] if f.head not in self.times]
            if acting:
                slots["subject"] = acting
        own_passive = passive or (
            tags[i] in ("VBN", "VBD") and not auxiliaries and self._bare_passive(i, slots, bool(subject))
        )
        p.passive = own_passive
        if p.lemma in lex.FINING and "object" in slots and self._is_money(slots["object"][0].head):
            # "fined Apple $10 million": whom it is done to is the object, the sum stands beside it
            slots.setdefault("adverbial", []).extend(slots.pop("object"))
            if "recipient" in slots:
                slots["object"] = slots.pop("recipient")
        p.auxiliaries = tuple(auxiliaries)
        p.negations = tuple(negations)
        p.adverbs = tuple(adverbs)
        p.tense = self._tense(i, auxiliaries, aux_tags, bool(subject))
        p.mood = self._mood(i, p, subject_token, first_aux)
        if expletive and not subject and "attribute" in slots:
            slots["subject"] = slots["attribute"]
        if subject:
            if self._is_expletive(p, subject):
                subject = []
            else:
                self._place_subject(p, subject)
        return p

    def _place_subject(self, p: Predicate, subject: list[Filler]) -> None:
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

    def _is_money(self, i: int) -> bool:
        return i in self.sums or self.parse.pos[i] == "NUM"

    def _in_relative(self, i: int) -> bool:
        parse = self.parse
        while parse.deps[i] == "conj":
            i = parse.heads[i]
        return parse.deps[i] in ("relcl", "acl")

    def _bare_passive(self, i: int, slots: dict[str, list[Filler]], has_subject: bool) -> bool:
        """A past participle on its own is passive: "the deal *signed* in Paris", "*Asked* by reporters, he ..."."""
        parse = self.parse
        dep = parse.deps[i]
        if dep in ("acl", "amod", "relcl"):
            return (parse.tags[i] == "VBN" or dep == "acl") and not has_subject
        if dep == "advcl":
            return parse.tags[i] == "VBN"
        if dep == "ROOT" or dep == "ccomp":  # headline: "Durov arrested in France"
            return (
                "object" not in slots
                and self._is_headline(i)
                and self.parse.lemmas[i].lower() not in lex.INTRANSITIVE
                and self.parse.lemmas[i].lower() not in lex.REPORTING
            )
        return parse.tags[i] == "VBN" and (dep == "oprd" or dep == "xcomp")

    def _is_headline(self, i: int) -> bool:
        """Whether a token's sentence ends without a full stop."""
        parse = self.parse
        first, last = parse.sentence_of(i)
        for k in range(last - 1, first - 1, -1):
            if parse.pos[k] != "SPACE":
                return parse.words[k][-1] not in '.!?…:"”’'
        return False

    def _preposition(self, c: int, slots: dict[str, list[Filler]]) -> None:
        parse = self.parse
        deps = parse.deps
        word = parse.lowers[c]
        for g in parse.children[c]:
            d = deps[g]
            if d == "pcomp" and parse.pos[g] == "ADP" and not parse.children[g]:  # "because of the storm"
                word = f"{word} {parse.lowers[g]}"
            if d == "pobj" or (d == "pcomp" and parse.pos[g] in NOMINAL):
                if parse.tags[g] not in _RELATIVE_TAGS and parse.pos[g] != "VERB":
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

    def _is_expletive(self, p: Predicate, subject: list[Filler]) -> bool:
        """The *it* of "it is expected that ...", "it is hard to say"."""
        parse = self.parse
        token = subject[0].head
        if parse.lowers[token] != "it" or (p.lemma not in lex.EXPLETIVE_VERBS and not p.passive):
            return False
        for c in parse.children[p.token]:
            d = parse.deps[c]
            if c > p.token and (d == "ccomp" or d == "csubj" or (d == "xcomp" and p.lemma != "be")):
                return p.passive or d == "ccomp"
            if (
                d == "xcomp"
                and self._aux_to(c)
                and any(parse.deps[k] in ("acomp", "attr") for k in parse.children[p.token])
            ):
                return True
            if d == "acomp" and any(
                parse.deps[g] in ("xcomp", "ccomp", "advcl") and parse.lemmas[c].lower() in lex.TOUGH_ADJECTIVES
                for g in parse.children[c]
            ):
                return True
        return False

    def _aux_to(self, i: int) -> bool:
        return any(self.parse.tags[c] == "TO" for c in self.parse.children[i])

    def _tense(
        self, i: int, auxiliaries: list[str], aux_tags: list[str], has_subject: bool
    ) -> Literal["past", "present", "future", "infinitive", "gerund", "participle", "none"]:
        tag = self.parse.tags[i]
        if auxiliaries:
            if auxiliaries[0] in lex.FUTURE_MODALS:
                return "future"
            first = aux_tags[0]
            if first == "TO":  # "EU to fine Meta"
                dep = self.parse.deps[i]
                return "future" if dep == "ROOT" and has_subject and self._is_headline(i) else "infinitive"
            if first == "VBD":
                return "past"
            if first in ("VBZ", "VBP"):
                return "past" if auxiliaries[0] == "have" else "present"
            if first == "MD":
                return "present"
            if first == "VBG":
                return "gerund"
            return "infinitive" if tag == "VB" else "past"
        if tag == "VBD":
            return "past"
        if tag in ("VBZ", "VBP"):
            return "present"
        dep = self.parse.deps[i]
        if tag == "VBN":
            return "past" if dep in ("ROOT", "ccomp", "conj") else "participle"
        if tag == "VBG":
            return "participle" if dep in ("acl", "advcl", "amod") else "gerund"
        if tag == "VB":
            finite = has_subject and dep in ("ROOT", "ccomp", "conj")
            if not finite or self.parse.lemmas[self.parse.heads[i]] in _BARE_CAUSATIVES:
                return "infinitive"
        return "present"

    def _mood(
        self, i: int, p: Predicate, subject_token: int, first_aux: int
    ) -> Literal["indicative", "imperative", "question", "none"]:
        parse = self.parse
        tag, dep = parse.tags[i], parse.deps[i]
        if p.tense in ("gerund", "participle"):
            return "none"
        if (
            tag == "VB"
            and subject_token < 0
            and not any(a not in ("do", "not") for a in p.auxiliaries)
            and (
                dep in ("ROOT", "ccomp", "parataxis", "dep", "conj", "intj")
                or (dep == "advcl" and "do" in p.auxiliaries)
            )
        ):
            governor = parse.heads[i]
            if dep == "ROOT" or dep == "parataxis":
                return "imperative"
            if dep == "conj":
                above = self.at.get(governor)
                return "imperative" if above is not None and above.mood == "imperative" else "none"
            return "none" if parse.lemmas[governor] in _BARE_CAUSATIVES else "imperative"
        if p.tense == "infinitive":
            return "none"
        if dep == "ROOT" or (dep == "conj" and parse.deps[parse.heads[i]] == "ROOT"):
            _, last = parse.sentence_of(i)
            k = last - 1
            while k > i and parse.pos[k] in ("SPACE", "PUNCT") and parse.words[k] != "?":
                k -= 1
            if parse.words[k] == "?":
                return "question"
        if dep != "advcl" and 0 <= first_aux < subject_token < i and parse.tags[first_aux] != "VBN":
            return "question"
        return "indicative"

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

    # ------------------------------------------------------------ second pass: what is shared
    def _resolve(self, i: int) -> None:
        self.done.add(i)
        p = self.at[i]
        g = self._governor(p)
        governor = self.at.get(g) if g is not None else None
        if governor is not None and governor.token not in self.done:
            self._resolve(governor.token)
        if p.kind == "verb":
            self._share_with_verb(p, governor)
        elif p.kind == "noun":
            known = event_noun(p.lemma)
            frame = known[0] if known else "C"
            if p.support is not None:
                support = self.at.get(p.support[0])
                if support is not None:
                    if support.token not in self.done:
                        self._resolve(support.token)
                    if inherit_from_support(self.parse, p, support, frame, self.named):
                        p.relation = "light"
            assign_arguments(self.parse, p, frame, self.named, self.times)
            subject = p.slots.get("subject")
            if subject:
                self.surface[i] = subject
        else:
            self._share_with_adjective(p, governor)

    def _governor(self, p: Predicate) -> int | None:
        """Find the predicate that ``p`` depends on; set its relation, marker and support."""
        parse = self.parse
        i = p.token
        deps, heads, lowers = parse.deps, parse.heads, parse.lowers
        dep, head = deps[i], heads[i]
        if p.kind == "verb":
            if dep == "ROOT":
                return None
            relation, marker = self._verb_relation(i, dep, head)
            if dep == "parataxis" and p.lemma in lex.REPORTING and head in self.at:
                above = self.at[head]
                if above.governor is None:
                    above.governor, above.relation = i, "parataxis"
                return None
            if dep == "ccomp" and i < head and marker is None and parse.lemmas[head].lower() in lex.REPORTING:
                relation = "parataxis"
            p.relation, p.marker = relation, marker
        elif p.kind == "adjective":
            p.relation = "complement" if dep in ("acomp", "oprd") else "coordinate" if dep == "conj" else "argument"
        else:
            first = first_conjunct(parse, i)
            dep, head = deps[first], heads[first]
            p.relation = "argument"
            if dep in ("dobj", "nsubjpass"):
                p.support = (head, "object")
            elif dep == "attr":
                p.support = (head, "attribute")
            elif dep == "nsubj":
                p.support = (head, "object" if head in self.at and self.at[head].passive else "subject")
            elif dep == "pobj" and parse.pos[heads[head]] in ("VERB", "AUX"):
                p.support = (heads[head], lowers[head])
                p.marker = lowers[head]
            if p.support is not None and p.support[0] not in self.at:
                p.support = None
            if dep == "ROOT":
                p.relation = None
                return None
        g = head
        steps = 0
        while g not in self.at:
            if heads[g] == g or steps > 30:
                return None
            if deps[g] in ("prep", "agent", "pcomp") and p.marker is None and p.kind != "verb":
                p.marker = lowers[g]
            g = heads[g]
            steps += 1
        if g == i:
            return None
        p.governor = g
        return g

    def _verb_relation(self, i: int, dep: str, head: int) -> tuple[Relation | None, str | None]:
        parse = self.parse
        deps, lowers, lemmas = parse.deps, parse.lowers, parse.lemmas
        marker: str | None = None
        infinitive = False
        for c in parse.children[i]:
            d = deps[c]
            if d == "mark" or (d == "advmod" and parse.tags[c] == "WRB"):
                marker = marker or lowers[c]
                if c > 0 and marker in ("if", "though", "that", "as") and lowers[c - 1] in ("even", "so", "as"):
                    marker = f"{lowers[c - 1]} {marker}" if marker != "as" else marker
            elif d == "aux" and parse.tags[c] == "TO":
                infinitive = True
        if infinitive and marker is None:
            marker = "to"
        if dep == "conj":
            return "coordinate", self._conjunction(i, head)
        if dep in ("ccomp", "csubj", "csubjpass"):
            return ("adjective complement" if parse.pos[head] == "ADJ" else "complement"), marker
        if dep == "xcomp":
            if parse.pos[head] == "ADJ":
                return "adjective complement", marker
            if infinitive and parse.pos[head] == "VERB" and self._is_purpose(i, head):
                return "purpose", marker
            return "complement", marker
        if dep == "advcl" and infinitive and parse.pos[head] == "NOUN":  # "an order *for ISPs to block* Telegram"
            return "noun complement", marker
        if dep == "advcl":
            if marker is None and i < head and parse.tags[i] == "VB" and lemmas[head].lower() in lex.REPORTING:
                return "parataxis", None  # "Do not use the app, the ministry told soldiers."
            if marker is None and self._inverted(i):
                return "condition", None  # "Had the army intervened, ..."
            if marker == "to" or (infinitive and marker in ("in", "so", "so as", None)):
                return "purpose", marker
            if marker is None:
                return "participle", None
            if marker in ("for",) and infinitive:
                return "purpose", marker
            return lex.MARKER_RELATIONS.get(marker, "participle"), marker
        if dep == "relcl":
            return ("noun complement" if infinitive and event_noun(lemmas[head].lower()) else "relative"), marker
        if dep == "acl":
            if infinitive or marker in ("that", "whether") or (marker == "for" and infinitive):
                return "noun complement", marker
            return "relative", marker
        if dep == "amod":
            return "relative", None
        if dep == "pcomp" or (dep == "pobj" and parse.tags[i] == "VBG"):
            word = lowers[head]
            above = parse.heads[head]
            if deps[head] == "prep" and parse.pos[above] == "ADP" and deps[above] == "prep":
                word, above = f"{lowers[above]} {word}", parse.heads[above]
            if parse.pos[above] == "NOUN":
                return "noun complement", word
            if word in lex.MARKER_RELATIONS and word not in ("on", "over", "like", "through", "as"):
                return lex.MARKER_RELATIONS[word], word
            if word in ("on", "upon") and (above > i):
                return "time", word
            return "complement", word
        if dep == "parataxis":
            return "coordinate", marker
        return "argument", marker

    def _is_ordinal(self, noun: int) -> bool:
        parse = self.parse
        return any(
            parse.lowers[c] in ("first", "last", "only", "next", "second", "third") for c in parse.children[noun]
        )

    def _inverted(self, i: int) -> bool:
        parse = self.parse
        for c in parse.children[i]:
            if parse.deps[c] in ("aux", "auxpass"):
                return parse.lowers[c] in ("had", "should", "were")
            if parse.deps[c] in ("nsubj", "nsubjpass"):
                return False
        return False

    def _conjunction(self, i: int, head: int) -> str | None:
        """Return the conjunction that joins a conjunct to what stands before it."""
        parse = self.parse
        best = None
        for c in parse.children[head]:
            if parse.deps[c] == "cc" and head < c < i:
                best = parse.lowers[c]
        return best

    def _is_purpose(self, i: int, head: int) -> bool:
        """An infinitive after an intransitive verb of motion or action: "took to the streets to protest"."""
        return self.parse.lemmas[head].lower() in lex.PURPOSE_GOVERNORS and i - head > 1

    def _share_with_verb(self, p: Predicate, governor: Predicate | None) -> None:
        parse = self.parse
        i = p.token
        dep = parse.deps[i]
        if dep == "conj":
            if governor is not None and governor.kind == "verb" and parse.heads[i] == governor.token:
                self._share_coordinate(p, governor)
            elif i not in self.surface and governor is not None:
                self._inherit(p, self.surface.get(governor.token))
            return
        if dep in ("relcl", "acl") and (self._has_relativiser(i) or (dep == "relcl" and p.tense != "infinitive")):
            self._relative_clause(p)
            return
        if dep == "amod":
            noun = fillers(parse, parse.heads[i], True)[:1]
            if parse.tags[i] == "VBN":
                p.passive = True
                p.slots.setdefault("object", noun)
                if "adverbial" in p.slots and parse.words[i - 1] in ("-", "–"):  # "China-backed hackers"
                    p.slots.setdefault("subject", p.slots.pop("adverbial"))
            elif parse.tags[i] == "VBG" and "object" not in p.slots:
                p.slots.setdefault("subject", noun)
            return
        if dep == "csubj" and governor is not None:
            self._pseudo_cleft(p, governor)
        if i in self.surface:
            if p.marker == "for" and governor is not None and governor.lemma in lex.RECIPIENT_ACTS:
                governor.slots.setdefault("recipient", self.surface[i])
            if dep in ("ccomp", "xcomp") and governor is not None and p.tense == "infinitive":
                self._raise_object(p, governor)
            return
        if dep == "acl" or dep == "relcl":
            self._noun_clause(p, governor)
        elif governor is not None and dep in ("xcomp", "advcl", "pcomp", "pobj", "ccomp", "dep", "oprd"):
            self._controlled(p, governor)

    def _inherit(self, p: Predicate, shared: list[Filler] | None) -> None:
        """Give a predicate a surface subject from outside its clause, unless it has one."""
        if not shared or p.token in self.surface:
            return
        if not p.passive and "subject" in p.slots:
            return
        self._place_subject(p, [Filler(f.head, f.first, f.last, True, f.apposed) for f in shared])

    def _share_coordinate(self, p: Predicate, governor: Predicate) -> None:
        parse = self.parse
        i, g = p.token, governor.token
        tag = parse.tags[i]
        sayer = self._speaking(p, governor) if i not in self.surface else None
        if sayer is not None:
            p.governor = sayer.token
            self._inherit(p, self.surface.get(sayer.token))
            return
        if i not in self.surface:
            if not p.auxiliaries:
                # "was arrested and charged": the participle shares the auxiliary, and with it the voice.
                if tag in ("VBN", "VBD") and governor.passive and not p.slots.get("object"):
                    if tag == "VBN" or (parse.tags[g] == "VBN" and "subject" not in p.slots):
                        p.passive = True
                        p.auxiliaries = governor.auxiliaries
                        p.tense = governor.tense
                elif tag == parse.tags[g] and tag in ("VB", "VBG", "VBN") and governor.auxiliaries:
                    p.auxiliaries = governor.auxiliaries
                    p.tense = governor.tense
                    p.mood = governor.mood
                if p.auxiliaries and governor.negations and p.marker in ("or", "nor", "and"):
                    shared = [n for n in governor.negations if parse.heads[n] == g and n < g]
                    p.negations = (*shared, *p.negations) if p.marker != "and" else p.negations
                if tag == "VB" and governor.mood == "imperative":
                    p.mood = "imperative"
            self._inherit(p, self.surface.get(g))
        self._raise_right_node(p)

    def _speaking(self, p: Predicate, governor: Predicate) -> Predicate | None:
        """Return the verb of saying that a plain past joins, not what was said: "He said it would pay and left"."""
        if self.parse.tags[p.token] != "VBD" or p.auxiliaries or not governor.auxiliaries:
            return None
        if governor.relation != "complement" or governor.governor is None or p.marker not in ("and", "but"):
            return None
        above = self.at.get(governor.governor)
        if above is None or above.lemma not in lex.REPORTING or self.parse.tags[above.token] != "VBD":
            return None
        return above

    def _raise_right_node(self, p: Predicate) -> None:
        """Give "The army seized, looted and burned the village" one object three times."""
        parse = self.parse
        later = p
        while parse.deps[later.token] == "conj":
            earlier = self.at.get(parse.heads[later.token])
            if (
                earlier is None
                or earlier.kind != "verb"
                or parse.pos[earlier.token] != "VERB"
                or earlier.passive
                or later.passive
                or not 2 <= later.token - earlier.token <= 3
                or "object" in earlier.slots
                or "object" not in later.slots
                or earlier.lemma in lex.INTRANSITIVE
            ):
                return
            earlier.slots["object"] = [Filler(f.head, f.first, f.last, True, f.apposed) for f in later.slots["object"]]
            later = earlier

    def _has_relativiser(self, i: int) -> bool:
        parse = self.parse
        return any(
            parse.tags[c] in _RELATIVE_TAGS and parse.deps[c] in ("nsubj", "nsubjpass", "dobj")
            for c in parse.children[i]
        )

    def _relative_clause(self, p: Predicate) -> None:
        """Put the antecedent where the relative pronoun stands, or into the gap."""
        parse = self.parse
        i = p.token
        head = parse.heads[i]
        if parse.pos[head] not in NOMINAL:
            return
        antecedent = fillers(parse, head, True)
        # "X and Y, who ..." hangs on the last conjunct; a plural verb would tell, but not reliably: the nearest it is.
        role = ""
        for c in parse.children[i]:
            if parse.tags[c] in _RELATIVE_TAGS:
                role = parse.deps[c]
                if role == "advmod":
                    p.slots.setdefault(parse.lowers[c], antecedent)
                break
            if parse.deps[c] == "prep":
                for k in parse.children[c]:
                    if parse.tags[k] in _RELATIVE_TAGS:
                        role = "prep"
                        p.slots.setdefault(parse.lowers[c], antecedent)
        if role == "":
            for slot in ("subject", "object"):
                found = p.slots.get(slot)
                if found and any(parse.tags[k] in _RELATIVE_TAGS for k in range(found[0].first, found[0].last)):
                    if parse.lowers[found[0].head] in ("whom", "which"):  # "three members, two of whom sued"
                        p.slots[slot] = antecedent
                        self.surface[i] = antecedent
                    return  # "the bank, whose chairman resigned": no gap to fill
        if role in ("nsubj", "nsubjpass"):
            p.slots.pop("subject", None) if not p.passive else None
            self._place_subject(p, antecedent)
        elif role == "dobj":
            p.slots.setdefault("object", antecedent)
        elif role == "":
            if i not in self.surface:
                if p.passive or "subject" not in p.slots:
                    self._place_subject(p, antecedent)
            elif not p.passive:
                for c in parse.children[i]:  # stranded: "the man they talked to"
                    if parse.deps[c] == "prep" and c > i and not parse.children[c]:
                        p.slots.setdefault(parse.lowers[c], antecedent)
                        return
                self._fill_gap(p, antecedent)

    def _fill_gap(self, p: Predicate, antecedent: list[Filler]) -> None:
        """Give the antecedent to the verb that lacks an object: "the ship *they want to sell*"."""
        parse = self.parse
        while True:
            below = next(
                (c for c in parse.children[p.token] if c > p.token and parse.deps[c] == "xcomp" and c in self.at), None
            )
            if below is None or self.at[below].kind != "verb":
                break
            p = self.at[below]
        if "object" not in p.slots and not p.passive and p.lemma not in lex.INTRANSITIVE and p.lemma != "be":
            p.slots["object"] = antecedent

    def _noun_clause(self, p: Predicate, governor: Predicate | None) -> None:
        """Reduced relatives and infinitives of nouns: "law *banning*", "deal *signed*", "plan *to block*"."""
        parse = self.parse
        i = p.token
        head = parse.heads[i]
        if parse.pos[head] not in NOMINAL:
            return
        tag = parse.tags[i]
        if p.tense == "infinitive" or p.marker == "to":
            noun = self.at.get(head)
            if noun is not None and noun.kind == "noun" and (event_noun(noun.lemma) or head in self.surface):
                shared = self.surface.get(head) if noun.lemma not in lex.ADDRESSED else None
                if noun.slots.get("recipient") and noun.lemma in lex.RECIPIENT_ACTS:
                    shared = noun.slots["recipient"]
                self._inherit(p, shared)
            elif head in self.named or can_act(parse.lemmas[head].lower()) or self._is_ordinal(head):
                self._inherit(p, fillers(parse, head, True))  # "the first country to ban it"
            else:  # "needs tools to fight crime", "gave firms a place to test"
                if governor is noun and noun is not None and noun.governor is not None:
                    governor = self.at.get(noun.governor)
                if governor is not None and governor.kind == "verb" and governor.lemma != "be":
                    self._inherit(p, governor.slots.get("recipient") or self.surface.get(governor.token))
            return
        if p.marker is not None:
            return
        antecedent = fillers(parse, head, True)
        if tag == "VBG" or p.passive:
            self._inherit(p, antecedent)

    def _controlled(self, p: Predicate, governor: Predicate) -> None:
        """Infinitives, gerunds and participles without a subject take one from the governor."""
        parse = self.parse
        dep = parse.deps[p.token]
        g = governor.token
        surface = self.surface.get(g)
        finite = p.tense in ("past", "present", "future") and (
            bool(p.auxiliaries) or parse.tags[p.token] not in ("VBN", "VBG", "VB")
        )
        if finite and dep not in ("xcomp",):
            return
        if p.mood == "imperative" or dep == "csubj":
            return
        if governor.kind == "adjective":
            if governor.lemma not in lex.TOUGH_ADJECTIVES or governor.lemma == "likely":
                self._inherit(p, governor.slots.get("subject"))
            return
        if governor.kind == "noun":
            self._inherit(p, surface)
            return
        if p.relation in ("purpose", "participle", "time", "concession", "condition", "manner", "cause"):
            if p.relation == "cause" and p.marker == "for" and governor.lemma in lex.OBJECT_OF_GERUND:
                self._inherit(p, governor.slots.get("object"))
            elif p.relation in ("purpose", "manner") and governor.passive:
                self._inherit(p, governor.slots.get("subject"))
            else:
                self._inherit(p, surface)
            return
        if governor.passive:
            if p.relation == "complement":
                self._inherit(p, surface)
            return
        controller = surface
        if governor.lemma not in lex.SUBJECT_CONTROL:
            objects = [f for f in governor.slots.get("object", ()) if f.head < p.token]
            for word in lex.PREPOSITIONAL_CONTROL.get(governor.lemma, ()):
                objects = objects or [f for f in governor.slots.get(word, ()) if f.head < p.token]
            recipients = [f for f in governor.slots.get("recipient", ()) if f.head < p.token]
            if dep == "xcomp" or dep == "ccomp":
                if p.marker != "to" or governor.lemma in lex.OBJECT_CONTROL or governor.lemma in lex.WISHING:
                    controller = recipients or objects or surface
                elif recipients or objects:
                    p.relation = "purpose"  # "adapt old tools to serve new users"
            elif dep in ("pcomp", "pobj") and objects and governor.lemma in lex.OBJECT_OF_GERUND:
                controller = objects
        if governor.lemma in lex.EXPLETIVE_VERBS and g not in self.surface:
            return
        self._inherit(p, controller)

    def _pseudo_cleft(self, p: Predicate, governor: Predicate) -> None:
        """Replace the *what* of "what followed was a meeting" by what it was."""
        attribute = governor.slots.get("attribute")
        if not attribute:
            return
        for slot in ("subject", "object"):
            found = p.slots.get(slot)
            if found and self.parse.lowers[found[0].head] == "what":
                p.slots[slot] = [Filler(f.head, f.first, f.last, True, f.apposed) for f in attribute]

    def _raise_object(self, p: Predicate, governor: Predicate) -> None:
        """Read "the court ordered Apple to pay" twice: the infinitive's subject is also whom the order is given to."""
        if governor.kind != "verb" or governor.lemma not in lex.OBJECT_CONTROL or governor.passive:
            return
        subject = self.surface[p.token]
        if "object" not in governor.slots and subject[0].head > governor.token:
            governor.slots["object"] = subject

    def _share_with_adjective(self, p: Predicate, governor: Predicate | None) -> None:
        parse = self.parse
        i = p.token
        dep = parse.deps[i]
        if "subject" in p.slots:
            if dep == "ccomp" and governor is not None and governor.kind == "verb" and governor.token < i:
                governor.slots.setdefault("object", p.slots["subject"])  # "declared the vote invalid"
            return
        if dep == "amod":
            p.slots["subject"] = fillers(parse, parse.heads[i], True)[:1]
        elif governor is not None:
            shared: list[Filler] | None
            if dep == "oprd" and governor.slots.get("object"):
                shared = governor.slots["object"]
            else:
                shared = self.surface.get(governor.token) or governor.slots.get("subject")
            if shared:
                p.slots["subject"] = [Filler(f.head, f.first, f.last, True, f.apposed) for f in shared]
            if governor.kind == "verb" and governor.token == parse.heads[i]:
                p.negations = (*(n for n in governor.negations if parse.heads[n] == governor.token), *p.negations)
        if "subject" in p.slots:
            self.surface[i] = p.slots["subject"]
