"""Words that decide truth and source: ``configs/truth.yaml``, validated when it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import ConfigError, nearest
from pipeline.records import Factuality, Polarity
from pipeline.resources import shipped

Words = dict[str, dict[str, "Effect"]]  # form of the dependent -> lemma of the governor -> effect

# The forms a dependent clause takes; every other key of a word list is "object" or a preposition.
CLAUSES = ("that", "inf", "ing")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a class of governors does to its dependent; see the head of ``configs/truth.yaml``.

    ``negated`` is None where a negation of the governor reaches the dependent, else the factuality it gets instead.
    """

    name: str
    factuality: Factuality = "asserted"
    negative: bool = False
    presupposed: bool = False
    negated: Factuality | None = None
    source: bool = False


@dataclass(frozen=True, slots=True)
class Modifiers:
    """What the adjectives before an event noun say of it; ``failed`` are the nouns that "failed" undoes."""

    factuality: Mapping[str, Factuality]
    negative: frozenset[str]
    failed: frozenset[str]


@dataclass(frozen=True, slots=True)
class TruthLexicon:
    """Governors by the form of their dependent, and the small words that decide truth."""

    verbs: Words
    nouns: Words
    adjectives: Words
    speech_nouns: frozenset[str]
    undone_acts: frozenset[str]
    occur_verbs: frozenset[str]
    modals: Mapping[str, Factuality]
    adverbs: Mapping[str, Factuality]
    negative_adverbs: frozenset[str]
    no_negation: frozenset[str]
    modifiers: Modifiers
    indefinite: frozenset[str]
    presupposed: frozenset[str]
    negative_prepositions: frozenset[str]
    conditional_prepositions: frozenset[str]
    negative_markers: frozenset[str]
    conditional_markers: frozenset[str]
    possible_markers: frozenset[str]
    according: frozenset[str]

    def of(self, kind: str) -> Words:
        """Return the governors of one part of speech: "verb", "noun" or "adjective"."""
        if kind == "verb":
            return self.verbs
        return self.nouns if kind == "noun" else self.adjectives


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _EffectSpec(_Strict):
    factuality: Factuality = "asserted"
    polarity: Polarity = "positive"
    presupposed: bool = False
    negated: Literal["flip"] | Factuality = "flip"
    source: bool = False


class _ClassSpec(_Strict):
    gloss: str
    effect: _EffectSpec
    verbs: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    adjectives: dict[str, list[str]] = {}


class _AdverbSpec(_Strict):
    reported: list[str] = []
    planned: list[str] = []
    possible: list[str] = []
    hypothetical: list[str] = []
    negative: list[str] = []


class _PrepositionSpec(_Strict):
    presupposed: list[str] = []
    negative: list[str] = []
    conditional: list[str] = []


class _MarkerSpec(_Strict):
    negative: list[str] = []
    conditional: list[str] = []
    possible: list[str] = []


class _LexiconSpec(_Strict):
    classes: dict[str, _ClassSpec]
    speech_nouns: list[str]
    undone_acts: list[str]
    occur_verbs: list[str]
    modals: dict[str, Factuality]
    adverbs: _AdverbSpec
    no_negation: list[str]
    modifiers: _AdverbSpec
    failed_nouns: list[str]
    indefinite: list[str]
    prepositions: _PrepositionSpec
    markers: _MarkerSpec
    according: list[str]


def load_lexicon(path: Path | None = None) -> TruthLexicon:
    """Read the lexicon (the shipped one by default). Raises ConfigError that names file, key and value."""
    path = path or shipped("configs", "truth.yaml")
    try:
        content: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    try:
        spec = _LexiconSpec.model_validate(content)
    except ValidationError as error:
        raise ConfigError(f"{path}: {_explain(error)}") from error
    return TruthLexicon(
        verbs=_words(path, spec, "verbs"),
        nouns=_words(path, spec, "nouns"),
        adjectives=_words(path, spec, "adjectives"),
        speech_nouns=frozenset(spec.speech_nouns),
        undone_acts=frozenset(spec.undone_acts),
        occur_verbs=frozenset(spec.occur_verbs),
        modals=spec.modals,
        adverbs=_by_word(spec.adverbs),
        negative_adverbs=frozenset(spec.adverbs.negative),
        no_negation=frozenset(spec.no_negation),
        modifiers=Modifiers(_by_word(spec.modifiers), frozenset(spec.modifiers.negative), frozenset(spec.failed_nouns)),
        indefinite=frozenset(spec.indefinite),
        presupposed=frozenset(spec.prepositions.presupposed),
        negative_prepositions=frozenset(spec.prepositions.negative),
        conditional_prepositions=frozenset(spec.prepositions.conditional),
        negative_markers=frozenset(spec.markers.negative),
        conditional_markers=frozenset(spec.markers.conditional),
        possible_markers=frozenset(spec.markers.possible),
        according=frozenset(spec.according),
    )


def _explain(error: ValidationError) -> str:
    found = error.errors()
    first = next((e for e in found if e["type"] == "extra_forbidden"), found[0])  # says more than the missing key
    where = ".".join(str(part) for part in first["loc"])
    known: list[str] = []
    if first["type"] == "extra_forbidden":
        specs: tuple[type[BaseModel], ...] = (_LexiconSpec, _ClassSpec, _EffectSpec, _AdverbSpec, _MarkerSpec)
        known = [name for spec in specs for name in spec.model_fields]
    return f"{where}: {first['msg']}{nearest(str(first['loc'][-1]), known) if first['loc'] else ''}"


def _words(path: Path, spec: _LexiconSpec, kind: Literal["verbs", "nouns", "adjectives"]) -> Words:
    """Return form -> lemma -> effect; a lemma may have one class for one form."""
    words: Words = {}
    for name, group in spec.classes.items():
        e = group.effect
        effect = Effect(
            name,
            e.factuality,
            e.polarity == "negative",
            e.presupposed,
            None if e.negated == "flip" else e.negated,
            e.source,
        )
        for forms, lemmas in getattr(group, kind).items():
            for form in forms.split():
                table = words.setdefault(form, {})
                for lemma in lemmas:
                    if lemma in table:
                        raise ConfigError(
                            f"{path}: classes.{name}.{kind}.{form}: {lemma!r} is in class {table[lemma].name!r} already"
                        )
                    table[lemma] = effect
    return words


def _by_word(spec: _AdverbSpec) -> dict[str, Factuality]:
    out: dict[str, Factuality] = {}
    out.update(dict.fromkeys(spec.reported, "reported"))
    out.update(dict.fromkeys(spec.planned, "planned"))
    out.update(dict.fromkeys(spec.possible, "possible"))
    out.update(dict.fromkeys(spec.hypothetical, "hypothetical"))
    return out
