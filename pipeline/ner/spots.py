"""Names, nominals and pronouns with what coreference wants to know about each: number, gender, kind, country, role."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.ner.entries import Entry
from pipeline.ner.gazetteer import Match
from pipeline.ner.lexicon import Noun, lexicon
from pipeline.ner.name import Name
from pipeline.records import MentionKind
from pipeline.syntax import Parse
from pipeline.syntax.roles import core_phrase, full_phrase, grammatical_roles

Kind = Literal["person", "group", "organization", "place", "other"]

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
_DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "both")
)
_INDEFINITE = frozenset(
    ("a", "an", "some", "any", "another", "every", "each", "no", "many", "several", "few", "all", "most", "other")
)
_LABEL_KIND: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "organization",
}
_KIND_LABEL = {"person": "PERSON", "group": "ORG", "organization": "ORG", "place": "GPE"}


@dataclass(slots=True, eq=False)
class Spot:
    """One mention before it is put together with others. Token indices, ``last`` exclusive."""

    first: int
    last: int
    head: int
    form: MentionKind
    kind: Kind
    label: str
    words: tuple[str, ...]
    role: str
    sentence: int
    plural: bool = False
    gender: str = ""
    person: str = "3"
    entry: Entry | None = None
    noun: Noun | None = None
    definite: bool = False
    determiner: str = ""
    modifiers: frozenset[str] = field(default_factory=frozenset)
    country: str | None = None
    sector: str | None = None
    title: tuple[str, ...] = ()


@dataclass(slots=True)
class Ground:
    """What spotting reads besides the parse: grammatical roles and which country each token names."""

    parse: Parse
    roles: list[str]
    country_at: dict[int, str]
    people: set[int] = field(default_factory=set)  # tokens of people's names


def ground(parse: Parse, matches: list[Match]) -> Ground:
    """Prepare an article for spotting."""
    country_at = {
        i: m.entry.country
        for m in matches
        if m.entry.country and m.entry.type in ("country", "people", "city", "region")
        for i in range(m.first, m.last)
    }
    return Ground(parse, grammatical_roles(parse), country_at)


def find_spots(scene: Ground, names: list[Name]) -> list[Spot]:
    """Return names, nominals and third- and first-person pronouns in text order."""
    parse = scene.parse
    covered = bytearray(len(parse))
    spots = []
    for name in names:
        if name.label == "PERSON":
            scene.people.update(range(name.first, name.last))
    for name in names:
        spots.append(_named(scene, name))
        for i in range(name.first, name.last):
            covered[i] = 1
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
            if p == "PROPN" and not _stands_alone(parse, i):
                continue
            noun = nouns.get(lowers[i]) or (nouns.get(lemmas[i].lower()) if p != "ADJ" else None)
            if noun is not None and (p != "ADJ" or roles[i] in ("subject", "object", "oblique")):
                spots += _nominals(scene, i, noun, covered)
    spots.sort(key=lambda s: (s.first, s.last))
    return spots


def _stands_alone(parse: Parse, i: int) -> bool:
    """Tell an office or body meant by its noun ("the President", "the Court") from a word of some longer name."""
    if i + 1 < len(parse) and parse.words[i + 1][:1].isupper() and parse.pos[i + 1] == "PROPN":
        return False
    before = parse.words[i - 1] if i else ""
    return not (before[:1].isupper() and parse.pos[i - 1] == "PROPN" and before.lower() not in lexicon().titles)


def _head(parse: Parse, first: int, last: int) -> int:
    heads = parse.heads
    for i in range(last - 1, first - 1, -1):
        if not first <= heads[i] < last or heads[i] == i:
            return i
    return last - 1


def _role(scene: Ground, token: int) -> str:
    """Role of a token; conjuncts take that of what they are joined to."""
    role = scene.roles[token]
    hops = 0
    while role == "conjunct" and hops < 6:
        token = scene.parse.heads[token]
        role = scene.roles[token]
        hops += 1
    return role


def _named(scene: Ground, name: Name) -> Spot:
    parse, lex = scene.parse, lexicon()
    words = tuple(parse.words[name.first : name.last])
    head = _head(parse, name.first, name.last)
    kind = _LABEL_KIND.get(name.label, "other")
    spot = Spot(
        name.first,
        name.last,
        head,
        "name",
        kind,
        name.label,
        words,
        _role(scene, head),
        parse.sent[head],
        entry=name.entry,
        definite=True,
        plural=name.label == "NORP",
        country=name.entry.country if name.entry else None,
        sector=name.entry.sector if name.entry else None,
    )
    if kind == "person":
        if name.entry is not None and name.entry.gender:
            spot.gender = name.entry.gender
        elif len(words) > 1 or words[0] in lex.given:
            spot.gender = lex.given.get(words[0], "")
        _read_title(scene, spot)
    elif name.entry is None and kind == "organization":
        inside = [scene.country_at[i] for i in range(name.first, name.last) if i in scene.country_at]
        spot.country = inside[0] if inside else None
        if spot.country is None and name.first >= 2 and parse.lowers[name.first - 1] in ("'s", "’s"):
            spot.country = scene.country_at.get(name.first - 2)
        if spot.country is None and name.first >= 1:
            spot.country = scene.country_at.get(name.first - 1)
        for word in reversed(words):
            noun = lex.nouns.get(word.lower())
            if noun is not None and noun.kind == "organization":
                spot.noun, spot.sector = noun, noun.sector
                break
    return spot


def _read_title(scene: Ground, spot: Spot) -> None:
    """Read the words before a person's name: "Malaysian Communications Minister", "Telegram founder", "Minister of X".

    They become part of the mention, and tell office, gender, country and whom the person works for.
    """
    parse, lex = scene.parse, lexicon()
    title: list[str] = []
    reached, i = spot.first, spot.first - 1
    while i >= 0 and spot.first - i <= 10 and parse.sent[i] == spot.sentence and i not in scene.people:
        lower = parse.lowers[i]
        noun = lex.nouns.get(lower)
        if lower in lex.titles or (noun is not None and noun.kind == "person" and parse.tags[i] != "NNS"):
            title.append(lower)
            spot.gender = spot.gender or lex.gender.get(lower, "")
            sector = (noun.sector if noun else None) or lex.titles.get(lower)
            if sector is not None and spot.sector in (None, "civilian"):
                spot.sector = sector
            reached = i
        elif i in scene.country_at:
            if title:
                spot.country = spot.country or scene.country_at[i]
                reached = i
            elif not _of_title(parse, i):
                break
        elif lower in ("'s", "’s") and title:
            spot.country = spot.country or scene.country_at.get(i - 1)
            break
        elif lower in ("of", "for", "to", "the", "and") and not title:
            if not _of_title(parse, i):
                break
        elif (parse.pos[i] in ("PROPN", "ADJ", "NOUN") and lower not in ("the", "a", "an")) or (lower == "-" and title):
            if title:
                reached = i
            elif not (parse.words[i][:1].isupper() or i + 1 == spot.first):
                break
        else:
            break
        i -= 1
    spot.title = tuple(reversed(title))
    if title:
        spot.first = reached


def _of_title(parse: Parse, i: int) -> bool:
    """Tell whether a word stands in "Minister of X Name": some title with a preposition shortly before it."""
    titles, words, lowers = lexicon().titles, parse.words, parse.lowers
    for t in range(i, max(i - 5, 0), -1):
        if lowers[t] in ("of", "for", "to") and lowers[t - 1] in titles and words[t - 1][:1].isupper():
            return True
        if not (words[t][:1].isupper() or lowers[t] in ("of", "for", "to", "the", "and")):
            return False
    return False
    return False


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
        _role(scene, i),
        parse.sent[i],
        plural=number == "p",
        gender=gender,
        person=person,
        definite=True,
    )


def _nominals(scene: Ground, i: int, noun: Noun, covered: bytearray) -> list[Spot]:
    """Return the nominal mention headed by a noun; several where countries share it ("US and British forces")."""
    parse = scene.parse
    role = scene.roles[i]
    if role == "modifier" and parse.heads[i] > i:
        return []
    if i + 1 < len(parse) and covered[i + 1] and role != "subject" and parse.heads[i] <= i + 4 and parse.heads[i] > i:
        return []  # a title: "minister Fahmi Fadzil"
    first, _ = core_phrase(parse, i)
    _, last = full_phrase(parse, i)
    lowers = parse.lowers
    determiner, definite = "", False
    modifiers = set()
    countries: list[tuple[int, str]] = []
    ethnic = False
    possessed = False
    for t in range(first, i):
        lower = lowers[t]
        if lower in _DEFINITE or lower in _INDEFINITE:
            determiner = determiner or lower
            definite = definite or lower in _DEFINITE
        elif lower in ("'s", "’s", "'", "’"):
            definite = possessed = True
        elif lower == "ethnic":
            ethnic = True
        elif parse.pos[t] in ("ADJ", "NOUN", "PROPN", "VERB"):
            modifiers.add(lower)
        code = scene.country_at.get(t)
        if code and not ethnic and (not countries or countries[-1][1] != code):
            countries.append((t, code))
    if not countries:
        code = _country_after(scene, i, last)
        countries = [(i, code)] if code else []
    elif possessed:
        countries = countries[:1]
    plural = parse.tags[i] in ("NNS", "NNPS") or noun.kind == "group"
    kind: Kind = "group" if noun.kind == "person" and plural else noun.kind  # type: ignore[assignment]
    label = _KIND_LABEL[noun.kind]
    head_role, sentence = _role(scene, i), parse.sent[i]
    gender = lexicon().gender.get(noun.word, "")
    spots = []
    shared = len(countries) > 1 and len({c for _, c in countries}) > 1
    for k, (token, code) in enumerate(countries or [(i, "")]):
        whole = not shared or k == len(countries) - 1
        a, b = (token if shared else first), (last if whole else token + 1)
        spots.append(
            Spot(
                a,
                b,
                i,
                "nominal",
                kind,
                label,
                tuple(parse.words[a:b]),
                head_role,
                sentence,
                plural=plural,
                gender=gender,
                noun=noun,
                definite=definite,
                determiner=determiner,
                modifiers=frozenset(modifiers),
                country=code or None,
                sector=noun.sector,
            )
        )
    return spots


def _country_after(scene: Ground, head: int, last: int) -> str | None:
    """Return the country in what follows a noun: "leaders of Romania's new government", "rebels in Darfur"."""
    for t in range(head + 1, last):
        code = scene.country_at.get(t)
        if code:
            return code
    return None
