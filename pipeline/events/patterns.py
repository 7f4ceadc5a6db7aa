"""The pattern language: YAML files of lexical classes, frames and events, validated and compiled to triggers.

A file under ``configs/patterns/`` is a list of items, each one of

- ``class``: a named word list, used as ``@name`` wherever words stand;
- ``frame``: a named set of role fillings, used as ``frame: name`` by triggers; a frame may extend another;
- ``event``: an event type with its roles, triggers and examples; an event may ``inherit`` roles from another pattern.

Unknown keys are errors that name the file, the key and the nearest known one. Nothing here looks at a sentence:
:mod:`pipeline.events.matcher` does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from pipeline.errors import PatternError, nearest
from pipeline.syntax.dependency import ATTRIBUTES, OPERATORS, TRIGGER, Node

Fill = Literal["actor", "any", "event", "place"]

_ROOTS = """AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE
COERCE ASSAULT"""
PLOVER_ROOTS = tuple(_ROOTS.split())

# Words that may follow a verb inside a multi-word trigger; where both readings exist the matcher tries both.
_PREPOSITIONS = """about above across after against along among around as at before behind below beneath beside between
beyond by down for from in inside into near of off on onto out outside over past through throughout to toward towards
under up upon via with within without"""
_PARTICLES = """about ahead along apart around aside away back by down forth forward free in off on out over through
together up"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
PARTICLES = frozenset(_PARTICLES.split())


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Words = Annotated[list[str], BeforeValidator(_listed)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Restriction(_Strict):
    """What may fill a slot: head lemmas (``@class`` allowed), actor types, sectors; or whether it is there at all."""

    words: Words = []
    not_words: Words = Field(default=[], alias="not")
    type: Words = []
    sector: Words = []
    fill: Fill | None = None
    present: bool | None = None


class Role(_Strict):
    """A role of an event type. ``fill`` says what counts as a filler: an actor, anything, an event or a place.

    ``type`` and ``sector`` say which actors may fill it, ``not`` which types may not. ``named`` asks for a name where
    the filler stands in a clause that depends on the trigger: who is only described there is no party to the act.
    """

    fill: Fill = "actor"
    required: bool = False
    type: Words = []
    sector: Words = []
    not_type: Words = Field(default=[], alias="not")
    named: bool = False


class Example(BaseModel):
    """A sentence that must give this event; role names as further keys give the expected canonical or literal text."""

    model_config = ConfigDict(extra="allow", frozen=True)
    text: str
    trigger: str | None = None
    polarity: Literal["positive", "negative"] | None = None
    factuality: str | None = None

    @property
    def roles(self) -> dict[str, list[str]]:
        """The expected fillers by role."""
        return {k: [v] if isinstance(v, str) else [str(x) for x in v] for k, v in (self.model_extra or {}).items()}


_TRIGGER_KEYS = "verb noun adjective light frame voice where complement needs mode priority yields plover dependency"
TRIGGER_KEYS = frozenset(_TRIGGER_KEYS.split())


class NodeSpec(BaseModel):
    """A node of a raw dependency pattern, in the notation of spaCy's DependencyMatcher."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    LEFT_ID: str
    REL_OP: str
    RIGHT_ID: str
    RIGHT_ATTRS: dict[str, str | dict[Literal["IN"], list[str]]] = {}


class TriggerSpec(BaseModel):
    """Words that name the act and where its roles are filled from; every other key is a role of the event.

    ``verb``, ``noun``, ``adjective`` list lemmas; a verb may carry a particle, a preposition or both, or a fixed
    prepositional phrase or one fixed object (``call out``, ``look into``, ``crack down on``, ``put on hold``,
    ``set fire``). ``light`` lists the support verbs without which the noun does not count (``give``, ``come under``).
    ``where`` restricts slots; under the slot name ``complement`` it restricts the words that head the governed clause.
    ``complement`` requires (``clause``, ``infinitive``, ``gerund``, ``any``) or excludes (``none``) such a clause.
    ``needs`` lists roles of which one at least must be filled, for words that mean the act only where somebody is
    named ("deal", "support"). ``yields`` gives way where the selected clause is an event of its own: "is ready to
    *leave*" is one act, not two. ``dependency`` is the way out for what slots cannot say: nodes of a raw dependency
    pattern that hang on the node ``trigger``; roles take them as ``node NAME``.
    """

    model_config = ConfigDict(extra="allow", frozen=True)
    verb: Words = []
    noun: Words = []
    adjective: Words = []
    light: Words = []
    frame: str | None = None
    voice: Literal["active", "passive"] | None = None
    where: dict[str, Restriction] = {}
    complement: Words = []
    needs: Words | None = None
    mode: str | None = None
    plover: str | None = None
    priority: int = 0
    yields: bool = False
    dependency: list[NodeSpec] = []

    @property
    def roles(self) -> dict[str, list[str]]:
        """Role -> slots, in order of preference."""
        return {k: [v] if isinstance(v, str) else list(v) for k, v in (self.model_extra or {}).items()}


class EventSpec(_Strict):
    """An event type (or a part of one: several items may share a type) with roles, triggers and examples.

    ``replace: true`` puts the item in the place of an earlier one of the same id (a user's file over ours).
    """

    event: str
    name: str | None = None
    plover: str | None = None
    mode: str | None = None
    gloss: str = ""
    inherit: str | None = None
    replace: bool = False
    roles: dict[str, Role] = {}
    needs: Words = []
    triggers: list[TriggerSpec] = []
    examples: list[Example] = []
    never: list[str] = []


class FrameSpec(BaseModel):
    """Role fillings under a name; ``extends`` another frame and overrides it."""

    model_config = ConfigDict(extra="allow", frozen=True)
    frame: str
    extends: str | None = None

    @property
    def roles(self) -> dict[str, list[str]]:
        """Role -> slots."""
        return {k: [v] if isinstance(v, str) else list(v) for k, v in (self.model_extra or {}).items()}


class ClassSpec(_Strict):
    """A named list of lemmas."""

    name: str = Field(alias="class")
    words: Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A trigger's words taken apart: head lemma, particle, slot that must be filled (a preposition or ``object``) and
    the lemma that must head it."""

    lemma: str
    particle: str | None = None
    preposition: str | None = None
    noun: str | None = None

    @property
    def length(self) -> int:
        """Number of words, which decides between competing triggers."""
        return 1 + (self.particle is not None) + (self.preposition is not None) + (self.noun is not None)


@dataclass(frozen=True, slots=True)
class Check:
    """A compiled restriction: sets instead of lists, classes expanded."""

    words: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    fill: Fill | None = None
    present: bool | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """One compiled alternative: a word of one kind, or idioms of one head, with its constraints and role fillings."""

    pattern: Pattern
    kind: Literal["verb", "noun", "adjective"]
    phrases: tuple[Phrase, ...]
    light: tuple[Phrase, ...]
    voice: str | None
    checks: tuple[tuple[str, Check], ...]
    complement: frozenset[str]
    needs: frozenset[str]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    mode: str | None
    plover: str | None
    priority: int
    yields: bool
    nodes: tuple[Node, ...]
    origin: str

    # More words and more constraints win over fewer when two triggers compete for one predicate.
    specificity: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Rank the trigger."""
        constraints = bool(self.light) + bool(self.voice) + bool(self.complement) + len(self.checks) + len(self.nodes)
        words = 3 * max([p.length for p in self.phrases]) + 2 * bool(self.light)
        object.__setattr__(self, "specificity", 10 * self.priority + words + constraints)

    @property
    def required(self) -> frozenset[str]:
        """The roles without which the event is none."""
        return frozenset(role for role, spec in self.pattern.roles.items() if spec.required)

    @property
    def words(self) -> int:
        """How many of the words that patterns list it stands for."""
        return len(self.phrases) if self.phrases[0].noun else 1


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A compiled event item."""

    pattern_id: str
    event: str
    plover: str | None
    mode: str | None
    gloss: str
    roles: dict[str, Role]
    needs: frozenset[str]
    examples: tuple[Example, ...]
    never: tuple[str, ...]
    source: str


TriggerIndex = dict[tuple[str, str], list[Trigger]]


@dataclass(slots=True)
class PatternSet:
    """All patterns of a run with the trigger index: (kind, head lemma) -> triggers. Lookup cost is one dict access.

    ``full_verbs`` (the class ``full`` of the pattern files) keep an event of their own where they support a noun:
    "rejected the invitation" is a refusal and an invitation, "gave an ultimatum" is one event.
    """

    patterns: list[Pattern]
    triggers: list[Trigger]
    digest: str
    full_verbs: frozenset[str] = frozenset()
    index: TriggerIndex = field(default_factory=dict)

    def __post_init__(self) -> None:
        for trigger in self.triggers:
            for lemma in dict.fromkeys(p.lemma for p in trigger.phrases):
                self.index.setdefault((trigger.kind, lemma), []).append(trigger)
        for found in self.index.values():
            found.sort(key=lambda t: -t.specificity)


def load_patterns(folders: Iterable[Path]) -> PatternSet:
    """Read and compile every ``*.yaml`` of the folders (or single files). Raises PatternError."""
    files = [f for folder in folders for f in (sorted(folder.rglob("*.yaml")) if folder.is_dir() else [folder])]
    if not files:
        raise PatternError(f"no pattern files in {', '.join(map(str, folders))}")
    digest = hashlib.sha256()
    items: list[tuple[str, EventSpec | FrameSpec | ClassSpec]] = []
    for file in files:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise PatternError(f"{file}: cannot be read: {error.strerror}") from error
        digest.update(content)
        items += [(f"{file.name}", item) for item in _items(file, content)]
    return _Compiler(items).compile(digest.hexdigest()[:16])


_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML 1.2 booleans: ``on``, ``off`` and ``no`` are words (a slot, a particle, a determiner)."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


def _items(file: Path, content: bytes) -> Iterator[EventSpec | FrameSpec | ClassSpec]:
    try:
        data = yaml.load(content, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f":{mark.line + 1}" if mark else ""
        raise PatternError(f"{file}{where}: not valid YAML: {getattr(error, 'problem', error)}") from error
    if not isinstance(data, list):
        raise PatternError(f"{file}: expected a list of class, frame and event items")
    for number, item in enumerate(data, 1):
        yield _item(file, number, item)


def _item(file: Path, number: int, item: object) -> EventSpec | FrameSpec | ClassSpec:
    kinds: dict[str, type[EventSpec | FrameSpec | ClassSpec]] = {
        "event": EventSpec,
        "frame": FrameSpec,
        "class": ClassSpec,
    }
    where = f"{file}: item {number}"
    if not isinstance(item, dict):
        raise PatternError(f"{where}: expected a mapping with 'event', 'frame' or 'class', got {item!r}")
    kind = next((k for k in kinds if k in item), None)
    if kind is None:
        key = str(next(iter(item), ""))
        raise PatternError(f"{where}: needs one of the keys event, frame, class; has {key!r}{nearest(key, kinds)}")
    try:
        return kinds[kind].model_validate(item)
    except ValidationError as error:
        raise PatternError(_explain(f"{where} ({kind} {item[kind]})", error)) from error


_KNOWN = {
    "event": set(EventSpec.model_fields),
    "roles": set(Role.model_fields),
    "where": {"words", "not", "type", "sector", "fill", "present"},
}


def _explain(where: str, error: ValidationError) -> str:
    first = error.errors()[0]
    path = ".".join(str(p) for p in first["loc"])
    if first["type"] == "extra_forbidden":
        key = str(first["loc"][-1])
        parent = next((str(p) for p in reversed(first["loc"][:-1]) if str(p) in _KNOWN), "event")
        return f"{where}: unknown key {path!r}{nearest(key, _KNOWN[parent])}"
    return f"{where}: {path}: {first['msg']} (got {first['input']!r})"


def parse_phrase(words: str, kind: str) -> tuple[Phrase, ...]:
    """Take a trigger's words apart. A word that can be particle or preposition gives both readings."""
    head, *rest = words.lower().split()
    if not rest:
        return (Phrase(head),)
    if kind == "noun":  # compound such as "hunger strike": matched as modifier + head
        return (Phrase(rest[-1], noun=" ".join([head, *rest[:-1]])),)
    found = []
    if len(rest) == 1:
        if rest[0] in PARTICLES:
            found.append(Phrase(head, particle=rest[0]))
        if rest[0] in PREPOSITIONS:
            found.append(Phrase(head, preposition=rest[0]))
    elif len(rest) == 2 and rest[0] in PARTICLES and rest[1] in PREPOSITIONS:
        found.append(Phrase(head, particle=rest[0], preposition=rest[1]))
        found.append(Phrase(head, preposition=" ".join(rest)))  # "out of" as one preposition
    elif rest[0] in PREPOSITIONS:
        found.append(Phrase(head, preposition=rest[0], noun=rest[-1]))
    if len(rest) == 1 and not found:  # an idiom whose object is fixed: "set fire"
        found.append(Phrase(head, preposition="object", noun=rest[0]))
    if not found:
        raise ValueError(
            f"cannot read {words!r} as a verb with particle, preposition, prepositional phrase or one fixed object;"
            " write further slots as roles, or list the noun and name the verb under 'light'"
        )
    return tuple(found)


class _Compiler:
    def __init__(self, items: Sequence[tuple[str, EventSpec | FrameSpec | ClassSpec]]) -> None:
        self.classes: dict[str, list[str]] = {}
        self.frames: dict[str, FrameSpec] = {}
        self.events: list[tuple[str, EventSpec]] = []
        seen: dict[tuple[str, str], str] = {}
        for source, item in items:
            if isinstance(item, EventSpec):
                self.events.append((source, item))
                continue
            kind, name = ("class", item.name) if isinstance(item, ClassSpec) else ("frame", item.frame)
            if (kind, name) in seen:
                raise PatternError(f"{source}: {kind} {name!r} is already defined in {seen[kind, name]}")
            seen[kind, name] = source
            if isinstance(item, ClassSpec):
                self.classes[name] = list(item.words)
            else:
                self.frames[name] = item

    def compile(self, digest: str) -> PatternSet:
        patterns: list[Pattern] = []
        triggers: list[Trigger] = []
        specs: dict[str, EventSpec] = {}
        for source, spec in self.events:
            pattern_id = f"{spec.event}.{spec.name}" if spec.name else spec.event
            where = f"{source}: event {pattern_id}"
            if pattern_id in specs and not spec.replace:
                raise PatternError(f"{where}: defined twice; give one a 'name', or say 'replace: true'")
            if pattern_id in specs:
                patterns = [p for p in patterns if p.pattern_id != pattern_id]
                triggers = [t for t in triggers if t.pattern.pattern_id != pattern_id]
            specs[pattern_id] = spec
            parent = None
            if spec.inherit:
                parent = specs.get(spec.inherit)
                if parent is None:
                    hint = nearest(spec.inherit, specs)
                    raise PatternError(f"{where}: inherits from unknown or later pattern {spec.inherit!r}{hint}")
            roles = {**(parent.roles if parent else {}), **spec.roles}
            plover = spec.plover or (parent.plover if parent else None)
            self._root(where, plover)
            if not spec.examples or not spec.never:
                raise PatternError(f"{where}: needs at least one sentence under 'examples' and one under 'never'")
            pattern = Pattern(
                pattern_id, spec.event, plover, spec.mode or (parent.mode if parent else None),
                spec.gloss or (parent.gloss if parent else ""), roles,
                frozenset(spec.needs or (parent.needs if parent else ())),
                tuple(spec.examples), tuple(spec.never), source,
            )  # fmt: skip
            self._known(where, "role in needs", spec.needs, roles)
            for example in spec.examples:
                self._known(where, "role in example", example.roles, roles)
            patterns.append(pattern)
            for number, trigger in enumerate(spec.triggers, 1):
                triggers += self._triggers(f"{where}: trigger {number}", pattern, trigger)
        return PatternSet(patterns, triggers, digest, frozenset(self._expand("", self.classes.get("full", []))))

    def _triggers(self, where: str, pattern: Pattern, spec: TriggerSpec) -> Iterator[Trigger]:
        for key in spec.roles:
            if key not in pattern.roles:
                known = {*pattern.roles, *TRIGGER_KEYS}
                raise PatternError(f"{where}: {key!r} is neither a key nor a role of the event{nearest(key, known)}")
        if not (spec.verb or spec.noun or spec.adjective):
            raise PatternError(f"{where}: needs 'verb', 'noun' or 'adjective'")
        if spec.light and not spec.noun:
            raise PatternError(f"{where}: 'light' needs 'noun'")
        self._root(where, spec.plover)
        self._known(where, "role in needs", spec.needs or (), pattern.roles)
        roles = {**self._frame(where, spec.frame), **spec.roles}
        roles = {r: s for r, s in roles.items() if r in pattern.roles}
        checks = tuple((slot, self._check(where, c)) for slot, c in spec.where.items())
        light = self._phrases(where, spec.light, "verb")
        nodes = self._nodes(where, spec, roles)
        for kind, words in (("verb", spec.verb), ("noun", spec.noun), ("adjective", spec.adjective)):
            for phrases in self._grouped(where, words, kind):
                yield Trigger(
                    pattern, kind, phrases, light if kind == "noun" else (), spec.voice, checks,  # type: ignore[arg-type]
                    frozenset(spec.complement), pattern.needs if spec.needs is None else frozenset(spec.needs),
                    tuple((r, tuple(s)) for r, s in roles.items()),
                    spec.mode or pattern.mode, spec.plover or pattern.plover, spec.priority, spec.yields, nodes, where,
                )  # fmt: skip

    def _grouped(self, where: str, words: Sequence[str], kind: str) -> Iterable[tuple[Phrase, ...]]:
        """Take a trigger's words apart; idioms of one head that differ in one fixed word are tried as one.

        "take aim" and "take issue", "takeover offer" and "tender offer": a frequent head would else have dozens.
        """
        groups: dict[object, tuple[Phrase, ...]] = {}
        for word in self._expand(where, words):
            try:
                phrases = parse_phrase(word, kind)
            except ValueError as error:
                raise PatternError(f"{where}: {error}") from error
            first = phrases[0]
            idiom = len(phrases) == 1 and first.noun is not None
            key = (first.lemma, first.particle, first.preposition) if idiom else word
            groups[key] = (*groups.get(key, ()), *phrases)
        return groups.values()

    def _nodes(self, where: str, spec: TriggerSpec, roles: Mapping[str, Sequence[str]]) -> tuple[Node, ...]:
        """Compile a raw dependency pattern; every node hangs on an earlier one, every role's node exists."""
        named = [TRIGGER]
        for node in spec.dependency:
            here = f"{where}: dependency node {node.RIGHT_ID!r}"
            self._known(here, "LEFT_ID", [node.LEFT_ID], named)
            self._known(here, "REL_OP", [node.REL_OP], OPERATORS)
            self._known(here, "attribute", node.RIGHT_ATTRS, ATTRIBUTES)
            if node.RIGHT_ID in named:
                raise PatternError(f"{here} is named twice")
            named.append(node.RIGHT_ID)
        wanted = [slot.removeprefix("node ") for slots in roles.values() for slot in slots if slot.startswith("node ")]
        self._known(where, "node", wanted, named)
        return tuple(
            Node(
                node.RIGHT_ID,
                node.LEFT_ID,
                node.REL_OP,
                tuple((k, frozenset([v] if isinstance(v, str) else v["IN"])) for k, v in node.RIGHT_ATTRS.items()),
            )
            for node in spec.dependency
        )

    def _phrases(self, where: str, words: Sequence[str], kind: str) -> tuple[Phrase, ...]:
        try:
            return tuple(p for word in self._expand(where, words) for p in parse_phrase(word, kind))
        except ValueError as error:
            raise PatternError(f"{where}: {error}") from error

    def _check(self, where: str, spec: Restriction) -> Check:
        return Check(
            frozenset(self._expand(where, spec.words)), frozenset(self._expand(where, spec.not_words)),
            frozenset(self._expand(where, spec.type)), frozenset(self._expand(where, spec.sector)),
            spec.fill, spec.present,
        )  # fmt: skip

    def _expand(self, where: str, words: Iterable[str]) -> list[str]:
        out = []
        for word in words:
            if word.startswith("@"):
                if word[1:] not in self.classes:
                    raise PatternError(f"{where}: unknown class {word!r}{nearest(word[1:], self.classes)}")
                out += self._expand(where, self.classes[word[1:]])
            else:
                out.append(word)
        return list(dict.fromkeys(out))

    def _frame(self, where: str, name: str | None, seen: tuple[str, ...] = ()) -> dict[str, list[str]]:
        if name is None:
            return {}
        if name not in self.frames:
            raise PatternError(f"{where}: unknown frame {name!r}{nearest(name, self.frames)}")
        if name in seen:
            raise PatternError(f"{where}: frame {name!r} extends itself")
        frame = self.frames[name]
        return {**self._frame(where, frame.extends, (*seen, name)), **frame.roles}

    @staticmethod
    def _root(where: str, root: str | None) -> None:
        if root is not None and root not in PLOVER_ROOTS:
            raise PatternError(f"{where}: unknown PLOVER root {root!r}{nearest(root, PLOVER_ROOTS)}")

    @staticmethod
    def _known(where: str, what: str, keys: Iterable[str], known: Iterable[str]) -> None:
        for key in keys:
            if key not in known:
                raise PatternError(f"{where}: unknown {what} {key!r}{nearest(key, known)}")
