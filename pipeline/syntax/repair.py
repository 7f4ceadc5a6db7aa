"""Habits of the parser, repaired once: each rule quotes the sentence that forced it.

Works on a copy of the parse. Rules move a token to another head, relabel it, or turn a headline's noun into its verb;
they never touch words, offsets or sentence boundaries.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import replace
from typing import Final

from pipeline.syntax import lexicon as lex
from pipeline.syntax.nouns import can_act, event_noun
from pipeline.syntax.parse import Parse
from pipeline.syntax.phrases import NOMINAL

_TIMES: Final = frozenset(("DATE", "TIME"))
_PLACES: Final = frozenset(("GPE", "LOC", "FAC"))
_NOUNS: Final = frozenset(("NOUN", "PROPN"))
_TIME_WORDS: Final = lex.words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight week month year day night morning
    evening afternoon hour minute weekend decade century spring summer autumn winter time percent % point cent
    mile kilometre kilometer metre meter foot inch yard step way part whole half quarter more less
    """
)


def repaired(parse: Parse) -> Parse:
    """Return a copy of a parse with its tree put right where the parser is known to err."""
    copy = replace(
        parse,
        pos=list(parse.pos),
        tags=list(parse.tags),
        lemmas=list(parse.lemmas),
        deps=list(parse.deps),
        heads=list(parse.heads),
        children=[list(c) for c in parse.children],
    )
    _Repair(copy).run()
    return copy


class _Repair:
    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.label: dict[int, str] = {}
        for first, last, label in parse.entities:
            for i in range(first, last):
                self.label[i] = label

    def run(self) -> None:
        parse = self.parse
        deps, pos, tags, lowers = parse.deps, parse.pos, parse.tags, parse.lowers
        for first, last in parse.sentences:
            self._root(first, last)
        for i in range(len(deps)):
            d = deps[i]
            if d == "prep":
                word = lowers[i]
                if word == "by":
                    self._by_phrase(i)
                elif word == "like":
                    self._would_like(i)
                elif word in ("over", "about"):
                    self._topic(i)
                elif word in ("in", "at", "on", "near", "after", "before", "during", "since", "until"):
                    self._place_or_time(i, word)
            elif d == "npadvmod":
                self._bare_noun(i)
            elif d == "nsubj" or d == "nsubjpass":
                h = parse.heads[i]
                if pos[h] == "AUX" and deps[h] in ("aux", "auxpass"):  # "said *Vietnam* is committed to reform"
                    self._move(i, parse.heads[h], "nsubjpass" if deps[h] == "auxpass" else "nsubj")
                if pos[parse.heads[i]] in ("VERB", "AUX"):
                    self._subject(i)
            elif d == "compound" or d == "nmod":
                h = parse.heads[i]
                if i < h and pos[h] == "VERB" and pos[i] in _NOUNS and tags[h] != "VBG":
                    self._noun_before_verb(i, h)
            elif d == "dobj":
                if self.label.get(i) == "DATE" and tags[i] in ("NNP", "CD") and pos[i] in ("PROPN", "NUM"):
                    self._dated(i)
                else:
                    self._recipient(i)
            elif (d == "advcl" or d == "xcomp") and tags[i] == "VB":
                self._infinitive(i)
            elif d == "advcl" and tags[i] == "VBG":
                self._actor_of_gerund(i)
            elif d == "amod" and tags[i] == "VBG":
                self._gerund(i)
            elif d == "acl" and tags[i] == "VBG":
                self._participle(i)
            elif d == "conj":
                if pos[i] == "VERB":
                    self._outside_quotation(i)
                    self._finite_conjunct(i)
                elif pos[i] in _NOUNS and pos[parse.heads[i]] == "VERB":
                    self._noun_conjunct(i)
            if pos[i] == "VERB":
                self._lemma(i)

    # ------------------------------------------------------------ moving tokens
    def _move(self, token: int, head: int, dep: str) -> None:
        parse = self.parse
        old = parse.heads[token]
        if old != token:
            parse.children[old].remove(token)
        parse.heads[token] = head
        parse.deps[token] = dep
        if head != token:
            insort(parse.children[head], token)

    def _make_root(self, token: int) -> None:
        """Let a token change places with the root of its sentence, which it will govern."""
        parse = self.parse
        root = token
        while parse.heads[root] != root:
            root = parse.heads[root]
        self._move(token, token, "ROOT")
        for c in list(parse.children[root]):
            if c == token:
                continue
            # What stands beyond the new root, and the marks around the sentence, belong to it.
            if parse.deps[c] == "punct" or (root < token < c):
                self._move(c, token, parse.deps[c])
        parse.heads[root] = token
        insort(parse.children[token], root)

    def _child(self, head: int, *labels: str) -> int | None:
        deps = self.parse.deps
        for c in self.parse.children[head]:
            if deps[c] in labels:
                return c
        return None

    def _is_time(self, i: int) -> bool:
        return self.label.get(i) in _TIMES or self.parse.lemmas[i].lower() in _TIME_WORDS

    def _verb_above(self, i: int) -> int | None:
        """The verb or event noun that a noun's coordination and prepositions hang on."""
        parse = self.parse
        for _ in range(12):
            h = parse.heads[i]
            if h == i:
                return None
            if parse.pos[h] in ("VERB", "AUX"):
                return h
            if parse.pos[h] == "NOUN" and parse.deps[i] in ("prep", "agent") and event_noun(parse.lemmas[h].lower()):
                return h
            i = h
        return None

    # ------------------------------------------------------------ sentences whose root is wrong
    def _root(self, first: int, last: int) -> None:
        parse = self.parse
        root = next((i for i in range(first, last) if parse.heads[i] == i and parse.pos[i] != "SPACE"), None)
        if root is None or parse.pos[root] not in _NOUNS:
            return
        # "The president neither signed nor vetoed the bill." / "Protesters arrested by police"
        clause = next(
            (
                c
                for c in parse.children[root]
                if c > root
                and parse.deps[c] in ("acl", "advcl")
                and parse.tags[c] in ("VBD", "VBN", "VBZ", "VBP", "VB")
                and not any(parse.tags[k] in ("WDT", "WP", "WRB", "IN") and k < c for k in parse.children[c])
                and self._child(c, "nsubj", "nsubjpass") is None
            ),
            None,
        )
        if clause is not None and not any(parse.deps[c] in ("relcl", "cop") for c in parse.children[root]):
            infinitive = parse.tags[clause] == "VB"
            # "EU to fine Meta over privacy breaches"; but "Plans to fine Meta" stays a noun with its infinitive
            if not infinitive or (parse.pos[root] == "PROPN" and self._aux_to(clause)):
                passive = parse.tags[clause] == "VBN" and self._child(clause, "dobj") is None
                if passive and parse.words[self._final(first, last)] == "." and self._child(clause, "agent") is None:
                    # "A newspaper called Thursday on voters to unite.": a whole sentence has a finite verb
                    passive, parse.tags[clause] = False, "VBD"
                self._make_root(clause)
                parse.deps[root] = "nsubjpass" if passive else "nsubj"
                return
        for v in range(root + 1, last):
            # "Boris Yeltsin on Saturday hosted Japanese Prime Minister Hashimoto": finite verb read as adjective
            if parse.tags[v] == "VBD" and parse.deps[v] == "amod" and parse.heads[v] > v:
                target = parse.heads[v]
                while parse.deps[target] == "compound" and parse.heads[target] > target:
                    target = parse.heads[target]
                self._make_root(v)
                parse.deps[root] = "nsubj"
                for c in [c for c in parse.children[target] if c < v]:
                    self._move(c, v, parse.deps[c])
                self._move(target, v, "dobj")
                return
        self._headline_noun(root, first, last)

    def _final(self, first: int, last: int) -> int:
        """The last token of a sentence that is not space."""
        k = last - 1
        while k > first and self.parse.pos[k] == "SPACE":
            k -= 1
        return k

    def _aux_to(self, verb: int) -> bool:
        return any(self.parse.tags[c] == "TO" for c in self.parse.children[verb])

    def _headline_noun(self, root: int, first: int, last: int) -> None:
        """Find the verb read as a plural noun: "Court *orders* Google to pay fine"."""
        parse = self.parse
        if any(parse.pos[i] == "VERB" and parse.tags[i] in ("VBZ", "VBD", "VBP", "MD") for i in range(first, last)):
            return
        if self._could_be_verb(root) and root > first and root + 1 < last:
            right = [c for c in parse.children[root] if c > root and parse.deps[c] != "punct"]
            subject = self._subject_before(root)
            objects = [
                c for c in right if parse.deps[c] in ("dobj", "npadvmod", "appos", "dep", "xcomp", "ccomp", "prt")
            ]
            if subject is not None and (objects or parse.pos[root + 1] in ("ADP", "PART")):
                if not objects and parse.lowers[root + 1] in ("of", "between"):
                    return
                self._turn_to_verb(root, subject)
                for c in objects:
                    if (
                        parse.deps[c] in ("npadvmod", "appos", "dep")
                        and parse.pos[c] in NOMINAL
                        and not self._is_time(c)
                    ):
                        parse.deps[c] = "dobj"
                return
        for k in parse.children[root]:
            if k > first and k < root and parse.deps[k] in ("compound", "nmod") and self._could_be_verb(k):
                subject = next((c for c in range(k - 1, first - 1, -1) if parse.pos[c] in _NOUNS), None)
                if subject is None or subject != k - 1:
                    continue
                for c in [c for c in parse.children[root] if c < k]:
                    self._move(c, k, parse.deps[c])
                self._make_root(k)
                self._turn_to_verb(k, subject)
                parse.deps[root] = "dobj"
                return

    def _could_be_verb(self, i: int) -> bool:
        word = self.parse.lowers[i]
        return self.parse.tags[i] in ("NNS", "NNPS") and (
            word[:-1] in lex.HEADLINE_STEMS or (word.endswith("es") and word[:-2] in lex.HEADLINE_STEMS)
        )

    def _subject_before(self, verb: int) -> int | None:
        """The noun just before a headline's verb, made the head of what stands before it."""
        parse = self.parse
        subject = verb - 1
        if parse.pos[subject] not in _NOUNS:
            return None
        return subject

    def _turn_to_verb(self, verb: int, subject: int) -> None:
        parse = self.parse
        parse.pos[verb], parse.tags[verb] = "VERB", "VBZ"
        for c in [c for c in parse.children[verb] if c < verb and c != subject and parse.deps[c] != "punct"]:
            self._move(c, subject, parse.deps[c])
        if parse.heads[subject] != verb:
            self._move(subject, verb, "nsubj")
        parse.deps[subject] = "nsubj"

    # ------------------------------------------------------------ prepositions
    def _by_phrase(self, prep: int) -> None:
        """A passive's agent that hangs on a noun: "Serbia was given an ultimatum by Austria"."""
        parse = self.parse
        noun = parse.heads[prep]
        if parse.pos[noun] in ("VERB", "AUX"):
            return
        agent = self._child(prep, "pobj")
        if agent is None or self._is_time(agent) or parse.pos[agent] == "NUM":
            return
        verb = self._verb_above(noun)
        while verb is not None and parse.pos[verb] == "NOUN":
            verb = self._verb_above(verb)
        if verb is None or parse.pos[verb] != "VERB" or verb > noun:
            return
        passive = self._child(verb, "nsubjpass", "auxpass") is not None or (
            parse.tags[verb] == "VBN" and parse.deps[verb] in ("acl", "ROOT") and self._child(verb, "aux") is None
        )
        if not passive or self._child(verb, "agent") is not None:
            return
        if any(parse.lowers[c] == "by" for c in parse.children[verb]):
            return
        lemma = parse.lemmas[noun].lower()
        acts = agent in self.label or can_act(parse.lemmas[agent].lower()) or parse.pos[agent] in ("PROPN", "PRON")
        # "was criticised for its handling of the crisis by opposition leaders": a possessed noun has its agent already.
        possessed = self._child(noun, "poss") is not None
        light = parse.deps[noun] == "dobj" and parse.lemmas[verb].lower() in lex.LIGHT_VERBS
        created = event_noun(lemma) is not None or lemma in lex.CREATIONS
        if acts and (parse.pos[noun] != "NOUN" or possessed or light or not created):
            self._move(prep, verb, "agent")

    def _place_or_time(self, prep: int, word: str) -> None:
        """Give the act its place and time: "talks between X and Y *in Baghdad*", "met Pavel Durov *in Dubai*"."""
        parse = self.parse
        noun = parse.heads[prep]
        if parse.pos[noun] not in NOMINAL or prep < noun:
            return
        inner = self._child(prep, "pobj")
        if inner is None:
            return
        conjunct = parse.deps[noun] == "conj" or any(parse.deps[c] == "conj" and c < prep for c in parse.children[noun])
        actor = parse.pos[noun] == "PROPN" or parse.pos[noun] == "PRON" or can_act(parse.lemmas[noun].lower())
        if self._is_time(inner) and self.label.get(inner) != "ORG":
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
        if before and not self._is_time(inner):
            return  # "the protesters in Baghdad said": stands before its verb, so it can only be theirs
        verb = self._verb_above(noun)
        if verb is not None and (verb < prep or before):  # "The rebels on Friday rejected the plan"
            self._move(prep, verb, "prep")

    # ------------------------------------------------------------ subjects and objects
    def _bare_noun(self, i: int) -> None:
        """A name read as an adverb: "The court orders *Google* ...", "injured *ten*"; or as one beside the subject."""
        parse = self.parse
        v = parse.heads[i]
        if parse.pos[v] != "VERB" or self._is_time(i) or self.label.get(i) in ("PERCENT", "QUANTITY", "ORDINAL"):
            return
        if i < v:
            subject = self._child(v, "nsubj")
            # "Microsoft and Sony, Nintendo and Valve signed the deal."
            if subject is not None and i < subject and parse.pos[i] == "PROPN" and self._only_comma(i, subject):
                self._join_subjects(i, subject)
            return
        if parse.pos[i] not in ("PROPN", "NUM") or i - v > 4:
            return
        if self._child(v, "dobj", "nsubjpass", "auxpass", "ccomp", "xcomp", "attr", "prt") is None:
            parse.deps[i] = "dobj"
            if parse.tags[v] == "VBN" and self._child(v, "aux") is None:
                parse.tags[v] = "VBD"

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
        self._move(earlier, head, dep)
        self._move(subject, earlier, "conj")

    def _subject(self, i: int) -> None:
        parse = self.parse
        v = parse.heads[i]
        if i > v:
            return
        # "The deal that the two firms reached was blocked": active, read as a passive without its auxiliary
        if parse.deps[i] == "nsubjpass" and parse.deps[v] == "relcl" and self._child(v, "auxpass", "agent") is None:
            parse.deps[i] = "nsubj"
            if parse.tags[v] == "VBN" and self._child(v, "aux") is None:
                parse.tags[v] = "VBD"
        # "Had the army intervened, the coup would have failed."
        above = parse.heads[v]
        if parse.lowers[above] == "had" and parse.deps[v] == "ccomp" and above == min(self._span(i)) - 1:
            dep, head = parse.deps[above], parse.heads[above]
            if dep == "advcl" and parse.tags[v] in ("VBN", "VBD"):
                self._move(v, head, "advcl")
                self._move(above, v, "aux")
                parse.pos[above] = "AUX"
        for c in parse.children[v]:
            if c >= i:
                break
            # "Iran, Russia sign defence pact"
            if parse.deps[c] in ("dep", "nsubj") and parse.pos[c] in _NOUNS and self._only_comma(c, i):
                self._join_subjects(c, i)
                return
            # "What angered voters was the decision": object of the clause before, read as a second subject
            if parse.deps[c] == "csubj" and parse.tags[i] != "PRP" and i == self._right_of(c):
                self._move(i, c, "dobj")
                return

    def _span(self, i: int) -> list[int]:
        """The tokens of a noun's own phrase, without order."""
        found = [i]
        for k in found:
            found.extend(self.parse.children[k])
        return found

    def _right_of(self, verb: int) -> int:
        """The noun that ends the stretch directly after a verb."""
        parse = self.parse
        k = verb + 1
        while parse.heads[k] > k and parse.pos[parse.heads[k]] in NOMINAL:
            k = parse.heads[k]
        return k

    def _noun_before_verb(self, i: int, verb: int) -> None:
        """Free a subject read as a modifier of its verb: "The company that *Musk* bought"."""
        if (
            self._child(verb, "nsubj", "nsubjpass") in (None, i)
            and i + 1 >= verb - 3
            and self.parse.words[i + 1] != "-"
        ):
            subject = self._child(verb, "nsubj", "nsubjpass")
            if subject is None:
                self.parse.deps[i] = "nsubj"

    def _participle(self, i: int) -> None:
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
            self._move(i, verb, "advcl")

    def _dated(self, i: int) -> None:
        """Free a date from the objects: "ordered the mayor to appear *October 16*"."""
        parse = self.parse
        if parse.lemmas[parse.heads[i]].lower() not in lex.DATED:
            parse.deps[i] = "npadvmod"

    def _infinitive(self, i: int) -> None:
        """Give a noun its infinitive back: "dismissed an appeal from the president *to lay down* arms"."""
        parse = self.parse
        verb = parse.heads[i]
        if parse.pos[verb] != "VERB" or verb > i or not self._aux_to(i) or self._child(i, "nsubj", "mark") is not None:
            return
        noun = self._child(verb, "dobj", "nsubjpass")
        if noun is None or noun > i or parse.lemmas[noun].lower() not in lex.INFINITIVE_NOUNS:
            return
        if "," not in parse.words[max(noun, verb) : i]:
            self._move(i, noun, "acl")

    def _noun_conjunct(self, i: int) -> None:
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
        if verb < k < cc and parse.pos[k] in _NOUNS and parse.deps[k] in ("pobj", "dobj", "attr", "conj", "dative"):
            self._move(i, k, "conj")

    def _actor_of_gerund(self, i: int) -> None:
        """Give a gerund its actor: "led to the judge *reconsidering*"."""
        parse = self.parse
        noun = i - 1
        if noun < 1 or parse.deps[noun] != "pobj" or parse.heads[parse.heads[noun]] != parse.heads[i]:
            return
        if self._child(i, "mark", "nsubj") is None and (noun in self.label or can_act(parse.lemmas[noun].lower())):
            self._move(i, noun, "acl")

    def _would_like(self, i: int) -> None:
        """Read "he'd *like* X to go" as a wish; the model reads a comparison."""
        parse = self.parse
        modal = parse.heads[i]
        if parse.lowers[modal] not in ("'d", "’d", "would") or parse.deps[modal] in ("aux", "auxpass") or i < modal:
            return
        dep, head = parse.deps[modal], parse.heads[modal]
        infinitive = next((c for c in parse.children[modal] if c > i and parse.tags[c] == "VB"), None)
        wanted = self._child(i, "pobj")
        self._move(i, i if head == modal else head, dep)
        for c in [c for c in parse.children[modal] if c != i]:
            self._move(c, i, parse.deps[c])
        self._move(modal, i, "aux")
        parse.pos[i], parse.tags[i], parse.pos[modal], parse.tags[modal] = "VERB", "VB", "AUX", "MD"
        if wanted is not None and infinitive is not None:
            self._move(wanted, infinitive, "nsubj")
        elif wanted is not None:
            parse.deps[wanted] = "dobj"
        if infinitive is not None:
            parse.deps[infinitive] = "ccomp" if wanted is not None else "xcomp"

    def _finite_conjunct(self, i: int) -> None:
        """Join a finite verb to a finite one: "has refused to send troops and *has urged* restraint"."""
        parse = self.parse
        above = parse.heads[i]
        if parse.deps[i] != "conj" or (not self._aux_to(above) and parse.tags[above] != "VBG"):
            return
        finite = parse.tags[i] in ("VBD", "VBZ") or any(
            parse.deps[c] in ("aux", "auxpass") and parse.tags[c] in ("VBZ", "VBD", "VBP", "MD")
            for c in parse.children[i]
        )
        if not finite or any(parse.tags[c] in ("VBZ", "VBD", "VBP") for c in parse.children[above]):
            return
        while parse.deps[above] in ("xcomp", "conj", "pcomp", "prep", "advcl", "acomp") and above > 0:
            above = parse.heads[above]
            if parse.pos[above] in ("VERB", "AUX") and not self._aux_to(above) and parse.tags[above] != "VBG":
                self._move(i, above, "conj")
                return

    def _outside_quotation(self, i: int) -> None:
        """Join a verb after a quotation to the verb of saying: 'said "the deal is dead" and *left*'."""
        parse = self.parse
        inner = parse.heads[i]
        said = parse.heads[inner]
        if parse.deps[inner] != "ccomp" or parse.pos[said] != "VERB" or said > inner:
            return
        marks = sum(parse.words[k] in ('"', "”") for k in range(inner + 1, i))
        if marks % 2 == 1 and any(parse.words[k] in ('"', "“") for k in range(said + 1, inner)):
            self._move(i, said, "conj")

    def _gerund(self, i: int) -> None:
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
        self._move(i, prep, "pcomp")
        self._move(noun, i, "dobj")

    def _topic(self, prep: int) -> None:
        """Give the act its topic: "a lawsuit from investors *over the leak*"."""
        parse = self.parse
        noun = parse.heads[prep]
        above = parse.heads[noun]
        if parse.deps[noun] == "pobj" and parse.lowers[above] in ("from", "by", "against", "with", "between", "on"):
            target = parse.heads[above]
            named = noun in self.label or can_act(parse.lemmas[noun].lower())
            if named and (parse.pos[target] == "VERB" or event_noun(parse.lemmas[target].lower())):
                self._move(prep, target, "prep")

    def _recipient(self, i: int) -> None:
        """Free a receiver read as a modifier of what is given: "The U.S. gave *Ukraine* weapons"."""
        parse = self.parse
        v = parse.heads[i]
        if parse.pos[v] != "VERB" or parse.lemmas[v].lower() not in lex.GIVING or self._child(v, "dative") is not None:
            return
        given = [c for c in parse.children[i] if c < i and parse.deps[c] in ("compound", "nmod", "poss")]
        named = [c for c in given if self.label.get(c) in ("GPE", "PERSON", "ORG", "NORP", "LOC")]
        if not named or parse.tags[i] not in ("NNS", "NN") or min(self._span(i)) != v + 1:
            return
        last = named[-1]
        left = [c for c in parse.children[i] if c < last]
        # a name with an article of its own before a sum, or a bare name before a bare noun: "gave *the Ivory Coast* 5.1
        # million dollars", "gave *Ukraine* weapons"
        bare = not any(parse.deps[c] == "det" for c in left)
        summed = any(parse.pos[c] in ("NUM", "SYM") for c in parse.children[i] if last < c < i)
        prep = self._child(v, "prep")
        if parse.words[last + 1] in ("'s", "’s", "'") or not (bare or summed):
            return
        if prep is not None and parse.lowers[prep] == "to":
            return
        for c in left:
            if c in named or parse.deps[c] == "det":
                self._move(c, last, parse.deps[c])
        self._move(last, v, "dative")

    def _lemma(self, i: int) -> None:
        """Give back the verb where the lemma is none: "fined" is read as a form of "fin"."""
        parse = self.parse
        lemma = parse.lemmas[i]
        known = lex.VERB_LEMMAS.get(lemma.lower())
        if known is not None and parse.lowers[i] != lemma.lower():
            parse.lemmas[i] = known
