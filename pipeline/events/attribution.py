"""Whose words or claim an event is.

The nearest source wins, looking up from the trigger: a "according to X" of its clause, the subject of a verb or noun
that makes its content somebody's words ("X said", "X's claim that"), then the speaker of the quotation around it.
The act of speaking itself is the article's, as is everything without a source.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events.governors import Governors
from pipeline.events.lexicon import TruthLexicon
from pipeline.ner import Cast
from pipeline.records import Mention
from pipeline.syntax import Filler, Predicate, Syntax

_CLAUSE_RELATIONS = frozenset({"complement", "noun complement", "adjective complement", "purpose"})
_SPEAKERS_OWN = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
# Documents that speak for whoever issued them.
_DOCUMENTS = frozenset(
    {
        "statement",
        "report",
        "letter",
        "release",
        "memo",
        "document",
        "filing",
        "communique",
        "communiqué",
        "post",
        "tweet",
    }
)
_STATEMENT_SENTENCES = 3
_MAX_STEPS = 25  # no clause is nested deeper; cuts circles of governors


@dataclass(frozen=True, slots=True)
class Source:
    """Who said it: canonical name (or the words of the text where no actor is known) and the mention, if any."""

    actor_name: str
    mention: Mention | None = None


class Sources:
    """Finds the nearest source of a trigger; None stands for the article's own voice."""

    def __init__(self, syntax: Syntax, cast: Cast, lexicon: TruthLexicon) -> None:
        self._syntax, self._parse, self._cast, self._lexicon = syntax, syntax.parse, cast, lexicon
        self._governors = Governors(syntax, lexicon)

    def source(self, token: int) -> Source | None:
        """Return the nearest source whose words or claim the trigger is."""
        predicate = self._syntax.at.get(token) or self._above(token)
        quote = self._quote(token)
        for _ in range(_MAX_STEPS):
            if predicate is None:
                break
            found = self._according(predicate) or self._claimed(predicate, quote)
            if found is not None:
                return found
            if predicate.relation == "relative" and self._governors.added(predicate):
                break
            governor = predicate.governor
            if governor is None or (quote >= 0 and self._quote(governor) != quote):
                break  # out of the quotation: what is above is no nearer than its speaker
            predicate = self._syntax.at.get(governor)
        return self._speaker(quote)

    def _above(self, token: int) -> Predicate | None:
        """Return the nearest predicate above a token that is none itself."""
        heads = self._parse.heads
        while heads[token] != token:
            token = heads[token]
            if token in self._syntax.at:
                return self._syntax.at[token]
        return None

    def _quote(self, token: int) -> int:
        """Return the number of the direct quotation around a token, -1 outside."""
        number = self._syntax.quoted[token] if token < len(self._syntax.quoted) else -1
        return number if number >= 0 and self._syntax.quotes[number].direct else -1

    def _speaker(self, quote: int) -> Source | None:
        """Return who says a quotation: the whole phrase where it is the subject of the reporting verb."""
        if quote < 0 or (speaker := self._syntax.quotes[quote].speaker) is None:
            return None
        cue = self._syntax.at.get(self._syntax.quotes[quote].cue or -1)
        for filler in cue.slots.get("subject", ()) if cue is not None else ():
            if speaker in (filler.head, filler.apposed):
                return self._filler(filler, -1)
        return self._named(speaker, speaker, speaker + 1)

    def _according(self, predicate: Predicate) -> Source | None:
        for slot, fillers in predicate.slots.items():
            if slot in self._lexicon.according and fillers:
                return self._filler(fillers[0], -1)
        return None

    def _claimed(self, predicate: Predicate, quote: int) -> Source | None:
        """Return the subject of the governor that makes a predicate its words: "X *said* that ..."."""
        governor = self._syntax.at.get(predicate.governor) if predicate.governor is not None else None
        if governor is None or not self._makes_words(predicate, governor):
            return None
        sayer = self._sayer(governor)
        return self._filler(sayer, quote) if sayer is not None else None

    def _makes_words(self, predicate: Predicate, governor: Predicate) -> bool:
        relation = predicate.relation
        if relation == "parataxis":
            return not governor.negations
        if governor.negations and governor.lemma in self._lexicon.verbs["that"]:
            return False  # what somebody did not say is nobody's claim
        if relation in _CLAUSE_RELATIONS and predicate.kind != "noun":
            if governor.lemma in ("have", "be"):
                return False  # "has yet to", "is to"
            effect = self._governors.effect(governor, self._governors.form(predicate), predicate.marker)
            if effect is not None and effect.name == "wish" and self._own_act(predicate, governor):
                return False  # "wants to sue" is a wish; "wants them to sue" is what it claims of others
        elif relation in ("argument", "light") and predicate.kind == "noun":
            slot = predicate.support[1] if predicate.support else predicate.marker
            effect = self._governors.noun_effect(predicate, governor, slot)
        else:
            return False
        return effect is not None and effect.source

    @staticmethod
    def _own_act(predicate: Predicate, governor: Predicate) -> bool:
        """Tell a wish to act oneself from one that others act."""
        wishers = {f.head for f in governor.slots.get("subject", ())}
        return any(f.head in wishers for f in predicate.slots.get("subject", ()))

    def _sayer(self, governor: Predicate) -> Filler | None:
        """Return who says, claims or fears: the subject of a verb, the owner of a claim, else of its light verb."""
        for slot in ("subject", "possessor", "by", "from"):
            fillers = governor.slots.get(slot)
            if fillers:
                return fillers[0]
        if governor.kind == "adjective" or governor.support is None:
            return None
        support = self._syntax.at.get(governor.support[0])
        if support is None or governor.relation != "light" or support.passive:
            return None
        fillers = support.slots.get("subject")
        return fillers[0] if fillers else None

    def _filler(self, filler: Filler, quote: int) -> Source | None:
        if quote >= 0 and self._parse.lowers[filler.head] in _SPEAKERS_OWN:
            return self._speaker(quote)
        found = self._named(filler.head, filler.first, filler.last)
        if filler.apposed is not None and (found is None or found.mention is None or found.mention.kind != "name"):
            return self._named(filler.apposed, filler.apposed, filler.apposed + 1) or found
        return found

    def _named(self, head: int, first: int, last: int) -> Source | None:
        """Return the source a phrase stands for; a pronoun that is not resolved names nobody."""
        found = self._cast.standing_for(head, first, last)
        for mention in found:
            actor = self._cast.actors.get(mention.actor_id) if mention.actor_id else None
            if actor is not None:
                return Source(actor.name, mention)
        if self._parse.lemmas[head].lower() in _DOCUMENTS:
            return self._author(head)
        if self._parse.pos[head] in ("PRON", "DET"):
            return None
        return Source(self._parse.span_text(first, last), found[0] if found else None)

    def _author(self, document: int) -> Source | None:
        """Return whose statement speaks: "the statement added" goes on with who spoke in the sentences before."""
        parse, said = self._parse, self._lexicon.verbs["that"]
        first, _ = parse.sentence_of(document)
        earliest = parse.sentences[max(0, parse.sent[document] - _STATEMENT_SENTENCES)][0]
        for i in range(first - 1, earliest - 1, -1):
            p = self._syntax.at.get(i)
            if p is None or p.kind != "verb" or p.lemma not in said or not said[p.lemma].source:
                continue
            for filler in p.slots.get("subject", ()):
                if parse.lemmas[filler.head].lower() not in _DOCUMENTS:
                    return self._named(filler.head, filler.first, filler.last)
        return None


def sources(syntax: Syntax, cast: Cast, lexicon: TruthLexicon) -> Sources:
    """Return the sources of one article."""
    return Sources(syntax, cast, lexicon)
