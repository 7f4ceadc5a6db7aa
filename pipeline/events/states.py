"""What truth is made of while it is worked out: the marks on a trigger, what its governors make of it, both together.

Factualities add up to the strongest, in the order of :data:`_RANK`; negations multiply.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events.lexicon import Effect
from pipeline.quick import quick
from pipeline.records import Factuality
from pipeline.syntax import Predicate

_RANK: dict[Factuality, int] = {
    "asserted": 0,
    "reported": 1,
    "planned": 2,
    "possible": 3,
    "conditional": 4,
    "hypothetical": 5,
}
REALIS: frozenset[Factuality] = frozenset(("asserted", "reported"))


def stronger(a: Factuality, b: Factuality) -> Factuality:
    """Return the one that is further from a plain fact."""
    return a if _RANK[a] >= _RANK[b] else b


@quick
@dataclass(frozen=True, slots=True)
class Marks:
    """What the words on a trigger itself say of it, with the tokens that say so."""

    negative: bool
    factuality: Factuality
    cues: tuple[int, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Context:
    """What the governors make of a trigger. ``said`` is true inside a quotation or what somebody is said to say."""

    negative: bool = False
    factuality: Factuality = "asserted"
    said: bool = False
    cues: tuple[int, ...] = ()


NOWHERE = Context()


@quick
@dataclass(frozen=True, slots=True)
class State:
    """A predicate's own marks and its context."""

    marks: Marks
    context: Context

    @property
    def negative(self) -> bool:
        """True when the act is said not to happen."""
        return self.marks.negative != self.context.negative

    @property
    def factuality(self) -> Factuality:
        """The stronger of marks and context."""
        return stronger(self.marks.factuality, self.context.factuality)

    @property
    def told(self) -> Factuality:
        """What a dependent is that holds whatever is said of its governor."""
        return "reported" if self.context.said else "asserted"

    def hands_on(self, factuality: Factuality, negative: bool = False) -> Context:
        """Return the context of a dependent: what is given, said where this is said, for the same reasons."""
        return Context(negative, factuality, self.context.said, self.context.cues)

    def free(self) -> Context:
        """Return the context of a dependent that holds whatever is said of its governor."""
        return self.hands_on(self.told)


def apply(effect: Effect, governor: Predicate, above: State) -> Context:
    """Return the context that a governor of a class makes for its dependent."""
    if effect.presupposed:
        return above.free()
    said = above.context.said or effect.factuality == "reported"
    own = (governor.token,) if effect.factuality != "asserted" or effect.negative else above.marks.cues
    cues = (*above.context.cues, *own)
    factuality = stronger(above.factuality, effect.factuality)
    if not above.negative:
        return Context(effect.negative, factuality, said, cues)
    if effect.negated is None:
        return Context(not effect.negative, factuality, said, cues)
    return Context(False, stronger(factuality, effect.negated), said, cues)
