"""Names as newsrooms print them: titles, tickers, datelines, capitals, legal forms."""

from __future__ import annotations

import pytest

from tests.ner_cast import Reader, actor, mention

PEOPLE = [
    ("U.S. Secretary of State Harriet Dowd Quill met her aides.", "Harriet Dowd Quill", "government"),
    ("He met Secretary of State George Tull and Commerce Secretary Malcolm Baird.", "Malcolm Baird", "government"),
    ("Vermont Attorney General Scott Prewitt sued on Monday.", "Scott Prewitt", "government"),
    ("Larkspur Corp Chairman Joe Bell resigned.", "Joe Bell", "business"),
    ("Shares fell, Verizon CFO Shaila Khera said.", "Shaila Khera", "business"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "sector"), PEOPLE)
def test_people_are_found_behind_their_titles(reader: Reader, text: str, name: str, sector: str) -> None:
    cast = reader.read(text)
    found = next(m for m in cast.mentions if name in m.text and m.kind == "name")
    assert found.label == "PERSON"
    assert (cast.actors[found.actor_id or ""].name, cast.actors[found.actor_id or ""].sector) == (name, sector)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Finance Minister Dora Fenn met Commerce Secretary Alan Pike.", "Commerce"),
        ("Shops sold MORE of it. There was more to come.", "MORE"),
        ("The report says Marxism and Islamophobia are on the rise.", "Islamophobia"),
    ],
)
def test_pieces_of_titles_and_teachings_are_no_names(reader: Reader, text: str, absent: str) -> None:
    assert absent not in [m.text for m in reader.read(text).mentions]


def test_two_universities_stay_two(reader: Reader) -> None:
    cast = reader.read("A team from the Larkspur Institute of Technology and Fernhill State University said so.")
    assert mention(cast, "Larkspur Institute of Technology").label == "ORG"
    assert mention(cast, "Fernhill State University").label == "ORG"


def test_a_dateline_is_a_place_and_its_mark_an_agency(reader: Reader) -> None:
    cast = reader.read("SAN FRANCISCO (AP) -- Apple Inc. said Friday it had sued a supplier.")
    assert actor(cast, "SAN FRANCISCO").name == "San Francisco"
    assert actor(cast, "AP").name == "Associated Press"


def test_speakers_in_capitals_are_the_people_named_elsewhere(reader: Reader) -> None:
    cast = reader.read("Jon Seabrook swam well. JON SEABROOK: I did my best. He left with Jon Seabrook.")
    assert actor(cast, "JON SEABROOK").actor_id == actor(cast, "Jon Seabrook").actor_id


def test_legal_forms_do_not_make_another_company(reader: Reader) -> None:
    cast = reader.read("Chrysler Corp sold the unit. Chrysler Corp gave no price.")
    assert actor(cast, "Chrysler Corp").name == "Chrysler"


def test_subsidiaries_are_not_their_parents(reader: Reader) -> None:
    cast = reader.read("Velora Corp owns Velora Credit Canada Ltd. Velora Corp said so.")
    assert actor(cast, "Velora Corp").actor_id != actor(cast, "Velora Credit Canada Ltd").actor_id


def test_a_country_in_brackets_stays_the_country(reader: Reader) -> None:
    cast = reader.read("Larkspur Motor (UK) Ltd said it would hire. The UK is glad.")
    assert {cast.actors[m.actor_id or ""].name for m in cast.mentions if m.text == "UK"} == {"United Kingdom"}


def test_panels_of_parliament_legislate(reader: Reader) -> None:
    cast = reader.read("The U.S. Congress met. The Senate Banking Committee will vote in Washington.")
    panel = actor(cast, "Senate Banking Committee")
    assert (panel.code, panel.sector) == ("USA", "legislature")


def test_tickers_stand_for_the_company_before_them(reader: Reader) -> None:
    cast = reader.read("Carstone Corp (CCI) said it would appeal. CCI owns mines.")
    assert {cast.actors[m.actor_id or ""].name for m in cast.mentions if m.text == "CCI"} == {"Carstone Corp"}


@pytest.mark.parametrize("text", ["The First World War ended in 1918.", "He won the Nobel Prize."])
def test_events_and_prizes_are_no_actors(reader: Reader, text: str) -> None:
    assert not [m.text for m in reader.read(text).mentions if m.kind == "name" and m.actor_id is not None]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The FERN Global contest ended in Riga.", "FERN Global", "ORG"),
        ("Reviewers at PC World praised it, but the PC is dying.", "PC World", "ORG"),
        ("A bid by T. Dunstan Pike for Larkspur failed.", "T. Dunstan Pike", "PERSON"),
        ("The Pacific Dockers' Union called a strike.", "Pacific Dockers' Union", "ORG"),
        ("Yesterday Farouk said that he would go.", "Farouk", "PERSON"),
        ("The Commission on Village Elections met.", "Commission on Village Elections", "ORG"),
    ],
)
def test_names_begin_and_end_where_they_should(reader: Reader, text: str, name: str, label: str) -> None:
    found = mention(reader.read(text), name)
    assert (found.kind, found.label) == ("name", label)


def test_a_surname_that_is_a_town_too_is_the_person_named_in_full(reader: Reader) -> None:
    cast = reader.read("Analyst Gene Munster raised his target. Later Munster called it a guess.")
    assert actor(cast, "Munster").name == "Gene Munster"
