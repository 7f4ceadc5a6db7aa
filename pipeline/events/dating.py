"""When an event happened, by stated rules; the rule is recorded and nothing is guessed.

In this order, the first that holds:

``own clause``       an expression that hangs on the trigger, on its light verb or on the event noun it supports
``governing clause`` the date of the clause that selects the event ("said in 2020 it was WORKING"), of the reporting
                     verb of a quotation, of the verb an event noun is an argument of
``same sentence``    an expression ahead of the main clause ("In a statement issued in June, the agency SAID ...") or on
                     an argument or a document of the verb ("apologised in a letter sent on Friday"); a month or more
                     at the head of the sentence dates its side clauses too
``paragraph anchor`` the date that the sentence before has set, while the story goes on in the past tense about the
                     same one ("*He* said", "the *statement* added"); what is told goes on from the paragraph before
``dateline``         the day in front of the first sentence ("NAIROBI, 8 May -"), for that sentence alone

Else the event has no date. The publication date is never used for one: it resolves expressions such as "on Monday"
and closes the interval of "has met them since May".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.events.governors import Governors
from pipeline.events.lexicon import TruthLexicon
from pipeline.events.timespans import BOUNDS, Dated, place
from pipeline.records import TimeExpression
from pipeline.syntax import Predicate, Syntax

# Relations through which an event shares the time of its governor.
_SIMULTANEOUS = frozenset(
    {
        "complement",
        "noun complement",
        "adjective complement",
        "purpose",
        "participle",
        "manner",
        "coordinate",
        "parataxis",
        "light",
    }
)
_CONTENT = frozenset({"complement", "noun complement", "adjective complement"})
_SAME_TIME = frozenset({"when", "while", "as", "whilst"})
_BREAKS = frozenset(
    {"then", "later", "since", "afterwards", "subsequently", "previously", "earlier", "meanwhile", "once"}
)
_SAME_ONE = frozenset({"he", "she", "they", "it", "i", "we", "statement", "report", "letter", "document"})
_ISSUING = frozenset(
    {"issue", "publish", "release", "post", "send", "air", "broadcast", "write", "deliver", "give", "date"}
)
# Verbs that do what their complement says, at the same time: a date on either dates both.
_ONE_ACT = frozenset({"fail", "refuse", "achieve", "cause"})
# "gave them until Friday to comply"
_GRANTING = frozenset({"give", "have", "get", "grant", "allow"})
_CLOSING = frozenset({"until", "till"})
_LEAD_TOKENS = 4  # words before an expression that still heads its sentence: "But in early June"
_DATELINE_TOKENS = 14  # place, day and agency
_DATELINE_TAIL = 6  # from the day to the dash
_DASHES = frozenset({"-", "–", "—", "--", "_"})
_AUXILIARY_REACH = 5
_NEWS_DAYS = 8  # longer than a week
_MAX_STEPS = 25


@dataclass(frozen=True, slots=True)
class EventDate:
    """The words that date an event, the interval they stand for (both days inclusive), and the rule that applied."""

    text: str
    first_day: date
    last_day: date
    precision: str
    rule: str


def _as_rule(dated: Dated, rule: str) -> EventDate:
    return EventDate(dated.text, dated.first_day, dated.last_day, dated.precision, rule)


class Calendar:
    """The time expressions of one article, ready to date its triggers."""

    def __init__(
        self,
        syntax: Syntax,
        dates: tuple[TimeExpression, ...],
        lexicon: TruthLexicon,
        published: date | None = None,
    ) -> None:
        self._syntax, self._parse, self._published = syntax, syntax.parse, published
        self._governors = Governors(syntax, lexicon)
        self._on: dict[int, list[Dated]] = {}
        self._in_sentence: dict[int, list[Dated]] = {}
        self._anchors: dict[tuple[int, bool], Dated | None] = {}
        self._supported: dict[int, int] = {}
        self._open = {self._parse.sent[e.first] for e in dates if e.value == "PAST_REF"}
        if not dates:
            return
        for dated in place(syntax, dates, published):
            self._in_sentence.setdefault(self._parse.sent[dated.first], []).append(dated)
            if dated.predicate is not None:
                self._on.setdefault(dated.predicate, []).append(dated)
        if self._on:
            self._supported = {
                p.support[0]: p.token for p in syntax.predicates if p.relation == "light" and p.support is not None
            }
            for p in syntax.predicates:
                if p.relation == "complement" and p.governor in syntax.at and p.token in self._on:
                    effect = self._governors.effect(syntax.at[p.governor], self._governors.form(p), p.marker)
                    if effect is not None and (effect.name in _ONE_ACT or self._over(p.token)):
                        self._supported.setdefault(p.governor, p.token)

    def _over(self, token: int) -> bool:
        """Tell a day before publication, which cannot be that of a plan: "ordered the envoy TO LEAVE on Tuesday"."""
        dated = self._narrowest(token)
        p = self._syntax.at[token]
        past = dated is not None and self._published is not None and dated.last_day <= self._published
        return past and p.tense == "infinitive"

    def date_event(self, token: int) -> EventDate | None:
        """Return the date of the event that a trigger token names, or None where no rule holds."""
        if not self._in_sentence:
            return None
        dated = self._own(token)
        if dated is not None:
            return _as_rule(dated, "own clause")
        lasting = self._since(token)
        if lasting is not None:
            return lasting
        governing = self._deadline(token) or self._governing(token)
        if governing is not None:
            return _as_rule(governing, "governing clause")
        found = self._main(token)
        if found is None:
            heading = self._heading(token)
            return _as_rule(heading, "same sentence") if heading is not None else None
        main, before = found
        rule = "same sentence"
        dated = self._ahead(main) or self._behind(main)
        if dated is None:
            inherited = self._inherited(main)
            if inherited is None:
                return None
            dated, rule = inherited
        return _as_rule(dated, rule) if dated.holds(before) else None

    # ------------------------------------------------------------------ expressions

    def _own(self, token: int) -> Dated | None:
        """Return the narrowest expression on a predicate, on its light verb or on the noun it supports."""
        found = self._narrowest(token)
        named = self._named_before(token)
        if named is not None and not (
            found is not None and named.first_day <= found.first_day and found.last_day <= named.last_day
        ):
            return named
        if found is None and (noun := self._supported.get(token)) is not None:
            found = self._narrowest(noun)
        if found is None:
            predicate = self._syntax.at.get(token)
            if predicate is not None and predicate.relation == "light" and predicate.support is not None:
                found = self._narrowest(predicate.support[0])
        return found

    def _narrowest(self, token: int) -> Dated | None:
        on = self._on.get(token)
        if on is None:
            return None
        found = [d for d in on if d.preposition not in BOUNDS and not self._told_aside(token, d)]
        return min(found, key=lambda d: (d.last_day - d.first_day, d.first)) if found else None

    def _named_before(self, token: int) -> Dated | None:
        """Return the time that a clause tells of: "since 2020, when the talks COLLAPSED"."""
        p = self._syntax.at.get(token)
        if p is None or p.marker != "when":
            return None
        parse = self._parse
        when = next((i for i in range(token - 1, parse.sentence_of(token)[0], -1) if parse.lowers[i] == "when"), 0)
        edge = when - 1 if parse.words[when - 1] == "," else when
        return next((d for d in self._in_sentence.get(parse.sent[token], ()) if d.last == edge and not d.present), None)

    def _deadline(self, token: int) -> Dated | None:
        """Return the day by which somebody is to act: "was given until Friday to PAY"."""
        p = self._syntax.at.get(token)
        above = self._syntax.at.get(p.governor) if p is not None and p.governor is not None else None
        if p is None or above is None or p.tense != "infinitive" or above.lemma not in _GRANTING:
            return None
        until = (
            d for d in self._on.get(above.token, ()) if d.preposition in _CLOSING and above.token < d.first < token
        )
        return next(until, None)

    def _told_aside(self, token: int, dated: Dated) -> bool:
        """Tell a past day inside an argument of a present verb: "whom they BLAME for two attacks last week"."""
        p = self._syntax.at.get(token)
        over = self._published is not None and (self._published - dated.last_day).days > 1
        if p is None or p.kind != "verb" or p.tense != "present" or not over:
            return False
        between = (self._syntax.at.get(i) for i in range(token + 1, dated.first))
        return not dated.direct or any(q is not None and q.kind == "noun" and q.relation != "light" for q in between)

    def _since(self, token: int) -> EventDate | None:
        """Return the time up to publication: "HAS MET the union three times since May"."""
        p = self._syntax.at.get(token)
        verb = self._syntax.at.get(p.support[0]) if p is not None and p.relation == "light" and p.support else p
        if verb is None or verb.auxiliaries[:1] != ("have",) or self._published is None:
            return None
        if verb.relation is None and "had" in self._parse.lowers[max(0, verb.token - _AUXILIARY_REACH) : verb.token]:
            return None  # "had met them since May" ended at a time that is not told; "said it had met" may go on
        for on in (token, verb.token):
            for d in self._on.get(on, ()):
                if d.preposition == "since" and d.first_day <= self._published:
                    e = d.expression
                    return EventDate(e.text, d.first_day, self._published, "interval", "own clause")
        return None

    # ------------------------------------------------------------------ clauses

    def _governing(self, token: int) -> Dated | None:
        """Return the date of the nearest governing clause that the event shares its time with."""
        below = self._syntax.at.get(token)
        before = False
        for _ in range(_MAX_STEPS):
            above = self._shared(below) if below is not None else None
            if below is None or above is None:
                return None
            before = before or self._before(below, above)
            dated = self._own(above.token)
            if dated is not None:
                vague = dated.present and below.relation not in _CONTENT and below.relation != "purpose"
                return dated if dated.holds(before) and not vague else None
            below = above
        return None

    def _shared(self, p: Predicate) -> Predicate | None:
        """Return the governor whose time a predicate shares, the reporting verb for what opens a quotation."""
        at = self._syntax.at
        relation = p.relation
        if relation == "coordinate" and not self._goes_with(p):
            return None
        if p.governor is not None and (
            relation in _SIMULTANEOUS
            or (relation == "time" and p.marker in _SAME_TIME)
            or (relation == "relative" and p.marker == "when")
            or (relation == "argument" and p.kind == "noun" and self._same_act(p))
        ):
            return at.get(p.governor)
        number = self._syntax.quoted[p.token]
        if number >= 0 and p.governor is None:
            cue = self._syntax.quotes[number].cue
            return at.get(cue) if cue is not None and cue != p.token else None
        return None

    def _goes_with(self, p: Predicate) -> bool:
        """Tell a conjunct told in one breath, of the same one: "FROZE the account in May and seized the ship"."""
        above = self._own(p.governor) if p.governor is not None else None
        if p.kind == "noun" or above is None or above.last <= (p.governor or 0):
            return True  # an expression ahead of the first verb is ahead of both
        subject = p.slots.get("object" if p.passive else "subject")
        return "have" not in p.auxiliaries and not (subject and not subject[0].shared)

    def _same_act(self, p: Predicate) -> bool:
        """Tell whether an event noun happens with its verb: "ordered the BLOCKING", but not "met after the VOTE"."""
        slot = p.support[1] if p.support else None
        if p.governor not in self._syntax.at:
            return False
        if slot == "on" and self._syntax.at[p.governor].lemma == "go":
            return True  # "went on STRIKE", "went on TRIAL"
        if slot not in ("object", "subject", "attribute", "into", "under"):
            return False
        effect = self._governors.noun_effect(p, self._syntax.at[p.governor], slot)
        return effect is None or not effect.presupposed

    def _before(self, p: Predicate, above: Predicate) -> bool:
        """Tell what lies before the saying of it: "said on Monday it HAD FINED the bank"."""
        reported = p.relation in ("complement", "parataxis") or p.governor is None
        if not reported or above.kind == "adjective":
            return False
        lasting = p.lemma == "be" or self._parse.tags[p.token] == "VBG"  # "said it was considering": at the same time
        return "have" in p.auxiliaries or (p.tense == "past" and not lasting)

    def _main(self, token: int) -> tuple[Predicate, bool] | None:
        """Return the main predicate of the sentence if the event shares its time, and whether it lies before it."""
        p = self._syntax.at.get(token)
        before = False
        for _ in range(_MAX_STEPS):
            if p is None:
                return None
            above = self._shared(p)
            if above is None:
                return (p, before) if p.governor is None else None
            before = before or self._before(p, above)
            p = above
        return None

    def _ahead(self, main: Predicate) -> Dated | None:
        """Return an expression in front of the main clause: "In a statement issued in June, the agency SAID"."""
        named = (*main.slots.get("subject", ()), *main.slots.get("object", ()))
        edge = min((f.first for f in named), default=main.token)
        edge = min(edge, main.token)
        for d in self._in_sentence.get(self._parse.sent[main.token], ()):
            vague = d.present or d.thing or d.preposition in BOUNDS
            if d.last <= edge and not vague and self._fronted(d, main, edge):
                return d
        return None

    def _fronted(self, dated: Dated, main: Predicate, edge: int) -> bool:
        """Tell an expression in a phrase ahead of a clause from one of another clause ahead of it."""
        if ";" in self._parse.words[dated.last : edge] or self._inside_content(dated, main):
            return False
        p = self._syntax.at.get(dated.predicate) if dated.predicate is not None else None
        for _ in range(_MAX_STEPS):
            if p is None or p.relation not in _CONTENT:
                break
            p = self._syntax.at.get(p.governor) if p.governor is not None else None
        if p is None or p is main or p.kind == "noun":
            return True
        return p.relation == "relative" and not self._governors.added(p)

    def _inside_content(self, dated: Dated, main: Predicate) -> bool:
        """Tell a date of what is told from one of the telling: "The sale, due in May, will fail, the firm SAID"."""
        parse, at = self._parse, self._syntax.at
        node = dated.first
        for _ in range(_MAX_STEPS):
            if node == main.token or parse.heads[node] == node:
                break
            node = parse.heads[node]
            p = at.get(node)
            if p is None or p is main or dated.first <= node < dated.last or p.kind == "noun":
                continue
            if p.relation in _CONTENT or p.relation == "parataxis" or p.governor is None:
                return True
        return self._syntax.quoted[dated.first] >= 0 and self._syntax.quoted[main.token] < 0

    def _start(self, token: int) -> int:
        """Return the first word of a sentence, past quotation marks and line breaks."""
        first, last = self._parse.sentence_of(token)
        while first < last - 1 and not self._parse.words[first][0].isalnum():
            first += 1
        return first

    def _dates_document(self, dated: Dated) -> bool:
        """Tell the day a letter or statement came out: "in a statement ISSUED in June"."""
        p = self._syntax.at.get(dated.predicate) if dated.predicate is not None else None
        return p is not None and p.relation == "relative" and p.lemma in _ISSUING

    def _behind(self, main: Predicate) -> Dated | None:
        """Return the expression that follows an argument of a verb: "SIGNED the treaty on Friday"."""
        for slot, fillers in main.slots.items():
            for filler in fillers:
                for d in self._on.get(filler.head, ()):
                    if d.first > filler.head and (
                        d.preposition == "on" or (d.preposition == "in" and slot == "object")
                    ):
                        return d
        for d in self._in_sentence.get(self._parse.sent[main.token], ()):
            if d.first > main.token and self._dates_document(d):
                return d
        return None

    def _heading(self, token: int) -> Dated | None:
        """Return a wide expression at the head of the sentence: "In 2016 it ended after the state THREATENED it"."""
        p = self._syntax.at.get(token)
        if p is None or p.relation != "time" or p.tense != "past" or "have" in p.auxiliaries:
            return None
        start = self._start(token)
        for d in self._in_sentence.get(self._parse.sent[token], ()):
            if d.first - start <= _LEAD_TOKENS and d.last <= token and d.preposition not in BOUNDS and d.holds(True):
                return d
        return None

    # ------------------------------------------------------------------ across sentences

    def _inherited(self, main: Predicate) -> tuple[Dated, str] | None:
        parse = self._parse
        number = parse.sent[main.token]
        dateline = self._dateline(number)
        if dateline is not None:
            return dateline, "dateline"
        if number in self._open or not self._goes_on(main, number):
            return None  # "told us in a recent interview": at another time, though nobody says when
        if not self._same_one(main) and parse.tags[main.token] != "VBG":
            return None  # "was refusing" goes on at the time told before, whoever it is
        quotes = any(q.cue == main.token for q in self._syntax.quotes)
        crossing = quotes or self._tells(main)
        opens = self._opens_paragraph(number)
        if opens and not crossing:
            return None
        anchor = self._anchor(number - 1, crossing)
        if anchor is None or (self._published is not None and anchor.first_day > self._published):
            return None  # a past clause does not go on with what is still to come
        if opens and not quotes and (anchor.last_day - anchor.first_day).days >= _NEWS_DAYS:
            return None  # a report goes on with its day, not with a year that it mentions
        return anchor, "paragraph anchor"

    def _tells(self, main: Predicate) -> bool:
        """Tell a clause that reports in its own words: "He *said* prices were fair"."""
        _, last = self._parse.sentence_of(main.token)
        inside = (self._syntax.at.get(i) for i in range(main.token + 1, last))
        return any(p is not None and p.governor == main.token and p.relation == "complement" for p in inside)

    def _goes_on(self, main: Predicate, number: int) -> bool:
        """Tell whether a sentence goes on with the time of the one before: past tense, no step in time."""
        parse = self._parse
        first = self._start(parse.sentences[number][0])
        return parse.lowers[first] not in _BREAKS and "have" not in main.auxiliaries and main.tense == "past"

    def _same_one(self, main: Predicate) -> bool:
        """Tell whether a clause goes on about the one before: *he* said, the *statement* added."""
        subject = main.slots.get("object" if main.passive else "subject")
        return bool(subject) and self._parse.lowers[subject[0].head] in _SAME_ONE if subject else False

    def _opens_paragraph(self, number: int) -> bool:
        parse = self._parse
        first = parse.sentences[number][0]
        if number == 0:
            return True
        before = parse.sentences[number - 1][1]
        return "\n" in parse.text[parse.ends[before - 1] - len(parse.words[before - 1]) : parse.starts[first] + 1]

    def _anchor(self, number: int, crossing: bool) -> Dated | None:
        """Return the date that a sentence sets or hands on; a heading sets none and hands none on.

        ``crossing`` lets a quotation or a report hand on the date of the paragraph before.
        """
        if number < 0:
            return None
        key = (number, crossing)
        if key in self._anchors:
            return self._anchors[key]
        self._anchors[key] = None
        first, last = self._parse.sentences[number]
        main = next((p for i in range(first, last) if (p := self._syntax.at.get(i)) and self._is_main(p)), None)
        found = None
        if main is not None:
            found = self._own(main.token) or self._ahead(main)
            if found is not None and not found.expression.sets_anchor:
                found = None
            said = self._syntax.quoted[main.token] >= 0
            hands_on = said or self._goes_on(main, number)
            if self._opens_paragraph(number):
                hands_on = hands_on and crossing and (said or self._same_one(main))
            if found is None and hands_on:
                found = self._anchor(number - 1, crossing)
        self._anchors[key] = found
        return found

    def _is_main(self, p: Predicate) -> bool:
        return p.governor is None and p.kind == "verb" and p.tense in ("past", "present", "future")

    def _dateline(self, number: int) -> Dated | None:
        """Return the day in front of a first sentence: "NAIROBI, 8 May (Wire) - The ...", which may be split off."""
        parse = self._parse
        for n in (number, number - 1):
            if n < 0 or (n < number and self._opens_paragraph(number)):
                continue
            first, last = parse.sentences[n]
            if not (parse.words[first].isupper() and len(parse.words[first]) > 2):
                continue
            for d in self._in_sentence.get(n, ()):
                dash = any(parse.words[i] in _DASHES for i in range(d.last, min(d.last + _DATELINE_TAIL, last)))
                if dash and d.last - first <= _DATELINE_TOKENS:
                    return d
        return None
