"""Who somebody is: type, sector, country, PLOVER code, and an id that is the same in every article."""

from __future__ import annotations

import pytest

from tests.ner_cast import Reader, actor, mention

CODES = [
    ("Japanese police arrested a diver.", "Japanese police", "JPN", "police"),
    ("Moscow rejected the proposal.", "Moscow", "RUS", None),
    ("The White House announced a pause.", "White House", "USA", "government"),
    ("The U.N. Security Council met on Monday.", "U.N. Security Council", "IGO", None),
    ("Rebels in Darfur freed nine drivers.", "Rebels in Darfur", "SDN", "rebel"),
    ("President Bush vetoed the bill.", "President Bush", "USA", "government"),
    ("Putin met the delegation.", "Putin", "RUS", "government"),
    ("U.N. mediator Karl Osterberg flew home.", "Karl Osterberg", "IGO", "government"),
    ("Poland’s parliament passed the law.", "parliament", "POL", "legislature"),
    ("Officials of the Red Cross visited the camp.", "Officials of the Red Cross", "IGO", "government"),
    ("Two Palestinian gunmen were released.", "Two Palestinian gunmen", "PSE", "rebel"),
    ("Hamas denied the report.", "Hamas", "PSE", "rebel"),
    ("The Swedish court adjourned.", "The Swedish court", "SWE", "judiciary"),
]


@pytest.mark.parametrize(("text", "words", "code", "sector"), CODES)
def test_codes(reader: Reader, text: str, words: str, code: str, sector: str | None) -> None:
    found = actor(reader.read(text), words)
    assert (found.code, found.sector) == (code, sector)


@pytest.mark.parametrize(
    ("text", "head", "codes"),
    [
        ("Hungarian and Romanian officials met in Vienna.", "officials", {"HUN", "ROU"}),
        ("US and British forces left the base.", "forces", {"USA", "GBR"}),
        ("French, Dutch and Kenyan diplomats were expelled.", "diplomats", {"FRA", "NLD", "KEN"}),
        ("U.S. and Russian negotiators returned to Geneva.", "negotiators", {"USA", "RUS"}),
    ],
)
def test_countries_that_share_a_noun_are_several_actors(reader: Reader, text: str, head: str, codes: set[str]) -> None:
    cast = reader.read(text)
    shared = cast.standing_for(mention(cast, head).head)
    assert {cast.actors[m.actor_id or ""].code for m in shared} == codes


def test_ethnic_groups_live_where_the_text_says(reader: Reader) -> None:
    assert actor(reader.read("Ethnic Albanians marched on Sunday in Serbia."), "Albanians").code == "SRB"


@pytest.mark.parametrize("words", ["anti-Syria journalist", "pro-Iran blogger"])
def test_being_against_a_country_is_not_being_of_it(reader: Reader, words: str) -> None:
    cast = reader.read(f"A prominent {words} was shot dead in Beirut.")
    assert actor(cast, words).code == "LBN"


def test_a_government_has_its_full_name(reader: Reader) -> None:
    found = actor(reader.read("The Malaysian government warned Telegram."), "The Malaysian government")
    assert (found.name, found.type, found.country) == ("Government of Malaysia", "government", "MYS")


def test_ids_are_the_same_in_every_article(reader: Reader) -> None:
    one = reader.read("Ofcom fined the Larkspur Courier. Aino Salo objected.", "first")
    two = reader.read("Nobody at the Larkspur Courier spoke, Aino Salo said of Ofcom.", "second")
    for words in ("Ofcom", "Larkspur Courier", "Aino Salo"):
        assert actor(one, words).actor_id == actor(two, words).actor_id


def test_unnamed_people_of_two_articles_stay_apart(reader: Reader) -> None:
    one = reader.read("A judge in Spain ordered the block. The judge paused it.", "first")
    two = reader.read("A judge in Spain ordered the block. The judge paused it.", "second")
    assert actor(one, "A judge in Spain").actor_id != actor(two, "A judge in Spain").actor_id


def test_bodies_every_country_has_stay_apart(reader: Reader) -> None:
    one = reader.read("In Ghana, the Supreme Court of the country ruled. Ghana welcomed it.", "first")
    two = reader.read("In Kenya, the Supreme Court of the country ruled. Kenya welcomed it.", "second")
    assert actor(one, "Supreme Court").actor_id != actor(two, "Supreme Court").actor_id


def test_crowds_nobody_could_name_are_nobody(reader: Reader) -> None:
    assert mention(reader.read("Reporters waited outside."), "Reporters").actor_id is None


def test_a_phrase_is_answered_by_the_mention_that_covers_its_head(reader: Reader) -> None:
    cast = reader.read("Lawyers of the Larkspur Press Council objected.")
    council = mention(cast, "Larkspur Press Council")
    assert cast.standing_for(council.first, council.first, council.last) == (council,)
