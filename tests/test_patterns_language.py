"""The pattern language: what loads, what is refused and with which words, what fires on which sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import PatternError
from pipeline.events.matcher import Match, Matcher, Miss
from pipeline.events.patterns import Phrase, load_patterns, parse_phrase
from pipeline.ner import ActorFinder
from pipeline.records import Article
from pipeline.syntax import LanguageModel, analyse

HEAD = """
- class: bans
  words: [ban, outlaw]
- frame: transitive
  actor: subject
  target: object
- frame: against
  extends: transitive
  target: [against, object]
"""
GOOD = """
- event: block
  plover: COERCE
  roles: {actor: {}, target: {}}
  needs: [actor, target]
  triggers:
    - {verb: ["@bans", "shut off"], frame: transitive}
    - {verb: crack down on, actor: subject, target: "on", priority: 1}
    - {verb: put on hold, frame: transitive}
    - {noun: ban, light: [impose, slap], actor: subject, target: ["on", against]}
    - {noun: ban, actor: [by, possessor], target: ["on"]}
    - {noun: air strike, frame: transitive}
  examples: [{text: Norway banned Huawei., actor: Norway, target: Huawei}]
  never: [Norway discussed Huawei.]
"""


def write(folder: Path, text: str) -> Path:
    """Write a pattern file and return its folder."""
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    return folder


WRONG = [
    ("- evnt: block", "did you mean 'event'"),
    ("- just words", "expected a mapping"),
    ("event: block", "expected a list"),
    ("- {event: block, plovr: COERCE}", "did you mean 'plover'"),
    (GOOD.replace("COERCE", "COERSE"), "unknown PLOVER root 'COERSE', did you mean 'COERCE'"),
    (
        HEAD + GOOD.replace("frame: transitive", "frame: transitiv"),
        "unknown frame 'transitiv', did you mean 'transitive'",
    ),
    (HEAD + GOOD.replace("@bans", "@bands"), "unknown class '@bands', did you mean 'bans'"),
    (HEAD + GOOD.replace("{noun: ban, actor", "{noun: ban, acter"), "'acter' is neither a key nor a role"),
    (HEAD + GOOD.replace("examples: [{", "examples: [{victim: Oslo, "), "unknown role in example 'victim'"),
    (HEAD + GOOD.replace("  never: [Norway discussed Huawei.]\n", ""), "needs at least one sentence"),
    (HEAD + GOOD.replace("crack down on", "take firm action"), "under 'light'"),
    (HEAD + GOOD + GOOD, "defined twice"),
    (HEAD + HEAD + GOOD, "already defined"),
    (HEAD + GOOD.replace("- event: block", "- event: block\n  inherit: blocks"), "unknown or later pattern 'blocks'"),
    ("- {frame: a, extends: a, actor: subject}\n" + GOOD.replace("frame: transitive", "frame: a"), "extends itself"),
    ("- event: [", "not valid YAML"),
]


@pytest.mark.parametrize(("text", "words"), WRONG, ids=[w for _, w in WRONG])
def test_wrong_patterns_are_refused_with_the_near_miss(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(PatternError, match=r"own\.yaml") as raised:
        load_patterns([write(tmp_path, text)])
    assert words in str(raised.value)


def test_a_folder_without_patterns_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="no pattern files"):
        load_patterns([tmp_path])


RAW = """
- event: parade
  roles: {actor: {}, target: {fill: any}}
  triggers:
    - verb: hold
      dependency:
        - {LEFT_ID: trigger, REL_OP: ">", RIGHT_ID: what, RIGHT_ATTRS: {DEP: dobj, LEMMA: {IN: [parade, march]}}}
        - {LEFT_ID: what, REL_OP: ">", RIGHT_ID: kind, RIGHT_ATTRS: {POS: {IN: [ADJ, NOUN]}}}
      actor: subject
      target: node kind
  examples: [{text: Norway held a military parade., actor: Norway}]
  never: [Norway held a parade.]
"""
RAW_WRONG = [
    ('REL_OP: ">", RIGHT_ID: what', 'REL_OP: ">x", RIGHT_ID: what', "unknown REL_OP '>x'"),
    ("LEFT_ID: what", "LEFT_ID: whet", "unknown LEFT_ID 'whet', did you mean 'what'"),
    ("DEP: dobj", "DEPS: dobj", "unknown attribute 'DEPS', did you mean 'DEP'"),
    ("node kind", "node king", "unknown node 'king', did you mean 'kind'"),
]


@pytest.mark.parametrize(
    ("sentence", "fires"),
    [
        ("Norway held a military parade.", True),
        ("Norway held a parade.", False),
        ("Norway held a military base.", False),
    ],
)
def test_raw_dependency_patterns(tmp_path: Path, language: LanguageModel, sentence: str, fires: bool) -> None:
    matcher = Matcher(load_patterns([write(tmp_path, RAW)]))
    syntax = analyse(language.parse([sentence])[0])
    found = matcher.match(syntax, ActorFinder().find(Article("a", "", sentence), syntax))
    assert bool(found) is fires
    if fires:
        roles = {r: [syntax.parse.words[f.filler.head] for f in fillers] for r, fillers in found[0].roles}
        assert roles == {"actor": ["Norway"], "target": ["military"]}


@pytest.mark.parametrize(("old", "new", "words"), RAW_WRONG, ids=[w for _, _, w in RAW_WRONG])
def test_wrong_raw_patterns_are_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(PatternError) as raised:
        load_patterns([write(tmp_path, RAW.replace(old, new))])
    assert words in str(raised.value)


def test_a_later_file_replaces_a_pattern(tmp_path: Path) -> None:
    write(tmp_path, HEAD + GOOD)
    more = tmp_path / "more.yaml"
    more.write_text(
        "- event: block\n  replace: true\n  roles: {actor: {}}\n  triggers: [{verb: veto, actor: subject}]\n"
        "  examples: [{text: Norway vetoed it., actor: Norway}]\n  never: [Norway met Sweden.]\n",
        encoding="utf-8",
    )
    patterns = load_patterns([tmp_path / "own.yaml", more])
    assert [p.pattern_id for p in patterns.patterns] == ["block"]
    assert set(patterns.index) == {("verb", "veto")}


PHRASES = [
    ("ban", "verb", {Phrase("ban")}),
    ("shut off", "verb", {Phrase("shut", particle="off"), Phrase("shut", preposition="off")}),
    ("look into", "verb", {Phrase("look", preposition="into")}),
    ("crack down on", "verb", {Phrase("crack", particle="down", preposition="on")}),
    ("put on hold", "verb", {Phrase("put", preposition="on", noun="hold")}),
    ("hunger strike", "noun", {Phrase("strike", noun="hunger")}),
]


@pytest.mark.parametrize(("words", "kind", "expected"), PHRASES, ids=[w for w, _, _ in PHRASES])
def test_trigger_words_are_taken_apart(words: str, kind: str, expected: set[Phrase]) -> None:
    assert expected <= set(parse_phrase(words, kind))


FIRES = [
    ("Norway banned Huawei.", "banned", {"actor": ["Norway"], "target": ["Huawei"]}),
    ("Huawei was outlawed by Norway.", "outlawed", {"actor": ["Norway"], "target": ["Huawei"]}),
    ("Norway cracked down on Huawei.", "cracked", {"actor": ["Norway"], "target": ["Huawei"]}),
    ("Norway put Huawei on hold.", "put", {"actor": ["Norway"], "target": ["Huawei"]}),
    ("Norway imposed a ban on Huawei.", "ban", {"actor": ["Norway"], "target": ["Huawei"]}),
    ("A ban was imposed on Huawei by Norway.", "ban", {"actor": ["Norway"], "target": ["Huawei"]}),
    ("Norway put its plans aside.", None, {}),
    ("Norway discussed the ban.", None, {}),
]


@pytest.mark.parametrize(("sentence", "trigger", "roles"), FIRES, ids=[s for s, _, _ in FIRES])
def test_patterns_fire_on_deep_slots(
    tmp_path: Path, language: LanguageModel, sentence: str, trigger: str | None, roles: dict[str, list[str]]
) -> None:
    matcher = Matcher(load_patterns([write(tmp_path, HEAD + GOOD)]))
    parse = language.parse([sentence])[0]
    syntax = analyse(parse)
    cast = ActorFinder().find(Article("a", "", sentence), syntax)
    found = matcher.match(syntax, cast)
    if trigger is None:
        assert not found
        return
    assert [parse.words[m.token] for m in found] == [trigger]
    got = {
        r: [parse.span_text(f.filler.first, f.filler.last) for f in fillers] for r, fillers in found[0].roles if fillers
    }
    assert got == roles


def test_trace_says_why_a_pattern_did_not_fire(tmp_path: Path, language: LanguageModel) -> None:
    matcher = Matcher(load_patterns([write(tmp_path, HEAD + GOOD)]))
    sentence = "Norway discussed the ban."
    syntax = analyse(language.parse([sentence])[0])
    tried = matcher.trace(syntax, ActorFinder().find(Article("a", "", sentence), syntax))
    assert tried
    assert all(isinstance(t, Miss) for t in tried)
    reasons = {t.reason for t in tried if isinstance(t, Miss)}
    assert "none of its support verbs is there" in reasons
    assert not any(isinstance(t, Match) for t in tried)
