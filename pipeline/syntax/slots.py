"""From dependency labels to predicates with deep slots.

Two passes. :mod:`pipeline.syntax.clauses` reads what each predicate has beside it; :mod:`pipeline.syntax.sharing` goes
from governor to dependent and passes on what is shared.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.syntax import lexicon as lex
from pipeline.syntax.clauses import Clauses
from pipeline.syntax.nouns import event_noun
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

    The subject of an active verb of change of state or motion stands under ``object`` too, for it undergoes what the
    verb says: "the bank collapsed", "shares fell", "the plane landed"; so with nouns from such verbs, "the plane's
    landing". Whoever is supplied is the ``recipient`` of what stands after *with*, which is the ``object``.
    """
    supplied = p.kind == "verb" and p.lemma in lex.SUPPLYING and "object" in p.slots and "with" in p.slots
    for slot, found in p.slots.items():
        for f in found:
            yield slot, f
            if supplied and slot in ("object", "with"):
                yield ("recipient" if slot == "object" else "object"), f
    if "object" in p.slots or p.passive:
        return
    verb = p.lemma if p.kind == "verb" else (event_noun(p.lemma) or ("", None))[1] if p.kind == "noun" else None
    if verb in lex.UNACCUSATIVE or verb in lex.MOVING_SUBJECT:
        for f in p.slots.get("subject", ()):
            yield "object", f
