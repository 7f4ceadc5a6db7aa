"""Prepositional phrases and clauses that hang on the wrong word."""

from __future__ import annotations

from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nouns import can_act, event_noun
from pipeline.syntax.phrases import NOMINAL
from pipeline.syntax.roots import NOUNS
from pipeline.syntax.tree import Tree

_PLACES: Final = frozenset(("GPE", "LOC", "FAC"))
_PARTIES: Final = frozenset(("GPE", "ORG", "PERSON", "NORP"))
_TOWARDS: Final = frozenset(("of", "on", "against", "at", "into"))


class Attachment(Tree):
    """Repairs of attachment, each with the sentence that forced it."""

    # ------------------------------------------------------------ clauses
    def stray_mark(self, mark: int) -> None:
        """Give a clause its subordinator back: "*Unless* the union withdraws, the plant will close"."""
        parse = self.parse
        head = parse.heads[mark]
        for c in parse.children[head]:
            if mark < c < head and parse.deps[c] == "advcl" and parse.tags[c] in ("VBZ", "VBP", "VBD"):
                if self.child(c, "mark") is None:
                    self.move(mark, c, "mark")
                return

    def condition_of_noun(self, clause: int) -> None:
        """Hang a condition on a verb: "a ship which it had threatened to *tackle* if it *sailed* kept away"."""
        parse = self.parse
        mark = self.child(clause, "mark")
        if mark is None or parse.lowers[mark] not in ("if", "unless") or mark < parse.heads[clause]:
            return
        for k in range(mark - 1, parse.heads[clause], -1):
            if parse.pos[k] == "VERB":
                self.move(clause, k, "advcl")
                return

    # ------------------------------------------------------------ prepositions
    def by_phrase(self, prep: int) -> None:
        """A passive's agent that hangs on a noun: "Serbia was given an ultimatum by Austria"."""
        parse = self.parse
        noun = parse.heads[prep]
        if parse.pos[noun] in ("VERB", "AUX"):
            self._agent_of_object(prep, noun)
            return
        agent = self.child(prep, "pobj")
        if agent is None or self.is_time(agent) or parse.pos[agent] == "NUM":
            return
        if self._agent_of_act(prep, noun, agent):
            return
        verb = self.verb_above(noun)
        while verb is not None and parse.pos[verb] == "NOUN":
            verb = self.verb_above(verb)
        if verb is None or parse.pos[verb] != "VERB" or verb > noun:
            return
        passive = self.child(verb, "nsubjpass", "auxpass") is not None or (
            parse.tags[verb] == "VBN" and parse.deps[verb] in ("acl", "ROOT") and self.child(verb, "aux") is None
        )
        if not passive or self.child(verb, "agent") is not None:
            return
        if any(parse.lowers[c] == "by" for c in parse.children[verb]):
            return
        lemma = parse.lemmas[noun].lower()
        acts = self._acts(agent)
        # "was criticised for its handling of the crisis by opposition leaders": a possessed noun has its agent already.
        possessed = self.child(noun, "poss") is not None
        light = parse.deps[noun] == "dobj" and parse.lemmas[verb].lower() in lex.LIGHT_VERBS
        created = event_noun(lemma) is not None or lemma in lex.CREATIONS
        if acts and (parse.pos[noun] != "NOUN" or possessed or light or not created):
            self.move(prep, verb, "agent")

    def _agent_of_object(self, prep: int, verb: int) -> None:
        """Give an act its agent that hangs on an active verb: "upheld a ruling against Google *by a French judge*"."""
        parse = self.parse
        act, agent = self.child(verb, "dobj"), self.child(prep, "pobj")
        if act is None or agent is None or not act < prep or self.child(verb, "auxpass", "nsubjpass") is not None:
            return
        if parse.deps[prep] != "prep" or parse.pos[act] != "NOUN" or self.is_time(agent) or not self._acts(agent):
            return
        known = event_noun(parse.lemmas[act].lower())
        possessed = self.child(act, "poss") is not None or any(parse.lowers[c] == "by" for c in parse.children[act])
        if known is not None and known[0] in "TPAC" and not possessed:
            self.move(prep, act, "prep")

    def _agent_of_act(self, prep: int, noun: int, agent: int) -> bool:
        """Give an act its agent that hangs on who undergoes it: "the arrest of Navalny *by Russian police*"."""
        parse = self.parse
        above = parse.heads[noun]
        act = parse.heads[above]
        if parse.deps[noun] != "pobj" or parse.lowers[above] not in _TOWARDS or parse.pos[act] != "NOUN":
            return False
        known = event_noun(parse.lemmas[act].lower())
        frames = "TPA" if parse.lowers[above] == "of" else "TPAC"  # "a ruling against Google by a French judge"
        if known is None or known[0] not in frames or any(parse.lowers[c] == "by" for c in parse.children[act]):
            return False
        lemma = parse.lemmas[noun].lower()
        if parse.pos[noun] == "NOUN" and (event_noun(lemma) is not None or lemma in lex.CREATIONS):
            return False  # "the delivery of a report by the commission": theirs may be the report
        if not self._acts(agent):
            return False
        self.move(prep, act, "prep")
        return True

    def _acts(self, noun: int) -> bool:
        parse = self.parse
        return noun in self.label or can_act(parse.lemmas[noun].lower()) or parse.pos[noun] in ("PROPN", "PRON")

    def counterpart(self, prep: int, word: str) -> None:
        """Give an act the other party: "discussed pay for their players *with the NCAA*", "a suit *against Apple*".

        The parser hangs it on the last noun of a long object.
        """
        parse = self.parse
        noun = parse.heads[prep]
        inner = self.child(prep, "pobj")
        if inner is None or parse.deps[noun] != "pobj" or self.label.get(inner) not in _PARTIES:
            return
        head = noun
        while parse.deps[head] == "pobj" and parse.pos[parse.heads[parse.heads[head]]] in NOMINAL:
            if parse.lowers[parse.heads[head]] not in ("of", "for", "on", "over", "about", "to"):
                return
            head = parse.heads[parse.heads[head]]
            if any(parse.lowers[c] == word for c in parse.children[head]):
                return
        verb = parse.heads[head]
        if parse.deps[head] != "dobj" or head == noun or parse.pos[verb] != "VERB" or verb > head:
            return
        if parse.lemmas[verb].lower() in lex.COUNTERPARTS[word]:
            self.move(prep, verb, "prep")

    def place_or_time(self, prep: int, word: str) -> None:
        """Give the act its place and time: "talks between X and Y *in Baghdad*", "met Pavel Durov *in Dubai*"."""
        parse = self.parse
        noun = parse.heads[prep]
        if parse.pos[noun] not in NOMINAL or prep < noun:
            return
        inner = self.child(prep, "pobj")
        if inner is None:
            return
        conjunct = parse.deps[noun] == "conj" or any(parse.deps[c] == "conj" and c < prep for c in parse.children[noun])
        actor = parse.pos[noun] == "PROPN" or parse.pos[noun] == "PRON" or can_act(parse.lemmas[noun].lower())
        if self.is_time(inner) and self.label.get(inner) != "ORG":
            if not actor:
                return
        elif self.label.get(inner) in _PLACES and word in ("in", "at", "near"):
            label = self.label.get(noun)
            if label in _PLACES and not conjunct:
                return
            agent = parse.deps[noun] == "pobj" and parse.deps[parse.heads[noun]] == "agent"
            if not (conjunct or agent or label == "PERSON" or parse.pos[noun] == "PRON"):
                return
        else:
            return
        head = noun
        while parse.deps[head] == "conj":
            head = parse.heads[head]
        before = parse.deps[head] in ("nsubj", "nsubjpass") and parse.heads[head] > prep
        if before and not self.is_time(inner):
            return  # "the protesters in Baghdad said": stands before its verb, so it can only be theirs
        verb = self.verb_above(noun)
        if verb is not None and (verb < prep or before):  # "The rebels on Friday rejected the plan"
            self.move(prep, verb, "prep")

    def charge(self, prep: int) -> None:
        """Give a passive its charge: "was accused by campaigners *of shielding* the rich"."""
        parse = self.parse
        noun = parse.heads[prep]
        by = parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.deps[by] != "agent":
            return
        verb = parse.heads[by]
        lemma = parse.lemmas[verb].lower()
        if lemma in lex.CHARGING or (lemma in lex.OBJECT_OF_GERUND and self.child(prep, "pcomp") is not None):
            self.move(prep, verb, "prep")

    def topic(self, prep: int) -> None:
        """Give the act its topic: "a lawsuit from investors *over the leak*", "filed by Epic *against Apple*"."""
        parse = self.parse
        noun = parse.heads[prep]
        above = parse.heads[noun]
        if parse.deps[noun] == "pobj" and parse.lowers[above] in ("from", "by", "against", "with", "between", "on"):
            target = parse.heads[above]
            named = noun in self.label or can_act(parse.lemmas[noun].lower())
            if named and (parse.pos[target] == "VERB" or event_noun(parse.lemmas[target].lower())):
                self.move(prep, target, "prep")

    def selected(self, prep: int, word: str) -> None:
        """Give a verb the preposition it asks for: "accused the commission *of* fraud", "blamed by its rival *for* it".

        The parser hangs it on the noun before, which would then name "the commission of fraud".
        """
        parse = self.parse
        noun = parse.heads[prep]
        if parse.pos[noun] not in NOMINAL or prep < noun:
            return
        head = noun
        while parse.deps[head] == "conj" and parse.pos[parse.heads[head]] in NOMINAL:
            head = parse.heads[head]
        verb = parse.heads[head]
        if parse.deps[head] == "pobj" and parse.lowers[verb] == "by":
            verb = parse.heads[verb]
        elif parse.deps[head] not in ("dobj", "nsubjpass"):
            return
        if parse.pos[verb] != "VERB" or verb > noun or word not in lex.SELECTED.get(parse.lemmas[verb].lower(), ()):
            return
        if any(parse.lowers[c] == word and parse.deps[c] == "prep" for c in parse.children[verb]):
            return
        if any(parse.lowers[c] == word and c > prep for c in parse.children[noun]):
            return  # "accused the head *of* finance of fraud": the last one is the verb's
        if noun not in self.label and not can_act(parse.lemmas[noun].lower()) and parse.pos[noun] == "NOUN":
            return
        inner = next((c for c in parse.children[prep] if c > prep), None)
        if inner is None:
            return
        if word == "of" and parse.deps[inner] == "pobj":
            named = inner in self.label or can_act(parse.lemmas[inner].lower())
            if named or parse.pos[inner] == "PROPN" or self.child(inner, "det") is not None:
                return  # "accused the government of the republic"
        self.move(prep, verb, "prep")

    def would_like(self, i: int) -> None:
        """Read "he'd *like* X to go" as a wish; the model reads a comparison."""
        parse = self.parse
        modal = parse.heads[i]
        if parse.lowers[modal] not in ("'d", "’d", "would") or parse.deps[modal] in ("aux", "auxpass") or i < modal:
            return
        dep, head = parse.deps[modal], parse.heads[modal]
        infinitive = next((c for c in parse.children[modal] if c > i and parse.tags[c] == "VB"), None)
        wanted = self.child(i, "pobj")
        self.move(i, i if head == modal else head, dep)
        for c in [c for c in parse.children[modal] if c != i]:
            self.move(c, i, parse.deps[c])
        self.move(modal, i, "aux")
        parse.pos[i], parse.tags[i], parse.pos[modal], parse.tags[modal] = "VERB", "VB", "AUX", "MD"
        if wanted is not None and infinitive is not None:
            self.move(wanted, infinitive, "nsubj")
        elif wanted is not None:
            parse.deps[wanted] = "dobj"
        if infinitive is not None:
            parse.deps[infinitive] = "ccomp" if wanted is not None else "xcomp"

    # ------------------------------------------------------------ clauses and conjuncts
    def infinitive(self, i: int) -> None:
        """Give a noun its infinitive back: "dismissed an appeal from the president *to lay down* arms"."""
        parse = self.parse
        verb = parse.heads[i]
        if parse.pos[verb] != "VERB" or verb > i or not self.aux_to(i) or self.child(i, "nsubj", "mark") is not None:
            return
        if self._wish(i, verb):
            return
        noun = self.child(verb, "dobj", "nsubjpass")
        if noun is None or noun > i or parse.lemmas[noun].lower() not in lex.INFINITIVE_NOUNS:
            return
        if "," not in parse.words[max(noun, verb) : i]:
            self.move(i, noun, "acl")

    def wanted(self, i: int) -> None:
        """Give a wish its content across an aside: "want the registrar, S. Lakshman, who left, *to be dismissed*"."""
        parse = self.parse
        noun = parse.heads[i]
        verb = parse.heads[noun]
        if parse.deps[noun] != "dobj" or not self.aux_to(i) or parse.words[min(self.span(i)) - 1] != ",":
            return
        lemma = parse.lemmas[verb].lower()
        if lemma in lex.WISHING or lemma in lex.OBJECT_CONTROL:
            self.move(i, verb, "xcomp")

    def _wish(self, i: int, verb: int) -> bool:
        """Give a wish its subject and what is wished: "Weber said *he*'d like Nokia *to expand*"."""
        parse = self.parse
        wishes = [c for c in parse.children[verb] if verb < c < i and parse.deps[c] == "ccomp"]
        for inner in [verb, *wishes]:
            if parse.lemmas[inner].lower() not in lex.WISHING or parse.deps[i] == "xcomp":
                continue
            wished = self.child(inner, "dobj")
            if wished is None or self.child(inner, "xcomp", "ccomp") is not None:
                continue
            first = min(self.span(i))
            if max(self.span(wished)) + 1 != first:
                continue
            self.move(i, inner, "xcomp")
            said = self.child(verb, "dobj") if inner != verb else None
            if self.child(inner, "nsubj") is None and said is not None and said + 1 == min(self.span(inner)):
                self.move(said, inner, "nsubj")
            return True
        return False

    def finite_conjunct(self, i: int) -> None:
        """Join a finite verb to a finite one: "has refused to send troops and *has urged* restraint"."""
        parse = self.parse
        above = parse.heads[i]
        if parse.deps[i] != "conj" or (not self.aux_to(above) and parse.tags[above] != "VBG"):
            return
        finite = parse.tags[i] in ("VBD", "VBZ") or any(
            parse.deps[c] in ("aux", "auxpass") and parse.tags[c] in ("VBZ", "VBD", "VBP", "MD")
            for c in parse.children[i]
        )
        if not finite or any(parse.tags[c] in ("VBZ", "VBD", "VBP") for c in parse.children[above]):
            return
        while parse.deps[above] in ("xcomp", "conj", "pcomp", "prep", "advcl", "acomp") and above > 0:
            above = parse.heads[above]
            if parse.pos[above] in ("VERB", "AUX") and not self.aux_to(above) and parse.tags[above] != "VBG":
                self.move(i, above, "conj")
                return

    def clause_conjunct(self, i: int) -> None:
        """Give a clause its own subject: "pledged five million euros and *the World Bank* said it would help".

        The parser joins the noun to the object before, and the verb is left with the first clause's subject.
        """
        parse = self.parse
        if parse.tags[i] not in ("VBD", "VBZ", "VBP") or self.child(i, "nsubj", "nsubjpass", "auxpass") is not None:
            return
        first = min((c for c in parse.children[i] if c < i and parse.deps[c] in ("aux", "advmod", "neg")), default=i)
        noun = first - 1
        while noun > 0 and parse.pos[noun] in ("PUNCT", "PART") and parse.words[noun] == ")":
            noun = parse.heads[noun]
        above = parse.heads[i]
        if parse.pos[noun] not in (*NOUNS, "PRON") or parse.deps[noun] != "conj" or not above < noun < i:
            return
        opening = min(self.span(noun)) - 1
        joint = parse.heads[noun]
        if parse.deps[opening] != "cc" or parse.heads[opening] != joint or not above < joint < opening:
            return
        if any(c > noun for c in parse.children[noun]):
            return
        self.move(noun, i, "nsubj")
        self.move(opening, above, "cc")

    def perfect_conjunct(self, i: int) -> None:
        """Join a participle to the perfect it shares: "has told us that it breaks the law and *given* it a month"."""
        parse = self.parse
        above = parse.heads[i]
        if parse.tags[i] != "VBN" or parse.tags[above] not in ("VBZ", "VBP", "VBD") or parse.deps[above] != "ccomp":
            return
        if self.child(i, "aux", "auxpass", "nsubj", "nsubjpass") is not None:
            return
        if any(parse.deps[c] in ("aux", "auxpass") for c in parse.children[above]):
            return
        upper = parse.heads[above]
        has = next((c for c in parse.children[upper] if parse.deps[c] in ("aux", "auxpass")), None)
        if parse.tags[upper] == "VBN" and has is not None and upper < above:
            self.move(i, upper, "conj")

    def office_holder(self, i: int) -> None:
        """Let a name stand beside the office, not the body: "the former head of Norbank, *Helene Brandt*"."""
        parse = self.parse
        body = parse.heads[i]
        office = parse.heads[parse.heads[body]]
        if parse.deps[body] != "pobj" or body > i or parse.pos[office] != "NOUN" or self.label.get(i) != "PERSON":
            return
        if self.label.get(body) == "PERSON" or not can_act(parse.lemmas[office].lower()):
            return
        start = i
        while start > 0 and self.label.get(start - 1) == "PERSON" and parse.sent[start - 1] == parse.sent[i]:
            start -= 1
        while parse.pos[start - 1] == "PROPN" and start - 1 > body:
            start -= 1  # a title: ", General X"
        if parse.words[start - 1] == "," and all(parse.deps[c] != "cc" for c in parse.children[body]):
            self.move(i, office, "appos")

    def summing_up(self, i: int) -> None:
        """Let a noun that sums up the sentence hang on the whole of it: "said it would pay, *a claim* she doubted"."""
        parse = self.parse
        verb = parse.heads[i]
        if parse.pos[i] != "NOUN" or i < verb or parse.deps[verb] == "ROOT" or self.child(i, "relcl") is None:
            return
        first = min((c for c in parse.children[i] if c < i), default=i)
        if parse.words[first - 1] != "," or parse.lowers[first] not in ("a", "an"):
            return
        root = verb
        while parse.heads[root] != root:
            root = parse.heads[root]
        if parse.pos[root] in ("VERB", "AUX"):
            self.move(i, root, "npadvmod")

    def noun_conjunct(self, i: int) -> None:
        """Join a noun to the noun before it, not to the verb: "needs the help of the banks, *and insurers*"."""
        parse = self.parse
        verb = parse.heads[i]
        cc = next((k for k in range(i - 1, verb, -1) if parse.deps[k] == "cc"), None)
        if cc is None or cc < verb or i < verb:
            return
        k = cc - 1
        while k > verb and parse.pos[k] in ("PUNCT", "ADV"):
            k -= 1
        while k > verb and parse.heads[k] != verb and parse.deps[k] in ("compound", "amod", "nmod", "poss", "det"):
            k = parse.heads[k]
        if verb < k < cc and parse.pos[k] in NOUNS and parse.deps[k] in ("pobj", "dobj", "attr", "conj", "dative"):
            self.move(i, k, "conj")

    def outside_quotation(self, i: int) -> None:
        """Join a verb after a quotation to the verb of saying: 'said "the deal is dead" and *left*'."""
        parse = self.parse
        inner = parse.heads[i]
        said = parse.heads[inner]
        if parse.deps[inner] != "ccomp" or parse.pos[said] != "VERB" or said > inner:
            return
        marks = sum(parse.words[k] in ('"', "”") for k in range(inner + 1, i))
        if marks % 2 == 1 and any(parse.words[k] in ('"', "“") for k in range(said + 1, inner)):
            self.move(i, said, "conj")

    def participle(self, i: int) -> None:
        """Free a closing participle from the last noun: "opened a plant in Leeds on Monday, *creating* 300 jobs"."""
        parse = self.parse
        noun = parse.heads[i]
        if i - noun < 2 or parse.words[i - 1] != ",":
            return
        _, last = parse.sentence_of(i)
        if parse.deps[noun] not in ("pobj", "dobj", "npadvmod", "conj", "appos", "attr"):
            return
        if any(parse.words[k] == "," for k in range(i + 1, min(i + 12, last))):
            return  # "with the police, using tear gas, in pursuit": an aside about the noun
        verb = noun
        while parse.heads[verb] != verb and parse.pos[verb] not in ("VERB", "AUX"):
            verb = parse.heads[verb]
        if parse.pos[verb] in ("VERB", "AUX") and verb < noun:
            self.move(i, verb, "advcl")

    def gerund(self, i: int) -> None:
        """Free a gerund read as an adjective: "warned Tehran against *enriching* uranium"."""
        parse = self.parse
        noun = parse.heads[i]
        prep = parse.heads[noun]
        lemma = parse.lemmas[i].lower()
        if (
            parse.deps[noun] != "pobj"
            or prep != i - 1
            or noun != i + 1
            or parse.lowers[prep] not in ("against", "for", "without", "by", "from", "of", "after", "before")
            or parse.tags[noun] not in ("NN", "NNP", "NNS", "NNPS")
            or lemma not in lex.COMMON_VERBS
            or lemma in lex.INTRANSITIVE
            or lemma in lex.UNACCUSATIVE
            or can_act(parse.lemmas[noun].lower())
        ):
            return
        parse.pos[i] = "VERB"
        self.move(i, prep, "pcomp")
        self.move(noun, i, "dobj")

    def actor_of_gerund(self, i: int) -> None:
        """Give a gerund its actor: "led to the judge *reconsidering*"."""
        parse = self.parse
        noun = i - 1
        if noun < 1 or parse.deps[noun] != "pobj" or parse.heads[parse.heads[noun]] != parse.heads[i]:
            return
        if self.child(i, "mark", "nsubj") is None and (noun in self.label or can_act(parse.lemmas[noun].lower())):
            self.move(i, noun, "acl")
