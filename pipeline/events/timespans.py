"""Where the time expressions of an article stand among its predicates: what a date hangs on, and how.

A date that names a thing ("a 1956 *convention*", "Friday's *proposal*") does not date the clause the thing is in, and
two dates that bound a stretch ("from Monday to Friday") date what they hang on directly as one interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.records import TimeExpression
from pipeline.syntax import Syntax

# "since May" and "until May" bound a stretch of time, "after May" and "before May" are outside it.
BOUNDS = frozenset({"since", "until", "till", "than", "before", "after", "from", "between", "through", "to", "within"})
_OPEN = frozenset({"from", "between"})
_CLOSE = frozenset({"to", "until", "till", "through", "and", "-", "–", "or"})
# "moved the vote from Monday to Friday": neither day is that of the moving, nor is the stretch.
_MOVES = frozenset({"move", "shift", "postpone", "delay", "extend", "change", "defer", "adjourn", "rise", "fall", "cut",
                    "raise", "reduce", "increase", "decline", "drop", "grow"})  # fmt: skip
_HOLDS = frozenset({"at", "in", "during"})  # "said at Friday's meeting" is said on Friday
_WIDE_DAYS = 27  # a month or more


@dataclass(frozen=True, slots=True)
class Dated:
    """A resolved time expression with its tokens (``last`` exclusive) and the predicate it hangs on, if any.

    ``direct`` tells that nothing but prepositions stands between the two; ``present`` that it says no more than "now";
    ``thing`` that it names a thing and dates no clause.
    """

    expression: TimeExpression
    first_day: date
    last_day: date
    first: int
    last: int
    predicate: int | None
    preposition: str | None
    direct: bool
    text: str
    precision: str
    thing: bool

    @property
    def present(self) -> bool:
        """Tell "now", "currently", "current"."""
        return self.precision == "present"

    def holds(self, before: bool) -> bool:
        """Tell whether it also dates what was over when it was said: a year does, a day or a week does not."""
        return not before or (self.last_day - self.first_day).days >= _WIDE_DAYS


def place(syntax: Syntax, dates: tuple[TimeExpression, ...], published: date | None = None) -> list[Dated]:
    """Return the resolved expressions with what they hang on; frequencies and open expressions date nothing."""
    out: list[Dated] = []
    for expression in dates:
        dated = _place(syntax, expression, published)
        if dated is None:
            continue
        before = out[-1] if out else None
        if before is not None and _bounded(syntax, before, dated):
            out[-1] = _merged(syntax, before, dated)
        else:
            out.append(dated)
    return out


def _place(syntax: Syntax, expression: TimeExpression, published: date | None) -> Dated | None:
    if expression.first_day is None or expression.timex_type == "SET":
        return None
    parse = syntax.parse
    first, last = expression.first, expression.last
    heads = parse.heads
    head = next((i for i in range(first, last) if not first <= heads[i] < last), first)
    # "hear the petition next Tuesday": a bare expression after a noun is the verb's.
    bare = first > 0 and parse.pos[first - 1] not in ("ADP", "SCONJ", "PUNCT")
    above, direct = head, True
    while True:
        p = syntax.at.get(above)
        if p is not None and not first <= above < last and not (bare and p.kind == "noun" and above < first):
            break
        if heads[above] == above:
            break
        if not first <= above < last and parse.pos[above] not in ("ADP", "PUNCT"):
            direct = direct and bare and above < first
        above = heads[above]
    found = above if above in syntax.at and not first <= above < last else None
    ahead = published is not None and expression.first_day > published
    thing = _names_a_thing(syntax, expression, head, found, ahead=ahead)
    if thing:
        found = None
    preposition = expression.bound or (parse.lowers[first - 1] if first > 0 else None)
    if found is not None and found >= last and syntax.at[found].kind == "noun":
        preposition = None  # "before Monday's vote": the vote was on Monday
    return Dated(
        expression,
        expression.first_day,
        expression.last_day or expression.first_day,
        first,
        last,
        found,
        preposition,
        direct,
        expression.text,
        expression.precision or "day",
        thing,
    )


def _names_a_thing(
    syntax: Syntax, expression: TimeExpression, head: int, predicate: int | None, *, ahead: bool
) -> bool:
    """Tell a date before a noun that is no event ("a 1956 convention") and not where the clause happens."""
    parse, first, last = syntax.parse, expression.first, expression.last
    if first > 0 and parse.lowers[first - 1] in ("in", "on"):
        return False  # "In 2016 hackers broke in"
    noun = parse.heads[head]
    while noun != predicate and noun < parse.heads[noun] and parse.tags[parse.heads[noun]][:2] == "NN":
        noun = parse.heads[noun]  # "a January outline *agreement*"
    if noun <= head or noun == predicate or parse.tags[noun][:2] != "NN":
        return False
    owned = parse.lowers[last : last + 1] in (["'s"], ["’s"])
    above = parse.heads[noun]
    # "said at Friday's meeting", "will boycott next Friday's match": the clause is on that day as well.
    return not (owned and (ahead or (above != noun and parse.lowers[above] in _HOLDS)))


def _bounded(syntax: Syntax, a: Dated, b: Dated) -> bool:
    """Tell "from Monday to Friday", "between 2003 and 2011", "in March and April": two with one word between them."""
    if b.first != a.last + 1 or syntax.parse.lowers[a.last] not in _CLOSE:
        return False
    if a.last_day > b.last_day or a.expression.timex_type != b.expression.timex_type:
        return False
    joined = 0 <= (b.first_day - a.last_day).days <= 1 and a.preposition not in BOUNDS
    return a.preposition in _OPEN or (joined and syntax.parse.lowers[a.last] in ("and", "or", "-", "–"))


def _merged(syntax: Syntax, a: Dated, b: Dated) -> Dated:
    moves = a.predicate is not None and syntax.at[a.predicate].lemma in _MOVES
    holds = a.direct and not moves
    text = syntax.parse.text[a.expression.start : b.expression.end]
    return Dated(
        a.expression, a.first_day, b.last_day, a.first, b.last, a.predicate,
        "during" if holds and a.preposition in BOUNDS else a.preposition, a.direct, text, "interval", a.thing,
    )  # fmt: skip
