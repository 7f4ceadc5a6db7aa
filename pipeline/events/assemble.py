"""From matches to events: arguments with canonical names, truth, source, date, place, nesting, code, confidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.events.aims import SIDES, Aims
from pipeline.events.attribution import Sources
from pipeline.events.clusters import cluster
from pipeline.events.coding import Coder
from pipeline.events.confidence import Confidence, Features
from pipeline.events.dating import Calendar
from pipeline.events.fillers import ActorSlot, Casting
from pipeline.events.matcher import Match
from pipeline.events.patterns import TriggerIndex
from pipeline.events.place import Places
from pipeline.events.states import stronger
from pipeline.events.truth import Judge, Truth
from pipeline.quick import quick
from pipeline.records import Actor, Argument, Article, Event, content_id
from pipeline.syntax import Filler, Parse, Syntax

# A governing event contains what it selects; after this many steps up the tree the tie is too loose to record.
_ARTICLES = frozenset({"a", "an", "the"})
_MAX_STEPS = 3
_CONTENT = frozenset({"complement", "noun complement", "adjective complement", "argument", "light"})


_DOING = frozenset({"actor", "participant"})
# Nouns that may point back to any act, and how many sentences they reach; a noun of an event's own reaches further.
_ANY_ACT = frozenset({"decision", "move", "step", "action", "measure", "act", "effort", "gesture"})
_ANY_REACH, _OWN_REACH = 2, 10
# Documents speak for those who issued them: "the statement added".
_DOCUMENTS = frozenset(
    {"statement", "report", "release", "letter", "filing", "document", "announcement", "post", "note"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "its", "their"})


# Words for what somebody said of another, and how many sentences back they reach: to an accusation, whatever it is
# called, but to plain words only where they stand beside the noun ("Keller said ..., *a claim* Haddad denied").
_CLAIMS = frozenset({"claim", "charge", "accusation", "allegation", "assertion", "suggestion", "criticism"})
_CLAIM_REACH = 1


@quick
@dataclass(frozen=True, slots=True)
class _Told:
    """An act that the text has told: in which sentence, by what word, whether two did it, and who."""

    sentence: int
    event: str
    lemma: str
    mutual: bool
    doers: list[str]


class _Antecedents:
    """The acts told so far, and which of them a definite noun points back to."""

    def __init__(self, parse: Parse, index: TriggerIndex) -> None:
        self._parse, self._index = parse, index
        self._told: list[_Told] = []

    def add(self, match: Match, arguments: list[Argument]) -> None:
        """Note an act as told, with who did it."""
        doers = [a.actor_id for a in arguments if a.role in _DOING and a.actor_id]
        if doers:
            mutual = sum(a.role == "participant" for a in arguments) > 1
            lemma = match.predicate.lemma
            self._told.append(_Told(self._parse.sent[match.token], match.trigger.pattern.event, lemma, mutual, doers))

    def doers_of(self, filler: Filler, sentence: int) -> list[str]:
        """Return who did the nearest earlier act that a definite phrase can name."""
        if self._parse.lowers[filler.first] not in _DEFINITE and not filler.shared:  # "a claim that Moscow denied"
            return []
        lemma = self._parse.lemmas[filler.head].lower()
        # What is mutual was done by two: "the accord" is not the offer that one of them made in between.
        types: dict[str, bool] = {}
        for trigger in self._index.get(("noun", lemma), ()):
            pattern = trigger.pattern
            mutual = any(role == "participant" for role, _ in trigger.roles)
            types[pattern.event] = types.get(pattern.event, False) or mutual
        found: list[str] = []
        for told in reversed(self._told):
            if lemma in _CLAIMS and told.event in ("statement", "accuse"):
                reach = _CLAIM_REACH if told.event == "accuse" else 0
            elif told.event == "statement":
                reach = _ANY_REACH if lemma in _DOCUMENTS else -1
            else:
                reach = _OWN_REACH if told.event in types else _ANY_REACH if lemma in _ANY_ACT else -1
            if sentence - told.sentence <= reach and (told.mutual or not types.get(told.event, False)):
                if told.lemma == lemma:
                    return told.doers  # "the sanctions" are those called so
                found = found or told.doers
        return found


class Assembler:
    """Builds the events of one article from the matches."""

    def __init__(
        self,
        article: Article,
        syntax: Syntax,
        casting: Casting,
        judge: Judge,
        sources: Sources,
        calendar: Calendar,
        places: Places,
        confidence: Confidence,
        index: TriggerIndex,
    ) -> None:
        self.article, self.syntax, self.parse = article, syntax, syntax.parse
        self.casting, self.judge, self.sources = casting, judge, sources
        self.calendar, self.places, self.confidence = calendar, places, confidence
        self.index = index
        self._at: dict[int, Match] = {}
        self._before = _Antecedents(self.parse, index)
        self._aims = Aims(syntax, casting)

    def events(self, matches: list[Match]) -> tuple[Event, ...]:
        """Return the events in text order of their triggers."""
        at = self._at = {m.token: m for m in matches}
        for m in matches:
            if m.support is not None:
                at.setdefault(m.support.token, m)
        parents = {m.token: self._parent(m, at) for m in matches}
        ids = {m.token: self._id(m) for m in matches}
        truths = [self.judge.judge_act(m.token) for m in matches]
        self._before = _Antecedents(self.parse, self.index)
        arguments = []
        for m in matches:
            arguments.append(self._arguments(m))
            self._before.add(m, arguments[-1])
        roots = Coder(self.syntax, matches).roots(matches, truths, arguments)
        events = []
        for m, truth, args, root in zip(matches, truths, arguments, roots, strict=True):
            parent = parents[m.token]
            events.append(self._event(m, ids[m.token], ids[parent.token] if parent else None, truth, args, root))
        return cluster(tuple(events))

    def _id(self, match: Match) -> str:
        start, end = self._span(match)
        return content_id("e", self.article.article_id, start, end, match.trigger.pattern.event)

    def _span(self, match: Match) -> tuple[int, int]:
        """Return the code points of the trigger: the word, with its particle where that follows at once."""
        parse, i = self.parse, match.token
        last = i
        particle = match.predicate.particle
        if particle and i + 1 < len(parse) and parse.lowers[i + 1] == particle:
            last = i + 1
        return parse.starts[i], parse.ends[last]

    def _parent(self, match: Match, at: dict[int, Match]) -> Match | None:
        """Return the nearest event that governs this one as its content."""
        predicate = match.support or match.predicate
        if match.support is not None and at[match.support.token] is not match:
            return at[match.support.token]
        for _ in range(_MAX_STEPS):
            if predicate.governor is None or predicate.relation not in _CONTENT:
                return None
            found = at.get(predicate.governor)
            if found is not None and found is not match:
                return found
            above = self.syntax.at.get(predicate.governor)
            if above is None or above is predicate:
                return None
            predicate = above
        return None

    def _event(
        self,
        match: Match,
        event_id: str,
        parent_id: str | None,
        truth: Truth,
        arguments: list[Argument],
        root: str | None,
    ) -> Event:
        parse, trigger, token = self.parse, match.trigger, match.token
        source = self.sources.source(token)
        when = self.calendar.date_event(token)
        where = self.places.place_event(token)
        start, end = self._span(match)
        first, last = parse.sentence_of(token)
        while last - 1 > first and parse.words[last - 1].isspace():
            last -= 1
        while first < last - 1 and parse.words[first].isspace():
            first += 1
        if where is not None:
            arguments.append(
                Argument(
                    "place",
                    where.text,
                    parse.starts[where.first],
                    parse.ends[where.last - 1],
                    where.text,
                    where.mention_id,
                )
            )
        return Event(
            event_id=event_id,
            type=trigger.pattern.event,
            plover=root,
            mode=trigger.mode if root == trigger.plover else None,
            trigger_start=start,
            trigger_end=end,
            trigger_text=parse.text[start:end],
            sentence_start=parse.starts[first],
            sentence_end=parse.ends[last - 1],
            sentence=parse.text[parse.starts[first] : parse.ends[last - 1]],
            arguments=tuple(arguments),
            polarity=truth.polarity,
            factuality=truth.factuality if source is None else stronger(truth.factuality, "reported"),
            pattern_id=trigger.pattern.pattern_id,
            attributed_to=source.actor_name if source else None,
            date_text=when.text if when else None,
            date_start=when.first_day if when else None,
            date_end=when.last_day if when else None,
            date_precision=when.precision if when else None,
            date_rule=when.rule if when else None,
            place=where.text if where else None,
            place_country=where.country if where else None,
            confidence=self.confidence.score(self._features(match, arguments, truth, source is not None)),
            parent_event_id=parent_id,
            cluster_id=event_id,  # until it proves to be told again
        )

    def _arguments(self, match: Match) -> list[Argument]:
        """Return one argument per role and actor; nobody acts on himself in one event."""
        out: list[Argument] = []
        taken: set[str] = set()
        for role, slots in match.roles:
            for slot in slots:
                argument = self._argument(role, slot)
                side = argument.actor_id or argument.text.lower()
                if side in taken:
                    continue
                taken.add(side)
                out.append(argument)
        for role, filler in match.told:
            for actor in self._doers(match, filler):
                if actor.actor_id not in taken:
                    out.append(Argument(role, actor.name, None, None, actor.name, None, actor.actor_id))
        doers = {a.actor_id for a in out if a.actor_id and a.role in _DOING}
        if doers and all(a.role not in SIDES for a in out):
            if self._aims.mutual(match, self._at, doers):
                return [replace(a, role="participant") if a.role == "actor" else a for a in out]
            for slot in self._aims.of(match, self._at, doers):
                argument = self._argument("target", slot)
                if argument.actor_id not in taken:
                    taken.add(argument.actor_id or argument.text)
                    out.append(argument)
        return out

    def _doers(self, match: Match, filler: Filler) -> list[Actor]:
        """Return who did what a phrase names: from the event at its head, else from the event it points back to."""
        here = self._at.get(filler.head)
        if here is not None and here.token == filler.head and here is not match:
            slots = [s for role, fillers in here.roles if role in _DOING for s in fillers]
            found = [a for s in slots if (a := s.actor or self.casting.actor(s.mention)) is not None]
            if found:
                return found
        ids = self._before.doers_of(filler, self.parse.sent[match.token])
        return [self.casting.cast.actors[i] for i in ids if i in self.casting.cast.actors]

    def _argument(self, role: str, slot: ActorSlot) -> Argument:
        parse, mention = self.parse, slot.mention
        if slot.actor is not None:
            start, end = parse.starts[slot.filler.first], parse.ends[slot.filler.last - 1]
            return Argument(role, parse.text[start:end], start, end, slot.actor.name, None, slot.actor.actor_id)
        if mention is not None:
            actor = self.casting.actor(mention)
            # A pronoun that nothing explains fills its role but names nobody.
            name = actor.name if actor else "" if mention.kind == "pronoun" else mention.text
            return Argument(role, mention.text, mention.start, mention.end, name, mention.mention_id, mention.actor_id)
        start, end = parse.starts[slot.filler.first], parse.ends[slot.filler.last - 1]
        text = parse.text[start:end]
        opening, _, rest = text.partition(" ")
        return Argument(role, text, start, end, rest if rest and opening.lower() in _ARTICLES else text)

    def _features(self, match: Match, arguments: list[Argument], truth: Truth, quoted: bool) -> Features:
        slots = [s for _, fillers in match.roles for s in fillers]
        kinds = [s.mention.kind for s in slots if s.mention is not None]
        first, last = self.parse.sentence_of(match.token)
        return Features(
            type=match.trigger.pattern.event,
            kind=match.predicate.kind,
            arguments=sum(a.role != "place" for a in arguments),
            shared=sum(s.filler.shared for s in slots),
            resolved=sum(k != "name" for k in kinds),
            named=sum(k == "name" for k in kinds),
            unknown=sum(a.actor_id is None for a in arguments if a.role != "place"),
            sentence_tokens=last - first,
            quoted=quoted,
            weak=match.trigger.priority < 0,
            real=truth.factuality in ("asserted", "reported"),
        )
