"""What a public benchmark says about an article, in one form for all. Offsets count code points into ``text``."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Coded(_Record):
    """An event as a political scientist codes it: PLOVER root, and codes of source and target where given."""

    code: str
    source: str | None = None
    target: str | None = None


class Named(_Record):
    """A mention of an entity: PERSON, ORG or PLACE (others are left out); ``form`` is name, nominal or pronoun."""

    start: int
    end: int
    label: str
    form: str = "name"
    cluster: str | None = None


class Timed(_Record):
    """A time expression as TIMEX3."""

    start: int
    end: int
    kind: str
    value: str


class Filler(_Record):
    """What fills a role: the places where it is mentioned, or its name where the benchmark gives no places."""

    role: str
    spans: list[Span] = Field(default_factory=list)
    names: list[str] = Field(default_factory=list)


class Predicate(_Record):
    """A predicate with what fills subject and object; ``fact`` is None where the benchmark does not say."""

    start: int
    end: int
    fact: bool | None = None
    roles: list[Filler] = Field(default_factory=list)


class Happening(_Record):
    """An event with the types that count as right, and its trigger where the benchmark marks one."""

    types: list[str]
    start: int | None = None
    end: int | None = None
    roles: list[Filler] = Field(default_factory=list)


class BenchmarkArticle(_Record):
    """An article with the parts that its benchmark annotates; None for a part it does not."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    annotated_end: int | None = None
    codes: list[Coded] | None = None
    names: list[Named] | None = None
    dates: list[Timed] | None = None
    predicates: list[Predicate] | None = None
    events: list[Happening] | None = None

    @property
    def end(self) -> int:
        """Where the annotated part of the text ends."""
        return len(self.text) if self.annotated_end is None else self.annotated_end
