"""Whose somebody is: country and PLOVER code by rule where no gazetteer names them."""

from __future__ import annotations

import pytest

from tests.ner_cast import Reader, actor, mention

CODES = [
    ("Islamist gunmen stormed a hotel.", "Islamist gunmen", "ISM"),
    ("The International Sisal Organization raised its quota.", "International Sisal Organization", "IGO"),
    ("The World Chess Teachers Association objected.", "World Chess Teachers Association", "NGO"),
    ("Kurdish rebels fired on Turkish troops.", "Kurdish rebels", "TUR"),
    ("Kurdish rebels fired on Iraqi troops near Mosul.", "Kurdish rebels", "IRQ"),
    ("Shona farmers fled to Mozambique.", "Shona farmers", "MOZ"),
    ("Chancellor of the Exchequer Nigel Lawton met French officials.", "Nigel Lawton", "GBR"),
    ("The U.S. Congress scolded Japan, and Japan shrugged. Rep. Ada Quill was angry.", "Rep. Ada Quill", "USA"),
    ("The U.S. Congress scolded Japan, and Japan shrugged. The Senate will vote.", "The Senate", "USA"),
]


@pytest.mark.parametrize(("text", "words", "code"), CODES)
def test_codes(reader: Reader, text: str, words: str, code: str) -> None:
    cast = reader.read(text)
    found = next(m for m in cast.mentions if words.removeprefix("The ") in m.text and m.kind != "pronoun")
    assert cast.actors[found.actor_id or ""].code == code


def test_parts_of_the_world_belong_to_nobody(reader: Reader) -> None:
    cast = reader.read("Trade between Latin America and the Gulf of Guinea fell.")
    assert actor(cast, "Latin America").code is None
    assert mention(cast, "Latin America").label == "LOC"


def test_a_president_known_by_his_surname_is_the_president(reader: Reader) -> None:
    cast = reader.read("President Reagan will sign it, U.S. officials said.")
    assert actor(cast, "President Reagan").name == "Ronald Reagan"


def test_where_officials_sit_is_not_where_it_happened(reader: Reader) -> None:
    cast = reader.read("Rebels killed about 20 villagers in Sudan, relief officials in Nairobi said.")
    assert actor(cast, "about 20 villagers").code == "SDN"


WHOSE = [
    ("U.S.-led forces captured a commander.", "U.S.-led forces", "USA", "military"),
    ("Iranian-backed militiamen in Lebanon opened fire.", "Iranian-backed militiamen", "LBN", "rebel"),
    ("Germany's Greens backed the bill.", "Greens", "DEU", "party"),
    ("Hutu militiamen raided a village in eastern Congo.", "Hutu militiamen", "COD", "rebel"),
    ("The Bank of Thailand raised rates.", "Bank of Thailand", "THA", "government"),
    ("The National Union of Cane Cutters struck in South Africa.", "National Union of Cane Cutters", "ZAF", "labor"),
    ("Police in Gujarat arrested 40 Hindus.", "Hindus", "IND", "civilian"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "code", "sector"), WHOSE)
def test_whose_they_are(reader: Reader, text: str, words: str, code: str, sector: str) -> None:
    cast = reader.read(text)
    found = next(m for m in cast.mentions if m.text.startswith(words) and m.kind != "pronoun")
    who = cast.actors[found.actor_id or ""]
    assert (who.code, who.sector) == (code, sector)
