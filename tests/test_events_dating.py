"""Event dates: (text, trigger, first day/last day or None, rule). All articles are published on Friday 14 June 2024."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.dates import find_dates
from pipeline.events.dating import Calendar
from pipeline.events.lexicon import load_lexicon
from pipeline.records import Article
from pipeline.syntax import LanguageModel, analyse

PUBLISHED = date(2024, 6, 14)
OWN, GOVERNING, SENTENCE, ANCHOR = "own clause", "governing clause", "same sentence", "paragraph anchor"
ROWS: list[tuple[str, str, str | None, str | None]] = [
    # own clause
    ("Police arrested two men on Monday.", "arrested", "2024-06-10/2024-06-10", OWN),
    ("On Monday, police arrested two men.", "arrested", "2024-06-10/2024-06-10", OWN),
    ("In 2019 the court fined the bank.", "fined", "2019-01-01/2019-12-31", OWN),
    ("The army attacked the town in May 2023.", "attacked", "2023-05-01/2023-05-31", OWN),
    ("The court will sentence him on 20 June 2024.", "sentence", "2024-06-20/2024-06-20", OWN),
    ("The ministers held talks on Tuesday.", "talks", "2024-06-11/2024-06-11", OWN),
    ("The ministers held talks on Tuesday.", "held", "2024-06-11/2024-06-11", OWN),
    ("Serbia was given an ultimatum by Austria in July 1914.", "ultimatum", "1914-07-01/1914-07-31", OWN),
    ("After several meetings in April, the strike ended.", "meetings", "2024-04-01/2024-04-30", OWN),
    ("Yesterday the union rejected the offer.", "rejected", "2024-06-13/2024-06-13", OWN),
    # governing clause
    ("In 2020, the agency said it was working with Interpol.", "working", "2020-01-01/2020-12-31", GOVERNING),
    ("Last week the minister said he would contact the firm.", "contact", "2024-06-03/2024-06-09", GOVERNING),
    ("Russia ordered the blocking of the app in 2018.", "ordered", "2018-01-01/2018-12-31", SENTENCE),
    ("The bank refused on Monday to pay the fine.", "pay", "2024-06-10/2024-06-10", GOVERNING),
    ("The envoy met the rebels in 2015 to discuss peace.", "discuss", "2015-01-01/2015-12-31", GOVERNING),
    ("“We will sue,” Anna Berg said on Monday.", "sue", "2024-06-10/2024-06-10", GOVERNING),
    ("In March 2021 the state froze the account and seized the ship.", "seized", "2021-03-01/2021-03-31", GOVERNING),
    ("The judge gave the bank until 20 June 2024 to pay.", "pay", "2024-06-20/2024-06-20", GOVERNING),
    ("The judge gave the bank until 20 June 2024 to pay.", "gave", None, None),
    # the time that a clause with "when" tells of
    ("They have quarrelled since 2020, when the talks collapsed.", "collapsed", "2020-01-01/2020-12-31", OWN),
    ("It failed in March, when the army bombed the port.", "bombed", "2024-03-01/2024-03-31", OWN),
    ("It failed in March, when the army bombed the port on 3 March.", "bombed", "2024-03-03/2024-03-03", OWN),
    ("The pilots went on strike last week.", "strike", "2024-06-03/2024-06-09", GOVERNING),
    # what was over when it was said keeps only a wide date
    ("The army said on Monday it had bombed the port.", "bombed", None, None),
    ("The army said on Monday it had bombed the port.", "said", "2024-06-10/2024-06-10", OWN),
    ("Police said on Monday the man attacked two women.", "attacked", None, None),
    ("In 2020 the army said it had bombed the port.", "bombed", "2020-01-01/2020-12-31", GOVERNING),
    # same sentence
    (
        "In a statement issued in early May 2024, the agency said it was sorry.",
        "said",
        "2024-05-01/2024-05-10",
        SENTENCE,
    ),
    # other times are not shared
    ("On Monday the bank closed after the court fined it.", "fined", None, None),
    ("Police arrested a man who attacked two women on Monday.", "arrested", None, None),
    ("The bank paid fines since 2019.", "paid", None, None),
    ("The bank had met the union since May 2024.", "met", None, None),
    ("The bank has met the union since May 2024.", "met", "2024-05-01/2024-06-14", OWN),
    ("The minister condemned Monday's attack.", "condemned", None, None),
    ("The minister condemned Monday's attack.", "attack", "2024-06-10/2024-06-10", OWN),
    # anchors
    ("Police raided the office on Monday. They arrested two men.", "arrested", "2024-06-10/2024-06-10", ANCHOR),
    (
        "In May 2023 the firm left the market. It closed two shops. It fired the staff.",
        "fired",
        "2023-05-01/2023-05-31",
        ANCHOR,
    ),
    ("Police raided the office on Monday. The bank denies fraud.", "denies", None, None),
    ("Police raided the office on Monday. Later the bank paid a fine.", "paid", None, None),
    ("Police raided the office on Monday. The state had fined the bank.", "fined", None, None),
    ("Police raided the office on Monday.\n\nThe union criticised the minister.", "criticised", None, None),
    (
        "The minister met farmers on Monday. He said prices were fair.\n\n“We listened,” he said.",
        "met",
        "2024-06-10/2024-06-10",
        OWN,
    ),
    # a date of what is told is not that of the telling
    ("The plant, expected to close in August, will be sold, the firm said.", "said", None, None),
    ("By 2030 the port will need two new docks, the minister said.", "said", None, None),
    ("“We will build two docks in the next two years,” the minister said.", "said", None, None),
    ("The fall in exports in April was small, the ministry said.", "said", None, None),
    ("In a speech in April, the minister criticised the bank.", "criticised", "2024-04-01/2024-04-30", SENTENCE),
    # a date before a noun is the noun's
    ("The senate rejected a 1956 convention.", "rejected", None, None),
    ("The minister met farmers at Monday's fair.", "met", "2024-06-10/2024-06-10", OWN),
    ("The minister criticised the March trade agreement.", "agreement", "2024-03-01/2024-03-31", OWN),
    ("In a statement with its year-end figures, the firm said it was ready.", "said", None, None),
    ("In 2016 hackers defaced the site.", "defaced", "2016-01-01/2016-12-31", OWN),
    ("Fans threatened to boycott this Saturday's derby.", "boycott", "2024-06-15/2024-06-15", OWN),
    ("The union rejected Tuesday's offer.", "rejected", None, None),
    # a past day inside an argument of a present verb
    ("The state blames the rebels for two attacks last week.", "blames", None, None),
    # "now" dates its own clause only
    ("The port is now being rebuilt and the mayor criticised the bank.", "criticised", None, None),
    # stretches
    ("The union blockaded the port from Monday to Wednesday.", "blockaded", "2024-06-10/2024-06-12", OWN),
    ("The court moved the hearing from Monday to Friday.", "moved", None, None),
    ("The rebels held the town between 2015 and 2019.", "held", "2015-01-01/2019-12-31", OWN),
    ("By August 2021, the bank had fined the firm.", "fined", "2021-08-01/2021-08-31", OWN),
    ("Thousands protested in March and April.", "protested", "2024-03-01/2024-04-30", OWN),
    ("Before Monday's vote, the union rejected the offer.", "vote", "2024-06-10/2024-06-10", OWN),
    ("The minister quit in 2019. He told a paper in a recent interview that it was late.", "told", None, None),
    ("The town, bombed by rebels in 2015, was captured by the army.", "captured", None, None),
    ("The minister met farmers on Monday.\n\nHe said prices were fair.", "said", "2024-06-10/2024-06-10", ANCHOR),
    ("The minister left the party in 2019.\n\nHe said prices were fair.", "said", None, None),
    ("The minister will meet farmers on Monday. He said prices were fair.", "said", None, None),
    # nothing to go by
    ("Police arrested two men.", "arrested", None, None),
    ("Police arrest two men every Monday.", "arrest", None, None),
]


def _dated(language: LanguageModel, text: str, trigger: str, last: bool = False) -> tuple[str | None, str | None]:
    parse = next(iter(language.pipe([text])))
    syntax = analyse(parse)
    dates = find_dates(Article("a", "a.txt", text, published=PUBLISHED), syntax)
    places = [i for i, word in enumerate(parse.words) if word == trigger]
    found = Calendar(syntax, dates, load_lexicon(), PUBLISHED).date_event(places[-1] if last else places[0])
    return (f"{found.first_day}/{found.last_day}", found.rule) if found else (None, None)


@pytest.mark.parametrize(
    ("text", "trigger", "interval", "rule"), ROWS, ids=[f"{text} [{trigger}]" for text, trigger, _, _ in ROWS]
)
def test_event_date(language: LanguageModel, text: str, trigger: str, interval: str | None, rule: str | None) -> None:
    assert _dated(language, text, trigger) == (interval, rule)


def test_a_quotation_goes_on_with_its_speaker_only(language: LanguageModel) -> None:
    text = "On Monday Anna Berg met farmers.\n\n“We listened to them,” {} said."
    assert _dated(language, text.format("she"), "said", last=True) == ("2024-06-10/2024-06-10", ANCHOR)
    assert _dated(language, text.format("Per Dahl"), "said", last=True) == (None, None)


def test_dateline(language: LanguageModel) -> None:
    text = "NAIROBI, June 12 (Wire) - Police arrested two men. The court freed a third."
    assert _dated(language, text, "arrested") == ("2024-06-12/2024-06-12", "dateline")


def test_without_publication_date_nothing_is_guessed(language: LanguageModel) -> None:
    parse = next(iter(language.pipe(["Police arrested two men on Monday."])))
    syntax = analyse(parse)
    dates = find_dates(Article("a", "a.txt", parse.text), syntax)
    assert Calendar(syntax, dates, load_lexicon()).date_event(1) is None
