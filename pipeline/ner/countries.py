"""Countries as actors: pycountry's list with our demonyms, capitals, cities and regions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pycountry
import yaml

from pipeline.errors import GazetteerError, nearest
from pipeline.ner.entries import Entry
from pipeline.resources import shipped

_KEYS = ("name", "aliases", "demonyms", "capital", "cities", "regions", "peoples")
_SHARED = ("shared_cities", "shared_regions", "shared_peoples")
_NOT_ISO = {"XKX": "Kosovo"}  # user-assigned code that PLOVER and the EU use
# Wikidata items of countries that are certain; the rest stay empty.
_WIKIDATA = {
    "USA": "Q30",
    "GBR": "Q145",
    "FRA": "Q142",
    "DEU": "Q183",
    "CHN": "Q148",
    "RUS": "Q159",
    "IND": "Q668",
    "JPN": "Q17",
    "MYS": "Q833",
    "ESP": "Q29",
    "ITA": "Q38",
    "CAN": "Q16",
    "AUS": "Q408",
    "BRA": "Q155",
    "MEX": "Q96",
    "IRQ": "Q796",
    "IRN": "Q794",
    "ISR": "Q801",
    "UKR": "Q212",
    "TUR": "Q43",
    "POL": "Q36",
    "SWE": "Q34",
    "NOR": "Q20",
    "FIN": "Q33",
    "GRC": "Q41",
    "BEL": "Q31",
    "NLD": "Q55",
    "IRL": "Q27",
    "PRT": "Q45",
    "EGY": "Q79",
    "IDN": "Q252",
    "SGP": "Q334",
    "ZAF": "Q258",
    "PAK": "Q843",
    "AFG": "Q889",
    "SYR": "Q858",
    "CHE": "Q39",
    "AUT": "Q40",
    "KOR": "Q884",
    "PRK": "Q423",
    "ARG": "Q414",
    "CUB": "Q241",
    "SAU": "Q851",
    "TWN": "Q865",
    "VNM": "Q881",
    "THA": "Q869",
    "PHL": "Q928",
}


@cache
def country_names() -> dict[str, str]:
    """Return ISO 3166 alpha-3 code -> the name used in tables."""
    table = _table()
    names = {}
    for country in pycountry.countries:
        given = table.get(country.alpha_3, {}).get("name")
        names[country.alpha_3] = given or getattr(country, "common_name", None) or country.name
    return {**names, **_NOT_ISO}


@cache
def _table() -> dict[str, dict[str, Any]]:
    path = shipped("configs", "actors", "countries.yaml")
    table: dict[str, dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for code, row in table.items():
        for key in row:
            if key not in _KEYS + _SHARED:
                raise GazetteerError(f"{path}: {code}: {key}: unknown key{nearest(key, _KEYS + _SHARED)}")
    return table


def country_entries() -> Iterator[Entry]:
    """Yield countries, governments, peoples (demonyms), capitals, cities and regions as gazetteer entries."""
    origin = "configs/actors/countries.yaml"
    table = _table()
    names = country_names()
    for code, name in sorted(names.items()):
        row = table.get(code, {})
        aliases = tuple(row.get("aliases", ()))
        yield Entry(
            f"country:{code}", name, "country", "GPE", aliases, code, code, None, _WIKIDATA.get(code), origin=origin
        )
        if row.get("demonyms") or row.get("peoples"):
            words = tuple(dict.fromkeys([*row.get("demonyms", ()), *row.get("peoples", ())]))
            yield Entry(f"people:{code}", words[0], "people", "NORP", words, code, code, origin=origin)
        if row.get("shared_peoples"):
            words = tuple(row["shared_peoples"])
            yield Entry(
                f"peoples:{code}", f"{words[0]} ({name})", "people", "NORP", (), code, code, origin=origin, shared=words
            )
        yield Entry(
            f"government:{code}",
            f"Government of {name}",
            "government",
            "ORG",
            (),
            code,
            code,
            "government",
            origin=origin,
        )
        places = [("capital", "city"), *(("cities", "city"),), ("regions", "region")]
        for field, kind in places:
            values = row.get(field, ())
            for place in [values] if isinstance(values, str) else values:
                yield Entry(f"{kind}:{place.lower()}", place, kind, "GPE", (), code, code, origin=origin)
        for field, kind in (("shared_cities", "city"), ("shared_regions", "region")):
            for place in row.get(field, ()):  # of that name in this country: "Georgia, U.S."
                full = f"{place} ({name})"
                yield Entry(f"{kind}:{full.lower()}", full, kind, "GPE", (), code, code, origin=origin, shared=(place,))


@cache
def capitals() -> dict[str, str]:
    """Return capital -> alpha-3 code of the government that speaks through its name ("Moscow rejected")."""
    return {row["capital"]: code for code, row in _table().items() if row.get("capital")}
