"""The words on a trigger itself: negation, modals, adverbs, mood, and the modifiers of event nouns."""

from __future__ import annotations

from pipeline.events.governors import HABITS, Governors
from pipeline.events.lexicon import TruthLexicon
from pipeline.events.states import REALIS, Context, Marks, stronger
from pipeline.records import Factuality
from pipeline.syntax import Predicate, Syntax

POLITE = frozenset({"like", "love", "prefer", "hate"})
_WITHHELD = frozenset(
    {"say", "comment", "confirm", "discuss", "disclose", "elaborate", "name", "identify", "specify", "give", "reveal"}
)
_UNDONE = frozenset({"failed", "botched", "attempted"})
_QUESTION_WORDS = frozenset({"who", "whom", "whose", "what", "which", "why", "when", "where", "how"})
_PERFORMED = frozenset({"urge", "encourage", "advise", "recommend", "suggest", "argue", "caution", "invite"})
_MARKER_REACH = 12  # tokens between "if" and its verb


class Reader:
    """Reads the marks of one article's predicates."""

    def __init__(self, syntax: Syntax, lexicon: TruthLexicon, governors: Governors) -> None:
        self._syntax, self._parse, self._lexicon, self._governors = syntax, syntax.parse, lexicon, governors
        self._conditioned: set[int] = set()  # what holds under a condition: "if ..., we will *sue*"
        self._alternatives: set[int] = set()  # both sides of "come to the table or be blocked"
        for p in syntax.predicates:
            if p.governor is None or p.relation not in ("condition", "coordinate"):
                continue
            if p.relation == "condition" and self.is_condition(p):
                self._conditioned |= self._held_by(p, p.governor)
            elif p.marker == "or" and self._is_order(syntax.at.get(p.governor)):
                self._alternatives |= {p.governor, p.token}

    def _held_by(self, condition: Predicate, governor: int) -> set[int]:
        """Return what a condition holds: its governor, or what that says or intends.

        "“If talks fail,” he warned, “we will *strike*”"; "the union that threatened to *strike* if talks failed".
        """
        verb = self._syntax.at[governor]
        clauses = self._governors.below.get(governor, ())
        if verb.lemma in self._lexicon.verbs["that"] and self._lexicon.verbs["that"][verb.lemma].source:
            said = {
                q.token for q in clauses if q.relation in ("complement", "parataxis") and q.token != condition.token
            }
            if said and condition.token < governor:
                return said
        if verb.tense == "past" and not verb.auxiliaries[1:]:
            meant = {q.token for q in clauses if q.marker == "to" and governor < q.token < condition.token}
            return meant | {governor}
        return {governor}

    def read(self, p: Predicate, context: Context) -> Marks:
        """Return the marks of a predicate; what "would" says depends on the context."""
        return self.noun(p) if p.kind == "noun" else self._clause(p, context)

    @staticmethod
    def _is_order(p: Predicate | None) -> bool:
        if p is None or p.auxiliaries:
            return False
        return p.mood == "imperative" or (p.tense == "infinitive" and p.relation == "coordinate" and p.marker is None)

    def is_condition(self, p: Predicate) -> bool:
        """Tell "if" from "even if"."""
        if p.marker is not None and p.marker.startswith("even"):
            return False
        for i in range(p.token - 1, max(p.token - _MARKER_REACH, -1), -1):
            if self._parse.lowers[i] == p.marker:
                return i == 0 or self._parse.lowers[i - 1] != "even"
        return True

    def negations(self, p: Predicate) -> list[int]:
        """Return the negations that count: "not only" denies nothing."""
        lowers, weak = self._parse.lowers, self._lexicon.no_negation
        n = len(lowers)
        return [i for i in p.negations if not (i + 1 < n and lowers[i + 1] in weak)]

    def _clause(self, p: Predicate, context: Context) -> Marks:
        lexicon, lowers = self._lexicon, self._parse.lowers
        negations = self.negations(p)
        negative = bool(negations)
        cues = negations
        factuality: Factuality = "planned" if p.tense == "future" else "asserted"
        for lemma in p.auxiliaries:
            mood = lexicon.modals.get(lemma)
            if mood is None:
                continue
            if lemma in ("can", "could", "ca") and (negative or any(lowers[i] == "only" for i in p.adverbs)):
                continue  # "could not agree" says that they did not, "could only watch" that they did
            if lemma == "should" and p.relation == "condition":
                continue  # "Should Iran attack, ..."
            if lemma == "should" and "have" in p.auxiliaries and p.lemma != "have":
                negative = not negative  # "should have been told"
            if lemma in ("would", "'d") and (p.lemma in POLITE or (negative and p.lemma in _WITHHELD)):
                continue  # "would like to" is a wish that is real, "would not say" a refusal
            if lemma == "would" and p.lemma in _PERFORMED and self._first_person(p):
                continue  # "we would urge the firm to wait" urges it
            if lemma == "would" and any(lowers[i] in HABITS for i in p.adverbs):
                continue  # "they would often meet" is what they used to do
            if lemma in ("would", "'d") and context.factuality != "asserted" and "have" not in p.auxiliaries:
                mood = "planned"  # future seen from the past: "said it would sue"
            factuality = stronger(factuality, mood)
        for i in p.adverbs:
            word = lowers[i]
            if word in lexicon.adverbs:
                factuality = stronger(factuality, lexicon.adverbs[word])
                cues = [*cues, i]
            elif word in lexicon.negative_adverbs or (word == "longer" and i and lowers[i - 1] == "no"):
                negative = True
                cues = [*cues, i]
        if p.mood == "question":
            if self._asked(p.token):
                factuality = stronger(factuality, "possible")
            elif any(i and lowers[i - 1] == "not" for i in p.adverbs):
                negative = True  # "not once did it answer"
        elif p.mood == "imperative":
            factuality = "hypothetical"
        elif p.tense == "infinitive" and p.governor is None and not p.auxiliaries[1:]:
            factuality = stronger(factuality, "planned")  # headlines: "Ford to cut 500 jobs"
        if p.token in self._alternatives:
            factuality = "conditional"
        if p.token in self._conditioned and (factuality not in REALIS or p.tense in ("present", "infinitive")):
            factuality = "conditional"
        if self._governors.according(p) is not None:
            factuality = stronger(factuality, "reported")
        return Marks(negative, factuality, tuple(cues))

    def _first_person(self, p: Predicate) -> bool:
        return any(self._parse.lowers[f.head] in ("i", "we") for f in p.slots.get("subject", ()))

    def _asked(self, token: int) -> bool:
        parse = self._parse
        first, last = parse.sentence_of(token)
        if "?" not in parse.words[token:last]:
            return False
        while parse.pos[first] in ("PUNCT", "SPACE", "CCONJ"):
            first += 1
        return parse.lowers[first] not in _QUESTION_WORDS  # "Why did they arrest him?" takes the arrest for granted

    def noun(self, p: Predicate) -> Marks:
        """Return what determiners and adjectives say of an event noun: "no talks", "the ALLEGED attack"."""
        parse, lexicon = self._parse, self._lexicon
        cues = self.negations(p)
        negative = bool(cues)
        factuality: Factuality = "asserted"
        for child in parse.children[p.token]:
            if child > p.token:
                break
            word = parse.lowers[child]
            if word in lexicon.modifiers.factuality:
                factuality = stronger(factuality, lexicon.modifiers.factuality[word])
                cues = [*cues, child]
            elif word in lexicon.modifiers.negative and (word not in _UNDONE or p.lemma in lexicon.modifiers.failed):
                negative = True
                cues = [*cues, child]
        return Marks(negative, factuality, tuple(cues))
