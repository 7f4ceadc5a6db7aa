"""One article as patterns see it: who fills a slot of a predicate, wherever the parser put him."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.events.decision import Gate
from pipeline.events.fillers import Casting
from pipeline.syntax import Filler, Predicate, Syntax
from pipeline.syntax.nouns import event_noun
from pipeline.syntax.phrases import fillers as phrases_from

_CLAUSES = frozenset({"complement", "noun complement", "adjective complement", "parataxis"})
_PURPOSES = frozenset({"purpose", "participle"})
CORE = frozenset({"subject", "object", "recipient"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
# Slots that name a noun's own dependents even where a support verb has a slot of the same name.
_OWN = frozenset({"possessor", "compound", "of", "between"})
_RAW = frozenset({*CORE, "possessor", "compound"})
_DISLIKE = """condemn denounce criticise criticize deplore decry slam blast protest oppose regret"""
_BLAMING = frozenset(_DISLIKE.split())
_NOBODY: list[Filler] = []
_NO_VERBS: list[tuple[Predicate, str]] = []


def _names_no_doer(carrier: tuple[Predicate, str]) -> bool:
    verb = carrier[0]
    return verb.relation != "relative" or "subject" not in verb.slots


class Scene:
    """Slots of predicates with what hangs on their objects, their clauses and their support verbs."""

    def __init__(self, syntax: Syntax, casting: Casting) -> None:
        self.syntax = syntax
        self.parse = syntax.parse
        self.casting = casting
        self.clauses: dict[int, list[Predicate]] = {}
        self.purposes: dict[int, list[Predicate]] = {}
        self._supports: dict[int, list[tuple[Predicate, str]]] | None = None
        self._carriers: dict[int, list[tuple[Predicate, str]]] = {}
        self._heads: dict[int, frozenset[str]] = {}
        self._behind: dict[int, dict[str, list[int]]] = {}  # head -> word that hangs on it behind it -> its tokens
        for p in syntax.predicates:
            if p.governor is not None:
                if p.relation in _CLAUSES:
                    self.clauses.setdefault(p.governor, []).append(p)
                elif p.relation in _PURPOSES:
                    self.purposes.setdefault(p.governor, []).append(p)

    def words(self, head: int) -> frozenset[str]:
        """Return the forms under which a word list may know a head: lemma and lower case."""
        found = self._heads.get(head)
        if found is None:
            found = self._heads[head] = frozenset((self.parse.lemmas[head].lower(), self.parse.lowers[head]))
        return found

    def carriers(self, predicate: Predicate) -> list[tuple[Predicate, str]]:
        """Return the verbs that could carry a noun, each with the slot it stands in; its support verb comes first.

        A clause about the noun that names a doer goes before the one it stands in: "the sanctions *imposed* on Russia
        by the EU were extended".
        """
        found = self._carriers.get(predicate.token)
        if found is None:
            found = self._carriers[predicate.token] = self._find_carriers(predicate)
        return found

    def _find_carriers(self, predicate: Predicate) -> list[tuple[Predicate, str]]:
        if self._supports is None:
            self._supports, at = {}, self.syntax.at
            for p in self.syntax.predicates:
                if p.kind == "verb":
                    for slot, fillers in p.slots.items():
                        for f in fillers:
                            if f.head in at:
                                self._supports.setdefault(f.head, []).append((p, slot))
        found = self._supports.get(predicate.token, _NO_VERBS)
        if predicate.support is not None and predicate.support[0] in self.syntax.at:
            above = (self.syntax.at[predicate.support[0]], predicate.support[1])
            return sorted([above, *found], key=_names_no_doer) if found else [above]
        return found

    def support(self, gate: Gate, predicate: Predicate) -> Predicate | None:
        """Return the verb that carries a noun, if it is one of those that a trigger asks for."""
        for verb, slot in self.carriers(predicate):
            wanted = gate.carriers.get((verb.lemma, verb.particle))
            if wanted is not None and slot in wanted and not self._judges(verb, predicate.token):
                return verb
        return None

    def _judges(self, verb: Predicate, noun: int) -> bool:
        """Whether a verb says what a noun is and does not carry it: "called the strike *illegal*"."""
        return any(
            c.kind == "adjective" and any(f.head == noun for f in c.slots.get("subject", ()))
            for c in self.clauses.get(verb.token, ())
        )

    def slot(self, slot: str, predicate: Predicate, support: Predicate | None) -> Sequence[Filler]:
        """Return a slot's fillers; with a support verb its core slots come before the noun's own.

        ``complement X`` and ``purpose X`` are the slot X of the clauses that depend on the predicate.
        """
        own: Sequence[Filler] | None = predicate.slots.get(slot)
        if not own:
            if slot not in _RAW:
                if " " in slot:
                    governed, _, inner = slot.partition(" ")
                    if governed == "complement":
                        return self._governed(self.clauses, inner, predicate, support)
                    if governed == "purpose":
                        return self._governed(self.purposes, inner, predicate, support)
                own = self._under_objects(slot, predicate, support)
            elif slot == "subject" and predicate.passive:
                own = self._strayed_agent(predicate)
            else:
                own = _NOBODY
        if support is None or slot in _OWN:
            return own
        theirs = [f for f in support.slots.get(slot, ()) if f.head != predicate.token]
        if slot in CORE:
            return theirs or own
        return [*own, *(f for f in theirs if all(f.head != o.head for o in own))]

    def _strayed_agent(self, predicate: Predicate) -> list[Filler]:
        """Return a passive's agent from where the parser left it: "was urged to remove the video by Brazil"."""
        found = [f for c in self.clauses.get(predicate.token, ()) for f in self.slot("by", c, None)]
        found = [f for f in found if self.casting.accepts("actor", f)]
        for slot, fillers in predicate.slots.items():
            if not found and slot not in CORE:
                found = [f for o in fillers for f in self._hanging(o.head, "by") if self.casting.accepts("actor", f)]
        return found

    def _hanging(self, head: int, preposition: str) -> list[Filler]:
        """Return what a preposition that the parser hung on a noun governs."""
        parse = self.parse
        behind = self._words_behind(head)
        if preposition not in behind:
            return _NOBODY
        found: list[Filler] = []
        for child in behind[preposition]:
            for grand in parse.children[child]:
                if grand > child and parse.pos[grand] in _NOMINAL:
                    found += phrases_from(parse, grand)
        return found

    def add_behind(self, predicate: Predicate, names: set[str | tuple[str, str | None]]) -> None:
        """Add to the names of a verb's slots those that :meth:`slot` may find under its objects."""
        slots = predicate.slots
        held = "object" in slots
        for o in slots.get("object") or slots.get("of") or slots.get("for") or slots.get("to") or ():
            names.update(self._words_behind(o.head))
        if not held:
            names.discard("object")  # a word of the text, no slot

    def _words_behind(self, head: int) -> Mapping[str, list[int]]:
        """Return the words that hang on a head behind it, each with its tokens."""
        behind = self._behind.get(head)
        if behind is None:
            parse = self.parse
            behind = self._behind[head] = {}
            for child in parse.children[head]:
                if child > head:
                    behind.setdefault(parse.lowers[child], []).append(child)
        return behind

    def _governed(
        self,
        clauses: Mapping[int, list[Predicate]],
        slot: str,
        predicate: Predicate,
        support: Predicate | None,
    ) -> list[Filler]:
        """Return whom a dependent clause names in a slot, except its own understood subject."""
        found = list(clauses.get(predicate.token, ()))
        if support is not None:
            found += clauses.get(support.token, ())
        if not found:
            return _NOBODY
        own = {f.head for p in (predicate, support) if p is not None for f in p.slots.get("subject", ())}
        return [f for c in found for f in self.slot(slot, c, None) if f.head not in own]

    def _under_objects(self, slot: str, predicate: Predicate, support: Predicate | None) -> list[Filler]:
        """Return what a preposition on the object governs: in "cut ties with Iran" the parser hangs it on "ties".

        Where a verb takes its object by a preposition, that one counts: "warned of action *against* Telegram".
        """
        if support is not None or predicate.kind != "verb":
            return _NOBODY
        slots = predicate.slots
        objects = slots.get("object") or slots.get("of") or slots.get("for") or slots.get("to")
        if slot == "of" and objects and predicate.lemma in _BLAMING:  # "condemned the arrest of Weber": not Weber
            objects = [o for o in objects if not self._undergone(o.head)]
        found = _NOBODY
        for o in objects or ():
            hanging = self._hanging(o.head, slot)
            if hanging:
                found = [*found, *hanging]
        return found

    def _undergone(self, token: int) -> bool:
        """Whether a noun names what somebody undergoes: the arrest, the killing, the bombing of ..."""
        known = event_noun(self.parse.lemmas[token].lower())
        return known is not None and known[0] == "P"
