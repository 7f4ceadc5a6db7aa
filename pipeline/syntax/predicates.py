"""What the slots layer returns: predicates with deep slots, and quotations. No dependency label leaves this room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.quick import quick
from pipeline.syntax.parse import Parse

Relation = Literal[
    "complement",  # that-clause, infinitive or gerund the governor selects: "said that", "agreed to", "denied -ing"
    "noun complement",  # infinitive or that-clause of a noun: "an order to block", "the claim that"
    "adjective complement",  # "ready to fight", "likely to"
    "purpose",  # "to curb scams", "in order to", "in a bid to"
    "condition",  # "if", "unless", "provided that", "or else"
    "time",  # "after", "when", "before", "until", "as"
    "cause",  # "because", "since", "as"
    "concession",  # "although", "while"
    "manner",  # "by blocking", "without asking" (marker tells)
    "participle",  # free participle: "..., citing concerns"
    "relative",  # relative or reduced relative clause of a noun
    "coordinate",  # same level as the governor: "met and agreed"
    "parataxis",  # reporting clause beside or inside what is reported: "..., he said"; governor is the reporting verb
    "light",  # noun that carries the meaning of a light verb: "issued an ultimatum"; governor is the verb
    "argument",  # noun predicate inside an argument of the governor: "condemned the attack"
]


@quick
@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase that fills a slot. Token indices, ``last`` exclusive.

    ``first``/``last`` bound the noun phrase with its modifiers but without relative clauses and appositions.
    ``shared`` is true where the phrase stands outside the predicate's own clause (control, coordination, relative
    pronoun replaced by its antecedent, participle subject): the words are there but not beside the trigger.
    ``head`` is the noun that means the thing: in "thousands of people" it is *people*. ``apposed`` is the head of a
    phrase in apposition, the name before the description: in "the company's founder, Pavel Durov" it is *Durov*.
    """

    head: int
    first: int
    last: int
    shared: bool = False
    apposed: int | None = None


@dataclass(slots=True)
class Predicate:
    """A verb, noun or adjective that says something happens, with its deep slots.

    ``slots`` maps slot names to fillers (coordinated fillers are separate, in text order; a slot that nothing fills is
    left out):

    - ``subject``: who does it (the by-agent of a passive, the possessor or by-phrase of an event noun)
    - ``object``: whom or what it is done to (the subject of a passive, the of-phrase of an event noun)
    - ``recipient``: the indirect object ("gave *X* an ultimatum"; subject of "was given"); with ``to`` where written so
    - ``attribute``: what a copula or a verb of naming says of its subject or object ("is *a platform*")
    - ``adverbial``: a bare noun phrase of time or measure ("*last week*", "fell *3%*")
    - ``possessor``, ``compound``: raw noun dependents ("*Telegram's* response", "*rightsholder* complaint", and
      adjectives of nationality: "*Russian* attack")
    - every preposition by its own word: ``by``, ``of``, ``between``, ``against``, ``with``, ``to``, ``in``, ``at`` ...;
      multi-word ones joined by a space ("according to", "because of")

    ``particle`` is the particle of a phrasal verb ("call *out*"), else None. ``governor`` is the token of the predicate
    it depends on and ``relation`` how, with ``marker`` the introducing word ("if", "that", "to", "without", ...).
    ``support`` is, for a noun, the verb whose object or prepositional object it is and through which slot:
    "was given an ultimatum" -> (token of given, "object"), "came under attack" -> (token of came, "under").
    """

    token: int
    kind: Literal["verb", "noun", "adjective"]
    lemma: str
    particle: str | None = None
    slots: dict[str, list[Filler]] = field(default_factory=dict)
    passive: bool = False
    tense: Literal["past", "present", "future", "infinitive", "gerund", "participle", "none"] = "none"
    mood: Literal["indicative", "imperative", "question", "none"] = "none"
    auxiliaries: tuple[str, ...] = ()  # lemmas of modals and auxiliaries in order: ("will", "have", "be")
    negations: tuple[int, ...] = ()  # tokens of not, n't, never, no (determiner), nobody ...
    adverbs: tuple[int, ...] = ()  # tokens of adverbs that modify it
    governor: int | None = None
    relation: Relation | None = None
    marker: str | None = None
    support: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: token range inside the marks (``last`` exclusive) and who says it.

    ``speaker`` is the token that heads the speaker's phrase and ``cue`` the reporting verb, None where not found.
    ``direct`` is false for scare quotes and quoted names ("a “necessary” response"). A quotation that runs over several
    paragraphs, or was opened and never closed, is one record per paragraph with the same speaker.
    """

    first: int
    last: int
    speaker: int | None = None
    cue: int | None = None
    direct: bool = True


@dataclass(slots=True)
class Syntax:
    """An article seen through the slots layer. ``at`` gives the predicate of a token."""

    parse: Parse
    predicates: list[Predicate]
    quotes: list[Quote]
    at: dict[int, Predicate] = field(default_factory=dict)
    quoted: list[int] = field(default_factory=list)  # per token: index into ``quotes``, -1 outside quotations

    def __post_init__(self) -> None:
        self.at = {p.token: p for p in self.predicates}
        self.quoted = [-1] * len(self.parse)
        for number, quote in enumerate(self.quotes):
            for i in range(quote.first, quote.last):
                self.quoted[i] = number
