"""What governs a trigger: the class of words its governor belongs to, and what a noun's own words tell of it.

Shared by truth (does it happen?) and attribution (who says so?), so that both read a governor the same way.
"""

from __future__ import annotations

from pipeline.events.documents import DOCUMENTS
from pipeline.events.lexicon import Effect, TruthLexicon
from pipeline.syntax import Filler, Predicate, Syntax
from pipeline.syntax.lexicon import words

INHERITED = Effect("inherited")
PRESUPPOSED = Effect("presupposed", presupposed=True)
# An event noun before another noun stands for what a preposition or infinitive would say: "attack plan", "merger bid".
_RELATIVES = frozenset({"who", "which", "whom", "whose", "where"})
# Nouns that sum up what was just told, in apposition to it.
_SUMS = words(
    """
    claim charge allegation accusation assertion suggestion advice move decision step measure proposal plan idea demand
    request offer threat promise statement view position argument criticism act event practice
    """
)
_EVIDENCE = frozenset({"show", "prove", "demonstrate", "illustrate", "highlight"})
_PLAIN = frozenset({"clear", "plain", "known"})
_PERSPECTIVES = frozenset(
    {"view", "opinion", "word", "words", "estimation", "judgment", "judgement", "eyes", "account"}
)
# "would often meet" is what somebody used to do.
HABITS = frozenset({"often", "always", "usually", "regularly", "frequently", "sometimes", "occasionally", "routinely"})
# What the writer says would be so: "would seem to", "would not comment".
_STANCES = words(
    "be like love prefer seem appear comment say confirm discuss disclose elaborate name specify give reveal"
)
_RETOLD = 3  # sentences that one speaker's words go on
_COMPOUND_FORMS = ("of", "inf", "for", "to", "that")


class Governors:
    """Looks up what the governors of one article do to their dependents."""

    def __init__(self, syntax: Syntax, lexicon: TruthLexicon) -> None:
        self._syntax, self._parse, self._lexicon = syntax, syntax.parse, lexicon
        self._according: dict[int, Filler] = {}
        self.below: dict[int, list[Predicate]] = {}  # what depends on each predicate, in text order
        for p in syntax.predicates:
            for slot in p.slots:
                if slot in lexicon.according:
                    self._attribute(p, p.slots[slot][0])
                elif slot == "in" and (view := self._perspective(p)) is not None:
                    self._attribute(p, view)
            if p.governor is not None:
                self.below.setdefault(p.governor, []).append(p)

    def according(self, p: Predicate) -> Filler | None:
        """Return whose claim a clause says it is: "according to *X*", "in *X*'s view"."""
        return self._according.get(p.token)

    def reports(self, p: Predicate, governor: int) -> bool:
        """Tell a verb of saying that the parser hung inside the quotation it reports: "“It hurts that,” he *said*"."""
        quote = self._syntax.quoted[governor]
        return quote >= 0 and self._syntax.quoted[p.token] != quote and self._syntax.quotes[quote].cue == p.token

    def retold(self, p: Predicate, reach: int = _RETOLD) -> Predicate | None:
        """Return the saying that a sentence goes on with: "Berg *said* it was closing. It would sell the fleet."."""
        if not self._future_in_past(p) or reach == 0:
            return None
        sentence = self._parse.sent[p.token]
        if sentence == 0:
            return None
        first, last = self._parse.sentences[sentence - 1]
        at, quoted = self._syntax.at, self._syntax.quoted
        for i in range(last - 1, first - 1, -1):
            above = at.get(i)
            if above is None or above.governor is not None or above.kind != "verb" or quoted[i] >= 0:
                continue
            effect = self._lexicon.verbs["that"].get(above.lemma)
            said = effect is not None and effect.source and effect.factuality == "reported"
            if said and above.tense == "past" and not above.negations and self._tells(above):
                return above
            return self.retold(above, reach - 1)
        return None

    def _tells(self, speech: Predicate) -> bool:
        below = self.below.get(speech.token, ())
        return any(q.relation in ("complement", "parataxis") and q.marker != "to" for q in below)

    def _future_in_past(self, p: Predicate) -> bool:
        """Tell a clause on its own with a plain "would": no condition, no refusal to tell, nothing unreal."""
        if p.governor is not None or "would" not in p.auxiliaries or "have" in p.auxiliaries or p.mood == "question":
            return False
        if self._syntax.quoted[p.token] >= 0 or p.lemma in _STANCES:
            return False
        lowers = self._parse.lowers
        if any(lowers[i] in HABITS for i in p.adverbs):
            return False
        return not any(q.relation == "condition" for q in self.below.get(p.token, ()))

    def _attribute(self, p: Predicate, source: Filler) -> None:
        """Note a source for a clause and, where it closes the sentence, for the clauses it is joined to."""
        parse = self._parse
        above: Predicate | None = p
        while above is not None:
            self._according.setdefault(above.token, source)
            closing = above.relation == "coordinate" and source.first > p.token and parse.words[source.first - 3] == ","
            above = self._syntax.at.get(above.governor) if closing and above.governor is not None else None

    def _perspective(self, p: Predicate) -> Filler | None:
        """Return who looks at it so: "in *Volta*'s view", "in the words of *Volta*"."""
        parse = self._parse
        for view in p.slots["in"]:
            if parse.lemmas[view.head].lower() not in _PERSPECTIVES:
                continue
            for child in parse.children[view.head]:
                holder = child
                if child > view.head and parse.lowers[child] == "of":
                    holder = next((g for g in parse.children[child] if g > child), child)
                elif child > view.head or parse.pos[child] not in ("PROPN", "NOUN", "PRON"):
                    continue
                if holder != child or child < view.head:
                    first = holder
                    while first - 1 >= view.first and parse.heads[first - 1] == holder:
                        first -= 1
                    return Filler(holder, first, holder + 1)
        return None

    def beside(self, p: Predicate, governor: Predicate) -> bool:
        """Tell a clause that stands beside a saying, and is not what is said.

        "The bid failed; Volta later complained that ...", "“He was warned, he was asked for money”".
        """
        if governor.passive and "subject" not in governor.slots and self._same_quote(p, governor):
            return True
        if p.token < governor.token and self._syntax.quoted[p.token] < 0 and self._has_content(governor):
            return True
        return ";" in self._parse.words[min(p.token, governor.token) : max(p.token, governor.token)]

    def _has_content(self, governor: Predicate) -> bool:
        clauses = self.below.get(governor.token, ())
        return any(q.relation == "complement" and q.kind == "verb" and q.marker != "to" for q in clauses)

    def _same_quote(self, p: Predicate, governor: Predicate) -> bool:
        quoted = self._syntax.quoted
        return quoted[p.token] >= 0 and quoted[p.token] == quoted[governor.token]

    @staticmethod
    def form(p: Predicate) -> str:
        if p.kind == "verb" and p.tense in ("infinitive", "none") and p.marker != "that":
            return "inf"
        if p.tense in ("gerund", "participle"):
            return "ing"
        return "that"

    def effect(self, governor: Predicate, form: str, preposition: str | None) -> Effect | None:
        """Return what a governor does to a dependent of one form; "admit to" and "call off" win over "admit".

        A gerund after a preposition is read as the noun would be: "barred from LEAVING".
        """
        lexicon = self._lexicon
        table_of = lexicon.of(governor.kind)
        lemma = governor.lemma
        table = table_of.get(form)
        if form == "that" and (said := self._said(governor)) is not None:
            return said
        if preposition and preposition != form and form in ("inf", "ing", "object"):
            exact = table.get(f"{lemma} {preposition}") if table else None
            if form == "ing":
                exact = table_of.get(preposition, {}).get(lemma) or exact
            for i in governor.adverbs:  # "came CLOSE to"
                exact = table.get(f"{lemma} {self._parse.lowers[i]}", exact) if table else exact
            if exact is not None:
                return exact
        if table is None:
            return None
        if governor.particle:
            exact = table.get(f"{lemma} {governor.particle}")
            if exact is not None:
                return exact
        for i in governor.adverbs:
            exact = table.get(f"{lemma} {self._parse.lowers[i]}")
            if exact is not None:
                return exact
        return table.get(lemma)

    def _said(self, governor: Predicate) -> Effect | None:
        """Return the effect of saying by other words: "the report SHOWS that", "the bidder MADE CLEAR that"."""
        parse = self._parse
        said = False
        if governor.kind == "verb":
            if governor.lemma in _EVIDENCE:
                said = any(parse.lemmas[f.head].lower() in DOCUMENTS for f in governor.slots.get("subject", ()))
            elif governor.lemma == "make":
                said = any(parse.lowers[c] in _PLAIN for c in parse.children[governor.token])
        elif governor.lemma in _PLAIN and governor.governor is not None:
            said = self._syntax.at[governor.governor].lemma == "make"
        return self._lexicon.verbs["that"].get("report") if said else None

    def noun_effect(self, p: Predicate, governor: Predicate, slot: str | None) -> Effect | None:
        if slot is None:
            if governor.kind != "noun":
                return None
            for form in _COMPOUND_FORMS:
                effect = self.effect(governor, form, None)
                if effect is not None:
                    return effect
            return INHERITED
        if slot == "subject":
            return self._lexicon.of(governor.kind).get("subject", {}).get(governor.lemma)
        effect = self.effect(governor, slot, None)
        if effect is None and slot != "object":
            # "call for" is listed with its preposition, "allegations of theft" as "allegations of stealing"
            effect = self._lexicon.of(governor.kind).get("object", {}).get(f"{governor.lemma} {slot}")
            if effect is None and governor.kind == "noun" and slot == "of":
                effect = self.effect(governor, "ing", None)
        return effect

    def occurs(self, verb: Predicate) -> bool:
        """Tell whether a verb says of its subject that it happens: "talks BEGAN", "the vote TOOK PLACE"."""
        occurring = self._lexicon.occur_verbs
        if verb.lemma in occurring:
            return True
        if verb.particle:
            return f"{verb.lemma} {verb.particle}" in occurring
        return any(f"{verb.lemma} {self._parse.lowers[f.head]}" in occurring for f in verb.slots.get("object", ()))

    def exists(self, p: Predicate) -> bool:
        """Tell whether an announced event noun is there already: a known act, or a plan, deal or order."""
        return self.spoken(p) or self.given(p.token)

    def spoken(self, p: Predicate) -> bool:
        """Tell what is made of words and there before what it says is done: a plan, deal, order or claim."""
        return p.lemma in self._lexicon.speech_nouns or p.lemma in self._lexicon.nouns.get("inf", {})

    def given(self, token: int) -> bool:
        """Tell whether an event noun is one the reader knows of: "THE attack", "their visit", "last week's vote"."""
        parse = self._parse
        for child in parse.children[token]:
            if child > token:
                break
            if parse.pos[child] == "DET":
                return parse.lowers[child] not in self._lexicon.indefinite
            if parse.tags[child] in ("PRP$", "WP$") or any(parse.tags[g] == "POS" for g in parse.children[child]):
                return True
        return False

    def noun_above(self, token: int) -> tuple[int, str | None] | None:
        """Return what stands right above a noun, and the preposition between: "the lack of *cooperation*"."""
        parse = self._parse
        head, preposition = parse.heads[token], None
        if parse.pos[head] in ("ADP", "SCONJ") and head != parse.heads[head]:
            preposition = parse.lowers[head]
            head = parse.heads[head]
        return None if head == token else (head, preposition)

    def content_of(self, p: Predicate, noun: int) -> Effect | None:
        """Return what a noun does to an infinitive read as its relative: "show no will of the firm TO HELP"."""
        parse, nouns = self._parse, self._lexicon.nouns.get("inf", {})
        if parse.pos[parse.heads[noun]] == "ADP":
            owner = parse.heads[parse.heads[noun]]
            effect = nouns.get(parse.lemmas[owner].lower())
            if effect is not None:
                return effect
        return nouns.get(parse.lemmas[noun].lower()) if noun < p.token else None

    def added(self, p: Predicate) -> bool:
        """Tell a relative clause that the writer adds (", which complained in May") from one that says which is meant.

        Inside a quotation everything is the speaker's.
        """
        parse = self._parse
        if self._syntax.quoted[p.token] >= 0 or p.tense in ("infinitive", "gerund"):
            return False
        first, _ = parse.sentence_of(p.token)
        noun = parse.heads[p.token]
        if parse.lemmas[noun].lower() in _SUMS and noun < p.token:
            opening = min((c for c in parse.children[noun] if c < noun), default=noun)
            if parse.words[opening - 1] == "," and parse.lowers[opening] in ("a", "an", parse.lowers[noun]):
                return True  # "..., a claim the court had rejected"
        for i in range(p.token - 1, max(first, p.token - 12), -1):
            if parse.lowers[i] in _RELATIVES:
                before = i - 1
                if parse.pos[before] == "ADP":  # "on whom"
                    before -= 1
                return parse.words[before] == ","
            verb = self._syntax.at.get(i)
            if verb is not None and verb.kind == "verb":
                return False
        return False
