"""Whose words or claim an event is.

The nearest source wins, looking up from the trigger: a "according to X" of its clause, the subject of a verb or noun
that makes its content somebody's words ("X said", "X's claim that"), then the speaker of the quotation around it.
The act of speaking itself is the article's, as is everything without a source.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events.documents import Documents
from pipeline.events.governors import Governors
from pipeline.events.lexicon import TruthLexicon
from pipeline.ner import Cast
from pipeline.records import Mention
from pipeline.syntax import Filler, Predicate, Syntax
from pipeline.syntax.lexicon import words
from pipeline.syntax.nouns import can_act

_ASIDES = frozenset({"time", "cause", "concession"})
_CLAUSE_RELATIONS = frozenset({"complement", "noun complement", "adjective complement", "purpose"})
_TIMES = frozenset({"DATE", "TIME"})
_SPEAKERS_OWN = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
# Verbs whose subject owns the words that are their object: "repeated an invitation", "expressed concern".
_UTTERING = words(
    """
    make repeat issue extend send renew reiterate offer express voice give announce submit table file launch raise
    lodge bring level convey deliver present press withdraw drop retract state share air put unveil publish release
    """
)
_QUARTERS = words("source insider figure voice camp side circle quarter people firm company")
_OPINIONS = frozenset({"convince", "persuade", "satisfy", "concern", "worry", "alarm"})
_SAME_SPEAKER = 3  # sentences that "they said" looks back over
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
        self._documents = Documents(syntax, cast, lexicon)
        self._times = {i for first, last, label in syntax.parse.entities if label in _TIMES for i in range(first, last)}

    def source(self, token: int) -> Source | None:
        """Return the nearest source whose words or claim the trigger is."""
        predicate = self._syntax.at.get(token) or self._above(token)
        quote = self._quote(token)
        aside = False  # past a clause of time or cause: part of what is claimed, not of what is asked for or wished
        for _ in range(_MAX_STEPS):
            if predicate is None:
                break
            if predicate.governor is not None and self._governors.reports(predicate, predicate.governor):
                break
            found = self._according(predicate) or self._claimed(predicate, quote, aside)
            if found is not None:
                return found
            if predicate.relation == "relative" and self._governors.added(predicate):
                break
            aside = aside or (predicate.relation in _ASIDES and predicate.tense == "past")
            governor = predicate.governor
            if governor is None and (speech := self._governors.retold(predicate)) is not None:
                sayer = self._sayer(speech)
                return self._filler(sayer, -1) if sayer is not None else None
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
        source = self._governors.according(predicate)
        return self._filler(source, -1) if source is not None else None

    def _claimed(self, predicate: Predicate, quote: int, aside: bool) -> Source | None:
        """Return the subject of the governor that makes a predicate its words: "X *said* that ..."."""
        governor = self._syntax.at.get(predicate.governor) if predicate.governor is not None else None
        if governor is None or not self._makes_words(predicate, governor, aside):
            return None
        sayer = self._sayer(governor)
        return self._filler(sayer, quote) if sayer is not None else None

    def _makes_words(self, predicate: Predicate, governor: Predicate, aside: bool) -> bool:
        relation = predicate.relation
        if relation == "parataxis":
            return not governor.negations and not self._governors.beside(predicate, governor)
        if governor.negations and governor.lemma in self._lexicon.verbs["that"]:
            return False  # what somebody did not say is nobody's claim
        if predicate.marker in self._lexicon.possible_markers:
            return False  # "refused to say whether he had met her"
        if predicate.kind == "adjective" and relation == "complement":
            return False  # "was found guilty"
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
        return effect is not None and effect.source and not (aside and effect.factuality != "reported")

    @staticmethod
    def _own_act(predicate: Predicate, governor: Predicate) -> bool:
        """Tell a wish to act oneself from one that others act."""
        wishers = {f.head for f in governor.slots.get("subject", ())}
        return any(f.head in wishers for f in predicate.slots.get("subject", ()))

    def _sayer(self, governor: Predicate) -> Filler | None:
        """Return who says, claims or fears: the subject of a verb, the owner of a claim, else of its light verb."""
        if governor.kind == "adjective":
            return self._holder(governor)
        if governor.passive and governor.lemma in _OPINIONS:  # "is convinced that"
            return next(iter(governor.slots.get("object", ())), None)
        for slot in ("subject", "possessor", "by", "from"):
            for filler in governor.slots.get(slot, ()):
                if filler.head not in self._times:  # "Friday's request"
                    return self._speaking_on(governor, filler)
        support = self._syntax.at.get(governor.support[0]) if governor.support is not None else None
        if support is None or support.passive or not (governor.relation == "light" or support.lemma in _UTTERING):
            return None
        return next(iter(support.slots.get("subject", ())), None)

    def _speaking_on(self, speech: Predicate, they: Filler) -> Filler:
        """Return who "they said" goes on from: "*Officials* said the bank would merge. They said ..."."""
        parse = self._parse
        sentence = parse.sent[speech.token]
        if parse.lowers[they.head] != "they" or speech.governor is not None or not self._says(speech):
            return they
        for before in range(sentence - 1, max(sentence - _SAME_SPEAKER, 0) - 1, -1):
            first, last = parse.sentences[before]
            for i in range(first, last):
                p = self._syntax.at.get(i)
                if p is None or p.kind != "verb" or p.governor is not None:
                    continue
                for filler in p.slots.get("subject", ()):
                    if not self._says(p) or parse.tags[filler.head] not in ("NNS", "PRP"):
                        return they
                    if parse.tags[filler.head] == "NNS":
                        return filler
                    if parse.lowers[filler.head] != "they":
                        return they
        return they

    def _says(self, p: Predicate) -> bool:
        effect = self._lexicon.verbs["that"].get(p.lemma)
        return effect is not None and effect.source and effect.factuality == "reported"

    def _holder(self, opinion: Predicate) -> Filler | None:
        """Return who is sure, or makes clear: the subject of the adjective or of the verb that carries it."""
        verb = self._syntax.at.get(opinion.governor) if opinion.governor is not None else None
        for p in (verb, opinion) if verb is not None and verb.lemma == "make" else (opinion, verb):
            if p is not None and p.slots.get("subject"):
                return p.slots["subject"][0]
        return None

    def _filler(self, filler: Filler, quote: int) -> Source | None:
        if quote >= 0 and self._parse.lowers[filler.head] in _SPEAKERS_OWN:
            return self._speaker(quote)
        found = self._named(filler.head, filler.first, filler.last)
        if filler.apposed is not None and (found is None or found.mention is None or found.mention.kind != "name"):
            return self._named(filler.apposed, filler.apposed, filler.apposed + 1) or found
        return found

    def _speaks(self, head: int) -> bool:
        """Tell a noun for people or a body from one for a thing."""
        lemma = self._parse.lemmas[head].lower()
        return lemma in _QUARTERS or can_act(lemma)

    def _named(self, head: int, first: int, last: int) -> Source | None:
        """Return the source a phrase stands for; a pronoun that is not resolved names nobody, as does a thing."""
        if self._parse.pos[head] == "ADJ" and (noun := self._parse.heads[head]) > head:
            return Source(self._parse.span_text(first, noun + 1))  # "*Russian* and Iranian officials"
        found = self._cast.standing_for(head, first, last)
        for mention in found:
            actor = self._cast.actors.get(mention.actor_id) if mention.actor_id else None
            if actor is not None:
                return Source(actor.name, mention)
        if self._documents.is_document(head):
            author = self._documents.author(head)
            if isinstance(author, Mention):
                return self._named(author.head, author.first, author.last)
            if author is not None:
                return self._filler(author, -1) if author.head != head else None
        elif self._parse.pos[head] in ("PRON", "DET"):
            return None
        elif not found and self._parse.pos[head] == "NOUN" and not self._speaks(head):
            return None  # "I got a call saying I was hired"
        return Source(self._parse.span_text(first, last), found[0] if found else None)


def sources(syntax: Syntax, cast: Cast, lexicon: TruthLexicon) -> Sources:
    """Return the sources of one article."""
    return Sources(syntax, cast, lexicon)
