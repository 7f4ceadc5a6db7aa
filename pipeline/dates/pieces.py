"""Tokens cut finer: "mid-1990s", "5:30pm" and "FY2010" become the pieces a grammar of time can read."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from pipeline.dates.match import Match
from pipeline.syntax import Parse

_PIECE = re.compile(r"['’]s(?![^\W_])|[^\W\d_]\.[^\W\d_]\.?(?![^\W\d_])|[^\W\d_]+\.?|\d+|.", re.DOTALL)


@lru_cache(maxsize=8192)
def _cut(word: str) -> tuple[tuple[int, int], ...]:
    return tuple(m.span() for m in _PIECE.finditer(word))


class Pieces:
    """The pieces of one article. Lists of equal length; ``tokens[k]`` is the index of the token a piece lies in.

    ``words`` are lower case. Four empty pieces pad the end so that a look ahead needs no test of the length.
    """

    __slots__ = ("ends", "labels", "n", "parse", "reader", "starts", "tokens", "words")

    def __init__(self, parse: Parse) -> None:
        self.reader: Callable[[Pieces, int], Match | None] = lambda p, i: None
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        tokens: list[int] = []
        for i, word in enumerate(parse.lowers):
            start = parse.starts[i]
            if word in ("d", "d.") and words and words[-1] == "we" and ends[-1] == start:
                words[-1], ends[-1] = "we" + word, start + len(word)  # the tokenizer takes "Wed" for "We'd"
            elif word.isalpha() or len(word) == 1 or word.isdigit():
                words.append(word)
                starts.append(start)
                ends.append(start + len(word))
                tokens.append(i)
            elif word.isspace():
                if word.count("\n") > 1:  # a paragraph ends: no expression runs across
                    words.append("\n")
                    starts.append(start)
                    ends.append(parse.ends[i])
                    tokens.append(i)
            else:
                if len(word) != parse.ends[i] - start:  # lower-casing changed the length: do not cut
                    words.append(word)
                    starts.append(start)
                    ends.append(parse.ends[i])
                    tokens.append(i)
                    continue
                for a, b in _cut(word):
                    words.append(word[a:b])
                    starts.append(start + a)
                    ends.append(start + b)
                    tokens.append(i)
        self.parse, self.n = parse, len(words)
        words += ["", "", "", ""]
        starts += [starts[-1] if starts else 0] * 4
        ends += [ends[-1] if ends else 0] * 4
        tokens += [-1] * 4
        self.words, self.starts, self.ends, self.tokens = words, starts, ends, tokens
        self.labels: dict[int, tuple[int, int, str]] = {
            k: entity for entity in parse.entities for k in range(entity[0], entity[1])
        }

    def read(self, i: int) -> Match | None:
        """Return the time expression that begins at piece ``i``: the grammar's way to read a phrase inside a phrase."""
        return self.reader(self, i)

    def glued(self, i: int) -> bool:
        """Return whether no space stands between piece ``i`` and the next."""
        return i + 1 < self.n and self.ends[i] == self.starts[i + 1]

    def tag(self, i: int) -> str:
        """Return the part-of-speech tag (Penn) of the token a piece lies in, "" outside the text."""
        return self.parse.tags[self.tokens[i]] if 0 <= i < self.n else ""

    def capital(self, i: int) -> bool:
        """Return whether a piece begins with a capital letter."""
        return 0 <= i < self.n and self.parse.text[self.starts[i]].isupper()

    def back(self, i: int) -> str:
        """Return the word before piece ``i``, "" at the start of the text."""
        return self.words[i - 1] if i > 0 else ""

    def text(self, first: int, last: int) -> str:
        """Return the text from piece ``first`` to ``last`` (exclusive)."""
        return self.parse.text[self.starts[first] : self.ends[last - 1]]

    def inside_number(self, i: int) -> bool:
        """Return whether a piece of digits goes on a number ("000" of "500,000", "5" of "8.5")."""
        return (
            i > 1
            and self.words[i - 1] in (",", ".")
            and self.ends[i - 1] == self.starts[i]
            and self.words[i - 2].isdigit()
            and self.ends[i - 2] == self.starts[i - 1]
        )

    def entity(self, i: int) -> str:
        """Return the model's entity label over piece ``i``, "" where none."""
        found = self.labels.get(self.tokens[i]) if 0 <= i < self.n else None
        return found[2] if found else ""

    def entity_bounds(self, i: int) -> tuple[int, int]:
        """Return the token range of the entity over piece ``i``, (0, 0) where none."""
        found = self.labels.get(self.tokens[i]) if 0 <= i < self.n else None
        return (found[0], found[1]) if found else (0, 0)

    def opens_sentence(self, i: int) -> bool:
        """Return whether piece ``i`` is the first of its sentence."""
        return i == 0 or self.words[i - 1] == "\n" or self._sentence(i) != self._sentence(i - 1)

    def _sentence(self, i: int) -> int:
        return self.parse.sent[self.tokens[i]]
