"""Does the article say that it happened? Polarity and factuality of a trigger.

A trigger has *marks* (its own negation, modals, adverbs, modifiers: :mod:`pipeline.events.marks`) and a *context*, what
its governors make of it: "refused to", "if", "the threat of" (event nouns: :mod:`pipeline.events.nominals`). The words
that govern are in ``configs/truth.yaml``; how a relation passes truth on is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events.governors import INHERITED, PRESUPPOSED, Governors
from pipeline.events.lexicon import Effect, TruthLexicon
from pipeline.events.marks import POLITE, Reader
from pipeline.events.nominals import Nominals
from pipeline.events.states import NOWHERE, REALIS, Context, Marks, State, apply, stronger
from pipeline.quick import quick
from pipeline.records import Factuality, Polarity
from pipeline.syntax import Predicate, Syntax
from pipeline.syntax.lexicon import words

_CLAUSE_RELATIONS = frozenset({"complement", "noun complement", "adjective complement", "parataxis"})
_FREE_RELATIONS = frozenset({"cause", "concession"})
_GOING_TO = Effect("going to", "planned")
_RANKED = frozenset({"first", "second", "third", "last", "latest", "only", "youngest", "oldest"})
_CLAUSE_PREPOSITIONS = frozenset({"for", "of", "about", "on", "in", "at", "with", "to", "by", "from"})
_THANKING = frozenset({"thank", "congratulate", "apologise", "apologize", "say", "stress", "add", "express", "welcome"})
_COPULAS = frozenset({"be", "remain", "become", "stay", "seem", "appear", "feel", "look", "sound", "get", "grow"})
_MARKER_REACH = 12  # tokens between a subordinator and its verb
_PROJECTING = frozenset({"when", "once", "before", "until", "till", "after", "as soon as", "whenever", "the moment"})
_TIMES = frozenset({"after", "before", "until", "till", "while", "although", "though"})
_REASONS = frozenset({"as", "because", "since"})
_QUOTING = frozenset({"quote", "cite"})
_VERDICTS = frozenset({"find", "declare", "pronounce", "hold", "deem"})
_LIMITS = frozenset({"until", "till", "before", "once"})
_NOBODY = frozenset({"anyone", "anybody", "anything", "any"})
_RAISING = frozenset({"be", "seem", "appear", "set", "look", "need", "remain"})
_DEMANDING = words(
    """
    ask insist demand propose recommend urge request suggest require order rule move prefer plead beg advise stipulate
    mandate command instruct direct decree
    """
)
_PLURALS = frozenset({"i", "you", "we", "they"})
_COMPARISON = frozenset({"than", "as"})


@quick
@dataclass(frozen=True, slots=True)
class Truth:
    """Polarity and factuality of one trigger, with the tokens that decided (``cues``, in text order)."""

    polarity: Polarity
    factuality: Factuality
    cues: tuple[int, ...] = ()


class Judge:
    """Judges the triggers of one article. Answers are remembered, so that asking twice costs nothing."""

    def __init__(self, syntax: Syntax, lexicon: TruthLexicon) -> None:
        self._syntax, self._parse, self._lexicon = syntax, syntax.parse, lexicon
        self._governors = Governors(syntax, lexicon)
        self._reader = Reader(syntax, lexicon, self._governors)
        self._nominals = Nominals(syntax, lexicon, self._governors, self._reader)
        self._states: dict[int, State] = {}
        self._open: set[int] = set()
        self._looped = False  # a circle of governors was cut: what depends on the cut is not remembered

    def judge(self, token: int) -> Truth:
        """Return the truth of the event that a trigger token names."""
        predicate = self._syntax.at.get(token) or self._bare(token)
        state = self._state(predicate)
        cues = tuple(sorted({*state.marks.cues, *state.context.cues}))
        return Truth("negative" if state.negative else "positive", state.factuality, cues)

    def judge_act(self, token: int) -> Truth:
        """Return the truth of the act behind an event's trigger: "failure" to act stands for acting, not done."""
        truth = self.judge(token)
        predicate = self._syntax.at.get(token)
        if predicate is None or predicate.kind != "noun" or predicate.lemma not in self._lexicon.undone_acts:
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

    def _state(self, p: Predicate) -> State:
        known = self._states.get(p.token)
        if known is not None:
            return known
        self._open.add(p.token)
        context = self._context(p)
        self._open.discard(p.token)
        state = State(self._reader.read(p, context), context)
        if not self._looped:
            self._states[p.token] = state
        elif not self._open:
            self._looped = False
        return state

    def _context(self, p: Predicate) -> Context:
        quoted = self._quoted(p.token)
        floor = Context(factuality="reported", said=True) if quoted else NOWHERE
        governor = self._syntax.at.get(p.governor) if p.governor is not None else None
        if governor is not None and governor.token in self._open:
            self._looped, governor = True, None
        if governor is None or (not quoted and self._outside(p, governor)):
            return self._unmarked(p, floor)
        if p.kind == "noun" and governor.lemma in _RAISING and (carrier := self._carrier(p, governor)) is not None:
            governor = carrier
        above = self._state(governor)
        shared = set(p.negations) & set(governor.negations)
        if shared:  # one negation that both carry: "had no comment", "is not ready"
            own = [i for i in self._reader.negations(governor) if i not in shared]
            above = State(Marks(bool(own), above.marks.factuality, above.marks.cues), above.context)
        found = self._inside(p, governor, above)
        if not quoted:
            return found
        return Context(found.negative, stronger(found.factuality, "reported"), True, found.cues)

    def _carrier(self, p: Predicate, governor: Predicate) -> Predicate | None:
        """Return what is said of an event by way of a copula: "talks are to RESUME", "a strike is LIKELY to begin"."""
        if p.support is None or p.support[1] not in ("subject", "object"):
            return None
        below = self._governors.below
        clauses = list(below.get(governor.token, ()))
        adjectives = [q for q in clauses if q.kind == "adjective" and q.relation == "complement"]
        clauses += [q for a in adjectives for q in below.get(a.token, ())]
        for q in clauses:
            if q.kind == "verb" and q.tense == "infinitive" and q.token > p.token and self._governors.occurs(q):
                return q
        return next((a for a in adjectives if a.lemma in self._lexicon.adjectives.get("subject", {})), None)

    def _quoted(self, token: int) -> bool:
        number = self._syntax.quoted[token] if token < len(self._syntax.quoted) else -1
        return number >= 0 and self._syntax.quotes[number].direct

    def _outside(self, p: Predicate, governor: Predicate) -> bool:
        """Tell a verb ahead of a quotation that the parser hung on a verb inside: "He *defended* it: “We will ...”"."""
        if self._governors.reports(p, governor.token):
            return True
        if p.relation not in ("parataxis", "coordinate", "complement") or not self._quoted(governor.token):
            return False
        return p.token < self._syntax.quotes[self._syntax.quoted[governor.token]].first

    def _unmarked(self, p: Predicate, floor: Context) -> Context:
        """Return the context of a predicate without governor: a stray "if" clause is still a condition."""
        if p.relation == "condition" or p.marker in self._lexicon.conditional_markers:
            return Context(factuality="conditional", said=floor.said)
        if p.kind == "noun":
            return self._nominals.loose(p, floor)
        if self._governors.retold(p) is not None:
            return Context(factuality="reported", said=True)
        return floor

    def _inside(self, p: Predicate, governor: Predicate, above: State) -> Context:
        relation, marker = p.relation, p.marker
        if self._negative_marker(p):
            return above.hands_on(above.factuality, True)
        if marker == "except" and p.tense == "infinitive" and p.lemma in self._lexicon.verbs["that"]:
            return above.free()  # "declined to comment except to say ..."
        if relation in _CLAUSE_RELATIONS or (relation == "participle" and self._selected(p, governor)):
            return self._complement(p, governor, above)
        if relation == "argument" and p.kind == "verb":
            return above.free()
        if relation in ("light", "argument"):
            return self._nominals.argument(p, governor, above)
        if relation == "coordinate":
            return self._coordinate(p, governor, above)
        if relation == "condition":
            factuality: Factuality = "conditional" if self._reader.is_condition(p) else above.told
            # "Had it cooperated, the fine would have been halved" says that it did not
            unreal = "have" in p.auxiliaries and p.tense == "past" and "have" in governor.auxiliaries
            return Context(unreal and bool(governor.auxiliaries[1:]), factuality, above.context.said)
        if relation == "purpose":
            if any(self._parse.lowers[i] == "only" for i in p.adverbs):
                return above.hands_on(above.factuality)  # "only to lose it"
            effect = self._governors.effect(governor, "inf", None)
            if effect is not None and marker == "to" and (effect.name == "cause" or governor.lemma == "use"):
                return apply(effect, governor, above)  # "pushed the others to follow"
            if self._going_to(governor):
                return apply(_GOING_TO, governor, above)
            return self._purpose(governor, above)
        if relation == "manner" and marker in _COMPARISON:
            return above.free()
        if relation == "time":
            return self._time(p, above)
        if relation == "relative":
            if self._governors.added(p):
                return NOWHERE
            return self._relative(p, governor, above)
        if relation in _FREE_RELATIONS:
            return above.free()
        return above.hands_on(above.factuality)

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

    def _selected(self, p: Predicate, governor: Predicate) -> bool:
        """Tell the gerund of a phrasal verb, read as a participle: "ruled out *pardoning* him"."""
        words = self._lexicon.verbs["ing"]
        beside = (governor.particle, *(self._parse.lowers[i] for i in governor.adverbs))
        return self._parse.words[p.token - 1] != "," and any(f"{governor.lemma} {word}" in words for word in beside)

    def _time(self, p: Predicate, above: State) -> Context:
        """What is over stands on its own; "when the talks end" is as far off as what it dates."""
        lowers = self._parse.lowers
        if p.tense == "infinitive" and p.marker in _LIMITS:  # "has until Friday to decide"
            return above.hands_on(stronger(above.factuality, "planned"))
        if p.marker == "before" and any(lowers[f.first] in _NOBODY for s in p.slots.values() for f in s):
            return above.hands_on(above.told, True)  # "repealed before anyone was fined"
        soon = p.marker == "as" and "soon" in lowers[max(p.token - _MARKER_REACH, 0) : p.token]
        if (p.marker in _LIMITS or soon) and above.factuality not in REALIS:
            return above.hands_on(above.factuality)  # "would be lifted once the firm paid"
        if p.marker in _PROJECTING and p.tense != "past":
            return above.hands_on(above.factuality)
        return above.free()

    @staticmethod
    def _purpose(governor: Predicate, above: State) -> Context:
        """A purpose is hypothetical, but the purpose of a plan is part of the plan."""
        factuality: Factuality = "hypothetical" if above.factuality in REALIS else above.factuality
        return Context(False, factuality, above.context.said, (*above.context.cues, governor.token))

    def _relative(self, p: Predicate, governor: Predicate, above: State) -> Context:
        """A relative clause stands on its own; an infinitive is to come, except after "the first woman to lead"."""
        factuality = above.told
        if p.tense == "infinitive":
            parse = self._parse
            noun = governor.token if governor.kind == "noun" else parse.heads[p.token]
            if parse.lowers[noun] == "nothing":
                return above.hands_on(above.told, True)  # "did nothing to help"
            if any(parse.lowers[c] in _RANKED for c in (noun, *parse.children[noun]) if c <= noun):
                return above.hands_on(above.factuality)
            effect = self._governors.content_of(p, noun) or self._governors.effect(governor, "inf", None)
            if effect is not None:
                return apply(effect, governor, above)
            factuality = above.factuality if above.factuality not in REALIS else "planned"
        return above.hands_on(factuality)

    def _coordinate(self, p: Predicate, governor: Predicate, above: State) -> Context:
        """A conjunct shares the context; a bare form shares the auxiliaries and the negation of the first as well."""
        context = above.context
        if p.kind == "noun":
            return Context(
                above.negative if not p.negations else context.negative, above.factuality, context.said, context.cues
            )
        factuality = context.factuality
        negative = context.negative
        bare = not p.auxiliaries and p.tense in ("infinitive", "participle", "gerund", "none")
        if bare or (governor.mood == "imperative" and p.tense != "past"):
            factuality = stronger(factuality, above.marks.factuality)
            if bare and p.marker in ("or", "nor", "and") and not set(p.negations) & set(governor.negations):
                negative = negative != above.marks.negative
        elif p.marker == "nor" and not p.negations:
            negative = negative != above.marks.negative  # "neither confirmed nor denied it"
        if p.marker == "or" and governor.mood == "imperative":
            factuality = "conditional"  # "come to the table or face the consequences"
        return Context(negative, factuality, context.said, context.cues)

    def _complement(self, p: Predicate, governor: Predicate, above: State) -> Context:
        lexicon = self._lexicon
        if p.marker in lexicon.possible_markers:
            return Context(False, stronger(above.factuality, "possible"), above.context.said, (governor.token,))
        if p.relation == "parataxis" and (governor.negations or self._governors.beside(p, governor)):
            return above.context  # "Google complied; Apple has not responded" reports no words
        if p.marker in _REASONS and p.kind == "verb" and governor.lemma not in _QUOTING:
            return above.free()  # but "was quoted as saying"
        if p.marker in _TIMES and p.tense == "past":
            return self._time(p, above)
        if p.kind == "adjective" and (governor.lemma in _COPULAS or governor.lemma in _VERDICTS):
            return apply(INHERITED, governor, above)  # "is guilty", "was found guilty"
        form = self._governors.form(p)
        if form == "inf" and governor.lemma == "be":
            judged = [q for q in self._governors.below.get(governor.token, ()) if q.kind == "adjective"]
            if judged and governor.token < judged[0].token < p.token:
                return self._complement(p, judged[0], self._state(judged[0]))  # "it is critical to act"
        if form == "that" and governor.kind == "verb" and self._subjunctive(p, governor):
            return apply(_GOING_TO, governor, above)
        if form == "inf" and self._going_to(governor):
            return apply(_GOING_TO, governor, above)
        if form == "inf" and governor.lemma == "enable" and governor.tense in ("past", "gerund", "participle"):
            return apply(INHERITED, governor, above)
        if form == "inf" and governor.lemma == "order" and self._parse.lowers[governor.token - 1] == "in":
            return self._purpose(governor, above)
        if form == "inf" and p.lemma in _THANKING and self._says_by_wishing(governor):
            return above.free()  # done by saying it
        if form == "that" and governor.kind == "noun" and p.marker in _CLAUSE_PREPOSITIONS:
            return above.free()
        effect = self._governors.effect(governor, form, p.marker)
        if effect is None:
            if form == "inf" and governor.kind == "verb" and "have" not in p.auxiliaries:
                return self._purpose(governor, above)
            effect = self._default(p, governor, form)
        if governor.lemma in ("have", "be") and form == "inf":
            effect = self._have_to(governor, effect)
        return apply(effect, governor, above)

    @staticmethod
    def _says_by_wishing(governor: Predicate) -> bool:
        """Tell "I would like to thank" and "we want to thank", which thank."""
        if governor.lemma in POLITE:
            return "would" in governor.auxiliaries
        return governor.lemma in ("want", "wish") and not governor.auxiliaries and not governor.negations

    def _going_to(self, governor: Predicate) -> bool:
        return governor.lemma == "go" and "be" in governor.auxiliaries and self._parse.tags[governor.token] == "VBG"

    def _subjunctive(self, p: Predicate, governor: Predicate) -> bool:
        """Tell what is called for: "insisted that the plan *be withdrawn*", "asked that the firm *reinstate* them"."""
        if p.marker != "that":
            return False
        parse = self._parse
        if p.auxiliaries == ("be",):
            return any(parse.lowers[c] == "be" for c in parse.children[p.token] if c < p.token)
        if p.auxiliaries or governor.lemma not in _DEMANDING:
            return False
        one = [f for f in p.slots.get("subject", ()) if parse.tags[f.head] in ("NN", "NNP", "PRP")]
        return parse.tags[p.token] == "VB" or (
            parse.tags[p.token] == "VBP" and len(one) == 1 and parse.lowers[one[0].head] not in _PLURALS
        )

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
            return Effect("content", "reported") if form == "that" else PRESUPPOSED
        return PRESUPPOSED if form == "that" else Effect("clause", negated="hypothetical")


def judge(syntax: Syntax, token: int, *, lexicon: TruthLexicon) -> Truth:
    """Return the truth of one trigger; for many triggers of one article, keep a :class:`Judge`."""
    return Judge(syntax, lexicon).judge(token)
