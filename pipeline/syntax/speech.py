"""What is said hangs on who says it: clauses of reported speech that the parser left elsewhere."""

from __future__ import annotations

from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nouns import can_act
from pipeline.syntax.tree import Tree

_TELLING: Final = lex.words(
    "tell inform notify remind warn assure reassure advise brief promise persuade convince alert"
)
_DECLINING: Final = frozenset(("decline", "refuse"))
# What a speaker is asked for and does not give; "give *details*" by its object.
_WITHHELD: Final = lex.words("comment elaborate estimate specify identify name disclose reveal confirm discuss say")
_GIVING: Final = lex.words("give provide offer release")
_DETAILS: Final = lex.words("detail reason figure comment explanation name date information timetable")
_RULING: Final = lex.words("find rule conclude hold decide determine judge")
_REMARKS: Final = lex.REPORTING | lex.words("blame reject dismiss denounce thank hail deplore threaten attribute")
_MAKERS: Final = lex.words("write send sign issue publish release file make draft post deliver submit receive")
_APPOSITION, _NAME = 30, 4  # tokens that speaker and description may span; tokens of a person's name
_NOMINAL: Final = frozenset(("DET", "ADJ", "NOUN", "PROPN", "CCONJ", "PRON", "PART"))
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

    def closing_reporter(self, verb: int) -> None:
        """Give a closing verb of saying its speaker: "..., Anna Berg, *a lawyer for the union*, told the court".

        The parser joins the verb to the clause before it, and the speaker to whatever noun ends that clause.
        """
        parse = self.parse
        root = parse.heads[verb]
        first, _ = parse.sentence_of(verb)
        if parse.heads[root] != root or root > verb or self.child(verb, "nsubj", "nsubjpass", "aux", "ccomp", "xcomp"):
            return
        if self.child(verb, "dobj") is not None and parse.lemmas[verb].lower() not in _TELLING:
            return
        commas = [k for k in range(verb - 1, max(root, first, verb - _APPOSITION), -1) if parse.words[k] == ","]
        if len(commas) < 3 or commas[0] != verb - 1:
            return
        near, far = range(commas[1] + 1, commas[0]), range(commas[2] + 1, commas[1])
        if self._is_person(far):
            name, described = far[-1], self._head_of(near)
        else:
            name, described = near[-1], self._head_of(far) if self._is_person(near) else None
        if described is None or not can_act(parse.lemmas[described].lower()):
            return
        self.move(name, verb, "nsubj")
        self.move(described, name, "appos")
        self.make_root(verb)
        parse.deps[root] = "ccomp"
        parse.tags[verb] = "VBD"

    def named_reporter(self, verb: int) -> None:
        """Give a closing verb of saying the name before it: "The state will buy grain and oil, *Anna Berg* said today".

        The parser joins the verb to the clause before it, and the name to whatever noun ends that clause.
        """
        parse = self.parse
        root = parse.heads[verb]
        if parse.heads[root] != root or root > verb or parse.lemmas[verb].lower() not in lex.SAYING:
            return
        if self.child(verb, "nsubj", "nsubjpass", "aux", "ccomp", "xcomp", "dobj", "mark") is not None:
            return
        comma = next((k for k in range(verb - 1, max(root, verb - _APPOSITION), -1) if parse.words[k] == ","), None)
        if comma is None:
            return
        near = range(comma + 1, verb)
        plain = all(parse.pos[k] in _NOMINAL for k in near)
        if not near or not plain or parse.pos[comma + 1] == "CCONJ" or self.label.get(verb - 1) in ("DATE", "TIME"):
            return
        name = near[-1]
        for k in near[:-1]:
            if parse.heads[k] not in near or parse.heads[k] == k:
                self.move(k, name, "compound")
        self.move(name, verb, "nsubj")
        self.make_root(verb)
        parse.deps[root] = "ccomp"

    def withheld(self, verb: int) -> None:
        """Hang what a speaker would not tell on the verb of saying: "Berg said it had grown but *declined* to say why".

        The parser joins it to what was said.
        """
        parse = self.parse
        lemma = parse.lemmas[verb].lower()
        if lemma in _DECLINING:
            asked = self.child(verb, "xcomp")
            if asked is None or not self._withholds(asked):
                return
        elif not self._withholds(verb) or not self._denied(verb):
            return
        subject = self.child(verb, "nsubj")
        if subject is not None and parse.lowers[subject] not in ("he", "she", "they", "it"):
            return
        said = parse.heads[verb]
        while parse.deps[said] == "conj" and parse.heads[said] < said:
            said = parse.heads[said]
        opener = min((verb, *parse.children[verb]))
        joined = any(parse.lowers[k] == "but" for k in range(max(said, opener - 2), verb))
        speech = parse.heads[said]
        if not joined or parse.deps[said] != "ccomp" or speech > said:
            return
        if parse.tags[speech] in ("VBD", "VBZ", "VBP") and parse.lemmas[speech].lower() in lex.SAYING:
            self.move(verb, speech, "conj")

    def _denied(self, verb: int) -> bool:
        """Tell "did not elaborate" and "gave *no* details"."""
        thing = self.child(verb, "dobj")
        no = thing is not None and any(self.parse.lowers[c] == "no" for c in self.parse.children[thing])
        return no or self.child(verb, "neg") is not None

    def _withholds(self, verb: int) -> bool:
        parse = self.parse
        lemma = parse.lemmas[verb].lower()
        thing = self.child(verb, "dobj")
        return lemma in _WITHHELD or (
            lemma in _GIVING and thing is not None and parse.lemmas[thing].lower() in _DETAILS
        )

    def _is_person(self, span: range) -> bool:
        if not 0 < len(span) <= _NAME or any(self.parse.pos[k] != "PROPN" for k in span):
            return False
        return self.label.get(span[-1]) == "PERSON"

    def _head_of(self, span: range) -> int | None:
        """The noun that heads a stretch, None where a verb does."""
        for k in span:
            if self.parse.heads[k] not in span or self.parse.heads[k] == k:
                return k if self.parse.pos[k] in ("NOUN", "PROPN") else None
        return None

    def told_subject(self, clause: int) -> None:
        """Give what is told its subject back: "told parliament *the report* showed that it had lied"."""
        parse = self.parse
        verb = parse.heads[clause]
        if (
            verb > clause
            or parse.lemmas[verb].lower() not in _TELLING
            or self.child(clause, "nsubj", "nsubjpass", "mark")
        ):
            return
        told = [c for c in parse.children[verb] if verb < c < clause and parse.deps[c] in ("dobj", "dative")]
        if len(told) == 2 and parse.tags[clause] in ("VBD", "VBZ", "VBP"):
            self.move(told[1], clause, "nsubj")

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
