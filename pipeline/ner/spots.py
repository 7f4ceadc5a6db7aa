"""Names, nominals and pronouns with what coreference wants to know about each: number, gender, kind, country, role."""

from __future__ import annotations

import re

from pipeline.ner.gazetteer import Match
from pipeline.ner.lexicon import lexicon
from pipeline.ner.name import Name
from pipeline.ner.nominals import find_nominals
from pipeline.ner.spot import Ground, Kind, Spot, head_of, role_of
from pipeline.ner.titles import read_title
from pipeline.syntax import Parse
from pipeline.syntax.roles import grammatical_roles

_PRONOUNS: dict[str, tuple[str, str, str]] = {  # word -> person, number, gender
    "he": ("3", "s", "m"),
    "him": ("3", "s", "m"),
    "his": ("3", "s", "m"),
    "himself": ("3", "s", "m"),
    "she": ("3", "s", "f"),
    "her": ("3", "s", "f"),
    "hers": ("3", "s", "f"),
    "herself": ("3", "s", "f"),
    "it": ("3", "s", "n"),
    "its": ("3", "s", "n"),
    "itself": ("3", "s", "n"),
    "they": ("3", "p", ""),
    "them": ("3", "p", ""),
    "their": ("3", "p", ""),
    "theirs": ("3", "p", ""),
    "themselves": ("3", "p", ""),
    "i": ("1", "s", ""),
    "me": ("1", "s", ""),
    "my": ("1", "s", ""),
    "mine": ("1", "s", ""),
    "myself": ("1", "s", ""),
    "we": ("1", "p", ""),
    "us": ("1", "p", ""),
    "our": ("1", "p", ""),
    "ours": ("1", "p", ""),
    "ourselves": ("1", "p", ""),
}
_CENTRAL_BANK = re.compile(
    r"(?i)(?:(?:the )?(?:\w+ )?(?:central|reserve) bank\b|(?:national |state )?bank of \w+(?: \w+)?$)"
)
_NOT_THEIRS = frozenset(
    ("backed", "trained", "funded", "supported", "sponsored", "armed", "allied", "held", "occupied")
)
_PANELS = frozenset(("committee", "subcommittee", "panel", "caucus"))
_HOUSES = frozenset(("senate", "house", "congressional", "parliamentary", "commons", "lords"))
_PLATFORMS = frozenset(("platform", "app", "messenger", "marketplace"))
_COMPANIES = frozenset(("inc", "corp", "ltd", "llc", "plc", "gmbh", "ag", "sa", "nv", "spa", "limited", "co"))
_PLACES = frozenset(("country", "people", "city", "region"))
_LABEL_KIND: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "organization",
}


def ground(parse: Parse, matches: list[Match]) -> Ground:
    """Prepare an article for spotting."""
    lowers = parse.lowers
    country_at: dict[int, str] = {}
    body_at: dict[int, str] = {}
    for match in matches:
        entry = match.entry
        if entry.type in _PLACES and entry.country:
            if match.first > 1 and lowers[match.first - 1] == "-" and lowers[match.first - 2] in ("anti", "pro", "non"):
                continue
            if match.last + 1 < len(lowers) and lowers[match.last] == "-" and lowers[match.last + 1] in _NOT_THEIRS:
                continue  # "Iranian-backed militiamen"
            for i in range(match.first, match.last):
                country_at[i] = entry.country
        elif entry.label == "ORG" and entry.code and not entry.ambiguous:
            for i in range(match.first, match.last):
                body_at[i] = entry.code
    houses = (m.entry.country for m in matches if m.entry.type == "legislature" and m.entry.country)
    return Ground(parse, grammatical_roles(parse), country_at, body_at, legislating=next(houses, None))


def find_spots(scene: Ground, names: list[Name]) -> list[Spot]:
    """Return names, nominals and third- and first-person pronouns in text order."""
    parse = scene.parse
    covered = bytearray(len(parse))
    spots = []
    for name in names:
        if name.label == "PERSON":
            scene.people.update(range(name.first, name.last))
    for name in names:
        spot = _named(scene, name)
        spots.append(spot)
        if spot.kind == "organization":
            scene.sector_at.update(dict.fromkeys(range(name.first, name.last), spot.sector))
        for i in range(name.first, name.last):
            covered[i] = 1
        if spot.kind == "person" and (described := read_title(scene, spot)) is not None:
            spots.append(described)
            covered[described.head] = 1
    lex = lexicon()
    nouns, lowers, lemmas, pos, roles = lex.nouns, parse.lowers, parse.lemmas, parse.pos, scene.roles
    for i in range(len(parse)):
        if covered[i]:
            continue
        p = pos[i]
        if p == "PRON":
            if lowers[i] in _PRONOUNS and roles[i] != "expletive":
                spots.append(_pronoun(scene, i))
        elif p in ("NOUN", "PROPN", "ADJ"):
            if p == "PROPN" and not _stands_alone(parse, i, covered):
                continue
            noun = nouns.get(lowers[i]) or (nouns.get(lemmas[i].lower()) if p != "ADJ" else None)
            if noun is not None and (p != "ADJ" or roles[i] in ("subject", "object", "oblique", "appositive")):
                spots += find_nominals(scene, i, noun, covered)
    spots.sort(key=lambda s: (s.first, s.last))
    return spots


def _stands_alone(parse: Parse, i: int, covered: bytearray) -> bool:
    """Tell an office or body meant by its noun ("the President", "the Court") from a word of some longer name."""
    if i + 1 < len(parse) and parse.words[i + 1][:1].isupper() and parse.pos[i + 1] == "PROPN":
        return False
    before = parse.words[i - 1] if i else ""
    if not before[:1].isupper() or parse.pos[i - 1] != "PROPN" or covered[i - 1]:
        return True  # also "Airbus President"
    return before.lower() in lexicon().titles


def _named(scene: Ground, name: Name) -> Spot:
    parse, lex = scene.parse, lexicon()
    words = tuple(parse.words[name.first : name.last])
    head = head_of(parse, name.first, name.last)
    kind = _LABEL_KIND.get(name.label, "other")
    spot = Spot(
        name.first,
        name.last,
        head,
        "name",
        kind,
        name.label,
        words,
        role_of(scene, head),
        parse.sent[head],
        text=" ".join(parse.span_text(name.first, name.last).split()),
        entry=name.entry,
        definite=True,
        plural=name.label == "NORP",
        country=name.entry.country if name.entry else None,
        sector=name.entry.sector if name.entry else None,
    )
    if kind == "person":
        if len(spot.text) > 3 and spot.text.isupper():
            spot.text = spot.text.title()  # a speaker in a transcript, a name in a headline
        if name.entry is not None and name.entry.gender:
            spot.gender = name.entry.gender
        elif len(words) > 1 or words[0] in lex.given:
            spot.gender = lex.given.get(words[0], "")
    elif name.label == "NORP" and name.first and parse.lowers[name.first - 1] == "ethnic":
        spot.country, spot.entry, spot.sector = None, None, "civilian"  # "ethnic Albanians" live elsewhere
    elif name.entry is None and kind == "place":
        spot.country = next((c for i in range(name.first, name.last) if (c := scene.country_at.get(i))), None)
    elif name.label == "NORP" and (name.entry is None or name.entry.country is None):
        spot.country = _country_before(scene, name)
        spot.sector = "party" if spot.text.lower() in lex.name_words["partisans"] else "civilian"
    elif name.entry is None and kind == "organization":
        inside = [scene.country_at[i] for i in range(name.first, name.last) if i in scene.country_at]
        spot.country = inside[0] if inside else None
        if spot.country is None:
            spot.country = _country_before(scene, name)
        for word in reversed(words):
            noun = lex.nouns.get(word.lower())
            if noun is not None and noun.kind == "organization":
                spot.noun = noun
                if noun.sector != "platform" or noun.word in _PLATFORMS:
                    spot.sector = noun.sector
                break
        if words[-1].lower() in _PANELS and not _HOUSES.isdisjoint(w.lower() for w in words):
            spot.sector = "legislature"
        elif spot.sector is None and words[-1].lower().strip(".") in _COMPANIES:
            spot.sector = "business"
        elif spot.sector == "business" and spot.country and _CENTRAL_BANK.match(spot.text):
            spot.sector = "government"
    return spot


def _country_before(scene: Ground, name: Name) -> str | None:
    """Return the country that an adjective or possessive before a name tells: "Germany's Greens", "Swiss Re"."""
    first = name.first
    if first >= 2 and scene.parse.lowers[first - 1] in ("'s", "’s"):
        return scene.country_at.get(first - 2)
    return scene.country_at.get(first - 1) if first else None


def _pronoun(scene: Ground, i: int) -> Spot:
    parse = scene.parse
    person, number, gender = _PRONOUNS[parse.lowers[i]]
    kind: Kind = "person" if gender in ("m", "f") or (person == "1" and number == "s") else "other"
    return Spot(
        i,
        i + 1,
        i,
        "pronoun",
        kind,
        "PERSON" if kind == "person" else "ORG",
        (parse.words[i],),
        role_of(scene, i),
        parse.sent[i],
        plural=number == "p",
        gender=gender,
        person=person,
        definite=True,
    )
