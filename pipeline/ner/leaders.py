"""People who speak for countries and international bodies: who "President Bush" or "Putin" is, and whose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import yaml

from pipeline.errors import GazetteerError
from pipeline.ner.countries import country_names
from pipeline.ner.entries import Entry
from pipeline.ner.lexicon import lexicon
from pipeline.resources import shipped

_BODIES = ("IGO", "IMG")


@cache
def _table() -> dict[str, list[str]]:
    path = shipped("configs", "actors", "leaders.yaml")
    table: dict[str, list[str]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for code in table:
        if code not in country_names() and code not in (*_BODIES, "BUSINESS"):
            raise GazetteerError(
                f"{path}: {code}: not an ISO 3166 alpha-3 code, nor one of {', '.join(_BODIES)}, BUSINESS"
            )
    return table


def leader_entries() -> Iterator[Entry]:
    """Yield the people of configs/actors/leaders.yaml as gazetteer entries."""
    given = lexicon().given
    for code, people in _table().items():
        country = code if code in country_names() else None
        for line in people:
            name, *aliases = [part.strip() for part in line.lstrip("*?").split("|")]
            if line.startswith("*") and " " in name:
                aliases.append(name.split()[-1])
            yield Entry(
                key=f"person:{name.lower()}",
                name=name,
                type="person",
                label="PERSON",
                aliases=tuple(aliases),
                code=country or (code if code in _BODIES else None),
                country=country,
                sector="business" if code == "BUSINESS" else "rebel" if code == "IMG" else "government",
                gender=given.get(name.split()[0]),
                origin="configs/actors/leaders.yaml",
                shared=(name,) if line.startswith("?") else (),
            )


@cache
def surnames() -> dict[str, str]:
    """Return surname -> country code, of leaders' surnames that belong to one country only ("President Bush")."""
    seen: dict[str, set[str]] = {}
    for entry in leader_entries():
        if entry.country:
            for name in (entry.name, *entry.aliases):
                seen.setdefault(name.split()[-1], set()).add(entry.country)
    return {surname: next(iter(codes)) for surname, codes in seen.items() if len(codes) == 1}


@cache
def leaders_by_surname() -> dict[str, Entry]:
    """Return surname -> the one leader we know by it."""
    seen: dict[str, dict[str, Entry]] = {}
    for entry in leader_entries():
        if entry.country:
            seen.setdefault(entry.name.split()[-1], {})[entry.key] = entry
    return {surname: next(iter(known.values())) for surname, known in seen.items() if len(known) == 1}
