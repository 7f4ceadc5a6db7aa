"""What stands before a person's name: title, office, country, body."""

from __future__ import annotations

from pipeline.ner.leaders import leaders_by_surname, surnames
from pipeline.ner.lexicon import lexicon
from pipeline.ner.spot import Ground, Spot
from pipeline.syntax import Parse

_HEADS = frozenset(("president", "premier", "minister", "chancellor", "secretary"))
_CONGRESS = frozenset(("rep.", "rep", "sen.", "sen", "congressman", "congresswoman"))
_CIVIL_GENERALS = frozenset(
    ("attorney", "solicitor", "secretary", "director", "surgeon", "consul", "inspector", "auditor", "governor")
)


def read_title(scene: Ground, spot: Spot) -> Spot | None:
    """Read the words before a person's name: "Malaysian Communications Minister", "Telegram founder", "Minister of X".

    They tell office, gender, country and whom the person works for. Titles in capitals become part of the mention;
    words in small letters are a description of their own, which is returned: "English captain".
    """
    parse, lex = scene.parse, lexicon()
    title: list[str] = []
    nearest = -1
    reached, i = spot.first, spot.first - 1
    while i >= 0 and spot.first - i <= 10 and parse.sent[i] == spot.sentence and i not in scene.people:
        lower = parse.lowers[i]
        noun = lex.nouns.get(lower)
        if lower in lex.titles or (noun is not None and noun.kind == "person" and parse.tags[i] != "NNS"):
            nearest = nearest if title else i
            title.append(lower)
            spot.gender = spot.gender or lex.gender.get(lower, "")
            sector = (noun.sector if noun else None) or lex.titles.get(lower)
            if lower == "general" and i and parse.lowers[i - 1] in _CIVIL_GENERALS:
                sector = "government"
            if sector is not None and spot.sector in (None, "civilian"):
                spot.sector = sector
            reached = i
        elif i in scene.country_at or i in scene.body_at or i in scene.sector_at:
            if title:
                if (
                    spot.sector == "government"
                    and i in scene.sector_at
                    and (scene.sector_at[i] or i not in scene.body_at)
                ):
                    spot.sector = scene.sector_at[i]  # "Airbus President A B"
                spot.country = spot.country or scene.country_at.get(i) or scene.body_at.get(i)
                reached = i
            elif not _of_title(parse, i):
                break
        elif lower in ("of", "for") and title and i and parse.lowers[i - 1] in lex.titles:
            pass  # "Secretary of State A B"
        elif lower == "the" and title and i > 1 and parse.lowers[i - 1] == "of" and parse.lowers[i - 2] in lex.titles:
            pass  # "Chancellor of the Exchequer A B"
        elif lower in ("'s", "’s") and title:
            spot.country = spot.country or scene.country_at.get(i - 1)
            break
        elif lower in ("of", "for", "to", "the", "and") and not title:
            if not _of_title(parse, i):
                break
        elif (parse.pos[i] in ("PROPN", "ADJ", "NOUN") and lower not in ("the", "a", "an")) or (lower == "-" and title):
            if title and parse.words[nearest][0].isupper() and not parse.words[i][0].isupper():
                break  # "this week Minister X"
            if title:
                reached = i
            elif not (parse.words[i][:1].isupper() or i + 1 == spot.first):
                break
        else:
            break
        i -= 1
    spot.title = tuple(reversed(title))
    if not title:
        return None
    if spot.country is None:
        spot.country = _country_of_office(scene, spot.title)
    if spot.country is None and len(spot.words) == 1:
        spot.country = surnames().get(spot.words[0])
    if len(spot.words) == 1 and spot.entry is None and not _HEADS.isdisjoint(title):
        leader = leaders_by_surname().get(spot.words[0])
        if leader is not None and leader.country == spot.country and leader.country in scene.country_at.values():
            spot.entry = leader  # "President Reagan"
    noun = lex.nouns.get(parse.lowers[nearest])
    if parse.words[nearest][0].isupper() or noun is None:
        spot.first = reached
        return None
    return Spot(
        first=reached,
        last=nearest + 1,
        head=nearest,
        form="nominal",
        kind="person",
        label="PERSON",
        words=tuple(parse.words[reached : nearest + 1]),
        role=spot.role,
        sentence=spot.sentence,
        gender=spot.gender,
        noun=noun,
        modifiers=frozenset(parse.lowers[reached:nearest]),
        country=spot.country,
        sector=spot.sector,
        beside=spot,
    )


def _country_of_office(scene: Ground, title: tuple[str, ...]) -> str | None:
    """Return the country that alone has such an office; of the houses of Congress where the text names America."""
    if "chancellor" in title and "exchequer" in title:
        return "GBR"
    if "taoiseach" in title:
        return "IRL"
    if _CONGRESS.intersection(title) and "USA" in scene.country_at.values():
        return "USA"
    return None


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
