"""Parts of speech and lemmas from the model's own tables, without spaCy's attribute ruler and lemmatizer.

The ruler matches 179 patterns against every token and sets attributes through token objects; nearly all its patterns
look at one token's tag, word and dependency label, so their outcome is computed once for each combination of these
and looked up. The lemma follows from the word, the part of speech and whether the form is a base form, by the same
tables and rules as spaCy's. Both give what spaCy gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

_ATTRIBUTES = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_SETTABLE = frozenset({"POS", "MORPH", "LEMMA", "TAG", "DEP"})
_MOST_FORMS = 200_000  # forms remembered before the memory is emptied

Test = Callable[[Any], bool]


class _Rule:
    """One pattern: tests of one or two neighbouring tokens, and what it sets on one of them."""

    __slots__ = ("at", "order", "sets", "tokens")

    def __init__(self, order: int, tokens: list[dict[str, Test]], at: int, sets: dict[str, str]) -> None:
        self.order, self.tokens, self.at, self.sets = order, tokens, at, sets


class _Outcome:
    """What the rules make of a token: part of speech, tag and label as they then are, its lemma if a rule sets one."""

    __slots__ = ("base", "dep", "lemma", "opens_pair", "pos", "tag")

    def __init__(self, tag: str, dep: str, rules: Sequence[_Rule], opens_pair: bool = False) -> None:
        self.tag, self.dep, self.pos, self.lemma, self.opens_pair = tag, dep, "", "", opens_pair
        morph = ""
        for rule in rules:
            sets = rule.sets
            self.tag, self.dep = sets.get("TAG", self.tag), sets.get("DEP", self.dep)
            self.pos, self.lemma = sets.get("POS", self.pos), sets.get("LEMMA", self.lemma)
            morph = sets.get("MORPH", morph)
        self.base = _is_base_form(self.pos.lower(), morph)


class WordForms:
    """The ruler and lemmatizer of a pipeline as tables. ``fits`` tells whether they are of the kind known here."""

    def __init__(self, nlp: Language) -> None:
        ruler: Any = nlp.get_pipe("attribute_ruler")
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        rules = _compile(ruler.patterns)
        self._single = [r for r in rules if len(r.tokens) == 1]
        self._pairs = [r for r in rules if len(r.tokens) == 2]
        tests = [token.get("LOWER") for p in ruler.patterns for alternative in p["patterns"] for token in alternative]
        # Only these words can make a difference: all others share one entry for each tag and label.
        self._words = {word for test in tests for word in _listed(test)}
        expressions = {test["REGEX"] for test in tests if isinstance(test, dict) and "REGEX" in test}
        self._expression = re.compile("|".join(f"(?:{e})" for e in sorted(expressions)) or "(?!)")
        self._plain: set[str] = set()
        self._known: dict[tuple[str, str, str, bool], _Outcome] = {}
        table = lemmatizer.lookups.get_table
        self._index, self._exceptions, self._rules = table("lemma_index"), table("lemma_exc"), table("lemma_rules")
        self._lemmas: dict[tuple[str, str, bool], str] = {}

    @staticmethod
    def fits(nlp: Language) -> bool:
        """Whether the pipeline has the ruler and the rule lemmatizer of spaCy's English models, one after the other."""
        names = nlp.pipe_names
        if "attribute_ruler" not in names or "lemmatizer" not in names or nlp.lang != "en":
            return False
        if names.index("lemmatizer") != names.index("attribute_ruler") + 1:
            return False
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        ruler: Any = nlp.get_pipe("attribute_ruler")
        if lemmatizer.mode != "rule" or lemmatizer.overwrite:
            return False
        try:
            _compile(ruler.patterns)
        except ValueError:
            return False
        return True

    def read(
        self, words: Sequence[str], lowers: Sequence[str], tags: list[str], deps: list[str], spaces: Sequence[bool]
    ) -> tuple[list[str], list[str]]:
        """Return parts of speech and lemmas of one text's tokens, and correct its tags and labels in place."""
        if len(self._lemmas) > _MOST_FORMS or len(self._plain) > _MOST_FORMS:
            self._lemmas.clear()
            self._plain.clear()
        known, plain, kind_of = self._known, self._plain, self._kind_of
        outcomes: list[_Outcome] = []
        pairs: list[int] = []
        for i, (lower, tag, dep, space) in enumerate(zip(lowers, tags, deps, spaces, strict=True)):
            key = tag, "" if lower in plain else kind_of(lower), dep, space
            outcome = known.get(key)
            if outcome is None:
                outcome = known[key] = self._outcome(*key)
            outcomes.append(outcome)
            if outcome.opens_pair:
                pairs.append(i)
        if pairs:
            self._apply_pairs(pairs, outcomes, lowers, tags, deps, spaces)
        remembered, lemmas = self._lemmas, []
        for i, (word, o) in enumerate(zip(words, outcomes, strict=True)):
            tags[i], deps[i] = o.tag, o.dep
            lemma = o.lemma
            if not lemma:
                form = word, o.pos, o.base
                lemma = remembered.get(form, "")
                if not lemma:
                    lemma = remembered[form] = self._lemma(*form)
            lemmas.append(lemma)
        return [o.pos for o in outcomes], lemmas

    def _kind_of(self, lower: str) -> str:
        """Return the word itself where a rule may ask for it, else an empty string, which stands for all others."""
        if lower in self._words or self._expression.search(lower):
            return lower
        self._plain.add(lower)
        return ""

    def _outcome(self, tag: str, lower: str, dep: str, space: bool) -> _Outcome:
        token = {"TAG": tag, "LOWER": lower, "DEP": dep, "IS_SPACE": space}
        opens_pair = any(_matches(r.tokens[0], token) for r in self._pairs)
        return _Outcome(tag, dep, [r for r in self._single if _matches(r.tokens[0], token)], opens_pair)

    def _apply_pairs(
        self,
        openings: Sequence[int],
        outcomes: list[_Outcome],
        lowers: Sequence[str],
        tags: Sequence[str],
        deps: Sequence[str],
        spaces: Sequence[bool],
    ) -> None:
        """Compute anew the few tokens that a rule about two neighbours concerns."""

        def token(i: int) -> dict[str, Any]:
            return {"TAG": tags[i], "LOWER": lowers[i], "DEP": deps[i], "IS_SPACE": spaces[i]}

        hits: dict[int, list[_Rule]] = {}
        for i in openings:
            if i + 1 == len(outcomes):
                continue
            for rule in self._pairs:
                if _matches(rule.tokens[0], token(i)) and _matches(rule.tokens[1], token(i + 1)):
                    hits.setdefault(i + rule.at, []).append(rule)
        for i, rules in hits.items():
            single = [r for r in self._single if _matches(r.tokens[0], token(i))]
            outcomes[i] = _Outcome(tags[i], deps[i], sorted([*single, *rules], key=lambda r: r.order))

    def _lemma(self, word: str, pos: str, base: bool) -> str:
        """Return the lemma as spaCy's rule lemmatizer has it: exceptions, then known forms by the suffix rules."""
        pos, lower = pos.lower(), word.lower()
        if pos in ("", "space") or base:
            return lower
        index, exceptions, rules = self._index.get(pos), self._exceptions.get(pos), self._rules.get(pos)
        if not (index or exceptions or rules):
            return word if pos == "propn" else lower
        forms: list[str] = []
        unknown: list[str] = []
        for old, new in rules or ():
            if not lower.endswith(old):
                continue
            form = lower[: len(lower) - len(old)] + new
            if not form:
                continue
            if index is not None and form in index:
                forms.insert(0, form)
            elif not form.isalpha():
                forms.append(form)
            else:
                unknown.append(form)
        forms = list(dict.fromkeys(forms))
        for form in (exceptions or {}).get(lower, ()):
            if form not in forms:
                forms.insert(0, form)
        return (forms or unknown or [word])[0]


def _is_base_form(pos: str, morph: str) -> bool:
    """Whether a form needs no analysis, as spaCy's English lemmatizer decides."""
    features = dict(f.split("=", 1) for f in morph.split("|") if "=" in f)
    form, number, degree = features.get("VerbForm"), features.get("Number"), features.get("Degree")
    if (pos == "noun" and number == "Sing") or (pos == "verb" and form == "Inf"):
        return True
    if pos == "verb" and form == "Fin" and features.get("Tense") == "Pres" and number is None:
        return True
    return form in ("Inf", "None") or degree == "Pos"


def _compile(patterns: Sequence[dict[str, Any]]) -> list[_Rule]:
    """Return the ruler's patterns as rules in its order. Raises ValueError for one of a kind not known here."""
    rules = []
    for order, pattern in enumerate(patterns):
        sets = {str(k): str(v) for k, v in pattern["attrs"].items()}
        if not _SETTABLE.issuperset(sets):
            raise ValueError(f"sets {sorted(sets)}")
        for alternative in pattern["patterns"]:
            if len(alternative) > 2 or not 0 <= pattern["index"] < len(alternative):
                raise ValueError(f"looks at {len(alternative)} tokens")
            tests = [{str(k): _test(str(k), v) for k, v in token.items()} for token in alternative]
            rules.append(_Rule(order, tests, pattern["index"], sets))
    return rules


def _test(attribute: str, value: Any) -> Test:
    if attribute not in _ATTRIBUTES:
        raise ValueError(f"looks at {attribute}")
    if not isinstance(value, dict):
        return lambda found: bool(found == value)
    if len(value) != 1:
        raise ValueError(f"tests {value}")
    kind, operand = next(iter(value.items()))
    if kind == "IN":
        return frozenset(operand).__contains__
    if kind == "NOT_IN":
        unwanted = frozenset(operand)
        return lambda found: found not in unwanted
    if kind == "REGEX":
        search = re.compile(operand).search
        return lambda found: search(found) is not None
    raise ValueError(f"tests {kind}")


def _matches(tests: dict[str, Test], token: dict[str, Any]) -> bool:
    return all(test(token[attribute]) for attribute, test in tests.items())


def _listed(value: Any) -> list[str]:
    """Return the words that a test of LOWER names."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [w for kind in ("IN", "NOT_IN") for w in value.get(kind, ())]
    return []
