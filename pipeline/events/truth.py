"""Does the article say that it happened? Polarity and factuality of a trigger.

A trigger has a *local* truth (its own negation, modals, adverbs, modifiers) and a *context* (what its governors make of
it: "refused to", "the threat of", "if"). Factualities add up to the strongest; negations multiply. The words that
govern are in ``configs/truth.yaml``; how a relation passes truth on is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.events.governors import INHERITED, Governors
from pipeline.events.lexicon import Effect, TruthLexicon
from pipeline.records import Factuality, Polarity
from pipeline.syntax import Predicate, Syntax
from pipeline.syntax.nouns import event_noun

_RANK: dict[Factuality, int] = {
    "asserted": 0,
    "reported": 1,
    "planned": 2,
    "possible": 3,
    "conditional": 4,
    "hypothetical": 5,
}
_REALIS = frozenset({"asserted", "reported"})
_CLAUSE_RELATIONS = frozenset({"complement", "noun complement", "adjective complement", "parataxis"})
_FREE_RELATIONS = frozenset({"cause", "concession"})
_GOING_TO = Effect("going to", "planned")
_PRESUPPOSED = Effect("presupposed", presupposed=True)
_RANKED = frozenset({"first", "second", "third", "last", "latest", "only", "youngest", "oldest"})
_CLAUSE_PREPOSITIONS = frozenset({"for", "of", "about", "on", "in", "at", "with", "to", "by", "from"})
_POLITE = frozenset({"like", "love", "prefer", "hate"})
_WITHHELD = frozenset(
    {"say", "comment", "confirm", "discuss", "disclose", "elaborate", "name", "identify", "specify", "give", "reveal"}
)
_THANKING = frozenset({"thank", "congratulate", "apologise", "apologize", "say", "stress", "add", "express", "welcome"})
_COPULAS = frozenset({"be", "remain", "become", "stay", "seem", "appear", "feel", "look", "sound", "get", "grow"})
_PROJECTING = frozenset({"when", "once", "before", "until", "till", "after", "as soon as", "whenever", "the moment"})
_REASONS = frozenset({"as", "because", "since"})
_COMPARISON = frozenset({"than", "as"})


@dataclass(frozen=True, slots=True)
class Truth:
    """Polarity and factuality of one trigger, with the tokens that decided (``cues``, in text order)."""

    polarity: Polarity
    factuality: Factuality
    cues: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Context:
    """What the governors make of a trigger. ``said`` is true inside a quotation or what somebody is said to say."""

    negative: bool = False
    factuality: Factuality = "asserted"
    said: bool = False
    cues: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    """Local truth and context of a predicate, and the two together."""

    local_negative: bool
    local_factuality: Factuality
    context: _Context
    cues: tuple[int, ...]

    @property
    def negative(self) -> bool:
        return self.local_negative != self.context.negative

    @property
    def factuality(self) -> Factuality:
        return _stronger(self.local_factuality, self.context.factuality)


_NOWHERE = _Context()


def _stronger(a: Factuality, b: Factuality) -> Factuality:
    return a if _RANK[a] >= _RANK[b] else b


class Judge:
    """Judges the triggers of one article. Answers are remembered, so that asking twice costs nothing."""

    def __init__(self, syntax: Syntax, lexicon: TruthLexicon) -> None:
        self._syntax, self._parse, self._lexicon = syntax, syntax.parse, lexicon
        self._governors = Governors(syntax, lexicon)
        self._states: dict[int, _State] = {}
        self._open: set[int] = set()
        self._looped = False  # a circle of governors was cut: what depends on the cut is not remembered
        self._conditioned = self._conditioned_predicates()

    def judge(self, token: int) -> Truth:
        """Return the truth of the event that a trigger token names."""
        predicate = self._syntax.at.get(token) or self._bare(token)
        state = self._state(predicate)
        cues = tuple(sorted({*state.cues, *state.context.cues}))
        return Truth("negative" if state.negative else "positive", state.factuality, cues)

    def judge_act(self, token: int) -> Truth:
        """Return the truth of the act behind an event's trigger: "failure" to act stands for acting, not done."""
        truth = self.judge(token)
        predicate = self._syntax.at.get(token)
        if predicate is None or predicate.kind != "noun" or predicate.lemma not in self._lexicon.undone_nouns:
            return truth
        polarity: Polarity = "positive" if truth.polarity == "negative" else "negative"
        return Truth(polarity, truth.factuality, truth.cues)

    def _bare(self, token: int) -> Predicate:
        """Return a stand-in for a trigger that is no predicate: it hangs on the nearest predicate above it."""
        parse, at = self._parse, self._syntax.at
        above = token
        while parse.heads[above] != above and above not in at:
            above = parse.heads[above]
        governor = at.get(above)
        if governor is None:
            return Predicate(token, "noun", parse.lemmas[token].lower())
        slot = next((s for s, fillers in governor.slots.items() if any(f.head == token for f in fillers)), None)
        support = (above, slot) if slot is not None else None
        return Predicate(
            token, "noun", parse.lemmas[token].lower(), governor=above, relation="argument", support=support
        )

    def _conditioned_predicates(self) -> set[int]:
        """Return the predicates that hold under a condition: "IF ..., we will *sue*"."""
        out: set[int] = set()
        for p in self._syntax.predicates:
            if p.governor is not None and p.relation == "condition" and self._is_condition(p):
                out.add(p.governor)
        return out

    def _is_condition(self, p: Predicate) -> bool:
        """Tell "if" from "even if"."""
        if p.marker is not None and p.marker.startswith("even"):
            return False
        for i in range(p.token - 1, max(p.token - 12, -1), -1):
            if self._parse.lowers[i] == p.marker:
                return i == 0 or self._parse.lowers[i - 1] != "even"
        return True

    def _state(self, p: Predicate) -> _State:
        known = self._states.get(p.token)
        if known is not None:
            return known
        self._open.add(p.token)
        context = self._context(p)
        self._open.discard(p.token)
        if not self._open:
            self._looped = False
        if p.kind == "noun":
            negative, factuality, cues = self._noun(p)
        else:
            negative, factuality, cues = self._clause(p, context)
        state = _State(negative, factuality, context, cues)
        if not self._looped:
            self._states[p.token] = state
        return state

    # ------------------------------------------------------------------ local truth

    def _negations(self, p: Predicate) -> list[int]:
        """Return the negations that count: "not only" denies nothing."""
        lowers, weak = self._parse.lowers, self._lexicon.no_negation
        n = len(lowers)
        return [i for i in p.negations if not (i + 1 < n and lowers[i + 1] in weak)]

    def _clause(self, p: Predicate, context: _Context) -> tuple[bool, Factuality, tuple[int, ...]]:
        lexicon, lowers = self._lexicon, self._parse.lowers
        negations = self._negations(p)
        negative = bool(negations)
        cues = negations
        factuality: Factuality = "planned" if p.tense == "future" else "asserted"
        for lemma in p.auxiliaries:
            mood = lexicon.modals.get(lemma)
            if mood is None:
                continue
            if lemma in ("can", "could", "ca") and negative:
                continue  # "could not agree" says that they did not
            if lemma in ("would", "'d") and (p.lemma in _POLITE or (negative and p.lemma in _WITHHELD)):
                continue  # "would like to" is a wish that is real, "would not say" a refusal
            if lemma in ("would", "'d") and context.factuality != "asserted" and "have" not in p.auxiliaries:
                mood = "planned"  # future seen from the past: "said it would sue"
            factuality = _stronger(factuality, mood)
        for i in p.adverbs:
            word = lowers[i]
            if word in lexicon.adverbs:
                factuality = _stronger(factuality, lexicon.adverbs[word])
                cues = [*cues, i]
            elif word in lexicon.negative_adverbs or (word == "longer" and i and lowers[i - 1] == "no"):
                negative = True
                cues = [*cues, i]
        if p.mood == "question":
            if self._asked(p.token):
                factuality = _stronger(factuality, "possible")
            elif any(i and lowers[i - 1] == "not" for i in p.adverbs):
                negative = True  # "not once did it answer"
        elif p.mood == "imperative":
            factuality = "hypothetical"
        elif p.tense == "infinitive" and p.governor is None and not p.auxiliaries[1:]:
            factuality = _stronger(factuality, "planned")  # headlines: "Ford to cut 500 jobs"
        if p.token in self._conditioned and (factuality not in _REALIS or p.tense in ("present", "infinitive")):
            factuality = "conditional"
        if any(slot in lexicon.according for slot in p.slots):
            factuality = _stronger(factuality, "reported")
        return negative, factuality, tuple(cues)

    def _asked(self, token: int) -> bool:
        parse = self._parse
        _, last = parse.sentence_of(token)
        return "?" in parse.words[token:last]

    def _noun(self, p: Predicate) -> tuple[bool, Factuality, tuple[int, ...]]:
        parse, lexicon = self._parse, self._lexicon
        cues = self._negations(p)
        negative = bool(cues)
        factuality: Factuality = "asserted"
        for child in parse.children[p.token]:
            if child > p.token:
                break
            word = parse.lowers[child]
            if word in lexicon.modifiers.factuality:
                factuality = _stronger(factuality, lexicon.modifiers.factuality[word])
                cues = [*cues, child]
            elif word in lexicon.modifiers.negative and (
                word not in ("failed", "botched", "attempted") or p.lemma in lexicon.modifiers.failed
            ):
                negative = True
                cues = [*cues, child]
        return negative, factuality, tuple(cues)

    # ------------------------------------------------------------------ context

    def _context(self, p: Predicate) -> _Context:
        quoted = self._quoted(p.token)
        floor = _Context(factuality="reported", said=True) if quoted else _NOWHERE
        governor = self._syntax.at.get(p.governor) if p.governor is not None else None
        if governor is not None and governor.token in self._open:
            self._looped, governor = True, None
        if governor is None:
            return self._unmarked(p, floor)
        above = self._state(governor)
        shared = set(p.negations) & set(governor.negations)
        if shared:  # one negation that both carry: "had no comment", "is not ready"
            own = [i for i in self._negations(governor) if i not in shared]
            above = _State(bool(own), above.local_factuality, above.context, above.cues)
        found = self._inside(p, governor, above)
        if not quoted:
            return found
        return _Context(found.negative, _stronger(found.factuality, "reported"), True, found.cues)

    def _quoted(self, token: int) -> bool:
        number = self._syntax.quoted[token] if token < len(self._syntax.quoted) else -1
        return number >= 0 and self._syntax.quotes[number].direct

    def _unmarked(self, p: Predicate, floor: _Context) -> _Context:
        """Return the context of a predicate without governor: a stray "if" clause is still a condition."""
        if p.relation == "condition" or p.marker in self._lexicon.conditional_markers:
            return _Context(factuality="conditional", said=floor.said)
        if p.kind == "noun":
            return self._loose_noun(p, floor)
        return floor

    def _inside(self, p: Predicate, governor: Predicate, above: _State) -> _Context:
        relation, marker = p.relation, p.marker
        if self._negative_marker(p):
            return _Context(True, above.factuality, above.context.said, above.context.cues)
        if relation in _CLAUSE_RELATIONS:
            return self._complement(p, governor, above)
        if relation == "argument" and p.kind == "verb":
            return _Context(False, self._told(above), above.context.said, above.context.cues)
        if relation in ("light", "argument"):
            return self._argument(p, governor, above)
        if relation == "coordinate":
            return self._coordinate(p, governor, above)
        if relation == "condition":
            factuality: Factuality = "conditional" if self._is_condition(p) else self._told(above)
            # "Had it cooperated, the fine would have been halved" says that it did not
            unreal = "have" in p.auxiliaries and p.tense == "past" and "have" in governor.auxiliaries
            return _Context(unreal and bool(governor.auxiliaries[1:]), factuality, above.context.said)
        if relation == "purpose":
            if any(self._parse.lowers[i] == "only" for i in p.adverbs):
                return _Context(False, above.factuality, above.context.said, above.context.cues)  # "only to lose it"
            effect = self._governors.effect(governor, "inf", None)
            if effect is not None and effect.name == "cause" and marker == "to":
                return self._apply(effect, governor, above)  # "pushed the others to follow"
            if self._going_to(governor):
                return self._apply(_GOING_TO, governor, above)
            return self._purpose(governor, above)
        if relation == "manner" and marker in _COMPARISON:
            return _Context(False, self._told(above), above.context.said, above.context.cues)
        if relation == "time":
            later = marker in _PROJECTING and p.tense != "past"
            factuality = above.factuality if later else self._told(above)
            return _Context(False, factuality, above.context.said, above.context.cues)
        if relation == "relative":
            if self._governors.added(p):
                return _NOWHERE
            return self._relative(p, governor, above)
        if relation in _FREE_RELATIONS:
            return _Context(False, self._told(above), above.context.said, above.context.cues)
        return _Context(False, above.factuality, above.context.said, above.context.cues)

    def _negative_marker(self, p: Predicate) -> bool:
        """Tell "without asking" and "instead of asking"."""
        if p.marker is None or p.kind == "noun":
            return False
        if p.marker in self._lexicon.negative_markers:
            return True
        lowers = self._parse.lowers
        for i in range(p.token - 1, max(p.token - 4, 0), -1):
            if lowers[i] == p.marker:
                return f"{lowers[i - 1]} {p.marker}" in self._lexicon.negative_markers
        return False

    @staticmethod
    def _purpose(governor: Predicate, above: _State) -> _Context:
        """A purpose is hypothetical, but the purpose of a plan is part of the plan."""
        factuality: Factuality = "hypothetical" if above.factuality in _REALIS else above.factuality
        return _Context(False, factuality, above.context.said, (*above.context.cues, governor.token))

    @staticmethod
    def _told(above: _State) -> Factuality:
        """Return what a dependent is that holds whatever is said of its governor."""
        return "reported" if above.context.said else "asserted"

    def _relative(self, p: Predicate, governor: Predicate, above: _State) -> _Context:
        """A relative clause stands on its own; an infinitive is to come, except after "the first woman to lead"."""
        factuality = self._told(above)
        if p.tense == "infinitive":
            parse = self._parse
            noun = governor.token if governor.kind == "noun" else parse.heads[p.token]
            if any(parse.lowers[c] in _RANKED for c in (noun, *parse.children[noun]) if c <= noun):
                return _Context(False, above.factuality, above.context.said, above.context.cues)
            effect = self._governors.content_of(p, noun)
            if governor.kind == "verb":
                effect = effect or self._governors.effect(governor, "inf", None)
                if effect is not None:
                    return self._apply(effect, governor, above)
            factuality = above.factuality if above.factuality not in _REALIS else "planned"
        return _Context(False, factuality, above.context.said, above.context.cues)

    def _coordinate(self, p: Predicate, governor: Predicate, above: _State) -> _Context:
        """A conjunct shares the context; a bare form shares the auxiliaries and the negation of the first as well."""
        context = above.context
        if p.kind == "noun":
            return _Context(
                above.negative if not p.negations else context.negative, above.factuality, context.said, context.cues
            )
        factuality = context.factuality
        negative = context.negative
        bare = not p.auxiliaries and p.tense in ("infinitive", "participle", "gerund", "none")
        if bare or (governor.mood == "imperative" and p.tense != "past"):
            factuality = _stronger(factuality, above.local_factuality)
            if bare and p.marker in ("or", "nor", "and") and not set(p.negations) & set(governor.negations):
                negative = negative != above.local_negative
        if p.marker == "or" and governor.mood == "imperative":
            factuality = "conditional"  # "come to the table or face the consequences"
        return _Context(negative, factuality, context.said, context.cues)

    def _complement(self, p: Predicate, governor: Predicate, above: _State) -> _Context:
        lexicon = self._lexicon
        if p.marker in lexicon.possible_markers:
            return _Context(False, _stronger(above.factuality, "possible"), above.context.said, (governor.token,))
        if p.relation == "parataxis" and governor.negations:
            return above.context  # "Google complied; Apple has not responded" reports no words
        if p.marker in _REASONS and p.kind == "verb":
            return _Context(False, self._told(above), above.context.said, above.context.cues)
        if p.kind == "adjective" and governor.lemma in _COPULAS:
            return self._apply(INHERITED, governor, above)
        form = self._governors.form(p)
        if form == "inf" and self._going_to(governor):
            return self._apply(_GOING_TO, governor, above)
        if form == "inf" and governor.lemma == "order" and self._parse.lowers[governor.token - 1] == "in":
            return self._purpose(governor, above)
        if form == "inf" and p.lemma in _THANKING and self._says_by_wishing(governor):
            return _Context(False, self._told(above), above.context.said, above.context.cues)  # done by saying it
        if form == "that" and governor.kind == "noun" and p.marker in _CLAUSE_PREPOSITIONS:
            return _Context(False, self._told(above), above.context.said, above.context.cues)
        effect = self._governors.effect(governor, form, p.marker)
        if effect is None:
            if form == "inf" and governor.kind == "verb" and "have" not in p.auxiliaries:
                return self._purpose(governor, above)
            effect = self._default(p, governor, form)
        if governor.lemma in ("have", "be") and form == "inf":
            effect = self._have_to(governor, effect)
        return self._apply(effect, governor, above)

    @staticmethod
    def _says_by_wishing(governor: Predicate) -> bool:
        """Tell "I would like to thank" and "we want to thank", which thank."""
        if governor.lemma in _POLITE:
            return "would" in governor.auxiliaries
        return governor.lemma in ("want", "wish") and not governor.auxiliaries and not governor.negations

    def _going_to(self, governor: Predicate) -> bool:
        return governor.lemma == "go" and "be" in governor.auxiliaries and self._parse.tags[governor.token] == "VBG"

    def _have_to(self, governor: Predicate, effect: Effect) -> Effect:
        """ "has yet to answer" is a no; "had to resign" happened; "has to resign" and "is to resign" are to come."""
        if any(self._parse.lowers[i] == "yet" for i in governor.adverbs):
            return Effect("yet to", negative=True)
        if governor.lemma == "have" and governor.tense == "past" and not governor.auxiliaries:
            return INHERITED
        return effect

    def _default(self, p: Predicate, governor: Predicate, form: str) -> Effect:
        """Return the effect of a governor that no class lists."""
        if p.relation == "parataxis":
            return Effect("parataxis", "reported", source=True)
        if form == "inf":
            if "have" in p.auxiliaries:
                return INHERITED
            if governor.kind == "adjective" and any(self._parse.lowers[i] == "too" for i in governor.adverbs):
                return Effect("too", negative=True)
            return Effect("infinitive", "hypothetical", negated="hypothetical")
        if governor.kind == "noun":
            return Effect("content", "reported") if form == "that" else _PRESUPPOSED
        return _PRESUPPOSED if form == "that" else Effect("clause", negated="hypothetical")

    def _apply(self, effect: Effect, governor: Predicate, above: _State) -> _Context:
        said = above.context.said or effect.factuality == "reported"
        cues = (governor.token,) if effect.factuality != "asserted" or effect.negative else above.cues
        cues = (*above.context.cues, *cues)
        if effect.presupposed:
            return _Context(False, self._told(above), above.context.said, above.context.cues)
        factuality = _stronger(above.factuality, effect.factuality)
        if not above.negative:
            return _Context(effect.negative, factuality, said, cues)
        if effect.negated is None:
            return _Context(not effect.negative, factuality, said, cues)
        return _Context(False, _stronger(factuality, effect.negated), said, cues)

    # ------------------------------------------------------------------ event nouns

    def _argument(self, p: Predicate, governor: Predicate, above: _State) -> _Context:
        """Return the context of an event noun inside an argument of its governor."""
        lexicon = self._lexicon
        slot = self._slot(p, governor)
        if slot in lexicon.conditional_prepositions:
            return _Context(False, _stronger(above.factuality, "conditional"), above.context.said, above.context.cues)
        between = self._between(p, governor)
        if between is not None:
            return between
        effect = self._governors.noun_effect(p, governor, slot)
        if effect is not None:
            if effect.name == "deny" and p.lemma in lexicon.speech_nouns:
                effect = _PRESUPPOSED
            elif effect.name == "announce" and self._governors.exists(p):
                effect = INHERITED
            return self._apply(effect, governor, above)
        said, cues = above.context.said, above.context.cues
        if slot in lexicon.negative_prepositions:
            return _Context(True, above.factuality, said, cues)
        if slot in lexicon.presupposed:
            return _Context(False, self._told(above), said, cues)
        occurs = slot == "subject" and self._governors.occurs(governor)
        if occurs or p.relation == "light" or slot == "attribute":
            return self._apply(INHERITED, governor, above)
        if self._governors.given(p.token) or p.lemma in lexicon.speech_nouns:
            return _Context(False, self._told(above), said, cues)
        if (slot == "object" or governor.kind == "noun") and event_noun(p.lemma):
            return _Context(above.negative and slot == "object", above.factuality, said, cues)
        return _Context(False, self._told(above), said, cues)

    @staticmethod
    def _slot(p: Predicate, governor: Predicate) -> str | None:
        """Return the slot an event noun fills; of "in case OF an attack" the whole preposition counts."""
        for slot, fillers in governor.slots.items():
            if " " in slot and any(f.head == p.token for f in fillers):
                return slot
        return p.support[1] if p.support else p.marker

    def _between(self, p: Predicate, governor: Predicate) -> _Context | None:
        """Return the context of a noun under a noun that is no predicate: "the lack of COOPERATION angered them"."""
        above = self._governors.noun_above(p.token)
        if above is None or above[0] == governor.token or self._parse.pos[above[0]] != "NOUN":
            return None
        if above[0] in self._syntax.at:
            return None
        state = self._state(governor)
        return self._bridged(p, above, _Context(False, self._told(state), state.context.said))

    def _loose_noun(self, p: Predicate, floor: _Context) -> _Context:
        """Return the context of an event noun without governing predicate: "Fears of a STRIKE", "ATTACK plan"."""
        above = self._governors.noun_above(p.token)
        if above is None:
            return floor
        head, preposition = above
        if self._parse.pos[head] in ("NOUN", "ADJ") and head not in self._syntax.at:
            return self._bridged(p, above, floor) or floor
        if preposition in self._lexicon.negative_prepositions:
            return _Context(True, floor.factuality, floor.said)
        return floor

    def _bridged(self, p: Predicate, above: tuple[int, str | None], context: _Context) -> _Context | None:
        head, preposition = above
        kind: Literal["noun", "adjective"] = "noun" if self._parse.pos[head] == "NOUN" else "adjective"
        bridge = Predicate(head, kind, self._parse.lemmas[head].lower())
        effect = self._governors.noun_effect(p, bridge, preposition)
        if effect is None:
            return None
        negative, factuality, cues = self._noun(bridge)
        return self._apply(effect, bridge, _State(negative, factuality, context, cues))


def judge(syntax: Syntax, token: int, *, lexicon: TruthLexicon) -> Truth:
    """Return the truth of one trigger; for many triggers of one article, keep a :class:`Judge`."""
    return Judge(syntax, lexicon).judge(token)
