"""Second pass, from governor to dependent: what predicates share.

Subjects under control and raising, in coordination and of participles; antecedents of relative clauses; one object of
several verbs; the parties a light verb lends its noun.
"""

from __future__ import annotations

from pipeline.syntax import lexicon as lex
from pipeline.syntax.clauses import RELATIVE_TAGS, Clauses
from pipeline.syntax.governors import find_governor
from pipeline.syntax.nominals import assign_arguments, inherit_from_support
from pipeline.syntax.nouns import can_act, event_noun
from pipeline.syntax.phrases import NOMINAL, fillers
from pipeline.syntax.predicates import Filler, Predicate
from pipeline.syntax.understood import clause_above_thing, moved_verb, participant_verb


def _elsewhere(found: list[Filler]) -> list[Filler]:
    """Return fillers as those of a clause that they stand outside of."""
    return [Filler(f.head, f.first, f.last, True, f.apposed) for f in found]


class Sharing:
    """The second pass over the predicates of one article."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.parse, self.at, self.surface = clauses.parse, clauses.at, clauses.surface
        self.done: set[int] = set()

    def resolve(self) -> None:
        """Resolve every predicate, its governor first."""
        for i in self.at:
            if i not in self.done:
                self._resolve(i)

    def _resolve(self, i: int) -> None:
        self.done.add(i)
        p = self.at[i]
        g = find_governor(self.parse, self.at, p)
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
                    if inherit_from_support(self.parse, p, support, frame, self.clauses.named):
                        p.relation = "light"
            self._owner(p)
            self._addressed(p)
            assign_arguments(self.parse, p, frame, self.clauses.named, self.clauses.times)
            subject = p.slots.get("subject") or self._understood(p)
            if subject:
                self.surface[i] = subject
        else:
            self._share_with_adjective(p, governor)

    def _understood(self, p: Predicate) -> list[Filler]:
        """Give a noun the one whom its sentence is about."""
        verb = participant_verb(self.parse, self.at, p)
        if verb is None:
            return []
        if verb.token not in self.done:
            self._resolve(verb.token)
        shared = _elsewhere(self.surface.get(verb.token, []))
        if shared:
            p.slots["subject"] = shared
        return shared

    def _addressed(self, p: Predicate) -> None:
        """Give a request whom it moved to act: "At the *request* of Kyiv, NATO sent experts"."""
        if p.lemma not in lex.MOVING or "recipient" in p.slots or "to" in p.slots:
            return
        verb = moved_verb(self.parse, self.at, p)
        if verb is None:
            return
        if verb.token not in self.done:
            self._resolve(verb.token)
        acting = verb.slots.get("subject")
        if acting:
            p.slots["recipient"] = _elsewhere(acting)

    def _is_ordinal(self, noun: int) -> bool:
        parse = self.parse
        return any(
            parse.lowers[c] in ("first", "last", "only", "next", "second", "third") for c in parse.children[noun]
        )

    def _owner(self, p: Predicate) -> None:
        """Replace *whose* by the antecedent: "the firm, *whose* lawsuit failed"."""
        parse = self.parse
        owner = p.slots.get("possessor")
        if not owner or parse.lowers[owner[0].head] != "whose":
            return
        k = p.token
        while parse.deps[k] != "relcl" and parse.heads[k] != k:
            k = parse.heads[k]
        if parse.deps[k] == "relcl":
            p.slots["possessor"] = fillers(parse, parse.heads[k], True)

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
            if dep == "ccomp" and governor is not None and governor.lemma == "be":
                self._cleft(p, governor)
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
        self.clauses.place_subject(p, _elsewhere(shared))

    def _share_coordinate(self, p: Predicate, governor: Predicate) -> None:
        parse = self.parse
        i, g = p.token, governor.token
        tag = parse.tags[i]
        sayer = self._speaking(p, governor) if i not in self.surface else None
        if sayer is not None:
            p.governor = sayer.token
            self._inherit(p, self.surface.get(sayer.token))
            return
        upper = clause_above_thing(parse, self.at, self.clauses.named, p, governor) if i not in self.surface else None
        if upper is not None and upper.token not in self.done:
            self._resolve(upper.token)
        if upper is not None and self.surface.get(upper.token):
            p.governor = upper.token
            self._inherit(p, self.surface.get(upper.token))
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
        """Return the verb that a plain past really joins, where the parser hung it on what that verb governs.

        "They refused to give up and threatened to strike", "He said it would pay and left", "She said she saw no
        trouble and denied it".
        """
        parse = self.parse
        if parse.tags[p.token] != "VBD" or p.auxiliaries or p.marker not in ("and", "but"):
            return None
        if parse.lowers[p.token] == p.lemma or governor.governor is None:  # "cut", "put": as well an infinitive
            return None
        above = self.at.get(governor.governor)
        if above is None or parse.tags[above.token] != "VBD":
            return None
        if governor.tense == "infinitive" and governor.relation in ("complement", "purpose"):
            return above
        if governor.relation != "complement" or above.lemma not in lex.REPORTING:
            return None
        subject = self.surface.get(governor.token)
        own = subject is not None and parse.pos[subject[0].head] == "PRON"
        utters = p.lemma in lex.REPORTING
        return above if (own and utters) or (governor.auxiliaries and (own or utters)) else None

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
            earlier.slots["object"] = _elsewhere(later.slots["object"])
            later = earlier

    def _has_relativiser(self, i: int) -> bool:
        parse = self.parse
        return any(
            parse.tags[c] in RELATIVE_TAGS and parse.deps[c] in ("nsubj", "nsubjpass", "dobj")
            for c in parse.children[i]
        )

    def _relative_clause(self, p: Predicate) -> None:
        """Put the antecedent where the relative pronoun stands, or into the gap."""
        parse = self.parse
        i = p.token
        head = parse.heads[i]
        if parse.pos[head] not in NOMINAL:
            return
        if any(parse.lowers[c] in ("who", "whom") for c in parse.children[i]):
            head = self._person(head)
        antecedent = fillers(parse, head, True)
        # "X and Y, who ..." hangs on the last conjunct; a plural verb would tell, but not reliably: the nearest it is.
        role = ""
        for c in parse.children[i]:
            if parse.tags[c] in RELATIVE_TAGS:
                role = parse.deps[c]
                if role == "advmod":
                    p.slots.setdefault(parse.lowers[c], antecedent)
                break
            if parse.deps[c] == "prep":
                for k in parse.children[c]:
                    if parse.tags[k] in RELATIVE_TAGS:
                        role = "prep"
                        p.slots.setdefault(parse.lowers[c], antecedent)
        if role == "":
            for slot in ("subject", "object"):
                found = p.slots.get(slot)
                if found and any(parse.tags[k] in RELATIVE_TAGS for k in range(found[0].first, found[0].last)):
                    if parse.lowers[found[0].head] in ("whom", "which"):  # "three members, two of whom sued"
                        p.slots[slot] = antecedent
                        self.surface[i] = antecedent
                    return  # "the bank, whose chairman resigned": no gap to fill
        if role in ("nsubj", "nsubjpass"):
            p.slots.pop("subject", None) if not p.passive else None
            self.clauses.place_subject(p, antecedent)
        elif role == "dobj":
            p.slots.setdefault("object", antecedent)
        elif role == "":
            if i not in self.surface:
                if p.passive or "subject" not in p.slots:
                    self.clauses.place_subject(p, antecedent)
            elif not p.passive:
                for c in parse.children[i]:  # stranded: "the man they talked to"
                    if parse.deps[c] == "prep" and c > i and not parse.children[c]:
                        p.slots.setdefault(parse.lowers[c], antecedent)
                        return
                self._fill_gap(p, antecedent)

    def _person(self, head: int) -> int:
        """Return the person that *who* speaks of, above a thing: "the head of the fund, *who* resigned"."""
        parse = self.parse
        above = parse.heads[parse.heads[head]]
        if (
            parse.deps[head] == "pobj"
            and parse.pos[head] == "NOUN"
            and not can_act(parse.lemmas[head].lower())
            and parse.pos[above] in NOMINAL
            and can_act(parse.lemmas[above].lower())
        ):
            return above
        return head

    def _fill_gap(self, p: Predicate, antecedent: list[Filler]) -> None:
        """Give the antecedent to the verb that lacks an object: "the ship *they want to sell*"."""
        parse = self.parse
        while not self._holds_relative(p):
            below = next(
                (c for c in parse.children[p.token] if c > p.token and parse.deps[c] == "xcomp" and c in self.at), None
            )
            if below is None or self.at[below].kind != "verb":
                break
            p = self.at[below]
        free = "object" not in p.slots and not p.passive and p.lemma not in lex.INTRANSITIVE and p.lemma != "be"
        if free or self._holds_relative(p):
            p.slots["object"] = antecedent

    def _holds_relative(self, p: Predicate) -> bool:
        """Whether the relative pronoun is a verb's object: "the ship *which* Poland had threatened to *stop*"."""
        found = p.slots.get("object")
        return found is not None and self.parse.tags[found[0].head] in RELATIVE_TAGS

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
                if not shared and noun.lemma in lex.PRIZES and noun.governor is not None:
                    won = self.at[noun.governor]
                    if won.lemma in lex.WINNING:
                        shared = won.slots.get("recipient") or (None if won.passive else self.surface.get(won.token))
                if noun.slots.get("recipient") and (noun.lemma in lex.RECIPIENT_ACTS or noun.lemma in lex.TERMS):
                    shared = noun.slots["recipient"]
                self._inherit(p, shared)
            elif head in self.clauses.named or can_act(parse.lemmas[head].lower()) or self._is_ordinal(head):
                self._inherit(p, fillers(parse, head, True))  # "the first country to ban it"
            else:  # "needs tools to fight crime", "gave firms a place to test"
                if governor is noun and noun is not None and noun.governor is not None:
                    governor = self.at.get(noun.governor)
                if governor is not None and governor.kind == "verb" and governor.lemma != "be":
                    self._inherit(p, governor.slots.get("recipient") or self.surface.get(governor.token))
            return
        if p.marker is not None:
            return
        antecedent = self._listed(head) or fillers(parse, head, True)
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
                made = p.relation == "purpose" and governor.lemma in lex.MADE_TO and "subject" not in governor.slots
                self._inherit(p, surface if made else governor.slots.get("subject"))
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
                p.slots[slot] = _elsewhere(attribute)

    def _cleft(self, p: Predicate, governor: Predicate) -> None:
        """Replace the pronoun of "It was Pakistan *that* launched the strike" by whom it brings out."""
        brought = governor.slots.get("attribute")
        subject = self.surface[p.token]
        if not brought or self.parse.tags[subject[0].head] not in RELATIVE_TAGS:
            return
        if any(self.parse.lowers[c] == "it" for c in self.parse.children[governor.token]):
            p.slots.pop("object" if p.passive else "subject", None)
            self.clauses.place_subject(p, _elsewhere(brought))
            p.relation = "relative"

    def _listed(self, head: int) -> list[Filler]:
        """Return who "those" are: "Among *those* arrested was X", "*Those* arrested include X"."""
        parse = self.parse
        above = parse.heads[head]
        verb = self.at.get(parse.heads[above] if parse.lowers[above] == "among" else above)
        if parse.lowers[head] != "those" or verb is None or verb.kind != "verb":
            return []
        if verb.lemma == "be" and verb.token != above:
            return _elsewhere(verb.slots.get("subject") or verb.slots.get("attribute") or [])
        if verb.lemma in ("be", "include") and parse.deps[head] == "nsubj":
            return _elsewhere(verb.slots.get("object") or verb.slots.get("attribute") or [])
        return []

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
                p.slots["subject"] = _elsewhere(shared)
            if governor.kind == "verb" and governor.token == parse.heads[i]:
                p.negations = (*(n for n in governor.negations if parse.heads[n] == governor.token), *p.negations)
        if "subject" in p.slots:
            self.surface[i] = p.slots["subject"]
