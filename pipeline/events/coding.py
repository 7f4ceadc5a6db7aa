"""The PLOVER root of one event in its sentence.

PLOVER codes what the source does by saying it: a cooperative act announced for the future is an agreement, a hostile
one a threat (PLOVER manual, AGREE and THREATEN: actions reported in the future tense); what somebody demands, orders,
promises or threatens is part of that event and not coded again; what did not happen is not coded.
"""

from __future__ import annotations

from pipeline.records import Factuality, Polarity

_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT", "ACCUSE", "REJECT"})


def code(root: str | None, polarity: Polarity, factuality: Factuality, *, inside: bool, has_actor: bool) -> str | None:
    """Return the PLOVER root to record, or None.

    ``inside`` says that the event is the content of another coded event (what is demanded, ordered, threatened).
    """
    if root is None or inside or not has_actor or polarity == "negative":
        return None
    if factuality in ("possible", "conditional", "hypothetical"):
        return None
    if factuality == "planned":
        return "AGREE" if root in _COOPERATIVE else "THREATEN" if root in _HOSTILE else root
    return root
