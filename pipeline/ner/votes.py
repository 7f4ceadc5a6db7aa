"""One label for every writing of a name, by vote; and a name believed once is found everywhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from pipeline.ner.countries import capitals
from pipeline.ner.lexicon import lexicon
from pipeline.ner.name import Name
from pipeline.syntax import Parse

_ACTING = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT"))
_TEAM_ROLES = frozenset(("coach", "captain", "manager", "goalkeeper", "striker", "defender", "midfielder"))
_OFFICES = frozenset(
    ("adviser", "advisor", "secretary", "minister", "president", "chairman", "chairwoman", "spokesman", "spokeswoman",
     "ambassador", "governor", "sens", "reps", "sen", "rep", "govs", "gov", "undersecretary", "envoy")
)  # fmt: skip
_PORTFOLIOS = frozenset(("secretary", "minister", "secretaries", "ministers", "undersecretary", "ministry"))
_SITED = frozenset(("in", "at", "to", "from", "outside", "near", "inside", "across", "into", "toward", "towards"))


def settle_labels(parse: Parse, names: list[Name]) -> list[Name]:
    """Return the names with one label a writing, without common nouns that only begin a sentence."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()
    texts = [" ".join(parse.words[n.first : n.last]) for n in names]
    written = set(texts)
    texts = [t.title() if t.isupper() and t.title() in written else t for t in texts]  # "JANE ROE:" is Jane Roe
    for name, text in zip(names, texts, strict=True):
        _cast_votes(parse, name, votes[text])
    for word in _short_bodies(parse, names):
        votes[word]["ORG"] += 5
    for name, text in zip(names, texts, strict=True):
        if name.last - name.first > 1 and (name.label if name.entry is not None else _winner(votes[text])) == "PERSON":
            surnames.add(parse.words[name.last - 1])
    common = _common_words(parse, names)
    kept = []
    for name, text in zip(names, texts, strict=True):
        town = name.entry is not None and name.entry.type in ("city", "region")
        if town and text in surnames and text not in capitals():
            name.entry, votes[text] = None, Counter(("PERSON",))  # "Gene Munster ... Munster said"
        if name.entry is None:
            name.label = _winner(votes[text])
            if name.last - name.first == 1 and text in surnames:
                name.label = "PERSON"
            if text in common or _is_fragment(parse, name):
                continue
        kept.append(name)
    return kept


def _winner(votes: Counter[str]) -> str:
    return max(votes.items(), key=lambda kv: (kv[1], kv[0] == "PERSON", kv[0]))[0]


def _cast_votes(parse: Parse, name: Name, votes: Counter[str]) -> None:
    lex = lexicon()
    if name.entry is not None:
        votes[name.label] += 100
        return
    words = parse.words[name.first : name.last]
    before = parse.lowers[name.first - 1] if name.first else ""
    titled = before in lex.titles and parse.words[name.first - 1][:1].isupper() and len(words) <= 3
    if titled and name.label in ("PERSON", "ORG", "GPE", "NORP", "PRODUCT"):
        votes["PERSON"] += 4
        name.label = "PERSON"
    votes[name.label] += 1
    if _is_dateline(parse, name):
        votes["GPE"] += 8
    if len(words) == 1:
        if words[0].isupper() and words[0].capitalize() in lex.given:
            votes["PERSON"] += 2
        elif name.label == "PERSON" and words[0].isupper() and 2 < len(words[0]) <= 8:
            votes["ORG"] += 2  # letters that stand for a name are a body's
        return
    final, first = words[-1].lower(), words[0].lower()
    if first in lex.name_words["of"] and words[1] in ("of", "for", "on", "against", "to"):
        votes["ORG"] += 6
    elif final in lex.name_words["event"]:
        votes["EVENT"] += 6
    elif final in lex.name_words["site"] and name.label != "PRODUCT":
        votes["FAC"] += 6
    elif final in lex.name_words["body"]:
        votes[name.label if name.label in ("FAC", "EVENT", "LAW", "LOC") and final != "org" else "ORG"] += 6
    elif len(words) <= 4 and (
        words[0] in lex.given or (_is_initial(words[0]) and final not in lex.name_words["legal"])
    ):
        votes["PERSON"] += 3 if all(w[:1].isupper() or w in ("-", "'") for w in words) else 0


def _is_fragment(parse: Parse, name: Name) -> bool:
    """Tell a teaching ("Marxism"), an office or a piece of a title ("*Commerce* Secretary A B") from a name."""
    if name.last - name.first > 1:
        return name.label == "ORG" and parse.lowers[name.last - 1].rstrip(".") in _OFFICES
    lower = parse.lowers[name.first]
    if lower.endswith(("ism", "phobia")) and len(lower) > 6 and name.label != "PERSON":
        return True
    if lower not in lexicon().name_words["portfolio"]:
        return False
    after = parse.lowers[name.last] if name.last < len(parse) else ""
    before = parse.lowers[max(0, name.first - 2) : name.first]
    return after in _PORTFOLIOS or (len(before) == 2 and before[1] == "of" and before[0] in _PORTFOLIOS)


def _is_initial(word: str) -> bool:
    """Tell how people's names begin, not bodies': "*T.* Boone Pickens", "*A.W.* Clausen"."""
    return word.endswith(".") and 1 < len(word) <= 4 and word[0].isupper()


def _is_dateline(parse: Parse, name: Name) -> bool:
    """Tell the place that opens a report: "TOLEDO, Ohio (AP) --", "LUSAKA -"."""
    first, last = name.first, name.last
    if not parse.words[first].isupper() or len(parse.words[first]) < 4 or last >= len(parse):
        return False
    start = parse.starts[first]
    if start and parse.text[start - 1] != "\n":
        return False
    dashes = ("-", "--", "—", "–", "(")
    if parse.words[last] in dashes:
        return True
    return parse.words[last] == "," and any(w in dashes for w in parse.words[last + 1 : last + 8])


def _short_bodies(parse: Parse, names: list[Name]) -> set[str]:
    """Return the distinctive words of bodies named in full: "Saturn" where there is a Saturn Corporation."""
    lex = lexicon()
    body, legal = lex.name_words["body"], lex.name_words["legal"]
    found = set()
    for n in names:
        if n.label == "ORG" and n.entry is None and 2 <= n.last - n.first <= 6:
            last = parse.lowers[n.last - 1]
            if (n.last - n.first == 2 and last in body) or (
                last in legal
                and parse.words[n.first] not in lex.given
                and parse.lowers[n.first] not in lex.nouns
                and parse.pos[n.first] == "PROPN"
            ):
                found.add(parse.words[n.first])
    return found


def _common_words(parse: Parse, names: list[Name]) -> set[str]:
    """Return single-word "names" written more often in small letters than with a capital inside a sentence."""
    suspects: dict[str, int] = {}
    for name in names:
        if name.entry is None and name.last - name.first == 1 and not parse.words[name.first].isupper():
            begins = name.first == parse.sentence_of(name.first)[0] or not parse.words[name.first - 1][0].isalnum()
            word = parse.words[name.first]
            suspects[word] = suspects.get(word, 0) + (not begins)
    if not suspects:
        return set()
    small = Counter(parse.words)
    return {w for w, inside in suspects.items() if small[w.lower()] > inside}


def name_teams(parse: Parse, names: list[Name]) -> None:
    """In a sports report, a country that plays is its team: "Belgium beat Panama", but "in Belgium"."""
    sport = lexicon().name_words["sport"]
    found = [w for w in parse.lowers if w in sport]
    if len(set(found)) < 6 or len(found) < len(parse) / 60:
        return
    lowers = parse.lowers
    countries = {n.last - 1 for n in names if n.entry is not None and n.entry.type == "country"}
    for name in names:
        entry = name.entry
        if name.label == "NORP" and entry is not None and lowers[name.last - 1].endswith("s"):
            name.label = "ORG"
            name.entry = replace(entry, key=f"team:{entry.key}", type="group", label="ORG")
            continue
        if entry is None or entry.type not in ("country", "region", "city"):
            continue
        before = parse.lowers[name.first - 1] if name.first else ""
        after = lowers[name.last] if name.last < len(lowers) else ""
        listed = before == "," and name.first > 1 and parse.pos[name.first - 2] == "PROPN"
        listed = listed and name.first - 2 not in countries  # "Sweden, Belgium, England" are no address
        if after in _TEAM_ROLES or not (before in _SITED or listed):
            name.label = "ORG"
            name.entry = replace(entry, key=f"team:{entry.name.lower()}", type="group", label="ORG", wikidata=None)


def propagate(parse: Parse, names: list[Name], taken: list[int]) -> list[Name]:
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
        shouted = options is None and taken[i] < 0 and len(words[i]) > 2 and words[i].isupper()
        if shouted:
            options = by_first.get(words[i].capitalize())
        step = 1
        if options:
            for parts in sorted(options, key=len, reverse=True):
                k = len(parts)
                here = tuple(w.capitalize() for w in words[i : i + k]) if shouted else tuple(words[i : i + k])
                if here == parts and all(taken[t] < 0 for t in range(i, min(n, i + k))):
                    if k == 1 and parse.pos[i] not in ("PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ"):
                        continue
                    source = "shouted" if shouted else "propagated"
                    out.append(Name(i, i + k, options[parts].label, options[parts].entry, source))
                    step = k
                    break
        i += step
    return out
