"""Events as dyads: one row for each ordered pair of source and target, as in ICEWS and POLECAT.

An actor acts on each target and recipient. Where the act is mutual, each participant is the source of a row towards
each other; an explicit initiator is a source towards the participants, and they are sources among themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations
from typing import Any

import pyarrow as pa

from pipeline.export.dataset import read_parts, read_together
from pipeline.export.folder import OutputFolder
from pipeline.export.schemas import COLUMNS

_category = pa.dictionary(pa.int32(), pa.string())
_SIDE = ("name", "actor_id", "code", "sector", "country", "plover")
# Sectors as PLOVER abbreviates them; a source reads "MYS GOV": whose it is, then what it is.
_SECTORS = {
    "government": "GOV", "regulator": "GOV", "military": "MIL", "police": "COP", "judiciary": "JUD",
    "legislature": "LEG", "party": "PTY", "rebel": "REB", "intelligence": "SPY", "business": "BUS", "criminal": "CRM",
    "civil society": "CVL", "civilian": "CVL", "education": "EDU", "media": "JRN", "labor": "LAB", "medical": "MED",
    "opposition": "OPP", "religious": "REL", "social": "SOC", "refugee": "REF", "agriculture": "AGR",
    "elite": "ELI",
}  # fmt: skip
_EVENT = (
    *("event_id", "article_id", "type", "plover", "mode", "polarity", "factuality", "attributed_to", "date_start"),
    *("date_end", "date_precision", "place", "place_country", "confidence", "sentence"),
)
_ARTICLE = ("published", "publisher", "url")
_KINDS = {name: kind for table in ("events", "articles") for name, kind, _ in COLUMNS[table]}

DYADS = pa.schema(
    [
        *((name, _KINDS[name]) for name in _EVENT[:2]),
        *((f"source_{key}", pa.string() if key in ("name", "actor_id") else _category) for key in _SIDE),
        *((f"target_{key}", pa.string() if key in ("name", "actor_id") else _category) for key in _SIDE),
        *((name, _KINDS[name]) for name in _EVENT[2:]),
        *((name, _KINDS[name]) for name in _ARTICLE),
    ]
)

Pair = tuple[dict[str, Any], dict[str, Any]]


def dyads(folder: OutputFolder) -> Iterator[pa.Table]:
    """Yield the dyads of an output folder, a table for each of its parts, in the order of the events."""
    codes = {
        row["actor_id"]: row
        for part in read_parts(folder, "actors", ["actor_id", "code", "sector", "country"])
        for row in part.to_pylist()
    }
    wanted = {
        "events": list(_EVENT),
        "arguments": ["event_id", "role", "name", "actor_id"],
        "articles": ["article_id", *_ARTICLE],
    }
    for events, arguments, articles in read_together(folder, wanted):
        by_event: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for argument in arguments.to_pylist():
            by_event[argument["event_id"]].append(argument)
        about = {a["article_id"]: a for a in articles.to_pylist()}
        rows = []
        for event in events.to_pylist():
            shared = event | about[event["article_id"]]
            for source, target in pairs(by_event[event["event_id"]]):
                rows.append(shared | _side("source", source, codes) | _side("target", target, codes))
        yield pa.Table.from_pylist(rows, schema=DYADS)


def pairs(arguments: list[dict[str, Any]]) -> list[Pair]:
    """Return the ordered pairs of an event's arguments, each pair of names once."""
    by_role: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for argument in arguments:
        by_role[argument["role"]].append(argument)
    sides = [
        *((a, t) for a in by_role["actor"] for role in ("target", "recipient", "participant") for t in by_role[role]),
        *permutations(by_role["participant"], 2),
    ]
    found: dict[tuple[str, str], Pair] = {}
    for source, target in sides:
        if source["name"] != target["name"]:
            found.setdefault((source["name"], target["name"]), (source, target))
    return list(found.values())


def _side(which: str, argument: dict[str, Any], codes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    actor = codes.get(argument["actor_id"], {})
    plover = " ".join(filter(None, (actor.get("code"), _SECTORS.get(actor.get("sector") or ""))))
    return {
        f"{which}_name": argument["name"],
        f"{which}_actor_id": argument["actor_id"],
        **{f"{which}_{key}": actor.get(key) for key in ("code", "sector", "country")},
        f"{which}_plover": plover or None,
    }
