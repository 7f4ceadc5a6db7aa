"""Habits of the parser, repaired once: each rule quotes the sentence that forced it.

Works on a copy of the parse unless told otherwise. Rules move a token to another head, relabel it, or turn a
headline's noun into its verb; they never touch words, offsets or sentence boundaries.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.syntax import lexicon as lex
from pipeline.syntax.attachment import Attachment
from pipeline.syntax.parse import Parse
from pipeline.syntax.phrases import NOMINAL
from pipeline.syntax.roots import NOUNS, Roots
from pipeline.syntax.speech import Speech
from pipeline.syntax.sums import Sums


def repaired(parse: Parse, *, keep: bool = True) -> Parse:
    """Return a parse (a copy where it is to be kept) with its tree put right where the parser is known to err."""
    if not keep:
        _Repair(parse).run()
        return parse
    copy = replace(
        parse,
        pos=list(parse.pos),
        tags=list(parse.tags),
        lemmas=list(parse.lemmas),
        deps=list(parse.deps),
        heads=list(parse.heads),
        children=[list(c) for c in parse.children],
        entities=[
            (first, last - 1 if parse.words[last - 1] == "(" and last - first > 1 else last, label)
            for first, last, label in parse.entities  # "The Commission on Elections (", "Comelec"
        ],
    )
    _Repair(copy).run()
    return copy


# A verb of one syllable that doubles its last letter before "-ed": stag, wag, rap.
_DOUBLING = re.compile("[^aeiou]*[aeiou][bdgklmnprtv]")


class _Repair(Roots, Attachment, Speech, Sums):
    """All repairs; those of subjects and objects stand here."""

    def run(self) -> None:
        parse = self.parse
        deps, pos, tags, lowers = parse.deps, parse.pos, parse.tags, parse.lowers
        self.sums()
        for first, last in parse.sentences:
            self.root(first, last)
        for i in range(len(deps)):
            d = deps[i]
            if d == "prep":
                word = lowers[i]
                if word in lex.SELECTABLE:
                    self.selected(i, word)
                if word == "by":
                    self.by_phrase(i)
                elif word in ("of", "for", "from", "with"):
                    self.charge(i)
                    if word == "with":
                        self.counterpart(i, word)
                elif word == "like":
                    self.would_like(i)
                elif word in ("over", "about", "into"):
                    self.topic(i)
                elif word == "against":
                    self.topic(i)
                    self.counterpart(i, word)
                elif word in ("in", "at", "on", "near", "after", "before", "during", "since", "until"):
                    self.place_or_time(i, word)
            elif d == "npadvmod":
                self.summing_up(i)
                self.bare_noun(i)
            elif d == "nsubj" or d == "nsubjpass":
                h = parse.heads[i]
                if pos[h] == "AUX" and deps[h] in ("aux", "auxpass"):  # "said *Vietnam* is committed to reform"
                    self.move(i, parse.heads[h], "nsubjpass" if deps[h] == "auxpass" else "nsubj")
                if pos[parse.heads[i]] in ("VERB", "AUX"):
                    self.subject(i)
            elif d == "compound" or d == "nmod":
                h = parse.heads[i]
                if i < h and pos[h] == "VERB" and pos[i] in NOUNS and tags[h] != "VBG":
                    self.noun_before_verb(i, h)
            elif d == "dobj":
                if self.label.get(i) == "DATE" and tags[i] in ("NNP", "CD") and pos[i] in ("PROPN", "NUM"):
                    self.dated(i)
                else:
                    self.recipient(i)
            elif d == "ccomp":
                self.told_subject(i)
            elif d == "mark":
                self.stray_mark(i)
            elif (d == "advcl" or d == "xcomp") and tags[i] == "VB":
                self.infinitive(i)
            elif d == "advcl" and tags[i] == "VBG":
                self.actor_of_gerund(i)
                self.remark(i)
            elif d == "amod" and tags[i] == "VBG":
                self.gerund(i)
            elif d == "acl" and tags[i] == "VBG":
                self.participle(i)
            elif d == "relcl" and tags[i] in ("VB", "VBN"):
                self.wanted(i)
            elif d == "conj":
                if pos[i] == "VERB":
                    self.outside_quotation(i)
                    self.finite_conjunct(i)
                    self.perfect_conjunct(i)
                    self.clause_conjunct(i)
                    self.withheld(i)
                elif pos[i] in NOUNS and pos[parse.heads[i]] == "VERB":
                    self.noun_conjunct(i)
                elif pos[i] == "PROPN":
                    self.office_holder(i)
            elif d == "appos" and pos[i] == "PROPN":
                if self._object_of(i, i - 1):
                    self.move(i, i - 1, "dobj")  # "Plans to fine *Norbank* were dropped"
                else:
                    self.office_holder(i)
            if pos[i] == "VERB":
                if deps[i] in ("acl", "relcl"):
                    self.said_where(i)
                elif deps[i] == "advcl" and pos[parse.heads[i]] in NOUNS:
                    self.condition_of_noun(i)
                self.lemma(i)
                if tags[i] in ("VBD", "VBN") and lowers[i - 1] == "," and parse.lemmas[i].lower() in lex.REPORTING:
                    if deps[i] in ("conj", "advcl"):
                        self.closing_reporter(i)
                    self.reporter(i)
                elif deps[i] == "conj" and tags[i] == "VBD" and pos[i - 1] in NOUNS:
                    self.named_reporter(i)

    def bare_noun(self, i: int) -> None:
        """A name read as an adverb: "The court orders *Google* ...", "injured *ten*"; or as one beside the subject."""
        parse = self.parse
        v = parse.heads[i]
        if parse.pos[v] != "VERB" or self.is_time(i) or self.label.get(i) in ("PERCENT", "QUANTITY", "ORDINAL"):
            return
        if i < v:
            subject = self.child(v, "nsubj")
            # "Microsoft and Sony, Nintendo and Valve signed the deal."
            if subject is not None and i < subject and parse.pos[i] == "PROPN" and self._only_comma(i, subject):
                self._join_subjects(i, subject)
            return
        if parse.pos[i] == "PROPN" and self._object_of(i, i - 1):
            self.move(i, i - 1, "dobj")  # "ordered providers to block X."
            return
        if parse.pos[i] not in ("PROPN", "NUM") or i - v > 4:
            return
        if self.child(v, "dobj", "nsubjpass", "auxpass", "ccomp", "xcomp", "attr", "prt") is None:
            parse.deps[i] = "dobj"
            if parse.tags[v] == "VBN" and self.child(v, "aux") is None:
                parse.tags[v] = "VBD"

    def _object_of(self, noun: int, verb: int) -> bool:
        """Whether an infinitive before a noun lacks its object."""
        parse = self.parse
        return (
            parse.heads[noun] != verb
            and parse.pos[verb] == "VERB"
            and parse.tags[verb] == "VB"
            and parse.lemmas[verb].lower() not in lex.INTRANSITIVE
            and self.child(verb, "dobj", "prep", "ccomp", "xcomp") is None
        )

    def _only_comma(self, first: int, second: int) -> bool:
        """Whether nothing but the first's own phrase and one comma stands between two nouns."""
        parse = self.parse
        for k in range(first + 1, second):
            x = k
            while x not in (first, second) and parse.heads[x] != x:
                x = parse.heads[x]
            if x not in (first, second) and parse.words[k] not in (",", "&"):
                return False
            if x == first and parse.pos[k] in ("ADP", "VERB"):
                return False
        return parse.words[first + 1 : second].count(",") == 1

    def _join_subjects(self, earlier: int, subject: int) -> None:
        parse = self.parse
        dep, head = parse.deps[subject], parse.heads[subject]
        self.move(earlier, head, dep)
        self.move(subject, earlier, "conj")

    def subject(self, i: int) -> None:
        parse = self.parse
        v = parse.heads[i]
        if i > v:
            return
        # "The deal that the two firms reached was blocked": active, read as a passive without its auxiliary
        if parse.deps[i] == "nsubjpass" and parse.deps[v] == "relcl" and self.child(v, "auxpass", "agent") is None:
            parse.deps[i] = "nsubj"
            if parse.tags[v] == "VBN" and self.child(v, "aux") is None:
                parse.tags[v] = "VBD"
        # "Had the army intervened, the coup would have failed."
        above = parse.heads[v]
        if parse.lowers[above] == "had" and parse.deps[v] == "ccomp" and above == min(self.span(i)) - 1:
            dep, head = parse.deps[above], parse.heads[above]
            if dep == "advcl" and parse.tags[v] in ("VBN", "VBD"):
                self.move(v, head, "advcl")
                self.move(above, v, "aux")
                parse.pos[above] = "AUX"
        for c in parse.children[v]:
            if c >= i:
                break
            # "Zelensky, Starmer discuss plan": a name read as an adverb
            if parse.deps[c] in ("advmod", "amod", "intj") and self.label.get(c) in ("PERSON", "GPE", "ORG"):
                parse.deps[c], parse.pos[c], parse.tags[c] = "dep", "PROPN", "NNP"
            # "Iran, Russia sign defence pact"
            if parse.deps[c] in ("dep", "nsubj") and parse.pos[c] in NOUNS and self._only_comma(c, i):
                self._join_subjects(c, i)
                return
            # "Plans to fine *Meta* were dropped": object of the infinitive, read as a second subject
            if parse.deps[c] in ("nsubj", "nsubjpass") and self._object_of(i, i - 1) and parse.heads[i - 1] == c:
                self.move(i, i - 1, "dobj")
                return
            # "What angered voters was the decision": object of the clause before, read as a second subject
            if parse.deps[c] == "csubj" and parse.tags[i] != "PRP" and i == self._right_of(c):
                self.move(i, c, "dobj")
                return

    def _right_of(self, verb: int) -> int:
        """The noun that ends the stretch directly after a verb."""
        parse = self.parse
        k = verb + 1
        while parse.heads[k] > k and parse.pos[parse.heads[k]] in NOMINAL:
            k = parse.heads[k]
        return k

    def noun_before_verb(self, i: int, verb: int) -> None:
        """Free a subject read as a modifier of its verb: "The company that *Musk* bought"."""
        if self.child(verb, "nsubj", "nsubjpass") in (None, i) and i + 1 >= verb - 3 and self.parse.words[i + 1] != "-":
            subject = self.child(verb, "nsubj", "nsubjpass")
            if subject is None:
                self.parse.deps[i] = "nsubj"

    def dated(self, i: int) -> None:
        """Free a date from the objects: "ordered the mayor to appear *October 16*"."""
        parse = self.parse
        if parse.lemmas[parse.heads[i]].lower() not in lex.DATED:
            parse.deps[i] = "npadvmod"

    def recipient(self, i: int) -> None:
        """Free a receiver read as a modifier of what is given: "The U.S. gave *Ukraine* weapons"."""
        parse = self.parse
        v = parse.heads[i]
        if parse.pos[v] != "VERB" or parse.lemmas[v].lower() not in lex.GIVING or self.child(v, "dative") is not None:
            return
        given = [c for c in parse.children[i] if c < i and parse.deps[c] in ("compound", "nmod", "poss")]
        named = [c for c in given if self.label.get(c) in ("GPE", "PERSON", "ORG", "NORP", "LOC")]
        if not named or parse.tags[i] not in ("NNS", "NN") or min(self.span(i)) != v + 1:
            return
        last = named[-1]
        left = [c for c in parse.children[i] if c < last]
        # a name with an article of its own before a sum, or a bare name before a bare noun: "gave *the Ivory Coast* a
        # sum of dollars", "gave *Ukraine* weapons"
        bare = not any(parse.deps[c] == "det" for c in left)
        summed = any(parse.pos[c] in ("NUM", "SYM") for c in parse.children[i] if last < c < i)
        prep = self.child(v, "prep")
        if parse.words[last + 1] in ("'s", "’s", "'") or not (bare or summed):
            return
        if prep is not None and parse.lowers[prep] == "to":
            return
        for c in left:
            if c in named or parse.deps[c] == "det":
                self.move(c, last, parse.deps[c])
        self.move(last, v, "dative")

    def lemma(self, i: int) -> None:
        """Give back the verb where the lemma is none: "fined" is read as a form of "fin".

        A short verb doubles its last letter ("stagged"), so "staged" comes from none that ends in a single consonant.
        """
        parse = self.parse
        lemma = parse.lemmas[i]
        known = lex.VERB_LEMMAS.get(lemma.lower())
        if known is not None and parse.lowers[i] != lemma.lower():
            parse.lemmas[i] = known
        elif parse.lowers[i] in (lemma + "ed", lemma + "ing") and _DOUBLING.fullmatch(lemma):
            parse.lemmas[i] = lemma + "e"
