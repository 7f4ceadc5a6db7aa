"""Gazetteers: who is known by which names. Loaded once, matched at a cost that does not grow with them."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from pipeline.errors import GazetteerError
from pipeline.ner.countries import country_entries
from pipeline.ner.entries import Entry, parse_entries
from pipeline.ner.leaders import leader_entries
from pipeline.ner.places import Places
from pipeline.resources import shipped
from pipeline.syntax import Parse

# Characters that names are written with in more than one way, each to one character: offsets stay valid.
_SAME_CHARACTERS = (("’", "'"), ("‘", "'"), ("\u00a0", " "), ("\n", " "), ("‐", "-"), ("‑", "-"))
_SAME = str.maketrans(dict(_SAME_CHARACTERS))
_LED = frozenset(("led", "owned", "run", "flagged", "based", "brokered"))
_SETTINGS = frozenset(("countries.yaml", "roles.yaml", "given_names.yaml", "leaders.yaml"))


@dataclass(frozen=True, slots=True)
class Match:
    """A gazetteer name in a text: token range (last exclusive), the entry it names, and the name as it is listed."""

    first: int
    last: int
    entry: Entry
    alias: str = ""


@dataclass(slots=True)
class Gazetteer:
    """Names and who they name. ``overridden`` tells which aliases of ours a user's file took over, with both places.

    ``rivals`` are the bearers of names that several share, those first that own them.
    ``_lengths`` gives, for the letters a name begins with, the lengths of names that begin so, longest first: a text is
    matched with a look-up a token, and one more for each length where something begins like a name.
    """

    entries: list[Entry]
    by_alias: dict[str, Entry]
    by_key: dict[str, Entry]
    overridden: list[str] = field(default_factory=list)
    rivals: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def match(self, parse: Parse) -> list[Match]:
        """Return the longest names found at token boundaries, leftmost first, not overlapping."""
        text = _levelled(parse.text)
        starts, words, ends, lengths, by_alias = parse.starts, parse.words, parse.ends, self._lengths, self.by_alias
        out: list[Match] = []
        reached, n = 0, len(words)
        for i, word in enumerate(words):
            if i < reached:
                continue
            begins = lengths.get(word)
            if begins is None and not word.isalnum():
                begins = lengths.get(_beginning(word))
            if "-" in word and word.rpartition("-")[2] in _LED:  # "U.S.-led" is one token
                entry = by_alias.get(word.rpartition("-")[0].translate(_SAME))
                if entry is not None and entry.country is not None:
                    out.append(Match(i, i + 1, entry, entry.name))
                    continue
            if begins is None:
                if len(word) > 2 and word.isupper() and (found := self._shouted(parse, text, i)) is not None:
                    reached = found.last
                    out.append(found)
                continue
            start = starts[i]
            for length in begins:
                alias = text[start : start + length]
                entry = by_alias.get(alias)
                if entry is not None:
                    last, stop = i, start + length
                    while last < n and ends[last] < stop:
                        last += 1
                    if last < n and ends[last] == stop:
                        reached = last + 1
                        out.append(Match(i, reached, entry, alias))
                        break
        return out

    def _shouted(self, parse: Parse, text: str, i: int) -> Match | None:
        """Return the place or person of several words that capitals name: "DUBLIN", "KUALA LUMPUR"."""
        start = parse.starts[i]
        for length in self._lengths.get(parse.words[i].capitalize(), ()):
            name = text[start : start + length]
            entry = self.by_alias.get(name.title()) if length > 3 and name.isupper() else None
            if entry is None or not (entry.label == "GPE" or (entry.label == "PERSON" and " " in name)):
                continue
            last = bisect_left(parse.ends, start + length, i)
            if last < len(parse.ends) and parse.ends[last] == start + length:
                return Match(i, last + 1, entry, name.title())
        return None

    def get(self, name: str) -> Entry | None:
        """Return the entry of a name as written, None where unknown."""
        return self.by_alias.get(name.translate(_SAME))


def load_gazetteer(paths: Iterable[Path] = ()) -> Gazetteer:
    """Return our gazetteers with the user's files laid over them (.yaml, .yml, or .jsonl with one actor a line).

    Raises GazetteerError where a file is wrong, or gives one alias to two actors, naming both places.
    """
    ours = [*country_entries(), *leader_entries()]
    for path in sorted(shipped("configs", "actors").glob("*.yaml")):
        if path.name not in _SETTINGS:
            ours += read_entries(path)
    theirs = [entry for path in paths for entry in read_entries(path)]
    return compile_gazetteer(ours, theirs)


def read_entries(path: Path) -> list[Entry]:
    """Return the entries of one gazetteer file. Raises GazetteerError."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read: {error.strerror}") from None
    if path.suffix == ".jsonl":
        try:
            content = {"actors": [json.loads(line) for line in text.splitlines() if line.strip()]}
        except json.JSONDecodeError as error:
            raise GazetteerError(f"{path}: not JSON Lines: {error}") from None
    else:
        try:
            content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except yaml.YAMLError as error:
            raise GazetteerError(f"{path}: not YAML: {error}") from None
    return list(parse_entries(content or {}, str(path)))


def compile_gazetteer(ours: Sequence[Entry], theirs: Sequence[Entry] = ()) -> Gazetteer:
    """Index two layers of entries; in a conflict between them the user's wins, inside one it is an error."""
    by_alias = _index(ours)
    taken = _index(theirs)
    moved = [
        (name, entry, before)
        for name, entry in taken.items()
        if (before := by_alias.get(name)) is not None and before.key != entry.key
    ]
    places = Places()
    overridden = [
        f"{name!r}: {entry.name!r} ({places.of(entry.origin, name)}) over {before.name!r}"
        f" ({places.of(before.origin, name)})"
        for name, entry, before in moved
    ]
    rivals = {k: v for k, v in _rivals(ours, by_alias).items() if k not in taken} | _rivals(theirs, taken)
    by_alias |= taken
    by_key: dict[str, Entry] = {}
    for entry in (*ours, *theirs):
        by_key[entry.key] = entry
    for name, entry in by_alias.items():  # a user's entry for a key of ours speaks for all its aliases
        if by_key[entry.key] is not entry and entry.label == by_key[entry.key].label:
            by_alias[name] = by_key[entry.key]
    for name, bearers in rivals.items():
        by_alias.setdefault(name, bearers[0])
    return Gazetteer(list(by_key.values()), by_alias, by_key, overridden, rivals, _lengths_by_beginning(by_alias))


def _levelled(text: str) -> str:
    """Return a text in the writing of the index; quicker over whole articles than translating each character."""
    for written, same in _SAME_CHARACTERS:
        if written in text:
            text = text.replace(written, same)
    return text


def _rivals(entries: Iterable[Entry], owners: dict[str, Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for alias in entry.shared:
            name = alias.translate(_SAME)
            found.setdefault(name, [owners[name]] if name in owners else []).append(entry)
    return {name: tuple(bearers) for name, bearers in found.items()}


def _beginning(name: str) -> str:
    """Return the letters and digits a name begins with, its first character where it begins with neither."""
    for i, character in enumerate(name):
        if not character.isalnum():
            return name[: i or 1]
    return name


def _lengths_by_beginning(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        word, _, _ = name.partition(" ")
        found.setdefault(word if word.isalnum() else _beginning(word), set()).add(len(name))
    return {beginning: tuple(sorted(lengths, reverse=True)) for beginning, lengths in found.items()}


def _index(entries: Iterable[Entry]) -> dict[str, Entry]:
    names: dict[str, Entry] = {}
    for entry in entries:
        for alias in (entry.name, *entry.aliases):
            name = alias.translate(_SAME)
            other = names.setdefault(name, entry)
            if other.key != entry.key:
                places = Places()
                here = places.of(entry.origin, name, nth=1 if entry.origin == other.origin else 0)
                raise GazetteerError(
                    f"{alias!r} names two actors: {other.name!r} ({places.of(other.origin, name)}) and {entry.name!r}"
                    f" ({here}); remove it from one of them, or list it under 'shared' of both"
                )
    return names
