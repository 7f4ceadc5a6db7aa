"""What a predicate depends on, and how: complement, purpose, condition, relative clause, apposition of speech."""

from __future__ import annotations

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nouns import event_noun
from pipeline.syntax.parse import Parse
from pipeline.syntax.phrases import first_conjunct
from pipeline.syntax.predicates import Predicate, Relation


def find_governor(parse: Parse, at: dict[int, Predicate], p: Predicate) -> int | None:
    """Find the predicate that ``p`` depends on; set its relation, marker and support."""
    i = p.token
    deps, heads, lowers = parse.deps, parse.heads, parse.lowers
    dep, head = deps[i], heads[i]
    if p.kind == "verb":
        if dep == "ROOT":
            return None
        relation, marker = _verb_relation(parse, i, dep, head)
        beside = dep == "parataxis" or (dep == "conj" and marker is None and head < i)
        if beside and p.lemma in lex.REPORTING and head in at and _is_aside(parse, i):
            above = at[head]
            if above.governor is None:
                above.governor, above.relation = i, "parataxis"
            return None
        if dep == "ccomp" and i < head and marker is None and parse.lemmas[head].lower() in lex.REPORTING:
            relation = "parataxis"
        p.relation, p.marker = relation, marker
    elif p.kind == "adjective":
        p.relation = "complement" if dep in ("acomp", "oprd") else "coordinate" if dep == "conj" else "argument"
    else:
        first = first_conjunct(parse, i)
        dep, head = deps[first], heads[first]
        p.relation = "argument"
        if dep in ("dobj", "nsubjpass"):
            p.support = (head, "object")
        elif dep == "attr":
            p.support = (head, "attribute")
        elif dep == "nsubj":
            p.support = (head, "object" if head in at and at[head].passive else "subject")
        elif dep == "pobj" and parse.pos[heads[head]] in ("VERB", "AUX"):
            p.support = (heads[head], lowers[head])
            p.marker = lowers[head]
        if p.support is not None and p.support[0] not in at:
            p.support = None
        if dep == "ROOT":
            p.relation = None
            return None
    g = head
    steps = 0
    while g not in at:
        if heads[g] == g or steps > 30:
            return None
        if deps[g] in ("prep", "agent", "pcomp") and p.marker is None and p.kind != "verb":
            p.marker = lowers[g]
        g = heads[g]
        steps += 1
    if g == i:
        return None
    p.governor = g
    return g


def _verb_relation(parse: Parse, i: int, dep: str, head: int) -> tuple[Relation | None, str | None]:
    deps, lowers, lemmas = parse.deps, parse.lowers, parse.lemmas
    marker: str | None = None
    infinitive = False
    for c in parse.children[i]:
        d = deps[c]
        if d == "mark" or (d == "advmod" and parse.tags[c] == "WRB"):
            marker = marker or lowers[c]
            if c > 0 and marker in ("if", "though", "that", "as") and lowers[c - 1] in ("even", "so", "as"):
                marker = f"{lowers[c - 1]} {marker}" if marker != "as" else marker
        elif d == "aux" and parse.tags[c] == "TO":
            infinitive = True
    if infinitive and marker is None:
        marker = "to"
    if dep == "conj":
        return "coordinate", _conjunction(parse, i, head)
    if dep in ("ccomp", "csubj", "csubjpass"):
        return ("adjective complement" if parse.pos[head] == "ADJ" else "complement"), marker
    if dep == "xcomp":
        if parse.pos[head] == "ADJ":
            return "adjective complement", marker
        if infinitive and parse.pos[head] == "VERB" and _is_purpose(parse, i, head):
            return "purpose", marker
        return "complement", marker
    if dep == "advcl" and infinitive and parse.pos[head] == "NOUN":  # "an order *for ISPs to block* Telegram"
        return "noun complement", marker
    if dep == "advcl":
        if marker is None and i < head and parse.tags[i] == "VB" and lemmas[head].lower() in lex.REPORTING:
            return "parataxis", None  # "Do not use the app, the ministry told soldiers."
        if marker is None and _inverted(parse, i):
            return "condition", None  # "Had the army intervened, ..."
        if marker == "to" or (infinitive and marker in ("in", "so", "so as", None)):
            return "purpose", marker
        if marker is None:
            return "participle", None
        if marker == "that":  # "made it clear *that* ..."
            return "complement", marker
        if marker == "for" and infinitive:  # "called *for* the agency to be sold"; "paid *for* it to be sold"
            return ("complement" if lemmas[head].lower() in lex.CALLING else "purpose"), marker
        return lex.MARKER_RELATIONS.get(marker, "participle"), marker
    if dep == "relcl":
        return ("noun complement" if infinitive and event_noun(lemmas[head].lower()) else "relative"), marker
    if dep == "acl":
        if infinitive or marker in ("that", "whether") or (marker == "for" and infinitive):
            return "noun complement", marker
        return "relative", marker
    if dep == "amod":
        return "relative", None
    if dep == "pcomp" or (dep == "pobj" and parse.tags[i] == "VBG"):
        word = lowers[head]
        above = parse.heads[head]
        if deps[head] == "prep" and parse.pos[above] == "ADP" and deps[above] == "prep":
            word, above = f"{lowers[above]} {word}", parse.heads[above]
        if parse.pos[above] == "NOUN":
            return "noun complement", word
        if word in lex.MARKER_RELATIONS and word not in ("on", "over", "like", "through", "as"):
            return lex.MARKER_RELATIONS[word], word
        if word in ("on", "upon") and (above > i):
            return "time", word
        return "complement", word
    if dep == "parataxis":
        return "coordinate", marker
    return "argument", marker


def _is_aside(parse: Parse, i: int) -> bool:
    """Whether a verb has a subject of its own and nothing that it says after it: "..., his wife told the radio"."""
    deps = {parse.deps[c] for c in parse.children[i]}
    return bool(deps & {"nsubj", "nsubjpass"}) and not deps & {"ccomp", "xcomp"}


def _inverted(parse: Parse, i: int) -> bool:
    for c in parse.children[i]:
        if parse.deps[c] in ("aux", "auxpass"):
            return parse.lowers[c] in ("had", "should", "were")
        if parse.deps[c] in ("nsubj", "nsubjpass"):
            return False
    return False


def _conjunction(parse: Parse, i: int, head: int) -> str | None:
    """Return the conjunction that joins a conjunct to what stands before it."""
    best = None
    for c in parse.children[head]:
        if parse.deps[c] == "cc" and head < c < i:
            best = parse.lowers[c]
    return best


def _is_purpose(parse: Parse, i: int, head: int) -> bool:
    """An infinitive after an intransitive verb of motion or action: "took to the streets to protest"."""
    return parse.lemmas[head].lower() in lex.PURPOSE_GOVERNORS and i - head > 1
