"""Names in a text: gazetteer phrases, the model's entities repaired, organisation grammar, propagation."""

from __future__ import annotations

from pipeline.ner.gazetteer import Match
from pipeline.ner.grammar import complete_bodies, find_runs, is_called
from pipeline.ner.lexicon import lexicon
from pipeline.ner.name import Name
from pipeline.ner.repairs import take_apart
from pipeline.ner.votes import name_teams, propagate, settle_labels
from pipeline.syntax import Parse

_KEPT = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "LAW", "EVENT", "WORK_OF_ART"))
_ACTING = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT"))
_WORKS = frozenset(("EVENT", "WORK_OF_ART", "LAW"))
_CAPTIONS = frozenset(("Image", "Photo", "File", "Picture", "Video"))
_QUALIFYING = frozenset(("first", "second", "last", "new", "former", "more", "most", "many", "some", "next", "all"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those"))
_EDGES = frozenset(("'s", "’s", "'", "’", '"', "“", "”", *",.()[]-–—:;#*_&", "of", "for", "and", "in", "at", "to"))
_JOINING = frozenset(("of", "for", "on", "in", "to", "and", "&", "the", "de", "del", "du", "von", "van", "bin", "al"))
# What only people and bodies do.
_SPEECH = """accuse acknowledge add admit agree announce apologise apologize appeal argue ask assert blame claim
complain concede confirm condemn criticise criticize decide decline demand deny disclose explain insist note
pledge praise promise propose refuse reject reply request respond reveal say state sue suggest tell testify threaten
urge vow warn welcome"""
_HUMAN = frozenset(_SPEECH.split())
_CURRENCIES = frozenset(("$", "£", "€", "¥", "₹", "US$", "A$", "C$", "HK$"))
_BREAKS = frozenset(("#", "##", "|", "▼", "(", ")", '"', "“", "”"))
_LINKS = _JOINING | {"-", "'s", "’s"}


def find_names(parse: Parse, matches: list[Match]) -> list[Name]:
    """Return the names of an article in text order. Demonyms used as adjectives are left out."""
    known = [n for m in matches if (n := _from_match(parse, m))]
    names = _merge(parse, known, _from_model(parse), matches)
    complete_bodies(parse, names)
    names += find_runs(parse, _cover(len(parse), names))
    names += _speaking(parse, _cover(len(parse), names))
    names.sort(key=lambda n: n.first)
    for name in names:
        if name.label in _WORKS and is_called(parse, name.first):
            name.label = "PERSON"  # goes by the name “The Fox”
    names = settle_labels(parse, names)
    # Events, works and laws are no actors, but hold names of some: "the *Google* Science Fair".
    works = [n for n in names if n.label in _WORKS]
    names = [n for n in names if n.label not in _WORKS]
    taken = _cover(len(parse), names)
    names += [n for n in known if works and all(taken[i] < 0 for i in range(n.first, n.last))]
    names += propagate(parse, names, _cover(len(parse), names))
    name_teams(parse, names)
    names += works
    names.sort(key=lambda n: (n.first, -n.last))
    return names


def _speaking(parse: Parse, taken: list[int]) -> list[Name]:
    """Names that nobody knows, of those who speak or decide: "*Northcell* declined to comment"."""
    found = []
    for i in range(len(parse)):
        if taken[i] >= 0 or parse.tags[i] != "NNP" or not parse.words[i][:1].isupper() or parse.words[i].isupper():
            continue
        if parse.lowers[i] in lexicon().name_words["never"]:
            continue
        verb = parse.heads[i]
        if i > verb or parse.lemmas[verb].lower() not in _HUMAN or parse.tags[verb] not in ("VBD", "VBZ", "VBP"):
            continue
        first = i
        while first > 0 and taken[first - 1] < 0 and parse.tags[first - 1] == "NNP" and parse.heads[first - 1] == i:
            first -= 1
        while first < i and parse.lowers[first] in lexicon().name_words["opener"]:
            first += 1  # "Yesterday Funaro said"
        found.append(Name(first, i + 1, "ORG" if first == i else "PERSON", None, "verb"))
    return found


def _from_match(parse: Parse, match: Match) -> Name | None:
    entry = match.entry
    if match.last - match.first == 1 and parse.words[match.first].endswith(
        ("-led", "-owned", "-run", "-flagged", "-based")
    ):
        return None  # "U.S.-led forces": whose they are, no name
    if entry.label == "NORP" and not _is_noun_demonym(parse, match):
        return None
    if entry.ambiguous and not _model_agrees(parse, match):
        return None
    return Name(match.first, match.last, entry.label, entry, "gazetteer")


def _is_noun_demonym(parse: Parse, match: Match | Name) -> bool:
    """Tell people ("Spaniards said", "the French") from adjectives ("Spanish police")."""
    last = match.last - 1
    head = parse.heads[last]
    if match.last < len(parse) and parse.words[match.last] == "-":
        return False
    if parse.tags[last] in ("NNPS", "NNS"):
        return not (head > last and parse.pos[head] in ("NOUN", "PROPN") and head - last <= 2)
    before = parse.lowers[match.first - 1] if match.first else ""
    if before not in ("the", "a", "an"):
        return False
    follower = parse.pos[match.last] if match.last < len(parse) else "PUNCT"
    return (
        follower not in ("NOUN", "PROPN", "ADJ", "NUM")
        and parse.words[last] != "-"
        and not (head > last and parse.pos[head] in ("NOUN", "PROPN"))
    )


def _model_agrees(parse: Parse, match: Match) -> bool:
    for first, last, label in parse.entities:
        if first <= match.first and match.last <= last and label in _ACTING:
            return last - first <= match.last - match.first + 1
    return False


def _from_model(parse: Parse) -> list[Name]:
    out = []
    for first, last, label in parse.entities:
        if label in _KEPT:
            for a, b, kind in take_apart(parse, first, last, label):
                for part in _trim(parse, a, b, kind):
                    name = Name(*part, kind, None, "model")
                    if kind != "NORP" or _is_noun_demonym(parse, name):
                        out.append(name)
    return out


def _trim(parse: Parse, first: int, last: int, label: str) -> list[tuple[int, int]]:
    """Return what is left of a model entity without determiners, edges, titles, and what a line break joined to it."""
    words, lowers = parse.words, parse.lowers
    parts, start = [], first
    for i in range(first, last + 1):
        if i == last or "\n" in words[i] or words[i] in _BREAKS:
            if i > start:
                parts.append((start, i))
            start = i + 1
        elif lowers[i] == "the" and i > start and lowers[i - 1] not in _LINKS and words[i - 1][:1].isalpha():
            parts.append((start, i))
            start = i + 1
    out = []
    for a, b in parts:
        while a < b and (lowers[a] in _DETERMINERS or lowers[a] in _EDGES):
            a += 1
        while b - a > 1 and lowers[a] in _QUALIFYING and a == parse.sentence_of(a)[0]:
            a += 1
        while b - a > 1 and words[b - 1] in _CAPTIONS:
            b -= 1
        while a < b and lowers[b - 1] in _EDGES and not (lowers[b - 1] == "." and b - a > 1 and len(words[b - 2]) == 1):
            b -= 1
        b = next((i for i in range(a + 1, b) if _begins_amount(parse, i)), b)
        if label == "PERSON":
            a, b = _bare_person(parse, a, b)
        if (
            a < b
            and any(w[:1].isupper() for w in words[a:b])
            and not all(w in lexicon().name_words["never"] or w.isdigit() for w in lowers[a:b])
        ):
            out.append((a, b))
    return out


def _begins_amount(parse: Parse, i: int) -> bool:
    """Tell where a sum was taken for part of a name: "fined Northcell *€*780 million", "*40* billion won"."""
    if parse.words[i] in _CURRENCIES:
        return True
    return parse.tags[i] == "CD" and i + 1 < len(parse) and parse.lowers[i + 1] in ("million", "billion", "trillion")


def _bare_person(parse: Parse, first: int, last: int) -> tuple[int, int]:
    titles, words = lexicon().titles, parse.words
    while (
        last - first > 1
        and (parse.lowers[first] in titles or parse.lowers[first] in ("-", "of", "the"))
        and words[first + 1][:1].isalpha()
    ):
        first += 1
    while last - first > 1 and parse.lowers[last - 1] in ("jr", "jr.", "sr"):
        last -= 1
    for i in range(first, last):  # "Matthew Ingram of The Globe": the name ends before the preposition
        if parse.lowers[i] in ("of", "for", ",", "(", "told", "said") and i > first:
            return first, i
    return first, last


def _merge(parse: Parse, known: list[Name], model: list[Name], matches: list[Match]) -> list[Name]:
    """Lay the model's entities over gazetteer names: longer entities of another kind win, the rest yields."""
    out: list[Name] = []
    dropped: set[int] = set()
    adjectives = {i for m in matches if m.entry.label == "NORP" for i in range(m.first, m.last)}
    at: dict[int, int] = {i: k for k, n in enumerate(known) for i in range(n.first, n.last)}
    for name in model:
        inside = sorted({at[i] for i in range(name.first, name.last) if i in at})
        if all(i in adjectives for i in range(name.first, name.last)):
            continue
        if not inside:
            if name.label != "NORP" or parse.words[name.first][:1].isupper():
                out.append(name)
            continue
        first, last = known[inside[0]].first, known[inside[-1]].last
        if len(inside) == 1 and _adds_legal_form(parse, name, known[inside[0]]):
            known[inside[0]].last = name.last
            continue
        if (name.first, name.last) != (first, last) and _replaces(parse, name, [known[k] for k in inside]):
            dropped.update(inside)
            out.append(name)
    out += [n for k, n in enumerate(known) if k not in dropped]
    out.sort(key=lambda n: (n.first, -n.last))
    kept: list[Name] = []
    for name in out:
        if not kept or name.first >= kept[-1].last:
            kept.append(name)
        elif name.source == "gazetteer" and kept[-1].source != "gazetteer" and name.last > kept[-1].last:
            kept[-1] = name
    return kept


def _adds_legal_form(parse: Parse, model: Name, known: Name) -> bool:
    """Tell whether a model entity is a known body with its legal form: "Chrysler Corp" is Chrysler."""
    legal = lexicon().name_words["legal"] - {"group", "the", "company", "corporation"}
    return (
        known.label == "ORG"
        and model.first == known.first
        and model.last > known.last
        and all(w in legal or w in (",", ".") for w in parse.lowers[known.last : model.last])
    )


def _replaces(parse: Parse, model: Name, known: list[Name]) -> bool:
    if not (model.first <= known[0].first and known[-1].last <= model.last):
        return False
    if len(known) == 1:
        return _swallows(parse, model, known[0])
    return model.label in ("ORG", "EVENT", "WORK_OF_ART", "FAC", "LAW") and _one_phrase(parse, model)


def _swallows(parse: Parse, model: Name, known: Name) -> bool:
    """Tell whether a longer model entity replaces the gazetteer name inside it: "University of Texas"."""
    rest = [i for i in range(model.first, model.last) if not known.first <= i < known.last]
    capitals = [i for i in rest if parse.words[i][:1].isupper()]
    if len(rest) == 1 and known.entry is not None and known.entry.type == "country" and "." in parse.words[known.first]:
        # "the U.S. Banks" of a headline-minded newsroom are no body, "the U.S. Navy" is.
        return parse.lowers[rest[0]] in lexicon().name_words["body"] or model.label in ("EVENT", "WORK_OF_ART", "LAW")
    if not capitals or known.label == "NORP":
        return known.label == "NORP" and bool(capitals)
    if model.label == "PERSON" and known.label == "PERSON":
        return known.last - known.first == 1 and all(parse.words[i][:1].isupper() for i in rest)
    if model.label == "PERSON":
        return known.label != "PERSON" and all(parse.words[i][:1].isupper() for i in rest)
    if known.last - known.first > 1 and known.label == "ORG" and model.label in ("ORG", "GPE", "LOC"):
        return any(parse.lowers[i] in lexicon().name_words["body"] or parse.lowers[i] in ("of", "for") for i in rest)
    if parse.words[known.last] == "-" and known.label != "NORP" and known.first == model.first:
        return False  # "Boeing-Air Force talks"
    if known.label == "ORG" and known.first == model.first and known.last - known.first == 1:
        return any(parse.lowers[i] in lexicon().name_words["body"] or parse.lowers[i] == "of" for i in rest)
    return all(parse.words[i][:1].isupper() or parse.lowers[i] in _LINKS or parse.words[i] in ("'", "’") for i in rest)


def _one_phrase(parse: Parse, name: Name) -> bool:
    return (
        all(w[:1].isupper() or w in _LINKS for w in parse.words[name.first : name.last])
        and "," not in parse.words[name.first : name.last]
    )


def _cover(n: int, names: list[Name]) -> list[int]:
    taken = [-1] * n
    for k, name in enumerate(names):
        for i in range(name.first, name.last):
            taken[i] = k
    return taken
