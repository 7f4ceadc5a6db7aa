"""Putting a text together out of tokens."""

from __future__ import annotations


class TextBuilder:
    """Collects tokens into a text and remembers where each one stands."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.spans: list[tuple[int, int]] = []

    def add(self, token: str, *, space: bool = True) -> int:
        """Append a token, with a space after it unless ``space`` is False; return its number."""
        self.spans.append((self._length, self._length + len(token)))
        self._put(token + (" " if space else ""))
        return len(self.spans) - 1

    def end_sentence(self) -> None:
        """Make sure that white space follows."""
        if self._parts and not self._parts[-1][-1].isspace():
            self._put(" ")

    def end_paragraph(self) -> None:
        """Put an empty line."""
        if self._length:
            self._trim()
            self._put("\n\n")

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of the tokens ``first`` to ``last``, both included."""
        return self.spans[first][0], self.spans[last][1]

    @property
    def text(self) -> str:
        """The text so far, without white space at its end."""
        return "".join(self._parts).rstrip()

    def _put(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)

    def _trim(self) -> None:
        last = self._parts[-1].rstrip()
        self._length -= len(self._parts[-1]) - len(last)
        self._parts[-1] = last
