"""What governs a trigger: the class of words its governor belongs to, and what a noun's own words tell of it.

Shared by truth (does it happen?) and attribution (who says so?), so that both read a governor the same way.
"""

from __future__ import annotations

from pipeline.events.lexicon import Effect, TruthLexicon
from pipeline.syntax import Predicate, Syntax

INHERITED = Effect("inherited")
PRESUPPOSED = Effect("presupposed", presupposed=True)
# An event noun before another noun stands for what a preposition or infinitive would say: "attack plan", "merger bid".
_RELATIVES = frozenset({"who", "which", "whom", "whose", "where"})
_COMPOUND_FORMS = ("of", "inf", "for", "to", "that")


class Governors:
    """Looks up what the governors of one article do to their dependents."""

    def __init__(self, syntax: Syntax, lexicon: TruthLexicon) -> None:
        self._syntax, self._parse, self._lexicon = syntax, syntax.parse, lexicon

    @staticmethod
    def form(p: Predicate) -> str:
        if p.kind == "verb" and p.tense in ("infinitive", "none") and p.marker != "that":
            return "inf"
        if p.tense in ("gerund", "participle"):
            return "ing"
        return "that"

    def effect(self, governor: Predicate, form: str, preposition: str | None) -> Effect | None:
        """Return what a governor does to a dependent of one form; "admit to" and "call off" win over "admit".

        A gerund after a preposition is read as the noun would be: "barred from LEAVING".
        """
        lexicon = self._lexicon
        words = lexicon.of(governor.kind)
        lemma = governor.lemma
        table = words.get(form)
        if preposition and preposition != form and form in ("inf", "ing", "object"):
            exact = table.get(f"{lemma} {preposition}") if table else None
            if form == "ing":
                exact = words.get(preposition, {}).get(lemma) or exact
            if exact is not None:
                return exact
        if table is None:
            return None
        if governor.particle:
            exact = table.get(f"{lemma} {governor.particle}")
            if exact is not None:
                return exact
        for i in governor.adverbs:
            exact = table.get(f"{lemma} {self._parse.lowers[i]}")
            if exact is not None:
                return exact
        return table.get(lemma)

    def noun_effect(self, p: Predicate, governor: Predicate, slot: str | None) -> Effect | None:
        if slot is None:
            if governor.kind != "noun":
                return None
            for form in _COMPOUND_FORMS:
                effect = self.effect(governor, form, None)
                if effect is not None:
                    return effect
            return INHERITED
        if slot == "subject":
            return None
        effect = self.effect(governor, slot, None)
        if effect is None and slot != "object":
            # "call for" is listed with its preposition, "allegations of theft" as "allegations of stealing"
            effect = self._lexicon.of(governor.kind).get("object", {}).get(f"{governor.lemma} {slot}")
            if effect is None and governor.kind == "noun" and slot == "of":
                effect = self.effect(governor, "ing", None)
        return effect

    def occurs(self, verb: Predicate) -> bool:
        """Tell whether a verb says of its subject that it happens: "talks BEGAN", "the vote TOOK PLACE"."""
        words = self._lexicon.occur_verbs
        if verb.lemma in words:
            return True
        if verb.particle:
            return f"{verb.lemma} {verb.particle}" in words
        return any(f"{verb.lemma} {self._parse.lowers[f.head]}" in words for f in verb.slots.get("object", ()))

    def exists(self, p: Predicate) -> bool:
        """Tell whether an announced event noun is there already: a known act, or a plan, deal or order."""
        return self.spoken(p) or self.given(p.token)

    def spoken(self, p: Predicate) -> bool:
        """Tell what is made of words and there before what it says is done: a plan, deal, order or claim."""
        return p.lemma in self._lexicon.speech_nouns or p.lemma in self._lexicon.nouns.get("inf", {})

    def given(self, token: int) -> bool:
        """Tell whether an event noun is one the reader knows of: "THE attack", "their visit", "last week's vote"."""
        parse = self._parse
        for child in parse.children[token]:
            if child > token:
                break
            if parse.pos[child] == "DET":
                return parse.lowers[child] not in self._lexicon.indefinite
            if parse.tags[child] in ("PRP$", "WP$") or any(parse.tags[g] == "POS" for g in parse.children[child]):
                return True
        return False

    def noun_above(self, token: int) -> tuple[int, str | None] | None:
        """Return what stands right above a noun, and the preposition between: "the lack of *cooperation*"."""
        parse = self._parse
        head, preposition = parse.heads[token], None
        if parse.pos[head] in ("ADP", "SCONJ") and head != parse.heads[head]:
            preposition = parse.lowers[head]
            head = parse.heads[head]
        return None if head == token else (head, preposition)

    def content_of(self, p: Predicate, noun: int) -> Effect | None:
        """Return what a noun does to an infinitive read as its relative: "show no will of the firm TO HELP"."""
        parse, nouns = self._parse, self._lexicon.nouns.get("inf", {})
        if parse.pos[parse.heads[noun]] == "ADP":
            owner = parse.heads[parse.heads[noun]]
            effect = nouns.get(parse.lemmas[owner].lower())
            if effect is not None:
                return effect
        return nouns.get(parse.lemmas[noun].lower()) if noun < p.token else None

    def added(self, p: Predicate) -> bool:
        """Tell a relative clause that the writer adds (", which complained in May") from one that says which is meant.

        Inside a quotation everything is the speaker's.
        """
        parse = self._parse
        if self._syntax.quoted[p.token] >= 0 or p.tense in ("infinitive", "gerund"):
            return False
        first, _ = parse.sentence_of(p.token)
        for i in range(p.token - 1, max(first, p.token - 12), -1):
            if parse.lowers[i] in _RELATIVES:
                before = i - 1
                if parse.pos[before] == "ADP":  # "on whom"
                    before -= 1
                return parse.words[before] == ","
            verb = self._syntax.at.get(i)
            if verb is not None and verb.kind == "verb":
                return False
        return False
