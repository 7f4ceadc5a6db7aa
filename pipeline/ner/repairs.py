"""Model entities taken apart: people inside titles, names joined by commas and "and", words that open a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.ner.lexicon import lexicon
from pipeline.syntax import Parse

Part = tuple[int, int, str]

_COMPASS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"))
_INTO = frozenset(("of", "for", "to", "at", "in", "on", "the", "&", ",", "-"))


def take_apart(parse: Parse, first: int, last: int, label: str) -> Iterator[Part]:
    """Yield what a model entity holds as (first, last, label), last exclusive.

    "U.S. Secretary of State A B" and "C D and Trade Secretary E F" hold people, "Larkspur and Europe" two places,
    "Nevertheless Mason" one name.
    """
    lowers = parse.lowers
    while last - first > 1 and first == parse.sentence_of(first)[0] and lowers[first] in lexicon().name_words["opener"]:
        first += 1
    if last - first < 2:
        yield first, last, label
        return
    people = list(_people(parse, first, last, label))
    if people:
        yield from people
        return
    if label in ("PERSON", "GPE", "LOC", "NORP"):
        start = first
        for i in range(first + 1, last - 1):
            if lowers[i] == "and" and (lowers[i - 1] in _COMPASS or parse.pos[i - 1] == "ADJ"):
                continue  # "Central and South America"
            if lowers[i] in (",", "and", "/") and parse.words[i + 1][:1].isupper():
                if start < i:
                    yield start, i, label
                start = i + 1
        yield start, last, label
        return
    yield first, last, label


def _people(parse: Parse, first: int, last: int, label: str) -> Iterator[Part]:
    """Yield the people whose titles a model entity swallowed, nothing where it holds none."""
    words, lowers, lex = parse.words, parse.lowers, lexicon()
    if label in ("EVENT", "LAW") or lowers[last - 1] in lex.name_words["body"]:
        return
    i = first
    while i < last - 1:
        lower = lowers[i]
        noun = lex.nouns.get(lower)
        titled = words[i][:1].isupper() and (lower in lex.titles or (noun is not None and noun.kind == "person"))
        if not titled:
            i += 1
            continue
        start = i + 1
        while start < last and not (_begins_person(parse, start, last) and words[start] in lex.given):
            if not (lowers[start] in _INTO or words[start][:1].isupper()) or lowers[start] == "and":
                start = last
                break
            start += 1
        if start >= last:
            start = i + 1
            if lower not in lex.name_words["believed"] or label == "PERSON" or not _begins_person(parse, start, last):
                i += 1
                continue
        end = _end_of_person(parse, start, last)
        more = end < last and lowers[end] in ("of", "for")
        if end - start > 5 or lowers[end - 1] in lex.name_words["body"] or more:
            i = end
            continue
        yield start, end, "PERSON"
        i = end


def _begins_person(parse: Parse, i: int, last: int) -> bool:
    lex = lexicon()
    return (
        i + 1 < last
        and parse.words[i][:1].isupper()
        and (parse.words[i + 1][:1].isupper() or parse.lowers[i + 1] in lex.name_words["particle"])
        and parse.lowers[i] not in lex.titles
        and parse.lowers[i] not in lex.nouns
    )


def _end_of_person(parse: Parse, start: int, last: int) -> int:
    lex = lexicon()
    end = start
    while end < last and (parse.words[end][:1].isupper() or parse.lowers[end] in lex.name_words["particle"]):
        end += 1
    return end
