"""Public benchmarks: each converter on a tiny file made up in the format of its makers, and the scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluate_tables import argument_row, event_row, write_tables
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import ConfigError
from pipeline.evaluate import read_answers
from pipeline.evaluate.benchmarks import ADAPTERS, adapt, load_benchmark, score_benchmark
from pipeline.evaluate.benchmarks.records import BenchmarkArticle

PLOVER = [
    {
        "id": "p1",
        "text": "Norland accused Ruritania of lying.",
        "events": [{"source": "NOR", "target": "RUR", "code": "ACCUSE"}],
    },
    {"id": "p2", "date": "2020-05-01", "text": "Norland withdrew.", "event": "YIELD", "source": ["NORGOV"]},
]

CONLL = """-DOCSTART- -X- O O

Acme NNP I-NP I-ORG
hired VBD I-VP O
Ada NNP I-NP I-PER
Holm NNP I-NP I-PER
in IN I-PP O
Norland NNP I-NP I-LOC
. . O O

French JJ I-NP I-MISC
Ada NNP I-NP I-PER
Eve NNP I-NP B-PER

-DOCSTART- -X- O O

Brillo NNP I-NP I-ORG
"""

TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DOCID>made_up_1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22" functionInDocument="CREATION_TIME">March 22, 2013</TIMEX3></DCT>
<TITLE>Made up</TITLE>
<TEXT>
Norland <EVENT eid="e1" class="OCCURRENCE">fined</EVENT> Acme <TIMEX3 tid="t1" type="DATE" value="2013-03-21">yesterday</TIMEX3>
after <TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3> of talks.
</TEXT>
</TimeML>
"""  # noqa: E501

CAT = """<?xml version="1.0" encoding="UTF-8"?>
<Document doc_name="x" doc_id="1">
<token t_id="1" sentence="0" number="0">Norland</token>
<token t_id="2" sentence="0" number="1">fined</token>
<token t_id="3" sentence="0" number="2">Acme</token>
<token t_id="4" sentence="0" number="3">yesterday</token>
<token t_id="5" sentence="0" number="4">.</token>
<token t_id="6" sentence="1" number="0">It</token>
<token t_id="7" sentence="1" number="1">may</token>
<token t_id="8" sentence="1" number="2">appeal</token>
<token t_id="9" sentence="1" number="3">.</token>
<token t_id="10" sentence="2" number="0">Nobody</token>
<token t_id="11" sentence="2" number="1">asked</token>
<Markables>
<EVENT_MENTION m_id="20" pred="fine" certainty="CERTAIN" polarity="POS" time="NON_FUTURE" special_cases="NONE"><token_anchor t_id="2"/></EVENT_MENTION>
<EVENT_MENTION m_id="21" pred="appeal" certainty="POSSIBLE" polarity="POS" time="FUTURE" special_cases="NONE"><token_anchor t_id="8"/></EVENT_MENTION>
<ENTITY_MENTION m_id="30" head="Norland"><token_anchor t_id="1"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="31" head="Acme"><token_anchor t_id="3"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="32" head="It"><token_anchor t_id="6"/></ENTITY_MENTION>
<TIMEX3 m_id="40" type="DATE" value="2010-01-04"><token_anchor t_id="4"/></TIMEX3>
<TIMEX3 m_id="41" type="DATE" value="2010-01-05" functionInDocument="CREATION_TIME"/>
<ENTITY m_id="50" TAG_DESCRIPTOR="acme"/>
</Markables>
<Relations>
<REFERS_TO r_id="60"><source m_id="31"/><source m_id="32"/><target m_id="50"/></REFERS_TO>
<HAS_PARTICIPANT r_id="61" sem_role="Arg0"><source m_id="20"/><target m_id="30"/></HAS_PARTICIPANT>
<HAS_PARTICIPANT r_id="62" sem_role="Arg1"><source m_id="20"/><target m_id="31"/></HAS_PARTICIPANT>
<HAS_PARTICIPANT r_id="63" sem_role="Arg0"><source m_id="21"/><target m_id="32"/></HAS_PARTICIPANT>
<HAS_PARTICIPANT r_id="64" sem_role="Argm-LOC"><source m_id="21"/><target m_id="32"/></HAS_PARTICIPANT>
</Relations>
</Document>
"""  # noqa: E501

GUM = "\n".join(
    [
        "# newdoc id = GUM_made_up",
        "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity",
        "# meta::dateCreated = 2019-02-03",
        "# meta::title = Made up",
        "# newpar = head (1 s)",
        "# sent_id = 1",
        "1\tMayor\tMayor\tPROPN\tNNP\t_\t3\tx\t_\tEntity=(1-person-new-s-cf1-2-coref-Ada_Holm",
        "2\tAda\tAda\tPROPN\tNNP\t_\t3\tx\t_\t_",
        "3\tHolm\tHolm\tPROPN\tNNP\t_\t0\tx\t_\tEntity=1)",
        "4\tleft\tleave\tVERB\tVBD\t_\t0\tx\t_\t_",
        "5\tthe\tthe\tDET\tDT\t_\t0\tx\t_\tEntity=(2-place-new-n-cf2-2-sgl",
        "6\tcity\tcity\tNOUN\tNN\t_\t0\tx\t_\tEntity=2)|SpaceAfter=No",
        "7\t.\t.\tPUNCT\t.\t_\t0\tx\t_\t_",
        "",
        "# newpar = p (1 s)",
        "1-2\tShe's\t_\t_\t_\t_\t_\t_\t_\t_",
        "1\tShe\tshe\tPRON\tPRP\t_\t0\tx\t_\tEntity=(1-person-giv-s-cf1-1-ana)|SpaceAfter=No",
        "2\t's\tbe\tAUX\tVBZ\t_\t0\tx\t_\t_",
        "3\tgone\tgo\tVERB\tVBN\t_\t0\tx\t_\tSpaceAfter=No",
        "4\t.\t.\tPUNCT\t.\t_\t0\tx\t_\t_",
        "",
    ]
)

MUC_MESSAGES = """DEV-MUC3-9001 (MADE UP)

   NORLAND CITY, 4 MAY 90 -- REBELS OF THE RED HAND BLEW UP A BRIDGE.

DEV-MUC3-9002 (MADE UP)

   NOTHING HAPPENED.
"""

MUC_KEY = """; made up
0.  MESSAGE: ID                     DEV-MUC3-9001 (MADE UP)
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  BOMBING
9.  PERP: INDIVIDUAL ID             "REBELS"
10. PERP: ORGANIZATION ID           "RED HAND"
12. PHYS TGT: ID                    "BRIDGE"
                                    "ROAD BRIDGE"
20. HUM TGT: NAME                   -

0.  MESSAGE: ID                     DEV-MUC3-9002
1.  MESSAGE: TEMPLATE               *
"""

DYGIE = {
    "doc_key": "d1",
    "sentences": [["Rebels", "attacked", "Acme", "."], ["A", "court", "jailed", "Ada", "."]],
    "events": [
        [[[1, "Conflict.Attack"], [0, 0, "Attacker"], [2, 2, "Target"]]],
        [[[6, "Justice.Arrest-Jail"], [5, 5, "Agent"], [7, 7, "Person"]], [[4, "Movement.Transport"]]],
    ],
}

ONEIE = {
    "doc_id": "o1",
    "tokens": ["Norland", "and", "Ruritania", "met", "."],
    "entity_mentions": [{"id": "E1", "start": 0, "end": 1}, {"id": "E2", "start": 2, "end": 3}],
    "event_mentions": [
        {
            "event_type": "Contact:Meet",
            "trigger": {"start": 3, "end": 4},
            "arguments": [{"entity_id": "E1", "role": "Entity"}, {"entity_id": "E2", "role": "Entity"}],
        }
    ],
}


def converted(tmp_path: Path, name: str, **files: str) -> list[BenchmarkArticle]:
    source = tmp_path / "source"
    source.mkdir(exist_ok=True)
    for file, content in files.items():
        (source / file.replace("__", ".")).write_text(content, encoding="utf-8")
    adapt(name, source, tmp_path / "gold")
    found = load_benchmark(tmp_path / "gold")
    assert found is not None
    assert found.name == name
    about = json.loads((tmp_path / "gold" / "benchmark.json").read_text(encoding="utf-8"))
    assert about["mapping"] == ADAPTERS[name].mapping
    return list(found.articles)


def quoted(article: BenchmarkArticle, items: list | None) -> list[str]:
    return [article.text[i.start : i.end] for i in items or []]


def test_plover(tmp_path: Path) -> None:
    first, second = converted(tmp_path, "plover", a__jsonl="".join(json.dumps(r) + "\n" for r in PLOVER))
    assert [(c.source, c.target, c.code) for c in first.codes or []] == [("NOR", "RUR", "ACCUSE")]
    assert [(c.source, c.target, c.code) for c in second.codes or []] == [("NORGOV", None, "YIELD")]
    assert str(second.published) == "2020-05-01"


def test_conll(tmp_path: Path) -> None:
    first, second = converted(tmp_path, "conll2003", a__txt=CONLL)
    assert quoted(first, first.names) == ["Acme", "Ada Holm", "Norland", "Ada", "Eve"]
    assert [n.label for n in first.names or []] == ["ORG", "PERSON", "PLACE", "PERSON", "PERSON"]
    assert second.text == "Brillo"


def test_timeml(tmp_path: Path) -> None:
    (article,) = converted(tmp_path, "timeml", a__tml=TIMEML)
    assert article.id == "made_up_1"
    assert str(article.published) == "2013-03-22"
    assert quoted(article, article.dates) == ["yesterday", "three days"]
    assert [(d.kind, d.value) for d in article.dates or []] == [("DATE", "2013-03-21"), ("DURATION", "P3D")]


def test_meantime(tmp_path: Path) -> None:
    (article,) = converted(tmp_path, "meantime", a__xml=CAT)
    assert article.text == "Norland fined Acme yesterday. It may appeal. Nobody asked"
    assert article.text[: article.end].endswith("It may appeal.")
    fine, appeal = article.predicates or []
    assert (fine.fact, appeal.fact) == (True, False)
    assert [(r.role, r.spans) for r in fine.roles] == [("subject", [(0, 7)]), ("object", [(14, 18), (30, 32)])]
    assert [r.role for r in appeal.roles] == ["subject"]
    assert str(article.published) == "2010-01-05"
    assert quoted(article, article.dates) == ["yesterday"]


def test_gum(tmp_path: Path) -> None:
    (article,) = converted(tmp_path, "gum", a__conllu=GUM)
    assert article.text == "Mayor Ada Holm left the city.\n\nShe's gone."
    assert (article.title, str(article.published)) == ("Made up", "2019-02-03")
    assert quoted(article, article.names) == ["Mayor Ada Holm", "the city", "She"]
    assert [(n.label, n.form, n.cluster) for n in article.names or []] == [
        ("PERSON", "name", "1"),
        ("PLACE", "nominal", "2"),
        ("PERSON", "pronoun", "1"),
    ]


def test_muc(tmp_path: Path) -> None:
    first, second = converted(tmp_path, "muc4", messages=MUC_MESSAGES, key__muc4=MUC_KEY)
    assert first.text.startswith("NORLAND CITY")
    (event,) = first.events or []
    assert event.types == ["attack"]
    assert [(r.role, r.names) for r in event.roles] == [
        ("actor", ["REBELS"]),
        ("actor", ["RED HAND"]),
        ("target", ["BRIDGE"]),
        ("target", ["ROAD BRIDGE"]),
    ]
    assert second.events == []


def test_ace(tmp_path: Path) -> None:
    lines = json.dumps(DYGIE) + "\n" + json.dumps(ONEIE) + "\n"
    first, second = converted(tmp_path, "ace", a__jsonl=lines)
    attack, jail = first.events or []
    assert (attack.types, quoted(first, [attack])) == (["attack"], ["attacked"])
    assert [(r.role, first.text[slice(*r.spans[0])]) for r in jail.roles] == [("actor", "court"), ("target", "Ada")]
    (meeting,) = second.events or []
    assert meeting.types == ["meeting", "discuss"]
    assert [second.text[slice(*r.spans[0])] for r in meeting.roles] == ["Norland", "Ruritania"]


def test_nothing_found_and_wrong_files_say_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no benchmark 'gumm', did you mean 'gum'"):
        adapt("gumm", tmp_path, tmp_path / "out")
    with pytest.raises(ConfigError, match="nothing of gum found"):
        adapt("gum", tmp_path, tmp_path / "out")
    (tmp_path / "a.tml").write_text("<x>", encoding="utf-8")
    with pytest.raises(ConfigError, match="not XML"):
        adapt("timeml", tmp_path, tmp_path / "out")
    (tmp_path / "b.json").write_text('[{"id": 1}]', encoding="utf-8")
    with pytest.raises(ConfigError, match="record 1: no text"):
        adapt("plover", tmp_path / "b.json", tmp_path / "out")
    with pytest.raises(ConfigError, match="no answer keys"):
        adapt("muc4", tmp_path, tmp_path / "out")


def tables_for(articles: list[BenchmarkArticle]) -> dict[str, list[dict]]:
    rows = [{"article_id": a.id, "record_id": a.id, "source_uri": "x", "text": a.text} for a in articles]
    return {"articles": rows}


def test_scores_of_codes(tmp_path: Path) -> None:
    articles = converted(tmp_path, "plover", a__jsonl="".join(json.dumps(r) + "\n" for r in PLOVER))
    event = event_row("p1", articles[0].text, 1, "accuse", "accused", plover="ACCUSE")
    tables = tables_for(articles) | {"events": [event]}
    arguments = [argument_row(event, "actor", "Norland"), argument_row(event, "target", "Ruritania")]
    tables["arguments"] = [{**a, "actor_id": str(n)} for n, a in enumerate(arguments, 1)]
    tables["actors"] = [
        {"actor_id": "1", "name": "Norland", "code": "NOR"},
        {"actor_id": "2", "name": "Ruritania", "code": "RUR"},
    ]
    out = write_tables(tmp_path / "out", tables)
    benchmark = load_benchmark(tmp_path / "gold")
    assert benchmark is not None
    scores = score_benchmark(read_answers(out), benchmark)["codes"]
    assert (scores["type"]["p"], scores["type"]["r"]) == (1, 0.5)
    assert (scores["triple"]["p"], scores["triple"]["r"]) == (1, 0.5)


def test_scores_of_names_and_coreference(tmp_path: Path) -> None:
    articles = converted(tmp_path, "gum", a__conllu=GUM)
    tables = tables_for(articles)
    spans = [(6, 14, "Ada Holm", "name", "1"), (31, 34, "She", "pronoun", "1")]
    tables["mentions"] = [
        {"article_id": "GUM_made_up", "start": s, "end": e, "text": t, "kind": k, "label": "PERSON", "actor_id": a}
        for s, e, t, k, a in spans
    ]
    out = write_tables(tmp_path / "out", tables)
    benchmark = load_benchmark(tmp_path / "gold")
    assert benchmark is not None
    scores = score_benchmark(read_answers(out), benchmark)["names"]
    assert scores["overlap"]["f1"] == 1
    assert scores["exact"]["f1"] == 0
    assert scores["pronouns_resolved"] == 1
    assert scores["coreference_links"]["f1"] == 1


def test_scores_of_dates_and_slots(tmp_path: Path) -> None:
    articles = converted(tmp_path, "meantime", a__xml=CAT)
    tables = tables_for(articles)
    tables["dates"] = [
        {"article_id": "a", "start": 19, "end": 28, "text": "yesterday", "timex_type": "DATE", "value": "2010-01-04"}
    ]
    base = {"article_id": "a", "polarity": "positive"}
    tables["propositions"] = [
        {**base, "trigger_start": 8, "trigger_end": 13, "slot": slot, "start": s, "end": e, "factuality": "asserted"}
        for slot, s, e in (("subject", 0, 7), ("object", 0, 7))
    ]
    tables["propositions"].append(
        {**base, "trigger_start": 37, "trigger_end": 43, "slot": "subject", "start": 30, "end": 32}
        | {"factuality": "possible"}
    )
    out = write_tables(tmp_path / "out", tables)
    benchmark = load_benchmark(tmp_path / "gold")
    assert benchmark is not None
    scores = score_benchmark(read_answers(out), benchmark)
    assert scores["dates"]["value"]["f1"] == 1
    assert (scores["predicates"]["slots"]["tp"], scores["predicates"]["slots"]["predicted"]) == (2, 3)
    assert scores["predicates"]["not_facts_caught"] == scores["predicates"]["facts_kept"] == 1


def test_scores_of_events_by_place_and_by_document(tmp_path: Path) -> None:
    articles = converted(tmp_path, "ace", a__jsonl=json.dumps(DYGIE) + "\n")
    event = event_row("d1", articles[0].text, 1, "attack", "attacked")
    tables = tables_for(articles) | {"events": [event], "arguments": [argument_row(event, "actor", "Rebels")]}
    benchmark = load_benchmark(tmp_path / "gold")
    assert benchmark is not None
    scores = score_benchmark(read_answers(write_tables(tmp_path / "out", tables)), benchmark)["events"]
    assert (scores["types"]["p"], scores["types"]["r"]) == (1, 0.5)
    assert (scores["roles"]["tp"], scores["roles"]["gold"]) == (1, 4)

    muc = converted(tmp_path, "muc4", messages=MUC_MESSAGES, key__muc4=MUC_KEY)
    event = event_row("DEV-MUC3-9001", muc[0].text, 1, "attack", "BLEW UP")
    tables = tables_for(muc) | {"events": [event], "arguments": [argument_row(event, "target", "A BRIDGE")]}
    benchmark = load_benchmark(tmp_path / "gold")
    assert benchmark is not None
    scores = score_benchmark(read_answers(write_tables(tmp_path / "muc", tables)), benchmark)["events"]
    assert scores["types"]["f1"] == 1
    assert scores["roles"]["tp"] == 2


def test_the_command(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(CONLL, encoding="utf-8")
    gold = tmp_path / "gold"
    result = CliRunner().invoke(app, ["gold", "adapt", "conll2003", str(source), "-o", str(gold)])
    assert result.exit_code == 0
    out = write_tables(tmp_path / "out", {})
    result = CliRunner().invoke(app, ["evaluate", str(out), "--gold", str(gold)])
    assert json.loads(result.output)["articles_missing"] == 2
