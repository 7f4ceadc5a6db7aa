"""From dependency labels to predicates with deep slots.

Two passes. :mod:`pipeline.syntax.clauses` reads what each predicate has beside it; :mod:`pipeline.syntax.sharing` goes
from governor to dependent and passes on what is shared.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.syntax import lexicon as lex
from pipeline.syntax.clauses import Clauses
from pipeline.syntax.parse import Parse
from pipeline.syntax.predicates import Filler, Predicate, Syntax
from pipeline.syntax.quotes import find_quotes
from pipeline.syntax.repair import repaired
from pipeline.syntax.sharing import Sharing


def analyse(parse: Parse, *, keep: bool = True) -> Syntax:
    """Return the predicates of an article with their deep slots, and its quotations.

    Parser habits are repaired first: ``Syntax.parse`` is the repaired parse. The argument stays as it was, unless the
    caller has no use for it (``keep=False``), which saves the copy.
    """
    parse = repaired(parse, keep=keep)
    clauses = Clauses(parse)
    clauses.read()
    Sharing(clauses).resolve()
    predicates = list(clauses.at.values())
    syntax = Syntax(parse, predicates, [])
    quotes = find_quotes(syntax)
    return Syntax(parse, predicates, quotes) if quotes else syntax


def deep_slots(p: Predicate) -> Iterator[tuple[str, Filler]]:
    """Yield every filled slot of a predicate with one filler at a time, as the propositions table lists them.

    The subject of an active verb of change of state stands under ``object`` too, for it undergoes what the verb says:
    "the bank collapsed", "shares fell".
    """
    for slot, found in p.slots.items():
        for f in found:
            yield slot, f
    if p.kind == "verb" and not p.passive and p.lemma in lex.UNACCUSATIVE and "object" not in p.slots:
        for f in p.slots.get("subject", ()):
            yield "object", f
