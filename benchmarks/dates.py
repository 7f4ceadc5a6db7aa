"""Time expressions a second: newsact's date stage beside dateparser, on the same list in one run.

    python benchmarks/dates.py [--repeat 20]

newsact gets each expression inside its sentence, already parsed, and must find it before it can resolve it; dateparser
gets the bare expression, cut out by hand, with the language fixed and one parser reused (its fastest documented use).
"right" counts values equal to the gold beside each expression, a day or an interval's first day for dateparser.
The last line gives the stage's cost as a share of the language model's time on the same sentences.
"""

from __future__ import annotations

import argparse
import json
import time
import warnings
from collections.abc import Callable
from datetime import date, datetime

from dateparser.date import DateDataParser

from pipeline.dates import find_dates
from pipeline.records import Article
from pipeline.syntax import LanguageModel, analyse

PUBLISHED = date(2024, 5, 8)
# sentence with the expression in brackets | its TIMEX3 value | its first day
ITEMS = """
The ministry said [Tuesday] that talks had failed. | 2024-05-07 | 2024-05-07
Officials met on [Monday] in Jakarta. | 2024-05-06 | 2024-05-06
Police arrested two men on [Thursday]. | 2024-05-02 | 2024-05-02
The leaders will meet on [Friday] in Dubai. | 2024-05-10 | 2024-05-10
The strike will begin on [Monday]. | 2024-05-13 | 2024-05-13
The platform was blocked [today]. | 2024-05-08 | 2024-05-08
He arrived [yesterday]. | 2024-05-07 | 2024-05-07
The envoy will leave [tomorrow]. | 2024-05-09 | 2024-05-09
The two sides signed a truce in [April]. | 2024-04 | 2024-04-01
The firm lost its licence in [September]. | 2023-09 | 2023-09-01
Elections will be held in [November]. | 2024-11 | 2024-11-01
The raid took place on [April 27]. | 2024-04-27 | 2024-04-27
He was arrested on [December 3]. | 2023-12-03 | 2023-12-03
The trial will begin on [June 11]. | 2024-06-11 | 2024-06-11
A bomb exploded on [2 May] in the capital. | 2024-05-02 | 2024-05-02
The law was passed on [March 1, 2008]. | 2008-03-01 | 2008-03-01
The law was passed on [1 March 2008]. | 2008-03-01 | 2008-03-01
The filing was made on [2024-05-03]. | 2024-05-03 | 2024-05-03
The rebels took the town in [March 2011]. | 2011-03 | 2011-03-01
Russia ordered the block in [2018]. | 2018 | 2018-01-01
The firm closed [last year]. | 2023 | 2023-01-01
The firm will expand [next year]. | 2025 | 2025-01-01
The envoy left [last month]. | 2024-04 | 2024-04-01
The talks failed [last week]. | 2024-W18 | 2024-04-29
[This week] the minister offered assurances. | 2024-W19 | 2024-05-06
Profits fell [last quarter]. | 2024-Q1 | 2024-01-01
Sales rose in [the third quarter of 2009]. | 2009-Q3 | 2009-07-01
In a letter sent in [early June], the commission warned it. | 2023-06 | 2023-06-01
The dam broke in [mid-April]. | 2024-04 | 2024-04-11
The base closed at [the end of last year]. | 2023 | 2023-12-01
The project began [two years ago]. | 2022 | 2022-01-01
The project began [three weeks ago]. | 2024-W16 | 2024-04-15
The project began [10 days ago]. | 2024-04-28 | 2024-04-28
The drought began in [the summer of 2018]. | 2018-SU | 2018-06-01
The band was famous in [the 1990s]. | 199 | 1990-01-01
The plane took off at [6:40 p.m.] and turned back. | 2024-05-08T18:40 | 2024-05-08
The bomb exploded on [Monday morning]. | 2024-05-06TMO | 2024-05-06
A minister [now] says the platform is ready. | PRESENT_REF | 2024-05-08
Prices doubled in [the past two years]. | P2Y | 2022-05-08
The vote was held on [the first Tuesday of March 2020]. | 2020-03-03 | 2020-03-03
"""


def main() -> None:
    """Time both and print one JSON object."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--repeat", type=int, default=20, help="passes over the list; the fastest counts")
    repeat = options.parse_args().repeat
    warnings.simplefilter("ignore")
    items = [[part.strip() for part in line.split("|")] for line in ITEMS.strip().splitlines()]
    texts = [sentence.replace("[", "").replace("]", "") for sentence, _, _ in items]
    bare = [sentence[sentence.index("[") + 1 : sentence.index("]")] for sentence, _, _ in items]

    model = LanguageModel.load()
    list(model.pipe(texts[:2]))
    begin = time.perf_counter()
    parses = list(model.pipe(texts))
    model_time = time.perf_counter() - begin
    ready = [(Article("a", "memory", t, published=PUBLISHED), analyse(p)) for t, p in zip(texts, parses, strict=True)]
    parser = DateDataParser(
        languages=["en"], settings={"RELATIVE_BASE": datetime(2024, 5, 8), "PREFER_DATES_FROM": "past"}
    )

    ours = [find_dates(article, syntax) for article, syntax in ready]
    theirs = [parser.get_date_data(expression).date_obj for expression in bare]
    our_time = min(_timed(lambda: [find_dates(article, syntax) for article, syntax in ready]) for _ in range(repeat))
    their_time = min(_timed(lambda: [parser.get_date_data(e) for e in bare]) for _ in range(max(1, repeat // 4)))
    result = {
        "expressions": len(items),
        "newsact_per_s": round(len(items) / our_time),
        "dateparser_per_s": round(len(items) / their_time),
        "times_as_fast": round(their_time / our_time, 1),
        "newsact_right": sum(len(o) == 1 and o[0].value == value for o, (_, value, _) in zip(ours, items, strict=True)),
        "newsact_first_day_right": sum(
            len(o) == 1 and str(o[0].first_day) == day for o, (_, _, day) in zip(ours, items, strict=True)
        ),
        "dateparser_first_day_right": sum(
            d is not None and str(d.date()) == day for d, (_, _, day) in zip(theirs, items, strict=True)
        ),
        "share_of_model_time": round(our_time / model_time, 4),
    }
    print(json.dumps(result, indent=1))


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
