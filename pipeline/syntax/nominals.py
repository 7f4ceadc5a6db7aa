"""Who does what to whom in a noun phrase: frames of event nouns, and what a light verb lends its noun."""

from __future__ import annotations

from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nouns import can_act
from pipeline.syntax.parse import Parse
from pipeline.syntax.predicates import Filler, Predicate

_DIRECTED: Final = ("on", "against", "at", "upon", "toward", "towards")


def _shared(found: list[Filler]) -> list[Filler]:
    return [Filler(f.head, f.first, f.last, True, f.apposed) for f in found]


def inherit_from_support(parse: Parse, noun: Predicate, verb: Predicate, frame: str, named: set[int]) -> bool:
    """Lend a noun the parties of the verb that supports it. Return whether the verb is light."""
    assert noun.support is not None
    slot = noun.support[1]
    slots = noun.slots
    if (slot == "object" and verb.lemma in lex.UNDERGOING_VERBS) or slot in lex.UNDERGOING_PREPOSITIONS:
        if verb.kind == "verb" and not verb.passive:
            undergoer = verb.slots.get("subject")
            if undergoer and "possessor" not in slots:
                # "won an order from X" is addressed to the winner; "suffered an attack" is directed at the sufferer
                addressed = frame == "C" or noun.lemma in lex.RECEIVED
                slots.setdefault("recipient" if addressed else "object", _shared(undergoer))
            for name in ("from", "about", "over", "for"):
                if name in verb.slots and name not in slots:
                    slots[name] = _shared(verb.slots[name])
            return True
        return False
    if slot == "object" and verb.lemma in lex.LIGHT_VERBS:
        acts = any(_can_act(parse, f, named) for f in verb.slots.get("subject", ()))
        if verb.lemma in lex.ASPECTUAL and not (acts and (frame in "SCI" or verb.lemma not in lex.STOPPING)):
            return False
        if verb.slots.get("subject") and "possessor" not in slots:
            slots.setdefault("subject", _shared(verb.slots["subject"]))
        for name in ("recipient", "to", "against", "with", "on", "by", "for", "from", "over", "about", "between"):
            if name in verb.slots and name not in slots:
                slots[name] = _shared(verb.slots[name])
        return True
    if slot == "subject" and verb.lemma in (
        "take",
        "occur",
        "happen",
        "begin",
        "start",
        "end",
        "follow",
        "erupt",
        "come",
    ):
        for name in ("between", "with", "against"):
            if name in verb.slots and name not in slots:
                slots[name] = _shared(verb.slots[name])
    return False


def _can_act(parse: Parse, f: Filler, named: set[int]) -> bool:
    if parse.pos[f.head] == "PRON":
        return parse.lowers[f.head] not in ("it", "this", "that", "which", "its")
    return f.head in named or can_act(parse.lemmas[f.head].lower())


def _undergoes(parse: Parse, frame: str, by: list[Filler], named: set[int]) -> bool:
    """Whether who possesses an event noun undergoes it, since "by" names somebody else who does it."""
    return frame == "T" or (frame == "A" and any(_can_act(parse, f, named) for f in by))


def assign_arguments(parse: Parse, noun: Predicate, frame: str, named: set[int], times: set[int]) -> None:
    """Fill ``subject`` and ``object`` of an event noun from its dependents, by its frame (see :mod:`nouns`)."""
    slots = noun.slots
    subject = list(slots.get("subject", ()))
    target = list(slots.get("object", ()))
    of, possessor = slots.get("of", []), slots.get("possessor", [])
    by = [f for f in slots.get("by", ()) if f.head not in times]
    compound = slots.get("compound", [])
    acting = [f for f in compound if _can_act(parse, f, named)]
    other = [f for f in compound if f not in acting]
    if by:
        subject = subject or by
    if frame == "S":
        between = slots.get("between", [])
        if len(between) > 1:
            subject, target = subject or between[:1], target or between[1:]
        elif between:
            subject = subject or between
        parties = [f for f in of if _can_act(parse, f, named)]  # "merger of the two banks"
        subject = subject or possessor or parties or acting
        if not target:
            target = slots.get("with") or slots.get("against") or (of if not parties else [])
    elif frame == "E":
        subject = subject or possessor
    elif frame == "I":
        subject = subject or possessor or of or acting or other[-1:]
    elif frame == "C":
        parties = [f for f in of if _can_act(parse, f, named)]
        if subject or possessor:  # "his choice of a running mate"; but "the decision of the court"
            subject = subject or possessor
            target = target or of
        else:
            subject = parties or slots.get("from", []) or acting
            target = target or (of if not parties else [])
        if not target and noun.lemma in lex.WANTING:  # "a request from the mayor for funds"
            target = slots.get("for", [])
    else:
        directed: list[Filler] = []
        if frame == "A":
            for name in _DIRECTED:
                directed = directed or [f for f in slots.get(name, ()) if f.head not in times]
        if not target:
            target = directed or of or (slots.get("for", []) if noun.lemma in lex.WANTING else [])
        if possessor and not target and (frame == "P" or (by and _undergoes(parse, frame, by, named))):
            target = possessor  # "his arrest"; "the tanker's seizure by Iran"; "Google's fine by France"
            if by:
                slots.setdefault("of", possessor)
        elif possessor:
            subject = subject or possessor
        if compound:
            if frame == "A":
                subject = subject or acting[-1:]
                if not target and not subject:
                    target = other[-1:]
            elif not target:
                target = other[-1:] or (acting[-1:] if frame == "P" or subject else [])
                if not subject and acting and target != acting[-1:]:
                    subject = acting[-1:]
            elif not subject:
                subject = acting[-1:]
        if not subject and frame == "A" and "from" in slots:
            subject = [f for f in slots["from"] if _can_act(parse, f, named)]
    if subject:
        slots["subject"] = subject
    if target:
        slots["object"] = target
