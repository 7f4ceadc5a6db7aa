"""What governors make of event nouns: "a *threat* of strikes", "denied the attack", "lack of cooperation"."""

from __future__ import annotations

from typing import Literal

from pipeline.events.governors import INHERITED, PRESUPPOSED, Governors
from pipeline.events.lexicon import TruthLexicon
from pipeline.events.marks import Reader
from pipeline.events.states import REALIS, Context, State, apply, stronger
from pipeline.syntax import Predicate, Syntax
from pipeline.syntax.nouns import event_noun

_ANSWERING = frozenset({"grant", "honour", "honor", "heed", "answer", "meet", "accept", "fulfil", "fulfill"})
_ENDING = frozenset({"end", "conclude", "finish", "stop", "last", "continue"})


class Nominals:
    """Works out the context of the event nouns of one article."""

    def __init__(self, syntax: Syntax, lexicon: TruthLexicon, governors: Governors, reader: Reader) -> None:
        self._syntax, self._parse, self._lexicon = syntax, syntax.parse, lexicon
        self._governors, self._reader = governors, reader

    def argument(self, p: Predicate, governor: Predicate, above: State) -> Context:
        """Return the context of an event noun inside an argument of its governor."""
        lexicon = self._lexicon
        slot = self._slot(p, governor)
        if slot in lexicon.conditional_prepositions:
            return above.hands_on(stronger(above.factuality, "conditional"))
        between = self._between(p, governor, above)
        if between is not None:
            return between
        effect = self._governors.noun_effect(p, governor, slot)
        if effect is not None:
            if effect.name == "deny" and p.lemma in lexicon.speech_nouns:
                effect = PRESUPPOSED
            elif governor.lemma in _ANSWERING and p.lemma in lexicon.speech_nouns:
                effect = PRESUPPOSED  # "did not grant its request"
            elif effect.name == "announce" and self._governors.exists(p):
                effect = INHERITED
            elif effect.name == "approve" and self._governors.spoken(p):
                effect = PRESUPPOSED
            elif effect.name == "say" and self._governors.given(p.token):
                effect = PRESUPPOSED  # "the glitch was not reported"
            return apply(effect, governor, above)
        if slot in lexicon.negative_prepositions:
            return above.hands_on(above.factuality, True)
        if slot in lexicon.presupposed:
            return above.free()
        occurs = slot == "subject" and self._governors.occurs(governor)
        if occurs and governor.lemma in _ENDING and above.factuality not in REALIS:
            return above.free()  # "until the strike ends"
        if occurs or p.relation == "light" or slot == "attribute":
            return apply(INHERITED, governor, above)
        if self._governors.given(p.token) or p.lemma in lexicon.speech_nouns:
            return above.free()
        if (slot == "object" or governor.kind == "noun") and event_noun(p.lemma):
            return above.hands_on(above.factuality, above.negative and slot == "object")
        return above.free()

    def _slot(self, p: Predicate, governor: Predicate) -> str | None:
        """Return the slot an event noun fills; of "in case OF an attack" the whole preposition counts."""
        for slot, fillers in governor.slots.items():
            if " " in slot and any(f.head == p.token for f in fillers):
                return slot
        parse, lexicon = self._parse, self._lexicon
        preposition = parse.heads[p.token]
        if parse.pos[preposition] == "ADP":
            for size in (3, 4):  # "in response to losses", "in the event of an attack"
                whole = " ".join(parse.lowers[max(preposition + 1 - size, 0) : preposition + 1])
                if whole in lexicon.presupposed or whole in lexicon.conditional_prepositions:
                    return whole
        return p.support[1] if p.support else p.marker

    def _between(self, p: Predicate, governor: Predicate, above: State) -> Context | None:
        """Return the context of a noun under a noun that is no predicate: "the lack of COOPERATION angered them"."""
        found = self._governors.noun_above(p.token)
        if found is None or found[0] == governor.token or self._parse.pos[found[0]] != "NOUN":
            return None
        if found[0] in self._syntax.at:
            return None
        return self._bridged(p, found, Context(False, above.told, above.context.said))

    def loose(self, p: Predicate, floor: Context) -> Context:
        """Return the context of an event noun without governing predicate: "Fears of a STRIKE", "ATTACK plan"."""
        above = self._governors.noun_above(p.token)
        if above is None:
            return floor
        head, preposition = above
        if self._parse.pos[head] in ("NOUN", "ADJ") and head not in self._syntax.at:
            return self._bridged(p, above, floor) or floor
        if preposition in self._lexicon.negative_prepositions:
            return Context(True, floor.factuality, floor.said)
        return floor

    def _bridged(self, p: Predicate, above: tuple[int, str | None], context: Context) -> Context | None:
        head, preposition = above
        kind: Literal["noun", "adjective"] = "noun" if self._parse.pos[head] == "NOUN" else "adjective"
        denied = tuple(c for c in self._parse.children[head] if self._parse.lowers[c] == "no")
        bridge = Predicate(head, kind, self._parse.lemmas[head].lower(), negations=denied)
        effect = self._governors.noun_effect(p, bridge, preposition)
        if effect is None:
            return None
        return apply(effect, bridge, State(self._reader.noun(bridge), context))
