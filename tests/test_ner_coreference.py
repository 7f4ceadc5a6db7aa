"""Who is meant: names, acronyms, descriptions and pronouns of one actor put together."""

from __future__ import annotations

import pytest

from tests.ner_cast import Reader, who

MEANT = [
    # pronouns
    ("Aino Salo said she would appeal.", "she", "Aino Salo"),
    ("Norway said it had expelled two diplomats.", "it", "Norway"),
    ("Spotify raised its prices in May.", "its", "Spotify"),
    ("Boris Vance met Clara Duarte. She thanked him for the visit.", "She", "Clara Duarte"),
    ("Boris Vance met Clara Duarte. She thanked him for the visit.", "him", "Boris Vance"),
    ("In its role as regulator, Ofcom wrote to the stations.", "its", "Ofcom"),
    ("Boris Vance and his father left for Oslo. His father, Karl Vance, drove the car.", "His", "Boris Vance"),
    ("Ofcom warned Brellcom. “It was too slow,” its chairman, Boris Vance, said.", "its", "Ofcom"),
    # quotations
    ("Boris Vance waited for Miguel Duarte. “He can have tea,” he said on Monday.", "he", "Boris Vance"),
    ("Brellcom apologised. Its finance chief, Aino Salo, resigned. “We have failed,” Salo said.", "We", "Brellcom"),
    (
        "Clara Duarte, who heads the Larkspur Council, was blunt. “We will not pay,” Duarte said.",
        "We",
        "Larkspur Council",
    ),
    ("The Dockers’ Union met on Monday. “We will strike,” union president Aino Salo said.", "We", "Dockers’ Union"),
    ("Brellcom lost $4 million in May. “We have not paid,” chief executive Aino Salo said.", "We", "Brellcom"),
    ("Norway closed the strait. “We had no choice,” Norwegian Foreign Minister Aino Salo said.", "We", "Norway"),
    ("“I will not resign,” Aino Salo said.", "I", "Aino Salo"),
    ("Ofcom said: “We have opened an inquiry.”", "We", "Ofcom"),
    # descriptions
    ("Telegram was blocked in May. The platform has not replied.", "The platform", "Telegram"),
    (
        "The Malaysian government warned Telegram. The government gave it a week.",
        "The government",
        "Government of Malaysia",
    ),
    (
        "Minister Aino Salo spoke first. Reporters then asked the minister about the budget.",
        "the minister",
        "Aino Salo",
    ),
    (
        "Minister Aino Salo spoke in Oslo. Among the guests was a former minister. Reporters asked the minister.",
        "the minister",
        "Aino Salo",
    ),
    ("Boris Vance, the mayor of Larkspur, resigned.", "the mayor of Larkspur", "Boris Vance"),
    (
        "A Malaysian minister threatened a ban. Minister Rahim Osman gave Telegram a week.",
        "A Malaysian minister",
        "Rahim Osman",
    ),
    ("A judge in Spain ordered the block. The judge later paused it.", "The judge", "judge in Spain"),
    (
        "Rahim Osman, head of the Ministry of Posts, said his department would act.",
        "his department",
        "Ministry of Posts",
    ),
    ("Aino Salo, 34, a teacher from Larkspur, came second. She wept.", "a teacher from Larkspur", "Aino Salo"),
    ("Boris Vance, then a student at Larkspur, had a plan. He wrote to Oslo.", "He", "Boris Vance"),
    ("Brellcom’s boss, a woman named Aino Salo, resigned. Salo will move.", "Brellcom’s boss", "Aino Salo"),
    ("Boris Vance hired Miguel Duarte. Duarte will report to him.", "him", "Boris Vance"),
    ("Teachers in Oslo stayed at home. Unlike the army, they had been warned.", "they", "Teachers in Oslo"),
    ("The food giant Brellcom closed a mill. Unions then sued the food giant.", "The food giant", "Brellcom"),
    ("Thousands came to the Harrow Memorial. They lit candles around the memorial.", "the memorial", "Harrow Memorial"),
    ("The FBI warned Velmont Pharma. Sweden criticised the company.", "the company", "Velmont Pharma"),
    ("Denmark is in debt. Danish minister Boris Vance spoke for his country on Monday.", "his country", "Denmark"),
    # names
    (
        "The Larkspur Court of Appeal ruled on Monday. The case will go back to the Court.",
        "Court",
        "Larkspur Court of Appeal",
    ),
    ("Reporters met a climber going by the name “The Marmot”. She waved.", "She", "Marmot"),
    ("Brussels fined Brellcom €80 million in May.", "Brellcom", "Brellcom"),
    ("Pavel Durov flew to Dubai. Durov declined to comment.", "Durov", "Pavel Durov"),
    ("The Larkspur Press Council (LPC) met. The LPC will decide in June.", "LPC", "Larkspur Press Council"),
]


@pytest.mark.parametrize(("text", "words", "name"), MEANT)
def test_means(reader: Reader, text: str, words: str, name: str) -> None:
    cast = reader.read(text)
    number = len([m for m in cast.mentions if m.text == words]) - 1
    assert who(cast, words, max(number, 0)) == name


def test_an_acronym_means_what_the_article_last_defined(reader: Reader) -> None:
    text = (
        "The Ministry of Coastal Matters (MCM) warned anglers. The MCM fined two of them.\n\n"
        "A study by the Museum of Contemporary Maps (MCM) disagrees. The MCM lent three charts."
    )
    cast = reader.read(text)
    assert [who(cast, "MCM", n) for n in range(4)] == ["Ministry of Coastal Matters"] * 2 + [
        "Museum of Contemporary Maps"
    ] * 2


def test_a_ministry_and_a_commission_share_a_known_acronym(reader: Reader) -> None:
    text = (
        "The Ministry of Rivers and Tides (FBI) closed two harbours, officials said. The FBI reopened one.\n\n"
        "The Commission for Inland Waters (FBI) sued a shipyard. The FBI has asked for papers."
    )
    cast = reader.read(text)
    ministry, commission = "Ministry of Rivers and Tides", "Commission for Inland Waters"
    assert [who(cast, "FBI", n) for n in range(4)] == [ministry] * 2 + [commission] * 2


def test_the_article_overrules_the_gazetteer(reader: Reader) -> None:
    cast = reader.read("The Federal Bakers’ Institute (FBI) met. The FBI will vote in May.")
    assert who(cast, "FBI", 1) == "Federal Bakers’ Institute"


def test_two_people_of_one_surname_stay_two(reader: Reader) -> None:
    cast = reader.read("Clara Duarte sued Miguel Duarte on Monday. Clara Duarte wants the house.")
    assert who(cast, "Clara Duarte") != who(cast, "Miguel Duarte")


def test_a_ministry_is_not_a_longer_named_one(reader: Reader) -> None:
    cast = reader.read("The Ministry of Health met the Ministry of Health and Sport on Friday in Oslo.")
    assert who(cast, "Ministry of Health and Sport") != who(cast, "Ministry of Health")


def test_an_object_pronoun_is_not_its_own_subject(reader: Reader) -> None:
    cast = reader.read("Boris Vance praised Miguel Duarte. Then the mayor, Miguel Duarte, thanked him.")
    assert who(cast, "him") == "Boris Vance"


def test_an_office_nobody_was_given_is_nobody_named(reader: Reader) -> None:
    cast = reader.read("Aino Salo left the building on Monday. Neighbours had called the sheriff.")
    assert who(cast, "the sheriff") != "Aino Salo"


def test_any_rival_is_nobody_to_come_back_to(reader: Reader) -> None:
    cast = reader.read("Boris Vance denied that any rival had left. He blamed Brellcom.")
    assert who(cast, "He") == "Boris Vance"


def test_peacekeepers_are_no_rebels(reader: Reader) -> None:
    cast = reader.read("Rebels in Sudan took the bridge. Then the peacekeepers left the town.")
    assert who(cast, "the peacekeepers") != who(cast, "Rebels in Sudan")


def test_a_name_the_model_takes_for_a_person_may_be_a_body(reader: Reader) -> None:
    cast = reader.read("Castellan denied that it had hidden the leak. Castellan will pay.")
    assert who(cast, "it") == "Castellan"


def test_a_man_is_no_woman(reader: Reader) -> None:
    cast = reader.read("Clara Duarte parked outside. Police then stopped the man.")
    assert who(cast, "the man") != "Clara Duarte"


def test_the_consumer_is_nobody_named(reader: Reader) -> None:
    cast = reader.read("Steve Jobs spoke in July. Prices for the consumer had doubled.")
    assert who(cast, "the consumer") != "Steve Jobs"


def test_another_kind_of_company_is_not_the_company(reader: Reader) -> None:
    cast = reader.read("Ofcom met Brellcom on Monday. The company agreed to pay. Fans want a company that listens.")
    assert who(cast, "a company") != who(cast, "The company") == "Brellcom"
