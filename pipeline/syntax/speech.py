"""What is said hangs on who says it: clauses of reported speech that the parser left elsewhere."""

from __future__ import annotations

from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.tree import Tree

_TELLING: Final = lex.words(
    "tell inform notify remind warn assure reassure advise brief promise persuade convince alert"
)
_RULING: Final = lex.words("find rule conclude hold decide determine judge")
_REMARKS: Final = lex.REPORTING | lex.words("blame reject dismiss denounce thank hail deplore threaten attribute")
_MAKERS: Final = lex.words("write send sign issue publish release file make draft post deliver submit receive")
_VENUES: Final = frozenset(("in", "at", "during", "on", "with", "before", "through", "via"))


class Speech(Tree):
    """Repairs of reported speech, each with the sentence that forced it."""

    def remark(self, i: int) -> None:
        """Hang a closing remark on the verb of saying: "Volta said it was closing, *blaming* weak sales"."""
        parse = self.parse
        clause = parse.heads[i]
        if i < clause or parse.lemmas[i].lower() not in _REMARKS or parse.words[i - 1] != ",":
            return
        while parse.deps[clause] == "conj" and parse.heads[clause] < clause:
            clause = parse.heads[clause]
        verb = parse.heads[clause]
        if parse.deps[clause] != "ccomp" or verb > clause or parse.tags[verb] not in ("VBD", "VBZ", "VBP"):
            return
        if parse.lemmas[verb].lower() not in lex.REPORTING | _RULING:
            return
        subject = self.child(clause, "nsubj", "nsubjpass")
        own = subject is not None and parse.pos[subject] == "PRON"
        if own or parse.lemmas[verb].lower() in _RULING:
            self.move(i, verb, "advcl")

    def said_where(self, i: int) -> None:
        """Hang a that-clause on the verb of saying, not on where or to whom it was said.

        "The agency charged in a complaint *that* the firm lied", "The roaster informed its suppliers *that* it would
        cut prices", "The bidder made clear in its offer *that* it would step aside".
        """
        parse = self.parse
        noun = parse.heads[i]
        opener = min(self.span(i))
        if parse.lowers[opener] != "that" or parse.pos[noun] not in ("NOUN", "PROPN") or noun > opener:
            return
        subject = self.child(i, "nsubj", "nsubjpass")
        if subject is None or subject == opener:
            return
        dep, head = parse.deps[noun], parse.heads[noun]
        if dep == "pobj" and parse.lowers[head] in _VENUES:
            verb = parse.heads[head]
        elif dep in ("dobj", "dative"):
            verb = head
            if parse.lemmas[verb].lower() not in _TELLING:
                return
        else:
            return
        lemma = parse.lemmas[verb].lower()
        clear = lemma == "make" and any(parse.lowers[c] in ("clear", "plain", "known") for c in parse.children[verb])
        if parse.pos[verb] != "VERB" or not (clear or lemma in lex.SAYING or lemma in _TELLING or lemma == "charge"):
            return
        if self.child(verb, "ccomp") is not None or parse.lemmas[i].lower() in _MAKERS:
            return  # "said in the letter that it sent"
        if parse.tags[opener] == "WDT" and not any(c > i and parse.deps[c] != "punct" for c in parse.children[i]):
            return  # "described in the speech that he gave"
        self.move(i, verb, "ccomp")
        if parse.tags[opener] == "WDT":
            self.move(opener, i, "mark")
            parse.tags[opener], parse.pos[opener] = "IN", "SCONJ"
