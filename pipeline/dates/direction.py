"""Whether a time expression looks back or ahead, read off the verb that governs it."""

from __future__ import annotations

from typing import Final, Literal

from pipeline.dates.lexicon import word_set
from pipeline.syntax import Parse

Direction = Literal["past", "future", "present", "none"]

# Participles that point ahead whatever their tense: "was scheduled for Tuesday", "a hearing set for June 3".
_PLANS: Final = word_set(
    "schedule expect plan slate set due intend aim propose hope forecast project await postpone delay tentative "
    "book promise pledge vow threaten agree prepare invite order instruct"
)
# Of these the ones that also tell what was done: "a record set on June 17", "the loan agreed in May".
_DONE: Final = word_set("set agree promise pledge order invite instruct propose prepare")
_PAST_CHAINS: Final = word_set("manage fail try begin start continue use help attempt refuse decline happen")
_AHEAD_WORDS: Final = word_set("due upcoming forthcoming deadline ahead scheduled planned slated poised ready")
_FUTURE_MODALS: Final = frozenset(
    {"will", "'ll", "’ll", "wo", "shall", "can", "may", "might", "should", "must", "ca", "ll"}
)
_WHETHER: Final = word_set("ask wonder question know see say check determine tell investigate")
_MAX_CLIMB: Final = 12


def direction(parse: Parse, token: int, depth: int = 0) -> Direction:
    """Return where the governing clause of a token lies in time.

    Modals and "to" point ahead, ``would`` too (reported future); past tense and the perfect point back; present tense
    is ``present``; ``none`` where no verb governs the token.
    """
    tags, heads, lowers, lemmas = parse.tags, parse.heads, parse.lowers, parse.lemmas
    node = token
    for _ in range(_MAX_CLIMB):
        if tags[node][:2] == "VB":
            break
        if lowers[node] in _AHEAD_WORDS and node != token:
            return "future"
        if heads[node] == node:
            return "none"
        node = heads[node]
    else:
        return "none"
    tag = tags[node]
    helpers = [lowers[c] for c in parse.children[node] if c < node and (tags[c] in ("MD", "TO") or tags[c][:2] == "VB")]
    lemma = lemmas[node].lower()
    perfect = any(h in ("have", "has", "had", "'ve", "having") for h in helpers)
    for helper in helpers:
        if helper in _FUTURE_MODALS:
            return "past" if perfect and helper in ("may", "might", "must", "should") else "future"
        if helper in ("would", "could", "'d"):
            return "past" if perfect else "future"
    if tag == "VB" and "to" in helpers:
        if perfect:
            return "past"
        governor = heads[node]
        ahead = any(token < c for c in parse.children[node] if lowers[c] == "to" and c < node)
        # "found *Wednesday's statement* to be weak", but not "expected Friday's statement to be weak"
        told = tags[governor] == "VBD" and lemmas[governor].lower() not in _PLANS
        if governor != node and (
            (ahead and told and governor < token and depth < 4)
            or (lemmas[governor].lower() in _PAST_CHAINS and depth < 4)
        ):
            return direction(parse, governor, depth + 1)
        return "future"
    if tag == "VBN":
        if "to" in helpers and not perfect:
            return "future"
        if lemma in _PLANS and not (lemma in _DONE and parse.lowers[token - 1 : token] in (["on"], ["in"])):
            return "future"
        if perfect or any(h in ("was", "were", "been", "got") for h in helpers) or not helpers:
            return "future" if helpers and not perfect and _is_condition(parse, node) else "past"
        return "present"
    if tag == "VBG":
        if any(h in ("is", "are", "'s", "'re", "am", "’s", "’re") for h in helpers):
            return "past" if perfect else "future"
        if perfect or any(h in ("was", "were") for h in helpers):
            return "past"
        governor = heads[node]
        return direction(parse, governor, depth + 1) if governor != node and depth < 4 else "none"
    if tag == "VBD":
        return "future" if _is_condition(parse, node) else "past"
    if tag in ("VBZ", "VBP"):
        return "present"
    if tag == "VB" and heads[node] != node and depth < 4:
        return direction(parse, heads[node], depth + 1)
    return "none"


def _is_condition(parse: Parse, verb: int) -> bool:
    """Return whether a past tense is that of a reported condition ("unless it was paid by Sunday")."""
    first = {parse.lowers[c] for c in parse.children[verb] if c < verb}
    if "unless" in first:
        return True
    return "if" in first and parse.lemmas[parse.heads[verb]].lower() not in _WHETHER


def modifies_noun(parse: Parse, token: int) -> int | None:
    """Return the noun that a token stands before and modifies ("the June 3 *hearing*"), None where it does not."""
    head = parse.heads[token]
    return head if head > token and parse.tags[head][:2] == "NN" else None
