"""Names: what the language model misses, splits or mislabels, put right."""

from __future__ import annotations

import pytest

from tests.ner_cast import Reader, mention

NAMES = [
    ("Regulators in Lisbon fined Telegram after Telegram ignored two letters.", "Telegram", "ORG"),
    ("The Ministry of Trade and Digital Affairs opened an inquiry.", "Ministry of Trade and Digital Affairs", "ORG"),
    ("The Department for Rural Roads was closed on Friday.", "Department for Rural Roads", "ORG"),
    ("Nadia Okoro met the press. Later Okoro left the building.", "Okoro", "PERSON"),
    ("The Kremlin rejected the offer.", "Kremlin", "ORG"),
    ("Spaniards voted on Sunday.", "Spaniards", "NORP"),
    ("He flew from Kuala Lumpur to Geneva.", "Kuala Lumpur", "GPE"),
    ("Lawyers for WhatsApp and Signal Corps appeared before the court.", "WhatsApp", "ORG"),
    ("The Royal Malaysian Police raided two offices.", "Royal Malaysian Police", "ORG"),
    ("The University of Larkspur suspended the course.", "University of Larkspur", "ORG"),
]


@pytest.mark.parametrize(("text", "name", "label"), NAMES)
def test_finds_names(reader: Reader, text: str, name: str, label: str) -> None:
    found = mention(reader.read(text), name)
    assert (found.kind, found.label) == ("name", label)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Spanish police arrested three men.", "Spanish"),
        ("Salt prices rose. Most salt is mined abroad, and salt is cheap.", "Salt"),
        ("Photo: a street in the rain.", "Photo"),
        ("On Monday the court adjourned.", "Monday"),
    ],
)
def test_leaves_other_words_alone(reader: Reader, text: str, absent: str) -> None:
    assert not [m.text for m in reader.read(text).mentions if m.kind == "name" and absent in m.text]


def test_offsets_quote_the_text(reader: Reader) -> None:
    text = "Minister Aino Salo told Interpol’s head that she would sue Yandex.\n\nSalo left."
    for m in reader.read(text).mentions:
        assert text[m.start : m.end] == m.text


def test_titles_in_capitals_belong_to_the_mention(reader: Reader) -> None:
    cast = reader.read("Communications Minister Aino Salo resigned. Salo gave no reason.")
    assert mention(cast, "Communications Minister Aino Salo").kind == "name"
    assert cast.actors[mention(cast, "Salo", 0).actor_id or ""].name == "Aino Salo"


def test_a_country_that_plays_is_a_team(reader: Reader) -> None:
    text = (
        "Norway beat Chile 2-1 in the final match of the tournament. The striker scored a late goal, a penalty,"
        " and the goalkeeper was substituted. Norway won the cup in Qatar, where the coach praised his squad."
    )
    cast = reader.read(text)
    assert mention(cast, "Norway").label == "ORG"
    assert mention(cast, "Qatar").label == "GPE"
