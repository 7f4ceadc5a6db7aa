"""What the actors room returns: mentions in text order, the actors they refer to, and how to look them up."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.records import Actor, Mention


@dataclass(slots=True)
class Cast:
    """The mentions of an article in text order and the actors they refer to, by actor_id.

    ``by_head`` maps a head token to its best mention. ``standing_for`` answers for a whole phrase, where several
    actors can share one head: "Hungarian and Romanian officials".
    """

    mentions: tuple[Mention, ...]
    actors: dict[str, Actor]
    by_head: dict[int, Mention] = field(default_factory=dict)
    _sharing: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    _covering: dict[int, Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        sharing: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            sharing.setdefault(mention.head, []).append(mention)
            for token in range(mention.first, mention.last):
                other = self._covering.get(token)
                if other is None or mention.last - mention.first < other.last - other.first:
                    self._covering[token] = mention
        for head, group in sharing.items():
            if len(group) > 1:
                group.sort(key=_rank, reverse=True)
            self._sharing[head] = tuple(group)
            self.by_head[head] = group[0]

    def headed_by(self, token: int) -> tuple[Mention, ...]:
        """Return the mentions whose head a token is, best first."""
        return self._sharing.get(token, ())

    def standing_for(self, head: int, first: int | None = None, last: int | None = None) -> tuple[Mention, ...]:
        """Return the mentions that stand for a phrase with this head, best first; empty where nobody is meant.

        ``first``/``last`` (exclusive) bound the phrase: where its head is no mention's head, a mention that covers the
        head counts, and a phrase headed by a measure or a part ("hundreds of *protesters*") answers with what it holds.
        """
        group = self._sharing.get(head)
        if group:
            return group
        covering = self._covering.get(head)
        if covering is not None and (first is None or first <= covering.head < (last or covering.head + 1)):
            return (covering,)
        return ()


def _rank(mention: Mention) -> tuple[bool, bool, int]:
    return mention.actor_id is not None, mention.kind == "name", mention.last - mention.first
