"""What an actor gazetteer file may say: validated, with hints for slips of the pen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import GazetteerError, nearest

ActorType = Literal[
    "person",
    "organization",
    "government",
    "government agency",
    "country",
    "city",
    "region",
    "people",
    "court",
    "company",
    "platform",
    "group",
    "igo",
    "ngo",
    "regulator",
    "legislature",
    "police",
    "military",
    "intelligence service",
    "party",
    "armed group",
    "hacker group",
    "news organization",
    "religious organization",
    "union",
    "place",
    "office",
]
Sector = Literal[
    "government",
    "regulator",
    "police",
    "military",
    "judiciary",
    "legislature",
    "business",
    "media",
    "civil society",
    "party",
    "rebel",
    "criminal",
    "opposition",
    "intelligence",
    "labor",
    "education",
    "medical",
    "religious",
    "civilian",
    "refugee",
    "agriculture",
]

TYPE_LABELS = {"person": "PERSON", "country": "GPE", "city": "GPE", "region": "GPE", "place": "LOC", "people": "NORP"}
_WIKIDATA = r"^Q[1-9][0-9]*$"


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor a gazetteer knows. ``key`` identifies it in every corpus; ``label`` is that of its mentions.

    ``ambiguous`` names are ordinary words too: they count only where the language model also sees a name. ``shared``
    aliases are borne by others as well: they count where the article speaks of the actor's country.
    ``origin`` is the file it came from, for messages.
    """

    key: str
    name: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    code: str | None = None
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    gender: str | None = None
    ambiguous: bool = False
    origin: str = ""
    shared: tuple[str, ...] = ()

    @property
    def national(self) -> bool:
        """Whether this is the government of a country, not one of its ministries."""
        return self.country is not None and self.key == f"government:{self.country}"


class _Fields(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    type: ActorType | None = None
    code: str | None = Field(default=None, pattern="^[A-Z]{3}$")
    country: str | None = Field(default=None, pattern="^[A-Z]{3}$")
    sector: Sector | None = None
    gender: Literal["m", "f"] | None = None


class _Actor(_Fields):
    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    key: str | None = None
    wikidata: str | None = Field(default=None, pattern=_WIKIDATA)
    ambiguous: bool = False


class _Section(_Fields):
    actors: tuple[_Actor, ...]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    sections: tuple[_Section, ...] = ()
    actors: tuple[_Actor, ...] = ()


_KNOWN = sorted({*_Actor.model_fields, *_Section.model_fields, *_File.model_fields})
_CHOICES = {"type": ActorType.__args__, "sector": Sector.__args__}  # type: ignore[attr-defined]


def parse_entries(content: Any, origin: str) -> Iterator[Entry]:
    """Yield the entries of a loaded gazetteer file: ``{sections: [{type, actors: [...]}], actors: [...]}``.

    An actor is a mapping, or the short form "Name | alias | alias". Raises GazetteerError naming file, key and value.
    """
    if not isinstance(content, dict):
        raise GazetteerError(f"{origin}: expected 'actors:' or 'sections:' at the top, found {type(content).__name__}")
    spread = {
        **content,
        "actors": _spread(content.get("actors")),
        "sections": [
            {**s, "actors": _spread(s.get("actors"))} if isinstance(s, dict) else s
            for s in content.get("sections") or ()
        ],
    }
    try:
        file = _File.model_validate(spread)
    except ValidationError as error:
        raise GazetteerError(_explain(error, spread, origin)) from None
    for actor in file.actors:
        yield _entry(actor, None, origin)
    for section in file.sections:
        for actor in section.actors:
            yield _entry(actor, section, origin)


def _spread(actors: Any) -> list[Any]:
    out = []
    for actor in actors or ():
        if isinstance(actor, str):
            name, *aliases = [part.strip() for part in actor.split("|")]
            actor = {"name": name, "aliases": aliases}
        out.append(actor)
    return out


def _entry(actor: _Actor, section: _Section | None, origin: str) -> Entry:
    kind = actor.type or (section and section.type) or "organization"
    country = actor.country or (section and section.country) or None
    code = actor.code or (None if actor.country else section and section.code) or country
    return Entry(
        key=actor.key or f"{kind}:{actor.name.lower()}",
        name=actor.name,
        type=kind,
        label=TYPE_LABELS.get(kind, "ORG"),
        aliases=actor.aliases,
        code=code,
        country=country,
        sector=actor.sector or (section and section.sector) or None,
        wikidata=actor.wikidata,
        gender=actor.gender or (section and section.gender) or None,
        ambiguous=actor.ambiguous,
        origin=origin,
        shared=actor.shared,
    )


def _inside(place: Any, step: int | str) -> Any:
    if isinstance(place, list | tuple) and isinstance(step, int) and step < len(place):
        return place[step]
    return place.get(step) if isinstance(place, dict) else None


def _explain(error: ValidationError, content: dict[str, Any], origin: str) -> str:
    first = error.errors()[0]
    place: Any = content
    trail = []
    for step in first["loc"][:-1]:
        place = _inside(place, step)
        if isinstance(place, dict) and place.get("name"):
            trail.append(repr(place["name"]))
    key = str(first["loc"][-1])
    where = f"{origin}: {' in '.join(trail) + ': ' if trail else ''}{key}"
    if first["type"] == "extra_forbidden":
        return f"{where}: unknown key{nearest(key, _KNOWN)}"
    hint = nearest(str(first["input"]), _CHOICES.get(key, ()))
    return f"{where}: {first['msg'].lower()}, found {first['input']!r}{hint}"
