"""Documents speak for those who issued them: "Volta's report shows", "the letter, signed by Anna Berg, accuses"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.events.lexicon import TruthLexicon
from pipeline.ner import Cast
from pipeline.records import Mention
from pipeline.syntax import Filler, Predicate, Syntax
from pipeline.syntax.lexicon import words

DOCUMENTS = words(
    """
    statement report letter release memo memorandum document filing communique communiqué post tweet study survey poll
    suit lawsuit complaint indictment affidavit brief petition note email e-mail audit review analysis dossier
    manifesto declaration blog paper testimony message advisory bulletin circular warrant notice speech figure datum
    data research motion announcement measure bill law resolution article ad charter treaty constitution
    """
)
# Of these, the ones that only a legal action brings forth.
_SUITS = frozenset({"suit", "lawsuit", "complaint", "filing", "petition", "motion"})
# Of these, the ones that somebody who speaks may be speaking by.
_STATEMENTS = words("statement report letter release memo document communique communiqué post tweet message email note")
_ISSUING = words(
    """
    issue publish release send write post file circulate distribute sign submit deliver lodge present unveil draft
    prepare produce compile author commission read hand leak
    """
)
_BY = frozenset({"by", "from"})
_REACH = 3  # sentences back to whoever issued it


class Documents:
    """Finds who issued the documents of one article."""

    def __init__(self, syntax: Syntax, cast: Cast, lexicon: TruthLexicon) -> None:
        self._syntax, self._parse, self._cast, self._said = syntax, syntax.parse, cast, lexicon.verbs["that"]

    def is_document(self, token: int) -> bool:
        """Tell a document from a person or a body that speaks for itself."""
        return self._parse.lemmas[token].lower() in DOCUMENTS

    def author(self, document: int) -> Filler | Mention | None:
        """Return who issued a document: its owner, whoever sends or signs it there, else whoever spoke before."""
        return self._owner(document) or self._issuer(document) or self._earlier(document)

    def _owner(self, document: int) -> Mention | None:
        """Return whom the document's own words name: "*Volta*'s report", "a report by *Volta*"."""
        parse = self._parse
        for child in parse.children[document]:
            if child < document:
                found = self._actor(child)
            elif parse.lowers[child] in _BY:
                found = next((m for g in parse.children[child] if (m := self._actor(g)) is not None), None)
            else:
                found = None
            if found is not None:
                return found
        return None

    def _actor(self, token: int) -> Mention | None:
        return next((m for m in self._cast.standing_for(token) if m.actor_id is not None), None)

    def _issuer(self, document: int) -> Filler | None:
        """Return who issues the document in its own sentence: "*Volta* sent a letter accusing", "signed by *Berg*"."""
        first, last = self._parse.sentence_of(document)
        for p in self._verbs(first, last):
            if p.lemma in _ISSUING and any(f.head == document for f in p.slots.get("object", ())):
                for f in p.slots.get("subject", ()):
                    return f
        return None

    def _earlier(self, document: int) -> Filler | None:
        """Return who said or issued something last in the sentences before: "the statement added"."""
        parse = self._parse
        if parse.tags[document] == "NNS" and not any(parse.pos[c] in ("DET", "PRON") for c in parse.children[document]):
            return None  # "press reports said": of nobody named before
        first, _ = parse.sentence_of(document)
        earliest = parse.sentences[max(0, parse.sent[document] - _REACH)][0]
        lemma = parse.lemmas[document].lower()
        suit = lemma in _SUITS
        for p in reversed(list(self._verbs(earliest, first))):
            spoke = p.lemma in self._said and self._said[p.lemma].source and lemma in _STATEMENTS
            issued = p.lemma in _ISSUING and any(
                parse.lemmas[f.head].lower() == lemma for f in p.slots.get("object", ())
            )
            if spoke or issued or (suit and p.lemma == "sue"):
                for f in p.slots.get("subject", ()):
                    if not self.is_document(f.head):
                        return f
                    owner = self._owner(f.head)
                    if owner is not None:
                        return Filler(owner.head, owner.first, owner.last)
        return None

    def _verbs(self, first: int, last: int) -> Iterator[Predicate]:
        at = self._syntax.at
        return (at[i] for i in range(first, last) if i in at and at[i].kind == "verb")
