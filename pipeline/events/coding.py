"""The PLOVER roots of the events of a sentence.

PLOVER codes what the source does by saying it: a cooperative act announced for the future is an agreement, a hostile
one a threat (PLOVER manual, AGREE and THREATEN: actions reported in the future tense). What somebody demands, orders,
promises, rejects or threatens is part of that event and not coded again; what did not happen is not coded; and a
sentence is coded for what it reports, not for the background that it recalls in passing.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.matcher import Match
from pipeline.events.truth import Truth
from pipeline.records import Argument
from pipeline.syntax import Predicate, Syntax

_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT", "ACCUSE", "REJECT"})
# Relations through which an event belongs to what its governor says.
_CONTENT = frozenset(
    {"complement", "noun complement", "adjective complement", "argument", "light", "purpose", "manner"}
)
_BACKGROUND = frozenset({"relative", "time", "cause", "concession", "condition"})
_FUTURE = frozenset({"will", "would", "shall", "'ll", "wo"})
# Verbs whose speaker does the named act by saying so: "announced a suspension of flights".
_DECLARED = frozenset({"announce", "declare", "order", "proclaim", "decree", "impose"})
_MAX_STEPS = 8


class Coder:
    """Codes the events of one article. Holds the matches by token."""

    def __init__(self, syntax: Syntax, matches: Sequence[Match]) -> None:
        self.syntax = syntax
        self.at = {m.token: m for m in matches}
        for m in matches:
            if m.support is not None:
                self.at.setdefault(m.support.token, m)
        self.unless = {p.governor for p in syntax.predicates if p.relation == "condition" and p.marker == "unless"}

    def roots(
        self, matches: Sequence[Match], truths: Sequence[Truth], arguments: Sequence[Sequence[Argument]]
    ) -> list[str | None]:
        """Return the root of each match, None where it is not coded."""
        found = [self._root(m, t, a) for m, t, a in zip(matches, truths, arguments, strict=True)]
        sentences = [self.syntax.parse.sent[m.token] for m in matches]
        hidden = [root is not None and self._recalled(m) for m, root in zip(matches, found, strict=True)]
        told = {s for s, root, back in zip(sentences, found, hidden, strict=True) if root is not None and not back}
        return [None if back and s in told else root for s, root, back in zip(sentences, found, hidden, strict=True)]

    def _root(self, match: Match, truth: Truth, arguments: Sequence[Argument]) -> str | None:
        root = match.trigger.plover
        if root is None or not any(a.actor_id for a in arguments) or self._inside(match):
            return None
        if truth.polarity == "negative":  # "will not accept refugees" is a refusal
            willing = root in _COOPERATIVE and _FUTURE & set(match.predicate.auxiliaries)
            return "REJECT" if willing and not self._protasis(match) else None
        factuality = truth.factuality
        if factuality == "conditional" and _FUTURE & set(match.predicate.auxiliaries) and not self._protasis(match):
            if match.token in self.unless and root == "RETREAT":
                return "THREATEN"
            factuality = "planned"
        if factuality in ("possible", "conditional", "hypothetical"):
            return None
        if factuality == "planned":
            if match.predicate.kind == "noun" and match.support is not None and match.support.lemma in _DECLARED:
                return root
            return "AGREE" if root in _COOPERATIVE else "THREATEN" if root in _HOSTILE else root
        return root

    def _path(self, match: Match) -> list[tuple[Predicate, str]]:
        """Return the predicates from a match to the top of its sentence with the relation of each to the next."""
        path: list[tuple[Predicate, str]] = []
        predicate: Predicate | None = match.predicate
        while predicate is not None and predicate.governor is not None and len(path) < _MAX_STEPS:
            path.append((predicate, predicate.relation or ""))
            predicate = self.syntax.at.get(predicate.governor)
        return path

    def _inside(self, match: Match) -> bool:
        """Whether the event is the content of another coded one (what is demanded, ordered, rejected, threatened)."""
        for predicate, relation in self._path(match):
            if relation == "coordinate":  # what follows "and" has the place of what stands before it
                continue
            if relation not in _CONTENT:
                return False
            above = self.at.get(predicate.governor) if predicate.governor is not None else None
            if above is not None and above is not match and above.trigger.plover is not None:
                return True
        return False

    def _protasis(self, match: Match) -> bool:
        return any(relation == "condition" for _, relation in self._path(match))

    def _recalled(self, match: Match) -> bool:
        """Whether the sentence only recalls the event: a relative or temporal clause, a noun in an adverbial."""
        for predicate, relation in self._path(match):
            if relation in _BACKGROUND:
                return True
            if relation == "argument" and predicate.support and predicate.support[1] not in ("subject", "object"):
                return match.support is None
        return False
