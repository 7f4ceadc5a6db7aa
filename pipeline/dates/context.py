"""What surrounds a time expression: its clause, the quotation it stands in, and the dates that the text has told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.dates import calendar as cal
from pipeline.dates.direction import Direction, direction, modifies_noun
from pipeline.dates.lexicon import word_set
from pipeline.dates.match import Match
from pipeline.dates.pieces import Pieces
from pipeline.syntax import Syntax

# How fine a date is, by its precision: a lower rank can tell the day, week ... of a higher one.
RANK: Final = {
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "interval": 3,
    "year": 4,
    "decade": 5,
}
REACH: Final = 4  # sentences over which "the following day" still finds its day
NEAR_DAYS: Final = 45
_HALF_YEAR: Final = 183
_LEAD_TOKENS: Final = 3
_APPOINTS: Final = word_set(
    "set fix schedule postpone adjourn defer slate move reschedule delay push put"
)  # "the court set June 14 for mention"
_OPENINGS: Final = word_set("ending beginning starting expiring maturing commencing effective")
_REPORTING: Final = word_set("say report announce tell claim state show indicate add note quote confirm")


@dataclass(frozen=True, slots=True)
class Mark:
    """A date that the text has told: what a later "the following day" counts from.

    ``has_year``: its year was written out. ``placed``: it stands after "in", "on" ..., so that it dates a clause.
    ``bounds``: after "since", "until" ..., so that nothing is told to have happened on it.
    """

    value: str
    first: date
    last: date
    precision: str
    sentence: int
    token: int
    has_year: bool
    placed: bool
    bounds: bool
    span: cal.Interval


class Context:
    """The article around the expression that is being resolved; moves on with :meth:`enter`."""

    def __init__(self, pieces: Pieces, syntax: Syntax, published: date | None) -> None:
        self.p, self.parse, self.published = pieces, pieces.parse, published
        self.marks: list[Mark] = []
        self.quotes = [(q.first, q.last) for q in syntax.quotes if q.direct]
        self.token = 0
        self.sentence = 0

    def enter(self, match: Match) -> None:
        """Stand at the first token of a match."""
        self.token = self.p.tokens[match.first]
        self.sentence = self.parse.sent[self.token]

    def direction(self) -> Direction:
        """Return where the clause of the expression lies in time."""
        parse, before = self.parse, self.token - 1
        if before >= 0 and parse.lowers[before] == "since":
            return "past"
        if before > 0 and parse.lowers[before] in ("in", "on") and parse.tags[before - 1] == "VBD":
            return "past"  # "said in January they would merge": the words that touch belong together
        if before > 0 and parse.lowers[before] in ("to", "until", "till", "for"):
            verb = parse.heads[before]
            if parse.lemmas[verb].lower() in _APPOINTS:
                return "future"  # "the visit had been moved to May"
        return direction(self.parse, self.token)

    def reports(self) -> bool:
        """Return whether the governing present-tense verb reports ("says Tuesday"), which dates what is past."""
        node = self.token
        for _ in range(12):
            if self.parse.tags[node][:2] == "VB":
                return self.parse.lemmas[node].lower() in _REPORTING or self.parse.tags[node] == "VBN"
            if self.parse.heads[node] == node:
                break
            node = self.parse.heads[node]
        return True

    def looks_ahead(self, m: Match) -> int:
        """Return how many days ahead a date in a past clause may still lie: "set the June 3 hearing", "until May 9"."""
        head = self.parse.heads[self.token]
        before = {self.p.back(m.first), self.p.back(m.first - 1)}
        if not before.isdisjoint(_OPENINGS):
            return _HALF_YEAR
        if self.parse.lemmas[head].lower() in _APPOINTS:
            return _HALF_YEAR
        noun = modifies_noun(self.parse, self.token)
        if noun is not None:
            told = self.parse.lowers[self.parse.heads[noun]] in ("after", "since", "following", "from")
            return 0 if told else NEAR_DAYS
        return _HALF_YEAR if self.p.back(m.first) in ("until", "till", "for", "by", "before") else 0

    def names_event(self) -> bool:
        """Return whether the date stands before a noun that it names: "the July 20 *resolution*"."""
        return modifies_noun(self.parse, self.token) is not None

    def reported_future(self) -> bool:
        """Return whether the sentence says "would": a future seen from the past."""
        begin, end = self.parse.sentence_of(self.token)
        return "would" in self.parse.lowers[begin:end]

    def sets_anchor(self, first: int) -> bool:
        """Return whether later sentences may inherit this date: it opens its sentence or dates its main clause."""
        if any(a <= first < b for a, b in self.quotes):
            return False
        begin, end = self.parse.sentences[self.parse.sent[first]]
        heads, tags = self.parse.heads, self.parse.tags
        node, verbs = first, 0
        for _ in range(12):
            if tags[node][:2] == "VB":
                verbs += 1
                if tags[node] not in ("VBN",) or heads[node] == node:
                    break
            if heads[node] == node:
                break
            node = heads[node]
        return heads[node] == node or (first - begin <= 4 and end - begin > 6)

    def mark(self, unit_rank: int, *, reach: int = REACH) -> Mark | None:
        """Return the latest date told that is at least as fine as the rank, within reach."""
        for mark in reversed(self.marks):
            if self.sentence - mark.sentence > reach:
                return None
            if RANK[mark.precision] > unit_rank or mark.bounds:
                continue
            if self.published is None or mark.first <= self.published or self.direction() != "past":
                return mark
        return None

    def coarser(self, rank: int, fine: Mark | None) -> Mark | None:
        """Return a date told since ``fine``, in this or the last sentence, that is too coarse to count from."""
        for mark in reversed(self.marks):
            if mark is fine or self.sentence - mark.sentence > 1:
                return None
            if mark.placed and RANK[mark.precision] > rank:
                return mark
        return None

    def year_heads_sentence(self) -> bool:
        """Return whether the sentence opens with the year that it names ("In 1986 the plan ...")."""
        begin, _ = self.parse.sentence_of(self.token)
        return any(k.sentence == self.sentence and k.has_year and k.token - begin <= _LEAD_TOKENS for k in self.marks)

    def elsewhere(self, rank: int) -> bool:
        """Return whether the text tells of a period that the publication date is not in, too coarse to count from."""
        for mark in reversed(self.marks):
            if self.sentence - mark.sentence > 2 * REACH:
                return False
            if RANK[mark.precision] > rank and self.published is not None:
                return not mark.first <= self.published <= mark.last
        return False

    def told_year(self, month: int) -> int | None:
        """Return the year of a story that the past perfect goes back into: "In March he *had become* chairman"."""
        parse, pub = self.parse, self.published
        verb = self.token
        for _ in range(6):
            if parse.tags[verb][:2] == "VB" or parse.heads[verb] == verb:
                break
            verb = parse.heads[verb]
        if parse.tags[verb] != "VBN" or not any(parse.lowers[c] == "had" for c in parse.children[verb] if c < verb):
            return None
        for mark in reversed(self.marks):
            if self.sentence - mark.sentence > REACH:
                return None
            if mark.has_year and pub is not None and mark.first.year < pub.year:
                return mark.first.year - (month > mark.first.month and mark.precision in ("day", "month"))
        return None

    def sentence_year(self, month: int = 12) -> int | None:
        """Return the year that the same sentence has already named, which a bare month then belongs to.

        After a full date ("on July 24, 2003") only a month that does not lie before it belongs to that year.
        """
        for mark in reversed(self.marks):
            if mark.sentence != self.sentence:
                return None
            if mark.has_year and mark.placed and mark.precision in ("year", "month", "day"):
                between = self.parse.lowers[mark.token : self.token]
                year = mark.first.year
                ahead = self.published is not None and year > self.published.year and self.direction() == "past"
                before = mark.precision == "day" and month < mark.first.month
                return None if ";" in between or "but" in between or ahead or before else year
        return None
