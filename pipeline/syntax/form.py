"""The form of a verb as it stands: voice, tense, mood, expletive subjects."""

from __future__ import annotations

from typing import Final, Literal

from pipeline.syntax import lexicon as lex
from pipeline.syntax.parse import Parse
from pipeline.syntax.predicates import Filler, Predicate

Tense = Literal["past", "present", "future", "infinitive", "gerund", "participle", "none"]
Mood = Literal["indicative", "imperative", "question", "none"]

_WANTING: Final = frozenset(("want", "like", "need", "prefer", "order", "get", "have", "keep"))
_BARE_CAUSATIVES: Final = frozenset(("make", "let", "help", "have", "see", "watch", "hear", "bid"))


def is_headline(parse: Parse, i: int) -> bool:
    """Whether a token's sentence ends without a full stop."""
    first, last = parse.sentence_of(i)
    for k in range(last - 1, first - 1, -1):
        if parse.pos[k] != "SPACE":
            return parse.words[k][-1] not in '.!?…:"”’'
    return False


def bare_passive(parse: Parse, i: int, slots: dict[str, list[Filler]], has_subject: bool) -> bool:
    """A past participle on its own is passive: "the deal *signed* in Paris", "*Asked* by reporters, he ..."."""
    dep = parse.deps[i]
    if dep == "ccomp" and has_subject and "object" not in slots and parse.lemmas[parse.heads[i]] in _WANTING:
        return parse.heads[i] < i  # "wants the man jailed"
    if dep in ("acl", "amod", "relcl"):
        return (parse.tags[i] == "VBN" or dep == "acl") and not has_subject
    if dep == "advcl":
        return parse.tags[i] == "VBN"
    if dep == "ROOT" or dep == "ccomp":  # headline: "Durov arrested in France"
        return (
            "object" not in slots
            and is_headline(parse, i)
            and parse.lemmas[i].lower() not in lex.INTRANSITIVE
            and parse.lemmas[i].lower() not in lex.REPORTING
        )
    return parse.tags[i] == "VBN" and (dep == "oprd" or dep == "xcomp")


def is_expletive(parse: Parse, p: Predicate, subject: list[Filler]) -> bool:
    """The *it* of "it is expected that ...", "it is hard to say"."""
    token = subject[0].head
    if parse.lowers[token] != "it" or (p.lemma not in lex.EXPLETIVE_VERBS and not p.passive):
        return False
    if p.passive and p.lemma in lex.ADDRESSING:
        return False
    for c in parse.children[p.token]:
        d = parse.deps[c]
        if c > p.token and (d == "ccomp" or d == "csubj" or (d == "xcomp" and p.lemma != "be")):
            return p.passive or d == "ccomp"
        if (
            d == "xcomp"
            and aux_to(parse, c)
            and any(
                parse.deps[k] in ("acomp", "attr") or parse.lemmas[k].lower() in lex.TOUGH_ADJECTIVES
                for k in parse.children[p.token]
            )
        ):
            return True
        if d == "acomp" and any(
            parse.deps[g] in ("xcomp", "ccomp", "advcl") and parse.lemmas[c].lower() in lex.TOUGH_ADJECTIVES
            for g in parse.children[c]
        ):
            return True
    return False


def aux_to(parse: Parse, i: int) -> bool:
    """Whether a verb is an infinitive with *to*."""
    return any(parse.tags[c] == "TO" for c in parse.children[i])


def tense(parse: Parse, i: int, auxiliaries: list[str], aux_tags: list[str], has_subject: bool) -> Tense:
    """Return the tense of a verb from its tag and its auxiliaries (lemmas and tags, in order)."""
    tag = parse.tags[i]
    if auxiliaries:
        if auxiliaries[0] in lex.FUTURE_MODALS:
            return "future"
        first = aux_tags[0]
        if first == "TO":  # "EU to fine Meta"
            dep = parse.deps[i]
            return "future" if dep == "ROOT" and has_subject and is_headline(parse, i) else "infinitive"
        if first == "VBD":
            return "past"
        if first in ("VBZ", "VBP"):
            return "past" if auxiliaries[0] == "have" else "present"
        if first == "MD":
            return "present"
        if first == "VBG":
            return "gerund"
        return "infinitive" if tag == "VB" else "past"
    if tag == "VBD":
        return "past"
    if tag in ("VBZ", "VBP"):
        return "present"
    dep = parse.deps[i]
    if tag == "VBN":
        return "past" if dep in ("ROOT", "ccomp", "conj") else "participle"
    if tag == "VBG":
        return "participle" if dep in ("acl", "advcl", "amod") else "gerund"
    if tag == "VB":
        finite = has_subject and dep in ("ROOT", "ccomp", "conj")
        if not finite or parse.lemmas[parse.heads[i]] in _BARE_CAUSATIVES:
            return "infinitive"
    return "present"


def mood(parse: Parse, p: Predicate, subject_token: int, first_aux: int, above: Predicate | None) -> Mood:
    """Return the mood of a verb; ``above`` is the mood of the verb it is joined to."""
    i = p.token
    tag, dep = parse.tags[i], parse.deps[i]
    if p.tense in ("gerund", "participle"):
        return "none"
    if (
        tag == "VB"
        and subject_token < 0
        and not any(a not in ("do", "not") for a in p.auxiliaries)
        and (dep in ("ROOT", "ccomp", "parataxis", "dep", "conj", "intj") or (dep == "advcl" and "do" in p.auxiliaries))
    ):
        governor = parse.heads[i]
        if dep == "ROOT" or dep == "parataxis":
            return "imperative"
        if dep == "conj":
            return "imperative" if above is not None and above.mood == "imperative" else "none"
        return "none" if parse.lemmas[governor] in _BARE_CAUSATIVES else "imperative"
    if p.tense == "infinitive":
        return "none"
    if dep == "ROOT" or (dep == "conj" and parse.deps[parse.heads[i]] == "ROOT"):
        _, last = parse.sentence_of(i)
        k = last - 1
        while k > i and parse.pos[k] in ("SPACE", "PUNCT") and parse.words[k] != "?":
            k -= 1
        if parse.words[k] == "?":
            return "question"
    if dep != "advcl" and 0 <= first_aux < subject_token < i and parse.tags[first_aux] != "VBN":
        return "question"
    return "indicative"


def in_relative(parse: Parse, i: int) -> bool:
    """Whether a verb stands in a relative clause, itself or by coordination."""
    while parse.deps[i] == "conj":
        i = parse.heads[i]
    return parse.deps[i] in ("relcl", "acl")
