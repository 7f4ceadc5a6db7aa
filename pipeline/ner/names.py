"""Names in a text: gazetteer phrases, the model's entities repaired, organisation grammar, propagation."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from pipeline.ner.entries import Entry
from pipeline.ner.gazetteer import Gazetteer, Match
from pipeline.ner.lexicon import lexicon
from pipeline.syntax import Parse

_KEPT = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "LAW", "EVENT", "WORK_OF_ART"))
_ACTING = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those"))
_EDGES = frozenset(
    (
        "'s",
        "’s",
        "'",
        "’",
        '"',
        "“",
        "”",
        ",",
        ".",
        "(",
        ")",
        "[",
        "]",
        "-",
        "–",
        "—",
        ":",
        ";",
        "#",
        "*",
        "_",
        "of",
        "for",
        "and",
        "in",
        "at",
        "&",
        "to",
        "or",
    )
)
_JOINING = frozenset(
    (
        "of",
        "for",
        "on",
        "in",
        "to",
        "and",
        "&",
        "the",
        "de",
        "del",
        "du",
        "von",
        "van",
        "bin",
        "al",
        "el",
        "-",
        "'s",
        "’s",
    )
)


@dataclass(slots=True)
class Name:
    """A name in the text. ``entry`` is set where a gazetteer knows it; ``source`` tells which layer found it."""

    first: int
    last: int
    label: str
    entry: Entry | None
    source: str


def find_names(parse: Parse, gazetteer: Gazetteer, matches: list[Match]) -> list[Name]:
    """Return the names of an article in text order, not overlapping. Demonyms used as adjectives are left out."""
    names = _merge(parse, [n for m in matches if (n := _from_match(parse, m))], _from_model(parse), matches)
    _extend(parse, names)
    taken = _cover(len(parse), names)
    names += _runs(parse, taken)
    names.sort(key=lambda n: n.first)
    _vote(parse, names, gazetteer)
    names += _propagate(parse, names, _cover(len(parse), names))
    names.sort(key=lambda n: n.first)
    return names


def _from_match(parse: Parse, match: Match) -> Name | None:
    entry = match.entry
    if entry.label == "NORP" and not _is_noun_demonym(parse, match):
        return None
    if entry.ambiguous and not _model_agrees(parse, match):
        return None
    return Name(match.first, match.last, entry.label, entry, "gazetteer")


def _is_noun_demonym(parse: Parse, match: Match) -> bool:
    """Tell people ("Spaniards said", "the French") from adjectives ("Spanish police")."""
    last = match.last - 1
    head = parse.heads[last]
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
            for part in _trim(parse, first, last, label):
                out.append(Name(*part, label, None, "model"))
    return out


def _trim(parse: Parse, first: int, last: int, label: str) -> list[tuple[int, int]]:
    """Return what is left of a model entity without determiners, edges, titles, and what a line break joined to it."""
    words, lowers = parse.words, parse.lowers
    parts, start = [], first
    for i in range(first, last + 1):
        if i == last or "\n" in words[i] or words[i] in ("#", "##", "|", "▼"):
            if i > start:
                parts.append((start, i))
            start = i + 1
    out = []
    for a, b in parts:
        while a < b and (lowers[a] in _DETERMINERS or lowers[a] in _EDGES):
            a += 1
        while a < b and lowers[b - 1] in _EDGES and not (lowers[b - 1] == "." and b - a > 1 and len(words[b - 2]) == 1):
            b -= 1
        if label == "PERSON":
            a, b = _bare_person(parse, a, b)
        if (
            a < b
            and any(w[:1].isupper() for w in words[a:b])
            and not all(w in lexicon().name_words["never"] for w in lowers[a:b])
        ):
            out.append((a, b))
    return out


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
    if not capitals or known.label == "NORP":
        return known.label == "NORP" and bool(capitals)
    if model.label == "PERSON":
        return known.label != "PERSON" and all(parse.words[i][:1].isupper() for i in rest)
    if known.last - known.first > 1 and known.label == "ORG" and model.label in ("ORG", "GPE", "LOC"):
        return any(parse.lowers[i] in lexicon().name_words["body"] or parse.lowers[i] in ("of", "for") for i in rest)
    return all(parse.words[i][:1].isupper() or parse.lowers[i] in _JOINING for i in rest)


def _one_phrase(parse: Parse, name: Name) -> bool:
    return (
        all(w[:1].isupper() or w in _JOINING for w in parse.words[name.first : name.last])
        and "," not in parse.words[name.first : name.last]
    )


def _cover(n: int, names: list[Name]) -> list[int]:
    taken = [-1] * n
    for k, name in enumerate(names):
        for i in range(name.first, name.last):
            taken[i] = k
    return taken


def _extend(parse: Parse, names: list[Name]) -> None:
    """Complete names of bodies: "Ministry of Communications and Digital", "Department of Energy", "Bank of X"."""
    words, lowers = parse.words, parse.lowers
    n = len(parse)
    starts = [
        i
        for i in range(n)
        if lowers[i] in lexicon().name_words["of"]
        and words[i][0].isupper()
        and i + 2 < n
        and lowers[i + 1] in ("of", "for")
    ]
    added: list[Name] = []
    for i in starts:
        last = _of_phrase(parse, i)
        if last is None:
            continue
        first = i
        while (
            first > 0
            and words[first - 1][:1].isupper()
            and parse.pos[first - 1] in ("PROPN", "ADJ")
            and parse.sent[first - 1] == parse.sent[i]
            and lowers[first - 1] not in _DETERMINERS
        ):
            first -= 1
        overlapping = [k for k in names if k.first < last and k.last > first]
        if any(k.source == "gazetteer" and k.first <= first and k.last >= last for k in overlapping):
            continue
        if any(k.label == "PERSON" and k.source == "model" and k.last > last for k in overlapping):
            continue
        widest = max([last, *(k.last for k in overlapping if k.label == "ORG")])
        label = "ORG"
        if lowers[i] in ("republic", "kingdom", "state"):
            label = "GPE"
        for k in overlapping:
            names.remove(k)
        entry = next(
            (k.entry for k in overlapping if k.source == "gazetteer" and k.first == first and k.label == "ORG"), None
        )
        added.append(Name(first, widest, label, entry, "grammar"))
    names += added
    names.sort(key=lambda k: k.first)


def _of_phrase(parse: Parse, head: int) -> int | None:
    """Return the end of "<Head> of/for [the] Caps (and Caps)*", None where no capitalised word follows."""
    words, lowers = parse.words, parse.lowers
    i, n = head + 2, len(parse)
    if i < n and lowers[i] == "the":
        i += 1
    last = None
    while i < n and parse.sent[i] == parse.sent[head]:
        if words[i][:1].isupper() and lowers[i] not in _DETERMINERS:
            last = i + 1
        elif (
            lowers[i] in ("and", "&", ",")
            and i + 1 < n
            and words[i + 1][:1].isupper()
            and parse.heads[i + 1] >= head + 2
            and lowers[i] != ","
        ):
            if (
                lowers[i + 1] in lexicon().name_words["of"]
                or lowers[i + 1] in _DETERMINERS
                or parse.ends[i + 1] - parse.starts[i + 1] < 3
            ):
                break
        elif words[i] == "-" and last == i:
            pass
        else:
            break
        i += 1
    return last


def _runs(parse: Parse, taken: list[int]) -> list[Name]:
    """Return names the model missed: runs of capitalised proper nouns whose words give their kind away."""
    words, lowers, pos = parse.words, parse.lowers, parse.pos
    lex = lexicon()
    out = []
    i, n = 0, len(parse)
    while i < n:
        if (
            taken[i] >= 0
            or pos[i] != "PROPN"
            or not words[i][0].isupper()
            or lowers[i] in lexicon().name_words["never"]
        ):
            i += 1
            continue
        j = i + 1
        while (
            j < n
            and taken[j] < 0
            and (
                (pos[j] == "PROPN" and words[j][0].isupper())
                or (words[j] in ("&",) and j + 1 < n and words[j + 1][:1].isupper())
            )
            and parse.sent[j] == parse.sent[i]
            and lowers[j] not in lexicon().name_words["never"]
        ):
            j += 1
        first = i
        while first < j - 1 and lowers[first] in lex.titles:
            first += 1
        label = None
        if lowers[j - 1] in lexicon().name_words["body"] and j - first > 1:
            label = "ORG"
        elif lowers[j - 1] in lexicon().name_words["site"] and j - first > 1:
            label = "FAC"
        elif lowers[j - 1] in lexicon().name_words["nature"] and j - first > 1:
            label = "LOC"
        elif (words[first] in lex.given and j - first > 1) or (
            first > i and lowers[first] not in lex.titles and j - first <= 3
        ):
            label = "PERSON"
        elif (j - first == 1 and words[first].isupper() and 2 < len(words[first]) <= 6 and words[first].isalpha()) or (
            j - first > 1
            and lowers[first] not in lex.nouns
            and lowers[j - 1] not in lex.nouns
            and lowers[j - 1] not in lex.titles
        ):
            label = "ORG"
        if label:
            out.append(Name(first, j, label, None, "run"))
        i = j
    return out


def _vote(parse: Parse, names: list[Name], gazetteer: Gazetteer) -> None:
    """Give every writing of a name one label: surnames of full names are people, the rest goes by majority."""
    lex = lexicon()
    surnames: set[str] = set()
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        text = " ".join(parse.words[name.first : name.last])
        if name.entry is not None:
            votes[text][name.label] += 100
            continue
        weight = 1
        before = parse.lowers[name.first - 1] if name.first else ""
        titled = before in lex.titles and parse.words[name.first - 1][:1].isupper() and name.last - name.first <= 3
        if titled and name.label in ("PERSON", "ORG", "GPE", "NORP", "PRODUCT"):
            votes[text]["PERSON"] += 4
            name.label = "PERSON"
        last_word, first_word = parse.lowers[name.last - 1], parse.words[name.first]
        if name.last - name.first > 1:
            if last_word in lexicon().name_words["body"] or (
                parse.lowers[name.first] in lexicon().name_words["of"] and parse.lowers[name.first + 1] in ("of", "for")
            ):
                votes[text]["ORG" if name.label not in ("FAC", "EVENT") else name.label] += 6
            elif (
                first_word in lex.given
                and name.last - name.first <= 4
                and all(w[:1].isupper() or w in ("-", "'") for w in parse.words[name.first : name.last])
            ):
                votes[text]["PERSON"] += 3
        votes[text][name.label] += weight
        if name.label == "PERSON" and name.last - name.first > 1 and name.source == "model":
            surnames.add(parse.words[name.last - 1])
    for name in names:
        if name.entry is None:
            text = " ".join(parse.words[name.first : name.last])
            name.label = max(votes[text].items(), key=lambda kv: (kv[1], kv[0] == "PERSON", kv[0]))[0]
            if name.last - name.first == 1 and text in surnames:
                name.label = "PERSON"


def _propagate(parse: Parse, names: list[Name], taken: list[int]) -> list[Name]:
    """Return further places of names believed once: whole names everywhere, surnames and given names of people."""
    words, lowers = parse.words, parse.lowers
    lex = lexicon()
    by_first: defaultdict[str, dict[tuple[str, ...], Name]] = defaultdict(dict)
    for name in names:
        if name.label not in _ACTING or (name.source == "run" and name.last - name.first == 1):
            continue
        parts = tuple(words[name.first : name.last])
        if len(parts) == 1 and (
            (len(parts[0]) < 3 and not parts[0].isupper()) or lowers[name.first] in lexicon().name_words["never"]
        ):
            continue
        by_first[parts[0]].setdefault(parts, name)
        if name.label == "PERSON" and len(parts) > 1:
            for part in (parts[-1], parts[0]):
                if (
                    len(part) > 2
                    and part[0].isupper()
                    and part.lower() not in lex.titles
                    and part.lower() not in lex.nouns
                ):
                    by_first[part].setdefault((part,), name)
    out = []
    i, n = 0, len(parse)
    while i < n:
        options = by_first.get(words[i]) if taken[i] < 0 else None
        step = 1
        if options:
            for parts in sorted(options, key=len, reverse=True):
                k = len(parts)
                if tuple(words[i : i + k]) == parts and all(taken[t] < 0 for t in range(i, min(n, i + k))):
                    if k == 1 and parse.pos[i] not in ("PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ"):
                        continue
                    out.append(Name(i, i + k, options[parts].label, options[parts].entry, "propagated"))
                    step = k
                    break
        i += step
    return out
